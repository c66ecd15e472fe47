/* SPDX-License-Identifier: Apache-2.0 */
#include "page.h"

typedef struct title_case {
    const char *html;
    const char *title;
} title_case;

static void check_all(const title_case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        page p;
        page_read(&p, "https://www.marsh-heron.example/reeds", cases[i].html);
        check_str(cases[i].html, p.meta.title, cases[i].title);
        page_free(&p);
    }
}

#define CHECK_ALL(cases) check_all(cases, sizeof(cases) / sizeof *(cases))

static void takes_the_site_off(void **state)
{
    (void)state;
    static const title_case cases[] = {
        {"<title>Reeds in the wind</title>", "Reeds in the wind"},
        {"<title> Reeds \n in\tthe&nbsp;wind </title>", "Reeds in the wind"},
        {"<title>Reeds &amp; wind</title>", "Reeds & wind"},
        /* the host's name, the site's own name */
        {"<title>Reeds in the wind: a walk - Marsh Heron</title>", "Reeds in the wind: a walk"},
        {"<title>Marsh Heron » Reeds in the wind</title>", "Reeds in the wind"},
        {"<title>Reeds in the wind – The Marsh Heron Weekly Review of Birds</title>",
         "Reeds in the wind"},
        {"<title>Reeds in the wind :: Daily Birds of the Old North</title>"
         "<meta property='og:site_name' content='Daily Birds of the Old North'>",
         "Reeds in the wind"},
        /* unknown names, by the sign before them */
        {"<title>Reeds in the wind | Some Other Name of Five Words</title>", "Reeds in the wind"},
        {"<title>Reeds in the wind - Other Name</title>", "Reeds in the wind"},
        {"<title>Reeds in the wind - and why they never break in it</title>",
         "Reeds in the wind - and why they never break in it"},
        {"<title>Reeds: in the wind</title>", "Reeds: in the wind"},
        {"<title>Well-known reeds</title>", "Well-known reeds"},
        /* all of it names the site */
        {"<title>Marsh Heron</title>", "Marsh Heron"},
        {"<title>Marsh Heron | Marsh-Heron</title>", "Marsh Heron"},
        {"<title></title>", ""},
        {"<svg><title>Logo</title></svg><title>Reeds</title>", "Reeds"},
    };
    CHECK_ALL(cases);
}

static void prefers_the_heading_that_the_titles_agree_with(void **state)
{
    (void)state;
    static const title_case cases[] = {
        {"<title>Reeds in the wind - Wetlands - Heron</title><h1>Reeds in the Wind!</h1>",
         "Reeds in the Wind!"},
        {"<title>Reeds | Heron</title><h1>Marsh Heron</h1><h1>Reeds in the wind</h1>",
         "Reeds in the wind"},
        {"<title>How reeds bend in wind | Heron</title><h1>Why reeds bend in the wind</h1>",
         "Why reeds bend in the wind"},
        {"<title>Reeds in the wind | Heron</title><h1>Newsletter</h1>", "Reeds in the wind"},
        {"<title>Reeds | Heron Weekly</title><h1>Heron Weekly</h1>", "Reeds"},
        {"<meta property='og:title' content='Reeds in the wind'><title>Home</title>"
         "<h1>Menu</h1><h1>Reeds in the<br>wind</h1>",
         "Reeds in the wind"},
        {"<title>Reeds</title><h1>Reeds<a href=#x>¶</a></h1>", "Reeds"},
        {"<title>Reeds</title><h1>Reeds #</h1>", "Reeds"},
        {"<title>Reeds in wind</title><h1>Reeds<script>x</script> in <i>wind</i>"
         "<svg><title>y</title></svg></h1>",
         "Reeds in wind"},
        {"<h1>Reeds</h1>", "Reeds"},
        {"<h1></h1>", ""},
    };
    CHECK_ALL(cases);
}

