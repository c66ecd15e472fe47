/* SPDX-License-Identifier: Apache-2.0 */
/* Bylines and dates that only stand in the page's text. */
#include "page.h"

typedef struct byline_case {
    const char *body; /* after the headline */
    const char *authors;
    const char *date;
} byline_case;

static void check_page(const char *url, const char *html, const byline_case *expected)
{
    page p;
    page_read(&p, url, html);
    if (!pith_str_equal(p.meta.date, page_str(expected->date)))
        print_error("%s\n", html);
    check_authors(&p.meta, expected->authors);
    check_str("date", p.meta.date, expected->date);
    page_free(&p);
}

static void check_all(const byline_case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        char html[4000];
        snprintf(
            html, sizeof html,
            "<html lang=en-GB><title>Reeds in the wind</title><body><h1>Reeds in the wind</h1>%s"
            "<p>%s",
            cases[i].body,
            "The reeds bend and do not break, which has been said before, and by many; it is "
            "true on 3 March 2001 and at any other time that one may name in a long text.");
        check_page("https://heron.example/reeds", html, &cases[i]);
    }
}

#define CHECK_ALL(cases) check_all(cases, sizeof(cases) / sizeof *(cases))

static void reads_bylines(void **state)
{
    (void)state;
    static const byline_case cases[] = {
        {"<p>By Ada Ash</p>", "Ada Ash", ""},
        {"<p>By <a href=/x>Ada Ash</a></p>", "Ada Ash", ""},
        {"<p>by Ada Ash | Staff writer</p>", "Ada Ash", ""},
        {"<p>Written by: Ada Ash</p>", "Ada Ash", ""},
        {"<p>Von Änne Öz</p>", "Änne Öz", ""},
        {"<p>Par Zoé Lac</p>", "Zoé Lac", ""},
        {"<div><span>Written by</span><p>Ada Ash</p></div>", "Ada Ash", ""},
        {"<p>By Ada Ash and Ben Oak</p>", "Ada Ash; Ben Oak", ""},
        {"<p>By Ada Ash, 17 May 2024, 10:20</p>", "Ada Ash", "2024-05-17T10:20:00"},
        {"<p>By Ada Ash on Friday, May 17, 2024</p>", "Ada Ash", "2024-05-17"},
        {"<p>Posted on 17 May 2024 by Ada Ash</p>", "Ada Ash", "2024-05-17"},
        {"<p class=byline>Ada Ash</p>", "Ada Ash", ""},
        {"<p class=byline>Michał O’Łódź</p>", "Michał O’Łódź", ""},
        {"<p class='post-Author__name'>Ada Ash</p>", "Ada Ash", ""},
        {"<p class=postAuthor>Ada Ash</p>", "Ada Ash", ""},
        {"<p class=post-writer>Ada Ash</p>", "Ada Ash", ""},
        {"<p class=coauthored>Ada Ash</p>", "", ""},
        {"<p><a rel=author href=/x>Ada Ash</a></p>", "Ada Ash", ""},
        {"<p class=author><a href=/author/ada>ada99</a></p>", "ada99", ""},
        {"<p>作者：王小明</p>", "王小明", ""},
    };
    CHECK_ALL(cases);
}

