/* SPDX-License-Identifier: Apache-2.0 */
/* Making nodes and linking them into the tree (HTML standard, 13.2.6.1). */
#include "html/decode.h"
#include "html/state.h"

uint32_t pith_html_new_node(pith_html_parser *parser, pith_html_node_type type)
{
    if (parser->node_count >= parser->limits.nodes) {
        parser->limits_hit |= PITH_LIMIT_NODES;
        pith_html_fail(parser, PITH_LEAVE_NODES);
    }
    if (parser->node_count == parser->node_capacity) {
        void *nodes = parser->nodes;
        if (!pith_array_grow(parser->memory, &nodes, &parser->node_capacity, parser->node_count + 1,
                             sizeof *parser->nodes))
            pith_html_fail(parser, PITH_LEAVE_MEMORY);
        parser->nodes = nodes;
    }
    parser->nodes[parser->node_count] = (pith_html_node){.type = (uint8_t)type};
    return parser->node_count++;
}

void pith_html_append(pith_html_parser *parser, uint32_t parent, uint32_t node)
{
    pith_html_node *nodes = parser->nodes;
    uint32_t first = nodes[parent].first_child;
    nodes[node].parent = parent;
    nodes[node].next = 0;
    if (first == 0) {
        nodes[parent].first_child = node;
        nodes[node].previous = node;
        return;
    }
    uint32_t last = nodes[first].previous;
    nodes[last].next = node;
    nodes[node].previous = last;
    nodes[first].previous = node;
}

void pith_html_insert(pith_html_parser *parser, pith_html_place place, uint32_t node)
{
    if (place.before == 0) {
        pith_html_append(parser, place.parent, node);
        return;
    }
    pith_html_node *nodes = parser->nodes;
    uint32_t previous = nodes[place.before].previous;
    nodes[node].parent = place.parent;
    nodes[node].next = place.before;
    nodes[node].previous = previous;
    nodes[place.before].previous = node;
    if (nodes[place.parent].first_child == place.before)
        nodes[place.parent].first_child = node;
    else
        nodes[previous].next = node;
}

void pith_html_remove(pith_html_parser *parser, uint32_t node)
{
    pith_html_node *nodes = parser->nodes;
    uint32_t parent = nodes[node].parent;
    uint32_t next = nodes[node].next;
    uint32_t previous = nodes[node].previous;
    uint32_t first = nodes[parent].first_child;
    if (previous == 0) /* it is in no tree: a child always has one, if only itself */
        return;
    if (first == node)
        nodes[parent].first_child = next;
    else
        nodes[previous].next = next;
    if (next != 0)
        nodes[next].previous = previous;
    else if (first != node)
        nodes[first].previous = previous;
    nodes[node].parent = nodes[node].next = nodes[node].previous = 0;
}

pith_html_place pith_html_place_for(const pith_html_parser *parser, const pith_html_open *target)
{
    if (!parser->foster_parenting || !(pith_html_classes(target->key) & PITH_CLASS_TABLE_PART))
        return (pith_html_place){target->into, 0};
    /* Foster parenting: before the last table, or in the last template if that is lower. */
    for (uint32_t i = parser->stack_count; i-- > 1;) {
        const pith_html_open *entry = &parser->stack[i];
        if (entry->key == PITH_TAG_TEMPLATE)
            return (pith_html_place){entry->into, 0};
        if (entry->key == PITH_TAG_TABLE) {
            uint32_t parent = parser->nodes[entry->node].parent;
            if (parent != 0)
                return (pith_html_place){parent, entry->node};
            return (pith_html_place){parser->stack[i - 1].into, 0};
        }
    }
    return (pith_html_place){parser->stack[0].into, 0};
}

void pith_html_insert_text(pith_html_parser *parser, pith_html_slice text)
{
    if (text.size == 0)
        return;
    pith_html_place place = pith_html_place_for(parser, pith_html_current(parser));
    const pith_html_node *nodes = parser->nodes;
    uint32_t first = nodes[place.parent].first_child;
    uint32_t neighbour = 0;
    if (place.before == 0)
        neighbour = first != 0 ? nodes[first].previous : 0;
    else if (first != place.before)
        neighbour = nodes[place.before].previous;
    if (neighbour != 0 && nodes[neighbour].type == PITH_HTML_TEXT) {
        pith_html_node *node = &parser->nodes[neighbour];
        unsigned decode = (node->count | text.flags) & PITH_TEXT_DECODE;
        if (node->start + node->extent == text.start &&
            (node->count | decode) == (text.flags | decode)) {
            node->extent += text.size;
            node->count = (uint16_t)(node->count | decode);
            return;
        }
    }
    uint32_t made = pith_html_new_node(parser, PITH_HTML_TEXT);
    parser->nodes[made].start = text.start;
    parser->nodes[made].extent = text.size;
    parser->nodes[made].count = (uint16_t)text.flags;
    pith_html_insert(parser, place, made);
}

static uint32_t new_data(pith_html_parser *parser, pith_html_node_type type, uint32_t start,
                         uint32_t size)
{
    uint32_t node = pith_html_new_node(parser, type);
    parser->nodes[node].start = start;
    parser->nodes[node].extent = size;
    parser->nodes[node].count = PITH_TEXT_DECODE;
    return node;
}

void pith_html_append_data(pith_html_parser *parser, uint32_t parent, pith_html_node_type type,
                           uint32_t start, uint32_t size)
{
    pith_html_append(parser, parent, new_data(parser, type, start, size));
}

void pith_html_insert_data(pith_html_parser *parser, pith_html_node_type type, uint32_t start,
                           uint32_t size)
{
    uint32_t node = new_data(parser, type, start, size);
    pith_html_insert(parser, pith_html_place_for(parser, pith_html_current(parser)), node);
}

uint32_t pith_html_leading_space(const pith_html_parser *parser, pith_html_slice text)
{
    const char *start = parser->text + text.start;
    uint32_t at = 0;
    while (at < text.size) {
        if (pith_is_space(start[at])) {
            at++;
        } else if (start[at] == '&' && (text.flags & PITH_TEXT_REFERENCES)) {
            uint32_t points[2];
            size_t size =
                pith_html_reference((pith_str){start + at, text.size - at}, false, points);
            if (size == 0 || points[0] > ' ' || !pith_is_space((char)points[0]))
                break;
            at += (uint32_t)size;
        } else {
            break;
        }
    }
    return at;
}

bool pith_html_is_idle(const pith_html_parser *parser, pith_html_slice text)
{
    while (text.size > 0) {
        uint32_t idle = pith_html_leading_space(parser, text);
        if (idle == 0 && parser->text[text.start] != '\0')
            return false;
        idle += idle == 0;
        text.start += idle;
        text.size -= idle;
    }
    return true;
}
