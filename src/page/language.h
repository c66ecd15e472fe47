/* SPDX-License-Identifier: Apache-2.0 */
/* The language that a page's content is written in. */
#ifndef PITH_PAGE_LANGUAGE_H
#define PITH_PAGE_LANGUAGE_H

#include "label/label.h"

/*
 * By the first texts of the content; `*language` is a BCP 47 tag, a constant, or empty
 * where there is too little or it is not sure. PITH_OK, PITH_ERROR_MEMORY or
 * PITH_ERROR_LIMIT.
 */
pith_status pith_page_language(const pith_html_tree *tree, const pith_blocks *blocks,
                               const pith_block_label *labels, pith_memory *memory,
                               pith_str *language);

#endif
