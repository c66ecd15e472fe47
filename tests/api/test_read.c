/* SPDX-License-Identifier: Apache-2.0 */
/* Readers: arguments, sizes of structs, limits, and what follows a failure. */
#include <pith/pith.h>

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <setjmp.h>
#include <stddef.h>
#include <cmocka.h>

#define PARAGRAPH "<p>An arch carries its load to both of its ends, as people have long known.</p>"

static pith_str str(const char *text)
{
    return (pith_str){text, strlen(text)};
}

static pith_page page_of(const char *html)
{
    return (pith_page){.size = sizeof(pith_page), .bytes = str(html)};
}

static void assert_fails(pith_reader *reader, const pith_page *page, pith_status status)
{
    pith_error error = {0};
    assert_null(pith_read(reader, page, &error));
    assert_int_equal(error.status, status);
    assert_string_equal(error.message, pith_status_message(status));
    assert_int_equal(error.offset, 0);
    assert_null(pith_read(reader, page, NULL));
}

static void assert_reads(pith_reader *reader, const pith_page *page)
{
    pith_error error = {0};
    pith_document *document = pith_read(reader, page, &error);
    assert_non_null(document);
    assert_int_equal(error.status, PITH_OK);
    pith_document_free(document);
}

static void tells_its_version(void **state)
{
    (void)state;
    char expected[64];
    snprintf(expected, sizeof expected, "%d.%d.%d", PITH_VERSION_MAJOR, PITH_VERSION_MINOR,
             PITH_VERSION_PATCH);
    assert_string_equal(pith_version(), expected);
}

static void has_a_message_for_each_status(void **state)
{
    (void)state;
    for (int i = PITH_OK; i <= PITH_ERROR_CHARSET; i++) {
        const char *message = pith_status_message((pith_status)i);
        assert_true(strlen(message) > 0);
        assert_true(message[strlen(message) - 1] != '.');
        for (int k = PITH_OK; k < i; k++)
            assert_string_not_equal(message, pith_status_message((pith_status)k));
    }
    assert_non_null(pith_status_message((pith_status)99));
}

static void refuses_missing_arguments(void **state)
{
    (void)state;
    pith_reader *reader = pith_reader_new(NULL, NULL);
    pith_page page = page_of(PARAGRAPH);
    assert_fails(NULL, &page, PITH_ERROR_ARGUMENT);
    assert_fails(reader, NULL, PITH_ERROR_ARGUMENT);
    pith_str nothing = {NULL, 3};
    pith_page pages[] = {page, page, page, page};
    pages[0].bytes = nothing;
    pages[1].url = nothing;
    pages[2].content_type = nothing;
    pages[3].charset = nothing;
    for (size_t i = 0; i < 4; i++)
        assert_fails(reader, &pages[i], PITH_ERROR_ARGUMENT);
    assert_reads(reader, &page);
    pith_reader_free(reader);
}

static void reads_an_empty_page(void **state)
{
    (void)state;
    pith_reader *reader = pith_reader_new(NULL, NULL);
    pith_page page = {.size = sizeof page};
    pith_document *document = pith_read(reader, &page, NULL);
    assert_non_null(document);
    assert_null(pith_node_first_child(pith_document_content(document)));
    assert_null(pith_node_first_child(pith_document_furniture(document)));
    assert_int_equal(pith_document_url(document).size, 0);
    pith_document_free(document);
    pith_reader_free(reader);
}

/* A struct as a newer caller has it: with settings beyond those known here. */
typedef struct newer_page {
    pith_page page;
    char more[16];
} newer_page;

typedef struct newer_options {
    pith_options options;
    char more[16];
} newer_options;

static void checks_the_size_of_a_page(void **state)
{
    (void)state;
    pith_reader *reader = pith_reader_new(NULL, NULL);
    newer_page newer = {.page = page_of(PARAGRAPH)};
    newer.page.size = sizeof newer;
    assert_reads(reader, &newer.page);
    newer.more[15] = 1;
    assert_fails(reader, &newer.page, PITH_ERROR_VERSION);

    pith_page older = page_of(PARAGRAPH);
    older.size = offsetof(pith_page, charset);
    older.charset = str("no such charset"); /* lies beyond what the caller has */
    assert_reads(reader, &older);
    older.size = sizeof(size_t);
    assert_reads(reader, &older);
    older.size = sizeof(size_t) - 1;
    assert_fails(reader, &older, PITH_ERROR_ARGUMENT);
    older.size = 0;
    assert_fails(reader, &older, PITH_ERROR_ARGUMENT);
    pith_reader_free(reader);
}

