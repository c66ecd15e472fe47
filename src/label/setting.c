/* SPDX-License-Identifier: Apache-2.0 */
#include "label/setting.h"

#include "base/hash.h"

/* Parts of a page that some pages have all around them. */
enum {
    WRAPPING_PLACES =
        PITH_IN_FOOTER | PITH_IN_ASIDE | PITH_IN_HEADER | PITH_IN_FORM | PITH_IN_DIALOG
};

static uint32_t place_of_tag(uint32_t tag)
{
    switch (tag) {
    case PITH_TAG_NAV:
        return PITH_IN_NAV;
    case PITH_TAG_FOOTER:
        return PITH_IN_FOOTER;
    case PITH_TAG_ASIDE:
        return PITH_IN_ASIDE;
    case PITH_TAG_HEADER:
        return PITH_IN_HEADER;
    case PITH_TAG_MAIN:
        return PITH_IN_MAIN;
    case PITH_TAG_ARTICLE:
        return PITH_IN_ARTICLE;
    case PITH_TAG_FORM:
    case PITH_TAG_FIELDSET:
    case PITH_TAG_SEARCH:
        return PITH_IN_FORM;
    case PITH_TAG_TABLE:
        return PITH_IN_TABLE;
    case PITH_TAG_UL:
    case PITH_TAG_OL:
    case PITH_TAG_MENU:
        return PITH_IN_LIST;
    case PITH_TAG_FIGURE:
        return PITH_IN_FIGURE;
    case PITH_TAG_DIALOG:
        return PITH_IN_DIALOG;
    case PITH_TAG_BUTTON:
    case PITH_TAG_SELECT:
    case PITH_TAG_OPTION:
    case PITH_TAG_TEXTAREA:
        return PITH_IN_CONTROL;
    case PITH_TAG_TD:
    case PITH_TAG_TH:
        return PITH_IN_CELL;
    case PITH_TAG_P:
        return PITH_IN_PARAGRAPH;
    case PITH_TAG_FIGCAPTION:
    case PITH_TAG_CAPTION:
        return PITH_IN_CAPTION;
    case PITH_TAG_PRE:
        return PITH_IN_CODE;
    case PITH_TAG_BLOCKQUOTE:
        return PITH_IN_QUOTE;
    default:
        return 0;
    }
}

/* Roles of WAI-ARIA 1.2 that name a part of a page. */
static uint32_t place_of_role(pith_str role)
{
    static const struct {
        const char *role;
        uint32_t place;
    } roles[] = {
        {"navigation", PITH_IN_NAV},  {"contentinfo", PITH_IN_FOOTER},
        {"banner", PITH_IN_HEADER},   {"complementary", PITH_IN_ASIDE},
        {"main", PITH_IN_MAIN},       {"article", PITH_IN_ARTICLE},
        {"search", PITH_IN_FORM},     {"form", PITH_IN_FORM},
        {"dialog", PITH_IN_DIALOG},   {"alertdialog", PITH_IN_DIALOG},
        {"menu", PITH_IN_NAV},        {"menubar", PITH_IN_NAV},
        {"menuitem", PITH_IN_NAV},    {"button", PITH_IN_CONTROL},
    };
    role = pith_str_trim(role);
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
        if (pith_str_equal_ignoring_case(role, (pith_str){roles[i].role, strlen(roles[i].role)}))
            return roles[i].place;
    return 0;
}

/* True if the style has the declaration, which is given without spaces. */
static bool style_has(pith_str style, pith_str declaration)
{
    size_t matched = 0;
    for (size_t i = 0; i < style.size; i++) {
        char byte = pith_to_lower(style.data[i]);
        if (pith_is_space(byte))
            continue;
        if (byte != declaration.data[matched])
            matched = 0;
        if (byte == declaration.data[matched] && ++matched == declaration.size)
            return true;
    }
    return false;
}

/* Eight bytes at a time; good for finding equals within one run of the program. */
/* The topics of class lists, looked up once for each: pages repeat them. */
enum { KNOWN_LISTS = 512 };

typedef struct known_list {
    uint64_t hash;
    uint32_t topics;
} known_list;

typedef struct name_reader {
    known_list known[KNOWN_LISTS];
} name_reader;

static uint32_t topics_of_list(name_reader *reader, pith_str list, uint64_t hash)
{
    known_list *known = &reader->known[hash >> 32 & (KNOWN_LISTS - 1)];
    if (known->hash != hash)
        *known = (known_list){hash, pith_lexicon_topics(list)};
    return known->topics;
}

/* Reads the element's attributes into its setting; gives the hash of its shape. */
static uint64_t read_element(const pith_html_tree *tree, name_reader *reader, uint32_t node,
                             pith_setting *setting)
{
    const pith_html_node *n = &tree->nodes[node];
    uint64_t shape = pith_hash_word(0, n->name), hash;
    setting->places = place_of_tag(n->name);
    for (uint32_t i = 0; i < n->count; i++) {
        const pith_html_attribute *attribute = &tree->attributes[n->extent + i];
        pith_str value = pith_html_raw_value(tree, attribute);
        switch (attribute->name) {
        case PITH_ATTRIBUTE_CLASS:
            hash = pith_hash_bytes(1, value);
            shape = pith_hash_word(shape, hash);
            setting->own |= topics_of_list(reader, value, hash);
            break;
        case PITH_ATTRIBUTE_ID:
        case PITH_ATTRIBUTE_ITEMPROP:
            setting->own |= pith_lexicon_topics(value);
            break;
        case PITH_ATTRIBUTE_ROLE:
            setting->places |= place_of_role(value);
            break;
        case PITH_ATTRIBUTE_HIDDEN:
            setting->places |= PITH_IN_HIDDEN;
            break;
        case PITH_ATTRIBUTE_ARIA_HIDDEN:
            if (pith_str_equal_ignoring_case(value, PITH_STR("true")))
                setting->places |= PITH_IN_HIDDEN;
            break;
        case PITH_ATTRIBUTE_STYLE:
            if (style_has(value, PITH_STR("display:none")) ||
                style_has(value, PITH_STR("visibility:hidden")))
                setting->places |= PITH_IN_HIDDEN;
            break;
        default:
            break;
        }
    }
    return shape;
}

