/* SPDX-License-Identifier: Apache-2.0 */
/*
 * XML by the guidelines of the Text Encoding Initiative (TEI P5): the metadata
 * in a <teiHeader>, the content in <body>, its headings as the heads of nested
 * <div>s, and the furniture, when asked for, in <back>.
 */
#include "write/writer.h"

typedef struct tei_state {
    pith_writer *writer;
    int levels[7];       /* the heading levels of the open <div>s */
    int depth;           /* their number */
    bool label;          /* a <label> of a glossary waits for its <item> */
    bool any;            /* the body has something */
} tei_state;

static void put(tei_state *tei, const char *markup)
{
    pith_put(tei->writer, (pith_str){markup, strlen(markup)});
}

/* ---- Characters --------------------------------------------------------- */

/* XML 1.0, 2.2: what cannot stand in a document even as a reference; gives its size, or 0. */
static size_t forbidden(pith_str text)
{
    unsigned char byte = (unsigned char)text.data[0];
    if (byte < 0x20)
        return byte != '\n' && byte != '\t' && byte != '\r';
    bool last = byte == 0xEF && text.size > 2 && text.data[1] == '\xBF' &&
                (text.data[2] == '\xBE' || text.data[2] == '\xBF');
    return last ? 3 : 0;
}

static void put_text(tei_state *tei, pith_str text)
{
    size_t start = 0, at = 0;
    while (at < text.size) {
        size_t size = forbidden((pith_str){text.data + at, text.size - at});
        if (size == 0) {
            at++;
            continue;
        }
        pith_put_html(tei->writer, (pith_str){text.data + start, at - start});
        start = at += size;
    }
    pith_put_html(tei->writer, pith_str_from(text, start));
}

static void put_attribute(tei_state *tei, const char *name, pith_str value)
{
    if (value.size == 0)
        return;
    put(tei, " ");
    put(tei, name);
    put(tei, "=\"");
    put_text(tei, value);
    put(tei, "\"");
}

/* An attribute that holds an address: a space would part it in two. */
static void put_address(tei_state *tei, const char *name, pith_str url)
{
    size_t start = 0;
    put(tei, " ");
    put(tei, name);
    put(tei, "=\"");
    for (size_t i = 0; i < url.size; i++) {
        if (!pith_is_space(url.data[i]))
            continue;
        put_text(tei, (pith_str){url.data + start, i - start});
        put(tei, "%20");
        start = i + 1;
    }
    put_text(tei, pith_str_from(url, start));
    put(tei, "\"");
}

static pith_str format_number(int64_t number, char digits[24])
{
    size_t at = 24;
    uint64_t rest = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
    do
        digits[--at] = (char)('0' + rest % 10);
    while ((rest /= 10) > 0);
    if (number < 0)
        digits[--at] = '-';
    return (pith_str){digits + at, 24 - at};
}

static void put_number(tei_state *tei, const char *name, int64_t number)
{
    char digits[24];
    put_attribute(tei, name, format_number(number, digits));
}

static void put_element(tei_state *tei, const char *name, pith_str text)
{
    if (text.size == 0)
        return;
    put(tei, "<");
    put(tei, name);
    put(tei, ">");
    put_text(tei, text);
    put(tei, "</");
    put(tei, name);
    put(tei, ">\n");
}

/* ---- The header --------------------------------------------------------- */

/*
 * W3C's dates have seconds wherever they have a time, and a colon in the zone:
 * the day alone is taken of another.
 */
static pith_str date_of(pith_str date)
{
    static const char shape[] = "0000-00-00T00:00:00";
    enum { DAY = 10, TIME = sizeof shape - 1 };
    size_t at = 0;
    while (at < date.size && at < TIME &&
           (shape[at] == '0' ? pith_is_digit(date.data[at]) : shape[at] == date.data[at]))
        at++;
    if (at == date.size && (at == 4 || at == 7 || at == DAY || at == TIME))
        return date;
    if (at < DAY)
        return (pith_str){NULL, 0};
    pith_str zone = pith_str_from(date, at);
    bool utc = zone.size == 1 && zone.data[0] == 'Z';
    bool offset = zone.size == 6 && (zone.data[0] == '+' || zone.data[0] == '-') &&
                  pith_is_digit(zone.data[1]) && pith_is_digit(zone.data[2]) &&
                  zone.data[3] == ':' && pith_is_digit(zone.data[4]) && pith_is_digit(zone.data[5]);
    return at == TIME && (utc || offset) ? date : (pith_str){date.data, DAY};
}

