/* SPDX-License-Identifier: Apache-2.0 */
/* Teasers of other pages, from markup of many kinds: what stands in <aside> is related. */
#include "../write/page.h"

#include <stdarg.h>
#include <stdlib.h>

#include <setjmp.h>
#include <stddef.h>
#include <cmocka.h>

#define FLOUR "It began with a bag of flour that nobody wanted, and an oven…"
#define GULLS "There are people who count stamps. I have counted gulls, when [&hellip;]"
#define GULLS_TEXT "There are people who count stamps. I have counted gulls, when […]"
#define TITLE_1 "Bakery on the square wins a prize"
#define TITLE_2 "I counted every gull and read…"

/* The teasers of what stands in an <aside>: "title | excerpt | url", each with a line end. */
static void check(const char *aside, const char *wanted)
{
    pith_memory memory;
    pith_memory_init(&memory, NULL, 0);
    pith_buffer html, out;
    pith_buffer_init(&html, &memory);
    pith_buffer_init(&out, &memory);
    pith_buffer_add(&html, PITH_STR("<p>Text of the article.</p><aside>"));
    pith_buffer_add(&html, (pith_str){aside, strlen(aside)});
    pith_buffer_add(&html, PITH_STR("</aside><p>More text.</p>"));
    pith_reader *reader = pith_reader_new(NULL, NULL);
    pith_document *document =
        page_document(reader, (pith_str){html.data, html.size}, PITH_STR("https://a.org/"));
    assert_non_null(document);
    for (size_t i = 0; i < pith_document_related_count(document); i++) {
        pith_buffer_add(&out, pith_document_related_title(document, i));
        pith_buffer_add(&out, PITH_STR(" | "));
        pith_buffer_add(&out, pith_document_related_excerpt(document, i));
        pith_buffer_add(&out, PITH_STR(" | "));
        pith_buffer_add(&out, pith_document_related_url(document, i));
        pith_buffer_add(&out, PITH_STR("\n"));
    }
    pith_buffer_add_byte(&out, '\0');
    assert_false(out.failed);
    assert_string_equal(out.data, wanted);
    pith_document_free(document);
    pith_reader_free(reader);
    pith_buffer_release(&html);
    pith_buffer_release(&out);
}

static const char both[] = TITLE_1 " | " FLOUR " | https://a.org/1\n"
                           TITLE_2 " | " GULLS_TEXT " | https://a.org/2\n";

static const char titles[] = TITLE_1 " |  | https://a.org/1\n" TITLE_2 " |  | https://a.org/2\n";

static void cards_with_linked_headings(void **state)
{
    (void)state;
    check("<h2>Elsewhere</h2><div><h3><a href=1>" TITLE_1 "</a></h3><p>" FLOUR "</p></div>"
          "<div><h3><a href=2>" TITLE_2 "</a></h3><p>" GULLS "</p></div>", both);
    check("<article><a href=1><img src=1.jpg alt=''></a><a href=/news>News</a>"
          "<h3><a href=1>" TITLE_1 "</a></h3><div>3 May 2026</div><p>" FLOUR "</p>"
          "<a href=1>Read more</a></article><article><a href=/news>News</a><h3><a href=2>" TITLE_2
          "</a></h3><div>2 May 2026</div><p>" GULLS "</p><a href=2>Read more</a></article>", both);
}

static void cards_that_are_one_link(void **state)
{
    (void)state;
    check("<div><a href=1><span>Video</span><h3>" TITLE_1 "</h3><p>" FLOUR "</p></a></div>"
          "<div><a href=2><h3>" TITLE_2 "</h3><p>" GULLS "</p></a></div>", both);
    check("<ul><li><a href=1><div>Video</div><div>" TITLE_1 "</div><div>" FLOUR "</div></a></li>"
          "<li><a href=2><div>" TITLE_2 "</div><div>" GULLS "</div></a></li></ul>", both);
}

static void cards_whose_headings_are_no_links(void **state)
{
    (void)state;
    check("<div><h3>" TITLE_1 "</h3><p>" FLOUR "</p><a href=1>Read more »</a></div>"
          "<div><h3>" TITLE_2 "</h3><p>" GULLS "</p><a href=2>Read more »</a></div>", both);
    check("<div><a href=1><img src=1.jpg></a><h3>" TITLE_1 "</h3><p>" FLOUR "</p></div>"
          "<div><a href=2><img src=2.jpg></a><h3>" TITLE_2 "</h3><p>" GULLS "</p></div>", both);
    check("<h2>Elsewhere</h2><h3>" TITLE_1 "</h3><p>" FLOUR "</p>", TITLE_1 " | " FLOUR " | \n");
}

static void titles_and_excerpts_side_by_side(void **state)
{
    (void)state;
    check("<h4><a href=1>" TITLE_1 "</a></h4><p>" FLOUR "</p>"
          "<h4><a href=2>" TITLE_2 "</a></h4><p>" GULLS "</p>", both);
    check("<div><a href=1>" TITLE_1 "</a></div><div>" FLOUR "</div>"
          "<div><a href=2>" TITLE_2 "</a></div><div>" GULLS "</div>", both);
    check("<table><tr><td><a href=1>" TITLE_1 "</a><tr><td>" FLOUR
          "<tr><td><a href=2>" TITLE_2 "</a><tr><td>" GULLS "</table>", both);
    check("<dl><dt><a href=1>" TITLE_1 "</a><dd>" FLOUR
          "<dt><a href=2>" TITLE_2 "</a><dd>" GULLS "</dl>", both);
}

