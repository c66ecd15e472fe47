/* SPDX-License-Identifier: Apache-2.0 */
/* pith_write() and its kin: argument checks, and the writer of the format. */
#include "write/writer.h"

#include "base/options.h"
#include "document/document.h"

enum {
    /* what is no content, but kept */
    KEPT_PARTS = PITH_PART_FURNITURE | PITH_PART_RELATED | PITH_PART_COMMENTS,
    ALL_PARTS = PITH_PART_LINKS | PITH_PART_IMAGES | PITH_PART_TABLES | PITH_PART_EMPHASIS |
                PITH_PART_TITLE | KEPT_PARTS
};

unsigned pith_format_parts(pith_format format)
{
    switch (format) {
    case PITH_FORMAT_TEXT: return PITH_PART_TABLES;
    case PITH_FORMAT_JSON: return PITH_PART_TABLES | KEPT_PARTS;
    case PITH_FORMAT_TEI: /* its header has the title */
        return ALL_PARTS & ~(unsigned)(KEPT_PARTS | PITH_PART_TITLE);
    case PITH_FORMAT_MARKDOWN:
    case PITH_FORMAT_HTML: return ALL_PARTS & ~(unsigned)KEPT_PARTS;
    }
    return 0;
}

static pith_status check(const pith_write_options *given, pith_write_options *known)
{
    *known = (pith_write_options){.size = sizeof *known};
    pith_status status = given != NULL ? pith_copy_options(known, sizeof *known, given) : PITH_OK;
    if (status != PITH_OK)
        return status;
    if ((unsigned)known->format > PITH_FORMAT_TEI)
        return PITH_ERROR_ARGUMENT;
    bool unknown = ((known->with | known->without) & ~(unsigned)ALL_PARTS) != 0;
    return unknown ? PITH_ERROR_VERSION : PITH_OK;
}

/* Writers share a document between threads: each counts its memory on its own. */
static pith_status write_document(const pith_document *document, const pith_write_options *options,
                                  pith_sink sink, void *context)
{
    pith_write_options known;
    pith_status status = check(options, &known);
    if (status != PITH_OK)
        return status;
    pith_memory memory;
    pith_memory_init(&memory, &document->memory.allocator, 0);
    unsigned parts = (pith_format_parts(known.format) | known.with) & ~known.without;
    pith_writer writer;
    pith_writer_init(&writer, sink, context, &memory, parts);
    switch (known.format) {
    case PITH_FORMAT_TEXT: pith_write_text(&writer, document); break;
    case PITH_FORMAT_MARKDOWN: pith_write_markdown(&writer, document); break;
    case PITH_FORMAT_JSON: pith_write_json(&writer, document); break;
    case PITH_FORMAT_HTML: pith_write_html(&writer, document); break;
    case PITH_FORMAT_TEI: pith_write_tei(&writer, document); break;
    }
    return pith_writer_finish(&writer);
}

pith_status pith_write(const pith_document *document, const pith_write_options *options,
                       pith_sink sink, void *context, pith_error *error)
{
    if (document == NULL || sink == NULL)
        return pith_tell(error, PITH_ERROR_ARGUMENT);
    return pith_tell(error, write_document(document, options, sink, context));
}

/* ---- Into memory -------------------------------------------------------- */

/* A buffer's bytes follow its capacity, which the allocator asks for at the end. */
static const size_t HEAD = sizeof(size_t);

static int add_to_buffer(void *context, const char *data, size_t size)
{
    pith_buffer *buffer = context;
    pith_buffer_add(buffer, (pith_str){data, size});
    return buffer->failed;
}

char *pith_write_buffer(const pith_document *document, const pith_write_options *options,
                        size_t *size, pith_error *error)
{
    if (document == NULL || size == NULL) {
        pith_tell(error, PITH_ERROR_ARGUMENT);
        return NULL;
    }
    pith_memory memory;
    pith_memory_init(&memory, &document->memory.allocator, 0);
    pith_buffer buffer;
    pith_buffer_init(&buffer, &memory);
    pith_buffer_add(&buffer, (pith_str){(const char *)&HEAD, HEAD});
    pith_status status = write_document(document, options, add_to_buffer, &buffer);
    pith_buffer_add_byte(&buffer, '\0');
    if (buffer.failed)
        status = PITH_ERROR_MEMORY;
    if (pith_tell(error, status) != PITH_OK) {
        pith_buffer_release(&buffer);
        return NULL;
    }
    memcpy(buffer.data, &buffer.capacity, HEAD);
    *size = buffer.size - HEAD - 1;
    return buffer.data + HEAD;
}

void pith_buffer_free(const pith_document *document, char *buffer)
{
    if (document == NULL || buffer == NULL)
        return;
    size_t capacity;
    memcpy(&capacity, buffer - HEAD, HEAD);
    const pith_allocator *allocator = &document->memory.allocator;
    allocator->reallocate(allocator->context, buffer - HEAD, capacity, 0);
}
