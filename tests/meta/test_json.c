/* SPDX-License-Identifier: Apache-2.0 */
#include "base/str.h"
#include "meta/json.h"

#include <stdarg.h>
#include <stdlib.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdio.h>
#include <cmocka.h>

typedef struct fixture {
    pith_memory memory;
    pith_buffer buffer;
    pith_json json;
} fixture;

static void setup(fixture *f, pith_str text)
{
    pith_memory_init(&f->memory, NULL, 0);
    pith_buffer_init(&f->buffer, &f->memory);
    pith_json_init(&f->json, &f->memory);
    assert_true(pith_json_read(&f->json, text));
}

static void teardown(fixture *f)
{
    pith_json_free(&f->json);
    pith_buffer_release(&f->buffer);
    assert_int_equal(f->memory.used, 0);
}

/* The values as a line: strings as <…>, others as they are, containers in brackets. */
static uint32_t print(fixture *f, uint32_t value, char *out, size_t room)
{
    const pith_json_value *v = &f->json.values[value];
    size_t used = strlen(out);
    if (v->type == PITH_JSON_STRING) {
        pith_str text = pith_json_string(&f->json, value, &f->buffer);
        snprintf(out + used, room - used, "<%.*s> ", (int)text.size, text.data);
    } else if (v->type == PITH_JSON_OTHER) {
        snprintf(out + used, room - used, "%.*s ", (int)v->size, f->json.text.data + v->start);
    } else {
        bool array = v->type == PITH_JSON_ARRAY;
        snprintf(out + used, room - used, "%s", array ? "[ " : "{ ");
        for (uint32_t i = value + 1; i < v->after;)
            i = print(f, i, out, room);
        used = strlen(out);
        snprintf(out + used, room - used, "%s", array ? "] " : "} ");
    }
    return v->after;
}

static void check(pith_str text, const char *expected)
{
    fixture f;
    setup(&f, text);
    char out[1000] = "";
    for (uint32_t i = 0; i < f.json.count;)
        i = print(&f, i, out, sizeof out);
    assert_string_equal(out, expected);
    teardown(&f);
}

static void reads_json(void **state)
{
    (void)state;
    check(PITH_STR("{\"a\": 1, \"b\": [true, null, -1.5e3], \"c\": {\"d\": \"e\"}, \"f\": {}}"),
          "{ <a> 1 <b> [ true null -1.5e3 ] <c> { <d> <e> } <f> { } } ");
    check(PITH_STR(" \"x\" "), "<x> ");
    check(PITH_STR("[]"), "[ ] ");
    check(PITH_STR(""), "");
}

static void decodes_escapes(void **state)
{
    (void)state;
    check(PITH_STR("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\""), "<\"\\/\b\f\n\r\t> ");
    check(PITH_STR("\"\\u00e9\\u20AC\\ud83d\\ude00\""), "<é€😀> ");
    check(PITH_STR("\"\\u0000\""), "<\xEF\xBF\xBD> ");
    check(PITH_STR("\"\\ud83d\\u0041\""), "<\xEF\xBF\xBD" "A> ");
    check(PITH_STR("\"\\ude00\""), "<\xEF\xBF\xBD> ");
    check(PITH_STR("\"\\ud83d\""), "<\xEF\xBF\xBD> ");
}

static void keeps_broken_escapes(void **state)
{
    (void)state;
    check(PITH_STR("\"a\\x b\\u12 c\\uD8\""), "<a\\x b\\u12 c\\uD8> ");
    check(PITH_STR("[\"a\\"), "[ ] ");
    check(PITH_STR("[\"a\\\"]"), "[ ] ");
}

static void reads_what_pages_write(void **state)
{
    (void)state;
    check(PITH_STR("{\"a\": \"b\",}"), "{ <a> <b> } ");
    check(PITH_STR("{\"a\": \"b\" \"c\": 1}"), "{ <a> <b\" \"c> 1 } ");
    check(PITH_STR("[1,,2]"), "[ 1 2 ] ");
    check(PITH_STR("{\"a\": , \"b\": 2, \"c\":}"), "{ <a>  <b> 2 <c>  } ");
    check(PITH_STR("{\"a\": \"x\ny\tz\x01\"}"), "{ <a> <x\ny\tz\x01> } ");
    check(PITH_STR("{\"a\": \"say \"yes\" now\"}"), "{ <a> <say \"yes\" now> } ");
    check(PITH_STR("/* c */ {\"a\": 1, // d\n \"b\": 2}"), "{ <a> 1 <b> 2 } ");
    check(PITH_STR("<!-- {\"a\": 1} -->"), "{ <a> 1 } ");
    check(PITH_STR("//<![CDATA[\n{\"a\": 1}\n//]]>"), "{ <a> 1 } ");
    check(PITH_STR("<![CDATA[{\"a\": 1}]]>"), "{ <a> 1 } ");
    check(PITH_STR("\xEF\xBB\xBF{\"a\": 1};"), "{ <a> 1 } ");
    check(PITH_STR("{\"a\": 1}{\"b\": 2}"), "{ <a> 1 } { <b> 2 } ");
    check(PITH_STR("{a: 1}"), "{ a 1 } ");
}

