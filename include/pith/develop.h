/* SPDX-License-Identifier: Apache-2.0 */
/*
 * For people who work on pith or hold it against other parsers. Nothing here is
 * stable: any release may change or drop it.
 */
#ifndef PITH_DEVELOP_H
#define PITH_DEVELOP_H

#include "pith.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct pith_tree_stats {
    uint32_t nodes;
    uint32_t attributes;
    uint32_t depth;      /* of the deepest node; the document is 0 */
    unsigned limits_hit; /* or of pith_limit */
    size_t memory;       /* bytes in use for the tree and the parser's stacks */
} pith_tree_stats;

/*
 * Parses the page's bytes and writes the tree in the format of html5lib-tests
 * ("| <html>" …, without the "#document" line). `fragment` names the context
 * element of a fragment ("td", "svg path", "math ms"); empty means a whole
 * document. `sink` and `stats` may be NULL.
 */
PITH_API pith_status pith_tree_write(pith_reader *reader, const pith_page *page, pith_str fragment,
                                     pith_sink sink, void *context, pith_tree_stats *stats,
                                     pith_error *error);

/*
 * Reads the page's bytes up to what the decision about its blocks looks at, and
 * writes that as one line of JSON: `features`, the names; `blocks`, each with
 * `text`, `section`, `tokens` and `values` in the order of the names; `sections`,
 * each with `parent` and `tokens`. The whole line is in memory at a time.
 */
PITH_API pith_status pith_features_write(pith_reader *reader, const pith_page *page,
                                         pith_sink sink, void *context, pith_error *error);

#ifdef __cplusplus
}
#endif

#endif
