/* SPDX-License-Identifier: Apache-2.0 */
/* Markdown's inline nodes, and the tables whose cells hold them. */
#include "write/markdown.h"

static void raw(pith_markdown *md, const char *markup)
{
    pith_line_raw(&md->line, (pith_str){markup, strlen(markup)});
}

/* ---- Inline nodes ------------------------------------------------------- */

static bool is_marked(const pith_markdown *md, pith_node_type type)
{
    return pith_writes(md->writer, PITH_PART_EMPHASIS) &&
           !(type == PITH_NODE_STRONG && md->in_term);
}

static void put_image(pith_markdown *md, const pith_node *node)
{
    pith_line_open_link(&md->line, true);
    pith_line_text(&md->line, pith_node_text(node));
    pith_line_close_link(&md->line, true, pith_node_url(node), pith_node_title(node));
}

/* GitHub's math. A "|" would end a cell: LaTeX has other names for it. */
static void put_formula(pith_markdown *md, const pith_node *node)
{
    const char *dollars = pith_node_is_display(node) ? "$$" : "$";
    pith_str tex = pith_node_text(node);
    size_t start = 0;
    raw(md, dollars);
    for (size_t i = 0; md->line.kind == PITH_LINE_CELL && i < tex.size; i++) {
        if (tex.data[i] != '|')
            continue;
        bool is_double = i > start && tex.data[i - 1] == '\\';
        pith_line_raw(&md->line, (pith_str){tex.data + start, i - start - is_double});
        raw(md, is_double ? "\\Vert" : "\\vert");
        if (i + 1 < tex.size && pith_is_alpha(tex.data[i + 1]))
            raw(md, " ");
        start = i + 1;
    }
    pith_line_raw(&md->line, pith_str_from(tex, start));
    raw(md, dollars);
}

size_t pith_md_note_mark(const pith_node *node, char mark[PITH_MD_NOTE])
{
    size_t size = 2, digits = 1;
    int64_t number = pith_node_note_number(node);
    memcpy(mark, "[^", size);
    for (int64_t rest = number; rest >= 10; rest /= 10)
        digits++;
    for (size_t i = digits; i > 0; number /= 10)
        mark[size + --i] = (char)('0' + number % 10);
    mark[size + digits] = ']';
    return size + digits + 1;
}

static void put_break(pith_markdown *md)
{
    if (md->line.bytes.size == 0) /* what stood before it was left out */
        return;
    raw(md, md->line.kind == PITH_LINE_CELL      ? "<br>"
            : md->line.kind == PITH_LINE_HEADING ? " "
                                                 : "\\\n");
}

bool pith_md_enter_inline(pith_markdown *md, const pith_node *node)
{
    pith_node_type type = pith_node_get_type(node);
    if (pith_is_left_out(md->writer, node))
        return false;
    switch (type) {
    case PITH_NODE_TEXT:
        pith_line_text(&md->line, pith_node_text(node));
        return false;
    case PITH_NODE_CODE:
        pith_line_code(&md->line, pith_node_text(node));
        return false;
    case PITH_NODE_IMAGE:
        put_image(md, node);
        return false;
    case PITH_NODE_FORMULA:
        put_formula(md, node);
        return false;
    case PITH_NODE_FOOTNOTE_REFERENCE: {
        char mark[PITH_MD_NOTE];
        pith_line_raw(&md->line, (pith_str){mark, pith_md_note_mark(node, mark)});
        return false;
    }
    case PITH_NODE_LINE_BREAK:
        put_break(md);
        return false;
    case PITH_NODE_EMPHASIS:
        if (is_marked(md, type))
            pith_line_open(&md->line, PITH_MARK_EMPHASIS);
        return true;
    case PITH_NODE_STRONG:
        if (is_marked(md, type))
            pith_line_open(&md->line, PITH_MARK_STRONG);
        return true;
    case PITH_NODE_STRIKETHROUGH:
        pith_line_open(&md->line, PITH_MARK_STRIKE);
        return true;
    case PITH_NODE_SUPERSCRIPT:
        raw(md, "<sup>");
        return true;
    case PITH_NODE_SUBSCRIPT:
        raw(md, "<sub>");
        return true;
    case PITH_NODE_LINK:
        if (pith_writes(md->writer, PITH_PART_LINKS))
            pith_line_open_link(&md->line, false);
        return true;
    default:
        return false;
    }
}

