/* SPDX-License-Identifier: Apache-2.0 */
#include "base/str.h"
#include "base/url.h"

#include <stdarg.h>
#include <stdlib.h>
#include <setjmp.h>
#include <stddef.h>
#include <cmocka.h>

typedef struct reference_case {
    const char *reference;
    const char *url;
} reference_case;

static pith_str str(const char *text)
{
    return (pith_str){text, strlen(text)};
}

static void check(const char *base, pith_str reference, pith_str expected)
{
    pith_memory memory;
    pith_memory_init(&memory, NULL, 0);
    pith_arena arena;
    pith_arena_init(&arena, &memory);
    pith_str url;
    assert_true(pith_url_resolve(&arena, str(base), reference, &url));
    if (!pith_str_equal(url, expected))
        fail_msg("<%.*s> against <%s> is <%.*s>, not <%.*s>", (int)reference.size, reference.data,
                 base, (int)url.size, url.data, (int)expected.size, expected.data);
    pith_arena_free(&arena);
}

static void check_all(const char *base, const reference_case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++)
        check(base, str(cases[i].reference), str(cases[i].url));
}

#define CHECK_ALL(base, cases) check_all(base, cases, sizeof(cases) / sizeof *(cases))

/* RFC 3986, 5.4. */
static void rfc_3986_examples(void **state)
{
    (void)state;
    static const reference_case cases[] = {
        {"g:h", "g:h"},
        {"g", "http://a/b/c/g"},
        {"./g", "http://a/b/c/g"},
        {"g/", "http://a/b/c/g/"},
        {"/g", "http://a/g"},
        {"//g", "http://g/"},
        {"?y", "http://a/b/c/d;p?y"},
        {"g?y", "http://a/b/c/g?y"},
        {"#s", "http://a/b/c/d;p?q#s"},
        {"g#s", "http://a/b/c/g#s"},
        {"g?y#s", "http://a/b/c/g?y#s"},
        {";x", "http://a/b/c/;x"},
        {"g;x", "http://a/b/c/g;x"},
        {"g;x?y#s", "http://a/b/c/g;x?y#s"},
        {"", "http://a/b/c/d;p?q"},
        {".", "http://a/b/c/"},
        {"./", "http://a/b/c/"},
        {"..", "http://a/b/"},
        {"../", "http://a/b/"},
        {"../g", "http://a/b/g"},
        {"../..", "http://a/"},
        {"../../", "http://a/"},
        {"../../g", "http://a/g"},
        {"../../../g", "http://a/g"},
        {"../../../../g", "http://a/g"},
        {"/./g", "http://a/g"},
        {"/../g", "http://a/g"},
        {"g.", "http://a/b/c/g."},
        {".g", "http://a/b/c/.g"},
        {"g..", "http://a/b/c/g.."},
        {"..g", "http://a/b/c/..g"},
        {"./../g", "http://a/b/g"},
        {"./g/.", "http://a/b/c/g/"},
        {"g/./h", "http://a/b/c/g/h"},
        {"g/../h", "http://a/b/c/h"},
        {"g;x=1/./y", "http://a/b/c/g;x=1/y"},
        {"g;x=1/../y", "http://a/b/c/y"},
        {"g?y/./x", "http://a/b/c/g?y/./x"},
        {"g?y/../x", "http://a/b/c/g?y/../x"},
        {"g#s/./x", "http://a/b/c/g#s/./x"},
        {"g#s/../x", "http://a/b/c/g#s/../x"},
        {"http:g", "http://a/b/c/g"}, /* "for backward compatibility", and browsers do */
    };
    CHECK_ALL("http://a/b/c/d;p?q", cases);
}

