/* SPDX-License-Identifier: Apache-2.0 */
/* Nodes of the document, and the wrappers around the current block. */
#include "document/builder.h"

pith_node *pith_builder_add(pith_builder *builder, pith_node *parent, pith_node_type type,
                            uint32_t source)
{
    pith_node *node = pith_arena_take(&builder->document->arena, sizeof *node);
    if (node == NULL) {
        builder->failed = true;
        return NULL;
    }
    *node = (pith_node){.parent = parent, .type = (uint8_t)type, .source = source,
                        .label = builder->label, .confidence = builder->confidence};
    if (parent == NULL)
        return node;
    if (parent->last_child != NULL)
        parent->last_child->next = node;
    else
        parent->first_child = node;
    parent->last_child = node;
    return node;
}

bool pith_holds_text(unsigned type)
{
    return type == PITH_NODE_PARAGRAPH || type == PITH_NODE_HEADING || type == PITH_NODE_CAPTION ||
           type == PITH_NODE_DESCRIPTION_TERM;
}

/* ---- The stack ---------------------------------------------------------- */

pith_node_type pith_builder_innermost(const pith_builder *builder)
{
    uint32_t count = builder->scope.wrapper_count;
    return count > 0 ? (pith_node_type)builder->wrappers[count - 1].type : PITH_NODE_DOCUMENT;
}

static uint32_t count_items(const pith_html_tree *tree, uint32_t html)
{
    uint32_t count = 0, child = tree->nodes[html].first_child;
    for (; child != 0; child = tree->nodes[child].next)
        count += pith_html_is(tree, child, PITH_TAG_LI);
    return count;
}

static bool is_reversed(const pith_html_tree *tree, uint32_t html)
{
    return pith_html_is(tree, html, PITH_TAG_OL) &&
           pith_html_find_attribute(tree, html, PITH_ATTRIBUTE_REVERSED) != NULL;
}

void pith_builder_wrap(pith_builder *builder, uint32_t html, pith_node_type type)
{
    uint32_t count = builder->scope.wrapper_count;
    if (count == PITH_WRAPPERS)
        return;
    pith_wrapper *wrapper = &builder->wrappers[count];
    *wrapper = (pith_wrapper){.html = html, .type = (uint8_t)type};
    if (type == PITH_NODE_TABLE_ROW) { /* its table is the wrapper before */
        wrapper->next_cell = builder->tree->nodes[html].first_child;
        wrapper->row_count = builder->wrappers[count - 1].row_count++;
        wrapper->header = pith_is_header_row(builder->tree, html);
    }
    if (type == PITH_NODE_LIST && is_reversed(builder->tree, html))
        wrapper->row_count = count_items(builder->tree, html);
    builder->scope.wrapper_count = (uint8_t)(count + 1);
}

/* "#", "¶" and the like: a link of a heading to itself. */
static bool is_permalink(const pith_node *link)
{
    static const char *const marks[] = {"#", "\xC2\xB6", "\xC2\xA7", "\xF0\x9F\x94\x97"};
    const pith_node *text = link->first_child;
    if (link->type != PITH_NODE_LINK || text == NULL || text->next != NULL ||
        text->type != PITH_NODE_TEXT)
        return false;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (pith_str_equal(text->text, (pith_str){marks[i], strlen(marks[i])}))
            return true;
    return false;
}

/* Takes a permalink away from either end of a heading that has more than it. */
static void drop_permalink(pith_node *heading)
{
    pith_node *first = heading->first_child, *before_last = first;
    if (first == NULL || first->next == NULL)
        return;
    while (before_last->next != heading->last_child)
        before_last = before_last->next;
    if (is_permalink(heading->last_child)) {
        heading->last_child = before_last;
        before_last->next = NULL;
        pith_str *text = before_last->type == PITH_NODE_TEXT ? &before_last->text : NULL;
        if (text != NULL && text->size > 1 && text->data[text->size - 1] == ' ')
            text->size--;
    } else if (is_permalink(first)) {
        heading->first_child = first->next;
        pith_str *text = first->next->type == PITH_NODE_TEXT ? &first->next->text : NULL;
        if (text != NULL && text->size > 1 && text->data[0] == ' ')
            *text = (pith_str){text->data + 1, text->size - 1};
    }
}

static void finish(pith_builder *builder, pith_wrapper *wrapper, pith_place place)
{
    pith_node *node = wrapper->node[place];
    if (wrapper->type == PITH_NODE_TABLE_ROW && place == PITH_CONTENT)
        pith_builder_fill_row(builder, wrapper, 0);
    else if (wrapper->type == PITH_NODE_TABLE)
        pith_builder_finish_table(builder, node);
    else if (wrapper->type == PITH_NODE_HEADING)
        drop_permalink(node);
}

