/* SPDX-License-Identifier: Apache-2.0 */
/* Which texts have been seen: pages say things twice, for narrow and for wide screens. */
#ifndef PITH_LABEL_SEEN_H
#define PITH_LABEL_SEEN_H

#include "block/block.h"

/* The blocks that were added, by their text: an open hash table of block numbers plus one. */
typedef struct pith_seen_texts {
    const pith_block *blocks;
    uint32_t *slots;
    uint32_t mask;
} pith_seen_texts;

/* For up to `count` blocks; lives in `arena`. False without memory. */
bool pith_seen_init(pith_seen_texts *seen, const pith_block *blocks, uint32_t count,
                    pith_arena *arena);

/*
 * Adds the block; true if one with the same text is there. Probing is bounded:
 * a page made to collide costs no more than others.
 */
bool pith_seen_before(pith_seen_texts *seen, uint32_t block);

#endif
