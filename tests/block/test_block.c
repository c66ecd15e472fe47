/* SPDX-License-Identifier: Apache-2.0 */
/* Where one block ends and the next begins. */
#include "page.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

typedef struct example {
    const char *html;
    const char *blocks; /* as page_list() writes them */
} example;

static void check(const example *examples, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        page p;
        page_open(&p, examples[i].html);
        char *list = page_list(&p);
        if (strcmp(list, examples[i].blocks) != 0)
            print_message("of %s\n", examples[i].html);
        assert_string_equal(list, examples[i].blocks);
        free(list);
        assert_int_equal(page_close(&p), 0);
    }
}

#define CHECK(examples) check(examples, sizeof examples / sizeof *examples)

static void block_level_elements_part_runs(void **state)
{
    (void)state;
    const example examples[] = {
        {"<p>one <b>two</b> three<p>four", "<p>one two three|<p>four"},
        {"<div>a<p>b</p>c</div>d", "<div>a|<p>b|<div>c|<body>d"},
        {"<div><div><div>x</div></div></div>", "<div>x"},
        {"<div>a</div>\n <div>\n b \n c </div>", "<div>a|<div>b c"},
        {"<section>a<hr>b</section>", "<section>a|<section>b"},
        {"<ul><li>one<ul><li>two</ul>three</ul>", "<li>one|<li>two|<li>three"},
        {"<dl><dt>term<dd>details</dl>", "<dt>term|<dd>details"},
        {"<table><caption>c</caption><tr><th>h<td>d</table>", "<caption>c|<th>h|<td>d"},
        {"<figure><img src=x><figcaption>c</figcaption></figure>", "<figure>|<figcaption>c"},
        {"<details><summary>s</summary>d</details>", "<summary>s|<details>d"},
        {"<p>Buy <button>now</button> or never", "<p>Buy|<button>now|<p>or never"},
        {"<select><option>a<option>b</select>", "<option>a|<option>b"},
        {"<fieldset><legend>l</legend><label>n <input></label>", "<legend>l|<fieldset>n"},
        {"<textarea>a\n\nb</textarea>", "<textarea>a b"},
        {"a &amp; b&nbsp;c &lt;", "<body>a & b\xC2\xA0" "c <"},
    };
    CHECK(examples);
}

static void line_breaks_part_only_in_pairs(void **state)
{
    (void)state;
    const example examples[] = {
        {"<p>a<br>b", "<p>a b"},
        {"<p>a<br><br>b", "<p>a|<p>b"},
        {"<p>a<br> <!-- --> <br>\n<br>b<br>c", "<p>a|<p>b c"},
        {"<p>a<br>&nbsp;<br>b", "<p>a|<p>b"},
        {"<p>a<br><img src=x><br>b", "<p>a b"},
        {"<p><b>a<br><br>b</b>", "<p>a|<p>b"},
        {"<p><br><br>a<br><br><br>", "<p>a"},
        {"<p>a<br><p><br>b", "<p>a|<p>b"},
    };
    CHECK(examples);
}

static void preformatted_text_is_one_block(void **state)
{
    (void)state;
    const example examples[] = {
        {"<pre>a\n\nb<br><br>c</pre>", "<pre>a b c"},
        {"<pre><code><div>a</div><div>b</div>c</code></pre>d", "<pre>a b c|<body>d"},
        {"<xmp><p>a</xmp>", "<xmp><p>a"},
    };
    CHECK(examples);
}

static void inline_elements_may_hold_blocks(void **state)
{
    (void)state;
    const example examples[] = {
        {"<div><a href=x>a<div>b</div>c</a> d</div>", "<div>a|<div>b|<div>c d"},
        {"<span><p>a</span><p>b", "<p>a|<p>b"},
    };
    CHECK(examples);
    page p;
    page_open(&p, "<div>1<a href=x>22<div>333</div></a><a name=y>4444</a></div>");
    assert_int_equal(p.blocks.count, 3);
    assert_int_equal(p.blocks.blocks[0].text_size, 3);
    assert_int_equal(p.blocks.blocks[0].link_size, 2);
    assert_int_equal(p.blocks.blocks[1].link_size, 3);
    assert_int_equal(p.blocks.blocks[2].link_size, 0);
    assert_int_equal(page_close(&p), 0);
}

static void unknown_elements_are_inline_without_block_children(void **state)
{
    (void)state;
    const example examples[] = {
        {"<x-app>a <x-b>b</x-b> c</x-app>", "<body>a b c"},
        {"<x-app>a<x-card><p>b</p>c</x-card>d</x-app>", "<body>a|<p>b|<x-card>c|<body>d"},
    };
    CHECK(examples);
}

