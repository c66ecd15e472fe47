/* SPDX-License-Identifier: Apache-2.0 */
/* Author, date and text of one comment, by its elements' names and by where they stand. */
#include "document/comment.h"
#include "document/leaves.h"
#include "meta/date.h"

/* An element that may say something, and how surely: the highest rank counts. */
typedef struct sign {
    uint32_t html;
    int rank;
} sign;

typedef struct reading {
    pith_builder *builder;
    const pith_html_tree *tree;
    const pith_comment_item *item;
    const uint32_t *next_own;
    sign author;
    sign date;
    sign text;
    uint32_t name_block;   /* 1 + block that is the author's name, by its place; 0: none */
    uint32_t date_block;   /* the same for the date */
} reading;

/* Levels above a block that are looked at: what lies further away says little of it. */
enum { NEAR = 8 };

static const pith_block *block_at(const reading *r, uint32_t own)
{
    return &r->builder->blocks->blocks[own - 1];
}

/* ---- Signs -------------------------------------------------------------- */

static bool property_is(const reading *r, uint32_t html, const char *words)
{
    return pith_attribute_has(r->tree, html, PITH_ATTRIBUTE_ITEMPROP, words);
}

static bool class_has(const reading *r, uint32_t html, const char *words)
{
    return pith_attribute_has(r->tree, html, PITH_ATTRIBUTE_CLASS, words);
}

static int author_rank(const reading *r, uint32_t html)
{
    if (class_has(r, html, "fn"))
        return 6;
    if (property_is(r, html, "name"))
        return 5;
    if (class_has(r, html, "author username nickname nick commenter commentator poster name autor "
                           "auteur autore") ||
        pith_attribute_has(r->tree, html, PITH_ATTRIBUTE_REL, "author"))
        return 4;
    if (property_is(r, html, "author creator") || class_has(r, html, "user"))
        return 3;
    return pith_html_is(r->tree, html, PITH_TAG_CITE) ? 2 : 0;
}

static int date_rank(const reading *r, uint32_t html)
{
    if (property_is(r, html, "published created"))
        return 6;
    if (pith_html_is(r->tree, html, PITH_TAG_TIME))
        return 5;
    if (class_has(r, html, "date time timestamp datetime published posted when ago datum "
                            "fecha zeit"))
        return 3;
    return class_has(r, html, "meta metadata commentmetadata permalink") ? 1 : 0;
}

static int text_rank(const reading *r, uint32_t html)
{
    if (property_is(r, html, "text description"))
        return 2;
    return class_has(r, html, "content text message txt inhalt texte contenu");
}

static bool is_inside(const reading *r, uint32_t node, uint32_t element)
{
    for (int i = 0; i < NEAR && node != 0; i++, node = r->tree->nodes[node].parent)
        if (node == element)
            return true;
    return false;
}

/* Of equal signs the first counts, but the inner one of two that enclose each other. */
static void consider(const reading *r, sign *best, uint32_t html, int rank)
{
    if (rank == 0 || html == best->html)
        return;
    if (rank > best->rank || (rank == best->rank && is_inside(r, html, best->html)))
        *best = (sign){html, rank};
}

static uint32_t last_below(const pith_html_tree *tree, uint32_t html)
{
    while (pith_html_last_child(tree, html) != 0)
        html = pith_html_last_child(tree, html);
    return html;
}

/* The element's text in builder->text, if it is no longer than a line; else empty. */
static pith_str line_of(reading *r, uint32_t html)
{
    enum { LONGEST = 80, MOST = 1000 }; /* bytes: of the line, of one text in the page */
    pith_buffer *text = &r->builder->text;
    pith_buffer_reset(text);
    pith_leaves leaves;
    pith_leaves_begin(&leaves, r->tree, r->tree->nodes[html].first_child,
                      last_below(r->tree, html));
    while (text->size <= LONGEST && !r->builder->failed && pith_leaves_next(&leaves)) {
        if (r->tree->nodes[leaves.leaf].extent > MOST)
            return (pith_str){NULL, 0};
        pith_builder_add_leaf(r->builder, &leaves, 0);
    }
    if (r->builder->failed)
        return (pith_str){NULL, 0};
    pith_str line = pith_str_trim((pith_str){text->data, text->size});
    return line.size <= LONGEST ? line : (pith_str){NULL, 0};
}

/* ---- Dates -------------------------------------------------------------- */

static bool read_date(reading *r, uint32_t html, pith_date *date)
{
    static const uint32_t names[] = {PITH_ATTRIBUTE_DATETIME, PITH_ATTRIBUTE_CONTENT,
                                     PITH_ATTRIBUTE_TITLE};
    pith_str language = r->builder->document->meta.language;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        pith_str value = pith_attribute_head(r->tree, html, names[i]);
        if (value.size > 0 && pith_date_read(value, language, date))
            return true;
    }
    pith_str line = line_of(r, html);
    return line.size > 0 && pith_date_find(line, language, date);
}

