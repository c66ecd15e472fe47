/* SPDX-License-Identifier: Apache-2.0 */
/* A line on the terminal that counts the inputs, and messages that keep clear of it. */
#ifndef PITH_CLI_PROGRESS_H
#define PITH_CLI_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>
#include <time.h>

typedef struct cli_progress {
    size_t total;
    size_t done;
    size_t failed;
    bool shown;
    bool on_line;         /* the line stands on the terminal */
    struct timespec last; /* when it was written */
} cli_progress;

/* The line is shown if standard error is a terminal, there are several inputs and not `quiet`. */
void cli_progress_start(cli_progress *progress, size_t total, bool quiet);

/* One more input is done. Rewrites the line, ten times a second at most. */
void cli_progress_step(cli_progress *progress, bool failed);

/* "pith: NAME: MESSAGE" on standard error, in the place of the line. */
void cli_progress_message(cli_progress *progress, const char *name, const char *message);

/* Takes the line away, before other output and at the end. */
void cli_progress_clear(cli_progress *progress);

#endif
