/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Cleaned HTML: a whole document whose head holds the metadata and whose body
 * holds the content in an <article> and, when asked for, each section of the
 * furniture in an <aside>. One line for each block, no empty lines.
 */
#include "write/writer.h"

typedef struct html_state {
    pith_writer *writer;
    bool no_empty_lines;  /* inside code too: Markdown would end the HTML there */
    int64_t note;         /* the last note that was referred to */
    bool renumbered;      /* the next item's number does not follow from the last one's */
    const char *rows;     /* "thead" or "tbody" where that is open: tables do not nest */
} html_state;

static void put(html_state *html, const char *text)
{
    pith_put(html->writer, (pith_str){text, strlen(text)});
}

void pith_put_html(pith_writer *writer, pith_str text)
{
    size_t start = 0;
    for (size_t i = 0; i < text.size; i++) {
        const char *reference;
        switch (text.data[i]) {
        case '&': reference = "&amp;"; break;
        case '<': reference = "&lt;"; break;
        case '>': reference = "&gt;"; break;
        case '"': reference = "&quot;"; break;
        default: continue;
        }
        pith_put(writer, (pith_str){text.data + start, i - start});
        pith_put(writer, (pith_str){reference, strlen(reference)});
        start = i + 1;
    }
    pith_put(writer, pith_str_from(text, start));
}

static void put_attribute(html_state *html, const char *name, pith_str value)
{
    if (value.size == 0)
        return;
    put(html, " ");
    put(html, name);
    put(html, "=\"");
    pith_put_html(html->writer, value);
    put(html, "\"");
}

static void put_number(html_state *html, const char *name, int64_t number)
{
    char digits[24];
    size_t at = sizeof digits;
    uint64_t rest = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
    do
        digits[--at] = (char)('0' + rest % 10);
    while ((rest /= 10) > 0);
    if (number < 0)
        digits[--at] = '-';
    put_attribute(html, name, (pith_str){digits + at, sizeof digits - at});
}

/* ---- Blocks ------------------------------------------------------------- */

static bool is(const pith_node *node, pith_node_type type)
{
    return pith_node_get_type(node) == type;
}

/* A paragraph needs no <p> as the first of a tight item or alone in a cell. */
static bool is_bare(const pith_node *paragraph)
{
    const pith_node *parent = pith_node_parent(paragraph);
    if (pith_node_first_child(parent) != paragraph)
        return false;
    if (is(parent, PITH_NODE_LIST_ITEM))
        return pith_item_is_tight(parent);
    return (is(parent, PITH_NODE_TABLE_CELL) || is(parent, PITH_NODE_DESCRIPTION_DETAILS)) &&
           pith_node_next(paragraph) == NULL;
}

static bool is_in_table(const pith_node *caption)
{
    return is(pith_node_parent(caption), PITH_NODE_TABLE);
}

static const char *name_of(const pith_node *node)
{
    static const char *const headings[] = {"h1", "h2", "h3", "h4", "h5", "h6"};
    switch (pith_node_get_type(node)) {
    case PITH_NODE_DOCUMENT: return "article";
    case PITH_NODE_SECTION: return "aside";
    case PITH_NODE_HEADING: return headings[pith_node_heading_level(node) - 1];
    case PITH_NODE_PARAGRAPH: return is_bare(node) ? NULL : "p";
    case PITH_NODE_BLOCK_QUOTE: return "blockquote";
    case PITH_NODE_LIST: return pith_node_is_ordered(node) ? "ol" : "ul";
    case PITH_NODE_LIST_ITEM: return "li";
    case PITH_NODE_DESCRIPTION_LIST: return "dl";
    case PITH_NODE_DESCRIPTION_TERM: return "dt";
    case PITH_NODE_DESCRIPTION_DETAILS: return "dd";
    case PITH_NODE_TABLE: return "table";
    case PITH_NODE_TABLE_ROW: return "tr";
    case PITH_NODE_TABLE_CELL: return pith_node_is_header(node) ? "th" : "td";
    case PITH_NODE_FOOTNOTE: return "aside";
    case PITH_NODE_FIGURE: return "figure";
    case PITH_NODE_CAPTION: return is_in_table(node) ? "caption" : "figcaption";
    case PITH_NODE_EMPHASIS: return "em";
    case PITH_NODE_STRONG: return "strong";
    case PITH_NODE_STRIKETHROUGH: return "s";
    case PITH_NODE_SUPERSCRIPT: return "sup";
    case PITH_NODE_SUBSCRIPT: return "sub";
    case PITH_NODE_LINK: return "a";
    default: return NULL;
    }
}

