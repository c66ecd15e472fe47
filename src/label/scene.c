/* SPDX-License-Identifier: Apache-2.0 */
#include "label/scene.h"

#include "label/lexicon.h"

/* ---- Small sums ---------------------------------------------------------- */

static float part(uint32_t some, uint32_t all)
{
    return all != 0 ? (float)some / (float)all : 0.0f;
}

static bool is_long(const pith_block *block)
{
    return block->word_count >= 15 &&
           (uint64_t)block->link_size * 5 < (uint64_t)block->text_size * 2;
}

/* ---- Agreement with the title -------------------------------------------- */

/* A set of words by one bit of a hash each: enough to count how many agree. */
typedef struct word_set {
    uint64_t bits[32];
} word_set;

/* The next word (letters and digits; all beyond ASCII counts as such), ASCII in lower case. */
static bool next_word(pith_str *text, uint64_t *hash)
{
    size_t at = 0;
    while (at < text->size && (unsigned char)text->data[at] < 0x80 &&
           !pith_is_alpha(text->data[at]) && !pith_is_digit(text->data[at]))
        at++;
    size_t start = at;
    *hash = UINT64_C(0xcbf29ce484222325);
    while (at < text->size && ((unsigned char)text->data[at] >= 0x80 ||
                               pith_is_alpha(text->data[at]) || pith_is_digit(text->data[at]))) {
        *hash = (*hash ^ (unsigned char)pith_to_lower(text->data[at])) * UINT64_C(0x100000001b3);
        at++;
    }
    *text = pith_str_from(*text, at);
    return at > start;
}

static uint64_t bit_of(uint64_t hash)
{
    return UINT64_C(1) << (hash >> 52 & 63);
}

static void add_word(word_set *set, uint64_t hash)
{
    set->bits[hash >> 58 & 31] |= bit_of(hash);
}

static bool has_word(const word_set *set, uint64_t hash)
{
    return (set->bits[hash >> 58 & 31] & bit_of(hash)) != 0;
}

/* The part of the heading's words that the title has; short headings prove less. */
static float agreement(const word_set *title, pith_str heading, uint32_t *shared)
{
    uint32_t words = 0;
    *shared = 0;
    for (uint64_t hash; next_word(&heading, &hash); words++)
        *shared += has_word(title, hash);
    return part(*shared, words) * (words < 3 ? (float)words / 3.0f : 1.0f);
}

/*
 * How likely the heading is the title: it agrees, it says most of it (the site's
 * name does not), and then it is better an <h1>.
 */
static float title_rank(float agreed, uint32_t shared, uint32_t title_words, uint32_t level)
{
    float covered = part(shared < title_words ? shared : title_words, title_words);
    return agreed * (0.5f + 0.5f * covered) + (level == 1 ? 0.1f : 0.0f);
}

/* ---- The survey ---------------------------------------------------------- */

/* Where what the heading heads ends: the end of the closest section that has more than it. */
static uint32_t end_of_headed(const pith_scene *scene, uint32_t block)
{
    const pith_section *sections = scene->blocks->sections;
    uint32_t words = scene->blocks->blocks[block].word_count;
    uint32_t section = scene->blocks->blocks[block].section;
    while (section != 0 && sections[section].word_count <= words + 2)
        section = sections[section].parent;
    uint32_t end = sections[section].end_block;
    uint32_t headed = scene->words_before[end] - scene->words_before[block];
    return headed * UINT64_C(2) < scene->words ? end : block;
}

