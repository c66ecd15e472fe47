/* SPDX-License-Identifier: Apache-2.0 */
/* Threads that convert the inputs, side by side but in order. */
#ifndef PITH_CLI_WORKERS_H
#define PITH_CLI_WORKERS_H

#include "convert.h"

/* Takes the result of one input; `false` ends the run. It may take over the output. */
typedef bool (*cli_take)(void *context, const char *name, cli_result *result);

/*
 * Converts all inputs on options->jobs threads and gives each result to `take`,
 * on the calling thread, in the order of the inputs. At most four results for
 * each thread wait at a time, so that memory does not grow with the number of
 * inputs. Returns false if no thread could be started.
 */
bool cli_workers_run(const cli_options *options, cli_take take, void *context);

#endif
