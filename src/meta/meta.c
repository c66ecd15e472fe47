/* SPDX-License-Identifier: Apache-2.0 */
#include "meta/meta.h"
#include "base/url.h"
#include "meta/choose.h"
#include "meta/words.h"

#include <stddef.h>

static bool is_jsonld(pith_facts *facts, uint32_t script)
{
    const pith_html_attribute *type =
        pith_html_find_attribute(facts->tree, script, PITH_ATTRIBUTE_TYPE);
    pith_str value = pith_str_trim(pith_html_raw_value(facts->tree, type));
    pith_str wanted = PITH_STR("application/ld+json");
    if (value.size > wanted.size)
        value.size = wanted.size; /* "; charset=utf-8" */
    return pith_str_equal_ignoring_case(value, wanted);
}

/* Not read where it would not be kept: headings can nest, and a page be made of them. */
static void read_heading(pith_facts *facts, uint32_t node, pith_field field)
{
    if (facts->counts[field] < PITH_FACTS_MAX)
        pith_facts_add(facts, field,
                       (pith_fact){.value = pith_facts_text(facts, node, false), .node = node});
}

static void read_element(pith_facts *facts, uint32_t node)
{
    switch (facts->tree->nodes[node].name) {
    case PITH_TAG_HTML:
        pith_facts_add(facts, PITH_FIELD_LANGUAGE,
                       (pith_fact){
                           .value = pith_facts_attribute(facts, node, PITH_ATTRIBUTE_LANG),
                           .source = PITH_SOURCE_META,
                       });
        break;
    case PITH_TAG_BASE:
        if (facts->base.size == 0 &&
            !pith_arena_copy(facts->arena, pith_facts_attribute(facts, node, PITH_ATTRIBUTE_HREF),
                             &facts->base))
            facts->failed = true;
        break;
    case PITH_TAG_META:
        pith_metatag_read(facts, node);
        break;
    case PITH_TAG_LINK:
        pith_link_read(facts, node);
        break;
    case PITH_TAG_SCRIPT:
        if (is_jsonld(facts, node))
            pith_jsonld_read(facts, node);
        break;
    case PITH_TAG_TITLE:
        read_heading(facts, node, PITH_FIELD_PAGE_TITLE);
        break;
    case PITH_TAG_H1:
        read_heading(facts, node, PITH_FIELD_HEADING);
        break;
    }
}

/* In the order of the source. */
static void read_page(pith_facts *facts)
{
    const pith_html_tree *tree = facts->tree;
    for (uint32_t i = 0; i < tree->notable_count && !facts->failed; i++) {
        uint32_t node = tree->notable[i];
        const pith_html_node *n = &tree->nodes[node];
        if (n->space != PITH_NS_HTML || n->name == PITH_TAG_IMG)
            continue;
        read_element(facts, node);
        const pith_html_attribute *attribute = tree->attributes + n->extent;
        for (const pith_html_attribute *end = attribute + n->count; attribute < end; attribute++) {
            uint32_t name = attribute->name;
            if (name == PITH_ATTRIBUTE_ITEMTYPE)
                facts->things |= pith_things_of_types(pith_html_raw_value(tree, attribute));
            if (name == PITH_ATTRIBUTE_ITEMPROP ||
                (name == PITH_ATTRIBUTE_PROPERTY && n->name != PITH_TAG_META))
                pith_property_read(facts, node, attribute);
            else if (name == PITH_ATTRIBUTE_REL && n->name == PITH_TAG_A)
                pith_anchor_read(facts, node);
        }
    }
}

/* Whether something is for sale: what is dated and signed on the page are its reviews. */
static bool is_product(const pith_facts *facts)
{
    pith_str type = pith_facts_from(facts, PITH_FIELD_TYPE, PITH_SOURCE_OPENGRAPH);
    return facts->is_product || pith_str_contains(type, PITH_STR("product"));
}

static void choose(pith_facts *facts, pith_meta *meta)
{
    pith_str type = pith_facts_from(facts, PITH_FIELD_TYPE, PITH_SOURCE_OPENGRAPH);
    meta->things = facts->things | pith_thing_of_type(type);
    pith_str canonical = pith_canonical(facts);
    if (facts->url.size == 0 && pith_url_host(canonical).size > 0)
        facts->url = canonical;
    uint8_t *sources = meta->sources;
    const pith_fact *description = pith_facts_first(facts, PITH_FIELD_DESCRIPTION);
    if (description != NULL) {
        meta->description = description->value;
        sources[PITH_METADATA_DESCRIPTION] = (uint8_t)description->source;
    }
    meta->title = pith_choose_title(facts, &sources[PITH_METADATA_TITLE]);
    meta->site = pith_choose_site(facts, &sources[PITH_METADATA_SITE]);
    meta->language = pith_choose_language(facts, &sources[PITH_METADATA_LANGUAGE]);
    meta->base_url = pith_choose_base(facts);
    if (!pith_is_front_page(facts) && !is_product(facts))
        pith_visible_read(facts, meta->title, meta->language);
    meta->date = pith_choose_date(facts, meta->language, &sources[PITH_METADATA_DATE]);
    meta->modified = pith_choose_modified(facts, meta->language, &sources[PITH_METADATA_MODIFIED]);
    pith_choose_authors(facts, meta);
    pith_choose_record(facts, meta);
}

pith_status pith_meta_read(const pith_html_tree *tree, pith_str url, pith_arena *arena,
                           pith_meta *meta)
{
    pith_facts facts;
    memset(&facts, 0, offsetof(pith_facts, facts)); /* the table of facts is as its counts say */
    facts.tree = tree;
    facts.arena = arena;
    facts.url = url;
    pith_buffer_init(&facts.scratch, arena->memory);
    pith_buffer_init(&facts.text, arena->memory);
    *meta = (pith_meta){0};
    read_page(&facts);
    if (!facts.failed)
        choose(&facts, meta);
    pith_buffer_release(&facts.scratch);
    pith_buffer_release(&facts.text);
    if (!facts.failed)
        return PITH_OK;
    *meta = (pith_meta){0};
    return pith_memory_status(arena->memory);
}
