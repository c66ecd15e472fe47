/* SPDX-License-Identifier: Apache-2.0 */
/* The parser beyond what html5lib-tests look at: source offsets, limits, reuse, memory. */
#include "parse.h"

#include <stdarg.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <cmocka.h>

typedef struct fixture {
    pith_memory memory;
    pith_html_parser *parser;
    pith_buffer out;
    char *text;
    pith_html_tree tree;
} fixture;

static int set_up(void **state)
{
    static fixture f;
    f = (fixture){.text = NULL};
    pith_memory_init(&f.memory, NULL, 0);
    pith_buffer_init(&f.out, &f.memory);
    f.parser = pith_html_parser_new(&f.memory);
    assert_non_null(f.parser);
    *state = &f;
    return 0;
}

static int tear_down(void **state)
{
    fixture *f = *state;
    pith_html_parser_free(f->parser);
    pith_buffer_release(&f->out);
    free(f->text);
    assert_int_equal(f->memory.used, 0);
    return 0;
}

static pith_status parse(fixture *f, pith_str page, pith_html_settings settings)
{
    free(f->text);
    f->text = padded_copy(page);
    return pith_html_parse(f->parser, (pith_str){f->text, page.size}, &settings, &f->tree);
}

static void expect_settings(fixture *f, pith_str page, pith_html_settings settings,
                            const char *expected)
{
    assert_int_equal(parse(f, page, settings), PITH_OK);
    format_tree(&f->tree, settings.fragment.size > 0, &f->out);
    pith_buffer_add_byte(&f->out, '\0');
    assert_string_equal(f->out.data, expected);
}

static void expect_fragment(fixture *f, const char *context, const char *page, const char *expected)
{
    pith_html_settings settings = {.fragment = {context, strlen(context)}};
    expect_settings(f, (pith_str){page, strlen(page)}, settings, expected);
}

/* The same for what stands in the body of a page. */
static void expect_body(fixture *f, pith_str body, const char *expected)
{
    pith_html_settings settings = {.fragment = PITH_STR("body")};
    expect_settings(f, body, settings, expected);
}

/* ---- Source offsets ----------------------------------------------------- */

static uint32_t find(const pith_html_tree *tree, pith_html_node_type type, uint32_t name)
{
    for (uint32_t node = 0; node < tree->node_count; node++)
        if (tree->nodes[node].type == type &&
            (type != PITH_HTML_ELEMENT || tree->nodes[node].name == name))
            return node;
    fail();
    return 0;
}

static void assert_starts(const fixture *f, uint32_t node, const char *expected)
{
    assert_memory_equal(f->text + f->tree.nodes[node].start, expected, strlen(expected));
}

static void assert_data(const fixture *f, pith_html_node_type type, const char *expected)
{
    uint32_t node = find(&f->tree, type, 0);
    assert_int_equal(f->tree.nodes[node].extent, strlen(expected));
    assert_starts(f, node, expected);
}

