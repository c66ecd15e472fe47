/* SPDX-License-Identifier: Apache-2.0 */
/*
 * HTML standard, 15.3 (rendering, non-replaced elements) and 15.4 (replaced
 * elements). It differs where a decision wants smaller units: <button>,
 * <option> and <legend> are block-level here.
 */
#include "block/block.h"

/* HTML elements that are not inline. The order of the names is that of names.h. */
static const uint8_t flow_of_tag[PITH_TAG_COUNT] = {
    [PITH_TAG_ADDRESS] = PITH_FLOW_BLOCK,
    [PITH_TAG_AMP_AD] = PITH_FLOW_NONE,
    [PITH_TAG_AMP_IMG] = PITH_FLOW_ATOM,
    [PITH_TAG_APPLET] = PITH_FLOW_ATOM,
    [PITH_TAG_AREA] = PITH_FLOW_NONE,
    [PITH_TAG_ARTICLE] = PITH_FLOW_BLOCK,
    [PITH_TAG_ASIDE] = PITH_FLOW_BLOCK,
    [PITH_TAG_AUDIO] = PITH_FLOW_ATOM,
    [PITH_TAG_BASE] = PITH_FLOW_NONE,
    [PITH_TAG_BASEFONT] = PITH_FLOW_NONE,
    [PITH_TAG_BGSOUND] = PITH_FLOW_NONE,
    [PITH_TAG_BLOCKQUOTE] = PITH_FLOW_BLOCK,
    [PITH_TAG_BODY] = PITH_FLOW_BLOCK,
    [PITH_TAG_BR] = PITH_FLOW_BREAK,
    [PITH_TAG_BUTTON] = PITH_FLOW_BLOCK,
    [PITH_TAG_CANVAS] = PITH_FLOW_ATOM,
    [PITH_TAG_CAPTION] = PITH_FLOW_BLOCK,
    [PITH_TAG_CENTER] = PITH_FLOW_BLOCK,
    [PITH_TAG_COL] = PITH_FLOW_NONE,
    [PITH_TAG_COLGROUP] = PITH_FLOW_NONE,
    [PITH_TAG_DATALIST] = PITH_FLOW_NONE,
    [PITH_TAG_DD] = PITH_FLOW_BLOCK,
    [PITH_TAG_DETAILS] = PITH_FLOW_BLOCK,
    [PITH_TAG_DIALOG] = PITH_FLOW_BLOCK,
    [PITH_TAG_DIR] = PITH_FLOW_BLOCK,
    [PITH_TAG_DIV] = PITH_FLOW_BLOCK,
    [PITH_TAG_DL] = PITH_FLOW_BLOCK,
    [PITH_TAG_DT] = PITH_FLOW_BLOCK,
    [PITH_TAG_EMBED] = PITH_FLOW_ATOM,
    [PITH_TAG_FIELDSET] = PITH_FLOW_BLOCK,
    [PITH_TAG_FIGCAPTION] = PITH_FLOW_BLOCK,
    [PITH_TAG_FIGURE] = PITH_FLOW_BLOCK,
    [PITH_TAG_FOOTER] = PITH_FLOW_BLOCK,
    [PITH_TAG_FORM] = PITH_FLOW_BLOCK,
    [PITH_TAG_FRAME] = PITH_FLOW_NONE,
    [PITH_TAG_FRAMESET] = PITH_FLOW_NONE,
    [PITH_TAG_H1] = PITH_FLOW_BLOCK,
    [PITH_TAG_H2] = PITH_FLOW_BLOCK,
    [PITH_TAG_H3] = PITH_FLOW_BLOCK,
    [PITH_TAG_H4] = PITH_FLOW_BLOCK,
    [PITH_TAG_H5] = PITH_FLOW_BLOCK,
    [PITH_TAG_H6] = PITH_FLOW_BLOCK,
    [PITH_TAG_HEAD] = PITH_FLOW_NONE,
    [PITH_TAG_HEADER] = PITH_FLOW_BLOCK,
    [PITH_TAG_HGROUP] = PITH_FLOW_BLOCK,
    [PITH_TAG_HR] = PITH_FLOW_BLOCK,
    [PITH_TAG_HTML] = PITH_FLOW_BLOCK,
    [PITH_TAG_IFRAME] = PITH_FLOW_ATOM,
    [PITH_TAG_IMG] = PITH_FLOW_ATOM,
    [PITH_TAG_INPUT] = PITH_FLOW_ATOM,
    [PITH_TAG_LEGEND] = PITH_FLOW_BLOCK,
    [PITH_TAG_LI] = PITH_FLOW_BLOCK,
    [PITH_TAG_LINK] = PITH_FLOW_NONE,
    [PITH_TAG_LISTING] = PITH_FLOW_BLOCK,
    [PITH_TAG_MAIN] = PITH_FLOW_BLOCK,
    [PITH_TAG_MENU] = PITH_FLOW_BLOCK,
    [PITH_TAG_META] = PITH_FLOW_NONE,
    [PITH_TAG_METER] = PITH_FLOW_ATOM,
    [PITH_TAG_NAV] = PITH_FLOW_BLOCK,
    [PITH_TAG_NOEMBED] = PITH_FLOW_NONE,
    [PITH_TAG_NOFRAMES] = PITH_FLOW_NONE,
    [PITH_TAG_OBJECT] = PITH_FLOW_ATOM,
    [PITH_TAG_OL] = PITH_FLOW_BLOCK,
    [PITH_TAG_OPTGROUP] = PITH_FLOW_BLOCK,
    [PITH_TAG_OPTION] = PITH_FLOW_BLOCK,
    [PITH_TAG_P] = PITH_FLOW_BLOCK,
    [PITH_TAG_PARAM] = PITH_FLOW_NONE,
    [PITH_TAG_PLAINTEXT] = PITH_FLOW_BLOCK,
    [PITH_TAG_PRE] = PITH_FLOW_BLOCK,
    [PITH_TAG_PROGRESS] = PITH_FLOW_ATOM,
    [PITH_TAG_RP] = PITH_FLOW_NONE,
    [PITH_TAG_SCRIPT] = PITH_FLOW_NONE,
    [PITH_TAG_SEARCH] = PITH_FLOW_BLOCK,
    [PITH_TAG_SECTION] = PITH_FLOW_BLOCK,
    [PITH_TAG_SELECT] = PITH_FLOW_BLOCK,
    [PITH_TAG_SOURCE] = PITH_FLOW_NONE,
    [PITH_TAG_STYLE] = PITH_FLOW_NONE,
    [PITH_TAG_SUMMARY] = PITH_FLOW_BLOCK,
    [PITH_TAG_TABLE] = PITH_FLOW_BLOCK,
    [PITH_TAG_TBODY] = PITH_FLOW_BLOCK,
    [PITH_TAG_TD] = PITH_FLOW_BLOCK,
    [PITH_TAG_TEMPLATE] = PITH_FLOW_NONE,
    [PITH_TAG_TEXTAREA] = PITH_FLOW_BLOCK,
    [PITH_TAG_TFOOT] = PITH_FLOW_BLOCK,
    [PITH_TAG_TH] = PITH_FLOW_BLOCK,
    [PITH_TAG_THEAD] = PITH_FLOW_BLOCK,
    [PITH_TAG_TITLE] = PITH_FLOW_NONE,
    [PITH_TAG_TR] = PITH_FLOW_BLOCK,
    [PITH_TAG_TRACK] = PITH_FLOW_NONE,
    [PITH_TAG_UL] = PITH_FLOW_BLOCK,
    [PITH_TAG_VIDEO] = PITH_FLOW_ATOM,
    [PITH_TAG_XMP] = PITH_FLOW_BLOCK,
};

