/* SPDX-License-Identifier: Apache-2.0 */
#include "label/decide.h"

/* How many times recall counts for precision; docs/LABELS.md has what others give. */
static double worth_of_recall(pith_favor favor)
{
    switch (favor) {
    case PITH_FAVOR_PRECISION:
        return 0.25;
    case PITH_FAVOR_RECALL:
        return 4;
    default:
        return 1;
    }
}

int32_t pith_decide_bar(const pith_model *model, const pith_blocks *blocks,
                        const int32_t *log_odds, pith_favor favor)
{
    enum { FIXED = 3000, FIXED_TENTHS = 3, OWN_TENTHS = 7 };
    const double worth = worth_of_recall(favor);
    uint64_t words[PITH_ODDS_STEPS] = {0};
    uint64_t expected = 0; /* words of content on the page, times PITH_PROBABILITY_ONE */
    for (uint32_t i = 0; i < blocks->count; i++)
        words[pith_odds_step(log_odds[i])] += blocks->blocks[i].word_count;
    for (uint32_t step = 0; step < PITH_ODDS_STEPS; step++)
        expected += words[step] * model->probabilities[step];

    double best = -1;
    uint32_t threshold = PITH_PROBABILITY_ONE;
    uint64_t kept = 0, right = 0;
    for (uint32_t step = PITH_ODDS_STEPS; step-- > 0;) {
        kept += words[step];
        right += words[step] * model->probabilities[step];
        double whole = (double)kept * PITH_PROBABILITY_ONE + worth * (double)expected;
        double f = whole > 0 ? (1 + worth) * (double)right / whole : 0;
        if (f > best) {
            best = f;
            threshold = model->probabilities[step];
        }
    }
    uint32_t fixed = (uint32_t)(FIXED * 2 / (1 + worth));
    threshold = (threshold * OWN_TENTHS + fixed * FIXED_TENTHS) / 10;
    int32_t step = 0;
    while (step < PITH_ODDS_STEPS - 1 && model->probabilities[step] < threshold)
        step++;
    return (step - PITH_ODDS_STEPS / 2) * PITH_ODDS_STEP;
}