void pith_builder_unwrap(pith_builder *builder, uint32_t count)
{
    uint32_t kept = builder->scope.wrapper_count;
    if (count == kept || builder->failed)
        return;
    pith_builder_finish_leaf(builder);
    if (builder->rule_level > kept + 1)
        builder->rule_level = 0;
    for (int place = 0; place < PITH_PLACES; place++) {
        pith_root *root = &builder->roots[place];
        while (root->open > kept && root->open > root->base)
            finish(builder, &builder->wrappers[--root->open], (pith_place)place);
        if (root->base > kept)
            root->base = root->open = kept;
    }
}

/* ---- Opening ------------------------------------------------------------ */

/* HTML standard, "rules for parsing integers", within 32 bits; false if there is none. */
static bool read_integer(const pith_html_tree *tree, uint32_t html, uint32_t name, int64_t *result)
{
    pith_str text = pith_attribute_head(tree, html, name);
    bool negative = text.size > 0 && text.data[0] == '-';
    size_t at = negative || (text.size > 0 && text.data[0] == '+');
    if (at >= text.size || !pith_is_digit(text.data[at]))
        return false;
    int64_t number = 0;
    for (; at < text.size && pith_is_digit(text.data[at]); at++)
        if (number < INT32_MAX)
            number = number * 10 + (text.data[at] - '0');
    if (number > INT32_MAX)
        number = INT32_MAX;
    *result = negative ? -number : number;
    return true;
}

static void describe_list(const pith_html_tree *tree, const pith_wrapper *wrapper, pith_node *list)
{
    list->ordered = pith_html_is(tree, wrapper->html, PITH_TAG_OL);
    list->reversed = is_reversed(tree, wrapper->html);
    if (list->ordered && !read_integer(tree, wrapper->html, PITH_ATTRIBUTE_START, &list->number))
        list->number = list->reversed ? wrapper->row_count : 1;
}

/*
 * An item at the end of a list, by its element or without one (0). It has the
 * number that the page gives it, else the one after that of the item before.
 */
static pith_node *add_item(pith_builder *builder, pith_node *list, uint32_t html, uint32_t source)
{
    const pith_node *before = list->last_child;
    pith_node *item = pith_builder_add(builder, list, PITH_NODE_LIST_ITEM, source);
    if (item == NULL || !list->ordered)
        return item;
    item->number = before == NULL ? list->number : before->number + (list->reversed ? -1 : 1);
    if (html != 0 && read_integer(builder->tree, html, PITH_ATTRIBUTE_VALUE, &item->number) &&
        before == NULL)
        list->number = item->number;
    return item;
}

/* What a wrapper's node takes from its element. */
static void describe(pith_builder *builder, const pith_wrapper *wrapper, pith_node *node)
{
    uint32_t name = builder->tree->nodes[wrapper->html].name;
    if (wrapper->type == PITH_NODE_LIST) {
        describe_list(builder->tree, wrapper, node);
    } else if (wrapper->type == PITH_NODE_HEADING) {
        node->number = 1 + (int64_t)(name - PITH_TAG_H1);
    } else if (wrapper->type == PITH_NODE_FOOTNOTE) {
        node->number = pith_builder_note(builder, wrapper->html);
    } else if (wrapper->type == PITH_NODE_TABLE_ROW) {
        node->header = wrapper->header;
        node->number = wrapper->row_count;
    } else if (wrapper->type == PITH_NODE_TABLE_CELL) {
        pith_describe_cell(builder, wrapper->html, node);
    }
}

/* A node that the page lacks around something of type `type` at `parent`, if it must have one. */
static pith_node *mend(pith_builder *builder, pith_node *parent, unsigned type, uint32_t source)
{
    pith_node *last = parent->last_child;
    switch (parent->type) {
    case PITH_NODE_LIST:
        if (type == PITH_NODE_LIST_ITEM)
            return parent;
        /* <ul><li>…</li><ul>…</ul></ul>: the inner list belongs to the item before it. */
        if (type == PITH_NODE_LIST && last != NULL)
            return last;
        return add_item(builder, parent, 0, source);
    case PITH_NODE_DESCRIPTION_LIST:
        if (type == PITH_NODE_DESCRIPTION_TERM || type == PITH_NODE_DESCRIPTION_DETAILS)
            return parent;
        parent = last != NULL && last->type == PITH_NODE_DESCRIPTION_DETAILS
                     ? last
                     : pith_builder_add(builder, parent, PITH_NODE_DESCRIPTION_DETAILS, source);
        return parent != NULL ? mend(builder, parent, type, source) : NULL;
    case PITH_NODE_TABLE:
        if (type == PITH_NODE_TABLE_ROW || type == PITH_NODE_CAPTION)
            return parent;
        parent = pith_builder_add(builder, parent, PITH_NODE_TABLE_ROW, source);
        return parent != NULL ? mend(builder, parent, type, source) : NULL;
    case PITH_NODE_TABLE_ROW:
        if (type == PITH_NODE_TABLE_CELL)
            return parent;
        parent = pith_builder_add(builder, parent, PITH_NODE_TABLE_CELL, source);
        if (parent == NULL)
            return NULL;
        parent->column_span = 1, parent->row_span = 1;
        return mend(builder, parent, type, source);
    default:
        break;
    }
    if (type != PITH_NODE_LIST_ITEM)
        return parent;
    /* An item without a list: browsers show it as one of a bulleted list. */
    if (last != NULL && last->type == PITH_NODE_LIST && !last->ordered)
        return last;
    return pith_builder_add(builder, parent, PITH_NODE_LIST, source);
}