static void checks_the_size_of_options(void **state)
{
    (void)state;
    pith_error error = {0};
    newer_options newer = {.options = {.size = sizeof newer}};
    pith_reader *reader = pith_reader_new(&newer.options, &error);
    assert_non_null(reader);
    pith_reader_free(reader);
    newer.more[0] = 1;
    assert_null(pith_reader_new(&newer.options, &error));
    assert_int_equal(error.status, PITH_ERROR_VERSION);

    pith_options older = {.size = offsetof(pith_options, limits), .limits = {.memory = 1}};
    reader = pith_reader_new(&older, NULL); /* the limit is none of an older caller's */
    assert_non_null(reader);
    pith_reader_free(reader);
    older.size = 0;
    assert_null(pith_reader_new(&older, &error));
    assert_int_equal(error.status, PITH_ERROR_ARGUMENT);
    assert_null(pith_reader_new(&older, NULL));
}

static void tells_how_sure_it_is(void **state)
{
    (void)state;
    pith_reader *reader = pith_reader_new(NULL, NULL);
    pith_page page = page_of("<nav><ul><li><a href=/a>Home</a><li><a href=/b>World</a></ul></nav>"
                             "<main><h1>Of ferries</h1>" PARAGRAPH "<p>Then it ended.</p></main>");
    pith_document *document = pith_read(reader, &page, NULL);
    const pith_node *content = pith_document_content(document);
    const pith_node *menu = pith_node_first_child(pith_document_furniture(document));
    const pith_node *text = pith_node_next(pith_node_first_child(content));
    assert_int_equal(pith_node_label(menu), PITH_LABEL_NAVIGATION);
    assert_int_equal(pith_node_label(text), PITH_LABEL_BODY);
    assert_true(pith_node_confidence(menu) < pith_node_confidence(text));
    assert_true(pith_node_confidence(text) <= 1);
    assert_true(pith_node_confidence(content) <= 0); /* made from no block */
    for (const pith_node *list = pith_node_first_child(menu); list != NULL;
         list = pith_node_next(list)) /* the section has the most of what is in it */
        assert_true(pith_node_confidence(list) <= pith_node_confidence(menu));
    float confidence = pith_document_confidence(document);
    assert_true(confidence > 0 && confidence <= 1);
    pith_document_free(document);

    page = page_of("");
    document = pith_read(reader, &page, NULL);
    assert_true(pith_document_confidence(document) > 0); /* rightly empty, most likely */
    pith_document_free(document);
    pith_reader_free(reader);
}

static void tells_the_language_of_the_text(void **state)
{
    (void)state;
    pith_reader *reader = pith_reader_new(NULL, NULL);
    pith_page page = page_of("<html lang=de><nav><a href=/>Startseite</a></nav>"
                             "<main><h1>Of ferries</h1>" PARAGRAPH "</main>");
    pith_document *document = pith_read(reader, &page, NULL);
    assert_memory_equal(pith_document_language(document).data, "de", 2);
    pith_str detected = pith_document_language_detected(document);
    assert_int_equal(detected.size, 2);
    assert_memory_equal(detected.data, "en", 2);
    pith_document_free(document);
    page = page_of("<p>1, 2, 3");
    document = pith_read(reader, &page, NULL);
    assert_int_equal(pith_document_language_detected(document).size, 0);
    pith_document_free(document);
    pith_reader_free(reader);
}

static pith_page_type type_of(pith_reader *reader, const char *html, pith_input input)
{
    pith_page page = page_of(html);
    page.input = input;
    pith_document *document = pith_read(reader, &page, NULL);
    pith_page_type type = pith_document_page_type(document);
    pith_document_free(document);
    return type;
}

