/* SPDX-License-Identifier: Apache-2.0 */
/* JSON-LD with the vocabulary of schema.org: <script type="application/ld+json">. */
#include "html/decode.h"
#include "meta/facts.h"
#include "meta/json.h"
#include "meta/words.h"

typedef struct jsonld {
    pith_facts *facts;
    pith_json json;
    pith_buffer buffer;
    unsigned references; /* that were looked up */
} jsonld;

/* What a described thing is to the page. */
typedef enum role {
    ROLE_NONE,
    ROLE_WORK, /* what the page is there for */
    ROLE_PRODUCT,
    ROLE_PAGE, /* the page itself, also where it holds no text of its own */
    ROLE_SITE
} role;

/* References by "@id" that are followed: each costs a look at all values. */
enum { REFERENCES_MAX = 32 };

static role role_of_type(pith_str type)
{
    static const pith_str works[] = {
        {"CreativeWork", 12},
        {"Report", 6},
        {"Recipe", 6},
        {"HowTo", 5},
        {"Question", 8},
        {"Review", 6},
        {"VideoObject", 11},
        {"PodcastEpisode", 14},
        {"Episode", 7},
        {"Book", 4},
        {"Course", 6},
        {"Event", 5},
        {"SoftwareApplication", 19},
        {"JobPosting", 10},
    };
    size_t name = type.size; /* after "https://schema.org/" or "schema:" */
    while (name > 0 && type.data[name - 1] != '/' && type.data[name - 1] != ':')
        name--;
    if (name > 0)
        type = (pith_str){type.data + name, type.size - name};
    if (pith_str_ends_with(type, PITH_STR("Article")) ||
        pith_str_ends_with(type, PITH_STR("Posting")))
        return ROLE_WORK;
    if (pith_str_ends_with(type, PITH_STR("Page")))
        return ROLE_PAGE;
    if (pith_str_equal(type, PITH_STR("WebSite")))
        return ROLE_SITE;
    if (pith_str_equal(type, PITH_STR("Product")) || pith_str_equal(type, PITH_STR("ProductGroup")))
        return ROLE_PRODUCT;
    for (size_t i = 0; i < sizeof works / sizeof *works; i++)
        if (pith_str_equal(type, works[i]))
            return ROLE_WORK;
    return ROLE_NONE;
}

static pith_str string(jsonld *r, uint32_t value)
{
    pith_buffer_reset(&r->buffer);
    pith_str text = pith_json_string(&r->json, value, &r->buffer);
    r->facts->failed |= r->buffer.failed;
    return text;
}

static bool is_type(const jsonld *r, uint32_t value, pith_json_type type)
{
    return value < r->json.count && r->json.values[value].type == type;
}

static role role_of(jsonld *r, uint32_t object)
{
    uint32_t type = pith_json_member(&r->json, object, "@type");
    uint32_t *things = &r->facts->things;
    if (!is_type(r, type, PITH_JSON_ARRAY)) {
        pith_str name = string(r, type);
        *things |= pith_thing_of_type(name);
        return role_of_type(name);
    }
    role best = ROLE_NONE;
    for (uint32_t i = type + 1; i < r->json.values[type].after && best == ROLE_NONE; i++) {
        pith_str name = string(r, i);
        *things |= pith_thing_of_type(name);
        best = role_of_type(name);
    }
    return best;
}

/* ---- Values --------------------------------------------------------------- */

/* Many pages escape for HTML once more than they should. */
static pith_str decode_references(jsonld *r, pith_str text)
{
    if (text.size == 0 || memchr(text.data, '&', text.size) == NULL)
        return text;
    pith_buffer *out = &r->facts->scratch;
    pith_buffer_reset(out);
    char *start = pith_buffer_reserve(out, pith_html_decoded_bound(text));
    r->facts->failed |= start == NULL;
    if (start == NULL)
        return (pith_str){NULL, 0};
    return (pith_str){start, pith_html_decode(text, PITH_DECODE_REFERENCES, start)};
}

