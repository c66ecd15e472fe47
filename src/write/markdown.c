/* SPDX-License-Identifier: Apache-2.0 */
/* Markdown: CommonMark with GitHub's tables and strikethrough. */
#include "write/markdown.h"

/* ---- Lines -------------------------------------------------------------- */

static void put(pith_markdown *md, const char *text)
{
    pith_put(md->writer, (pith_str){text, strlen(text)});
}

static pith_str bytes_of(const pith_buffer *buffer)
{
    return (pith_str){buffer->data, buffer->size};
}

/* The prefix of a line without text: no spaces at its end. */
static void put_bare_prefix(pith_markdown *md)
{
    pith_str prefix = bytes_of(&md->prefix);
    while (prefix.size > 0 && prefix.data[prefix.size - 1] == ' ')
        prefix.size--;
    pith_put(md->writer, prefix);
}

static const pith_md_list *innermost_list(const pith_markdown *md)
{
    const pith_md_list *list = md->list_count > 0 ? &md->lists[md->list_count - 1] : NULL;
    if (list != NULL && list->first) /* before its first item the list around it counts */
        list = md->list_count > 1 ? list - 1 : NULL;
    return list;
}

void pith_md_begin_block(pith_markdown *md)
{
    md->after_list = false;
    if (md->fresh) {
        for (; md->pad > 0; md->pad--)
            put(md, " ");
        md->fresh = false;
        return;
    }
    const pith_md_list *list = innermost_list(md);
    if (md->started) {
        put(md, "\n");
        if (list == NULL || !list->tight) {
            put_bare_prefix(md);
            put(md, "\n");
        }
    }
    md->started = true;
    pith_put(md->writer, bytes_of(&md->prefix));
}

void pith_md_put_block(pith_markdown *md)
{
    pith_str text = bytes_of(&md->out);
    while (text.size > 0) {
        const char *end = memchr(text.data, '\n', text.size);
        size_t size = end != NULL ? (size_t)(end - text.data) : text.size;
        pith_put(md->writer, (pith_str){text.data, size});
        if (end == NULL)
            break;
        text.data += size + 1;
        text.size -= size + 1;
        put(md, "\n");
        if (text.size > 0 && text.data[0] == '\n')
            put_bare_prefix(md);
        else
            pith_put(md->writer, bytes_of(&md->prefix));
    }
    pith_buffer_reset(&md->out);
}

/* ---- Blocks of text ----------------------------------------------------- */

static void add(pith_markdown *md, const char *text)
{
    pith_buffer_add(&md->out, (pith_str){text, strlen(text)});
}

static void open_leaf(pith_markdown *md, const pith_node *node)
{
    pith_node_type type = pith_node_get_type(node);
    pith_line_begin(&md->line, type == PITH_NODE_HEADING ? PITH_LINE_HEADING
                               : md->fresh               ? PITH_LINE_ITEM
                                                         : PITH_LINE_PARAGRAPH);
    md->in_term = type == PITH_NODE_DESCRIPTION_TERM && pith_writes(md->writer, PITH_PART_EMPHASIS);
    if (md->in_term)
        pith_line_open(&md->line, PITH_MARK_STRONG);
}

static void close_leaf(pith_markdown *md, const pith_node *node)
{
    if (md->in_term)
        pith_line_close(&md->line, PITH_MARK_STRONG);
    md->in_term = false;
    if (md->line.bytes.size == 0)
        return;
    for (int level = pith_node_heading_level(node); level > 0; level--)
        add(md, level > 1 ? "#" : "# ");
    pith_line_finish(&md->line, &md->out);
    pith_md_begin_block(md);
    pith_md_put_block(md);
}

/* A fence longer than any run of backticks in the code. */
static void put_code(pith_markdown *md, const pith_node *node)
{
    pith_str code = pith_node_text(node), language = pith_node_language(node);
    size_t fence = 3, run = 0;
    for (size_t i = 0; i < code.size; i++) {
        run = code.data[i] == '`' ? run + 1 : 0;
        fence = run >= fence ? run + 1 : fence;
    }
    for (size_t i = 0; i < fence; i++)
        add(md, "`");
    pith_buffer_add(&md->out, language);
    add(md, "\n");
    pith_buffer_add(&md->out, code);
    add(md, "\n");
    for (size_t i = 0; i < fence; i++)
        add(md, "`");
    pith_md_begin_block(md);
    pith_md_put_block(md);
}

