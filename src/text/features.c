/* SPDX-License-Identifier: Apache-2.0 */
#include "text/features.h"

#include "label/tally.h"
#include "text/traits.h"

enum {
    FAR = 999,      /* a distance where there is nothing */
    PROSE = 12,     /* words of a line of prose, at least */
    SHORT = 5,      /* words of a short line, at most */
    LONG = 30,
    NEAR = 5        /* paragraphs before, whose words are compared */
};

static const uint32_t window_sizes[PITH_WINDOWS] = {3, 8, 20, 60};

/* What a line costs that is no prose, in words, when the core is looked for. */
static const int32_t core_costs[PITH_CORES] = {3, 10, 30};

/* Sums over the paragraphs before one. */
typedef struct sums {
    uint32_t words, prose, punctuation, capitals, cased, short_lines, known, long_words;
} sums;

/* What is known of a paragraph from the others. */
typedef struct place {
    uint16_t since_prose, to_prose, since_long, to_long, since_cue, to_cue;
    uint16_t copies_before, copies, mates;
    uint8_t under_cue, next_cue;
    uint32_t longest_before, longest_after, words_at_cue, prose_run, short_run;
    uint32_t first_word; /* of its longer words, in the list of all */
} place;

typedef struct core {
    uint32_t first, end; /* paragraphs; end is 0 where there is none */
} core;

struct pith_line_view {
    const pith_text *text;
    const pith_blocks *blocks;
    uint32_t count;
    pith_traits *traits;
    place *places;
    sums *before;       /* count + 1 of them */
    core cores[PITH_CORES];
    uint32_t title;     /* the paragraph most like the first line */
    int32_t title_match;
    int16_t of_text[PITH_TEXT_FEATURE_COUNT];
};

static int16_t clamp(int64_t value)
{
    return (int16_t)(value < INT16_MIN ? INT16_MIN : value > INT16_MAX ? INT16_MAX : value);
}

static int64_t ratio(uint64_t part, uint64_t whole, uint64_t one)
{
    return whole > 0 ? (int64_t)(part * one / whole) : 0;
}

static uint32_t least(uint32_t a, uint32_t b)
{
    return a < b ? a : b;
}

/* ---- Measuring each line ------------------------------------------------ */

static bool is_prose(const pith_block *block, const pith_traits *traits)
{
    return block->word_count >= PROSE &&
           (block->sentence || traits->inner_marks > 0 ||
            traits->ending == PITH_ENDS_CUT_OFF || block->punctuation * 12 >= block->word_count);
}

static void read_traits(pith_line_view *view, pith_word_list *list)
{
    enum { LONGEST_CUE = 8, CUE_BYTES = 120 };
    for (uint32_t i = 0; i < view->count && !list->failed; i++) {
        const pith_block *block = &view->blocks->blocks[i];
        pith_str line = pith_paragraph_text(&view->text->tree, block);
        pith_traits *traits = &view->traits[i];
        view->places[i].first_word = list->count;
        pith_traits_read(line, traits, list);
        traits->prose = is_prose(block, traits);
        if (block->word_count <= LONGEST_CUE && line.size <= CUE_BYTES && !traits->prose)
            traits->cue = (uint8_t)pith_lexicon_cue(line);
    }
}

/* ---- The core, and the words that lines share --------------------------- */

/* The stretch of paragraphs with the greatest sum: words of prose, less what else costs. */
static core find_core(const pith_line_view *view, int32_t cost)
{
    enum { MOST = 200 };
    core best = {0, 0};
    int64_t sum = 0, greatest = 0;
    uint32_t first = 0;
    for (uint32_t i = 0; i < view->count; i++) {
        uint32_t words = view->blocks->blocks[i].word_count;
        if (sum <= 0) {
            sum = 0;
            first = i;
        }
        sum += view->traits[i].prose ? (int64_t)least(words, MOST)
                                     : -(int64_t)cost - (int64_t)least(words, MOST) / 4;
        if (sum > greatest) {
            greatest = sum;
            best = (core){first, i + 1};
        }
    }
    return best;
}

