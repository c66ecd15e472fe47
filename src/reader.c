/* SPDX-License-Identifier: Apache-2.0 */
#include "reader.h"

#include "base/options.h"

enum { DEFAULT_BYTES = 256 << 20, MAX_BYTES = INT32_MAX };

/* ---- Readers ------------------------------------------------------------ */

pith_reader *pith_reader_new(const pith_options *options, pith_error *error)
{
    pith_options known = {.size = sizeof known};
    pith_status status = PITH_OK;
    if (options != NULL)
        status = pith_copy_options(&known, sizeof known, options);
    bool in_range = known.limits.bytes <= MAX_BYTES && (unsigned)known.favor <= PITH_FAVOR_RECALL;
    if (status == PITH_OK && !in_range)
        status = PITH_ERROR_ARGUMENT;
    if (pith_tell(error, status) != PITH_OK)
        return NULL;

    pith_memory memory;
    pith_memory_init(&memory, &known.allocator, known.limits.memory);
    pith_reader *reader = pith_memory_resize(&memory, NULL, 0, sizeof *reader);
    if (reader == NULL) {
        pith_tell(error, pith_memory_status(&memory));
        return NULL;
    }
    *reader = (pith_reader){.memory = memory, .limits = known.limits, .favor = known.favor};
    if (reader->limits.bytes == 0)
        reader->limits.bytes = DEFAULT_BYTES;
    pith_arena_init(&reader->scratch, &reader->memory);
    pith_buffer_init(&reader->text, &reader->memory);
    pith_text_parser_init(&reader->plain, &reader->memory);
    return reader;
}

void pith_reader_cool(pith_reader *reader)
{
    if (reader->parser != NULL)
        pith_html_parser_free(reader->parser);
    reader->parser = NULL;
    pith_text_parser_release(&reader->plain);
    pith_buffer_release(&reader->text);
    pith_arena_free(&reader->scratch);
}

void pith_reader_free(pith_reader *reader)
{
    if (reader == NULL)
        return;
    pith_reader_cool(reader);
    pith_memory memory = reader->memory;
    pith_memory_free(&memory, reader, sizeof *reader);
}

/* ---- Parsing ------------------------------------------------------------ */

pith_status pith_page_check(const pith_page *page, pith_page *checked)
{
    if (page == NULL)
        return PITH_ERROR_ARGUMENT;
    pith_status status = pith_copy_options(checked, sizeof *checked, page);
    if (status != PITH_OK)
        return status;
    if (!pith_str_is_valid(checked->bytes) || !pith_str_is_valid(checked->url) ||
        !pith_str_is_valid(checked->content_type) || !pith_str_is_valid(checked->charset))
        return PITH_ERROR_ARGUMENT;
    if ((unsigned)checked->input > PITH_INPUT_TEXT)
        return PITH_ERROR_ARGUMENT;
    if (checked->charset.size > 0 && pith_encoding_for_label(checked->charset) == NULL)
        return PITH_ERROR_CHARSET;
    return PITH_OK;
}

/* The page as UTF-8 in reader->text, with its padding. False without memory. */
static bool decode(pith_reader *reader, const pith_page *page, pith_parsed *parsed)
{
    pith_buffer *text = &reader->text;
    pith_buffer_reset(text);
    bool complete = true;
    pith_charset_decode(parsed->encoding, page->bytes, reader->limits.bytes, text, &complete);
    char *padding = pith_buffer_reserve(text, PITH_HTML_PADDING);
    if (padding == NULL)
        return false;
    memset(padding, 0, PITH_HTML_PADDING);
    parsed->limits_hit = complete ? 0 : PITH_LIMIT_BYTES;
    return true;
}

static pith_str text_of(const pith_reader *reader)
{
    return (pith_str){reader->text.data, reader->text.size};
}

/*
 * Decodes the page and finds out what it is. A text that only mentions a <meta> is
 * not in the encoding that this would declare. False without memory.
 */
static bool load(pith_reader *reader, const pith_page *page, pith_parsed *parsed)
{
    pith_charset_hints hints = {page->charset, page->content_type, page->url, false};
    pith_input input = page->input;
    if (input == PITH_INPUT_AUTO)
        input = pith_text_input_of_type(page->content_type);
    hints.plain = input == PITH_INPUT_TEXT;
    parsed->encoding = pith_charset_sniff(page->bytes, &hints);
    if (!decode(reader, page, parsed))
        return false;
    if (input == PITH_INPUT_AUTO)
        input = pith_text_has_markup(text_of(reader)) ? PITH_INPUT_HTML : PITH_INPUT_TEXT;
    parsed->is_text = input == PITH_INPUT_TEXT;
    if (!parsed->is_text || hints.plain)
        return true;
    hints.plain = true;
    const pith_encoding *first = parsed->encoding;
    parsed->encoding = pith_charset_sniff(page->bytes, &hints);
    return parsed->encoding == first || decode(reader, page, parsed);
}

static pith_status parse_html(pith_reader *reader, pith_str fragment, pith_parsed *parsed)
{
    if (reader->parser == NULL)
        reader->parser = pith_html_parser_new(&reader->memory);
    if (reader->parser == NULL)
        return pith_memory_status(&reader->memory);
    pith_html_settings settings = {.limits = reader->limits, .fragment = fragment};
    return pith_html_parse(reader->parser, text_of(reader), &settings, &parsed->tree);
}

static pith_status parse_text(pith_reader *reader, pith_parsed *parsed)
{
    pith_status status = pith_text_parse(&reader->plain, text_of(reader), reader->limits.nodes,
                                         &parsed->plain);
    if (status == PITH_OK)
        parsed->tree = parsed->plain.tree;
    return status;
}

pith_status pith_reader_parse(pith_reader *reader, const pith_page *page, pith_str fragment,
                              pith_parsed *parsed)
{
    reader->memory.limit = reader->limits.memory;
    pith_arena_reset(&reader->scratch);
    if (!load(reader, page, parsed))
        return pith_memory_status(&reader->memory);
    pith_status status =
        parsed->is_text ? parse_text(reader, parsed) : parse_html(reader, fragment, parsed);
    parsed->limits_hit |= status == PITH_OK ? parsed->tree.limits_hit : 0;
    return status;
}
