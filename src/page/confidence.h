/* SPDX-License-Identifier: Apache-2.0 */
/*
 * How good a page's content is likely to be, as one number: the word F1 that it would
 * have against what a careful reader takes for the content.
 */
#ifndef PITH_PAGE_CONFIDENCE_H
#define PITH_PAGE_CONFIDENCE_H

#include "label/label.h"

/*
 * The expected F1 of the words in the blocks of content, from the blocks'
 * probabilities alone: twice the words that are expected to be right by those that
 * are kept and those that are expected to be content together. What is dropped
 * because it is said twice is not missed. 0 where nothing is kept.
 */
double pith_page_expected_f1(const pith_blocks *blocks, const pith_block_label *labels);

enum {
    PITH_CONFIDENCE_STEPS = 20,   /* pith_page_confidences has one more */
    PITH_CONFIDENCE_ONE = 10000
};

/*
 * The mean F1 that pages had whose expected F1 was so many steps, rising; made by
 * train/confidence.py. Blocks of one page err together, which the expected F1 does
 * not know of.
 */
extern const uint16_t pith_page_confidences[PITH_CONFIDENCE_STEPS + 1];

/* The same where nothing is kept: right for a page without content, else all wrong. */
extern const uint16_t pith_page_confidence_of_nothing;

/* The F1 to expect in truth, 0 to 1. */
float pith_page_confidence(double expected_f1);

#endif
