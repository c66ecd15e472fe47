/* SPDX-License-Identifier: Apache-2.0 */
/* For tests: a page that is parsed from memory of its exact size, and its tree as text. */
#ifndef PITH_TESTS_HTML_PARSE_H
#define PITH_TESTS_HTML_PARSE_H

#include "html/format.h"
#include "html/parser.h"

#include <stdlib.h>

/* A copy of the page with its padding, at the end of its memory; to be freed by free(). */
static inline char *padded_copy(pith_str page)
{
    char *copy = malloc(page.size + PITH_HTML_PADDING);
    if (copy == NULL)
        abort();
    if (page.size > 0)
        memcpy(copy, page.data, page.size);
    memset(copy + page.size, 0, PITH_HTML_PADDING);
    return copy;
}

static inline int add_to_buffer(void *context, const char *data, size_t size)
{
    pith_buffer_add(context, (pith_str){data, size});
    return 0;
}

/* The tree (of a fragment, what is in its root element) in html5lib's format. */
static inline void format_tree(const pith_html_tree *tree, bool fragment, pith_buffer *out)
{
    uint32_t root = fragment ? tree->nodes[0].first_child : 0;
    pith_buffer_reset(out);
    pith_html_format(tree, root, out->memory, add_to_buffer, out);
}

/* True if two parses gave the same tree, number by number. */
static inline bool same_tree(const pith_html_tree *a, const pith_html_tree *b)
{
    if (a->node_count != b->node_count || a->attribute_count != b->attribute_count ||
        a->name_count != b->name_count || a->limits_hit != b->limits_hit ||
        a->quirks != b->quirks ||
        memcmp(a->nodes, b->nodes, a->node_count * sizeof *a->nodes) != 0 ||
        (a->attribute_count > 0 && memcmp(a->attributes, b->attributes,
                                          a->attribute_count * sizeof *a->attributes) != 0))
        return false;
    for (uint32_t i = 0; i < a->name_count; i++)
        if (!pith_str_equal(a->names[i], b->names[i]))
            return false;
    return true;
}

#endif
