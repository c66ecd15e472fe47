/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Plain text: blocks parted by an empty line, list items one a line, table rows
 * one a line with " | " between cells, code as it stands.
 */
#include "write/writer.h"

/* A list that is open. */
typedef struct list_frame {
    bool ordered;
    uint32_t width;      /* columns of the current item's marker */
} list_frame;

typedef struct text_state {
    pith_writer *writer;
    list_frame *lists;
    uint32_t list_count;
    uint32_t list_capacity;
    uint32_t indent;     /* columns before each line */
    uint32_t lines;      /* line ends that are due before the next character */
    uint32_t cells;      /* open table cells: all in them stands on one line */
    bool started;
    bool fresh;          /* just after a marker: the next block begins on its line */
    char last;           /* the last byte put */
} text_state;

static void put_indent(text_state *text)
{
    for (uint32_t i = 0; i < text->indent; i++)
        pith_put_byte(text->writer, ' ');
}

/* Writes the line ends, or the space inside a table's row, that are due. */
static void begin_text(text_state *text)
{
    if (text->lines > 0 && text->cells > 0) {
        pith_put_byte(text->writer, ' ');
    } else if (text->lines > 0) {
        for (uint32_t i = 0; i < text->lines; i++)
            pith_put_byte(text->writer, '\n');
        put_indent(text);
    } else if (!text->started) {
        put_indent(text);
    }
    text->lines = 0;
    text->started = true;
    text->fresh = false;
}

static void put(text_state *text, pith_str bytes)
{
    if (bytes.size == 0)
        return;
    begin_text(text);
    pith_put(text->writer, bytes);
    text->last = bytes.data[bytes.size - 1];
}

/* Text of the page: a no-break space is a space; none follows another or begins a line. */
static void put_text(text_state *text, pith_str bytes)
{
    if (bytes.size == 0)
        return;
    bool begins = !text->started || text->lines > 0 || text->fresh;
    size_t start = bytes.data[0] == ' ' && (begins || text->last == ' ');
    for (size_t i = 0; i + 1 < bytes.size; i++) {
        if (bytes.data[i] != '\xC2' || bytes.data[i + 1] != '\xA0')
            continue;
        put(text, (pith_str){bytes.data + start, i - start});
        put(text, PITH_STR(" "));
        start = i + 2;
    }
    put(text, pith_str_from(bytes, start));
}

/* Asks for at least so many line ends, unless nothing has been written yet. */
static void end_line(text_state *text, uint32_t lines)
{
    if (text->started && !text->fresh && text->lines < lines)
        text->lines = lines;
}

static void end_block(text_state *text)
{
    end_line(text, text->list_count > 0 ? 1 : 2);
}

/* ---- Blocks ------------------------------------------------------------- */

static void open_list(text_state *text, const pith_node *node)
{
    void *lists = text->lists;
    end_block(text);
    if (!pith_array_grow(text->writer->memory, &lists, &text->list_capacity, text->list_count + 1,
                         sizeof *text->lists)) {
        text->writer->status = PITH_ERROR_MEMORY;
        return;
    }
    text->lists = lists;
    text->lists[text->list_count++] = (list_frame){.ordered = pith_node_is_ordered(node)};
}

static size_t format_number(int64_t number, char out[24])
{
    char digits[24];
    size_t size = 0, count = 0;
    uint64_t rest = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
    do
        digits[count++] = (char)('0' + rest % 10);
    while ((rest /= 10) > 0);
    if (number < 0)
        out[size++] = '-';
    while (count > 0)
        out[size++] = digits[--count];
    return size;
}

static void open_item(text_state *text, const pith_node *item)
{
    list_frame *list = &text->lists[text->list_count - 1];
    char marker[32] = "-";
    size_t size = 1;
    if (list->ordered) {
        size = format_number(pith_node_item_number(item), marker);
        marker[size++] = '.';
    }
    marker[size++] = ' ';
    end_block(text);
    put(text, (pith_str){marker, size});
    text->fresh = true;
    list->width = (uint32_t)size;
    text->indent += list->width;
}

