/* SPDX-License-Identifier: Apache-2.0 */
/*
 * <selectedcontent>: the standard copies the selected <option> of a <select>
 * into it ("maybe clone an option into selectedcontent"). It does so whenever an
 * option closes; done once after the parse, the tree comes out the same.
 */
#include "html/state.h"

static bool is_tag(const pith_html_parser *parser, uint32_t node, uint32_t tag)
{
    const pith_html_node *n = &parser->nodes[node];
    return n->type == PITH_HTML_ELEMENT && n->space == PITH_NS_HTML && n->name == tag;
}

/* The next node in tree order below `root`, or 0. */
static uint32_t following(const pith_html_parser *parser, uint32_t node, uint32_t root)
{
    if (parser->nodes[node].first_child != 0)
        return parser->nodes[node].first_child;
    for (; node != root; node = parser->nodes[node].parent)
        if (parser->nodes[node].next != 0)
            return parser->nodes[node].next;
    return 0;
}

static bool has_attribute(const pith_html_parser *parser, uint32_t element, uint32_t name)
{
    const pith_html_node *node = &parser->nodes[element];
    for (uint32_t i = 0; i < node->count; i++)
        if (parser->attributes[node->extent + i].name == name)
            return true;
    return false;
}

static bool is_disabled(const pith_html_parser *parser, uint32_t option)
{
    uint32_t parent = parser->nodes[option].parent;
    return has_attribute(parser, option, PITH_ATTRIBUTE_DISABLED) ||
           (is_tag(parser, parent, PITH_TAG_OPTGROUP) &&
            has_attribute(parser, parent, PITH_ATTRIBUTE_DISABLED));
}

/* The last option marked as selected, else the first that is not disabled; 0 if there is none. */
static uint32_t selected_option(const pith_html_parser *parser, uint32_t select)
{
    uint32_t chosen = 0;
    for (uint32_t node = select; (node = following(parser, node, select)) != 0;) {
        if (!is_tag(parser, node, PITH_TAG_OPTION))
            continue;
        if (has_attribute(parser, node, PITH_ATTRIBUTE_SELECTED) ||
            (chosen == 0 && !is_disabled(parser, node)))
            chosen = node;
    }
    return chosen;
}

/* Copies what is below `from` to `to`; stops when the clones run out. */
static void copy_children(pith_html_parser *parser, uint32_t from, uint32_t to)
{
    uint32_t parent = to;
    for (uint32_t node = parser->nodes[from].first_child; node != 0;) {
        uint32_t clone = pith_html_clone(parser, node);
        if (clone == UINT32_MAX)
            return;
        pith_html_append(parser, parent, clone);
        if (parser->nodes[node].first_child != 0) {
            node = parser->nodes[node].first_child;
            parent = clone;
            continue;
        }
        while (node != from && parser->nodes[node].next == 0) {
            node = parser->nodes[node].parent;
            if (node != from)
                parent = parser->nodes[parent].parent;
        }
        node = node != from ? parser->nodes[node].next : 0;
    }
}

/*
 * The <select> whose choice a <selectedcontent> shows, or 0: it shows none within
 * an <option>, another <selectedcontent> or a second <select> (its "disabled"), nor
 * for a <select multiple>.
 */
static uint32_t select_of(const pith_html_parser *parser, uint32_t node)
{
    uint32_t select = 0;
    while ((node = parser->nodes[node].parent) != 0) {
        if (is_tag(parser, node, PITH_TAG_OPTION) || is_tag(parser, node, PITH_TAG_SELECTEDCONTENT))
            return 0;
        if (!is_tag(parser, node, PITH_TAG_SELECT))
            continue;
        if (select != 0)
            return 0;
        select = node;
    }
    return select != 0 && has_attribute(parser, select, PITH_ATTRIBUTE_MULTIPLE) ? 0 : select;
}

void pith_html_fill_selectedcontent(pith_html_parser *parser)
{
    uint32_t count = parser->node_count; /* the copies come behind */
    uint32_t done = 0;                   /* only the first of a select is filled */
    for (uint32_t node = 1; node < count; node++) {
        if (!is_tag(parser, node, PITH_TAG_SELECTEDCONTENT))
            continue;
        uint32_t select = select_of(parser, node);
        uint32_t option = select != 0 && select != done ? selected_option(parser, select) : 0;
        if (option == 0)
            continue;
        done = select;
        while (parser->nodes[node].first_child != 0)
            pith_html_remove(parser, parser->nodes[node].first_child);
        copy_children(parser, option, node);
    }
}
