/* SPDX-License-Identifier: Apache-2.0 */
/* Canonical URL, image, licence, tags, categories and alternates: what needs little weighing. */
#include "base/url.h"
#include "meta/choose.h"
#include "meta/words.h"

enum { LIST_MAX = 32 };

/* An absolute URL, or empty. */
static pith_str resolved(pith_facts *facts, const pith_meta *meta, pith_str url)
{
    pith_str absolute = {NULL, 0};
    if (url.size == 0)
        return absolute;
    if (!pith_url_resolve(facts->arena, meta->base_url, url, &absolute))
        facts->failed = true;
    return pith_url_host(absolute).size > 0 ? absolute : (pith_str){NULL, 0};
}

static void choose_canonical(pith_facts *facts, pith_meta *meta)
{
    pith_str url = pith_facts_from(facts, PITH_FIELD_URL, PITH_SOURCE_LINK);
    pith_source source = url.size > 0 ? PITH_SOURCE_LINK : PITH_SOURCE_OPENGRAPH;
    meta->canonical = resolved(facts, meta, pith_canonical(facts));
    if (meta->canonical.size > 0)
        meta->sources[PITH_METADATA_CANONICAL] = (uint8_t)source;
}

/* ---- The image ------------------------------------------------------------ */

/* og:image is made for this; then as the sources are trusted. */
static const pith_fact *best_image(const pith_facts *facts)
{
    const pith_fact *best = pith_facts_first(facts, PITH_FIELD_IMAGE);
    for (unsigned i = 0; i < facts->counts[PITH_FIELD_IMAGE]; i++) {
        const pith_fact *fact = &facts->facts[PITH_FIELD_IMAGE][i];
        if (fact->source == PITH_SOURCE_OPENGRAPH && !fact->weak)
            return fact;
    }
    return best;
}

/* The alternative text of the <img> in the page that shows it. */
static pith_str alt_of_page(pith_facts *facts, pith_str url)
{
    const pith_html_tree *tree = facts->tree;
    for (uint32_t i = 0; i < tree->notable_count; i++) {
        uint32_t node = tree->notable[i];
        if (!pith_html_is(tree, node, PITH_TAG_IMG))
            continue;
        pith_str source =
            pith_html_raw_value(tree, pith_html_find_attribute(tree, node, PITH_ATTRIBUTE_SRC));
        bool rooted = source.size > 1 && (source.data[0] == '/' || pith_url_host(source).size > 0);
        if (rooted && pith_str_ends_with(url, source))
            return pith_facts_attribute(facts, node, PITH_ATTRIBUTE_ALT);
    }
    return (pith_str){NULL, 0};
}

static void choose_image(pith_facts *facts, pith_meta *meta)
{
    const pith_fact *image = best_image(facts);
    meta->image = image != NULL ? resolved(facts, meta, image->value) : (pith_str){NULL, 0};
    if (meta->image.size == 0)
        return;
    meta->sources[PITH_METADATA_IMAGE] = (uint8_t)image->source;
    const pith_fact *alt = pith_facts_first(facts, PITH_FIELD_IMAGE_ALT);
    if (alt == NULL) {
        pith_facts_add(facts, PITH_FIELD_IMAGE_ALT,
                       (pith_fact){.value = alt_of_page(facts, meta->image)});
        alt = pith_facts_first(facts, PITH_FIELD_IMAGE_ALT);
    }
    if (alt != NULL)
        meta->image_alt = alt->value;
}

/* ---- The licence ---------------------------------------------------------- */

static void choose_licence(pith_facts *facts, pith_meta *meta)
{
    const pith_fact *licence = pith_facts_first(facts, PITH_FIELD_LICENCE);
    if (licence == NULL)
        return;
    bool name = memchr(licence->value.data, ' ', licence->value.size) != NULL ||
                memchr(licence->value.data, '/', licence->value.size) == NULL;
    meta->licence = name ? licence->value : resolved(facts, meta, licence->value);
    if (meta->licence.size > 0)
        meta->sources[PITH_METADATA_LICENCE] = (uint8_t)licence->source;
}

/* ---- Tags and categories -------------------------------------------------- */

typedef struct list {
    pith_str *items;
    size_t count;
} list;

static void add_item(list *to, pith_str item)
{
    item = pith_str_trim(item);
    pith_key key = pith_key_of(item);
    if (key.size == 0 || to->count == LIST_MAX)
        return;
    for (size_t i = 0; i < to->count; i++) {
        pith_key known = pith_key_of(to->items[i]);
        if (pith_key_equal(&known, &key))
            return;
    }
    to->items[to->count++] = item;
}

static void add_items(list *to, pith_str text)
{
    size_t start = 0;
    for (size_t at = 0; at <= text.size; at++) {
        if (at == text.size || text.data[at] == ',' || text.data[at] == ';') {
            add_item(to, (pith_str){text.data + start, at - start});
            start = at + 1;
        }
    }
}

/* What the first source says that says anything, of several things the first. */
static list choose_list(pith_facts *facts, pith_field field, uint8_t *source_of)
{
    list chosen = {NULL, 0};
    if (facts->counts[field] == 0)
        return chosen;
    chosen.items = pith_arena_take_array(facts->arena, LIST_MAX, sizeof *chosen.items);
    facts->failed |= chosen.items == NULL;
    if (facts->failed)
        return chosen;
    uint32_t item = 0;
    for (unsigned weak = 0; weak < 2; weak++) {
        for (pith_source from = PITH_SOURCE_JSONLD; from <= PITH_SOURCE_LINK; from++) {
            for (unsigned i = 0; i < facts->counts[field]; i++) {
                const pith_fact *fact = &facts->facts[field][i];
                if (fact->source != from || fact->weak != (weak == 1) ||
                    (chosen.count > 0 && fact->item != item))
                    continue;
                item = fact->item;
                add_items(&chosen, fact->value);
            }
            if (chosen.count > 0) {
                *source_of = (uint8_t)from;
                return chosen;
            }
        }
    }
    return chosen;
}

/* ---- All of it ------------------------------------------------------------ */

static void choose_alternates(pith_facts *facts, pith_meta *meta)
{
    meta->alternates = facts->alternates;
    for (size_t i = 0; i < facts->alternate_count; i++) {
        pith_alternate alternate = facts->alternates[i];
        alternate.url = resolved(facts, meta, alternate.url);
        if (alternate.url.size > 0)
            meta->alternates[meta->alternate_count++] = alternate;
    }
}

void pith_choose_record(pith_facts *facts, pith_meta *meta)
{
    choose_canonical(facts, meta);
    choose_image(facts, meta);
    choose_licence(facts, meta);
    choose_alternates(facts, meta);
    list tags = choose_list(facts, PITH_FIELD_TAG, &meta->sources[PITH_METADATA_TAG]);
    meta->tags = tags.items;
    meta->tag_count = tags.count;
    list categories =
        choose_list(facts, PITH_FIELD_CATEGORY, &meta->sources[PITH_METADATA_CATEGORY]);
    meta->categories = categories.items;
    meta->category_count = categories.count;
}
