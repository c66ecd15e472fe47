/* SPDX-License-Identifier: Apache-2.0 */
#include "write/writer.h"

/* ---- Output ------------------------------------------------------------- */

void pith_writer_init(pith_writer *writer, pith_sink sink, void *context, pith_memory *memory,
                      unsigned parts)
{
    writer->sink = sink;
    writer->context = context;
    writer->memory = memory;
    writer->parts = parts;
    writer->status = PITH_OK;
    writer->size = 0;
}

/* The bytes of a character that the buffer's end cuts off. */
static size_t cut_off(const pith_writer *writer)
{
    for (size_t back = 1; back <= 3 && back <= writer->size; back++) {
        unsigned char byte = (unsigned char)writer->buffer[writer->size - back];
        if (byte < 0x80)
            return 0;
        if (byte >= 0xC0)
            return back < (byte < 0xE0 ? 2u : byte < 0xF0 ? 3u : 4u) ? back : 0;
    }
    return 0;
}

/* Hands whole characters to the sink. */
static void drain(pith_writer *writer)
{
    size_t rest = cut_off(writer), size = writer->size - rest;
    if (writer->status == PITH_OK && size > 0 &&
        writer->sink(writer->context, writer->buffer, size) != 0)
        writer->status = PITH_ERROR_SINK;
    memmove(writer->buffer, writer->buffer + size, rest);
    writer->size = rest;
}

pith_status pith_writer_finish(pith_writer *writer)
{
    drain(writer);
    if (writer->status == PITH_OK && writer->size > 0 &&
        writer->sink(writer->context, writer->buffer, writer->size) != 0)
        writer->status = PITH_ERROR_SINK;
    writer->size = 0;
    return writer->status;
}

void pith_put(pith_writer *writer, pith_str bytes)
{
    while (bytes.size > 0 && writer->status == PITH_OK) {
        size_t room = PITH_WRITER_BUFFER - writer->size;
        size_t size = bytes.size < room ? bytes.size : room;
        memcpy(writer->buffer + writer->size, bytes.data, size);
        writer->size += size;
        bytes.data += size;
        bytes.size -= size;
        if (writer->size == PITH_WRITER_BUFFER)
            drain(writer);
    }
}

void pith_put_byte(pith_writer *writer, char byte)
{
    pith_put(writer, (pith_str){&byte, 1});
}

/* ---- Visiting ----------------------------------------------------------- */

void pith_visit(const pith_writer *writer, const pith_visitor *visitor, const pith_node *root)
{
    const pith_node *node = root;
    while (node != NULL && writer->status == PITH_OK) {
        bool entered = visitor->enter(visitor->context, node);
        const pith_node *child = entered ? pith_node_first_child(node) : NULL;
        if (child != NULL) {
            node = child;
            continue;
        }
        if (entered)
            visitor->leave(visitor->context, node);
        while (node != root && pith_node_next(node) == NULL) {
            node = pith_node_parent(node);
            visitor->leave(visitor->context, node);
        }
        node = node != root ? pith_node_next(node) : NULL;
    }
}

/* The node after this one and those below it, within `root`; NULL at the end. */
static const pith_node *following_skip(const pith_node *node, const pith_node *root)
{
    while (node != root && pith_node_next(node) == NULL)
        node = pith_node_parent(node);
    return node != root ? pith_node_next(node) : NULL;
}

/* The next node in tree order within `root`; NULL at the end. */
static const pith_node *following(const pith_node *node, const pith_node *root)
{
    const pith_node *child = pith_node_first_child(node);
    return child != NULL ? child : following_skip(node, root);
}

static bool has_text(const pith_node *root)
{
    for (const pith_node *node = root; node != NULL; node = following(node, root))
        if (pith_node_get_type(node) != PITH_NODE_IMAGE && pith_node_text(node).size > 0)
            return true;
    return false;
}

bool pith_is_left_out(const pith_writer *writer, const pith_node *node)
{
    switch (pith_node_get_type(node)) {
    case PITH_NODE_TABLE:
        return !pith_writes(writer, PITH_PART_TABLES);
    case PITH_NODE_IMAGE:
        return !pith_writes(writer, PITH_PART_IMAGES);
    case PITH_NODE_PARAGRAPH: case PITH_NODE_FIGURE: case PITH_NODE_SECTION:
        return !pith_writes(writer, PITH_PART_IMAGES) && !has_text(node);
    default:
        return false;
    }
}

/* ---- The title ---------------------------------------------------------- */

/* Whether a heading's characters, white space and inline marks aside, begin with the title's. */
static bool says_title(const pith_node *heading, pith_str title)
{
    size_t at = 0;
    for (const pith_node *node = heading; node != NULL; node = following(node, heading)) {
        pith_str text = pith_node_text(node);
        if (pith_node_get_type(node) == PITH_NODE_IMAGE)
            continue;
        for (size_t i = 0; i < text.size; i++) {
            if (pith_is_space(text.data[i]))
                continue;
            while (at < title.size && pith_is_space(title.data[at]))
                at++;
            if (at == title.size || pith_to_lower(title.data[at]) != pith_to_lower(text.data[i]))
                return false;
            at++;
        }
    }
    return at > 0 && pith_str_trim((pith_str){title.data + at, title.size - at}).size == 0;
}

bool pith_needs_title(const pith_writer *writer, const pith_document *document)
{
    pith_str title = pith_str_trim(pith_document_title(document));
    if (!pith_writes(writer, PITH_PART_TITLE) || title.size == 0)
        return false;
    const pith_node *block = pith_node_first_child(pith_document_content(document));
    for (; block != NULL; block = pith_node_next(block)) {
        if (pith_node_get_type(block) != PITH_NODE_HEADING)
            continue;
        if (pith_node_label(block) == PITH_LABEL_TITLE || says_title(block, title))
            return false;
    }
    return true;
}

/* ---- Lists -------------------------------------------------------------- */

/* A list that can follow a paragraph's line directly, in Markdown too. */
static bool can_follow(const pith_node *list)
{
    const pith_node *paragraph = pith_node_first_child(pith_node_first_child(list));
    if (pith_node_get_type(list) != PITH_NODE_LIST ||
        (pith_node_is_ordered(list) && pith_node_list_start(list) != 1))
        return false;
    return pith_node_get_type(paragraph) == PITH_NODE_PARAGRAPH &&
           pith_node_get_type(pith_node_first_child(paragraph)) == PITH_NODE_TEXT;
}

bool pith_item_is_tight(const pith_node *item)
{
    const pith_node *block = pith_node_first_child(item);
    if (block != NULL && pith_node_get_type(block) != PITH_NODE_PARAGRAPH)
        return false;
    for (block = pith_node_next(block); block != NULL; block = pith_node_next(block))
        if (!can_follow(block))
            return false;
    return true;
}

bool pith_list_is_tight(const pith_node *list)
{
    const pith_node *item = pith_node_first_child(list);
    while (item != NULL && pith_item_is_tight(item))
        item = pith_node_next(item);
    return item == NULL;
}

bool pith_ends_numbers(const pith_node *item)
{
    const pith_node *list = pith_node_parent(item), *next = pith_node_next(item);
    int step = pith_node_is_reversed(list) ? -1 : 1;
    return next != NULL && pith_node_is_ordered(list) &&
           pith_node_item_number(next) != pith_node_item_number(item) + step;
}
