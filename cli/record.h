/* SPDX-License-Identifier: Apache-2.0 */
/* The name of the file that a JSON record was made from. */
#ifndef PITH_CLI_RECORD_H
#define PITH_CLI_RECORD_H

#include "bytes.h"

/*
 * Adds a JSON string, in quotes. Bytes that are not UTF-8 become U+FFFD. False without
 * memory.
 */
bool cli_record_add_string(cli_bytes *bytes, const char *string);

/*
 * Makes "file":NAME the first member of the record, a JSON object. Bytes of the
 * name that are not UTF-8 become U+FFFD. False without memory.
 */
bool cli_record_add_file(cli_bytes *record, const char *name);

#endif