static void put_date(tei_state *tei, pith_str date)
{
    if (date.size == 0)
        return;
    put(tei, "<date");
    put_attribute(tei, "when", date_of(date));
    put(tei, ">");
    put_text(tei, date);
    put(tei, "</date>\n");
}

/* XML Schema's "language": subtags of letters, then of letters and digits, eight at most each. */
static bool is_language(pith_str tag)
{
    size_t run = 0;
    bool first = true;
    for (size_t i = 0; i < tag.size; i++) {
        if (tag.data[i] == '-' && run > 0) {
            run = 0;
            first = false;
        } else if (!pith_is_alpha(tag.data[i]) && (first || !pith_is_digit(tag.data[i]))) {
            return false;
        } else if (++run > 8) {
            return false;
        }
    }
    return run > 0;
}

static void put_title_and_authors(tei_state *tei, const pith_document *document)
{
    pith_str title = pith_str_trim(pith_document_title(document));
    if (title.size > 0)
        put_element(tei, "title", title);
    else
        put(tei, "<title/>\n");
    for (size_t i = 0; i < pith_document_author_count(document); i++)
        put_element(tei, "author", pith_document_author(document, i));
}

static void put_header(tei_state *tei, const pith_document *document)
{
    pith_str site = pith_document_site(document), date = pith_document_date(document);
    pith_str url = pith_document_url(document), language = pith_document_language(document);
    put(tei, "<teiHeader>\n<fileDesc>\n<titleStmt>\n");
    put_title_and_authors(tei, document);
    put(tei, "</titleStmt>\n<publicationStmt>\n");
    if (site.size > 0) {
        put_element(tei, "publisher", site);
        put_date(tei, date);
    } else {
        put(tei, "<p/>\n"); /* the guidelines want something here */
    }
    put(tei, "</publicationStmt>\n<sourceDesc>\n<bibl>\n");
    put_title_and_authors(tei, document);
    put_element(tei, "publisher", site);
    put_date(tei, date);
    if (url.size > 0) {
        put(tei, "<ptr");
        put_address(tei, "target", url);
        put(tei, "/>\n");
    }
    put(tei, "</bibl>\n</sourceDesc>\n</fileDesc>\n");
    pith_str abstract = pith_document_description(document);
    if (abstract.size > 0 || is_language(language)) {
        put(tei, "<profileDesc>\n");
        if (abstract.size > 0) {
            put(tei, "<abstract>\n");
            put_element(tei, "p", abstract);
            put(tei, "</abstract>\n");
        }
        if (is_language(language)) {
            put(tei, "<langUsage>\n<language");
            put_attribute(tei, "ident", language);
            put(tei, "/>\n</langUsage>\n");
        }
        put(tei, "</profileDesc>\n");
    }
    put(tei, "</teiHeader>\n");
}

/* ---- Divisions ---------------------------------------------------------- */

static bool is(const pith_node *node, pith_node_type type)
{
    return pith_node_get_type(node) == type;
}

/* A heading of the content itself begins a division; elsewhere it is a paragraph. */
static bool begins_division(const pith_node *node)
{
    return is(node, PITH_NODE_HEADING) && is(pith_node_parent(node), PITH_NODE_DOCUMENT);
}

/* Closes the divisions that a heading of this level ends; 0 ends all. */
static void close_divisions(tei_state *tei, int level)
{
    while (tei->depth > 0 && tei->levels[tei->depth - 1] >= level) {
        put(tei, "</div>\n");
        tei->depth--;
    }
}

static void open_division(tei_state *tei, const pith_node *heading)
{
    int level = pith_node_heading_level(heading);
    close_divisions(tei, level);
    tei->levels[tei->depth++] = level;
    put(tei, "<div>\n");
}

