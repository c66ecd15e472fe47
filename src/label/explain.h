/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Why the model takes a block for content or not: for each feature, how much the
 * block's log-odds change when it takes its usual value (occlusion: Zeiler and Fergus,
 * ECCV 2014). What several levels around a block have alike is taken together, as one
 * could stand for the other.
 */
#ifndef PITH_LABEL_EXPLAIN_H
#define PITH_LABEL_EXPLAIN_H

#include "label/model.h"

#include <pith/develop.h>

/* The strongest reasons of one block, the strongest first. */
typedef struct pith_block_reasons {
    uint32_t pro_count;
    uint32_t contra_count;
    pith_reason pro[PITH_REASONS];
    pith_reason contra[PITH_REASONS];
} pith_block_reasons;

/*
 * The log-odds of PITH_FEATURES_TOGETHER blocks and the reasons for them. The features
 * are changed on the way and put back.
 */
void pith_label_reasons(const pith_model *model, pith_features *features,
                        int32_t log_odds[PITH_FEATURES_TOGETHER],
                        pith_block_reasons reasons[PITH_FEATURES_TOGETHER]);

#endif
