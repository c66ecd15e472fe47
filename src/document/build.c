/* SPDX-License-Identifier: Apache-2.0 */
/* The walk over the HTML tree, with the list of blocks beside it. */
#include "document/builder.h"

/* ---- Blocks ------------------------------------------------------------- */

static bool is_content(const pith_builder *builder, uint32_t block)
{
    return pith_label_is_content(builder->labels[block].label);
}

/* True if the block is below the element; looks at a few ancestors only. */
static bool is_within(const pith_builder *builder, uint32_t block, uint32_t element)
{
    enum { FAR = 8 };
    uint32_t node = builder->blocks->blocks[block].container;
    for (int i = 0; i < FAR && node != 0; i++) {
        if (node == element)
            return true;
        node = builder->tree->nodes[node].parent;
    }
    return false;
}

/*
 * A block without text is an image: it belongs to the content between two
 * blocks of content, and in a figure beside one.
 */
static bool image_is_content(const pith_builder *builder, uint32_t block)
{
    enum { FAR = 16 };
    const pith_block *blocks = builder->blocks->blocks;
    uint32_t last = builder->blocks->count - 1, before = block, after = block;
    for (uint32_t i = 0; i < FAR && before > 0 && blocks[before].text_size == 0; i++)
        before--;
    for (uint32_t i = 0; i < FAR && after < last && blocks[after].text_size == 0; i++)
        after++;
    bool is_after = blocks[before].text_size > 0 && is_content(builder, before);
    bool is_before = blocks[after].text_size > 0 && is_content(builder, after);
    uint32_t figure = builder->scope.figure;
    if (figure != 0 && ((is_after && is_within(builder, before, figure)) ||
                        (is_before && is_within(builder, after, figure))))
        return true;
    return is_after && is_before;
}

static void begin_block(pith_builder *builder)
{
    pith_builder_finish_leaf(builder);
    uint32_t block = builder->next_block++;
    builder->in_block = true;
    uint8_t label = (uint8_t)builder->labels[block].label;
    bool image = builder->blocks->blocks[block].text_size == 0;
    bool content = is_content(builder, block) || (image && image_is_content(builder, block));
    /* A section of the furniture is a run of blocks with one label. */
    if (builder->place != PITH_FURNITURE || label != builder->label)
        builder->roots[PITH_FURNITURE].node = NULL;
    builder->place = content ? PITH_CONTENT : PITH_FURNITURE;
    builder->label = label;
    builder->confidence = (uint8_t)(builder->labels[block].score * 100 + 0.5f);
    pith_node *section = builder->roots[PITH_FURNITURE].node; /* the surest of its blocks */
    if (!content && section != NULL && section->confidence < builder->confidence)
        section->confidence = builder->confidence;
}

/* ---- Elements ----------------------------------------------------------- */

/* Wraps what holds text: no wrapper counts inside it. */
static void wrap_leaf(pith_builder *builder, uint32_t node, pith_node_type type)
{
    uint32_t count = builder->scope.wrapper_count;
    pith_builder_wrap(builder, node, type);
    builder->scope.leaf = builder->scope.wrapper_count > count;
}

static void wrap_block(pith_builder *builder, uint32_t node)
{
    pith_node_type innermost = pith_builder_innermost(builder);
    if (builder->note_count > 0 && pith_builder_note(builder, node) != 0) {
        pith_builder_wrap(builder, node, PITH_NODE_FOOTNOTE);
        builder->scope.note = true;
        return;
    }
    switch (builder->tree->nodes[node].name) {
    case PITH_TAG_H1: case PITH_TAG_H2: case PITH_TAG_H3:
    case PITH_TAG_H4: case PITH_TAG_H5: case PITH_TAG_H6:
        wrap_leaf(builder, node, PITH_NODE_HEADING);
        break;
    case PITH_TAG_UL: case PITH_TAG_OL: case PITH_TAG_MENU: case PITH_TAG_DIR:
        if (!pith_builder_holds_notes(builder, node))
            pith_builder_wrap(builder, node, PITH_NODE_LIST);
        break;
    case PITH_TAG_LI:
        pith_builder_wrap(builder, node, PITH_NODE_LIST_ITEM);
        break;
    case PITH_TAG_DL:
        pith_builder_wrap(builder, node, PITH_NODE_DESCRIPTION_LIST);
        break;
    case PITH_TAG_DT:
        if (innermost == PITH_NODE_DESCRIPTION_LIST)
            wrap_leaf(builder, node, PITH_NODE_DESCRIPTION_TERM);
        break;
    case PITH_TAG_DD:
        if (innermost == PITH_NODE_DESCRIPTION_LIST)
            pith_builder_wrap(builder, node, PITH_NODE_DESCRIPTION_DETAILS);
        break;
    case PITH_TAG_BLOCKQUOTE:
        pith_builder_wrap(builder, node, PITH_NODE_BLOCK_QUOTE);
        break;
    case PITH_TAG_FIGURE:
        pith_builder_wrap(builder, node, PITH_NODE_FIGURE);
        builder->scope.figure = node;
        break;
    case PITH_TAG_FIGCAPTION:
        if (innermost == PITH_NODE_FIGURE)
            wrap_leaf(builder, node, PITH_NODE_CAPTION);
        break;
    case PITH_TAG_CAPTION:
        if (innermost == PITH_NODE_TABLE)
            wrap_leaf(builder, node, PITH_NODE_CAPTION);
        break;
    case PITH_TAG_TABLE:
        if (pith_builder_is_data(builder, node))
            pith_builder_wrap(builder, node, PITH_NODE_TABLE);
        break;
    case PITH_TAG_TR:
        if (innermost == PITH_NODE_TABLE)
            pith_builder_wrap(builder, node, PITH_NODE_TABLE_ROW);
        break;
    case PITH_TAG_TD: case PITH_TAG_TH:
        if (innermost == PITH_NODE_TABLE_ROW)
            pith_builder_wrap(builder, node, PITH_NODE_TABLE_CELL);
        break;
    default:
        break;
    }
}