/* ---- Nodes -------------------------------------------------------------- */

/* A paragraph that is one image in a figure: the figure's <graphic>. */
static bool is_graphic(const pith_node *paragraph)
{
    const pith_node *image = pith_node_first_child(paragraph);
    return is(paragraph, PITH_NODE_PARAGRAPH) &&
           is(pith_node_parent(paragraph), PITH_NODE_FIGURE) && is(image, PITH_NODE_IMAGE) &&
           pith_node_next(image) == NULL;
}

static const char *name_of(const pith_node *node)
{
    switch (pith_node_get_type(node)) {
    case PITH_NODE_SECTION: return "div";
    case PITH_NODE_HEADING: return begins_division(node) ? "head" : "p";
    case PITH_NODE_PARAGRAPH: return is_graphic(node) ? NULL : "p";
    case PITH_NODE_BLOCK_QUOTE: return "quote";
    case PITH_NODE_LIST: case PITH_NODE_DESCRIPTION_LIST: return "list";
    case PITH_NODE_LIST_ITEM: case PITH_NODE_DESCRIPTION_DETAILS: return "item";
    case PITH_NODE_DESCRIPTION_TERM: return "label";
    case PITH_NODE_TABLE: return "table";
    case PITH_NODE_TABLE_ROW: return "row";
    case PITH_NODE_TABLE_CELL: return "cell";
    case PITH_NODE_FOOTNOTE: return "note";
    case PITH_NODE_FIGURE: return "figure";
    case PITH_NODE_CAPTION: return "head";
    case PITH_NODE_EMPHASIS: case PITH_NODE_STRONG: case PITH_NODE_STRIKETHROUGH:
    case PITH_NODE_SUPERSCRIPT: case PITH_NODE_SUBSCRIPT: return "hi";
    case PITH_NODE_LINK: return "ref";
    default: return NULL;
    }
}

/* The element's "rend"; NULL where there is none. */
static const char *rend_of(const pith_node *node)
{
    static const char *const headings[] = {"h1", "h2", "h3", "h4", "h5", "h6"};
    switch (pith_node_get_type(node)) {
    case PITH_NODE_HEADING:
        return begins_division(node) ? NULL : headings[pith_node_heading_level(node) - 1];
    case PITH_NODE_LIST: return pith_node_is_ordered(node) ? "numbered" : "bulleted";
    case PITH_NODE_EMPHASIS: return "italic";
    case PITH_NODE_STRONG: return "bold";
    case PITH_NODE_STRIKETHROUGH: return "strikethrough";
    case PITH_NODE_SUPERSCRIPT: return "superscript";
    case PITH_NODE_SUBSCRIPT: return "subscript";
    default: return NULL;
    }
}

/* A note's number between `before` and `after`. */
static void put_note_id(tei_state *tei, const char *before, const pith_node *node,
                        const char *after)
{
    char digits[24];
    put(tei, before);
    pith_put(tei->writer, format_number(pith_node_note_number(node), digits));
    put(tei, after);
}

static void put_attributes(tei_state *tei, const pith_node *node)
{
    const char *rend = rend_of(node), *label = pith_label_name(pith_node_label(node));
    if (rend != NULL)
        put_attribute(tei, "rend", (pith_str){rend, strlen(rend)});
    if (pith_node_is_header(node))
        put_attribute(tei, "role", PITH_STR("label"));
    switch (pith_node_get_type(node)) {
    case PITH_NODE_SECTION:
        put_attribute(tei, "type", (pith_str){label, strlen(label)});
        break;
    case PITH_NODE_DESCRIPTION_LIST:
        put_attribute(tei, "type", PITH_STR("gloss"));
        break;
    case PITH_NODE_LIST_ITEM:
        if (pith_node_is_ordered(pith_node_parent(node)))
            put_number(tei, "n", pith_node_item_number(node));
        break;
    case PITH_NODE_TABLE_CELL:
        if (pith_node_column_span(node) > 1)
            put_number(tei, "cols", pith_node_column_span(node));
        if (pith_node_row_span(node) > 1)
            put_number(tei, "rows", pith_node_row_span(node));
        break;
    case PITH_NODE_FOOTNOTE:
        put_number(tei, "n", pith_node_note_number(node));
        put(tei, " place=\"foot\"");
        put_note_id(tei, " xml:id=\"fn", node, "\"");
        break;
    case PITH_NODE_LINK:
        put_address(tei, "target", pith_node_url(node));
        break;
    default:
        break;
    }
}