static void points_every_node_into_the_page(void **state)
{
    fixture *f = *state;
    pith_str page = PITH_STR("\n<!DOCTYPE html SYSTEM 's'><!--note--><?target some data?>"
                             "<HTML lang=en><title>A &amp; B</title>"
                             "<p class='x' ID = y>Words<svg viewBox='0 0'><g/></svg>"
                             "<math><mi>a</math>"
                             "<template><i>z</i></template><my-tag>");
    assert_int_equal(parse(f, page, (pith_html_settings){.scripting = false}), PITH_OK);
    const pith_html_tree *tree = &f->tree;
    assert_ptr_equal(tree->text, f->text);
    assert_int_equal(tree->text_size, page.size);
    assert_data(f, PITH_HTML_DOCTYPE, " html SYSTEM 's'");
    assert_data(f, PITH_HTML_COMMENT, "note");
    assert_data(f, PITH_HTML_PROCESSING_INSTRUCTION, "target some data");
    assert_data(f, PITH_HTML_TEXT, "A &amp; B");
    assert_starts(f, find(tree, PITH_HTML_ELEMENT, PITH_TAG_HTML), "<HTML lang");
    assert_starts(f, find(tree, PITH_HTML_ELEMENT, PITH_TAG_TITLE), "<title>");
    assert_starts(f, find(tree, PITH_HTML_ELEMENT, PITH_TAG_P), "<p class");
    assert_starts(f, find(tree, PITH_HTML_ELEMENT, PITH_TAG_SVG), "<svg viewBox");
    assert_starts(f, find(tree, PITH_HTML_ELEMENT, PITH_TAG_G), "<g/>");
    assert_starts(f, find(tree, PITH_HTML_ELEMENT, PITH_TAG_MI), "<mi>");
    assert_starts(f, find(tree, PITH_HTML_ELEMENT, PITH_TAG_TEMPLATE), "<template>");
    assert_starts(f, find(tree, PITH_HTML_ELEMENT, PITH_TAG_I), "<i>");
    assert_starts(f, find(tree, PITH_HTML_ELEMENT, PITH_TAG_COUNT), "<my-tag>");
    /* Elements that no tag of their own made: at the tag that implied them. */
    assert_starts(f, find(tree, PITH_HTML_ELEMENT, PITH_TAG_HEAD), "<title>");
    assert_starts(f, find(tree, PITH_HTML_ELEMENT, PITH_TAG_BODY), "<p class");
}

static void points_attributes_into_the_page(void **state)
{
    fixture *f = *state;
    pith_str page = PITH_STR("<p class='x' ID = y hidden data-x=\"\" A=1 a=2>");
    assert_int_equal(parse(f, page, (pith_html_settings){.scripting = false}), PITH_OK);
    const pith_html_tree *tree = &f->tree;
    uint32_t p = find(tree, PITH_HTML_ELEMENT, PITH_TAG_P);
    static const struct {
        const char *name;
        const char *value;
    } expected[] = {{"class", "x"}, {"ID", "y"}, {"hidden", ""}, {"data-x", ""}, {"A", "1"}};
    assert_int_equal(tree->nodes[p].count, 5); /* the second "a" is dropped */
    for (uint32_t i = 0; i < 5; i++) {
        const pith_html_attribute *attribute = &tree->attributes[tree->nodes[p].extent + i];
        pith_str name = pith_html_attribute_name(tree, attribute);
        assert_int_equal(name.size, strlen(expected[i].name));
        assert_memory_equal(name.data, expected[i].name, name.size);
        pith_str value = pith_html_raw_value(tree, attribute);
        assert_int_equal(value.size, strlen(expected[i].value));
        assert_memory_equal(value.data, expected[i].value, value.size);
    }
    assert_ptr_equal(pith_html_find_attribute(tree, p, PITH_ATTRIBUTE_ID),
                     &tree->attributes[tree->nodes[p].extent + 1]);
}

/* ---- What a tree holds -------------------------------------------------- */

