/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The insertion modes of tables: in table, in table text, in caption, in column
 * group, in table body, in row, in cell (HTML standard, 13.2.6.4.9 to 13.2.6.4.15).
 */
#include "html/state.h"

static const uint32_t table_context[] = {PITH_TAG_TABLE};
static const uint32_t body_context[] = {PITH_TAG_TBODY, PITH_TAG_TFOOT, PITH_TAG_THEAD};
static const uint32_t row_context[] = {PITH_TAG_TR};

static void clear_to_table(pith_html_parser *parser)
{
    pith_html_clear_stack_to(parser, table_context, 1);
}

static void clear_to_body(pith_html_parser *parser)
{
    pith_html_clear_stack_to(parser, body_context, 3);
}

static void clear_to_row(pith_html_parser *parser)
{
    pith_html_clear_stack_to(parser, row_context, 1);
}

static bool in_table_scope(const pith_html_parser *parser, uint32_t tag)
{
    return pith_html_in_scope(parser, tag, PITH_CLASS_TABLE_SCOPE);
}

static bool is_table_section(uint32_t name)
{
    return name == PITH_TAG_TBODY || name == PITH_TAG_TFOOT || name == PITH_TAG_THEAD;
}

static bool is_cell(uint32_t name)
{
    return name == PITH_TAG_TD || name == PITH_TAG_TH;
}

/* ---- Text ------------------------------------------------------------------ */

void pith_html_table_text(pith_html_parser *parser, pith_html_slice text)
{
    if (parser->mode != PITH_MODE_IN_TABLE_TEXT) {
        unsigned classes = pith_html_classes(pith_html_current(parser)->key);
        if (!(classes & PITH_CLASS_TABLE_PART) &&
            !pith_html_current_is(parser, PITH_TAG_TEMPLATE)) {
            parser->foster_parenting = true; /* "anything else" */
            pith_html_body_text(parser, text);
            parser->foster_parenting = false;
            return;
        }
        parser->table_text_count = 0;
        parser->original_mode = parser->mode;
        parser->mode = PITH_MODE_IN_TABLE_TEXT;
    }
    if (parser->table_text_count == parser->table_text_capacity) {
        void *pending = parser->table_text;
        if (!pith_array_grow(parser->memory, &pending, &parser->table_text_capacity,
                             parser->table_text_count + 1, sizeof *parser->table_text))
            pith_html_fail(parser, PITH_LEAVE_MEMORY);
        parser->table_text = pending;
    }
    parser->table_text[parser->table_text_count++] = text;
}

void pith_html_flush_table_text(pith_html_parser *parser)
{
    bool all_space = true;
    for (uint32_t i = 0; i < parser->table_text_count && all_space; i++)
        all_space = pith_html_is_idle(parser, parser->table_text[i]);
    parser->mode = parser->original_mode;
    parser->foster_parenting = !all_space;
    for (uint32_t i = 0; i < parser->table_text_count; i++) {
        if (all_space)
            pith_html_insert_text(parser, parser->table_text[i]);
        else
            pith_html_body_text(parser, parser->table_text[i]);
    }
    parser->foster_parenting = false;
}

/* ---- In table -------------------------------------------------------------- */

static void fostered_start(pith_html_parser *parser)
{
    parser->foster_parenting = true;
    pith_html_body_start(parser);
    parser->foster_parenting = false;
}

static void fostered_end(pith_html_parser *parser)
{
    parser->foster_parenting = true;
    pith_html_body_end(parser);
    parser->foster_parenting = false;
}

/* Closes the open table, if there is one; true if there was. */
static bool close_table(pith_html_parser *parser)
{
    if (!in_table_scope(parser, PITH_TAG_TABLE))
        return false;
    pith_html_pop_until(parser, PITH_TAG_TABLE);
    pith_html_reset_mode(parser);
    return true;
}

