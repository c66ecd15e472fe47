/* SPDX-License-Identifier: Apache-2.0 */
/* Whatever a page puts into what: items stand in lists, cells in rows, rows in tables. */
#include <pith/pith.h>

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <setjmp.h>
#include <stddef.h>
#include <cmocka.h>

#define WORDS "Enough words, with a comma, to be read as a sentence of the text. "

static const char *const pages[] = {
    "<dl><li>" WORDS "</dl>",
    "<dl>" WORDS "<dt>" WORDS "<li>" WORDS "</dl>",
    "<dl><dt>" WORDS "<dd>" WORDS "</dd><li>" WORDS "</dl>",
    "<dl><div><dt>" WORDS "<dd><li>" WORDS "</div></dl>",
    "<li>" WORDS "<li>" WORDS,
    "<ul>" WORDS "<ul><li>" WORDS "</ul><dl><dd>" WORDS "</dl></ul>",
    "<ul><dt>" WORDS "<dd>" WORDS "</ul>",
    "<ol><ol><li>" WORDS "</ol></ol>",
    "<ul><table><tr><td>" WORDS "</table></ul>",
    "<table><li>" WORDS "<tr><li>" WORDS "<td><li>" WORDS "<dl><li>" WORDS "</table>",
    "<table><caption><li>" WORDS "</caption><tr><td>" WORDS "<td>" WORDS "</table>",
    "<blockquote><li>" WORDS "<dd>" WORDS "<td>" WORDS "</blockquote>",
    "<figure><li>" WORDS "<figcaption><li>" WORDS "</figcaption></figure>",
    "<h1><li>" WORDS "<dl><li>" WORDS "</h1>",
    "<p><a href=/><li>" WORDS "<dl><li>" WORDS "</a>",
    "<main><dl><li><dl><li><dl><dd><li>" WORDS "</main>",
};

/* The type that the parent of a node of this type must have; NONE where many may be. */
static pith_node_type parent_type(pith_node_type type)
{
    switch (type) {
    case PITH_NODE_LIST_ITEM:
        return PITH_NODE_LIST;
    case PITH_NODE_DESCRIPTION_TERM:
    case PITH_NODE_DESCRIPTION_DETAILS:
        return PITH_NODE_DESCRIPTION_LIST;
    case PITH_NODE_TABLE_ROW:
        return PITH_NODE_TABLE;
    case PITH_NODE_TABLE_CELL:
        return PITH_NODE_TABLE_ROW;
    default:
        return PITH_NODE_NONE;
    }
}

static void check_below(const pith_node *node, const char *page)
{
    for (const pith_node *child = pith_node_first_child(node); child != NULL;
         child = pith_node_next(child)) {
        pith_node_type wanted = parent_type(pith_node_get_type(child));
        if (wanted != PITH_NODE_NONE && pith_node_get_type(node) != wanted)
            fail_msg("type %d below type %d in %s", pith_node_get_type(child),
                     pith_node_get_type(node), page);
        check_below(child, page);
    }
}

static void parents_are_what_they_must_be(void **state)
{
    (void)state;
    pith_reader *reader = pith_reader_new(NULL, NULL);
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        pith_page page = {.size = sizeof page, .bytes = {pages[i], strlen(pages[i])}};
        pith_document *document = pith_read(reader, &page, NULL);
        assert_non_null(document);
        check_below(pith_document_content(document), pages[i]);
        check_below(pith_document_furniture(document), pages[i]);
        for (unsigned format = PITH_FORMAT_TEXT; format <= PITH_FORMAT_TEI; format++) {
            pith_write_options options = {
                .size = sizeof options,
                .format = (pith_format)format,
                .with = PITH_PART_FURNITURE,
            };
            size_t size;
            char *output = pith_write_buffer(document, &options, &size, NULL);
            assert_non_null(output);
            assert_non_null(strstr(output, "Enough words"));
            pith_buffer_free(document, output);
        }
        pith_document_free(document);
    }
    pith_reader_free(reader);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parents_are_what_they_must_be),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
