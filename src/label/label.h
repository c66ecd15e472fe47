/* SPDX-License-Identifier: Apache-2.0 */
/* The decision what each block is. */
#ifndef PITH_LABEL_LABEL_H
#define PITH_LABEL_LABEL_H

#include "block/block.h"

#include <pith/develop.h>

typedef struct pith_block_label {
    pith_label label;
    float score;      /* 0 to 1: how surely the block is content, before the rules */
    bool announces;   /* a heading such as "Related articles": it heads no content */
    pith_rule rule;   /* what had the last word on whether it is content */
} pith_block_label;

/* What the decision may use beside the tree and the blocks. */
typedef struct pith_label_hints {
    pith_str title;   /* the page's title as the metadata have it; may be empty */
    pith_favor favor; /* precision keeps no block that balance drops, recall all that it keeps */
} pith_label_hints;

/* True if a block with this label belongs to the content. */
static inline bool pith_label_is_content(pith_label label)
{
    return label >= PITH_LABEL_TITLE && label <= PITH_LABEL_CAPTION;
}

/*
 * Labels each block; `*labels` has blocks->count elements and lives in `arena`.
 * PITH_OK, PITH_ERROR_MEMORY or PITH_ERROR_LIMIT.
 */
pith_status pith_label_blocks(const pith_html_tree *tree, const pith_blocks *blocks,
                              const pith_label_hints *hints, pith_arena *arena,
                              pith_block_label **labels);

#endif
