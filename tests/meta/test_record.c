/* SPDX-License-Identifier: Apache-2.0 */
/* Canonical URL, image, licence, tags, categories, alternates, and where each is from. */
#include "page.h"

static pith_str joined(const pith_str *items, size_t count, char *all, size_t room)
{
    size_t size = 0;
    all[0] = '\0';
    for (size_t i = 0; i < count; i++)
        size += (size_t)snprintf(all + size, room - size, "%s%.*s", i > 0 ? "; " : "",
                                 (int)items[i].size, items[i].data);
    return (pith_str){all, size};
}

typedef struct record_case {
    const char *html;
    const char *value;
    pith_source source;
} record_case;

/* Reads each page of a table and compares one of its fields. */
static void check_all(pith_metadata what, const record_case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        page p;
        char all[2000];
        page_read(&p, "https://heron.example/a/b", cases[i].html);
        pith_str values[] = {
            [PITH_METADATA_TITLE] = p.meta.title,
            [PITH_METADATA_AUTHOR] = joined(p.meta.authors, p.meta.author_count, all, sizeof all),
            [PITH_METADATA_DATE] = p.meta.date,
            [PITH_METADATA_MODIFIED] = p.meta.modified,
            [PITH_METADATA_SITE] = p.meta.site,
            [PITH_METADATA_CANONICAL] = p.meta.canonical,
            [PITH_METADATA_IMAGE] = p.meta.image,
            [PITH_METADATA_LICENCE] = p.meta.licence,
        };
        pith_str value = what == PITH_METADATA_TAG
                             ? joined(p.meta.tags, p.meta.tag_count, all, sizeof all)
                         : what == PITH_METADATA_CATEGORY
                             ? joined(p.meta.categories, p.meta.category_count, all, sizeof all)
                             : values[what];
        check_str(cases[i].html, value, cases[i].value);
        if (p.meta.sources[what] != cases[i].source)
            fail_msg("%s: from %d", cases[i].html, p.meta.sources[what]);
        page_free(&p);
    }
}

#define CHECK_ALL(what, cases) check_all(what, cases, sizeof(cases) / sizeof *(cases))

#define JSONLD(members) \
    "<script type='application/ld+json'>{\"@type\": \"Article\", " members "}</script>"

static void resolves_the_canonical_url(void **state)
{
    (void)state;
    static const record_case cases[] = {
        {"<link rel=canonical href=c>", "https://heron.example/a/c", PITH_SOURCE_LINK},
        {"<base href=/x/><link rel=canonical href=c>", "https://heron.example/x/c",
         PITH_SOURCE_LINK},
        {"<link rel='CANONICAL nofollow' href=//heron.test/>", "https://heron.test/",
         PITH_SOURCE_LINK},
        {"<meta property='og:url' content='https://heron.test/y'>", "https://heron.test/y",
         PITH_SOURCE_OPENGRAPH},
        {"<link rel=canonical href='mailto:x@heron.example'>", "", PITH_SOURCE_NONE},
        {"<link rel=canonical>", "", PITH_SOURCE_NONE},
    };
    CHECK_ALL(PITH_METADATA_CANONICAL, cases);
}

static void chooses_the_image(void **state)
{
    (void)state;
    static const record_case cases[] = {
        {JSONLD("\"image\": \"/j.png\"") "<meta property='og:image' content='/o.png'>",
         "https://heron.example/o.png", PITH_SOURCE_OPENGRAPH},
        {JSONLD("\"image\": \"/j.png\"") "<meta name='twitter:image' content='/t.png'>",
         "https://heron.example/j.png", PITH_SOURCE_JSONLD},
        {JSONLD("\"image\": [{\"@type\": \"ImageObject\", \"url\": \"/j.png\"}, \"/k.png\"]"),
         "https://heron.example/j.png", PITH_SOURCE_JSONLD},
        {JSONLD("\"image\": [[]]"), "", PITH_SOURCE_NONE},
        {"<link rel=image_src href=l.png>", "https://heron.example/a/l.png", PITH_SOURCE_LINK},
        {"<meta property='og:image' content='data:image/png;base64,xx'>", "", PITH_SOURCE_NONE},
        {"<img src=i.png alt=Heron>", "", PITH_SOURCE_NONE},
    };
    CHECK_ALL(PITH_METADATA_IMAGE, cases);
}

