/* SPDX-License-Identifier: Apache-2.0 */
/* Tables: which ones hold data, and the cells of those. */
#include "document/builder.h"

/* ---- Data or layout ----------------------------------------------------- */

/* What the judge has seen of an open table. */
typedef struct seen {
    uint32_t html;
    uint32_t outer;       /* index of the table around it, plus 1 */
    uint32_t rows;
    uint32_t columns;     /* of the longest row */
    uint32_t cells;       /* of the current row */
    bool header;          /* it has <th>, <thead> or <caption> */
    bool marked_layout;   /* role=presentation or none */
    bool structure;       /* a cell has what a cell of data has not */
    bool code;            /* a cell has preformatted text, as highlighters make without a header */
    bool nested;
} seen;

typedef struct table_judge {
    pith_builder *builder;
    seen *tables;         /* parallel to builder->tables */
    uint32_t capacity;
    uint32_t open;        /* index of the innermost open table, plus 1 */
} table_judge;

static bool is_marked_layout(const pith_html_tree *tree, uint32_t html)
{
    pith_str role = pith_attribute_head(tree, html, PITH_ATTRIBUTE_ROLE);
    return pith_str_equal_ignoring_case(role, PITH_STR("presentation")) ||
           pith_str_equal_ignoring_case(role, PITH_STR("none"));
}

static void open_table(table_judge *judge, uint32_t html)
{
    pith_builder *builder = judge->builder;
    void *tables = builder->tables, *all = judge->tables;
    uint32_t index = builder->table_count;
    if (!pith_array_grow(builder->memory, &tables, &builder->table_capacity, index + 1,
                         sizeof *builder->tables)) {
        builder->failed = true;
        return;
    }
    builder->tables = tables;
    if (!pith_array_grow(builder->memory, &all, &judge->capacity, index + 1,
                         sizeof *judge->tables)) {
        builder->failed = true;
        return;
    }
    judge->tables = all;
    if (judge->open != 0)
        judge->tables[judge->open - 1].nested = true;
    judge->tables[index] = (seen){.html = html, .outer = judge->open,
                                  .marked_layout = is_marked_layout(builder->tree, html)};
    builder->tables[index] = (pith_table_shape){html, false};
    builder->table_count = index + 1;
    judge->open = index + 1;
}

/*
 * A table of data has columns, and more than one row unless a header says what
 * it is; its cells hold text and lists, not headings, forms or other tables.
 */
static bool is_data(const seen *table)
{
    if (table->marked_layout || table->nested || table->structure)
        return false;
    if (table->header)
        return table->columns > 1 || table->rows > 1;
    return table->columns > 1 && table->rows > 1 && !table->code;
}

static void look_at(table_judge *judge, uint32_t html)
{
    seen *table = &judge->tables[judge->open - 1];
    switch (judge->builder->tree->nodes[html].name) {
    case PITH_TAG_TR:
        table->rows++;
        table->cells = 0;
        break;
    case PITH_TAG_TH:
        table->header = true;
        table->cells++;
        break;
    case PITH_TAG_TD:
        table->cells++;
        break;
    case PITH_TAG_THEAD: case PITH_TAG_CAPTION:
        table->header = true;
        break;
    case PITH_TAG_H1: case PITH_TAG_H2: case PITH_TAG_H3: case PITH_TAG_H4: case PITH_TAG_H5:
    case PITH_TAG_H6: case PITH_TAG_ARTICLE: case PITH_TAG_SECTION: case PITH_TAG_FORM:
    case PITH_TAG_BLOCKQUOTE: case PITH_TAG_HR: case PITH_TAG_FIGURE:
        table->structure = true;
        break;
    case PITH_TAG_PRE:
        table->code = true;
        break;
    default:
        break;
    }
    if (table->cells > table->columns)
        table->columns = table->cells;
}

static bool has_table(const pith_html_tree *tree)
{
    for (uint32_t node = 0; node < tree->node_count; node++)
        if (pith_html_is(tree, node, PITH_TAG_TABLE))
            return true;
    return false;
}

