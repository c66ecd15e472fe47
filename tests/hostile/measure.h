/* SPDX-License-Identifier: Apache-2.0 */
/* What reading a page costs, through the public API alone. */
#ifndef PITH_TESTS_HOSTILE_MEASURE_H
#define PITH_TESTS_HOSTILE_MEASURE_H

#include "pages.h"

#include <pith/develop.h>
#include <time.h>

typedef struct hostile_cost {
    double seconds;     /* of processor time: for the tree, then for document and output */
    size_t peak;        /* most bytes in use at once, the page itself not counted */
    size_t requests;    /* for memory */
    size_t written;     /* bytes of Markdown */
    unsigned limits_hit;
    pith_tree_stats tree;
} hostile_cost;

/* An allocator that counts. */
typedef struct counted_memory {
    size_t used;
    size_t peak;
    size_t requests;
} counted_memory;

static inline void *reallocate_counted(void *context, void *pointer, size_t old_size,
                                       size_t new_size)
{
    counted_memory *memory = context;
    memory->used = memory->used - old_size + new_size;
    memory->peak = memory->used > memory->peak ? memory->used : memory->peak;
    memory->requests++;
    if (new_size == 0) {
        free(pointer);
        return NULL;
    }
    return realloc(pointer, new_size);
}

static inline int count_output(void *context, const char *data, size_t size)
{
    (void)data;
    *(size_t *)context += size;
    return 0;
}

/* Builds the tree, then reads the page and writes it. False on failure. */
static inline bool hostile_measure(pith_str bytes, pith_limits limits, hostile_cost *cost)
{
    counted_memory memory = {0, 0, 0};
    pith_options options = {.size = sizeof options,
                            .allocator = {reallocate_counted, &memory},
                            .limits = limits};
    pith_page page = {.size = sizeof page, .bytes = bytes, .charset = {"utf-8", 5}};
    *cost = (hostile_cost){.seconds = 0};
    clock_t start = clock();
    pith_reader *reader = pith_reader_new(&options, NULL);
    bool ok = reader != NULL && pith_tree_write(reader, &page, (pith_str){NULL, 0}, NULL, NULL,
                                                &cost->tree, NULL) == PITH_OK;
    pith_document *document = ok ? pith_read(reader, &page, NULL) : NULL;
    pith_write_options write = {.size = sizeof write, .format = PITH_FORMAT_MARKDOWN};
    ok = document != NULL &&
         pith_write(document, &write, count_output, &cost->written, NULL) == PITH_OK;
    cost->limits_hit = document != NULL ? pith_document_limits_hit(document) : 0;
    pith_document_free(document);
    pith_reader_free(reader);
    cost->seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
    cost->peak = memory.peak;
    cost->requests = memory.requests;
    return ok && memory.used == 0;
}

/* "depth nodes": the limits that were hit. */
static inline const char *hostile_limits(unsigned limits, char *text)
{
    static const char *const names[] = {"bytes ", "depth ", "nodes ", "attributes ", "clones "};
    text[0] = '\0';
    for (unsigned i = 0; i < 5; i++)
        if (limits & 1u << i)
            strcat(text, names[i]);
    return text;
}

enum { HOSTILE_LIMITS_SIZE = 64 };

static inline void hostile_print_header(void)
{
    printf("%-26s %10s %9s %9s %8s  %s\n", "page", "bytes", "ms", "peak MB", "nodes", "limits hit");
}

static inline void hostile_print(const char *name, size_t bytes, const hostile_cost *cost)
{
    char limits[HOSTILE_LIMITS_SIZE];
    printf("%-26s %10zu %9.1f %9.1f %8lu  %s\n", name, bytes, cost->seconds * 1e3,
           (double)cost->peak / 1e6, (unsigned long)cost->tree.nodes,
           hostile_limits(cost->limits_hit, limits));
    fflush(stdout);
}

#endif
