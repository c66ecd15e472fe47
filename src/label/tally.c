/* SPDX-License-Identifier: Apache-2.0 */
#include "label/tally.h"

bool pith_tally_init(pith_tally *tally, uint32_t count, pith_arena *arena)
{
    uint32_t slots = 16;
    while (slots < UINT32_C(1) << 30 && slots < (uint64_t)count * 3 / 2)
        slots *= 2;
    *tally = (pith_tally){.mask = slots - 1};
    tally->sums = pith_arena_take_array(arena, slots, sizeof *tally->sums);
    return tally->sums != NULL;
}

pith_sum *pith_tally_get(pith_tally *tally, uint64_t key)
{
    enum { PROBES = 16 };
    uint64_t spread = key * UINT64_C(0x9E3779B97F4A7C15);
    uint32_t slot = (uint32_t)(spread >> 32) & tally->mask;
    uint32_t short_key = (uint32_t)(spread >> 24) | 1; /* 0 marks a free place */
    for (int probe = 0; probe < PROBES; probe++, slot = (slot + 1) & tally->mask) {
        pith_sum *sum = &tally->sums[slot];
        if (sum->key == short_key)
            return sum;
        if (sum->key == 0) {
            sum->key = short_key;
            return sum;
        }
    }
    return &tally->rest;
}