static void put_code_block(tei_state *tei, const pith_node *node)
{
    put(tei, "<p><code");
    put_attribute(tei, "lang", pith_node_language(node));
    put(tei, " rend=\"block\" xml:space=\"preserve\">");
    put_text(tei, pith_node_text(node));
    put(tei, "</code></p>\n");
}

static void put_formula(tei_state *tei, const pith_node *node)
{
    put(tei, "<formula notation=\"TeX\"");
    put(tei, pith_node_is_display(node) ? " rend=\"display\">" : ">");
    put_text(tei, pith_node_text(node));
    put(tei, "</formula>");
}

static void put_image(tei_state *tei, const pith_node *node)
{
    bool inside = is_graphic(pith_node_parent(node));
    put(tei, inside ? "<graphic" : "<figure><graphic");
    put_address(tei, "url", pith_node_url(node));
    put(tei, "/>");
    if (pith_node_text(node).size > 0) {
        put(tei, "<figDesc>");
        put_text(tei, pith_node_text(node));
        put(tei, "</figDesc>");
    }
    put(tei, inside ? "\n" : "</figure>");
}

/* Writes a node without children; false if it is another. */
static bool put_leaf(tei_state *tei, const pith_node *node)
{
    switch (pith_node_get_type(node)) {
    case PITH_NODE_TEXT: put_text(tei, pith_node_text(node)); return true;
    case PITH_NODE_CODE: put(tei, "<code>");
        put_text(tei, pith_node_text(node));
        put(tei, "</code>");
        return true;
    case PITH_NODE_LINE_BREAK: put(tei, "<lb/>\n"); return true;
    case PITH_NODE_IMAGE: put_image(tei, node); return true;
    case PITH_NODE_FORMULA: put_formula(tei, node); return true;
    case PITH_NODE_FOOTNOTE_REFERENCE:
        put_note_id(tei, "<ref target=\"#fn", node, "\">");
        put_note_id(tei, "", node, "</ref>");
        return true;
    case PITH_NODE_CODE_BLOCK: put_code_block(tei, node); return true;
    case PITH_NODE_THEMATIC_BREAK:
        put(tei, "<milestone unit=\"section\" rend=\"rule\"/>\n");
        return true;
    default: return false;
    }
}

static bool is_plain(const tei_state *tei, const pith_node *node)
{
    return (is(node, PITH_NODE_LINK) && !pith_writes(tei->writer, PITH_PART_LINKS)) ||
           ((is(node, PITH_NODE_EMPHASIS) || is(node, PITH_NODE_STRONG)) &&
            !pith_writes(tei->writer, PITH_PART_EMPHASIS));
}

static bool holds_blocks(const pith_node *node)
{
    switch (pith_node_get_type(node)) {
    case PITH_NODE_PARAGRAPH: case PITH_NODE_HEADING: case PITH_NODE_CAPTION:
    case PITH_NODE_DESCRIPTION_TERM:
        return false;
    default:
        return pith_node_get_type(node) < PITH_NODE_TEXT;
    }
}

/* Labels and items of a glossary come in pairs: an empty one stands for what the page lacks. */
static void pair_up(tei_state *tei, const pith_node *node)
{
    bool details = is(node, PITH_NODE_DESCRIPTION_DETAILS);
    if (is(node, PITH_NODE_DESCRIPTION_TERM) && tei->label)
        put(tei, "<item/>\n");
    if (details && !tei->label)
        put(tei, "<label/>\n");
    if (details || is(node, PITH_NODE_DESCRIPTION_LIST))
        tei->label = false;
}

static bool enter(void *context, const pith_node *node);
static void leave(void *context, const pith_node *node);

