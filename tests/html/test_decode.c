/* SPDX-License-Identifier: Apache-2.0 */
#include "base/utf8.h"
#include "html/decode.h"
#include "html/entities_table.h"

#include <stdarg.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <cmocka.h>

/* Decodes from and to memory of the exact size, so that a sanitizer sees a step too far. */
static void expect_bytes(pith_str in, unsigned flags, pith_str expected)
{
    char *copy = malloc(in.size + 1);
    size_t bound = pith_html_decoded_bound(in);
    char *out = malloc(bound);
    assert_non_null(copy);
    assert_non_null(out);
    assert_true(bound <= in.size * PITH_DECODE_GROWTH + 1);
    memcpy(copy + 1, in.data, in.size);
    size_t size = pith_html_decode((pith_str){copy + 1, in.size}, flags, out);
    assert_int_equal(size, expected.size);
    assert_memory_equal(out, expected.data, expected.size);
    free(out);
    free(copy);
}

static void expect(const char *in, unsigned flags, const char *expected)
{
    expect_bytes((pith_str){in, strlen(in)}, flags, (pith_str){expected, strlen(expected)});
}

enum { TEXT = PITH_DECODE_REFERENCES, VALUE = PITH_DECODE_REFERENCES | PITH_DECODE_ATTRIBUTE };

static void decodes_names(void **state)
{
    (void)state;
    expect("a &amp; b &lt;&gt;&quot;", TEXT, "a & b <>\"");
    expect("&CounterClockwiseContourIntegral;", TEXT, "\xE2\x88\xB3"); /* the longest */
    expect("&nLt;", TEXT, "\xE2\x89\xAA\xE2\x83\x92");                 /* two code points */
    expect("&Afr;", TEXT, "\xF0\x9D\x94\x84");                         /* beyond the BMP */
    expect("&amp", TEXT, "&");
    expect("&", TEXT, "&");
    expect("&;&x;&nosuch;& &&amp", TEXT, "&;&x;&nosuch;& &&");
    expect("&AMP;&Amp;", TEXT, "&&Amp;");
}

static void takes_the_longest_name(void **state)
{
    (void)state;
    expect("&notin;", TEXT, "\xE2\x88\x89");
    expect("&notin", TEXT, "\xC2\xACin");
    expect("&notit;", TEXT, "\xC2\xACit;");
    expect("&no", TEXT, "&no");
    expect("&sup1;&sup;&sup1", TEXT, "\xC2\xB9\xE2\x8A\x83\xC2\xB9");
    expect("&there4;", TEXT, "\xE2\x88\xB4");
    expect("&CounterClockwiseContourIntegralx;", TEXT, "&CounterClockwiseContourIntegralx;");
    expect("&ampampampampampampampampampampampampampamp;", TEXT,
           "&ampampampampampampampampampampampampamp;");
}

static void keeps_query_strings_in_values(void **state)
{
    (void)state;
    expect("?a=1&copy=2&copyx&copy;", VALUE, "?a=1&copy=2&copyx\xC2\xA9");
    expect("?a&copy", VALUE, "?a\xC2\xA9");
    expect("&copy &copy-&not1&notin=", VALUE, "\xC2\xA9 \xC2\xA9-&not1&notin=");
    expect("&notin;=", VALUE, "\xE2\x88\x89=");
    expect("&#65=&#65a", VALUE, "A=Aa");
}

