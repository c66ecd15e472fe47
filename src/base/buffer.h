/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A growing run of bytes. A failure to grow sticks: later additions do nothing,
 * so that a chain of them needs one check of `failed` at its end.
 */
#ifndef PITH_BASE_BUFFER_H
#define PITH_BASE_BUFFER_H

#include "base/memory.h"

typedef struct pith_buffer {
    pith_memory *memory;
    char *data;
    size_t size;
    size_t capacity;
    bool failed;
} pith_buffer;

void pith_buffer_init(pith_buffer *buffer, pith_memory *memory);

/* Forgets the bytes; keeps the memory, and a failure: one check behind many uses finds it. */
void pith_buffer_reset(pith_buffer *buffer);

/* Gives the memory back; the buffer is as new. */
void pith_buffer_release(pith_buffer *buffer);

/* Room for `size` more bytes, at buffer->data + buffer->size; NULL on failure. */
char *pith_buffer_reserve(pith_buffer *buffer, size_t size);

void pith_buffer_add(pith_buffer *buffer, pith_str bytes);
void pith_buffer_add_byte(pith_buffer *buffer, char byte);

#endif