/* A place in a hash table of words; words that collide are taken for one. */
typedef struct word {
    uint32_t core_block; /* 1 + the last paragraph of the core that has it */
    uint32_t seen;       /* 1 + the last paragraph that has it */
    uint16_t count;      /* paragraphs of the core that have it */
    uint8_t title;       /* 1 + its number among the first line's; 0: it has it not */
} word;

typedef struct vocabulary {
    word *words;
    uint32_t mask;
    uint32_t title_count;
} vocabulary;

static bool make_vocabulary(const pith_word_list *list, pith_arena *arena, vocabulary *v)
{
    enum { LEAST = 10, MOST = 18 }; /* bits */
    uint32_t bits = LEAST;
    while (bits < MOST && (UINT64_C(1) << bits) < list->count * UINT64_C(4))
        bits++;
    v->words = pith_arena_take_array(arena, (size_t)1 << bits, sizeof *v->words);
    v->mask = (UINT32_C(1) << bits) - 1;
    v->title_count = 0;
    return v->words != NULL;
}

static void note_title(const pith_line_view *view, const pith_word_list *list, vocabulary *v)
{
    enum { MOST = 64 };
    uint32_t count = view->count > 0 ? least(view->traits[0].long_words, MOST) : 0;
    for (uint32_t k = 0; k < count; k++) {
        word *w = &v->words[list->words[k] & v->mask];
        if (w->title == 0)
            w->title = (uint8_t)++v->title_count;
    }
}

static void note_core(const pith_line_view *view, const pith_word_list *list, core c,
                      vocabulary *v)
{
    for (uint32_t i = c.first; i < c.end; i++) {
        uint32_t first = view->places[i].first_word;
        for (uint32_t k = first; k < first + view->traits[i].long_words; k++) {
            word *w = &v->words[list->words[k] & v->mask];
            w->count = (uint16_t)(w->count + (w->core_block != i + 1 && w->count < UINT16_MAX));
            w->core_block = i + 1;
        }
    }
}

static void compare_line(pith_line_view *view, uint32_t i, const pith_word_list *list, core c,
                         vocabulary *v)
{
    pith_traits *traits = &view->traits[i];
    uint32_t first = view->places[i].first_word, end = first + traits->long_words;
    bool inside = i >= c.first && i < c.end;
    uint64_t covered = 0, weight = 0;
    for (uint32_t k = first; k < end; k++) {
        word *w = &v->words[list->words[k] & v->mask];
        uint32_t elsewhere = w->count - (uint32_t)(inside && w->count > 0);
        traits->known_words = (uint16_t)(traits->known_words + (elsewhere > 0));
        weight += elsewhere;
        traits->near_words = (uint16_t)(traits->near_words +
                                        (w->seen != 0 && w->seen != i + 1 &&
                                         w->seen + NEAR >= i + 1));
        if (w->title != 0 && i > 0) {
            traits->title_words++;
            covered |= UINT64_C(1) << (w->title - 1);
        }
    }
    for (uint32_t k = first; k < end; k++)
        v->words[list->words[k] & v->mask].seen = i + 1;
    traits->core_weight = (uint16_t)least((uint32_t)ratio(weight, traits->long_words, 10), 10000);
    for (; covered != 0; covered &= covered - 1)
        traits->title_cover++;
}

/* The line that says again what the first line says, as a heading under a page's title does. */
static void find_title(pith_line_view *view, uint32_t title_count)
{
    enum { LONGEST = 30 };
    view->title = view->count;
    view->title_match = 0;
    for (uint32_t i = 1; i < view->count; i++) {
        const pith_traits *traits = &view->traits[i];
        if (view->blocks->blocks[i].word_count > LONGEST || traits->title_cover == 0)
            continue;
        int64_t share = ratio(traits->title_words, traits->long_words, 1000);
        int64_t match = share * ratio(traits->title_cover, title_count, 1000) / 1000;
        if (match > view->title_match) {
            view->title_match = (int32_t)match;
            view->title = i;
        }
    }
}

