/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Preformatted text: every space as it stands, each block-level element inside
 * (a <div> or a table row for each line, as highlighters make) a line of its
 * own, line numbers left out. Line ends at the end of the text are left out too.
 */
#include "document/builder.h"

static const pith_str NONE = {NULL, 0};

bool pith_is_preformatted(const pith_html_tree *tree, uint32_t html)
{
    const pith_html_node *node = &tree->nodes[html];
    return node->space == PITH_NS_HTML &&
           (node->name == PITH_TAG_PRE || node->name == PITH_TAG_LISTING ||
            node->name == PITH_TAG_XMP || node->name == PITH_TAG_PLAINTEXT);
}

/* ---- Class names -------------------------------------------------------- */

static pith_str class_list(const pith_html_tree *tree, uint32_t html)
{
    if (tree->nodes[html].type != PITH_HTML_ELEMENT)
        return NONE;
    return pith_html_raw_value(tree, pith_html_find_attribute(tree, html, PITH_ATTRIBUTE_CLASS));
}

/* Takes the next word off the list; empty at its end. */
static pith_str next_word(pith_str *list)
{
    *list = pith_str_trim(*list);
    size_t size = 0;
    while (size < list->size && !pith_is_space(list->data[size]))
        size++;
    pith_str word = {list->data, size};
    *list = pith_str_from(*list, size);
    return word;
}

static bool has_prefix(pith_str word, pith_str prefix)
{
    return word.size > prefix.size &&
           pith_str_equal_ignoring_case((pith_str){word.data, prefix.size}, prefix);
}

static bool is_one_of(pith_str word, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (pith_str_equal_ignoring_case(word, (pith_str){names[i], strlen(names[i])}))
            return true;
    return false;
}

/* ---- Line numbers ------------------------------------------------------- */

/* Class names of the highlighters Pygments, Rouge, Chroma, highlight.js, SyntaxHighlighter … */
static bool names_gutter(pith_str word)
{
    static const char *const names[] = {
        "lineno", "linenos", "line-number", "line-numbers", "linenumber", "linenumbers", "gutter",
        "rouge-gutter", "blob-num", "hljs-ln-numbers", "lnt", "ln", "lnos", "line_number",
    };
    return is_one_of(word, names, sizeof names / sizeof *names);
}

/* Only digits and white space, as far as a look at its first nodes tells. */
static bool holds_numbers(const pith_html_tree *tree, uint32_t html)
{
    enum { ENOUGH = 1000 };
    uint32_t node = html;
    for (int i = 0; i < ENOUGH && (node = pith_html_following(tree, node, html)) != 0; i++) {
        const pith_html_node *text = &tree->nodes[node];
        if (text->type != PITH_HTML_TEXT)
            continue;
        for (uint32_t at = 0; at < text->extent && at < ENOUGH; at++) {
            char byte = tree->text[text->start + at];
            if (!pith_is_digit(byte) && !pith_is_space(byte))
                return false;
        }
    }
    return true;
}

bool pith_is_gutter(const pith_html_tree *tree, uint32_t html)
{
    pith_str classes = class_list(tree, html), word;
    while ((word = next_word(&classes)).size > 0)
        if (names_gutter(word))
            return holds_numbers(tree, html);
    return false;
}

/* ---- The language ------------------------------------------------------- */

static bool is_language(pith_str word)
{
    static const char *const others[] = {
        "none", "plain", "plaintext", "text", "txt", "default", "nohighlight", "no-highlight",
        "auto", "undefined", "code", "numbersource", "notranslate",
    };
    if (word.size == 0 || word.size > 24)
        return false;
    for (size_t i = 0; i < word.size; i++)
        if (!pith_is_alpha(word.data[i]) && !pith_is_digit(word.data[i]) &&
            memchr("+#-_.", word.data[i], 5) == NULL)
            return false;
    return !is_one_of(word, others, sizeof others / sizeof *others);
}

static pith_str language_of_classes(pith_str classes)
{
    static const pith_str prefixes[] = {
        {"language-", 9}, {"lang-", 5}, {"highlight-source-", 17}, {"highlight-", 10},
        {"src-", 4}, {"brush:", 6},
    };
    pith_str word, before = NONE, found;
    while ((word = next_word(&classes)).size > 0) {
        while (word.size > 1 && word.data[word.size - 1] == ';')
            word.size--;
        for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
            if (has_prefix(word, prefixes[i]) &&
                is_language(found = pith_str_from(word, prefixes[i].size)))
                return found;
        if ((pith_str_equal(before, PITH_STR("brush:")) ||
             pith_str_equal(before, PITH_STR("sourceCode")) ||
             pith_str_equal(before, PITH_STR("syntaxhighlighter")) ||
             pith_str_equal(before, PITH_STR("hljs"))) && is_language(word))
            return word;
        before = word;
    }
    return NONE;
}

static pith_str language_of_element(const pith_html_tree *tree, uint32_t html)
{
    static const uint32_t names[] = {PITH_ATTRIBUTE_DATA_LANG, PITH_ATTRIBUTE_DATA_LANGUAGE};
    if (tree->nodes[html].type != PITH_HTML_ELEMENT)
        return NONE;
    pith_str found = language_of_classes(class_list(tree, html));
    for (size_t i = 0; i < 2 && found.size == 0; i++) {
        found = pith_str_trim(
            pith_html_raw_value(tree, pith_html_find_attribute(tree, html, names[i])));
        if (!is_language(found))
            found = NONE;
    }
    return found;
}

/*
 * Said on the <pre>, on the <code> in it, or on one of the nearest elements
 * around; tables put five more there.
 */
