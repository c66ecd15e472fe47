/* SPDX-License-Identifier: Apache-2.0 */
#include "block/block.h"

#include "block/measure.h"

/* The state of the sweep over the tree. */
typedef struct sweep {
    const pith_html_tree *tree;
    pith_memory *memory;
    pith_buffer text;         /* of the leaf at hand, where it needs decoding */
    pith_block *blocks;
    uint32_t block_count;
    uint32_t block_capacity;
    pith_section *sections;
    uint32_t section_count;
    uint32_t section_capacity;
    uint32_t section;         /* the innermost one that is open */
    uint32_t link;            /* node: the outermost open <a href>, or 0 */
    uint32_t whole;           /* node: the open <pre> or the like, or 0 */
    uint32_t breaks;          /* <br> since the run's last leaf */
    bool open;                /* blocks[block_count - 1] can still grow */
    pith_measure measure;     /* of the open block */
    bool failed;
} sweep;

/* Ends the open block and adds it to its section. */
static void close_block(sweep *s)
{
    s->breaks = 0;
    if (!s->open)
        return;
    s->open = false;
    pith_block *block = &s->blocks[s->block_count - 1];
    block->text_size = s->measure.text_size;
    block->word_count = s->measure.word_count;
    block->link_size = s->measure.link_size;
    block->punctuation = s->measure.punctuation;
    block->digit_count = s->measure.digit_count;
    block->capital_count = s->measure.capital_count;
    block->sentence = pith_measure_ends_sentence(&s->measure);
    block->fingerprint = pith_measure_fingerprint(&s->measure);
    pith_section *section = &s->sections[block->section];
    section->text_size += block->text_size;
    section->word_count += block->word_count;
    section->link_size += block->link_size;
    section->punctuation += block->punctuation;
    section->image_count += block->image_count;
}

/* The block that takes the leaf; NULL without memory. */
static pith_block *block_for_leaf(sweep *s, uint32_t leaf)
{
    if (s->breaks >= 2 && s->whole == 0)
        close_block(s);
    s->breaks = 0;
    if (!s->open) {
        void *blocks = s->blocks;
        if (!pith_array_grow(s->memory, &blocks, &s->block_capacity, s->block_count + 1,
                             sizeof *s->blocks)) {
            s->failed = true;
            return NULL;
        }
        s->blocks = blocks;
        pith_block block = {.container = s->sections[s->section].node, .first = leaf,
                            .section = s->section};
        s->blocks[s->block_count++] = block;
        s->open = true;
        pith_measure_begin(&s->measure);
    }
    pith_block *block = &s->blocks[s->block_count - 1];
    block->last = leaf;
    return block;
}

static void add_text(sweep *s, uint32_t node)
{
    pith_buffer_reset(&s->text);
    pith_str text = pith_html_text(s->tree, node, &s->text);
    if (s->text.failed) {
        s->failed = true;
        return;
    }
    if (pith_is_blank(text)) {
        pith_measure_space(&s->measure);
        return;
    }
    if (block_for_leaf(s, node) != NULL)
        pith_measure_text(&s->measure, text, s->link != 0);
}

/* An image is worth a block of its own; an <input> or a drawing only parts words. */
static bool is_image(const pith_html_tree *tree, uint32_t node)
{
    const pith_html_node *n = &tree->nodes[node];
    return n->space == PITH_NS_HTML && n->name != PITH_TAG_INPUT && n->name != PITH_TAG_METER &&
           n->name != PITH_TAG_PROGRESS;
}

static void add_atom(sweep *s, uint32_t node)
{
    pith_measure_space(&s->measure);
    if (!is_image(s->tree, node))
        return;
    pith_block *block = block_for_leaf(s, node);
    if (block != NULL)
        block->image_count++;
}

static void open_section(sweep *s, uint32_t node)
{
    close_block(s);
    void *sections = s->sections;
    if (!pith_array_grow(s->memory, &sections, &s->section_capacity, s->section_count + 1,
                         sizeof *s->sections)) {
        s->failed = true;
        return;
    }
    s->sections = sections;
    pith_section section = {.node = node, .parent = s->section, .first_block = s->block_count};
    s->section = s->section_count;
    s->sections[s->section_count++] = section;
}