static bool compare_lines(pith_line_view *view, const pith_word_list *list, pith_arena *arena)
{
    for (int k = 0; k < PITH_CORES; k++)
        view->cores[k] = find_core(view, core_costs[k]);
    core c = view->cores[1];
    vocabulary v;
    if (!make_vocabulary(list, arena, &v))
        return false;
    note_title(view, list, &v);
    note_core(view, list, c, &v);
    for (uint32_t i = 0; i < view->count; i++)
        compare_line(view, i, list, c, &v);
    find_title(view, v.title_count);
    for (uint32_t i = 0; i < view->count; i++)
        view->traits[i].title_cover =
            (uint16_t)ratio(view->traits[i].title_cover, v.title_count, 1000);
    return true;
}

/* ---- What stands around each line --------------------------------------- */

static bool is_short(const pith_line_view *view, uint32_t i)
{
    return view->blocks->blocks[i].word_count <= SHORT;
}

static void sum_up(pith_line_view *view)
{
    for (uint32_t i = 0; i < view->count; i++) {
        const pith_block *block = &view->blocks->blocks[i];
        const pith_traits *traits = &view->traits[i];
        sums s = view->before[i];
        s.words += block->word_count;
        s.prose += traits->prose ? block->word_count : 0;
        s.punctuation += block->punctuation;
        s.capitals += traits->capital_words;
        s.cased += traits->cased_words;
        s.short_lines += is_short(view, i);
        s.known += traits->known_words;
        s.long_words += traits->long_words;
        view->before[i + 1] = s;
    }
}

static uint16_t further(uint16_t distance)
{
    return distance < FAR ? (uint16_t)(distance + 1) : FAR;
}

static void look_back(pith_line_view *view)
{
    uint16_t prose = FAR, long_one = FAR, cue = FAR;
    uint32_t longest = 0, words_at_cue = 0, prose_run = 0, short_run = 0;
    uint8_t under = PITH_CUE_NONE;
    for (uint32_t i = 0; i < view->count; i++) {
        place *p = &view->places[i];
        const pith_traits *traits = &view->traits[i];
        uint32_t words = view->blocks->blocks[i].word_count;
        p->since_prose = prose = further(prose);
        p->since_long = long_one = further(long_one);
        p->since_cue = cue = further(cue);
        p->longest_before = longest;
        p->under_cue = under;
        p->words_at_cue = words_at_cue;
        prose_run = traits->prose ? prose_run + words : 0;
        short_run = is_short(view, i) ? short_run + 1 : 0;
        p->prose_run = prose_run;
        p->short_run = short_run;
        prose = traits->prose ? 0 : prose;
        long_one = words >= LONG ? 0 : long_one;
        longest = words > longest ? words : longest;
        if (traits->cue != PITH_CUE_NONE) {
            cue = 0;
            under = traits->cue;
            words_at_cue = view->before[i + 1].words;
        }
    }
}

static void look_ahead(pith_line_view *view)
{
    uint16_t prose = FAR, long_one = FAR, cue = FAR;
    uint32_t longest = 0, prose_run = 0, short_run = 0;
    uint8_t next = PITH_CUE_NONE;
    for (uint32_t i = view->count; i-- > 0;) {
        place *p = &view->places[i];
        const pith_traits *traits = &view->traits[i];
        uint32_t words = view->blocks->blocks[i].word_count;
        p->to_prose = prose = further(prose);
        p->to_long = long_one = further(long_one);
        p->to_cue = cue = further(cue);
        p->longest_after = longest;
        p->next_cue = next;
        prose_run = !traits->prose ? 0 : prose_run > 0 ? prose_run : p->prose_run;
        short_run = !is_short(view, i) ? 0 : short_run > 0 ? short_run : p->short_run;
        p->prose_run = prose_run; /* of the whole run */
        p->short_run = short_run;
        prose = traits->prose ? 0 : prose;
        long_one = words >= LONG ? 0 : long_one;
        longest = words > longest ? words : longest;
        if (traits->cue != PITH_CUE_NONE) {
            cue = 0;
            next = traits->cue;
        }
    }
}

