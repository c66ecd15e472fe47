/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A reader of JSON (RFC 8259) as pages have it.
 *
 * It is our own because every allocation must pass through pith_memory and be
 * allowed to fail, and because what stands in <script type="application/ld+json">
 * is often not JSON: line breaks and unescaped quotes in strings, comments,
 * commas at the end, several values after one another, HTML comments around it
 * all. What can be read is read; at something worse reading stops, and what
 * was read until then stands.
 *
 * The values of a text lie in one array, each before those inside it, so that
 * most questions are one loop and nothing needs recursion.
 */
#ifndef PITH_META_JSON_H
#define PITH_META_JSON_H

#include "base/buffer.h"
#include "base/memory.h"

enum {
    PITH_JSON_DEPTH = 64,          /* arrays and objects within one another; reading stops there */
    PITH_JSON_VALUES_MAX = 1 << 16 /* and after so many values */
};

typedef enum pith_json_type {
    PITH_JSON_OTHER, /* a number, true, false, null, or another bare word */
    PITH_JSON_STRING,
    PITH_JSON_ARRAY,
    PITH_JSON_OBJECT /* what follows it is key, value, key, value … */
} pith_json_type;

typedef struct pith_json_value {
    uint32_t start; /* in the text: a string's first byte after its quote */
    uint32_t size;  /* bytes; 0 for arrays and objects */
    uint32_t after; /* index of the first value that is not inside this one */
    uint8_t type;   /* pith_json_type */
    bool escaped;   /* a string with backslashes */
} pith_json_value;

/* One text's values. They point into the text. */
typedef struct pith_json {
    pith_memory *memory;
    pith_str text;
    pith_json_value *values;
    uint32_t count;
    uint32_t capacity;
} pith_json;

/* No value: what the functions below give for what is not there. */
#define PITH_JSON_NONE UINT32_MAX

void pith_json_init(pith_json *json, pith_memory *memory);
void pith_json_free(pith_json *json);

/*
 * Reads a text (at most 4 GiB - 1), in place of the one before. The values of
 * the top level follow one another from index 0 on. Anything but lack of memory
 * is true.
 */
bool pith_json_read(pith_json *json, pith_str text);

/* The value that an object has for a key, the first if there are several. */
uint32_t pith_json_member(const pith_json *json, uint32_t object, const char *key);

/* Whether a value is the string `text`, which needs no escapes. */
bool pith_json_is(const pith_json *json, uint32_t value, pith_str text);

/*
 * The characters of a string, as UTF-8; a slice of the text where nothing is
 * escaped, else the buffer's bytes after what it held. Broken escapes stay as
 * they are; lone surrogates and U+0000 become U+FFFD. Empty for other types and for
 * PITH_JSON_NONE, and without memory (buffer->failed).
 */
pith_str pith_json_string(const pith_json *json, uint32_t value, pith_buffer *buffer);

#endif
