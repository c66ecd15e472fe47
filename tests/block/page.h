/* SPDX-License-Identifier: Apache-2.0 */
/* For tests: a page from its HTML to its blocks, and the blocks as text. */
#ifndef PITH_TESTS_BLOCK_PAGE_H
#define PITH_TESTS_BLOCK_PAGE_H

#include "block/block.h"
#include "html/parser.h"

#include <stdio.h>
#include <stdlib.h>

typedef struct page {
    pith_memory memory; /* of the blocks; the parser has its own */
    pith_memory parser_memory;
    pith_html_parser *parser;
    char *bytes;
    pith_html_tree tree;
    pith_arena arena;
    pith_blocks blocks;
    pith_buffer text;
} page;

static inline void page_parse(page *p, pith_str html)
{
    *p = (page){.bytes = calloc(1, html.size + PITH_HTML_PADDING)};
    pith_memory_init(&p->memory, NULL, 0);
    pith_memory_init(&p->parser_memory, NULL, 0);
    pith_arena_init(&p->arena, &p->memory);
    pith_buffer_init(&p->text, &p->memory);
    p->parser = pith_html_parser_new(&p->parser_memory);
    if (p->bytes == NULL || p->parser == NULL)
        abort();
    if (html.size > 0)
        memcpy(p->bytes, html.data, html.size);
    pith_html_settings settings = {.limits = {0}};
    if (pith_html_parse(p->parser, (pith_str){p->bytes, html.size}, &settings, &p->tree) != PITH_OK)
        abort();
}

static inline void page_open(page *p, const char *html)
{
    page_parse(p, (pith_str){html, strlen(html)});
    if (pith_blocks_build(&p->tree, &p->arena, &p->blocks) != PITH_OK)
        abort();
}

/* Gives the bytes that stayed in use: 0 unless something leaks. */
static inline size_t page_close(page *p)
{
    pith_buffer_release(&p->text);
    pith_arena_free(&p->arena);
    pith_html_parser_free(p->parser);
    free(p->bytes);
    return p->memory.used + p->parser_memory.used;
}

/* The text of a block, valid until the next call. */
static inline pith_str page_block_text(page *p, uint32_t block)
{
    pith_buffer_reset(&p->text);
    return pith_block_text(&p->tree, &p->blocks.blocks[block], SIZE_MAX, &p->text);
}

/* "<p>one|<li>two": each block's container and text. To be freed by free(). */
static inline char *page_list(page *p)
{
    pith_buffer list;
    pith_buffer_init(&list, &p->parser_memory);
    for (uint32_t i = 0; i < p->blocks.count; i++) {
        if (i > 0)
            pith_buffer_add_byte(&list, '|');
        pith_buffer_add_byte(&list, '<');
        pith_buffer_add(&list, pith_html_name(&p->tree, p->blocks.blocks[i].container));
        pith_buffer_add_byte(&list, '>');
        pith_buffer_add(&list, page_block_text(p, i));
    }
    char *copy = calloc(1, list.size + 1);
    if (copy == NULL || list.failed)
        abort();
    if (list.size > 0)
        memcpy(copy, list.data, list.size);
    pith_buffer_release(&list);
    return copy;
}

#endif
