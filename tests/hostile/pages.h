/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Pages that are made to cost more than their size: each follows a pattern that
 * some parser, or the HTML standard itself, takes quadratic or unbounded time or
 * memory for. Shared by the test, which asks for linear cost, and the benchmark.
 */
#ifndef PITH_TESTS_HOSTILE_PAGES_H
#define PITH_TESTS_HOSTILE_PAGES_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A page that grows. */
typedef struct hostile_page {
    char *data;
    size_t size;
    size_t capacity;
} hostile_page;

/*
 * prefix, then `unit` `count` times, then `middle`, then `unit_2` and `unit_3`
 * as often. A "#" in a unit stands for the number of its repetition.
 */
typedef struct hostile_case {
    const char *name;
    uint32_t count;
    const char *prefix;
    const char *unit;
    const char *middle;
    const char *unit_2;
    const char *unit_3;
} hostile_case;

static const hostile_case hostile_cases[] = {
    {"nested <div>", 100000, "", "<div>", "", "", ""},
    {"<font size=i>", 100000, "", "<font size=#>", "", "", ""},
    {"<font size=i><p>", 2000, "", "<font size=#><p>", "", "", ""},
    {"<b>... <i>... x</b>...", 10000, "", "<b>", "", "<i>", "x</b>"},
    {"unique attributes", 1000000, "<p", " a#=1", ">x", "", ""},
    {"<", 50000000, "", "<", "", "", ""},
    {"text in <table>", 20000000, "<table>", "x", "</table>", "", ""},
    {"words in <table>", 4000000, "<table>", "text ", "</table>", "", ""},
    {"nested unknown tags", 300000, "", "<x-y>", "", "", ""},
    {"unique tag names", 100000, "", "<t#>", "", "", ""},
    {"<option>", 16000, "<select>", "<option>", "", "", ""},
    {"<selectedcontent>", 100000, "<select>", "<option selected><selectedcontent>x", "", "", ""},
    {"</p> under <div>", 25000, "", "<div>", "", "</p>", ""},
    {"<svg><template>", 100000, "", "<svg><template>", "", "", ""},
    {"nested <template>", 100000, "", "<template>", "", "", ""},
    {"colspan=9007199254740991", 10000, "<table><tr>", "<td colspan=9007199254740991>x", "", "",
     ""},
    {"rowspan=9007199254740991", 10000, "<table>", "<tr><td rowspan=9007199254740991>x", "", "",
     ""},
    {"nested tables", 50000, "", "<table><tr><td>", "", "", ""},
    {"<table> in <table>", 100000, "", "<table>", "", "", ""},
    {"nested lists", 100000, "", "<ul><li>x", "", "", ""},
    {"nested <blockquote>", 100000, "", "<blockquote>x", "", "", ""},
    {"unclosed <a>", 100000, "", "<a href=#>x", "", "", ""},
    {"<a> and blocks", 20000, "", "<a href=#><div>x", "", "", ""},
    {"formatting in <table>", 20000, "<table>", "<b>x<i>", "", "", ""},
    {"<p><b> and </p>", 100000, "", "<p><b>x</p>", "", "", ""},
    {"end tags without start", 500000, "", "</x#>", "", "", ""},
    {"</b> under <i>", 50000, "", "<i>", "", "</b>", ""},
    {"<button> in <button>", 100000, "", "<button>", "", "", ""},
    {"<math><mi>", 100000, "", "<math><mi>", "", "", ""},
    {"<svg><foreignObject>", 100000, "", "<svg><foreignObject>", "", "", ""},
    {"font in <svg>", 50000, "<svg>", "<g>", "", "<font color>", ""},
    {"<!--", 2000000, "", "<!--", "", "", ""},
    {"<!-- and --!", 2000000, "<!--", "--!", "", "", ""},
    {"> in a comment", 10000000, "<!--", ">", "", "", ""},
    {"<script><!--<script", 1000000, "<script><!--<script>", "<script>", "", "</script", ""},
    {"</scrip in <script>", 2000000, "<script>", "</scrip ", "", "", ""},
    {"</titl in <title>", 2000000, "<title>", "</titl", "", "", ""},
    {"<![CDATA[", 1000000, "<svg>", "<![CDATA[", "", "]]", ""},
    {"<!DOCTYPE", 1000000, "", "<!DOCTYPE html '>", "", "", ""},
    {"<?", 2000000, "", "<?a ", "", "", ""},
    {"&", 10000000, "", "&", "", "", ""},
    {"&#00000...", 10000000, "&#", "0", "", "", ""},
    {"&nLt;", 2000000, "", "&nLt;", "", "", ""},
    {"quotes that do not close", 1000000, "", "<a b='", "", "", ""},
    {"one long attribute name", 20000000, "<a ", "b", "", "", ""},
    {"one long tag name", 20000000, "<", "b", "", "", ""},
    {"white space", 5000000, "", " \n\t ", "", "", ""},
    {"<br>", 1000000, "", "<br>", "", "", ""},
    {"<p>x", 1000000, "", "<p>x", "", "", ""},
    {"headings", 300000, "", "<h2>x", "", "", ""},
    {"<pre> with line feeds", 10000000, "<pre>", "\n", "", "", ""},
    {"<code> that touch", 200000, "<p>", "<code>`</code>", "", "", ""},
    {"cells of two labels", 60000, "<table><tr><th>a<th>b<tr>",
     "<td>Words of content stand here, one by one.<td><nav>menu</nav>", "", "", ""},
    {"links", 300000, "", "<a href=/#>x</a> ", "", "", ""},
    {"images", 300000, "", "<img src=/# alt=x>", "", "", ""},
    {"<body> and <html> again", 300000, "", "<body a#=1><html b#=1>", "", "", ""},
    {"<meta>", 300000, "", "<meta name=author content=a#>", "", "", ""},
    {"JSON-LD", 3000000, "<script type=application/ld+json>", "[", "</script>", "", ""},
    {"JSON-LD, nested", 500000, "<script type=application/ld+json>", "{\"@graph\":[", "</script>",
     "", ""},
    {"private use", 1000000, "<p>", "&#xEB3C;", "<i>", "", ""},
    {"emphasis", 300000, "", "*_`[", "", "](<>)", "\\"},
    {"teasers", 50000, "<aside class=related>",
     "<div><h4><a href=/#>Title of one</a></h4><p>What it says goes on and on…</div>", "", "", ""},
    {"teasers without cards", 100000, "<aside class=related><ul>",
     "<a href=/#>x</a><br><li><a href=/#>A mark</a> ", "", "<a href=/#>a b c</a>", "<p>Goes on…"},
    {"nested teasers", 20000, "<aside class=related>", "<div><a href=/#>One and two</a><p>x…", "",
     "", ""},
    {"comments", 50000, "<ol class=comments>",
     "<li class=comment><b class=fn>A#</b><time>2026-01-02</time><p>One text.</p>", "", "", ""},
    {"nested comments", 50000, "<div class=comments>",
     "<div class=comment><b class=meta>A#</b> <p class=author>One</p>text", "", "", ""},
    {"names around a comment", 100000, "<div class=comments><div class=comment>",
     "<span class=author>", "x", "<i class=time>y", "</i><p>z"},
    {"bold announcements", 100000, "<p>One text, long enough to be read as one of the article, "
     "and with it another that is no shorter.</p>", "<p><b>Related</b>", "<p>x…", "<p><b>Latest",
     "<p>One two three four…"},
    {"formulas drawn without TeX", 20000, "<p>", "<span class=katex><b>x</b>", "", "", ""},
    {"nested MathML", 20000, "<p>x<math>", "<msup><mi>x</mi>", "", "", ""},
    {"notes of one id", 50000, "<p>a <a href='#fn1'>1</a>", "<p id=fn1>n", "", "", ""},
    {"lines of code in each other", 50000, "<div class=code>", "<div class=line>", "x", "", ""},
    {"items counted down", 50000, "<ol reversed>", "<li>a<p>b</p>", "", "", ""},
    {"| in a table", 100000, "<table>", "<tr><td>|<td>|", "", "", ""},
};

