/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What <link rel> and <a rel> say (HTML standard, "link types"): the canonical URL,
 * feeds and other forms of the page, its image, licence, tags and categories.
 */
#include "meta/facts.h"
#include "meta/words.h"

enum { ALTERNATES_MAX = 64 };

/* Whether a list of words between white space has one of them. */
static bool has_word(pith_str list, pith_str word)
{
    size_t at = 0;
    while (at < list.size) {
        size_t start = at;
        while (at < list.size && !pith_is_space(list.data[at]))
            at++;
        if (pith_str_equal_ignoring_case((pith_str){list.data + start, at - start}, word))
            return true;
        at++;
    }
    return false;
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
    const pith_html_attribute *attribute =
        pith_html_find_attribute(facts->tree, link, PITH_ATTRIBUTE_REL);
    pith_str rel = pith_html_raw_value(facts->tree, attribute);
    if (has_word(rel, PITH_STR("canonical")))
        add(facts, PITH_FIELD_URL, link, href_of(facts, link), false);
    else if (has_word(rel, PITH_STR("alternate")) && !has_word(rel, PITH_STR("stylesheet")))
        add_alternate(facts, link);
    else if (has_word(rel, PITH_STR("image_src")))
        add(facts, PITH_FIELD_IMAGE, link, href_of(facts, link), false);
    else if (has_word(rel, PITH_STR("license")))
        add(facts, PITH_FIELD_LICENCE, link, href_of(facts, link), false);
}

/* Weak: a page's links to licences and tags can be of other pages' teasers too. */
void pith_anchor_read(pith_facts *facts, uint32_t anchor)
{
    const pith_html_attribute *attribute =
        pith_html_find_attribute(facts->tree, anchor, PITH_ATTRIBUTE_REL);
    pith_str rel = pith_html_raw_value(facts->tree, attribute);
    if (has_word(rel, PITH_STR("license")))
        add(facts, PITH_FIELD_LICENCE, anchor, href_of(facts, anchor), true);
    else if (has_word(rel, PITH_STR("category")))
        add(facts, PITH_FIELD_CATEGORY, anchor, pith_facts_text(facts, anchor, false), true);
    else if (has_word(rel, PITH_STR("tag")))
        add(facts, PITH_FIELD_TAG, anchor, pith_facts_text(facts, anchor, false), true);
}
