/* SPDX-License-Identifier: Apache-2.0 */
/* The insertion mode "in body" (HTML standard, 13.2.6.4.7). */
#include "html/state.h"

/* ---- Text ------------------------------------------------------------------ */

static bool is_all_nul(const pith_html_parser *parser, pith_html_slice text)
{
    const char *start = parser->text + text.start;
    for (uint32_t i = 0; i < text.size; i++)
        if (start[i] != '\0')
            return false;
    return true;
}

void pith_html_body_text(pith_html_parser *parser, pith_html_slice text)
{
    if ((text.flags & PITH_TEXT_DECODE) && (text.flags & PITH_TEXT_NUL_DROP) &&
        is_all_nul(parser, text))
        return;
    pith_html_reconstruct(parser);
    pith_html_insert_text(parser, text);
    if (parser->frameset_ok && !pith_html_is_idle(parser, text))
        parser->frameset_ok = false;
}

/* ---- Start tags ------------------------------------------------------------ */

/* What a start tag does; the rest do as START_ORDINARY. */
enum {
    START_ORDINARY,
    START_BLOCK,
    START_HEADING,
    START_PRE,
    START_LIST_ITEM,
    START_DESCRIPTION,
    START_A,
    START_NOBR,
    START_FORMATTING,
    START_BUTTON,
    START_FORM,
    START_TABLE,
    START_VOID,
    START_MEDIA_PART,
    START_INPUT,
    START_HR,
    START_IMAGE,
    START_MARKED,
    START_OPTION,
    START_SELECT,
    START_RUBY_BASE,
    START_RUBY_TEXT,
    START_FOREIGN,
    START_TEXTAREA,
    START_RAW,
    START_XMP,
    START_NOSCRIPT,
    START_PLAINTEXT,
    START_HEAD,
    START_HTML,
    START_BODY,
    START_FRAMESET,
    START_IGNORED
};

