/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Formulas. A page often has one twice or three times over: as MathML for
 * machines, drawn in many small elements, and in TeX as its author wrote it
 * (KaTeX, MathJax 2 and 3, MediaWiki). The TeX is taken where there is any,
 * LaTeX made from the MathML otherwise, and the rest of the element is muted.
 */
#include "document/builder.h"
#include "document/mathml.h"

static bool is_math_element(const pith_html_tree *tree, uint32_t html, uint32_t name)
{
    const pith_html_node *node = &tree->nodes[html];
    return node->type == PITH_HTML_ELEMENT && node->space == PITH_NS_MATHML && node->name == name;
}

static bool begins_with(pith_str text, pith_str prefix)
{
    return text.size >= prefix.size &&
           pith_str_equal_ignoring_case((pith_str){text.data, prefix.size}, prefix);
}

static bool contains(pith_str text, pith_str part)
{
    for (size_t at = 0; at + part.size <= text.size; at++)
        if (begins_with(pith_str_from(text, at), part))
            return true;
    return false;
}

/* ---- Where a formula is ------------------------------------------------- */

/* The elements that scripts put all the forms of a formula into. */
static bool is_rendered(const pith_html_tree *tree, uint32_t html)
{
    const pith_html_node *nodes = tree->nodes;
    if (nodes[nodes[html].first_child].type != PITH_HTML_ELEMENT)
        return false; /* nearly all end here */
    if (pith_html_is(tree, html, PITH_TAG_SPAN) || pith_html_is(tree, html, PITH_TAG_DIV)) {
        pith_str classes = pith_html_raw_value(
            tree, pith_html_find_attribute(tree, html, PITH_ATTRIBUTE_CLASS));
        char first = classes.size > 0 ? pith_to_lower(classes.data[0]) : '\0';
        if (first != 'k' && first != 'm')
            return false;
        return begins_with(classes, PITH_STR("katex")) ||
               begins_with(classes, PITH_STR("mathjax")) ||
               begins_with(classes, PITH_STR("mwe-math-element"));
    }
    return tree->nodes[html].name >= PITH_TAG_COUNT &&
           pith_str_equal(pith_html_name(tree, html), PITH_STR("mjx-container"));
}

/* MathJax 2 leaves the author's TeX in a <script> right after what it drew. */
static uint32_t script_after(const pith_html_tree *tree, uint32_t html)
{
    enum { NEAR = 4 };
    uint32_t node = html;
    for (int i = 0; i < NEAR; i++) {
        node = tree->nodes[node].next;
        if (node == 0 || pith_is_tex_script(tree, node))
            return node;
    }
    return 0;
}

/* The TeX below the element, else its MathML; 0 if there is neither. */
static uint32_t find_formula(const pith_html_tree *tree, uint32_t html)
{
    uint32_t math = 0, node = html;
    do {
        if (is_math_element(tree, node, PITH_TAG_MATH) && math == 0)
            math = node;
        if (is_math_element(tree, node, PITH_TAG_ANNOTATION) &&
            contains(pith_attribute_head(tree, node, PITH_ATTRIBUTE_ENCODING), PITH_STR("tex")))
            return node;
    } while ((node = pith_html_following(tree, node, html)) != 0);
    return math;
}

/* Whether a formula stands on a line of its own: the element says it, or one around it. */
static bool is_display(const pith_html_tree *tree, uint32_t formula)
{
    enum { AROUND = 8 };
    uint32_t node = formula;
    for (int i = 0; i < AROUND && node != 0; i++, node = tree->nodes[node].parent) {
        if (tree->nodes[node].type != PITH_HTML_ELEMENT)
            break;
        pith_str display = pith_attribute_head(tree, node, PITH_ATTRIBUTE_DISPLAY);
        if (pith_str_equal_ignoring_case(display, PITH_STR("block")) ||
            pith_str_equal_ignoring_case(display, PITH_STR("true")))
            return true;
        if (tree->nodes[node].space == PITH_NS_HTML &&
            contains(pith_attribute_head(tree, node, PITH_ATTRIBUTE_CLASS),
                     PITH_STR("katex-display")))
            return true;
    }
    return contains(pith_attribute_head(tree, formula, PITH_ATTRIBUTE_TYPE), PITH_STR("display"));
}

bool pith_builder_enter_formula(pith_builder *builder, uint32_t html)
{
    const pith_html_tree *tree = builder->tree;
    bool math = is_math_element(tree, html, PITH_TAG_MATH);
    if (builder->scope.formula || (!math && !is_rendered(tree, html)))
        return false;
    builder->scope.formula = true; /* what is below has been looked through */
    uint32_t script = math ? 0 : script_after(tree, html);
    builder->formula = script != 0 ? 0 : find_formula(tree, html);
    return script != 0 || builder->formula != 0;
}

