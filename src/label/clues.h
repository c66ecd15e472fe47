/* SPDX-License-Identifier: Apache-2.0 */
/* The clues from which the decision is made: for each block a row of numbers. */
#ifndef PITH_LABEL_CLUES_H
#define PITH_LABEL_CLUES_H

#include "label/label.h"
#include "label/setting.h"

/*
 * Without a unit: 0 or 1. "Share" is a part of the page's words, "log" the
 * logarithm to base 2 of one more than a number, read off straight lines
 * between the powers. "Long" blocks have 15 words or more and are mostly
 * unlinked; the "heart" is the section that most of them speak for; "article"
 * is the share of the heart times that of the long blocks: how much the page
 * is one text.
 */
typedef enum pith_clue {
    /* the block */
    PITH_CLUE_WORDS,            /* log */
    PITH_CLUE_LINKED,           /* part of its text inside links */
    PITH_CLUE_SENTENCE,         /* ends as sentences do */
    PITH_CLUE_HEADING,
    PITH_CLUE_ITEM,             /* its own element is <li> */
    /* its neighbours */
    PITH_CLUE_LINKED_BEFORE,    /* part of the text inside links; 1 where there is none */
    PITH_CLUE_WORDS_AFTER,      /* log */
    /* the page's order */
    PITH_CLUE_POSITION,         /* share of the words before it */
    PITH_CLUE_BEFORE,           /* before the first long block outside the furniture */
    PITH_CLUE_BEFORE_WORDS,     /* log; words from there to that block */
    PITH_CLUE_AFTER,            /* after the last such block */
    PITH_CLUE_AFTER_WORDS,      /* log; words since then */
    PITH_CLUE_ABOVE_TITLE,      /* before the heading that is the page's title */
    PITH_CLUE_FROM_TITLE,       /* log of the blocks to it; 10 where there is none */
    PITH_CLUE_CUE,              /* a heading like "Related articles" */
    PITH_CLUE_CUED,             /* what stands under one */
    /* tags and roles around it */
    PITH_CLUE_NAV,
    PITH_CLUE_FOOTER,
    PITH_CLUE_INNER_FOOTER,
    PITH_CLUE_HEADER,
    PITH_CLUE_ASIDE,
    PITH_CLUE_MAIN,
    PITH_CLUE_OUT_OF_MAIN,      /* the page has a <main> elsewhere */
    PITH_CLUE_OUT_OF_ARTICLE,   /* the page has one <article>, elsewhere */
    PITH_CLUE_FORM,
    PITH_CLUE_CONTROL,
    PITH_CLUE_DIALOG,
    PITH_CLUE_PARAGRAPH,
    PITH_CLUE_LIST,
    PITH_CLUE_CELL,
    PITH_CLUE_FIGURE,
    PITH_CLUE_HIDDEN,
    /* names around it: of its element and two ancestors, or of any */
    PITH_CLUE_NEAR_NAVIGATION,
    PITH_CLUE_NEAR_FOOTER,
    PITH_CLUE_NEAR_SOCIAL,
    PITH_CLUE_NEAR_FORM,
    PITH_CLUE_NEAR_COMMENT,
    PITH_CLUE_NEAR_META,
    PITH_CLUE_NEAR_DIALOG,
    PITH_CLUE_NEAR_CONTENT,
    PITH_CLUE_NEAR_PAID,
    PITH_CLUE_ANY_FOOTER,
    PITH_CLUE_ANY_HEADER,
    PITH_CLUE_ANY_LEGAL,
    PITH_CLUE_ANY_FORM,
    PITH_CLUE_ANY_RELATED,
    PITH_CLUE_ANY_ADVERTISEMENT,
    PITH_CLUE_ANY_SIDE,
    PITH_CLUE_ANY_DIALOG,
    PITH_CLUE_ANY_CONTROL,
    /* the sections around it */
    PITH_CLUE_GROUP_SHARE,      /* of the closest section with other blocks too */
    PITH_CLUE_WIDEST_SHARE,     /* of the second section around that one */
    PITH_CLUE_REPEATED,         /* log of the siblings like the section around it */
    PITH_CLUE_ARTICLE_REPEATED, /* the same times "article" */
    PITH_CLUE_PROSE_REPEATED,   /* the same times the share of the long blocks */
    PITH_CLUE_ARTICLE_OUTSIDE,  /* outside the heart, times "article" */
    PITH_CLUE_ARTICLE_AFTER,    /* PITH_CLUE_AFTER times "article" */
    /* the page */
    PITH_CLUE_PROSE,            /* share of the long blocks */
    PITH_CLUE_COUNT
} pith_clue;

/* What the clues are read from, and what is known of the page as a whole. */
typedef struct pith_scene {
    const pith_html_tree *tree;
    const pith_blocks *blocks;
    pith_settings settings;
    uint32_t *words_before;   /* for each block, and for the end of the page */
    uint8_t *cues;            /* for each block: the pith_cue over it; bit 7: it is the heading */
    uint32_t words;           /* of the page, at least 1 */
    uint32_t title;           /* block: the heading that is the title; blocks->count: none */
    float title_agreement;    /* 0 to 1: part of its words that the page's title has */
    uint32_t first_long;      /* blocks: the range of long blocks outside the furniture; … */
    uint32_t last_long;       /* … without any, 0 and blocks->count */
    uint32_t heart;           /* section */
    float article;
    float prose;              /* share of the long blocks */
} pith_scene;

enum { PITH_CUE_IS_HEADING = 0x80 };

/* Surveys the page; all lives in `arena`. PITH_OK, PITH_ERROR_MEMORY or PITH_ERROR_LIMIT. */
pith_status pith_scene_survey(const pith_html_tree *tree, const pith_blocks *blocks,
                              const pith_label_hints *hints, pith_arena *arena, pith_scene *scene);

/* The clues of one block. */
void pith_clues_read(const pith_scene *scene, uint32_t block, float clues[PITH_CLUE_COUNT]);

#endif
