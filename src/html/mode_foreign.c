/* SPDX-License-Identifier: Apache-2.0 */
/* SVG and MathML: when their rules apply, and what these are (HTML standard, 13.2.6, 13.2.6.5). */
#include "html/state.h"

/* ---- Whether a token is for foreign content -------------------------------- */

/* The key of the "adjusted current node". */
static pith_html_key adjusted_key(const pith_html_parser *parser)
{
    if (parser->stack_count == 0)
        return 0;
    if (parser->stack_count == 1 && parser->fragment)
        return parser->context;
    return pith_html_current(parser)->key;
}

bool pith_html_is_foreign(const pith_html_parser *parser)
{
    return pith_html_key_space(adjusted_key(parser)) != PITH_NS_HTML;
}

static bool is_html_integration(const pith_html_parser *parser, pith_html_key key)
{
    if (parser->stack_count == 1 && parser->fragment)
        return (pith_html_classes(key) & PITH_CLASS_HTML_INTEGRATION) != 0;
    return pith_html_current(parser)->html_integration;
}

bool pith_html_is_foreign_text(const pith_html_parser *parser)
{
    pith_html_key key = adjusted_key(parser);
    if (pith_html_key_space(key) == PITH_NS_HTML)
        return false;
    return !(pith_html_classes(key) & PITH_CLASS_TEXT_INTEGRATION) &&
           !is_html_integration(parser, key);
}

bool pith_html_is_foreign_start(const pith_html_parser *parser)
{
    pith_html_key key = adjusted_key(parser);
    if (pith_html_key_space(key) == PITH_NS_HTML)
        return false;
    uint32_t name = parser->tag.name;
    if ((pith_html_classes(key) & PITH_CLASS_TEXT_INTEGRATION) && name != PITH_TAG_MGLYPH &&
        name != PITH_TAG_MALIGNMARK)
        return false;
    if (key == pith_html_key_of(PITH_TAG_ANNOTATION_XML, PITH_NS_MATHML) && name == PITH_TAG_SVG)
        return false;
    return !is_html_integration(parser, key);
}

/* ---- The rules ------------------------------------------------------------- */

void pith_html_foreign_text(pith_html_parser *parser, pith_html_slice text)
{
    text.flags &= ~(unsigned)PITH_TEXT_NUL_DROP;
    pith_html_insert_text(parser, text);
    if (parser->frameset_ok && !pith_html_is_idle(parser, text))
        parser->frameset_ok = false;
}

/* The start tags that end foreign content. */
static bool breaks_out(const pith_html_parser *parser)
{
    switch (parser->tag.name) {
    case PITH_TAG_B:
    case PITH_TAG_BIG:
    case PITH_TAG_BLOCKQUOTE:
    case PITH_TAG_BODY:
    case PITH_TAG_BR:
    case PITH_TAG_CENTER:
    case PITH_TAG_CODE:
    case PITH_TAG_DD:
    case PITH_TAG_DIV:
    case PITH_TAG_DL:
    case PITH_TAG_DT:
    case PITH_TAG_EM:
    case PITH_TAG_EMBED:
    case PITH_TAG_H1:
    case PITH_TAG_H2:
    case PITH_TAG_H3:
    case PITH_TAG_H4:
    case PITH_TAG_H5:
    case PITH_TAG_H6:
    case PITH_TAG_HEAD:
    case PITH_TAG_HR:
    case PITH_TAG_I:
    case PITH_TAG_IMG:
    case PITH_TAG_LI:
    case PITH_TAG_LISTING:
    case PITH_TAG_MENU:
    case PITH_TAG_META:
    case PITH_TAG_NOBR:
    case PITH_TAG_OL:
    case PITH_TAG_P:
    case PITH_TAG_PRE:
    case PITH_TAG_RUBY:
    case PITH_TAG_S:
    case PITH_TAG_SMALL:
    case PITH_TAG_SPAN:
    case PITH_TAG_STRONG:
    case PITH_TAG_STRIKE:
    case PITH_TAG_SUB:
    case PITH_TAG_SUP:
    case PITH_TAG_TABLE:
    case PITH_TAG_TT:
    case PITH_TAG_U:
    case PITH_TAG_UL:
    case PITH_TAG_VAR:
        return true;
    case PITH_TAG_FONT:
        return pith_html_tag_attribute(parser, PITH_ATTRIBUTE_COLOR).data != NULL ||
               pith_html_tag_attribute(parser, PITH_ATTRIBUTE_FACE).data != NULL ||
               pith_html_tag_attribute(parser, PITH_ATTRIBUTE_SIZE).data != NULL;
    default:
        return false;
    }
}

/* Pops until a node is current in which HTML may stand. */
static void leave_foreign(pith_html_parser *parser)
{
    while (parser->stack_count > 1) {
        const pith_html_open *current = pith_html_current(parser);
        if (pith_html_key_space(current->key) == PITH_NS_HTML || current->html_integration ||
            (pith_html_classes(current->key) & PITH_CLASS_TEXT_INTEGRATION))
            return;
        pith_html_pop(parser);
    }
}

void pith_html_foreign_start(pith_html_parser *parser)
{
    if (breaks_out(parser)) {
        leave_foreign(parser);
        pith_html_mode_start(parser);
        return;
    }
    pith_html_insert_element(parser, pith_html_key_space(adjusted_key(parser)));
    if (parser->tag.self_closing)
        pith_html_pop(parser);
}

void pith_html_foreign_end(pith_html_parser *parser)
{
    uint32_t name = parser->tag.name;
    if (name == PITH_TAG_BR || name == PITH_TAG_P) {
        leave_foreign(parser);
        pith_html_mode_end(parser);
        return;
    }
    for (uint32_t i = parser->stack_count; i-- > 1;) {
        pith_html_key key = parser->stack[i].key;
        if (pith_html_key_space(key) == PITH_NS_HTML) {
            pith_html_mode_end(parser);
            return;
        }
        if (pith_html_key_name(key) == name) {
            pith_html_pop_to(parser, i);
            return;
        }
    }
}
