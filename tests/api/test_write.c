/* SPDX-License-Identifier: Apache-2.0 */
/* pith_write() and its kin: arguments, sizes of structs, sinks, parts. */
#include <pith/pith.h>

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <setjmp.h>
#include <stddef.h>
#include <cmocka.h>

#define LONG_ENOUGH "An arch carries its load to both of its ends, as people have known for long"

static const char page_html[] =
    "<title>On arches</title><p>" LONG_ENOUGH ", says <a href=https://example.org/x>a link</a> and"
    " <em>stress</em>.</p><p>" LONG_ENOUGH "<img src=https://example.org/i.png alt=picture>.</p>"
    "<table><tr><th>" LONG_ENOUGH "</th><th>" LONG_ENOUGH "</th></tr><tr><td>" LONG_ENOUGH
    "</td><td>" LONG_ENOUGH "</td></tr></table><p>" LONG_ENOUGH ".</p>"
    "<aside class=related><h3>Related</h3><ul><li><a href=https://example.org/b>Bridges</a></ul>"
    "</aside><section class=comments><ul><li class=comment><b>Ann</b><p>Well said.</p></ul>"
    "</section><footer><nav><ul><li><a href=/a>Home page</a></li></ul></nav></footer>";

static int set_up(void **state)
{
    pith_reader *reader = pith_reader_new(NULL, NULL);
    pith_page page = {.size = sizeof page, .bytes = {page_html, sizeof page_html - 1}};
    *state = pith_read(reader, &page, NULL);
    pith_reader_free(reader);
    return *state != NULL ? 0 : -1;
}

static int tear_down(void **state)
{
    pith_document_free(*state);
    return 0;
}

static char *write_with(const pith_document *document, pith_format format, unsigned with,
                        unsigned without)
{
    pith_write_options options = {sizeof options, format, with, without};
    size_t size;
    char *output = pith_write_buffer(document, &options, &size, NULL);
    assert_non_null(output);
    assert_int_equal(strlen(output), size); /* it has a terminator */
    return output;
}

/* A sink that stops when it has had so many bytes. */
typedef struct limited_sink {
    size_t size;
    size_t limit;
    unsigned calls;
    char data[65536];
} limited_sink;

static int take(void *context, const char *data, size_t size)
{
    limited_sink *sink = context;
    sink->calls++;
    assert_true(size > 0);
    assert_true(((unsigned char)data[0] & 0xC0) != 0x80); /* the pieces are whole characters */
    assert_true(sink->size + size <= sizeof sink->data);
    memcpy(sink->data + sink->size, data, size);
    sink->size += size;
    return sink->size > sink->limit;
}

static void refuses_missing_arguments(void **state)
{
    pith_error error = {0};
    limited_sink sink = {.limit = SIZE_MAX};
    size_t size;
    assert_int_equal(pith_write(NULL, NULL, take, &sink, &error), PITH_ERROR_ARGUMENT);
    assert_int_equal(error.status, PITH_ERROR_ARGUMENT);
    assert_string_equal(error.message, pith_status_message(PITH_ERROR_ARGUMENT));
    assert_int_equal(pith_write(*state, NULL, NULL, &sink, NULL), PITH_ERROR_ARGUMENT);
    assert_null(pith_write_buffer(NULL, NULL, &size, &error));
    assert_int_equal(error.status, PITH_ERROR_ARGUMENT);
    assert_null(pith_write_buffer(*state, NULL, NULL, NULL));
    assert_int_equal(sink.calls, 0);
    pith_buffer_free(*state, NULL);
}

typedef struct newer_options {
    pith_write_options options;
    char more[8];
} newer_options;

