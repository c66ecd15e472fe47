/* SPDX-License-Identifier: Apache-2.0 */
/* A fast hash, for tables whose keys are told apart by it alone or by a look at them. */
#ifndef PITH_BASE_HASH_H
#define PITH_BASE_HASH_H

#include <pith/pith.h>
#include <string.h>

static inline uint64_t pith_hash_word(uint64_t hash, uint64_t word)
{
    hash = (hash ^ word) * UINT64_C(0x9E3779B97F4A7C15);
    return hash ^ hash >> 32;
}

/* Differs between big- and little-endian machines: for use within one run only. */
static inline uint64_t pith_hash_bytes(uint64_t hash, pith_str bytes)
{
    size_t at = 0;
    for (uint64_t word; bytes.size - at >= sizeof word; at += sizeof word) {
        memcpy(&word, bytes.data + at, sizeof word);
        hash = pith_hash_word(hash, word);
    }
    uint64_t rest = 0;
    if (at < bytes.size)
        memcpy(&rest, bytes.data + at, bytes.size - at);
    return pith_hash_word(hash, rest + ((uint64_t)bytes.size << 56));
}

#endif
