/* SPDX-License-Identifier: Apache-2.0 */
/* What fuzz targets share: their entry, a check, and memory that runs out. */
#ifndef PITH_FUZZ_FUZZ_H
#define PITH_FUZZ_FUZZ_H

#include <stdint.h>
#include <stdlib.h>

/* libFuzzer calls it with each input. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define CHECK(condition)    \
    do {                    \
        if (!(condition))   \
            abort();        \
    } while (0)

/* Memory that is counted, and that runs out for good when `left` is used up. */
typedef struct scarce {
    size_t used;
    size_t left; /* requests */
} scarce;

/* A pith_allocator's function, of a scarce. */
static inline void *reallocate_scarce(void *context, void *pointer, size_t old_size,
                                      size_t new_size)
{
    scarce *memory = context;
    if (new_size == 0) {
        memory->used -= old_size;
        free(pointer);
        return NULL;
    }
    if (memory->left == 0)
        return NULL;
    memory->left--;
    void *result = realloc(pointer, new_size);
    memory->used = memory->used - old_size + new_size;
    return result;
}

#endif
