/* SPDX-License-Identifier: Apache-2.0 */
/* `pith features`: prints what the decision about a page's blocks looks at, for training. */
#ifndef PITH_CLI_FEATURES_H
#define PITH_CLI_FEATURES_H

#include "status.h"

/* `argv` begins with "features". */
cli_status cli_features_main(int argc, char **argv);

#endif
