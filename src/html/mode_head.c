/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The insertion modes up to the body: initial, before html, before head, in
 * head, in head noscript, after head (HTML standard, 13.2.6.4.1 to 13.2.6.4.6).
 *
 * Most of them end the same way: anything else implies an element and the next
 * mode, and the token is processed again there. imply_next() is that step.
 */
#include "html/state.h"

/* Opens the element that the mode was waiting for, and goes to the next mode. */
static void imply_next(pith_html_parser *parser)
{
    switch (parser->mode) {
    case PITH_MODE_INITIAL: /* no doctype */
        parser->quirks = true;
        parser->mode = PITH_MODE_BEFORE_HTML;
        return;
    case PITH_MODE_BEFORE_HTML:
        pith_html_insert_root(parser, false);
        parser->mode = PITH_MODE_BEFORE_HEAD;
        return;
    case PITH_MODE_BEFORE_HEAD:
        parser->head = pith_html_insert_implied(parser, PITH_TAG_HEAD);
        parser->mode = PITH_MODE_IN_HEAD;
        return;
    case PITH_MODE_IN_HEAD:
        pith_html_pop(parser);
        parser->mode = PITH_MODE_AFTER_HEAD;
        return;
    case PITH_MODE_IN_HEAD_NOSCRIPT:
        pith_html_pop(parser);
        parser->mode = PITH_MODE_IN_HEAD;
        return;
    default: /* after head */
        pith_html_insert_implied(parser, PITH_TAG_BODY);
        parser->mode = PITH_MODE_IN_BODY;
        return;
    }
}

static bool drops_space(pith_html_mode mode)
{
    return mode == PITH_MODE_INITIAL || mode == PITH_MODE_BEFORE_HTML ||
           mode == PITH_MODE_BEFORE_HEAD;
}

void pith_html_head_text(pith_html_parser *parser, pith_html_slice text)
{
    while (parser->mode <= PITH_MODE_AFTER_HEAD) {
        uint32_t space = pith_html_leading_space(parser, text);
        if (space > 0 && !drops_space(parser->mode))
            pith_html_insert_text(parser, (pith_html_slice){text.start, space, text.flags});
        text.start += space;
        text.size -= space;
        if (text.size == 0)
            return;
        imply_next(parser);
    }
    pith_html_mode_text(parser, text);
}

void pith_html_head_eof(pith_html_parser *parser)
{
    while (parser->mode <= PITH_MODE_AFTER_HEAD)
        imply_next(parser);
}

static void start_template(pith_html_parser *parser)
{
    pith_html_formatting_marker(parser);
    parser->frameset_ok = false;
    parser->mode = PITH_MODE_IN_TEMPLATE;
    pith_html_push_template_mode(parser, PITH_MODE_IN_TEMPLATE);
    pith_html_insert_element(parser, PITH_NS_HTML);
}

void pith_html_end_template(pith_html_parser *parser)
{
    if (!pith_html_is_open(parser, PITH_TAG_TEMPLATE))
        return;
    pith_html_imply_end_tags(parser, 0, PITH_CLASS_THOROUGH_END);
    pith_html_pop_until(parser, PITH_TAG_TEMPLATE);
    pith_html_formatting_clear_to_marker(parser);
    pith_html_pop_template_mode(parser);
    pith_html_reset_mode(parser);
}

bool pith_html_is_head_tag(uint32_t name)
{
    switch (name) {
    case PITH_TAG_BASE:
    case PITH_TAG_BASEFONT:
    case PITH_TAG_BGSOUND:
    case PITH_TAG_LINK:
    case PITH_TAG_META:
    case PITH_TAG_NOFRAMES:
    case PITH_TAG_SCRIPT:
    case PITH_TAG_STYLE:
    case PITH_TAG_TEMPLATE:
    case PITH_TAG_TITLE:
        return true;
    default:
        return false;
    }
}

void pith_html_in_head_start(pith_html_parser *parser)
{
    switch (parser->tag.name) {
    case PITH_TAG_TITLE:
        pith_html_insert_raw(parser, PITH_CONTENT_RCDATA);
        return;
    case PITH_TAG_NOFRAMES:
    case PITH_TAG_STYLE:
        pith_html_insert_raw(parser, PITH_CONTENT_RAWTEXT);
        return;
    case PITH_TAG_SCRIPT:
        pith_html_insert_raw(parser, PITH_CONTENT_SCRIPT);
        return;
    case PITH_TAG_TEMPLATE:
        start_template(parser);
        return;
    default: /* base, basefont, bgsound, link, meta */
        pith_html_insert_void(parser);
        return;
    }
}

