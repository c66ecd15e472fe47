/* SPDX-License-Identifier: Apache-2.0 */
#include "html/format.h"

#include "html/decode.h"
#include "html/doctype.h"
#include "html/foreign.h"

#include <stdlib.h>

enum { FLUSH_SIZE = 16384 };

typedef struct writer {
    const pith_html_tree *tree;
    pith_buffer out;      /* lines that wait for the sink */
    pith_buffer decoded;  /* a text or value at hand */
    pith_arena names;     /* of the attributes of the element at hand */
    pith_sink sink;
    void *context;
    bool stopped;         /* by the sink */
} writer;

/* ---- Output ------------------------------------------------------------- */

static void flush(writer *w)
{
    if (!w->stopped && w->out.size > 0)
        w->stopped = w->sink(w->context, w->out.data, w->out.size) != 0;
    w->out.size = 0;
}

static void put(writer *w, pith_str text)
{
    if (w->out.size + text.size > FLUSH_SIZE)
        flush(w);
    pith_buffer_add(&w->out, text);
}

static void begin_line(writer *w, uint32_t depth)
{
    put(w, PITH_STR("| "));
    for (; depth > 0; depth--)
        put(w, PITH_STR("  "));
}

static void put_decoded(writer *w, pith_str raw, bool lower)
{
    pith_buffer_reset(&w->decoded);
    char *out = pith_buffer_reserve(&w->decoded, pith_html_decoded_bound(raw));
    if (out == NULL)
        return;
    size_t size = pith_html_decode(raw, 0, out);
    for (size_t i = 0; lower && i < size; i++)
        out[i] = pith_to_lower(out[i]);
    put(w, (pith_str){out, size});
}

/* ---- Elements ----------------------------------------------------------- */

typedef struct named {
    pith_str name; /* "href", "xlink href": what attributes are sorted by */
    const pith_html_attribute *attribute;
} named;

/*
 * The order of UTF-16 code units: that of UTF-8 bytes, but for the code points
 * from U+10000 on (F0 to F4), which are surrogates there and come before U+E000.
 */
static int utf16_rank(char byte)
{
    int value = (unsigned char)byte;
    return value >= 0xF0 ? value - 2 : value >= 0xEE ? value + 5 : value;
}

static int compare_names(const void *a, const void *b)
{
    pith_str left = ((const named *)a)->name, right = ((const named *)b)->name;
    for (size_t i = 0; i < left.size && i < right.size; i++)
        if (left.data[i] != right.data[i])
            return utf16_rank(left.data[i]) - utf16_rank(right.data[i]);
    return (left.size > right.size) - (left.size < right.size);
}

/* The name as the format has it, in the arena. False without memory. */
static bool format_name(writer *w, uint32_t node, const pith_html_attribute *attribute,
                        pith_str *name)
{
    pith_buffer_reset(&w->decoded);
    pith_str adjusted = pith_html_adjusted_attribute_name(w->tree, node, attribute, &w->decoded);
    pith_str prefix, local;
    if (w->decoded.failed)
        return false;
    if (w->tree->nodes[node].space == PITH_NS_HTML ||
        !pith_foreign_attribute_parts(adjusted, &prefix, &local))
        return pith_arena_copy(&w->names, adjusted, name);
    char *text = pith_arena_take(&w->names, prefix.size + 1 + local.size);
    if (text == NULL)
        return false;
    memcpy(text, prefix.data, prefix.size);
    text[prefix.size] = ' ';
    memcpy(text + prefix.size + 1, local.data, local.size);
    *name = (pith_str){text, prefix.size + 1 + local.size};
    return true;
}

/* False without memory. */
static bool put_attributes(writer *w, uint32_t node, uint32_t depth)
{
    const pith_html_node *n = &w->tree->nodes[node];
    if (n->count == 0)
        return true;
    pith_arena_reset(&w->names);
    named *list = pith_arena_take_array(&w->names, n->count, sizeof *list);
    if (list == NULL)
        return false;
    for (uint32_t i = 0; i < n->count; i++) {
        list[i].attribute = &w->tree->attributes[n->extent + i];
        if (!format_name(w, node, list[i].attribute, &list[i].name))
            return false;
    }
    qsort(list, n->count, sizeof *list, compare_names);
    for (uint32_t i = 0; i < n->count; i++) {
        begin_line(w, depth);
        put(w, list[i].name);
        put(w, PITH_STR("=\""));
        pith_buffer_reset(&w->decoded);
        put(w, pith_html_value(w->tree, list[i].attribute, &w->decoded));
        put(w, PITH_STR("\"\n"));
    }
    return true;
}

static bool put_element(writer *w, uint32_t node, uint32_t depth)
{
    static const char *const prefixes[] = {
        [PITH_NS_HTML] = "<", [PITH_NS_SVG] = "<svg ", [PITH_NS_MATHML] = "<math "};
    const char *prefix = prefixes[w->tree->nodes[node].space];
    begin_line(w, depth);
    put(w, (pith_str){prefix, strlen(prefix)});
    put(w, pith_html_name(w->tree, node));
    put(w, PITH_STR(">\n"));
    return put_attributes(w, node, depth + 1);
}

