/* SPDX-License-Identifier: Apache-2.0 */
#include "meta/json.h"
#include "base/str.h"
#include "base/utf8.h"

typedef struct reader {
    pith_json *json;
    const char *text;
    size_t size;
    size_t at;
    uint32_t open[PITH_JSON_DEPTH]; /* the containers that the next value is in */
    unsigned depth;
    size_t escape; /* a backslash, the first from the last string on */
    bool colon;    /* just read: a value is due */
    bool failed;   /* without memory */
} reader;

void pith_json_init(pith_json *json, pith_memory *memory)
{
    *json = (pith_json){.memory = memory};
}

void pith_json_free(pith_json *json)
{
    pith_memory_free(json->memory, json->values, json->capacity * sizeof *json->values);
    pith_json_init(json, json->memory);
}

/* ---- Reading ------------------------------------------------------------ */

static bool starts_with(const reader *r, pith_str text)
{
    return r->size - r->at >= text.size && memcmp(r->text + r->at, text.data, text.size) == 0;
}

static void skip_past(reader *r, pith_str end)
{
    while (r->at < r->size && !starts_with(r, end))
        r->at++;
    r->at += r->at < r->size ? end.size : 0;
}

/* White space, other control characters, comments, and what JSON is wrapped in. */
static void skip_blank(reader *r)
{
    while (r->at < r->size) {
        char byte = r->text[r->at];
        if ((unsigned char)byte <= ' ' || byte == ';')
            r->at++;
        else if (byte == '"' || byte == ',' || byte == ':' || byte == '}')
            return; /* nothing else than what it is: the quick way out */
        else if (starts_with(r, PITH_STR("/*")))
            skip_past(r, PITH_STR("*/"));
        else if (starts_with(r, PITH_STR("//")))
            skip_past(r, PITH_STR("\n"));
        else if (starts_with(r, PITH_STR("<!--")))
            r->at += 4;
        else if (starts_with(r, PITH_STR("-->")) || starts_with(r, PITH_STR("]]>")))
            r->at += 3;
        else if (starts_with(r, PITH_STR("<![CDATA[")))
            r->at += 9;
        else if (starts_with(r, PITH_STR("\xEF\xBB\xBF")))
            r->at += 3;
        else
            return;
    }
}

static bool add_value(reader *r, pith_json_type type, size_t start, size_t size, bool escaped)
{
    pith_json *json = r->json;
    if (json->count == PITH_JSON_VALUES_MAX)
        return false;
    if (json->count == json->capacity &&
        !pith_array_grow(json->memory, (void **)&json->values, &json->capacity, json->count + 1,
                         sizeof *json->values)) {
        r->failed = true;
        return false;
    }
    json->values[json->count++] = (pith_json_value){
        .start = (uint32_t)start,
        .size = (uint32_t)size,
        .after = json->count,
        .type = (uint8_t)type,
        .escaped = escaped,
    };
    r->colon = false;
    return true;
}

/*
 * Whether the quote at `at` ends its string: in JSON one of these always
 * follows. Where none does, the quote is one that the page forgot to escape.
 */
static bool ends_string(const reader *r, size_t at)
{
    do
        at++;
    while (at < r->size && (unsigned char)r->text[at] <= ' ');
    return at == r->size || strchr(",:}]", r->text[at]) != NULL;
}

/* Where a byte is next, from `at` on; the text's size if nowhere. */
static size_t find_byte(const reader *r, size_t at, char byte)
{
    const char *found = at < r->size ? memchr(r->text + at, byte, r->size - at) : NULL;
    return found != NULL ? (size_t)(found - r->text) : r->size;
}

static bool read_string(reader *r)
{
    size_t start = r->at + 1;
    size_t end = find_byte(r, start, '"');
    bool escaped = false;
    if (r->escape < start)
        r->escape = find_byte(r, start, '\\');
    while (end < r->size) {
        if (r->escape < end) {
            escaped = true;
            if (r->escape + 1 == end) /* what it escapes is the quote */
                end = find_byte(r, end + 1, '"');
            r->escape = find_byte(r, r->escape + 2, '\\');
        } else if (ends_string(r, end)) {
            break;
        } else {
            end = find_byte(r, end + 1, '"');
        }
    }
    r->at = end + 1;
    if (end >= r->size) /* cut off: what is there is not what was meant */
        return false;
    return add_value(r, PITH_JSON_STRING, start, end - start, escaped);
}

static bool read_word(reader *r)
{
    size_t start = r->at;
    while (r->at < r->size && (unsigned char)r->text[r->at] > ' ' &&
           strchr(",:{}[]\"", r->text[r->at]) == NULL)
        r->at++;
    return r->at > start && add_value(r, PITH_JSON_OTHER, start, r->at - start, false);
}

static bool open_container(reader *r, pith_json_type type)
{
    if (r->depth == PITH_JSON_DEPTH || !add_value(r, type, r->at, 0, false))
        return false;
    r->open[r->depth++] = r->json->count - 1;
    r->at++;
    return true;
}

static bool close_container(reader *r)
{
    if (r->depth == 0)
        return false;
    r->json->values[r->open[--r->depth]].after = r->json->count;
    r->at++;
    return true;
}

