/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The parser: any bytes give a sound tree, and the same one by every instruction
 * set. The first byte of an input chooses a fragment's context, the second flags
 * and limits; the rest is the page.
 */
#include "fuzz.h"
#include "html/format.h"
#include "html/parser.h"

#include <stdlib.h>

static const char *const contexts[] = {
    "", "", "", "", "body", "td", "tr", "table", "tbody", "colgroup", "caption", "select",
    "template", "title", "textarea", "style", "script", "noscript", "plaintext", "html", "head",
    "frameset", "p", "my-element", "svg path", "svg foreignObject", "svg desc", "svg title",
    "math mi", "math annotation-xml", "math math", "svg svg",
};

static bool is_within(const pith_html_tree *tree, uint32_t start, uint32_t size)
{
    return start <= tree->text_size && size <= tree->text_size - start;
}

static void check_element(const pith_html_tree *tree, const pith_html_node *node)
{
    CHECK(node->name != 0 && node->name < PITH_TAG_COUNT + tree->name_count);
    CHECK(node->space <= PITH_NS_MATHML);
    CHECK(node->start <= tree->text_size);
    CHECK(node->count == 0 || (node->extent < tree->attribute_count &&
                               node->count <= tree->attribute_count - node->extent));
    for (uint32_t i = 0; i < node->count; i++) {
        const pith_html_attribute *attribute = &tree->attributes[node->extent + i];
        CHECK(attribute->name_start < tree->text_size);
        CHECK(is_within(tree, attribute->value_start, attribute->value_size));
        CHECK(pith_html_attribute_name(tree, attribute).size > 0);
    }
}

static void check_node(const pith_html_tree *tree, uint32_t number)
{
    const pith_html_node *node = &tree->nodes[number];
    CHECK((node->type == PITH_HTML_DOCUMENT) == (number == 0));
    CHECK(node->type <= PITH_HTML_CONTENT);
    if (node->type == PITH_HTML_ELEMENT)
        check_element(tree, node);
    else if (node->type != PITH_HTML_DOCUMENT && node->type != PITH_HTML_CONTENT)
        CHECK(node->first_child == 0 && is_within(tree, node->start, node->extent));
}

/* The links of a node's children; gives how many there are. */
static uint32_t check_children(const pith_html_tree *tree, uint32_t parent)
{
    uint32_t count = 0, last = 0;
    for (uint32_t child = tree->nodes[parent].first_child; child != 0;
         child = tree->nodes[child].next) {
        CHECK(child < tree->node_count && ++count < tree->node_count);
        CHECK(tree->nodes[child].parent == parent);
        if (last != 0)
            CHECK(tree->nodes[child].previous == last);
        last = child;
    }
    CHECK(pith_html_last_child(tree, parent) == last);
    return count;
}

/* Every node that the tree holds is held once: a tree of n nodes has n - 1 children. */
static void check_tree(const pith_html_tree *tree)
{
    uint32_t visited = 0, children = 0, node = 0;
    do {
        CHECK(++visited <= tree->node_count);
        check_node(tree, node);
        children += check_children(tree, node);
        node = pith_html_following(tree, node, 0);
    } while (node != 0);
    CHECK(children == visited - 1);
}

static bool same_tree(const pith_html_tree *a, const pith_html_tree *b)
{
    return a->node_count == b->node_count && a->attribute_count == b->attribute_count &&
           a->limits_hit == b->limits_hit && a->quirks == b->quirks &&
           memcmp(a->nodes, b->nodes, a->node_count * sizeof *a->nodes) == 0 &&
           (a->attribute_count == 0 || memcmp(a->attributes, b->attributes,
                                              a->attribute_count * sizeof *a->attributes) == 0);
}

static int ignore(void *context, const char *data, size_t size)
{
    (void)context;
    (void)data;
    (void)size;
    return 0;
}

static pith_html_settings read_settings(const uint8_t bytes[2])
{
    const char *context = contexts[bytes[0] % (sizeof contexts / sizeof *contexts)];
    pith_html_settings settings = {.fragment = {context, strlen(context)}};
    settings.scripting = (bytes[1] & 1) != 0;
    if (bytes[1] & 2)
        settings.limits.depth = 8 + (bytes[1] >> 4);
    if (bytes[1] & 4)
        settings.limits.nodes = 16 + (bytes[1] >> 3);
    if (bytes[1] & 8)
        settings.limits.clones = 1 + (bytes[1] >> 4);
    return settings;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 2)
        return 0;
    pith_html_settings settings = read_settings(data);
    size -= 2;
    char *text = calloc(1, size + PITH_HTML_PADDING); /* of the exact size, for the sanitizer */
    CHECK(text != NULL);
    memcpy(text, data + 2, size);
    pith_memory memory;
    pith_memory_init(&memory, NULL, 0);
    pith_html_parser *parsers[3];
    pith_html_tree trees[3];
    for (int i = 0; i < 3; i++) {
        parsers[i] = pith_html_parser_new(&memory);
        CHECK(parsers[i] != NULL);
        settings.isa = (pith_html_isa)(PITH_ISA_PORTABLE + i);
        CHECK(pith_html_parse(parsers[i], (pith_str){text, size}, &settings, &trees[i]) == PITH_OK);
        CHECK(same_tree(&trees[0], &trees[i]));
    }
    check_tree(&trees[0]);
    CHECK(pith_html_format(&trees[0], 0, &memory, ignore, NULL) == PITH_OK);
    for (int i = 0; i < 3; i++)
        pith_html_parser_free(parsers[i]);
    CHECK(memory.used == 0);
    free(text);
    return 0;
}
