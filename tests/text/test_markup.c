/* SPDX-License-Identifier: Apache-2.0 */
/* What is taken for HTML and what for plain text. */
#include "text/text.h"

#include <stdarg.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#define ABOUT_TABLES                                                              \
    "<table>: The table element\nUse it as in\n<table><tr><td>One</td></tr></table>\n" \
    "and keep to data, for there are better ways to lay out a page than in the "      \
    "cells of it, whatever was done when pages were young."

static bool has_markup(const char *text)
{
    return pith_text_has_markup((pith_str){text, strlen(text)});
}

static void pages_are_html(void **state)
{
    (void)state;
    static const char *const pages[] = {
        "<!DOCTYPE html><p>One.",
        "\n\n  <!doctype html>\n<title>x</title>",
        "<html><body>One.</body></html>",
        "<HTML>",
        "<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"/>",
        "<!-- saved --><p>One.",
        "<head><title>One</title>",
        "<p>One paragraph, and no more.",
        "<div class=\"a\">One.</div>",
        "<b>Bold</b> at the start.",
        "<br>One.",
        "<p>one small letter",
        "<p class=a> one",
        "Warning: a notice of the server\n<!DOCTYPE html><html><body><p>One.</body></html>\n",
        "One <a href=\"/a\">link</a>, <i>and</i><br/>a break.",
        "",
        "  \n ",
    };
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++)
        if (!has_markup(pages[i]))
            fail_msg("taken for text: %s", pages[i]);
}

static void texts_are_none(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "One line.",
        "use <b> here",
        "Use <b>bold</b> where a word matters, and nothing else.",
        "<b> is the tag for bold text.",
        ABOUT_TABLES,
        "<p> holds a paragraph, and <br> breaks a line.",
        "The <p> element holds a paragraph, <br> a line break. Neither needs an end tag.",
        "a < b and b > c",
        "<ada@example.org> wrote: this is a letter.",
        "<3 is a heart",
        "if (a<b && c>d) return;",
        "# Title\n\nSome *Markdown* with a <kbd>key</kbd> in it, and many words around the key.",
        "{\"html\": \"none\"}",
        "<unknown>thing</unknown> that is no element",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (has_markup(texts[i]))
            fail_msg("taken for HTML: %s", texts[i]);
}

static pith_input by_type(const char *type)
{
    return pith_text_input_of_type((pith_str){type, strlen(type)});
}

static void types_decide(void **state)
{
    (void)state;
    assert_int_equal(by_type("text/plain"), PITH_INPUT_TEXT);
    assert_int_equal(by_type(" Text/Plain; charset=utf-8"), PITH_INPUT_TEXT);
    assert_int_equal(by_type("text/markdown"), PITH_INPUT_TEXT);
    assert_int_equal(by_type("text/html"), PITH_INPUT_HTML);
    assert_int_equal(by_type("TEXT/HTML;charset=x"), PITH_INPUT_HTML);
    assert_int_equal(by_type("application/xhtml+xml"), PITH_INPUT_HTML);
    assert_int_equal(by_type(""), PITH_INPUT_AUTO);
    assert_int_equal(by_type("application/octet-stream"), PITH_INPUT_AUTO);
    assert_int_equal(by_type("text/plainly"), PITH_INPUT_AUTO);
    assert_int_equal(by_type(";"), PITH_INPUT_AUTO);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pages_are_html),
        cmocka_unit_test(texts_are_none),
        cmocka_unit_test(types_decide),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