static void leaves_what_is_no_byline(void **state)
{
    (void)state;
    static const byline_case cases[] = {
        {"<p>Ada Ash</p>", "", ""},
        {"<p>By the river the reeds bend</p>", "", ""},
        {"<p>by</p>", "", ""},
        {"<p>By admin</p>", "", ""},
        {"<p class=author>Follow</p>", "", ""},
        {"<p class=author>Read more</p>", "", ""},
        {"<p class=author>What do you think?</p>", "", ""},
        {"<p class=author>https://heron.example/ada</p>", "", ""},
        {"<p class=author>@ada</p>", "", ""},
        {"<p class=author>Insights from</p>", "", ""},
        {"<p class=author>Ada Ash grew up among reeds and has written about them ever since "
         "then</p>",
         "", ""},
        {"<figure><figcaption>By Ada Ash</figcaption></figure>", "", ""},
        {"<nav><p class=author>Ada Ash</p></nav>", "", ""},
        {"<div class=comments><p class=author>Ada Ash</p><time datetime=2024-05-17>x</time></div>",
         "", ""},
        {"<div id=related-posts><p class=author>Ada Ash</p><p class=date>17 May 2024</p></div>", "",
         ""},
        {"<pre>x by <b>NAME</b></pre>", "", ""},
        {"<p>The reeds that are cut down in winter, and those that are left standing until the new "
         "ones come up in spring, are counted twice: once by those who cut them, at the shore, by "
         "<b>Ada Ash</b>, and once by nobody in particular, as it happens every year.</p>",
         "", ""},
    };
    CHECK_ALL(cases);
}

static void reads_dates(void **state)
{
    (void)state;
    static const byline_case cases[] = {
        {"<p>17 May 2024</p>", "", "2024-05-17"},
        {"<p>05/06/2024</p>", "", "2024-06-05"},
        {"<p class=date>17.05.2024</p>", "", "2024-05-17"},
        {"<time datetime='2024-05-17T10:20:30Z'>two days ago</time>", "", "2024-05-17T10:20:30Z"},
        {"<time>17 May 2024</time>", "", "2024-05-17"},
        {"<abbr class=published title='2024-05-17T10:20:30+02:00'>10:20</abbr>", "",
         "2024-05-17T10:20:30+02:00"},
        {"<p><span>Published</span> <span>17 May 2024</span> <span>Updated</span> "
         "<span>18 May 2024</span></p>",
         "", "2024-05-17"},
        {"<p>Updated 18 May 2024. </p><p>Published 17 May 2024</p>", "", "2024-05-17"},
        {"<p>Last updated: 18 May 2024</p>", "", "2024-05-18"},
        {"<p>17.5.2024 – In the reeds, where the wind goes when it has nothing else to do, and in "
         "the alders behind them, where it rests, there is a sound that nobody has a name for.</p>",
         "", "2024-05-17"},
    };
    CHECK_ALL(cases);
}

static void reads_a_labelled_date_below_the_article(void **state)
{
    (void)state;
    char html[20000] = "<title>Reeds</title><body><h1>Reeds</h1>";
    for (int i = 0; i < 300; i++)
        strcat(html, "<p>reeds</p>");
    strcat(html, "<p>3 March 2001</p><p>Updated: 18 May 2024</p>");
    check_page("https://heron.example/reeds", html, &(byline_case){"", "", "2024-05-18"});
    strcat(html, "<p>Published</p><p>17 May 2024</p>");
    check_page("https://heron.example/reeds", html, &(byline_case){"", "", "2024-05-17"});
}

