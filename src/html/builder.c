/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The tree builder's front: takes each token from the tokenizer to the rules of
 * foreign content or of the insertion mode (HTML standard, 13.2.6).
 */
#include "html/decode.h"
#include "html/doctype.h"
#include "html/sink.h"

void pith_html_mode_text(pith_html_parser *parser, pith_html_slice text)
{
    switch (parser->mode) {
    case PITH_MODE_INITIAL:
    case PITH_MODE_BEFORE_HTML:
    case PITH_MODE_BEFORE_HEAD:
    case PITH_MODE_IN_HEAD:
    case PITH_MODE_IN_HEAD_NOSCRIPT:
    case PITH_MODE_AFTER_HEAD:
        pith_html_head_text(parser, text);
        return;
    case PITH_MODE_IN_BODY:
    case PITH_MODE_IN_CAPTION:
    case PITH_MODE_IN_CELL:
    case PITH_MODE_IN_TEMPLATE:
        pith_html_body_text(parser, text);
        return;
    case PITH_MODE_TEXT:
        pith_html_insert_text(parser, text);
        return;
    case PITH_MODE_IN_TABLE:
    case PITH_MODE_IN_TABLE_TEXT:
    case PITH_MODE_IN_TABLE_BODY:
    case PITH_MODE_IN_ROW:
        pith_html_table_text(parser, text);
        return;
    case PITH_MODE_IN_COLUMN_GROUP:
    case PITH_MODE_AFTER_BODY:
    case PITH_MODE_IN_FRAMESET:
    case PITH_MODE_AFTER_FRAMESET:
    case PITH_MODE_AFTER_AFTER_BODY:
    case PITH_MODE_AFTER_AFTER_FRAMESET:
        pith_html_outer_text(parser, text);
        return;
    }
}

void pith_html_mode_start(pith_html_parser *parser)
{
    switch (parser->mode) {
    case PITH_MODE_INITIAL:
    case PITH_MODE_BEFORE_HTML:
    case PITH_MODE_BEFORE_HEAD:
    case PITH_MODE_IN_HEAD:
    case PITH_MODE_IN_HEAD_NOSCRIPT:
    case PITH_MODE_AFTER_HEAD:
        pith_html_head_start(parser);
        return;
    case PITH_MODE_IN_BODY:
    case PITH_MODE_TEXT: /* not reached: raw text has no start tags */
        pith_html_body_start(parser);
        return;
    case PITH_MODE_IN_TABLE:
    case PITH_MODE_IN_TABLE_TEXT:
    case PITH_MODE_IN_CAPTION:
    case PITH_MODE_IN_COLUMN_GROUP:
    case PITH_MODE_IN_TABLE_BODY:
    case PITH_MODE_IN_ROW:
    case PITH_MODE_IN_CELL:
        pith_html_table_start(parser);
        return;
    case PITH_MODE_IN_TEMPLATE:
    case PITH_MODE_AFTER_BODY:
    case PITH_MODE_IN_FRAMESET:
    case PITH_MODE_AFTER_FRAMESET:
    case PITH_MODE_AFTER_AFTER_BODY:
    case PITH_MODE_AFTER_AFTER_FRAMESET:
        pith_html_outer_start(parser);
        return;
    }
}

void pith_html_mode_end(pith_html_parser *parser)
{
    switch (parser->mode) {
    case PITH_MODE_INITIAL:
    case PITH_MODE_BEFORE_HTML:
    case PITH_MODE_BEFORE_HEAD:
    case PITH_MODE_IN_HEAD:
    case PITH_MODE_IN_HEAD_NOSCRIPT:
    case PITH_MODE_AFTER_HEAD:
        pith_html_head_end(parser);
        return;
    case PITH_MODE_IN_BODY:
        pith_html_body_end(parser);
        return;
    case PITH_MODE_TEXT:
        pith_html_pop(parser);
        parser->mode = parser->original_mode;
        return;
    case PITH_MODE_IN_TABLE:
    case PITH_MODE_IN_TABLE_TEXT:
    case PITH_MODE_IN_CAPTION:
    case PITH_MODE_IN_COLUMN_GROUP:
    case PITH_MODE_IN_TABLE_BODY:
    case PITH_MODE_IN_ROW:
    case PITH_MODE_IN_CELL:
        pith_html_table_end(parser);
        return;
    case PITH_MODE_IN_TEMPLATE:
    case PITH_MODE_AFTER_BODY:
    case PITH_MODE_IN_FRAMESET:
    case PITH_MODE_AFTER_FRAMESET:
    case PITH_MODE_AFTER_AFTER_BODY:
    case PITH_MODE_AFTER_AFTER_FRAMESET:
        pith_html_outer_end(parser);
        return;
    }
}

