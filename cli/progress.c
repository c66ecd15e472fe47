/* SPDX-License-Identifier: Apache-2.0 */
#include "progress.h"

#include <stdio.h>
#include <unistd.h>

#define INTERVAL_MILLISECONDS 100

void cli_progress_start(cli_progress *progress, size_t total, bool quiet)
{
    *progress = (cli_progress){
        .total = total,
        .shown = !quiet && total > 1 && isatty(STDERR_FILENO),
    };
}

static bool is_due(cli_progress *progress)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    long long passed = (long long)(now.tv_sec - progress->last.tv_sec) * 1000 +
                       (now.tv_nsec - progress->last.tv_nsec) / 1000000;
    if (progress->on_line && passed < INTERVAL_MILLISECONDS)
        return false;
    progress->last = now;
    return true;
}

void cli_progress_step(cli_progress *progress, bool failed)
{
    progress->done++;
    progress->failed += failed;
    if (!progress->shown || !is_due(progress))
        return;
    fprintf(stderr, "\r\033[Kpith: %zu of %zu", progress->done, progress->total);
    if (progress->failed > 0)
        fprintf(stderr, ", %zu failed", progress->failed);
    fflush(stderr);
    progress->on_line = true;
}

void cli_progress_clear(cli_progress *progress)
{
    if (progress->on_line)
        fputs("\r\033[K", stderr);
    progress->on_line = false;
}

void cli_progress_message(cli_progress *progress, const char *name, const char *message)
{
    cli_progress_clear(progress);
    fprintf(stderr, "pith: %s: %s\n", name, message);
}
