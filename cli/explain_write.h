/* SPDX-License-Identifier: Apache-2.0 */
/* The blocks of `pith explain`, for people or for tools. */
#ifndef PITH_CLI_EXPLAIN_WRITE_H
#define PITH_CLI_EXPLAIN_WRITE_H

#include "bytes.h"
#include "output.h"

#include <pith/develop.h>

/* Set all but `bytes`, which is to be freed by cli_bytes_free(). */
typedef struct cli_explainer {
    cli_output *output;
    bool json;       /* an object on a line for each block */
    bool colors;
    unsigned width;  /* columns; a text is cut to it */
    cli_bytes bytes; /* the block that is being written */
} cli_explainer;

/* A pith_explain_sink; `context` is a cli_explainer. */
int cli_explainer_take(void *context, const pith_explanation *explanation);

#endif