static bool count_copies(pith_line_view *view, pith_arena *arena)
{
    pith_tally texts, shapes;
    if (!pith_tally_init(&texts, view->count, arena) ||
        !pith_tally_init(&shapes, view->count, arena))
        return false;
    for (uint32_t i = 0; i < view->count; i++) {
        pith_sum *sum = pith_tally_get(&texts, view->blocks->blocks[i].fingerprint);
        view->places[i].copies_before = (uint16_t)least(sum->count, FAR);
        sum->count++;
        pith_tally_get(&shapes, (uint64_t)view->traits[i].shape << 32)->count++;
    }
    for (uint32_t i = 0; i < view->count; i++) {
        place *p = &view->places[i];
        p->copies = (uint16_t)least(
            pith_tally_get(&texts, view->blocks->blocks[i].fingerprint)->count, FAR);
        p->mates = (uint16_t)least(
            pith_tally_get(&shapes, (uint64_t)view->traits[i].shape << 32)->count, FAR);
    }
    return true;
}

/* ---- The text as a whole ------------------------------------------------ */

static void measure_text(pith_line_view *view)
{
    int16_t *out = view->of_text;
    const sums *all = &view->before[view->count];
    uint64_t count = view->count, prose = 0, blank = 0, cues = 0, digits = 0, size = 0;
    uint32_t longest = 0;
    for (uint32_t i = 0; i < view->count; i++) {
        const pith_block *block = &view->blocks->blocks[i];
        prose += view->traits[i].prose;
        blank += view->text->paragraphs[i].blank_before > 0;
        cues += view->traits[i].cue != PITH_CUE_NONE;
        digits += block->digit_count;
        size += block->text_size;
        longest = block->word_count > longest ? block->word_count : longest;
    }
    out[PITH_TEXT_lines] = clamp((int64_t)count);
    out[PITH_TEXT_words] = clamp(all->words);
    out[PITH_TEXT_line_words] = clamp(ratio(all->words, count, 10));
    out[PITH_TEXT_punctuation] = clamp(ratio(all->punctuation, all->words, 1000));
    out[PITH_TEXT_prose] = clamp(ratio(all->prose, all->words, 1000));
    out[PITH_TEXT_prose_lines] = clamp(ratio(prose, count, 1000));
    out[PITH_TEXT_short_lines] = clamp(ratio(all->short_lines, count, 1000));
    out[PITH_TEXT_capital_words] = clamp(ratio(all->capitals, all->cased, 1000));
    out[PITH_TEXT_digit_share] = clamp(ratio(digits, size, 1000));
    out[PITH_TEXT_blank_lines] = clamp(ratio(blank, count, 1000));
    out[PITH_TEXT_joined_lines] = clamp(ratio(view->text->joined_count, count, 1000));
    out[PITH_TEXT_cues] = clamp((int64_t)cues);
    out[PITH_TEXT_longest] = clamp(longest);
}

pith_status pith_line_view_make(const pith_text *text, const pith_blocks *blocks,
                                pith_arena *arena, pith_line_view **result)
{
    pith_line_view *view = pith_arena_take_array(arena, 1, sizeof *view);
    *result = view;
    if (view == NULL)
        return pith_memory_status(arena->memory);
    size_t count = blocks->count;
    *view = (pith_line_view){.text = text, .blocks = blocks, .count = blocks->count};
    view->traits = pith_arena_take_array(arena, count, sizeof *view->traits);
    view->places = pith_arena_take_array(arena, count, sizeof *view->places);
    view->before = pith_arena_take_array(arena, count + 1, sizeof *view->before);
    if (view->traits == NULL || view->places == NULL || view->before == NULL)
        return pith_memory_status(arena->memory);
    pith_word_list list = {.memory = arena->memory};
    read_traits(view, &list);
    bool done = !list.failed && compare_lines(view, &list, arena) && count_copies(view, arena);
    pith_memory_free(list.memory, list.words, list.capacity * sizeof *list.words);
    if (!done)
        return pith_memory_status(arena->memory);
    sum_up(view);
    look_back(view);
    look_ahead(view);
    measure_text(view);
    return PITH_OK;
}

