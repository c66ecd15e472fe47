/* SPDX-License-Identifier: Apache-2.0 */
#include "label/label.h"

#include "label/decide.h"
#include "label/lexicon.h"
#include "label/scene.h"
#include "label/seen.h"
#include "label/surroundings.h"
#include "label/teasers.h"

static bool is_kept(const pith_block_label *label)
{
    return label->label == PITH_LABEL_BODY;
}

/* The rule has had the last word if it changed something. */
static void keep(pith_block_label *label, pith_rule rule)
{
    if (!is_kept(label))
        *label = (pith_block_label){.label = PITH_LABEL_BODY, .rule = rule};
}

static void drop(pith_block_label *label, pith_rule rule)
{
    if (is_kept(label))
        *label = (pith_block_label){.label = PITH_LABEL_OTHER, .rule = rule};
}

enum { BYLINE_NEAREST = 12 }; /* blocks */

/* Names shortly after the title; those that stand over each of many posts are another thing. */
static bool is_byline(const pith_scene *scene, uint32_t i)
{
    enum { LONGEST = 12 };
    const pith_block *block = &scene->blocks->blocks[i];
    const pith_setting *setting = &scene->settings.settings[block->section];
    return i > scene->title && i - scene->title <= BYLINE_NEAREST &&
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

/* True if neither tags nor names around the block nor headings over it speak of furniture. */
static bool is_unmarked(const pith_scene *scene, uint32_t i)
{
    enum {
        PLACES = PITH_IN_NAV | PITH_IN_FOOTER | PITH_IN_ASIDE | PITH_IN_HEADER | PITH_IN_DIALOG |
                 PITH_IN_FORM | PITH_IN_CONTROL | PITH_IN_HIDDEN,
        NEUTRAL = PITH_TOPIC_CONTENT | PITH_TOPIC_BYLINE | PITH_TOPIC_STANDFIRST | PITH_TOPIC_META
    };
    const pith_setting *setting =
        &scene->settings.settings[scene->blocks->blocks[i].section];
    return (setting->places & PLACES) == 0 && (setting->all & ~(uint32_t)NEUTRAL) == 0 &&
           scene->cues[i] == PITH_CUE_NONE;
}

/*
 * What is known beside the model, in its points. Most pages of a few words are shells
 * that wait for scripts, and so the model takes them for; one with a heading or a
 * sentence is rather a small page. Unmistakable names of advertisements are rare on
 * the pages that the model learned from.
 */
static float known_beside(const pith_scene *scene, uint32_t i, pith_rule *rule)
{
    enum { SMALL_PAGE = 200, SHORT_TEXT = 12 }; /* words */
    const float for_small = 2.0f, for_paid = -3.0f;
    const pith_block *block = &scene->blocks->blocks[i];
    bool titled = scene->title < scene->blocks->count;
    bool says_something = titled || (block->sentence && block->word_count >= SHORT_TEXT);
    float points = 0;
    if (scene->words <= SMALL_PAGE && says_something && is_unmarked(scene, i)) {
        points += for_small;
        *rule = PITH_RULE_SMALL_PAGE;
    }
    if ((scene->settings.settings[block->section].near & PITH_TOPIC_PAID) != 0) {
        points += for_paid;
        *rule = PITH_RULE_PAID;
    }
    return points;
}

/* The model's log-odds for each block; NULL without memory. */
static int32_t *score_blocks(const pith_model *model, const pith_blocks *blocks,
                             pith_page_view *view, pith_arena *arena)
{
    size_t room = (size_t)blocks->count + PITH_FEATURES_TOGETHER;
    int32_t *log_odds = pith_arena_take_array(arena, room, sizeof *log_odds);
    pith_features *features = pith_arena_take_array(arena, 1, sizeof *features);
    if (log_odds == NULL || features == NULL)
        return NULL;
    for (uint32_t from = 0; from < blocks->count; from += PITH_FEATURES_TOGETHER) {
        pith_features_read(view, from, features);
        const pith_features *read = features;
        pith_model_score(model, read->values, log_odds + from);
    }
    return log_odds;
}

/*
 * Decides on the blocks with words by the model's log-odds. Points are log-odds above
 * the bar. False without memory.
 */
static bool decide_text(const pith_scene *scene, const int32_t *log_odds, int32_t bar,
                        pith_arena *arena, float *points, pith_block_label *labels)
{
    const pith_blocks *blocks = scene->blocks;
    for (uint32_t i = 0; i < blocks->count; i++) {
        points[i] = ((float)(log_odds[i] - bar) + 0.5f) / PITH_LOG_ODDS_ONE;
        bool above = points[i] > 0;
        pith_rule rule = PITH_RULE_BAR;
        points[i] += known_beside(scene, i, &rule);
        bool content = points[i] > 0;
        labels[i].label = content ? PITH_LABEL_BODY : PITH_LABEL_OTHER;
        labels[i].rule = content == above ? PITH_RULE_BAR : rule;
    }
    if (!level_tables(scene, arena, points))
        return false;
    for (uint32_t i = 0; i < blocks->count; i++) {
        if (blocks->blocks[i].text_size == 0)
            labels[i] = (pith_block_label){.label = PITH_LABEL_OTHER, .rule = PITH_RULE_BAR};
        else if (points[i] > 0)
            keep(&labels[i], PITH_RULE_TABLE);
        else
            drop(&labels[i], PITH_RULE_TABLE);
    }
    return true;
}

static bool has_script(const pith_html_tree *tree)
{
    for (uint32_t i = 1; i < tree->node_count; i++)
        if (pith_html_is(tree, i, PITH_TAG_SCRIPT))
            return true;
    return false;
}

/*
 * On a page that has no script which could bring more, texts are content where nothing is,
 * or where nothing speaks of furniture; of a page of a few words of which nothing is
 * content, all that is no plain furniture. (The model learned from pages with much around
 * their content, and takes a text alone for a part of such.)
 */
static void decide_bare_page(const pith_scene *scene, pith_block_label *labels)
{
    enum { BARE_PAGE = 100 }; /* words */
    const pith_blocks *blocks = scene->blocks;
    bool kept = false, marked = false;
    for (uint32_t i = 0; i < blocks->count; i++) {
        kept = kept || is_kept(&labels[i]);
        marked = marked || !is_unmarked(scene, i);
    }
    if ((kept && marked) || has_script(scene->tree))
        return;
    for (uint32_t i = 0; i < blocks->count; i++) {
        const pith_block *block = &blocks->blocks[i];
        bool text = pith_block_is_long(block) ||
                    (!kept && scene->words <= BARE_PAGE && block->text_size > 0);
        if (text && is_unmarked(scene, i))
            keep(&labels[i], PITH_RULE_BARE_PAGE);
    }
}

/* A heading goes with the text that it heads, unless much speaks against it. */
static void decide_headings(const pith_scene *scene, const float *points,
                            pith_block_label *labels)
{
    const pith_block *blocks = scene->blocks->blocks;
    bool kept = false; /* the next block with words */
    for (uint32_t i = scene->blocks->count; i-- > 0;) {
        if (blocks[i].word_count == 0)
            continue;
        if (kept && points[i] > -2.0f && scene->cues[i] < PITH_CUE_IS_HEADING &&
            scene->settings.settings[blocks[i].section].heading != 0)
            keep(&labels[i], PITH_RULE_HEADING);
        kept = is_kept(&labels[i]);
    }
}

/* On a page without headings, the short line right above the first content heads it. */
static void keep_line_above(const pith_scene *scene, pith_block_label *labels)
{
    enum { LONGEST = 15 }; /* words */
    const pith_blocks *blocks = scene->blocks;
    uint32_t first = 0;
    while (first < blocks->count && !is_kept(&labels[first]))
        first++;
    if (first == 0 || first == blocks->count)
        return;
    const pith_block *line = &blocks->blocks[first - 1];
    if (line->word_count > 0 && line->word_count <= LONGEST && line->link_size == 0 &&
        is_unmarked(scene, first - 1))
        keep(&labels[first - 1], PITH_RULE_LINE_ABOVE);
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
    if (title == blocks->count) {
        keep_line_above(scene, labels);
        return;
    }
    uint32_t places = scene->settings.settings[blocks->blocks[title].section].places;
    if (scene->title_agreement >= 0.6f && (places & FURNITURE) == 0)
        keep(&labels[title], PITH_RULE_TITLE);
    if (!is_kept(&labels[title]))
        return;
    for (uint32_t i = title + 1; i < blocks->count && i <= title + BYLINE_NEAREST; i++)
        if (is_byline(scene, i))
            keep(&labels[i], PITH_RULE_BYLINE);
}

/*
 * How a block that nothing keeps yet stands between blocks of content: part of what
 * a text holds (code, a table, a list, a quotation, a caption), a control or an image
 * that parts nothing, or a thing of its own.
 */
typedef enum pith_midst { PITH_MIDST_HELD, PITH_MIDST_PASSING, PITH_MIDST_FOREIGN } pith_midst;

static pith_midst midst_of(const pith_scene *scene, uint32_t i, float points)
{
    enum {
        FIRMLY = PITH_IN_CODE | PITH_IN_CELL | PITH_IN_QUOTE,
        LOOSELY = PITH_IN_CAPTION | PITH_IN_LIST
    };
    const float least_firmly = -3.0f, least_loosely = -1.5f;
    const pith_block *block = &scene->blocks->blocks[i];
    uint32_t places = scene->settings.settings[block->section].places;
    if (block->text_size == 0 || (places & PITH_IN_CONTROL) != 0)
        return PITH_MIDST_PASSING;
    if ((places & FIRMLY) != 0 && points > least_firmly)
        return PITH_MIDST_HELD;
    if ((places & LOOSELY) != 0 && points > least_loosely)
        return PITH_MIDST_HELD;
    return PITH_MIDST_FOREIGN;
}

/*
 * What a text holds is not torn out of it: it goes with the content on both of its
 * sides, unless much speaks against it.
 */
static void decide_midst(const pith_scene *scene, const float *points, pith_block_label *labels)
{
    uint32_t count = scene->blocks->count;
    for (uint32_t i = 0; i < count;) {
        uint32_t end = i; /* the blocks from i on that nothing keeps yet */
        bool foreign = false;
        for (; end < count && !is_kept(&labels[end]); end++)
            foreign = foreign || midst_of(scene, end, points[end]) == PITH_MIDST_FOREIGN;
        if (!foreign && i > 0 && end < count)
            for (uint32_t k = i; k < end; k++)
                if (midst_of(scene, k, points[k]) == PITH_MIDST_HELD)
                    keep(&labels[k], PITH_RULE_MIDST);
        i = end + 1;
    }
}

/* Short texts, table cells and lines of code may well be equal. */
static bool may_repeat(const pith_scene *scene, uint32_t i)
{
    enum { SHORTEST = 4 };
    const pith_block *block = &scene->blocks->blocks[i];
    uint32_t places = scene->settings.settings[block->section].places;
    return block->word_count < SHORTEST || (places & (PITH_IN_CELL | PITH_IN_CODE)) != 0;
}

/*
 * Pages say things twice, for narrow and for wide screens: the title counts
 * where it is, of the rest the first.
 */
static bool drop_duplicates(const pith_scene *scene, pith_arena *arena, pith_block_label *labels)
{
    const pith_blocks *blocks = scene->blocks;
    pith_seen_texts seen;
    if (!pith_seen_init(&seen, blocks->blocks, blocks->count, arena))
        return false;
    if (scene->title < blocks->count && is_kept(&labels[scene->title]))
        pith_seen_before(&seen, scene->title);
    for (uint32_t i = 0; i < blocks->count; i++) {
        if (is_kept(&labels[i]) && i != scene->title && !may_repeat(scene, i) &&
            pith_seen_before(&seen, i))
            drop(&labels[i], PITH_RULE_SAID_TWICE);
    }
    return true;
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
                keep(&labels[i], PITH_RULE_IMAGE);
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

/* What is content by this bar, but for images. False without memory. */
static bool decide(pith_scene *scene, const int32_t *log_odds, int32_t bar, pith_arena *work,
                   pith_block_label *labels)
{
    float *points = pith_arena_take_array(work, scene->blocks->count, sizeof *points);
    if (points == NULL || !decide_text(scene, log_odds, bar, work, points, labels))
        return false;
    decide_bare_page(scene, labels);
    decide_midst(scene, points, labels);
    decide_headings(scene, points, labels);
    decide_opening(scene, labels);
    return drop_duplicates(scene, work, labels) &&
           pith_teasers_find(scene, work->memory, labels);
}

/*
 * Changes what was decided in balance by what comes of the bar for another favour, to
 * keep less or more: rules look at what stands around a block, and so a lower bar alone
 * would not keep all that a higher one keeps. False without memory.
 */
static bool decide_in_favor(pith_scene *scene, const int32_t *log_odds, int32_t bar, bool less,
                            pith_arena *work, pith_block_label *labels)
{
    const pith_blocks *blocks = scene->blocks;
    pith_block_label *others = pith_arena_take_array(work, blocks->count, sizeof *others);
    pith_seen_texts seen;
    if (others == NULL || !pith_seen_init(&seen, blocks->blocks, blocks->count, work) ||
        !decide(scene, log_odds, bar, work, others))
        return false;
    for (uint32_t i = 0; i < blocks->count; i++)
        if (is_kept(&labels[i]) && !may_repeat(scene, i))
            pith_seen_before(&seen, i);
    for (uint32_t i = 0; i < blocks->count; i++) {
        if (is_kept(&labels[i]) != less || is_kept(&others[i]) == less)
            continue;
        bool twice = !less && !may_repeat(scene, i) && pith_seen_before(&seen, i);
        labels[i] = others[i];
        if (twice)
            drop(&labels[i], PITH_RULE_SAID_TWICE);
    }
    return true;
}

/* Labels the blocks; what it needs on the way is in `work`. */
static pith_status label_blocks(const pith_html_tree *tree, const pith_blocks *blocks,
                                const pith_label_hints *hints, pith_arena *work,
                                pith_block_label *labels)
{
    pith_scene scene;
    pith_page_view *view;
    pith_status status = pith_scene_survey(tree, blocks, hints, work, &scene);
    if (status == PITH_OK)
        status = pith_page_view_make(tree, blocks, &scene, work, &view);
    if (status != PITH_OK)
        return status;
    const pith_model model = pith_label_model();
    const int32_t *log_odds = score_blocks(&model, blocks, view, work);
    if (log_odds == NULL ||
        !decide(&scene, log_odds,
                pith_decide_bar(&model, blocks, log_odds, PITH_FAVOR_BALANCE), work, labels))
        return pith_memory_status(work->memory);
    pith_favor favor = hints->favor;
    if (favor != PITH_FAVOR_BALANCE &&
        !decide_in_favor(&scene, log_odds, pith_decide_bar(&model, blocks, log_odds, favor),
                         favor == PITH_FAVOR_PRECISION, work, labels))
        return pith_memory_status(work->memory);
    decide_images(&scene, labels);
    for (uint32_t i = 0; i < blocks->count; i++) {
        labels[i].label = is_kept(&labels[i]) ? kind_of_content(&scene, i)
                                              : kind_of_furniture(&scene, i);
        labels[i].score = (float)model.probabilities[pith_odds_step(log_odds[i])] /
                          PITH_PROBABILITY_ONE;
        labels[i].announces = (scene.cues[i] & PITH_CUE_IS_HEADING) != 0;
    }
    return PITH_OK;
}

pith_status pith_label_blocks(const pith_html_tree *tree, const pith_blocks *blocks,
                              const pith_label_hints *hints, pith_arena *arena,
                              pith_block_label **result)
{
    pith_block_label *labels = pith_arena_take_array(arena, blocks->count, sizeof *labels);
    *result = labels;
    if (labels == NULL)
        return pith_memory_status(arena->memory);
    /* Given back before the document is made: on hostile pages it is much. */
    pith_arena work;
    pith_arena_init(&work, arena->memory);
    pith_status status = label_blocks(tree, blocks, hints, &work, labels);
    pith_arena_free(&work);
    return status;
}
