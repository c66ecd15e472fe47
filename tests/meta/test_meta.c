/* SPDX-License-Identifier: Apache-2.0 */
#include "page.h"

static void reads_jsonld(void **state)
{
    (void)state;
    page p;
    page_read(
        &p, "https://example.org/x",
        "<script type='application/ld+json; charset=utf-8'>{\"@context\": \"https://schema.org\","
        "\"@graph\": [{\"@type\": \"WebSite\", \"name\": \"The Daily Heron\"},"
        "{\"@type\": [\"Thing\", \"NewsArticle\"], \"headline\": \"Reeds &amp; water\","
        "\"description\": \"On \\\"reeds\\\"\", \"inLanguage\": \"en-GB\","
        "\"datePublished\": \"2024-05-17T10:20:30+02:00\","
        "\"author\": [{\"@id\": \"#ada\"}, {\"@type\": \"Person\", \"name\": \"Ben Oak\"}, \"Cy "
        "Elm\"]},"
        "{\"@type\": \"Person\", \"@id\": \"#ada\", \"name\": \"Ada Ash\"}]}</script><p>x");
    check_str("title", p.meta.title, "Reeds & water");
    check_str("date", p.meta.date, "2024-05-17T10:20:30+02:00");
    check_str("site", p.meta.site, "The Daily Heron");
    check_str("description", p.meta.description, "On \"reeds\"");
    check_str("language", p.meta.language, "en-GB");
    check_authors(&p.meta, "Ada Ash; Ben Oak; Cy Elm");
    page_free(&p);
}

static void leaves_what_jsonld_only_mentions(void **state)
{
    (void)state;
    page p;
    page_read(
        &p, "https://example.org/x",
        "<script type=application/ld+json>{\"@type\": \"WebPage\", \"name\": \"Own\","
        "\"comment\": {\"@type\": \"Article\", \"headline\": \"No\", \"author\": \"No One\","
        "\"datePublished\": \"2020-01-01\"},"
        "\"mentions\": [{\"@type\": \"BlogPosting\", \"author\": \"No One\"}],"
        "\"mainEntity\": {\"@type\": \"Question\", \"name\": \"Why?\", \"author\": {\"name\": "
        "\"Una\"}}}"
        "</script><script>{\"@type\": \"Article\", \"datePublished\": \"2020-01-01\"}</script>");
    check_str("title", p.meta.title, "Why?");
    check_str("date", p.meta.date, "");
    check_authors(&p.meta, "Una");
    page_free(&p);
}

static void reads_open_graph(void **state)
{
    (void)state;
    page p;
    page_read(&p, "https://example.org/x",
              "<meta property='og:title' content='Reeds &amp; water'>"
              "<meta property='og:site_name' content='Heron'>"
              "<meta property='og:description' content=' On\n reeds '>"
              "<meta property='og:locale' content='pt_BR'>"
              "<meta property='article:published_time' content='2024-05-17'>"
              "<meta property='article:author' content='https://example.org/ada'>"
              "<meta property='article:author' content='Ada Ash'>");
    check_str("title", p.meta.title, "Reeds & water");
    check_str("site", p.meta.site, "Heron");
    check_str("description", p.meta.description, "On reeds");
    check_str("language", p.meta.language, "pt-BR");
    check_str("date", p.meta.date, "2024-05-17");
    check_authors(&p.meta, "Ada Ash");
    page_free(&p);
}

static void reads_microdata_of_the_work(void **state)
{
    (void)state;
    page p;
    page_read(
        &p, "https://example.org/x",
        "<div itemscope itemtype='https://schema.org/BlogPosting'>"
        "<b itemprop='headline'>Reeds</b><span itemprop='author' itemscope "
        "itemtype='https://schema.org/Person'>By <a itemprop='url name'>Ada Ash</a>, staff</span>"
        "<meta itemprop='datePublished' content='2024-05-17'>"
        "<div itemprop='comment' itemscope itemtype='https://schema.org/Comment'>"
        "<i itemprop='author'>Troll</i><time itemprop='datePublished' datetime='2024-06-01'></div>"
        "</div><i itemprop='author'>Nobody</i>");
    check_str("title", p.meta.title, "Reeds");
    check_str("date", p.meta.date, "2024-05-17");
    check_authors(&p.meta, "Ada Ash");
    page_free(&p);
}