static const uint8_t start_actions[PITH_TAG_COUNT] = {
    [PITH_TAG_HTML] = START_HTML,
    [PITH_TAG_BASE] = START_HEAD,
    [PITH_TAG_BASEFONT] = START_HEAD,
    [PITH_TAG_BGSOUND] = START_HEAD,
    [PITH_TAG_LINK] = START_HEAD,
    [PITH_TAG_META] = START_HEAD,
    [PITH_TAG_NOFRAMES] = START_HEAD,
    [PITH_TAG_SCRIPT] = START_HEAD,
    [PITH_TAG_STYLE] = START_HEAD,
    [PITH_TAG_TEMPLATE] = START_HEAD,
    [PITH_TAG_TITLE] = START_HEAD,
    [PITH_TAG_BODY] = START_BODY,
    [PITH_TAG_FRAMESET] = START_FRAMESET,
    [PITH_TAG_ADDRESS] = START_BLOCK,
    [PITH_TAG_ARTICLE] = START_BLOCK,
    [PITH_TAG_ASIDE] = START_BLOCK,
    [PITH_TAG_BLOCKQUOTE] = START_BLOCK,
    [PITH_TAG_CENTER] = START_BLOCK,
    [PITH_TAG_DETAILS] = START_BLOCK,
    [PITH_TAG_DIALOG] = START_BLOCK,
    [PITH_TAG_DIR] = START_BLOCK,
    [PITH_TAG_DIV] = START_BLOCK,
    [PITH_TAG_DL] = START_BLOCK,
    [PITH_TAG_FIELDSET] = START_BLOCK,
    [PITH_TAG_FIGCAPTION] = START_BLOCK,
    [PITH_TAG_FIGURE] = START_BLOCK,
    [PITH_TAG_FOOTER] = START_BLOCK,
    [PITH_TAG_HEADER] = START_BLOCK,
    [PITH_TAG_HGROUP] = START_BLOCK,
    [PITH_TAG_MAIN] = START_BLOCK,
    [PITH_TAG_MENU] = START_BLOCK,
    [PITH_TAG_NAV] = START_BLOCK,
    [PITH_TAG_OL] = START_BLOCK,
    [PITH_TAG_P] = START_BLOCK,
    [PITH_TAG_SEARCH] = START_BLOCK,
    [PITH_TAG_SECTION] = START_BLOCK,
    [PITH_TAG_SUMMARY] = START_BLOCK,
    [PITH_TAG_UL] = START_BLOCK,
    [PITH_TAG_H1] = START_HEADING,
    [PITH_TAG_H2] = START_HEADING,
    [PITH_TAG_H3] = START_HEADING,
    [PITH_TAG_H4] = START_HEADING,
    [PITH_TAG_H5] = START_HEADING,
    [PITH_TAG_H6] = START_HEADING,
    [PITH_TAG_PRE] = START_PRE,
    [PITH_TAG_LISTING] = START_PRE,
    [PITH_TAG_FORM] = START_FORM,
    [PITH_TAG_LI] = START_LIST_ITEM,
    [PITH_TAG_DD] = START_DESCRIPTION,
    [PITH_TAG_DT] = START_DESCRIPTION,
    [PITH_TAG_PLAINTEXT] = START_PLAINTEXT,
    [PITH_TAG_BUTTON] = START_BUTTON,
    [PITH_TAG_A] = START_A,
    [PITH_TAG_B] = START_FORMATTING,
    [PITH_TAG_BIG] = START_FORMATTING,
    [PITH_TAG_CODE] = START_FORMATTING,
    [PITH_TAG_EM] = START_FORMATTING,
    [PITH_TAG_FONT] = START_FORMATTING,
    [PITH_TAG_I] = START_FORMATTING,
    [PITH_TAG_S] = START_FORMATTING,
    [PITH_TAG_SMALL] = START_FORMATTING,
    [PITH_TAG_STRIKE] = START_FORMATTING,
    [PITH_TAG_STRONG] = START_FORMATTING,
    [PITH_TAG_TT] = START_FORMATTING,
    [PITH_TAG_U] = START_FORMATTING,
    [PITH_TAG_NOBR] = START_NOBR,
    [PITH_TAG_APPLET] = START_MARKED,
    [PITH_TAG_MARQUEE] = START_MARKED,
    [PITH_TAG_OBJECT] = START_MARKED,
    [PITH_TAG_TABLE] = START_TABLE,
    [PITH_TAG_AREA] = START_VOID,
    [PITH_TAG_BR] = START_VOID,
    [PITH_TAG_EMBED] = START_VOID,
    [PITH_TAG_IMG] = START_VOID,
    [PITH_TAG_KEYGEN] = START_VOID,
    [PITH_TAG_WBR] = START_VOID,
    [PITH_TAG_INPUT] = START_INPUT,
    [PITH_TAG_PARAM] = START_MEDIA_PART,
    [PITH_TAG_SOURCE] = START_MEDIA_PART,
    [PITH_TAG_TRACK] = START_MEDIA_PART,
    [PITH_TAG_HR] = START_HR,
    [PITH_TAG_IMAGE] = START_IMAGE,
    [PITH_TAG_TEXTAREA] = START_TEXTAREA,
    [PITH_TAG_XMP] = START_XMP,
    [PITH_TAG_IFRAME] = START_RAW,
    [PITH_TAG_NOEMBED] = START_RAW,
    [PITH_TAG_NOSCRIPT] = START_NOSCRIPT,
    [PITH_TAG_SELECT] = START_SELECT,
    [PITH_TAG_OPTGROUP] = START_OPTION,
    [PITH_TAG_OPTION] = START_OPTION,
    [PITH_TAG_RB] = START_RUBY_BASE,
    [PITH_TAG_RTC] = START_RUBY_BASE,
    [PITH_TAG_RP] = START_RUBY_TEXT,
    [PITH_TAG_RT] = START_RUBY_TEXT,
    [PITH_TAG_MATH] = START_FOREIGN,
    [PITH_TAG_SVG] = START_FOREIGN,
    [PITH_TAG_CAPTION] = START_IGNORED,
    [PITH_TAG_COL] = START_IGNORED,
    [PITH_TAG_COLGROUP] = START_IGNORED,
    [PITH_TAG_FRAME] = START_IGNORED,
    [PITH_TAG_HEAD] = START_IGNORED,
    [PITH_TAG_TBODY] = START_IGNORED,
    [PITH_TAG_TD] = START_IGNORED,
    [PITH_TAG_TFOOT] = START_IGNORED,
    [PITH_TAG_TH] = START_IGNORED,
    [PITH_TAG_THEAD] = START_IGNORED,
    [PITH_TAG_TR] = START_IGNORED,
};

