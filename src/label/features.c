/* SPDX-License-Identifier: Apache-2.0 */
#include "label/features.h"

#include "label/scene.h"
#include "label/naming.h"
#include "label/surroundings.h"

enum { NONE_NEAR = 999 }; /* blocks to a thing that the page does not have */

/* Sums up to and without each block, so that any range is one subtraction. */
typedef struct running_sums {
    uint32_t words;
    uint32_t text_size;
    uint32_t link_size;
    uint32_t punctuation;
} running_sums;

/* What a sweep in one direction knows at a block. */
typedef struct outlook {
    int16_t to_h1;
    int16_t to_heading;
    int16_t to_long;
    int16_t longest; /* unlinked words */
} outlook;

struct pith_page_view {
    const pith_html_tree *tree;
    const pith_blocks *blocks;
    const pith_scene *scene;
    pith_surroundings around;
    running_sums *sums;     /* blocks->count + 1 */
    outlook *before;        /* what the blocks before have … */
    outlook *after;         /* … and those after */
    uint32_t *heading;      /* for each block the last heading's, itself included; UINT32_MAX */
    int32_t *names;
    pith_tally texts;
    uint32_t *copies_before;
    int16_t page[PITH_PAGE_FEATURE_COUNT];
    pith_features *features; /* those being read, and their first block */
    uint32_t from;
};

static void set(pith_page_view *view, unsigned feature, uint32_t block, int32_t value)
{
    value = value < INT16_MIN ? INT16_MIN : value > INT16_MAX ? INT16_MAX : value;
    view->features->values[feature][block - view->from] = (int16_t)value;
}

#define SET(name, value) set(view, PITH_FEATURE_##name, i, value)

static int16_t link_share(const pith_block *block)
{
    return pith_feature_share(block->link_size, block->text_size, 1000);
}

static const pith_surrounding *around_block(const pith_page_view *view, uint32_t block)
{
    return &view->around.sections[view->blocks->blocks[block].section];
}

static int heading_level(const pith_surrounding *around)
{
    bool heading = around->kind >= PITH_KIND_H1 && around->kind <= PITH_KIND_H5_H6;
    return heading ? around->kind - PITH_KIND_H1 + 1 : 0;
}

/* ---- Sweeps over the blocks ------------------------------------------------- */

static void sum_up(pith_page_view *view)
{
    for (uint32_t i = 0; i < view->blocks->count; i++) {
        const pith_block *block = &view->blocks->blocks[i];
        const running_sums *before = &view->sums[i];
        view->sums[i + 1] = (running_sums){
            before->words + block->word_count, before->text_size + block->text_size,
            before->link_size + block->link_size, before->punctuation + block->punctuation};
        pith_sum *same = pith_tally_get(&view->texts, block->fingerprint);
        view->copies_before[i] = same->count++;
    }
}

static int16_t one_more(int16_t distance)
{
    return distance < NONE_NEAR ? (int16_t)(distance + 1) : distance;
}

/* The outlook of the next block on, from this one's. */
static outlook look_on(const pith_page_view *view, outlook from, uint32_t i)
{
    const pith_block *block = &view->blocks->blocks[i];
    int level = heading_level(around_block(view, i));
    uint32_t words = block->word_count;
    if (block->text_size > 0)
        words = (uint32_t)((uint64_t)words * (block->text_size - block->link_size) /
                           block->text_size);
    int16_t unlinked = pith_feature_value(words);
    return (outlook){
        .to_h1 = level == 1 ? 0 : one_more(from.to_h1),
        .to_heading = level > 0 ? 0 : one_more(from.to_heading),
        .to_long = pith_block_is_long(block) ? 0 : one_more(from.to_long),
        .longest = unlinked > from.longest ? unlinked : from.longest,
    };
}