static void keeps_processing_instructions(void **state)
{
    fixture *f = *state;
    expect_body(f, PITH_STR("<?go>"), "| <?go ?>\n");
    expect_body(f, PITH_STR("<?go\t now ?>x"), "| <?go now ?>\n| \"x\"\n");
    expect_body(f, PITH_STR("<?go?now>"), "| <?go ?now?>\n");
    expect_body(f, PITH_STR("<?go a?b?" "?>"), "| <?go a?b?" "?>\n");
    expect_body(f, PITH_STR("<?_Go-2 a > b ?>"), "| <?_Go-2 a ?>\n| \" b ?>\"\n");
    expect_body(f, PITH_STR("<?Xml a?><?xml-StyleSheet?><?xmlx?>"),
                "| <!-- ?Xml a? -->\n| <!-- ?xml-StyleSheet? -->\n| <?xmlx ?>\n");
    expect_body(f, PITH_STR("<?1?><?-a><?a.b><?" "?><?><? >"),
                "| <!-- ?1? -->\n| <!-- ?-a -->\n| <!-- ?a.b -->\n| <!-- ?? -->\n| <!-- ? -->\n"
                "| <!-- ?  -->\n");
    expect_body(f, PITH_STR("<table><tr><?go></table>"),
                "| <table>\n|   <tbody>\n|     <tr>\n|       <?go ?>\n");
    expect_body(f, PITH_STR("<svg><?go></svg>"), "| <svg svg>\n|   <?go ?>\n");
    expect_body(f, PITH_STR("<title><?go></title>"), "| <title>\n|   \"<?go>\"\n");
    static const char *const cut_off[] = {"<?", "<?go", "<?go ", "<?go a", "<?go a?"};
    for (size_t i = 0; i < sizeof cut_off / sizeof *cut_off; i++)
        expect_body(f, (pith_str){cut_off[i], strlen(cut_off[i])}, "");
    pith_html_settings document = {.scripting = false};
    expect_settings(f, PITH_STR("<?a><html><?b><head></head><?c><body></body><?d></html><?e>"),
                    document,
                    "| <?a ?>\n| <html>\n|   <?b ?>\n|   <head>\n|   <?c ?>\n|   <body>\n"
                    "|   <?d ?>\n| <?e ?>\n");
}

static void parses_fragments_by_their_context(void **state)
{
    fixture *f = *state;
    expect_fragment(f, "td", "<td>a<p>b", "| \"a\"\n| <p>\n|   \"b\"\n");
    expect_fragment(f, "tr", "<td>a", "| <td>\n|   \"a\"\n");
    expect_fragment(f, "table", "<td>a", "| <tbody>\n|   <tr>\n|     <td>\n|       \"a\"\n");
    expect_fragment(f, "colgroup", "<col>a<td>", "| <col>\n");
    expect_fragment(f, "title", "<b>&amp;</title>", "| \"<b>&</title>\"\n");
    expect_fragment(f, "style", "<b>&amp;</style>", "| \"<b>&amp;</style>\"\n");
    expect_fragment(f, "script", "<!--<script></script>", "| \"<!--<script></script>\"\n");
    expect_fragment(f, "plaintext", "<b>", "| \"<b>\"\n");
    expect_fragment(f, "template", "<tr>", "| <tr>\n");
    expect_fragment(f, "html", "a", "| <head>\n| <body>\n|   \"a\"\n");
    expect_fragment(f, "svg path", "<lineargradient>", "| <svg linearGradient>\n");
    expect_fragment(f, "svg foreignObject", "<div>", "| <div>\n");
    expect_fragment(f, "math mi", "<p>", "| <p>\n");
    expect_fragment(f, "math mrow", "<mi>", "| <math mi>\n");
    expect_fragment(f, "my-tag", "<p>", "| <p>\n");
}

static void parses_noscript_by_the_scripting_flag(void **state)
{
    fixture *f = *state;
    pith_html_settings settings = {.fragment = PITH_STR("body")};
    expect_settings(f, PITH_STR("<noscript><b>"), settings, "| <noscript>\n|   <b>\n");
    settings.scripting = true;
    expect_settings(f, PITH_STR("<noscript><b>"), settings, "| <noscript>\n|   \"<b>\"\n");
}

static void normalizes_line_ends_and_nul(void **state)
{
    fixture *f = *state;
    expect_body(f, PITH_STR("<pre>\r\na\rb"), "| <pre>\n|   \"a\nb\"\n");
    expect_body(f, PITH_STR("<textarea>\n\r\n</textarea>"), "| <textarea>\n|   \"\n\"\n");
    expect_body(f, PITH_STR("<pre>&#10;a"), "| <pre>\n|   \"a\"\n");
    expect_body(f, PITH_STR("a\0b<!--\0--><p t\0='\0'>"),
                "| \"ab\"\n| <!-- \xEF\xBF\xBD -->\n| <p>\n|   t\xEF\xBF\xBD=\"\xEF\xBF\xBD\"\n");
    expect_body(f, PITH_STR("<svg>a\0b"), "| <svg svg>\n|   \"a\xEF\xBF\xBD" "b\"\n");
    expect_body(f, PITH_STR("<style>a\0b"), "| <style>\n|   \"a\xEF\xBF\xBD" "b\"\n");
    expect_body(f, PITH_STR("<a\0>"), "| <a\xEF\xBF\xBD>\n");
    expect_body(f, PITH_STR("<p a\r\nb=\r\n1\r\n>"), "| <p>\n|   a=\"\"\n|   b=\"1\"\n");
}

