/* SPDX-License-Identifier: Apache-2.0 */
/* The features of a page's blocks as JSON, for training and for looking at them. */
#include <pith/develop.h>

#include "base/options.h"
#include "label/features.h"
#include "label/naming.h"
#include "page/confidence.h"
#include "page/numbers.h"
#include "reader.h"
#include "text/features.h"

static const char *const block_names[] = {
#define X(name, what) #name,
    PITH_BLOCK_FEATURES(X)
#undef X
};

static const char *const level_names[] = {
#define X(name, what) #name,
    PITH_LEVEL_FEATURES(X)
#undef X
};

static const char *const page_names[] = {
#define X(name, what) #name,
    PITH_PAGE_FEATURES(X)
#undef X
};

static const char *const number_names[] = {
#define X(name, what) #name,
    PITH_PAGE_NUMBERS(X)
#undef X
};

/* ---- Pieces of JSON --------------------------------------------------------- */

static void put(pith_buffer *out, const char *text)
{
    pith_buffer_add(out, (pith_str){text, strlen(text)});
}

static void put_number(pith_buffer *out, int64_t number)
{
    char digits[24];
    size_t at = sizeof digits;
    uint64_t rest = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
    do
        digits[--at] = (char)('0' + rest % 10);
    while ((rest /= 10) != 0);
    if (number < 0)
        digits[--at] = '-';
    pith_buffer_add(out, (pith_str){digits + at, sizeof digits - at});
}

static void put_string(pith_buffer *out, pith_str text)
{
    static const char hex[] = "0123456789abcdef";
    pith_buffer_add_byte(out, '"');
    for (size_t i = 0; i < text.size; i++) {
        unsigned char byte = (unsigned char)text.data[i];
        if (byte < 0x20) {
            char escape[] = {'\\', 'u', '0', '0', hex[byte >> 4], hex[byte & 15]};
            pith_buffer_add(out, (pith_str){escape, sizeof escape});
            continue;
        }
        if (byte == '"' || byte == '\\')
            pith_buffer_add_byte(out, '\\');
        pith_buffer_add_byte(out, (char)byte);
    }
    pith_buffer_add_byte(out, '"');
}

static void put_tokens(pith_buffer *out, const uint32_t *tokens, uint32_t count)
{
    pith_buffer_add_byte(out, '[');
    for (uint32_t i = 0; i < count; i++) {
        if (i > 0)
            pith_buffer_add_byte(out, ',');
        put_number(out, tokens[i]);
    }
    pith_buffer_add_byte(out, ']');
}

/* ---- The record -------------------------------------------------------------- */

typedef struct feature_page {
    const pith_html_tree *tree;
    pith_blocks blocks;
    pith_page_view *view;
    pith_page_numbers numbers;
    pith_features features; /* of the blocks around the one being written */
    pith_buffer out;
    pith_buffer text;
} feature_page;

static void put_names(pith_buffer *out)
{
    put(out, "{\"features\":[");
    for (unsigned k = 0; k < PITH_BLOCK_FEATURE_COUNT; k++) {
        put_string(out, (pith_str){block_names[k], strlen(block_names[k])});
        pith_buffer_add_byte(out, ',');
    }
    for (unsigned level = 0; level < PITH_LEVELS; level++)
        for (unsigned k = 0; k < PITH_LEVEL_FEATURE_COUNT; k++) {
            put(out, "\"level_");
            put_number(out, level);
            put(out, "_");
            put(out, level_names[k]);
            put(out, "\",");
        }
    for (unsigned k = 0; k < PITH_PAGE_FEATURE_COUNT; k++) {
        put(out, k > 0 ? ",\"page_" : "\"page_");
        put(out, page_names[k]);
        put(out, "\"");
    }
    put(out, "],\"blocks\":[");
}

static void put_block(feature_page *page, uint32_t i)
{
    const pith_block *block = &page->blocks.blocks[i];
    uint32_t tokens[PITH_INLINE_TOKENS_MOST];
    uint32_t count = pith_name_inline_tokens(page->tree, block, tokens);
    pith_buffer_reset(&page->text);
    put(&page->out, i > 0 ? ",{\"text\":" : "{\"text\":");
    put_string(&page->out, pith_block_text(page->tree, block, SIZE_MAX, &page->text));
    put(&page->out, ",\"section\":");
    put_number(&page->out, block->section);
    put(&page->out, ",\"tokens\":");
    put_tokens(&page->out, tokens, count);
    put(&page->out, ",\"values\":[");
    uint32_t place = i % PITH_FEATURES_TOGETHER;
    if (place == 0)
        pith_features_read(page->view, i, &page->features);
    for (unsigned k = 0; k < PITH_FEATURE_COUNT; k++) {
        if (k > 0)
            pith_buffer_add_byte(&page->out, ',');
        put_number(&page->out, page->features.values[k][place]);
    }
    put(&page->out, "]}");
}

