/* SPDX-License-Identifier: Apache-2.0 */
/* html5lib's format, over trees that are made by hand. */
#include "html/format.h"

#include <stdarg.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

enum { MAX_NODES = 64, MAX_ATTRIBUTES = 64 };

/* A tree that grows by calls to add(); texts are found in `text` by their content. */
typedef struct fixture {
    pith_memory memory;
    pith_buffer out;
    pith_html_tree tree;
    pith_html_node nodes[MAX_NODES];
    pith_html_attribute attributes[MAX_ATTRIBUTES];
} fixture;

static int set_up(void **state)
{
    static fixture f;
    f = (fixture){.tree = {.node_count = 1, .nodes = f.nodes, .attributes = f.attributes}};
    pith_memory_init(&f.memory, NULL, 0);
    pith_buffer_init(&f.out, &f.memory);
    *state = &f;
    return 0;
}

static int tear_down(void **state)
{
    fixture *f = *state;
    pith_buffer_release(&f->out);
    assert_int_equal(f->memory.used, 0);
    return 0;
}

static uint32_t add(fixture *f, uint32_t parent, pith_html_node node)
{
    uint32_t number = f->tree.node_count++;
    pith_html_node *nodes = f->nodes;
    nodes[number] = node;
    nodes[number].parent = parent;
    if (nodes[parent].first_child == 0) {
        nodes[parent].first_child = number;
    } else {
        uint32_t last = nodes[nodes[parent].first_child].previous;
        nodes[last].next = number;
        nodes[number].previous = last;
    }
    nodes[nodes[parent].first_child].previous = number;
    return number;
}

static void set_text(fixture *f, pith_str text)
{
    f->tree.text = text.data;
    f->tree.text_size = (uint32_t)text.size;
}

/* A node whose data are `size` bytes of the text from `start` on. */
static pith_html_node data_node(pith_html_node_type type, uint32_t start, uint32_t size)
{
    return (pith_html_node){
        .type = (uint8_t)type, .start = start, .extent = size, .count = PITH_TEXT_DECODE};
}

static pith_html_node element(uint32_t name, pith_html_namespace space)
{
    return (pith_html_node){.type = PITH_HTML_ELEMENT, .name = name, .space = (uint8_t)space};
}

static int collect(void *context, const char *data, size_t size)
{
    pith_buffer_add(context, (pith_str){data, size});
    return 0;
}

static void expect(fixture *f, const char *expected)
{
    assert_int_equal(pith_html_format(&f->tree, 0, &f->memory, collect, &f->out), PITH_OK);
    assert_int_equal(f->out.size, strlen(expected));
    assert_memory_equal(f->out.data, expected, f->out.size);
}

static void writes_each_kind_of_node(void **state)
{
    fixture *f = *state;
    set_text(f, PITH_STR(" HTML public 'p'  c\r\n o\t ?d?  a\nbcd"));
    add(f, 0, data_node(PITH_HTML_DOCTYPE, 0, 16));
    add(f, 0, data_node(PITH_HTML_COMMENT, 17, 4));
    add(f, 0, data_node(PITH_HTML_PROCESSING_INSTRUCTION, 22, 6));
    uint32_t html = add(f, 0, element(PITH_TAG_HTML, PITH_NS_HTML));
    uint32_t template = add(f, html, element(PITH_TAG_TEMPLATE, PITH_NS_HTML));
    uint32_t content = add(f, template, (pith_html_node){.type = PITH_HTML_CONTENT});
    add(f, content, data_node(PITH_HTML_TEXT, 30, 3));
    add(f, content, data_node(PITH_HTML_TEXT, 33, 2));
    add(f, html, element(PITH_TAG_FOREIGNOBJECT, PITH_NS_SVG));
    add(f, html, element(PITH_TAG_MI, PITH_NS_MATHML));
    expect(f, "| <!DOCTYPE html \"p\" \"\">\n"
              "| <!--  c\n -->\n"
              "| <?o ?d?" "?>\n"
              "| <html>\n"
              "|   <template>\n"
              "|     content\n"
              "|       \"a\nbcd\"\n"
              "|   <svg foreignObject>\n"
              "|   <math mi>\n");
}

static void writes_doctypes(void **state)
{
    fixture *f = *state;
    set_text(f, PITH_STR(" html SYSTEM 's'|| A\0"));
    add(f, 0, data_node(PITH_HTML_DOCTYPE, 0, 5));
    add(f, 0, data_node(PITH_HTML_DOCTYPE, 0, 16));
    add(f, 0, data_node(PITH_HTML_DOCTYPE, 17, 0));
    add(f, 0, data_node(PITH_HTML_DOCTYPE, 18, 3));
    expect(f, "| <!DOCTYPE html>\n"
              "| <!DOCTYPE html \"\" \"s\">\n"
              "| <!DOCTYPE >\n"
              "| <!DOCTYPE a\xEF\xBF\xBD>\n");
}