/* Such an element is one block, so the next one tells it before a look at its names. */
static bool is_code_lines(const pith_builder *builder, uint32_t node)
{
    const pith_blocks *blocks = builder->blocks;
    return builder->next_block < blocks->count &&
           blocks->blocks[builder->next_block].container == node &&
           pith_is_code_lines(builder->tree, node);
}

static void enter_block(pith_builder *builder, uint32_t node)
{
    pith_scope *scope = &builder->scope;
    scope->format_base = scope->format_count;
    uint32_t name = builder->tree->nodes[node].name;
    if (scope->code || name == PITH_TAG_TD || name == PITH_TAG_PRE)
        scope->muted = scope->muted || pith_is_gutter(builder->tree, node);
    if (name == PITH_TAG_DIV && !scope->code && !scope->muted)
        scope->muted = pith_builder_enter_formula(builder, node);
    if (scope->muted)
        return;
    if (scope->code) {
        pith_builder_code_line(builder, node);
        if (name != PITH_TAG_TBODY && name != PITH_TAG_TR)
            scope->code = PITH_CODE_TEXT; /* a line, or the cell that has it */
    } else if (!scope->leaf) {
        if (pith_is_preformatted(builder->tree, node)) {
            scope->code = PITH_CODE_TEXT;
            pith_builder_begin_code(builder);
        } else if (is_code_lines(builder, node)) {
            scope->code = PITH_CODE_LINES;
            pith_builder_begin_code(builder);
        } else if (builder->tree->nodes[node].space == PITH_NS_HTML) {
            wrap_block(builder, node);
        }
    }
}

static void enter_inline(pith_builder *builder, uint32_t node)
{
    pith_scope *scope = &builder->scope;
    if (scope->code)
        scope->muted = scope->muted || pith_is_gutter(builder->tree, node);
    else if (!scope->muted)
        scope->muted = pith_builder_enter_formula(builder, node) ||
                       (pith_html_is(builder->tree, node, PITH_TAG_A) && !scope->link &&
                        pith_builder_enter_reference(builder, node));
    if (!scope->muted && !scope->code)
        pith_builder_format(builder, node);
    else if (!scope->muted)
        pith_builder_code_inline(builder, node);
}

/* A rule counts if content follows it within the same wrappers. */
static void mark_rule(pith_builder *builder, uint32_t node)
{
    if (builder->scope.leaf || builder->scope.code)
        return;
    builder->rule_level = builder->scope.wrapper_count + 1;
    builder->rule_source = builder->tree->nodes[node].start;
}

static void add_break(pith_builder *builder)
{
    if (builder->scope.muted)
        return;
    if (builder->scope.code == PITH_CODE_TEXT)
        pith_builder_code_break(builder);
    else if (!builder->scope.code)
        builder->leaf.breaks++;
}

/* Text outside of the blocks shows nothing; in preformatted text it still counts. */
static void add_leaf(pith_builder *builder, uint32_t node)
{
    if (builder->formula != 0 && builder->in_block) {
        pith_builder_formula(builder, builder->formula);
        builder->formula = 0;
    }
    if (builder->reference != NULL && builder->in_block) {
        pith_builder_reference(builder, builder->reference, builder->tree->nodes[node].start);
        builder->reference = NULL;
    }
    if (builder->scope.muted || (!builder->in_block && !builder->scope.code))
        return;
    bool text = builder->tree->nodes[node].type == PITH_HTML_TEXT;
    if (builder->scope.code == PITH_CODE_LINES)
        return; /* white space between the lines */
    if (builder->scope.code && text)
        pith_builder_code_text(builder, node);
    else if (text)
        pith_builder_text(builder, node);
    else if (!builder->scope.code && pith_is_tex_script(builder->tree, node))
        pith_builder_formula(builder, node);
    else if (!builder->scope.code)
        pith_builder_image(builder, node);
}