/* What can be read as a date counts more; "an hour ago" is at least no text. */
static void consider_date(reading *r, uint32_t html)
{
    enum { READABLE = 10, TELLING = 3 };
    pith_date date;
    int rank = date_rank(r, html);
    if (rank == 0 || rank + READABLE <= r->date.rank)
        return;
    if (read_date(r, html, &date))
        rank += READABLE;
    else if (rank < TELLING || line_of(r, html).size == 0)
        return;
    if (rank > r->date.rank)
        r->date = (sign){html, rank};
}

static void keep_date(reading *r, const pith_date *date, pith_comment *comment)
{
    char text[PITH_DATE_SIZE];
    size_t size = pith_date_write(date, text);
    if (!pith_arena_copy(&r->builder->document->arena, (pith_str){text, size}, &comment->date))
        r->builder->failed = true;
}

/* ---- Elements ----------------------------------------------------------- */

static void consider_element(reading *r, uint32_t html)
{
    if (r->tree->nodes[html].type != PITH_HTML_ELEMENT)
        return;
    int author = author_rank(r, html);
    if (author >= r->author.rank && author > 0 && line_of(r, html).size > 0)
        consider(r, &r->author, html, author);
    consider_date(r, html);
    consider(r, &r->text, html, text_rank(r, html));
}

/* True if no other text of the comment's element stands before the block. */
static bool begins_comment(const reading *r, uint32_t own)
{
    const pith_section *section = &r->builder->blocks->sections[r->item->section];
    uint32_t block = own - 1;
    for (int i = 0; i < NEAR && block > section->first_block; i++, block--)
        if (r->builder->blocks->blocks[block - 1].text_size > 0)
            return false;
    return block == section->first_block;
}

/*
 * The elements of a block, those after it up to the next, and those around it
 * that did not begin before the block before.
 */
static void consider_block(reading *r, uint32_t own, uint32_t before)
{
    const pith_block *block = block_at(r, own);
    const pith_html_node *nodes = r->tree->nodes;
    uint32_t root = r->builder->blocks->sections[r->item->section].node;
    uint32_t around = nodes[block->first].parent;
    for (int i = 0; i < NEAR && around != 0 && around != root; i++) {
        if (before != 0 && nodes[around].start <= nodes[before].start)
            break;
        consider_element(r, around);
        around = nodes[around].parent;
    }
    uint32_t node = before == 0 && begins_comment(r, own) ? nodes[root].first_child : block->first;
    uint32_t end = own < r->builder->blocks->count ? block_at(r, own + 1)->first : 0;
    for (; node != 0 && node != end; node = pith_html_following(r->tree, node, root))
        consider_element(r, node);
}

/* ---- Text --------------------------------------------------------------- */

/* Adds the block's text without author and date to builder->text. */
static pith_str add_text(reading *r, const pith_block *block, size_t from)
{
    pith_leaves leaves;
    pith_leaves_begin(&leaves, r->tree, block->first, block->last);
    pith_leaves_leave_out(&leaves, r->author.html);
    pith_leaves_leave_out(&leaves, r->date.html);
    while (!r->builder->failed && pith_leaves_next(&leaves))
        pith_builder_add_leaf(r->builder, &leaves, from);
    if (r->builder->failed)
        return (pith_str){NULL, 0};
    pith_str all = {r->builder->text.data, r->builder->text.size};
    all = pith_str_trim(pith_str_from(all, from));
    bool cut = r->author.html != 0 && all.size + 1 < block->text_size;
    while (cut && all.size > 0 && strchr(":,- ", all.data[0]) != NULL)
        all = pith_str_from(all, 1); /* "Name: text" */
    return all;
}

static uint32_t count_words(pith_str text)
{
    uint32_t words = text.size > 0;
    for (size_t i = 0; i < text.size; i++)
        words += text.data[i] == ' ';
    return words;
}

static bool is_heading(const reading *r, const pith_block *block)
{
    uint32_t name = r->tree->nodes[block->container].name;
    return name >= PITH_TAG_H1 && name <= PITH_TAG_H6;
}

/*
 * What is no part of the text: controls ("Reply"), headings, and what is left of
 * a line once its author and date are taken away ("says:", "at").
 */
static bool is_text(const reading *r, uint32_t own, pith_str text)
{
    enum { CONTROL = 3, REST = 4 };
    const pith_block *block = block_at(r, own);
    bool linked = block->link_size * UINT64_C(2) > block->text_size;
    bool cut = text.size + 1 < block->text_size;
    uint32_t words = count_words(text);
    if (text.size == 0 || own == r->name_block || own == r->date_block || is_heading(r, block))
        return false;
    bool leads = !block->sentence || text.data[text.size - 1] == ':';
    return !(linked && words <= CONTROL) && !(cut && words <= REST && leads);
}