static void what_shows_nothing_gives_nothing(void **state)
{
    (void)state;
    const example examples[] = {
        {"", ""},
        {"<title>t</title><style>s</style><script>j</script>", ""},
        {"<body><script>j</script><style>s</style><template><p>t</p></template>", ""},
        {"<p> \n\t</p><p>&nbsp;</p><p>\xE2\x80\x8B&shy;\xEF\xBB\xBF</p>", ""},
        {"<iframe>i</iframe>a<noembed>n</noembed><noframes>f</noframes>", "<body>a"},
        {"<video><p>v</video><object><p>o</object><canvas>c</canvas>", "<body>"},
        {"<datalist><option>o</datalist>a", "<body>a"},
        {"<ruby>\xE6\xBC\xA2<rp>(</rp><rt>kan</rt></ruby>", "<body>\xE6\xBC\xA2kan"},
        {"<form><input value=v></form>", ""},
        {"<p>a<script>s</script>b", "<p>ab"},
        {"<p>a<input>b<progress>c</progress>d", "<p>a b d"},
        {"<noscript><p>a</p></noscript>b", "<p>a|<body>b"},
    };
    CHECK(examples);
}

static void drawings_part_words_and_formulas_are_text(void **state)
{
    (void)state;
    const example examples[] = {
        {"<svg><title>t</title><text>x</text></svg>", ""},
        {"<p>a<svg><text>x</text></svg>b", "<p>a b"},
        {"<p>let <math><mi>x</mi><mo>=</mo><mn>1</mn></math>", "<p>let x=1"},
        {"<math><semantics><mi>x</mi><annotation>TeX</annotation></semantics></math>", "<body>x"},
        {"<div class=code><div class=line>a</div><div class=line>b</div></div>c",
         "<div>a b|<body>c"},
        {"<div class=poem><div class=line>a</div><div class=line>b</div></div>",
         "<div>a|<div>b"},
        {"<table><tr><td class=blob-num>1<td class=blob-code>a<tr><td>2<td>b</table>",
         "<table>1 a 2 b"},
        {"<table><tr><td class=n>1<td class=c>a<tr><td>2<td>b</table>",
         "<td>1|<td>a|<td>2|<td>b"},
        {"<p>a <script type='math/tex'>x</script> b", "<p>a b"},
        {"<p>a</p><script type='math/tex; mode=display'>x</script><p>b", "<p>a|<body>|<p>b"},
        {"<p>a</p><script type='text/x'>x</script><p>b", "<p>a|<p>b"},
    };
    CHECK(examples);
}

static void images_are_counted(void **state)
{
    (void)state;
    page p;
    page_open(&p, "<p>a<img src=x><iframe></iframe><div><picture><source><img></picture></div>");
    assert_int_equal(p.blocks.count, 2);
    assert_int_equal(p.blocks.blocks[0].image_count, 2);
    assert_int_equal(p.blocks.blocks[1].image_count, 1);
    assert_int_equal(p.blocks.blocks[1].text_size, 0);
    assert_true(pith_html_is(&p.tree, p.blocks.blocks[1].first, PITH_TAG_IMG));
    assert_int_equal(p.blocks.sections[0].image_count, 3);
    assert_int_equal(page_close(&p), 0);
}

static void text_stands_in_tree_order(void **state)
{
    (void)state;
    const example examples[] = {
        {"<table><tr><td>b</td></tr>a</table>", "<body>a|<td>b"},
        {"<p>1<b>2<p>3</b>4", "<p>12|<p>34"},
    };
    CHECK(examples);
}

static void sections_sum_up_their_blocks(void **state)
{
    (void)state;
    page p;
    page_open(&p, "<div><p>One, <a href=x>two</a>.</p><div></div><ul><li>three</ul></div><p>four");
    const pith_section *s = p.blocks.sections;
    const char *names[] = {"", "html", "body", "div", "p", "ul", "li", "p"};
    const uint32_t parents[] = {0, 0, 1, 2, 3, 3, 5, 2};
    const uint32_t words[] = {4, 4, 4, 3, 2, 1, 1, 1};
    const uint32_t ends[] = {3, 3, 3, 2, 1, 2, 2, 3};
    const uint32_t section_ends[] = {8, 8, 8, 7, 5, 7, 7, 8};
    assert_int_equal(p.blocks.section_count, 8);
    for (uint32_t i = 0; i < 8; i++) {
        pith_str name = i > 0 ? pith_html_name(&p.tree, s[i].node) : (pith_str){"", 0};
        assert_true(pith_str_equal(name, (pith_str){names[i], strlen(names[i])}));
        assert_int_equal(s[i].parent, parents[i]);
        assert_int_equal(s[i].word_count, words[i]);
        assert_int_equal(s[i].end_block, ends[i]);
        assert_int_equal(s[i].end_section, section_ends[i]);
    }
    assert_int_equal(s[3].first_block, 0);
    assert_int_equal(s[7].first_block, 2);
    assert_int_equal(s[0].link_size, 4); /* with the space before it */
    assert_int_equal(s[0].punctuation, 2);
    assert_int_equal(s[0].text_size, 9 + 5 + 4);
    for (uint32_t i = 0; i < p.blocks.count; i++)
        assert_int_equal(s[p.blocks.blocks[i].section].node, p.blocks.blocks[i].container);
    assert_int_equal(page_close(&p), 0);
}

static void an_empty_page_has_one_section(void **state)
{
    (void)state;
    page p;
    page_open(&p, "");
    assert_int_equal(p.blocks.count, 0);
    assert_int_equal(p.blocks.section_count, 1);
    assert_int_equal(p.blocks.sections[0].word_count, 0);
    assert_int_equal(page_close(&p), 0);
}

