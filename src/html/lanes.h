/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Looking at many bytes at once, for the instruction set that PITH_ISA_… names:
 * load LANES bytes, compare all of them, get a mask with LANE_BITS bits a byte
 * whose lowest bits stand for the first byte. The portable version does the
 * same with 64-bit words.
 */
#ifndef PITH_HTML_LANES_H
#define PITH_HTML_LANES_H

#include <stdint.h>
#include <string.h>

/* Eight bytes as a number whose lowest byte is the first. */
static inline uint64_t load_word(const char *at)
{
    uint64_t word;
    memcpy(&word, at, sizeof word);
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    word = __builtin_bswap64(word);
#endif
    return word;
}

#if defined(PITH_ISA_AVX2)

#include <immintrin.h>

typedef __m256i lanes;
typedef uint32_t lane_mask;
enum { LANES = 32, LANE_BITS = 1 };

static inline lanes load_lanes(const char *at)
{
    return _mm256_loadu_si256((const __m256i *)(const void *)at);
}

static inline lanes equal_lanes(lanes bytes, char byte)
{
    return _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8(byte));
}

/* Unsigned comparison. */
static inline lanes at_most_lanes(lanes bytes, char byte)
{
    return _mm256_cmpeq_epi8(_mm256_min_epu8(bytes, _mm256_set1_epi8(byte)), bytes);
}

static inline lanes or_lanes(lanes a, lanes b)
{
    return _mm256_or_si256(a, b);
}

static inline lane_mask mask_of(lanes matches)
{
    return (lane_mask)_mm256_movemask_epi8(matches);
}

#elif defined(PITH_ISA_SSE2)

#include <emmintrin.h>

typedef __m128i lanes;
typedef uint32_t lane_mask;
enum { LANES = 16, LANE_BITS = 1 };

static inline lanes load_lanes(const char *at)
{
    return _mm_loadu_si128((const __m128i *)(const void *)at);
}

static inline lanes equal_lanes(lanes bytes, char byte)
{
    return _mm_cmpeq_epi8(bytes, _mm_set1_epi8(byte));
}

static inline lanes at_most_lanes(lanes bytes, char byte)
{
    return _mm_cmpeq_epi8(_mm_min_epu8(bytes, _mm_set1_epi8(byte)), bytes);
}

static inline lanes or_lanes(lanes a, lanes b)
{
    return _mm_or_si128(a, b);
}

static inline lane_mask mask_of(lanes matches)
{
    return (lane_mask)_mm_movemask_epi8(matches);
}

#elif defined(PITH_ISA_NEON)

#include <arm_neon.h>

typedef uint8x16_t lanes;
typedef uint64_t lane_mask;
enum { LANES = 16, LANE_BITS = 4 };

static inline lanes load_lanes(const char *at)
{
    return vld1q_u8((const uint8_t *)at);
}

static inline lanes equal_lanes(lanes bytes, char byte)
{
    return vceqq_u8(bytes, vdupq_n_u8((uint8_t)byte));
}

static inline lanes at_most_lanes(lanes bytes, char byte)
{
    return vcleq_u8(bytes, vdupq_n_u8((uint8_t)byte));
}

static inline lanes or_lanes(lanes a, lanes b)
{
    return vorrq_u8(a, b);
}

/* NEON has no movemask: narrowing each pair of bytes by four bits leaves four bits a byte. */
static inline lane_mask mask_of(lanes matches)
{
    return vget_lane_u64(vreinterpret_u64_u8(vshrn_n_u16(vreinterpretq_u16_u8(matches), 4)), 0);
}

#else

typedef uint64_t lanes;
typedef uint64_t lane_mask;
enum { LANES = 8, LANE_BITS = 8 };

#define EVERY_BYTE(byte) (UINT64_C(0x0101010101010101) * (unsigned char)(byte))

static inline lanes load_lanes(const char *at)
{
    return load_word(at);
}

/* The high bit of each byte that is zero: exact, no borrow passes between bytes. */
static inline lanes zero_lanes(lanes bytes)
{
    return ~(((bytes & EVERY_BYTE(0x7F)) + EVERY_BYTE(0x7F)) | bytes) & EVERY_BYTE(0x80);
}

static inline lanes equal_lanes(lanes bytes, char byte)
{
    return zero_lanes(bytes ^ EVERY_BYTE(byte));
}

/* `byte` is below 80 (hex). */
static inline lanes at_most_lanes(lanes bytes, char byte)
{
    return ~(((bytes & EVERY_BYTE(0x7F)) + EVERY_BYTE(0x7F - byte)) | bytes) & EVERY_BYTE(0x80);
}

static inline lanes or_lanes(lanes a, lanes b)
{
    return a | b;
}

static inline lane_mask mask_of(lanes matches)
{
    return matches;
}

#endif

/* The index of the first matching byte; the mask is not zero. */
static inline unsigned first_lane(lane_mask mask)
{
    return (unsigned)__builtin_ctzll(mask) / LANE_BITS;
}

/* The mask without the bytes from `count` on; count < LANES. */
static inline lane_mask lanes_before(lane_mask mask, unsigned count)
{
    return mask & (((lane_mask)1 << count * LANE_BITS) - 1);
}

#endif
