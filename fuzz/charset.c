/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Sniffing and decoding of any bytes. The first byte chooses the encoding (or the
 * one that is sniffed), the second a limit and how many of the next bytes are the
 * Content-Type and the URL; the rest is the page.
 */
#include "base/utf8.h"
#include "charset/encoding.h"
#include "fuzz.h"

#include <stdint.h>
#include <stdlib.h>

static pith_str take(const uint8_t **data, size_t *size, size_t wanted)
{
    if (wanted > *size)
        wanted = *size;
    pith_str part = {(const char *)*data, wanted};
    *data += wanted;
    *size -= wanted;
    return part;
}

/* The whole text, and what a limit leaves of it. */
static void check_decoding(const pith_encoding *encoding, pith_str page, size_t limit)
{
    pith_memory memory;
    pith_buffer whole, part;
    bool complete;
    pith_memory_init(&memory, NULL, 0);
    pith_buffer_init(&whole, &memory);
    pith_buffer_init(&part, &memory);
    pith_charset_decode(encoding, page, SIZE_MAX, &whole, &complete);
    CHECK(complete && !whole.failed);
    CHECK(whole.size <= page.size * PITH_DECODE_EXPANSION);
    CHECK(pith_utf8_valid_prefix(whole.data, whole.size) == whole.size);
    pith_charset_decode(encoding, page, limit, &part, &complete);
    CHECK(complete == (whole.size <= limit));
    CHECK(part.size <= limit && part.size <= whole.size);
    CHECK(part.size == 0 || memcmp(part.data, whole.data, part.size) == 0);
    if (!complete) { /* it ends before a character that would not have fitted */
        uint32_t code_point;
        CHECK((whole.data[part.size] & 0xC0) != 0x80);
        size_t next = pith_utf8_decode(whole.data + part.size, whole.size - part.size, &code_point);
        CHECK(part.size + next > limit);
    }
    pith_buffer_release(&whole);
    pith_buffer_release(&part);
    CHECK(memory.used == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 2)
        return 0;
    unsigned choice = data[0] % (PITH_ENCODING_COUNT + 1u), hint = data[1];
    data += 2;
    size -= 2;
    pith_charset_hints hints = {.override = {NULL, 0}};
    hints.content_type = take(&data, &size, (hint & 3) * 16);
    hints.url = take(&data, &size, (hint >> 2 & 3) * 8);
    pith_str page = {(const char *)data, size};
    const pith_encoding *encoding = pith_charset_sniff(page, &hints);
    CHECK(encoding != NULL);
    CHECK(pith_encoding_for_label(pith_encoding_name(encoding)) == encoding);
    if (choice < PITH_ENCODING_COUNT)
        encoding = &pith_encodings[choice];
    check_decoding(encoding, page, (hint >> 4) * 5u);
    return 0;
}
