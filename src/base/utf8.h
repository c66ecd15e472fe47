/* SPDX-License-Identifier: Apache-2.0 */
/* UTF-8, as RFC 3629 and the WHATWG Encoding standard define it. */
#ifndef PITH_BASE_UTF8_H
#define PITH_BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { PITH_UTF8_MAX = 4, PITH_REPLACEMENT = 0xFFFD };

/* Writes a code point (no surrogate, at most 10FFFF) as 1 to 4 bytes; gives their number. */
static inline size_t pith_utf8_encode(uint32_t code_point, char *out)
{
    if (code_point < 0x80) {
        out[0] = (char)code_point;
        return 1;
    }
    if (code_point < 0x800) {
        out[0] = (char)(0xC0 | code_point >> 6);
        out[1] = (char)(0x80 | (code_point & 0x3F));
        return 2;
    }
    if (code_point < 0x10000) {
        out[0] = (char)(0xE0 | code_point >> 12);
        out[1] = (char)(0x80 | (code_point >> 6 & 0x3F));
        out[2] = (char)(0x80 | (code_point & 0x3F));
        return 3;
    }
    out[0] = (char)(0xF0 | code_point >> 18);
    out[1] = (char)(0x80 | (code_point >> 12 & 0x3F));
    out[2] = (char)(0x80 | (code_point >> 6 & 0x3F));
    out[3] = (char)(0x80 | (code_point & 0x3F));
    return 4;
}

/*
 * Reads one code point from valid UTF-8 of at least one byte; gives the number
 * of its bytes. A sequence that `size` cuts off gives U+FFFD and the bytes left.
 */
static inline size_t pith_utf8_decode(const char *in, size_t size, uint32_t *code_point)
{
    const unsigned char *byte = (const unsigned char *)in;
    size_t length = byte[0] < 0x80 ? 1 : byte[0] < 0xE0 ? 2 : byte[0] < 0xF0 ? 3 : 4;
    if (length == 1) {
        *code_point = byte[0];
        return 1;
    }
    if (length > size) {
        *code_point = PITH_REPLACEMENT;
        return size;
    }
    uint32_t value = byte[0] & (0x7Fu >> length);
    for (size_t i = 1; i < length; i++)
        value = value << 6 | (byte[i] & 0x3Fu);
    *code_point = value;
    return length;
}

/* The number of leading bytes that are ASCII: `size` if all are. */
size_t pith_ascii_prefix(const char *data, size_t size);

/* The number of leading bytes that are valid UTF-8: `size` if all are. */
size_t pith_utf8_valid_prefix(const char *data, size_t size);

/* The code point in lower case, for Latin, Greek, Cyrillic and Armenian letters. */
uint32_t pith_fold(uint32_t code_point);

#endif
