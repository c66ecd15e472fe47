/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Comments, from the blocks that are labelled COMMENT.
 *
 * First it is found out which elements are comments: those that say so by
 * microdata, class or id; on a page without any, items and articles; without
 * these, siblings that look alike. Then each block goes to the innermost of
 * them around it. An element that holds nothing but another one means the same
 * comment ("li.comment > article.comment").
 */
#include "document/comment.h"

/* How the page's comments are marked: the strongest way that it has. */
typedef enum marking { MARKED_NOT, MARKED_BY_LOOKS, MARKED_BY_TAG, MARKED_BY_NAME } marking;

typedef struct comments {
    pith_builder *builder;
    const pith_html_tree *tree;
    const pith_blocks *blocks;
    uint8_t *markings;          /* for each section */
    uint32_t marking_capacity;
    uint32_t *next_own;         /* for each block */
    uint32_t next_capacity;
    pith_comment_item *items;
    uint32_t item_count;
    uint32_t item_capacity;
    uint32_t *open;             /* the items around the current block */
    uint32_t open_count;
} comments;

/* Comments nest so deep at most; deeper ones are taken for answers to the last of these. */
enum { DEEPEST = 64 };

/* ---- Which elements are comments ---------------------------------------- */

static bool is_comment_block(const comments *c, uint32_t block)
{
    return c->builder->labels[block].label == PITH_LABEL_COMMENT &&
           c->blocks->blocks[block].text_size > 0;
}

/* The section's first block with text, of a few; blocks->count if there is none. */
static uint32_t first_text(const comments *c, const pith_section *section)
{
    enum { FAR = 8 };
    uint32_t block = section->first_block;
    for (int i = 0; i < FAR && block < section->end_block; i++, block++)
        if (c->blocks->blocks[block].text_size > 0)
            return block;
    return c->blocks->count;
}

/* "comment-12", "li-comment-12": the id of one comment. */
static bool is_comment_id(pith_str id)
{
    size_t digits = 0;
    while (digits < id.size && pith_is_digit(id.data[id.size - 1 - digits]))
        digits++;
    id.size -= digits;
    while (id.size > 0 && (id.data[id.size - 1] == '-' || id.data[id.size - 1] == '_'))
        id.size--;
    return digits > 0 && (pith_str_equal_ignoring_case(id, PITH_STR("comment")) ||
                          pith_str_equal_ignoring_case(id, PITH_STR("li-comment")));
}

/* One of the names, as a whole. */
static bool is_comment_class(pith_str classes)
{
    static const char *const names[] = {
        "comment", "comment-item", "comment_item", "commentitem", "comments-item", "comment__item",
        "comments__item", "comment-entry", "comment-wrap", "single-comment", "c-comment",
        "kommentar", "commentaire", "comentario", "commento", "reactie", "komentarz", "yorum",
    };
    while (classes.size > 0) {
        size_t size = 0;
        while (size < classes.size && !pith_is_space(classes.data[size]))
            size++;
        for (size_t i = 0; i < sizeof names / sizeof *names; i++)
            if (pith_str_equal_ignoring_case((pith_str){classes.data, size},
                                             (pith_str){names[i], strlen(names[i])}))
                return true;
        classes = pith_str_from(classes, size + (size < classes.size));
    }
    return false;
}

static bool ends_with(pith_str text, pith_str end)
{
    return text.size >= end.size &&
           memcmp(text.data + text.size - end.size, end.data, end.size) == 0;
}

static bool is_named(const comments *c, uint32_t node)
{
    pith_str property = pith_attribute_head(c->tree, node, PITH_ATTRIBUTE_ITEMPROP);
    pith_str type = pith_attribute_head(c->tree, node, PITH_ATTRIBUTE_ITEMTYPE);
    return pith_str_equal_ignoring_case(property, PITH_STR("comment")) ||
           ends_with(type, PITH_STR("/Comment")) || ends_with(type, PITH_STR("/UserComments")) ||
           is_comment_id(pith_attribute_head(c->tree, node, PITH_ATTRIBUTE_ID)) ||
           is_comment_class(pith_attribute_head(c->tree, node, PITH_ATTRIBUTE_CLASS));
}

static bool is_parent_of_texts(const comments *c, const pith_section *section)
{
    uint32_t first = first_text(c, section);
    return first < c->blocks->count && section->end_block - first >= 2;
}

static bool looks_like(const comments *c, const pith_section *one, const pith_section *other)
{
    return one->parent == other->parent &&
           c->tree->nodes[one->node].name == c->tree->nodes[other->node].name &&
           pith_str_equal(pith_attribute_head(c->tree, one->node, PITH_ATTRIBUTE_CLASS),
                          pith_attribute_head(c->tree, other->node, PITH_ATTRIBUTE_CLASS)) &&
           is_parent_of_texts(c, one) && is_parent_of_texts(c, other);
}

static void mark_section(comments *c, uint32_t i)
{
    const pith_section *section = &c->blocks->sections[i];
    uint32_t first = first_text(c, section), next = section->end_section;
    if (first == c->blocks->count || !is_comment_block(c, first))
        return;
    uint32_t name = c->tree->nodes[section->node].name;
    if (is_named(c, section->node)) {
        c->markings[i] = MARKED_BY_NAME;
    } else if ((name == PITH_TAG_LI || name == PITH_TAG_ARTICLE) &&
               is_parent_of_texts(c, section)) {
        c->markings[i] = MARKED_BY_TAG;
    } else if (next < c->blocks->section_count &&
               looks_like(c, section, &c->blocks->sections[next])) {
        c->markings[i] = c->markings[next] = MARKED_BY_LOOKS;
    }
}

