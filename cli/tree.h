/* SPDX-License-Identifier: Apache-2.0 */
/* `pith tree`: prints a page's tree as html5lib-tests does, for work on the parser. */
#ifndef PITH_CLI_TREE_H
#define PITH_CLI_TREE_H

#include "status.h"

/* `argv` begins with "tree". */
cli_status cli_tree_main(int argc, char **argv);

#endif
