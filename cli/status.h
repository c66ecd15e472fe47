/* SPDX-License-Identifier: Apache-2.0 */
/* How the command ends. pith(1) documents these; scripts rely on them. */
#ifndef PITH_CLI_STATUS_H
#define PITH_CLI_STATUS_H

typedef enum cli_status {
    CLI_OK = 0,     /* every input was read and written */
    CLI_INPUT = 1,  /* some inputs could not be read; the others were written */
    CLI_USAGE = 2,  /* the options or arguments make no sense; nothing was read */
    CLI_OUTPUT = 3, /* the output could not be written */
    CLI_MEMORY = 4  /* memory ran out, for one input or for all */
} cli_status;

#endif