static marking mark_sections(comments *c)
{
    marking strongest = MARKED_NOT;
    for (uint32_t i = 1; i < c->blocks->section_count; i++) {
        mark_section(c, i);
        strongest = c->markings[i] > strongest ? (marking)c->markings[i] : strongest;
    }
    return strongest;
}

/* ---- Whose block is whose ----------------------------------------------- */

static uint32_t parent_node(const comments *c, uint32_t section)
{
    return c->tree->nodes[c->blocks->sections[section].node].parent;
}

static void add_item(comments *c, uint32_t section)
{
    void *items = c->items;
    if (c->open_count > 0) {
        pith_comment_item *around = &c->items[c->open[c->open_count - 1]];
        if (around->first_own == 0) {
            around->inner = section; /* two elements for one comment */
            return;
        }
        /* Beside the inner one of such two: the outer one was a list of comments. */
        if (around->inner != around->section &&
            parent_node(c, around->inner) == parent_node(c, section))
            c->open_count--;
    }
    if (c->open_count == DEEPEST)
        c->open_count--;
    if (!pith_array_grow(c->builder->memory, &items, &c->item_capacity, c->item_count + 1,
                         sizeof *c->items)) {
        c->builder->failed = true;
        return;
    }
    c->items = items;
    c->items[c->item_count] = (pith_comment_item){
        .section = section,
        .inner = section,
        .parent = c->open_count > 0 ? c->open[c->open_count - 1] + 1 : 0,
    };
    c->open[c->open_count++] = c->item_count++;
}

static void add_block(comments *c, uint32_t block)
{
    pith_comment_item *item = &c->items[c->open[c->open_count - 1]];
    if (item->first_own == 0)
        item->first_own = block + 1;
    else
        c->next_own[item->last_own - 1] = block + 1;
    item->last_own = block + 1;
}

static uint32_t end_of_item(const comments *c, uint32_t item)
{
    return c->blocks->sections[c->items[item].section].end_block;
}

static void share_blocks(comments *c, marking marked)
{
    uint32_t section = 1;
    for (uint32_t i = 0; i < c->blocks->count && !c->builder->failed; i++) {
        while (c->open_count > 0 && end_of_item(c, c->open[c->open_count - 1]) <= i)
            c->open_count--;
        for (; section < c->blocks->section_count && !c->builder->failed &&
               c->blocks->sections[section].first_block <= i; section++)
            if (c->markings[section] == marked)
                add_item(c, section);
        if (c->open_count > 0 && is_comment_block(c, i) && !c->builder->failed)
            add_block(c, i);
    }
}

/* ---- Comments ----------------------------------------------------------- */

/* Depths count only those around that are kept. */
static void keep_comments(comments *c)
{
    pith_document *document = c->builder->document;
    uint32_t *depths = c->open; /* a new use: of each item, the depth of those inside it */
    for (uint32_t i = 0; i < c->item_count && !c->builder->failed; i++) {
        const pith_comment_item *item = &c->items[i];
        pith_comment comment = {.depth = item->parent != 0 ? depths[item->parent - 1] : 0};
        pith_builder_read_comment(c->builder, item, c->next_own, &comment);
        depths[i] = comment.depth + (comment.text.size > 0);
        void *kept = document->comments;
        if (comment.text.size == 0 || c->builder->failed)
            continue;
        if (!pith_array_grow(c->builder->memory, &kept, &document->comment_capacity,
                             document->comment_count + 1, sizeof *document->comments)) {
            c->builder->failed = true;
            return;
        }
        document->comments = kept;
        document->comments[document->comment_count++] = comment;
    }
}

static bool take_arrays(comments *c, uint32_t *open_capacity)
{
    pith_memory *memory = c->builder->memory;
    void *markings = NULL, *next_own = NULL, *open = NULL;
    uint32_t sections = c->blocks->section_count;
    uint32_t items = sections > DEEPEST ? sections : DEEPEST;
    bool done = pith_array_grow(memory, &markings, &c->marking_capacity, sections, 1);
    done = done && pith_array_grow(memory, &next_own, &c->next_capacity, c->blocks->count,
                                   sizeof *c->next_own);
    done = done && pith_array_grow(memory, &open, open_capacity, items, sizeof *c->open);
    c->markings = markings;
    c->next_own = next_own;
    c->open = open;
    if (done) {
        memset(markings, MARKED_NOT, c->marking_capacity);
        memset(next_own, 0, c->next_capacity * sizeof *c->next_own);
    }
    return done;
}

static bool has_comment_blocks(const comments *c)
{
    for (uint32_t i = 0; i < c->blocks->count; i++)
        if (is_comment_block(c, i))
            return true;
    return false;
}

void pith_builder_find_comments(pith_builder *builder)
{
    comments c = {.builder = builder, .tree = builder->tree, .blocks = builder->blocks};
    pith_memory *memory = builder->memory;
    uint32_t open_capacity = 0;
    builder->document->reply = pith_builder_find_reply(builder);
    if (builder->failed || !has_comment_blocks(&c))
        return;
    if (take_arrays(&c, &open_capacity)) {
        marking marked = mark_sections(&c);
        if (marked != MARKED_NOT)
            share_blocks(&c, marked);
        keep_comments(&c);
    } else {
        builder->failed = true;
    }
    pith_memory_free(memory, c.markings, c.marking_capacity);
    pith_memory_free(memory, c.next_own, c.next_capacity * sizeof *c.next_own);
    pith_memory_free(memory, c.open, open_capacity * sizeof *c.open);
    pith_memory_free(memory, c.items, c.item_capacity * sizeof *c.items);
}
