/* SPDX-License-Identifier: Apache-2.0 */
/* Words, marks and sizes, in scripts of many kinds. */
#include "page.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

static void counts_in_any_script(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        uint32_t words, punctuation, digits;
        bool sentence;
    } cases[] = {
        {"Hello, world.", 2, 2, 0, true},
        {"one  two\n\tthree", 3, 0, 0, false},
        {"3.14 at 10:30 on www.example.org", 9, 0, 7, false},
        {"<b>foo</b>bar <i>baz</i>", 2, 0, 0, false},
        {"snake_case don't", 3, 0, 0, false},
        {"Really?! Yes\xE2\x80\xA6", 2, 3, 0, true},
        {"He said \xE2\x80\x9Cno.\xE2\x80\x9D", 3, 1, 0, true},
        {"first, second,", 2, 2, 0, false},
        {"\xC3\xA9t\xC3\xA9 \xC3\x9C" "ber", 2, 0, 0, false},
        {"\xD0\x9F\xD1\x80\xD0\xB8\xD0\xB2\xD0\xB5\xD1\x82, "
         "\xD0\xBC\xD0\xB8\xD1\x80!", 2, 2, 0, true},                     /* Cyrillic */
        {"\xE6\xBC\xA2\xE5\xAD\x97\xE3\x80\x82", 2, 1, 0, true},             /* Han and 。 */
        {"\xE3\x81\x8B\xE3\x81\xAA\xE3\x80\x81", 2, 1, 0, false},            /* kana and 、 */
        {"\xED\x95\x9C\xEA\xB5\xAD \xEC\x96\xB4", 2, 0, 0, false},           /* Hangul: by spaces */
        {"\xE0\xB8\x81\xE0\xB8\x82\xE0\xB8\x84\xE0\xB8\x87\xE0\xB8\x88\xE0\xB8\x89\xE0\xB8\x8A"
         "\xE0\xB8\x8B", 2, 0, 0, false},                                    /* 8 Thai letters */
        {"\xD9\x85\xD8\xB1\xD8\xAD\xD8\xA8\xD8\xA7\xD8\x8C \xD8\xA3\xD8\x9F", 2, 2, 0, true},
        {"\xE0\xA4\xA8\xE0\xA4\xAE \xE0\xA4\xB9\xE0\xA5\xA4", 2, 1, 0, true}, /* Devanagari danda */
        {"\xF0\x9F\x98\x80 ok \xE2\x80\x94 \xE2\x82\xAC" "5", 2, 0, 1, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        page p;
        page_open(&p, cases[i].text);
        assert_int_equal(p.blocks.count, 1);
        const pith_block *block = p.blocks.blocks;
        if (block->word_count != cases[i].words || block->punctuation != cases[i].punctuation)
            print_message("of %s\n", cases[i].text);
        assert_int_equal(block->word_count, cases[i].words);
        assert_int_equal(block->punctuation, cases[i].punctuation);
        assert_int_equal(block->digit_count, cases[i].digits);
        assert_int_equal(block->sentence, cases[i].sentence);
        assert_int_equal(page_close(&p), 0);
    }
}

static void sizes_count_collapsed_space(void **state)
{
    (void)state;
    static const struct {
        const char *html;
        uint32_t size, linked;
    } cases[] = {
        {"  a \n\n b  ", 3, 0},
        {"a<br>b", 3, 0},
        {"<a href=x>ab</a> <a href=y> cd </a>", 5, 5},
        {"ab <a href=x>cd</a>", 5, 3},
        {"\xC3\xA9&nbsp;&nbsp;\xC3\xA9", 5, 0},
        {"a\xE2\x80\x8B" "b&shy;c", 3, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        page p;
        page_open(&p, cases[i].html);
        assert_int_equal(p.blocks.count, 1);
        assert_int_equal(p.blocks.blocks[0].text_size, cases[i].size);
        assert_int_equal(p.blocks.blocks[0].link_size, cases[i].linked);
        assert_int_equal(page_close(&p), 0);
    }
}

static void equal_texts_have_equal_fingerprints(void **state)
{
    (void)state;
    page p;
    page_open(&p, "<p>The same, text!<p>the <b>SAME</b>\n text<p>the same test<p>text the same");
    const pith_block *blocks = p.blocks.blocks;
    assert_int_equal(p.blocks.count, 4);
    assert_true(blocks[0].fingerprint == blocks[1].fingerprint);
    assert_true(blocks[0].fingerprint != blocks[2].fingerprint);
    assert_true(blocks[0].fingerprint != blocks[3].fingerprint);
    assert_int_equal(page_close(&p), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts_in_any_script),
        cmocka_unit_test(sizes_count_collapsed_space),
        cmocka_unit_test(equal_texts_have_equal_fingerprints),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
