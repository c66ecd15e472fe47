/* SPDX-License-Identifier: Apache-2.0 */
#include "charset/sniff.h"

enum { LONGEST_VALUE = 64 }; /* labels are shorter */

typedef struct cursor {
    const char *at;
    const char *end;
} cursor;

/* RFC 9110, 5.6.2, "tchar". */
static bool is_token(pith_str text)
{
    for (size_t i = 0; i < text.size; i++)
        if (!pith_is_alpha(text.data[i]) && !pith_is_digit(text.data[i]) &&
            (text.data[i] == '\0' || strchr("!#$%&'*+-.^_`|~", text.data[i]) == NULL))
            return false;
    return text.size > 0;
}

static bool is_http_space(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

static pith_str trim_end(pith_str text)
{
    while (text.size > 0 && is_http_space(text.data[text.size - 1]))
        text.size--;
    return text;
}

static void skip_spaces(cursor *in)
{
    while (in->at < in->end && is_http_space(*in->at))
        in->at++;
}

/* Up to the first of two bytes, or all. */
static pith_str take_until(cursor *in, char first, char second)
{
    const char *start = in->at;
    while (in->at < in->end && *in->at != first && *in->at != second)
        in->at++;
    return (pith_str){start, (size_t)(in->at - start)};
}

/*
 * "Collect an HTTP quoted string" (Fetch standard), with its quotes and escapes
 * undone, into `value`, which holds LONGEST_VALUE bytes; what is longer is cut
 * and so is no label. Goes on to the next semicolon.
 */
static pith_str take_quoted(cursor *in, char *value)
{
    size_t size = 0;
    for (in->at++; in->at < in->end && *in->at != '"'; in->at++) {
        if (*in->at == '\\' && in->end - in->at > 1)
            in->at++;
        if (size < LONGEST_VALUE)
            value[size++] = *in->at;
    }
    take_until(in, ';', ';');
    return (pith_str){value, size};
}

/* Whether all bytes may stand in an HTTP quoted string. */
static bool is_quotable(pith_str text)
{
    for (size_t i = 0; i < text.size; i++)
        if (((unsigned char)text.data[i] < 0x20 && text.data[i] != '\t') || text.data[i] == 0x7F)
            return false;
    return true;
}

const pith_encoding *pith_charset_from_content_type(pith_str text)
{
    text = trim_end(text);
    if (text.size == 0)
        return NULL;
    cursor in = {text.data, text.data + text.size};
    skip_spaces(&in);
    if (!is_token(take_until(&in, '/', '/')) || in.at == in.end)
        return NULL;
    in.at++;
    if (!is_token(trim_end(take_until(&in, ';', ';'))))
        return NULL;
    while (in.at < in.end) {
        in.at++; /* the semicolon */
        skip_spaces(&in);
        pith_str name = take_until(&in, ';', '=');
        if (in.at == in.end || *in.at == ';')
            continue;
        in.at++;
        char unquoted[LONGEST_VALUE];
        bool quoted = in.at < in.end && *in.at == '"';
        pith_str value = quoted ? take_quoted(&in, unquoted) : trim_end(take_until(&in, ';', ';'));
        if (pith_str_equal_ignoring_case(name, PITH_STR("charset")) && is_quotable(value) &&
            (quoted || value.size > 0))
            return pith_encoding_for_label(value);
    }
    return NULL;
}