/* Pages whose type nobody would doubt; the borders are for docs/MODEL.md. */
static void tells_the_page_type(void **state)
{
    (void)state;
    static const char article[] =
        "<title>Of ferries</title><meta property=og:type content=article><meta name=author "
        "content='Ada Kern'><meta property=article:published_time content=2026-05-03><link "
        "rel=canonical href=https://e.example/news/2026/05/of-ferries><article><h1>Of "
        "ferries</h1>" PARAGRAPH PARAGRAPH PARAGRAPH PARAGRAPH "</article>";
    static const char product[] =
        "<title>Lantern</title><meta property=og:type content=product><script type=application/"
        "ld+json>{\"@type\":\"Product\",\"name\":\"Lantern\"}</script><link rel=canonical "
        "href=https://e.example/products/lantern><main><h1>Lantern</h1><img src=l.jpg><p>"
        "$49.90</p><form><button>Add to cart</button></form>" PARAGRAPH "<ul><li>Brass<li>12 cm"
        "</ul></main>";
    static const char forum[] =
        "<title>Pump is cold</title><script type=application/ld+json>{\"@type\":"
        "\"DiscussionForumPosting\"}</script><link rel=canonical "
        "href=https://e.example/forum/thread/12><h1>Pump is cold</h1><div class=post><b>mina</b>"
        PARAGRAPH "</div><div class=post><b>karl</b>" PARAGRAPH "</div><div class=post><b>mina</b>"
        PARAGRAPH "</div><div class=post><b>lu</b>" PARAGRAPH "</div>";
    pith_reader *reader = pith_reader_new(NULL, NULL);
    assert_int_equal(type_of(reader, article, PITH_INPUT_HTML), PITH_PAGE_ARTICLE);
    assert_int_equal(type_of(reader, product, PITH_INPUT_HTML), PITH_PAGE_PRODUCT);
    assert_int_equal(type_of(reader, forum, PITH_INPUT_HTML), PITH_PAGE_FORUM);
    assert_int_equal(type_of(reader, "", PITH_INPUT_HTML), PITH_PAGE_UNKNOWN);
    assert_int_equal(type_of(reader, "<img src=x>", PITH_INPUT_HTML), PITH_PAGE_UNKNOWN);
    assert_int_equal(type_of(reader, "Plain text of a few lines.", PITH_INPUT_TEXT),
                     PITH_PAGE_UNKNOWN);
    pith_reader_free(reader);

    static const char *const names[] = {"unknown", "article", "forum", "product", "collection",
                                        "listing", "documentation", "service", "unknown"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        assert_string_equal(pith_page_type_name((pith_page_type)i), names[i]);
}

static size_t text_size_for(pith_favor favor, const char *html)
{
    pith_options options = {.size = sizeof options, .favor = favor};
    pith_reader *reader = pith_reader_new(&options, NULL);
    pith_page page = page_of(html);
    pith_document *document = pith_read(reader, &page, NULL);
    size_t size = 0;
    char *text = pith_write_buffer(document, NULL, &size, NULL);
    assert_non_null(text);
    pith_buffer_free(document, text);
    pith_document_free(document);
    pith_reader_free(reader);
    return size;
}

static void favors_precision_or_recall(void **state)
{
    (void)state;
    static const char html[] =
        "<main><h1>Of ferries</h1>" PARAGRAPH PARAGRAPH "<div class=box><p>Tickets on board "
        "only.</p><p>Dogs go free.</p></div><aside><p>The bay is two miles wide.</p><p>It is "
        "deep, too, and in places very cold.</p></aside><ul><li><a href=/a>Start</a><li>"
        "<a href=/b>Ferries</a></ul><p class=note>All times are those of the winter.</p></main>";
    size_t precision = text_size_for(PITH_FAVOR_PRECISION, html);
    size_t balance = text_size_for(PITH_FAVOR_BALANCE, html);
    size_t recall = text_size_for(PITH_FAVOR_RECALL, html);
    assert_true(precision <= balance && balance <= recall);
    assert_true(precision < recall);

    pith_error error = {0};
    pith_options options = {.size = sizeof options, .favor = (pith_favor)(PITH_FAVOR_RECALL + 1)};
    assert_null(pith_reader_new(&options, &error));
    assert_int_equal(error.status, PITH_ERROR_ARGUMENT);
    options.size = offsetof(pith_options, favor); /* it is none of an older caller's */
    pith_reader *reader = pith_reader_new(&options, &error);
    assert_non_null(reader);
    pith_reader_free(reader);
}

static void takes_a_charset_or_refuses_it(void **state)
{
    (void)state;
    pith_reader *reader = pith_reader_new(NULL, NULL);
    pith_page page = page_of("<title>\xE4</title>" PARAGRAPH);
    page.charset = str("latin1");
    page.content_type = str("text/html; charset=utf-8");
    pith_document *document = pith_read(reader, &page, NULL);
    assert_non_null(document);
    assert_int_equal(pith_document_charset(document).size, strlen("windows-1252"));
    assert_int_equal(pith_document_title(document).size, 2);
    assert_memory_equal(pith_document_title(document).data, "\xC3\xA4", 2);
    pith_document_free(document);
    page.charset = str("no such charset");
    assert_fails(reader, &page, PITH_ERROR_CHARSET);
    page.charset = (pith_str){NULL, 0};
    assert_reads(reader, &page);
    pith_reader_free(reader);
}

static void outlives_its_reader(void **state)
{
    (void)state;
    char html[] = "<title>Bridges</title><h1>Bridges</h1>" PARAGRAPH PARAGRAPH;
    char url[] = "https://example.org/";
    pith_reader *reader = pith_reader_new(NULL, NULL);
    pith_page page = page_of(html);
    page.url = str(url);
    pith_document *document = pith_read(reader, &page, NULL);
    assert_reads(reader, &page);
    memset(html, '?', strlen(html)); /* nor does it need the page's bytes */
    memset(url, '?', strlen(url));
    pith_reader_free(reader);
    assert_memory_equal(pith_document_url(document).data, "https://example.org/", 20);
    assert_memory_equal(pith_document_title(document).data, "Bridges", 7);
    size_t size;
    char *text = pith_write_buffer(document, NULL, &size, NULL);
    assert_non_null(strstr(text, "An arch carries"));
    pith_buffer_free(document, text);
    pith_document_free(document);
}

static void keeps_a_url_that_is_no_utf8_printable(void **state)
{
    (void)state;
    pith_reader *reader = pith_reader_new(NULL, NULL);
    pith_page page = page_of(PARAGRAPH);
    page.url = str("https://example.org/\xE4\xC3\xA4");
    pith_document *document = pith_read(reader, &page, NULL);
    pith_str url = pith_document_url(document);
    assert_int_equal(url.size, strlen("https://example.org/%E4%C3%A4"));
    assert_memory_equal(url.data, "https://example.org/%E4%C3%A4", url.size);
    pith_document_free(document);
    pith_reader_free(reader);
}

/* ---- Limits ------------------------------------------------------------- */

static unsigned limits_hit(pith_limits limits, const char *html)
{
    pith_options options = {.size = sizeof options, .limits = limits};
    pith_reader *reader = pith_reader_new(&options, NULL);
    pith_page page = page_of(html);
    pith_document *document = pith_read(reader, &page, NULL);
    assert_non_null(document);
    unsigned hit = pith_document_limits_hit(document);
    pith_document_free(document);
    pith_reader_free(reader);
    return hit;
}

static void tells_the_limits_it_runs_into(void **state)
{
    (void)state;
    const char *html = "<div><div><div><div><div><div><div><p a=1 b=2 c=3><b>x<p>y<p>z";
    assert_int_equal(limits_hit((pith_limits){0}, html), 0);
    assert_int_equal(limits_hit((pith_limits){.bytes = 20}, html) & PITH_LIMIT_BYTES,
                     PITH_LIMIT_BYTES);
    assert_int_equal(limits_hit((pith_limits){.bytes = strlen(html)}, html), 0);
    assert_int_equal(limits_hit((pith_limits){.depth = 8}, html) & PITH_LIMIT_DEPTH,
                     PITH_LIMIT_DEPTH);
    assert_int_equal(limits_hit((pith_limits){.nodes = 8}, html) & PITH_LIMIT_NODES,
                     PITH_LIMIT_NODES);
    assert_int_equal(limits_hit((pith_limits){.attributes = 2}, html), PITH_LIMIT_ATTRIBUTES);
    assert_int_equal(limits_hit((pith_limits){.clones = 1}, html), PITH_LIMIT_CLONES);
}

static void reads_up_to_the_limit_of_bytes(void **state)
{
    (void)state;
    pith_options options = {.size = sizeof options, .limits = {.bytes = strlen(PARAGRAPH)}};
    pith_reader *reader = pith_reader_new(&options, NULL);
    pith_page page = page_of(PARAGRAPH "<p>beyond the limit");
    pith_document *document = pith_read(reader, &page, NULL);
    size_t size;
    char *text = pith_write_buffer(document, NULL, &size, NULL);
    assert_non_null(strstr(text, "long known."));
    assert_null(strstr(text, "beyond"));
    pith_buffer_free(document, text);
    pith_document_free(document);
    pith_reader_free(reader);

    pith_error error = {0};
    options.limits.bytes = (size_t)INT32_MAX + 1;
    assert_null(pith_reader_new(&options, &error));
    assert_int_equal(error.status, PITH_ERROR_ARGUMENT);
    options.limits.bytes = INT32_MAX;
    reader = pith_reader_new(&options, &error);
    assert_non_null(reader);
    pith_reader_free(reader);
}

/* Counts what is in use, over all readers and documents that have it as context. */
static void *counting(void *context, void *pointer, size_t old_size, size_t new_size)
{
    size_t *counts = context; /* in use, most */
    counts[0] = counts[0] - old_size + new_size;
    if (counts[0] > counts[1])
        counts[1] = counts[0];
    if (new_size == 0) {
        free(pointer);
        return NULL;
    }
    return realloc(pointer, new_size);
}

static void bounds_memory(void **state)
{
    (void)state;
    char *html = malloc(200000);
    size_t size = 0;
    while (size < 190000)
        size += (size_t)sprintf(html + size, "%s", PARAGRAPH);
    size_t counts[2] = {0, 0};
    pith_options options = {.size = sizeof options, .allocator = {counting, counts}};
    size_t limits[] = {100, 5000, 100000, 1000000, 100000000};
    for (size_t i = 0; i < sizeof limits / sizeof *limits; i++) {
        options.limits.memory = limits[i];
        counts[1] = 0;
        pith_error error = {0};
        pith_reader *reader = pith_reader_new(&options, &error);
        if (reader == NULL) {
            assert_int_equal(error.status, PITH_ERROR_LIMIT);
            continue;
        }
        pith_page small = page_of(PARAGRAPH), large = small;
        large.bytes.data = html;
        large.bytes.size = size;
        pith_document *document = pith_read(reader, &large, &error);
        assert_true(document != NULL || error.status == PITH_ERROR_LIMIT);
        assert_true(counts[1] <= limits[i]);
        if (limits[i] == 100000000)
            assert_non_null(document);
        else if (limits[i] <= 100000)
            assert_null(document);
        pith_document_free(document);
        if (limits[i] >= 100000)
            assert_reads(reader, &small); /* the failure has left nothing behind */
        pith_reader_free(reader);
        assert_int_equal(counts[0], 0);
    }
    free(html);
}

/* What a page gives must not depend on the pages that the reader read before. */
static void does_not_count_warm_memory(void **state)
{
    (void)state;
    char *html = malloc(200000);
    size_t size = 0;
    while (size < 190000)
        size += (size_t)sprintf(html + size, "<!-- %s -->", PARAGRAPH);
    pith_options options = {.size = sizeof options};
    for (size_t limit = 250000; limit < 2000000; limit += 50000) {
        options.limits.memory = limit;
        pith_reader *cold = pith_reader_new(&options, NULL);
        pith_reader *warm = pith_reader_new(&options, NULL);
        pith_page small = page_of(PARAGRAPH PARAGRAPH), large = small;
        large.bytes.data = html;
        large.bytes.size = size;
        pith_document_free(pith_read(warm, &large, NULL));
        pith_document *one = pith_read(cold, &small, NULL), *other = pith_read(warm, &small, NULL);
        assert_int_equal(one == NULL, other == NULL);
        pith_document_free(one);
        pith_document_free(other);
        pith_reader_free(cold);
        pith_reader_free(warm);
    }
    free(html);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tells_its_version),
        cmocka_unit_test(has_a_message_for_each_status),
        cmocka_unit_test(refuses_missing_arguments),
        cmocka_unit_test(reads_an_empty_page),
        cmocka_unit_test(checks_the_size_of_a_page),
        cmocka_unit_test(checks_the_size_of_options),
        cmocka_unit_test(favors_precision_or_recall),
        cmocka_unit_test(tells_how_sure_it_is),
        cmocka_unit_test(tells_the_page_type),
        cmocka_unit_test(tells_the_language_of_the_text),
        cmocka_unit_test(takes_a_charset_or_refuses_it),
        cmocka_unit_test(outlives_its_reader),
        cmocka_unit_test(keeps_a_url_that_is_no_utf8_printable),
        cmocka_unit_test(tells_the_limits_it_runs_into),
        cmocka_unit_test(reads_up_to_the_limit_of_bytes),
        cmocka_unit_test(bounds_memory),
        cmocka_unit_test(does_not_count_warm_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
