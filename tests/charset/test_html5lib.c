/* SPDX-License-Identifier: Apache-2.0 */
/*
 * html5lib-tests, encoding: pages and the encoding that a reader ends with. They
 * are read from $PITH_DATA/html5lib-tests/encoding; without them the test is
 * skipped.
 */
#include "decoding.h"

#include <stdio.h>

static char *read_file(const char *name, size_t *size)
{
    char path[1024];
    const char *data = getenv("PITH_DATA");
    snprintf(path, sizeof path, "%s/html5lib-tests/encoding/%s",
             data != NULL ? data : "../shared/data", name);
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        print_message("skipped: there is no %s\n", path);
        return NULL;
    }
    char *bytes = malloc(1 << 20);
    assert_non_null(bytes);
    *size = fread(bytes, 1, 1 << 20, file);
    fclose(file);
    assert_true(*size < 1 << 20);
    return bytes;
}

static pith_str until(pith_str *rest, const char *mark)
{
    size_t length = strlen(mark);
    for (size_t at = 0; at + length <= rest->size; at++)
        if (memcmp(rest->data + at, mark, length) == 0) {
            pith_str part = {rest->data, at};
            *rest = (pith_str){rest->data + at + length, rest->size - at - length};
            return part;
        }
    pith_str part = *rest;
    rest->size = 0;
    return part;
}

/*
 * Cases are "#data\n" page "\n#encoding\n" label "\n". Where `expected` is not
 * NULL, it is the encoding of all cases, not the label.
 */
static void run_file(const char *name, size_t expected_cases, const char *expected)
{
    pith_str rest = {NULL, 0};
    char *bytes = read_file(name, &rest.size);
    if (bytes == NULL)
        skip();
    rest.data = bytes;
    size_t cases = 0;
    until(&rest, "#data\n");
    while (rest.size > 0) {
        pith_str page = until(&rest, "\n#encoding\n");
        pith_str label = until(&rest, "\n");
        until(&rest, "#data\n");
        if (expected != NULL)
            label = (pith_str){expected, strlen(expected)};
        pith_charset_hints hints = {0};
        const pith_encoding *found = pith_charset_sniff(page, &hints);
        if (found != pith_encoding_for_label(label))
            fail_msg("%s, case %zu: %s, not %.*s:\n%.*s", name, cases,
                     pith_encoding_name(found).data, (int)label.size, label.data,
                     (int)page.size, page.data);
        cases++;
    }
    free(bytes);
    assert_int_equal(cases, expected_cases);
}

static void tests1(void **state)
{
    (void)state;
    run_file("tests1.dat", 59, NULL);
}

static void tests2(void **state)
{
    (void)state;
    run_file("tests2.dat", 22, NULL);
}

/*
 * The page declares EUC-JP, but the file has it in UTF-8: the deviation of
 * docs/CHARSET.md, that such a declaration is doubted.
 */
static void test_yahoo_jp(void **state)
{
    (void)state;
    run_file("test-yahoo-jp.dat", 1, "utf-8");
}

/* A text in Big5 that declares nothing. */
static void chardet_big5(void **state)
{
    (void)state;
    pith_str page;
    char *bytes = read_file("chardet/test_big5.txt", &page.size);
    if (bytes == NULL)
        skip();
    page.data = bytes;
    pith_charset_hints hints = {0};
    assert_string_equal(pith_encoding_name(pith_charset_sniff(page, &hints)).data, "Big5");
    free(bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tests1),
        cmocka_unit_test(tests2),
        cmocka_unit_test(test_yahoo_jp),
        cmocka_unit_test(chardet_big5),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
