/* SPDX-License-Identifier: Apache-2.0 */
/* From the lines of a text to a tree of paragraphs, headings and lists. */
#include "text/lines.h"
#include "text/text.h"

#include "block/measure.h"

enum { ROOT = 1, BODY = 2 }; /* nodes: <html> and <body> */

typedef struct parse {
    pith_text_parser *parser;
    pith_str text;
    uint32_t most_nodes;
    uint32_t joined_count;
    uint32_t blank;      /* empty lines since the last with text */
    uint32_t list;       /* the list that the last paragraph is an item of, or 0 */
    uint32_t columns;    /* of the last line */
    bool stops;          /* it ends as sentences do */
    bool open;           /* the last paragraph can still take a line */
    bool full;           /* no more nodes */
    bool failed;
} parse;

/* ---- Nodes -------------------------------------------------------------- */

/* A node at the end of its parent's children; 0 where there can be none. */
static uint32_t add_node(parse *p, uint32_t parent, pith_html_node node)
{
    pith_text_parser *parser = p->parser;
    void *nodes = parser->nodes;
    if (parser->node_count >= p->most_nodes) {
        p->full = true;
        return 0;
    }
    if (!pith_array_grow(parser->memory, &nodes, &parser->node_capacity, parser->node_count + 1,
                         sizeof *parser->nodes)) {
        p->failed = true;
        return 0;
    }
    parser->nodes = nodes;
    uint32_t index = parser->node_count++;
    parser->nodes[index] = node;
    if (index == 0)
        return 0;
    pith_html_node *all = parser->nodes, *holder = &all[parent];
    all[index].parent = parent;
    all[index].previous = index;
    if (holder->first_child == 0) {
        holder->first_child = index;
        return index;
    }
    pith_html_node *first = &all[holder->first_child];
    all[index].previous = first->previous;
    all[first->previous].next = index;
    first->previous = index;
    return index;
}

static uint32_t add_element(parse *p, uint32_t parent, uint32_t tag, uint32_t start)
{
    pith_html_node node = {.type = PITH_HTML_ELEMENT, .space = PITH_NS_HTML, .name = tag,
                           .start = start, .extent = p->parser->attribute_count};
    return add_node(p, parent, node);
}

/* The line as text, with one byte of the white space after it, which parts it from the next. */
static void add_line(parse *p, uint32_t element, pith_str line)
{
    size_t start = (size_t)(line.data - p->text.data);
    bool part = start + line.size < p->text.size && pith_is_space(line.data[line.size]);
    bool decode = memchr(line.data, '\0', line.size) != NULL;
    pith_html_node node = {.type = PITH_HTML_TEXT, .start = (uint32_t)start,
                           .extent = (uint32_t)line.size + part,
                           .count = decode ? PITH_TEXT_NUL_DROP | PITH_TEXT_DECODE : 0};
    add_node(p, element, node);
}

/* Room for one more attribute. There is an array even where no element has any. */
static bool reserve_attribute(parse *p)
{
    pith_text_parser *parser = p->parser;
    void *attributes = parser->attributes;
    if (!pith_array_grow(parser->memory, &attributes, &parser->attribute_capacity,
                         parser->attribute_count + 1, sizeof *parser->attributes))
        p->failed = true;
    parser->attributes = attributes;
    return !p->failed;
}

/* The number as the list's "start" attribute. */
static void add_start(parse *p, uint32_t list, uint32_t start, uint32_t size)
{
    pith_text_parser *parser = p->parser;
    if (!reserve_attribute(p))
        return;
    parser->nodes[list].extent = parser->attribute_count;
    parser->nodes[list].count = 1;
    parser->attributes[parser->attribute_count++] = (pith_html_attribute){
        .name = PITH_ATTRIBUTE_START, .name_start = start, .value_start = start,
        .value_size = size};
}

/* ---- Marks -------------------------------------------------------------- */

/* What stands for a bullet where a space follows it. */
static size_t bullet_size(pith_str line)
{
    static const char *const bullets[] = {"-", "*", "+", "•", "·", "▪", "◦", "‣", "●", "○", "■",
                                          "□", "►", "▸", "✓", "✔", "➢", "❖"};
    for (size_t i = 0; i < sizeof bullets / sizeof *bullets; i++) {
        size_t size = strlen(bullets[i]);
        if (line.size > size + 1 && memcmp(line.data, bullets[i], size) == 0 &&
            (line.data[size] == ' ' || line.data[size] == '\t'))
            return size;
    }
    return 0;
}

