/* SPDX-License-Identifier: Apache-2.0 */
/* Plain text through the public interface: content, teasers, the form, all kinds of lines. */
#include "../api/failing.h"
#include "page.h"

#include <pith/develop.h>

#include <stdarg.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <time.h>
#include <cmocka.h>

static pith_document *read_with(pith_reader *reader, const char *text, size_t size,
                                pith_input input, pith_error *error)
{
    pith_page page = {.size = sizeof page, .bytes = {text, size}, .input = input};
    return pith_read(reader, &page, error);
}

static pith_document *read_text(const char *text, size_t size)
{
    pith_reader *reader = pith_reader_new(NULL, NULL);
    pith_document *document = read_with(reader, text, size, PITH_INPUT_TEXT, NULL);
    pith_reader_free(reader);
    assert_non_null(document);
    return document;
}

/* The document as text; to be freed with it. */
static char *write_text(const pith_document *document)
{
    size_t size;
    char *text = pith_write_buffer(document, NULL, &size, NULL);
    assert_non_null(text);
    return text;
}

static void check_article(const char *bytes, size_t size)
{
    pith_document *document = read_text(bytes, size);
    char *text = write_text(document);
    const char *at = text;
    for (int i = FIRST_PROSE; i < PROSE_END; i++) {
        at = strstr(at, article_lines[i]);
        if (at == NULL)
            fail_msg("missing or out of order: %s", article_lines[i]);
    }
    assert_string_equal(at + strlen(article_lines[PROSE_END - 1]), "\n"); /* and nothing after */
    assert_null(strstr(text, "Weather"));
    assert_int_equal(pith_document_related_count(document), 3);
    for (size_t i = 0; i < 3; i++) {
        pith_str title = pith_document_related_title(document, i);
        pith_str excerpt = pith_document_related_excerpt(document, i);
        assert_int_equal(title.size, strlen(article_lines[PROSE_END + 1 + 2 * i]));
        assert_memory_equal(title.data, article_lines[PROSE_END + 1 + 2 * i], title.size);
        assert_int_equal(excerpt.size, strlen(article_lines[PROSE_END + 2 + 2 * i]));
    }
    assert_int_equal(pith_document_comment_count(document), 0);
    assert_int_equal(pith_document_reply(document), PITH_REPLY_FORM);
    pith_buffer_free(document, text);
    pith_document_free(document);
}

static void an_article_is_found(void **state)
{
    (void)state;
    char text[ARTICLE_ROOM];
    check_article(text, write_article(text, "\n"));
    check_article(text, write_article(text, "\n\n"));
    check_article(text, write_article(text, "\r\n"));
    check_article(text, write_article(text, " \t\r\n \t\r\n"));
}

static void a_wrapped_article_is_found(void **state)
{
    (void)state;
    char text[ARTICLE_ROOM];
    check_article(text, write_wrapped(text, "\n\n", 72));
    check_article(text, write_wrapped(text, "\n\n", 80));
}

static void the_title_is_told_by_what_is_said_twice(void **state)
{
    (void)state;
    char text[ARTICLE_ROOM];
    pith_document *document = read_text(text, write_article(text, "\n"));
    pith_str title = pith_document_title(document);
    assert_int_equal(title.size, strlen(article_lines[6]));
    assert_memory_equal(title.data, article_lines[6], title.size);
    const pith_node *first = pith_node_first_child(pith_document_content(document));
    assert_int_equal(pith_node_get_type(first), PITH_NODE_HEADING);
    assert_int_equal(pith_node_label(first), PITH_LABEL_TITLE);
    pith_document_free(document);
}

static void furniture_has_labels(void **state)
{
    (void)state;
    char text[ARTICLE_ROOM];
    pith_document *document = read_text(text, write_article(text, "\n"));
    unsigned seen = 0;
    for (const pith_node *section = pith_node_first_child(pith_document_furniture(document));
         section != NULL; section = pith_node_next(section))
        seen |= 1u << pith_node_label(section);
    assert_true((seen & 1u << PITH_LABEL_NAVIGATION) != 0);
    assert_true((seen & 1u << PITH_LABEL_RELATED) != 0);
    assert_true((seen & 1u << PITH_LABEL_FORM) != 0);
    pith_document_free(document);
}