static uint32_t block_count(const pith_blocks *blocks, uint32_t section)
{
    return blocks->sections[section].end_block - blocks->sections[section].first_block;
}

/* Takes over from the parent, whose setting is finished. */
static void inherit(const pith_blocks *blocks, pith_setting *settings, uint32_t section)
{
    pith_setting *setting = &settings[section];
    uint32_t above = blocks->sections[section].parent;
    const pith_setting *parent = &settings[above];
    if (blocks->sections[section].word_count > (uint64_t)blocks->sections[0].word_count * 3 / 5) {
        setting->own &= PITH_TOPIC_CONTENT;
        setting->places &= ~(uint32_t)WRAPPING_PLACES;
    }
    if ((parent->places & PITH_IN_QUOTE) != 0)
        setting->places &= ~(uint32_t)PITH_IN_FOOTER;
    if ((parent->places & (PITH_IN_MAIN | PITH_IN_ARTICLE)) != 0) {
        if ((setting->places & PITH_IN_HEADER) != 0)
            setting->places ^= PITH_IN_HEADER | PITH_IN_INNER_HEADER;
        if ((setting->places & PITH_IN_FOOTER) != 0)
            setting->places ^= PITH_IN_FOOTER | PITH_IN_INNER_FOOTER;
    }
    setting->near = setting->own | parent->own | settings[blocks->sections[above].parent].own;
    setting->all = setting->own | parent->all;
    setting->places |= parent->places;
    if (setting->heading == 0)
        setting->heading = parent->heading;
    if (setting->table == 0)
        setting->table = parent->table;
    uint32_t count = block_count(blocks, section);
    uint32_t count_above = block_count(blocks, above);
    setting->group = count >= 2 ? section : parent->group;
    setting->wider = (uint64_t)count_above * 2 >= (uint64_t)count * 3 ? above : parent->wider;
}

/*
 * Counts the siblings of each shape. Probing is bounded, so that a page made to
 * collide costs no more than others: a section that finds no slot stays alone.
 */
static bool count_twins(const pith_blocks *blocks, const uint64_t *shapes, pith_arena *arena,
                        pith_setting *settings)
{
    enum { PROBES = 16 };
    uint32_t bits = 4;
    while ((UINT64_C(1) << bits) < (uint64_t)blocks->section_count * 2)
        bits++;
    uint32_t mask = (UINT32_C(1) << bits) - 1;
    uint32_t *slots = pith_arena_take_array(arena, (size_t)mask + 1, sizeof *slots);
    uint32_t *leaders = pith_arena_take_array(arena, blocks->section_count, sizeof *leaders);
    if (slots == NULL || leaders == NULL)
        return false;
    for (uint32_t i = 1; i < blocks->section_count; i++) {
        uint64_t hash = shapes[i] * UINT64_C(0x9e3779b97f4a7c15) ^
                        blocks->sections[i].parent * UINT64_C(0xc2b2ae3d27d4eb4f);
        uint32_t slot = (uint32_t)(hash >> 32) & mask;
        leaders[i] = i;
        for (int probe = 0; probe < PROBES; probe++, slot = (slot + 1) & mask) {
            uint32_t other = slots[slot];
            if (other == 0) {
                slots[slot] = i;
                break;
            }
            if (shapes[other] == shapes[i] &&
                blocks->sections[other].parent == blocks->sections[i].parent) {
                leaders[i] = other;
                break;
            }
        }
        settings[leaders[i]].twins++;
    }
    for (uint32_t i = 1; i < blocks->section_count; i++) {
        settings[i].twins = settings[leaders[i]].twins;
        settings[i].repeated = settings[i].twins >= 3 && block_count(blocks, i) >= 2
                                   ? i : settings[blocks->sections[i].parent].repeated;
    }
    return true;
}

bool pith_settings_make(const pith_html_tree *tree, const pith_blocks *blocks,
                        pith_arena *arena, pith_settings *result)
{
    *result = (pith_settings){0};
    pith_setting *settings =
        pith_arena_take_array(arena, blocks->section_count, sizeof *settings);
    name_reader reader = {0};
    uint64_t *shapes = pith_arena_take_array(arena, blocks->section_count, sizeof *shapes);
    if (settings == NULL || shapes == NULL)
        return false;
    for (uint32_t i = 1; i < blocks->section_count; i++) {
        uint32_t node = blocks->sections[i].node;
        uint32_t tag = tree->nodes[node].name;
        shapes[i] = read_element(tree, &reader, node, &settings[i]);
        if (tag == PITH_TAG_HTML || tag == PITH_TAG_BODY)
            settings[i].own = 0; /* their classes speak of the page, not of a part */
        if (tag >= PITH_TAG_H1 && tag <= PITH_TAG_H6)
            settings[i].heading = tag - PITH_TAG_H1 + 1;
        if (tag == PITH_TAG_TABLE)
            settings[i].table = i;
        result->main_count += (settings[i].places & PITH_IN_MAIN) != 0;
        result->article_count += tag == PITH_TAG_ARTICLE;
        inherit(blocks, settings, i);
    }
    result->settings = settings;
    return count_twins(blocks, shapes, arena, settings);
}
