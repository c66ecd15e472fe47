/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What each paragraph of a text is: content by the model over the lines, furniture by
 * what lines announce ("Related posts") and by their form.
 */
#include "label/decide.h"
#include "label/seen.h"
#include "text/features.h"
#include "text/traits.h"

typedef struct scene {
    const pith_text *text;
    const pith_block *blocks;
    uint32_t count;
    const pith_traits *traits;
    uint32_t title;       /* the line that says what the first line says; `count`: none */
    uint8_t *under;       /* pith_cue: what the run of lines that one is in was announced as */
} scene;

static bool is_kept(const pith_block_label *label)
{
    return label->label == PITH_LABEL_BODY;
}

static void drop(pith_block_label *label, pith_rule rule)
{
    *label = (pith_block_label){.label = PITH_LABEL_OTHER, .rule = rule};
}

/* A line of a few words that is known to announce something and is no sentence. */
static pith_cue announced_by(const scene *s, uint32_t i)
{
    enum { LONGEST = 5 }; /* words */
    uint8_t ending = s->traits[i].ending;
    bool plain = ending == PITH_ENDS_WITH_WORD || ending == PITH_ENDS_WITH_COLON ||
                 ending == PITH_ENDS_WITH_BRACKET || ending == PITH_ENDS_WITH_DIGIT;
    return plain && s->blocks[i].word_count <= LONGEST ? (pith_cue)s->traits[i].cue
                                                       : PITH_CUE_NONE;
}

/* ---- What is content ---------------------------------------------------- */

static int32_t *score_lines(const pith_model *model, const pith_blocks *blocks,
                            pith_line_view *view, pith_arena *arena)
{
    size_t room = (size_t)blocks->count + PITH_FEATURES_TOGETHER;
    int32_t *log_odds = pith_arena_take_array(arena, room, sizeof *log_odds);
    pith_line_features *features = pith_arena_take_array(arena, 1, sizeof *features);
    if (log_odds == NULL || features == NULL)
        return NULL;
    for (uint32_t from = 0; from < blocks->count; from += PITH_FEATURES_TOGETHER) {
        pith_line_features_read(view, from, features);
        const pith_line_features *read = features;
        pith_model_score(model, read->values, log_odds + from);
    }
    return log_odds;
}

/*
 * The title counts where it stands over the text, of other lines said twice the first.
 * False without memory.
 */
static bool drop_duplicates(const scene *s, pith_arena *arena, pith_block_label *labels)
{
    enum { SHORTEST = 4 }; /* words: shorter lines may well be equal */
    pith_seen_texts seen;
    if (!pith_seen_init(&seen, s->blocks, s->count, arena))
        return false;
    if (s->title < s->count && is_kept(&labels[s->title]))
        pith_seen_before(&seen, s->title);
    for (uint32_t i = 0; i < s->count; i++)
        if (is_kept(&labels[i]) && i != s->title && s->blocks[i].word_count >= SHORTEST &&
            pith_seen_before(&seen, i))
            drop(&labels[i], PITH_RULE_SAID_TWICE);
    return true;
}

/* The end of the teasers from `first` on: after the last that is cut off; `first`: none. */
static uint32_t end_of_teasers(const scene *s, uint32_t first)
{
    enum { LONG = 15, FEWEST = 2, SHORTEST_CUT = 4 };
    uint32_t cut = 0, whole = 0, last = first, whole_before = 0;
    for (uint32_t i = first; i < s->count; i++) {
        if (announced_by(s, i) != PITH_CUE_NONE)
            break;
        if (s->traits[i].ending == PITH_ENDS_CUT_OFF && s->blocks[i].word_count >= SHORTEST_CUT) {
            cut++;
            last = i + 1;
            whole_before = whole;
        } else {
            whole += s->blocks[i].word_count >= LONG && s->blocks[i].sentence;
        }
        if (whole > cut + FEWEST)
            break; /* it is prose */
    }
    return cut >= FEWEST && whole_before * 3 <= cut ? last : first;
}

/* Teasers of other pages, under a line that announces them below an article, by their form. */
static void drop_teasers(const scene *s, pith_block_label *labels)
{
    enum { ARTICLE = 100 }; /* words */
    uint64_t words = 0;
    for (uint32_t i = 0; i < s->count; i++) {
        words += is_kept(&labels[i]) ? s->blocks[i].word_count : 0;
        if (words < ARTICLE || announced_by(s, i) != PITH_CUE_RELATED)
            continue;
        uint32_t end = end_of_teasers(s, i + 1);
        for (uint32_t k = i; k < end && end > i + 1; k++) {
            s->under[k] = PITH_CUE_RELATED;
            drop(&labels[k], PITH_RULE_TEASER);
        }
        if (end > i + 1)
            i = end - 1;
    }
}

/* The title stands over what is content; names, dates and the like may be between. */
static void keep_title(const scene *s, pith_block_label *labels)
{
    enum { FAR = 4 };
    for (uint32_t i = s->title; i < s->count && i <= s->title + FAR; i++)
        if (i > s->title && is_kept(&labels[i]) && !is_kept(&labels[s->title]))
            labels[s->title] =
                (pith_block_label){.label = PITH_LABEL_BODY, .rule = PITH_RULE_TITLE};
}

