/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The insertion modes around the body: in template, after body, in frameset,
 * after frameset, after after body, after after frameset (HTML standard,
 * 13.2.6.4.16 to 13.2.6.4.21); and "reset the insertion mode appropriately".
 */
#include "html/state.h"

/* ---- Templates and the choice of a mode ------------------------------------ */

void pith_html_push_template_mode(pith_html_parser *parser, pith_html_mode mode)
{
    if (parser->template_mode_count == parser->template_mode_capacity) {
        void *modes = parser->template_modes;
        if (!pith_array_grow(parser->memory, &modes, &parser->template_mode_capacity,
                             parser->template_mode_count + 1, sizeof *parser->template_modes))
            pith_html_fail(parser, PITH_LEAVE_MEMORY);
        parser->template_modes = modes;
    }
    parser->template_modes[parser->template_mode_count++] = (uint8_t)mode;
}

void pith_html_pop_template_mode(pith_html_parser *parser)
{
    if (parser->template_mode_count > 0)
        parser->template_mode_count--;
}

static pith_html_mode template_mode(const pith_html_parser *parser)
{
    if (parser->template_mode_count == 0)
        return PITH_MODE_IN_BODY;
    return (pith_html_mode)parser->template_modes[parser->template_mode_count - 1];
}

void pith_html_reset_mode(pith_html_parser *parser)
{
    for (uint32_t i = parser->stack_count; i-- > 0;) {
        bool last = i == 0;
        pith_html_key key = last && parser->fragment ? parser->context : parser->stack[i].key;
        switch (key) {
        case PITH_TAG_TD:
        case PITH_TAG_TH:
            if (last)
                break;
            parser->mode = PITH_MODE_IN_CELL;
            return;
        case PITH_TAG_TR:
            parser->mode = PITH_MODE_IN_ROW;
            return;
        case PITH_TAG_TBODY:
        case PITH_TAG_THEAD:
        case PITH_TAG_TFOOT:
            parser->mode = PITH_MODE_IN_TABLE_BODY;
            return;
        case PITH_TAG_CAPTION:
            parser->mode = PITH_MODE_IN_CAPTION;
            return;
        case PITH_TAG_COLGROUP:
            parser->mode = PITH_MODE_IN_COLUMN_GROUP;
            return;
        case PITH_TAG_TABLE:
            parser->mode = PITH_MODE_IN_TABLE;
            return;
        case PITH_TAG_TEMPLATE:
            parser->mode = template_mode(parser);
            return;
        case PITH_TAG_HEAD:
            if (last)
                break;
            parser->mode = PITH_MODE_IN_HEAD;
            return;
        case PITH_TAG_BODY:
            parser->mode = PITH_MODE_IN_BODY;
            return;
        case PITH_TAG_FRAMESET:
            parser->mode = PITH_MODE_IN_FRAMESET;
            return;
        case PITH_TAG_HTML:
            parser->mode = parser->head == 0 ? PITH_MODE_BEFORE_HEAD : PITH_MODE_AFTER_HEAD;
            return;
        default:
            break;
        }
    }
    parser->mode = PITH_MODE_IN_BODY;
}

/* A start tag in a template decides what the template's content is parsed as. */
static void template_start(pith_html_parser *parser)
{
    pith_html_mode mode;
    if (pith_html_is_head_tag(parser->tag.name)) {
        pith_html_in_head_start(parser);
        return;
    }
    switch (parser->tag.name) {
    case PITH_TAG_CAPTION:
    case PITH_TAG_COLGROUP:
    case PITH_TAG_TBODY:
    case PITH_TAG_TFOOT:
    case PITH_TAG_THEAD:
        mode = PITH_MODE_IN_TABLE;
        break;
    case PITH_TAG_COL:
        mode = PITH_MODE_IN_COLUMN_GROUP;
        break;
    case PITH_TAG_TR:
        mode = PITH_MODE_IN_TABLE_BODY;
        break;
    case PITH_TAG_TD:
    case PITH_TAG_TH:
        mode = PITH_MODE_IN_ROW;
        break;
    default:
        mode = PITH_MODE_IN_BODY;
        break;
    }
    pith_html_pop_template_mode(parser);
    pith_html_push_template_mode(parser, mode);
    parser->mode = mode;
    pith_html_mode_start(parser);
}

void pith_html_template_eof(pith_html_parser *parser)
{
    while (parser->template_mode_count != 0 && pith_html_is_open(parser, PITH_TAG_TEMPLATE)) {
        pith_html_pop_until(parser, PITH_TAG_TEMPLATE);
        pith_html_formatting_clear_to_marker(parser);
        pith_html_pop_template_mode(parser);
        pith_html_reset_mode(parser);
        if (parser->mode <= PITH_MODE_AFTER_HEAD)
            pith_html_head_eof(parser);
    }
}

