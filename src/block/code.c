/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Code without a <pre>: highlighters and editors that make an element for each
 * line, a row of a table or a <div>, and keep its white space by style. What
 * tells them is a pair of class names: of the line or cell, and of what holds it.
 */
#include "block/block.h"

/* The beginning of the class attribute, as the page has it. */
static pith_str classes_of(const pith_html_tree *tree, uint32_t node)
{
    enum { ENOUGH = 128 };
    const pith_html_attribute *attribute =
        pith_html_find_attribute(tree, node, PITH_ATTRIBUTE_CLASS);
    pith_str value = pith_html_raw_value(tree, attribute);
    if (value.size > ENOUGH)
        value.size = ENOUGH;
    return value;
}

static bool has_word(pith_str classes, const char *const *words, size_t count)
{
    while ((classes = pith_str_trim(classes)).size > 0) {
        size_t size = 0;
        while (size < classes.size && !pith_is_space(classes.data[size]))
            size++;
        for (size_t i = 0; i < count; i++)
            if (pith_str_equal((pith_str){classes.data, size},
                               (pith_str){words[i], strlen(words[i])}))
                return true;
        classes = pith_str_from(classes, size);
    }
    return false;
}

static bool contains(pith_str text, pith_str part)
{
    while (text.size >= part.size) {
        const char *at = memchr(text.data, part.data[0], text.size - part.size + 1);
        if (at == NULL)
            return false;
        if (memcmp(at, part.data, part.size) == 0)
            return true;
        text = pith_str_from(text, (size_t)(at - text.data) + 1);
    }
    return false;
}

static uint32_t first_element(const pith_html_tree *tree, uint32_t node)
{
    uint32_t child = tree->nodes[node].first_child;
    while (child != 0 && tree->nodes[child].type != PITH_HTML_ELEMENT)
        child = tree->nodes[child].next;
    return child;
}

static bool is_code_line(const pith_html_tree *tree, uint32_t node)
{
    static const char *const names[] = {
        "line", "code-line", "codeline", "view-line", "cm-line", "CodeMirror-line", "ace_line",
        "token-line", "highlight-line", "code_line", "hljs-line",
    };
    if (!pith_html_is(tree, node, PITH_TAG_DIV) && !pith_html_is(tree, node, PITH_TAG_LI) &&
        !pith_html_is(tree, node, PITH_TAG_PRE))
        return false;
    pith_str classes = classes_of(tree, node);
    return contains(classes, PITH_STR("line")) && /* each of them: most classes end here */
           has_word(classes, names, sizeof names / sizeof *names);
}

/* "code", "highlighted", "view-lines", "ace_text-layer", "cm-content" … */
static bool names_code(pith_str classes)
{
    return contains(classes, PITH_STR("code")) || contains(classes, PITH_STR("Code")) ||
           contains(classes, PITH_STR("highlight")) || contains(classes, PITH_STR("view-lines")) ||
           contains(classes, PITH_STR("ace_")) || contains(classes, PITH_STR("cm-content"));
}

static bool is_code_rows(const pith_html_tree *tree, uint32_t table)
{
    static const char *const names[] = {
        "blob-code", "js-file-line", "hljs-ln-code", "code-line", "line-code", "lines-code",
        "line_content", "code-cell",
    };
    uint32_t row = first_element(tree, table);
    if (row != 0 && pith_html_is(tree, row, PITH_TAG_TBODY))
        row = first_element(tree, row);
    uint32_t cell = row != 0 && pith_html_is(tree, row, PITH_TAG_TR) ? first_element(tree, row) : 0;
    enum { COLUMNS = 4 }; /* line numbers before and after, a sign, the line */
    for (int i = 0; i < COLUMNS && cell != 0; i++, cell = tree->nodes[cell].next)
        if (pith_html_is(tree, cell, PITH_TAG_TD) &&
            has_word(classes_of(tree, cell), names, sizeof names / sizeof *names))
            return !pith_html_is(tree, first_element(tree, cell), PITH_TAG_PRE);
    return false;
}

bool pith_is_code_lines(const pith_html_tree *tree, uint32_t node)
{
    const pith_html_node *n = &tree->nodes[node];
    if (n->first_child == 0 || n->type != PITH_HTML_ELEMENT || n->space != PITH_NS_HTML)
        return false;
    if (n->name == PITH_TAG_TABLE)
        return is_code_rows(tree, node);
    if (n->name != PITH_TAG_DIV && n->name != PITH_TAG_TD && n->name != PITH_TAG_OL)
        return false;
    uint32_t line = first_element(tree, node);
    return line != 0 && is_code_line(tree, line) &&
           (names_code(classes_of(tree, node)) || names_code(classes_of(tree, n->parent)));
}
