/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Walking a document: prints its headings, indented by their level, the links
 * in the text below each, and then how much of the page was something else.
 *
 *     outline URL < PAGE.html
 */
#include <pith/pith.h>

#include <stdio.h>
#include <string.h>

#define PAGE_MAX (16 << 20)

static char html[PAGE_MAX];

static void print_str(pith_str text)
{
    fwrite(text.data, 1, text.size, stdout);
}

/*
 * The node after `node` in the order of the text, within `root`. Documents nest
 * as pages do; a walk that does not recurse needs no thought of how deep.
 */
static const pith_node *following(const pith_node *node, const pith_node *root)
{
    if (pith_node_first_child(node) != NULL)
        return pith_node_first_child(node);
    while (node != root && pith_node_next(node) == NULL)
        node = pith_node_parent(node);
    return node != root ? pith_node_next(node) : NULL;
}

static void print_text(const pith_node *root)
{
    for (const pith_node *node = root; node != NULL; node = following(node, root)) {
        pith_node_type type = pith_node_get_type(node);
        if (type == PITH_NODE_TEXT || type == PITH_NODE_CODE)
            print_str(pith_node_text(node));
        else if (type == PITH_NODE_LINE_BREAK)
            putchar(' ');
    }
}

static void print_outline(const pith_node *content)
{
    int level = 0;
    for (const pith_node *node = content; node != NULL; node = following(node, content)) {
        if (pith_node_get_type(node) == PITH_NODE_HEADING) {
            level = pith_node_heading_level(node);
            printf("%*s", 2 * (level - 1), "");
            print_text(node);
            putchar('\n');
        } else if (pith_node_get_type(node) == PITH_NODE_LINK) {
            printf("%*s-> ", 2 * level, "");
            print_str(pith_node_url(node));
            putchar('\n');
        }
    }
}

static void print_furniture(const pith_node *furniture)
{
    for (const pith_node *section = pith_node_first_child(furniture); section != NULL;
         section = pith_node_next(section)) {
        unsigned blocks = 0;
        for (const pith_node *block = pith_node_first_child(section); block != NULL;
             block = pith_node_next(block))
            blocks++;
        printf("%s: %u blocks\n", pith_label_name(pith_node_label(section)), blocks);
    }
}

int main(int argc, char **argv)
{
    if (argc != 2) {
        fprintf(stderr, "usage: outline URL < PAGE.html\n");
        return 2;
    }
    size_t size = fread(html, 1, sizeof html, stdin);

    pith_error error = {0};
    pith_reader *reader = pith_reader_new(NULL, &error);
    pith_page page = {
        .size = sizeof page,
        .bytes = {html, size},
        .url = {argv[1], strlen(argv[1])}, /* links are resolved against it */
    };
    pith_document *document = reader != NULL ? pith_read(reader, &page, &error) : NULL;
    pith_reader_free(reader); /* the document does not need it */
    if (document == NULL) {
        fprintf(stderr, "outline: %s\n", error.message);
        return 1;
    }
    print_outline(pith_document_content(document));
    printf("\nbeside it\n");
    print_furniture(pith_document_furniture(document));
    pith_document_free(document);
    return 0;
}