void pith_builder_judge_tables(pith_builder *builder)
{
    const pith_html_tree *tree = builder->tree;
    table_judge judge = {.builder = builder};
    uint32_t node = 0;
    if (!has_table(tree))
        return;
    while (!builder->failed) {
        const pith_html_node *n = &tree->nodes[node];
        if (n->type == PITH_HTML_ELEMENT && n->space == PITH_NS_HTML) {
            if (n->name == PITH_TAG_TABLE)
                open_table(&judge, node);
            else if (judge.open != 0)
                look_at(&judge, node);
        }
        if (n->first_child != 0) {
            node = n->first_child;
            continue;
        }
        while (node != 0 && !builder->failed) {
            if (judge.open != 0 && judge.tables[judge.open - 1].html == node) {
                builder->tables[judge.open - 1].data = is_data(&judge.tables[judge.open - 1]);
                judge.open = judge.tables[judge.open - 1].outer;
            }
            if (tree->nodes[node].next != 0)
                break;
            node = tree->nodes[node].parent;
        }
        if (node == 0)
            break;
        node = tree->nodes[node].next;
    }
    pith_memory_free(builder->memory, judge.tables, judge.capacity * sizeof *judge.tables);
}

bool pith_builder_is_data(pith_builder *builder, uint32_t html)
{
    while (builder->next_table < builder->table_count) {
        const pith_table_shape *shape = &builder->tables[builder->next_table++];
        if (shape->html == html)
            return shape->data;
    }
    return false;
}

/* ---- Rows and cells ----------------------------------------------------- */

static bool is_cell(const pith_html_tree *tree, uint32_t html)
{
    return pith_html_is(tree, html, PITH_TAG_TD) || pith_html_is(tree, html, PITH_TAG_TH);
}

bool pith_is_header_row(const pith_html_tree *tree, uint32_t html)
{
    uint32_t headers = 0, others = 0, child = tree->nodes[html].first_child;
    for (; child != 0; child = tree->nodes[child].next) {
        headers += pith_html_is(tree, child, PITH_TAG_TH);
        others += pith_html_is(tree, child, PITH_TAG_TD);
    }
    /* One header cell alone is the title of the rows below it. */
    return pith_html_is(tree, tree->nodes[html].parent, PITH_TAG_THEAD) ||
           (others == 0 && headers > 1);
}

/* HTML standard, "algorithm for processing rows": values out of range become 1 or the most. */
static uint32_t read_span(const pith_html_tree *tree, uint32_t html, uint32_t name, uint32_t most)
{
    pith_str text = pith_attribute_head(tree, html, name);
    uint32_t span = 0;
    for (size_t i = 0; i < text.size && pith_is_digit(text.data[i]) && span <= most; i++)
        span = span * 10 + (uint32_t)(text.data[i] - '0');
    if (span == 0)
        span = name == PITH_ATTRIBUTE_ROWSPAN && text.size > 0 && text.data[0] == '0' ? most : 1;
    return span < most ? span : most;
}

static uint8_t align_of_word(pith_str word)
{
    if (pith_str_equal_ignoring_case(word, PITH_STR("left")))
        return PITH_ALIGN_LEFT;
    if (pith_str_equal_ignoring_case(word, PITH_STR("center")))
        return PITH_ALIGN_CENTER;
    if (pith_str_equal_ignoring_case(word, PITH_STR("right")))
        return PITH_ALIGN_RIGHT;
    return PITH_ALIGN_NONE;
}

