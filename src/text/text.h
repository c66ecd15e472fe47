/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Plain text: what a scraper left of a page, without its markup.
 *
 * A text becomes a tree of the elements that it tells surely (paragraphs, headings
 * that are marked as such, list items, rules), so that all that follows takes it as
 * it takes a page. What is content is told by a model of its own, over the lines.
 */
#ifndef PITH_TEXT_TEXT_H
#define PITH_TEXT_TEXT_H

#include "label/label.h"

/*
 * True if `text`, which is UTF-8, has markup and not only mentions it. Looks at a
 * bounded part of it. docs/TEXT.md has the rule. An empty text has none to tell and
 * is taken for HTML, which comes to the same.
 */
bool pith_text_has_markup(pith_str text);

/* What a server's Content-Type says: PITH_INPUT_TEXT, PITH_INPUT_HTML, or AUTO: nothing of use. */
pith_input pith_text_input_of_type(pith_str content_type);

/* What a paragraph is besides its words. There is one for each block, in the same order. */
typedef struct pith_text_paragraph {
    uint32_t node;         /* its element: P, H1 to H6 or LI */
    uint32_t blank_before; /* empty lines between it and the paragraph before */
    uint32_t columns;      /* its first line's width */
    uint8_t indent;        /* columns before its first line, up to 255 */
    uint8_t marker_size;   /* bytes of a bullet or number and the space after it; 0: none */
    char marker;           /* '1' for a number, else the last byte of the bullet */
    bool joined;           /* of several lines */
    uint32_t number;       /* of the marker */
} pith_text_paragraph;

/* A text that was read. It lives in the parser until the next one. */
typedef struct pith_text {
    pith_html_tree tree;
    pith_text_paragraph *paragraphs;
    uint32_t count;
    uint32_t joined_count; /* paragraphs of several lines */
} pith_text;

/* Keeps its memory from text to text. */
typedef struct pith_text_parser {
    pith_memory *memory;
    pith_html_node *nodes;
    uint32_t node_count, node_capacity;
    pith_html_attribute *attributes;
    uint32_t attribute_count, attribute_capacity;
    pith_text_paragraph *paragraphs;
    uint32_t count, capacity;
} pith_text_parser;

void pith_text_parser_init(pith_text_parser *parser, pith_memory *memory);

/* Gives all memory back; the parser is as new. */
void pith_text_parser_release(pith_text_parser *parser);

/*
 * Reads a text of less than 2 GiB. Hard-wrapped lines are joined to paragraphs. At
 * most `nodes` nodes are made; what lies beyond is left out (PITH_LIMIT_NODES in
 * tree.limits_hit). PITH_OK, PITH_ERROR_MEMORY or PITH_ERROR_LIMIT.
 */
pith_status pith_text_parse(pith_text_parser *parser, pith_str text, uint32_t nodes,
                            pith_text *result);

/*
 * Labels the blocks of the tree, of which there is one for each paragraph, as
 * pith_label_blocks() does. The line that is the text's title becomes an H1, and the
 * tree's notable nodes are noted, in the arena.
 */
pith_status pith_text_label(pith_text *text, const pith_blocks *blocks, pith_favor favor,
                            pith_arena *arena, pith_block_label **labels);

#endif
