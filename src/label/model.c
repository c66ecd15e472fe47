/* SPDX-License-Identifier: Apache-2.0 */
#include "label/model.h"

/* Leaves out what the split rules out; a loop that compilers turn into a few vector operations. */
static void apply_split(const pith_split *split, const int16_t *restrict values,
                        int16_t *restrict left)
{
    const int16_t threshold = split->threshold;
    const int16_t out = (int16_t)~split->keep;
    for (unsigned i = 0; i < PITH_FEATURES_TOGETHER; i++) {
        int16_t above = values[i] > threshold ? -1 : 0;
        left[i] = (int16_t)(left[i] & ~(above & out));
    }
}

static uint32_t first_leaf(int16_t left)
{
    return (uint32_t)__builtin_ctz((uint16_t)left | UINT32_C(1) << (PITH_TREE_LEAVES - 1));
}

pith_model pith_label_model(void)
{
    return (pith_model){
        .tree_count = pith_model_tree_count,
        .base = pith_model_base,
        .first_splits = pith_model_first_splits,
        .splits = pith_model_splits,
        .leaves = pith_model_leaves,
        .probabilities = pith_model_probabilities,
    };
}

void pith_model_score(const pith_model *model, const int16_t (*values)[PITH_FEATURES_TOGETHER],
                      int32_t log_odds[PITH_FEATURES_TOGETHER])
{
    int16_t left[PITH_FEATURES_TOGETHER];
    for (unsigned i = 0; i < PITH_FEATURES_TOGETHER; i++)
        log_odds[i] = model->base;
    for (uint32_t tree = 0; tree < model->tree_count; tree++) {
        const int16_t *leaves = model->leaves[tree];
        uint32_t end = model->first_splits[tree + 1];
        memset(left, 0xFF, sizeof left);
        for (uint32_t s = model->first_splits[tree]; s < end; s++) {
            const pith_split *split = &model->splits[s];
            apply_split(split, values[split->feature], left);
        }
        for (unsigned i = 0; i < PITH_FEATURES_TOGETHER; i++)
            log_odds[i] += leaves[first_leaf(left[i])];
    }
}
