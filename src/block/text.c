/* SPDX-License-Identifier: Apache-2.0 */
#include "block/block.h"

/* Adds the text with each run of white space as one space; none at the start of `from`. */
static void add_collapsed(pith_buffer *out, size_t from, pith_str text)
{
    char *to = pith_buffer_reserve(out, text.size);
    if (to == NULL)
        return;
    bool space = out->size == from || to[-1] == ' ';
    for (size_t i = 0; i < text.size; i++) {
        bool is_space = pith_is_space(text.data[i]);
        if (!is_space)
            *to++ = text.data[i];
        else if (!space)
            *to++ = ' ';
        space = is_space;
    }
    out->size = (size_t)(to - out->data);
}

/* The next node in tree order; `*parted`: a block-level element has ended in between. */
static uint32_t step(const pith_html_tree *tree, uint32_t node, bool into, bool *parted)
{
    *parted = false;
    if (into && tree->nodes[node].first_child != 0)
        return tree->nodes[node].first_child;
    while (node != 0 && tree->nodes[node].next == 0) {
        node = tree->nodes[node].parent;
        *parted |= node != 0 && pith_flow_of(tree, node) == PITH_FLOW_BLOCK;
    }
    return node != 0 ? tree->nodes[node].next : 0;
}

pith_str pith_block_text(const pith_html_tree *tree, const pith_block *block, size_t limit,
                         pith_buffer *buffer)
{
    pith_buffer leaf;
    pith_buffer_init(&leaf, buffer->memory);
    size_t from = buffer->size;
    uint32_t node = block->first;
    while (node != 0) {
        bool into = true;
        if (tree->nodes[node].type == PITH_HTML_TEXT) {
            pith_buffer_reset(&leaf);
            add_collapsed(buffer, from, pith_html_text(tree, node, &leaf));
            buffer->failed |= leaf.failed;
        } else {
            pith_flow flow = pith_flow_of(tree, node);
            into = flow == PITH_FLOW_INLINE || flow == PITH_FLOW_BLOCK;
            if (flow != PITH_FLOW_INLINE && flow != PITH_FLOW_NONE)
                add_collapsed(buffer, from, PITH_STR(" "));
        }
        if (node == block->last || buffer->failed || buffer->size - from >= limit)
            break;
        bool parted;
        node = step(tree, node, into, &parted);
        if (parted)
            add_collapsed(buffer, from, PITH_STR(" "));
    }
    pith_buffer_release(&leaf);
    if (buffer->failed)
        return (pith_str){NULL, 0};
    while (buffer->size > from && buffer->data[buffer->size - 1] == ' ')
        buffer->size--;
    return (pith_str){buffer->data + from, buffer->size - from};
}
