/* SPDX-License-Identifier: Apache-2.0 */
#include "html/doctype.h"

#include <stdarg.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <cmocka.h>

/* "name|public|system", with "-" for a missing one and "!" at the end where quirks are forced. */
static void expect_closed(const char *data, bool closed, const char *expected)
{
    pith_html_doctype doctype;
    pith_html_doctype_parse((pith_str){data, strlen(data)}, closed, &doctype);
    char seen[256];
    snprintf(seen, sizeof seen, "%.*s|%.*s|%.*s%s",
             doctype.has_name ? (int)doctype.name.size : 1,
             doctype.has_name ? doctype.name.data : "-",
             doctype.has_public_id ? (int)doctype.public_id.size : 1,
             doctype.has_public_id ? doctype.public_id.data : "-",
             doctype.has_system_id ? (int)doctype.system_id.size : 1,
             doctype.has_system_id ? doctype.system_id.data : "-",
             doctype.force_quirks ? "!" : "");
    assert_string_equal(seen, expected);
}

static void expect(const char *data, const char *expected)
{
    expect_closed(data, true, expected);
}

static void reads_names(void **state)
{
    (void)state;
    expect(" html", "html|-|-");
    expect("HTML\r\n", "HTML|-|-");
    expect("", "-|-|-!");
    expect(" \t\n\f", "-|-|-!");
    expect(" html foo", "html|-|-!");
    expect(" PUBLIC", "PUBLIC|-|-");
}

static void reads_identifiers(void **state)
{
    (void)state;
    expect(" html PUBLIC 'a' \"b\"", "html|a|b");
    expect(" html public\"a\"'b'", "html|a|b");
    expect(" html PUBLIC ''", "html||-");
    expect(" html PUBLIC '' ''", "html||");
    expect(" html SYSTEM\n'it is \"b\"' ", "html|-|it is \"b\"");
    expect(" html SYSTEM 'b' bogus", "html|-|b");
}

static void forces_quirks_where_it_is_broken(void **state)
{
    (void)state;
    expect(" html PUBLIC", "html|-|-!");
    expect(" html PUBLIC a", "html|-|-!");
    expect(" html PUBLIC 'a", "html|a|-!");
    expect(" html PUBLIC 'a' b", "html|a|-!");
    expect(" html PUBLIC 'a' 'b", "html|a|b!");
    expect(" html SYSTEM", "html|-|-!");
    expect(" html SYSTEM 'b", "html|-|b!");
    expect(" html PUBLICITY", "html|-|-!");
}

static void forces_quirks_where_the_page_ends(void **state)
{
    (void)state;
    expect_closed(" html", false, "html|-|-!");
    expect_closed(" html PUBLIC 'a'", false, "html|a|-!");
    expect_closed(" html PUBLIC 'a' 'b' ", false, "html|a|b!");
    expect_closed(" html SYSTEM 'b' bogus", false, "html|-|b");
}

static pith_html_quirks mode_of(const char *data)
{
    pith_html_doctype doctype;
    pith_html_doctype_parse((pith_str){data, strlen(data)}, true, &doctype);
    return pith_html_doctype_quirks(&doctype);
}

static void knows_the_modes(void **state)
{
    (void)state;
    assert_int_equal(mode_of(" html"), PITH_NO_QUIRKS);
    assert_int_equal(mode_of(" HTML SYSTEM 'about:legacy-compat'"), PITH_NO_QUIRKS);
    assert_int_equal(mode_of(" html PUBLIC '-//W3C//DTD XHTML 1.0 Strict//EN' 's'"),
                     PITH_NO_QUIRKS);
    assert_int_equal(mode_of(" svg"), PITH_QUIRKS);
    assert_int_equal(mode_of(""), PITH_QUIRKS);
    assert_int_equal(mode_of(" html PUBLIC"), PITH_QUIRKS);
    assert_int_equal(mode_of(" html PUBLIC 'html'"), PITH_QUIRKS);
    assert_int_equal(mode_of(" html PUBLIC '-//w3o//dtd w3 html strict 3.0//en//'"), PITH_QUIRKS);
    assert_int_equal(mode_of(" html PUBLIC '-/W3C/DTD HTML 4.0 Transitional/EN'"), PITH_QUIRKS);
    assert_int_equal(mode_of(" html PUBLIC '+//Silmaril//dtd html Pro v0r11 19970101//'"),
                     PITH_QUIRKS);
    assert_int_equal(mode_of(" html PUBLIC '-//WebTechs//DTD Mozilla HTML//EN'"), PITH_QUIRKS);
    assert_int_equal(mode_of(" html PUBLIC '-//WebTechs//DTD Mozilla HTML'"), PITH_NO_QUIRKS);
    assert_int_equal(
        mode_of(" html SYSTEM 'http://www.IBM.com/data/dtd/v11/ibmxhtml1-transitional.dtd'"),
        PITH_QUIRKS);
}

static void limits_quirks_of_transitional_documents(void **state)
{
    (void)state;
    assert_int_equal(mode_of(" html PUBLIC '-//W3C//DTD HTML 4.01 Transitional//EN'"), PITH_QUIRKS);
    assert_int_equal(mode_of(" html PUBLIC '-//W3C//DTD HTML 4.01 Transitional//EN' ''"),
                     PITH_LIMITED_QUIRKS);
    assert_int_equal(mode_of(" html PUBLIC '-//W3C//DTD HTML 4.01 Frameset//EN'"), PITH_QUIRKS);
    assert_int_equal(mode_of(" html PUBLIC '-//W3C//DTD HTML 4.01 Frameset//EN' 's'"),
                     PITH_LIMITED_QUIRKS);
    assert_int_equal(mode_of(" html PUBLIC '-//W3C//DTD XHTML 1.0 Frameset//EN'"),
                     PITH_LIMITED_QUIRKS);
    assert_int_equal(mode_of(" html PUBLIC '-//W3C//DTD XHTML 1.0 Transitional//EN' 's'"),
                     PITH_LIMITED_QUIRKS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_names),
        cmocka_unit_test(reads_identifiers),
        cmocka_unit_test(forces_quirks_where_it_is_broken),
        cmocka_unit_test(forces_quirks_where_the_page_ends),
        cmocka_unit_test(knows_the_modes),
        cmocka_unit_test(limits_quirks_of_transitional_documents),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
