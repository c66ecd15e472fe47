/* SPDX-License-Identifier: Apache-2.0 */
#include "base/str.h"
#include "meta/date.h"

#include <stdarg.h>
#include <stdlib.h>
#include <setjmp.h>
#include <stddef.h>
#include <cmocka.h>

typedef struct date_case {
    const char *text;
    const char *date; /* empty: none */
} date_case;

static pith_str str(const char *text)
{
    return (pith_str){text, strlen(text)};
}

static void check(const char *text, const char *language, const char *expected, bool machine)
{
    pith_date date;
    char out[PITH_DATE_SIZE];
    bool found = machine ? pith_date_read(str(text), str(language), &date)
                         : pith_date_find(str(text), str(language), &date);
    size_t size = found ? pith_date_write(&date, out) : 0;
    if (!pith_str_equal((pith_str){out, size}, str(expected)))
        fail_msg("<%s> gives <%.*s>, not <%s>", text, (int)size, out, expected);
}

static void reads_machine_dates(void **state)
{
    (void)state;
    static const date_case cases[] = {
        {"2024-05-17", "2024-05-17"},
        {" 2024-05-17T10:20:30+02:00 ", "2024-05-17T10:20:30+02:00"},
        {"2024-05-17T10:20:30.123Z", "2024-05-17T10:20:30Z"},
        {"2024-05-17T10:20:30,5-0330", "2024-05-17T10:20:30-03:30"},
        {"2024-05-17T10:20+09", "2024-05-17T10:20:00+09:00"},
        {"2024-05-17 10:20:30", "2024-05-17T10:20:30"},
        {"2024-05-17T10:20:30 UTC", "2024-05-17T10:20:30Z"},
        {"2024/05/17", "2024-05-17"},
        {"20240517", "2024-05-17"},
        {"20240517T102030Z", "2024-05-17"},
        {"20240517102030", "2024-05-17"},
        {"Fri, 17 May 2024 10:20:30 GMT", "2024-05-17T10:20:30Z"},
        {"Fri, 17 May 2024 10:20:30 +0200", "2024-05-17T10:20:30+02:00"},
        {"1715941230", "2024-05-17T10:20:30Z"},
        {"1715941230123", "2024-05-17T10:20:30Z"},
        {"951782400", ""},      /* nine digits: 2000, but also any number */
        {"0951782400", "2000-02-29T00:00:00Z"},
        {"2024-02-30", ""},
        {"2023-02-29", ""},
        {"2024-13-01", ""},
        {"2024-00-10", ""},
        {"1899-05-17", ""},
        {"2024-05", ""},
        {"2024", ""},
        {"", ""},
        {"0000-00-00T00:00:00", ""},
        {"99999999999999999999", ""},
        {"2024-05-17T25:20", "2024-05-17"},
        {"2024-05-17T10:99", "2024-05-17"},
        {"2024-05-17T10:20:30+99:00", "2024-05-17T10:20:30"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check(cases[i].text, "", cases[i].date, true);
}

static void reads_months_of_many_languages(void **state)
{
    (void)state;
    static const date_case cases[] = {
        {"17 May 2024", "2024-05-17"},
        {"May 17th, 2024", "2024-05-17"},
        {"MAY 17, 2024", "2024-05-17"},
        {"17th of May, 2024", "2024-05-17"},
        {"17. März 2024", "2024-03-17"},
        {"17. Jänner 2024", "2024-01-17"},
        {"1er février 2024", "2024-02-01"},
        {"17 août 2024", "2024-08-17"},
        {"17 de mayo de 2024", "2024-05-17"},
        {"17 maggio 2024", "2024-05-17"},
        {"17 de março de 2024", "2024-03-17"},
        {"17 maart 2024", "2024-03-17"},
        {"17 juli 2024", "2024-07-17"},
        {"17. desember 2024", "2024-12-17"},
        {"den 17 maj 2024", "2024-05-17"},
        {"17. toukokuuta 2024", "2024-05-17"},
        {"17 stycznia 2024", "2024-01-17"},
        {"17. září 2024", "2024-09-17"},
        {"17. októbra 2024", "2024-10-17"},
        {"17. avgust 2024", "2024-08-17"},
        {"17. prosinca 2024.", "2024-12-17"},
        {"17 мая 2024 г.", "2024-05-17"},
        {"17 МАЯ 2024", "2024-05-17"},
        {"17 травня 2024 року", "2024-05-17"},
        {"17 студзеня 2024", "2024-01-17"},
        {"17 декември 2024", "2024-12-17"},
        {"17 mai 2024", "2024-05-17"},
        {"2024. május 17.", "2024-05-17"},
        {"17 Μαΐου 2024", "2024-05-17"},
        {"17 Mayıs 2024", "2024-05-17"},
        {"17. mai 2024", "2024-05-17"},
        {"2024. gada 17. maijs", "2024-05-17"},
        {"2024 m. gegužės 17 d.", "2024-05-17"},
        {"17 maig de 2024", "2024-05-17"},
        {"17 Agustus 2024", "2024-08-17"},
        {"17 tháng 5 năm 2024", "2024-05-17"},
        {"2024年5月17日", "2024-05-17"},
        {"2024 年 5 月 17 日 10:20", "2024-05-17T10:20:00"},
        {"2024년 5월 17일", "2024-05-17"},
        {"17 मई 2024", "2024-05-17"},
        {"१७ मई २०२४", "2024-05-17"},
        {"17 พฤษภาคม 2567", "2024-05-17"},
        {"17 พ.ค. 2567", "2024-05-17"},
        {"17 مايو 2024", "2024-05-17"},
        {"١٧ مايو ٢٠٢٤", "2024-05-17"},
        {"17 במאי 2024", "2024-05-17"},
        {"17 მაისი 2024", "2024-05-17"},
        {"17 մայիսի 2024", "2024-05-17"},
        {"১৭ মে ২০২৪", "2024-05-17"},
        {"17 qershor 2024", "2024-06-17"},
        {"2024ko maiatzaren 17a", "2024-05-17"},
        {"17 Mei 2024", "2024-05-17"},
        {"17 மே 2024", "2024-05-17"},
        {"17 ഏപ്രിൽ 2024", "2024-04-17"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check(cases[i].text, "", cases[i].date, false);
    check("17. listopada 2024", "hr", "2024-10-17", false);
    check("17 listopada 2024", "pl", "2024-11-17", false);
    check("17. srp 2024", "hr-HR", "2024-07-17", false);
}

static void reads_numbers_in_the_order_of_the_language(void **state)
{
    (void)state;
    check("05/06/2024", "", "2024-06-05", false);
    check("05/06/2024", "fr", "2024-06-05", false);
    check("05/06/2024", "en-GB", "2024-06-05", false);
    check("05/06/2024", "en-US", "2024-05-06", false);
    check("05/06/2024", "en", "2024-05-06", false);
    check("05-06-2024", "en", "2024-05-06", false);
    check("05.06.2024", "en", "2024-06-05", false);
    check("17/05/2024", "en-US", "2024-05-17", false);
    check("05/17/2024", "fr", "2024-05-17", false);
    check("17.05.24", "de", "2024-05-17", false);
    check("17. 5. 2024", "cs", "2024-05-17", false);
    check("17.5.2024 klo 10:20", "fi", "2024-05-17T10:20:00", false);
}

static void finds_dates_in_text(void **state)
{
    (void)state;
    static const date_case cases[] = {
        {"Published on May 17, 2024 at 3:05 pm EST", "2024-05-17T15:05:00"},
        {"May 17, 2024 12:05 a.m.", "2024-05-17T00:05:00"},
        {"von Eva, 17. Mai 2024, 10:20 Uhr", "2024-05-17T10:20:00"},
        {"3 comments, 17 May 2024", "2024-05-17"},
        {"Version 3.14.15 of May 17, 2024", "2024-05-17"},
        {"17 May 2024 and 18 June 2025", "2024-05-17"},
        {"© 2024 May", ""},
        {"May 2024", ""},
        {"17 May", ""},
        {"May we meet 17 of the 2024 people?", ""},
        {"17 people who may come in 2024", ""},
        {"192.168.1.1", ""},
        {"1/2/3", ""},
        {"17-05/2024", ""},
        {"17:05:2024", ""},
        {"17 May | 2024", ""},
        {"31 April 2024", ""},
        {"Maya 17, 2024", ""},
        {"", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check(cases[i].text, "en-GB", cases[i].date, false);
}

static void looks_at_a_bounded_text(void **state)
{
    (void)state;
    char text[2000];
    memset(text, 'x', sizeof text);
    memcpy(text + 1000, " 17 May 2024 ", 13);
    pith_date date;
    assert_true(pith_date_find((pith_str){text, sizeof text}, str(""), &date));
    memset(text, 'x', sizeof text);
    memcpy(text + 1100, " 17 May 2024 ", 13);
    assert_false(pith_date_find((pith_str){text, sizeof text}, str(""), &date));
    /* a character that the bound cuts */
    memset(text, ' ', sizeof text);
    memcpy(text + 1023, "é", 2);
    assert_false(pith_date_find((pith_str){text, sizeof text}, str(""), &date));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_machine_dates),
        cmocka_unit_test(reads_months_of_many_languages),
        cmocka_unit_test(reads_numbers_in_the_order_of_the_language),
        cmocka_unit_test(finds_dates_in_text),
        cmocka_unit_test(looks_at_a_bounded_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