/* ---- The walk ----------------------------------------------------------- */

static bool push_scope(pith_builder *builder)
{
    void *scopes = builder->scopes;
    if (!pith_array_grow(builder->memory, &scopes, &builder->scope_capacity,
                         builder->scope_count + 1, sizeof *builder->scopes)) {
        builder->failed = true;
        return false;
    }
    builder->scopes = scopes;
    builder->scopes[builder->scope_count++] = builder->scope;
    return true;
}

/* A leaf of the tree, which may begin a block or end one. */
static void enter_leaf(pith_builder *builder, uint32_t node)
{
    const pith_blocks *blocks = builder->blocks;
    if (builder->next_block < blocks->count && node == blocks->blocks[builder->next_block].first)
        begin_block(builder);
    add_leaf(builder, node);
    if (builder->in_block && node == blocks->blocks[builder->next_block - 1].last)
        builder->in_block = false;
}

/* Takes the node in; true if it is an element to descend into, and to leave later. */
static bool enter(pith_builder *builder, uint32_t node)
{
    bool text = builder->tree->nodes[node].type == PITH_HTML_TEXT;
    pith_flow flow = text ? PITH_FLOW_ATOM : pith_flow_of(builder->tree, node);
    if (flow == PITH_FLOW_NONE)
        return false;
    if (flow == PITH_FLOW_ATOM) {
        enter_leaf(builder, node);
        return false;
    }
    if (flow == PITH_FLOW_BREAK) {
        add_break(builder);
        return false;
    }
    if (pith_html_is(builder->tree, node, PITH_TAG_HR)) {
        mark_rule(builder, node);
        return false;
    }
    if (!push_scope(builder))
        return false;
    if (flow == PITH_FLOW_BLOCK)
        enter_block(builder, node);
    else
        enter_inline(builder, node);
    return true;
}

static void leave(pith_builder *builder, uint32_t node)
{
    pith_scope inner = builder->scope;
    const pith_scope *outer = &builder->scopes[builder->scope_count - 1];
    if (inner.code && !outer->code)
        pith_builder_end_code(builder, node);
    else if (inner.code && !inner.muted)
        pith_builder_end_code_line(builder, node);
    if (inner.muted && !outer->muted) { /* nothing of it shows */
        builder->formula = 0;
        builder->reference = NULL;
    }
    builder->scope = *outer;
    builder->scope_count--;
    pith_builder_unwrap(builder, inner.wrapper_count);
    if (!inner.code && !inner.muted)
        pith_builder_end_format(builder, node);
}

static void walk(pith_builder *builder)
{
    const pith_html_node *nodes = builder->tree->nodes;
    uint32_t node = nodes[0].first_child;
    while (node != 0 && !builder->failed) {
        bool entered = enter(builder, node);
        if (entered && nodes[node].first_child != 0) {
            node = nodes[node].first_child;
            continue;
        }
        if (entered)
            leave(builder, node);
        while (nodes[node].next == 0 && nodes[node].parent != 0) {
            node = nodes[node].parent;
            leave(builder, node);
        }
        node = nodes[node].next;
    }
    if (!builder->failed)
        pith_builder_finish_leaf(builder);
}

static void release(pith_builder *builder)
{
    pith_memory *memory = builder->memory;
    pith_memory_free(memory, builder->scopes, builder->scope_capacity * sizeof *builder->scopes);
    pith_memory_free(memory, builder->formats, builder->format_capacity * sizeof *builder->formats);
    pith_memory_free(memory, builder->tables, builder->table_capacity * sizeof *builder->tables);
    pith_memory_free(memory, builder->notes, builder->note_memory * sizeof *builder->notes);
    pith_buffer_release(&builder->text);
    pith_buffer_release(&builder->value);
}

pith_status pith_document_build(pith_document *document, const pith_document_source *source)
{
    pith_builder builder = {
        .document = document,
        .memory = &document->memory,
        .tree = source->tree,
        .blocks = source->blocks,
        .labels = source->labels,
    };
    pith_buffer_init(&builder.text, builder.memory);
    pith_buffer_init(&builder.value, builder.memory);
    document->content = pith_builder_add(&builder, NULL, PITH_NODE_DOCUMENT, 0);
    document->furniture = pith_builder_add(&builder, NULL, PITH_NODE_DOCUMENT, 0);
    builder.roots[PITH_CONTENT].node = document->content;
    if (!builder.failed)
        pith_builder_judge_tables(&builder);
    if (!builder.failed)
        walk(&builder);
    if (!builder.failed)
        pith_builder_find_related(&builder);
    if (!builder.failed)
        pith_builder_show_related(&builder);
    if (!builder.failed)
        pith_builder_find_comments(&builder);
    if (!builder.failed)
        pith_builder_show_comments(&builder);
    release(&builder);
    return builder.failed ? pith_memory_status(builder.memory) : PITH_OK;
}