static void parses_next_to_nothing(void **state)
{
    fixture *f = *state;
    static const pith_str pages[] = {{NULL, 0}, {"", 0}, {" ", 1}, {"\0", 1}, {"<", 0}};
    pith_html_settings settings = {.scripting = false};
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++)
        expect_settings(f, pages[i], settings, "| <html>\n|   <head>\n|   <body>\n");
    expect_settings(f, PITH_STR("<"), settings, "| <html>\n|   <head>\n|   <body>\n|     \"<\"\n");
}

static void fills_selectedcontent(void **state)
{
    fixture *f = *state;
    expect_body(f, PITH_STR("<select><button><selectedcontent>x</button><option>1"
                            "<option selected><b>2</b></select>"),
                "| <select>\n|   <button>\n|     <selectedcontent>\n|       <b>\n|         \"2\"\n"
                "|   <option>\n|     \"1\"\n|   <option>\n|     selected=\"\"\n|     <b>\n"
                "|       \"2\"\n");
    expect_body(f, PITH_STR("<select><selectedcontent></selectedcontent><option disabled>1"
                            "<optgroup disabled><option>2</optgroup><option>3"),
                "| <select>\n|   <selectedcontent>\n|     \"3\"\n|   <option>\n"
                "|     disabled=\"\"\n|     \"1\"\n|   <optgroup>\n|     disabled=\"\"\n"
                "|     <option>\n|       \"2\"\n|   <option>\n|     \"3\"\n");
    /* It would copy itself into itself here. */
    expect_body(f, PITH_STR("<select><option><selectedcontent>x</select>"),
                "| <select>\n|   <option>\n|     <selectedcontent>\n|       \"x\"\n");
    expect_body(f, PITH_STR("<select multiple><selectedcontent></selectedcontent><option>x"),
                "| <select>\n|   multiple=\"\"\n|   <selectedcontent>\n|   <option>\n"
                "|     \"x\"\n");
}

static void tells_quirks(void **state)
{
    fixture *f = *state;
    pith_html_settings settings = {.scripting = false};
    assert_int_equal(parse(f, PITH_STR("<!doctype html><p>"), settings), PITH_OK);
    assert_false(f->tree.quirks);
    assert_int_equal(parse(f, PITH_STR("<p>"), settings), PITH_OK);
    assert_true(f->tree.quirks);
    assert_int_equal(parse(f, PITH_STR("<!doctype html"), settings), PITH_OK);
    assert_true(f->tree.quirks);
}

/* ---- Limits ------------------------------------------------------------- */

/* `count` times `unit`; to be freed. */
static pith_str repeat(const char *unit, size_t count)
{
    size_t size = strlen(unit);
    char *data = malloc(size * count + 1);
    if (data == NULL)
        abort();
    for (size_t i = 0; i < count; i++)
        memcpy(data + i * size, unit, size);
    return (pith_str){data, size * count};
}

static void parse_repeated(fixture *f, const char *unit, size_t count, pith_limits limits)
{
    pith_str page = repeat(unit, count);
    assert_int_equal(parse(f, page, (pith_html_settings){.limits = limits}), PITH_OK);
    free((char *)page.data);
}

static uint32_t depth_of(const pith_html_tree *tree)
{
    uint32_t deepest = 0;
    for (uint32_t node = 1; node < tree->node_count; node++) {
        uint32_t depth = 0;
        for (uint32_t at = node; at != 0; at = tree->nodes[at].parent)
            depth++;
        deepest = depth > deepest ? depth : deepest;
    }
    return deepest;
}

