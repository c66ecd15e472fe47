/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Reads requests on standard input, "FORMAT WITH WITHOUT SIZE" on a line and
 * then SIZE bytes of HTML, and answers each with "SIZE", a line end and the
 * output. FORMAT is a pith_format, or "tree" for the nodes as XML.
 */
#include "page.h"

#include <stdio.h>
#include <stdlib.h>

#define URL "https://example.org/dir/page.html"

static const char *const names[] = {
    "none", "document", "section", "heading", "paragraph", "block_quote", "list", "item",
    "description_list", "term", "details", "code_block", "table", "table_row", "table_cell",
    "figure", "caption", "thematic_break", "note", "text", "linebreak", "emph", "strong",
    "strikethrough",
    "sup", "sub", "code", "link", "image", "formula",
    "reference",
};

static void add(pith_buffer *out, const char *text)
{
    pith_buffer_add(out, (pith_str){text, strlen(text)});
}

static void add_escaped(pith_buffer *out, pith_str text)
{
    for (size_t i = 0; i < text.size; i++) {
        char byte = text.data[i];
        const char *reference = byte == '&'    ? "&amp;"
                                : byte == '<'  ? "&lt;"
                                : byte == '>'  ? "&gt;"
                                : byte == '"'  ? "&quot;"
                                : byte == '\n' ? "&#10;"
                                : byte == '\t' ? "&#9;"
                                               : NULL;
        if (reference != NULL)
            add(out, reference);
        else
            pith_buffer_add_byte(out, byte);
    }
}

static void add_string(pith_buffer *out, const char *name, pith_str value)
{
    if (value.size == 0)
        return;
    add(out, " ");
    add(out, name);
    add(out, "=\"");
    add_escaped(out, value);
    add(out, "\"");
}

static void add_number(pith_buffer *out, const char *name, int64_t value)
{
    char text[64];
    snprintf(text, sizeof text, " %s=\"%lld\"", name, (long long)value);
    if (value != 0)
        add(out, text);
}

static void add_tree(pith_buffer *out, const pith_node *node)
{
    pith_node_type type = pith_node_get_type(node);
    add(out, "<");
    add(out, names[type]);
    if (type == PITH_NODE_SECTION) {
        const char *label = pith_label_name(pith_node_label(node));
        add_string(out, "label", (pith_str){label, strlen(label)});
    }
    add_number(out, "level", pith_node_heading_level(node));
    add_number(out, "display", pith_node_is_display(node));
    add_number(out, "ordered", pith_node_is_ordered(node));
    add_number(out, "start", pith_node_list_start(node));
    add_number(out, "reversed", pith_node_is_reversed(node));
    add_number(out, "number", pith_node_item_number(node));
    add_number(out, "note", pith_node_note_number(node));
    add_number(out, "header", pith_node_is_header(node));
    add_number(out, "columns", pith_node_column_span(node) > 1 ? pith_node_column_span(node) : 0);
    add_number(out, "rows", pith_node_row_span(node) > 1 ? pith_node_row_span(node) : 0);
    add_number(out, "align", pith_node_alignment(node));
    add_string(out, "url", pith_node_url(node));
    add_string(out, "title", pith_node_title(node));
    add_string(out, "language", pith_node_language(node));
    add(out, ">");
    add_escaped(out, pith_node_text(node));
    const pith_node *child = pith_node_first_child(node);
    for (; child != NULL; child = pith_node_next(child))
        add_tree(out, child);
    add(out, "</");
    add(out, names[type]);
    add(out, ">");
}

static void answer(pith_str output)
{
    printf("%zu\n", output.size);
    fwrite(output.data, 1, output.size, stdout);
}

static bool answer_tree(const pith_document *document)
{
    pith_memory memory;
    pith_memory_init(&memory, NULL, 0);
    pith_buffer out;
    pith_buffer_init(&out, &memory);
    add(&out, "<page>");
    add_tree(&out, pith_document_content(document));
    add_tree(&out, pith_document_furniture(document));
    add(&out, "</page>");
    bool done = !out.failed;
    if (done)
        answer((pith_str){out.data, out.size});
    pith_buffer_release(&out);
    return done;
}

static bool answer_written(const pith_document *document, const pith_write_options *options)
{
    size_t size;
    char *output = pith_write_buffer(document, options, &size, NULL);
    if (output != NULL)
        answer((pith_str){output, size});
    pith_buffer_free(document, output);
    return output != NULL;
}

int main(void)
{
    char format[16];
    unsigned with, without;
    size_t size;
    bool done = true;
    pith_reader *reader = pith_reader_new(NULL, NULL);
    while (done && reader != NULL && scanf("%15s %u %u %zu", format, &with, &without, &size) == 4) {
        char *html = malloc(size + 1);
        done = html != NULL && getchar() == '\n' && fread(html, 1, size, stdin) == size;
        pith_document *document =
            done ? page_document(reader, (pith_str){html, size}, PITH_STR(URL)) : NULL;
        pith_write_options options = {sizeof options, (pith_format)atoi(format), with, without};
        bool tree = strcmp(format, "tree") == 0;
        done = document != NULL &&
               (tree ? answer_tree(document) : answer_written(document, &options));
        pith_document_free(document);
        free(html);
    }
    pith_reader_free(reader);
    return done && reader != NULL ? EXIT_SUCCESS : EXIT_FAILURE;
}