static void put_section(feature_page *page, uint32_t i)
{
    const pith_section *sections = page->blocks.sections;
    uint32_t tokens[PITH_TOKENS_MOST];
    uint32_t count = i > 0 ? pith_name_tokens(page->tree, sections[i].node,
                                              sections[sections[i].parent].node, tokens) : 0;
    put(&page->out, i > 0 ? ",{\"parent\":" : "{\"parent\":");
    put_number(&page->out, sections[i].parent);
    put(&page->out, ",\"tokens\":");
    put_tokens(&page->out, tokens, count);
    put(&page->out, "}");
}

static void put_numbers(feature_page *page)
{
    put(&page->out, "],\"page\":{");
    for (unsigned k = 0; k < PITH_NUMBER_COUNT; k++) {
        put(&page->out, k > 0 ? ",\"" : "\"");
        put(&page->out, number_names[k]);
        put(&page->out, "\":");
        put_number(&page->out, page->numbers.values[k]);
    }
}

static pith_status put_record(feature_page *page, pith_sink sink, void *context)
{
    put_names(&page->out);
    for (uint32_t i = 0; i < page->blocks.count; i++)
        put_block(page, i);
    put(&page->out, "],\"sections\":[");
    for (uint32_t i = 0; i < page->blocks.section_count; i++)
        put_section(page, i);
    put_numbers(page);
    put(&page->out, "}}\n");
    if (page->out.failed || page->text.failed)
        return pith_memory_status(page->out.memory);
    return sink(context, page->out.data, page->out.size) == 0 ? PITH_OK : PITH_ERROR_SINK;
}

/* ---- Plain text -------------------------------------------------------------- */

static void put_quoted(pith_buffer *out, const char *before, const char *name)
{
    bool first = out->size > 0 && out->data[out->size - 1] == '[';
    put(out, first ? "\"" : ",\"");
    put(out, before);
    put(out, name);
    pith_buffer_add_byte(out, '"');
}

static void put_line_names(pith_buffer *out)
{
    static const char *const line_names[] = {
#define X(name, what) #name,
        PITH_LINE_FEATURES(X)
#undef X
    };
    static const char *const around_names[] = {
#define X(name, what) #name,
        PITH_AROUND_FEATURES(X)
#undef X
    };
    static const char *const window_names[] = {
#define X(name, what) #name,
        PITH_WINDOW_FEATURES(X)
#undef X
    };
    static const char *const core_names[] = {
#define X(name, what) #name,
        PITH_CORE_FEATURES(X)
#undef X
    };
    static const char *const text_names[] = {
#define X(name, what) #name,
        PITH_TEXT_FEATURES(X)
#undef X
    };
    static const char *const places[] = {"3_before_", "2_before_", "1_before_",
                                         "1_after_", "2_after_", "3_after_"};
    static const char *const windows[] = {"3_back_", "8_back_", "20_back_", "60_back_",
                                          "3_on_", "8_on_", "20_on_", "60_on_",
                                          "3_around_", "8_around_", "20_around_", "60_around_"};
    static const char *const cores[] = {"core_0_", "core_1_", "core_2_"};
    put(out, "{\"features\":[");
    for (unsigned k = 0; k < PITH_LINE_FEATURE_COUNT; k++)
        put_quoted(out, "", line_names[k]);
    for (unsigned at = 0; at < 2 * PITH_LINES_AROUND; at++)
        for (unsigned k = 0; k < PITH_AROUND_FEATURE_COUNT; k++)
            put_quoted(out, places[at], around_names[k]);
    for (unsigned at = 0; at < PITH_WINDOWS * PITH_WINDOW_SIDES; at++)
        for (unsigned k = 0; k < PITH_WINDOW_FEATURE_COUNT; k++)
            put_quoted(out, windows[at], window_names[k]);
    for (unsigned at = 0; at < PITH_CORES; at++)
        for (unsigned k = 0; k < PITH_CORE_FEATURE_COUNT; k++)
            put_quoted(out, cores[at], core_names[k]);
    for (unsigned k = 0; k < PITH_TEXT_FEATURE_COUNT; k++)
        put_quoted(out, "text_", text_names[k]);
    put(out, "],\"blocks\":[");
}

