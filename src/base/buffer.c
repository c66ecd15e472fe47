/* SPDX-License-Identifier: Apache-2.0 */
#include "base/buffer.h"

#include <string.h>

void pith_buffer_init(pith_buffer *buffer, pith_memory *memory)
{
    *buffer = (pith_buffer){.memory = memory};
}

void pith_buffer_reset(pith_buffer *buffer)
{
    buffer->size = 0;
}

void pith_buffer_release(pith_buffer *buffer)
{
    pith_memory_free(buffer->memory, buffer->data, buffer->capacity);
    pith_buffer_init(buffer, buffer->memory);
}

char *pith_buffer_reserve(pith_buffer *buffer, size_t size)
{
    if (buffer->failed)
        return NULL;
    if (buffer->data == NULL || size > buffer->capacity - buffer->size) {
        size_t wanted = buffer->capacity + buffer->capacity / 2;
        if (size > SIZE_MAX / 2 - buffer->size) {
            buffer->failed = true;
            return NULL;
        }
        if (wanted < buffer->size + size)
            wanted = buffer->size + size;
        if (wanted < 64)
            wanted = 64;
        char *data = pith_memory_resize(buffer->memory, buffer->data, buffer->capacity, wanted);
        if (data == NULL) {
            buffer->failed = true;
            return NULL;
        }
        buffer->data = data;
        buffer->capacity = wanted;
    }
    return buffer->data + buffer->size;
}

void pith_buffer_add(pith_buffer *buffer, pith_str bytes)
{
    char *end = pith_buffer_reserve(buffer, bytes.size);
    if (end == NULL || bytes.size == 0)
        return;
    memcpy(end, bytes.data, bytes.size);
    buffer->size += bytes.size;
}

void pith_buffer_add_byte(pith_buffer *buffer, char byte)
{
    pith_buffer_add(buffer, (pith_str){&byte, 1});
}
