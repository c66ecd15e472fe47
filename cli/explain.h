/* SPDX-License-Identifier: Apache-2.0 */
/* `pith explain`: what became of each block of a page, and why. */
#ifndef PITH_CLI_EXPLAIN_H
#define PITH_CLI_EXPLAIN_H

#include "status.h"

/* `argv` begins with "explain". */
cli_status cli_explain_main(int argc, char **argv);

#endif