static pith_flow flow_of_foreign(const pith_html_node *node)
{
    if (node->space == PITH_NS_SVG)
        return PITH_FLOW_ATOM;
    return node->name == PITH_TAG_ANNOTATION || node->name == PITH_TAG_ANNOTATION_XML
               ? PITH_FLOW_NONE : PITH_FLOW_INLINE;
}

static bool has_block_child(const pith_html_tree *tree, uint32_t node)
{
    const pith_html_node *nodes = tree->nodes;
    for (uint32_t child = nodes[node].first_child; child != 0; child = nodes[child].next) {
        const pith_html_node *n = &nodes[child];
        if (n->type == PITH_HTML_ELEMENT && n->space == PITH_NS_HTML &&
            n->name < PITH_TAG_COUNT && flow_of_tag[n->name] == PITH_FLOW_BLOCK)
            return true;
    }
    return false;
}

bool pith_is_tex_script(const pith_html_tree *tree, uint32_t node)
{
    if (!pith_html_is(tree, node, PITH_TAG_SCRIPT))
        return false;
    const pith_str kind = PITH_STR("math/tex");
    const pith_html_attribute *type = pith_html_find_attribute(tree, node, PITH_ATTRIBUTE_TYPE);
    pith_str value = pith_str_trim(pith_html_raw_value(tree, type));
    return value.size >= kind.size &&
           pith_str_equal_ignoring_case((pith_str){value.data, kind.size}, kind);
}

pith_flow pith_flow_of(const pith_html_tree *tree, uint32_t node)
{
    const pith_html_node *n = &tree->nodes[node];
    if (n->type != PITH_HTML_ELEMENT)
        return PITH_FLOW_NONE;
    if (n->space != PITH_NS_HTML)
        return flow_of_foreign(n);
    if (n->name >= PITH_TAG_COUNT || n->name == PITH_TAG_UNKNOWN)
        return has_block_child(tree, node) ? PITH_FLOW_BLOCK : PITH_FLOW_INLINE;
    if (n->name == PITH_TAG_SCRIPT && pith_is_tex_script(tree, node))
        return PITH_FLOW_ATOM;
    return (pith_flow)flow_of_tag[n->name];
}

bool pith_flow_is_whole(const pith_html_tree *tree, uint32_t node)
{
    const pith_html_node *n = &tree->nodes[node];
    if (n->type != PITH_HTML_ELEMENT || n->space != PITH_NS_HTML)
        return false;
    return n->name == PITH_TAG_PRE || n->name == PITH_TAG_TEXTAREA || n->name == PITH_TAG_LISTING ||
           n->name == PITH_TAG_XMP || n->name == PITH_TAG_PLAINTEXT ||
           pith_is_code_lines(tree, node);
}