/* Reads all headings: which is the title, and which begin something else. */
static bool read_headings(pith_scene *scene, const pith_label_hints *hints, pith_memory *memory)
{
    enum { HEADING_LIMIT = 400 };
    const pith_blocks *blocks = scene->blocks;
    word_set title = {{0}};
    pith_str rest = hints->title;
    uint32_t title_words = 0;
    for (uint64_t hash; next_word(&rest, &hash); title_words++)
        add_word(&title, hash);

    pith_buffer text;
    pith_buffer_init(&text, memory);
    uint32_t cued_to = 0;      /* block: what stands under the last cue ends here … */
    uint32_t cued_level = 0;   /* … or at a heading of this level or above */
    uint8_t cue = PITH_CUE_NONE;
    float best = 0;
    for (uint32_t i = 0; i < blocks->count && !text.failed; i++) {
        const pith_block *block = &blocks->blocks[i];
        uint32_t level = scene->settings.settings[block->section].heading;
        if (i >= cued_to || (level != 0 && level <= cued_level))
            cued_to = 0;
        else
            scene->cues[i] = cue;
        if (level == 0 || block->word_count == 0)
            continue;
        pith_buffer_reset(&text);
        pith_str heading = pith_block_text(scene->tree, block, HEADING_LIMIT, &text);
        uint32_t shared;
        float agreed = agreement(&title, heading, &shared);
        if (title_words == 0 && level == 1)
            agreed = 1.0f; /* a page without a title has at least this */
        float rank = title_rank(agreed, shared, title_words, level);
        if (rank > best) {
            best = rank;
            scene->title = i;
            scene->title_agreement = agreed;
        }
        if (level == 1 || block->word_count > 8)
            continue;
        /* Within what a cue began, a heading of any level may begin something else. */
        uint8_t found = (uint8_t)pith_lexicon_cue(heading);
        if (found == PITH_CUE_NONE || found == scene->cues[i])
            continue;
        cue = found;
        scene->cues[i] = cue | PITH_CUE_IS_HEADING;
        cued_to = end_of_headed(scene, i);
        cued_level = level;
    }
    bool done = !text.failed;
    pith_buffer_release(&text);
    return done;
}

/*
 * The section that most long blocks speak for. Each gives its weight to its
 * section and, ever less, to three around it (after Readability's candidates,
 * Arc90 2009); what is full of links loses by it.
 */
static uint32_t find_heart(const pith_blocks *blocks, float *scores)
{
    const pith_section *sections = blocks->sections;
    uint32_t best = 0;
    for (uint32_t i = 0; i < blocks->count; i++) {
        const pith_block *block = &blocks->blocks[i];
        if (!is_long(block))
            continue;
        float words = (float)block->word_count / 20.0f;
        float weight = 1.0f + (float)block->punctuation + (words < 4.0f ? words : 4.0f);
        uint32_t section = block->section;
        for (int step = 0; step < 4; step++) {
            const pith_section *s = &sections[section];
            scores[section] += weight * (1.0f - part(s->link_size, s->text_size));
            if (section == 0)
                break;
            section = s->parent;
            weight *= 0.7f;
        }
    }
    for (uint32_t i = 1; i < blocks->section_count; i++)
        if (scores[i] > scores[best])
            best = i;
    return best;
}

/* The range of the long blocks outside the furniture, and the share of all of them. */
static void find_long(pith_scene *scene)
{
    enum { ASIDE = PITH_IN_NAV | PITH_IN_FOOTER | PITH_IN_ASIDE | PITH_IN_DIALOG };
    const pith_blocks *blocks = scene->blocks;
    uint32_t words = 0;
    scene->first_long = blocks->count;
    scene->last_long = blocks->count;
    for (uint32_t i = 0; i < blocks->count; i++) {
        const pith_block *block = &blocks->blocks[i];
        const pith_setting *setting = &scene->settings.settings[block->section];
        if (!is_long(block))
            continue;
        words += block->word_count;
        if ((setting->places & ASIDE) != 0 || (setting->all & PITH_TOPIC_COMMENT) != 0)
            continue;
        if (scene->first_long == blocks->count)
            scene->first_long = i;
        scene->last_long = i;
    }
    if (scene->first_long == blocks->count)
        scene->first_long = 0;
    scene->prose = part(words, scene->words);
}

pith_status pith_scene_survey(const pith_html_tree *tree, const pith_blocks *blocks,
                              const pith_label_hints *hints, pith_arena *arena, pith_scene *scene)
{
    *scene = (pith_scene){.tree = tree, .blocks = blocks, .title = blocks->count};
    scene->words_before = pith_arena_take_array(arena, (size_t)blocks->count + 1, sizeof(uint32_t));
    scene->cues = pith_arena_take_array(arena, blocks->count, sizeof *scene->cues);
    float *scores = pith_arena_take_array(arena, blocks->section_count, sizeof *scores);
    if (scene->words_before == NULL || scene->cues == NULL || scores == NULL ||
        !pith_settings_make(tree, blocks, arena, &scene->settings))
        return pith_memory_status(arena->memory);
    for (uint32_t i = 0; i < blocks->count; i++)
        scene->words_before[i + 1] = scene->words_before[i] + blocks->blocks[i].word_count;
    scene->words = scene->words_before[blocks->count];
    scene->words += scene->words == 0;
    find_long(scene);
    scene->heart = find_heart(blocks, scores);
    scene->article = part(blocks->sections[scene->heart].word_count, scene->words) * scene->prose;
    return read_headings(scene, hints, arena->memory) ? PITH_OK
                                                      : pith_memory_status(arena->memory);
}