/* ---- Containers --------------------------------------------------------- */

/* What follows stands in a container: its lines begin with `prefix` too. */
static void push_prefix(pith_markdown *md, const char *prefix)
{
    pith_buffer_add(&md->prefix, (pith_str){prefix, strlen(prefix)});
}

static void push_spaces(pith_markdown *md, size_t count)
{
    for (size_t i = 0; i < count; i++)
        push_prefix(md, " ");
}

static void pop_prefix(pith_markdown *md, size_t size)
{
    md->prefix.size -= size <= md->prefix.size ? size : md->prefix.size;
}

static void open_quote(pith_markdown *md)
{
    pith_md_begin_block(md);
    put(md, ">");
    push_prefix(md, "> ");
    md->fresh = true;
    md->pad = 1;
}

static void open_list(pith_markdown *md, const pith_node *node)
{
    void *lists = md->lists;
    if (!pith_array_grow(md->writer->memory, &lists, &md->list_capacity, md->list_count + 1,
                         sizeof *md->lists)) {
        md->writer->status = PITH_ERROR_MEMORY;
        return;
    }
    md->lists = lists;
    bool ordered = pith_node_is_ordered(node);
    char first = ordered ? '.' : '-', second = ordered ? ')' : '*';
    /* After a list of the same kind only another marker begins a new one. */
    bool touches = md->after_list && md->list_marker == first;
    md->lists[md->list_count++] = (pith_md_list){
        .ordered = ordered, .tight = pith_list_is_tight(node),
        .first = true, .marker = touches ? second : first};
}

static void close_list(pith_markdown *md)
{
    const pith_md_list *list = &md->lists[--md->list_count];
    if (list->first)
        return;
    md->after_list = true;
    md->list_marker = list->marker;
}

/* Markdown's list numbers have one to nine digits and no sign. */
static size_t format_marker(const pith_md_list *list, char out[16])
{
    enum { LARGEST = 999999999 };
    if (!list->ordered) {
        out[0] = list->marker;
        return 1;
    }
    int64_t number = list->number < 0 ? 0 : list->number > LARGEST ? LARGEST : list->number;
    size_t size = 0, digits = 1;
    for (int64_t rest = number; rest >= 10; rest /= 10)
        digits++;
    for (size = digits; size > 0; number /= 10)
        out[--size] = (char)('0' + number % 10);
    out[digits] = list->marker;
    return digits + 1;
}

static size_t marker_width(const pith_md_list *list)
{
    char marker[16];
    return format_marker(list, marker) + 1;
}

/*
 * Only the first number of a Markdown list counts. Where the numbers do not go
 * up by one, another marker and an empty line begin a new list.
 */
static void open_item(pith_markdown *md, const pith_node *item)
{
    pith_md_list *list = &md->lists[md->list_count - 1];
    int64_t number = pith_node_item_number(item);
    bool tight = list->tight;
    if (list->ordered && !list->first && number != list->number + 1) {
        list->marker = list->marker == '.' ? ')' : '.';
        list->tight = false;
    }
    pith_md_begin_block(md);
    list->tight = tight;
    list->number = number;
    list->first = false;
    char marker[16];
    size_t size = format_marker(list, marker);
    pith_put(md->writer, (pith_str){marker, size});
    push_spaces(md, size + 1);
    md->fresh = true;
    md->pad = 1;
}

static void open_note(pith_markdown *md, const pith_node *note)
{
    char mark[PITH_MD_NOTE];
    pith_md_begin_block(md);
    pith_put(md->writer, (pith_str){mark, pith_md_note_mark(note, mark)});
    put(md, ":");
    push_spaces(md, 4);
    md->fresh = true;
    md->pad = 1;
}

static void close_container(pith_markdown *md, size_t width)
{
    md->fresh = false;
    md->pad = 0;
    md->after_list = false;
    pop_prefix(md, width);
}

/* ---- Nodes -------------------------------------------------------------- */