/* Containers have their children on lines of their own. */
static bool holds_blocks(const pith_node *node)
{
    switch (pith_node_get_type(node)) {
    case PITH_NODE_DOCUMENT: case PITH_NODE_SECTION: case PITH_NODE_BLOCK_QUOTE:
    case PITH_NODE_LIST: case PITH_NODE_DESCRIPTION_LIST: case PITH_NODE_FIGURE:
    case PITH_NODE_TABLE: case PITH_NODE_TABLE_ROW:
        return true;
    case PITH_NODE_LIST_ITEM: case PITH_NODE_TABLE_CELL: case PITH_NODE_DESCRIPTION_DETAILS: {
        const pith_node *child = pith_node_first_child(node);
        return child != NULL && !(is(child, PITH_NODE_PARAGRAPH) && is_bare(child));
    }
    default:
        return false;
    }
}

static bool is_block(const pith_node *node)
{
    return pith_node_get_type(node) < PITH_NODE_TEXT;
}

/* A list counted down begins with the number of its items, others with 1, if nothing is said. */
static void put_list_attributes(html_state *html, const pith_node *list)
{
    int64_t first = 1, start = pith_node_list_start(list);
    if (pith_node_is_reversed(list)) {
        put(html, " reversed");
        first = 0;
        const pith_node *item = pith_node_first_child(list);
        for (; item != NULL; item = pith_node_next(item))
            first++;
    }
    if (pith_node_is_ordered(list) && start != first)
        put_number(html, "start", start);
}

static void put_attributes(html_state *html, const pith_node *node)
{
    static const char *const aligns[] = {"", "text-align: left", "text-align: center",
                                         "text-align: right"};
    const char *label = pith_label_name(pith_node_label(node));
    switch (pith_node_get_type(node)) {
    case PITH_NODE_SECTION:
        put_attribute(html, "class", (pith_str){label, strlen(label)});
        break;
    case PITH_NODE_LIST:
        put_list_attributes(html, node);
        break;
    case PITH_NODE_LIST_ITEM:
        if (html->renumbered)
            put_number(html, "value", pith_node_item_number(node));
        html->renumbered = false;
        break;
    case PITH_NODE_TABLE_CELL: {
        const char *align = aligns[pith_node_alignment(node)];
        if (pith_node_column_span(node) > 1)
            put_number(html, "colspan", pith_node_column_span(node));
        if (pith_node_row_span(node) > 1)
            put_number(html, "rowspan", pith_node_row_span(node));
        if (pith_node_is_header(node))
            put_attribute(html, "scope", pith_node_is_header(pith_node_parent(node))
                                             ? PITH_STR("col") : PITH_STR("row"));
        put_attribute(html, "style", (pith_str){align, strlen(align)});
        break;
    }
    case PITH_NODE_LINK:
        put_attribute(html, "href", pith_node_url(node));
        put_attribute(html, "title", pith_node_title(node));
        break;
    default:
        break;
    }
}

/* The code's text; "&#10;" is a line end that leaves no empty line. */
static void put_code_block(html_state *html, const pith_node *node)
{
    pith_str text = pith_node_text(node), language = pith_node_language(node);
    put(html, "<pre><code");
    if (language.size > 0) {
        put(html, " class=\"language-");
        pith_put_html(html->writer, language);
        put(html, "\"");
    }
    put(html, ">");
    size_t start = 0;
    for (size_t i = 0; html->no_empty_lines && i < text.size; i++) {
        if (text.data[i] != '\n')
            continue;
        pith_put_html(html->writer, (pith_str){text.data + start, i - start});
        put(html, "&#10;");
        start = i + 1;
    }
    pith_put_html(html->writer, pith_str_from(text, start));
    put(html, "</code></pre>\n");
}

static void put_image(html_state *html, const pith_node *node)
{
    put(html, "<img");
    put_attribute(html, "src", pith_node_url(node));
    put(html, " alt=\"");
    pith_put_html(html->writer, pith_node_text(node));
    put(html, "\"");
    put_attribute(html, "title", pith_node_title(node));
    put(html, ">");
}

/* "fn1" or "fnref1" as an attribute's value. */
static void put_note_id(html_state *html, const char *attribute, const char *prefix,
                        const pith_node *node)
{
    char digits[24];
    size_t at = sizeof digits;
    int64_t number = pith_node_note_number(node);
    do
        digits[--at] = (char)('0' + number % 10);
    while ((number /= 10) > 0);
    put(html, attribute);
    put(html, prefix);
    pith_put(html->writer, (pith_str){digits + at, sizeof digits - at});
    put(html, attribute[strlen(attribute) - 1] == '>' ? "" : "\"");
}

