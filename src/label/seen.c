/* SPDX-License-Identifier: Apache-2.0 */
#include "label/seen.h"

bool pith_seen_init(pith_seen_texts *seen, const pith_block *blocks, uint32_t count,
                    pith_arena *arena)
{
    uint32_t bits = 4;
    while ((UINT64_C(1) << bits) < (uint64_t)count * 2)
        bits++;
    size_t slots = (size_t)1 << bits;
    *seen = (pith_seen_texts){blocks, pith_arena_take_array(arena, slots, sizeof *seen->slots),
                              (uint32_t)(slots - 1)};
    return seen->slots != NULL;
}

bool pith_seen_before(pith_seen_texts *seen, uint32_t block)
{
    enum { PROBES = 16 };
    uint64_t fingerprint = seen->blocks[block].fingerprint;
    uint32_t slot = (uint32_t)(fingerprint >> 32) & seen->mask;
    for (int probe = 0; probe < PROBES; probe++, slot = (slot + 1) & seen->mask) {
        if (seen->slots[slot] == 0) {
            seen->slots[slot] = block + 1;
            return false;
        }
        if (seen->blocks[seen->slots[slot] - 1].fingerprint == fingerprint)
            return true;
    }
    return false;
}
