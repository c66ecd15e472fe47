/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The learned decision: gradient-boosted trees over the features, made by
 * train/ (which says from what). How surely a block is content is the sum of
 * what its leaf in each tree says, as log-odds, and then a probability by a
 * table, which makes it true: of the blocks given 0.7, seven tenths are content.
 *
 * The trees are not walked. Each split that a block's value exceeds rules out
 * the leaves on its left; the first leaf left is the block's (QuickScorer,
 * Lucchese et al., SIGIR 2015). Many blocks take a split together.
 */
#ifndef PITH_LABEL_MODEL_H
#define PITH_LABEL_MODEL_H

#include "label/features.h"

enum {
    PITH_TREE_LEAVES = 16,
    PITH_LOG_ODDS_ONE = 1 << 10,  /* 1.0 in the leaves */
    PITH_ODDS_STEPS = 256,        /* entries of pith_model_probabilities … */
    PITH_ODDS_STEP = 1 << 6,      /* … each for so much of the log-odds … */
    PITH_PROBABILITY_ONE = 10000  /* … and in these */
};

typedef struct pith_split {
    int16_t feature;
    int16_t threshold;
    uint16_t keep;     /* leaves left to a block whose value is above the threshold */
} pith_split;

extern const uint16_t pith_model_tree_count;
extern const uint16_t pith_model_first_splits[]; /* one for each tree, and the end of the last */
extern const pith_split pith_model_splits[];
extern const int16_t pith_model_leaves[][PITH_TREE_LEAVES];
extern const int32_t pith_model_base;

/* The probability for log-odds from -PITH_ODDS_STEPS / 2 steps on. */
extern const uint16_t pith_model_probabilities[PITH_ODDS_STEPS];

/* The tables of one model; there is one for the blocks of HTML, and others can be. */
typedef struct pith_model {
    uint32_t tree_count;
    int32_t base;
    const uint16_t *first_splits;
    const pith_split *splits;
    const int16_t (*leaves)[PITH_TREE_LEAVES];
    const uint16_t *probabilities; /* PITH_ODDS_STEPS of them */
} pith_model;

/* That of the tables above. */
pith_model pith_label_model(void);

/*
 * The log-odds of each of the blocks that it is content. `values` are those of the
 * features that the model's splits name, each for PITH_FEATURES_TOGETHER blocks.
 */
void pith_model_score(const pith_model *model, const int16_t (*values)[PITH_FEATURES_TOGETHER],
                      int32_t log_odds[PITH_FEATURES_TOGETHER]);

/* The step of pith_model_probabilities that log-odds fall into. */
static inline uint32_t pith_odds_step(int32_t log_odds)
{
    int32_t step = (log_odds + PITH_ODDS_STEP / 2 * PITH_ODDS_STEPS) / PITH_ODDS_STEP;
    return step < 0 ? 0 : step >= PITH_ODDS_STEPS ? PITH_ODDS_STEPS - 1 : (uint32_t)step;
}

#endif