static void checks_options(void **state)
{
    limited_sink sink = {.limit = SIZE_MAX};
    newer_options newer = {.options = {.size = sizeof newer}};
    assert_int_equal(pith_write(*state, &newer.options, take, &sink, NULL), PITH_OK);
    newer.more[7] = 1;
    assert_int_equal(pith_write(*state, &newer.options, take, &sink, NULL), PITH_ERROR_VERSION);
    pith_write_options options = {.size = 0};
    assert_int_equal(pith_write(*state, &options, take, &sink, NULL), PITH_ERROR_ARGUMENT);
    options.size = sizeof options;
    options.format = (pith_format)(PITH_FORMAT_TEI + 1);
    assert_int_equal(pith_write(*state, &options, take, &sink, NULL), PITH_ERROR_ARGUMENT);
    options.format = PITH_FORMAT_TEXT;
    options.with = PITH_PART_COMMENTS << 1;
    assert_int_equal(pith_write(*state, &options, take, &sink, NULL), PITH_ERROR_VERSION);
    options.with = 0;
    options.without = PITH_PART_COMMENTS << 1;
    assert_int_equal(pith_write(*state, &options, take, &sink, NULL), PITH_ERROR_VERSION);
    options.size = offsetof(pith_write_options, without); /* an older caller */
    assert_int_equal(pith_write(*state, &options, take, &sink, NULL), PITH_OK);
}

static void writes_text_without_options(void **state)
{
    char *text = write_with(*state, PITH_FORMAT_TEXT, 0, 0);
    size_t size;
    char *output = pith_write_buffer(*state, NULL, &size, NULL);
    assert_string_equal(output, text);
    assert_int_equal(text[size - 1], '\n');
    assert_int_not_equal(text[size - 2], '\n');
    pith_buffer_free(*state, output);
    pith_buffer_free(*state, text);
}

static void streams_what_the_buffer_holds(void **state)
{
    for (int format = PITH_FORMAT_TEXT; format <= PITH_FORMAT_TEI; format++) {
        limited_sink sink = {.limit = SIZE_MAX};
        char *output = write_with(*state, (pith_format)format, 0, 0);
        pith_write_options options = {.size = sizeof options, .format = (pith_format)format};
        assert_int_equal(pith_write(*state, &options, take, &sink, NULL), PITH_OK);
        assert_int_equal(sink.size, strlen(output));
        assert_memory_equal(sink.data, output, sink.size);
        pith_buffer_free(*state, output);
    }
}

static void stops_when_the_sink_does(void **state)
{
    for (int format = PITH_FORMAT_TEXT; format <= PITH_FORMAT_TEI; format++) {
        pith_error error = {0};
        limited_sink sink = {.limit = 0};
        pith_write_options options = {.size = sizeof options, .format = (pith_format)format};
        assert_int_equal(pith_write(*state, &options, take, &sink, &error), PITH_ERROR_SINK);
        assert_int_equal(error.status, PITH_ERROR_SINK);
        assert_int_equal(sink.calls, 1);
    }
}

/* A page whose output is longer than any buffer, with characters of all sizes. */
static void hands_over_whole_characters(void **state)
{
    (void)state;
    enum { COUNT = 4000 };
    static const char word[] = "a\xC3\xA4\xE2\x82\xAC\xF0\x9F\x98\x80 ";
    char *html = malloc(COUNT * sizeof word + 16);
    size_t size = 3;
    memcpy(html, "<p>", 3);
    for (int i = 0; i < COUNT; i++, size += sizeof word - 1)
        memcpy(html + size, word, sizeof word - 1);
    pith_reader *reader = pith_reader_new(NULL, NULL);
    pith_page page = {.size = sizeof page, .bytes = {html, size}, .charset = {"utf-8", 5}};
    pith_document *document = pith_read(reader, &page, NULL);
    for (int format = PITH_FORMAT_TEXT; format <= PITH_FORMAT_TEI; format++) {
        limited_sink sink = {.limit = SIZE_MAX};
        pith_write_options options = {.size = sizeof options, .format = (pith_format)format,
                                      .with = PITH_PART_FURNITURE};
        assert_int_equal(pith_write(document, &options, take, &sink, NULL), PITH_OK);
        assert_true(sink.calls > 1);
    }
    pith_document_free(document);
    pith_reader_free(reader);
    free(html);
}