void pith_md_leave_inline(pith_markdown *md, const pith_node *node)
{
    pith_node_type type = pith_node_get_type(node);
    switch (type) {
    case PITH_NODE_EMPHASIS:
        if (is_marked(md, type))
            pith_line_close(&md->line, PITH_MARK_EMPHASIS);
        break;
    case PITH_NODE_STRONG:
        if (is_marked(md, type))
            pith_line_close(&md->line, PITH_MARK_STRONG);
        break;
    case PITH_NODE_STRIKETHROUGH:
        pith_line_close(&md->line, PITH_MARK_STRIKE);
        break;
    case PITH_NODE_SUPERSCRIPT:
        pith_line_close_tag(&md->line, PITH_STR("<sup>"), PITH_STR("</sup>"));
        break;
    case PITH_NODE_SUBSCRIPT:
        pith_line_close_tag(&md->line, PITH_STR("<sub>"), PITH_STR("</sub>"));
        break;
    case PITH_NODE_LINK:
        if (pith_writes(md->writer, PITH_PART_LINKS))
            pith_line_close_link(&md->line, false, pith_node_url(node), pith_node_title(node));
        break;
    default:
        break;
    }
}

/* ---- Tables ------------------------------------------------------------- */

/* Wider tables are written as HTML. */
enum { COLUMNS = 64 };

/* Which columns the cells of rows above reach into, and how many rows further. */
typedef struct table_grid {
    uint32_t rows_left[COLUMNS];
    uint32_t columns;
    pith_align aligns[COLUMNS];
} table_grid;

/* GitHub's cells hold inline content only. */
static bool is_simple_cell(const pith_node *cell)
{
    const pith_node *block = pith_node_first_child(cell);
    for (; block != NULL; block = pith_node_next(block))
        if (pith_node_get_type(block) != PITH_NODE_PARAGRAPH &&
            pith_node_get_type(block) != PITH_NODE_HEADING)
            return false;
    return true;
}

/* The next column of the row that no cell above reaches into. */
static uint32_t next_column(table_grid *grid, uint32_t column)
{
    while (column < COLUMNS && grid->rows_left[column] > 0)
        grid->rows_left[column++]--;
    return column;
}

/* The end of a row: what reaches into its columns from `column` on does so no longer. */
static void end_row(table_grid *grid, uint32_t column)
{
    for (; column < COLUMNS; column++)
        grid->rows_left[column] -= grid->rows_left[column] > 0;
}

/* Marks the columns of a cell as taken in the rows below. */
static uint32_t place(table_grid *grid, const pith_node *cell, uint32_t column)
{
    uint32_t end = column + pith_node_column_span(cell);
    for (; column < end && column < COLUMNS; column++)
        grid->rows_left[column] = pith_node_row_span(cell) - 1;
    return end;
}

/* Measures the table; false if it has to be HTML. */
static bool measure(const pith_node *table, table_grid *grid)
{
    memset(grid, 0, sizeof *grid);
    bool aligned = false;
    const pith_node *row = pith_node_first_child(table);
    for (; row != NULL; row = pith_node_next(row)) {
        uint32_t column = 0;
        if (pith_node_get_type(row) != PITH_NODE_TABLE_ROW)
            continue;
        for (const pith_node *cell = pith_node_first_child(row); cell != NULL;
             cell = pith_node_next(cell)) {
            column = next_column(grid, column);
            if (column >= COLUMNS || !is_simple_cell(cell))
                return false;
            if (!aligned)
                grid->aligns[column] = pith_node_alignment(cell);
            column = place(grid, cell, column);
            if (column > COLUMNS)
                return false;
            if (column > grid->columns)
                grid->columns = column;
        }
        end_row(grid, column);
        for (uint32_t i = 0; i < COLUMNS; i++)
            aligned = aligned || grid->aligns[i] != PITH_ALIGN_NONE;
    }
    memset(grid->rows_left, 0, sizeof grid->rows_left);
    return true;
}

