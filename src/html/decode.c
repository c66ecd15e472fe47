/* SPDX-License-Identifier: Apache-2.0 */
#include "html/decode.h"

#include "base/utf8.h"
#include "html/entities_table.h"

/* ---- Character references ----------------------------------------------- */

static bool is_alphanumeric(char byte)
{
    return pith_is_alpha(byte) || pith_is_digit(byte);
}

static int digit_value(char byte)
{
    if (pith_is_digit(byte))
        return byte - '0';
    char lower = pith_to_lower(byte);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : 99;
}

/*
 * What a numeric reference stands for (13.2.5.80, numeric character reference
 * end state): the numbers of the C1 controls mean windows-1252's characters.
 */
static uint32_t numeric_code_point(uint32_t number)
{
    static const uint16_t windows_1252[32] = {
        0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
        0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
        0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178,
    };
    if (number >= 0x80 && number < 0xA0)
        return windows_1252[number - 0x80];
    bool surrogate = number >= 0xD800 && number < 0xE000;
    return number == 0 || number > 0x10FFFF || surrogate ? PITH_REPLACEMENT : number;
}

/* `in` begins with "&#". */
static size_t numeric_reference(pith_str in, uint32_t code_points[2])
{
    size_t at = 2;
    bool hexadecimal = at < in.size && (in.data[at] == 'x' || in.data[at] == 'X');
    int base = hexadecimal ? 16 : 10;
    if (hexadecimal)
        at++;
    size_t digits = at;
    uint32_t number = 0;
    for (; at < in.size && digit_value(in.data[at]) < base; at++)
        if (number <= 0x10FFFF) /* beyond, only that it is too large matters */
            number = number * (uint32_t)base + (uint32_t)digit_value(in.data[at]);
    if (at == digits)
        return 0;
    code_points[0] = numeric_code_point(number);
    code_points[1] = 0;
    return at < in.size && in.data[at] == ';' ? at + 1 : at;
}

static const pith_entity *find_entity(const char *name, size_t size)
{
    size_t low = pith_entity_initials[name[0] - 'A'];
    size_t high = pith_entity_initials[name[0] - 'A' + 1];
    while (low < high) {
        const pith_entity *middle = &pith_entities[low + (high - low) / 2];
        size_t common = size < middle->size ? size : middle->size;
        int order = memcmp(name, pith_entity_text + middle->name, common);
        if (order == 0 && size == middle->size)
            return middle;
        if (order < 0 || (order == 0 && size < middle->size))
            high = low + (high - low) / 2;
        else
            low += (high - low) / 2 + 1;
    }
    return NULL;
}

/*
 * The longest name at the start (13.2.5.78): one with its semicolon, which must be
 * all letters and digits up to it; else the longest of the names that need none.
 */
static size_t named_reference(pith_str in, bool attribute, uint32_t code_points[2])
{
    const char *name = in.data + 1;
    size_t rest = in.size - 1;
    size_t run = 0;
    while (run < rest && run <= PITH_ENTITY_LONGEST && is_alphanumeric(name[run]))
        run++;
    const pith_entity *entity = NULL;
    size_t size = 0;
    if (run < rest && name[run] == ';' && run <= PITH_ENTITY_LONGEST) {
        entity = find_entity(name, run);
        size = run + 1;
    }
    if (entity == NULL) {
        size = run < PITH_ENTITY_LONGEST_LEGACY ? run : PITH_ENTITY_LONGEST_LEGACY;
        while (size > 0 && ((entity = find_entity(name, size)) == NULL || !entity->legacy))
            size--;
        if (size == 0)
            return 0;
        if (attribute && size < rest && (name[size] == '=' || is_alphanumeric(name[size])))
            return 0;
    }
    code_points[0] = entity->first;
    code_points[1] = entity->second;
    return 1 + size;
}

size_t pith_html_reference(pith_str in, bool attribute, uint32_t code_points[2])
{
    if (in.size < 2)
        return 0;
    if (in.data[1] == '#')
        return numeric_reference(in, code_points);
    return pith_is_alpha(in.data[1]) ? named_reference(in, attribute, code_points) : 0;
}

/* ---- Text --------------------------------------------------------------- */

#define EACH_BYTE UINT64_C(0x0101010101010101)

/* Not 0 if a byte of `word` is zero (Hacker's Delight, section 6-1). */
static uint64_t has_zero(uint64_t word)
{
    return (word - EACH_BYTE) & ~word & (EACH_BYTE * 0x80);
}

size_t pith_html_plain_prefix(pith_str in, unsigned flags)
{
    /* Where "&" is plain, NUL is looked for twice. */
    char ampersand = flags & PITH_DECODE_REFERENCES ? '&' : '\0';
    const char *data = in.data;
    size_t at = 0;
    for (; in.size - at >= sizeof(uint64_t); at += sizeof(uint64_t)) {
        uint64_t word;
        memcpy(&word, data + at, sizeof word);
        if ((has_zero(word) | has_zero(word ^ EACH_BYTE * '\r') |
             has_zero(word ^ EACH_BYTE * (unsigned char)ampersand)) != 0)
            break;
    }
    while (at < in.size && data[at] != '\0' && data[at] != '\r' && data[at] != ampersand)
        at++;
    return at;
}

/* Decodes the special byte at the start of `in`. Adds to *out; gives the bytes read. */
static size_t decode_special(pith_str in, unsigned flags, char **out)
{
    if (in.data[0] == '\r') {
        *(*out)++ = '\n';
        return in.size > 1 && in.data[1] == '\n' ? 2 : 1;
    }
    if (in.data[0] == '\0') {
        if (flags & PITH_DECODE_NUL_KEEP)
            *(*out)++ = '\0';
        else if (!(flags & PITH_DECODE_NUL_DROP))
            *out += pith_utf8_encode(PITH_REPLACEMENT, *out);
        return 1;
    }
    uint32_t code_points[2];
    size_t size = pith_html_reference(in, (flags & PITH_DECODE_ATTRIBUTE) != 0, code_points);
    if (size == 0) {
        *(*out)++ = '&';
        return 1;
    }
    *out += pith_utf8_encode(code_points[0], *out);
    if (code_points[1] != 0)
        *out += pith_utf8_encode(code_points[1], *out);
    return size;
}

/* "&nLt;" grows the most of all references, from five bytes to six; NUL from one to three. */
size_t pith_html_decoded_bound(pith_str in)
{
    size_t bound = in.size + in.size / 5 + 1;
    while (in.size > 0) {
        const char *nul = memchr(in.data, '\0', in.size);
        if (nul == NULL)
            break;
        bound += 2;
        in.size -= (size_t)(nul + 1 - in.data);
        in.data = nul + 1;
    }
    return bound;
}

size_t pith_html_decode(pith_str in, unsigned flags, char *out)
{
    char *start = out;
    while (in.size > 0) {
        size_t run = pith_html_plain_prefix(in, flags);
        if (run > 0)
            memcpy(out, in.data, run);
        out += run;
        in = pith_str_from(in, run);
        if (in.size > 0)
            in = pith_str_from(in, decode_special(in, flags, &out));
    }
    return (size_t)(out - start);
}
