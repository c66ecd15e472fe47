/* SPDX-License-Identifier: Apache-2.0 */
/* What became of each block of a page, and why. */
#include <pith/develop.h>

#include "base/options.h"
#include "base/utf8.h"
#include "label/decide.h"
#include "label/explain.h"
#include "label/label.h"
#include "meta/meta.h"
#include "reader.h"

/* ---- Rules --------------------------------------------------------------- */

typedef struct rule_words {
    const char *name;
    const char *meaning;
} rule_words;

static rule_words words_of(pith_rule rule)
{
    switch (rule) {
    case PITH_RULE_SMALL_PAGE:
        return (rule_words){"small_page", "kept: pages of a few words are believed more readily"};
    case PITH_RULE_PAID:
        return (rule_words){"paid", "dropped: named an advertisement beyond doubt"};
    case PITH_RULE_TABLE:
        return (rule_words){"table", "with the table that it is in"};
    case PITH_RULE_MIDST:
        return (rule_words){"midst", "kept: part of the content on both of its sides"};
    case PITH_RULE_HEADING:
        return (rule_words){"heading", "kept: heading of what follows"};
    case PITH_RULE_LINE_ABOVE:
        return (rule_words){"line_above", "kept: the line above the first content"};
    case PITH_RULE_TITLE:
        return (rule_words){"title", "kept: it says what the page's title says"};
    case PITH_RULE_BYLINE:
        return (rule_words){"byline", "kept: names under the title"};
    case PITH_RULE_BARE_PAGE:
        return (rule_words){"bare_page", "kept: a text on a page without scripts and furniture"};
    case PITH_RULE_IMAGE:
        return (rule_words){"image", "kept: an image between texts that are"};
    case PITH_RULE_SAID_TWICE:
        return (rule_words){"said_twice", "dropped: the content says it already"};
    case PITH_RULE_TEASER:
        return (rule_words){"teaser", "dropped: teasers of other pages, by their form"};
    case PITH_RULE_BAR:
        break;
    }
    return (rule_words){"bar", "by the page's bar"};
}

const char *pith_rule_name(pith_rule rule)
{
    return words_of(rule).name;
}

const char *pith_rule_meaning(pith_rule rule)
{
    return words_of(rule).meaning;
}

/* ---- Explanations -------------------------------------------------------- */

/* A page up to what its blocks' labels are told from. */
typedef struct explained_page {
    const pith_html_tree *tree;
    pith_blocks blocks;
    const pith_block_label *labels;
    pith_page_view *view;
    pith_model model;
    int32_t *log_odds;          /* for each block, and for those that are read with the last */
    pith_block_reasons *reasons; /* the same */
    double bar;
    pith_buffer text;
} explained_page;

static pith_status survey(pith_reader *reader, const pith_page *checked, pith_parsed *parsed,
                          explained_page *page)
{
    pith_arena *arena = &reader->scratch;
    pith_status status = pith_reader_parse(reader, checked, (pith_str){NULL, 0}, parsed);
    if (status != PITH_OK)
        return status;
    page->tree = &parsed->tree;
    pith_meta meta;
    status = pith_meta_read(page->tree, checked->url, arena, &meta);
    if (status == PITH_OK)
        status = pith_blocks_build(page->tree, arena, &page->blocks);
    if (status != PITH_OK)
        return status;
    pith_label_hints hints = {.title = meta.title, .favor = reader->favor};
    pith_block_label *labels;
    status = pith_label_blocks(page->tree, &page->blocks, &hints, arena, &labels);
    if (status != PITH_OK)
        return status;
    page->labels = labels;
    pith_scene *scene = pith_arena_take(arena, sizeof *scene);
    if (scene == NULL)
        return pith_memory_status(&reader->memory);
    status = pith_scene_survey(page->tree, &page->blocks, &hints, arena, scene);
    return status == PITH_OK
               ? pith_page_view_make(page->tree, &page->blocks, scene, arena, &page->view)
               : status;
}

/* The reasons for all blocks, and the page's bar. */
static pith_status find_reasons(pith_reader *reader, explained_page *page)
{
    const pith_blocks *blocks = &page->blocks;
    size_t room = (size_t)blocks->count + PITH_FEATURES_TOGETHER;
    pith_features *features = pith_arena_take_array(&reader->scratch, 1, sizeof *features);
    page->log_odds = pith_arena_take_array(&reader->scratch, room, sizeof *page->log_odds);
    page->reasons = pith_arena_take_array(&reader->scratch, room, sizeof *page->reasons);
    if (features == NULL || page->log_odds == NULL || page->reasons == NULL)
        return pith_memory_status(&reader->memory);
    page->model = pith_label_model();
    for (uint32_t from = 0; from < blocks->count; from += PITH_FEATURES_TOGETHER) {
        pith_features_read(page->view, from, features);
        pith_label_reasons(&page->model, features, page->log_odds + from, page->reasons + from);
    }
    int32_t bar = pith_decide_bar(&page->model, blocks, page->log_odds, reader->favor);
    float bar_probability = (float)page->model.probabilities[pith_odds_step(bar)];
    page->bar = (double)(bar_probability / PITH_PROBABILITY_ONE); /* as the labels have theirs */
    return PITH_OK;
}

/* The beginning of the block's text, in whole characters. */
static pith_str text_of(explained_page *page, uint32_t i)
{
    pith_buffer_reset(&page->text);
    pith_str text =
        pith_block_text(page->tree, &page->blocks.blocks[i], PITH_EXPLAINED_TEXT, &page->text);
    if (text.size > PITH_EXPLAINED_TEXT)
        text.size = pith_utf8_valid_prefix(text.data, PITH_EXPLAINED_TEXT);
    return text;
}

static pith_status explain_blocks(explained_page *page, pith_explain_sink sink, void *context)
{
    for (uint32_t i = 0; i < page->blocks.count; i++) {
        const pith_block_label *label = &page->labels[i];
        const pith_block_reasons *reasons = &page->reasons[i];
        pith_explanation explanation = {
            .block = i,
            .source = page->tree->nodes[page->blocks.blocks[i].first].start,
            .text = text_of(page, i),
            .label = label->label,
            .is_content = pith_label_is_content(label->label),
            .rule = label->rule,
            .probability = (double)label->score,
            .bar = page->bar,
            .pro_count = reasons->pro_count,
            .contra_count = reasons->contra_count,
            .pro = reasons->pro,
            .contra = reasons->contra,
        };
        if (page->text.failed)
            return pith_memory_status(page->text.memory);
        if (sink(context, &explanation) != 0)
            return PITH_ERROR_SINK;
    }
    return PITH_OK;
}

pith_status pith_explain(pith_reader *reader, const pith_page *page, pith_explain_sink sink,
                         void *context, pith_error *error)
{
    if (reader == NULL || sink == NULL)
        return pith_tell(error, PITH_ERROR_ARGUMENT);
    pith_page checked;
    pith_status status = pith_page_check(page, &checked);
    if (status != PITH_OK)
        return pith_tell(error, status);
    checked.input = PITH_INPUT_HTML;
    explained_page explained = {0};
    pith_parsed parsed;
    pith_buffer_init(&explained.text, &reader->memory);
    status = survey(reader, &checked, &parsed, &explained);
    if (status == PITH_OK)
        status = find_reasons(reader, &explained);
    if (status == PITH_OK)
        status = explain_blocks(&explained, sink, context);
    pith_buffer_release(&explained.text);
    if (status != PITH_OK)
        pith_reader_cool(reader);
    return pith_tell(error, status);
}