/* "12." or "12)" before a space: the size of the number, else 0. */
static size_t number_size(pith_str line, uint32_t *number)
{
    enum { MOST_DIGITS = 4 };
    size_t size = 0;
    *number = 0;
    while (size < line.size && size < MOST_DIGITS && pith_is_digit(line.data[size]))
        *number = *number * 10 + (uint32_t)(line.data[size++] - '0');
    bool marked = size > 0 && size + 2 < line.size &&
                  (line.data[size] == '.' || line.data[size] == ')') &&
                  (line.data[size + 1] == ' ' || line.data[size + 1] == '\t');
    return marked ? size : 0;
}

static void read_marker(pith_text_paragraph *paragraph, pith_str line)
{
    size_t bullet = bullet_size(line), digits = 0;
    if (bullet == 0)
        digits = number_size(line, &paragraph->number);
    size_t size = bullet > 0 ? bullet : digits > 0 ? digits + 1 : 0;
    if (size == 0)
        return;
    while (size < line.size && size < UINT8_MAX && pith_is_space(line.data[size]))
        size++;
    if (pith_is_blank(pith_str_from(line, size)))
        return;
    paragraph->marker = bullet > 0 ? line.data[bullet - 1] : '1';
    paragraph->marker_size = (uint8_t)size;
}

/* "## Title": its level, and the line without the marks; 0 for any other line. */
static uint32_t marked_heading(pith_str *line)
{
    enum { LEVELS = 6 };
    size_t level = 0;
    while (level < line->size && line->data[level] == '#')
        level++;
    if (level == 0 || level > LEVELS || level == line->size || line->data[level] != ' ')
        return 0;
    pith_str title = pith_str_trim(pith_str_from(*line, level));
    while (title.size > 0 && title.data[title.size - 1] == '#')
        title.size--;
    *line = pith_str_trim(title);
    return line->size > 0 ? (uint32_t)level : 0;
}

/* A line of at least three of one mark that draws a rule: the mark; else 0. */
static char rule_mark(pith_str line)
{
    enum { SHORTEST = 3 };
    if (line.size < SHORTEST || memchr("-=_*~#", line.data[0], 6) == NULL)
        return '\0';
    for (size_t i = 1; i < line.size; i++)
        if (line.data[i] != line.data[0])
            return '\0';
    return line.data[0];
}

/* ---- Paragraphs --------------------------------------------------------- */

static pith_text_paragraph *last_paragraph(const parse *p, uint32_t from_end)
{
    return p->parser->count > from_end
               ? &p->parser->paragraphs[p->parser->count - 1 - from_end] : NULL;
}

/* True if an item with the second's marker goes on with the list of the first, right after it. */
static bool continues_list(const parse *p, const pith_text_paragraph *first,
                           const pith_text_paragraph *second)
{
    const pith_html_node *nodes = p->parser->nodes;
    if (p->list == 0 && (first == NULL || nodes[nodes[BODY].first_child].previous != first->node))
        return false; /* a rule is between them */
    if (first->marker_size == 0 || second->marker_size == 0 || first->marker != second->marker)
        return false;
    return first->marker != '1' || second->number == first->number + 1;
}

/* Leaves the marker out of the paragraph's first text, and makes it an item. */
static void make_item(parse *p, pith_text_paragraph *paragraph)
{
    pith_html_node *nodes = p->parser->nodes;
    pith_html_node *text = &nodes[nodes[paragraph->node].first_child];
    nodes[paragraph->node].name = PITH_TAG_LI;
    text->start += paragraph->marker_size;
    text->extent -= paragraph->marker_size;
}

