/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Hostile pages cost no more than in proportion to their size: each is read at a
 * size and at four times that size, and nodes, memory and requests for memory
 * may grow fourfold at the most, a constant aside. Time is not compared, since
 * machines differ: a generous bound catches what would take minutes.
 */
#include "measure.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

enum {
    MOST_SECONDS = 60,
    MOST_PEAK_A_BYTE = 88,
    FREE_PEAK = 64 << 20,
    MOST_WRITTEN_A_BYTE = 32, /* of Markdown: 64 quotes in each other cost 128 bytes a line */
    FREE_WRITTEN = 1 << 12
};

/* Fourfold, with an eighth to spare for arrays that grow by steps. */
static bool grows_in_proportion(size_t small, size_t large, size_t constant)
{
    return large <= small * 4 + small / 2 + constant;
}

/* The sizes are those of the list divided by this: a sanitizer makes everything slow. */
static uint32_t shrink(void)
{
    const char *sanitizer = getenv("PITH_SANITIZE");
    return sanitizer != NULL && *sanitizer != '\0' ? 16 : 4;
}

static void costs_in_proportion(void **state)
{
    const hostile_case *c = *state;
    /* Up to this limit clones grow as the standard has it, which is not in proportion. */
    pith_limits limits = {.clones = 1000};
    hostile_cost costs[2];
    size_t sizes[2];
    for (int i = 0; i < 2; i++) {
        hostile_page page = hostile_make(c, c->count / shrink() / (i == 0 ? 4 : 1));
        sizes[i] = page.size;
        bool ok = hostile_measure((pith_str){page.data, page.size}, limits, &costs[i]);
        free(page.data);
        assert_true(ok);
    }
    hostile_print(c->name, sizes[1], &costs[1]);
    assert_true(costs[1].seconds < MOST_SECONDS);
    assert_true(costs[1].peak <= sizes[1] * MOST_PEAK_A_BYTE + FREE_PEAK);
    assert_true(grows_in_proportion(costs[0].tree.nodes, costs[1].tree.nodes, 2000));
    assert_true(grows_in_proportion(costs[0].peak, costs[1].peak, 4 << 20));
    assert_true(grows_in_proportion(costs[0].requests, costs[1].requests, 1000));
    /* How much of such a page is content varies with its size, so this is no comparison. */
    for (int i = 0; i < 2; i++)
        assert_true(costs[i].written <= sizes[i] * MOST_WRITTEN_A_BYTE + FREE_WRITTEN);
}

int main(void)
{
    struct CMUnitTest tests[HOSTILE_COUNT];
    for (size_t i = 0; i < HOSTILE_COUNT; i++)
        tests[i] = (struct CMUnitTest){.name = hostile_cases[i].name,
                                       .test_func = costs_in_proportion,
                                       .initial_state = (void *)&hostile_cases[i]};
    hostile_print_header();
    return cmocka_run_group_tests_name("hostile", tests, NULL, NULL);
}