/* What is content by this bar. False without memory. */
static bool decide(const scene *s, const int32_t *log_odds, int32_t bar, pith_arena *arena,
                   pith_block_label *labels)
{
    for (uint32_t i = 0; i < s->count; i++)
        labels[i] = (pith_block_label){
            .label = log_odds[i] >= bar ? PITH_LABEL_BODY : PITH_LABEL_OTHER,
            .rule = PITH_RULE_BAR};
    keep_title(s, labels);
    if (!drop_duplicates(s, arena, labels))
        return false;
    drop_teasers(s, labels);
    return true;
}

/* In favour of precision only what balance keeps too is kept, of recall also that. */
static bool decide_in_favor(const scene *s, const int32_t *log_odds, int32_t bar, bool less,
                            pith_arena *arena, pith_block_label *labels)
{
    pith_block_label *others = pith_arena_take_array(arena, s->count, sizeof *others);
    if (others == NULL || !decide(s, log_odds, bar, arena, others))
        return false;
    for (uint32_t i = 0; i < s->count; i++)
        if (is_kept(&labels[i]) == less && is_kept(&others[i]) != less)
            labels[i] = others[i];
    return true;
}

/* ---- Which kind of furniture -------------------------------------------- */

/* Invites to write a comment, rather than showing some. */
static bool invites(pith_str line)
{
    static const char *const words[] = {"leave", "post a", "add ", "write", "schreib", "laisser",
                                        "deja", "deixe", "lascia", "geef", "dodaj", "остав",
                                        "добав", "コメントを", "发表", "發表"};
    char start[64];
    size_t size = line.size < sizeof start ? line.size : sizeof start;
    for (size_t i = 0; i < size; i++)
        start[i] = pith_to_lower(line.data[i]);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t length = strlen(words[i]);
        if (size >= length && memcmp(start, words[i], length) == 0)
            return true;
    }
    return false;
}

/* Each line of furniture is what the line that announces it says, as far as one can tell. */
static void spread_cues(const scene *s, const pith_block_label *labels)
{
    enum { FAR = 60 }; /* paragraphs */
    pith_cue cue = PITH_CUE_NONE;
    uint32_t since = 0;
    for (uint32_t i = 0; i < s->count; i++) {
        if (is_kept(&labels[i]) || ++since > FAR)
            cue = PITH_CUE_NONE;
        if (is_kept(&labels[i]) || s->under[i] != PITH_CUE_NONE)
            continue; /* a teaser */
        pith_cue announced = announced_by(s, i);
        if (announced != PITH_CUE_NONE) {
            pith_str line = pith_paragraph_text(&s->text->tree, &s->blocks[i]);
            cue = announced == PITH_CUE_COMMENT && invites(line) ? PITH_CUE_FORM : announced;
            since = 0;
        }
        s->under[i] = (uint8_t)cue;
    }
}

/* True if one of the phrases is in the start of the line, at the start of a word. */
static bool has_any(pith_str line, const char *const *phrases, size_t count)
{
    enum { LOOKED_AT = 400 };
    bool begins[256] = {false};
    char text[LOOKED_AT];
    size_t size = line.size < sizeof text ? line.size : sizeof text;
    for (size_t i = 0; i < size; i++)
        text[i] = pith_to_lower(line.data[i]);
    for (size_t i = 0; i < count; i++)
        begins[(unsigned char)phrases[i][0]] = true;
    for (size_t at = 0; at < size; at++) {
        if (!begins[(unsigned char)text[at]] || (at > 0 && pith_is_alpha(text[at - 1])))
            continue;
        for (size_t i = 0; i < count; i++) {
            if (phrases[i][0] != text[at])
                continue;
            size_t length = strlen(phrases[i]);
            if (length <= size - at && memcmp(text + at, phrases[i], length) == 0)
                return true;
        }
    }
    return false;
}

static bool is_legal(pith_str line)
{
    static const char *const phrases[] = {
        "©", "(c) ", "copyright", "all rights reserved", "privacy", "cookie", "terms of",
        "alle rechte", "impressum", "datenschutz", "tous droits", "mentions légales",
        "todos los derechos", "todos os direitos", "privacidad", "privacidade",
        "tutti i diritti", "wszelkie prawa", "все права", "版权", "著作権", "个人信息"};
    return has_any(line, phrases, sizeof phrases / sizeof *phrases);
}

static bool is_form(pith_str line)
{
    static const char *const phrases[] = {
        "required fields", "will not be published", "your email", "your e-mail", "password",
        "enter your", "wird nicht veröffentlicht", "ne sera pas publiée", "no será publicada",
        "no se publicará", "não será publicado", "non sarà pubblicato"};
    return has_any(line, phrases, sizeof phrases / sizeof *phrases);
}

