/* SPDX-License-Identifier: Apache-2.0 */
/* Sums over the sections or blocks that have one key, a 64-bit hash. */
#ifndef PITH_LABEL_TALLY_H
#define PITH_LABEL_TALLY_H

#include "base/arena.h"

typedef struct pith_sum {
    uint32_t key;      /* 32 bits of the hash tell keys apart well enough for sums */
    uint32_t count;
    uint32_t words;
    uint32_t text_size;
    uint32_t link_size;
    float squares;     /* of words */
} pith_sum;

typedef struct pith_tally {
    pith_sum *sums;    /* a hash table */
    uint32_t mask;
    pith_sum rest;     /* what found no place */
} pith_tally;

/* For up to `count` keys. False without memory. */
bool pith_tally_init(pith_tally *tally, uint32_t count, pith_arena *arena);

/*
 * The sum for a key, made if it is new. Probing is bounded, so that a page made
 * to collide costs no more than others: what finds no place shares one sum.
 */
pith_sum *pith_tally_get(pith_tally *tally, uint64_t key);

#endif