static pith_str find_language(const pith_html_tree *tree, uint32_t html)
{
    const int AROUND = pith_is_preformatted(tree, html) ? 3 : 6;
    pith_str found = language_of_element(tree, html);
    uint32_t child = tree->nodes[html].first_child;
    while (child != 0 && tree->nodes[child].type == PITH_HTML_TEXT)
        child = tree->nodes[child].next;
    if (found.size == 0 && child != 0 && pith_html_is(tree, child, PITH_TAG_CODE))
        found = language_of_element(tree, child);
    uint32_t around = tree->nodes[html].parent;
    for (int i = 0; i < AROUND && found.size == 0 && around != 0; i++) {
        found = language_of_element(tree, around);
        around = tree->nodes[around].parent;
    }
    return found;
}

static void set_language(pith_builder *builder, uint32_t html, pith_node *node)
{
    pith_str language = find_language(builder->tree, html);
    if (language.size == 0)
        return;
    char *copy = pith_arena_take(&builder->document->arena, language.size);
    node->target = pith_builder_target(builder);
    if (copy == NULL || node->target == NULL) {
        builder->failed = true;
        return;
    }
    for (size_t i = 0; i < language.size; i++)
        copy[i] = pith_to_lower(language.data[i]);
    node->target->title = (pith_str){copy, language.size};
}

/* ---- Text --------------------------------------------------------------- */

static bool at_line_start(const pith_builder *builder)
{
    return builder->text.size == 0 || builder->text.data[builder->text.size - 1] == '\n';
}

void pith_builder_begin_code(pith_builder *builder)
{
    pith_builder_finish_leaf(builder);
    builder->code_lines = builder->scope.code == PITH_CODE_LINES;
    builder->code_block = 0;
    builder->code_start = builder->next_block;
}

void pith_builder_code_break(pith_builder *builder)
{
    pith_buffer_add_byte(&builder->text, '\n');
}

/* Without a <pre> only no-break spaces keep an indentation: they are spaces then. */
static void soften_spaces(pith_buffer *text, size_t from)
{
    size_t out = from;
    for (size_t i = from; i < text->size; i++) {
        bool hard = text->data[i] == '\xC2' && i + 1 < text->size && text->data[i + 1] == '\xA0';
        text->data[out++] = hard ? ' ' : text->data[i];
        i += hard;
    }
    text->size = out;
}

/* Controls show nothing; all else stays. */
void pith_builder_code_text(pith_builder *builder, uint32_t html)
{
    size_t from = builder->text.size;
    pith_buffer_reset(&builder->value);
    pith_str text = pith_html_text(builder->tree, html, &builder->value);
    size_t start = 0;
    for (size_t i = 0; i < text.size; i++) {
        unsigned char byte = (unsigned char)text.data[i];
        if ((byte >= 0x20 && byte != 0x7F) || byte == '\n' || byte == '\t')
            continue;
        pith_buffer_add(&builder->text, (pith_str){text.data + start, i - start});
        start = i + 1;
    }
    pith_buffer_add(&builder->text, pith_str_from(text, start));
    if (builder->code_lines)
        soften_spaces(&builder->text, from);
    builder->failed = builder->failed || builder->text.failed || builder->value.failed;
}

void pith_builder_code_inline(pith_builder *builder, uint32_t html)
{
    /* <pre><code>…</code><code>…</code></pre>: an element for each line. */
    const pith_html_node *nodes = builder->tree->nodes;
    if (pith_html_is(builder->tree, html, PITH_TAG_CODE) &&
        pith_is_preformatted(builder->tree, nodes[html].parent) &&
        html != nodes[nodes[html].parent].first_child &&
        pith_html_is(builder->tree, nodes[html].previous, PITH_TAG_CODE) && !at_line_start(builder))
        pith_buffer_add_byte(&builder->text, '\n');
}

/* Cells are parts of a line. */
static bool is_line(const pith_html_tree *tree, uint32_t html)
{
    return pith_flow_of(tree, html) == PITH_FLOW_BLOCK && !pith_html_is(tree, html, PITH_TAG_TD) &&
           !pith_html_is(tree, html, PITH_TAG_TH);
}

void pith_builder_code_line(pith_builder *builder, uint32_t html)
{
    if (!is_line(builder->tree, html))
        return;
    if (!at_line_start(builder))
        pith_buffer_add_byte(&builder->text, '\n');
    builder->code_block = html;
    builder->code_size = builder->text.size;
}

void pith_builder_end_code_line(pith_builder *builder, uint32_t html)
{
    if (!is_line(builder->tree, html))
        return;
    bool empty = builder->code_block == html && builder->code_size == builder->text.size;
    if (empty || !at_line_start(builder))
        pith_buffer_add_byte(&builder->text, '\n');
}

static bool is_blank(pith_str text)
{
    return pith_str_trim(text).size == 0;
}

void pith_builder_end_code(pith_builder *builder, uint32_t html)
{
    pith_str text = {builder->text.data, builder->text.size};
    while (text.size > 0 && text.data[text.size - 1] == '\n')
        text.size--;
    if (builder->failed || is_blank(text) || builder->code_start == builder->next_block) {
        pith_buffer_reset(&builder->text);
        return;
    }
    pith_node *parent = pith_builder_parent(builder, PITH_NODE_CODE_BLOCK);
    pith_node *node = parent != NULL ? pith_builder_add(builder, parent, PITH_NODE_CODE_BLOCK,
                                                        builder->tree->nodes[html].start) : NULL;
    if (node != NULL) {
        set_language(builder, html, node);
        if (!pith_arena_copy(&builder->document->arena, text, &node->text))
            builder->failed = true;
    }
    pith_buffer_reset(&builder->text);
}
