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

/* "bar", "small_page", …; and in words, such as "kept: heading of what follows". Constant. */
PITH_API const char *pith_rule_name(pith_rule rule);
PITH_API const char *pith_rule_meaning(pith_rule rule);

/* What the feature of a reason is measured of. */
typedef enum pith_reason_of {
    PITH_REASON_OF_BLOCK = 0,
    PITH_REASON_OF_SECTIONS, /* of all the sections around the block that are looked at */
    PITH_REASON_OF_PAGE
} pith_reason_of;

/* Why the model takes a block for content, or does not. Its strings are constant. */
typedef struct pith_reason {
    const char *feature; /* as pith_features_write() names it, without a section's level */
    const char *meaning; /* in words */
    pith_reason_of of;
    int value;           /* of the feature; of sections, that of the innermost */
    int usual;           /* its median over the blocks that the model learned from */
    double weight;       /* the block's log-odds, less what they were with the usual value */
} pith_reason;

enum { PITH_REASONS = 3, PITH_EXPLAINED_TEXT = 300 };

/* What became of a block, and why. Valid during the call that gives it. */
typedef struct pith_explanation {
    size_t block;        /* its number in the page, from 0 */
    size_t source;       /* byte offset in the page's text, as pith_node_source_offset() */
    pith_str text;       /* its beginning: PITH_EXPLAINED_TEXT bytes at most; empty: an image */
    pith_label label;
    int is_content;      /* 1 if it stands in the content, 0 in the furniture */
    pith_rule rule;      /* what had the last word on that */
    double probability;  /* that it is content, as the model has it, before the rules */
    double bar;          /* the probability from which on the page's blocks are content */
    size_t pro_count;    /* reasons for content, the strongest first */
    size_t contra_count; /* reasons against it */
    const pith_reason *pro;
    const pith_reason *contra;
} pith_explanation;

/* Takes one explanation; a result other than 0 ends it with PITH_ERROR_SINK. */
typedef int (*pith_explain_sink)(void *context, const pith_explanation *explanation);

/*
 * Reads the page as HTML, whatever its `input`, as pith_read() does with the reader's
 * favor, and explains each of its blocks in order. (An image in a <figure> may yet go
 * with its caption when the document is made.)
 */
PITH_API pith_status pith_explain(pith_reader *reader, const pith_page *page,
                                  pith_explain_sink sink, void *context, pith_error *error);

#ifdef __cplusplus
}
#endif

#endif