static uint32_t block_source(const pith_builder *builder)
{
    return builder->tree->nodes[builder->blocks->blocks[builder->next_block - 1].first].start;
}

/* A new section takes only the innermost wrappers along, so that many of them stay cheap. */
static void begin_section(pith_builder *builder)
{
    enum { ALONG = 8 };
    pith_root *root = &builder->roots[PITH_FURNITURE];
    root->node = pith_builder_add(builder, builder->document->furniture, PITH_NODE_SECTION,
                                  block_source(builder));
    uint32_t count = builder->scope.wrapper_count;
    uint32_t base = count > ALONG ? count - ALONG : 0;
    for (; base < count; base++) {
        unsigned type = builder->wrappers[base].type;
        if (type != PITH_NODE_DESCRIPTION_TERM && type != PITH_NODE_DESCRIPTION_DETAILS &&
            type != PITH_NODE_TABLE_ROW && type != PITH_NODE_TABLE_CELL &&
            type != PITH_NODE_CAPTION)
            break;
    }
    root->base = root->open = base;
}

static pith_node *open_wrapper(pith_builder *builder, pith_wrapper *wrapper, pith_node *parent)
{
    uint32_t source = builder->tree->nodes[wrapper->html].start;
    parent = mend(builder, parent, wrapper->type, source);
    if (parent != NULL && parent->type == PITH_NODE_TABLE_ROW && builder->place == PITH_CONTENT) {
        pith_builder_fill_row(builder, wrapper - 1, wrapper->html);
        wrapper[-1].next_cell = builder->tree->nodes[wrapper->html].next;
    }
    if (parent == NULL || builder->failed)
        return NULL;
    pith_node *node =
        wrapper->type == PITH_NODE_LIST_ITEM
            ? add_item(builder, parent, wrapper->html, source)
            : pith_builder_add(builder, parent, (pith_node_type)wrapper->type, source);
    if (node != NULL)
        describe(builder, wrapper, node);
    wrapper->node[builder->place] = node;
    return node;
}

/* A thematic break between the content before and after an <hr>. */
static void add_rule(pith_builder *builder)
{
    const pith_root *root = &builder->roots[PITH_CONTENT];
    uint32_t level = builder->rule_level - 1;
    builder->rule_level = 0;
    if (level > root->open)
        return;
    pith_node *parent = level > 0 ? builder->wrappers[level - 1].node[PITH_CONTENT] : root->node;
    bool takes_blocks = parent->type == PITH_NODE_DOCUMENT ||
                        parent->type == PITH_NODE_BLOCK_QUOTE ||
                        parent->type == PITH_NODE_LIST_ITEM ||
                        parent->type == PITH_NODE_DESCRIPTION_DETAILS;
    if (takes_blocks && parent->last_child != NULL)
        pith_builder_add(builder, parent, PITH_NODE_THEMATIC_BREAK, builder->rule_source);
}

pith_node *pith_builder_parent(pith_builder *builder, pith_node_type type)
{
    pith_root *root = &builder->roots[builder->place];
    if (root->node == NULL)
        begin_section(builder);
    if (builder->rule_level != 0 && builder->place == PITH_CONTENT)
        add_rule(builder);
    if (builder->failed)
        return NULL;
    pith_node *parent = root->node;
    if (root->open > root->base)
        parent = builder->wrappers[root->open - 1].node[builder->place];
    while (root->open < builder->scope.wrapper_count) {
        parent = open_wrapper(builder, &builder->wrappers[root->open], parent);
        if (parent == NULL)
            return NULL;
        root->open++;
    }
    if (pith_holds_text(parent->type))
        return parent;
    return mend(builder, parent, type, block_source(builder));
}