/* Templates leave values out ("key": ,): without one the pairs would shift. */
static bool add_missing_value(reader *r)
{
    return !r->colon || add_value(r, PITH_JSON_OTHER, r->at, 0, false);
}

static bool read_next(reader *r)
{
    skip_blank(r);
    if (r->at == r->size)
        return false;
    switch (r->text[r->at]) {
    case '{':
        return open_container(r, PITH_JSON_OBJECT);
    case '[':
        return open_container(r, PITH_JSON_ARRAY);
    case '}':
    case ']':
        return add_missing_value(r) && close_container(r);
    case '"':
        return read_string(r);
    case ',':
        r->at++;
        return add_missing_value(r);
    case ':':
        r->at++;
        r->colon = true;
        return true;
    default:
        return read_word(r);
    }
}

bool pith_json_read(pith_json *json, pith_str text)
{
    json->text = text;
    json->count = 0;
    if (text.size >= UINT32_MAX)
        return true;
    reader r = {.json = json, .text = text.data, .size = text.size};
    r.escape = find_byte(&r, 0, '\\');
    while (read_next(&r))
        ;
    while (r.depth > 0)
        json->values[r.open[--r.depth]].after = json->count;
    return !r.failed;
}

/* ---- Asking ------------------------------------------------------------- */

bool pith_json_is(const pith_json *json, uint32_t value, pith_str text)
{
    if (value >= json->count || json->values[value].type != PITH_JSON_STRING)
        return false;
    const pith_json_value *v = &json->values[value];
    return pith_str_equal((pith_str){json->text.data + v->start, v->size}, text);
}

uint32_t pith_json_member(const pith_json *json, uint32_t object, const char *key)
{
    if (object >= json->count || json->values[object].type != PITH_JSON_OBJECT)
        return PITH_JSON_NONE;
    pith_str wanted = {key, strlen(key)};
    uint32_t end = json->values[object].after;
    for (uint32_t i = object + 1; i + 1 < end;) {
        if (pith_json_is(json, i, wanted))
            return i + 1;
        i = json->values[i].after;
        i = i < end ? json->values[i].after : end;
    }
    return PITH_JSON_NONE;
}

/* ---- Strings ------------------------------------------------------------ */

static bool read_hex(pith_str text, size_t at, uint32_t *unit)
{
    if (text.size < 4 || at > text.size - 4)
        return false;
    *unit = 0;
    for (size_t i = at; i < at + 4; i++) {
        char byte = pith_to_lower(text.data[i]);
        if (pith_is_digit(byte))
            *unit = *unit << 4 | (uint32_t)(byte - '0');
        else if (byte >= 'a' && byte <= 'f')
            *unit = *unit << 4 | (uint32_t)(byte - 'a' + 10);
        else
            return false;
    }
    return true;
}

/* The code point of the \u at `at`, two of them for a pair; gives the bytes it takes, or 0. */
static size_t read_unicode(pith_str text, size_t at, uint32_t *code_point)
{
    uint32_t low;
    if (!read_hex(text, at + 2, code_point))
        return 0;
    if (*code_point == 0)
        *code_point = PITH_REPLACEMENT;
    if (*code_point < 0xD800 || *code_point > 0xDFFF)
        return 6;
    if (*code_point < 0xDC00 && at + 7 < text.size && text.data[at + 6] == '\\' &&
        text.data[at + 7] == 'u' && read_hex(text, at + 8, &low) && low >= 0xDC00 &&
        low <= 0xDFFF) {
        *code_point = 0x10000 + ((*code_point - 0xD800) << 10) + (low - 0xDC00);
        return 12;
    }
    *code_point = PITH_REPLACEMENT;
    return 6;
}

/* Decodes the escape at `at` to `out`; gives the bytes that it takes, or 0 if it is none. */
static size_t read_escape(pith_str text, size_t at, char **out)
{
    static const char names[] = "\"\\/bfnrt";
    static const char values[] = "\"\\/\b\f\n\r\t";
    if (at + 1 >= text.size)
        return 0;
    char name = text.data[at + 1];
    uint32_t code_point;
    size_t size = name == 'u' ? read_unicode(text, at, &code_point) : 0;
    if (size > 0) {
        *out += pith_utf8_encode(code_point, *out);
        return size;
    }
    const char *found = name != '\0' ? strchr(names, name) : NULL;
    if (found == NULL)
        return 0;
    *(*out)++ = values[found - names];
    return 2;
}

pith_str pith_json_string(const pith_json *json, uint32_t value, pith_buffer *buffer)
{
    pith_str none = {NULL, 0};
    if (value >= json->count || json->values[value].type != PITH_JSON_STRING)
        return none;
    const pith_json_value *v = &json->values[value];
    pith_str text = {json->text.data + v->start, v->size};
    if (!v->escaped)
        return text;
    char *start = pith_buffer_reserve(buffer, text.size); /* an escape never grows */
    if (start == NULL)
        return none;
    char *out = start;
    for (size_t at = 0; at < text.size;) {
        size_t taken = text.data[at] == '\\' ? read_escape(text, at, &out) : 0;
        if (taken == 0)
            *out++ = text.data[at++];
        at += taken;
    }
    size_t size = (size_t)(out - start);
    buffer->size += size;
    return (pith_str){start, size};
}
