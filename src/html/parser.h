/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The HTML parser: tokenizer and tree builder of the WHATWG standard in one
 * pass. A parser keeps its memory from page to page.
 */
#ifndef PITH_HTML_PARSER_H
#define PITH_HTML_PARSER_H

#include "html/tree.h"

typedef struct pith_html_parser pith_html_parser;

/* NULL without memory. All memory comes from `memory`. */
pith_html_parser *pith_html_parser_new(pith_memory *memory);
void pith_html_parser_free(pith_html_parser *parser);

/* The tokenizer's instruction set. One that the processor lacks gives the next that it has. */
typedef enum pith_html_isa {
    PITH_ISA_BEST,     /* the widest */
    PITH_ISA_PORTABLE, /* 64-bit words */
    PITH_ISA_NARROW,   /* 16 bytes: SSE2, NEON */
    PITH_ISA_WIDE      /* 32 bytes: AVX2 */
} pith_html_isa;

/* What to parse as, and within what bounds. */
typedef struct pith_html_settings {
    pith_limits limits;  /* zero: the defaults of pith.h */
    pith_str fragment;   /* context element: "td", "svg path", "math mi"; empty: a document */
    bool scripting;      /* the standard's scripting flag: <noscript> is raw text */
    pith_html_isa isa;   /* for tests; zero: the best */
} pith_html_settings;

/*
 * Parses `text`: UTF-8, followed by PITH_HTML_PADDING zero bytes. The tree
 * points into the text and into the parser, and lives until the next call.
 * PITH_OK, PITH_ERROR_MEMORY or PITH_ERROR_LIMIT.
 */
pith_status pith_html_parse(pith_html_parser *parser, pith_str text,
                            const pith_html_settings *settings, pith_html_tree *tree);

/* Bytes that the parser holds for the current tree and its own stacks. */
size_t pith_html_parser_memory(const pith_html_parser *parser);

#endif
