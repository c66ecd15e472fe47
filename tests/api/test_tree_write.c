/* SPDX-License-Identifier: Apache-2.0 */
/* pith_tree_write() of pith/develop.h. */
#include <pith/develop.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#define STR(literal) ((pith_str){literal, sizeof(literal) - 1})

static const pith_str no_fragment = {NULL, 0};

typedef struct output {
    char text[4096];
    size_t size;
} output;

static int collect(void *context, const char *data, size_t size)
{
    output *out = context;
    assert_true(size < sizeof out->text - out->size);
    memcpy(out->text + out->size, data, size);
    out->size += size;
    out->text[out->size] = '\0';
    return 0;
}

static int refuse(void *context, const char *data, size_t size)
{
    (void)context;
    (void)data;
    (void)size;
    return 7;
}

static pith_page page_of(pith_str bytes)
{
    return (pith_page){.size = sizeof(pith_page), .bytes = bytes};
}

static void expect(pith_page page, pith_str fragment, const char *expected)
{
    pith_reader *reader = pith_reader_new(NULL, NULL);
    output out = {.size = 0};
    assert_int_equal(pith_tree_write(reader, &page, fragment, collect, &out, NULL, NULL), PITH_OK);
    assert_string_equal(out.text, expected);
    pith_reader_free(reader);
}

static void writes_documents_and_fragments(void **state)
{
    (void)state;
    expect(page_of(STR("<p>a")), no_fragment,
           "| <html>\n|   <head>\n|   <body>\n|     <p>\n|       \"a\"\n");
    expect(page_of(STR("<td>a")), STR("tr"), "| <td>\n|   \"a\"\n");
    expect(page_of(STR("<lineargradient>")), STR("svg svg"), "| <svg linearGradient>\n");
}

static void decodes_the_page_first(void **state)
{
    (void)state;
    pith_page page = page_of(STR("\xE9"));
    page.charset = STR("latin1");
    expect(page, STR("p"), "| \"\xC3\xA9\"\n");
    expect(page_of(STR("\xFF\xFE" "a\0")), STR("p"), "| \"a\"\n");
}

static void fills_in_the_statistics(void **state)
{
    (void)state;
    pith_reader *reader = pith_reader_new(NULL, NULL);
    pith_page page = page_of(STR("<!doctype html><p class=a id=b><b>x</b>y"));
    pith_tree_stats stats;
    assert_int_equal(pith_tree_write(reader, &page, no_fragment, NULL, NULL, &stats, NULL),
                     PITH_OK);
    assert_int_equal(stats.nodes, 9);
    assert_int_equal(stats.attributes, 2);
    assert_int_equal(stats.depth, 5); /* html, body, p, b, "x" */
    assert_int_equal(stats.limits_hit, 0);
    assert_true(stats.memory >= 9 * 32 + 2 * 16);
    page = page_of(STR(""));
    assert_int_equal(pith_tree_write(reader, &page, no_fragment, NULL, NULL, &stats, NULL),
                     PITH_OK);
    assert_int_equal(stats.nodes, 4);
    assert_int_equal(stats.depth, 2);
    pith_reader_free(reader);

    pith_options options = {.size = sizeof options, .limits = {.bytes = 8, .nodes = 16}};
    reader = pith_reader_new(&options, NULL);
    page = page_of(STR("<p>aaaaaaaaaaaaa"));
    assert_int_equal(pith_tree_write(reader, &page, no_fragment, NULL, NULL, &stats, NULL),
                     PITH_OK);
    assert_int_equal(stats.limits_hit, PITH_LIMIT_BYTES);
    pith_reader_free(reader);
}

