/* SPDX-License-Identifier: Apache-2.0 */
/* pith_explain(): each block with what became of it, and why. */
#include "../label/pieces.h"
#include "failing.h"

#include <pith/develop.h>

#include <stdarg.h>
#include <stdbool.h>
#include <stdlib.h>

#include <setjmp.h>
#include <stddef.h>
#include <cmocka.h>

static pith_page page_of(const char *html)
{
    return (pith_page){.size = sizeof(pith_page), .bytes = {html, strlen(html)}};
}

/* What has been seen of the explanations of a page, or of many. */
typedef struct seen {
    size_t blocks;
    size_t by_rule[PITH_RULE_TEASER + 1];
    size_t reasons;
    size_t stop_after; /* 0: never */
} seen;

static void check_reasons(const pith_reason *reasons, size_t count, double sign)
{
    assert_true(count <= PITH_REASONS);
    for (size_t i = 0; i < count; i++) {
        assert_true(reasons[i].weight * sign > 0);
        assert_true(i == 0 || reasons[i].weight * sign <= reasons[i - 1].weight * sign);
        assert_true(strlen(reasons[i].feature) > 0 && strlen(reasons[i].meaning) > 0);
        assert_true((unsigned)reasons[i].of <= PITH_REASON_OF_PAGE);
        for (size_t k = 0; k < i; k++)
            assert_string_not_equal(reasons[i].feature, reasons[k].feature);
    }
}

/* What the rule says it did is what became of the block. */
static void check_rule(const pith_explanation *block)
{
    const char *meaning = pith_rule_meaning(block->rule);
    if (block->rule == PITH_RULE_BAR)
        assert_int_equal(block->is_content,
                         block->text.size > 0 && block->probability >= block->bar);
    else if (strncmp(meaning, "kept", 4) == 0)
        assert_true(block->is_content);
    else if (strncmp(meaning, "dropped", 7) == 0)
        assert_false(block->is_content);
    else
        assert_int_equal(block->rule, PITH_RULE_TABLE);
}

static int look(void *context, const pith_explanation *block)
{
    seen *s = context;
    assert_int_equal(block->block, s->blocks);
    assert_true(block->text.size <= PITH_EXPLAINED_TEXT);
    assert_true(block->probability > 0 && block->probability < 1);
    assert_true(block->bar > 0 && block->bar < 1);
    assert_int_equal(block->is_content,
                     block->label >= PITH_LABEL_TITLE && block->label <= PITH_LABEL_CAPTION);
    check_rule(block);
    check_reasons(block->pro, block->pro_count, 1);
    check_reasons(block->contra, block->contra_count, -1);
    s->blocks++;
    s->by_rule[block->rule]++;
    s->reasons += block->pro_count + block->contra_count;
    return s->blocks == s->stop_after;
}

static void each_block_is_explained(void **state)
{
    (void)state;
    pith_reader *reader = pith_reader_new(NULL, NULL);
    seen all = {0};
    for (uint32_t i = 0; i < 300; i++) {
        char html[PIECES_PAGE_SIZE];
        pieces_page(i, html);
        pith_page page = page_of(html);
        all.blocks = 0;
        assert_int_equal(pith_explain(reader, &page, look, &all, NULL), PITH_OK);
        assert_true(all.blocks > 0);
    }
    pith_reader_free(reader);
    assert_true(all.reasons > 300);
    static const pith_rule some[] = {PITH_RULE_BAR, PITH_RULE_SMALL_PAGE, PITH_RULE_MIDST,
                                     PITH_RULE_HEADING, PITH_RULE_TITLE, PITH_RULE_SAID_TWICE,
                                     PITH_RULE_IMAGE};
    for (size_t i = 0; i < sizeof some / sizeof *some; i++) {
        print_message("%s: %zu\n", pith_rule_name(some[i]), all.by_rule[some[i]]);
        assert_true(all.by_rule[some[i]] > 0);
    }
}

typedef struct text_size {
    size_t most;
} text_size;