static void add(pith_markdown *md, const char *text)
{
    pith_buffer_add(&md->out, (pith_str){text, strlen(text)});
}

static bool enter_cell_part(void *context, const pith_node *node)
{
    pith_node_type type = pith_node_get_type(node);
    if (type == PITH_NODE_PARAGRAPH || type == PITH_NODE_HEADING)
        return true;
    return pith_md_enter_inline(context, node);
}

static void leave_cell_part(void *context, const pith_node *node)
{
    pith_md_leave_inline(context, node);
}

static void add_cell(pith_markdown *md, const pith_node *cell)
{
    pith_visitor visitor = {enter_cell_part, leave_cell_part, md};
    pith_line_begin(&md->line, PITH_LINE_CELL);
    const pith_node *block = pith_node_first_child(cell);
    for (size_t before = 0; block != NULL; block = pith_node_next(block)) {
        if (md->line.bytes.size > before)
            raw(md, "<br>");
        before = md->line.bytes.size;
        pith_visit(md->writer, &visitor, block);
    }
    add(md, "| ");
    pith_line_finish(&md->line, &md->out);
    add(md, " ");
}

/* A header has all columns; other rows need not. */
static void add_row(pith_markdown *md, const pith_node *row, table_grid *grid, bool header)
{
    uint32_t column = 0;
    for (const pith_node *cell = pith_node_first_child(row); cell != NULL;
         cell = pith_node_next(cell)) {
        uint32_t free = next_column(grid, column);
        for (; column < free; column++)
            add(md, "|  ");
        uint32_t end = place(grid, cell, column);
        add_cell(md, cell);
        for (column++; column < end; column++)
            add(md, "|  ");
    }
    end_row(grid, column);
    for (; header && column < grid->columns; column++)
        add(md, "|  ");
    add(md, "|\n");
}

static void add_delimiters(pith_markdown *md, const table_grid *grid)
{
    static const char *const delimiters[] = {"| --- ", "| :-- ", "| :-: ", "| --: "};
    for (uint32_t i = 0; i < grid->columns; i++)
        add(md, delimiters[grid->aligns[i]]);
    add(md, "|\n");
}

/* GitHub's tables need a header row: where the page has none it is empty. */
static void add_rows(pith_markdown *md, const pith_node *table, table_grid *grid)
{
    bool header = false;
    const pith_node *row = pith_node_first_child(table);
    for (; row != NULL; row = pith_node_next(row)) {
        if (pith_node_get_type(row) != PITH_NODE_TABLE_ROW)
            continue;
        if (!header && !pith_node_is_header(row)) {
            for (uint32_t i = 0; i < grid->columns; i++)
                add(md, "|  ");
            add(md, "|\n");
            add_delimiters(md, grid);
            header = true;
        }
        add_row(md, row, grid, !header);
        if (!header)
            add_delimiters(md, grid);
        header = true;
    }
}

static int add_html(void *context, const char *data, size_t size)
{
    pith_buffer *out = context;
    pith_buffer_add(out, (pith_str){data, size});
    return out->failed;
}

static void put_caption(pith_markdown *md, const pith_node *table)
{
    pith_visitor visitor = {pith_md_enter, pith_md_leave, md};
    const pith_node *part = pith_node_first_child(table);
    for (; part != NULL; part = pith_node_next(part))
        if (pith_node_get_type(part) == PITH_NODE_CAPTION)
            pith_visit(md->writer, &visitor, part);
}

void pith_md_table(pith_markdown *md, const pith_node *table)
{
    table_grid grid;
    if (measure(table, &grid)) {
        put_caption(md, table);
        add_rows(md, table, &grid);
    } else {
        pith_writer inner;
        pith_writer_init(&inner, add_html, &md->out, md->writer->memory, md->writer->parts);
        pith_write_html_node(&inner, table);
        pith_writer_finish(&inner);
    }
    if (md->out.size == 0)
        return;
    md->out.size--; /* the last line end */
    pith_md_begin_block(md);
    pith_md_put_block(md);
}
