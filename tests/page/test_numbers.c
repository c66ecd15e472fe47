/* SPDX-License-Identifier: Apache-2.0 */
/* What is measured of a page as a whole. */
#include "../block/page.h"
#include "page/address.h"
#include "page/confidence.h"
#include "page/type.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

/* The numbers of a page all of whose blocks are content but those of its menu. */
static pith_page_numbers measure(const char *html, const char *url)
{
    page p;
    page_open(&p, html);
    pith_meta meta;
    assert_int_equal(pith_meta_read(&p.tree, (pith_str){NULL, 0}, &p.arena, &meta), PITH_OK);
    pith_block_label *labels =
        pith_arena_take_array(&p.arena, p.blocks.count + 1, sizeof *labels);
    for (uint32_t i = 0; i < p.blocks.count; i++) {
        uint32_t container = p.blocks.blocks[i].container;
        bool menu = pith_html_is(&p.tree, container, PITH_TAG_NAV);
        labels[i] = (pith_block_label){.label = menu ? PITH_LABEL_NAVIGATION : PITH_LABEL_BODY,
                                       .score = menu ? 0.1f : 0.9f};
    }
    pith_page_source source = {&p.tree, &p.blocks, labels, &meta,
                               pith_page_expected_f1(&p.blocks, labels), {url, strlen(url)}};
    pith_page_numbers numbers;
    pith_page_measure(&source, &numbers);
    assert_int_equal(page_close(&p), 0);
    return numbers;
}

#define NUMBER(of, name) ((of).values[PITH_NUMBER_##name])

static void blocks_are_counted(void **state)
{
    (void)state;
    pith_page_numbers n = measure(
        "<nav><a href=/>Start here</a></nav><h1>Lamps</h1><h2><a href=/a>Of brass</a></h2>"
        "<p>One two three four five.</p><ul><li>Six<li>Seven</ul><pre>eight</pre>"
        "<table><tr><td>Nine<td>$ 49.90</table><img src=x.png><article>&euro;12</article>", "");
    assert_int_equal(NUMBER(n, blocks), 11);
    assert_int_equal(NUMBER(n, content_blocks), 10);
    assert_int_equal(NUMBER(n, words), NUMBER(n, content_words) + 2);
    assert_int_equal(NUMBER(n, headings), 2);
    assert_int_equal(NUMBER(n, linked_headings), 1);
    assert_int_equal(NUMBER(n, longest), 5);
    assert_int_equal(NUMBER(n, code_blocks), 1);
    assert_int_equal(NUMBER(n, prices), 2);
    assert_int_equal(NUMBER(n, item_share), 200);
    assert_int_equal(NUMBER(n, cell_share), 200);
    assert_int_equal(NUMBER(n, images), 1);
    assert_true(NUMBER(n, navigation_share) > 0);
    assert_true(NUMBER(n, paragraph_share) > 0 && NUMBER(n, paragraph_share) < 1000);
    assert_true(NUMBER(n, expected_f1) > 8000 && NUMBER(n, expected_f1) < 10000);
}

static void an_empty_page_is_all_zero(void **state)
{
    (void)state;
    pith_page_numbers n = measure("", "");
    for (unsigned i = 0; i < PITH_NUMBER_COUNT; i++)
        assert_int_equal(n.values[i], 0);
    assert_int_equal(pith_page_type_of(&n), PITH_PAGE_UNKNOWN);
}