static void bounds_depth(void **state)
{
    fixture *f = *state;
    parse_repeated(f, "<div>", 100, (pith_limits){.depth = 50});
    assert_int_equal(f->tree.limits_hit, PITH_LIMIT_DEPTH);
    assert_int_equal(depth_of(&f->tree), 50);
    assert_int_equal(f->tree.node_count, 1 + 3 + 100); /* those beyond are kept, less deep */
    parse_repeated(f, "<div>", 48, (pith_limits){.depth = 50});
    assert_int_equal(f->tree.limits_hit, 0);
    parse_repeated(f, "<div>", 1000, (pith_limits){.depth = 0});
    assert_int_equal(f->tree.limits_hit, PITH_LIMIT_DEPTH);
    assert_int_equal(depth_of(&f->tree), 512);
}

static void bounds_nodes(void **state)
{
    fixture *f = *state;
    parse_repeated(f, "<br>", 100, (pith_limits){.nodes = 50});
    assert_int_equal(f->tree.limits_hit, PITH_LIMIT_NODES);
    assert_int_equal(f->tree.node_count, 50);
    parse_repeated(f, "<br>", 46, (pith_limits){.nodes = 50});
    assert_int_equal(f->tree.limits_hit, 0);
    parse_repeated(f, "<br>", 100, (pith_limits){.nodes = 1}); /* stands for 16, the least */
    assert_int_equal(f->tree.limits_hit, PITH_LIMIT_NODES);
    assert_int_equal(f->tree.node_count, 16);
}

static void bounds_attributes(void **state)
{
    fixture *f = *state;
    char page[4096] = "<p";
    for (int i = 0; i < 600; i++)
        sprintf(page + strlen(page), " a%d", i);
    strcat(page, ">x");
    pith_html_settings settings = {.limits = {.attributes = 20}};
    assert_int_equal(parse(f, (pith_str){page, strlen(page)}, settings), PITH_OK);
    assert_int_equal(f->tree.limits_hit, PITH_LIMIT_ATTRIBUTES);
    uint32_t p = find(&f->tree, PITH_HTML_ELEMENT, PITH_TAG_P);
    assert_int_equal(f->tree.nodes[p].count, 20);
    assert_data(f, PITH_HTML_TEXT, "x");
    settings.limits.attributes = 0;
    assert_int_equal(parse(f, (pith_str){page, strlen(page)}, settings), PITH_OK);
    assert_int_equal(f->tree.nodes[find(&f->tree, PITH_HTML_ELEMENT, PITH_TAG_P)].count, 512);
    settings.limits.attributes = 600;
    assert_int_equal(parse(f, (pith_str){page, strlen(page)}, settings), PITH_OK);
    assert_int_equal(f->tree.limits_hit, 0);
}

static void bounds_clones(void **state)
{
    fixture *f = *state;
    pith_limits limits = {.clones = 100};
    parse_repeated(f, "<font size=i><p>", 100, limits);
    assert_int_equal(f->tree.limits_hit & PITH_LIMIT_CLONES, PITH_LIMIT_CLONES);
    assert_true(f->tree.node_count <= 1 + 3 + 200 + 100);
    parse_repeated(f, "<b>x<p>y</b></p>", 10, limits);
    assert_int_equal(f->tree.limits_hit, 0);
}

/* ---- Reuse and memory --------------------------------------------------- */

static const char *const pages[] = {
    "<!doctype html><title>One</title><p>Plain & <b>bold<p>still bold</b> text",
    "<table><tr><td>a<b>stray</table><ul><li>x<li>y</ul><my-tag another=1>q</my-tag>",
    "<svg viewbox='0'><foreignObject><p>in</svg><math><mi definitionurl=x>a</math>",
    "<frameset><frame></frameset>",
    "<template><tr><td>t</template><select><option>1<option>2</select><!--c--><?go on>",
    "<a><a><font size=1><p><font size=1><p><i><p></a></i>x<other-tag><one-more-tag></a>",
    "",
};

enum { PAGE_COUNT = sizeof pages / sizeof *pages };

