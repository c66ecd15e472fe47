/* SPDX-License-Identifier: Apache-2.0 */
#include "base/arena.h"

#include <stddef.h>
#include <string.h>

enum { ALIGNMENT = _Alignof(max_align_t), FIRST_CHUNK = 4096, LARGEST_STEP = 1 << 20 };

struct pith_arena_chunk {
    pith_arena_chunk *older;
    size_t size; /* of the whole chunk, this header included */
    max_align_t data[];
};

void pith_arena_init(pith_arena *arena, pith_memory *memory)
{
    *arena = (pith_arena){.memory = memory};
}

static void use_chunk(pith_arena *arena, pith_arena_chunk *chunk)
{
    arena->next = chunk != NULL ? (char *)chunk->data : NULL;
    arena->end = chunk != NULL ? (char *)chunk + chunk->size : NULL;
}

void pith_arena_reset(pith_arena *arena)
{
    pith_arena_chunk *largest = arena->chunks;
    for (pith_arena_chunk *chunk = arena->chunks; chunk != NULL; chunk = chunk->older)
        if (chunk->size > largest->size)
            largest = chunk;
    for (pith_arena_chunk *chunk = arena->chunks; chunk != NULL;) {
        pith_arena_chunk *older = chunk->older;
        if (chunk != largest)
            pith_memory_free(arena->memory, chunk, chunk->size);
        chunk = older;
    }
    if (largest != NULL)
        largest->older = NULL;
    arena->chunks = largest;
    use_chunk(arena, largest);
}

void pith_arena_free(pith_arena *arena)
{
    pith_arena_reset(arena);
    if (arena->chunks != NULL)
        pith_memory_free(arena->memory, arena->chunks, arena->chunks->size);
    pith_arena_init(arena, arena->memory);
}

static bool add_chunk(pith_arena *arena, size_t wanted)
{
    size_t size = FIRST_CHUNK;
    if (arena->chunks != NULL) /* double, so that there are few, up to a bound */
        size = arena->chunks->size < LARGEST_STEP ? arena->chunks->size * 2 : LARGEST_STEP;
    if (wanted > SIZE_MAX - sizeof(pith_arena_chunk))
        return false;
    if (size < wanted + sizeof(pith_arena_chunk))
        size = wanted + sizeof(pith_arena_chunk);
    pith_arena_chunk *chunk = pith_memory_resize(arena->memory, NULL, 0, size);
    if (chunk == NULL)
        return false;
    chunk->older = arena->chunks;
    chunk->size = size;
    arena->chunks = chunk;
    use_chunk(arena, chunk);
    return true;
}

void *pith_arena_take(pith_arena *arena, size_t size)
{
    if (size > SIZE_MAX - ALIGNMENT)
        return NULL;
    size = (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    if ((size_t)(arena->end - arena->next) < size || arena->next == NULL)
        if (!add_chunk(arena, size))
            return NULL;
    void *piece = arena->next;
    arena->next += size;
    return piece;
}

void *pith_arena_take_array(pith_arena *arena, size_t count, size_t element_size)
{
    if (element_size != 0 && count > SIZE_MAX / element_size)
        return NULL;
    void *piece = pith_arena_take(arena, count * element_size);
    if (piece != NULL)
        memset(piece, 0, count * element_size);
    return piece;
}

bool pith_arena_copy(pith_arena *arena, pith_str text, pith_str *copy)
{
    *copy = (pith_str){NULL, 0};
    if (text.size == 0)
        return true;
    if (arena->next == NULL || (size_t)(arena->end - arena->next) < text.size)
        if (!add_chunk(arena, text.size))
            return false;
    arena->end -= text.size; /* from the other end, where nothing is aligned */
    memcpy(arena->end, text.data, text.size);
    *copy = (pith_str){arena->end, text.size};
    return true;
}
