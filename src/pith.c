/* SPDX-License-Identifier: Apache-2.0 */
/* The way of a page through the rooms. */
#include "reader.h"

#include "base/options.h"
#include "base/utf8.h"
#include "block/block.h"
#include "document/document.h"
#include "label/label.h"
#include "meta/meta.h"
#include "page/confidence.h"
#include "page/language.h"
#include "page/type.h"
#include "text/text.h"

/* The reader and its document draw on one limit: each may have what the other leaves. */
static void share_limit(pith_reader *reader, pith_document *document)
{
    size_t limit = reader->limits.memory;
    if (limit == 0)
        return;
    size_t reader_used = reader->memory.used, document_used = document->memory.used;
    reader->memory.limit = limit > document_used ? limit - document_used : 1;
    document->memory.limit = limit > reader_used ? limit - reader_used : 1;
}

/*
 * The page's URL for the document: as it is, or where it is no UTF-8 (archives
 * have such) with the bytes beyond ASCII percent-encoded.
 */
static bool copy_url(pith_arena *arena, pith_str url, pith_str *copy)
{
    static const char hex[] = "0123456789ABCDEF";
    if (pith_utf8_valid_prefix(url.data, url.size) == url.size)
        return pith_arena_copy(arena, url, copy);
    char *out = url.size <= SIZE_MAX / 3 ? pith_arena_take(arena, url.size * 3) : NULL;
    if (out == NULL)
        return false;
    size_t size = 0;
    for (size_t i = 0; i < url.size; i++) {
        unsigned char byte = (unsigned char)url.data[i];
        out[size++] = byte < 0x80 ? (char)byte : '%';
        if (byte >= 0x80) {
            out[size++] = hex[byte >> 4];
            out[size++] = hex[byte & 15];
        }
    }
    *copy = (pith_str){out, size};
    return true;
}

/* Reads the metadata and labels the blocks; a text shows its title only by its labels. */
static pith_status label_page(pith_reader *reader, pith_parsed *parsed, const pith_blocks *blocks,
                              pith_document *document, pith_block_label **labels)
{
    pith_arena *arena = &document->arena;
    if (parsed->is_text) {
        pith_status status = pith_text_label(&parsed->plain, blocks, reader->favor,
                                             &reader->scratch, labels);
        return status != PITH_OK ? status
               : pith_meta_read(&parsed->plain.tree, document->url, arena, &document->meta);
    }
    pith_label_hints hints = {.title = document->meta.title, .favor = reader->favor};
    return pith_label_blocks(&parsed->tree, blocks, &hints, &reader->scratch, labels);
}

/* What is told of the page as a whole. */
static void judge_page(const pith_parsed *parsed, const pith_blocks *blocks,
                       const pith_block_label *labels, pith_document *document)
{
    double expected = pith_page_expected_f1(blocks, labels);
    document->confidence = pith_page_confidence(expected);
    if (parsed->is_text)
        return; /* it has no elements to tell its type by */
    pith_page_source source = {&parsed->tree, blocks, labels, &document->meta, expected,
                               document->url};
    pith_page_numbers numbers;
    pith_page_measure(&source, &numbers);
    document->page_type = pith_page_type_of(&numbers);
}

/* From the parsed page to the finished document. */
static pith_status make_document(pith_reader *reader, const pith_page *page,
                                 pith_parsed *parsed, pith_document *document)
{
    if (!copy_url(&document->arena, page->url, &document->url))
        return pith_memory_status(&document->memory);
    document->charset = pith_encoding_name(parsed->encoding);
    document->limits_hit = parsed->limits_hit;

    pith_status status = PITH_OK;
    if (!parsed->is_text)
        status = pith_meta_read(&parsed->tree, document->url, &document->arena, &document->meta);
    if (status != PITH_OK)
        return status;
    share_limit(reader, document);
    pith_blocks blocks;
    status = pith_blocks_build(&parsed->tree, &reader->scratch, &blocks);
    if (status != PITH_OK)
        return status;
    pith_block_label *labels;
    status = label_page(reader, parsed, &blocks, document, &labels);
    if (status != PITH_OK)
        return status;
    judge_page(parsed, &blocks, labels, document);
    status = pith_page_language(&parsed->tree, &blocks, labels, &reader->memory,
                                &document->language_detected);
    if (status != PITH_OK)
        return status;
    share_limit(reader, document);
    pith_document_source source = {&parsed->tree, &blocks, labels};
    return pith_document_build(document, &source);
}

static pith_status read_page(pith_reader *reader, const pith_page *page, pith_document **document)
{
    pith_parsed parsed;
    pith_status status = pith_reader_parse(reader, page, (pith_str){NULL, 0}, &parsed);
    if (status != PITH_OK)
        return status;
    size_t limit = reader->limits.memory, used = reader->memory.used;
    if (limit != 0 && (limit < used || limit - used < sizeof **document))
        return PITH_ERROR_LIMIT;
    *document = pith_document_new(&reader->memory.allocator, limit != 0 ? limit - used : 0);
    if (*document == NULL)
        return PITH_ERROR_MEMORY;
    status = make_document(reader, page, &parsed, *document);
    if (status != PITH_OK) {
        pith_document_free(*document);
        *document = NULL;
    }
    return status;
}

pith_document *pith_read(pith_reader *reader, const pith_page *page, pith_error *error)
{
    pith_page checked;
    pith_status status = reader != NULL ? pith_page_check(page, &checked) : PITH_ERROR_ARGUMENT;
    if (pith_tell(error, status) != PITH_OK)
        return NULL;
    pith_document *document = NULL;
    bool warm = reader->memory.used > sizeof *reader;
    status = read_page(reader, &checked, &document);
    if (status != PITH_OK)
        pith_reader_cool(reader);
    /* What earlier pages left warm counts against the limit: only a cold reader can tell. */
    if (status == PITH_ERROR_LIMIT && warm)
        status = read_page(reader, &checked, &document);
    if (pith_tell(error, status) != PITH_OK) {
        pith_reader_cool(reader);
        return NULL;
    }
    return document;
}
