/* SPDX-License-Identifier: Apache-2.0 */
#include "error.h"

#include <stdio.h>

cli_status cli_error_status(const pith_error *error)
{
    switch (error->status) {
    case PITH_OK:
        return CLI_OK;
    case PITH_ERROR_MEMORY:
    case PITH_ERROR_SINK:
        return CLI_MEMORY;
    case PITH_ERROR_ARGUMENT:
    case PITH_ERROR_CHARSET:
        return CLI_USAGE;
    default:
        return CLI_INPUT;
    }
}

const char *cli_error_message(const pith_error *error)
{
    return cli_error_status(error) == CLI_MEMORY ? "not enough memory to read it"
                                                 : error->message;
}

cli_status cli_error_report(const char *name, const cli_output *output, const pith_error *error)
{
    if (output->failed)
        return CLI_OUTPUT;
    if (error->status != PITH_OK)
        fprintf(stderr, "pith: %s: %s\n", name, cli_error_message(error));
    return cli_error_status(error);
}