static void leaves_out_what_stands_before_the_headline(void **state)
{
    (void)state;
    static const title_case cases[] = {
        {"<title>Reeds in the wind | Heron</title><h1><b>Wetlands</b> Reeds in the wind</h1>",
         "Reeds in the wind"},
        {"<meta property='og:title' content='Reeds in the wind'><title>Heron</title>"
         "<h1>17 May 2024<br>Reeds in the wind</h1>",
         "Reeds in the wind"},
        /* <title> has it too, the end is too short, or it is no end */
        {"<title>Wetlands: Reeds in the wind</title><h1>Wetlands: Reeds in the wind</h1>"
         "<meta property='og:title' content='Reeds in the wind'>",
         "Wetlands: Reeds in the wind"},
        {"<title>Reeds</title><h1>In the reeds</h1>", "In the reeds"},
        {"<title>Reeds in the wind</title><h1>Reeds in the wind: a walk</h1>",
         "Reeds in the wind: a walk"},
        /* the site's name after a heading; a headline after a section's name */
        {"<title>Reeds in the wind | Marsh Heron</title><h1>Reeds in the wind | Marsh Heron</h1>",
         "Reeds in the wind"},
        {"<title>News - Reeds in the wind of the old north</title>"
         "<h1>Reeds in the wind of the old north</h1>",
         "Reeds in the wind of the old north"},
    };
    CHECK_ALL(cases);
}

static void keeps_quotation_marks(void **state)
{
    (void)state;
    static const title_case cases[] = {
        {"<title>»Reeds in the wind«</title>", "»Reeds in the wind«"},
        {"<title>« Reeds in the wind »</title>", "« Reeds in the wind »"},
        {"<title>Ada Ash: «Reeds in the wind»</title><h1>Ada Ash: «Reeds in the wind»</h1>",
         "Ada Ash: «Reeds in the wind»"},
        {"<title>Re&shy;eds in&#x200B; the wind</title>", "Reeds in the wind"},
    };
    CHECK_ALL(cases);
}

static void chooses_between_the_sources(void **state)
{
    (void)state;
    static const title_case cases[] = {
        {"<title>A | B</title><meta property='og:title' content='Reeds in the wind | Heron'>",
         "Reeds in the wind"},
        {"<script "
         "type='application/ld+json'>{\"@type\":\"Article\",\"headline\":\"Reeds\"}</script>"
         "<title>Wind | Heron</title>",
         "Wind"},
        {"<script "
         "type='application/ld+json'>{\"@type\":\"Article\",\"headline\":\"Reeds\"}</script>",
         "Reeds"},
        {"<script "
         "type='application/ld+json'>{\"@type\":\"Article\",\"headline\":\"Reeds\"}</script>"
         "<title>Wind</title><h1>Reeds</h1>",
         "Reeds"},
        {"<meta name='twitter:title' content='Reeds - Marsh Heron'>", "Reeds"},
        {"<meta name=title content=Reeds>", "Reeds"},
        {"<meta name='DCTERMS.title' content=Reeds>", "Reeds"},
    };
    CHECK_ALL(cases);
}

static void knows_the_site_by_the_canonical_url(void **state)
{
    (void)state;
    page p;
    page_read(&p, "",
              "<link rel=canonical href='https://www.marsh-heron.example/2024/05/17/x'>"
              "<title>Reeds in the wind — Marsh Heron, the Weekly of Birds and Water</title>");
    check_str("title", p.meta.title, "Reeds in the wind");
    check_str("date", p.meta.date, "2024-05-17");
    page_free(&p);
}

static void cuts_long_titles_between_characters(void **state)
{
    (void)state;
    char html[6000] = "<title>";
    for (size_t i = 7; i + 2 < sizeof html; i += 2)
        memcpy(html + i, "é", 3);
    page p;
    page_read(&p, "", html);
    assert_true(p.meta.title.size <= 2000 && p.meta.title.size > 1900);
    assert_int_equal(p.meta.title.size % 2, 0);
    page_free(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_the_site_off),
        cmocka_unit_test(prefers_the_heading_that_the_titles_agree_with),
        cmocka_unit_test(leaves_out_what_stands_before_the_headline),
        cmocka_unit_test(keeps_quotation_marks),
        cmocka_unit_test(chooses_between_the_sources),
        cmocka_unit_test(knows_the_site_by_the_canonical_url),
        cmocka_unit_test(cuts_long_titles_between_characters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
