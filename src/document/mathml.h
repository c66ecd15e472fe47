/* SPDX-License-Identifier: Apache-2.0 */
/* LaTeX for formulas that the page has as MathML alone. */
#ifndef PITH_DOCUMENT_MATHML_H
#define PITH_DOCUMENT_MATHML_H

#include "base/buffer.h"
#include "html/tree.h"

/*
 * Adds the LaTeX, without "$" around it, of the formula at the node `math`.
 * `scratch` is overwritten. Either buffer may have failed afterwards.
 */
void pith_mathml_to_latex(const pith_html_tree *tree, uint32_t math, pith_buffer *out,
                          pith_buffer *scratch);

#endif