static void start_noscript(pith_html_parser *parser)
{
    if (parser->scripting) {
        pith_html_insert_raw(parser, PITH_CONTENT_RAWTEXT);
        return;
    }
    pith_html_insert_element(parser, PITH_NS_HTML);
    parser->mode = PITH_MODE_IN_HEAD_NOSCRIPT;
}

/* After head, an element of the head goes into the head all the same. */
static void put_into_head(pith_html_parser *parser)
{
    pith_html_push(parser, (pith_html_open){PITH_TAG_HEAD, parser->head, parser->head, false});
    pith_html_in_head_start(parser);
    uint32_t index = pith_html_stack_find(parser, parser->head);
    if (index != UINT32_MAX)
        pith_html_take_out(parser, index);
}

/* Processes the start tag in this mode; false if the mode has no rule of its own for it. */
static bool start_in(pith_html_parser *parser)
{
    uint32_t name = parser->tag.name;
    switch (parser->mode) {
    case PITH_MODE_INITIAL:
        return false;
    case PITH_MODE_BEFORE_HTML:
        if (name != PITH_TAG_HTML)
            return false;
        pith_html_insert_root(parser, true);
        parser->mode = PITH_MODE_BEFORE_HEAD;
        return true;
    case PITH_MODE_BEFORE_HEAD:
        if (name != PITH_TAG_HEAD)
            return false;
        parser->head = pith_html_insert_element(parser, PITH_NS_HTML);
        parser->mode = PITH_MODE_IN_HEAD;
        return true;
    case PITH_MODE_IN_HEAD:
        if (name == PITH_TAG_HEAD)
            return true;
        if (name == PITH_TAG_NOSCRIPT)
            start_noscript(parser);
        else if (pith_html_is_head_tag(name))
            pith_html_in_head_start(parser);
        else
            return false;
        return true;
    case PITH_MODE_IN_HEAD_NOSCRIPT:
        if (name == PITH_TAG_HEAD || name == PITH_TAG_NOSCRIPT)
            return true;
        if (!pith_html_is_head_tag(name) || name == PITH_TAG_BASE || name == PITH_TAG_SCRIPT ||
            name == PITH_TAG_TEMPLATE || name == PITH_TAG_TITLE)
            return false;
        pith_html_in_head_start(parser);
        return true;
    default: /* after head */
        if (name == PITH_TAG_HEAD)
            return true;
        if (name == PITH_TAG_BODY) {
            pith_html_insert_element(parser, PITH_NS_HTML);
            parser->frameset_ok = false;
            parser->mode = PITH_MODE_IN_BODY;
        } else if (name == PITH_TAG_FRAMESET) {
            pith_html_insert_element(parser, PITH_NS_HTML);
            parser->mode = PITH_MODE_IN_FRAMESET;
        } else if (pith_html_is_head_tag(name)) {
            put_into_head(parser);
        } else {
            return false;
        }
        return true;
    }
}

void pith_html_head_start(pith_html_parser *parser)
{
    if (parser->tag.name == PITH_TAG_HTML && parser->mode > PITH_MODE_BEFORE_HTML) {
        pith_html_body_start(parser);
        return;
    }
    while (parser->mode <= PITH_MODE_AFTER_HEAD) {
        if (start_in(parser))
            return;
        imply_next(parser);
    }
    pith_html_mode_start(parser);
}

/* The same for an end tag. */
static bool end_in(pith_html_parser *parser)
{
    uint32_t name = parser->tag.name;
    bool falls_through = name == PITH_TAG_BODY || name == PITH_TAG_HTML || name == PITH_TAG_BR;
    switch (parser->mode) {
    case PITH_MODE_INITIAL:
        return false;
    case PITH_MODE_BEFORE_HTML:
    case PITH_MODE_BEFORE_HEAD:
        if (parser->mode == PITH_MODE_BEFORE_HEAD && name == PITH_TAG_TEMPLATE)
            return true;
        return !falls_through && name != PITH_TAG_HEAD;
    case PITH_MODE_IN_HEAD:
        if (name == PITH_TAG_HEAD) {
            imply_next(parser);
            return true;
        }
        break;
    case PITH_MODE_IN_HEAD_NOSCRIPT:
        if (name == PITH_TAG_NOSCRIPT) {
            imply_next(parser);
            return true;
        }
        return name != PITH_TAG_BR;
    default: /* after head */
        break;
    }
    if (name == PITH_TAG_TEMPLATE) {
        pith_html_end_template(parser);
        return true;
    }
    return !falls_through;
}

void pith_html_head_end(pith_html_parser *parser)
{
    while (parser->mode <= PITH_MODE_AFTER_HEAD) {
        if (end_in(parser))
            return;
        imply_next(parser);
    }
    pith_html_mode_end(parser);
}