/* A list around the last child of <body>, which is the paragraph's element. */
static void begin_list(parse *p, pith_text_paragraph *paragraph)
{
    pith_html_node *nodes = p->parser->nodes;
    uint32_t start = nodes[paragraph->node].start, item = paragraph->node;
    uint32_t list = add_element(p, BODY, paragraph->marker == '1' ? PITH_TAG_OL : PITH_TAG_UL,
                                start);
    if (list == 0)
        return;
    nodes = p->parser->nodes;
    uint32_t before = nodes[item].previous; /* itself where it is the first child */
    nodes[nodes[BODY].first_child].previous = list;
    if (nodes[BODY].first_child == item) {
        nodes[BODY].first_child = list;
        nodes[list].previous = list;
    } else {
        nodes[before].next = list;
        nodes[list].previous = before;
    }
    nodes[list].first_child = item;
    nodes[item].parent = list;
    nodes[item].previous = item;
    nodes[item].next = 0;
    if (paragraph->marker == '1') {
        uint32_t digits = 0;
        while (pith_is_digit(p->text.data[start + digits]))
            digits++;
        add_start(p, list, start, digits);
    }
    p->list = list;
    make_item(p, paragraph);
}

/* Adds the paragraph that begins with the line, without its text; false if it cannot be. */
static bool begin_paragraph(parse *p, const pith_line *line, uint32_t parent, uint32_t tag)
{
    enum { NODES_OF_ONE = 3 }; /* a list, an item, a text */
    pith_text_parser *parser = p->parser;
    void *paragraphs = parser->paragraphs;
    if (p->most_nodes - parser->node_count < NODES_OF_ONE) {
        p->full = true;
        return false;
    }
    if (!pith_array_grow(parser->memory, &paragraphs, &parser->capacity, parser->count + 1,
                         sizeof *parser->paragraphs)) {
        p->failed = true;
        return false;
    }
    parser->paragraphs = paragraphs;
    uint32_t node = add_element(p, parent, tag, (uint32_t)(line->text.data - p->text.data));
    if (node == 0)
        return false;
    parser->paragraphs[parser->count++] =
        (pith_text_paragraph){.node = node, .blank_before = p->blank, .columns = line->columns,
                              .indent = (uint8_t)(line->indent < 255 ? line->indent : 255)};
    return true;
}

static void take_paragraph(parse *p, const pith_line *line)
{
    pith_text_paragraph marker = {.marker_size = 0};
    read_marker(&marker, line->text);
    pith_text_paragraph *before = last_paragraph(p, 0);
    bool item = continues_list(p, before, &marker);
    if (item && p->list == 0)
        begin_list(p, before);
    if (!item || p->failed || p->full)
        p->list = 0;
    if (p->failed || !begin_paragraph(p, line, p->list != 0 ? p->list : BODY, PITH_TAG_P))
        return;
    pith_text_paragraph *paragraph = last_paragraph(p, 0);
    paragraph->marker = marker.marker;
    paragraph->marker_size = marker.marker_size;
    paragraph->number = marker.number;
    add_line(p, paragraph->node, line->text);
    p->open = true;
    if (p->list != 0 && !p->failed)
        make_item(p, paragraph);
}

static void take_heading(parse *p, const pith_line *line, pith_str title, uint32_t level)
{
    p->list = 0;
    p->open = false;
    if (begin_paragraph(p, line, BODY, PITH_TAG_H1 + level - 1))
        add_line(p, last_paragraph(p, 0)->node, title);
}

/* A line of marks underlines a heading of about its width, or is a rule. */
static void take_rule(parse *p, const pith_line *line, char mark)
{
    enum { FAR = 2 };
    pith_text_paragraph *title = last_paragraph(p, 0);
    uint32_t columns = title != NULL ? title->columns : 0;
    bool near = columns <= line->columns + FAR && line->columns <= columns + FAR;
    if (title != NULL && p->blank == 0 && p->open && !title->joined && title->marker_size == 0 &&
        near && (mark == '=' || mark == '-'))
        p->parser->nodes[title->node].name = mark == '=' ? PITH_TAG_H1 : PITH_TAG_H2;
    else
        add_element(p, BODY, PITH_TAG_HR, (uint32_t)(line->text.data - p->text.data));
    p->list = 0;
    p->open = false;
}

/* True if the line goes on with the paragraph of the line before. */
static bool continues(const parse *p, const pith_line *line, uint32_t width)
{
    const pith_text_paragraph *before = last_paragraph(p, 0);
    if (width == 0 || !p->open || p->blank > 0 || before == NULL ||
        !pith_line_goes_on(p->columns, p->stops, line, width))
        return false;
    const pith_html_node *nodes = p->parser->nodes;
    const pith_html_node *text = &nodes[nodes[nodes[before->node].first_child].previous];
    if (!pith_is_space(p->text.data[text->start + text->extent - 1]))
        return false; /* a vertical tab would part nothing */
    pith_text_paragraph marker = {.marker_size = 0};
    read_marker(&marker, line->text);
    bool indented = line->indent > before->indent && before->marker_size == 0 && !before->joined;
    return marker.marker_size == 0 && !indented;
}

