/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the names around a block say of it: tags, class names, ids, roles and
 * itemprops of its section and of those around it, each a token with a learned
 * weight. A token has three weights: for the section it stands on, for the
 * sections directly in that, and for all that are deeper. Where sections in each
 * other have the same token, it counts once for those deeper.
 */
#ifndef PITH_LABEL_NAMING_H
#define PITH_LABEL_NAMING_H

#include "block/block.h"

/* For which blocks a token speaks. */
typedef enum pith_name_reach {
    PITH_REACH_OWN,    /* of the section itself */
    PITH_REACH_CHILD,  /* of its child sections */
    PITH_REACH_BELOW,  /* of all deeper ones */
    PITH_REACH_INLINE, /* the token is of an inline element around the block's first leaf */
    PITH_REACH_COUNT
} pith_name_reach;

enum {
    PITH_TOKENS_MOST = 64,       /* of one element; more are left out */
    PITH_NAME_WEIGHT_BITS = 15,  /* of a token's place in the table of weights */
    PITH_NAME_WEIGHT_ONE = 24    /* the weight 1.0 of a token */
};

extern const int8_t pith_name_weights[PITH_REACH_COUNT][1 << PITH_NAME_WEIGHT_BITS];

/*
 * The element's tokens as hashes, each once, then those of its id, each once; gives
 * their number. `parent` is the element around it that counts, or 0.
 *
 * Tokens are the tag, the tag behind its parent's, the words of class and id
 * (ASCII in lower case, each run of digits as one 0), the parts of these words
 * (at "-", "_", ":", "/" and where a capital follows a small letter), and the
 * values of role and itemprop.
 */
uint32_t pith_name_tokens(const pith_html_tree *tree, uint32_t node, uint32_t parent,
                          uint32_t tokens[PITH_TOKENS_MOST]);

/*
 * The same, but for ids, of up to four inline elements around the block's first
 * leaf, one after the other.
 */
enum { PITH_INLINE_TOKENS_MOST = 2 * PITH_TOKENS_MOST };
uint32_t pith_name_inline_tokens(const pith_html_tree *tree, const pith_block *block,
                                 uint32_t tokens[PITH_INLINE_TOKENS_MOST]);

/* Where a token's weight stands. */
static inline uint32_t pith_name_slot(uint32_t token, pith_name_reach reach)
{
    static const uint32_t spread[PITH_REACH_COUNT] = {0x9E3779B1, 0x85EBCA77, 0xC2B2AE3D,
                                                      0x27D4EB2F};
    return token * spread[reach] >> (32 - PITH_NAME_WEIGHT_BITS);
}

/*
 * The sum of the learned weights for each block, in PITH_NAME_WEIGHT_ONE;
 * `scores` has blocks->count elements. False without memory.
 */
bool pith_names_score(const pith_html_tree *tree, const pith_blocks *blocks, pith_arena *arena,
                      int32_t *scores);

#endif