/* A section without blocks is dropped: it is the last of the list then. */
static void close_section(sweep *s)
{
    close_block(s);
    pith_section *section = &s->sections[s->section];
    pith_section *parent = &s->sections[section->parent];
    section->end_block = s->block_count;
    section->end_section = s->section_count;
    if (section->first_block == section->end_block) {
        s->section_count--;
    } else if (section != parent) {
        parent->text_size += section->text_size;
        parent->word_count += section->word_count;
        parent->link_size += section->link_size;
        parent->punctuation += section->punctuation;
        parent->image_count += section->image_count;
    }
    s->section = section->parent;
}

/* Takes the node in; true if its children are to be visited. */
static bool enter(sweep *s, uint32_t node)
{
    const pith_html_node *n = &s->tree->nodes[node];
    if (n->type == PITH_HTML_TEXT) {
        add_text(s, node);
        return false;
    }
    if (n->type == PITH_HTML_DOCUMENT)
        return true;
    switch (pith_flow_of(s->tree, node)) {
    case PITH_FLOW_NONE:
        return false;
    case PITH_FLOW_BREAK:
        s->breaks++;
        pith_measure_space(&s->measure);
        return false;
    case PITH_FLOW_ATOM:
        add_atom(s, node);
        return false;
    case PITH_FLOW_BLOCK:
        if (s->whole != 0) {
            pith_measure_space(&s->measure);
            break;
        }
        open_section(s, node);
        if (pith_flow_is_whole(s->tree, node))
            s->whole = node;
        break;
    case PITH_FLOW_INLINE:
        if (s->link == 0 && n->name == PITH_TAG_A && n->space == PITH_NS_HTML &&
            pith_html_find_attribute(s->tree, node, PITH_ATTRIBUTE_HREF) != NULL)
            s->link = node;
        break;
    }
    return true;
}

static void leave(sweep *s, uint32_t node)
{
    if (node == s->link)
        s->link = 0;
    if (node == s->whole)
        s->whole = 0;
    else if (s->whole != 0 && pith_flow_of(s->tree, node) == PITH_FLOW_BLOCK)
        pith_measure_space(&s->measure);
    if (node == s->sections[s->section].node)
        close_section(s);
}

static void sweep_tree(sweep *s)
{
    const pith_html_node *nodes = s->tree->nodes;
    uint32_t node = 0;
    while (!s->failed) {
        if (enter(s, node) && nodes[node].first_child != 0) {
            node = nodes[node].first_child;
            continue;
        }
        while (!s->failed) {
            leave(s, node);
            if (node == 0)
                return;
            if (nodes[node].next != 0) {
                node = nodes[node].next;
                break;
            }
            node = nodes[node].parent;
        }
    }
}

/* Moves the finished lists to the arena. */
static bool keep(sweep *s, pith_arena *arena, pith_blocks *blocks)
{
    blocks->count = s->block_count;
    blocks->section_count = s->section_count;
    blocks->blocks = pith_arena_take_array(arena, s->block_count, sizeof *s->blocks);
    blocks->sections = pith_arena_take_array(arena, s->section_count, sizeof *s->sections);
    if (blocks->blocks == NULL || blocks->sections == NULL)
        return false;
    if (s->block_count > 0)
        memcpy(blocks->blocks, s->blocks, s->block_count * sizeof *s->blocks);
    memcpy(blocks->sections, s->sections, s->section_count * sizeof *s->sections);
    return true;
}

pith_status pith_blocks_build(const pith_html_tree *tree, pith_arena *arena, pith_blocks *blocks)
{
    sweep s = {.tree = tree, .memory = arena->memory};
    *blocks = (pith_blocks){0};
    pith_buffer_init(&s.text, s.memory);
    open_section(&s, 0);
    if (!s.failed)
        sweep_tree(&s);
    /* The document's section stays even where it has nothing to show. */
    s.section_count += s.section_count == 0;
    bool done = !s.failed && keep(&s, arena, blocks);
    pith_buffer_release(&s.text);
    pith_memory_free(s.memory, s.blocks, s.block_capacity * sizeof *s.blocks);
    pith_memory_free(s.memory, s.sections, s.section_capacity * sizeof *s.sections);
    if (!done)
        *blocks = (pith_blocks){0};
    return done ? PITH_OK : pith_memory_status(s.memory);
}
