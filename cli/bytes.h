/* SPDX-License-Identifier: Apache-2.0 */
/* A growing run of bytes that keeps its memory from use to use. Zero is empty. */
#ifndef PITH_CLI_BYTES_H
#define PITH_CLI_BYTES_H

#include <stdbool.h>
#include <stddef.h>

typedef struct cli_bytes {
    char *data;
    size_t size;
    size_t capacity;
} cli_bytes;

/* Makes room for `more` bytes after the present ones. False without memory. */
bool cli_bytes_reserve(cli_bytes *bytes, size_t more);

/* Adds bytes at the end. False without memory, and nothing is added then. */
bool cli_bytes_add(cli_bytes *bytes, const char *data, size_t size);
bool cli_bytes_add_string(cli_bytes *bytes, const char *string);

void cli_bytes_free(cli_bytes *bytes);

#endif