/* The <body> on the stack, if it is where it belongs. */
static const pith_html_open *open_body(const pith_html_parser *parser)
{
    if (parser->stack_count > 1 && parser->stack[1].key == PITH_TAG_BODY)
        return &parser->stack[1];
    return NULL;
}

static void start_html(pith_html_parser *parser)
{
    if (!pith_html_is_open(parser, PITH_TAG_TEMPLATE))
        pith_html_merge_attributes(parser, parser->stack[0].node);
}

static void start_body(pith_html_parser *parser)
{
    const pith_html_open *body = open_body(parser);
    if (body == NULL || pith_html_is_open(parser, PITH_TAG_TEMPLATE))
        return;
    parser->frameset_ok = false;
    pith_html_merge_attributes(parser, body->node);
}

static void start_frameset(pith_html_parser *parser)
{
    const pith_html_open *body = open_body(parser);
    if (body == NULL || !parser->frameset_ok)
        return;
    pith_html_remove(parser, body->node);
    pith_html_pop_to(parser, 1);
    pith_html_insert_element(parser, PITH_NS_HTML);
    parser->mode = PITH_MODE_IN_FRAMESET;
}

static void start_form(pith_html_parser *parser)
{
    bool in_template = pith_html_is_open(parser, PITH_TAG_TEMPLATE);
    if (parser->form != 0 && !in_template)
        return;
    pith_html_close_p(parser);
    uint32_t node = pith_html_insert_element(parser, PITH_NS_HTML);
    if (!in_template)
        parser->form = node;
}

/* <li> closes an open <li>, <dd> and <dt> close either, unless a special element is between. */
static void close_items(pith_html_parser *parser, uint32_t one, uint32_t other)
{
    if (!pith_html_is_open(parser, one) && !pith_html_is_open(parser, other))
        return;
    for (uint32_t i = parser->stack_count; i-- > 0;) {
        pith_html_key key = parser->stack[i].key;
        if (key == one || key == other) {
            pith_html_imply_end_tags(parser, key, PITH_CLASS_IMPLIED_END);
            pith_html_pop_until(parser, key);
            return;
        }
        if ((pith_html_classes(key) & PITH_CLASS_SPECIAL) && key != PITH_TAG_ADDRESS &&
            key != PITH_TAG_DIV && key != PITH_TAG_P)
            return;
    }
}

static void start_item(pith_html_parser *parser, uint32_t one, uint32_t other)
{
    parser->frameset_ok = false;
    close_items(parser, one, other);
    pith_html_close_p(parser);
    pith_html_insert_element(parser, PITH_NS_HTML);
}

static void start_button(pith_html_parser *parser)
{
    if (pith_html_in_scope(parser, PITH_TAG_BUTTON, PITH_CLASS_SCOPE)) {
        pith_html_imply_end_tags(parser, 0, PITH_CLASS_IMPLIED_END);
        pith_html_pop_until(parser, PITH_TAG_BUTTON);
    }
    pith_html_reconstruct(parser);
    pith_html_insert_element(parser, PITH_NS_HTML);
    parser->frameset_ok = false;
}

static void start_formatting(pith_html_parser *parser)
{
    pith_html_reconstruct(parser);
    uint32_t name = parser->tag.name;
    pith_html_formatting_push(parser, name, pith_html_insert_element(parser, PITH_NS_HTML));
}

static void start_a(pith_html_parser *parser)
{
    uint32_t open = pith_html_formatting_find(parser, PITH_TAG_A);
    if (open != 0) {
        pith_html_adopt(parser, PITH_TAG_A);
        pith_html_formatting_remove(parser, open);
        uint32_t index = pith_html_stack_find(parser, open);
        if (index != UINT32_MAX)
            pith_html_take_out(parser, index);
    }
    start_formatting(parser);
}

static void end_any_other(pith_html_parser *parser);

static void start_nobr(pith_html_parser *parser)
{
    pith_html_reconstruct(parser);
    if (pith_html_in_scope(parser, PITH_TAG_NOBR, PITH_CLASS_SCOPE) &&
        !pith_html_adopt(parser, PITH_TAG_NOBR))
        end_any_other(parser);
    start_formatting(parser);
}