static void put_note_mark(text_state *text, const pith_node *node)
{
    char mark[32] = "[";
    size_t size = 1 + format_number(pith_node_note_number(node), mark + 1);
    mark[size++] = ']';
    put(text, (pith_str){mark, size});
}

/* Code as it stands, each line indented as the list around it; on one line in a cell. */
static void put_code(text_state *text, pith_str code)
{
    size_t start = 0;
    for (size_t i = 0; i < code.size; i++) {
        if (code.data[i] != '\n')
            continue;
        put(text, (pith_str){code.data + start, i - start});
        if (text->cells > 0)
            put(text, PITH_STR(" "));
        else
            text->lines++;
        start = i + 1;
    }
    put(text, pith_str_from(code, start));
}

static void open_cell(text_state *text, const pith_node *node)
{
    if (pith_node_first_child(pith_node_parent(node)) != node)
        put(text, PITH_STR(" | "));
    else
        begin_text(text);
    text->cells++;
    text->fresh = true;
}

static bool enter_block(text_state *text, const pith_node *node)
{
    switch (pith_node_get_type(node)) {
    case PITH_NODE_LIST:
        open_list(text, node);
        break;
    case PITH_NODE_LIST_ITEM:
        open_item(text, node);
        break;
    case PITH_NODE_FOOTNOTE:
        end_block(text);
        put_note_mark(text, node);
        put(text, PITH_STR(" "));
        text->fresh = true;
        break;
    case PITH_NODE_DESCRIPTION_DETAILS:
        end_line(text, 1);
        text->fresh = true; /* its first block follows the term without a gap */
        text->indent += 2;
        break;
    case PITH_NODE_TABLE_ROW:
        end_line(text, 1);
        break;
    case PITH_NODE_TABLE_CELL:
        open_cell(text, node);
        break;
    case PITH_NODE_CODE_BLOCK:
        end_block(text);
        put_code(text, pith_node_text(node));
        break;
    case PITH_NODE_SECTION:
        end_block(text);
        break;
    default:
        end_block(text);
        break;
    }
    return true;
}

static void leave_block(text_state *text, const pith_node *node)
{
    switch (pith_node_get_type(node)) {
    case PITH_NODE_LIST:
        text->list_count--;
        end_block(text);
        break;
    case PITH_NODE_LIST_ITEM:
        text->fresh = false;
        text->indent -= text->lists[text->list_count - 1].width;
        end_block(text);
        break;
    case PITH_NODE_FOOTNOTE:
        text->fresh = false;
        end_block(text);
        break;
    case PITH_NODE_DESCRIPTION_TERM:
        end_line(text, 1);
        break;
    case PITH_NODE_DESCRIPTION_DETAILS:
        text->fresh = false;
        text->indent -= 2;
        end_line(text, 1);
        break;
    case PITH_NODE_TABLE_CELL:
        text->cells--;
        text->fresh = false;
        text->lines = 0;
        break;
    case PITH_NODE_TABLE_ROW:
        end_line(text, 1);
        break;
    default:
        end_block(text);
        break;
    }
}

/* ---- Inline ------------------------------------------------------------- */

static bool is_word(char byte)
{
    return pith_is_alpha(byte) || pith_is_digit(byte) || (byte & '\x80') != 0;
}

/* A power or the mark of a note: "^" keeps its digits from the word before. */
static void open_superscript(text_state *text, const pith_node *node)
{
    pith_str inner = pith_node_text(pith_node_first_child(node));
    bool nested = pith_node_get_type(pith_node_parent(node)) == PITH_NODE_SUPERSCRIPT;
    if (text->lines == 0 && text->started && is_word(text->last) &&
        (nested || (inner.size > 0 && pith_is_digit(inner.data[0]))))
        put(text, PITH_STR("^"));
}

static void put_url(text_state *text, const pith_node *node)
{
    if (!pith_writes(text->writer, PITH_PART_LINKS))
        return;
    put(text, PITH_STR(" <"));
    put(text, pith_node_url(node));
    put(text, PITH_STR(">"));
}

static void put_image(text_state *text, const pith_node *node)
{
    put(text, PITH_STR("["));
    put_text(text, pith_node_text(node));
    put(text, PITH_STR("]"));
    put_url(text, node);
}