const pith_traits *pith_line_traits(const pith_line_view *view)
{
    return view->traits;
}

uint32_t pith_line_title(const pith_line_view *view)
{
    enum { ENOUGH = 500 };
    return view->title_match >= ENOUGH ? view->title : view->count;
}

/* ---- Rows --------------------------------------------------------------- */

/* Where the values of one paragraph go. */
typedef struct row {
    int16_t (*values)[PITH_FEATURES_TOGETHER];
    uint32_t column;
} row;

static void put(row r, unsigned feature, int64_t value)
{
    r.values[feature][r.column] = clamp(value);
}

static uint32_t element_of(const pith_line_view *view, uint32_t i)
{
    uint32_t name = view->text->tree.nodes[view->text->paragraphs[i].node].name;
    return name >= PITH_TAG_H1 && name <= PITH_TAG_H6 ? name - PITH_TAG_H1 + 1
           : name == PITH_TAG_LI ? 7 : 0;
}

static void put_itself(const pith_line_view *view, uint32_t i, row r)
{
    enum { MOST_BLANK = 3 };
    const pith_block *b = &view->blocks->blocks[i];
    const pith_traits *t = &view->traits[i];
    const pith_text_paragraph *p = &view->text->paragraphs[i];
    put(r, PITH_LINE_words, b->word_count);
    put(r, PITH_LINE_text_size, b->text_size);
    put(r, PITH_LINE_punctuation, b->punctuation);
    put(r, PITH_LINE_punctuation_share, ratio(b->punctuation, b->word_count, 1000));
    put(r, PITH_LINE_digit_share, ratio(b->digit_count, b->text_size, 1000));
    put(r, PITH_LINE_word_size, ratio(b->text_size, b->word_count, 10));
    put(r, PITH_LINE_capital_share, ratio(b->capital_count, b->text_size, 1000));
    put(r, PITH_LINE_capital_words, ratio(t->capital_words, t->cased_words, 1000));
    put(r, PITH_LINE_longest_word, t->longest_word);
    put(r, PITH_LINE_sentence, b->sentence);
    put(r, PITH_LINE_ending, t->ending);
    put(r, PITH_LINE_opening, t->opening);
    put(r, PITH_LINE_inner_marks, t->inner_marks);
    put(r, PITH_LINE_commas, t->commas);
    put(r, PITH_LINE_quotes, t->quotes);
    put(r, PITH_LINE_brackets, t->brackets);
    put(r, PITH_LINE_separators, t->separators);
    put(r, PITH_LINE_symbols, t->symbols);
    put(r, PITH_LINE_addresses, t->addresses);
    put(r, PITH_LINE_years, t->years);
    put(r, PITH_LINE_times, t->times);
    put(r, PITH_LINE_dense_share, t->dense_share);
    put(r, PITH_LINE_element, element_of(view, i));
    put(r, PITH_LINE_marker, p->marker_size == 0 ? 0 : p->marker == '1' ? 2 : 1);
    put(r, PITH_LINE_joined, p->joined);
    put(r, PITH_LINE_indent, p->indent);
    put(r, PITH_LINE_blank_before, least(p->blank_before, MOST_BLANK));
    put(r, PITH_LINE_blank_after, i + 1 < view->count ? least(p[1].blank_before, MOST_BLANK) : 0);
    put(r, PITH_LINE_share, ratio(b->word_count, view->before[view->count].words, 1000));
}

static void put_compared(const pith_line_view *view, uint32_t i, row r)
{
    const pith_traits *t = &view->traits[i];
    put(r, PITH_LINE_title_share, ratio(t->title_words, t->long_words, 1000));
    put(r, PITH_LINE_title_cover, t->title_cover);
    put(r, PITH_LINE_since_title, view->title < view->count ? (int64_t)i - view->title : -FAR);
    put(r, PITH_LINE_title_match, view->title_match);
    put(r, PITH_LINE_core_words, ratio(t->known_words, t->long_words, 1000));
    put(r, PITH_LINE_core_weight, t->core_weight);
    put(r, PITH_LINE_near_words, ratio(t->near_words, t->long_words, 1000));
}

