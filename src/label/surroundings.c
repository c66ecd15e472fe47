/* SPDX-License-Identifier: Apache-2.0 */
#include "label/surroundings.h"

#include "base/hash.h"

/* ---- One element ----------------------------------------------------------- */

static pith_kind kind_of(uint32_t tag)
{
    switch (tag) {
    case PITH_TAG_P:
        return PITH_KIND_PARAGRAPH;
    case PITH_TAG_H1:
        return PITH_KIND_H1;
    case PITH_TAG_H2:
        return PITH_KIND_H2;
    case PITH_TAG_H3:
        return PITH_KIND_H3;
    case PITH_TAG_H4:
        return PITH_KIND_H4;
    case PITH_TAG_H5:
    case PITH_TAG_H6:
        return PITH_KIND_H5_H6;
    case PITH_TAG_BLOCKQUOTE:
        return PITH_KIND_QUOTE;
    case PITH_TAG_PRE:
        return PITH_KIND_CODE;
    case PITH_TAG_DD:
        return PITH_KIND_DETAILS;
    case PITH_TAG_DT:
        return PITH_KIND_TERM;
    case PITH_TAG_TD:
        return PITH_KIND_CELL;
    case PITH_TAG_TH:
        return PITH_KIND_HEADER_CELL;
    case PITH_TAG_LI:
        return PITH_KIND_ITEM;
    case PITH_TAG_DIV:
        return PITH_KIND_DIV;
    case PITH_TAG_SECTION:
        return PITH_KIND_SECTION;
    case PITH_TAG_ARTICLE:
        return PITH_KIND_ARTICLE;
    case PITH_TAG_MAIN:
        return PITH_KIND_MAIN;
    case PITH_TAG_FIGCAPTION:
    case PITH_TAG_CAPTION:
        return PITH_KIND_CAPTION;
    case PITH_TAG_FIGURE:
        return PITH_KIND_FIGURE;
    case PITH_TAG_UL:
    case PITH_TAG_OL:
    case PITH_TAG_DL:
        return PITH_KIND_LIST;
    case PITH_TAG_TABLE:
    case PITH_TAG_TBODY:
    case PITH_TAG_TR:
        return PITH_KIND_TABLE;
    case PITH_TAG_HEADER:
        return PITH_KIND_HEADER;
    case PITH_TAG_FOOTER:
        return PITH_KIND_FOOTER;
    case PITH_TAG_ASIDE:
        return PITH_KIND_ASIDE;
    case PITH_TAG_NAV:
        return PITH_KIND_NAV;
    case PITH_TAG_FORM:
    case PITH_TAG_FIELDSET:
        return PITH_KIND_FORM;
    case PITH_TAG_BUTTON:
        return PITH_KIND_BUTTON;
    case PITH_TAG_SELECT:
    case PITH_TAG_OPTION:
    case PITH_TAG_TEXTAREA:
        return PITH_KIND_OPTION;
    case PITH_TAG_BODY:
        return PITH_KIND_BODY;
    case PITH_TAG_DETAILS:
    case PITH_TAG_SUMMARY:
        return PITH_KIND_DISCLOSURE;
    default:
        return PITH_KIND_OTHER;
    }
}

static uint32_t bit(unsigned landmark)
{
    return UINT32_C(1) << landmark;
}

static uint32_t landmark_of_tag(uint32_t tag)
{
    switch (tag) {
    case PITH_TAG_MAIN:
        return bit(PITH_LANDMARK_MAIN);
    case PITH_TAG_ARTICLE:
        return bit(PITH_LANDMARK_ARTICLE);
    case PITH_TAG_NAV:
    case PITH_TAG_MENU:
        return bit(PITH_LANDMARK_NAV);
    case PITH_TAG_ASIDE:
        return bit(PITH_LANDMARK_ASIDE);
    case PITH_TAG_HEADER:
        return bit(PITH_LANDMARK_HEADER);
    case PITH_TAG_FOOTER:
        return bit(PITH_LANDMARK_FOOTER);
    case PITH_TAG_FORM:
        return bit(PITH_LANDMARK_FORM);
    case PITH_TAG_TABLE:
        return bit(PITH_LANDMARK_TABLE);
    case PITH_TAG_UL:
    case PITH_TAG_OL:
    case PITH_TAG_DL:
        return bit(PITH_LANDMARK_LIST);
    case PITH_TAG_FIGURE:
        return bit(PITH_LANDMARK_FIGURE);
    case PITH_TAG_SECTION:
        return bit(PITH_LANDMARK_SECTION);
    case PITH_TAG_BUTTON:
        return bit(PITH_LANDMARK_CONTROL);
    case PITH_TAG_DIALOG:
        return bit(PITH_LANDMARK_DIALOG);
    case PITH_TAG_BLOCKQUOTE:
        return bit(PITH_LANDMARK_QUOTE);
    default:
        return 0;
    }
}

static bool contains(pith_str text, pith_str word)
{
    for (size_t i = 0; i + word.size <= text.size; i++)
        if (pith_str_equal_ignoring_case((pith_str){text.data + i, word.size}, word))
            return true;
    return false;
}