static int measure_text(void *context, const pith_explanation *block)
{
    text_size *size = context;
    if (block->text.size > size->most)
        size->most = block->text.size;
    if (block->text.size > 0) /* whole characters, each of three bytes */
        assert_int_equal(block->text.size % 3, 0);
    return 0;
}

static void texts_are_cut_between_characters(void **state)
{
    (void)state;
    pith_reader *reader = pith_reader_new(NULL, NULL);
    char html[3 * 1000 + 64] = "<meta charset=utf-8><p>";
    for (int i = 0; i < 1000; i++)
        strcat(html, "漢");
    pith_page page = page_of(html);
    text_size size = {0};
    assert_int_equal(pith_explain(reader, &page, measure_text, &size, NULL), PITH_OK);
    assert_int_equal(size.most, PITH_EXPLAINED_TEXT / 3 * 3);
    pith_reader_free(reader);
}

static void rules_have_names(void **state)
{
    (void)state;
    for (pith_rule a = PITH_RULE_BAR; a <= PITH_RULE_TEASER; a++) {
        assert_true(strlen(pith_rule_meaning(a)) > 0);
        for (pith_rule b = PITH_RULE_BAR; b < a; b++)
            assert_string_not_equal(pith_rule_name(a), pith_rule_name(b));
    }
}

static void bad_arguments_and_sinks(void **state)
{
    (void)state;
    pith_reader *reader = pith_reader_new(NULL, NULL);
    pith_page page = page_of("<p>one<p>two<p>three");
    seen s = {.stop_after = 2};
    pith_error error = {0};
    assert_int_equal(pith_explain(reader, &page, look, &s, &error), PITH_ERROR_SINK);
    assert_int_equal(error.status, PITH_ERROR_SINK);
    assert_int_equal(s.blocks, 2);
    assert_int_equal(pith_explain(NULL, &page, look, &s, NULL), PITH_ERROR_ARGUMENT);
    assert_int_equal(pith_explain(reader, NULL, look, &s, NULL), PITH_ERROR_ARGUMENT);
    assert_int_equal(pith_explain(reader, &page, NULL, &s, NULL), PITH_ERROR_ARGUMENT);
    page.charset = (pith_str){"klingon", 7};
    assert_int_equal(pith_explain(reader, &page, look, &s, NULL), PITH_ERROR_CHARSET);
    page = page_of("<p>one<p>two");
    page.input = PITH_INPUT_TEXT; /* it is HTML all the same */
    seen two = {0};
    assert_int_equal(pith_explain(reader, &page, look, &two, NULL), PITH_OK);
    assert_int_equal(two.blocks, 2);
    seen none = {0};
    page = page_of("");
    assert_int_equal(pith_explain(reader, &page, look, &none, NULL), PITH_OK);
    assert_int_equal(none.blocks, 0);
    pith_reader_free(reader);
}

static void every_allocation_may_fail(void **state)
{
    (void)state;
    char html[PIECES_PAGE_SIZE];
    pieces_page(21, html);
    pith_page page = page_of(html);
    bool done = false;
    size_t granted = 0;
    for (; !done; granted++) {
        failing f = {.fail_at = granted + 1, .fail_after = true};
        pith_options options = {.size = sizeof options, .allocator = {reallocate, &f}};
        pith_reader *reader = pith_reader_new(&options, NULL);
        seen s = {0};
        if (reader != NULL) {
            pith_status status = pith_explain(reader, &page, look, &s, NULL);
            done = status == PITH_OK;
            assert_true(done || status == PITH_ERROR_MEMORY);
            f.fail_at = 0; /* and the reader works afterwards */
            s = (seen){0};
            assert_int_equal(pith_explain(reader, &page, look, &s, NULL), PITH_OK);
        }
        pith_reader_free(reader);
        assert_int_equal(f.in_use, 0);
    }
    assert_true(granted > 5);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_block_is_explained),
        cmocka_unit_test(texts_are_cut_between_characters),
        cmocka_unit_test(rules_have_names),
        cmocka_unit_test(bad_arguments_and_sinks),
        cmocka_unit_test(every_allocation_may_fail),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
