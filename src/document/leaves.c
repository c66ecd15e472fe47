/* SPDX-License-Identifier: Apache-2.0 */
#include "document/leaves.h"

static bool is_link(const pith_html_tree *tree, uint32_t node)
{
    return pith_html_is(tree, node, PITH_TAG_A) &&
           pith_html_find_attribute(tree, node, PITH_ATTRIBUTE_HREF) != NULL;
}

uint32_t pith_link_around(const pith_html_tree *tree, uint32_t node)
{
    while (node != 0 && !is_link(tree, node))
        node = tree->nodes[node].parent;
    return node;
}

static bool is_inside(const pith_html_tree *tree, uint32_t node, uint32_t element)
{
    while (node != 0 && node != element)
        node = tree->nodes[node].parent;
    return node != 0;
}

void pith_leaves_begin(pith_leaves *leaves, const pith_html_tree *tree, uint32_t first,
                       uint32_t last)
{
    *leaves = (pith_leaves){.tree = tree, .next = first, .last = last,
                            .open_link = pith_link_around(tree, first)};
}

/* The element's edges are moved inwards, so that the walk begins and ends outside of it. */
void pith_leaves_leave_out(pith_leaves *leaves, uint32_t element)
{
    const pith_html_tree *tree = leaves->tree;
    if (element == 0 || leaves->next == 0)
        return;
    bool begins = is_inside(tree, leaves->next, element);
    bool ends = is_inside(tree, leaves->last, element);
    if (begins && ends) {
        leaves->next = 0;
    } else if (begins) {
        leaves->next = pith_html_following_skip(tree, element, 0);
        leaves->open_link = pith_link_around(tree, leaves->next);
    } else if (ends) {
        leaves->last = element;
    }
    leaves->left_out[leaves->left_out[0] != 0] = element;
}

/* The node after this one in tree order. */
static uint32_t advance(pith_leaves *leaves, uint32_t node, bool into)
{
    const pith_html_node *nodes = leaves->tree->nodes;
    if (into && nodes[node].first_child != 0)
        return nodes[node].first_child;
    for (;;) {
        if (node == leaves->open_link)
            leaves->open_link = 0;
        if (nodes[node].next != 0)
            return nodes[node].next;
        node = nodes[node].parent;
        if (node == 0)
            return 0;
        leaves->parted |= pith_flow_of(leaves->tree, node) == PITH_FLOW_BLOCK;
    }
}

bool pith_leaves_next(pith_leaves *leaves)
{
    leaves->parted = false;
    while (leaves->next != 0) {
        uint32_t node = leaves->next;
        bool text = leaves->tree->nodes[node].type == PITH_HTML_TEXT;
        pith_flow flow = text ? PITH_FLOW_ATOM : pith_flow_of(leaves->tree, node);
        if (node == leaves->left_out[0] || node == leaves->left_out[1])
            flow = PITH_FLOW_NONE;
        bool into = flow == PITH_FLOW_INLINE || flow == PITH_FLOW_BLOCK;
        leaves->parted |= flow == PITH_FLOW_BLOCK;
        if (into && leaves->open_link == 0 && is_link(leaves->tree, node))
            leaves->open_link = node;
        bool is_leaf = flow == PITH_FLOW_ATOM || flow == PITH_FLOW_BREAK;
        bool parted = leaves->parted;
        leaves->leaf = node;
        leaves->link = leaves->open_link;
        leaves->next = node != leaves->last ? advance(leaves, node, into) : 0;
        if (is_leaf) {
            leaves->parted = parted;
            return true;
        }
    }
    return false;
}

/* ---- Text --------------------------------------------------------------- */

/*
 * The bytes of a character that is no more than a space (`*space`) or shows
 * nothing; 0 for others: C0 controls, U+007F, U+00A0, U+00AD, U+200B, U+2028,
 * U+2029 and U+FEFF.
 */
static size_t blank_size(pith_str text, bool *space)
{
    static const struct {
        char bytes[4];
        bool space;
    } blanks[] = {
        {"\xC2\xA0", true},      {"\xC2\xAD", false},     {"\xE2\x80\x8B", false},
        {"\xE2\x80\xA8", true},  {"\xE2\x80\xA9", true},  {"\xEF\xBB\xBF", false},
    };
    unsigned char first = (unsigned char)text.data[0];
    *space = pith_is_space(text.data[0]);
    if (first <= 0x20 || first == 0x7F)
        return 1;
    if (first != 0xC2 && first != 0xE2 && first != 0xEF)
        return 0;
    for (size_t i = 0; i < sizeof blanks / sizeof *blanks; i++) {
        size_t size = strlen(blanks[i].bytes);
        if (size <= text.size && memcmp(text.data, blanks[i].bytes, size) == 0) {
            *space = blanks[i].space;
            return size;
        }
    }
    return 0;
}

static void add_space(pith_buffer *out, size_t from)
{
    if (out->size > from && out->data[out->size - 1] != ' ')
        pith_buffer_add_byte(out, ' ');
}

static void add_text(pith_buffer *out, size_t from, pith_str text)
{
    size_t start = 0, at = 0;
    while (at < text.size) {
        bool space;
        size_t size = blank_size(pith_str_from(text, at), &space);
        if (size == 0) {
            at++;
            continue;
        }
        pith_buffer_add(out, (pith_str){text.data + start, at - start});
        if (space)
            add_space(out, from);
        at += size;
        start = at;
    }
    pith_buffer_add(out, pith_str_from(text, start));
}

void pith_builder_add_leaf(pith_builder *builder, const pith_leaves *leaves, size_t from)
{
    bool text = builder->tree->nodes[leaves->leaf].type == PITH_HTML_TEXT;
    if (!text || leaves->parted)
        add_space(&builder->text, from);
    if (text) {
        pith_buffer_reset(&builder->value);
        add_text(&builder->text, from,
                 pith_html_text(builder->tree, leaves->leaf, &builder->value));
    }
    if (builder->text.failed || builder->value.failed)
        builder->failed = true;
}

pith_str pith_builder_take_text(pith_builder *builder, size_t from)
{
    pith_buffer *text = &builder->text;
    pith_str copy = {NULL, 0};
    if (builder->failed)
        return copy;
    pith_str all = {text->data, text->size};
    if (!pith_arena_copy(&builder->document->arena, pith_str_trim(pith_str_from(all, from)), &copy))
        builder->failed = true;
    text->size = from;
    return copy;
}
