/* SPDX-License-Identifier: Apache-2.0 */
/* From lines to paragraphs, headings and lists. */
#include "page.h"

#include <stdarg.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

static void check_bytes(const char *bytes, size_t size, const char *expected)
{
    plain_page p;
    plain_open(&p, bytes, size, 0);
    assert_string_equal(plain_list(&p), expected);
    assert_int_equal(p.blocks.count, p.read.count);
    for (uint32_t i = 0; i < p.blocks.count; i++)
        assert_int_equal(p.blocks.blocks[i].container, p.read.paragraphs[i].node);
    assert_int_equal(plain_close(&p), 0);
}

#define CHECK(text, expected) check_bytes(text, sizeof(text) - 1, expected)

static void each_line_is_a_paragraph(void **state)
{
    (void)state;
    CHECK("", "");
    CHECK("\n\n \t\n", "");
    CHECK("one", "<p>one");
    CHECK("one\ntwo\n\n\nthree\n", "<p>one|<p>two|<p>three");
    CHECK("one\r\ntwo\rthree\ffour\vfive\r\n", "<p>one|<p>two|<p>three|<p>four|<p>five");
    CHECK("\n\r\n  one \t two\t\n", "<p>one two");
    CHECK("a &amp; b <i>c</i>", "<p>a &amp; b <i>c</i>");
    CHECK("one\0two\n\0\n\xE2\x80\x8B\nthree", "<p>onetwo|<p>three");
}

static void headings_are_marked(void **state)
{
    (void)state;
    CHECK("# One\ntext\n### Two ###\n#Three\n####### Four",
          "<h1>One|<p>text|<h3>Two|<p>#Three|<p>####### Four");
    CHECK("One title\n=========\ntext\nTwo\n---\n", "<h1>One title|<p>text|<h2>Two");
    /* A rule is none of a heading: far wider, after an empty line, or of other marks. */
    CHECK("One\n--------------\ntwo\n\n---\nthree\n***\n", "<p>One|<p>two|<p>three");
    CHECK("# \n##\n", "<p>#|<p>##");
}

static void items_follow_each_other(void **state)
{
    (void)state;
    CHECK("- one\n- two\n- three\nfour", "<li>one|<li>two|<li>three|<p>four");
    CHECK("- one\nfour", "<p>- one|<p>four");
    CHECK("• one\n\n• two\n- three", "<li>one|<li>two|<p>- three");
    CHECK("text\n3. one\n4. two\n6. three", "<p>text|<li>one|<li>two|<p>6. three");
    CHECK("1) one\n2) two", "<li>one|<li>two");
    CHECK("- one\n---\n- two\n- three", "<p>- one|<li>two|<li>three");
    CHECK("- one\n- two\n---\n- three", "<li>one|<li>two|<p>- three");
    CHECK("- \n-\n- \xE2\x80\x8B\n- x", "<p>-|<p>-|<p>- \xE2\x80\x8B|<p>- x");
    CHECK("2024. A year\n1990. Another", "<p>2024. A year|<p>1990. Another");
}

static void lists_are_elements(void **state)
{
    (void)state;
    plain_page p;
    static const char text[] = "a\n7. one\n8. two\n* x\n* y\nb";
    plain_open(&p, text, sizeof text - 1, 0);
    const pith_html_node *nodes = p.read.tree.nodes;
    uint32_t child = nodes[2].first_child; /* of <body> */
    static const uint32_t tags[] = {PITH_TAG_P, PITH_TAG_OL, PITH_TAG_UL, PITH_TAG_P};
    for (size_t i = 0; i < 4; i++, child = nodes[child].next) {
        assert_int_equal(nodes[child].name, tags[i]);
        if (i == 1)
            assert_memory_equal(pith_html_raw_value(&p.read.tree,
                                                    pith_html_find_attribute(
                                                        &p.read.tree, child,
                                                        PITH_ATTRIBUTE_START)).data, "7", 1);
    }
    assert_int_equal(child, 0);
    assert_int_equal(plain_close(&p), 0);
}

#define WORDS "It is known that lines of a text were once broken at a width which"
#define MORE "a machine could print, and that they still are where nobody has had"

static void wrapped_lines_are_joined(void **state)
{
    (void)state;
    CHECK(WORDS "\n" MORE "\nthe time to change it.\n" WORDS "\n" MORE "\nmore to say.\n",
          "<p>" WORDS " " MORE " the time to change it.|<p>" WORDS " " MORE " more to say.");
    CHECK(WORDS "\r\n" MORE "\r\nthe time.\r\n\r\n" WORDS "\r\nx.\r\n",
          "<p>" WORDS " " MORE " the time.|<p>" WORDS " x.");
    /* A longer line without an end in sight: nothing was wrapped. */
    CHECK("One\nTwo words\nThree words here\nFour\n", "<p>One|<p>Two words|<p>Three words here|"
          "<p>Four");
    /* An item or an indented line begins a paragraph all the same. */
    CHECK(MORE "\n" WORDS "\n" MORE "\n- an item\n- x\n    " MORE "\nx.\n",
          "<p>" MORE " " WORDS " " MORE "|<li>an item|<li>x|<p>" MORE " x.");
    CHECK(WORDS "\v" MORE "\f" WORDS "\n" MORE "\n",
          "<p>" WORDS "|<p>" MORE " " WORDS " " MORE);
    /* Paragraphs that happen to be of one length end as sentences do. */
    CHECK(WORDS ".\n" MORE ".\n" WORDS "!\n", "<p>" WORDS ".|<p>" MORE ".|<p>" WORDS "!");
}

static void records_of_one_width_are_not_joined(void **state)
{
    (void)state;
    char text[1024] = "", expected[1100] = "";
    for (int i = 0; i < 10; i++) {
        char line[64];
        snprintf(line, sizeof line, "2026-01-01 10:00:0%d server started all of its workers", i);
        strcat(strcat(text, line), "\n");
        strcat(strcat(strcat(expected, i > 0 ? "|" : ""), "<p>"), line);
    }
    check_bytes(text, strlen(text), expected);
}

static void scripts_without_spaces_are_joined_without(void **state)
{
    (void)state;
    char text[2048] = "", joined[2048] = "<p>";
    for (int line = 0; line < 5; line++) {
        for (int i = 0; i < (line < 4 ? 36 : 10); i++) {
            strcat(text, i % 7 == 6 && line != 4 ? "、" : "文");
            strcat(joined, i % 7 == 6 && line != 4 ? "、" : "文");
        }
        strcat(text, "\n");
    }
    check_bytes(text, strlen(text), joined);
}

static void nodes_are_bounded(void **state)
{
    (void)state;
    plain_page p;
    static const char text[] = "- a\n- b\n- c\n- d\n- e\n---\nf\n";
    for (uint32_t nodes = 1; nodes < 24; nodes++) {
        plain_open(&p, text, sizeof text - 1, nodes);
        assert_true(p.read.tree.node_count <= (nodes < 3 ? 3 : nodes));
        assert_int_equal(p.blocks.count, p.read.count);
        assert_int_equal(p.read.tree.limits_hit, nodes < 18 ? PITH_LIMIT_NODES : 0);
        assert_int_equal(plain_close(&p), 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_line_is_a_paragraph),
        cmocka_unit_test(headings_are_marked),
        cmocka_unit_test(items_follow_each_other),
        cmocka_unit_test(lists_are_elements),
        cmocka_unit_test(wrapped_lines_are_joined),
        cmocka_unit_test(records_of_one_width_are_not_joined),
        cmocka_unit_test(scripts_without_spaces_are_joined_without),
        cmocka_unit_test(nodes_are_bounded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
