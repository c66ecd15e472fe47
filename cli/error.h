/* SPDX-License-Identifier: Apache-2.0 */
/* The library's errors as the command tells them. */
#ifndef PITH_CLI_ERROR_H
#define PITH_CLI_ERROR_H

#include "output.h"

/* Where the command's own sinks fail, it is for want of memory. */
cli_status cli_error_status(const pith_error *error);
const char *cli_error_message(const pith_error *error);

/*
 * What became of reading `name`, on standard error: CLI_OK without an error, and
 * CLI_OUTPUT, which is told already, where the output has failed.
 */
cli_status cli_error_report(const char *name, const cli_output *output, const pith_error *error);

#endif
