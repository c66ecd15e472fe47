/* SPDX-License-Identifier: Apache-2.0 */
#include "label/label.h"

#include "label/clues.h"
#include "label/lexicon.h"
#include "label/points.h"

/* Words. */
enum {
    SMALL_PAGE = 100, /* where there is this little, clues on proportions say nothing */
    LARGE_PAGE = 200, /* where there is this much, some of it should be content */
    SHELL = 30        /* content of less than this is none, but on a small page */
};

/* The points, as a number from 0 to 1: monotonic, 0.5 at 0. */
static float score_of(float points)
{
    float size = points < 0 ? -points : points;
    return 0.5f + 0.5f * points / (1.0f + size);
}

static bool is_kept(const pith_block_label *label)
{
    return label->label == PITH_LABEL_BODY;
}

/* Names shortly after the title; those that stand over each of many posts are another thing. */
static bool is_byline(const pith_scene *scene, uint32_t i)
{
    enum { NEAREST = 12, LONGEST = 12 };
    const pith_block *block = &scene->blocks->blocks[i];
    const pith_setting *setting = &scene->settings.settings[block->section];
    return i > scene->title && i - scene->title <= NEAREST &&
           (setting->near & PITH_TOPIC_BYLINE) != 0 && setting->repeated == 0 &&
           block->word_count > 0 && block->word_count <= LONGEST;
}

/* ---- What is content ----------------------------------------------------- */

/* What the blocks of a table come to. */
typedef struct table_sum {
    float points;     /* each block's times its weight */
    float weight;
    uint32_t longest; /* words; 0: nothing to decide */
} table_sum;

/*
 * A table of short texts is content as a whole or not at all: its blocks get
 * their mean, and more in the midst of content. (Tables with long texts lay out
 * pages.) False without memory.
 */
static bool level_tables(const pith_scene *scene, pith_arena *arena, float *points)
{
    enum { LONGEST = 25 };
    const float midst = 1.5f;
    const pith_blocks *blocks = scene->blocks;
    const pith_setting *settings = scene->settings.settings;
    table_sum *sums = pith_arena_take_array(arena, blocks->section_count, sizeof *sums);
    if (sums == NULL)
        return false;
    for (uint32_t i = 0; i < blocks->count; i++) {
        const pith_block *block = &blocks->blocks[i];
        table_sum *sum = &sums[settings[block->section].table];
        sum->points += points[i] * (float)(block->word_count + 1);
        sum->weight += (float)(block->word_count + 1);
        if (block->word_count > sum->longest)
            sum->longest = block->word_count;
    }
    for (uint32_t i = 1; i < blocks->section_count; i++) {
        const pith_section *section = &blocks->sections[i];
        if (settings[i].table != i || sums[i].longest == 0)
            continue;
        sums[i].points /= sums[i].weight;
        uint32_t before = section->first_block;
        uint32_t after = section->end_block;
        while (before > 0 && blocks->blocks[before - 1].text_size == 0)
            before--;
        while (after < blocks->count && blocks->blocks[after].text_size == 0)
            after++;
        if (before > 0 && after < blocks->count && points[before - 1] > 0 && points[after] > 0)
            sums[i].points += midst;
    }
    for (uint32_t i = 0; i < blocks->count; i++) {
        uint32_t table = settings[blocks->blocks[i].section].table;
        if (table != 0 && sums[table].longest <= LONGEST)
            points[i] = sums[table].points;
    }
    return true;
}

/* Labels what has more points than the bar as content; gives its words. */
static uint32_t apply_bar(const pith_blocks *blocks, const float *points, float bar,
                          pith_block_label *labels)
{
    uint32_t words = 0;
    for (uint32_t i = 0; i < blocks->count; i++) {
        bool content = points[i] > bar && blocks->blocks[i].text_size > 0;
        labels[i].label = content ? PITH_LABEL_BODY : PITH_LABEL_OTHER;
        words += content ? blocks->blocks[i].word_count : 0;
    }
    return words;
}

/*
 * Decides on the blocks with words by what speaks for and against each. On a
 * large page where next to nothing reaches the bar, the bar is lowered once.
 */
static bool decide_text(const pith_scene *scene, pith_arena *arena, pith_block_label *labels)
{
    const float lowered = -1.5f;
    const pith_blocks *blocks = scene->blocks;
    float bonus = scene->words <= SMALL_PAGE ? 1.0f : 0.0f;
    float *points = pith_arena_take_array(arena, blocks->count, sizeof *points);
    if (points == NULL)
        return false;
    for (uint32_t i = 0; i < blocks->count; i++) {
        float clues[PITH_CLUE_COUNT];
        pith_clues_read(scene, i, clues);
        points[i] = pith_points(clues) + bonus;
    }
    if (!level_tables(scene, arena, points))
        return false;
    for (uint32_t i = 0; i < blocks->count; i++)
        labels[i].score = score_of(points[i]);
    if (apply_bar(blocks, points, 0.0f, labels) < SHELL && scene->words > LARGE_PAGE)
        apply_bar(blocks, points, lowered, labels);
    return true;
}

