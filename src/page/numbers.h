/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What is measured of a page as a whole, in 16-bit numbers. Shares are in
 * thousandths; numbers that do not fit stop at the end of the type. "Content" is the
 * blocks that are labelled so.
 *
 * The list is all there is to know of a number: `pith features` prints them, and
 * training reads them from this code and no other.
 */
#ifndef PITH_PAGE_NUMBERS_H
#define PITH_PAGE_NUMBERS_H

#include "label/label.h"
#include "meta/meta.h"

/* X(name, what it is and why) */
#define PITH_PAGE_NUMBERS(X) \
    X(expected_f1, "of the content by the blocks' probabilities, times 10000") \
    X(content_words, "words of the content")

enum {
#define X(name, what) PITH_NUMBER_##name,
    PITH_PAGE_NUMBERS(X)
#undef X
    PITH_NUMBER_COUNT
};

typedef struct pith_page_numbers {
    int16_t values[PITH_NUMBER_COUNT];
} pith_page_numbers;

/* All that is known of a page before its document is made. */
typedef struct pith_page_source {
    const pith_html_tree *tree;
    const pith_blocks *blocks;
    const pith_block_label *labels;
    const pith_meta *meta;
} pith_page_source;

/* Linear in the blocks, sections and the length of the address. */
void pith_page_measure(const pith_page_source *source, pith_page_numbers *numbers);

#endif