/* What the bytes are is told by the caller, by the server, or by themselves. */
static void what_it_is_is_decided(void **state)
{
    (void)state;
    static const char html[] = "<p>One &amp; <b>two</b>, and that is all there is to say of it.";
    static const struct {
        pith_input input;
        const char *type;
        bool text;
    } cases[] = {
        {PITH_INPUT_AUTO, "", false},
        {PITH_INPUT_AUTO, "text/plain", true},
        {PITH_INPUT_AUTO, "text/html", false},
        {PITH_INPUT_TEXT, "text/html", true},
        {PITH_INPUT_HTML, "text/plain", false},
    };
    pith_reader *reader = pith_reader_new(NULL, NULL);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        pith_page page = {.size = sizeof page, .bytes = {html, sizeof html - 1},
                          .content_type = {cases[i].type, strlen(cases[i].type)},
                          .input = cases[i].input};
        pith_document *document = pith_read(reader, &page, NULL);
        assert_non_null(document);
        pith_write_options options = {.size = sizeof options, .with = PITH_PART_FURNITURE};
        size_t size;
        char *text = pith_write_buffer(document, &options, &size, NULL);
        assert_int_equal(strstr(text, "<b>two</b>") != NULL, cases[i].text);
        pith_buffer_free(document, text);
        pith_document_free(document);
    }
    pith_error error = {PITH_OK, NULL, 0};
    pith_page page = {.size = sizeof page, .bytes = {html, 3}, .input = (pith_input)3};
    assert_null(pith_read(reader, &page, &error));
    assert_int_equal(error.status, PITH_ERROR_ARGUMENT);
    pith_reader_free(reader);
}

/* A text that mentions a <meta> is not in the encoding that this would declare. */
static void a_mentioned_meta_declares_nothing(void **state)
{
    (void)state;
    static const char text[] =
        "The tag <meta charset=shift_jis> was common once. Caf\xC3\xA9s had it.";
    pith_reader *reader = pith_reader_new(NULL, NULL);
    for (int input = PITH_INPUT_AUTO; input <= PITH_INPUT_TEXT; input += 2) {
        pith_document *document =
            read_with(reader, text, sizeof text - 1, (pith_input)input, NULL);
        pith_str charset = pith_document_charset(document);
        assert_int_equal(charset.size, 5);
        assert_memory_equal(charset.data, "UTF-8", 5);
        pith_document_free(document);
    }
    pith_reader_free(reader);
}

/* UTF-8 read as windows-1252 and encoded again stays as it came. */
static void mojibake_stays(void **state)
{
    (void)state;
    static const char text[] =
        "The caf\xC3\x83\xC2\xA9 on the corner, which has been there for longer than anyone can "
        "say, will close in May, and nobody knows what comes after it.\n";
    pith_document *document = read_text(text, sizeof text - 1);
    pith_write_options options = {.size = sizeof options, .with = PITH_PART_FURNITURE};
    size_t size;
    char *out = pith_write_buffer(document, &options, &size, NULL);
    assert_non_null(strstr(out, "caf\xC3\x83\xC2\xA9"));
    pith_buffer_free(document, out);
    pith_document_free(document);
}

static void memory_can_fail_anywhere(void **state)
{
    (void)state;
    char text[ARTICLE_ROOM];
    size_t size = write_wrapped(text, "\n\n", 72);
    static const char more[] = "\n# Title\n1. one\n2. two\n- a\n- b\n====\nx\n";
    memcpy(text + size, more, sizeof more - 1);
    size += sizeof more - 1;
    for (size_t fail_at = 1;; fail_at++) {
        failing f = {.fail_at = fail_at};
        pith_options options = {.size = sizeof options, .allocator = {reallocate, &f},
                                .favor = PITH_FAVOR_RECALL};
        pith_error error = {PITH_OK, NULL, 0};
        pith_reader *reader = pith_reader_new(&options, &error);
        pith_document *document =
            reader != NULL ? read_with(reader, text, size, PITH_INPUT_TEXT, &error) : NULL;
        if (document == NULL)
            assert_int_equal(error.status, PITH_ERROR_MEMORY);
        bool failed = f.requests >= fail_at;
        if (reader != NULL) {
            f.fail_at = 0;
            pith_document *again = read_with(reader, text, size, PITH_INPUT_TEXT, NULL);
            assert_non_null(again);
            pith_document_free(again);
        }
        pith_document_free(document);
        pith_reader_free(reader);
        assert_int_equal(f.in_use, 0);
        if (!failed)
            return;
    }
}