static void reads_as_browsers_do(void **state)
{
    (void)state;
    static const reference_case cases[] = {
        {"\\x\\y", "https://example.org/x/y"},
        {"x\\..\\y", "https://example.org/a/y"},
        {"\\\\cdn.example\\x", "https://cdn.example/x"},
        {"///cdn.example/x", "https://cdn.example/x"},
        {"https:x", "https://example.org/a/x"},
        {"https:/x", "https://example.org/x"},
        {"http:x.example/y", "http://x.example/y"},
        {"http:/x.example/y", "http://x.example/y"},
        {"HTTP://WWW.Example.COM", "http://www.example.com/"},
        {"http://Me:PW@Example.com:80/A", "http://Me:PW@example.com:80/A"},
        {"http://[::1]:8080/", "http://[::1]:8080/"},
        {"%2E%2e/x", "https://example.org/x"},
        {"%2e", "https://example.org/a/"},
        {"%2ex", "https://example.org/a/%2ex"},
        {".../x", "https://example.org/a/.../x"},
        {"a//../b", "https://example.org/a/a/b"},
        {"//x.example?q", "https://x.example/?q"},
        {"?", "https://example.org/a/b?"},
        {"#", "https://example.org/a/b?c#"},
        {"a:b", "a:b"},
        {"1a:b", "https://example.org/a/1a:b"},
        {"./a:b", "https://example.org/a/a:b"},
        {"file:x/y", "file:///x/y"},
        {"file://Host/x", "file://host/x"},
        {"file:///x/../y", "file:///y"},
        {"git://Host", "git://host"},
        {"git://host\\x", "git://host\\x"},
        {"git:/x/..//y", "git:/.//y"},
    };
    CHECK_ALL("https://example.org/a/b?c#d", cases);
    check("git:///x", PITH_STR("y"), PITH_STR("git:///y"));
    check("git://host", PITH_STR("x"), PITH_STR("git://host/x"));
    check("git://host", PITH_STR("?x"), PITH_STR("git://host?x"));
    check("file:///a/b", PITH_STR("c"), PITH_STR("file:///a/c"));
    check("file:///a/b", PITH_STR("/c"), PITH_STR("file:///c"));
    check("http://a", PITH_STR("b"), PITH_STR("http://a/b"));
    check("  http://a/b\n", PITH_STR("c"), PITH_STR("http://a/c"));
}

static void encodes_what_would_break(void **state)
{
    (void)state;
    static const reference_case cases[] = {
        {"a b", "http://a/a%20b"},
        {"<\"^`{}>", "http://a/%3C%22%5E%60%7B%7D%3E"},
        {"?a b'<>\"{}", "http://a/?a%20b%27%3C%3E%22{}"},
        {"#a b'<>\"`", "http://a/#a%20b'%3C%3E%22%60"},
        {"a%20b%zz%", "http://a/a%20b%zz%"},
        {"\x01\x7F" "a", "http://a/%7Fa"},
        {"a\x01" "b", "http://a/a%01b"},
        {"Grüße/日本?ü#é", "http://a/Grüße/日本?ü#é"},
        {"http://Bücher.Example/", "http://bücher.example/"},
        {"(a)[b]|c", "http://a/(a)[b]|c"},
    };
    CHECK_ALL("http://a/", cases);
    check("x://a/", PITH_STR("?'"), PITH_STR("x://a/?'"));
    check("http://a/", (pith_str){"a\0b", 3}, PITH_STR("http://a/a%00b"));
}

static void removes_breaks_and_trims(void **state)
{
    (void)state;
    check("http://a/", PITH_STR(" \t\n x\ny\tz\r\n "), PITH_STR("http://a/xyz"));
    check("http://a/", PITH_STR("ht\ntp://b/"), PITH_STR("http://b/"));
    check("", PITH_STR(" a\nb "), PITH_STR("ab"));
}

static void leaves_what_it_cannot_resolve(void **state)
{
    (void)state;
    static const reference_case cases[] = {
        {"mailto:a@b.example?subject=a b", "mailto:a@b.example?subject=a b"},
        {"javascript:void(0)", "javascript:void(0)"},
        {"JavaScript:a('/../b')", "JavaScript:a('/../b')"},
        {"data:text/html,<b>x/../y</b>", "data:text/html,<b>x/../y</b>"},
        {"tel:+49 30 1", "tel:+49 30 1"},
        {"http://", "http://"},
        {"http://a b/", "http://a b/"},
        {"http://a<b/", "http://a<b/"},
        {"http://a:b/", "http://a:b/"},
        {"http://[::1", "http://[::1"},
        {"http://me@/", "http://me@/"},
        {"git://a b/", "git://a b/"},
        {"git://a:b/", "git://a:b/"},
        {"//", "//"},
    };
    CHECK_ALL("http://a/b", cases);
    check("", PITH_STR("x/../y"), PITH_STR("x/../y"));
    check("", PITH_STR("http://a/x/../y"), PITH_STR("http://a/y"));
    check("/relative", PITH_STR("x"), PITH_STR("x"));
    check("mailto:a@b", PITH_STR("x"), PITH_STR("x"));
    check("about:blank", PITH_STR("#x"), PITH_STR("#x"));
    check("http://a b/", PITH_STR("x"), PITH_STR("x"));
    /* A base whose host is none is no base: what would be relative to it is absolute. */
    check("https://w:x.example/c", PITH_STR("https:\\a/b"), PITH_STR("https://a/b"));
    check("https://a/c", PITH_STR("https:\\d/b"), PITH_STR("https://a/d/b"));
    check("", (pith_str){NULL, 0}, (pith_str){NULL, 0});
    check("http://a/", (pith_str){NULL, 0}, PITH_STR("http://a/"));
}