static void table_start(pith_html_parser *parser)
{
    uint32_t name = parser->tag.name;
    switch (name) {
    case PITH_TAG_CAPTION:
        clear_to_table(parser);
        pith_html_formatting_marker(parser);
        pith_html_insert_element(parser, PITH_NS_HTML);
        parser->mode = PITH_MODE_IN_CAPTION;
        return;
    case PITH_TAG_COLGROUP:
        clear_to_table(parser);
        pith_html_insert_element(parser, PITH_NS_HTML);
        parser->mode = PITH_MODE_IN_COLUMN_GROUP;
        return;
    case PITH_TAG_COL:
        clear_to_table(parser);
        pith_html_insert_implied(parser, PITH_TAG_COLGROUP);
        parser->mode = PITH_MODE_IN_COLUMN_GROUP;
        pith_html_mode_start(parser);
        return;
    case PITH_TAG_TBODY:
    case PITH_TAG_TFOOT:
    case PITH_TAG_THEAD:
        clear_to_table(parser);
        pith_html_insert_element(parser, PITH_NS_HTML);
        parser->mode = PITH_MODE_IN_TABLE_BODY;
        return;
    case PITH_TAG_TD:
    case PITH_TAG_TH:
    case PITH_TAG_TR:
        clear_to_table(parser);
        pith_html_insert_implied(parser, PITH_TAG_TBODY);
        parser->mode = PITH_MODE_IN_TABLE_BODY;
        pith_html_mode_start(parser);
        return;
    case PITH_TAG_TABLE:
        if (close_table(parser))
            pith_html_mode_start(parser);
        return;
    case PITH_TAG_STYLE:
    case PITH_TAG_SCRIPT:
    case PITH_TAG_TEMPLATE:
        pith_html_in_head_start(parser);
        return;
    case PITH_TAG_INPUT:
        if (pith_str_equal_ignoring_case(pith_html_tag_attribute(parser, PITH_ATTRIBUTE_TYPE),
                                         PITH_STR("hidden")))
            pith_html_insert_void(parser);
        else
            fostered_start(parser);
        return;
    case PITH_TAG_FORM:
        if (parser->form == 0 && !pith_html_is_open(parser, PITH_TAG_TEMPLATE)) {
            parser->form = pith_html_insert_element(parser, PITH_NS_HTML);
            pith_html_pop(parser);
        }
        return;
    default:
        fostered_start(parser);
        return;
    }
}

static void table_end(pith_html_parser *parser)
{
    switch (parser->tag.name) {
    case PITH_TAG_TABLE:
        close_table(parser);
        return;
    case PITH_TAG_TEMPLATE:
        pith_html_end_template(parser);
        return;
    case PITH_TAG_BODY:
    case PITH_TAG_CAPTION:
    case PITH_TAG_COL:
    case PITH_TAG_COLGROUP:
    case PITH_TAG_HTML:
    case PITH_TAG_TBODY:
    case PITH_TAG_TD:
    case PITH_TAG_TFOOT:
    case PITH_TAG_TH:
    case PITH_TAG_THEAD:
    case PITH_TAG_TR:
        return;
    default:
        fostered_end(parser);
        return;
    }
}

/* ---- In caption ------------------------------------------------------------ */

static bool close_caption(pith_html_parser *parser)
{
    if (!in_table_scope(parser, PITH_TAG_CAPTION))
        return false;
    pith_html_imply_end_tags(parser, 0, PITH_CLASS_IMPLIED_END);
    pith_html_pop_until(parser, PITH_TAG_CAPTION);
    pith_html_formatting_clear_to_marker(parser);
    parser->mode = PITH_MODE_IN_TABLE;
    return true;
}

/* The start tags that end a caption or a cell. */
static bool is_table_structure(uint32_t name)
{
    return name == PITH_TAG_CAPTION || name == PITH_TAG_COL || name == PITH_TAG_COLGROUP ||
           name == PITH_TAG_TR || is_cell(name) || is_table_section(name);
}

