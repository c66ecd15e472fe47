/* SPDX-License-Identifier: Apache-2.0 */
/* Each sign by itself, on a page that is otherwise plain. */
#include "labels.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

static const char before[] =
    "<title>A walk along the river</title><div class=page><h1>A walk along the river</h1>"
    "<p>The path leaves the village behind the mill, crosses the water on a wooden bridge, and "
    "then follows the bank for two hours until the gorge begins.</p>"
    "<p>In the gorge the rock is wet and the steps are narrow, so that good shoes are needed even "
    "in a dry summer; there is a rope along the wall.</p>";

static const char after[] =
    "<p>Behind the gorge the valley opens, and from the last hill one sees the lake, the two "
    "islands, and the railway that takes everybody home again.</p></div>";

static char *join(const char *a, const char *b, const char *c)
{
    char *all = malloc(strlen(a) + strlen(b) + strlen(c) + 1);
    assert_non_null(all);
    strcpy(all, a);
    strcat(all, b);
    return strcat(all, c);
}

static const char walk_title[] = "A walk along the river";

/* The label of the block that has `sign` somewhere in it. */
static char *label_of(const char *html, const char *sign)
{
    char *labels = labels_of(html, walk_title);
    char *line = strtok(labels, "\n");
    while (line != NULL && strstr(line, sign) == NULL)
        line = strtok(NULL, "\n");
    assert_non_null(line);
    char *label = malloc(strlen(line) + 1);
    assert_non_null(label);
    strcpy(label, line);
    *strchr(label, ':') = '\0';
    free(labels);
    return label;
}

typedef struct sign {
    const char *html; /* has SIGN in the block of interest */
    const char *label;
} sign;

/* Checks each piece after the text, or in its midst. */
static void check(const sign *signs, size_t count, bool inside)
{
    for (size_t i = 0; i < count; i++) {
        char *html = inside ? join(before, signs[i].html, after)
                            : join(before, after, signs[i].html);
        char *label = label_of(html, "SIGN");
        if (strcmp(label, signs[i].label) != 0)
            print_message("of %s\n", signs[i].html);
        assert_string_equal(label, signs[i].label);
        free(label);
        free(html);
    }
}

#define CHECK_AFTER(signs) check(signs, sizeof signs / sizeof *signs, false)
#define CHECK_INSIDE(signs) check(signs, sizeof signs / sizeof *signs, true)

static void tags_and_roles_tell_furniture(void **state)
{
    (void)state;
    const sign signs[] = {
        {"<nav><a href=/>SIGN</a></nav>", "navigation"},
        {"<div role=navigation><a href=/>SIGN</a></div>", "navigation"},
        {"<div role=' MENU '><a href=/>SIGN</a></div>", "navigation"},
        {"<footer><a href=/>SIGN</a></footer>", "navigation"},
        {"<footer>SIGN of the house</footer>", "other"},
        {"<div role=contentinfo>SIGN of the house</div>", "other"},
        {"<form><label>SIGN <input></label></form>", "form"},
        {"<select><option>SIGN</select>", "form"},
        {"<button>SIGN</button>", "form"},
        {"<textarea>SIGN</textarea>", "form"},
        {"<div role=search>SIGN here</div>", "form"},
        {"<aside><p>SIGN in passing</aside>", "other"},
        {"<dialog><p>SIGN in your account</dialog>", "other"},
    };
    CHECK_AFTER(signs);
}

static void headings_end_what_others_began(void **state)
{
    (void)state;
    const sign signs[] = {
        {"<h2>Related posts</h2><p>The lake in winter, and why its ice sings in the night…</p>"
         "<h3>Leave a reply</h3><p>SIGN will not be published.</p>", "comment"},
        {"<h2>Related posts</h2><p>SIGN in winter, and why its ice sings in the night…</p>"
         "<h3>Leave a reply</h3><p>Your address will not be published.</p>", "related"},
    };
    CHECK_AFTER(signs);
}