/* A heading goes with the text that it heads, unless much speaks against it. */
static void decide_headings(const pith_scene *scene, pith_block_label *labels)
{
    const pith_block *blocks = scene->blocks->blocks;
    bool kept = false; /* the next block with words */
    for (uint32_t i = scene->blocks->count; i-- > 0;) {
        if (blocks[i].word_count == 0)
            continue;
        if (kept && labels[i].score > score_of(-2.0f) && scene->cues[i] < PITH_CUE_IS_HEADING &&
            scene->settings.settings[blocks[i].section].heading != 0)
            labels[i].label = PITH_LABEL_BODY;
        kept = is_kept(&labels[i]);
    }
}

/*
 * The heading that says what the page's title says is the title of the content,
 * and the names between it and the text are its byline: readers want them even
 * where nothing speaks for them but their place.
 */
static void decide_opening(const pith_scene *scene, pith_block_label *labels)
{
    enum { FURNITURE = PITH_IN_NAV | PITH_IN_FOOTER | PITH_IN_ASIDE | PITH_IN_DIALOG };
    const pith_blocks *blocks = scene->blocks;
    uint32_t title = scene->title;
    if (title == blocks->count)
        return;
    uint32_t places = scene->settings.settings[blocks->blocks[title].section].places;
    if (scene->title_agreement >= 0.6f && (places & FURNITURE) == 0)
        labels[title].label = PITH_LABEL_BODY;
    if (!is_kept(&labels[title]))
        return;
    for (uint32_t i = title + 1; i < scene->first_long; i++)
        if (is_byline(scene, i))
            labels[i].label = PITH_LABEL_BODY;
}

/* The kept blocks by their text: an open hash table of block numbers plus one. */
typedef struct seen_texts {
    const pith_block *blocks;
    uint32_t *slots;
    uint32_t mask;
} seen_texts;

/*
 * Adds the block; true if one with the same text is there. Probing is bounded:
 * a page made to collide costs no more than others.
 */
static bool seen_before(seen_texts *seen, uint32_t block)
{
    enum { PROBES = 16 };
    uint64_t fingerprint = seen->blocks[block].fingerprint;
    uint32_t slot = (uint32_t)(fingerprint >> 32) & seen->mask;
    for (int probe = 0; probe < PROBES; probe++, slot = (slot + 1) & seen->mask) {
        if (seen->slots[slot] == 0) {
            seen->slots[slot] = block + 1;
            return false;
        }
        if (seen->blocks[seen->slots[slot] - 1].fingerprint == fingerprint)
            return true;
    }
    return false;
}

/*
 * Pages say things twice, for narrow and for wide screens: the title counts
 * where it is, of the rest the first. Short texts and table cells may well be
 * equal.
 */
static bool drop_duplicates(const pith_scene *scene, pith_arena *arena, pith_block_label *labels)
{
    enum { SHORTEST = 4 };
    const pith_blocks *blocks = scene->blocks;
    uint32_t bits = 4;
    while ((UINT64_C(1) << bits) < (uint64_t)blocks->count * 2)
        bits++;
    size_t slots = (size_t)1 << bits;
    seen_texts seen = {blocks->blocks, pith_arena_take_array(arena, slots, sizeof(uint32_t)),
                       (uint32_t)(slots - 1)};
    if (seen.slots == NULL)
        return false;
    if (scene->title < blocks->count && is_kept(&labels[scene->title]))
        seen_before(&seen, scene->title);
    for (uint32_t i = 0; i < blocks->count; i++) {
        const pith_setting *setting = &scene->settings.settings[blocks->blocks[i].section];
        if (is_kept(&labels[i]) && i != scene->title &&
            blocks->blocks[i].word_count >= SHORTEST &&
            (setting->places & (PITH_IN_CELL | PITH_IN_CODE)) == 0 && seen_before(&seen, i))
            labels[i].label = PITH_LABEL_OTHER;
    }
    return true;
}

static uint32_t kept_words(const pith_scene *scene, const pith_block_label *labels)
{
    uint32_t words = 0;
    for (uint32_t i = 0; i < scene->blocks->count; i++)
        if (is_kept(&labels[i]))
            words += scene->blocks->blocks[i].word_count;
    return words;
}

/*
 * A page that is not small and on which next to nothing is content is a shell
 * (its text comes by script, or it has none): it has no content. On a small
 * page on which nothing is, all is that is no plain furniture.
 */
static void decide_page(const pith_scene *scene, pith_block_label *labels)
{
    enum {
        FURNITURE = PITH_IN_NAV | PITH_IN_FOOTER | PITH_IN_ASIDE | PITH_IN_DIALOG | PITH_IN_FORM |
                    PITH_IN_CONTROL | PITH_IN_HIDDEN
    };
    uint32_t kept = kept_words(scene, labels);
    bool shell = scene->words > SMALL_PAGE && kept < SHELL;
    bool bare = scene->words <= SMALL_PAGE && kept == 0;
    if (!shell && !bare)
        return;
    for (uint32_t i = 0; i < scene->blocks->count; i++) {
        const pith_block *block = &scene->blocks->blocks[i];
        const pith_setting *setting = &scene->settings.settings[block->section];
        labels[i].label = bare && block->text_size > 0 && (setting->places & FURNITURE) == 0
                              ? PITH_LABEL_BODY : PITH_LABEL_OTHER;
    }
}