static void join(parse *p, const pith_line *line)
{
    pith_text_paragraph *paragraph = last_paragraph(p, 0);
    pith_html_node *nodes = p->parser->nodes;
    pith_html_node *text = &nodes[nodes[nodes[paragraph->node].first_child].previous];
    /* Scripts without spaces have none at a line's end either. */
    if ((unsigned char)line->text.data[0] >= 0xE3 && text->extent > 3 &&
        (unsigned char)p->text.data[text->start + text->extent - 4] >= 0xE3)
        text->extent--;
    p->joined_count += !paragraph->joined;
    paragraph->joined = true;
    add_line(p, paragraph->node, line->text);
}

static void take_line(parse *p, const pith_line *line, uint32_t width)
{
    if (line->text.size == 0 || pith_is_blank(line->text)) {
        p->blank += p->blank < UINT32_MAX;
        return;
    }
    pith_str title = line->text;
    char mark = rule_mark(line->text);
    uint32_t level = mark == '\0' ? marked_heading(&title) : 0;
    if (mark != '\0')
        take_rule(p, line, mark);
    else if (level > 0 && !pith_is_blank(title))
        take_heading(p, line, title, level);
    else if (continues(p, line, width))
        join(p, line);
    else
        take_paragraph(p, line);
    p->blank = 0;
    p->columns = line->columns;
    p->stops = pith_line_stops(line);
}

static void read_lines(parse *p)
{
    pith_lines lines;
    pith_line line;
    pith_lines_begin(&lines, p->text);
    while (lines.at < lines.end && !p->failed && !p->full) {
        pith_stretch stretch = pith_lines_stretch(lines);
        while (lines.at < stretch.end && !p->failed && !p->full &&
               pith_lines_next(&lines, &line))
            take_line(p, &line, stretch.width);
    }
}

/* ---- The parser --------------------------------------------------------- */

void pith_text_parser_init(pith_text_parser *parser, pith_memory *memory)
{
    *parser = (pith_text_parser){.memory = memory};
}

void pith_text_parser_release(pith_text_parser *parser)
{
    pith_memory *memory = parser->memory;
    pith_memory_free(memory, parser->nodes, parser->node_capacity * sizeof *parser->nodes);
    pith_memory_free(memory, parser->attributes,
                     parser->attribute_capacity * sizeof *parser->attributes);
    pith_memory_free(memory, parser->paragraphs, parser->capacity * sizeof *parser->paragraphs);
    pith_text_parser_init(parser, memory);
}

pith_status pith_text_parse(pith_text_parser *parser, pith_str text, uint32_t nodes,
                            pith_text *result)
{
    enum { DEFAULT_NODES = 1 << 24, FEWEST = 3 };
    parse p = {.parser = parser, .text = text, .most_nodes = nodes != 0 ? nodes : DEFAULT_NODES};
    if (p.most_nodes < FEWEST)
        p.most_nodes = FEWEST;
    parser->node_count = parser->attribute_count = parser->count = 0;
    if (reserve_attribute(&p))
        add_node(&p, 0, (pith_html_node){.type = PITH_HTML_DOCUMENT});
    if (!p.failed)
        add_element(&p, 0, PITH_TAG_HTML, 0);
    if (!p.failed)
        add_element(&p, ROOT, PITH_TAG_BODY, 0);
    if (!p.failed)
        read_lines(&p);
    if (p.failed)
        return pith_memory_status(parser->memory);
    *result = (pith_text){
        .tree = {.text = text.data, .text_size = (uint32_t)text.size,
                 .node_count = parser->node_count, .nodes = parser->nodes,
                 .attributes = parser->attributes, .attribute_count = parser->attribute_count,
                 .limits_hit = p.full ? PITH_LIMIT_NODES : 0},
        .paragraphs = parser->paragraphs,
        .count = parser->count,
        .joined_count = p.joined_count,
    };
    return PITH_OK;
}
