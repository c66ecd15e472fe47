/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What holds for every document, on pages of random tags: the links between
 * nodes, which type stands in which, nothing empty, and every word of the page
 * once. What single constructs become is in tests/write/cases.
 */
#include "../write/page.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <setjmp.h>
#include <stddef.h>
#include <cmocka.h>

enum { PAGES = 3000, TOKENS = 80, DEEPEST = 400 };

/* ---- Random pages ------------------------------------------------------- */

static const char *const tags[] = {
    "p", "div", "span", "b", "i", "em", "strong", "a", "code", "pre", "ul", "ol", "li", "dl", "dt",
    "dd", "table", "tr", "td", "th", "caption", "tbody", "thead", "figure", "figcaption",
    "blockquote", "h1", "h2", "h3", "section", "article", "nav", "aside", "footer", "form", "q",
    "sup", "sub", "s", "font", "center", "button", "custom-tag", "kbd", "details", "summary",
};

static const char *const attributes[] = {
    "", "", "", "", " class=x", " class=gutter", " href=/y", " colspan=3", " rowspan=2",
    " align=right",
    " role=presentation", " start=7", " style='text-align: center'", " class=language-c",
};

static uint32_t next_random(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u; /* Knuth and Lewis, see Numerical Recipes 7.1 */
    return *seed >> 8;
}

/* Gives the number of words, each of its own: "w0x", "w1x" … */
static int make_page(uint32_t seed, pith_buffer *html)
{
    int words = 0;
    pith_buffer_reset(html);
    for (int i = 0; i < TOKENS; i++) {
        char token[80];
        uint32_t kind = next_random(&seed) % 8;
        const char *tag = tags[next_random(&seed) % (sizeof tags / sizeof *tags)];
        const char *more =
            attributes[next_random(&seed) % (sizeof attributes / sizeof *attributes)];
        if (kind < 3)
            snprintf(token, sizeof token, "<%s%s>", tag, more);
        else if (kind < 5)
            snprintf(token, sizeof token, "</%s>", tag);
        else if (kind < 7)
            snprintf(token, sizeof token, " w%dx ", words++);
        else
            strcpy(token, next_random(&seed) % 2 ? "<br>" : "<img src=z><hr>");
        pith_buffer_add(html, (pith_str){token, strlen(token)});
    }
    return words;
}

/* ---- What holds --------------------------------------------------------- */

static bool is_inline(pith_node_type type)
{
    return type >= PITH_NODE_TEXT;
}

static bool may_hold(const pith_node *parent, const pith_node *child)
{
    pith_node_type in = pith_node_get_type(parent), type = pith_node_get_type(child);
    switch (in) {
    case PITH_NODE_LIST:
        return type == PITH_NODE_LIST_ITEM;
    case PITH_NODE_DESCRIPTION_LIST:
        return type == PITH_NODE_DESCRIPTION_TERM || type == PITH_NODE_DESCRIPTION_DETAILS;
    case PITH_NODE_TABLE:
        return type == PITH_NODE_TABLE_ROW || type == PITH_NODE_CAPTION;
    case PITH_NODE_TABLE_ROW:
        return type == PITH_NODE_TABLE_CELL;
    case PITH_NODE_HEADING: case PITH_NODE_PARAGRAPH: case PITH_NODE_CAPTION:
    case PITH_NODE_DESCRIPTION_TERM: case PITH_NODE_EMPHASIS: case PITH_NODE_STRONG:
    case PITH_NODE_STRIKETHROUGH: case PITH_NODE_SUPERSCRIPT: case PITH_NODE_SUBSCRIPT:
    case PITH_NODE_LINK:
        return is_inline(type);
    case PITH_NODE_TEXT: case PITH_NODE_LINE_BREAK: case PITH_NODE_CODE: case PITH_NODE_IMAGE:
    case PITH_NODE_CODE_BLOCK: case PITH_NODE_THEMATIC_BREAK:
        return false;
    default: /* all others hold blocks, but not the parts of lists and tables */
        return !is_inline(type) && type != PITH_NODE_LIST_ITEM && type != PITH_NODE_TABLE_ROW &&
               type != PITH_NODE_TABLE_CELL && type != PITH_NODE_DESCRIPTION_TERM &&
               type != PITH_NODE_DESCRIPTION_DETAILS && type != PITH_NODE_DOCUMENT;
    }
}

