/* SPDX-License-Identifier: Apache-2.0 */
/*
 * All memory of the library passes through a pith_memory: it calls the
 * allocator hook, counts what is in use, and holds the memory limit.
 */
#ifndef PITH_BASE_MEMORY_H
#define PITH_BASE_MEMORY_H

#include <pith/pith.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct pith_memory {
    pith_allocator allocator;
    size_t used;        /* bytes in use now */
    size_t peak;        /* most bytes in use at any time */
    size_t limit;       /* bytes; 0 means none */
    bool limit_reached; /* the last failure was the limit's, not the allocator's */
} pith_memory;

/* An allocator whose hook is NULL stands for malloc() and its kin. */
void pith_memory_init(pith_memory *memory, const pith_allocator *allocator, size_t limit);

/* NULL when there is none; the old memory then stays valid. new_size > 0. */
void *pith_memory_resize(pith_memory *memory, void *pointer, size_t old_size, size_t new_size);

/* pointer may be NULL (then size is 0). */
void pith_memory_free(pith_memory *memory, void *pointer, size_t size);

/* The status for a failed request: PITH_ERROR_LIMIT or PITH_ERROR_MEMORY. */
pith_status pith_memory_status(const pith_memory *memory);

/*
 * Grows an array so that it holds at least `needed` elements, by half at least.
 * False when there is no memory; the array is then as it was.
 */
bool pith_array_grow(pith_memory *memory, void **array, uint32_t *capacity, uint32_t needed,
                     size_t element_size);

#endif