/* The blocks that are text, as paragraphs; only those in the element for it, if there is one. */
static pith_str read_text(reading *r, bool marked)
{
    pith_buffer *text = &r->builder->text;
    pith_buffer_reset(text);
    for (uint32_t own = r->item->first_own; own != 0; own = r->next_own[own - 1]) {
        size_t before = text->size;
        const pith_block *block = block_at(r, own);
        if (marked && !is_inside(r, block->first, r->text.html))
            continue;
        if (before > 0)
            pith_buffer_add(text, PITH_STR("\n\n"));
        size_t from = text->size;
        pith_str added = add_text(r, block, from);
        if (r->builder->failed)
            break;
        bool kept = is_text(r, own, added);
        if (kept && added.data > text->data + from)
            memmove(text->data + from, added.data, added.size);
        text->size = kept ? from + added.size : before;
    }
    return pith_builder_take_text(r->builder, 0);
}

/* ---- Authors ------------------------------------------------------------ */

/* Without "says:" and the like. */
static pith_str without_verb(pith_str name)
{
    static const char *const verbs[] = {"says", "said", "wrote", "writes", "sagt", "schrieb",
                                        "schreibt", "dit", "dice", "disse", "diz", "zegt", "pisze",
                                        "пишет", "says that"};
    while (name.size > 0 && (name.data[name.size - 1] == ':' || name.data[name.size - 1] == ','))
        name.size--;
    name = pith_str_trim(name);
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++) {
        size_t size = strlen(verbs[i]);
        if (name.size > size + 1 && name.data[name.size - size - 1] == ' ' &&
            memcmp(name.data + name.size - size, verbs[i], size) == 0)
            return pith_str_trim((pith_str){name.data, name.size - size});
    }
    if (name.size > 3 && pith_str_equal_ignoring_case((pith_str){name.data, 3}, PITH_STR("by ")))
        name = pith_str_from(name, 3);
    return pith_str_trim(name);
}

/* A short first line with more after it, which is no sentence: a name by its place. */
static uint32_t find_name_block(const reading *r)
{
    enum { LONGEST = 4 };
    uint32_t own = r->item->first_own;
    const pith_block *block = block_at(r, own);
    return r->next_own[own - 1] != 0 && block->word_count <= LONGEST && !block->sentence &&
                   block->digit_count == 0 && !is_heading(r, block)
               ? own : 0;
}

/* The <b> that the comment begins with, or 0. */
static uint32_t find_bold_name(reading *r)
{
    uint32_t first = block_at(r, r->item->first_own)->first;
    for (int i = 0; i < 3 && first != 0; i++, first = r->tree->nodes[first].parent)
        if (pith_html_is(r->tree, first, PITH_TAG_B) ||
            pith_html_is(r->tree, first, PITH_TAG_STRONG))
            return count_words(line_of(r, first)) - 1 < 4 ? first : 0;
    return 0;
}

static void read_author(reading *r, pith_comment *comment)
{
    if (r->author.html == 0)
        r->author.html = find_bold_name(r);
    if (r->author.html == 0)
        r->name_block = find_name_block(r);
    pith_str name;
    if (r->name_block != 0) {
        pith_buffer_reset(&r->builder->text);
        name = add_text(r, block_at(r, r->name_block), 0);
    } else if (r->author.html != 0) {
        name = line_of(r, r->author.html);
    } else {
        return;
    }
    if (!pith_arena_copy(&r->builder->document->arena, without_verb(name), &comment->author))
        r->builder->failed = true;
}

/* A date among the first lines, if no element is one. */
static void find_date_block(reading *r, pith_comment *comment)
{
    enum { LINES = 3, LONGEST = 8 };
    pith_date date;
    uint32_t own = r->item->first_own;
    for (int i = 0; i < LINES && own != 0 && r->date_block == 0; i++, own = r->next_own[own - 1]) {
        const pith_block *block = block_at(r, own);
        if (block->word_count > 2 * LONGEST || block->digit_count == 0 || own == r->name_block)
            continue;
        pith_buffer_reset(&r->builder->text);
        pith_str line = add_text(r, block, 0);
        if (line.size > 0 && count_words(line) <= LONGEST &&
            pith_date_find(line, r->builder->document->meta.language, &date)) {
            r->date_block = own;
            keep_date(r, &date, comment);
        }
    }
}

void pith_builder_read_comment(pith_builder *builder, const pith_comment_item *item,
                               const uint32_t *next_own, pith_comment *comment)
{
    reading r = {.builder = builder, .tree = builder->tree, .item = item, .next_own = next_own};
    pith_date date;
    if (item->first_own == 0)
        return;
    comment->source = builder->tree->nodes[block_at(&r, item->first_own)->first].start;
    uint32_t before = 0;
    for (uint32_t own = item->first_own; own != 0; own = next_own[own - 1]) {
        consider_block(&r, own, before);
        before = block_at(&r, own)->first;
    }
    if (r.date.html != 0 && read_date(&r, r.date.html, &date))
        keep_date(&r, &date, comment);
    read_author(&r, comment);
    if (r.date.html == 0)
        find_date_block(&r, comment);
    comment->text = read_text(&r, r.text.html != 0);
    if (comment->text.size == 0 && r.text.html != 0)
        comment->text = read_text(&r, false);
}