static void gives_the_same_trees_when_reused(void **state)
{
    fixture *f = *state;
    for (size_t round = 0; round < 3 * PAGE_COUNT; round++) {
        const char *page = pages[round * 5 % PAGE_COUNT];
        pith_html_settings settings = {.scripting = round % 2 != 0};
        assert_int_equal(parse(f, (pith_str){page, strlen(page)}, settings), PITH_OK);
        pith_html_parser *fresh = pith_html_parser_new(&f->memory);
        assert_non_null(fresh);
        pith_html_tree tree;
        pith_str text = {f->text, strlen(page)};
        assert_int_equal(pith_html_parse(fresh, text, &settings, &tree), PITH_OK);
        assert_true(same_tree(&f->tree, &tree));
        pith_html_parser_free(fresh);
    }
}

static void gives_the_same_tree_by_every_instruction_set(void **state)
{
    fixture *f = *state;
    static const pith_html_isa isas[] = {PITH_ISA_BEST, PITH_ISA_NARROW, PITH_ISA_WIDE};
    pith_html_parser *other = pith_html_parser_new(&f->memory);
    assert_non_null(other);
    char page[512];
    for (size_t shift = 0; shift < 70; shift++) { /* each byte at each place of a vector */
        memset(page, 'x', shift);
        for (size_t i = 0; i < PAGE_COUNT; i++) {
            strcpy(page + shift, pages[i]);
            pith_html_settings settings = {.isa = PITH_ISA_PORTABLE};
            assert_int_equal(parse(f, (pith_str){page, strlen(page)}, settings), PITH_OK);
            for (size_t k = 0; k < sizeof isas / sizeof *isas; k++) {
                settings.isa = isas[k];
                pith_html_tree tree;
                pith_str text = {f->text, strlen(page)};
                assert_int_equal(pith_html_parse(other, text, &settings, &tree), PITH_OK);
                assert_true(same_tree(&f->tree, &tree));
            }
        }
    }
    pith_html_parser_free(other);
}

static void tells_its_memory(void **state)
{
    fixture *f = *state;
    parse_repeated(f, "<p class=a>text", 10000, (pith_limits){.depth = 0});
    size_t held = pith_html_parser_memory(f->parser);
    assert_true(held >= f->tree.node_count * sizeof(pith_html_node) +
                            f->tree.attribute_count * sizeof(pith_html_attribute));
    assert_true(held <= f->memory.used);
}

static bool is_notable(const pith_html_tree *tree, uint32_t node)
{
    bool found = false;
    for (uint32_t i = 0; i < tree->notable_count; i++)
        found |= tree->notable[i] == node;
    return found;
}

/* What metadata is read from, and not much beside it. */
static void notes_what_speaks_of_the_page(void **state)
{
    fixture *f = *state;
    static const char page[] =
        "<html><head><base href=/><title>a</title><meta name=a><link rel=b><script></script>"
        "</head><body><main><article><h1>a</h1><h6>b</h6><img src=a><p itemprop=name>c</p>"
        "<span property=d>e</span><a rel=tag>f</a><svg><title itemprop=g>h</title></svg>"
        "<a href=x class=y id=z>n</a><p>n<div>n<table><tr><td>n</table></article></main>";
    pith_str text = {page, sizeof page - 1};
    assert_int_equal(parse(f, text, (pith_html_settings){.scripting = false}), PITH_OK);
    const pith_html_tree *tree = &f->tree;
    unsigned noted = 0, others = 0;
    for (uint32_t node = 0; node < tree->node_count; node++) {
        const pith_html_node *n = &tree->nodes[node];
        if (n->type != PITH_HTML_ELEMENT)
            continue;
        bool told = pith_html_find_attribute(tree, node, PITH_ATTRIBUTE_ITEMPROP) != NULL ||
                    pith_html_find_attribute(tree, node, PITH_ATTRIBUTE_PROPERTY) != NULL ||
                    pith_html_find_attribute(tree, node, PITH_ATTRIBUTE_REL) != NULL;
        pith_str name = pith_html_name(tree, node);
        static const char *const names[] = {"html", "base", "title",   "meta", "link", "script",
                                            "body", "main", "article", "h1",   "h6",   "img"};
        bool named = false;
        for (size_t i = 0; i < sizeof names / sizeof *names; i++)
            named |= pith_str_equal(name, (pith_str){names[i], strlen(names[i])});
        assert_int_equal(is_notable(tree, node), named || told);
        noted += named || told;
        others += !named && !told;
    }
    assert_int_equal(tree->notable_count, noted);
    assert_int_equal(noted, 16);
    assert_true(others >= 7);
    for (uint32_t i = 1; i < tree->notable_count; i++)
        assert_true(tree->notable[i - 1] < tree->notable[i]);
    parse_repeated(f, "<h1 rel=a>", 10000, (pith_limits){.depth = 0});
    assert_true(f->tree.notable_count >= 10000);
}