static void look_around(pith_page_view *view)
{
    const outlook nothing = {NONE_NEAR, NONE_NEAR, NONE_NEAR, 0};
    uint32_t count = view->blocks->count;
    outlook seen = nothing;
    uint32_t heading = UINT32_MAX;
    for (uint32_t i = 0; i < count; i++) {
        view->before[i] = seen;
        seen = look_on(view, seen, i);
        if (heading_level(around_block(view, i)) > 0)
            heading = i;
        view->heading[i] = heading;
    }
    seen = nothing;
    for (uint32_t i = count; i-- > 0;) {
        view->after[i] = seen;
        seen = look_on(view, seen, i);
    }
}

/* Sections from `from` up to the first that holds `to` too. */
static int32_t climb(const pith_page_view *view, uint32_t from, uint32_t to)
{
    enum { MOST = 64 };
    const pith_surrounding *around = view->around.sections;
    const pith_section *sections = view->blocks->sections;
    int32_t up = 0;
    while (from != to && up < MOST) {
        if (around[from].depth >= around[to].depth) {
            from = sections[from].parent;
            up++;
        } else {
            to = sections[to].parent;
        }
    }
    return up;
}

/* ---- The features of one block ---------------------------------------------- */

static void set_own(pith_page_view *view, uint32_t i)
{
    const pith_block *block = &view->blocks->blocks[i];
    const pith_surrounding *around = around_block(view, i);
    SET(words, pith_feature_value(block->word_count));
    SET(text_size, pith_feature_value(block->text_size));
    SET(link_share, link_share(block));
    SET(punctuation, pith_feature_value(block->punctuation));
    SET(punctuation_share, pith_feature_share(block->punctuation, block->word_count, 1000));
    SET(digit_share, pith_feature_share(block->digit_count, block->text_size, 1000));
    SET(word_size, pith_feature_share(block->text_size, block->word_count, 10));
    SET(capital_share, pith_feature_share(block->capital_count, block->text_size, 1000));
    SET(sentence, block->sentence);
    SET(images, pith_feature_value(block->image_count));
    SET(kind, around->kind);
    SET(heading_level, heading_level(around));
    SET(copies_before, pith_feature_value(view->copies_before[i]));
    SET(copies, pith_feature_value(pith_tally_get(&view->texts, block->fingerprint)->count));
    SET(from_title, (int32_t)i - (int32_t)view->scene->title);
    SET(cue, view->scene->cues[i] & ~PITH_CUE_IS_HEADING);
    SET(names, view->names[i]);
}

static void set_inline(pith_page_view *view, uint32_t i)
{
    enum { MOST = 16 };
    const pith_block *block = &view->blocks->blocks[i];
    const pith_html_tree *tree = view->tree;
    uint32_t node = tree->nodes[block->first].parent;
    int depth = 0;
    bool link = false, strong = false;
    for (; depth < MOST && node != 0 && node != block->container; depth++) {
        uint32_t name = tree->nodes[node].name;
        link |= name == PITH_TAG_A;
        strong |= name == PITH_TAG_B || name == PITH_TAG_STRONG;
        node = tree->nodes[node].parent;
    }
    SET(inline_depth, depth);
    SET(in_link, link);
    SET(in_strong, strong);
}

static void set_order(pith_page_view *view, uint32_t i)
{
    uint32_t count = view->blocks->count;
    const running_sums *sums = view->sums;
    uint32_t all = sums[count].words;
    SET(position, pith_feature_share(i, count, 1000));
    SET(word_position, pith_feature_share(sums[i].words, all, 1000));
    SET(blocks_before, pith_feature_value(i));
    SET(blocks_after, pith_feature_value(count - 1 - i));
    SET(words_before, pith_feature_value(sums[i].words));
    SET(words_after, pith_feature_value(all - sums[i + 1].words));

    const outlook *before = &view->before[i], *after = &view->after[i];
    int level = heading_level(around_block(view, i));
    uint32_t heading = view->heading[i];
    SET(since_h1, level == 1 ? 0 : one_more(before->to_h1));
    SET(to_h1, after->to_h1);
    SET(since_heading, level > 0 ? 0 : one_more(before->to_heading));
    SET(to_heading, after->to_heading);
    SET(since_long, before->to_long);
    SET(to_long, after->to_long);
    SET(longest_before, before->longest);
    SET(longest_after, after->longest);
    bool headed = heading != UINT32_MAX;
    const pith_block *over = headed ? &view->blocks->blocks[heading] : NULL;
    SET(last_heading_level, headed ? heading_level(around_block(view, heading)) : 0);
    SET(words_since_heading,
        pith_feature_value(sums[i].words - (headed && heading < i ? sums[heading + 1].words
                                                                  : headed ? sums[i].words : 0)));
    SET(heading_words, headed ? pith_feature_value(over->word_count) : -1);
    SET(heading_links, headed ? link_share(over) : -1);
    SET(heading_up, headed ? climb(view, view->blocks->blocks[i].section, over->section) : -1);
}