/* One of at least three lines of a few words that are no sentences. */
static bool is_listed(const scene *s, uint32_t i)
{
    enum { LONGEST = 5, FEWEST = 3 };
    uint32_t first = i, end = i;
    while (first > 0 && i - first < FEWEST && s->blocks[first - 1].word_count <= LONGEST &&
           !s->blocks[first - 1].sentence)
        first--;
    while (end < s->count && end - i < FEWEST && s->blocks[end].word_count <= LONGEST &&
           !s->blocks[end].sentence)
        end++;
    return end > i && end - first >= FEWEST;
}

static pith_label kind_of_furniture(const scene *s, uint32_t i)
{
    enum { LONGEST = 60 }; /* words */
    pith_str line = pith_paragraph_text(&s->text->tree, &s->blocks[i]);
    bool brief = s->blocks[i].word_count <= LONGEST;
    if (s->under[i] != PITH_CUE_RELATED && brief && is_form(line))
        return PITH_LABEL_FORM;
    if (s->under[i] != PITH_CUE_RELATED && brief && is_legal(line))
        return PITH_LABEL_LEGAL;
    switch (s->under[i]) {
    case PITH_CUE_RELATED: return PITH_LABEL_RELATED;
    case PITH_CUE_COMMENT: return PITH_LABEL_COMMENT;
    case PITH_CUE_FORM: return PITH_LABEL_FORM;
    default: return is_listed(s, i) ? PITH_LABEL_NAVIGATION : PITH_LABEL_OTHER;
    }
}

/* ---- All of it ---------------------------------------------------------- */

static void finish(const scene *s, const pith_model *model, const int32_t *log_odds,
                   pith_block_label *labels)
{
    spread_cues(s, labels);
    for (uint32_t i = 0; i < s->count; i++) {
        labels[i].score = (float)model->probabilities[pith_odds_step(log_odds[i])] /
                          PITH_PROBABILITY_ONE;
        if (is_kept(&labels[i])) {
            labels[i].label = i == s->title ? PITH_LABEL_TITLE : PITH_LABEL_BODY;
            continue;
        }
        labels[i].announces = announced_by(s, i) != PITH_CUE_NONE;
        labels[i].label = kind_of_furniture(s, i);
    }
    if (s->title < s->count && labels[s->title].label == PITH_LABEL_TITLE) {
        pith_html_node *node = &s->text->tree.nodes[s->text->paragraphs[s->title].node];
        node->name = node->name == PITH_TAG_P ? PITH_TAG_H1 : node->name;
    }
}

static pith_status label_lines(const pith_text *text, const pith_blocks *blocks,
                               pith_favor favor, pith_arena *work, pith_block_label *labels)
{
    pith_line_view *view;
    pith_status status = pith_line_view_make(text, blocks, work, &view);
    if (status != PITH_OK)
        return status;
    scene s = {.text = text, .blocks = blocks->blocks, .count = blocks->count,
               .traits = pith_line_traits(view), .title = pith_line_title(view),
               .under = pith_arena_take_array(work, blocks->count, 1)};
    const pith_model model = pith_line_model();
    const int32_t *log_odds = score_lines(&model, blocks, view, work);
    if (s.under == NULL || log_odds == NULL ||
        !decide(&s, log_odds, pith_decide_bar(&model, blocks, log_odds, PITH_FAVOR_BALANCE), work,
                labels))
        return pith_memory_status(work->memory);
    if (favor != PITH_FAVOR_BALANCE &&
        !decide_in_favor(&s, log_odds, pith_decide_bar(&model, blocks, log_odds, favor),
                         favor == PITH_FAVOR_PRECISION, work, labels))
        return pith_memory_status(work->memory);
    finish(&s, &model, log_odds, labels);
    return PITH_OK;
}

/* The tree's notable nodes, as far as a text has any: its body and its headings. */
static bool note_headings(pith_text *text, pith_arena *arena)
{
    enum { BODY = 2 };
    uint32_t *notable = pith_arena_take_array(arena, (size_t)text->count + 1, sizeof *notable);
    if (notable == NULL)
        return false;
    uint32_t count = 0;
    notable[count++] = BODY;
    for (uint32_t i = 0; i < text->count; i++) {
        uint32_t node = text->paragraphs[i].node;
        uint32_t name = text->tree.nodes[node].name;
        if (name >= PITH_TAG_H1 && name <= PITH_TAG_H6)
            notable[count++] = node;
    }
    text->tree.notable = notable;
    text->tree.notable_count = count;
    return true;
}

pith_status pith_text_label(pith_text *text, const pith_blocks *blocks, pith_favor favor,
                            pith_arena *arena, pith_block_label **result)
{
    pith_block_label *labels = pith_arena_take_array(arena, blocks->count, sizeof *labels);
    *result = labels;
    if (labels == NULL)
        return pith_memory_status(arena->memory);
    pith_arena work;
    pith_arena_init(&work, arena->memory);
    pith_status status = label_lines(text, blocks, favor, &work, labels);
    pith_arena_free(&work);
    if (status == PITH_OK && !note_headings(text, arena))
        status = pith_memory_status(arena->memory);
    return status;
}
