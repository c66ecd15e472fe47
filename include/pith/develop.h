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
 * each with `parent` and `tokens`; `page`, what is measured of the page as a whole,
 * by name. The whole line is in memory at a time.
 */
PITH_API pith_status pith_features_write(pith_reader *reader, const pith_page *page,
                                         pith_sink sink, void *context, pith_error *error);

/*
 * What had the last word on whether a block is content: the model's probability
 * against the page's bar, or a rule that changed what came of it (docs/LABELS.md).
 */
typedef enum pith_rule {
    PITH_RULE_BAR = 0,
    PITH_RULE_SMALL_PAGE, /* kept: a page of a few words is believed more readily */
    PITH_RULE_PAID,       /* dropped: named an advertisement beyond doubt */
    PITH_RULE_TABLE,      /* kept or dropped: with the table that it is in */
    PITH_RULE_MIDST,      /* kept: part of the content on both of its sides */
    PITH_RULE_HEADING,    /* kept: heading of what follows */
    PITH_RULE_LINE_ABOVE, /* kept: the line above the content of a page without headings */
    PITH_RULE_TITLE,      /* kept: it says what the page's title says */
    PITH_RULE_BYLINE,     /* kept: names under the title */
    PITH_RULE_BARE_PAGE,  /* kept: all of a page on which nothing else is content */
    PITH_RULE_IMAGE,      /* kept: an image between texts that are */
    PITH_RULE_SAID_TWICE, /* dropped: the text is in the content already */
    PITH_RULE_TEASER      /* dropped: teasers of other pages, by their form */
} pith_rule;

#ifdef __cplusplus
}
#endif

#endif
