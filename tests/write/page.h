/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Documents for tests, with labels that the page itself gives: <nav>, <aside>
 * (related), <section class> (comments), <footer> and <form> are furniture, <h1>
 * is the title, the rest is body. So the tests of what is built and written do
 * not depend on how blocks are judged.
 */
#ifndef TESTS_WRITE_PAGE_H
#define TESTS_WRITE_PAGE_H

#include "document/document.h"
#include "reader.h"

static inline pith_label page_label(const pith_html_tree *tree, uint32_t node)
{
    for (; node != 0; node = tree->nodes[node].parent) {
        if (pith_html_is(tree, node, PITH_TAG_NAV))
            return PITH_LABEL_NAVIGATION;
        if (pith_html_is(tree, node, PITH_TAG_ASIDE))
            return PITH_LABEL_RELATED;
        if (pith_html_is(tree, node, PITH_TAG_SECTION) &&
            pith_html_find_attribute(tree, node, PITH_ATTRIBUTE_CLASS) != NULL)
            return PITH_LABEL_COMMENT;
        if (pith_html_is(tree, node, PITH_TAG_FOOTER))
            return PITH_LABEL_LEGAL;
        if (pith_html_is(tree, node, PITH_TAG_FORM))
            return PITH_LABEL_FORM;
        if (pith_html_is(tree, node, PITH_TAG_H1))
            return PITH_LABEL_TITLE;
    }
    return PITH_LABEL_BODY;
}

/* An image by itself is given no label of the content, to see where it is put. */
static inline pith_block_label *page_labels(const pith_html_tree *tree, const pith_blocks *blocks,
                                            pith_arena *arena)
{
    pith_block_label *labels = pith_arena_take_array(arena, blocks->count, sizeof *labels);
    for (uint32_t i = 0; labels != NULL && i < blocks->count; i++)
        labels[i].label = blocks->blocks[i].text_size > 0
                              ? page_label(tree, blocks->blocks[i].container) : PITH_LABEL_OTHER;
    return labels;
}

/* The document of a page, or NULL without memory. */
static inline pith_document *page_document(pith_reader *reader, pith_str html, pith_str url)
{
    pith_page page = {.size = sizeof page, .bytes = html, .url = url,
                      .charset = PITH_STR("utf-8")};
    pith_parsed parsed;
    pith_blocks blocks;
    if (pith_reader_parse(reader, &page, (pith_str){NULL, 0}, &parsed) != PITH_OK)
        return NULL;
    pith_document *document = pith_document_new(&reader->memory.allocator, 0);
    if (document == NULL)
        return NULL;
    pith_arena *arena = &document->arena;
    document->charset = pith_encoding_name(parsed.encoding);
    pith_block_label *labels = NULL;
    bool done = pith_arena_copy(arena, url, &document->url) &&
                pith_meta_read(&parsed.tree, url, arena, &document->meta) == PITH_OK &&
                pith_blocks_build(&parsed.tree, &reader->scratch, &blocks) == PITH_OK &&
                (labels = page_labels(&parsed.tree, &blocks, &reader->scratch)) != NULL;
    pith_document_source source = {&parsed.tree, &blocks, labels};
    if (done && pith_document_build(document, &source) == PITH_OK)
        return document;
    pith_document_free(document);
    return NULL;
}

#endif