/* An allocator that has memory for a number of requests only. */
typedef struct scarce {
    size_t left;
} scarce;

static void *reallocate_scarce(void *context, void *pointer, size_t old_size, size_t new_size)
{
    scarce *s = context;
    (void)old_size;
    if (new_size == 0) {
        free(pointer);
        return NULL;
    }
    if (s->left == 0)
        return NULL;
    s->left--;
    return realloc(pointer, new_size);
}

static void survives_every_failed_allocation(void **state)
{
    fixture *f = *state;
    for (size_t i = 0; i < PAGE_COUNT; i++) {
        pith_str page = {pages[i], strlen(pages[i])};
        pith_html_settings settings = {.scripting = false};
        assert_int_equal(parse(f, page, settings), PITH_OK);
        pith_status status = PITH_ERROR_MEMORY;
        for (size_t left = 0; status != PITH_OK; left++) {
            assert_true(left < 1000);
            scarce s = {left};
            pith_memory memory;
            pith_memory_init(&memory, &(pith_allocator){reallocate_scarce, &s}, 0);
            pith_html_parser *parser = pith_html_parser_new(&memory);
            if (parser != NULL) {
                pith_html_tree tree;
                pith_str text = {f->text, page.size};
                status = pith_html_parse(parser, text, &settings, &tree);
                assert_true(status == PITH_OK || status == PITH_ERROR_MEMORY);
                s.left = SIZE_MAX; /* with memory again, the same parser works */
                assert_int_equal(pith_html_parse(parser, text, &settings, &tree), PITH_OK);
                assert_true(same_tree(&f->tree, &tree));
                pith_html_parser_free(parser);
            }
            assert_int_equal(memory.used, 0);
        }
    }
}

static void passes_on_the_memory_limit(void **state)
{
    fixture *f = *state;
    f->memory.limit = f->memory.used + 10000;
    pith_str page = repeat("<p>text", 10000);
    assert_int_equal(parse(f, page, (pith_html_settings){.scripting = false}), PITH_ERROR_LIMIT);
    assert_true(f->memory.peak <= f->memory.limit);
    f->memory.limit = 0;
    assert_int_equal(parse(f, page, (pith_html_settings){.scripting = false}), PITH_OK);
    free((char *)page.data);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(points_every_node_into_the_page),
        TEST(points_attributes_into_the_page),
        TEST(keeps_processing_instructions),
        TEST(parses_fragments_by_their_context),
        TEST(parses_noscript_by_the_scripting_flag),
        TEST(normalizes_line_ends_and_nul),
        TEST(parses_next_to_nothing),
        TEST(fills_selectedcontent),
        TEST(tells_quirks),
        TEST(bounds_depth),
        TEST(bounds_nodes),
        TEST(bounds_attributes),
        TEST(bounds_clones),
        TEST(gives_the_same_trees_when_reused),
        TEST(gives_the_same_tree_by_every_instruction_set),
        TEST(tells_its_memory),
        TEST(notes_what_speaks_of_the_page),
        TEST(survives_every_failed_allocation),
        TEST(passes_on_the_memory_limit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