static void writes_no_text_that_comes_to_nothing(void **state)
{
    fixture *f = *state;
    set_text(f, PITH_STR("\0x"));
    pith_html_node nul = data_node(PITH_HTML_TEXT, 0, 1);
    nul.count |= PITH_TEXT_NUL_DROP;
    uint32_t html = add(f, 0, element(PITH_TAG_HTML, PITH_NS_HTML));
    add(f, html, nul);
    uint32_t body = add(f, html, element(PITH_TAG_BODY, PITH_NS_HTML));
    add(f, body, nul);
    add(f, body, data_node(PITH_HTML_TEXT, 1, 1));
    add(f, body, nul);
    expect(f, "| <html>\n|   <body>\n|     \"x\"\n");
}

static pith_html_attribute attribute(uint32_t name, uint32_t value, uint32_t size)
{
    return (pith_html_attribute){.name_start = name, .value_start = value, .value_size = size};
}

static void sorts_attributes_by_utf16(void **state)
{
    fixture *f = *state;
    /* U+E000, U+10000 (a surrogate pair, so before it), U+D7FF; "ab" before "b". */
    set_text(f, PITH_STR("\xEE\x80\x80=1 \xF0\x90\x80\x80=2 \xED\x9F\xBF=3 B=&lt ab a-=\"\" "));
    f->attributes[0] = attribute(0, 4, 1);
    f->attributes[1] = attribute(6, 11, 1);
    f->attributes[2] = attribute(13, 17, 1);
    f->attributes[3] = attribute(19, 21, 3);
    f->attributes[4] = attribute(25, 0, 0);
    f->attributes[5] = attribute(28, 0, 0);
    uint32_t p = add(f, 0, element(PITH_TAG_P, PITH_NS_HTML));
    f->nodes[p].count = 6;
    expect(f, "| <p>\n"
              "|   a-=\"\"\n"
              "|   ab=\"\"\n"
              "|   b=\"<\"\n"
              "|   \xED\x9F\xBF=\"3\"\n"
              "|   \xF0\x90\x80\x80=\"2\"\n"
              "|   \xEE\x80\x80=\"1\"\n");
}

static void adjusts_foreign_attributes(void **state)
{
    fixture *f = *state;
    set_text(f, PITH_STR("XLINK:href=1 viewbox=2 definitionurl=3"));
    f->attributes[0] = attribute(0, 11, 1);
    f->attributes[1] = attribute(13, 21, 1);
    f->attributes[2] = attribute(23, 37, 1);
    const pith_html_namespace spaces[] = {PITH_NS_SVG, PITH_NS_MATHML, PITH_NS_HTML};
    for (size_t i = 0; i < 3; i++) {
        uint32_t node = add(f, 0, element(PITH_TAG_MI, spaces[i]));
        f->nodes[node].count = 3;
    }
    expect(f, "| <svg mi>\n"
              "|   definitionurl=\"3\"\n"
              "|   viewBox=\"2\"\n"
              "|   xlink href=\"1\"\n"
              "| <math mi>\n"
              "|   definitionURL=\"3\"\n"
              "|   viewbox=\"2\"\n"
              "|   xlink href=\"1\"\n"
              "| <mi>\n"
              "|   definitionurl=\"3\"\n"
              "|   viewbox=\"2\"\n"
              "|   xlink:href=\"1\"\n");
}

static int refuse(void *context, const char *data, size_t size)
{
    (void)data;
    (void)size;
    ++*(int *)context;
    return 1;
}

static void stops_when_the_sink_does(void **state)
{
    fixture *f = *state;
    static char long_text[100000];
    memset(long_text, 'x', sizeof long_text);
    set_text(f, (pith_str){long_text, sizeof long_text});
    for (int i = 0; i < 5; i++)
        add(f, 0, data_node(PITH_HTML_COMMENT, 0, sizeof long_text));
    int calls = 0;
    assert_int_equal(pith_html_format(&f->tree, 0, &f->memory, refuse, &calls), PITH_ERROR_SINK);
    assert_int_equal(calls, 1);
}

static void passes_on_that_memory_runs_out(void **state)
{
    fixture *f = *state;
    set_text(f, PITH_STR("xlink:href=a\r B"));
    f->attributes[0] = attribute(0, 11, 2);
    f->attributes[1] = attribute(14, 0, 0);
    uint32_t node = add(f, 0, element(PITH_TAG_SVG, PITH_NS_SVG));
    f->nodes[node].count = 2;
    size_t limit = 1;
    for (;; limit++) {
        f->memory.limit = limit;
        f->memory.peak = f->memory.used;
        int calls = 0;
        pith_status status = pith_html_format(&f->tree, 0, &f->memory, refuse, &calls);
        assert_int_equal(f->memory.used, 0);
        if (status == PITH_ERROR_SINK)
            break;
        assert_int_equal(status, PITH_ERROR_LIMIT);
        assert_int_equal(calls, 0);
    }
    assert_true(limit > 4096); /* the arena's first chunk was refused as well */
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(writes_each_kind_of_node),
        TEST(writes_doctypes),
        TEST(writes_no_text_that_comes_to_nothing),
        TEST(sorts_attributes_by_utf16),
        TEST(adjusts_foreign_attributes),
        TEST(stops_when_the_sink_does),
        TEST(passes_on_that_memory_runs_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
