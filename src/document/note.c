/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Footnotes: a link to "#fn1" whose text is a mark, and the element with the id
 * "fn1" after it. The ids that tell a note are those of Pandoc, Markdown's many
 * converters, MediaWiki, word processors and WordPress. Notes that are not part
 * of the content, or that stand before what refers to them, are left alone.
 */
#include "document/builder.h"

static pith_str id_of(const pith_html_tree *tree, uint32_t html)
{
    return pith_html_raw_value(tree, pith_html_find_attribute(tree, html, PITH_ATTRIBUTE_ID));
}

static bool names_note(pith_str id)
{
    static const pith_str prefixes[] = {
        {"fn", 2}, {"footnote", 8}, {"cite_note", 9}, {"_ftn", 4}, {"ftn", 3}, {"endnote", 7},
        {"note-", 5}, {"sdfootnote", 10}, {"user-content-fn", 15}, {"easy-footnote", 13},
    };
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
        if (id.size > prefixes[i].size &&
            pith_str_equal((pith_str){id.data, prefixes[i].size}, prefixes[i]))
            return true;
    return false;
}

/* ---- The notes of the page ---------------------------------------------- */

static uint32_t hash(pith_str id)
{
    uint32_t value = 2166136261u; /* FNV-1a */
    for (size_t i = 0; i < id.size; i++)
        value = (value ^ (unsigned char)id.data[i]) * 16777619u;
    return value;
}

/* The place of the id in the table: its note, or the empty place where it would be. */
static pith_note *slot_of(const pith_builder *builder, pith_str id)
{
    uint32_t mask = builder->note_capacity - 1, at = hash(id) & mask;
    while (builder->notes[at].html != 0 &&
           !pith_str_equal(id_of(builder->tree, builder->notes[at].html), id))
        at = (at + 1) & mask;
    return &builder->notes[at];
}

static bool can_be_note(const pith_html_tree *tree, uint32_t html)
{
    return (pith_html_is(tree, html, PITH_TAG_LI) || pith_html_is(tree, html, PITH_TAG_P) ||
            pith_html_is(tree, html, PITH_TAG_DIV) || pith_html_is(tree, html, PITH_TAG_ASIDE)) &&
           names_note(id_of(tree, html));
}

/* Fills the table: half of it stays empty. The first element of an id counts. */
static void gather(pith_builder *builder)
{
    const pith_html_tree *tree = builder->tree;
    uint32_t count = 0, capacity = 16, taken = 0;
    for (uint32_t node = 1; node < tree->node_count; node++)
        count += can_be_note(tree, node);
    while (capacity < 2 * count)
        capacity *= 2;
    void *memory = NULL;
    if (!pith_array_grow(builder->memory, &memory, &taken, capacity, sizeof(pith_note))) {
        builder->failed = true;
        return;
    }
    builder->notes = memory;
    builder->note_memory = taken;
    builder->note_capacity = capacity;
    memset(builder->notes, 0, capacity * sizeof *builder->notes);
    for (uint32_t node = 1; node < tree->node_count; node++) {
        pith_note *note = can_be_note(tree, node) ? slot_of(builder, id_of(tree, node)) : NULL;
        if (note != NULL && note->html == 0)
            note->html = node;
    }
}

/* The first block that begins after the element does; blocks->count if there is none. */
static uint32_t block_after(const pith_builder *builder, uint32_t html)
{
    const pith_blocks *blocks = builder->blocks;
    const pith_html_node *nodes = builder->tree->nodes;
    uint32_t low = builder->next_block, high = blocks->count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (nodes[blocks->blocks[middle].first].start < nodes[html].start)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* True if the note comes later, as part of the content. */
static bool will_come(const pith_builder *builder, uint32_t html)
{
    enum { FAR = 8 };
    uint32_t block = block_after(builder, html);
    if (block == builder->blocks->count ||
        !pith_label_is_content(builder->labels[block].label))
        return false;
    uint32_t node = builder->blocks->blocks[block].container;
    for (int i = 0; i < FAR && node != 0 && node != html; i++)
        node = builder->tree->nodes[node].parent;
    return node == html;
}

/* ---- References --------------------------------------------------------- */

/* True if a link's text is a mark: a number, a letter, a sign, perhaps in brackets. */
static bool is_mark(const pith_html_tree *tree, uint32_t link)
{
    enum { NODES = 16, BYTES = 8 };
    uint32_t node = link, size = 0;
    for (int i = 0; (node = pith_html_following(tree, node, link)) != 0; i++) {
        if (tree->nodes[node].type == PITH_HTML_TEXT)
            size += tree->nodes[node].extent;
        if (i == NODES || size > BYTES)
            return false;
    }
    return size > 0;
}

bool pith_builder_enter_reference(pith_builder *builder, uint32_t html)
{
    const pith_html_tree *tree = builder->tree;
    pith_str href = pith_attribute_head(tree, html, PITH_ATTRIBUTE_HREF);
    if (href.size < 2 || href.data[0] != '#')
        return false;
    if (builder->scope.note) /* the way back */
        return is_mark(tree, html);
    uint32_t block = builder->next_block - builder->in_block;
    if (block == builder->blocks->count ||
        !pith_label_is_content(builder->labels[block].label))
        return false;
    pith_str id = pith_str_from(href, 1);
    if (!names_note(id) || !is_mark(tree, html))
        return false;
    if (builder->notes == NULL)
        gather(builder);
    if (builder->failed)
        return false;
    pith_note *note = slot_of(builder, id);
    if (note->html == 0 || (note->number == 0 && !will_come(builder, note->html)))
        return false;
    builder->reference = note;
    return true;
}

void pith_builder_reference(pith_builder *builder, pith_note *note, uint32_t source)
{
    if (note->number == 0)
        note->number = ++builder->note_count;
    pith_builder_put_reference(builder, note->number, source);
}

/* ---- Notes -------------------------------------------------------------- */

uint32_t pith_builder_note(const pith_builder *builder, uint32_t html)
{
    if (builder->note_count == 0)
        return 0;
    pith_str id = id_of(builder->tree, html);
    if (id.size == 0)
        return 0;
    const pith_note *note = slot_of(builder, id);
    return note->html == html ? note->number : 0;
}

bool pith_builder_holds_notes(const pith_builder *builder, uint32_t html)
{
    const pith_html_node *nodes = builder->tree->nodes;
    uint32_t child = builder->note_count > 0 ? nodes[html].first_child : 0;
    while (child != 0 && nodes[child].type != PITH_HTML_ELEMENT)
        child = nodes[child].next;
    return child != 0 && pith_builder_note(builder, child) != 0;
}