static void reads_rdfa(void **state)
{
    (void)state;
    page p;
    page_read(&p, "https://example.org/x",
              "<div vocab='http://schema.org/' typeof='Article'><b property='headline'>Reeds</b>"
              "<span property='schema:author'>Ada Ash</span>"
              "<span property='datePublished' content='2024-05-17'>yesterday</span></div>");
    check_str("title", p.meta.title, "Reeds");
    check_str("date", p.meta.date, "2024-05-17");
    check_authors(&p.meta, "Ada Ash");
    page_free(&p);
}

static void reads_dublin_core_and_names(void **state)
{
    (void)state;
    page p;
    page_read(&p, "https://example.org/x",
              "<meta name='DC.title' content='Reeds'><meta name='DC.creator' content='Ada Ash'>"
              "<meta name='DC.date' content='17 May 2024'><meta name=description content=D>"
              "<meta http-equiv='Content-Language' content='de, en'>");
    check_str("title", p.meta.title, "Reeds");
    check_str("date", p.meta.date, "2024-05-17");
    check_str("description", p.meta.description, "D");
    check_str("language", p.meta.language, "de");
    check_authors(&p.meta, "Ada Ash");
    page_free(&p);
    page_read(&p, "https://example.org/x",
              "<meta name='citation_author' content='Ash, Ada'>"
              "<meta name='citation_author' content='Oak, Ben'>"
              "<meta name='citation_publication_date' content='2024/05/17'>");
    check_str("date", p.meta.date, "2024-05-17");
    check_authors(&p.meta, "Ash, Ada; Oak, Ben");
    page_free(&p);
}

static void read_name(page *p, const char *name, const char *content)
{
    char html[200];
    snprintf(html, sizeof html, "<meta name='%s' content='%s'>", name, content);
    page_read(p, "https://heron.example/x", html);
}

/* Each of the names gives its content to the field at `offset`. */
static void check_names(const char *const *names, size_t count, const char *content, size_t offset)
{
    for (size_t i = 0; i < count; i++) {
        page p;
        pith_str value;
        read_name(&p, names[i], content);
        memcpy(&value, (const char *)&p.meta + offset, sizeof value);
        check_str(names[i], value, content);
        page_free(&p);
    }
}

/* Every name that is known, on a page of its own. */
static void reads_every_meta_name(void **state)
{
    (void)state;
    static const char *const titles[] = {
        "bepress_citation_title", "citation_title", "dc.title",
        "dcterms.title",          "headline",       "og:title",
        "parsely-title",          "sailthru.title", "title",
        "twitter:title",
    };
    static const char *const authors[] = {
        "article:author",  "article:author_name",     "author",
        "authors",         "bepress_citation_author", "byl",
        "byline",          "citation_author",         "dc.creator",
        "dc.creator.name", "dcterms.creator",         "og:article:author",
        "parsely-author",  "sailthru.author",
    };
    static const char *const dates[] = {
        "article.published",
        "article:published",
        "article:published_time",
        "article_date_original",
        "bepress_citation_date",
        "citation_date",
        "citation_online_date",
        "citation_publication_date",
        "created",
        "cxenseparse:recs:publishtime",
        "date",
        "datepublished",
        "dc.created",
        "dc.date",
        "dc.date.created",
        "dc.date.issued",
        "dc.issued",
        "dcterms.created",
        "dcterms.date",
        "dcterms.issued",
        "ms.date",
        "og:article:published_time",
        "og:published_time",
        "originalpublicationdate",
        "parsely-pub-date",
        "pubdate",
        "publication-date",
        "publication_date",
        "publicationdate",
        "publish-date",
        "publish_date",
        "publishdate",
        "published",
        "published-date",
        "published_date",
        "sailthru.date",
    };
    static const char *const changes[] = {
        "article:modified_time", "dc.date.modified", "dcterms.modified", "last-modified", "lastmod",
        "modified-date",         "og:updated_time",  "revised",
    };
    static const char *const sites[] = {
        "apple-mobile-web-app-title",
        "application-name",
        "citation_journal_title",
        "dc.publisher",
        "og:site_name",
    };
    static const char *const descriptions[] = {
        "dc.description", "dcterms.description", "description",
        "og:description", "twitter:description",
    };
    static const char *const languages[] = {
        "content-language",
        "dc.language",
        "language",
        "og:locale",
    };
#define CHECK(names, content, field) \
    check_names(names, sizeof(names) / sizeof *(names), content, offsetof(pith_meta, field))
    CHECK(titles, "Reeds", title);
    CHECK(dates, "2024-05-17", date);
    CHECK(changes, "2024-05-17", date);
    CHECK(sites, "Heron", site);
    CHECK(descriptions, "Reeds", description);
    CHECK(languages, "sv", language);
#undef CHECK
    for (size_t i = 0; i < sizeof authors / sizeof *authors; i++) {
        page p;
        read_name(&p, authors[i], "Ada Ash");
        check_authors(&p.meta, "Ada Ash");
        page_free(&p);
    }
}

