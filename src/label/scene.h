/* SPDX-License-Identifier: Apache-2.0 */
/* What is known of a page as a whole: its title, its headings, its long texts. */
#ifndef PITH_LABEL_SCENE_H
#define PITH_LABEL_SCENE_H

#include "label/label.h"
#include "label/setting.h"

/*
 * "Long" blocks have 15 words or more and are mostly unlinked; the "heart" is the
 * section that most of them speak for.
 */
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

#endif
