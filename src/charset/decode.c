/* SPDX-License-Identifier: Apache-2.0 */
#include "charset/encoding.h"

enum {
    STEP = 16 * 1024, /* bytes read between two looks at the limit, */
    SMALL_STEP = 64,  /* and as few if that saves growing the text */
    SLACK = (SMALL_STEP + PITH_DECODE_OVERRUN) * PITH_DECODE_EXPANSION
};

static bool starts_with(pith_str bytes, const char *start, size_t size)
{
    return bytes.size >= size && memcmp(bytes.data, start, size) == 0;
}

static pith_str without_byte_order_mark(const pith_encoding *encoding, pith_str bytes)
{
    size_t size = 0;
    if (encoding->number == PITH_ENCODING_UTF_8 && starts_with(bytes, "\xEF\xBB\xBF", 3))
        size = 3;
    else if (encoding->number == PITH_ENCODING_UTF_16BE && starts_with(bytes, "\xFE\xFF", 2))
        size = 2;
    else if (encoding->number == PITH_ENCODING_UTF_16LE && starts_with(bytes, "\xFF\xFE", 2))
        size = 2;
    return (pith_str){size == 0 ? bytes.data : bytes.data + size, bytes.size - size};
}

/* The size of the longest part of valid UTF-8 that has at most `limit` bytes and cuts nothing. */
static size_t cut_at_character(const char *data, size_t size, size_t limit)
{
    if (size <= limit)
        return size;
    while (limit > 0 && (data[limit] & 0xC0) == 0x80)
        limit--;
    return limit;
}

/*
 * The length of what is invalid at the start: one byte, or the start of a
 * sequence that could have been valid (Encoding standard, 8.1.1; Unicode, 3.9,
 * "maximal subpart").
 */
static size_t invalid_utf8_length(const unsigned char *byte, size_t size)
{
    if (size < 2 || byte[0] < 0xC2 || byte[0] > 0xF4)
        return 1;
    unsigned char low = byte[0] == 0xE0 ? 0xA0 : byte[0] == 0xF0 ? 0x90 : 0x80;
    unsigned char high = byte[0] == 0xED ? 0x9F : byte[0] == 0xF4 ? 0x8F : 0xBF;
    if (byte[1] < low || byte[1] > high)
        return 1;
    return byte[0] >= 0xF0 && size > 2 && (byte[2] & 0xC0) == 0x80 ? 3 : 2;
}

/* UTF-8: what is valid is copied. True if all of it fitted. */
static bool decode_utf_8(pith_str bytes, size_t limit, pith_buffer *text)
{
    while (bytes.size > 0 && !text->failed) {
        size_t valid = pith_utf8_valid_prefix(bytes.data, bytes.size);
        size_t fits = cut_at_character(bytes.data, valid, limit - text->size);
        pith_buffer_add(text, (pith_str){bytes.data, fits});
        if (fits < valid)
            return false;
        if (valid == bytes.size)
            return !text->failed;
        if (limit - text->size < sizeof "\uFFFD" - 1)
            return false;
        pith_buffer_add(text, PITH_STR("\uFFFD"));
        valid += invalid_utf8_length((const unsigned char *)bytes.data + valid, bytes.size - valid);
        bytes = (pith_str){bytes.data + valid, bytes.size - valid};
    }
    return !text->failed;
}

/*
 * How much to read next: what surely fits into the memory that the text has, unless
 * that is too little. A page of ASCII so never needs more than it was given at first.
 */
static size_t next_step(const pith_buffer *text, size_t left)
{
    size_t fits = (text->capacity - text->size) / PITH_DECODE_EXPANSION;
    size_t step = left < STEP ? left : STEP;
    if (fits >= SMALL_STEP + PITH_DECODE_OVERRUN && fits - PITH_DECODE_OVERRUN < step)
        return fits - PITH_DECODE_OVERRUN;
    return step;
}

/* All other encodings: a step at a time, so that memory grows with what is written. */
static bool decode_in_steps(const pith_encoding *encoding, pith_str bytes, size_t limit,
                            pith_buffer *text)
{
    const unsigned char *start = (const unsigned char *)bytes.data;
    pith_run run = {.in = start, .end = start + bytes.size, .encoding = encoding->number};
    while (run.in < run.end) {
        size_t step = next_step(text, (size_t)(run.end - run.in));
        run.stop = run.in + step;
        run.out = pith_buffer_reserve(text, (step + PITH_DECODE_OVERRUN) * PITH_DECODE_EXPANSION);
        if (run.out == NULL)
            return false;
        encoding->decode(&run);
        size_t size = (size_t)(run.out - text->data);
        text->size += cut_at_character(text->data + text->size, size - text->size,
                                       limit - text->size);
        if (text->size < size)
            return false;
    }
    return true;
}

void pith_charset_decode(const pith_encoding *encoding, pith_str bytes, size_t limit,
                         pith_buffer *text, bool *complete)
{
    bytes = without_byte_order_mark(encoding, bytes);
    *complete = bytes.size == 0;
    if (bytes.size == 0)
        return;
    if (limit < text->size)
        limit = text->size;
    /* ASCII is most of a page, so the size of its text is near its own */
    size_t room = limit - text->size;
    size_t slack = encoding->decode == NULL ? 0 : SLACK;
    pith_buffer_reserve(text, (bytes.size < room ? bytes.size : room) + slack);
    if (text->failed)
        return;
    *complete = encoding->decode == NULL ? decode_utf_8(bytes, limit, text)
                                         : decode_in_steps(encoding, bytes, limit, text);
}
