/* SPDX-License-Identifier: Apache-2.0 */
/* What is expected of a page by the probabilities of its blocks. */
#include "page/confidence.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

static double expected(const uint32_t *words, const pith_block_label *labels, uint32_t count)
{
    pith_block blocks[4] = {{0}};
    for (uint32_t i = 0; i < count; i++)
        blocks[i].word_count = words[i];
    return pith_page_expected_f1(&(pith_blocks){.blocks = blocks, .count = count}, labels);
}

static bool are_close(double a, double b)
{
    return a - b < 1e-4 && b - a < 1e-4;
}

static void the_expected_f1_is_that_of_the_words(void **state)
{
    (void)state;
    static const uint32_t words[] = {100, 50, 50};
    pith_block_label labels[] = {{.label = PITH_LABEL_BODY, .score = 0.9f},
                                 {.label = PITH_LABEL_TITLE, .score = 0.5f},
                                 {.label = PITH_LABEL_NAVIGATION, .score = 0.2f}};
    /* 115 of 150 kept words are expected to be right, and 125 to be content. */
    assert_true(are_close(expected(words, labels, 3), 2 * 115.0 / (150 + 125)));
    labels[2].rule = PITH_RULE_SAID_TWICE; /* what is there already is not missed */
    assert_true(are_close(expected(words, labels, 3), 2 * 115.0 / (150 + 115)));
    assert_true(expected(words, labels, 0) <= 0);
    assert_true(expected(words, labels + 2, 1) <= 0);
}

static void the_table_rises(void **state)
{
    (void)state;
    for (unsigned i = 0; i < PITH_CONFIDENCE_STEPS; i++)
        assert_true(pith_page_confidences[i] <= pith_page_confidences[i + 1]);
    assert_true(pith_page_confidences[0] < pith_page_confidences[PITH_CONFIDENCE_STEPS]);
    assert_true(pith_page_confidences[PITH_CONFIDENCE_STEPS] <= PITH_CONFIDENCE_ONE);
    assert_true(pith_page_confidence_of_nothing <= PITH_CONFIDENCE_ONE);
}

static float confidence(float score)
{
    static const uint32_t words[] = {100};
    pith_block_label label = {.label = PITH_LABEL_BODY, .score = score};
    return pith_page_confidence(expected(words, &label, 1));
}

/* A page of one block is expected to have an F1 of 2p / (1 + p). */
static void the_table_is_read_between_its_steps(void **state)
{
    (void)state;
    const double one = PITH_CONFIDENCE_ONE;
    float last = 0;
    for (int i = 1; i <= 100; i++) {
        assert_true(confidence((float)i / 100) >= last);
        last = confidence((float)i / 100);
    }
    assert_true(are_close(last, pith_page_confidences[PITH_CONFIDENCE_STEPS] / one));
    double low = pith_page_confidences[16], high = pith_page_confidences[17];
    float f1 = 0.825f; /* in the middle of steps 16 and 17 */
    assert_true(are_close(confidence(f1 / (2 - f1)), (low + high) / 2 / one));
    assert_true(are_close(pith_page_confidence(0), pith_page_confidence_of_nothing / one));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_expected_f1_is_that_of_the_words),
        cmocka_unit_test(the_table_rises),
        cmocka_unit_test(the_table_is_read_between_its_steps),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
