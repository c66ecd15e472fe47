/* SPDX-License-Identifier: Apache-2.0 */
#include "charset/sniff.h"
#include "decoding.h"

static void check(const char *expected, const char *bytes, size_t size, pith_charset_hints hints)
{
    char *copy = malloc(size > 0 ? size : 1); /* of just its size, for ASan */
    assert_non_null(copy);
    if (size > 0)
        memcpy(copy, bytes, size);
    pith_str name = pith_encoding_name(pith_charset_sniff((pith_str){copy, size}, &hints));
    free(copy);
    if (name.size != strlen(expected) || memcmp(name.data, expected, name.size) != 0)
        fail_msg("%s, not %s, for: %.*s", name.data, expected, (int)size, bytes);
}

#define PAGE(expected, bytes) check(expected, bytes, sizeof(bytes) - 1, (pith_charset_hints){0})
#define TYPE(expected, value)                                                                      \
    check(expected, "", 0, (pith_charset_hints){.content_type = PITH_STR(value)})

static void order_of_the_sources(void **state)
{
    (void)state;
    static const char page[] = "\xEF\xBB\xBF<meta charset=gbk>";
    pith_charset_hints hints = {.override = PITH_STR("koi8-r"),
                                .content_type = PITH_STR("text/html; charset=big5")};
    check("KOI8-R", page, sizeof page - 1, hints);
    hints.override = PITH_STR("");
    check("UTF-8", page, sizeof page - 1, hints);
    check("Big5", page + 3, sizeof page - 4, hints);
    hints.content_type = PITH_STR("text/html");
    check("GBK", page + 3, sizeof page - 4, hints);
    check("windows-1252", "<p>", 3, hints);
    check("windows-1252", NULL, 0, hints);
}

static void byte_order_marks(void **state)
{
    (void)state;
    PAGE("UTF-8", "\xEF\xBB\xBF");
    PAGE("UTF-16LE", "\xFF\xFE");
    PAGE("UTF-16BE", "\xFE\xFF");
}

static void content_types(void **state)
{
    (void)state;
    TYPE("UTF-8", "text/html;charset=utf-8");
    TYPE("UTF-16BE", "text/html; charset=utf-16be"); /* the transport may say UTF-16 */
    TYPE("GBK", " text/html ; \t a=b; CharSet=GBK ");
    TYPE("GBK", "text/html; charset=\"gbk\"");
    TYPE("GBK", "text/html; charset=\" g\\bk \" junk; charset=big5");
    TYPE("GBK", "text/html; charset=\"gbk");
    TYPE("GBK", "text/html; a=\"; charset=big5; \"; charset=gbk");
    TYPE("GBK", "text/html;;;charset=;charset=gbk;charset=big5");
    TYPE("GBK", "text/html; charset; charset=gbk");
    TYPE("GBK", "x/y;charset=\x01gbk;charset=gbk");
    TYPE("windows-1252", "text/html; charset=unknown; charset=gbk"); /* the first one counts */
    TYPE("windows-1252", "text/html; charset=\"\"; charset=gbk");
    TYPE("windows-1252", "text/html; charset =gbk");
    TYPE("windows-1252", "text/html; charset= \"gbk\"");
    TYPE("windows-1252", "text/html; charset='gbk'");
    TYPE("windows-1252", "charset=gbk"); /* no type, no parameters */
    TYPE("windows-1252", "/html;charset=gbk");
    TYPE("windows-1252", "text/;charset=gbk");
    TYPE("windows-1252", "te xt/html;charset=gbk");
    TYPE("windows-1252", "text/html; charset=");
    TYPE("windows-1252", "text/html; charset=\"gbk\\\"");
}

static void meta_charset(void **state)
{
    (void)state;
    PAGE("GBK", "<meta charset=gbk>");
    PAGE("GBK", "<META/CHARSET = ' gbk ' >");
    PAGE("GBK", "<!doctype html><html><head><title>x</title><meta\ncharset=\"gbk\">");
    PAGE("GBK", "<meta charset=unknown><meta charset=gbk>");
    PAGE("GBK", "<meta charset=gbk charset=big5>");
    PAGE("GBK", "<meta name=x charset=gbk content='charset=big5' http-equiv=content-type>");
    PAGE("windows-1252", "<meta charset=unknown content='charset=gbk' http-equiv=content-type>");
    PAGE("windows-1252", "<metacharset=gbk>");
    PAGE("windows-1252", "<meta charset=gbk");      /* cut off */
    PAGE("windows-1252", "<meta charset='gbk>");
    PAGE("windows-1252", "<meta =charset=gbk>");    /* its name is "=charset" */
    PAGE("windows-1252", "<a title='<meta charset=gbk>'>");
    PAGE("windows-1252", "<!-- <meta charset=gbk> -->");
    PAGE("GBK", "<!--><meta charset=gbk>");
    PAGE("GBK", "<!-- a > b --><meta charset=gbk>");
    PAGE("GBK", "</a b='>'><? > <! > </ ><meta charset=gbk>");
}

static void meta_replaces_what_cannot_be(void **state)
{
    (void)state;
    PAGE("UTF-8", "<meta charset=utf-16>");
    PAGE("UTF-8", "<meta charset=utf-16be>");
    PAGE("windows-1252", "<meta charset=x-user-defined>");
    PAGE("replacement", "<meta charset=iso-2022-kr>");
}

