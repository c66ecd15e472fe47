/* SPDX-License-Identifier: Apache-2.0 */
#include "workers.h"

#include <pthread.h>
#include <stdlib.h>

#define RESULTS_PER_THREAD 4

typedef struct result_slot {
    cli_result result;
    bool done;
} result_slot;

/*
 * Input i is converted into slot i % slot_count. A thread may begin input
 * `begun` only while it is less than slot_count ahead of `taken`: the slot is
 * free then. All but `options` is guarded by the mutex; a slot's result belongs
 * to the thread that converts it until `done`, then to the one that takes.
 */
typedef struct workers {
    const cli_options *options;
    pthread_mutex_t mutex;
    pthread_cond_t slot_done;  /* for the thread that takes */
    pthread_cond_t slot_freed; /* for the threads that convert */
    result_slot *slots;
    size_t slot_count;
    size_t begun;
    size_t taken;
    bool ended; /* no further input is begun */
} workers;

/* The next input to convert, when there is room for it. False if there is none. */
static bool begin_input(workers *shared, size_t *index)
{
    pthread_mutex_lock(&shared->mutex);
    while (!shared->ended && shared->begun < shared->options->input_count &&
           shared->begun - shared->taken >= shared->slot_count)
        pthread_cond_wait(&shared->slot_freed, &shared->mutex);
    bool begins = !shared->ended && shared->begun < shared->options->input_count;
    if (begins)
        *index = shared->begun++;
    pthread_mutex_unlock(&shared->mutex);
    return begins;
}

static void *convert_inputs(void *context)
{
    workers *shared = context;
    cli_converter converter = {.options = shared->options};
    size_t index;
    while (begin_input(shared, &index)) {
        result_slot *slot = &shared->slots[index % shared->slot_count];
        cli_convert(&converter, shared->options->inputs[index], &slot->result);
        pthread_mutex_lock(&shared->mutex);
        slot->done = true;
        pthread_cond_signal(&shared->slot_done);
        pthread_mutex_unlock(&shared->mutex);
    }
    cli_converter_free(&converter);
    return NULL;
}

/* Takes all results in order, until `take` has enough. */
static void take_results(workers *shared, cli_take take, void *context)
{
    bool more = true;
    for (size_t i = 0; more && i < shared->options->input_count; i++) {
        result_slot *slot = &shared->slots[i % shared->slot_count];
        pthread_mutex_lock(&shared->mutex);
        while (!slot->done)
            pthread_cond_wait(&shared->slot_done, &shared->mutex);
        pthread_mutex_unlock(&shared->mutex);

        more = take(context, shared->options->inputs[i], &slot->result);
        cli_bytes_free(&slot->result.output);

        pthread_mutex_lock(&shared->mutex);
        slot->result = (cli_result){0};
        slot->done = false;
        shared->taken++;
        shared->ended = !more;
        pthread_cond_broadcast(&shared->slot_freed);
        pthread_mutex_unlock(&shared->mutex);
    }
}

static bool run(workers *shared, pthread_t *threads, cli_take take, void *context)
{
    unsigned started = 0;
    while (started < shared->options->jobs &&
           pthread_create(&threads[started], NULL, convert_inputs, shared) == 0)
        started++;
    if (started > 0)
        take_results(shared, take, context);
    for (unsigned i = 0; i < started; i++)
        pthread_join(threads[i], NULL);
    for (size_t i = 0; i < shared->slot_count; i++)
        cli_bytes_free(&shared->slots[i].result.output);
    return started > 0;
}

bool cli_workers_run(const cli_options *options, cli_take take, void *context)
{
    workers shared = {
        .options = options,
        .mutex = PTHREAD_MUTEX_INITIALIZER,
        .slot_done = PTHREAD_COND_INITIALIZER,
        .slot_freed = PTHREAD_COND_INITIALIZER,
        .slot_count = (size_t)options->jobs * RESULTS_PER_THREAD,
    };
    shared.slots = calloc(shared.slot_count, sizeof *shared.slots);
    pthread_t *threads = calloc(options->jobs, sizeof *threads);
    bool ran = shared.slots != NULL && threads != NULL && run(&shared, threads, take, context);
    free(shared.slots);
    free(threads);
    return ran;
}