static void names_the_limits_in_a_record(void **state)
{
    (void)state;
    pith_options options = {.size = sizeof options, .limits = {.bytes = 40, .attributes = 1}};
    pith_reader *reader = pith_reader_new(&options, NULL);
    static const char html[] = "<p a=1 b=2>" LONG_ENOUGH;
    pith_page page = {.size = sizeof page, .bytes = {html, sizeof html - 1}};
    pith_document *document = pith_read(reader, &page, NULL);
    char *output = write_with(document, PITH_FORMAT_JSON, 0, 0);
    assert_non_null(strstr(output, "\"limits_hit\":[\"bytes\",\"attributes\"]"));
    pith_buffer_free(document, output);
    pith_document_free(document);
    pith_reader_free(reader);
}

static void has_parts_for_each_format(void **state)
{
    (void)state;
    assert_int_equal(pith_format_parts(PITH_FORMAT_TEXT), PITH_PART_TABLES);
    unsigned record = PITH_PART_TABLES | PITH_PART_FURNITURE | PITH_PART_RELATED |
                      PITH_PART_COMMENTS;
    assert_int_equal(pith_format_parts(PITH_FORMAT_JSON), record);
    unsigned rich = PITH_PART_LINKS | PITH_PART_IMAGES | PITH_PART_TABLES | PITH_PART_EMPHASIS |
                    PITH_PART_TITLE;
    assert_int_equal(pith_format_parts(PITH_FORMAT_MARKDOWN), rich);
    assert_int_equal(pith_format_parts(PITH_FORMAT_HTML), rich);
    assert_int_equal(pith_format_parts((pith_format)99), 0);
}

/* Each part, where it shows in Markdown and in HTML. */
static void writes_the_parts_asked_for(void **state)
{
    static const struct {
        pith_part part;
        const char *markdown;
        const char *html;
    } parts[] = {
        {PITH_PART_LINKS, "](https://example.org/x)", "href=\"https://example.org/x\""},
        {PITH_PART_IMAGES, "![picture](https://example.org/i.png)", "<img "},
        {PITH_PART_TABLES, "| --- |", "<table>"},
        {PITH_PART_EMPHASIS, "*stress*", "<em>"},
        {PITH_PART_TITLE, "# On arches", "<h1>On arches</h1>"},
        {PITH_PART_FURNITURE, "<!-- furniture: navigation -->", "<aside class=\"navigation\">"},
        {PITH_PART_COMMENTS, "## Comments\n\n- **Ann**", "<aside class=\"comment\">\n<h2>Comments"},
        {PITH_PART_RELATED, "## Related\n\n- [Bridges](", "<aside class=\"related\">\n<h2>Related"},
    };
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        for (int html = 0; html < 2; html++) {
            pith_format format = html ? PITH_FORMAT_HTML : PITH_FORMAT_MARKDOWN;
            const char *mark = html ? parts[i].html : parts[i].markdown;
            char *with = write_with(*state, format, parts[i].part, 0);
            char *without = write_with(*state, format, 0, parts[i].part);
            char *both = write_with(*state, format, parts[i].part, parts[i].part);
            assert_non_null(strstr(with, mark));
            assert_null(strstr(without, mark));
            assert_string_equal(both, without); /* what is taken away is gone */
            pith_buffer_free(*state, with);
            pith_buffer_free(*state, without);
            pith_buffer_free(*state, both);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(refuses_missing_arguments, set_up, tear_down),
        cmocka_unit_test_setup_teardown(checks_options, set_up, tear_down),
        cmocka_unit_test_setup_teardown(writes_text_without_options, set_up, tear_down),
        cmocka_unit_test_setup_teardown(streams_what_the_buffer_holds, set_up, tear_down),
        cmocka_unit_test_setup_teardown(stops_when_the_sink_does, set_up, tear_down),
        cmocka_unit_test(hands_over_whole_characters),
        cmocka_unit_test(names_the_limits_in_a_record),
        cmocka_unit_test(has_parts_for_each_format),
        cmocka_unit_test_setup_teardown(writes_the_parts_asked_for, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
