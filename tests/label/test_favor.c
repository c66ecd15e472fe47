/* SPDX-License-Identifier: Apache-2.0 */
/* In favour of precision nothing is kept that balance drops, of recall all that it keeps. */
#include "../block/page.h"
#include "label/label.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

/* What pages are made of: clear content, clear furniture, and much between. */
static const char *const pieces[] = {
    "<h1>The ferry of Wasserburg</h1>",
    "<p class=byline>By Ada Kern</p>",
    "<p>The ferry crosses the bay twice a day, in the morning with bread and in the evening "
    "with those who missed the train, and nobody has ever counted which are more.</p>",
    "<p>Its engine was built in the year in which the harbour wall broke, and it has been "
    "taken apart so often since then that every boy of the village knows its screws.</p>",
    "<h2>Timetable</h2>",
    "<h3>Related articles</h3>",
    "<ul><li>Bread and rolls<li>Newspapers<li>A goat, once, on a lead</ul>",
    "<ul class=menu><li><a href=/a>Start</a><li><a href=/b>Ferries</a><li><a href=/c>Inns</a></ul>",
    "<table><tr><th>Out<th>Back<tr><td>seven<td>eight<tr><td>five<td>six</table>",
    "<pre>ferry --out 7 --back 8</pre>",
    "<blockquote>It floats, and that is all I ask of it.</blockquote>",
    "<figure><img src=f.jpg><figcaption>The ferry in fog</figcaption></figure>",
    "<img src=rule.png>",
    "<div class=teaser><a href=/1>Of anchors</a><p>An anchor is heavier than it…</p></div>",
    "<div class=teaser><a href=/2>Of ropes</a><p>A rope is longer than one thinks…</p></div>",
    "<div class=sponsored><p>Buy boats at Hansen, the house for boats.</p></div>",
    "<div class=box><p>Tickets are sold on board only.</p><p>Dogs go free.</p></div>",
    "<p>Share this page with those who like ferries as much as you seem to do.</p>",
    "<p class=note>All times are those of the winter timetable.</p>",
    "<p><b>More from us</b></p>",
    "<footer><p>The harbour office of Wasserburg</p><a href=/i>Imprint</a></footer>",
    "<div class=comment><b>Lu</b><p>I was on it when the goat was.</p></div>",
    "<aside><p>The bay is two miles wide, and at its deepest sixty metres deep.</p></aside>",
    "<section><div><p>Seven</p><p>Eight</p><p><a href=/more>Read more about it</a></p></div>",
    "</section></div>",
};

enum { PIECES = sizeof pieces / sizeof *pieces, PAGES = 3000, MOST = 24 };

/* A page of pieces by chance, as its number says; the buffer is large enough. */
static void make_page(uint32_t number, char *html)
{
    uint32_t random = number * 2654435761u + 1;
    strcpy(html, number % 3 == 0 ? "<body>" : "<title>The ferry of Wasserburg</title><main>");
    uint32_t count = 2 + number % (MOST - 2);
    for (uint32_t i = 0; i < count; i++) {
        random = random * 1664525u + 1013904223u; /* Numerical Recipes */
        strcat(html, pieces[(random >> 16) % PIECES]);
    }
}

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
    char html[MOST * 300];
    for (uint32_t i = 0; i < PAGES; i++) {
        page p;
        make_page(i, html);
        page_open(&p, html);
        const pith_block_label *balance = labels_for(&p, PITH_FAVOR_BALANCE);
        compare(&p, labels_for(&p, PITH_FAVOR_PRECISION), balance, &precision);
        compare(&p, balance, labels_for(&p, PITH_FAVOR_RECALL), &recall);
        assert_int_equal(page_close(&p), 0);
    }
    print_message("precision drops %u blocks, recall adds %u\n", precision.more, recall.more);
    assert_int_equal(precision.less, 0);
    assert_int_equal(recall.less, 0);
    assert_true(precision.more > PAGES / 10);
    assert_true(recall.more > PAGES / 10);
}

/* What recall adds is not said in the content already. */
static void recall_says_nothing_twice(void **state)
{
    (void)state;
    char html[MOST * 300];
    for (uint32_t i = 0; i < PAGES; i++) {
        page p;
        make_page(i, html);
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
    char html[MOST * 300];
    make_page(21, html);
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
