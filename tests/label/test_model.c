/* SPDX-License-Identifier: Apache-2.0 */
/* The learned tables, and how they are evaluated. */
#include "label/decide.h"

#include <stdlib.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

/* The leaf of one block by the definition of the splits: one by one, without tricks. */
static int32_t leaf_of(const pith_features *features, uint32_t tree, unsigned block)
{
    bool left[PITH_TREE_LEAVES];
    for (unsigned leaf = 0; leaf < PITH_TREE_LEAVES; leaf++)
        left[leaf] = true;
    for (uint32_t s = pith_model_first_splits[tree]; s < pith_model_first_splits[tree + 1]; s++) {
        const pith_split *split = &pith_model_splits[s];
        for (unsigned leaf = 0; leaf < PITH_TREE_LEAVES; leaf++)
            if (features->values[split->feature][block] > split->threshold &&
                (split->keep >> leaf & 1) == 0)
                left[leaf] = false;
    }
    for (unsigned leaf = 0; leaf < PITH_TREE_LEAVES; leaf++)
        if (left[leaf])
            return pith_model_leaves[tree][leaf];
    return INT32_MAX;
}

static void many_blocks_score_as_each_does(void **state)
{
    (void)state;
    pith_features *features = calloc(1, sizeof *features);
    assert_non_null(features);
    uint32_t random = 1;
    for (unsigned f = 0; f < PITH_FEATURE_COUNT; f++)
        for (unsigned i = 0; i < PITH_FEATURES_TOGETHER; i++) {
            random = random * 1664525u + 1013904223u; /* Numerical Recipes */
            features->values[f][i] = (int16_t)((int32_t)(random >> 16) % (f % 3 == 0 ? 40 : 1200));
        }
    features->values[0][0] = INT16_MAX;
    features->values[0][1] = INT16_MIN;
    int32_t log_odds[PITH_FEATURES_TOGETHER];
    const pith_features *read = features;
    const pith_model model = pith_label_model();
    pith_model_score(&model, read->values, log_odds);
    bool differ = false;
    for (unsigned i = 0; i < PITH_FEATURES_TOGETHER; i++) {
        int32_t sum = pith_model_base;
        for (uint32_t tree = 0; tree < pith_model_tree_count; tree++)
            sum += leaf_of(features, tree, i);
        assert_int_equal(log_odds[i], sum);
        differ |= log_odds[i] != log_odds[0];
    }
    assert_true(differ);
    free(features);
}

static void tables_are_in_their_bounds(void **state)
{
    (void)state;
    assert_true(pith_model_tree_count > 0);
    for (uint32_t tree = 0; tree < pith_model_tree_count; tree++) {
        uint32_t from = pith_model_first_splits[tree], to = pith_model_first_splits[tree + 1];
        assert_true(from < to && to - from < PITH_TREE_LEAVES);
        for (uint32_t s = from; s < to; s++) {
            assert_in_range(pith_model_splits[s].feature, 0, PITH_FEATURE_COUNT - 1);
            assert_int_not_equal(pith_model_splits[s].keep, 0);
        }
    }
    for (unsigned step = 0; step < PITH_ODDS_STEPS; step++) {
        assert_in_range(pith_model_probabilities[step], 1, PITH_PROBABILITY_ONE - 1);
        if (step > 0)
            assert_true(pith_model_probabilities[step] >= pith_model_probabilities[step - 1]);
    }
}

static void log_odds_fall_into_steps(void **state)
{
    (void)state;
    assert_int_equal(pith_odds_step(0), PITH_ODDS_STEPS / 2);
    assert_int_equal(pith_odds_step(PITH_ODDS_STEP), PITH_ODDS_STEPS / 2 + 1);
    assert_int_equal(pith_odds_step(-1), PITH_ODDS_STEPS / 2 - 1);
    assert_int_equal(pith_odds_step(INT32_MIN / 2), 0);
    assert_int_equal(pith_odds_step(INT32_MAX / 2), PITH_ODDS_STEPS - 1);
}

/* The bar for blocks of these words and log-odds (in units of 1.0). */
static int32_t bar_for(pith_favor favor, const uint32_t *words, const int32_t *odds,
                       uint32_t count)
{
    pith_block blocks[8] = {{0}};
    int32_t log_odds[8] = {0};
    for (uint32_t i = 0; i < count; i++) {
        blocks[i].word_count = words[i];
        log_odds[i] = odds[i] * PITH_LOG_ODDS_ONE;
    }
    const pith_model model = pith_label_model();
    return pith_decide_bar(&model, &(pith_blocks){.blocks = blocks, .count = count}, log_odds,
                           favor);
}

static int32_t bar(const uint32_t *words, const int32_t *odds, uint32_t count)
{
    return bar_for(PITH_FAVOR_BALANCE, words, odds, count);
}

static void clear_pages_have_a_bar_between(void **state)
{
    (void)state;
    int32_t clear = bar((uint32_t[]){500, 500}, (int32_t[]){4, -4}, 2);
    assert_true(clear > -4 * PITH_LOG_ODDS_ONE && clear <= 4 * PITH_LOG_ODDS_ONE);
    /* Where nothing is sure, less has to do. */
    int32_t unclear = bar((uint32_t[]){100, 900}, (int32_t[]){0, -3}, 2);
    assert_true(unclear < clear);
    assert_true(unclear <= 0);
    bar(NULL, NULL, 0); /* a page without blocks has some bar */
}

static void the_bar_goes_with_the_favor(void **state)
{
    (void)state;
    const uint32_t words[] = {300, 100, 100, 100, 400};
    const int32_t odds[] = {3, 1, 0, -1, -3};
    int32_t balance = bar(words, odds, 5);
    assert_true(bar_for(PITH_FAVOR_PRECISION, words, odds, 5) > balance);
    assert_true(bar_for(PITH_FAVOR_RECALL, words, odds, 5) < balance);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(many_blocks_score_as_each_does),
        cmocka_unit_test(tables_are_in_their_bounds),
        cmocka_unit_test(log_odds_fall_into_steps),
        cmocka_unit_test(clear_pages_have_a_bar_between),
        cmocka_unit_test(the_bar_goes_with_the_favor),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