/* ---- Text ------------------------------------------------------------------ */

/* In and after a frameset, only white space counts, wherever it stands. */
static void insert_space_only(pith_html_parser *parser, pith_html_slice text)
{
    while (text.size > 0) {
        uint32_t space = pith_html_leading_space(parser, text);
        if (space > 0)
            pith_html_insert_text(parser, (pith_html_slice){text.start, space, text.flags});
        text.start += space;
        text.size -= space;
        if (text.size > 0) {
            text.start++;
            text.size--;
        }
    }
}

static void column_group_text(pith_html_parser *parser, pith_html_slice text)
{
    uint32_t space = pith_html_leading_space(parser, text);
    pith_html_insert_text(parser, (pith_html_slice){text.start, space, text.flags});
    text.start += space;
    text.size -= space;
    if (text.size == 0)
        return;
    if (pith_html_close_column_group(parser)) {
        pith_html_mode_text(parser, text);
        return;
    }
    /* The group is the fragment's context: all but the white space is dropped. */
    insert_space_only(parser, text);
}

/* White space after the body goes into the body; other text reopens it. */
static void after_body_text(pith_html_parser *parser, pith_html_slice text)
{
    uint32_t space = pith_html_leading_space(parser, text);
    if (space > 0)
        pith_html_body_text(parser, (pith_html_slice){text.start, space, text.flags});
    text.start += space;
    text.size -= space;
    if (text.size > 0) {
        parser->mode = PITH_MODE_IN_BODY;
        pith_html_body_text(parser, text);
    }
}

void pith_html_outer_text(pith_html_parser *parser, pith_html_slice text)
{
    switch (parser->mode) {
    case PITH_MODE_IN_COLUMN_GROUP:
        column_group_text(parser, text);
        return;
    case PITH_MODE_AFTER_BODY:
    case PITH_MODE_AFTER_AFTER_BODY:
        after_body_text(parser, text);
        return;
    case PITH_MODE_AFTER_AFTER_FRAMESET: { /* white space is processed as in body */
        pith_html_reconstruct(parser);
        insert_space_only(parser, text);
        return;
    }
    default: /* in frameset, after frameset */
        insert_space_only(parser, text);
        return;
    }
}

/* ---- Tags ------------------------------------------------------------------ */

static void frameset_start(pith_html_parser *parser)
{
    uint32_t name = parser->tag.name;
    if (name == PITH_TAG_HTML) {
        pith_html_body_start(parser);
    } else if (name == PITH_TAG_NOFRAMES) {
        pith_html_in_head_start(parser);
    } else if (parser->mode == PITH_MODE_IN_FRAMESET) {
        if (name == PITH_TAG_FRAMESET)
            pith_html_insert_element(parser, PITH_NS_HTML);
        else if (name == PITH_TAG_FRAME)
            pith_html_insert_void(parser);
    }
}

void pith_html_outer_start(pith_html_parser *parser)
{
    switch (parser->mode) {
    case PITH_MODE_IN_TEMPLATE:
        template_start(parser);
        return;
    case PITH_MODE_AFTER_BODY:
    case PITH_MODE_AFTER_AFTER_BODY:
        if (parser->tag.name != PITH_TAG_HTML)
            parser->mode = PITH_MODE_IN_BODY;
        pith_html_body_start(parser);
        return;
    default:
        frameset_start(parser);
        return;
    }
}

static void frameset_end(pith_html_parser *parser)
{
    if (parser->tag.name != PITH_TAG_FRAMESET || parser->stack_count <= 1)
        return;
    pith_html_pop(parser);
    if (!parser->fragment && !pith_html_current_is(parser, PITH_TAG_FRAMESET))
        parser->mode = PITH_MODE_AFTER_FRAMESET;
}

void pith_html_outer_end(pith_html_parser *parser)
{
    uint32_t name = parser->tag.name;
    switch (parser->mode) {
    case PITH_MODE_IN_TEMPLATE:
        if (name == PITH_TAG_TEMPLATE)
            pith_html_end_template(parser);
        return;
    case PITH_MODE_AFTER_BODY:
        if (name == PITH_TAG_HTML) {
            if (!parser->fragment)
                parser->mode = PITH_MODE_AFTER_AFTER_BODY;
            return;
        }
        parser->mode = PITH_MODE_IN_BODY;
        pith_html_body_end(parser);
        return;
    case PITH_MODE_AFTER_AFTER_BODY:
        parser->mode = PITH_MODE_IN_BODY;
        pith_html_body_end(parser);
        return;
    case PITH_MODE_IN_FRAMESET:
        frameset_end(parser);
        return;
    case PITH_MODE_AFTER_FRAMESET:
        if (name == PITH_TAG_HTML)
            parser->mode = PITH_MODE_AFTER_AFTER_FRAMESET;
        return;
    default: /* after after frameset */
        return;
    }
}