bool pith_md_enter(void *markdown, const pith_node *node)
{
    pith_markdown *md = markdown;
    if (pith_is_left_out(md->writer, node))
        return false;
    switch (pith_node_get_type(node)) {
    case PITH_NODE_DOCUMENT: case PITH_NODE_SECTION: case PITH_NODE_FIGURE:
    case PITH_NODE_DESCRIPTION_LIST: case PITH_NODE_DESCRIPTION_DETAILS:
        break;
    case PITH_NODE_PARAGRAPH: case PITH_NODE_HEADING: case PITH_NODE_CAPTION:
    case PITH_NODE_DESCRIPTION_TERM:
        open_leaf(md, node);
        break;
    case PITH_NODE_BLOCK_QUOTE:
        open_quote(md);
        break;
    case PITH_NODE_FOOTNOTE:
        open_note(md, node);
        break;
    case PITH_NODE_LIST:
        open_list(md, node);
        return md->writer->status == PITH_OK;
    case PITH_NODE_LIST_ITEM:
        open_item(md, node);
        break;
    case PITH_NODE_CODE_BLOCK:
        put_code(md, node);
        return false;
    case PITH_NODE_THEMATIC_BREAK:
        pith_md_begin_block(md);
        put(md, "***");
        return false;
    case PITH_NODE_TABLE:
        pith_md_table(md, node);
        return false;
    default:
        return pith_md_enter_inline(md, node);
    }
    return true;
}

void pith_md_leave(void *markdown, const pith_node *node)
{
    pith_markdown *md = markdown;
    switch (pith_node_get_type(node)) {
    case PITH_NODE_DOCUMENT: case PITH_NODE_SECTION: case PITH_NODE_FIGURE:
    case PITH_NODE_DESCRIPTION_LIST: case PITH_NODE_DESCRIPTION_DETAILS:
        break;
    case PITH_NODE_PARAGRAPH: case PITH_NODE_HEADING: case PITH_NODE_CAPTION:
    case PITH_NODE_DESCRIPTION_TERM:
        close_leaf(md, node);
        break;
    case PITH_NODE_BLOCK_QUOTE:
        close_container(md, 2);
        break;
    case PITH_NODE_FOOTNOTE:
        close_container(md, 4);
        break;
    case PITH_NODE_LIST:
        close_list(md);
        break;
    case PITH_NODE_LIST_ITEM:
        close_container(md, marker_width(&md->lists[md->list_count - 1]));
        break;
    default:
        pith_md_leave_inline(md, node);
        break;
    }
    if (md->line.failed || md->out.failed || md->prefix.failed)
        md->writer->status = PITH_ERROR_MEMORY;
}

/* ---- Documents ---------------------------------------------------------- */

static void put_title(pith_markdown *md, const pith_document *document)
{
    pith_line_begin(&md->line, PITH_LINE_HEADING);
    pith_line_text(&md->line, pith_str_trim(pith_document_title(document)));
    add(md, "# ");
    pith_line_finish(&md->line, &md->out);
    pith_md_begin_block(md);
    pith_md_put_block(md);
}

static void put_furniture(pith_markdown *md, const pith_document *document)
{
    pith_visitor visitor = {pith_md_enter, pith_md_leave, md};
    const pith_node *section = pith_node_first_child(pith_document_furniture(document));
    for (; section != NULL; section = pith_node_next(section)) {
        if (pith_is_left_out(md->writer, section))
            continue;
        pith_md_begin_block(md);
        put(md, "<!-- furniture: ");
        put(md, pith_label_name(pith_node_label(section)));
        put(md, " -->");
        pith_visit(md->writer, &visitor, section);
    }
}

void pith_write_markdown(pith_writer *writer, const pith_document *document)
{
    pith_markdown md = {.writer = writer};
    pith_line_init(&md.line, writer->memory);
    pith_buffer_init(&md.out, writer->memory);
    pith_buffer_init(&md.prefix, writer->memory);
    pith_visitor visitor = {pith_md_enter, pith_md_leave, &md};
    if (pith_needs_title(writer, document))
        put_title(&md, document);
    pith_visit(writer, &visitor, pith_document_content(document));
    if (pith_writes(writer, PITH_PART_RELATED))
        pith_visit(writer, &visitor, pith_document_related(document));
    if (pith_writes(writer, PITH_PART_COMMENTS))
        pith_visit(writer, &visitor, pith_document_comments(document));
    if (pith_writes(writer, PITH_PART_FURNITURE))
        put_furniture(&md, document);
    if (md.started)
        put(&md, "\n");
    if (md.line.failed || md.out.failed || md.prefix.failed)
        writer->status = PITH_ERROR_MEMORY;
    pith_line_release(&md.line);
    pith_buffer_release(&md.out);
    pith_buffer_release(&md.prefix);
    pith_memory_free(writer->memory, md.lists, md.list_capacity * sizeof *md.lists);
}