static void visit(tei_state *tei, const pith_node *node)
{
    pith_visitor visitor = {enter, leave, tei};
    pith_visit(tei->writer, &visitor, node);
}

/* A table's head comes first, and it has a row. */
static void put_table_head(tei_state *tei, const pith_node *table)
{
    bool rows = false;
    const pith_node *part = pith_node_first_child(table);
    for (; part != NULL; part = pith_node_next(part)) {
        rows = rows || is(part, PITH_NODE_TABLE_ROW);
        if (is(part, PITH_NODE_CAPTION)) {
            put(tei, "<head>");
            for (const pith_node *c = pith_node_first_child(part); c; c = pith_node_next(c))
                visit(tei, c);
            put(tei, "</head>\n");
        }
    }
    if (!rows)
        put(tei, "<row><cell/></row>\n");
}

static bool enter(void *context, const pith_node *node)
{
    tei_state *tei = context;
    if (pith_is_left_out(tei->writer, node) ||
        (is(node, PITH_NODE_CAPTION) && is(pith_node_parent(node), PITH_NODE_TABLE)))
        return false;
    tei->any = tei->any || !is(node, PITH_NODE_DOCUMENT);
    if (put_leaf(tei, node))
        return false;
    if (begins_division(node))
        open_division(tei, node);
    pair_up(tei, node);
    const char *name = is_plain(tei, node) ? NULL : name_of(node);
    if (name != NULL) {
        put(tei, "<");
        put(tei, name);
        put_attributes(tei, node);
        put(tei, holds_blocks(node) ? ">\n" : ">");
    }
    if (is(node, PITH_NODE_TABLE))
        put_table_head(tei, node);
    return true;
}

static void leave(void *context, const pith_node *node)
{
    tei_state *tei = context;
    const char *name = is_plain(tei, node) ? NULL : name_of(node);
    if (is(node, PITH_NODE_DESCRIPTION_LIST) && tei->label)
        put(tei, "<item/>\n");
    tei->label = is(node, PITH_NODE_DESCRIPTION_TERM) ||
                 (tei->label && pith_node_get_type(node) >= PITH_NODE_TEXT);
    if (name == NULL)
        return;
    put(tei, "</");
    put(tei, name);
    put(tei, pith_node_get_type(node) < PITH_NODE_TEXT ? ">\n" : ">");
}

/* ---- Documents ---------------------------------------------------------- */

/* The section after the content that a part asks for; NULL where it is not there. */
static const pith_node *section_of(const tei_state *tei, pith_part part, const pith_node *section)
{
    return pith_writes(tei->writer, part) ? section : NULL;
}

static void put_back(tei_state *tei, const pith_document *document)
{
    const pith_node *comments =
        section_of(tei, PITH_PART_COMMENTS, pith_document_comments(document));
    const pith_node *related = section_of(tei, PITH_PART_RELATED, pith_document_related(document));
    const pith_node *section = section_of(
        tei, PITH_PART_FURNITURE, pith_node_first_child(pith_document_furniture(document)));
    if (comments == NULL && related == NULL && section == NULL)
        return;
    put(tei, "<back>\n");
    if (comments != NULL)
        visit(tei, comments);
    if (related != NULL)
        visit(tei, related);
    for (; section != NULL; section = pith_node_next(section))
        visit(tei, section);
    put(tei, "</back>\n");
}

void pith_write_tei(pith_writer *writer, const pith_document *document)
{
    tei_state tei = {.writer = writer};
    pith_str language = pith_document_language(document);
    put(&tei, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
              "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"");
    put_attribute(&tei, "xml:lang", is_language(language) ? language : PITH_STR(""));
    put(&tei, ">\n");
    put_header(&tei, document);
    put(&tei, "<text>\n<body>\n");
    if (pith_needs_title(writer, document))
        put_element(&tei, "head", pith_str_trim(pith_document_title(document)));
    visit(&tei, pith_document_content(document));
    close_divisions(&tei, 0);
    if (!tei.any)
        put(&tei, "<p/>\n");
    put(&tei, "</body>\n");
    put_back(&tei, document);
    put(&tei, "</text>\n</TEI>\n");
}
