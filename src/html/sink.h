/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the tokenizer tells the tree builder: one call a token. A test that
 * wants the tokens alone compiles the tokenizer against functions of its own.
 */
#ifndef PITH_HTML_SINK_H
#define PITH_HTML_SINK_H

#include "html/state.h"

/*
 * A run of characters. PITH_TEXT_NUL_DROP is set where the standard's tokenizer
 * gives U+0000 as it is, and leaves it to the builder what becomes of it.
 */
void pith_html_on_text(pith_html_parser *parser, pith_html_slice text);

/* parser->tag; a start tag's attributes follow parser->tag.first_attribute. */
void pith_html_on_start_tag(pith_html_parser *parser);
void pith_html_on_end_tag(pith_html_parser *parser);

/* The data of a token, as the page has it. */
void pith_html_on_comment(pith_html_parser *parser, uint32_t start, uint32_t size);
void pith_html_on_processing_instruction(pith_html_parser *parser, uint32_t start, uint32_t size);

/* What stands between "<!DOCTYPE" and ">"; `start_tag` is the offset of "<". */
void pith_html_on_doctype(pith_html_parser *parser, uint32_t start, uint32_t size);

void pith_html_on_end_of_file(pith_html_parser *parser);

/* True if "<![CDATA[" begins a CDATA section here. */
bool pith_html_allows_cdata(const pith_html_parser *parser);

/* Makes room for one more attribute. */
void pith_html_grow_attributes(pith_html_parser *parser);

#endif
