/* SPDX-License-Identifier: Apache-2.0 */
/* The reasons for a block's log-odds. */
#include "label/explain.h"
#include "label/usual.h"

#include <stdlib.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

/* After a change of the features: train/usual.py, or train/train.py. */
static void the_table_is_of_these_features(void **state)
{
    (void)state;
    assert_int_equal(pith_usual_count, PITH_FEATURE_COUNT);
}

static pith_features *usual_features(void)
{
    pith_features *features = calloc(1, sizeof *features);
    assert_non_null(features);
    for (unsigned f = 0; f < PITH_FEATURE_COUNT; f++)
        for (unsigned i = 0; i < PITH_FEATURES_TOGETHER; i++)
            features->values[f][i] = pith_usual_values[f];
    return features;
}

/* A model of one tree with one split: it looks at one feature alone. */
static void the_feature_that_decides_is_the_reason(void **state)
{
    (void)state;
    enum { FEATURE = 0 };
    pith_features *features = usual_features();
    features->values[FEATURE][1] = INT16_MAX;
    features->values[FEATURE + 1][2] = INT16_MAX;
    static const uint16_t first_splits[] = {0, 1};
    const pith_split split = {FEATURE, INT16_MAX - 1, 0xFFFE};
    static const int16_t leaves[][PITH_TREE_LEAVES] = {{-PITH_LOG_ODDS_ONE, PITH_LOG_ODDS_ONE}};
    const pith_model model = {.tree_count = 1, .first_splits = first_splits, .splits = &split,
                              .leaves = leaves};
    int32_t log_odds[PITH_FEATURES_TOGETHER];
    static pith_block_reasons reasons[PITH_FEATURES_TOGETHER];
    pith_label_reasons(&model, features, log_odds, reasons);
    assert_int_equal(log_odds[0], -PITH_LOG_ODDS_ONE);
    assert_int_equal(log_odds[1], PITH_LOG_ODDS_ONE);
    assert_int_equal(reasons[0].pro_count + reasons[0].contra_count, 0); /* all is usual */
    assert_int_equal(reasons[2].pro_count + reasons[2].contra_count, 0); /* it is not looked at */
    assert_int_equal(reasons[1].pro_count, 1);
    assert_int_equal(reasons[1].contra_count, 0);
    assert_true(reasons[1].pro[0].weight > 1.99 && reasons[1].pro[0].weight < 2.01);
    assert_int_equal(reasons[1].pro[0].value, INT16_MAX);
    assert_int_equal(reasons[1].pro[0].usual, pith_usual_values[FEATURE]);
    free(features);
}

static void the_features_are_put_back(void **state)
{
    (void)state;
    pith_features *features = usual_features(), *before = usual_features();
    for (unsigned f = 0; f < PITH_FEATURE_COUNT; f++)
        for (unsigned i = 0; i < PITH_FEATURES_TOGETHER; i++)
            before->values[f][i] = features->values[f][i] = (int16_t)(f * 7 + i * 13);
    int32_t log_odds[PITH_FEATURES_TOGETHER], expected[PITH_FEATURES_TOGETHER];
    static pith_block_reasons reasons[PITH_FEATURES_TOGETHER];
    const pith_model model = pith_label_model();
    pith_label_reasons(&model, features, log_odds, reasons);
    assert_memory_equal(features, before, sizeof *features);
    const pith_features *read = features;
    pith_model_score(&model, read->values, expected);
    assert_memory_equal(log_odds, expected, sizeof expected);
    free(features);
    free(before);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_table_is_of_these_features),
        cmocka_unit_test(the_feature_that_decides_is_the_reason),
        cmocka_unit_test(the_features_are_put_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