static void keeps_what_it_read(void **state)
{
    (void)state;
    check(PITH_STR("{\"a\": 1, \"b\": [2, \"cut"), "{ <a> 1 <b> [ 2 ] } ");
    check(PITH_STR("{\"a\": 1]"), "{ <a> 1 } ");
    check(PITH_STR("1] 2"), "1 ");
    check(PITH_STR("/* open"), "");
    check(PITH_STR("\0\0 1"), "1 ");
    check((pith_str){"[\"a\0b\"]", 7}, "[ <a> ] "); /* %.*s stops at the NUL: it is in the string */
}

static void finds_members(void **state)
{
    (void)state;
    fixture f;
    setup(&f, PITH_STR("{\"x\": {\"y\": \"in\"}, \"y\": \"out\", \"y\": \"again\", \"z\""));
    uint32_t y = pith_json_member(&f.json, 0, "y");
    assert_true(pith_json_is(&f.json, y, PITH_STR("out")));
    assert_false(pith_json_is(&f.json, y, PITH_STR("in")));
    assert_int_equal(pith_json_member(&f.json, 0, "in"), PITH_JSON_NONE);
    assert_int_equal(pith_json_member(&f.json, 0, "z"), PITH_JSON_NONE);
    assert_int_equal(pith_json_member(&f.json, y, "y"), PITH_JSON_NONE);
    assert_int_equal(pith_json_member(&f.json, PITH_JSON_NONE, "y"), PITH_JSON_NONE);
    assert_false(pith_json_is(&f.json, PITH_JSON_NONE, PITH_STR("")));
    assert_int_equal(pith_json_string(&f.json, PITH_JSON_NONE, &f.buffer).size, 0);
    assert_int_equal(pith_json_string(&f.json, 0, &f.buffer).size, 0);
    teardown(&f);
}

static void bounds_depth_and_number(void **state)
{
    (void)state;
    enum { SIZE = 1000000 };
    char *text = malloc(SIZE);
    assert_non_null(text);
    fixture f;
    memset(text, '[', SIZE);
    setup(&f, (pith_str){text, SIZE});
    assert_int_equal(f.json.count, PITH_JSON_DEPTH);
    assert_int_equal(f.json.values[0].after, PITH_JSON_DEPTH);
    teardown(&f);
    for (size_t i = 0; i < SIZE; i++)
        text[i] = "1,"[i % 2];
    setup(&f, (pith_str){text, SIZE});
    assert_int_equal(f.json.count, PITH_JSON_VALUES_MAX);
    teardown(&f);
    memset(text, '"', SIZE); /* each could end the string, none does until the last */
    text[1] = 'x';
    setup(&f, (pith_str){text, SIZE});
    assert_int_equal(f.json.count, 1);
    assert_int_equal(f.json.values[0].size, SIZE - 2);
    teardown(&f);
    for (size_t i = 0; i < SIZE; i++) /* strings of one byte, and no backslash or very many */
        text[i] = "\"x\","[i % 4];
    setup(&f, (pith_str){text, SIZE});
    assert_int_equal(f.json.count, PITH_JSON_VALUES_MAX);
    teardown(&f);
    memset(text, '\\', SIZE);
    text[0] = '"';
    text[SIZE - 1] = '"';
    setup(&f, (pith_str){text, SIZE});
    assert_int_equal(f.json.count, 1);
    assert_int_equal(f.json.values[0].size, SIZE - 2);
    teardown(&f);
    text[1] = 'x'; /* now the last one escapes the quote */
    setup(&f, (pith_str){text, SIZE});
    assert_int_equal(f.json.count, 0);
    teardown(&f);
    free(text);
}

static void fails_without_memory(void **state)
{
    (void)state;
    pith_memory memory;
    pith_memory_init(&memory, NULL, 1);
    pith_json json;
    pith_json_init(&json, &memory);
    assert_false(pith_json_read(&json, PITH_STR("[1]")));
    pith_json_free(&json);
    assert_int_equal(memory.used, 0);

    memory.limit = 0;
    assert_true(pith_json_read(&json, PITH_STR("\"\\n\"")));
    memory.limit = memory.used;
    pith_buffer buffer;
    pith_buffer_init(&buffer, &memory);
    assert_int_equal(pith_json_string(&json, 0, &buffer).size, 0);
    assert_true(buffer.failed);
    pith_buffer_release(&buffer);
    pith_json_free(&json);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_json),
        cmocka_unit_test(decodes_escapes),
        cmocka_unit_test(keeps_broken_escapes),
        cmocka_unit_test(reads_what_pages_write),
        cmocka_unit_test(keeps_what_it_read),
        cmocka_unit_test(finds_members),
        cmocka_unit_test(bounds_depth_and_number),
        cmocka_unit_test(fails_without_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
