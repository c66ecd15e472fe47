/* SPDX-License-Identifier: Apache-2.0 */
/* What is usual of each feature: what a block's own values are held against. */
#ifndef PITH_LABEL_USUAL_H
#define PITH_LABEL_USUAL_H

#include "label/features.h"

/*
 * The medians over the blocks that the model learned from, each by what it counts in
 * training; made by train/usual.py, as often as the features change.
 */
extern const uint16_t pith_usual_count; /* PITH_FEATURE_COUNT, or the table is an old one */
extern const int16_t pith_usual_values[];

#endif
