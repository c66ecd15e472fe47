/* SPDX-License-Identifier: Apache-2.0 */
#include "base/utf8.h"

#include <string.h>

/*
 * The length of the sequence at `byte`, of which `size` bytes can be read, or 0
 * if it is none: the table of well-formed sequences in the Unicode standard
 * (section 3.9, table 3-7).
 */
static size_t sequence_length(const unsigned char *byte, size_t size)
{
    if (byte[0] < 0x80)
        return 1;
    if (byte[0] < 0xC2 || byte[0] > 0xF4)
        return 0;
    size_t length = byte[0] < 0xE0 ? 2 : byte[0] < 0xF0 ? 3 : 4;
    if (length > size)
        return 0;
    unsigned char low = byte[0] == 0xE0 ? 0xA0 : byte[0] == 0xF0 ? 0x90 : 0x80;
    unsigned char high = byte[0] == 0xED ? 0x9F : byte[0] == 0xF4 ? 0x8F : 0xBF;
    if (byte[1] < low || byte[1] > high)
        return 0;
    for (size_t i = 2; i < length; i++)
        if ((byte[i] & 0xC0) != 0x80)
            return 0;
    return length;
}

/* The length of the sequence at `byte`, which starts with a byte from 0x80 on; 0 if it is none. */
static inline size_t sequence_length_beyond_ascii(const unsigned char *byte, size_t size)
{
    /* the two kinds that most text has, without a table's exceptions */
    if (byte[0] >= 0xC2 && byte[0] < 0xE0 && size >= 2 && (byte[1] & 0xC0) == 0x80)
        return 2;
    if (byte[0] > 0xE0 && byte[0] < 0xED && size >= 3 && (byte[1] & 0xC0) == 0x80 &&
        (byte[2] & 0xC0) == 0x80)
        return 3;
    return sequence_length(byte, size);
}

#if defined(__SSE2__)

#include <emmintrin.h>

/* Whether the 64 bytes at `byte` are ASCII. */
static inline bool is_ascii_block(const unsigned char *byte)
{
    const __m128i *lanes = (const __m128i *)(const void *)byte;
    __m128i first = _mm_or_si128(_mm_loadu_si128(lanes), _mm_loadu_si128(lanes + 1));
    __m128i second = _mm_or_si128(_mm_loadu_si128(lanes + 2), _mm_loadu_si128(lanes + 3));
    return _mm_movemask_epi8(_mm_or_si128(first, second)) == 0;
}

#elif defined(__aarch64__) && defined(__ARM_NEON)

#include <arm_neon.h>

static inline bool is_ascii_block(const unsigned char *byte)
{
    uint8x16_t first = vorrq_u8(vld1q_u8(byte), vld1q_u8(byte + 16));
    uint8x16_t second = vorrq_u8(vld1q_u8(byte + 32), vld1q_u8(byte + 48));
    return vmaxvq_u8(vorrq_u8(first, second)) < 0x80;
}

#else

static inline bool is_ascii_block(const unsigned char *byte)
{
    uint64_t words[8], all = 0;
    memcpy(words, byte, sizeof words);
    for (size_t i = 0; i < 8; i++)
        all |= words[i];
    return (all & 0x8080808080808080u) == 0;
}

#endif

enum { BLOCK = 64 };

size_t pith_ascii_prefix(const char *data, size_t size)
{
    const unsigned char *byte = (const unsigned char *)data;
    size_t at = 0;
    while (size - at >= BLOCK && is_ascii_block(byte + at))
        at += BLOCK;
    for (; size - at >= 8; at += 8) {
        uint64_t word;
        memcpy(&word, byte + at, sizeof word);
        if ((word & 0x8080808080808080u) != 0)
            break;
    }
    while (at < size && byte[at] < 0x80)
        at++;
    return at;
}

size_t pith_utf8_valid_prefix(const char *data, size_t size)
{
    const unsigned char *byte = (const unsigned char *)data;
    size_t at = 0;
    while (at < size) {
        at += pith_ascii_prefix(data + at, size - at);
        while (at < size && byte[at] >= 0x80) {
            size_t length = sequence_length_beyond_ascii(byte + at, size - at);
            if (length == 0)
                return at;
            at += length;
        }
    }
    return at;
}

uint32_t pith_fold(uint32_t c)
{
    if (c < 0x80)
        return c - 'A' < 26 ? c + 32 : c;
    if ((c >= 0xC0 && c <= 0xDE && c != 0xD7) || (c >= 0x391 && c <= 0x3A9) ||
        (c >= 0x410 && c <= 0x42F))
        return c + 32;
    if (c == 0x130) /* Turkish dotted capital I */
        return 'i';
    if ((c >= 0x100 && c <= 0x137) || (c >= 0x14A && c <= 0x177) || (c >= 0x490 && c <= 0x4BF))
        return c | 1;
    if ((c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E))
        return c + (c & 1);
    if (c >= 0x388 && c <= 0x38A) /* Greek with tonos */
        return c + 37;
    if (c == 0x386)
        return 0x3AC;
    if (c >= 0x400 && c <= 0x40F)
        return c + 80;
    if (c >= 0x531 && c <= 0x556) /* Armenian */
        return c + 48;
    return c;
}