static void what_the_page_says_counts(void **state)
{
    (void)state;
    pith_page_numbers n = measure("<meta property=og:type content=article><p>x", "");
    assert_int_equal(NUMBER(n, says_article), 1);
    assert_int_equal(NUMBER(n, says_product), 0);
    n = measure("<script type=application/ld+json>{\"@graph\":[{\"@type\":[\"X\","
                "\"https://schema.org/Product\"]},{\"@type\":\"WebSite\"}]}</script><p>x", "");
    assert_int_equal(NUMBER(n, says_product), 1);
    assert_int_equal(NUMBER(n, says_site), 1);
    assert_int_equal(NUMBER(n, says_article), 0);
    n = measure("<div itemscope itemtype='http://schema.org/QAPage http://schema.org/TechArticle'>"
                "<p>x</div>", "");
    assert_int_equal(NUMBER(n, says_discussion), 1);
    assert_int_equal(NUMBER(n, says_manual), 1);
    n = measure("<div itemtype='schema.org/LocalBusiness'><p>x</div>", "");
    assert_int_equal(NUMBER(n, says_business), 1);
    n = measure("<link rel=canonical href=https://a.example/forum/9><p>x", "");
    assert_int_equal(NUMBER(n, address_discussion), 1);
    n = measure("<link rel=canonical href=https://a.example/forum/9><p>x",
                "https://a.example/docs/9"); /* the page's own goes before */
    assert_int_equal(NUMBER(n, address_discussion), 0);
    assert_int_equal(NUMBER(n, address_manual), 1);
}

static pith_address address_of(const char *url)
{
    pith_address address;
    pith_address_read((pith_str){url, strlen(url)}, &address);
    return address;
}

static void addresses_are_read(void **state)
{
    (void)state;
    pith_address a = address_of("https://docs.site.example/a/Blog/of-long-ropes.html?shop=1#forum");
    assert_true(a.topics[PITH_ADDRESS_MANUAL]); /* by the host */
    assert_true(a.topics[PITH_ADDRESS_ARTICLE]);
    assert_false(a.topics[PITH_ADDRESS_COLLECTION]); /* the query does not count */
    assert_false(a.topics[PITH_ADDRESS_DISCUSSION]); /* nor the fragment */
    assert_int_equal(a.depth, 3);
    assert_int_equal(a.last_words, 3);
    assert_int_equal(a.digits, 0);
    a = address_of("https://a.example/2026/05/03");
    assert_int_equal(a.depth, 3);
    assert_int_equal(a.digits, 8);
    static const char *const plain[] = {"", ":", "https://", "https://a.example", "a", "//"};
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++) {
        a = address_of(plain[i]);
        assert_int_equal(a.digits, 0);
        for (unsigned k = 0; k < PITH_ADDRESS_TOPICS; k++)
            assert_false(a.topics[k]);
    }
}

static void numbers_stop_at_the_end_of_the_type(void **state)
{
    (void)state;
    char *html = malloc(40000 * 3 + 8);
    assert_non_null(html);
    strcpy(html, "<p>");
    for (int i = 0; i < 40000; i++)
        memcpy(html + 3 + i * 3, "ab ", 4);
    pith_page_numbers n = measure(html, "");
    assert_int_equal(NUMBER(n, words), INT16_MAX);
    assert_int_equal(NUMBER(n, longest), INT16_MAX);
    free(html);
}

/* After a change of the numbers: train/page_type.py. */
static void the_tables_are_in_their_bounds(void **state)
{
    (void)state;
    assert_int_equal(pith_type_number_count, PITH_NUMBER_COUNT);
    assert_true(pith_type_tree_count > 0);
    assert_int_equal(pith_type_tree_count % PITH_PAGE_TYPES, 0);
    for (uint32_t t = 0; t < pith_type_tree_count; t++) {
        const pith_type_node *node = &pith_type_nodes[pith_type_trees[t]];
        uint32_t open = 1, size = 0; /* nodes that are due; a split brings one more */
        for (; open > 0; node++, size++) {
            bool leaf = node->number == PITH_TYPE_LEAF;
            assert_true(leaf || node->number < PITH_NUMBER_COUNT);
            assert_true(leaf || node->above >= 2);
            open = leaf ? open - 1 : open + 1;
        }
        if (t + 1 < pith_type_tree_count)
            assert_int_equal(pith_type_trees[t] + size, pith_type_trees[t + 1]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(blocks_are_counted),
        cmocka_unit_test(an_empty_page_is_all_zero),
        cmocka_unit_test(what_the_page_says_counts),
        cmocka_unit_test(addresses_are_read),
        cmocka_unit_test(numbers_stop_at_the_end_of_the_type),
        cmocka_unit_test(the_tables_are_in_their_bounds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
