/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Tokenizes page after page for a test script, with the portable tokenizer on
 * top of functions that record its tokens. Standard input holds records: a line
 * "SIZE STATE LAST" (the initial state's number below, the last start tag's name
 * to the end of the line, maybe empty), then SIZE bytes. For each, a line of
 * JSON with its tokens, as html5lib-tests writes them.
 */
#define pith_html_on_text record_text
#define pith_html_on_start_tag record_start_tag
#define pith_html_on_end_tag record_end_tag
#define pith_html_on_comment record_comment
#define pith_html_on_processing_instruction record_processing_instruction
#define pith_html_on_doctype record_doctype
#define pith_html_on_end_of_file record_end_of_file
#define pith_html_allows_cdata record_allows_cdata
#define PITH_ISA recorded
#include "html/tokenizer.h"

pith_html_tokenize pith_html_tokenize_recorded;

#include "html/tokenizer.c"

#include "html/decode.h"
#include "html/doctype.h"

#include <stdio.h>
#include <stdlib.h>

enum { DATA, PLAINTEXT, RCDATA, RAWTEXT, SCRIPT, CDATA };

static int initial_state;
static bool in_characters; /* a ["Character", "… is open in the output */
static bool first_token;
static pith_buffer decoded;

/* ---- Output ------------------------------------------------------------- */

static void print_characters(pith_str text)
{
    for (size_t i = 0; i < text.size; i++) {
        unsigned char byte = (unsigned char)text.data[i];
        if (byte < 0x20 || byte == '"' || byte == '\\' || byte == 0x7F)
            printf("\\u%04x", byte);
        else
            putchar(byte);
    }
}

static pith_str decode(pith_str raw, unsigned flags)
{
    pith_buffer_reset(&decoded);
    char *out = pith_buffer_reserve(&decoded, pith_html_decoded_bound(raw));
    if (out == NULL)
        exit(1);
    return (pith_str){out, pith_html_decode(raw, flags, out)};
}

static void print_string(pith_str raw, bool lower)
{
    pith_str text = decode(raw, 0);
    for (size_t i = 0; lower && i < text.size; i++)
        decoded.data[i] = pith_to_lower(decoded.data[i]);
    putchar('"');
    print_characters(text);
    putchar('"');
}

static void begin_token(void)
{
    if (in_characters)
        printf("\"]");
    in_characters = false;
    printf(first_token ? "" : ", ");
    first_token = false;
}

static pith_str slice(const pith_html_parser *parser, uint32_t start, uint32_t size)
{
    return (pith_str){parser->text + start, size};
}

static void print_tag_name(const pith_html_parser *parser)
{
    uint32_t name = parser->tag.name;
    printf("\"");
    if (name < PITH_TAG_COUNT)
        printf("%s", pith_tag_names[name]);
    else
        print_characters(parser->names[name - PITH_TAG_COUNT]);
    printf("\"");
}

/* ---- The sink of html/sink.h -------------------------------------------- */

/* U+0000 stays a token of its own in the data and CDATA section states only. */
void record_text(pith_html_parser *parser, pith_html_slice text)
{
    bool raw = text.start == 0 && initial_state != DATA && initial_state != CDATA;
    unsigned flags = (text.flags & PITH_TEXT_REFERENCES ? PITH_DECODE_REFERENCES : 0u) |
                     (raw ? 0u : PITH_DECODE_NUL_KEEP);
    pith_str data = slice(parser, text.start, text.size);
    if (!in_characters) {
        begin_token();
        printf("[\"Character\", \"");
        in_characters = true;
    }
    print_characters(text.flags & PITH_TEXT_DECODE ? decode(data, flags) : data);
}

void record_start_tag(pith_html_parser *parser)
{
    pith_html_node element = {.type = PITH_HTML_ELEMENT};
    pith_html_tree tree = {.text = parser->text,
                           .text_size = (uint32_t)(parser->end - parser->text),
                           .nodes = &element};
    begin_token();
    printf("[\"StartTag\", ");
    print_tag_name(parser);
    printf(", {");
    for (uint32_t i = parser->tag.first_attribute; i < parser->attribute_count; i++) {
        const pith_html_attribute *attribute = &parser->attributes[i];
        printf(i == parser->tag.first_attribute ? "\"" : ", \"");
        pith_buffer_reset(&decoded);
        print_characters(pith_html_adjusted_attribute_name(&tree, 0, attribute, &decoded));
        printf("\": \"");
        pith_buffer_reset(&decoded);
        print_characters(pith_html_value(&tree, attribute, &decoded));
        printf("\"");
    }
    printf(parser->tag.self_closing ? "}, true]" : "}]");
}

