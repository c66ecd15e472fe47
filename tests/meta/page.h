/* SPDX-License-Identifier: Apache-2.0 */
/* Reading a page's metadata from a string of HTML, for the tests of this room. */
#ifndef TESTS_META_PAGE_H
#define TESTS_META_PAGE_H

#include "html/parser.h"
#include "meta/meta.h"

#include <stdarg.h>
#include <stdlib.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdio.h>
#include <cmocka.h>

typedef struct page {
    pith_memory memory;
    pith_arena arena;
    pith_html_parser *parser;
    char *text;
    pith_html_tree tree;
    pith_meta meta;
} page;

static inline pith_str page_str(const char *text)
{
    return (pith_str){text, strlen(text)};
}

static inline void page_parse(page *p, pith_str html)
{
    memset(p, 0, sizeof *p);
    pith_memory_init(&p->memory, NULL, 0);
    pith_arena_init(&p->arena, &p->memory);
    p->parser = pith_html_parser_new(&p->memory);
    p->text = calloc(1, html.size + PITH_HTML_PADDING);
    assert_non_null(p->parser);
    assert_non_null(p->text);
    if (html.size > 0)
        memcpy(p->text, html.data, html.size);
    pith_html_settings settings = {0};
    assert_int_equal(
        pith_html_parse(p->parser, (pith_str){p->text, html.size}, &settings, &p->tree), PITH_OK);
}

static inline void page_read(page *p, const char *url, const char *html)
{
    page_parse(p, page_str(html));
    assert_int_equal(pith_meta_read(&p->tree, page_str(url), &p->arena, &p->meta), PITH_OK);
}

static inline void page_free(page *p)
{
    pith_arena_free(&p->arena);
    pith_html_parser_free(p->parser);
    free(p->text);
    assert_int_equal(p->memory.used, 0);
}

static inline void check_str(const char *what, pith_str value, const char *expected)
{
    if (!pith_str_equal(value, page_str(expected)))
        fail_msg("%s is <%.*s>, not <%s>", what, (int)value.size, value.data, expected);
}

/* The authors, with "; " between them. */
static inline void check_authors(const pith_meta *meta, const char *expected)
{
    char all[1000] = "";
    size_t size = 0;
    for (size_t i = 0; i < meta->author_count; i++)
        size += (size_t)snprintf(all + size, sizeof all - size, "%s%.*s", i > 0 ? "; " : "",
                                 (int)meta->authors[i].size, meta->authors[i].data);
    check_str("authors", (pith_str){all, size}, expected);
}

#endif
