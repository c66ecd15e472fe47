/* SPDX-License-Identifier: Apache-2.0 */
#include "label/explain.h"

#include "label/usual.h"

typedef struct feature {
    const char *name;
    const char *meaning;
} feature;

static const feature of_block[] = {
#define X(name, what) {#name, what},
    PITH_BLOCK_FEATURES(X)
#undef X
};

static const feature of_level[] = {
#define X(name, what) {"level_" #name, what},
    PITH_LEVEL_FEATURES(X)
#undef X
};

static const feature of_page[] = {
#define X(name, what) {"page_" #name, what},
    PITH_PAGE_FEATURES(X)
#undef X
};

/* Features that take their usual value together. */
typedef struct group {
    const feature *feature;
    pith_reason_of of;
    uint32_t first;
    uint32_t step;  /* to the next of them */
    uint32_t count;
} group;

enum {
    GROUPS = PITH_BLOCK_FEATURE_COUNT + PITH_LEVEL_FEATURE_COUNT + PITH_PAGE_FEATURE_COUNT
};

static group group_at(uint32_t i)
{
    if (i < PITH_BLOCK_FEATURE_COUNT)
        return (group){&of_block[i], PITH_REASON_OF_BLOCK, i, 1, 1};
    i -= PITH_BLOCK_FEATURE_COUNT;
    if (i < PITH_LEVEL_FEATURE_COUNT)
        return (group){&of_level[i], PITH_REASON_OF_SECTIONS, PITH_FIRST_LEVEL_FEATURE + i,
                       PITH_LEVEL_FEATURE_COUNT, PITH_LEVELS};
    i -= PITH_LEVEL_FEATURE_COUNT;
    return (group){&of_page[i], PITH_REASON_OF_PAGE, PITH_FIRST_PAGE_FEATURE + i, 1, 1};
}

static double strength(const pith_reason *reason)
{
    return reason->weight < 0 ? -reason->weight : reason->weight;
}

/* Puts the reason in its place among the strongest. */
static void add(pith_reason *reasons, uint32_t *count, const pith_reason *reason)
{
    uint32_t place = *count;
    if (place < PITH_REASONS)
        ++*count;
    else if (strength(reason) <= strength(&reasons[--place]))
        return;
    for (; place > 0 && strength(reason) > strength(&reasons[place - 1]); place--)
        reasons[place] = reasons[place - 1];
    reasons[place] = *reason;
}

/* The log-odds of the blocks if these features had their usual values. */
static void score_without(const pith_model *model, pith_features *features, const group *out,
                          int32_t log_odds[PITH_FEATURES_TOGETHER])
{
    int16_t own[PITH_LEVELS][PITH_FEATURES_TOGETHER];
    for (uint32_t k = 0; k < out->count; k++) {
        uint32_t row = out->first + k * out->step;
        memcpy(own[k], features->values[row], sizeof own[k]);
        for (uint32_t i = 0; i < PITH_FEATURES_TOGETHER; i++)
            features->values[row][i] = pith_usual_values[row];
    }
    const pith_features *read = features;
    pith_model_score(model, read->values, log_odds);
    for (uint32_t k = 0; k < out->count; k++)
        memcpy(features->values[out->first + k * out->step], own[k], sizeof own[k]);
}

void pith_label_reasons(const pith_model *model, pith_features *features,
                        int32_t log_odds[PITH_FEATURES_TOGETHER],
                        pith_block_reasons reasons[PITH_FEATURES_TOGETHER])
{
    const pith_features *read = features;
    pith_model_score(model, read->values, log_odds);
    memset(reasons, 0, PITH_FEATURES_TOGETHER * sizeof *reasons);
    for (uint32_t g = 0; g < GROUPS; g++) {
        group out = group_at(g);
        int32_t without[PITH_FEATURES_TOGETHER];
        score_without(model, features, &out, without);
        for (uint32_t i = 0; i < PITH_FEATURES_TOGETHER; i++) {
            pith_reason reason = {
                .feature = out.feature->name,
                .meaning = out.feature->meaning,
                .of = out.of,
                .value = features->values[out.first][i],
                .usual = pith_usual_values[out.first],
                .weight = (double)(log_odds[i] - without[i]) / PITH_LOG_ODDS_ONE,
            };
            if (log_odds[i] > without[i])
                add(reasons[i].pro, &reasons[i].pro_count, &reason);
            else if (log_odds[i] < without[i])
                add(reasons[i].contra, &reasons[i].contra_count, &reason);
        }
    }
}