/* One of several words that an attribute may contain, and what it makes of the element. */
typedef struct telling_word {
    pith_str word;
    unsigned landmark;
} telling_word;

static uint32_t told_by(pith_str value, const telling_word *words, size_t count)
{
    uint32_t landmarks = 0;
    for (size_t i = 0; i < count; i++)
        if (contains(value, words[i].word))
            landmarks |= bit(words[i].landmark);
    return landmarks;
}

#define WORD(literal, landmark) {{literal, sizeof literal - 1}, landmark}

static uint32_t landmark_of_role(pith_str role)
{
    static const telling_word words[] = {
        WORD("main", PITH_LANDMARK_MAIN),           WORD("navigation", PITH_LANDMARK_NAV),
        WORD("menu", PITH_LANDMARK_NAV),            WORD("complementary", PITH_LANDMARK_ASIDE),
        WORD("banner", PITH_LANDMARK_HEADER),       WORD("contentinfo", PITH_LANDMARK_FOOTER),
        WORD("dialog", PITH_LANDMARK_DIALOG),       WORD("button", PITH_LANDMARK_CONTROL),
        WORD("tab", PITH_LANDMARK_CONTROL),         WORD("search", PITH_LANDMARK_FORM),
        WORD("form", PITH_LANDMARK_FORM),           WORD("article", PITH_LANDMARK_ARTICLE),
    };
    return told_by(role, words, sizeof words / sizeof *words);
}

/* Names of schema.org for running text. */
static uint32_t landmark_of_itemprop(pith_str itemprop)
{
    static const telling_word words[] = {
        WORD("articlebody", PITH_LANDMARK_BODY_ITEM), WORD("text", PITH_LANDMARK_BODY_ITEM),
        WORD("description", PITH_LANDMARK_BODY_ITEM), WORD("reviewbody", PITH_LANDMARK_BODY_ITEM),
    };
    return told_by(itemprop, words, sizeof words / sizeof *words);
}

static uint32_t landmark_of_style(pith_str style)
{
    static const telling_word words[] = {
        WORD("display:none", PITH_LANDMARK_HIDDEN), WORD("display: none", PITH_LANDMARK_HIDDEN),
        WORD("visibility:hidden", PITH_LANDMARK_HIDDEN),
    };
    return told_by(style, words, sizeof words / sizeof *words);
}

/* What an element says of itself. */
typedef struct element_signs {
    uint32_t landmarks;
    uint64_t class_hash; /* of its name and class list */
} element_signs;

static element_signs read_element(const pith_html_tree *tree, uint32_t node)
{
    const pith_html_node *n = &tree->nodes[node];
    element_signs signs = {landmark_of_tag(n->name), pith_hash_word(0, n->name)};
    if (n->type != PITH_HTML_ELEMENT)
        return signs;
    for (uint32_t i = 0; i < n->count; i++) {
        const pith_html_attribute *attribute = &tree->attributes[n->extent + i];
        pith_str value = pith_html_raw_value(tree, attribute);
        switch (attribute->name) {
        case PITH_ATTRIBUTE_CLASS:
            signs.class_hash = pith_hash_bytes(signs.class_hash, value);
            break;
        case PITH_ATTRIBUTE_ROLE:
            signs.landmarks |= landmark_of_role(value);
            break;
        case PITH_ATTRIBUTE_ITEMPROP:
            signs.landmarks |= landmark_of_itemprop(value);
            break;
        case PITH_ATTRIBUTE_STYLE:
            signs.landmarks |= landmark_of_style(value);
            break;
        case PITH_ATTRIBUTE_HIDDEN:
            signs.landmarks |= bit(PITH_LANDMARK_HIDDEN);
            break;
        case PITH_ATTRIBUTE_ARIA_HIDDEN:
            if (pith_str_equal_ignoring_case(value, PITH_STR("true")))
                signs.landmarks |= bit(PITH_LANDMARK_HIDDEN);
            break;
        default:
            break;
        }
    }
    return signs;
}

/* ---- The sections, from the outermost in ------------------------------------ */

static uint32_t block_count(const pith_section *section)
{
    return section->end_block - section->first_block;
}

static pith_sum *add_to_sum(pith_tally *tally, uint64_t key, const pith_section *section)
{
    pith_sum *sum = pith_tally_get(tally, key);
    sum->count++;
    sum->words += section->word_count;
    sum->text_size += section->text_size;
    sum->link_size += section->link_size;
    sum->squares += (float)section->word_count * (float)section->word_count;
    return sum;
}

/* Inline elements between two sections count with the inner one. */
static uint32_t landmarks_between(const pith_html_tree *tree, uint32_t node, uint32_t outer)
{
    enum { MOST = 16 };
    uint32_t landmarks = 0;
    node = tree->nodes[node].parent;
    for (int i = 0; i < MOST && node != 0 && node != outer; i++) {
        landmarks |= read_element(tree, node).landmarks;
        node = tree->nodes[node].parent;
    }
    return landmarks;
}

