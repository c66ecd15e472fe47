/* SPDX-License-Identifier: Apache-2.0 */
#include "record.h"

#include <stdio.h>
#include <string.h>

/*
 * The size of the well-formed UTF-8 sequence that the string begins with, or 0:
 * table 3-7 of the Unicode standard. The terminator ends every sequence early.
 */
static size_t sequence_size(const unsigned char *at)
{
    if (at[0] < 0x80)
        return 1;
    if (at[0] < 0xC2 || at[0] > 0xF4)
        return 0;
    size_t size = at[0] < 0xE0 ? 2 : at[0] < 0xF0 ? 3 : 4;
    unsigned low = at[0] == 0xE0 ? 0xA0 : at[0] == 0xF0 ? 0x90 : 0x80;
    unsigned high = at[0] == 0xED ? 0x9F : at[0] == 0xF4 ? 0x8F : 0xBF;
    if (at[1] < low || at[1] > high)
        return 0;
    for (size_t i = 2; i < size; i++)
        if (at[i] < 0x80 || at[i] > 0xBF)
            return 0;
    return size;
}

/* U+2028 and U+2029, which some take for the end of a line, and so of a record. */
static bool is_line_end(const unsigned char *at, size_t size)
{
    return size == 3 && at[0] == 0xE2 && at[1] == 0x80 && (at[2] == 0xA8 || at[2] == 0xA9);
}

bool cli_record_add_string(cli_bytes *bytes, const char *string)
{
    const unsigned char *at = (const unsigned char *)string;
    bool added = cli_bytes_add_string(bytes, "\"");
    while (added && *at != '\0') {
        size_t size = sequence_size(at);
        char escape[8];
        if (size == 0) {
            added = cli_bytes_add_string(bytes, "\xEF\xBF\xBD");
            size = 1;
        } else if (is_line_end(at, size)) {
            added = cli_bytes_add_string(bytes, at[2] == 0xA8 ? "\\u2028" : "\\u2029");
        } else if (*at == '"' || *at == '\\' || *at < 0x20) {
            snprintf(escape, sizeof escape, *at < 0x20 ? "\\u%04x" : "\\%c", *at);
            added = cli_bytes_add_string(bytes, escape);
        } else {
            added = cli_bytes_add(bytes, (const char *)at, size);
        }
        at += size;
    }
    return added && cli_bytes_add_string(bytes, "\"");
}

bool cli_record_add_file(cli_bytes *record, const char *name)
{
    if (record->size < 2 || record->data[0] != '{')
        return true; /* no record, nothing to name */
    cli_bytes named = {0};
    bool added = cli_bytes_add_string(&named, "{\"file\":") &&
                 cli_record_add_string(&named, name) &&
                 (record->data[1] == '}' || cli_bytes_add_string(&named, ",")) &&
                 cli_bytes_add(&named, record->data + 1, record->size - 1);
    if (!added) {
        cli_bytes_free(&named);
        return false;
    }
    cli_bytes_free(record);
    *record = named;
    return true;
}