/* The first reference to each note is where the way back leads. */
static void put_reference(html_state *html, const pith_node *node)
{
    put(html, "<sup><a");
    put_note_id(html, " href=\"", "#fn", node);
    if (pith_node_note_number(node) == html->note + 1) {
        put_note_id(html, " id=\"", "fnref", node);
        html->note++;
    }
    put_note_id(html, ">", "", node);
    put(html, "</a></sup>");
}

static void open_note(html_state *html, const pith_node *note)
{
    put(html, "<aside");
    put_note_id(html, " id=\"", "fn", note);
    put(html, " role=\"doc-footnote\">\n<a");
    put_note_id(html, " href=\"", "#fnref", note);
    put_note_id(html, " role=\"doc-backlink\">", "", note);
    put(html, "</a>\n");
}

/* ---- Nodes -------------------------------------------------------------- */

static bool is_plain(const pith_writer *writer, const pith_node *node)
{
    pith_node_type type = pith_node_get_type(node);
    return (type == PITH_NODE_LINK && !pith_writes(writer, PITH_PART_LINKS)) ||
           ((type == PITH_NODE_EMPHASIS || type == PITH_NODE_STRONG) &&
            !pith_writes(writer, PITH_PART_EMPHASIS));
}

/* Begins or ends a table's head and body: the head is the header rows that it begins with. */
static void put_row_group(html_state *html, const char *name)
{
    if (name == html->rows)
        return;
    if (html->rows != NULL) {
        put(html, "</");
        put(html, html->rows);
        put(html, ">\n");
    }
    if (name != NULL) {
        put(html, "<");
        put(html, name);
        put(html, ">\n");
    }
    html->rows = name;
}

static void enter_row(html_state *html, const pith_node *row)
{
    static const char head[] = "thead", body[] = "tbody";
    put_row_group(html, pith_node_is_header(row) && html->rows != body ? head : body);
}

/* After a bare paragraph the next block of the item begins a line. */
static void end_line_before(html_state *html, const pith_node *node)
{
    const pith_node *parent = pith_node_parent(node);
    const pith_node *first = pith_node_first_child(parent);
    if (is(parent, PITH_NODE_LIST_ITEM) && first != node && pith_node_next(first) == node &&
        is(first, PITH_NODE_PARAGRAPH) && is_bare(first))
        put(html, "\n");
}

static bool enter(void *context, const pith_node *node)
{
    html_state *html = context;
    if (pith_is_left_out(html->writer, node))
        return false;
    if (is_block(node) && !is(node, PITH_NODE_DOCUMENT))
        end_line_before(html, node);
    switch (pith_node_get_type(node)) {
    case PITH_NODE_TABLE_ROW:
        enter_row(html, node);
        break;
    case PITH_NODE_CAPTION:
        put_row_group(html, NULL);
        break;
    case PITH_NODE_TEXT:
        pith_put_html(html->writer, pith_node_text(node));
        return false;
    case PITH_NODE_CODE:
        put(html, "<code>");
        pith_put_html(html->writer, pith_node_text(node));
        put(html, "</code>");
        return false;
    case PITH_NODE_LINE_BREAK:
        put(html, "<br>\n");
        return false;
    case PITH_NODE_IMAGE:
        put_image(html, node);
        return false;
    case PITH_NODE_FOOTNOTE:
        open_note(html, node);
        return true;
    case PITH_NODE_FOOTNOTE_REFERENCE:
        put_reference(html, node);
        return false;
    case PITH_NODE_FORMULA: {
        const char *dollars = pith_node_is_display(node) ? "$$" : "$";
        put(html, dollars);
        pith_put_html(html->writer, pith_node_text(node));
        put(html, dollars);
        return false;
    }
    case PITH_NODE_CODE_BLOCK:
        put_code_block(html, node);
        return false;
    case PITH_NODE_THEMATIC_BREAK:
        put(html, "<hr>\n");
        return false;
    default:
        break;
    }
    const char *name = is_plain(html->writer, node) ? NULL : name_of(node);
    if (name != NULL) {
        put(html, "<");
        put(html, name);
        put_attributes(html, node);
        put(html, ">");
    }
    if (holds_blocks(node))
        put(html, "\n");
    return true;
}

