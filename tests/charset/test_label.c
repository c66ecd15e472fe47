/* SPDX-License-Identifier: Apache-2.0 */
#include "charset/encoding.h"
#include "decoding.h"

static void check(const char *label, const char *name)
{
    pith_str found = pith_charset_name((pith_str){label, strlen(label)});
    assert_int_equal(found.size, strlen(name));
    if (found.size > 0)
        assert_memory_equal(found.data, name, found.size);
}

static void labels_have_the_standard_names(void **state)
{
    (void)state;
    check("utf8", "UTF-8");
    check("latin1", "windows-1252");
    check("iso-8859-1", "windows-1252");
    check("us-ascii", "windows-1252");
    check("latin5", "windows-1254");
    check("tis-620", "windows-874");
    check("iso-8859-8-i", "ISO-8859-8-I");
    check("visual", "ISO-8859-8");
    check("gb2312", "GBK");
    check("gb18030", "gb18030");
    check("big5-hkscs", "Big5");
    check("x-sjis", "Shift_JIS");
    check("ks_c_5601-1987", "EUC-KR");
    check("mac", "macintosh");
    check("x-mac-ukrainian", "x-mac-cyrillic");
    check("koi8-ru", "KOI8-U");
    check("utf-16", "UTF-16LE");
    check("ucs-2", "UTF-16LE");
    check("unicodefffe", "UTF-16BE");
    check("hz-gb-2312", "replacement");
    check("replacement", "replacement");
    check("x-user-defined", "x-user-defined");
    check("unicode11utf8", "UTF-8");
    check("866", "IBM866");                 /* the first in the table */
    check("x-x-big5", "Big5");              /* the last in the table */
    check("iso_8859-2:1987", "ISO-8859-2");
    check("cseucpkdfmtjapanese", "EUC-JP"); /* the longest */
}

static void labels_are_trimmed_and_ignore_case(void **state)
{
    (void)state;
    check(" \t\r\n\fUTF-8 \n", "UTF-8");
    check("Shift_JIS", "Shift_JIS");
    check("CSEUCPKDFMTJAPANESE", "EUC-JP");
}

static void unknown_labels_have_no_name(void **state)
{
    (void)state;
    check("", "");
    check("   ", "");
    check("utf-7", "");
    check("utf_8", "");
    check("\vutf-8", "");     /* a vertical tab is no ASCII whitespace */
    check("\xC2\xA0utf-8", "");
    check("utf-8utf-8utf-8utf-8utf-8", "");
    check("x-x-big5a", "");
    assert_int_equal(pith_charset_name((pith_str){"utf-8\0", 6}).size, 0);
    assert_int_equal(pith_charset_name((pith_str){NULL, 0}).size, 0);
}

static void every_label_is_found(void **state)
{
    (void)state;
    assert_int_equal(pith_label_count, 228); /* as many as the standard has */
    for (size_t i = 0; i < pith_label_count; i++) {
        const pith_charset_label *row = &pith_charset_labels[i];
        size_t size = 0;
        while (size < sizeof row->label && row->label[size] != '\0')
            size++;
        const pith_encoding *found = pith_encoding_for_label((pith_str){row->label, size});
        assert_ptr_equal(found, &pith_encodings[row->encoding]);
    }
}

static void every_encoding_is_found_by_its_name(void **state)
{
    (void)state;
    for (size_t i = 0; i < PITH_ENCODING_COUNT; i++) {
        pith_str name = pith_encoding_name(&pith_encodings[i]);
        assert_int_equal(pith_encodings[i].number, i);
        assert_ptr_equal(pith_encoding_for_label(name), &pith_encodings[i]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(labels_have_the_standard_names),
        cmocka_unit_test(labels_are_trimmed_and_ignore_case),
        cmocka_unit_test(unknown_labels_have_no_name),
        cmocka_unit_test(every_label_is_found),
        cmocka_unit_test(every_encoding_is_found_by_its_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
