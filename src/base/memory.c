/* SPDX-License-Identifier: Apache-2.0 */
#include "base/memory.h"

#include <stdlib.h>

static void *reallocate_with_malloc(void *context, void *pointer, size_t old_size, size_t new_size)
{
    (void)context;
    (void)old_size;
    if (new_size == 0) {
        free(pointer);
        return NULL;
    }
    return realloc(pointer, new_size);
}

void pith_memory_init(pith_memory *memory, const pith_allocator *allocator, size_t limit)
{
    *memory = (pith_memory){.limit = limit};
    if (allocator != NULL && allocator->reallocate != NULL)
        memory->allocator = *allocator;
    else
        memory->allocator.reallocate = reallocate_with_malloc;
}

void *pith_memory_resize(pith_memory *memory, void *pointer, size_t old_size, size_t new_size)
{
    size_t rest = memory->used - old_size;
    memory->limit_reached =
        memory->limit != 0 && (new_size > memory->limit || rest > memory->limit - new_size);
    if (memory->limit_reached)
        return NULL;
    void *result =
        memory->allocator.reallocate(memory->allocator.context, pointer, old_size, new_size);
    if (result == NULL)
        return NULL;
    memory->used = rest + new_size;
    if (memory->used > memory->peak)
        memory->peak = memory->used;
    return result;
}

void pith_memory_free(pith_memory *memory, void *pointer, size_t size)
{
    if (pointer == NULL)
        return;
    memory->allocator.reallocate(memory->allocator.context, pointer, size, 0);
    memory->used -= size;
}

pith_status pith_memory_status(const pith_memory *memory)
{
    return memory->limit_reached ? PITH_ERROR_LIMIT : PITH_ERROR_MEMORY;
}

bool pith_array_grow(pith_memory *memory, void **array, uint32_t *capacity, uint32_t needed,
                     size_t element_size)
{
    if (needed <= *capacity)
        return true;
    uint64_t wanted = (uint64_t)*capacity + *capacity / 2;
    if (wanted < needed)
        wanted = needed;
    if (wanted < 16)
        wanted = 16;
    if (wanted > UINT32_MAX || wanted > SIZE_MAX / element_size)
        wanted = needed;
    if (wanted > SIZE_MAX / element_size)
        return false;
    void *grown = pith_memory_resize(memory, *array, *capacity * element_size,
                                     (size_t)wanted * element_size);
    if (grown == NULL)
        return false;
    *array = grown;
    *capacity = (uint32_t)wanted;
    return true;
}
