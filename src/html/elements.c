/* SPDX-License-Identifier: Apache-2.0 */
/* From tags to elements (HTML standard, 13.2.6.1, "create an element for a token"). */
#include "html/sink.h"
#include "html/tokenizer.h"

/* <annotation-xml> is an HTML integration point if its encoding says so (13.2.6). */
static bool holds_html(const pith_html_parser *parser)
{
    pith_str encoding = pith_html_tag_attribute(parser, PITH_ATTRIBUTE_ENCODING);
    return pith_str_equal_ignoring_case(encoding, PITH_STR("text/html")) ||
           pith_str_equal_ignoring_case(encoding, PITH_STR("application/xhtml+xml"));
}

/* The names of attributes that make an element notable, as in pith_html_tag.seen. */
#define SEEN(name) (UINT64_C(1) << ((name) & 63))
#define TELLING                                                                                \
    (SEEN(PITH_ATTRIBUTE_ITEMPROP) | SEEN(PITH_ATTRIBUTE_ITEMTYPE) |                           \
     SEEN(PITH_ATTRIBUTE_PROPERTY) | SEEN(PITH_ATTRIBUTE_REL))

static void note(pith_html_parser *parser, uint32_t node)
{
    void *notable = parser->notable;
    if (parser->notable_count == parser->notable_capacity &&
        !pith_array_grow(parser->memory, &notable, &parser->notable_capacity,
                         parser->notable_count + 1, sizeof *parser->notable))
        pith_html_fail(parser, PITH_LEAVE_MEMORY);
    parser->notable = notable;
    parser->notable[parser->notable_count++] = node;
}

static uint32_t new_element(pith_html_parser *parser, uint32_t name, pith_html_namespace space)
{
    uint32_t node = pith_html_new_node(parser, PITH_HTML_ELEMENT);
    parser->nodes[node].name = name;
    parser->nodes[node].space = (uint8_t)space;
    parser->nodes[node].start = parser->tag.start;
    if ((space == PITH_NS_HTML && (pith_html_classes(name) & PITH_CLASS_NOTABLE)) ||
        (parser->tag.seen & TELLING) != 0)
        note(parser, node);
    return node;
}

/* The attributes of the tag at hand become the element's. */
static void take_attributes(pith_html_parser *parser, uint32_t node)
{
    parser->nodes[node].extent = parser->tag.first_attribute;
    parser->nodes[node].count = (uint16_t)(parser->attribute_count - parser->tag.first_attribute);
    parser->attributes_kept = parser->attribute_count;
}

/* Puts a new element into the tree and onto the stack. */
static void open_element(pith_html_parser *parser, uint32_t node)
{
    const pith_html_node *made = &parser->nodes[node];
    pith_html_open entry = {.key = pith_html_key_of(made->name, (pith_html_namespace)made->space),
                            .node = node, .into = node};
    if (made->space != PITH_NS_HTML)
        entry.html_integration =
            (pith_html_classes(entry.key) & PITH_CLASS_HTML_INTEGRATION) != 0 ||
            (entry.key == pith_html_key_of(PITH_TAG_ANNOTATION_XML, PITH_NS_MATHML) &&
             holds_html(parser));
    pith_html_insert(parser, pith_html_place_for(parser, pith_html_current(parser)), node);
    if (entry.key == PITH_TAG_TEMPLATE) {
        entry.into = pith_html_new_node(parser, PITH_HTML_CONTENT);
        pith_html_append(parser, node, entry.into);
    }
    if (entry.key == PITH_TAG_SELECTEDCONTENT)
        parser->has_selectedcontent = true;
    pith_html_push(parser, entry);
}

void pith_html_insert_root(pith_html_parser *parser, bool from_tag)
{
    uint32_t node = new_element(parser, PITH_TAG_HTML, PITH_NS_HTML);
    if (from_tag)
        take_attributes(parser, node);
    pith_html_append(parser, 0, node);
    pith_html_push(parser, (pith_html_open){.key = PITH_TAG_HTML, .node = node, .into = node});
}

uint32_t pith_html_insert_element(pith_html_parser *parser, pith_html_namespace space)
{
    pith_html_limit_depth(parser);
    uint32_t node = new_element(parser, parser->tag.name, space);
    take_attributes(parser, node);
    open_element(parser, node);
    return node;
}

uint32_t pith_html_insert_implied(pith_html_parser *parser, uint32_t tag)
{
    pith_html_limit_depth(parser);
    uint32_t node = new_element(parser, tag, PITH_NS_HTML);
    open_element(parser, node);
    return node;
}

