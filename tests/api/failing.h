/* SPDX-License-Identifier: Apache-2.0 */
/* For tests: memory that is counted, and of which a request fails. */
#ifndef PITH_TESTS_API_FAILING_H
#define PITH_TESTS_API_FAILING_H

#include <stdbool.h>
#include <stdlib.h>

typedef struct failing {
    size_t in_use;    /* bytes */
    size_t requests;
    size_t fail_at;   /* the request to fail, from 1; 0: none */
    bool fail_after;  /* and all that follow */
} failing;

/* A pith_allocator's function, of a failing. */
static inline void *reallocate(void *context, void *pointer, size_t old_size,
                               size_t new_size)
{
    failing *f = context;
    if (new_size == 0) {
        f->in_use -= old_size;
        free(pointer);
        return NULL;
    }
    f->requests++;
    bool fails = f->fail_after ? f->requests >= f->fail_at : f->requests == f->fail_at;
    if (f->fail_at != 0 && fails)
        return NULL;
    void *result = realloc(pointer, new_size);
    if (result != NULL)
        f->in_use = f->in_use - old_size + new_size;
    return result;
}

#endif