static void start_table(pith_html_parser *parser)
{
    if (!parser->quirks)
        pith_html_close_p(parser);
    pith_html_insert_element(parser, PITH_NS_HTML);
    parser->frameset_ok = false;
    parser->mode = PITH_MODE_IN_TABLE;
}

static bool in_select(const pith_html_parser *parser)
{
    return pith_html_in_scope(parser, PITH_TAG_SELECT, PITH_CLASS_SCOPE);
}

static void start_input(pith_html_parser *parser)
{
    if (parser->fragment && parser->context == PITH_TAG_SELECT)
        return;
    if (in_select(parser))
        pith_html_pop_until(parser, PITH_TAG_SELECT);
    pith_html_reconstruct(parser);
    pith_str type = pith_html_tag_attribute(parser, PITH_ATTRIBUTE_TYPE);
    pith_html_insert_void(parser);
    if (!pith_str_equal_ignoring_case(type, PITH_STR("hidden")))
        parser->frameset_ok = false;
}

static void start_hr(pith_html_parser *parser)
{
    pith_html_close_p(parser);
    if (in_select(parser))
        pith_html_imply_end_tags(parser, 0, PITH_CLASS_IMPLIED_END);
    pith_html_insert_void(parser);
    parser->frameset_ok = false;
}

static void start_select(pith_html_parser *parser)
{
    if (parser->fragment && parser->context == PITH_TAG_SELECT)
        return;
    if (in_select(parser)) {
        pith_html_pop_until(parser, PITH_TAG_SELECT);
        return;
    }
    pith_html_reconstruct(parser);
    pith_html_insert_element(parser, PITH_NS_HTML);
    parser->frameset_ok = false;
}

static void start_option(pith_html_parser *parser)
{
    if (in_select(parser)) {
        uint32_t except = parser->tag.name == PITH_TAG_OPTION ? PITH_TAG_OPTGROUP : 0;
        pith_html_imply_end_tags(parser, except, PITH_CLASS_IMPLIED_END);
    } else if (pith_html_current_is(parser, PITH_TAG_OPTION)) {
        pith_html_pop(parser);
    }
    pith_html_reconstruct(parser);
    pith_html_insert_element(parser, PITH_NS_HTML);
}

static void start_ruby(pith_html_parser *parser, uint32_t except)
{
    if (pith_html_in_scope(parser, PITH_TAG_RUBY, PITH_CLASS_SCOPE))
        pith_html_imply_end_tags(parser, except, PITH_CLASS_IMPLIED_END);
    pith_html_insert_element(parser, PITH_NS_HTML);
}

static void start_foreign(pith_html_parser *parser)
{
    pith_html_reconstruct(parser);
    pith_html_insert_element(parser,
                             parser->tag.name == PITH_TAG_SVG ? PITH_NS_SVG : PITH_NS_MATHML);
    if (parser->tag.self_closing)
        pith_html_pop(parser);
}

static void start_textarea(pith_html_parser *parser)
{
    pith_html_insert_raw(parser, PITH_CONTENT_RCDATA);
    parser->ignore_line_feed = true;
    parser->frameset_ok = false;
}

static void start_xmp(pith_html_parser *parser)
{
    pith_html_close_p(parser);
    pith_html_reconstruct(parser);
    parser->frameset_ok = false;
    pith_html_insert_raw(parser, PITH_CONTENT_RAWTEXT);
}

static void start_raw(pith_html_parser *parser)
{
    if (parser->tag.name == PITH_TAG_IFRAME)
        parser->frameset_ok = false;
    pith_html_insert_raw(parser, PITH_CONTENT_RAWTEXT);
}

static void start_block(pith_html_parser *parser)
{
    pith_html_close_p(parser);
    pith_html_insert_element(parser, PITH_NS_HTML);
}

static void start_ordinary(pith_html_parser *parser)
{
    pith_html_reconstruct(parser);
    pith_html_insert_element(parser, PITH_NS_HTML);
}

static void start_void(pith_html_parser *parser)
{
    pith_html_reconstruct(parser);
    pith_html_insert_void(parser);
    parser->frameset_ok = false;
}

