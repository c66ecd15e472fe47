/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What <link rel> and <a rel> say (HTML standard, "link types"): the canonical URL,
 * feeds and other forms of the page, its image, licence, tags and categories.
 */
#include "meta/facts.h"
#include "meta/words.h"

enum { ALTERNATES_MAX = 64 };

/* The link types that are read, as bits. */
enum {
    REL_CANONICAL = 1 << 0,
    REL_ALTERNATE = 1 << 1,
    REL_STYLESHEET = 1 << 2,
    REL_IMAGE = 1 << 3,
    REL_LICENSE = 1 << 4,
    REL_CATEGORY = 1 << 5,
    REL_TAG = 1 << 6
};

static unsigned type_of(pith_str word)
{
    static const struct {
        pith_str word;
        unsigned type;
    } types[] = {
        {{"stylesheet", 10}, REL_STYLESHEET},
        {{"alternate", 9}, REL_ALTERNATE},
        {{"canonical", 9}, REL_CANONICAL},
        {{"image_src", 9}, REL_IMAGE},
        {{"category", 8}, REL_CATEGORY},
        {{"license", 7}, REL_LICENSE},
        {{"tag", 3}, REL_TAG},
    };
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (word.size == types[i].word.size && pith_str_equal_ignoring_case(word, types[i].word))
            return types[i].type;
    return 0;
}

/* The types in an element's rel. */
static unsigned types_of(const pith_html_tree *tree, uint32_t node)
{
    pith_str rel =
        pith_html_raw_value(tree, pith_html_find_attribute(tree, node, PITH_ATTRIBUTE_REL));
    unsigned types = 0;
    for (size_t at = 0; at < rel.size; at++) {
        size_t start = at;
        while (at < rel.size && !pith_is_space(rel.data[at]))
            at++;
        types |= type_of((pith_str){rel.data + start, at - start});
    }
    return types;
}

static void add(pith_facts *facts, pith_field field, uint32_t node, pith_str value, bool weak)
{
    pith_facts_add(facts, field,
                   (pith_fact){
                       .value = value,
                       .source = PITH_SOURCE_LINK,
                       .node = node,
                       .weak = weak,
                   });
}

static pith_str href_of(pith_facts *facts, uint32_t node)
{
    return pith_str_trim(pith_facts_attribute(facts, node, PITH_ATTRIBUTE_HREF));
}

/* ---- Alternates ----------------------------------------------------------- */

static bool is_feed(pith_str type)
{
    return pith_str_equal_ignoring_case(type, PITH_STR("application/rss+xml")) ||
           pith_str_equal_ignoring_case(type, PITH_STR("application/atom+xml")) ||
           pith_str_equal_ignoring_case(type, PITH_STR("application/feed+json"));
}

static pith_str kept_attribute(pith_facts *facts, uint32_t node, uint32_t name)
{
    pith_str value = pith_str_trim(pith_facts_attribute(facts, node, name));
    pith_str copy = {NULL, 0};
    if (value.size > 0 && value.size <= PITH_VALUE_MAX &&
        !pith_arena_copy(facts->arena, value, &copy))
        facts->failed = true;
    return copy;
}

static void add_alternate(pith_facts *facts, uint32_t link)
{
    if (facts->alternates == NULL)
        facts->alternates =
            pith_arena_take_array(facts->arena, ALTERNATES_MAX, sizeof *facts->alternates);
    facts->failed |= facts->alternates == NULL;
    if (facts->failed || facts->alternate_count == ALTERNATES_MAX)
        return;
    pith_alternate alternate = {
        .url = kept_attribute(facts, link, PITH_ATTRIBUTE_HREF),
        .type = kept_attribute(facts, link, PITH_ATTRIBUTE_TYPE),
        .language = kept_attribute(facts, link, PITH_ATTRIBUTE_HREFLANG),
        .title = kept_attribute(facts, link, PITH_ATTRIBUTE_TITLE),
    };
    alternate.is_feed = is_feed(alternate.type);
    if (alternate.url.size > 0)
        facts->alternates[facts->alternate_count++] = alternate;
}

/* ---- Elements --------------------------------------------------------------- */

void pith_link_read(pith_facts *facts, uint32_t link)
{
    unsigned types = types_of(facts->tree, link);
    if (types & REL_CANONICAL)
        add(facts, PITH_FIELD_URL, link, href_of(facts, link), false);
    else if ((types & (REL_ALTERNATE | REL_STYLESHEET)) == REL_ALTERNATE)
        add_alternate(facts, link);
    else if (types & REL_IMAGE)
        add(facts, PITH_FIELD_IMAGE, link, href_of(facts, link), false);
    else if (types & REL_LICENSE)
        add(facts, PITH_FIELD_LICENCE, link, href_of(facts, link), false);
}

/* Weak: a page's links to licences and tags can be of other pages' teasers too. */
void pith_anchor_read(pith_facts *facts, uint32_t anchor)
{
    unsigned types = types_of(facts->tree, anchor);
    if (types & REL_LICENSE)
        add(facts, PITH_FIELD_LICENCE, anchor, href_of(facts, anchor), true);
    else if ((types & REL_CATEGORY) && facts->counts[PITH_FIELD_CATEGORY] < PITH_FACTS_MAX)
        add(facts, PITH_FIELD_CATEGORY, anchor, pith_facts_text(facts, anchor, false), true);
    else if ((types & REL_TAG) && facts->counts[PITH_FIELD_TAG] < PITH_FACTS_MAX)
        add(facts, PITH_FIELD_TAG, anchor, pith_facts_text(facts, anchor, false), true);
}