static void names_tell_furniture(void **state)
{
    (void)state;
    const sign signs[] = {
        {"<div class=mainNav><a href=/>SIGN</a></div>", "navigation"},
        {"<ul id=site_menu2><li><a href=/>SIGN</a></ul>", "navigation"},
        {"<div class='x cookie-consent'><p>SIGN that you agree.</div>", "legal"},
        {"<div class=ad-slot-3><p>SIGN up for our boats</div>", "advertisement"},
        {"<div class=werbung><p>SIGN</div>", "advertisement"},
        {"<div class=RelatedPosts><a href=/>SIGN of spring</a></div>", "related"},
        {"<ol class=commentList><li><p>SIGN or not, I liked it.</ol>", "comment"},
        {"<div id=commentaires><p>SIGN or not, I liked it.</div>", "comment"},
        {"<div class=newsletter-signup><p>SIGN up</div>", "form"},
        {"<div class='wp-block-navigation__container'><a href=/>SIGN</a></div>", "navigation"},
    };
    CHECK_AFTER(signs);
}

static void headings_tell_what_follows(void **state)
{
    (void)state;
    const sign signs[] = {
        {"<h3>Related articles</h3><ul><li><a href=/>SIGN of spring</a></ul>", "related"},
        {"<h3>You May Also Like</h3><div><a href=/>SIGN of spring</a></div>", "related"},
        {"<div><h2>\xC3\x84hnliche Artikel</h2><p><a href=/>SIGN of spring</a></div>", "related"},
        {"<div><h2>\xD0\xA7\xD0\xB8\xD1\x82\xD0\xB0\xD0\xB9\xD1\x82\xD0\xB5 \xD1\x82\xD0\xB0"
         "\xD0\xBA\xD0\xB6\xD0\xB5</h2><p><a href=/>SIGN of spring</a></div>", "related"},
        {"<h3>Leave a reply</h3><p>SIGN in first.", "comment"},
        {"<div><h3>Kommentare</h3><p>SIGN or not</div>", "comment"},
        {"<h3>Subscribe</h3><p>SIGN up for letters.", "form"},
        {"<h3>SIGN in</h3>", "form"},
    };
    CHECK_AFTER(signs);
    const sign ended[] = {
        {"<div><h3>Related articles</h3><p><a href=/>One</a><h3>The way back</h3><p>The SIGN at "
         "the station shows the way back to the village, which takes an hour on foot, or ten "
         "minutes by train.</div>", "body"},
    };
    CHECK_INSIDE(ended);
}

static void the_text_is_kept_whole(void **state)
{
    (void)state;
    const sign signs[] = {
        {"<h2>The SIGN</h2>", "body"},
        {"<ul><li>The SIGN at the bridge<li>The bench below the oak<li>The well</ul>", "body"},
        {"<blockquote><p>The SIGN says: nobody has to hurry here, said the miller.</blockquote>",
         "body"},
        {"<table><tr><th>SIGN<th>Time<tr><td>Bridge<td>20 minutes</table>", "body"},
        {"<pre>SIGN = walk(river)</pre>", "body"},
        {"<div class=header><p>SIGN of spring</div>", "other"},
    };
    check(signs, 5, true);
    check(signs + 5, 1, false);
    const sign midst[] = {
        {"<blockquote><p>Nobody has to hurry here.</p><footer>SIGN at the mill</footer>"
         "</blockquote>", "body"},
        {"<div class=advert><p>SIGN up for boots that stay dry in any gorge.</div>",
         "advertisement"},
    };
    CHECK_INSIDE(midst);
}

static void what_wraps_the_page_says_nothing_of_it(void **state)
{
    (void)state;
    static const char *const wrappers[] = {
        "<form id=aspnetForm>",
        "<div class='content-with-sidebar'>",
        "<aside>",
        "<div role=dialog>",
        "<body class='no-sidebar comment-form cookies-not-set'>",
        "<div class=footer-is-fixed>",
    };
    for (size_t i = 0; i < sizeof wrappers / sizeof *wrappers; i++) {
        char *html = join(wrappers[i], before, after);
        char *label = label_of(html, "In the gorge");
        assert_string_equal(label, "body");
        free(label);
        free(html);
    }
}

static void tables_are_taken_whole(void **state)
{
    (void)state;
    static const char table[] =
        "<div><table><tr><th>Day<th>First boat<tr><td>Monday<td>5:10<tr><td>Tuesday"
        "<td><a href=/t>5:25</a><tr><td>Sundays and holidays<td>none</table></div>";
    char *html = join(before, table, after);
    char *labels = labels_of(html, walk_title);
    assert_non_null(strstr(labels, "body: Day\nbody: First boat\nbody: Monday\nbody: 5:10\n"
                                   "body: Tuesday\nbody: 5:25\nbody: Sundays and holidays\n"
                                   "body: none\n"));
    free(labels);
    free(html);
}

