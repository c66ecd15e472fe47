/* SPDX-License-Identifier: Apache-2.0 */
#include "base/utf8.h"

#include <stdarg.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

static void encodes_and_decodes_each_code_point(void **state)
{
    (void)state;
    for (uint32_t code_point = 0; code_point <= 0x10FFFF; code_point++) {
        if (code_point >= 0xD800 && code_point < 0xE000)
            continue;
        char bytes[PITH_UTF8_MAX];
        uint32_t back;
        size_t size = pith_utf8_encode(code_point, bytes);
        assert_int_equal(pith_utf8_decode(bytes, size, &back), size);
        assert_int_equal(back, code_point);
        assert_int_equal(pith_utf8_valid_prefix(bytes, size), size);
        assert_int_equal(pith_utf8_valid_prefix(bytes, size - 1), 0);
    }
}

/* All second bytes after all first bytes, against Unicode's table 3-7. */
static void refuses_what_is_not_well_formed(void **state)
{
    (void)state;
    for (unsigned first = 0x80; first < 0x100; first++)
        for (unsigned second = 0; second < 0x100; second++) {
            char bytes[] = {(char)first, (char)second, (char)0x80, (char)0x80};
            unsigned low = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
            unsigned high = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
            size_t length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
            bool valid = first >= 0xC2 && first <= 0xF4 && second >= low && second <= high;
            assert_int_equal(pith_utf8_valid_prefix(bytes, length), valid ? length : 0);
        }
    assert_int_equal(pith_utf8_valid_prefix("\xE2\x82z", 3), 0);
    assert_int_equal(pith_utf8_valid_prefix("\xE2\x82\xC0", 3), 0);
    assert_int_equal(pith_utf8_valid_prefix("\xF0\x9F\x98z", 4), 0);
    assert_int_equal(pith_utf8_valid_prefix("\xF0\x9F\xC0\x80", 4), 0);
}

/* A byte that is no ASCII, or not valid, at each place of each size: blocks hide none. */
static void finds_the_place_in_any_block(void **state)
{
    (void)state;
    enum { MOST = 200 };
    for (size_t size = 0; size <= MOST; size++) {
        char *bytes = malloc(size > 0 ? size : 1); /* so that ASan sees a read beyond it */
        assert_non_null(bytes);
        memset(bytes, 'a', size);
        assert_int_equal(pith_ascii_prefix(bytes, size), size);
        assert_int_equal(pith_utf8_valid_prefix(bytes, size), size);
        for (size_t place = 0; place < size; place++) {
            bytes[place] = (char)0x80;
            assert_int_equal(pith_ascii_prefix(bytes, size), place);
            assert_int_equal(pith_utf8_valid_prefix(bytes, size), place);
            if (place > 0) {
                bytes[place - 1] = (char)0xC2;
                assert_int_equal(pith_ascii_prefix(bytes, size), place - 1);
                assert_int_equal(pith_utf8_valid_prefix(bytes, size), size);
                bytes[place - 1] = 'a';
            }
            bytes[place] = 'a';
        }
        free(bytes);
    }
}

static void folds_letters_of_four_scripts(void **state)
{
    (void)state;
    static const uint32_t pairs[][2] = {
        {'A', 'a'},       {'Z', 'z'},       {0xC0, 0xE0},     {0x100, 0x101},   {0x141, 0x142},
        {0x17D, 0x17E},   {0x386, 0x3AC},   {0x391, 0x3B1},   {0x401, 0x451},   {0x410, 0x430},
        {0x490, 0x491},   {0x531, 0x561},   {0x130, 'i'},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        assert_int_equal(pith_fold(pairs[i][0]), pairs[i][1]);
        assert_int_equal(pith_fold(pairs[i][1]), pairs[i][1]);
    }
    static const uint32_t others[] = {'@', '[', 0xD7, 0xDF, 0x138, 0x5D0, 0x4E00, 0x10FFFF};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_int_equal(pith_fold(others[i]), others[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(encodes_and_decodes_each_code_point),
        cmocka_unit_test(refuses_what_is_not_well_formed),
        cmocka_unit_test(finds_the_place_in_any_block),
        cmocka_unit_test(folds_letters_of_four_scripts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