static void add(jsonld *r, pith_field field, uint32_t value, bool weak)
{
    pith_str text = decode_references(r, string(r, value));
    pith_facts_add(
        r->facts, field,
        (pith_fact){
            .value = text, .source = PITH_SOURCE_JSONLD, .item = r->facts->items, .weak = weak});
}

/* The object that has `id` and a name, or PITH_JSON_NONE. */
static uint32_t find_reference(jsonld *r, pith_str id)
{
    if (id.size == 0 || r->references++ >= REFERENCES_MAX)
        return PITH_JSON_NONE;
    for (uint32_t i = 0; i < r->json.count; i++)
        if (is_type(r, i, PITH_JSON_OBJECT) &&
            pith_json_is(&r->json, pith_json_member(&r->json, i, "@id"), id) &&
            pith_json_member(&r->json, i, "name") != PITH_JSON_NONE)
            return i;
    return PITH_JSON_NONE;
}

/* A person or organisation: a string, an object with a name, or a reference to one. */
static void add_name(jsonld *r, pith_field field, uint32_t value, bool weak)
{
    if (is_type(r, value, PITH_JSON_STRING)) {
        add(r, field, value, weak);
        return;
    }
    uint32_t name = pith_json_member(&r->json, value, "name");
    if (name == PITH_JSON_NONE) {
        uint32_t id = pith_json_member(&r->json, value, "@id");
        if (is_type(r, id, PITH_JSON_STRING)) {
            const pith_json_value *v = &r->json.values[id];
            pith_str text = {r->json.text.data + v->start, v->size};
            name = pith_json_member(&r->json, find_reference(r, text), "name");
        }
    }
    if (is_type(r, name, PITH_JSON_ARRAY))
        name++;
    add(r, field, name, weak);
}

static void add_names(jsonld *r, pith_field field, uint32_t value, bool weak)
{
    if (!is_type(r, value, PITH_JSON_ARRAY)) {
        add_name(r, field, value, weak);
        return;
    }
    unsigned count = 0;
    uint32_t end = r->json.values[value].after;
    for (uint32_t i = value + 1; i < end && count < PITH_FACTS_MAX; i = r->json.values[i].after) {
        add_name(r, field, i, weak);
        count++;
    }
}

/* The strings of a value, or, of objects in it, those of a member: an image's "url". */
static void add_each(jsonld *r, pith_field field, uint32_t value, const char *member, bool weak)
{
    uint32_t end = value < r->json.count ? r->json.values[value].after : value;
    uint32_t at = is_type(r, value, PITH_JSON_ARRAY) ? value + 1 : value;
    for (unsigned i = 0; at < end && i < PITH_FACTS_MAX; i++) {
        bool object = is_type(r, at, PITH_JSON_OBJECT);
        add(r, field, object ? pith_json_member(&r->json, at, member) : at, weak);
        at = r->json.values[at].after;
    }
}

/* ---- Things ---------------------------------------------------------------- */

static uint32_t first_member(const jsonld *r, uint32_t object, const char *const *keys)
{
    uint32_t value = PITH_JSON_NONE;
    for (; *keys != NULL && value == PITH_JSON_NONE; keys++)
        value = pith_json_member(&r->json, object, *keys);
    return value;
}

