/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Every allocation fails in turn, once or with all that follow: the result is an
 * error or all of the document, nothing leaks, and the reader works afterwards.
 */
#include "failing.h"

#include <pith/pith.h>

#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <setjmp.h>
#include <stddef.h>
#include <cmocka.h>

#define SENTENCE "An arch carries its load to both of its ends, as people have known for long."

/* Something of everything that takes memory. */
static const char page_html[] =
    "<html lang=en><title>On &amp; about arches</title><meta name=author content='A &amp; B'>"
    "<script type=application/ld+json>{\"@type\":\"Article\",\"headline\":\"On arches\"}</script>"
    "<base href=/base/><body><nav><ul><li><a href=a>One</a><li><a href=b>Two</a></ul></nav>"
    "<main><h1>On &amp; about <i>arches</i></h1><pre>" SENTENCE SENTENCE SENTENCE SENTENCE SENTENCE
    SENTENCE "</pre><p>" SENTENCE " <a href='x?a=1&amp;b=2' title='A "
    "&amp; b'>A <b>link</b></a> &lt;b&gt; <code>co&amp;de</code> [1] *star* <q>so</q></p>"
    "<table><caption>" SENTENCE "</caption><tr><th>" SENTENCE "<th align=right>b<tr><td rowspan=2>"
    SENTENCE "<td>d<tr><td>" SENTENCE "</table><table><tr><th>" SENTENCE "<th>x<tr><td><ul><li>"
    SENTENCE "</ul><td>y</table><ol start=3><li>" SENTENCE "<ul><li>" SENTENCE "</ul></ol>"
    "<figure><img src='i&amp;j.png' alt='p &amp; q'><figcaption>" SENTENCE "</figcaption></figure>"
    "<blockquote><p>" SENTENCE "<p>" SENTENCE "</blockquote><pre><code class=language-c>int a"
    "&lt;b;\n</code></pre><p>" SENTENCE " <a href='#fn1'>1</a> <math><mi>&alpha;</mi><mo>&lt;</mo>"
    "<mn>1</mn></math> <script type=math/tex>x_1</script></p><p id=fn1>" SENTENCE "</p><div "
    "class=code><div class=line>a = 1</div><div class=line>&nbsp;b</div></div><p><b>"
    SENTENCE "<p>" SENTENCE "</b></main><aside>" SENTENCE "</aside>"
    "<aside class=related><h3>Related</h3><div><a href='r?a&amp;b'>One more arch</a><p>" SENTENCE
    "</div></aside><section class=comments><ul><li class=comment><b class=fn>Ann</b> <time>2 May "
    "2026</time><p>" SENTENCE "<ul><li class=comment><b>Bo</b><p>" SENTENCE "</ul></ul></section>"
    "<foo-bar some-attribute='x'><custom-element>" SENTENCE "</custom-element></foo-bar>";

enum { TIMES = 8 }; /* so that memory runs out in more than one place */

static int make_pages(void **state)
{
    enum { SIZE = sizeof page_html - 1 };
    char *html = malloc(SIZE * TIMES + 1);
    if (html == NULL)
        return -1;
    for (size_t i = 0; i < TIMES; i++)
        memcpy(html + i * SIZE, page_html, SIZE);
    html[SIZE * TIMES] = '\0';
    *state = html;
    return 0;
}

static int free_pages(void **state)
{
    free(*state);
    return 0;
}

/* The page as it comes, or in an encoding that has to be converted. */
static pith_page make_page(const char *html, bool converted)
{
    pith_page page = {.size = sizeof page,
                      .bytes = {html, strlen(html)},
                      .url = {"https://example.org/page", 24}};
    if (converted)
        page.content_type = (pith_str){"text/html; charset=iso-8859-1", 29};
    return page;
}

static char *write_all(const pith_document *document, pith_format format, pith_error *error)
{
    pith_write_options options = {.size = sizeof options, .format = format,
                                  .with = PITH_PART_FURNITURE | PITH_PART_LINKS};
    size_t size;
    return pith_write_buffer(document, &options, &size, error);
}

static char *expected_output(const char *html, bool converted)
{
    pith_page page = make_page(html, converted);
    pith_reader *reader = pith_reader_new(NULL, NULL);
    pith_document *document = pith_read(reader, &page, NULL);
    char *output = write_all(document, PITH_FORMAT_HTML, NULL);
    char *copy = malloc(strlen(output) + 1);
    strcpy(copy, output);
    pith_buffer_free(document, output);
    pith_document_free(document);
    pith_reader_free(reader);
    return copy;
}