/* ---- Other nodes -------------------------------------------------------- */

static void put_doctype(writer *w, uint32_t node, uint32_t depth)
{
    const pith_html_node *n = &w->tree->nodes[node];
    pith_html_doctype doctype;
    pith_html_doctype_parse((pith_str){w->tree->text + n->start, n->extent}, true, &doctype);
    begin_line(w, depth);
    put(w, PITH_STR("<!DOCTYPE "));
    put_decoded(w, doctype.name, true);
    if (doctype.public_id.size > 0 || doctype.system_id.size > 0) {
        put(w, PITH_STR(" \""));
        put_decoded(w, doctype.public_id, false);
        put(w, PITH_STR("\" \""));
        put_decoded(w, doctype.system_id, false);
        put(w, PITH_STR("\""));
    }
    put(w, PITH_STR(">\n"));
}

/* A run of neighbouring texts, which are one Text node of the DOM. Gives the last of them. */
static uint32_t put_text(writer *w, uint32_t node, uint32_t depth)
{
    bool begun = false; /* a run that comes to nothing (U+0000 alone) is no node */
    for (;; node = w->tree->nodes[node].next) {
        pith_buffer_reset(&w->decoded);
        pith_str text = pith_html_text(w->tree, node, &w->decoded);
        if (!begun && text.size > 0) {
            begin_line(w, depth);
            put(w, PITH_STR("\""));
            begun = true;
        }
        put(w, text);
        uint32_t next = w->tree->nodes[node].next;
        if (next == 0 || w->tree->nodes[next].type != PITH_HTML_TEXT || w->decoded.failed)
            break;
    }
    if (begun)
        put(w, PITH_STR("\"\n"));
    return node;
}

static void put_comment(writer *w, uint32_t node, uint32_t depth)
{
    begin_line(w, depth);
    put(w, PITH_STR("<!-- "));
    pith_buffer_reset(&w->decoded);
    put(w, pith_html_text(w->tree, node, &w->decoded));
    put(w, PITH_STR(" -->\n"));
}

/* The target ends at the first white space or "?" (13.2.5.73 and 13.2.5.74). */
static void put_instruction(writer *w, uint32_t node, uint32_t depth)
{
    pith_buffer_reset(&w->decoded);
    pith_str data = pith_html_text(w->tree, node, &w->decoded);
    size_t target = 0;
    while (target < data.size && !pith_is_space(data.data[target]) && data.data[target] != '?')
        target++;
    size_t value = target;
    while (value < data.size && pith_is_space(data.data[value]))
        value++;
    begin_line(w, depth);
    put(w, PITH_STR("<?"));
    put(w, (pith_str){data.data, target});
    put(w, PITH_STR(" "));
    put(w, (pith_str){data.data + value, data.size - value});
    put(w, PITH_STR("?>\n"));
}

/* Writes the node. Gives it, or the last of a run of texts. */
static uint32_t put_node(writer *w, uint32_t node, uint32_t depth)
{
    switch (w->tree->nodes[node].type) {
    case PITH_HTML_DOCTYPE:
        put_doctype(w, node, depth);
        break;
    case PITH_HTML_ELEMENT:
        w->out.failed = !put_element(w, node, depth) || w->out.failed;
        break;
    case PITH_HTML_TEXT:
        return put_text(w, node, depth);
    case PITH_HTML_COMMENT:
        put_comment(w, node, depth);
        break;
    case PITH_HTML_PROCESSING_INSTRUCTION:
        put_instruction(w, node, depth);
        break;
    default:
        begin_line(w, depth);
        put(w, PITH_STR("content\n"));
    }
    return node;
}

/* ---- The tree ----------------------------------------------------------- */

static void put_tree(writer *w, uint32_t root)
{
    const pith_html_node *nodes = w->tree->nodes;
    uint32_t depth = 0;
    uint32_t node = nodes[root].first_child;
    while (node != 0 && !w->stopped && !w->out.failed && !w->decoded.failed) {
        node = put_node(w, node, depth);
        if (nodes[node].first_child != 0) {
            node = nodes[node].first_child;
            depth++;
            continue;
        }
        while (nodes[node].next == 0 && depth > 0) {
            node = nodes[node].parent;
            depth--;
        }
        node = nodes[node].next;
    }
}

pith_status pith_html_format(const pith_html_tree *tree, uint32_t root, pith_memory *memory,
                             pith_sink sink, void *context)
{
    writer w = {.tree = tree, .sink = sink, .context = context};
    pith_buffer_init(&w.out, memory);
    pith_buffer_init(&w.decoded, memory);
    pith_arena_init(&w.names, memory);
    put_tree(&w, root);
    bool failed = w.out.failed || w.decoded.failed;
    pith_status status = failed ? pith_memory_status(memory) : PITH_OK;
    if (!failed)
        flush(&w);
    pith_buffer_release(&w.out);
    pith_buffer_release(&w.decoded);
    pith_arena_free(&w.names);
    return w.stopped ? PITH_ERROR_SINK : status;
}
