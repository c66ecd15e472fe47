/* SPDX-License-Identifier: Apache-2.0 */
/* Comparing and trimming pith_str; ASCII classes as the HTML standard names them. */
#ifndef PITH_BASE_STR_H
#define PITH_BASE_STR_H

#include <pith/pith.h>
#include <stdbool.h>
#include <string.h>

/* For string literals only. */
#define PITH_STR(literal) ((pith_str){"" literal, sizeof(literal) - 1})

/* Infra standard, "ASCII whitespace": tab, line feed, form feed, carriage return, space. */
static inline bool pith_is_space(char byte)
{
    return byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r' || byte == '\f';
}

static inline bool pith_is_alpha(char byte)
{
    return (unsigned char)((byte | 0x20) - 'a') < 26;
}

static inline bool pith_is_digit(char byte)
{
    return (unsigned char)(byte - '0') < 10;
}

static inline char pith_to_lower(char byte)
{
    return (unsigned char)(byte - 'A') < 26 ? (char)(byte | 0x20) : byte;
}

static inline bool pith_str_equal(pith_str a, pith_str b)
{
    return a.size == b.size && (a.size == 0 || memcmp(a.data, b.data, a.size) == 0);
}

/* Equal but for the case of ASCII letters. */
static inline bool pith_str_equal_ignoring_case(pith_str a, pith_str b)
{
    if (a.size != b.size)
        return false;
    for (size_t i = 0; i < a.size; i++)
        if (pith_to_lower(a.data[i]) != pith_to_lower(b.data[i]))
            return false;
    return true;
}

/* What follows the first `start` bytes; safe for an empty string whose data is NULL. */
static inline pith_str pith_str_from(pith_str text, size_t start)
{
    return start > 0 ? (pith_str){text.data + start, text.size - start} : text;
}

/* The bytes of a terminated string before the first `end`, or all of them. */
static inline size_t pith_size_until(const char *text, char end)
{
    size_t size = 0;
    while (text[size] != '\0' && text[size] != end)
        size++;
    return size;
}

/* Without ASCII whitespace at either end. */
static inline pith_str pith_str_trim(pith_str text)
{
    while (text.size > 0 && pith_is_space(text.data[0])) {
        text.data++;
        text.size--;
    }
    while (text.size > 0 && pith_is_space(text.data[text.size - 1]))
        text.size--;
    return text;
}

#endif