static void is_empty_where_the_page_does_not_say(void **state)
{
    (void)state;
    page p;
    page_read(&p, "", "<p>Copyright 2024 by Example. <p>17");
    check_str("title", p.meta.title, "");
    check_str("date", p.meta.date, "");
    check_str("site", p.meta.site, "");
    check_str("description", p.meta.description, "");
    check_str("language", p.meta.language, "");
    check_str("base", p.meta.base_url, "");
    check_authors(&p.meta, "");
    page_free(&p);
}

static void prefers_the_more_trusted_source(void **state)
{
    (void)state;
    page p;
    page_read(&p, "https://example.org/2022/02/02/x",
              "<html lang=fr><meta property='og:locale' content='en_US'>"
              "<meta name=date content='2021-01-01'>"
              "<meta property='article:published_time' content='2023-03-03'>"
              "<meta name=author content='Meta Person'><time datetime='2020-01-01'>x</time>"
              "<script type='application/ld+json'>{\"@type\": \"WebPage\", "
              "\"datePublished\": \"2019-01-01\", \"author\": \"Page Person\"}</script>"
              "<script type='application/ld+json'>{\"@type\": \"Article\", "
              "\"datePublished\": \"2024-05-17\", \"author\": {\"name\": \"Ada Ash\"}}</script>");
    check_str("language", p.meta.language, "fr");
    check_str("date", p.meta.date, "2024-05-17");
    check_authors(&p.meta, "Ada Ash");
    page_free(&p);
    page_read(&p, "https://example.org/2022/02/02/x",
              "<script type='application/ld+json'>{\"@type\": \"Article\", "
              "\"datePublished\": \"soon\", \"author\": \"https://example.org/ada\"}</script>"
              "<meta name=author content='Ada Ash'>");
    check_str("date", p.meta.date, "2022-02-02");
    check_authors(&p.meta, "Ada Ash");
    page_free(&p);
}

/* A moment in UTC, whose day is another than that of the site. */
static void gives_the_sites_own_day(void **state)
{
    (void)state;
    page p;
    page_read(&p, "https://example.org/x",
              "<meta property='article:published_time' content='2024-05-16T22:30:00Z'>"
              "<meta name=date content='2024-05-17T00:30:00+02:00'>");
    check_str("date", p.meta.date, "2024-05-17T00:30:00+02:00");
    page_free(&p);
    page_read(&p, "https://example.org/2024/05/17/x",
              "<meta property='article:published_time' content='2024-05-16T22:30:00Z'>");
    check_str("date", p.meta.date, "2024-05-17");
    page_free(&p);
    page_read(&p, "https://example.org/2024/05/27/x",
              "<meta property='article:published_time' content='2024-05-16T22:30:00Z'>"
              "<meta name=date content='2024-05-16T23:30:00+02:00'>");
    check_str("date", p.meta.date, "2024-05-16T22:30:00Z");
    page_free(&p);
}

typedef struct date_case {
    const char *html;
    const char *date;
} date_case;

static void check_dates(const date_case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        page p;
        page_read(&p, "https://example.org/x", cases[i].html);
        check_str(cases[i].html, p.meta.date, cases[i].date);
        page_free(&p);
    }
}

