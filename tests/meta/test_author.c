/* SPDX-License-Identifier: Apache-2.0 */
#include "meta/choose.h"
#include "page.h"

static void takes_the_name_out(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"Ada Ash", "Ada Ash"},
        {"  By Ada Ash ", "Ada Ash"},
        {"BY ADA ASH", "ADA ASH"},
        {"by: Ada Ash", "Ada Ash"},
        {"Byron Ash", "Byron Ash"},
        {"Written by Ada Ash", "Ada Ash"},
        {"Veröffentlicht von Ada Ash", "Ada Ash"},
        {"Écrit par Ada Ash", "Écrit par Ada Ash"}, /* capitals beyond ASCII are not folded */
        {"écrit par Ada Ash", "Ada Ash"},
        {"Автор: Ада Яс", "Автор: Ада Яс"},
        {"автор: Ада Яс", "Ада Яс"},
        {"De Vries", "De Vries"},
        {"von Trapp", "von Trapp"},
        {"Von: Ada Ash", "Ada Ash"},
        {"Words Without Borders", "Words Without Borders"},
        {"文/王小明", "王小明"},
        {"Ada Ash | Staff writer", "Ada Ash"},
        {"Ada Ash – Marsh Heron", "Ada Ash"},
        {"Ada Ash - Editor", "Ada Ash"},
        {"Ada Ash-Oak", "Ada Ash-Oak"},
        {"Ada Ash, MD", "Ada Ash, MD"},
        {"Ada Ash 17 May 2024", "Ada Ash"},
        {"Ada Ash on Fri, May 17", "Ada Ash"},
        {"Ada Ash, den 17. Mai", "Ada Ash"},
        {"Ada Ash (@ada)", "Ada Ash"},
        {"Ada Ash https://heron.example/ada", "Ada Ash"},
        {"\"Ada Ash\"", "Ada Ash"},
        {"user123", "user123"},
        {"Mrs. O'Hara", "Mrs. O'Hara"},
        {"ada@heron.example", "ada@heron.example"},
        {"https://heron.example/ada", ""},
        {"www.heron.example", ""},
        {"@ada", ""},
        {"admin", ""},
        {"No Author", ""},
        {"N/A", ""},
        {"null", ""},
        {"12345", ""},
        {"by", ""},
        {"-", ""},
        {"", ""},
        {"Who are we?", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check_str(cases[i][0], pith_author_name(page_str(cases[i][0]), false), cases[i][1]);
    char longest[200];
    memset(longest, 'a', sizeof longest);
    assert_int_equal(pith_author_name((pith_str){longest, 100}, false).size, 100);
    assert_int_equal(pith_author_name((pith_str){longest, 101}, false).size, 0);
}

static void takes_more_for_an_introduction_in_bylines(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"Von Ada Ash", "Ada Ash"},   {"par Ada Ash", "Ada Ash"},   {"di Ada Ash", "Ada Ash"},
        {"Di Stefano", "Di Stefano"}, {"De Vries", "De Vries"},     {"de Ada Ash", "Ada Ash"},
        {"Autor Ada Ash", "Ada Ash"}, {"автор Ада Яс", "Ада Яс"},   {"By Ada Ash", "Ada Ash"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check_str(cases[i][0], pith_author_name(page_str(cases[i][0]), true), cases[i][1]);
}

static void check_page(const char *html, const char *authors)
{
    page p;
    page_read(&p, "https://www.marsh-heron.example/reeds", html);
    check_authors(&p.meta, authors);
    page_free(&p);
}

static void lists_each_author_once(void **state)
{
    (void)state;
    check_page("<meta name=author content='Ada Ash'><meta name=author content='ada ash'>"
               "<meta name=author content='Ben Oak'>",
               "Ada Ash; Ben Oak");
    check_page("<meta name=author content='Ada Ash und Ben Oak'>", "Ada Ash; Ben Oak");
    check_page("<meta name=author content='Ada Ash & Ben Oak'>", "Ada Ash; Ben Oak");
    check_page("<meta name=author content='Centre for Reeds and Water'>",
               "Centre for Reeds and Water");
    check_page("<meta name=author content='Oak and Ash'>", "Oak and Ash");
    char html[4000] = "<script type='application/ld+json'>{\"@type\":\"Article\",\"author\":[";
    for (int i = 0; i < 40; i++)
        snprintf(html + strlen(html), 100, "%s\"Ada Ash %c%c\"", i > 0 ? "," : "", 'A' + i / 20,
                 'A' + i % 20);
    strcat(html, "]}</script>");
    page p;
    page_read(&p, "", html);
    assert_int_equal(p.meta.author_count, 16);
    page_free(&p);
}

static void takes_one_things_authors(void **state)
{
    (void)state;
    check_page("<script type='application/ld+json'>["
               "{\"@type\":\"Article\",\"author\":[\"Ada Ash\",\"Ben Oak\"]},"
               "{\"@type\":\"Article\",\"author\":\"Cy Elm\"}]</script>",
               "Ada Ash; Ben Oak");
    check_page("<div itemscope itemtype='https://schema.org/Article'><i itemprop=author>Ada Ash</i>"
               "</div><div itemscope itemtype='https://schema.org/Article'>"
               "<i itemprop=author>Ben Oak</i></div>",
               "Ada Ash");
}

static void takes_the_site_only_for_an_article(void **state)
{
    (void)state;
    check_page("<meta name=author content='Marsh Heron'>", "");
    check_page("<meta name=author content='Marsh Heron'>"
               "<meta property='article:published_time' content='2024-05-17'>",
               "Marsh Heron");
    check_page("<title>Reeds</title><meta name=author content='Marsh Heron'>"
               "<meta property='article:published_time' content='2024-05-17'>"
               "<h1>Reeds</h1><p class=byline>Ada Ash</p>",
               "Ada Ash");
    check_page("<title>Reeds</title><meta name=author content='Ben Oak'>"
               "<h1>Reeds</h1><p class=byline>Ada Ash</p>",
               "Ben Oak");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_the_name_out),
        cmocka_unit_test(takes_more_for_an_introduction_in_bylines),
        cmocka_unit_test(lists_each_author_once),
        cmocka_unit_test(takes_one_things_authors),
        cmocka_unit_test(takes_the_site_only_for_an_article),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
