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

size_t pith_utf8_valid_prefix(const char *data, size_t size)
{
    const unsigned char *byte = (const unsigned char *)data;
    size_t at = 0;
    while (at < size) {
        while (size - at >= 32) { /* web pages are mostly ASCII */
            uint64_t words[4];
            memcpy(words, byte + at, sizeof words);
            if (((words[0] | words[1] | words[2] | words[3]) & 0x8080808080808080u) != 0)
                break;
            at += sizeof words;
        }
        for (size_t run = 0; run < 32 && at < size; run++) {
            size_t length = sequence_length(byte + at, size - at);
            if (length == 0)
                return at;
            at += length;
        }
    }
    return at;
}