/* "If the next token is a line feed, ignore it", after <pre>, <listing>, <textarea>. */
static pith_html_slice drop_line_feed(const pith_html_parser *parser, pith_html_slice text)
{
    const char *start = parser->text + text.start;
    uint32_t size = 0;
    if (start[0] == '\r')
        size = text.size > 1 && start[1] == '\n' ? 2 : 1;
    else if (start[0] == '\n')
        size = 1;
    else if (start[0] == '&' && (text.flags & PITH_TEXT_REFERENCES)) {
        uint32_t points[2];
        size_t found = pith_html_reference((pith_str){start, text.size}, false, points);
        size = found != 0 && points[0] == '\n' ? (uint32_t)found : 0;
    }
    text.start += size;
    text.size -= size;
    return text;
}

void pith_html_on_text(pith_html_parser *parser, pith_html_slice text)
{
    if (parser->ignore_line_feed) {
        parser->ignore_line_feed = false;
        text = drop_line_feed(parser, text);
        if (text.size == 0)
            return;
    }
    if (pith_html_is_foreign_text(parser))
        pith_html_foreign_text(parser, text);
    else
        pith_html_mode_text(parser, text);
}

/* What every token but characters does first. */
static void begin_token(pith_html_parser *parser)
{
    parser->ignore_line_feed = false;
    if (parser->mode == PITH_MODE_IN_TABLE_TEXT)
        pith_html_flush_table_text(parser);
}

void pith_html_on_start_tag(pith_html_parser *parser)
{
    begin_token(parser);
    if (pith_html_is_foreign_start(parser))
        pith_html_foreign_start(parser);
    else
        pith_html_mode_start(parser);
}

void pith_html_on_end_tag(pith_html_parser *parser)
{
    begin_token(parser);
    if (pith_html_is_foreign(parser))
        pith_html_foreign_end(parser);
    else
        pith_html_mode_end(parser);
}

static void on_data(pith_html_parser *parser, pith_html_node_type type, uint32_t start,
                    uint32_t size)
{
    begin_token(parser);
    if (pith_html_is_foreign(parser)) {
        pith_html_insert_data(parser, type, start, size);
        return;
    }
    switch (parser->mode) {
    case PITH_MODE_INITIAL:
    case PITH_MODE_BEFORE_HTML:
    case PITH_MODE_AFTER_AFTER_BODY:
    case PITH_MODE_AFTER_AFTER_FRAMESET:
        pith_html_append_data(parser, 0, type, start, size);
        return;
    case PITH_MODE_AFTER_BODY:
        pith_html_append_data(parser, parser->stack[0].node, type, start, size);
        return;
    default:
        pith_html_insert_data(parser, type, start, size);
        return;
    }
}

void pith_html_on_comment(pith_html_parser *parser, uint32_t start, uint32_t size)
{
    on_data(parser, PITH_HTML_COMMENT, start, size);
}

void pith_html_on_processing_instruction(pith_html_parser *parser, uint32_t start, uint32_t size)
{
    on_data(parser, PITH_HTML_PROCESSING_INSTRUCTION, start, size);
}

void pith_html_on_doctype(pith_html_parser *parser, uint32_t start, uint32_t size)
{
    begin_token(parser);
    if (parser->mode != PITH_MODE_INITIAL)
        return;
    pith_html_append_data(parser, 0, PITH_HTML_DOCTYPE, start, size);
    pith_html_doctype doctype;
    bool closed = parser->text + start + size < parser->end;
    pith_html_doctype_parse((pith_str){parser->text + start, size}, closed, &doctype);
    parser->quirks = pith_html_doctype_quirks(&doctype) == PITH_QUIRKS;
    parser->mode = PITH_MODE_BEFORE_HTML;
}

void pith_html_on_end_of_file(pith_html_parser *parser)
{
    begin_token(parser);
    if (parser->mode == PITH_MODE_TEXT)
        pith_html_mode_end(parser);
    if (parser->mode <= PITH_MODE_AFTER_HEAD)
        pith_html_head_eof(parser);
    if (parser->template_mode_count != 0)
        pith_html_template_eof(parser);
    if (parser->has_selectedcontent)
        pith_html_fill_selectedcontent(parser);
}

bool pith_html_allows_cdata(const pith_html_parser *parser)
{
    pith_html_key key = parser->stack_count > 1 || !parser->fragment
                            ? (parser->stack_count > 0 ? pith_html_current(parser)->key : 0)
                            : parser->context;
    return pith_html_key_space(key) != PITH_NS_HTML;
}

void pith_html_grow_attributes(pith_html_parser *parser)
{
    void *attributes = parser->attributes;
    if (!pith_array_grow(parser->memory, &attributes, &parser->attribute_capacity,
                         parser->attribute_count + 1, sizeof *parser->attributes))
        pith_html_fail(parser, PITH_LEAVE_MEMORY);
    parser->attributes = attributes;
}
