/* SPDX-License-Identifier: Apache-2.0 */
#include "page/type.h"

static int32_t leaf_of(const pith_type_node *node, const int16_t *values)
{
    while (node->number != PITH_TYPE_LEAF)
        node += values[node->number] > node->threshold ? node->above : 1;
    return node->threshold;
}

pith_page_type pith_page_type_of(const pith_page_numbers *numbers)
{
    int32_t sums[PITH_PAGE_TYPES] = {0};
    uint32_t best = 0;
    if (numbers->values[PITH_NUMBER_words] == 0)
        return PITH_PAGE_UNKNOWN;
    for (uint32_t tree = 0; tree < pith_type_tree_count; tree++)
        sums[tree % PITH_PAGE_TYPES] +=
            leaf_of(&pith_type_nodes[pith_type_trees[tree]], numbers->values);
    for (uint32_t i = 1; i < PITH_PAGE_TYPES; i++)
        if (sums[i] > sums[best])
            best = i;
    return (pith_page_type)(best + 1);
}