static void read_work(jsonld *r, uint32_t object, bool weak)
{
    static const char *const headlines[] = {"headline", "name", NULL};
    static const char *const authors[] = {"author", "creator", NULL};
    static const char *const dates[] = {"datePublished", "dateCreated", "uploadDate", NULL};
    static const char *const sites[] = {"publisher", "isPartOf", NULL};
    add(r, PITH_FIELD_HEADLINE, first_member(r, object, headlines), weak);
    add_names(r, PITH_FIELD_AUTHOR, first_member(r, object, authors), weak);
    add(r, PITH_FIELD_DATE, first_member(r, object, dates), weak);
    add(r, PITH_FIELD_MODIFIED, pith_json_member(&r->json, object, "dateModified"), weak);
    add(r, PITH_FIELD_DESCRIPTION, pith_json_member(&r->json, object, "description"), weak);
    add(r, PITH_FIELD_LANGUAGE, pith_json_member(&r->json, object, "inLanguage"), weak);
    add_names(r, PITH_FIELD_SITE, first_member(r, object, sites), weak);
    add_each(r, PITH_FIELD_IMAGE, pith_json_member(&r->json, object, "image"), "url", weak);
    add_each(r, PITH_FIELD_LICENCE, pith_json_member(&r->json, object, "license"), "url", weak);
    add_each(r, PITH_FIELD_TAG, pith_json_member(&r->json, object, "keywords"), "name", weak);
    add_each(r, PITH_FIELD_CATEGORY, pith_json_member(&r->json, object, "articleSection"), "name",
             weak);
}

static void read_thing(jsonld *r, uint32_t object)
{
    r->facts->items++;
    switch (role_of(r, object)) {
    case ROLE_PRODUCT:
        r->facts->is_product = true;
        read_work(r, object, false);
        break;
    case ROLE_WORK:
        read_work(r, object, false);
        break;
    case ROLE_PAGE:
        read_work(r, object, true);
        break;
    case ROLE_SITE:
        add(r, PITH_FIELD_SITE, pith_json_member(&r->json, object, "name"), false);
        break;
    case ROLE_NONE:
        break;
    }
}

/*
 * Reads what a value describes: the thing itself and the main ones in it, not
 * what else it mentions (comments, related articles, publishers, the products
 * of a list). Values nest at most PITH_JSON_DEPTH deep, so this recursion does.
 */
static void read_value(jsonld *r, uint32_t value)
{
    static const char *const inner[] = {"@graph", "mainEntity", "mainEntityOfPage"};
    const pith_json_value *v = &r->json.values[value];
    if (v->type == PITH_JSON_ARRAY) {
        for (uint32_t i = value + 1; i < v->after; i = r->json.values[i].after)
            read_value(r, i);
    } else if (v->type == PITH_JSON_OBJECT) {
        read_thing(r, value);
        for (size_t i = 0; i < sizeof inner / sizeof *inner; i++) {
            uint32_t member = pith_json_member(&r->json, value, inner[i]);
            if (member != PITH_JSON_NONE)
                read_value(r, member);
        }
    }
}

/* The script's text: one slice of the page, or put together in the buffer. */
static pith_str script_text(pith_facts *facts, uint32_t script)
{
    const pith_html_tree *tree = facts->tree;
    uint32_t child = tree->nodes[script].first_child;
    pith_buffer_reset(&facts->text);
    if (child == 0)
        return (pith_str){NULL, 0};
    pith_str first = pith_html_text(tree, child, &facts->text);
    child = tree->nodes[child].next;
    if (child == 0)
        return first;
    if (facts->text.size == 0)
        pith_buffer_add(&facts->text, first);
    for (; child != 0; child = tree->nodes[child].next)
        pith_html_text(tree, child, &facts->text);
    return (pith_str){facts->text.data, facts->text.size};
}

void pith_jsonld_read(pith_facts *facts, uint32_t script)
{
    jsonld r = {.facts = facts};
    pith_json_init(&r.json, facts->arena->memory);
    pith_buffer_init(&r.buffer, facts->arena->memory);
    pith_str text = script_text(facts, script);
    facts->failed |= facts->text.failed || !pith_json_read(&r.json, text);
    for (uint32_t i = 0; i < r.json.count && !facts->failed; i = r.json.values[i].after)
        read_value(&r, i);
    pith_buffer_release(&r.buffer);
    pith_json_free(&r.json);
}