static void finds_the_alternative_text(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"<meta property='og:image:alt' content='A heron'><img src=/i.png alt=Other>", "A heron"},
        {"<img src=/j.png alt=Other><img src=/i.png alt='A &amp; heron'>", "A & heron"},
        {"<img src='https://heron.example/i.png' alt='A heron'>", "A heron"},
        {"<img src=i.png alt='A heron'>", ""},
        {"<img src=/i.png>", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        page p;
        char html[500];
        snprintf(html, sizeof html, "<meta property='og:image' content='/i.png'>%s", cases[i][0]);
        page_read(&p, "https://heron.example/a/b", html);
        check_str(html, p.meta.image_alt, cases[i][1]);
        page_free(&p);
    }
}

static void reads_the_licence(void **state)
{
    (void)state;
    static const record_case cases[] = {
        {"<link rel=license href=/by>", "https://heron.example/by", PITH_SOURCE_LINK},
        {"<p>Under <a rel='license noopener' href='https://licence.test/by'>it</a>",
         "https://licence.test/by", PITH_SOURCE_LINK},
        {JSONLD("\"license\": {\"url\": \"https://licence.test/by\"}"), "https://licence.test/by",
         PITH_SOURCE_JSONLD},
        {"<meta name='dcterms.license' content='CC BY 4.0'>", "CC BY 4.0", PITH_SOURCE_DUBLINCORE},
        {"<a rel=nofollow href=/license>x</a>", "", PITH_SOURCE_NONE},
    };
    CHECK_ALL(PITH_METADATA_LICENCE, cases);
}

static void lists_tags_and_categories(void **state)
{
    (void)state;
    static const record_case tags[] = {
        {"<meta property='article:tag' content='Reeds'><meta property='article:tag' content='Wind'>"
         "<meta name=keywords content='a, b'>",
         "Reeds; Wind", PITH_SOURCE_OPENGRAPH},
        {"<meta name=keywords content=' Reeds,, wind; Reeds ,-'>", "Reeds; wind", PITH_SOURCE_META},
        {JSONLD("\"keywords\": [\"Reeds\", {\"name\": \"Wind\"}]"), "Reeds; Wind",
         PITH_SOURCE_JSONLD},
        {JSONLD("\"keywords\": \"Reeds, Wind\"") JSONLD("\"keywords\": \"Other\""), "Reeds; Wind",
         PITH_SOURCE_JSONLD},
        {"<a rel=tag href=/t>Reeds</a><a rel='tag nofollow' href=/t>Wind</a>", "Reeds; Wind",
         PITH_SOURCE_LINK},
        {"<p>Reeds", "", PITH_SOURCE_NONE},
    };
    static const record_case categories[] = {
        {"<meta property='article:section' content='Birds'>", "Birds", PITH_SOURCE_OPENGRAPH},
        {JSONLD("\"articleSection\": [\"Birds\", \"Marsh\"]"), "Birds; Marsh", PITH_SOURCE_JSONLD},
        {"<a rel='category tag' href=/t>Birds</a>", "Birds", PITH_SOURCE_LINK},
    };
    CHECK_ALL(PITH_METADATA_TAG, tags);
    CHECK_ALL(PITH_METADATA_CATEGORY, categories);
}

static void lists_feeds_and_alternates(void **state)
{
    (void)state;
    page p;
    char html[20000] = "<link rel='alternate stylesheet' href=s.css><link rel=alternate>"
                       "<link rel=alternate type='application/RSS+xml' title='All &amp; more' "
                       "href=/feed><link rel=alternate hreflang=x-default href='https://x.test/'>"
                       "<link rel=alternate type=application/feed+json href=f.json>";
    page_read(&p, "https://heron.example/a/b", html);
    assert_int_equal(p.meta.alternate_count, 3);
    check_str("url", p.meta.alternates[0].url, "https://heron.example/feed");
    check_str("title", p.meta.alternates[0].title, "All & more");
    assert_int_equal(p.meta.alternates[0].is_feed, 1);
    check_str("url", p.meta.alternates[1].url, "https://x.test/");
    check_str("language", p.meta.alternates[1].language, "x-default");
    assert_int_equal(p.meta.alternates[1].is_feed, 0);
    assert_int_equal(p.meta.alternates[2].is_feed, 1);
    page_free(&p);
    for (int i = 0; i < 100; i++)
        strcat(html, "<link rel=alternate hreflang=de href=/de>");
    page_read(&p, "https://heron.example/a/b", html);
    assert_int_equal(p.meta.alternate_count, 64);
    page_free(&p);
}

