/* SPDX-License-Identifier: Apache-2.0 */
#include "document/document.h"

pith_document *pith_document_new(const pith_allocator *allocator, size_t memory_limit)
{
    pith_memory memory;
    pith_memory_init(&memory, allocator, memory_limit);
    pith_document *document = pith_memory_resize(&memory, NULL, 0, sizeof *document);
    if (document == NULL)
        return NULL;
    *document = (pith_document){.memory = memory};
    pith_arena_init(&document->arena, &document->memory);
    return document;
}

void pith_document_free(pith_document *document)
{
    if (document == NULL)
        return;
    pith_arena_free(&document->arena);
    pith_memory memory = document->memory;
    pith_memory_free(&memory, document->teasers,
                     document->teaser_capacity * sizeof *document->teasers);
    pith_memory_free(&memory, document->comments,
                     document->comment_capacity * sizeof *document->comments);
    pith_memory_free(&memory, document, sizeof *document);
}
