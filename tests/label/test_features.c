/* SPDX-License-Identifier: Apache-2.0 */
/* What is measured of blocks, and what names and tallies add to it. */
#include "../block/page.h"
#include "label/features.h"
#include "label/naming.h"
#include "label/surroundings.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

static const char html[] =
    "<title>Eels</title><body><nav><a href=/>Home</a></nav><main><h1>Eels</h1>"
    "<p>Eels swim up the river at night, in the rain, when the water is high enough for them to "
    "pass the mill, and nobody sees them do it.</p><h2>Traps</h2>"
    "<ul class=list><li class=trap>Willow, 1890</li><li class=trap>Wire</li>"
    "<li class=trap><b><a href=/x>Willow, 1890</a></b></li></ul></main>";

typedef struct measured {
    page page;
    pith_features *features;
} measured;

static void measure(measured *m, const char *source)
{
    page_open(&m->page, source);
    pith_scene scene;
    pith_page_view *view;
    pith_label_hints hints = {.title = PITH_STR("Eels")};
    m->features = pith_arena_take_array(&m->page.arena, 1, sizeof *m->features);
    assert_non_null(m->features);
    assert_int_equal(pith_scene_survey(&m->page.tree, &m->page.blocks, &hints, &m->page.arena,
                                       &scene), PITH_OK);
    assert_int_equal(pith_page_view_make(&m->page.tree, &m->page.blocks, &scene, &m->page.arena,
                                         &view), PITH_OK);
    pith_features_read(view, 0, m->features);
}