static void bounds_the_base(void **state)
{
    (void)state;
    char base[PITH_URL_BASE_MAX + 2];
    memset(base, 'a', sizeof base);
    memcpy(base, "http://h/", 9);
    base[PITH_URL_BASE_MAX] = '\0';
    check(base, PITH_STR("x"), PITH_STR("http://h/x"));
    base[PITH_URL_BASE_MAX] = 'a';
    base[PITH_URL_BASE_MAX + 1] = '\0';
    check(base, PITH_STR("x"), PITH_STR("x"));
}

/* A result never grows beyond its bound, and ".." over a long path stays linear. */
static void long_references(void **state)
{
    (void)state;
    enum { SIZE = 3000000 };
    char *text = malloc(SIZE);
    assert_non_null(text);
    pith_memory memory;
    pith_memory_init(&memory, NULL, 0);
    pith_arena arena;
    pith_arena_init(&arena, &memory);
    pith_str url;
    memset(text, ' ', SIZE);
    text[0] = text[SIZE - 1] = 'x';
    assert_true(pith_url_resolve(&arena, str("http://a/"), (pith_str){text, SIZE}, &url));
    assert_int_equal(url.size, 9 + 2 + 3 * (SIZE - 2));
    for (size_t i = 0; i < SIZE; i++) /* x/x/x/… then ../../../… */
        text[i] = i < SIZE / 2 ? "x/"[i % 2] : "../"[i % 3];
    assert_true(pith_url_resolve(&arena, str("http://a/"), (pith_str){text, SIZE}, &url));
    assert_true(url.size > SIZE / 6 && url.size < SIZE / 4);
    pith_arena_free(&arena);
    free(text);
}

static void takes_hosts_and_paths_out(void **state)
{
    (void)state;
    static const char *const cases[][3] = {
        {"https://www.example.org/a/b?c#d", "www.example.org", "/a/b"},
        {" https://me:pw@example.org:8080?q", "example.org", ""},
        {"http://[::1]:80/x", "[::1]", "/x"},
        {"https://example.org", "example.org", ""},
        {"file:///x/y", "", "/x/y"},
        {"mailto:a@b.example", "", ""},
        {"/x/y", "", ""},
        {"//example.org/x", "example.org", ""},
        {"", "", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_true(pith_str_equal(pith_url_host(str(cases[i][0])), str(cases[i][1])));
        assert_true(pith_str_equal(pith_url_path(str(cases[i][0])), str(cases[i][2])));
    }
}

static void fails_without_memory(void **state)
{
    (void)state;
    pith_memory memory;
    pith_memory_init(&memory, NULL, 1);
    pith_arena arena;
    pith_arena_init(&arena, &memory);
    pith_str url;
    assert_false(pith_url_resolve(&arena, str("http://a/"), str("x"), &url));
    assert_false(pith_url_resolve(&arena, str(""), str("x\ny"), &url));
    assert_true(pith_url_resolve(&arena, str(""), str("x"), &url));
    assert_int_equal(memory.used, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rfc_3986_examples),
        cmocka_unit_test(reads_as_browsers_do),
        cmocka_unit_test(encodes_what_would_break),
        cmocka_unit_test(removes_breaks_and_trims),
        cmocka_unit_test(leaves_what_it_cannot_resolve),
        cmocka_unit_test(bounds_the_base),
        cmocka_unit_test(long_references),
        cmocka_unit_test(takes_hosts_and_paths_out),
        cmocka_unit_test(fails_without_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