static void check_node(const pith_node *node, int depth)
{
    pith_node_type type = pith_node_get_type(node);
    assert_true(depth < DEEPEST);
    if (type == PITH_NODE_TEXT || type == PITH_NODE_CODE || type == PITH_NODE_CODE_BLOCK)
        assert_true(pith_node_text(node).size > 0);
    else if (type != PITH_NODE_DOCUMENT && type != PITH_NODE_TABLE_CELL &&
             type != PITH_NODE_IMAGE && type != PITH_NODE_LINE_BREAK &&
             type != PITH_NODE_THEMATIC_BREAK)
        assert_non_null(pith_node_first_child(node));
    if (type == PITH_NODE_LINK || type == PITH_NODE_IMAGE)
        assert_true(pith_node_url(node).size > 0);
    if (type == PITH_NODE_TABLE_CELL)
        assert_true(pith_node_row_span(node) >= 1 && pith_node_column_span(node) >= 1);
    const pith_node *child = pith_node_first_child(node);
    for (; child != NULL; child = pith_node_next(child)) {
        assert_ptr_equal(pith_node_parent(child), node);
        assert_true(may_hold(node, child));
        check_node(child, depth + 1);
    }
}

static size_t count(const char *text, const char *word)
{
    size_t found = 0;
    for (; (text = strstr(text, word)) != NULL; text++)
        found++;
    return found;
}

static void check_words(const pith_document *document, int words)
{
    for (int format = PITH_FORMAT_TEXT; format <= PITH_FORMAT_TEI; format++) {
        pith_write_options options = {sizeof options, (pith_format)format, PITH_PART_FURNITURE,
                                      PITH_PART_TITLE | PITH_PART_RELATED | PITH_PART_COMMENTS};
        size_t size;
        char *output = pith_write_buffer(document, &options, &size, NULL);
        assert_non_null(output);
        /* The metadata before it may say the title. */
        const char *text = format == PITH_FORMAT_JSON   ? strstr(output, "\"text\":")
                           : format >= PITH_FORMAT_HTML ? strstr(output, "<body>")
                                                        : output;
        for (int i = 0; i < words; i++) {
            char word[16];
            snprintf(word, sizeof word, "w%dx", i);
            assert_int_equal(count(text, word), 1);
        }
        pith_buffer_free(document, output);
    }
}

static void documents_are_sound(void **state)
{
    (void)state;
    pith_memory memory;
    pith_memory_init(&memory, NULL, 0);
    pith_buffer html;
    pith_buffer_init(&html, &memory);
    pith_reader *reader = pith_reader_new(NULL, NULL);
    for (uint32_t seed = 0; seed < PAGES; seed++) {
        int words = make_page(seed, &html);
        pith_document *document = page_document(reader, (pith_str){html.data, html.size},
                                                PITH_STR("https://example.org/"));
        assert_non_null(document);
        check_node(pith_document_content(document), 0);
        check_node(pith_document_furniture(document), 0);
        if (pith_document_related(document) != NULL)
            check_node(pith_document_related(document), 0);
        if (pith_document_comments(document) != NULL)
            check_node(pith_document_comments(document), 0);
        check_words(document, words);
        pith_document_free(document);
    }
    pith_reader_free(reader);
    pith_buffer_release(&html);
}

/* ---- Depth -------------------------------------------------------------- */

static void deep_pages_keep_their_text(void **state)
{
    (void)state;
    static const char *const nests[] = {"<ul><li>", "<blockquote>", "<dl><dd>", "<b><i>", "<div>",
                                        "<table><tr><td>", "<figure>", "<a href=x><p>"};
    pith_memory memory;
    pith_memory_init(&memory, NULL, 0);
    pith_buffer html;
    pith_buffer_init(&html, &memory);
    pith_reader *reader = pith_reader_new(NULL, NULL);
    for (size_t i = 0; i < sizeof nests / sizeof *nests; i++) {
        pith_buffer_reset(&html);
        for (int k = 0; k < 1000; k++)
            pith_buffer_add(&html, (pith_str){nests[i], strlen(nests[i])});
        pith_buffer_add(&html, PITH_STR(" w0x <nav> w1x </nav> w2x"));
        pith_document *document = page_document(reader, (pith_str){html.data, html.size},
                                                PITH_STR("https://example.org/"));
        assert_non_null(document);
        check_node(pith_document_content(document), 0);
        check_node(pith_document_furniture(document), 0);
        if (pith_document_related(document) != NULL)
            check_node(pith_document_related(document), 0);
        check_words(document, 3);
        pith_document_free(document);
    }
    pith_reader_free(reader);
    pith_buffer_release(&html);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(documents_are_sound),
        cmocka_unit_test(deep_pages_keep_their_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
