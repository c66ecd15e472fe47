/* SPDX-License-Identifier: Apache-2.0 */
#include <pith/develop.h>

#include "base/options.h"
#include "html/format.h"
#include "reader.h"

/* The level of the deepest node. */
static uint32_t tree_depth(const pith_html_tree *tree)
{
    const pith_html_node *nodes = tree->nodes;
    uint32_t node = 0, depth = 0, deepest = 0;
    for (;;) {
        if (nodes[node].first_child != 0) {
            node = nodes[node].first_child;
            depth++;
            deepest = depth > deepest ? depth : deepest;
            continue;
        }
        while (nodes[node].next == 0 && node != 0) {
            node = nodes[node].parent;
            depth--;
        }
        if (node == 0)
            return deepest;
        node = nodes[node].next;
    }
}

/* What html5lib's format shows: of a fragment, what is in the root element (13.4). */
static uint32_t format_root(const pith_html_tree *tree, pith_str fragment)
{
    return fragment.size > 0 ? tree->nodes[0].first_child : 0;
}

static pith_status write_tree(pith_reader *reader, const pith_page *page, pith_str fragment,
                              pith_sink sink, void *context, pith_tree_stats *stats)
{
    pith_parsed parsed;
    bool warm = reader->memory.used > sizeof *reader;
    pith_status status = pith_reader_parse(reader, page, fragment, &parsed);
    if (status != PITH_OK)
        pith_reader_cool(reader);
    /* What earlier pages left warm counts against the limit: only a cold reader can tell. */
    if (status == PITH_ERROR_LIMIT && warm)
        status = pith_reader_parse(reader, page, fragment, &parsed);
    if (status != PITH_OK) {
        pith_reader_cool(reader);
        return status;
    }
    const pith_html_tree *tree = &parsed.tree;
    if (stats != NULL)
        *stats = (pith_tree_stats){
            .nodes = tree->node_count,
            .attributes = tree->attribute_count,
            .depth = tree_depth(tree),
            .limits_hit = parsed.limits_hit,
            .memory = pith_html_parser_memory(reader->parser),
        };
    if (sink == NULL)
        return PITH_OK;
    return pith_html_format(tree, format_root(tree, fragment), &reader->memory, sink, context);
}

pith_status pith_tree_write(pith_reader *reader, const pith_page *page, pith_str fragment,
                            pith_sink sink, void *context, pith_tree_stats *stats,
                            pith_error *error)
{
    if (reader == NULL || !pith_str_is_valid(fragment))
        return pith_tell(error, PITH_ERROR_ARGUMENT);
    pith_page checked;
    pith_status status = pith_page_check(page, &checked);
    checked.input = PITH_INPUT_HTML;
    if (status == PITH_OK)
        status = write_tree(reader, &checked, fragment, sink, context, stats);
    return pith_tell(error, status);
}