/*
 * An image without text stands with the content if the text on both sides of it
 * does, or the caption after it.
 */
static void decide_images(const pith_scene *scene, pith_block_label *labels)
{
    const pith_blocks *blocks = scene->blocks;
    bool before = false;
    for (uint32_t i = 0; i < blocks->count;) {
        uint32_t end = i;
        while (end < blocks->count && blocks->blocks[end].text_size == 0)
            end++;
        bool after = end < blocks->count && is_kept(&labels[end]);
        bool caption = after && (scene->settings.settings[blocks->blocks[end].section].places &
                                 PITH_IN_CAPTION) != 0;
        for (; i < end; i++)
            if (after && (before || (caption && i + 1 == end)))
                labels[i].label = PITH_LABEL_BODY;
        before = after;
        i = end + 1;
    }
}

/* ---- Which kind of content or furniture ---------------------------------- */

static pith_label kind_of_content(const pith_scene *scene, uint32_t i)
{
    const pith_block *block = &scene->blocks->blocks[i];
    const pith_setting *setting = &scene->settings.settings[block->section];
    if (i == scene->title)
        return PITH_LABEL_TITLE;
    if ((setting->places & PITH_IN_CAPTION) != 0)
        return PITH_LABEL_CAPTION;
    if (i > scene->title && i <= scene->first_long && block->word_count >= 5 &&
        (setting->near & PITH_TOPIC_STANDFIRST) != 0)
        return PITH_LABEL_STANDFIRST;
    if (is_byline(scene, i))
        return PITH_LABEL_BYLINE;
    return PITH_LABEL_BODY;
}

/* By the strongest sign first. */
static pith_label kind_of_furniture(const pith_scene *scene, uint32_t i)
{
    const pith_block *block = &scene->blocks->blocks[i];
    const pith_setting *setting = &scene->settings.settings[block->section];
    uint32_t places = setting->places;
    uint32_t topics = setting->all;
    pith_cue cue = (pith_cue)(scene->cues[i] & ~PITH_CUE_IS_HEADING);
    bool linked = block->link_size * UINT64_C(2) > block->text_size;
    if ((places & (PITH_IN_CONTROL | PITH_IN_FORM)) != 0)
        return PITH_LABEL_FORM;
    if ((topics & PITH_TOPIC_LEGAL) != 0)
        return PITH_LABEL_LEGAL;
    if ((setting->near & (PITH_TOPIC_ADVERTISEMENT | PITH_TOPIC_PAID)) != 0)
        return PITH_LABEL_ADVERTISEMENT;
    if ((topics & PITH_TOPIC_COMMENT) != 0 || cue == PITH_CUE_COMMENT)
        return PITH_LABEL_COMMENT;
    if ((places & PITH_IN_NAV) != 0 || (setting->near & PITH_TOPIC_NAVIGATION) != 0)
        return PITH_LABEL_NAVIGATION;
    if ((topics & PITH_TOPIC_RELATED) != 0 || cue == PITH_CUE_RELATED)
        return PITH_LABEL_RELATED;
    if ((topics & PITH_TOPIC_ADVERTISEMENT) != 0)
        return PITH_LABEL_ADVERTISEMENT;
    if ((setting->near & PITH_TOPIC_FORM) != 0 || cue == PITH_CUE_FORM)
        return PITH_LABEL_FORM;
    if ((places & (PITH_IN_FOOTER | PITH_IN_HEADER)) != 0 ||
        (topics & (PITH_TOPIC_FOOTER | PITH_TOPIC_HEADER)) != 0)
        return linked ? PITH_LABEL_NAVIGATION : PITH_LABEL_OTHER;
    return PITH_LABEL_OTHER;
}

pith_status pith_label_blocks(const pith_html_tree *tree, const pith_blocks *blocks,
                              const pith_label_hints *hints, pith_arena *arena,
                              pith_block_label **result)
{
    pith_scene scene;
    pith_status status = pith_scene_survey(tree, blocks, hints, arena, &scene);
    pith_block_label *labels = pith_arena_take_array(arena, blocks->count, sizeof *labels);
    *result = labels;
    if (status != PITH_OK || labels == NULL)
        return pith_memory_status(arena->memory);
    if (!decide_text(&scene, arena, labels))
        return pith_memory_status(arena->memory);
    decide_headings(&scene, labels);
    decide_opening(&scene, labels);
    if (!drop_duplicates(&scene, arena, labels))
        return pith_memory_status(arena->memory);
    decide_page(&scene, labels);
    decide_images(&scene, labels);
    for (uint32_t i = 0; i < blocks->count; i++) {
        labels[i].label = is_kept(&labels[i]) ? kind_of_content(&scene, i)
                                              : kind_of_furniture(&scene, i);
        labels[i].announces = (scene.cues[i] & PITH_CUE_IS_HEADING) != 0;
    }
    return PITH_OK;
}