static void tells_what_is_wrong(void **state)
{
    (void)state;
    pith_reader *reader = pith_reader_new(NULL, NULL);
    pith_page page = page_of(STR("<p>a"));
    pith_error error;
    assert_int_equal(pith_tree_write(NULL, &page, no_fragment, NULL, NULL, NULL, &error),
                     PITH_ERROR_ARGUMENT);
    assert_int_equal(error.status, PITH_ERROR_ARGUMENT);
    assert_int_equal(pith_tree_write(reader, NULL, no_fragment, NULL, NULL, NULL, NULL),
                     PITH_ERROR_ARGUMENT);
    assert_int_equal(pith_tree_write(reader, &page, (pith_str){NULL, 3}, NULL, NULL, NULL, NULL),
                     PITH_ERROR_ARGUMENT);
    assert_int_equal(pith_tree_write(reader, &page, no_fragment, refuse, NULL, NULL, &error),
                     PITH_ERROR_SINK);
    page.charset = STR("no such charset");
    assert_int_equal(pith_tree_write(reader, &page, no_fragment, NULL, NULL, NULL, NULL),
                     PITH_ERROR_CHARSET);
    pith_reader_free(reader);
}

/* An allocator that has memory for a number of requests only. */
typedef struct scarce {
    size_t used;
    size_t left;
} scarce;

static void *reallocate_scarce(void *context, void *pointer, size_t old_size, size_t new_size)
{
    scarce *memory = context;
    if (new_size != 0 && memory->left == 0)
        return NULL;
    memory->used = memory->used - old_size + new_size;
    if (new_size == 0) {
        free(pointer);
        return NULL;
    }
    memory->left--;
    return realloc(pointer, new_size);
}

static void survives_every_failed_allocation(void **state)
{
    (void)state;
    pith_page page = page_of(STR("<svg viewbox=1 xlink:href='&amp;'><my-tag>\r<b><p>"));
    pith_status status = PITH_ERROR_MEMORY;
    for (size_t left = 0; status != PITH_OK; left++) {
        assert_true(left < 1000);
        scarce memory = {0, left};
        pith_options options = {.size = sizeof options, .allocator = {reallocate_scarce, &memory}};
        pith_error error = {PITH_OK, NULL, 0};
        pith_reader *reader = pith_reader_new(&options, &error);
        output out = {.size = 0};
        status = PITH_ERROR_MEMORY;
        if (reader != NULL) {
            status = pith_tree_write(reader, &page, no_fragment, collect, &out, NULL, &error);
            memory.left = SIZE_MAX; /* with memory again, the same reader works */
            out.size = 0;
            assert_int_equal(pith_tree_write(reader, &page, no_fragment, collect, &out, NULL, NULL),
                             PITH_OK);
        }
        if (status != PITH_OK)
            assert_int_equal(error.status, PITH_ERROR_MEMORY);
        pith_reader_free(reader);
        assert_int_equal(memory.used, 0);
    }
}

static void holds_the_memory_limit(void **state)
{
    (void)state;
    pith_options options = {.size = sizeof options, .limits = {.memory = 1000000}};
    pith_reader *reader = pith_reader_new(&options, NULL);
    size_t size = 2000000;
    char *bytes = malloc(size);
    memset(bytes, 'x', size);
    pith_page page = page_of((pith_str){bytes, size});
    assert_int_equal(pith_tree_write(reader, &page, no_fragment, NULL, NULL, NULL, NULL),
                     PITH_ERROR_LIMIT);
    /* What one page leaves warm does not keep the next from its share. */
    for (size = 10; size < 600000; size += 100000) {
        page.bytes.size = size;
        assert_int_equal(pith_tree_write(reader, &page, no_fragment, NULL, NULL, NULL, NULL),
                         PITH_OK);
    }
    free(bytes);
    pith_reader_free(reader);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(writes_documents_and_fragments),
        cmocka_unit_test(decodes_the_page_first),
        cmocka_unit_test(fills_in_the_statistics),
        cmocka_unit_test(tells_what_is_wrong),
        cmocka_unit_test(survives_every_failed_allocation),
        cmocka_unit_test(holds_the_memory_limit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