/* ---- TeX ---------------------------------------------------------------- */

/* The closing brace of the group that a text begins with; 0 if there is none. */
static size_t group_end(pith_str text)
{
    size_t depth = 0;
    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] == '\\')
            i++;
        else if (text.data[i] == '{')
            depth++;
        else if (text.data[i] == '}' && --depth == 0)
            return i;
    }
    return 0;
}

static pith_str inside(pith_str text, size_t before, size_t after)
{
    return pith_str_trim((pith_str){text.data + before, text.size - before - after});
}

/* Without what only says that it is a formula: "$", "\(", "{\displaystyle …}". */
static pith_str strip(pith_str tex, bool *display)
{
    static const pith_str styles[] = {
        {"{\\displaystyle", 14}, {"{\\textstyle", 11}, {"{\\scriptstyle", 13},
    };
    tex = pith_str_trim(tex);
    bool dollars = tex.size > 4 && begins_with(tex, PITH_STR("$$"));
    if (dollars || (tex.size > 4 && begins_with(tex, PITH_STR("\\["))))
        *display = true, tex = inside(tex, 2, 2);
    else if (tex.size > 4 && begins_with(tex, PITH_STR("\\(")))
        tex = inside(tex, 2, 2);
    else if (tex.size > 2 && tex.data[0] == '$' && tex.data[tex.size - 1] == '$')
        tex = inside(tex, 1, 1);
    for (size_t i = 0; i < sizeof styles / sizeof *styles; i++)
        if (begins_with(tex, styles[i]) && group_end(tex) == tex.size - 1 &&
            tex.size > styles[i].size + 1 && !pith_is_alpha(tex.data[styles[i].size]))
            return inside(tex, styles[i].size, 1);
    if (begins_with(tex, PITH_STR("\\displaystyle ")))
        return inside(tex, 14, 0);
    return tex;
}

static void put_tex(pith_builder *builder, pith_str tex, bool display, uint32_t source)
{
    tex = strip(tex, &display);
    size_t backslashes = 0;
    while (backslashes < tex.size && tex.data[tex.size - 1 - backslashes] == '\\')
        backslashes++;
    tex.size -= backslashes % 2; /* of a space that was trimmed: it would hide the "$" */
    if (tex.size > 0 && !builder->failed)
        pith_builder_put_formula(builder, tex, display, source);
}

void pith_builder_formula(pith_builder *builder, uint32_t formula)
{
    const pith_html_tree *tree = builder->tree;
    uint32_t source = tree->nodes[formula].start, child = tree->nodes[formula].first_child;
    bool display = is_display(tree, formula);
    pith_buffer_reset(&builder->value);
    if (is_math_element(tree, formula, PITH_TAG_MATH)) {
        pith_buffer scratch;
        pith_buffer_init(&scratch, builder->memory);
        pith_mathml_to_latex(tree, formula, &builder->value, &scratch);
        pith_buffer_release(&scratch);
        put_tex(builder, (pith_str){builder->value.data, builder->value.size}, display, source);
    } else if (child != 0 && tree->nodes[child].type == PITH_HTML_TEXT) {
        put_tex(builder, pith_html_text(tree, child, &builder->value), display, source);
    }
    builder->failed = builder->failed || builder->value.failed;
}

/* ---- Images ------------------------------------------------------------- */

/* Class names that wikis, blogs and TeX converters give to images of formulas. */
static bool names_formula(pith_str classes)
{
    static const char *const names[] = {"tex", "latex", "math", "formula", "equation"};
    if (contains(classes, PITH_STR("mwe-math-fallback")))
        return true;
    while (classes.size > 0) {
        size_t size = 0;
        while (size < classes.size && !pith_is_space(classes.data[size]))
            size++;
        for (size_t i = 0; i < sizeof names / sizeof *names; i++)
            if (pith_str_equal_ignoring_case((pith_str){classes.data, size},
                                             (pith_str){names[i], strlen(names[i])}))
                return true;
        classes = pith_str_trim(pith_str_from(classes, size));
    }
    return false;
}

bool pith_builder_formula_image(pith_builder *builder, uint32_t html)
{
    const pith_html_tree *tree = builder->tree;
    pith_str classes = pith_attribute_head(tree, html, PITH_ATTRIBUTE_CLASS);
    if (classes.size == 0 || !names_formula(classes))
        return false;
    pith_buffer_reset(&builder->value);
    pith_str tex = pith_str_trim(pith_html_get(tree, html, PITH_ATTRIBUTE_ALT, &builder->value));
    builder->failed = builder->failed || builder->value.failed;
    if (tex.size == 0)
        return false;
    put_tex(builder, tex, contains(classes, PITH_STR("display")), tree->nodes[html].start);
    return true;
}