/* Two sources against one, if they are more than a day apart. */
static void takes_the_date_of_most_sources(void **state)
{
    (void)state;
#define JSONLD(date)                                                                         \
    "<script type='application/ld+json'>{\"@type\": \"Article\", \"datePublished\": \"" date \
    "\"}</script>"
    static const date_case cases[] = {
        {JSONLD("2024-05-04") "<meta name=date content='2024-05-17'>"
                              "<meta property='article:published_time' content='2024-05-17'>",
         "2024-05-17"},
        {JSONLD("2024-05-04") "<meta name=date content='2024-05-17'>", "2024-05-04"},
        {JSONLD("2024-05-04") "<meta name=date content='2024-05-05'>"
                              "<meta property='article:published_time' content='2024-05-05'>",
         "2024-05-04"},
        {"<meta name=x-published-date content='2024-05-17'>", "2024-05-17"},
        {"<meta name='Heron:PubDate' content='2024-05-17'>", "2024-05-17"},
        {"<meta name='x-published-date' content='2024-05-17'>"
         "<meta name=date content='2024-05-16'>",
         "2024-05-16"},
        {"<meta name='event.date' content='2024-05-17'>", ""},
    };
    check_dates(cases, sizeof cases / sizeof *cases);
}

/* What is shown by the headline against a date that may be that of the last change. */
static void takes_the_shown_date_for_a_doubtful_one(void **state)
{
    (void)state;
#define SHOWN(date) "<h1>Reeds</h1><p class=date>" date "</p>"
#define MODIFIED(date) "<meta property='article:modified_time' content='" date "'>"
    static const date_case cases[] = {
        {JSONLD("2024-05-17") SHOWN("4 May 2024"), "2024-05-04"},
        {JSONLD("2024-05-17") MODIFIED("2024-05-17T20:00Z") SHOWN("4 May 2024"), "2024-05-04"},
        {JSONLD("2024-05-17") MODIFIED("2024-06-17") SHOWN("4 May 2024"), "2024-05-17"},
        {JSONLD("2024-05-17") MODIFIED("2024-05-04") SHOWN("4 May 2024"), "2024-05-17"},
        {JSONLD("2024-05-17") SHOWN("24 May 2024"), "2024-05-17"},
        {JSONLD("2024-05-17") SHOWN("Updated 4 May 2024"), "2024-05-17"},
        {"<meta name=date content='2024-05-17'>" SHOWN("24 May 2024"), "2024-05-24"},
        /* no headline, or far from it */
        {JSONLD("2024-05-17") "<p class=date>4 May 2024</p>", "2024-05-17"},
        {JSONLD("2024-05-17") "<h1>Reeds</h1><p>One<p>two<p>three<p>four<p>five<p>six<p>seven"
                              "<p>eight<p>nine<p>ten<p>eleven<p>4 May 2024",
         "2024-05-17"},
    };
    check_dates(cases, sizeof cases / sizeof *cases);
#undef MODIFIED
#undef SHOWN
#undef JSONLD
}

static void reads_the_date_of_the_path(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"https://example.org/2024/05/17/x", "2024-05-17"},
        {"https://example.org/news/2024/5/7/", "2024-05-07"},
        {"https://example.org/2024-05-17-x", "2024-05-17"},
        {"https://example.org/2024/05/17", "2024-05-17"},
        {"https://example.org/2024/05/", ""},
        {"https://example.org/2024/05/171", ""},
        {"https://example.org/2024/05-17/", ""},
        {"https://example.org/12024/05/17/", ""},
        {"https://example.org/x?d=/2024/05/17/", ""},
        {"https://example.org/2024/15/17/", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        page p;
        page_read(&p, cases[i][0], "<p>x");
        check_str(cases[i][0], p.meta.date, cases[i][1]);
        page_free(&p);
    }
}