void pith_html_insert_void(pith_html_parser *parser)
{
    pith_html_insert_element(parser, PITH_NS_HTML);
    pith_html_pop(parser);
}

uint32_t pith_html_clone(pith_html_parser *parser, uint32_t node)
{
    if (parser->clone_count >= parser->limits.clones) {
        parser->limits_hit |= PITH_LIMIT_CLONES;
        return UINT32_MAX;
    }
    parser->clone_count++;
    uint32_t clone = pith_html_new_node(parser, (pith_html_node_type)parser->nodes[node].type);
    parser->nodes[clone] = parser->nodes[node];
    pith_html_node *made = &parser->nodes[clone];
    made->parent = made->first_child = made->next = made->previous = 0;
    return clone;
}

/* True if the attribute has that number and, where the number is a hash, that name. */
static bool is_named(const pith_html_parser *parser, const pith_html_attribute *attribute,
                     uint32_t number, pith_str name)
{
    if (attribute->name != number || !(number & PITH_ATTRIBUTE_OTHER))
        return attribute->name == number;
    pith_str other = {parser->text + attribute->name_start, name.size};
    char behind = other.data[name.size];
    bool ends = pith_is_space(behind) || behind == '/' || behind == '>' || behind == '=';
    return ends && pith_str_equal_ignoring_case(name, other);
}

bool pith_html_has_attribute(const pith_html_parser *parser, uint32_t first, uint32_t number,
                             pith_str name)
{
    for (uint32_t i = first; i < parser->attribute_count; i++)
        if (is_named(parser, &parser->attributes[i], number, name))
            return true;
    return false;
}

static bool has_own(const pith_html_parser *parser, const pith_html_node *node, uint32_t number,
                    pith_str name)
{
    for (uint32_t i = 0; i < node->count; i++)
        if (is_named(parser, &parser->attributes[node->extent + i], number, name))
            return true;
    return false;
}

static pith_str name_of(const pith_html_parser *parser, const pith_html_attribute *attribute)
{
    const char *start = parser->text + attribute->name_start;
    const char *at = start + 1;
    while (at < parser->end && !pith_is_space(*at) && *at != '/' && *at != '>' && *at != '=')
        at++;
    return (pith_str){start, (size_t)(at - start)};
}

/* A copy of attribute `index` at the array's end. */
static void copy_attribute(pith_html_parser *parser, uint32_t index)
{
    if (parser->attribute_count == parser->attribute_capacity)
        pith_html_grow_attributes(parser);
    parser->attributes[parser->attribute_count++] = parser->attributes[index];
}

void pith_html_merge_attributes(pith_html_parser *parser, uint32_t node)
{
    uint32_t first = parser->tag.first_attribute;
    uint32_t behind = parser->attribute_count;
    uint32_t added = 0;
    /* Those to add move to the front of the tag's attributes. */
    for (uint32_t i = first; i < behind; i++) {
        pith_html_attribute attribute = parser->attributes[i];
        if (!has_own(parser, &parser->nodes[node], attribute.name, name_of(parser, &attribute)))
            parser->attributes[first + added++] = attribute;
    }
    uint32_t own = parser->nodes[node].count;
    if (own + added > parser->limits.attributes) {
        parser->limits_hit |= PITH_LIMIT_ATTRIBUTES;
        added = parser->limits.attributes > own ? parser->limits.attributes - own : 0;
    }
    if (added == 0)
        return;
    /* An element's attributes stand in one run: all of them go to the end. */
    uint32_t start = parser->attribute_count;
    for (uint32_t i = 0; i < own; i++)
        copy_attribute(parser, parser->nodes[node].extent + i);
    for (uint32_t i = 0; i < added; i++)
        copy_attribute(parser, first + i);
    parser->nodes[node].extent = start;
    parser->nodes[node].count = (uint16_t)(own + added);
    parser->attributes_kept = parser->attribute_count;
}

pith_str pith_html_tag_attribute(const pith_html_parser *parser, uint32_t name)
{
    for (uint32_t i = parser->tag.first_attribute; i < parser->attribute_count; i++) {
        const pith_html_attribute *attribute = &parser->attributes[i];
        if (attribute->name == name)
            return (pith_str){parser->text + attribute->value_start, attribute->value_size};
    }
    return (pith_str){NULL, 0};
}

void pith_html_insert_raw(pith_html_parser *parser, pith_html_content content)
{
    pith_html_insert_element(parser, PITH_NS_HTML);
    parser->content = content;
    parser->original_mode = parser->mode;
    parser->mode = PITH_MODE_TEXT;
}