/* By the style attribute's text-align, else by the align attribute. */
static uint8_t read_align(const pith_html_tree *tree, uint32_t html)
{
    pith_str style = pith_attribute_head(tree, html, PITH_ATTRIBUTE_STYLE);
    pith_str property = PITH_STR("text-align:");
    for (size_t at = 0; at + property.size <= style.size; at++) {
        if (!pith_str_equal_ignoring_case((pith_str){style.data + at, property.size}, property))
            continue;
        pith_str word = pith_str_trim(
            (pith_str){style.data + at + property.size, style.size - at - property.size});
        size_t size = 0;
        while (size < word.size && pith_is_alpha(word.data[size]))
            size++;
        return align_of_word((pith_str){word.data, size});
    }
    return align_of_word(pith_attribute_head(tree, html, PITH_ATTRIBUTE_ALIGN));
}

void pith_describe_cell(pith_builder *builder, uint32_t html, pith_node *cell)
{
    enum { MOST_COLUMNS = 1000, MOST_ROWS = 65534 };
    const pith_html_tree *tree = builder->tree;
    cell->header = pith_html_is(tree, html, PITH_TAG_TH);
    cell->column_span = (uint16_t)read_span(tree, html, PITH_ATTRIBUTE_COLSPAN, MOST_COLUMNS);
    cell->row_span = (uint16_t)read_span(tree, html, PITH_ATTRIBUTE_ROWSPAN, MOST_ROWS);
    cell->align = read_align(tree, html);
}

void pith_builder_fill_row(pith_builder *builder, pith_wrapper *row, uint32_t end)
{
    const pith_html_tree *tree = builder->tree;
    for (uint32_t cell = row->next_cell; cell != end && cell != 0; cell = tree->nodes[cell].next) {
        if (!is_cell(tree, cell))
            continue;
        pith_node *node = pith_builder_add(builder, row->node[PITH_CONTENT], PITH_NODE_TABLE_CELL,
                                           tree->nodes[cell].start);
        if (node == NULL)
            return;
        pith_describe_cell(builder, cell, node);
    }
    row->next_cell = end;
}

/* ---- Row spans ---------------------------------------------------------- */

static bool is_spanning(const pith_node *row)
{
    for (const pith_node *cell = row->first_child; cell != NULL; cell = cell->next)
        if (row->type == PITH_NODE_TABLE_ROW && cell->row_span > 1)
            return true;
    return false;
}

/* The index of the first number that is not below `bound`, from `from` on. */
static uint32_t find_row(const int64_t *numbers, uint32_t from, uint32_t count, int64_t bound)
{
    while (from < count) {
        uint32_t middle = from + (count - from) / 2;
        if (numbers[middle] < bound)
            from = middle + 1;
        else
            count = middle;
    }
    return from;
}

/* Rows without content have no nodes: a span counts only those of its rows that have one. */
void pith_builder_finish_table(pith_builder *builder, pith_node *table)
{
    uint32_t count = 0, capacity = 0, at = 0;
    bool spans = false;
    for (const pith_node *row = table->first_child; row != NULL; row = row->next) {
        count += row->type == PITH_NODE_TABLE_ROW;
        spans = spans || is_spanning(row);
    }
    void *memory = NULL;
    if (!spans)
        return;
    if (!pith_array_grow(builder->memory, &memory, &capacity, count, sizeof(int64_t))) {
        builder->failed = true;
        return;
    }
    int64_t *numbers = memory; /* of the rows in the page's table, ascending */
    for (const pith_node *row = table->first_child; row != NULL; row = row->next) {
        if (row->type != PITH_NODE_TABLE_ROW)
            continue;
        numbers[at] = at > 0 && numbers[at - 1] > row->number ? numbers[at - 1] : row->number;
        at++;
    }
    at = 0;
    for (pith_node *row = table->first_child; row != NULL; row = row->next) {
        if (row->type != PITH_NODE_TABLE_ROW)
            continue;
        for (pith_node *cell = row->first_child; cell != NULL; cell = cell->next)
            if (cell->row_span > 1)
                cell->row_span = (uint16_t)(
                    find_row(numbers, at + 1, count, numbers[at] + cell->row_span) - at);
        at++;
    }
    pith_memory_free(builder->memory, numbers, capacity * sizeof *numbers);
}