static void decodes_numbers(void **state)
{
    (void)state;
    expect("&#65;&#x41;&#X4a;&#65&#x4A", TEXT, "AAJAJ");
    expect("&#;&#x;&#&#x&#xg;&#a", TEXT, "&#;&#x;&#&#x&#xg;&#a");
    expect("&#0;&#xD800;&#xDFFF;&#x110000;&#99999999999999999999999;", TEXT,
           "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
    expect("&#x4294967361;", TEXT, "\xEF\xBF\xBD"); /* does not wrap */
    expect("&#x10FFFF;&#xFFFE;&#13;&#1;", TEXT, "\xF4\x8F\xBF\xBF\xEF\xBF\xBE\r\x01");
    expect("&#128;&#x9f;&#129;&#160;", TEXT, "\xE2\x82\xAC\xC5\xB8\xC2\x81\xC2\xA0");
}

static void normalizes_line_ends(void **state)
{
    (void)state;
    expect("a\r\nb\rc\r\r\n\nd\r", 0, "a\nb\nc\n\n\nd\n");
    expect("\r\n", TEXT, "\n");
    expect("12345678\r\n", VALUE, "12345678\n");
}

static void treats_nul_as_told(void **state)
{
    (void)state;
    pith_str in = PITH_STR("a\0&lt;\0");
    expect_bytes(in, TEXT, PITH_STR("a\xEF\xBF\xBD<\xEF\xBF\xBD"));
    expect_bytes(in, TEXT | PITH_DECODE_NUL_DROP, PITH_STR("a<"));
    expect_bytes(in, TEXT | PITH_DECODE_NUL_KEEP, PITH_STR("a\0<\0"));
    expect_bytes(PITH_STR("\0\0\0"), 0, PITH_STR("\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"));
}

static void leaves_references_alone_unless_told(void **state)
{
    (void)state;
    expect("a &amp; b &#65; 0123456789 &lt;", 0, "a &amp; b &#65; 0123456789 &lt;");
}

/* A special byte at every distance from the start, on either side of the eight-byte steps. */
static void finds_specials_at_every_offset(void **state)
{
    (void)state;
    for (size_t at = 0; at < 40; at++) {
        char in[64], expected[64];
        memset(in, 'x', sizeof in);
        memset(expected, 'x', sizeof expected);
        memcpy(in + at, "&lt;", 4);
        expected[at] = '<';
        expect_bytes((pith_str){in, 48}, TEXT, (pith_str){expected, 45});
        in[at] = '\r';
        memset(in + at + 1, '\x80', 3);
        expected[at] = '\n';
        memset(expected + at + 1, '\x80', 3);
        expect_bytes((pith_str){in, 48}, TEXT, (pith_str){expected, 48});
        expect_bytes((pith_str){in, 48}, 0, (pith_str){expected, 48});
    }
}

static void gives_size_and_code_points(void **state)
{
    (void)state;
    uint32_t points[2];
    assert_int_equal(pith_html_reference(PITH_STR("&fjlig;rest"), false, points), 7);
    assert_int_equal(points[0], 'f');
    assert_int_equal(points[1], 'j');
    assert_int_equal(pith_html_reference(PITH_STR("&lt!"), false, points), 3);
    assert_int_equal(points[0], '<');
    assert_int_equal(points[1], 0);
    assert_int_equal(pith_html_reference(PITH_STR("&lt="), true, points), 0);
    assert_int_equal(pith_html_reference(PITH_STR("&"), false, points), 0);
}

/* Every entity of the table is found under its name and gives its own code points. */
static void finds_every_entity(void **state)
{
    (void)state;
    unsigned legacy = 0;
    for (size_t i = 0; i < PITH_ENTITY_COUNT; i++) {
        const pith_entity *entity = &pith_entities[i];
        char in[PITH_ENTITY_LONGEST + 2] = {'&'};
        memcpy(in + 1, pith_entity_text + entity->name, entity->size);
        in[1 + entity->size] = ';';
        uint32_t points[2];
        assert_int_equal(pith_html_reference((pith_str){in, entity->size + 2u}, true, points),
                         entity->size + 2u);
        assert_int_equal(points[0], entity->first);
        assert_int_equal(points[1], entity->second);
        legacy += entity->legacy;
        if (entity->legacy)
            assert_int_equal(pith_html_reference((pith_str){in, entity->size + 1u}, true, points),
                             entity->size + 1u);
    }
    assert_int_equal(PITH_ENTITY_COUNT + legacy, 2231);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(decodes_names),
        cmocka_unit_test(takes_the_longest_name),
        cmocka_unit_test(keeps_query_strings_in_values),
        cmocka_unit_test(decodes_numbers),
        cmocka_unit_test(normalizes_line_ends),
        cmocka_unit_test(treats_nul_as_told),
        cmocka_unit_test(leaves_references_alone_unless_told),
        cmocka_unit_test(finds_specials_at_every_offset),
        cmocka_unit_test(gives_size_and_code_points),
        cmocka_unit_test(finds_every_entity),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