static void title_and_excerpt_in_one_block(void **state)
{
    (void)state;
    check("<ul><li><a href=1>" TITLE_1 "</a><br>" FLOUR "<li><a href=2>" TITLE_2 "</a> – "
          GULLS " <a href=2>more</a></ul>", TITLE_1 " | " FLOUR " | https://a.org/1\n"
          TITLE_2 " | " GULLS_TEXT " | https://a.org/2\n");
    check("<table><tr><td><img src=1.jpg><td><a href=1><b>" TITLE_1 "</b></a><p>" FLOUR
          "<tr><td><img src=2.jpg><td><a href=2><b>" TITLE_2 "</b></a><p>" GULLS "</table>", both);
}

static void lists_of_links(void **state)
{
    (void)state;
    check("<h3>Elsewhere</h3><ul><li><a href=1>" TITLE_1 "</a><li><a href=2>" TITLE_2 "</a></ul>",
          titles);
    check("<a href=1>" TITLE_1 "</a><br><a href=2>" TITLE_2 "</a>", titles);
    check("<p>Also: <a href=1>" TITLE_1 "</a></p><p><a href=2>" TITLE_2 "</a></p>",
          TITLE_2 " |  | https://a.org/2\n");
    check("<ul><li><a href=1>" TITLE_1 "</a> <i>3 May</i><li><a href=2>" TITLE_2 "</a> <i>2 May</i>"
          "</ul><p><a href=/all>View all</a></p>", titles);
    check("<ul><li><a href=/news>News</a><div><a href=1>" TITLE_1 "</a></div><li><a href=/s>Sport"
          "</a><div><a href=2>" TITLE_2 "</a></div></ul>", titles);
}

static void lists_under_headings(void **state)
{
    (void)state;
    check("<h2><a href=/all>Elsewhere</a></h2><ul><li><a href=1>" TITLE_1 "</a><li><a href=2>"
          TITLE_2 "</a><li><a href=3>Third of them all</a></ul>",
          TITLE_1 " |  | https://a.org/1\n" TITLE_2 " |  | https://a.org/2\n"
          "Third of them all |  | https://a.org/3\n");
}

static void text_alone(void **state)
{
    (void)state;
    check("<p>Elsewhere<p>" TITLE_1 "<p>" FLOUR "<p>" TITLE_2 "<p>" GULLS "<p>Weather",
          TITLE_1 " | " FLOUR " | \n" TITLE_2 " | " GULLS_TEXT " | \n");
}

static void what_is_no_teaser(void **state)
{
    (void)state;
    check("<a href=1><img src=1.jpg alt='A picture'></a><a href=2><img src=2.jpg></a>", "");
    check("<h3>Elsewhere</h3><p>Soon</p>", "");
    check("<ul><li><a href=1>Read more</a><li><a href=2>Weiterlesen →</a><li><a href=3>更多</ul>",
          "");
    check("<a href='javascript:load()'>Something to load</a>", "");
    check("", "");
}

static void characters_that_do_not_show(void **state)
{
    (void)state;
    check("<a href=1>A&nbsp;&nbsp;soft&shy;ly \n <b> spoken</b>&#x200B; word&#x2028;&#xFEFF;</a>",
          "A softly spoken word |  | https://a.org/1\n");
}

static void indices_beyond_the_last(void **state)
{
    (void)state;
    pith_reader *reader = pith_reader_new(NULL, NULL);
    pith_document *document =
        page_document(reader, PITH_STR("<aside><a href=1>One</a></aside>"), PITH_STR("a:b"));
    assert_int_equal(pith_document_related_count(document), 1);
    assert_int_equal(pith_document_related_title(document, 1).size, 0);
    assert_int_equal(pith_document_related_excerpt(document, 1).size, 0);
    assert_int_equal(pith_document_related_url(document, 1).size, 0);
    const pith_node *section = pith_document_related(document);
    assert_int_equal(pith_node_get_type(section), PITH_NODE_SECTION);
    assert_int_equal(pith_node_label(section), PITH_LABEL_RELATED);
    assert_int_equal(pith_node_source_offset(section), strlen("<aside><a href=1>"));
    assert_null(pith_node_parent(section));
    pith_document_free(document);
    pith_reader_free(reader);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cards_with_linked_headings),
        cmocka_unit_test(cards_that_are_one_link),
        cmocka_unit_test(cards_whose_headings_are_no_links),
        cmocka_unit_test(titles_and_excerpts_side_by_side),
        cmocka_unit_test(title_and_excerpt_in_one_block),
        cmocka_unit_test(lists_of_links),
        cmocka_unit_test(lists_under_headings),
        cmocka_unit_test(text_alone),
        cmocka_unit_test(what_is_no_teaser),
        cmocka_unit_test(characters_that_do_not_show),
        cmocka_unit_test(indices_beyond_the_last),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
