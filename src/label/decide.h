/* SPDX-License-Identifier: Apache-2.0 */
/* Where content ends: how sure is sure enough, page by page. */
#ifndef PITH_LABEL_DECIDE_H
#define PITH_LABEL_DECIDE_H

#include "label/model.h"

/*
 * The log-odds, by the model, from which on a block of this page is content.
 *
 * For each threshold the expected F1 of the words kept can be told from the
 * probabilities alone; that of the best one says how clear the page is (the best
 * threshold is half the best F1: Lipton, Elkan and Naryanaswamy, ECML 2014). It
 * is drawn towards a fixed one, for the probabilities are only so good. In favour
 * of precision or recall it is the same with an F that weighs the two (van
 * Rijsbergen, Information Retrieval, 1979, chapter 7).
 */
int32_t pith_decide_bar(const pith_model *model, const pith_blocks *blocks,
                        const int32_t *log_odds, pith_favor favor);

#endif