static void set_neighbour(pith_page_view *view, uint32_t i, int32_t offset, unsigned words_feature,
                          unsigned links_feature)
{
    int64_t at = (int64_t)i + offset;
    bool there = at >= 0 && at < view->blocks->count;
    const pith_block *block = there ? &view->blocks->blocks[at] : NULL;
    set(view, words_feature, i, there ? pith_feature_value(block->word_count) : -1);
    if (links_feature != 0)
        set(view, links_feature, i, there ? link_share(block) : -1);
}

/* Averages over the blocks from `from` up to `to`. */
static void set_range(pith_page_view *view, uint32_t i, uint32_t from, uint32_t to,
                      unsigned words_feature, unsigned links_feature)
{
    const running_sums *a = &view->sums[from], *b = &view->sums[to];
    set(view, words_feature, i, pith_feature_share(b->words - a->words, to - from, 10));
    set(view, links_feature, i,
        pith_feature_share(b->link_size - a->link_size, b->text_size - a->text_size, 1000));
}

static void set_neighbours(pith_page_view *view, uint32_t i)
{
    enum { NEAR = 5, FAR = 12 };
    const pith_block *blocks = view->blocks->blocks;
    uint32_t count = view->blocks->count;
    set_neighbour(view, i, -3, PITH_FEATURE_words_3_before, 0);
    set_neighbour(view, i, -2, PITH_FEATURE_words_2_before, PITH_FEATURE_links_2_before);
    set_neighbour(view, i, -1, PITH_FEATURE_words_1_before, PITH_FEATURE_links_1_before);
    set_neighbour(view, i, 1, PITH_FEATURE_words_1_after, PITH_FEATURE_links_1_after);
    set_neighbour(view, i, 2, PITH_FEATURE_words_2_after, PITH_FEATURE_links_2_after);
    set_neighbour(view, i, 3, PITH_FEATURE_words_3_after, 0);
    bool first = i == 0, last = i + 1 == count;
    SET(kind_1_before, first ? 0 : around_block(view, i - 1)->kind);
    SET(kind_1_after, last ? 0 : around_block(view, i + 1)->kind);
    SET(up_before, first ? 99 : climb(view, blocks[i].section, blocks[i - 1].section));
    SET(up_after, last ? 99 : climb(view, blocks[i].section, blocks[i + 1].section));

    uint32_t near_from = i > NEAR ? i - NEAR : 0;
    uint32_t near_to = count - i > NEAR + 1 ? i + NEAR + 1 : count;
    uint32_t far_from = i > FAR ? i - FAR : 0;
    uint32_t far_to = count - i > FAR + 1 ? i + FAR + 1 : count;
    set_range(view, i, near_from, near_to, PITH_FEATURE_near_words, PITH_FEATURE_near_links);
    set_range(view, i, far_from, i, PITH_FEATURE_before_words, PITH_FEATURE_before_links);
    set_range(view, i, i + 1, far_to, PITH_FEATURE_after_words, PITH_FEATURE_after_links);
    const running_sums *a = &view->sums[near_from], *b = &view->sums[near_to];
    SET(near_punctuation,
        pith_feature_share(b->punctuation - a->punctuation, b->words - a->words, 1000));
}

/* Variance by mean, of the words of sections of one shape. */
static int16_t spread_of(const pith_sum *sum, uint64_t mean)
{
    float square = sum->count != 0 ? sum->squares / (float)sum->count : 0;
    float variance = square - (float)(mean * mean);
    float spread = variance > 0 ? variance / (float)(mean + 1) : 0;
    return spread < INT16_MAX ? (int16_t)spread : INT16_MAX;
}

