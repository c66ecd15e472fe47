/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Microdata (itemprop, HTML standard, section 5) and RDFa (property) with the
 * vocabulary of schema.org and Dublin Core, on the elements of the page.
 */
#include "meta/facts.h"
#include "meta/words.h"

/* Properties that are looked at: each looks at its ancestors for its item. */
enum { PROPERTIES_MAX = 200 };

typedef struct property {
    const char *name; /* lower case */
    pith_field field;
} property;

static const property properties[] = {
    {"headline", PITH_FIELD_HEADLINE},     {"name", PITH_FIELD_HEADLINE},
    {"author", PITH_FIELD_AUTHOR},         {"creator", PITH_FIELD_AUTHOR},
    {"datepublished", PITH_FIELD_DATE},    {"datecreated", PITH_FIELD_DATE},
    {"uploaddate", PITH_FIELD_DATE},       {"date", PITH_FIELD_DATE},
    {"datemodified", PITH_FIELD_MODIFIED},
};

/* The property that a token names, without a prefix ("schema:", "dc:"). */
static const property *find_property(pith_str token)
{
    size_t start = token.size;
    while (start > 0 && token.data[start - 1] != ':')
        start--;
    token = pith_str_from(token, start);
    for (size_t i = 0; i < sizeof properties / sizeof *properties; i++) {
        pith_str name = {properties[i].name, strlen(properties[i].name)};
        if (pith_str_equal_ignoring_case(token, name))
            return &properties[i];
    }
    return NULL;
}

static pith_str next_token(pith_str *list)
{
    *list = pith_str_trim(*list);
    size_t size = 0;
    while (size < list->size && !pith_is_space(list->data[size]))
        size++;
    pith_str token = {list->data, size};
    *list = pith_str_from(*list, size);
    return token;
}

/*
 * Whether the item that a property belongs to is the page's work, not a comment
 * or a list's. Some say the page's properties in its head, of no item (0).
 */
static bool is_of_work(const pith_html_tree *tree, uint32_t node, uint32_t *item)
{
    for (uint32_t at = tree->nodes[node].parent; at != 0; at = tree->nodes[at].parent) {
        if (tree->nodes[at].type != PITH_HTML_ELEMENT)
            continue;
        const pith_html_attribute *type =
            pith_html_find_attribute(tree, at, PITH_ATTRIBUTE_ITEMTYPE);
        if (type == NULL)
            type = pith_html_find_attribute(tree, at, PITH_ATTRIBUTE_TYPEOF);
        if (type == NULL)
            continue;
        *item = at;
        pith_str text = pith_str_trim(pith_html_raw_value(tree, type));
        return pith_str_ends_with(text, PITH_STR("Article")) ||
               pith_str_ends_with(text, PITH_STR("Posting")) ||
               pith_str_ends_with(text, PITH_STR("Recipe")) ||
               pith_str_ends_with(text, PITH_STR("Question")) ||
               pith_str_ends_with(text, PITH_STR("CreativeWork")) ||
               pith_str_ends_with(text, PITH_STR("Report")) ||
               pith_str_ends_with(text, PITH_STR("WebPage")) ||
               pith_str_ends_with(text, PITH_STR("Blog"));
    }
    *item = 0;
    return pith_html_is(tree, node, PITH_TAG_META);
}

/* The property's value: HTML standard, 5.2.4, as far as names and dates go. */
static pith_str value_of(pith_facts *facts, uint32_t node)
{
    static const uint32_t attributes[] = {PITH_ATTRIBUTE_CONTENT, PITH_ATTRIBUTE_DATETIME};
    if (pith_html_is(facts->tree, node, PITH_TAG_ABBR)) {
        pith_str title = pith_facts_attribute(facts, node, PITH_ATTRIBUTE_TITLE);
        if (title.size > 0)
            return title;
    }
    for (size_t i = 0; i < sizeof attributes / sizeof *attributes; i++) {
        pith_str value = pith_facts_attribute(facts, node, attributes[i]);
        if (value.size > 0)
            return value;
    }
    return pith_facts_text(facts, node, true);
}

/* The element below `node` that says its item's name, or the node itself. */
static uint32_t name_of(const pith_html_tree *tree, uint32_t node)
{
    enum { NODES_MAX = 100 };
    uint32_t at = node;
    for (unsigned i = 0; i < NODES_MAX; i++) {
        at = pith_html_following(tree, at, node);
        if (at == 0)
            break;
        if (tree->nodes[at].type != PITH_HTML_ELEMENT)
            continue;
        const pith_html_attribute *prop =
            pith_html_find_attribute(tree, at, PITH_ATTRIBUTE_ITEMPROP);
        if (prop == NULL)
            prop = pith_html_find_attribute(tree, at, PITH_ATTRIBUTE_PROPERTY);
        if (pith_str_ends_with(pith_str_trim(pith_html_raw_value(tree, prop)), PITH_STR("name")))
            return at;
    }
    return node;
}

void pith_property_read(pith_facts *facts, uint32_t node, const pith_html_attribute *attribute)
{
    pith_str list = pith_html_raw_value(facts->tree, attribute);
    bool microdata = attribute->name == PITH_ATTRIBUTE_ITEMPROP;
    for (pith_str token = next_token(&list); token.size > 0; token = next_token(&list)) {
        const property *known = find_property(token);
        if (known == NULL)
            continue;
        if (facts->properties++ >= PROPERTIES_MAX)
            return;
        uint32_t item;
        if (!is_of_work(facts->tree, node, &item))
            continue;
        uint32_t from = known->field == PITH_FIELD_AUTHOR ? name_of(facts->tree, node) : node;
        pith_facts_add(facts, known->field,
                       (pith_fact){
                           .value = value_of(facts, from),
                           .source = microdata ? PITH_SOURCE_MICRODATA : PITH_SOURCE_RDFA,
                           .node = node,
                           .item = item,
                           .weak = token.size == 4 || pith_str_ends_with(token, PITH_STR("name")),
                       });
    }
}