static void caption_start(pith_html_parser *parser)
{
    if (!is_table_structure(parser->tag.name))
        pith_html_body_start(parser);
    else if (close_caption(parser))
        pith_html_mode_start(parser);
}

static void caption_end(pith_html_parser *parser)
{
    uint32_t name = parser->tag.name;
    if (name == PITH_TAG_CAPTION) {
        close_caption(parser);
    } else if (name == PITH_TAG_TABLE) {
        if (close_caption(parser))
            pith_html_mode_end(parser);
    } else if (name != PITH_TAG_BODY && name != PITH_TAG_HTML && !is_table_structure(name)) {
        pith_html_body_end(parser);
    }
}

/* ---- In column group ------------------------------------------------------- */

bool pith_html_close_column_group(pith_html_parser *parser)
{
    if (!pith_html_current_is(parser, PITH_TAG_COLGROUP))
        return false;
    pith_html_pop(parser);
    parser->mode = PITH_MODE_IN_TABLE;
    return true;
}

static void column_group_start(pith_html_parser *parser)
{
    switch (parser->tag.name) {
    case PITH_TAG_HTML:
        pith_html_body_start(parser);
        return;
    case PITH_TAG_COL:
        pith_html_insert_void(parser);
        return;
    case PITH_TAG_TEMPLATE:
        pith_html_in_head_start(parser);
        return;
    default:
        if (pith_html_close_column_group(parser))
            pith_html_mode_start(parser);
        return;
    }
}

static void column_group_end(pith_html_parser *parser)
{
    switch (parser->tag.name) {
    case PITH_TAG_COLGROUP:
        pith_html_close_column_group(parser);
        return;
    case PITH_TAG_COL:
        return;
    case PITH_TAG_TEMPLATE:
        pith_html_end_template(parser);
        return;
    default:
        if (pith_html_close_column_group(parser))
            pith_html_mode_end(parser);
        return;
    }
}

/* ---- In table body --------------------------------------------------------- */

/* Leaves the table body for "in table", if there is one; true if there was. */
static bool close_table_body(pith_html_parser *parser)
{
    if (!in_table_scope(parser, PITH_TAG_TBODY) && !in_table_scope(parser, PITH_TAG_THEAD) &&
        !in_table_scope(parser, PITH_TAG_TFOOT))
        return false;
    clear_to_body(parser);
    pith_html_pop(parser);
    parser->mode = PITH_MODE_IN_TABLE;
    return true;
}

static void table_body_start(pith_html_parser *parser)
{
    uint32_t name = parser->tag.name;
    if (name == PITH_TAG_TR) {
        clear_to_body(parser);
        pith_html_insert_element(parser, PITH_NS_HTML);
        parser->mode = PITH_MODE_IN_ROW;
    } else if (is_cell(name)) {
        clear_to_body(parser);
        pith_html_insert_implied(parser, PITH_TAG_TR);
        parser->mode = PITH_MODE_IN_ROW;
        pith_html_mode_start(parser);
    } else if (is_table_structure(name)) {
        if (close_table_body(parser))
            pith_html_mode_start(parser);
    } else {
        table_start(parser);
    }
}

static void table_body_end(pith_html_parser *parser)
{
    uint32_t name = parser->tag.name;
    if (is_table_section(name)) {
        if (in_table_scope(parser, name))
            close_table_body(parser);
    } else if (name == PITH_TAG_TABLE) {
        if (close_table_body(parser))
            pith_html_mode_end(parser);
    } else {
        table_end(parser); /* which ignores the other parts of tables */
    }
}

/* ---- In row ---------------------------------------------------------------- */

static bool close_row(pith_html_parser *parser)
{
    if (!in_table_scope(parser, PITH_TAG_TR))
        return false;
    clear_to_row(parser);
    pith_html_pop(parser);
    parser->mode = PITH_MODE_IN_TABLE_BODY;
    return true;
}

