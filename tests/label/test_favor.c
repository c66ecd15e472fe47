/* SPDX-License-Identifier: Apache-2.0 */
/* In favour of precision nothing is kept that balance drops, of recall all that it keeps. */
#include "../block/page.h"
#include "label/label.h"
#include "pieces.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

static pith_block_label *labels_for(page *p, pith_favor favor)
{
    pith_label_hints hints = {.title = PITH_STR("The ferry of Wasserburg"), .favor = favor};
    pith_block_label *labels = NULL;
    assert_int_equal(pith_label_blocks(&p->tree, &p->blocks, &hints, &p->arena, &labels), PITH_OK);
    return labels;
}

static bool is_content(const pith_block_label *label)
{
    return pith_label_is_content(label->label);
}

/* How many blocks are content in favour of only one of the two, and of the lesser alone. */
typedef struct differences {
    uint32_t more;
    uint32_t less;
} differences;

static void compare(const page *p, const pith_block_label *lesser, const pith_block_label *greater,
                    differences *found)
{
    for (uint32_t i = 0; i < p->blocks.count; i++) {
        found->more += !is_content(&lesser[i]) && is_content(&greater[i]);
        found->less += is_content(&lesser[i]) && !is_content(&greater[i]);
        assert_true(lesser[i].score == greater[i].score);
    }
}

static void favors_keep_more_or_less(void **state)
{
    (void)state;
    differences precision = {0, 0}, recall = {0, 0};
    char html[PIECES_PAGE_SIZE];
    for (uint32_t i = 0; i < PIECES_PAGES; i++) {
        page p;
        pieces_page(i, html);
        page_open(&p, html);
        const pith_block_label *balance = labels_for(&p, PITH_FAVOR_BALANCE);
        compare(&p, labels_for(&p, PITH_FAVOR_PRECISION), balance, &precision);
        compare(&p, balance, labels_for(&p, PITH_FAVOR_RECALL), &recall);
        assert_int_equal(page_close(&p), 0);
    }
    print_message("precision drops %u blocks, recall adds %u\n", precision.more, recall.more);
    assert_int_equal(precision.less, 0);
    assert_int_equal(recall.less, 0);
    assert_true(precision.more > PIECES_PAGES / 10);
    assert_true(recall.more > PIECES_PAGES / 10);
}

/* What recall adds is not said in the content already. */
static void recall_says_nothing_twice(void **state)
{
    (void)state;
    char html[PIECES_PAGE_SIZE];
    for (uint32_t i = 0; i < PIECES_PAGES; i++) {
        page p;
        pieces_page(i, html);
        page_open(&p, html);
        const pith_block_label *labels = labels_for(&p, PITH_FAVOR_RECALL);
        const pith_block *blocks = p.blocks.blocks;
        for (uint32_t a = 0; a < p.blocks.count; a++)
            for (uint32_t b = a + 1; b < p.blocks.count; b++)
                if (is_content(&labels[a]) && is_content(&labels[b]) && blocks[a].word_count >= 6)
                    assert_true(blocks[a].fingerprint != blocks[b].fingerprint);
        assert_int_equal(page_close(&p), 0);
    }
}

static pith_status label_with_limit(size_t limit, pith_favor favor)
{
    page p;
    char html[PIECES_PAGE_SIZE];
    pieces_page(21, html);
    page_open(&p, html);
    p.memory.limit = p.memory.used + limit;
    pith_label_hints hints = {.favor = favor};
    pith_block_label *labels;
    pith_status status = pith_label_blocks(&p.tree, &p.blocks, &hints, &p.arena, &labels);
    p.memory.limit = 0;
    assert_int_equal(page_close(&p), 0);
    return status;
}

static void memory_may_run_out(void **state)
{
    (void)state;
    for (pith_favor favor = PITH_FAVOR_BALANCE; favor <= PITH_FAVOR_RECALL; favor++) {
        size_t limit = 1, step = 512;
        while (label_with_limit(limit, favor) == PITH_ERROR_LIMIT)
            limit += step;
        assert_int_equal(label_with_limit(limit, favor), PITH_OK);
        assert_true(limit > step);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(favors_keep_more_or_less),
        cmocka_unit_test(recall_says_nothing_twice),
        cmocka_unit_test(memory_may_run_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
