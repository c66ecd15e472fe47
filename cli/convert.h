/* SPDX-License-Identifier: Apache-2.0 */
/* One input to one output: loads a page, reads it and writes it to memory. */
#ifndef PITH_CLI_CONVERT_H
#define PITH_CLI_CONVERT_H

#include "input.h"
#include "options.h"

/* What became of one input. */
typedef struct cli_result {
    cli_status status;
    cli_bytes output;               /* if the status is CLI_OK */
    unsigned limits_hit;            /* or of pith_limit */
    char message[CLI_MESSAGE_SIZE]; /* if the status is another */
} cli_result;

/* What one thread needs. Only `options` is to be set; the rest zero. */
typedef struct cli_converter {
    const cli_options *options;
    pith_reader *reader;
    cli_fetcher *fetcher;
    cli_input input;
} cli_converter;

/* Fills in `result`, which must be zero. The caller frees its output. */
void cli_convert(cli_converter *converter, const char *name, cli_result *result);

void cli_converter_free(cli_converter *converter);

#endif
