/* SPDX-License-Identifier: Apache-2.0 */
/* Where the output goes: standard output or a file. */
#ifndef PITH_CLI_OUTPUT_H
#define PITH_CLI_OUTPUT_H

#include "options.h"

#include <stddef.h>

typedef struct cli_output {
    int descriptor;
    const char *name; /* for messages */
    bool failed;      /* it has been reported, unless the reader has gone away */
} cli_output;

/*
 * Opens options->output, or takes standard output. CLI_USAGE if the file is one
 * of the inputs, CLI_OUTPUT if it cannot be opened; both are reported.
 */
cli_status cli_output_open(cli_output *output, const cli_options *options);

/*
 * Writes all of it. Returns false, now and ever after, if it cannot. A closed
 * pipe says that its reader has enough: that is not reported.
 */
bool cli_output_write(cli_output *output, const char *data, size_t size);
bool cli_output_write_string(cli_output *output, const char *string);

/* Closes a file. CLI_OK if all was written, else CLI_OUTPUT. */
cli_status cli_output_close(cli_output *output);

#endif
