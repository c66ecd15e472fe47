/* SPDX-License-Identifier: Apache-2.0 */
/* What each clue is worth. */
#ifndef PITH_LABEL_POINTS_H
#define PITH_LABEL_POINTS_H

#include "label/clues.h"

/*
 * The sum of the points for and against: above 0 the block is content. The
 * points were fitted by logistic regression and rounded, so the sum is about
 * the natural logarithm of the odds. docs/LABELS.md names the pages.
 */
float pith_points(const float clues[PITH_CLUE_COUNT]);

#endif
