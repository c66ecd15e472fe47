/* SPDX-License-Identifier: Apache-2.0 */
/*
 * An arena: memory that is taken piece by piece and given back all at once.
 */
#ifndef PITH_BASE_ARENA_H
#define PITH_BASE_ARENA_H

#include "base/memory.h"

typedef struct pith_arena_chunk pith_arena_chunk;

typedef struct pith_arena {
    pith_memory *memory;
    pith_arena_chunk *chunks;  /* the newest first */
    char *next;                /* free bytes of the newest chunk */
    char *end;
} pith_arena;

void pith_arena_init(pith_arena *arena, pith_memory *memory);

/* Forgets all pieces; keeps the largest chunk for what comes next. */
void pith_arena_reset(pith_arena *arena);

/* Gives all memory back. */
void pith_arena_free(pith_arena *arena);

/* `size` bytes, aligned for any object, not cleared; NULL without memory. */
void *pith_arena_take(pith_arena *arena, size_t size);

/* The same, cleared, for an array of `count` elements. */
void *pith_arena_take_array(pith_arena *arena, size_t count, size_t element_size);

/* A copy of `text`. False without memory. An empty text needs none. */
bool pith_arena_copy(pith_arena *arena, pith_str text, pith_str *copy);

#endif