static void meta_http_equiv(void **state)
{
    (void)state;
    PAGE("GBK", "<meta http-equiv=Content-Type content='text/html; charset=gbk'>");
    PAGE("GBK", "<meta content='text/html; charset = \"gbk\"' http-equiv='content-type'>");
    PAGE("GBK", "<meta content=\"charset charset=gbk;a\" http-equiv='content-type'>");
    PAGE("GBK", "<meta content=\"charset='gbk'x\" http-equiv='content-type'>");
    PAGE("windows-1252", "<meta content='text/html; charset=gbk'>");
    PAGE("windows-1252", "<meta http-equiv=refresh content='text/html; charset=gbk'>");
    PAGE("windows-1252", "<meta http-equiv=refresh http-equiv=content-type content='charset=gbk'>");
    PAGE("windows-1252", "<meta content=\"charset='gbk\" http-equiv='content-type'>");
    PAGE("windows-1252", "<meta content=\"charset=\" http-equiv='content-type'>");
    PAGE("windows-1252", "<meta content=\"charset\" http-equiv='content-type'>");
}

static void xml_declaration(void **state)
{
    (void)state;
    PAGE("GBK", "<?xml version='1.0' encoding = \"gbk\"?><html>");
    PAGE("UTF-8", "<?xml encoding='utf-16'?>");
    PAGE("Big5", "<?xml encoding='gbk'?><meta charset=big5>"); /* the prescan comes first */
    PAGE("windows-1252", " <?xml encoding='gbk'?>");
    PAGE("windows-1252", "<?xml encoding='gbk'");
    PAGE("windows-1252", "<?xml encoding=gbk?>");
    PAGE("windows-1252", "<?xml encoding='g bk'?>");
    PAGE("windows-1252", "<?xml encoding?>='gbk'>");
    PAGE("UTF-16LE", "<\0?\0x\0m\0l\0");
    PAGE("UTF-16BE", "\0<\0?\0x\0m\0l");
}

/* What comes after the first 1024 bytes is what the parser would find. */
static void late_meta(void **state)
{
    (void)state;
    char page[3000];
    static const char declaration[] = "<meta charset=gbk>";
    static const struct {
        const char *start;
        const char *end;
        const char *expected;
    } cases[] = {
        {"", "", "GBK"},
        {"<script>'<p title=", "</script>", "GBK"},
        {"<title><!-- ", "</TITLE>", "GBK"},
        {"<p>", "", "GBK"},
        {"<script>", "", "windows-1252"},
        {"<!-- ", "", "windows-1252"},
        {"<textarea>", "</text>", "windows-1252"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        memset(page, ' ', sizeof page);
        memcpy(page, cases[i].start, strlen(cases[i].start));
        memcpy(page + 1200, cases[i].end, strlen(cases[i].end));
        memcpy(page + 1300, declaration, sizeof declaration - 1);
        check(cases[i].expected, page, sizeof page, (pith_charset_hints){0});
    }
}

/* The prescan reads 1024 bytes; a <meta> that crosses that end is found by the second look. */
static void stale_declaration(void **state)
{
    (void)state;
    /* "žluťoučký" in UTF-8, below the declaration of what the page once was in */
    PAGE("UTF-8", "<meta charset=windows-1250>\xC5\xBElu\xC5\xA5ou\xC4\x8Dk\xC3\xBD");
    PAGE("UTF-8", "<?xml encoding='big5'?>\xC5\xBElu\xC5\xA5ou\xC4\x8Dk\xC3\xBD");
    /* too little to be sure, a byte that is no UTF-8, nothing but ASCII */
    PAGE("windows-1250", "<meta charset=windows-1250>\xC5\xBElu\xC5\xA5ou\xC4\x8Dky");
    PAGE("windows-1250", "<meta charset=windows-1250>\xC5\xBElu\xC5\xA5ou\xC4\x8Dk\xC3\xBD\xE9");
    PAGE("ISO-2022-JP", "<meta charset=iso-2022-jp>\x1B$B%F%9%H\x1B(B");
    /* what the server says counts */
    static const char page[] = "\xC5\xBElu\xC5\xA5ou\xC4\x8Dk\xC3\xBD";
    check("windows-1250", page, sizeof page - 1,
          (pith_charset_hints){.content_type = PITH_STR("text/html; charset=windows-1250")});
}

static void every_cut_is_safe(void **state)
{
    (void)state;
    static const char page[] = "<?xml version='1.0' encoding='big5'?><!-- a --><a b='c' d=e f>"
                               "<script>x</script><meta http-equiv='content-type' "
                               "content='text/html; charset=\"gbk\"'>";
    for (size_t size = 0; size < sizeof page; size++)
        check(size < 37 ? "windows-1252" : size < sizeof page - 1 ? "Big5" : "GBK", page, size,
              (pith_charset_hints){0});
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(order_of_the_sources),
        cmocka_unit_test(byte_order_marks),
        cmocka_unit_test(content_types),
        cmocka_unit_test(meta_charset),
        cmocka_unit_test(meta_replaces_what_cannot_be),
        cmocka_unit_test(meta_http_equiv),
        cmocka_unit_test(xml_declaration),
        cmocka_unit_test(late_meta),
        cmocka_unit_test(stale_declaration),
        cmocka_unit_test(every_cut_is_safe),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
