/* SPDX-License-Identifier: Apache-2.0 */
/* The names by which the command line and its messages call the library's values. */
#ifndef PITH_CLI_NAMES_H
#define PITH_CLI_NAMES_H

#include <pith/pith.h>

#include <stdbool.h>

/* "markdown" → PITH_FORMAT_MARKDOWN. False for a name that is none. */
bool cli_format_from_name(const char *name, pith_format *format);

/* "recall" → PITH_FAVOR_RECALL. False for a name that is none. */
bool cli_favor_from_name(const char *name, pith_favor *favor);

/* "auto", "html", "text" → PITH_INPUT_…. False for a name that is none. */
bool cli_input_from_name(const char *name, pith_input *input);

/* "links,tables" → an or of pith_part, added to `*parts`. False for an unknown name. */
bool cli_parts_from_names(const char *names, unsigned *parts);

/* An or of pith_limit → "bytes, depth", as a string in `text`; "none" for 0. */
#define CLI_LIMIT_NAMES_SIZE 64
void cli_limit_names(unsigned limits, char text[CLI_LIMIT_NAMES_SIZE]);

#endif