/* Below the article: after a byline, and "Stand", which German pages end with. */
static void reads_a_date_below_the_article(void **state)
{
    (void)state;
    static const struct {
        const char *end;
        const char *date;
    } cases[] = {
        {"<p>Written by <a href=/x>Ada Ash</a></p> <p>17 May 2024</p>", "2024-05-17"},
        {"<p>Written by <a href=/x>Ada Ash</a></p> <p>since 17 May 2024 it is so</p>", ""},
        {"<p>Some name</p><p>17 May 2024</p>", ""},
        {"<hr><hr><hr><hr><hr><hr><hr><hr><hr><hr><hr><hr><hr><hr><hr><hr><hr><hr><hr><hr><hr>"
         "<hr><hr><hr><hr><p>17 May 2024</p>",
         ""},
        {"<p>Stand&nbsp;17.05.2024</p>", "2024-05-17"},
        {"<h4>Published</h4>\n                <p>17 May 2024</p>", "2024-05-17"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        page p;
        char html[20000] = "<title>Reeds</title><body><h1>Reeds</h1>";
        for (int k = 0; k < 300; k++)
            strcat(html, "<p>reeds</p>");
        strcat(html, cases[i].end);
        page_read(&p, "https://heron.example/reeds", html);
        check_str(cases[i].end, p.meta.date, cases[i].date);
        page_free(&p);
    }
}

/* A date may stand far before the headline in its <header>; a byline does not. */
static void reads_before_the_headline(void **state)
{
    (void)state;
    char html[20000] = "<title>Reeds in the wind</title><body>"
                       "<p class=author>Ada Ash</p><time datetime=2024-05-17>x</time>";
    for (int i = 0; i < 30; i++)
        strcat(html, "<p>share <b>x</b>");
    strcat(html, "<h1>Reeds in the wind</h1>");
    check_page("https://heron.example/reeds", html, &(byline_case){"", "", "2024-05-17"});
    check_page("https://heron.example%2Freeds", "<h1>Reeds</h1><p>By Ada Ash</p><p>17 May 2024</p>",
               &(byline_case){"", "Ada Ash", "2024-05-17"});
    check_page("https://heron.example/reeds",
               "<title>Reeds</title><h1>Menu</h1><h6>Reeds</h6>"
               "<div class='x-widget'><p>By Ada Ash</p></div>"
               "<div class='x widget'><p>17 May 2024</p></div>",
               &(byline_case){"", "Ada Ash", ""});
}

static void finds_the_headline_in_lesser_headings(void **state)
{
    (void)state;
    char html[20000] = "<title>Reeds in the wind</title><body>";
    for (int i = 0; i < 100; i++)
        strcat(html, "<p>menu <b>x</b>");
    strcat(html, "<p class=author>Nobody Here");
    for (int i = 0; i < 200; i++)
        strcat(html, "<p>menu <b>x</b>");
    strcat(html, "<h2>Reeds in the wind</h2><p>By Ada Ash<p>17 May 2024");
    check_page("https://heron.example/reeds", html, &(byline_case){"", "Ada Ash", "2024-05-17"});
}

static void leaves_front_pages_and_products(void **state)
{
    (void)state;
    static const char teaser[] =
        "<title>Heron</title><h1>Heron</h1><p>By Ada Ash</p><p>17 May 2024</p>";
    static const char review[] =
        "<script type='application/ld+json'>{\"@type\":\"Product\",\"name\":\"Boots\"}</script>"
        "<h1>Boots</h1><p>By Ada Ash</p><p>17 May 2024</p>";
    static const char product[] = "<meta property='og:type' content='product.item'>"
                                  "<h1>Boots</h1><p>By Ada Ash</p><p>17 May 2024</p>";
    byline_case none = {"", "", ""}, some = {"", "Ada Ash", "2024-05-17"};
    check_page("https://heron.example/", teaser, &none);
    check_page("https://heron.example", teaser, &none);
    check_page("https://heron.example/?p=7", teaser, &some);
    check_page("https://heron.example/x", teaser, &some);
    check_page("", teaser, &some);
    check_page("https://heron.example/boots", review, &none);
    check_page("https://heron.example/boots", product, &none);
}

static void ignores_classes_of_what_holds_the_headline(void **state)
{
    (void)state;
    check_page(
        "https://heron.example/reeds",
        "<title>Reeds</title><body class='has-sidebar author-page related'><div id=comments-on>"
        "<h1>Reeds</h1><p>Ada Ash<p class=author>Ben Oak<p>17 May 2024",
        &(byline_case){"", "Ben Oak", "2024-05-17"});
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_bylines),
        cmocka_unit_test(leaves_what_is_no_byline),
        cmocka_unit_test(reads_dates),
        cmocka_unit_test(reads_a_labelled_date_below_the_article),
        cmocka_unit_test(reads_a_date_below_the_article),
        cmocka_unit_test(reads_before_the_headline),
        cmocka_unit_test(finds_the_headline_in_lesser_headings),
        cmocka_unit_test(leaves_front_pages_and_products),
        cmocka_unit_test(ignores_classes_of_what_holds_the_headline),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