/* The less frequent start tags. */
static void start_other(pith_html_parser *parser, unsigned action)
{
    switch (action) {
    case START_NOBR:
        start_nobr(parser);
        return;
    case START_IMAGE:
        parser->tag.name = PITH_TAG_IMG;
        start_void(parser);
        return;
    case START_MARKED:
        start_ordinary(parser);
        pith_html_formatting_marker(parser);
        parser->frameset_ok = false;
        return;
    case START_RUBY_BASE:
        start_ruby(parser, 0);
        return;
    case START_RUBY_TEXT:
        start_ruby(parser, PITH_TAG_RTC);
        return;
    case START_TEXTAREA:
        start_textarea(parser);
        return;
    case START_RAW:
        start_raw(parser);
        return;
    case START_XMP:
        start_xmp(parser);
        return;
    case START_NOSCRIPT:
        if (parser->scripting)
            pith_html_insert_raw(parser, PITH_CONTENT_RAWTEXT);
        else
            start_ordinary(parser);
        return;
    case START_PLAINTEXT:
        start_block(parser);
        parser->content = PITH_CONTENT_PLAINTEXT;
        return;
    case START_HEAD:
        pith_html_in_head_start(parser);
        return;
    case START_HTML:
        start_html(parser);
        return;
    case START_BODY:
        start_body(parser);
        return;
    case START_FRAMESET:
        start_frameset(parser);
        return;
    default: /* START_IGNORED */
        return;
    }
}

void pith_html_body_start(pith_html_parser *parser)
{
    uint32_t name = parser->tag.name;
    unsigned action = name < PITH_TAG_COUNT ? start_actions[name] : START_ORDINARY;
    switch (action) {
    case START_ORDINARY:
        start_ordinary(parser);
        return;
    case START_BLOCK:
        start_block(parser);
        return;
    case START_HEADING:
        pith_html_close_p(parser);
        if (pith_html_classes(pith_html_current(parser)->key) & PITH_CLASS_HEADING)
            pith_html_pop(parser);
        pith_html_insert_element(parser, PITH_NS_HTML);
        return;
    case START_PRE:
        start_block(parser);
        parser->ignore_line_feed = true;
        parser->frameset_ok = false;
        return;
    case START_LIST_ITEM:
        start_item(parser, PITH_TAG_LI, PITH_TAG_LI);
        return;
    case START_DESCRIPTION:
        start_item(parser, PITH_TAG_DD, PITH_TAG_DT);
        return;
    case START_A:
        start_a(parser);
        return;
    case START_FORMATTING:
        start_formatting(parser);
        return;
    case START_BUTTON:
        start_button(parser);
        return;
    case START_FORM:
        start_form(parser);
        return;
    case START_TABLE:
        start_table(parser);
        return;
    case START_VOID:
        start_void(parser);
        return;
    case START_MEDIA_PART:
        pith_html_insert_void(parser);
        return;
    case START_INPUT:
        start_input(parser);
        return;
    case START_HR:
        start_hr(parser);
        return;
    case START_OPTION:
        start_option(parser);
        return;
    case START_SELECT:
        start_select(parser);
        return;
    case START_FOREIGN:
        start_foreign(parser);
        return;
    default:
        start_other(parser, action);
        return;
    }
}

/* ---- End tags -------------------------------------------------------------- */

static void end_any_other(pith_html_parser *parser)
{
    uint32_t name = parser->tag.name;
    if (name < PITH_TAG_COUNT && !pith_html_is_open(parser, name))
        return; /* the walk below would change nothing */
    for (uint32_t i = parser->stack_count; i-- > 0;) {
        pith_html_key key = parser->stack[i].key;
        if (key == name) {
            pith_html_imply_end_tags(parser, name, PITH_CLASS_IMPLIED_END);
            pith_html_pop_to(parser, i);
            return;
        }
        if (pith_html_classes(key) & PITH_CLASS_SPECIAL)
            return;
    }
}

static void end_block(pith_html_parser *parser)
{
    if (!pith_html_in_scope(parser, parser->tag.name, PITH_CLASS_SCOPE))
        return;
    pith_html_imply_end_tags(parser, 0, PITH_CLASS_IMPLIED_END);
    pith_html_pop_until(parser, parser->tag.name);
}