static void row_start(pith_html_parser *parser)
{
    uint32_t name = parser->tag.name;
    if (is_cell(name)) {
        clear_to_row(parser);
        pith_html_insert_element(parser, PITH_NS_HTML);
        parser->mode = PITH_MODE_IN_CELL;
        pith_html_formatting_marker(parser);
    } else if (is_table_structure(name)) {
        if (close_row(parser))
            pith_html_mode_start(parser);
    } else {
        table_start(parser);
    }
}

static void row_end(pith_html_parser *parser)
{
    uint32_t name = parser->tag.name;
    if (name == PITH_TAG_TR) {
        close_row(parser);
    } else if (name == PITH_TAG_TABLE) {
        if (close_row(parser))
            pith_html_mode_end(parser);
    } else if (is_table_section(name)) {
        if (in_table_scope(parser, name) && close_row(parser))
            pith_html_mode_end(parser);
    } else {
        table_end(parser);
    }
}

/* ---- In cell --------------------------------------------------------------- */

static void close_cell(pith_html_parser *parser)
{
    pith_html_imply_end_tags(parser, 0, PITH_CLASS_IMPLIED_END);
    while (parser->stack_count > 1) {
        pith_html_key key = pith_html_current(parser)->key;
        pith_html_pop(parser);
        if (is_cell(key))
            break;
    }
    pith_html_formatting_clear_to_marker(parser);
    parser->mode = PITH_MODE_IN_ROW;
}

static void cell_start(pith_html_parser *parser)
{
    if (!is_table_structure(parser->tag.name)) {
        pith_html_body_start(parser);
    } else if (in_table_scope(parser, PITH_TAG_TD) || in_table_scope(parser, PITH_TAG_TH)) {
        close_cell(parser);
        pith_html_mode_start(parser);
    }
}

static void cell_end(pith_html_parser *parser)
{
    uint32_t name = parser->tag.name;
    if (is_cell(name)) {
        if (!in_table_scope(parser, name))
            return;
        pith_html_imply_end_tags(parser, 0, PITH_CLASS_IMPLIED_END);
        pith_html_pop_until(parser, name);
        pith_html_formatting_clear_to_marker(parser);
        parser->mode = PITH_MODE_IN_ROW;
    } else if (name == PITH_TAG_TABLE || name == PITH_TAG_TR || is_table_section(name)) {
        if (!in_table_scope(parser, name))
            return;
        close_cell(parser);
        pith_html_mode_end(parser);
    } else if (name != PITH_TAG_BODY && name != PITH_TAG_HTML && !is_table_structure(name)) {
        pith_html_body_end(parser);
    }
}

/* ---- By mode --------------------------------------------------------------- */

void pith_html_table_start(pith_html_parser *parser)
{
    switch (parser->mode) {
    case PITH_MODE_IN_CAPTION:
        caption_start(parser);
        return;
    case PITH_MODE_IN_COLUMN_GROUP:
        column_group_start(parser);
        return;
    case PITH_MODE_IN_TABLE_BODY:
        table_body_start(parser);
        return;
    case PITH_MODE_IN_ROW:
        row_start(parser);
        return;
    case PITH_MODE_IN_CELL:
        cell_start(parser);
        return;
    default:
        table_start(parser);
        return;
    }
}

void pith_html_table_end(pith_html_parser *parser)
{
    switch (parser->mode) {
    case PITH_MODE_IN_CAPTION:
        caption_end(parser);
        return;
    case PITH_MODE_IN_COLUMN_GROUP:
        column_group_end(parser);
        return;
    case PITH_MODE_IN_TABLE_BODY:
        table_body_end(parser);
        return;
    case PITH_MODE_IN_ROW:
        row_end(parser);
        return;
    case PITH_MODE_IN_CELL:
        cell_end(parser);
        return;
    default:
        table_end(parser);
        return;
    }
}