void record_end_tag(pith_html_parser *parser)
{
    begin_token();
    printf("[\"EndTag\", ");
    print_tag_name(parser);
    printf("]");
}

void record_comment(pith_html_parser *parser, uint32_t start, uint32_t size)
{
    begin_token();
    printf("[\"Comment\", ");
    print_string(slice(parser, start, size), false);
    printf("]");
}

void record_processing_instruction(pith_html_parser *parser, uint32_t start, uint32_t size)
{
    begin_token();
    printf("[\"ProcessingInstruction\", ");
    print_string(slice(parser, start, size), false);
    printf("]");
}

void record_doctype(pith_html_parser *parser, uint32_t start, uint32_t size)
{
    pith_html_doctype doctype;
    bool closed = parser->text + start + size < parser->end;
    pith_html_doctype_parse(slice(parser, start, size), closed, &doctype);
    begin_token();
    printf("[\"DOCTYPE\", ");
    if (doctype.has_name)
        print_string(doctype.name, true);
    printf(doctype.has_name ? ", " : "null, ");
    if (doctype.has_public_id)
        print_string(doctype.public_id, false);
    printf(doctype.has_public_id ? ", " : "null, ");
    if (doctype.has_system_id)
        print_string(doctype.system_id, false);
    printf(doctype.has_system_id ? ", " : "null, ");
    printf(doctype.force_quirks ? "false]" : "true]");
}

void record_end_of_file(pith_html_parser *parser)
{
    (void)parser;
    if (in_characters)
        printf("\"]");
}

bool record_allows_cdata(const pith_html_parser *parser)
{
    (void)parser;
    return initial_state == CDATA;
}

/* ---- Records ------------------------------------------------------------ */

static uint32_t number_of(pith_html_parser *parser, const char *name, size_t size)
{
    char padded[PITH_HTML_PADDING] = {0};
    memcpy(padded, name, size);
    return size > 0 ? tag_number(parser, padded, size) : 0;
}

static void tokenize(pith_html_parser *parser, const char *text, size_t size, const char *last)
{
    static const pith_html_content contents[] = {
        [DATA] = PITH_CONTENT_DATA,       [PLAINTEXT] = PITH_CONTENT_PLAINTEXT,
        [RCDATA] = PITH_CONTENT_RCDATA,   [RAWTEXT] = PITH_CONTENT_RAWTEXT,
        [SCRIPT] = PITH_CONTENT_SCRIPT,   [CDATA] = PITH_CONTENT_DATA,
    };
    parser->text = text;
    parser->end = text + size;
    parser->content = contents[initial_state];
    parser->tag = (pith_html_tag){.name = number_of(parser, last, strcspn(last, "\n"))};
    in_characters = false;
    first_token = true;
    printf("[");
    pith_html_tokenize_recorded(parser);
    printf("]\n");
}

int main(void)
{
    pith_memory memory;
    pith_memory_init(&memory, NULL, 0);
    pith_buffer_init(&decoded, &memory);
    pith_buffer page;
    pith_buffer_init(&page, &memory);
    static pith_html_parser parser;
    parser.memory = &memory;
    parser.limits.attributes = UINT16_MAX;
    pith_arena_init(&parser.name_arena, &memory);
    char line[PITH_HTML_PADDING];
    while (fgets(line, sizeof line, stdin) != NULL) {
        char *rest;
        size_t size = strtoul(line, &rest, 10);
        initial_state = (int)strtol(rest, &rest, 10);
        pith_buffer_reset(&page);
        pith_str prefix = initial_state == CDATA ? PITH_STR("<![CDATA[") : PITH_STR("");
        pith_buffer_add(&page, prefix);
        char *text = pith_buffer_reserve(&page, size + PITH_HTML_PADDING);
        if (*rest != ' ' || text == NULL || fread(text, 1, size, stdin) != size) {
            fprintf(stderr, "tokens: the input is not in its form\n");
            return 1;
        }
        memset(text + size, 0, PITH_HTML_PADDING);
        tokenize(&parser, page.data, prefix.size + size, rest + 1);
    }
    return 0; /* the system takes the memory back */
}