static void set_surroundings(pith_page_view *view, uint32_t i)
{
    const pith_surrounding *around = around_block(view, i);
    SET(depth, around->depth);
    for (unsigned k = 0; k < PITH_LANDMARK_COUNT; k++)
        set(view, PITH_FEATURE_to_main + k, i, around->distances[k]);
    const pith_sum *mates = around->mates, *alike = around->class_mates;
    uint64_t mean = mates->count != 0 ? mates->words / mates->count : 0;
    SET(mates, pith_feature_value(mates->count));
    SET(mate_words, pith_feature_value(mean));
    SET(mate_links, pith_feature_share(mates->link_size, mates->text_size, 1000));
    SET(mate_spread, spread_of(mates, mean));
    SET(class_mates, pith_feature_value(alike->count));
    SET(class_words, pith_feature_value(alike->words));
    SET(class_links, pith_feature_share(alike->link_size, alike->text_size, 1000));
    SET(class_share,
        pith_feature_share(alike->words, view->blocks->sections[0].word_count, 1000));

    uint32_t section = view->blocks->blocks[i].section;
    unsigned feature = PITH_FIRST_LEVEL_FEATURE;
    for (int level = 0; level < PITH_LEVELS; level++) {
        const pith_surrounding *at = &view->around.sections[section];
        const pith_section *s = &view->blocks->sections[section];
        for (unsigned k = 0; k < PITH_LEVEL_FEATURE_COUNT; k++)
            set(view, feature + k, i, at->values[k]);
        set(view, feature + PITH_LEVEL_FEATURE_place, i,
            pith_feature_share(i - s->first_block, s->end_block - s->first_block, 1000));
        feature += PITH_LEVEL_FEATURE_COUNT;
        section = at->wider;
    }
}

/* ---- The features of the page ------------------------------------------------ */

static void measure_page(const pith_page_view *view, int16_t values[PITH_PAGE_FEATURE_COUNT])
{
    const pith_blocks *blocks = view->blocks;
    const pith_section *page = &blocks->sections[0];
    const pith_surrounding *around = &view->around.sections[0];
    uint32_t words = page->word_count;
    uint64_t in[PITH_LANDMARK_COUNT] = {0}, in_long = 0;
    uint32_t own[PITH_LANDMARK_COUNT] = {0}, h1s = 0, linked = 0;
    for (uint32_t i = 0; i < blocks->count; i++) {
        const pith_block *block = &blocks->blocks[i];
        const pith_surrounding *at = around_block(view, i);
        for (unsigned k = 0; k < PITH_LANDMARK_COUNT; k++)
            in[k] += at->distances[k] != PITH_NO_LANDMARK ? block->word_count : 0;
        in_long += pith_block_is_long(block) ? block->word_count : 0;
        linked += (uint64_t)block->link_size * 10 > (uint64_t)block->text_size * 8;
    }
    for (uint32_t i = 1; i < blocks->section_count; i++) {
        const pith_surrounding *at = &view->around.sections[i];
        for (unsigned k = 0; k < PITH_LANDMARK_COUNT; k++)
            own[k] += at->own_landmarks >> k & 1;
        h1s += at->kind == PITH_KIND_H1;
    }
    values[PITH_PAGE_FEATURE_blocks] = pith_feature_value(blocks->count);
    values[PITH_PAGE_FEATURE_words] = pith_feature_value(words);
    values[PITH_PAGE_FEATURE_link_share] =
        pith_feature_share(page->link_size, page->text_size, 1000);
    values[PITH_PAGE_FEATURE_punctuation_share] =
        pith_feature_share(page->punctuation, words, 1000);
    values[PITH_PAGE_FEATURE_block_words] = pith_feature_share(words, blocks->count, 10);
    values[PITH_PAGE_FEATURE_paragraph_words] = pith_feature_value(around->paragraph_words);
    values[PITH_PAGE_FEATURE_paragraph_share] =
        pith_feature_share(around->paragraph_words, words, 1000);
    values[PITH_PAGE_FEATURE_list_share] =
        pith_feature_share(in[PITH_LANDMARK_LIST], words, 1000);
    values[PITH_PAGE_FEATURE_table_share] =
        pith_feature_share(in[PITH_LANDMARK_TABLE], words, 1000);
    values[PITH_PAGE_FEATURE_main_share] =
        pith_feature_share(in[PITH_LANDMARK_MAIN], words, 1000);
    values[PITH_PAGE_FEATURE_article_share] =
        pith_feature_share(in[PITH_LANDMARK_ARTICLE], words, 1000);
    values[PITH_PAGE_FEATURE_articles] = pith_feature_value(own[PITH_LANDMARK_ARTICLE]);
    values[PITH_PAGE_FEATURE_headings] = pith_feature_value(around->headings);
    values[PITH_PAGE_FEATURE_h1s] = pith_feature_value(h1s);
    values[PITH_PAGE_FEATURE_images] = pith_feature_value(page->image_count);
    values[PITH_PAGE_FEATURE_forms] = pith_feature_value(own[PITH_LANDMARK_FORM]);
    values[PITH_PAGE_FEATURE_long_blocks] = pith_feature_value(around->long_blocks);
    values[PITH_PAGE_FEATURE_long_share] = pith_feature_share(in_long, words, 1000);
    values[PITH_PAGE_FEATURE_linked_blocks] = pith_feature_share(linked, blocks->count, 1000);
    values[PITH_PAGE_FEATURE_kilobytes] = pith_feature_value(view->tree->text_size / 1024);
}