static void says_where_titles_and_authors_are_from(void **state)
{
    (void)state;
    static const record_case titles[] = {
        {"<title>Reeds</title>", "Reeds", PITH_SOURCE_META},
        {"<title>Reeds</title><h1>Reeds</h1>", "Reeds", PITH_SOURCE_VISIBLE},
        {"<h1>Reeds</h1>", "Reeds", PITH_SOURCE_VISIBLE},
        {"<meta property='og:title' content=Reeds>", "Reeds", PITH_SOURCE_OPENGRAPH},
        {JSONLD("\"headline\": \"Reeds\""), "Reeds", PITH_SOURCE_JSONLD},
        {"<meta name='twitter:title' content=Reeds>", "Reeds", PITH_SOURCE_OPENGRAPH},
        {"", "", PITH_SOURCE_NONE},
    };
    static const record_case authors[] = {
        {JSONLD("\"author\": \"Ada Ash\""), "Ada Ash", PITH_SOURCE_JSONLD},
        {"<h1>Reeds</h1><p>By Ada Ash", "Ada Ash", PITH_SOURCE_VISIBLE},
        {"<meta name=author content='Heron'><h1>Reeds</h1><p>By Ada Ash", "Ada Ash",
         PITH_SOURCE_VISIBLE},
        {"<meta name=author content='Heron'><meta name=date content=2024-05-17>", "Heron",
         PITH_SOURCE_META},
        {"<meta name=author content='Heron'>", "", PITH_SOURCE_NONE},
    };
    CHECK_ALL(PITH_METADATA_TITLE, titles);
    CHECK_ALL(PITH_METADATA_AUTHOR, authors);
}

static void says_where_dates_are_from(void **state)
{
    (void)state;
    static const record_case dates[] = {
        {"<h1>Reeds</h1><time datetime=2024-05-17>x</time>", "2024-05-17", PITH_SOURCE_TIME},
        {"<h1>Reeds</h1><time>17 May 2024</time>", "2024-05-17", PITH_SOURCE_TIME},
        {"<h1>Reeds</h1><p>17 May 2024", "2024-05-17", PITH_SOURCE_VISIBLE},
        {"<meta property='article:published_time' content='2024-05-16T22:30:00Z'>"
         "<meta name=date content='2024-05-17T00:30:00+02:00'>",
         "2024-05-17T00:30:00+02:00", PITH_SOURCE_META},
        {JSONLD("\"datePublished\": \"2024-05-17\"") "<h1>Reeds</h1><p class=date>4 May 2024",
         "2024-05-04", PITH_SOURCE_VISIBLE},
        {"<meta property='article:modified_time' content='2024-05-17'>", "2024-05-17",
         PITH_SOURCE_OPENGRAPH},
        {"<p>x", "", PITH_SOURCE_NONE},
    };
    static const record_case changes[] = {
        {"<meta property='article:modified_time' content='2024-05-17'>", "2024-05-17",
         PITH_SOURCE_OPENGRAPH},
        {JSONLD("\"dateModified\": \"2024-05-17T10:00:00+02:00\""), "2024-05-17T10:00:00+02:00",
         PITH_SOURCE_JSONLD},
        {"<h1>Reeds</h1><p>Updated 17 May 2024", "2024-05-17", PITH_SOURCE_VISIBLE},
        {JSONLD("\"datePublished\": \"2024-05-17\""), "", PITH_SOURCE_NONE},
    };
    CHECK_ALL(PITH_METADATA_DATE, dates);
    CHECK_ALL(PITH_METADATA_MODIFIED, changes);
    page p;
    page_read(&p, "https://heron.example/2024/05/17/reeds", "<p>x");
    check_str("date", p.meta.date, "2024-05-17");
    assert_int_equal(p.meta.sources[PITH_METADATA_DATE], PITH_SOURCE_URL);
    page_free(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(resolves_the_canonical_url),
        cmocka_unit_test(chooses_the_image),
        cmocka_unit_test(finds_the_alternative_text),
        cmocka_unit_test(reads_the_licence),
        cmocka_unit_test(lists_tags_and_categories),
        cmocka_unit_test(lists_feeds_and_alternates),
        cmocka_unit_test(says_where_titles_and_authors_are_from),
        cmocka_unit_test(says_where_dates_are_from),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
