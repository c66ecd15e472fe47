/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The readers of the metadata. The first byte chooses which: 'j' JSON, 'u' a
 * base URL and, in the next line, a reference; 'd' a language and, in the next
 * line, a date; anything else a page, whose first line is its URL. What is not
 * UTF-8 ends the input: the readers get text that is.
 */
#include "base/url.h"
#include "base/utf8.h"
#include "fuzz.h"
#include "html/parser.h"
#include "meta/date.h"
#include "meta/json.h"
#include "meta/meta.h"

#include <stdint.h>
#include <stdlib.h>

static pith_str take_line(pith_str *text)
{
    size_t size = 0;
    while (size < text->size && text->data[size] != '\n')
        size++;
    pith_str line = {text->data, size};
    size += size < text->size;
    *text = (pith_str){text->data + size, text->size - size};
    return line;
}

static void fuzz_json(pith_str text, pith_memory *memory)
{
    pith_json json;
    pith_buffer buffer;
    pith_json_init(&json, memory);
    pith_buffer_init(&buffer, memory);
    CHECK(pith_json_read(&json, text));
    for (uint32_t i = 0; i < json.count; i++) {
        const pith_json_value *value = &json.values[i];
        CHECK(value->after > i && value->after <= json.count);
        CHECK(value->start <= text.size && value->size <= text.size - value->start);
        pith_buffer_reset(&buffer);
        pith_str string = pith_json_string(&json, i, &buffer);
        CHECK(string.size <= value->size);
        CHECK(pith_utf8_valid_prefix(string.data, string.size) == string.size);
        pith_json_member(&json, i, "name");
    }
    pith_buffer_release(&buffer);
    pith_json_free(&json);
}

static void fuzz_url(pith_str text, pith_arena *arena)
{
    pith_str base = take_line(&text);
    pith_str url, again;
    CHECK(pith_url_resolve(arena, base, text, &url));
    CHECK(url.size <= 3 * (base.size + text.size) + 8);
    if (pith_url_host(url).size > 0) { /* it is absolute, and as it should be */
        CHECK(pith_url_resolve(arena, (pith_str){NULL, 0}, url, &again));
        CHECK(pith_str_equal(url, again));
    }
    pith_url_path(url);
}

static void fuzz_date(pith_str text)
{
    pith_date date, again;
    char out[PITH_DATE_SIZE];
    pith_str language = take_line(&text);
    if (!pith_date_read(text, language, &date))
        return;
    size_t size = pith_date_write(&date, out);
    CHECK(size <= sizeof out);
    CHECK(pith_date_read((pith_str){out, size}, language, &again));
    CHECK(pith_date_minutes(&date) == pith_date_minutes(&again));
}

static void fuzz_page(pith_str text, pith_memory *memory, pith_arena *arena)
{
    pith_str url = take_line(&text);
    char *page = calloc(1, text.size + PITH_HTML_PADDING);
    pith_html_parser *parser = pith_html_parser_new(memory);
    CHECK(page != NULL && parser != NULL);
    if (text.size > 0)
        memcpy(page, text.data, text.size);
    pith_html_settings settings = {.scripting = false};
    pith_html_tree tree;
    pith_meta meta;
    CHECK(pith_html_parse(parser, (pith_str){page, text.size}, &settings, &tree) == PITH_OK);
    CHECK(pith_meta_read(&tree, url, arena, &meta) == PITH_OK);
    CHECK(pith_utf8_valid_prefix(meta.title.data, meta.title.size) == meta.title.size);
    for (size_t i = 0; i < meta.author_count; i++)
        CHECK(meta.authors[i].size > 0);
    pith_html_parser_free(parser);
    free(page);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    pith_str text = {(const char *)data + 1, size - 1};
    text.size = pith_utf8_valid_prefix(text.data, text.size);
    pith_memory memory;
    pith_arena arena;
    pith_memory_init(&memory, NULL, 0);
    pith_arena_init(&arena, &memory);
    switch (data[0]) {
    case 'j':
        fuzz_json(text, &memory);
        break;
    case 'u':
        fuzz_url(text, &arena);
        break;
    case 'd':
        fuzz_date(text);
        break;
    default:
        fuzz_page(text, &memory, &arena);
    }
    pith_arena_free(&arena);
    CHECK(memory.used == 0);
    return 0;
}