/* ---- All of it ----------------------------------------------------------------- */

static bool take_memory(pith_page_view *view, pith_arena *arena)
{
    size_t count = view->blocks->count;
    view->sums = pith_arena_take_array(arena, count + 1, sizeof *view->sums);
    view->before = pith_arena_take_array(arena, count, sizeof *view->before);
    view->after = pith_arena_take_array(arena, count, sizeof *view->after);
    view->heading = pith_arena_take_array(arena, count, sizeof *view->heading);
    view->names = pith_arena_take_array(arena, count, sizeof *view->names);
    view->copies_before = pith_arena_take_array(arena, count, sizeof *view->copies_before);
    return view->sums != NULL && view->before != NULL && view->after != NULL &&
           view->heading != NULL && view->names != NULL && view->copies_before != NULL &&
           pith_tally_init(&view->texts, view->blocks->count, arena);
}

pith_status pith_page_view_make(const pith_html_tree *tree, const pith_blocks *blocks,
                                const pith_scene *scene, pith_arena *arena,
                                pith_page_view **result)
{
    pith_page_view *view = pith_arena_take_array(arena, 1, sizeof *view);
    *result = view;
    if (view == NULL)
        return pith_memory_status(arena->memory);
    view->tree = tree;
    view->blocks = blocks;
    view->scene = scene;
    if (!take_memory(view, arena) ||
        !pith_surroundings_make(tree, blocks, arena, &view->around) ||
        !pith_names_score(tree, blocks, arena, view->names))
        return pith_memory_status(arena->memory);
    sum_up(view);
    look_around(view);
    measure_page(view, view->page);
    return PITH_OK;
}

void pith_features_read(pith_page_view *view, uint32_t from, pith_features *features)
{
    view->features = features;
    view->from = from;
    uint32_t rest = view->blocks->count - from;
    uint32_t end = from + (rest < PITH_FEATURES_TOGETHER ? rest : PITH_FEATURES_TOGETHER);
    for (uint32_t i = from; i < end; i++) {
        set_own(view, i);
        set_inline(view, i);
        set_order(view, i);
        set_neighbours(view, i);
        set_surroundings(view, i);
    }
    for (unsigned k = 0; k < PITH_PAGE_FEATURE_COUNT; k++)
        for (uint32_t i = 0; i < PITH_FEATURES_TOGETHER; i++)
            features->values[PITH_FIRST_PAGE_FEATURE + k][i] = view->page[k];
}
