/* SPDX-License-Identifier: Apache-2.0 */
/* The tokenizers, one for each instruction set that the build has. */
#ifndef PITH_HTML_TOKENIZER_H
#define PITH_HTML_TOKENIZER_H

#include "html/state.h"

/* Tokenizes parser->text up to parser->end, beginning in parser->content. */
typedef void pith_html_tokenize(pith_html_parser *parser);

pith_html_tokenize pith_html_tokenize_scalar;
pith_html_tokenize pith_html_tokenize_sse2;
pith_html_tokenize pith_html_tokenize_avx2;
pith_html_tokenize pith_html_tokenize_neon;

/* True if one of the attributes from `first` on has that number and name. */
bool pith_html_has_attribute(const pith_html_parser *parser, uint32_t first, uint32_t number,
                             pith_str name);

#endif