#define VALUE(name, block) (m.features->values[PITH_FEATURE_##name][block])
#define LEVEL(level, name, block)                                                                  \
    (m.features->values[PITH_FIRST_LEVEL_FEATURE + (level) * PITH_LEVEL_FEATURE_COUNT +           \
                        PITH_LEVEL_FEATURE_##name][block])
#define PAGE(name) (m.features->values[PITH_FIRST_PAGE_FEATURE + PITH_PAGE_FEATURE_##name][0])

/* Blocks: 0 Home, 1 Eels, 2 the paragraph, 3 Traps, 4 to 6 the items. */
static void measures_blocks(void **state)
{
    (void)state;
    measured m;
    measure(&m, html);
    assert_int_equal(m.page.blocks.count, 7);
    assert_int_equal(VALUE(words, 0), 1);
    assert_int_equal(VALUE(words, 2), 28);
    assert_int_equal(VALUE(link_share, 0), 1000);
    assert_int_equal(VALUE(link_share, 2), 0);
    assert_int_equal(VALUE(punctuation, 2), 4);
    assert_int_equal(VALUE(sentence, 2), 1);
    assert_int_equal(VALUE(sentence, 3), 0);
    assert_int_equal(VALUE(capital_share, 0), 250);
    assert_int_equal(VALUE(digit_share, 4), 333);
    assert_int_equal(VALUE(kind, 2), PITH_KIND_PARAGRAPH);
    assert_int_equal(VALUE(heading_level, 1), 1);
    assert_int_equal(VALUE(heading_level, 3), 2);
    assert_int_equal(VALUE(heading_level, 4), 0);
    assert_int_equal(VALUE(in_link, 6), 1);
    assert_int_equal(VALUE(in_strong, 6), 1);
    assert_int_equal(VALUE(inline_depth, 6), 2);
    assert_int_equal(VALUE(copies_before, 4), 0);
    assert_int_equal(VALUE(copies_before, 6), 1);
    assert_int_equal(VALUE(copies, 4), 2);
    assert_int_equal(VALUE(from_title, 0), -1);
    assert_int_equal(VALUE(from_title, 3), 2);
    assert_int_equal(page_close(&m.page), 0);
}

static void measures_the_order(void **state)
{
    (void)state;
    measured m;
    measure(&m, html);
    assert_int_equal(VALUE(blocks_before, 2), 2);
    assert_int_equal(VALUE(blocks_after, 2), 4);
    assert_int_equal(VALUE(words_before, 3), 30);
    assert_int_equal(VALUE(words_after, 5), 2);
    assert_int_equal(VALUE(words_1_before, 0), -1);
    assert_int_equal(VALUE(words_1_after, 1), 28);
    assert_int_equal(VALUE(links_1_before, 1), 1000);
    assert_int_equal(VALUE(since_h1, 0), 999);
    assert_int_equal(VALUE(since_h1, 1), 0);
    assert_int_equal(VALUE(since_h1, 4), 3);
    assert_int_equal(VALUE(to_h1, 0), 0);
    assert_int_equal(VALUE(since_heading, 5), 2);
    assert_int_equal(VALUE(words_since_heading, 5), 2);
    assert_int_equal(VALUE(last_heading_level, 5), 2);
    assert_int_equal(VALUE(heading_words, 0), -1);
    assert_int_equal(VALUE(heading_words, 5), 1);
    assert_int_equal(VALUE(since_long, 3), 0);
    assert_int_equal(VALUE(to_long, 1), 0);
    assert_int_equal(VALUE(longest_after, 0), 28);
    assert_int_equal(VALUE(up_after, 4), 1);
    assert_int_equal(VALUE(up_before, 4), 2);
    assert_int_equal(page_close(&m.page), 0);
}

static void measures_the_surroundings(void **state)
{
    (void)state;
    measured m;
    measure(&m, html);
    assert_int_equal(VALUE(to_nav, 0), 0);
    assert_int_equal(VALUE(to_nav, 2), PITH_NO_LANDMARK);
    assert_int_equal(VALUE(to_main, 2), 1);
    assert_int_equal(VALUE(to_main, 4), 2);
    assert_int_equal(VALUE(to_list, 4), 1);
    assert_int_equal(VALUE(mates, 4), 3);
    assert_int_equal(VALUE(mate_words, 4), 1);
    assert_int_equal(VALUE(class_words, 4), 5);
    assert_int_equal(LEVEL(0, words, 4), 2);
    assert_int_equal(LEVEL(1, words, 4), 5);
    assert_int_equal(LEVEL(1, children, 4), 3);
    assert_int_equal(LEVEL(1, place, 5), 333);
    assert_int_equal(LEVEL(1, kind, 4), PITH_KIND_LIST);
    assert_int_equal(LEVEL(2, headings, 4), 2);
    assert_int_equal(LEVEL(2, long_blocks, 4), 1);
    assert_int_equal(LEVEL(0, repeated, 4), 3);
    assert_int_equal(PAGE(blocks), 7);
    assert_int_equal(PAGE(words), 36);
    assert_int_equal(PAGE(h1s), 1);
    assert_int_equal(PAGE(headings), 2);
    assert_int_equal(PAGE(long_blocks), 1);
    assert_int_equal(PAGE(main_share), 972);
    assert_int_equal(PAGE(list_share), 138);
    assert_int_equal(page_close(&m.page), 0);
}

static void values_stop_at_the_ends_of_the_type(void **state)
{
    (void)state;
    assert_int_equal(pith_feature_value(40000), INT16_MAX);
    assert_int_equal(pith_feature_share(1, 3, 1000), 333);
    assert_int_equal(pith_feature_share(1, 0, 1000), 0);
    assert_int_equal(pith_feature_share(UINT32_MAX, 1, 1000), INT16_MAX);
}

/* ---- Names ------------------------------------------------------------------ */

static uint32_t tokens_of(const char *source, uint32_t tokens[PITH_TOKENS_MOST])
{
    page p;
    page_open(&p, source);
    uint32_t node = p.tree.node_count - 1;
    while (p.tree.nodes[node].type != PITH_HTML_ELEMENT)
        node--;
    uint32_t count = pith_name_tokens(&p.tree, node, 0, tokens);
    assert_int_equal(page_close(&p), 0);
    return count;
}

static bool same_tokens(const char *a, const char *b)
{
    uint32_t mine[PITH_TOKENS_MOST], theirs[PITH_TOKENS_MOST];
    uint32_t count = tokens_of(a, mine);
    return count == tokens_of(b, theirs) && memcmp(mine, theirs, count * sizeof *mine) == 0;
}

static void tokens_are_words_and_their_parts(void **state)
{
    (void)state;
    uint32_t tokens[PITH_TOKENS_MOST];
    assert_int_equal(tokens_of("<div>x", tokens), 1);
    assert_int_equal(tokens_of("<div class=post>x", tokens), 3);         /* tag, word, its part */
    assert_int_equal(tokens_of("<div class='post-body'>x", tokens), 4);  /* two parts */
    assert_int_equal(tokens_of("<div class='postBody'>x", tokens), 4);
    assert_int_equal(tokens_of("<div class='post post'>x", tokens), 3);  /* each once */
    assert_int_equal(tokens_of("<div class=post id=post>x", tokens), 5); /* but for the id's */
    assert_int_equal(tokens_of("<div role=main itemprop=text>x", tokens), 3);
    assert_true(same_tokens("<div class=Post-12>x", "<div class=post-7>x"));
    assert_false(same_tokens("<div class=post>x", "<div class=past>x"));
    assert_false(same_tokens("<div class=post>x", "<p class=post>x"));
    char many[2000] = "<div class='";
    for (char *at = many + strlen(many), i = 0; i < 100; i++)
        at += sprintf(at, "a%c%c ", 'a' + i / 26, 'a' + i % 26);
    strcat(many, "'>x");
    assert_int_equal(tokens_of(many, tokens), PITH_TOKENS_MOST / 2);
}

/* The sum as the header has it, from the tokens of each section, without any memory of others. */
static int32_t expected_score(const page *p, uint32_t block)
{
    const pith_section *sections = p->blocks.sections;
    uint32_t tokens[PITH_INLINE_TOKENS_MOST];
    bool *seen = calloc((size_t)1 << PITH_NAME_WEIGHT_BITS, sizeof *seen);
    assert_non_null(seen);
    int32_t sum = 0;
    unsigned above = 0;
    for (uint32_t s = p->blocks.blocks[block].section; s != 0; s = sections[s].parent, above++) {
        pith_name_reach reach = above < 2 ? (pith_name_reach)above : PITH_REACH_BELOW;
        uint32_t count = pith_name_tokens(&p->tree, sections[s].node,
                                          sections[sections[s].parent].node, tokens);
        for (uint32_t i = 0; i < count; i++) {
            uint32_t slot = pith_name_slot(tokens[i], reach);
            if (reach == PITH_REACH_BELOW && seen[slot])
                continue;
            seen[slot] = seen[slot] || reach == PITH_REACH_BELOW;
            sum += pith_name_weights[reach][slot];
        }
    }
    uint32_t count = pith_name_inline_tokens(&p->tree, &p->blocks.blocks[block], tokens);
    for (uint32_t i = 0; i < count; i++)
        sum += pith_name_weights[PITH_REACH_INLINE][pith_name_slot(tokens[i], PITH_REACH_INLINE)];
    free(seen);
    return sum;
}

static void names_add_up(void **state)
{
    (void)state;
    page p;
    page_open(&p, "<body class=home><div id=page class='page wrap'><div class='page main-content'>"
                  "<p class=intro>One <p class=intro><b class=lead><i>Two</i></b>"
                  "<div class='page side'><ul class=menu><li class=item>Three<li class=item>Four"
                  "</ul></div></div></div><footer id=footer class=page><p>Five</footer>");
    assert_int_equal(p.blocks.count, 5);
    int32_t scores[5];
    assert_true(pith_names_score(&p.tree, &p.blocks, &p.arena, scores));
    for (uint32_t i = 0; i < 5; i++)
        assert_int_equal(scores[i], expected_score(&p, i));
    assert_int_not_equal(scores[0], scores[4]);
    assert_int_equal(page_close(&p), 0);
}

/* ---- Tallies ------------------------------------------------------------------ */

static void tallies_sum_by_key(void **state)
{
    (void)state;
    pith_memory memory;
    pith_memory_init(&memory, NULL, 0);
    pith_arena arena;
    pith_arena_init(&arena, &memory);
    pith_tally tally;
    assert_true(pith_tally_init(&tally, 1000, &arena));
    for (uint64_t key = 0; key < 1000; key++)
        pith_tally_get(&tally, key * UINT64_C(0x123456789ABCDEF))->count += (uint32_t)key;
    for (uint64_t key = 0; key < 1000; key++)
        assert_int_equal(pith_tally_get(&tally, key * UINT64_C(0x123456789ABCDEF))->count, key);
    pith_arena_free(&arena);
    assert_int_equal(memory.used, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(measures_blocks),
        cmocka_unit_test(measures_the_order),
        cmocka_unit_test(measures_the_surroundings),
        cmocka_unit_test(values_stop_at_the_ends_of_the_type),
        cmocka_unit_test(tokens_are_words_and_their_parts),
        cmocka_unit_test(names_add_up),
        cmocka_unit_test(tallies_sum_by_key),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
