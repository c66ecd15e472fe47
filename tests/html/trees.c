/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Parses page after page for a test script, by every instruction set: their trees
 * must be the same. Each has one parser for all pages.
 *
 * Standard input holds records: a line "SIZE SCRIPTING FRAGMENT" (scripting 0 or
 * 1, the context element to the end of the line, empty for a document), then
 * SIZE bytes. For each, a line with the size of its tree in html5lib's format,
 * and the tree. With "--count": only a line with the number of its nodes.
 */
#include "parse.h"

#include <stdio.h>

static const pith_html_isa isas[] = {PITH_ISA_PORTABLE, PITH_ISA_NARROW, PITH_ISA_WIDE};

enum { ISA_COUNT = sizeof isas / sizeof *isas };

static void fail(const char *what)
{
    fprintf(stderr, "trees: %s\n", what);
    exit(1);
}

/* Reads the next record's line. False at the end of the input. */
static bool read_header(size_t *size, pith_html_settings *settings, char *line, int line_size)
{
    if (fgets(line, line_size, stdin) == NULL)
        return false;
    char *rest;
    *size = strtoul(line, &rest, 10);
    settings->scripting = strtoul(rest, &rest, 10) != 0;
    if (*rest != ' ' || strchr(rest, '\n') == NULL)
        fail("a record does not begin with its line");
    settings->fragment = (pith_str){rest + 1, strcspn(rest + 1, "\n")};
    return true;
}

static char *read_page(size_t size)
{
    char *text = malloc(size + PITH_HTML_PADDING);
    if (text == NULL || fread(text, 1, size, stdin) != size)
        fail("the input ends within a record");
    memset(text + size, 0, PITH_HTML_PADDING);
    return text;
}

/* Parses by each instruction set; gives the tree. */
static pith_html_tree parse(pith_html_parser **parsers, pith_str text, pith_html_settings settings)
{
    pith_html_tree trees[ISA_COUNT];
    for (size_t i = 0; i < ISA_COUNT; i++) {
        settings.isa = isas[i];
        if (pith_html_parse(parsers[i], text, &settings, &trees[i]) != PITH_OK)
            fail("a page could not be parsed");
        if (!same_tree(&trees[0], &trees[i]))
            fail("the instruction sets do not give the same tree");
    }
    return trees[0];
}

int main(int argc, char **argv)
{
    bool count_only = argc > 1 && strcmp(argv[1], "--count") == 0;
    pith_memory memory;
    pith_memory_init(&memory, NULL, 0);
    pith_html_parser *parsers[ISA_COUNT];
    for (size_t i = 0; i < ISA_COUNT; i++)
        if ((parsers[i] = pith_html_parser_new(&memory)) == NULL)
            fail("no memory");
    pith_buffer out;
    pith_buffer_init(&out, &memory);
    pith_html_settings settings = {.scripting = false};
    size_t size;
    char line[256];
    while (read_header(&size, &settings, line, sizeof line)) {
        char *text = read_page(size);
        pith_html_tree tree = parse(parsers, (pith_str){text, size}, settings);
        if (count_only) {
            printf("%u\n", (unsigned)tree.node_count);
        } else {
            format_tree(&tree, settings.fragment.size > 0, &out);
            printf("%zu\n", out.size);
            fwrite(out.data, 1, out.size, stdout);
        }
        free(text);
    }
    pith_buffer_release(&out);
    for (size_t i = 0; i < ISA_COUNT; i++)
        pith_html_parser_free(parsers[i]);
    if (memory.used != 0)
        fail("memory was not given back");
    return 0;
}