static void the_title_is_found_by_what_it_says(void **state)
{
    (void)state;
    static const char paper[] =
        "<h1>The Village Paper</h1><h2>A walk along the river</h2><div><p>The path leaves the "
        "village behind the mill, crosses the water on a wooden bridge, and then follows the bank "
        "for two hours.</div>";
    char *labels = labels_of(paper, "A walk along the river | The Village Paper");
    assert_non_null(strstr(labels, "title: A walk along the river\n"));
    free(labels);
    labels = labels_of("<h1>Notes</h1><p>The path leaves the village behind the mill, crosses the "
                       "water on a wooden bridge, and follows the bank for two hours.", "");
    assert_non_null(strstr(labels, "title: Notes\n"));
    free(labels);
}

static void images_go_with_the_text_around_them(void **state)
{
    (void)state;
    char *html = join(before, "<div><img src=bridge.jpg></div>", after);
    char *labels = labels_of(html, walk_title);
    assert_non_null(strstr(labels, "body: (image)\n"));
    free(labels);
    free(html);
    html = join(before,
                "<button>Print</button><figure><img src=mill.jpg><figcaption>The mill, which has "
                "stood here for three centuries.</figcaption></figure>",
                after);
    labels = labels_of(html, walk_title);
    assert_non_null(strstr(labels, "body: (image)\ncaption: The mill"));
    free(labels);
    free(html);
    html = join(before, after, "<footer><div><img src=logo.png></div>The house</footer>");
    labels = labels_of(html, walk_title);
    assert_non_null(strstr(labels, "other: (image)\n"));
    free(labels);
    free(html);
}

static void nothing_comes_twice(void **state)
{
    (void)state;
    char *html = join(before,
                      "<p>In the gorge the rock is WET and the steps are narrow, so that good "
                      "shoes are needed even in a dry summer; there is a rope along the wall.</p>",
                      after);
    char *labels = labels_of(html, walk_title);
    char *first = strstr(labels, "body: In the gorge");
    assert_non_null(first);
    assert_null(strstr(first + 1, "body: In the gorge"));
    assert_non_null(strstr(first + 1, "other: In the gorge"));
    free(labels);
    free(html);
}

static void scores_say_how_sure(void **state)
{
    (void)state;
    static const char more[] =
        "<p>The mill has ground no corn since the war, but its wheel still turns, and on Sundays "
        "the miller's granddaughter explains to visitors how the stones were dressed.</p>"
        "<p>Above the bridge the path divides. The left branch is shorter and crosses three "
        "meadows, which are under water in April; the right one keeps to the slope and is dry.</p>"
        "<p>Both meet again at the chapel, where there is a spring, a bench in the shade, and a "
        "view down the whole valley as far as the railway bridge.</p>"
        "<p>From there it is another hour. Those who are tired can take the bus, which stops at "
        "the chapel twice a day, in the morning and shortly before six.</p>"
        "<p>The gorge itself was opened in 1891 by the alpine club, which blasted the steps out "
        "of the rock and hung the first rope. It has been closed only once since, after the "
        "flood of 1955, when the lower steps were washed away and took two years to replace.</p>"
        "<footer><a href=/>Home</a></footer>";
    char *html = join(before, after, more);
    page p;
    page_open(&p, html);
    pith_label_hints hints = {.title = PITH_STR("A walk along the river")};
    pith_block_label *labels;
    assert_int_equal(pith_label_blocks(&p.tree, &p.blocks, &hints, &p.arena, &labels), PITH_OK);
    for (uint32_t i = 0; i < p.blocks.count; i++)
        assert_true(labels[i].score > 0.0f && labels[i].score < 1.0f);
    assert_int_equal(p.blocks.count, 10);
    assert_true(labels[1].score > 0.7f);
    assert_true(labels[9].score < 0.3f);
    assert_true(pith_label_is_content(labels[1].label));
    assert_false(pith_label_is_content(labels[9].label));
    assert_int_equal(page_close(&p), 0);
    free(html);
}

#define LONG_LINE                                                                              \
    "The ferry was built of wood and could not pass the ice, so that in each of the long "     \
    "winters the people of the village mended it and waited for the river to be free. "
#define LONG_LINE_JA "船は木でできていて、冬になると氷の間を進むことができなかったので、村の人々は毎年その船を直した。"
#define THRICE(line) line line line