static void a_limit_on_memory_is_told(void **state)
{
    (void)state;
    char text[ARTICLE_ROOM];
    size_t size = write_article(text, "\n");
    pith_options options = {.size = sizeof options, .limits = {.memory = 60000}};
    pith_error error = {PITH_OK, NULL, 0};
    pith_reader *reader = pith_reader_new(&options, &error);
    assert_null(read_with(reader, text, size, PITH_INPUT_TEXT, &error));
    assert_int_equal(error.status, PITH_ERROR_LIMIT);
    pith_reader_free(reader);
}

/* In favour of precision less is kept, of recall more. */
static void favor_orders_what_is_kept(void **state)
{
    (void)state;
    char bytes[ARTICLE_ROOM];
    size_t size = write_article(bytes, "\n"), sizes[3];
    static const pith_favor favors[] = {PITH_FAVOR_PRECISION, PITH_FAVOR_BALANCE,
                                        PITH_FAVOR_RECALL};
    for (int i = 0; i < 3; i++) {
        pith_options options = {.size = sizeof options, .favor = favors[i]};
        pith_reader *reader = pith_reader_new(&options, NULL);
        pith_document *document = read_with(reader, bytes, size, PITH_INPUT_TEXT, NULL);
        char *text = pith_write_buffer(document, NULL, &sizes[i], NULL);
        pith_buffer_free(document, text);
        pith_document_free(document);
        pith_reader_free(reader);
    }
    assert_true(sizes[0] <= sizes[1] && sizes[1] <= sizes[2]);
    assert_true(sizes[0] > 0);
}

/* The time for `count` copies of a piece; the least of three tries. */
static double seconds_for(const char *piece, size_t count)
{
    size_t size = strlen(piece), total = size * count;
    char *text = malloc(total);
    assert_non_null(text);
    for (size_t i = 0; i < count; i++)
        memcpy(text + i * size, piece, size);
    double best = 1e9;
    for (int i = 0; i < 3; i++) {
        clock_t start = clock();
        pith_document *document = read_text(text, total);
        pith_document_free(document);
        double seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
        best = seconds < best ? seconds : best;
    }
    free(text);
    return best;
}

/* Four times as much takes about four times as long, whatever it is. */
static void time_is_linear(void **state)
{
    (void)state;
    static const char *const pieces[] = {
        "word. ", "\n", "\r", "\f", "ab\n", "- a\n", "1. a\n2. b\n", "Related Posts\n", "a…\n",
        "Related Posts\nOne thing that is said…\n", "<", "---\n", "x\n===\n", "文", "\xE2\x80\xA8",
        "It is known that lines of a text were once broken at a width that machines had\n",
        "Leave a Reply\n", "© all rights reserved\n", "\t", "\r\n\v\f"};
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        size_t count = 60000 / (strlen(pieces[i]) / 2 + 1);
        double once = seconds_for(pieces[i], count), more = seconds_for(pieces[i], count * 4);
        if (more > once * 12 + 0.05)
            fail_msg("%s: %f seconds, then %f", pieces[i], once, more);
    }
}

static int keep_piece(void *context, const char *data, size_t size)
{
    pith_buffer_add(context, (pith_str){data, size});
    return 0;
}

static void features_are_written(void **state)
{
    (void)state;
    char text[ARTICLE_ROOM];
    size_t size = write_article(text, "\n");
    pith_memory memory;
    pith_memory_init(&memory, NULL, 0);
    pith_buffer out;
    pith_buffer_init(&out, &memory);
    pith_page page = {.size = sizeof page, .bytes = {text, size}, .input = PITH_INPUT_TEXT};
    pith_reader *reader = pith_reader_new(NULL, NULL);
    assert_int_equal(pith_features_write(reader, &page, keep_piece, &out, NULL), PITH_OK);
    pith_buffer_add_byte(&out, '\0');
    assert_non_null(strstr(out.data, "\"core_1_place\""));
    assert_non_null(strstr(out.data, "{\"text\":\"By Ada Quill\",\"values\":[3,12,"));
    pith_buffer_release(&out);
    pith_reader_free(reader);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_article_is_found),
        cmocka_unit_test(a_wrapped_article_is_found),
        cmocka_unit_test(the_title_is_told_by_what_is_said_twice),
        cmocka_unit_test(furniture_has_labels),
        cmocka_unit_test(what_it_is_is_decided),
        cmocka_unit_test(a_mentioned_meta_declares_nothing),
        cmocka_unit_test(mojibake_stays),
        cmocka_unit_test(memory_can_fail_anywhere),
        cmocka_unit_test(a_limit_on_memory_is_told),
        cmocka_unit_test(favor_orders_what_is_kept),
        cmocka_unit_test(time_is_linear),
        cmocka_unit_test(features_are_written),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