static void text_is_added_to_the_buffer_up_to_a_limit(void **state)
{
    (void)state;
    page p;
    page_open(&p, "<p> one <b>two</b> three");
    pith_buffer_add(&p.text, PITH_STR("> "));
    pith_str text = pith_block_text(&p.tree, p.blocks.blocks, SIZE_MAX, &p.text);
    assert_true(pith_str_equal(text, PITH_STR("one two three")));
    assert_true(pith_str_equal((pith_str){p.text.data, p.text.size}, PITH_STR("> one two three")));
    pith_buffer_reset(&p.text);
    text = pith_block_text(&p.tree, p.blocks.blocks, 5, &p.text);
    assert_true(pith_str_equal(text, PITH_STR("one two")));
    assert_int_equal(page_close(&p), 0);
}

/* `count` times `piece`, to be freed by free(). */
static char *repeat(const char *piece, size_t count)
{
    size_t size = strlen(piece);
    char *text = malloc(size * count + 1);
    assert_non_null(text);
    for (size_t i = 0; i < count; i++)
        memcpy(text + i * size, piece, size);
    text[size * count] = '\0';
    return text;
}

static void large_pages_are_no_trouble(void **state)
{
    (void)state;
    const struct {
        const char *piece;
        uint32_t blocks;
    } cases[] = {
        {"<p>a", 100000},     {"a<br><br>", 100000}, {"<a href=x><div>a</div>", 20000},
        {"<x-y>a", 1},        {"<img>", 1},          {"<pre><div>a", 1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char *html = repeat(cases[i].piece, 100000);
        if (cases[i].blocks == 20000)
            html[20000 * strlen(cases[i].piece)] = '\0';
        page p;
        page_open(&p, html);
        assert_int_equal(p.blocks.count, cases[i].blocks);
        assert_int_equal(page_close(&p), 0);
        free(html);
    }
}

static void deep_pages_are_no_trouble(void **state)
{
    (void)state;
    char *html = repeat("<div>a", 100000);
    page p;
    page_open(&p, html);
    assert_true(p.blocks.count >= 100 && p.blocks.count <= 100000);
    assert_int_equal(p.blocks.sections[0].word_count, p.blocks.sections[1].word_count);
    assert_int_equal(page_close(&p), 0);
    free(html);
}

/* ---- Every allocation fails in turn --------------------------------------- */

typedef struct failing {
    size_t left; /* allocations that succeed */
} failing;

static void *failing_reallocate(void *context, void *pointer, size_t old_size, size_t new_size)
{
    (void)old_size;
    failing *f = context;
    if (new_size == 0) {
        free(pointer);
        return NULL;
    }
    if (f->left == 0)
        return NULL;
    f->left--;
    return realloc(pointer, new_size);
}

static void failures_are_passed_up(void **state)
{
    (void)state;
    char *html = repeat("<div><p>some &amp; text", 100);
    page p;
    page_open(&p, html);
    bool done = false;
    for (size_t allocations = 0; !done; allocations++) {
        failing f = {allocations};
        pith_allocator allocator = {failing_reallocate, &f};
        pith_memory memory;
        pith_memory_init(&memory, &allocator, 0);
        pith_arena arena;
        pith_arena_init(&arena, &memory);
        pith_blocks blocks;
        pith_status status = pith_blocks_build(&p.tree, &arena, &blocks);
        done = status == PITH_OK;
        assert_true(done || (status == PITH_ERROR_MEMORY && blocks.count == 0));
        assert_true(allocations < 100);
        pith_arena_free(&arena);
        assert_int_equal(memory.used, 0);
    }
    pith_memory limited;
    pith_memory_init(&limited, NULL, 1000);
    pith_arena arena;
    pith_arena_init(&arena, &limited);
    pith_blocks blocks;
    assert_int_equal(pith_blocks_build(&p.tree, &arena, &blocks), PITH_ERROR_LIMIT);
    pith_arena_free(&arena);
    assert_int_equal(page_close(&p), 0);
    free(html);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(block_level_elements_part_runs),
        cmocka_unit_test(line_breaks_part_only_in_pairs),
        cmocka_unit_test(preformatted_text_is_one_block),
        cmocka_unit_test(inline_elements_may_hold_blocks),
        cmocka_unit_test(unknown_elements_are_inline_without_block_children),
        cmocka_unit_test(what_shows_nothing_gives_nothing),
        cmocka_unit_test(drawings_part_words_and_formulas_are_text),
        cmocka_unit_test(images_are_counted),
        cmocka_unit_test(text_stands_in_tree_order),
        cmocka_unit_test(sections_sum_up_their_blocks),
        cmocka_unit_test(an_empty_page_has_one_section),
        cmocka_unit_test(text_is_added_to_the_buffer_up_to_a_limit),
        cmocka_unit_test(large_pages_are_no_trouble),
        cmocka_unit_test(deep_pages_are_no_trouble),
        cmocka_unit_test(failures_are_passed_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
