/* SPDX-License-Identifier: Apache-2.0 */
/* What the elements around a block say of it: one setting for each section. */
#ifndef PITH_LABEL_SETTING_H
#define PITH_LABEL_SETTING_H

#include "block/block.h"
#include "label/lexicon.h"

/* Where a section stands: its own element and those that hold it, by tag and role. */
enum {
    PITH_IN_NAV = 1 << 0,
    PITH_IN_FOOTER = 1 << 1,        /* a footer of the page … */
    PITH_IN_ASIDE = 1 << 2,
    PITH_IN_HEADER = 1 << 3,
    PITH_IN_MAIN = 1 << 4,
    PITH_IN_ARTICLE = 1 << 5,
    PITH_IN_FORM = 1 << 6,
    PITH_IN_TABLE = 1 << 7,
    PITH_IN_LIST = 1 << 8,
    PITH_IN_FIGURE = 1 << 9,
    PITH_IN_DIALOG = 1 << 10,
    PITH_IN_CONTROL = 1 << 11,      /* <button>, <option>, <textarea> … */
    PITH_IN_CELL = 1 << 12,
    PITH_IN_PARAGRAPH = 1 << 13,
    PITH_IN_INNER_HEADER = 1 << 14, /* … or one inside <main> or <article> */
    PITH_IN_INNER_FOOTER = 1 << 15,
    PITH_IN_CAPTION = 1 << 16,      /* <figcaption>, <caption> */
    PITH_IN_CODE = 1 << 17,
    PITH_IN_QUOTE = 1 << 18,        /* <blockquote>; its footer names its source */
    PITH_IN_HIDDEN = 1 << 19        /* hidden, aria-hidden, display:none, visibility:hidden */
};

typedef struct pith_setting {
    uint32_t places;     /* PITH_IN_… */
    uint32_t own;        /* pith_topic of the element's class, id and itemprop */
    uint32_t near;       /* the same with its two closest ancestors … */
    uint32_t all;        /* … and with all of them */
    uint32_t group;      /* section: the closest, itself included, with two blocks or more */
    uint32_t wider;      /* section: an ancestor with half as many blocks again */
    uint32_t repeated;   /* section: the closest, itself included, that has two blocks and
                            three siblings or more of its shape (tag and class); 0: none */
    uint32_t twins;      /* sections with this one's parent and shape, itself included */
    uint32_t table;      /* section: the closest <table>, itself included; 0: none */
    uint32_t heading;    /* level of the <h1> … <h6> that holds it; 0: none */
} pith_setting;

typedef struct pith_settings {
    pith_setting *settings; /* one for each section */
    uint32_t main_count;    /* <main> and role=main on the page */
    uint32_t article_count; /* <article> */
} pith_settings;

/*
 * An element with more than three fifths of the page's words is no part of the
 * page but the page: only good is believed of it. False without memory.
 */
bool pith_settings_make(const pith_html_tree *tree, const pith_blocks *blocks,
                        pith_arena *arena, pith_settings *settings);

#endif