static void leave(void *context, const pith_node *node)
{
    html_state *html = context;
    const char *name = is_plain(html->writer, node) ? NULL : name_of(node);
    if (name == NULL)
        return;
    if (is(node, PITH_NODE_LIST_ITEM))
        html->renumbered = pith_ends_numbers(node);
    if (is(node, PITH_NODE_TABLE))
        put_row_group(html, NULL);
    put(html, "</");
    put(html, name);
    put(html, is_block(node) ? ">\n" : ">");
}

static void visit(html_state *html, const pith_node *node)
{
    pith_visitor visitor = {enter, leave, html};
    pith_visit(html->writer, &visitor, node);
}

/* ---- Documents ---------------------------------------------------------- */

static void put_meta(html_state *html, const char *key, const char *name, pith_str content)
{
    if (content.size == 0)
        return;
    put(html, "<meta ");
    put(html, key);
    put(html, "=\"");
    put(html, name);
    put(html, "\"");
    put_attribute(html, "content", content);
    put(html, ">\n");
}

static void put_link(html_state *html, const char *rel, pith_str url)
{
    if (url.size == 0)
        return;
    put(html, "<link rel=\"");
    put(html, rel);
    put(html, "\"");
    put_attribute(html, "href", url);
    put(html, ">\n");
}

static void put_alternate(html_state *html, const pith_alternate *alternate)
{
    put(html, "<link rel=\"alternate\"");
    put_attribute(html, "type", alternate->type);
    put_attribute(html, "hreflang", alternate->language);
    put_attribute(html, "title", alternate->title);
    put_attribute(html, "href", alternate->url);
    put(html, ">\n");
}

static void put_head(html_state *html, const pith_document *document)
{
    put(html, "<head>\n<meta charset=\"utf-8\">\n<title>");
    pith_put_html(html->writer, pith_str_trim(pith_document_title(document)));
    put(html, "</title>\n");
    for (size_t i = 0; i < pith_document_author_count(document); i++)
        put_meta(html, "name", "author", pith_document_author(document, i));
    put_meta(html, "name", "description", pith_document_description(document));
    put_meta(html, "property", "og:site_name", pith_document_site(document));
    put_meta(html, "property", "article:published_time", pith_document_date(document));
    put_meta(html, "property", "article:modified_time", pith_document_modified(document));
    for (size_t i = 0; i < pith_document_category_count(document); i++)
        put_meta(html, "property", "article:section", pith_document_category(document, i));
    for (size_t i = 0; i < pith_document_tag_count(document); i++)
        put_meta(html, "property", "article:tag", pith_document_tag(document, i));
    put_meta(html, "property", "og:image", pith_document_image(document));
    put_meta(html, "property", "og:image:alt", pith_document_image_alt(document));
    pith_str canonical = pith_document_canonical(document);
    put_link(html, "canonical", canonical.size > 0 ? canonical : pith_document_url(document));
    pith_str licence = pith_document_licence(document);
    if (licence.size > 0 && memchr(licence.data, '/', licence.size) != NULL)
        put_link(html, "license", licence);
    for (size_t i = 0; i < pith_document_alternate_count(document); i++)
        put_alternate(html, pith_document_alternate(document, i));
    put(html, "</head>\n");
}

void pith_write_html(pith_writer *writer, const pith_document *document)
{
    html_state html = {.writer = writer};
    put(&html, "<!DOCTYPE html>\n<html");
    put_attribute(&html, "lang", pith_document_language(document));
    put(&html, ">\n");
    put_head(&html, document);
    put(&html, "<body>\n");
    if (pith_needs_title(writer, document)) {
        put(&html, "<h1>");
        pith_put_html(writer, pith_str_trim(pith_document_title(document)));
        put(&html, "</h1>\n");
    }
    visit(&html, pith_document_content(document));
    if (pith_writes(writer, PITH_PART_RELATED))
        visit(&html, pith_document_related(document));
    if (pith_writes(writer, PITH_PART_COMMENTS))
        visit(&html, pith_document_comments(document));
    if (pith_writes(writer, PITH_PART_FURNITURE)) {
        const pith_node *section = pith_node_first_child(pith_document_furniture(document));
        for (; section != NULL; section = pith_node_next(section))
            visit(&html, section);
    }
    put(&html, "</body>\n</html>\n");
}

void pith_write_html_node(pith_writer *writer, const pith_node *node)
{
    html_state html = {.writer = writer, .no_empty_lines = true};
    visit(&html, node);
}