static void put_formula(text_state *text, const pith_node *node)
{
    pith_str dollars = pith_node_is_display(node) ? PITH_STR("$$") : PITH_STR("$");
    put(text, dollars);
    put(text, pith_node_text(node));
    put(text, dollars);
}

static void put_mark(text_state *text, pith_str mark)
{
    if (pith_writes(text->writer, PITH_PART_EMPHASIS))
        put(text, mark);
}

static bool enter(void *context, const pith_node *node)
{
    text_state *text = context;
    if (pith_is_left_out(text->writer, node))
        return false;
    switch (pith_node_get_type(node)) {
    case PITH_NODE_TEXT: case PITH_NODE_CODE:
        put_text(text, pith_node_text(node));
        break;
    case PITH_NODE_LINE_BREAK:
        if (text->lines == 0)
            text->lines = 1;
        break;
    case PITH_NODE_EMPHASIS:
        put_mark(text, PITH_STR("*"));
        break;
    case PITH_NODE_STRONG:
        put_mark(text, PITH_STR("**"));
        break;
    case PITH_NODE_SUPERSCRIPT:
        open_superscript(text, node);
        break;
    case PITH_NODE_IMAGE:
        put_image(text, node);
        break;
    case PITH_NODE_FORMULA:
        put_formula(text, node);
        break;
    case PITH_NODE_FOOTNOTE_REFERENCE:
        put_note_mark(text, node);
        break;
    case PITH_NODE_SUBSCRIPT: case PITH_NODE_STRIKETHROUGH: case PITH_NODE_LINK:
        break;
    default:
        return enter_block(text, node);
    }
    return true;
}

static void leave(void *context, const pith_node *node)
{
    text_state *text = context;
    switch (pith_node_get_type(node)) {
    case PITH_NODE_EMPHASIS:
        put_mark(text, PITH_STR("*"));
        break;
    case PITH_NODE_STRONG:
        put_mark(text, PITH_STR("**"));
        break;
    case PITH_NODE_LINK:
        put_url(text, node);
        break;
    case PITH_NODE_TEXT: case PITH_NODE_CODE: case PITH_NODE_LINE_BREAK: case PITH_NODE_IMAGE:
    case PITH_NODE_SUPERSCRIPT: case PITH_NODE_SUBSCRIPT: case PITH_NODE_STRIKETHROUGH:
    case PITH_NODE_FORMULA: case PITH_NODE_FOOTNOTE_REFERENCE:
        break;
    default:
        leave_block(text, node);
        break;
    }
}

/* ---- Documents ---------------------------------------------------------- */

static void visit(text_state *text, const pith_node *node)
{
    pith_visitor visitor = {enter, leave, text};
    pith_visit(text->writer, &visitor, node);
}

static void finish(text_state *text)
{
    if (text->started)
        pith_put_byte(text->writer, '\n');
    pith_memory_free(text->writer->memory, text->lists, text->list_capacity * sizeof *text->lists);
}

static void put_furniture(text_state *text, const pith_document *document)
{
    const pith_node *section = pith_node_first_child(pith_document_furniture(document));
    for (; section != NULL; section = pith_node_next(section)) {
        const char *name = pith_label_name(pith_node_label(section));
        if (pith_is_left_out(text->writer, section))
            continue;
        end_block(text);
        put(text, PITH_STR("["));
        put(text, (pith_str){name, strlen(name)});
        put(text, PITH_STR("]"));
        visit(text, section);
    }
}

void pith_write_text(pith_writer *writer, const pith_document *document)
{
    text_state text = {.writer = writer};
    if (pith_needs_title(writer, document))
        put_text(&text, pith_str_trim(pith_document_title(document)));
    visit(&text, pith_document_content(document));
    if (pith_writes(writer, PITH_PART_RELATED))
        visit(&text, pith_document_related(document));
    if (pith_writes(writer, PITH_PART_COMMENTS))
        visit(&text, pith_document_comments(document));
    if (pith_writes(writer, PITH_PART_FURNITURE))
        put_furniture(&text, document);
    finish(&text);
}

void pith_write_text_node(pith_writer *writer, const pith_node *node)
{
    text_state text = {.writer = writer};
    visit(&text, node);
    finish(&text);
}