static uint32_t count_near(const pith_line_view *view, uint32_t i, uint32_t reach, bool shape)
{
    uint32_t first = i > reach ? i - reach : 0, sum = 0;
    uint32_t end = view->count - i > reach ? i + reach + 1 : view->count;
    for (uint32_t k = first; k < end; k++)
        sum += k != i && (shape ? view->traits[k].shape == view->traits[i].shape
                                : view->traits[k].opening == view->traits[i].opening);
    return sum;
}

static void put_place(const pith_line_view *view, uint32_t i, row r)
{
    enum { MATES_REACH = 5, OPENING_REACH = 3 };
    const place *p = &view->places[i];
    const sums *before = &view->before[i], *all = &view->before[view->count];
    put(r, PITH_LINE_copies_before, p->copies_before);
    put(r, PITH_LINE_copies, p->copies);
    put(r, PITH_LINE_mates, p->mates);
    put(r, PITH_LINE_mates_near, count_near(view, i, MATES_REACH, true));
    put(r, PITH_LINE_same_opening, count_near(view, i, OPENING_REACH, false));
    put(r, PITH_LINE_cue, view->traits[i].cue);
    put(r, PITH_LINE_under_cue, p->under_cue);
    put(r, PITH_LINE_since_cue, p->since_cue);
    put(r, PITH_LINE_words_since_cue, before->words - p->words_at_cue);
    put(r, PITH_LINE_to_cue, p->to_cue);
    put(r, PITH_LINE_next_cue, p->next_cue);
    put(r, PITH_LINE_position, ratio(i, view->count, 1000));
    put(r, PITH_LINE_word_position, ratio(before->words, all->words, 1000));
    put(r, PITH_LINE_prose_position, ratio(before->prose, all->prose, 1000));
    put(r, PITH_LINE_lines_before, i);
    put(r, PITH_LINE_lines_after, view->count - 1 - i);
    put(r, PITH_LINE_words_before, before->words);
    put(r, PITH_LINE_words_after, all->words - before[1].words);
    put(r, PITH_LINE_prose_before, before->prose);
    put(r, PITH_LINE_prose_after, all->prose - before[1].prose);
    put(r, PITH_LINE_longest_before, p->longest_before);
    put(r, PITH_LINE_longest_after, p->longest_after);
    put(r, PITH_LINE_since_prose, p->since_prose);
    put(r, PITH_LINE_to_prose, p->to_prose);
    put(r, PITH_LINE_since_long, p->since_long);
    put(r, PITH_LINE_to_long, p->to_long);
    put(r, PITH_LINE_prose_run, p->prose_run);
    put(r, PITH_LINE_short_run, p->short_run);
}

static void put_around(const pith_line_view *view, uint32_t i, row r)
{
    unsigned feature = PITH_FIRST_AROUND;
    for (int64_t step = -PITH_LINES_AROUND; step <= PITH_LINES_AROUND; step++) {
        int64_t at = (int64_t)i + step;
        if (step == 0)
            continue;
        bool there = at >= 0 && at < view->count;
        const pith_block *b = there ? &view->blocks->blocks[at] : NULL;
        const pith_traits *t = there ? &view->traits[at] : NULL;
        put(r, feature + PITH_AROUND_words, there ? (int64_t)b->word_count : -1);
        put(r, feature + PITH_AROUND_punctuation_share,
            there ? ratio(b->punctuation, b->word_count, 1000) : -1);
        put(r, feature + PITH_AROUND_capital_words,
            there ? ratio(t->capital_words, t->cased_words, 1000) : -1);
        put(r, feature + PITH_AROUND_digit_share,
            there ? ratio(b->digit_count, b->text_size, 1000) : -1);
        put(r, feature + PITH_AROUND_prose, there ? t->prose : -1);
        feature += PITH_AROUND_FEATURE_COUNT;
    }
    const pith_block *b = view->blocks->blocks;
    const pith_traits *t = view->traits;
    bool before = i > 0, after = i + 1 < view->count;
    put(r, PITH_LINE_word_2_before, i > 1 ? (int64_t)b[i - 2].word_count : -1);
    put(r, PITH_LINE_sentence_1_before, before ? b[i - 1].sentence : -1);
    put(r, PITH_LINE_sentence_1_after, after ? b[i + 1].sentence : -1);
    put(r, PITH_LINE_ending_1_before, before ? t[i - 1].ending : -1);
    put(r, PITH_LINE_ending_1_after, after ? t[i + 1].ending : -1);
    put(r, PITH_LINE_blank_2_before,
        before ? (int64_t)least(view->text->paragraphs[i - 1].blank_before, 3) : -1);
}