static void put_line(feature_page *page, uint32_t i, const pith_line_features *features)
{
    pith_buffer_reset(&page->text);
    put(&page->out, i > 0 ? ",{\"text\":" : "{\"text\":");
    put_string(&page->out,
               pith_block_text(page->tree, &page->blocks.blocks[i], SIZE_MAX, &page->text));
    put(&page->out, ",\"values\":[");
    for (unsigned k = 0; k < PITH_LINE_VALUES; k++) {
        if (k > 0)
            pith_buffer_add_byte(&page->out, ',');
        put_number(&page->out, features->values[k][i % PITH_FEATURES_TOGETHER]);
    }
    put(&page->out, "]}");
}

static pith_status put_text(feature_page *page, pith_line_view *view, pith_arena *arena,
                            pith_sink sink, void *context)
{
    pith_line_features *features = pith_arena_take_array(arena, 1, sizeof *features);
    if (features == NULL)
        return pith_memory_status(arena->memory);
    put_line_names(&page->out);
    for (uint32_t i = 0; i < page->blocks.count; i++) {
        if (i % PITH_FEATURES_TOGETHER == 0)
            pith_line_features_read(view, i, features);
        put_line(page, i, features);
    }
    put(&page->out, "]}\n");
    if (page->out.failed || page->text.failed)
        return pith_memory_status(page->out.memory);
    return sink(context, page->out.data, page->out.size) == 0 ? PITH_OK : PITH_ERROR_SINK;
}

static pith_status write_text_features(pith_reader *reader, const pith_parsed *parsed,
                                       pith_sink sink, void *context)
{
    feature_page page = {.tree = &parsed->tree};
    pith_line_view *view;
    pith_status status = pith_blocks_build(&parsed->tree, &reader->scratch, &page.blocks);
    if (status == PITH_OK)
        status = pith_line_view_make(&parsed->plain, &page.blocks, &reader->scratch, &view);
    if (status != PITH_OK)
        return status;
    pith_buffer_init(&page.out, &reader->memory);
    pith_buffer_init(&page.text, &reader->memory);
    status = put_text(&page, view, &reader->scratch, sink, context);
    pith_buffer_release(&page.out);
    pith_buffer_release(&page.text);
    return status;
}

/* ---- The page ---------------------------------------------------------------- */

static pith_status write_features(pith_reader *reader, const pith_page *checked, pith_sink sink,
                                  void *context)
{
    pith_parsed parsed;
    pith_status status = pith_reader_parse(reader, checked, (pith_str){NULL, 0}, &parsed);
    if (status != PITH_OK)
        return status;
    if (parsed.is_text)
        return write_text_features(reader, &parsed, sink, context);
    pith_meta meta;
    status = pith_meta_read(&parsed.tree, checked->url, &reader->scratch, &meta);
    if (status != PITH_OK)
        return status;
    feature_page page = {.tree = &parsed.tree};
    status = pith_blocks_build(&parsed.tree, &reader->scratch, &page.blocks);
    if (status != PITH_OK)
        return status;
    pith_scene scene;
    pith_label_hints hints = {.title = meta.title};
    status = pith_scene_survey(&parsed.tree, &page.blocks, &hints, &reader->scratch, &scene);
    if (status != PITH_OK)
        return status;
    status = pith_page_view_make(&parsed.tree, &page.blocks, &scene, &reader->scratch,
                                 &page.view);
    if (status != PITH_OK)
        return status;
    pith_block_label *labels;
    status = pith_label_blocks(&parsed.tree, &page.blocks, &hints, &reader->scratch, &labels);
    if (status != PITH_OK)
        return status;
    pith_page_source source = {&parsed.tree, &page.blocks, labels, &meta,
                               pith_page_expected_f1(&page.blocks, labels), checked->url};
    pith_page_measure(&source, &page.numbers);
    pith_buffer_init(&page.out, &reader->memory);
    pith_buffer_init(&page.text, &reader->memory);
    status = put_record(&page, sink, context);
    pith_buffer_release(&page.out);
    pith_buffer_release(&page.text);
    return status;
}

pith_status pith_features_write(pith_reader *reader, const pith_page *page, pith_sink sink,
                                void *context, pith_error *error)
{
    if (reader == NULL || sink == NULL)
        return pith_tell(error, PITH_ERROR_ARGUMENT);
    pith_page checked;
    pith_status status = pith_page_check(page, &checked);
    if (status == PITH_OK)
        status = write_features(reader, &checked, sink, context);
    if (status != PITH_OK && reader != NULL)
        pith_reader_cool(reader);
    return pith_tell(error, status);
}
