/* SPDX-License-Identifier: Apache-2.0 */
#include "label/teasers.h"

typedef struct teasers {
    pith_scene *scene;
    const pith_block *blocks;
    pith_block_label *labels;
    pith_buffer text;
} teasers;

static uint32_t heading_level(const teasers *t, uint32_t i)
{
    return t->scene->settings.settings[t->blocks[i].section].heading;
}

static bool is_linked(const pith_block *block)
{
    return block->link_size * UINT64_C(2) > block->text_size;
}

static pith_str text_of(teasers *t, uint32_t i, size_t limit)
{
    pith_buffer_reset(&t->text);
    return pith_block_text(t->scene->tree, &t->blocks[i], limit, &t->text);
}

/* The whole block is bold: what some pages have for a heading. */
static bool is_bold(const teasers *t, uint32_t i)
{
    enum { NEAR = 3 };
    const pith_html_tree *tree = t->scene->tree;
    uint32_t node = t->blocks[i].first == t->blocks[i].last ? t->blocks[i].first : 0;
    for (int level = 0; level < NEAR && node != 0; level++, node = tree->nodes[node].parent)
        if (pith_html_is(tree, node, PITH_TAG_B) || pith_html_is(tree, node, PITH_TAG_STRONG))
            return true;
    return false;
}

/* A heading that is known to announce other pages, or a bold line that reads like one. */
static bool announces(teasers *t, uint32_t i)
{
    enum { LONGEST = 5, LIMIT = 100 };
    const pith_block *block = &t->blocks[i];
    if (t->scene->cues[i] != PITH_CUE_NONE)
        return t->scene->cues[i] == (PITH_CUE_RELATED | PITH_CUE_IS_HEADING);
    if (block->word_count == 0 || block->word_count > LONGEST || block->sentence ||
        i < t->scene->first_long || !is_bold(t, i))
        return false;
    return pith_lexicon_cue(text_of(t, i, LIMIT)) == PITH_CUE_RELATED;
}

/* An ellipsis at the end, perhaps with a bracket or a short "Read more" after it. */
static bool is_cut_off(teasers *t, uint32_t i)
{
    enum { AFTER = 24, FEWEST = 4 };
    if (t->blocks[i].word_count < FEWEST)
        return false;
    pith_str text = text_of(t, i, SIZE_MAX);
    size_t start = text.size > AFTER ? text.size - AFTER : 0;
    for (size_t at = start; at + 3 <= text.size; at++)
        if (memcmp(text.data + at, "…", 3) == 0 || memcmp(text.data + at, "...", 3) == 0)
            return true;
    return false;
}

/* Where the run after `i` ends: at a heading like it, or at another announcement. */
static uint32_t end_of_run(const teasers *t, uint32_t i)
{
    uint32_t level = heading_level(t, i), at = i + 1;
    for (; at < t->scene->blocks->count; at++) {
        uint32_t other = heading_level(t, at);
        if ((t->scene->cues[at] & PITH_CUE_IS_HEADING) != 0 ||
            (other != 0 && level != 0 && other <= level))
            break;
    }
    return at;
}

/* The end of the teasers from `first` to `end`: after the last that is cut off; `first`: none. */
static uint32_t end_of_teasers(teasers *t, uint32_t first, uint32_t end)
{
    enum { LONG = 15, FEWEST = 2 };
    uint32_t cut = 0, whole = 0, last = first, whole_before = 0;
    for (uint32_t i = first; i < end && !t->text.failed; i++) {
        if (is_cut_off(t, i)) {
            cut++;
            last = i + 1;
            whole_before = whole;
        } else {
            whole += t->blocks[i].word_count >= LONG && !is_linked(&t->blocks[i]);
        }
        if (whole > cut + FEWEST)
            break; /* it is prose */
    }
    return cut >= FEWEST && whole_before * 3 <= cut ? last : first;
}

static uint32_t kept_words(const teasers *t, uint32_t first, uint32_t end)
{
    uint32_t words = 0;
    for (uint32_t i = first; i < end; i++)
        words += t->labels[i].label == PITH_LABEL_BODY ? t->blocks[i].word_count : 0;
    return words;
}

/* Links, and short lines among them, that are no content. */
static uint32_t end_of_links(const teasers *t, uint32_t first, uint32_t end)
{
    enum { SHORT = 4 };
    uint32_t i = first;
    while (i < end && t->labels[i].label != PITH_LABEL_BODY &&
           t->scene->cues[i] == PITH_CUE_NONE &&
           (is_linked(&t->blocks[i]) || t->blocks[i].word_count <= SHORT))
        i++;
    return i;
}

static void mark(teasers *t, uint32_t announcement, uint32_t end)
{
    for (uint32_t i = announcement; i < end; i++) {
        t->scene->cues[i] = PITH_CUE_RELATED;
        if (t->labels[i].label == PITH_LABEL_BODY)
            t->labels[i].rule = PITH_RULE_TEASER;
        t->labels[i].label = PITH_LABEL_OTHER;
    }
    t->scene->cues[announcement] |= PITH_CUE_IS_HEADING;
}

static void find(teasers *t)
{
    enum { ARTICLE = 100 }; /* words */
    uint32_t count = t->scene->blocks->count, before = 0, counted = 0, seen = 0;
    for (uint32_t i = 0; i < count && !t->text.failed; i++) {
        /* A bold line in a run that has been looked at is part of it: each is read once. */
        if ((i < seen && t->scene->cues[i] == PITH_CUE_NONE) || !announces(t, i))
            continue;
        before += kept_words(t, counted, i);
        counted = i;
        uint32_t end = end_of_run(t, i);
        seen = end;
        uint32_t last = end_of_teasers(t, i + 1, end);
        if (last > i + 1 && before >= ARTICLE && before >= kept_words(t, i, last))
            mark(t, i, last);
        else if (t->labels[i].label != PITH_LABEL_BODY && t->scene->cues[i] == PITH_CUE_NONE)
            mark(t, i, end_of_links(t, i + 1, end));
    }
}

bool pith_teasers_find(pith_scene *scene, pith_memory *memory, pith_block_label *labels)
{
    teasers t;
    t.scene = scene;
    t.blocks = scene->blocks->blocks;
    t.labels = labels;
    pith_buffer_init(&t.text, memory);
    find(&t);
    bool done = !t.text.failed;
    pith_buffer_release(&t.text);
    return done;
}