/* Reads with a failure at one request; true while there was such a request. */
static bool survives_reading(const pith_page *page, size_t fail_at, bool fail_after,
                             const char *expected)
{
    failing f = {.fail_at = fail_at, .fail_after = fail_after};
    pith_options options = {.size = sizeof options, .allocator = {reallocate, &f}};
    pith_error error = {0};
    pith_reader *reader = pith_reader_new(&options, &error);
    pith_document *document = reader != NULL ? pith_read(reader, page, &error) : NULL;
    bool failed = f.requests >= fail_at;
    if (document == NULL) {
        assert_true(failed);
        assert_int_equal(error.status, PITH_ERROR_MEMORY);
    }
    f.fail_at = 0;
    for (int again = document == NULL; again < 2 && reader != NULL; again++) {
        if (document == NULL)
            document = pith_read(reader, page, NULL);
        assert_non_null(document);
        char *output = write_all(document, PITH_FORMAT_HTML, NULL);
        assert_string_equal(output, expected);
        pith_buffer_free(document, output);
        pith_document_free(document);
        document = NULL;
    }
    pith_reader_free(reader);
    assert_int_equal(f.in_use, 0);
    return failed;
}

static void reading_survives_each_failure(void **state)
{
    for (int converted = 0; converted < 2; converted++) {
        char *expected = expected_output(*state, converted);
        pith_page page = make_page(*state, converted);
        for (int fail_after = 0; fail_after < 2; fail_after++) {
            size_t fail_at = 1;
            while (survives_reading(&page, fail_at, fail_after, expected))
                fail_at++;
            assert_true(fail_at > 10);
            print_message("%zu requests failed in turn\n", fail_at - 1);
        }
        free(expected);
    }
}

/* Writes with a failure at one request; true while there was such a request. */
static bool survives_writing(const pith_document *document, failing *f, pith_format format,
                             size_t fail_at, const char *expected)
{
    size_t in_use = f->in_use;
    pith_error error = {0};
    f->requests = 0;
    f->fail_at = fail_at;
    char *output = write_all(document, format, &error);
    bool failed = f->requests >= fail_at;
    f->fail_at = 0;
    if (output == NULL) {
        assert_true(failed);
        assert_int_equal(error.status, PITH_ERROR_MEMORY);
        output = write_all(document, format, NULL);
    }
    assert_string_equal(output, expected);
    pith_buffer_free(document, output);
    assert_int_equal(f->in_use, in_use);
    return failed;
}

static void writing_survives_each_failure(void **state)
{
    failing f = {0};
    pith_options options = {.size = sizeof options, .allocator = {reallocate, &f}};
    pith_reader *reader = pith_reader_new(&options, NULL);
    pith_page page = make_page(*state, false);
    pith_document *document = pith_read(reader, &page, NULL);
    pith_reader_free(reader);
    for (int format = PITH_FORMAT_TEXT; format <= PITH_FORMAT_TEI; format++) {
        char *expected = write_all(document, (pith_format)format, NULL);
        size_t fail_at = 1;
        while (survives_writing(document, &f, (pith_format)format, fail_at, expected))
            fail_at++;
        assert_true(fail_at > 1);
        pith_buffer_free(document, expected);
    }
    pith_document_free(document);
    assert_int_equal(f.in_use, 0);
}

/* The hook is given the old sizes, and memory of no other allocator. */
static void the_hook_gets_true_sizes(void **state)
{
    failing f = {0};
    pith_options options = {.size = sizeof options, .allocator = {reallocate, &f}};
    for (int i = 0; i < 3; i++) {
        pith_reader *reader = pith_reader_new(&options, NULL);
        pith_page page = make_page(*state, i == 1);
        pith_document *one = pith_read(reader, &page, NULL);
        pith_document *other = pith_read(reader, &page, NULL);
        pith_document_free(one);
        pith_reader_free(reader);
        pith_document_free(other);
        assert_int_equal(f.in_use, 0);
    }
    assert_true(f.requests > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reading_survives_each_failure),
        cmocka_unit_test(writing_survives_each_failure),
        cmocka_unit_test(the_hook_gets_true_sizes),
    };
    return cmocka_run_group_tests(tests, make_pages, free_pages);
}
