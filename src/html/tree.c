/* SPDX-License-Identifier: Apache-2.0 */
#include "html/tree.h"

#include "html/decode.h"
#include "html/foreign.h"

/* ---- Names -------------------------------------------------------------- */

pith_str pith_html_name(const pith_html_tree *tree, uint32_t node)
{
    const pith_html_node *n = &tree->nodes[node];
    if (n->type != PITH_HTML_ELEMENT)
        return (pith_str){NULL, 0};
    pith_str name;
    if (n->name < PITH_TAG_COUNT)
        name = (pith_str){pith_tag_names[n->name], pith_tag_keys[n->name].size};
    else
        name = tree->names[n->name - PITH_TAG_COUNT];
    return n->space == PITH_NS_SVG ? pith_svg_element_name(name) : name;
}

/* Where an attribute's name ends: 13.2.5.33; a "=" may begin it (13.2.5.32). */
pith_str pith_html_attribute_name(const pith_html_tree *tree, const pith_html_attribute *attribute)
{
    const char *name = tree->text + attribute->name_start;
    size_t rest = tree->text_size - attribute->name_start;
    size_t size = 0;
    while (size < rest && !pith_is_space(name[size]) && name[size] != '/' && name[size] != '>' &&
           (name[size] != '=' || size == 0))
        size++;
    return (pith_str){name, size};
}

/* In lower case and with U+FFFD for each NUL, in the buffer if it must change. */
static pith_str lower_name(pith_str name, pith_buffer *buffer)
{
    size_t plain = 0;
    while (plain < name.size && name.data[plain] != '\0' &&
           name.data[plain] == pith_to_lower(name.data[plain]))
        plain++;
    if (plain == name.size)
        return name;
    char *out = pith_buffer_reserve(buffer, pith_html_decoded_bound(name));
    if (out == NULL)
        return (pith_str){NULL, 0};
    size_t size = pith_html_decode(name, 0, out);
    for (size_t i = 0; i < size; i++)
        out[i] = pith_to_lower(out[i]);
    buffer->size += size;
    return (pith_str){out, size};
}

pith_str pith_html_adjusted_attribute_name(const pith_html_tree *tree, uint32_t node,
                                           const pith_html_attribute *attribute,
                                           pith_buffer *buffer)
{
    pith_str name = lower_name(pith_html_attribute_name(tree, attribute), buffer);
    if (tree->nodes[node].space == PITH_NS_SVG)
        return pith_svg_attribute_name(name);
    if (tree->nodes[node].space == PITH_NS_MATHML)
        return pith_mathml_attribute_name(name);
    return name;
}

/* ---- Values and texts --------------------------------------------------- */

const pith_html_attribute *pith_html_find_attribute(const pith_html_tree *tree, uint32_t node,
                                                    uint32_t name)
{
    const pith_html_node *n = &tree->nodes[node];
    if (n->type != PITH_HTML_ELEMENT)
        return NULL;
    const pith_html_attribute *attribute = tree->attributes + n->extent;
    for (uint32_t i = 0; i < n->count; i++)
        if (attribute[i].name == name)
            return &attribute[i];
    return NULL;
}

static pith_str decoded(pith_str in, unsigned flags, pith_buffer *buffer)
{
    if (pith_html_plain_prefix(in, flags) == in.size)
        return in;
    char *out = pith_buffer_reserve(buffer, pith_html_decoded_bound(in));
    if (out == NULL)
        return (pith_str){NULL, 0};
    size_t size = pith_html_decode(in, flags, out);
    buffer->size += size;
    return (pith_str){out, size};
}

pith_str pith_html_value(const pith_html_tree *tree, const pith_html_attribute *attribute,
                         pith_buffer *buffer)
{
    pith_str raw = pith_html_raw_value(tree, attribute);
    return decoded(raw, PITH_DECODE_REFERENCES | PITH_DECODE_ATTRIBUTE, buffer);
}

pith_str pith_html_get(const pith_html_tree *tree, uint32_t node, uint32_t name,
                       pith_buffer *buffer)
{
    return pith_html_value(tree, pith_html_find_attribute(tree, node, name), buffer);
}

pith_str pith_html_text(const pith_html_tree *tree, uint32_t node, pith_buffer *buffer)
{
    const pith_html_node *n = &tree->nodes[node];
    pith_str raw = {tree->text + n->start, n->extent};
    switch (n->type) {
    case PITH_HTML_TEXT:
        if (!(n->count & PITH_TEXT_DECODE))
            return raw;
        return decoded(raw, (n->count & PITH_TEXT_REFERENCES ? PITH_DECODE_REFERENCES : 0) |
                                (n->count & PITH_TEXT_NUL_DROP ? PITH_DECODE_NUL_DROP : 0),
                       buffer);
    case PITH_HTML_COMMENT:
        return decoded(raw, 0, buffer);
    case PITH_HTML_PROCESSING_INSTRUCTION: /* 13.2.5.75 has no rule for U+0000 */
        return decoded(raw, PITH_DECODE_NUL_KEEP, buffer);
    default:
        return (pith_str){NULL, 0};
    }
}