enum { HOSTILE_COUNT = sizeof hostile_cases / sizeof *hostile_cases };

static inline void hostile_add(hostile_page *page, const char *text, size_t size)
{
    if (page->size + size > page->capacity) {
        page->capacity = (page->size + size) * 2;
        page->data = realloc(page->data, page->capacity);
        if (page->data == NULL) {
            fprintf(stderr, "out of memory\n");
            exit(1);
        }
    }
    if (size > 0)
        memcpy(page->data + page->size, text, size);
    page->size += size;
}

static inline void hostile_repeat(hostile_page *page, const char *unit, uint32_t count)
{
    size_t size = strlen(unit);
    const char *number = strchr(unit, '#');
    for (uint32_t i = 0; i < count && size > 0; i++) {
        char digits[16];
        if (number == NULL) {
            hostile_add(page, unit, size);
            continue;
        }
        hostile_add(page, unit, (size_t)(number - unit));
        hostile_add(page, digits, (size_t)snprintf(digits, sizeof digits, "%lu", (unsigned long)i));
        hostile_add(page, number + 1, size - (size_t)(number + 1 - unit));
    }
}

/* The page with a count of `count`; its data is to be freed. */
static inline hostile_page hostile_make(const hostile_case *c, uint32_t count)
{
    hostile_page page = {NULL, 0, 0};
    hostile_add(&page, c->prefix, strlen(c->prefix));
    hostile_repeat(&page, c->unit, count);
    hostile_add(&page, c->middle, strlen(c->middle));
    hostile_repeat(&page, c->unit_2, count);
    hostile_repeat(&page, c->unit_3, count);
    return page;
}

#endif
