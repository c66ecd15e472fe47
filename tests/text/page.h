/* SPDX-License-Identifier: Apache-2.0 */
/* For tests: plain texts, and the way from one to its blocks. */
#ifndef PITH_TESTS_TEXT_PAGE_H
#define PITH_TESTS_TEXT_PAGE_H

#include "text/text.h"

#include <stdio.h>
#include <stdlib.h>

typedef struct plain_page {
    pith_memory memory;
    pith_arena arena;
    pith_text_parser parser;
    pith_buffer text;
    char *bytes;
    pith_text read;
    pith_blocks blocks;
} plain_page;

static inline void plain_open(plain_page *p, const char *bytes, size_t size, uint32_t nodes)
{
    *p = (plain_page){.bytes = calloc(1, size + PITH_HTML_PADDING)};
    pith_memory_init(&p->memory, NULL, 0);
    pith_arena_init(&p->arena, &p->memory);
    pith_buffer_init(&p->text, &p->memory);
    pith_text_parser_init(&p->parser, &p->memory);
    if (p->bytes == NULL)
        abort();
    memcpy(p->bytes, bytes, size);
    if (pith_text_parse(&p->parser, (pith_str){p->bytes, size}, nodes, &p->read) != PITH_OK ||
        pith_blocks_build(&p->read.tree, &p->arena, &p->blocks) != PITH_OK)
        abort();
}

/* Gives the bytes that stayed in use: 0 unless something leaks. */
static inline size_t plain_close(plain_page *p)
{
    pith_buffer_release(&p->text);
    pith_text_parser_release(&p->parser);
    pith_arena_free(&p->arena);
    free(p->bytes);
    return p->memory.used;
}

/* "<p>one|<li>two": each block's element and text, in p->text. */
static inline const char *plain_list(plain_page *p)
{
    pith_buffer_reset(&p->text);
    for (uint32_t i = 0; i < p->blocks.count; i++) {
        if (i > 0)
            pith_buffer_add_byte(&p->text, '|');
        pith_buffer_add_byte(&p->text, '<');
        pith_buffer_add(&p->text, pith_html_name(&p->read.tree, p->blocks.blocks[i].container));
        pith_buffer_add_byte(&p->text, '>');
        pith_block_text(&p->read.tree, &p->blocks.blocks[i], SIZE_MAX, &p->text);
    }
    pith_buffer_add_byte(&p->text, '\0');
    if (p->text.failed)
        abort();
    return p->text.data;
}

/* An article, with what a page has around it: lines, each to be ended as a test wants. */
static const char *const article_lines[] = {
    "The last ferry of Lower Marsh | The Marsh Courier",
    "Home", "News", "Weather", "Sports", "Contact",
    "The last ferry of Lower Marsh",
    "By Ada Quill",
    "For ninety years the ferry has crossed the river at Lower Marsh, and for ninety years it has "
    "been late, which nobody in the village ever held against the men who rowed it.",
    "On Thursday it will cross for the last time. The council has built a bridge half a mile "
    "upstream, and the bridge, as the council likes to say, is never late.",
    "“I have seen the plans, and they are good plans,” said the ferryman, who has worked on the "
    "river since he was twelve. “But a bridge does not wait for you when you run.”",
    "The village has asked to keep the boat. It will stand on the green, next to the pump, where "
    "children can sit in it and where it will, for the first time, be on time.",
    "What the council would do with the landing is less clear. Some want a garden there, others a "
    "place for cars, and the innkeeper wants nothing at all, so that the view stays as it is.",
    "There will be music on Thursday evening, and the ferry will cross twice, once with the band "
    "and once without, so that everybody can hear which one the river prefers.",
    "Related Posts",
    "A bridge for those who run",
    "The council has shown its plans for the crossing, and the village has looked at them for a "
    "whole evening without finding…",
    "Why the pump is green",
    "Nobody remembers who painted it, but the colour was chosen with great care by a committee "
    "of seven people and…",
    "The inn changes hands again",
    "It is the fourth time in three years that the sign above the door has had to be painted "
    "over, and the painter…",
    "Leave a Reply",
    "Your email address will not be published. Required fields are marked *",
};

enum {
    ARTICLE_LINES = sizeof article_lines / sizeof *article_lines,
    FIRST_PROSE = 8,
    PROSE_END = 14 /* "Related Posts" */
};

/* The article's lines with `end` after each, in `out`; gives the size. */
static inline size_t write_article(char *out, const char *end)
{
    size_t size = 0;
    for (size_t i = 0; i < ARTICLE_LINES; i++) {
        size_t line = strlen(article_lines[i]), more = strlen(end);
        memcpy(out + size, article_lines[i], line);
        memcpy(out + size + line, end, more);
        size += line + more;
    }
    return size;
}

/* The same, broken at the last space before `width` bytes. */
static inline size_t write_wrapped(char *out, const char *end, size_t width)
{
    size_t size = write_article(out, end), column = 0, space = 0;
    for (size_t i = 0; i < size; i++) {
        if (out[i] == '\n')
            column = space = 0;
        else if (out[i] == ' ')
            space = i;
        if (++column > width && space > 0) {
            out[space] = '\n';
            column = i - space;
            space = 0;
        }
    }
    return size;
}

enum { ARTICLE_ROOM = 8192 };

#endif
