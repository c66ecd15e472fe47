/* SPDX-License-Identifier: Apache-2.0 */
/* The reader behind the public handle. */
#ifndef PITH_READER_H
#define PITH_READER_H

#include "charset/charset.h"
#include "html/parser.h"
#include "text/text.h"

/* All that a reader keeps from page to page. Its memory is warm, never needed. */
struct pith_reader {
    pith_memory memory;
    pith_limits limits;        /* as given; bytes is never 0 */
    pith_favor favor;
    pith_arena scratch;        /* what one page needs until its document is made */
    pith_buffer text;          /* the page in UTF-8, then PITH_HTML_PADDING zeros */
    pith_html_parser *parser;  /* NULL until a page of HTML needs it */
    pith_text_parser plain;    /* for plain text */
};

/* A parsed page. It lives in the reader until the next page. */
typedef struct pith_parsed {
    const pith_encoding *encoding;
    bool is_text;              /* plain text: `plain` says more of it */
    pith_text plain;
    pith_html_tree tree;
    unsigned limits_hit;       /* or of pith_limit: of the decoder and of the parser */
} pith_parsed;

/*
 * Copies the caller's struct and checks it: PITH_OK, PITH_ERROR_ARGUMENT,
 * PITH_ERROR_VERSION or PITH_ERROR_CHARSET. `page` may be NULL (an error).
 */
pith_status pith_page_check(const pith_page *page, pith_page *checked);

/*
 * Sniffs, decodes and parses a checked page; `fragment` is the context element
 * of a fragment, empty for a document. Forgets the page before. PITH_OK,
 * PITH_ERROR_MEMORY or PITH_ERROR_LIMIT.
 */
pith_status pith_reader_parse(pith_reader *reader, const pith_page *page, pith_str fragment,
                              pith_parsed *parsed);

/* Gives all warm memory back. For use after a failure. */
void pith_reader_cool(pith_reader *reader);

#endif