/* A text that stands alone is content, in scripts without spaces too; a menu is not. */
static void a_text_alone_is_content(void **state)
{
    (void)state;
    static const char *const pages[] = {
        "<article><p>" THRICE(THRICE(LONG_LINE)) "</p></article>",
        "<p>" THRICE(THRICE(LONG_LINE)) "<p>And so: " THRICE(THRICE(LONG_LINE)),
        "<article><p>" THRICE(LONG_LINE_JA) "</p></article>",
        "<p>" THRICE(THRICE(LONG_LINE_JA)),
    };
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        char *labels = labels_of(pages[i], "");
        assert_non_null(strstr(labels, "body: "));
        assert_null(strstr(labels, "other: "));
        free(labels);
    }
    char *labels = labels_of("<nav><p>" THRICE(THRICE(LONG_LINE)) "</p></nav>", "");
    assert_null(strstr(labels, "body: "));
    free(labels);
}

static void empty_pages_have_no_labels(void **state)
{
    (void)state;
    char *labels = labels_of("", "");
    assert_string_equal(labels, "");
    free(labels);
    labels = labels_of("<img src=x>", "");
    assert_string_equal(labels, "other: (image)\n");
    free(labels);
}

static void large_pages_are_no_trouble(void **state)
{
    (void)state;
    static const char *const pieces[] = {
        "<p class=item>some words here</p>", "<div class='a b c'><p>x<p>y</div>",
        "<li><a href=x>link</a>", "<h2>Related</h2>", "<div>a", "<td>cell",
    };
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        size_t size = strlen(pieces[i]);
        char *html = malloc(size * 100000 + 1);
        assert_non_null(html);
        for (size_t k = 0; k < 100000; k++)
            memcpy(html + k * size, pieces[i], size);
        html[size * 100000] = '\0';
        char *labels = labels_of(html, "Some words");
        assert_true(strlen(labels) > 0);
        free(labels);
        free(html);
    }
}

/* ---- Every allocation fails in turn --------------------------------------- */

static void *failing_reallocate(void *context, void *pointer, size_t old_size, size_t new_size)
{
    (void)old_size;
    size_t *left = context;
    if (new_size == 0) {
        free(pointer);
        return NULL;
    }
    if (*left == 0)
        return NULL;
    --*left;
    return realloc(pointer, new_size);
}

static void failures_are_passed_up(void **state)
{
    (void)state;
    char *html = join(before, after, "<h2>Caf&eacute; &amp; bar</h2><p>x");
    page p;
    page_open(&p, html);
    pith_label_hints hints = {.title = {walk_title, strlen(walk_title)}};
    bool done = false;
    size_t allocations = 0;
    for (; !done; allocations++) {
        size_t left = allocations;
        pith_allocator allocator = {failing_reallocate, &left};
        pith_memory memory;
        pith_memory_init(&memory, &allocator, 0);
        pith_arena arena;
        pith_arena_init(&arena, &memory);
        pith_block_label *labels;
        pith_status status = pith_label_blocks(&p.tree, &p.blocks, &hints, &arena, &labels);
        done = status == PITH_OK;
        assert_true(done || status == PITH_ERROR_MEMORY);
        assert_true(allocations < 100);
        pith_arena_free(&arena);
        assert_int_equal(memory.used, 0);
    }
    assert_true(allocations > 2);
    assert_int_equal(page_close(&p), 0);
    free(html);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tags_and_roles_tell_furniture),
        cmocka_unit_test(headings_end_what_others_began),
        cmocka_unit_test(names_tell_furniture),
        cmocka_unit_test(headings_tell_what_follows),
        cmocka_unit_test(the_text_is_kept_whole),
        cmocka_unit_test(what_wraps_the_page_says_nothing_of_it),
        cmocka_unit_test(tables_are_taken_whole),
        cmocka_unit_test(the_title_is_found_by_what_it_says),
        cmocka_unit_test(images_go_with_the_text_around_them),
        cmocka_unit_test(nothing_comes_twice),
        cmocka_unit_test(scores_say_how_sure),
        cmocka_unit_test(a_text_alone_is_content),
        cmocka_unit_test(empty_pages_have_no_labels),
        cmocka_unit_test(large_pages_are_no_trouble),
        cmocka_unit_test(failures_are_passed_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