static void inherit(const pith_blocks *blocks, pith_surrounding *sections, uint32_t i)
{
    pith_surrounding *section = &sections[i];
    uint32_t above = blocks->sections[i].parent;
    pith_surrounding *parent = &sections[above];
    for (unsigned k = 0; k < PITH_LANDMARK_COUNT; k++) {
        uint8_t distance = parent->distances[k];
        if (distance < PITH_NO_LANDMARK - 1)
            distance++;
        section->distances[k] = (section->own_landmarks >> k & 1) != 0 ? 0 : distance;
    }
    section->depth = (uint16_t)(parent->depth + (parent->depth < UINT16_MAX));
    section->wider = block_count(&blocks->sections[above]) > block_count(&blocks->sections[i])
                         ? above : parent->wider;
    parent->children++;
}

static void count_blocks(const pith_blocks *blocks, pith_surrounding *sections)
{
    for (uint32_t i = 0; i < blocks->count; i++) {
        const pith_block *block = &blocks->blocks[i];
        pith_surrounding *section = &sections[block->section];
        if (section->kind == PITH_KIND_PARAGRAPH && block->word_count > 8)
            section->paragraph_words += block->word_count;
        section->headings += section->kind >= PITH_KIND_H1 && section->kind <= PITH_KIND_H5_H6;
        section->long_blocks += pith_block_is_long(block);
    }
    for (uint32_t i = blocks->section_count; i-- > 1;) { /* sections stand behind their parents */
        pith_surrounding *parent = &sections[blocks->sections[i].parent];
        parent->paragraph_words += sections[i].paragraph_words;
        parent->headings += sections[i].headings;
        parent->long_blocks += sections[i].long_blocks;
    }
}

static void fill_values(const pith_section *section, uint32_t page_words, pith_surrounding *around)
{
    int16_t *values = around->values;
    uint32_t blocks = block_count(section);
    values[PITH_LEVEL_FEATURE_words] = pith_feature_value(section->word_count);
    values[PITH_LEVEL_FEATURE_link_share] =
        pith_feature_share(section->link_size, section->text_size, 1000);
    values[PITH_LEVEL_FEATURE_punctuation_share] =
        pith_feature_share(section->punctuation, section->word_count, 1000);
    values[PITH_LEVEL_FEATURE_blocks] = pith_feature_value(blocks);
    values[PITH_LEVEL_FEATURE_block_words] = pith_feature_share(section->word_count, blocks, 10);
    values[PITH_LEVEL_FEATURE_share] = pith_feature_share(section->word_count, page_words, 1000);
    values[PITH_LEVEL_FEATURE_children] = pith_feature_value(around->children);
    values[PITH_LEVEL_FEATURE_paragraph_share] =
        pith_feature_share(around->paragraph_words, section->word_count, 1000);
    values[PITH_LEVEL_FEATURE_headings] = pith_feature_value(around->headings);
    values[PITH_LEVEL_FEATURE_images] = pith_feature_share(section->image_count, blocks, 1000);
    values[PITH_LEVEL_FEATURE_long_blocks] = pith_feature_value(around->long_blocks);
    values[PITH_LEVEL_FEATURE_kind] = (int16_t)around->kind;
    values[PITH_LEVEL_FEATURE_repeated] = pith_feature_value(around->mates->count);
}

bool pith_surroundings_make(const pith_html_tree *tree, const pith_blocks *blocks,
                            pith_arena *arena, pith_surroundings *surroundings)
{
    uint32_t count = blocks->section_count;
    pith_surrounding *sections = pith_arena_take_array(arena, count, sizeof *sections);
    uint64_t *hashes = pith_arena_take_array(arena, count, sizeof *hashes);
    surroundings->sections = sections;
    if (sections == NULL || hashes == NULL ||
        !pith_tally_init(&surroundings->shapes, count, arena) ||
        !pith_tally_init(&surroundings->classes, count, arena))
        return false;
    memset(sections[0].distances, PITH_NO_LANDMARK, sizeof sections[0].distances);
    for (uint32_t i = 0; i < count; i++) {
        const pith_section *section = &blocks->sections[i];
        pith_surrounding *around = &sections[i];
        if (i > 0) {
            element_signs signs = read_element(tree, section->node);
            around->own_landmarks =
                signs.landmarks |
                landmarks_between(tree, section->node, blocks->sections[section->parent].node);
            around->kind = (uint8_t)kind_of(tree->nodes[section->node].name);
            hashes[i] = signs.class_hash;
            inherit(blocks, sections, i);
        }
        uint64_t shape = hashes[i] * UINT64_C(0xC2B2AE3D27D4EB4F) ^ hashes[section->parent];
        around->mates = add_to_sum(&surroundings->shapes, shape, section);
        around->class_mates = add_to_sum(&surroundings->classes, hashes[i], section);
    }
    count_blocks(blocks, sections);
    for (uint32_t i = 0; i < count; i++)
        fill_values(&blocks->sections[i], blocks->sections[0].word_count, &sections[i]);
    return true;
}