static void end_form(pith_html_parser *parser)
{
    if (pith_html_is_open(parser, PITH_TAG_TEMPLATE)) {
        end_block(parser);
        return;
    }
    uint32_t form = parser->form;
    parser->form = 0;
    uint32_t index = form != 0 ? pith_html_stack_find(parser, form) : UINT32_MAX;
    if (index == UINT32_MAX)
        return;
    for (uint32_t i = parser->stack_count; --i > index;)
        if (pith_html_classes(parser->stack[i].key) & PITH_CLASS_SCOPE)
            return;
    pith_html_imply_end_tags(parser, 0, PITH_CLASS_IMPLIED_END);
    index = pith_html_stack_find(parser, form);
    if (index != UINT32_MAX && index > 0)
        pith_html_take_out(parser, index);
}

static void end_p(pith_html_parser *parser)
{
    if (!pith_html_in_scope(parser, PITH_TAG_P, PITH_CLASS_BUTTON_SCOPE))
        pith_html_insert_implied(parser, PITH_TAG_P);
    pith_html_close_p(parser);
}

static void end_item(pith_html_parser *parser, unsigned scope)
{
    if (!pith_html_in_scope(parser, parser->tag.name, scope))
        return;
    pith_html_imply_end_tags(parser, parser->tag.name, PITH_CLASS_IMPLIED_END);
    pith_html_pop_until(parser, parser->tag.name);
}

/* Any heading's end tag closes whichever heading is in scope. */
static void end_heading(pith_html_parser *parser)
{
    for (uint32_t i = parser->stack_count; i-- > 0;) {
        unsigned classes = pith_html_classes(parser->stack[i].key);
        if (classes & PITH_CLASS_HEADING) {
            pith_html_imply_end_tags(parser, 0, PITH_CLASS_IMPLIED_END);
            pith_html_pop_to(parser, i);
            return;
        }
        if (classes & PITH_CLASS_SCOPE)
            return;
    }
}

static void end_body(pith_html_parser *parser)
{
    if (!pith_html_in_scope(parser, PITH_TAG_BODY, PITH_CLASS_SCOPE))
        return;
    bool again = parser->tag.name == PITH_TAG_HTML;
    parser->mode = PITH_MODE_AFTER_BODY;
    if (again)
        pith_html_mode_end(parser);
}

static void end_formatting(pith_html_parser *parser)
{
    if (!pith_html_adopt(parser, parser->tag.name))
        end_any_other(parser);
}

void pith_html_body_end(pith_html_parser *parser)
{
    switch (parser->tag.name) {
    case PITH_TAG_TEMPLATE:
        pith_html_end_template(parser);
        return;
    case PITH_TAG_BODY:
    case PITH_TAG_HTML:
        end_body(parser);
        return;
    case PITH_TAG_FORM:
        end_form(parser);
        return;
    case PITH_TAG_P:
        end_p(parser);
        return;
    case PITH_TAG_LI:
        end_item(parser, PITH_CLASS_LIST_SCOPE);
        return;
    case PITH_TAG_DD:
    case PITH_TAG_DT:
        end_item(parser, PITH_CLASS_SCOPE);
        return;
    case PITH_TAG_BR:
        pith_html_reconstruct(parser);
        pith_html_insert_implied(parser, PITH_TAG_BR);
        pith_html_pop(parser);
        parser->frameset_ok = false;
        return;
    case PITH_TAG_APPLET:
    case PITH_TAG_MARQUEE:
    case PITH_TAG_OBJECT:
        if (pith_html_in_scope(parser, parser->tag.name, PITH_CLASS_SCOPE)) {
            end_block(parser);
            pith_html_formatting_clear_to_marker(parser);
        }
        return;
    case PITH_TAG_BUTTON:
    case PITH_TAG_SELECT:
        end_block(parser);
        return;
    default:
        break;
    }
    uint32_t name = parser->tag.name;
    unsigned action = name < PITH_TAG_COUNT ? start_actions[name] : START_ORDINARY;
    if (action == START_BLOCK || action == START_PRE)
        end_block(parser);
    else if (action == START_HEADING)
        end_heading(parser);
    else if (action == START_FORMATTING || action == START_A || action == START_NOBR)
        end_formatting(parser);
    else
        end_any_other(parser);
}