static void resolves_the_base(void **state)
{
    (void)state;
    static const char *const cases[][3] = {
        {"https://example.org/a/b", "<p>x", "https://example.org/a/b"},
        {"https://example.org/a/b", "<base href='/c/'>", "https://example.org/c/"},
        {"https://example.org/a/b", "<base target=_top><base href='c/'><base href='/d/'>",
         "https://example.org/a/c/"},
        {"https://example.org/a/b", "<base href='javascript:x'>", "https://example.org/a/b"},
        {"", "<base href='https://example.net/c/'>", "https://example.net/c/"},
        {"", "<base href='c/'>", ""},
        {"", "<link rel=canonical href='https://example.org/x'><base href='c/'>",
         "https://example.org/c/"},
        {"", "<meta property='og:url' content='https://example.org/x'>", "https://example.org/x"},
        {"", "<link rel=canonical href='/x'>", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        page p;
        page_read(&p, cases[i][0], cases[i][1]);
        check_str(cases[i][1], p.meta.base_url, cases[i][2]);
        page_free(&p);
    }
}

static void reads_language_tags(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"<html lang=' EN-us '>", "en-us"},
        {"<html lang='zh_Hant_TW'>", "zh-Hant-TW"},
        {"<html lang=''><meta name=language content=sv>", "sv"},
        {"<html lang='english'><meta property='og:locale' content='en_GB'>", "en-GB"},
        {"<html lang='{{lang}}'>", ""},
        {"<html lang='x'>", ""},
        {"<html lang='e1'>", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        page p;
        page_read(&p, "", cases[i][1] == NULL ? "" : cases[i][0]);
        check_str(cases[i][0], p.meta.language, cases[i][1]);
        page_free(&p);
    }
}

static const char everything[] =
    "<html lang=en><title>Reeds &amp; water | Heron</title><base href='/b&amp;b/'>"
    "<link rel=canonical href='https://example.org/x'><meta name=description content='a &lt; b'>"
    "<meta property='og:title' content='Reeds &amp; water'><meta name=author content='&Aring;da'>"
    "<script type='application/ld+json'>{\"@type\": \"Article\", \"headline\": \"R\\u0065eds &amp; "
    "water\","
    "\"author\": [{\"@id\": \"a\"}, {\"name\": \"Ben\"}], \"publisher\": {\"name\": "
    "\"Heron\"}}</script>"
    "<body><h1>Reeds &amp; water</h1><div itemscope itemtype='//schema.org/Article'>"
    "<span itemprop=author>Cy &amp; Co</span></div><time>17 May&nbsp;2024</time>";

/* Fails the n-th request, and all after it, for every n. */
typedef struct countdown {
    size_t left;
} countdown;

static void *failing(void *context, void *pointer, size_t old_size, size_t new_size)
{
    (void)old_size;
    countdown *counter = context;
    if (new_size == 0) {
        free(pointer);
        return NULL;
    }
    if (counter->left == 0)
        return NULL;
    counter->left--;
    return realloc(pointer, new_size);
}

static void fails_at_each_allocation(void **state)
{
    (void)state;
    page p;
    page_parse(&p, page_str(everything));
    bool read = false;
    for (size_t n = 0; !read; n++) {
        assert_true(n < 1000);
        countdown counter = {n};
        pith_allocator allocator = {failing, &counter};
        pith_memory memory;
        pith_memory_init(&memory, &allocator, 0);
        pith_arena arena;
        pith_arena_init(&arena, &memory);
        pith_meta meta;
        pith_status status =
            pith_meta_read(&p.tree, page_str("https://example.org/"), &arena, &meta);
        read = status == PITH_OK;
        if (read)
            check_authors(&meta, "Ben");
        else {
            assert_int_equal(status, PITH_ERROR_MEMORY);
            assert_int_equal(meta.title.size + meta.author_count, 0);
        }
        pith_arena_free(&arena);
        assert_int_equal(memory.used, 0);
    }
    page_free(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_jsonld),
        cmocka_unit_test(leaves_what_jsonld_only_mentions),
        cmocka_unit_test(reads_open_graph),
        cmocka_unit_test(reads_microdata_of_the_work),
        cmocka_unit_test(reads_rdfa),
        cmocka_unit_test(reads_dublin_core_and_names),
        cmocka_unit_test(reads_every_meta_name),
        cmocka_unit_test(is_empty_where_the_page_does_not_say),
        cmocka_unit_test(prefers_the_more_trusted_source),
        cmocka_unit_test(gives_the_sites_own_day),
        cmocka_unit_test(takes_the_date_of_most_sources),
        cmocka_unit_test(takes_the_shown_date_for_a_doubtful_one),
        cmocka_unit_test(reads_the_date_of_the_path),
        cmocka_unit_test(resolves_the_base),
        cmocka_unit_test(reads_language_tags),
        cmocka_unit_test(fails_at_each_allocation),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