static void put_windows(const pith_line_view *view, uint32_t i, row r)
{
    unsigned feature = PITH_FIRST_WINDOW;
    for (int side = 0; side < PITH_WINDOW_SIDES; side++)
        for (int k = 0; k < PITH_WINDOWS; k++) {
            uint32_t size = window_sizes[k];
            uint32_t first = i > size ? i - size : 0, end = i + 1;
            if (side > 0)
                end = view->count - i > size ? i + size + 1 : view->count;
            if (side == 1)
                first = i;
            const sums *a = &view->before[first], *z = &view->before[end];
            uint32_t words = z->words - a->words;
            put(r, feature + PITH_WINDOW_words, ratio(words, end - first, 10));
            put(r, feature + PITH_WINDOW_prose, ratio(z->prose - a->prose, words, 1000));
            put(r, feature + PITH_WINDOW_punctuation,
                ratio(z->punctuation - a->punctuation, words, 1000));
            put(r, feature + PITH_WINDOW_capitals,
                ratio(z->capitals - a->capitals, z->cased - a->cased, 1000));
            put(r, feature + PITH_WINDOW_short_lines,
                ratio(z->short_lines - a->short_lines, end - first, 1000));
            put(r, feature + PITH_WINDOW_core,
                ratio(z->known - a->known, z->long_words - a->long_words, 1000));
            feature += PITH_WINDOW_FEATURE_COUNT;
        }
}

static void put_cores(const pith_line_view *view, uint32_t i, row r)
{
    unsigned feature = PITH_FIRST_CORE;
    const sums *all = &view->before[view->count];
    for (int k = 0; k < PITH_CORES; k++) {
        core c = view->cores[k];
        bool inside = i >= c.first && i < c.end;
        uint32_t words = view->before[c.end].words - view->before[c.first].words;
        put(r, feature + PITH_CORE_from_start, c.end > 0 ? (int64_t)i - c.first : -FAR);
        put(r, feature + PITH_CORE_from_end, c.end > 0 ? (int64_t)i + 1 - c.end : FAR);
        put(r, feature + PITH_CORE_share, ratio(words, all->words, 1000));
        put(r, feature + PITH_CORE_words, words);
        put(r, feature + PITH_CORE_place,
            inside ? ratio(view->before[i].words - view->before[c.first].words, words, 1000) : -1);
        feature += PITH_CORE_FEATURE_COUNT;
    }
}

void pith_line_features_read(pith_line_view *view, uint32_t from, pith_line_features *features)
{
    uint32_t count = least(view->count - from, PITH_FEATURES_TOGETHER);
    for (uint32_t column = 0; column < count; column++) {
        row r = {features->values, column};
        uint32_t i = from + column;
        put_itself(view, i, r);
        put_compared(view, i, r);
        put_place(view, i, r);
        put_around(view, i, r);
        put_windows(view, i, r);
        put_cores(view, i, r);
        for (unsigned k = 0; k < PITH_TEXT_FEATURE_COUNT; k++)
            r.values[PITH_FIRST_TEXT + k][column] = view->of_text[k];
    }
}
