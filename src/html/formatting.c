/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The list of active formatting elements (HTML standard, 13.2.4.3) and the
 * adoption agency algorithm (13.2.6.4.7).
 *
 * Deviation, for bounded time: the list holds at most limits.depth entries, the
 * oldest go first; and when limits.clones is used up, nothing is reopened.
 */
#include "html/state.h"

#include <string.h>

static void take_out(pith_html_parser *parser, uint32_t index)
{
    parser->formatting_count--;
    memmove(&parser->formatting[index], &parser->formatting[index + 1],
            (parser->formatting_count - index) * sizeof *parser->formatting);
}

static void put_in(pith_html_parser *parser, uint32_t index, pith_html_formatting entry)
{
    if (parser->formatting_count == parser->formatting_capacity) {
        void *list = parser->formatting;
        if (!pith_array_grow(parser->memory, &list, &parser->formatting_capacity,
                             parser->formatting_count + 1, sizeof *parser->formatting))
            pith_html_fail(parser, PITH_LEAVE_MEMORY);
        parser->formatting = list;
    }
    memmove(&parser->formatting[index + 1], &parser->formatting[index],
            (parser->formatting_count - index) * sizeof *parser->formatting);
    parser->formatting[index] = entry;
    parser->formatting_count++;
}

static bool same_value(const pith_html_parser *parser, const pith_html_attribute *a,
                       const pith_html_attribute *b)
{
    return a->value_size == b->value_size &&
           memcmp(parser->text + a->value_start, parser->text + b->value_start, a->value_size) == 0;
}

/* True if two elements have the same attributes; unknown names are told apart by their hashes. */
static bool same_attributes(const pith_html_parser *parser, uint32_t a, uint32_t b)
{
    const pith_html_node *one = &parser->nodes[a];
    const pith_html_node *other = &parser->nodes[b];
    if (one->count != other->count || one->count == 0)
        return one->count == other->count;
    const pith_html_attribute *mine = &parser->attributes[one->extent];
    const pith_html_attribute *theirs = &parser->attributes[other->extent];
    for (uint32_t i = 0; i < one->count; i++) {
        uint32_t j = i; /* mostly they stand in the same order */
        if (theirs[j].name != mine[i].name)
            for (j = 0; j < one->count && theirs[j].name != mine[i].name;)
                j++;
        if (j == one->count || !same_value(parser, &mine[i], &theirs[j]))
            return false;
    }
    return true;
}

void pith_html_formatting_push(pith_html_parser *parser, uint32_t name, uint32_t node)
{
    /* The "Noah's Ark clause": at most three alike after the last marker. */
    uint32_t alike = 0;
    for (uint32_t i = parser->formatting_count; i > 0 && parser->formatting[i - 1].node != 0; i--) {
        const pith_html_formatting *entry = &parser->formatting[i - 1];
        if (entry->name != name || !same_attributes(parser, entry->node, node))
            continue;
        if (++alike == 3) {
            take_out(parser, i - 1);
            break;
        }
    }
    if (parser->formatting_count >= parser->limits.depth) {
        parser->limits_hit |= PITH_LIMIT_DEPTH;
        take_out(parser, 0);
    }
    put_in(parser, parser->formatting_count, (pith_html_formatting){name, node});
}

void pith_html_formatting_marker(pith_html_parser *parser)
{
    if (parser->formatting_count >= parser->limits.depth) {
        parser->limits_hit |= PITH_LIMIT_DEPTH;
        take_out(parser, 0);
    }
    put_in(parser, parser->formatting_count, (pith_html_formatting){0, 0});
}

void pith_html_formatting_clear_to_marker(pith_html_parser *parser)
{
    while (parser->formatting_count > 0)
        if (parser->formatting[--parser->formatting_count].node == 0)
            break;
}

static uint32_t find_node(const pith_html_parser *parser, uint32_t node)
{
    for (uint32_t i = parser->formatting_count; i-- > 0;)
        if (parser->formatting[i].node == node)
            return i;
    return UINT32_MAX;
}

void pith_html_formatting_remove(pith_html_parser *parser, uint32_t node)
{
    uint32_t index = find_node(parser, node);
    if (index != UINT32_MAX)
        take_out(parser, index);
}

uint32_t pith_html_formatting_find(const pith_html_parser *parser, uint32_t name)
{
    for (uint32_t i = parser->formatting_count; i > 0 && parser->formatting[i - 1].node != 0; i--)
        if (parser->formatting[i - 1].name == name)
            return parser->formatting[i - 1].node;
    return 0;
}

void pith_html_reconstruct_slow(pith_html_parser *parser)
{
    uint32_t i = parser->formatting_count;
    while (i > 0 && parser->formatting[i - 1].node != 0 &&
           pith_html_stack_find(parser, parser->formatting[i - 1].node) == UINT32_MAX)
        i--;
    for (; i < parser->formatting_count; i++) {
        pith_html_limit_depth(parser);
        if (i >= parser->formatting_count) /* that closed a template, and cleared its part */
            return;
        uint32_t clone = pith_html_clone(parser, parser->formatting[i].node);
        if (clone == UINT32_MAX) { /* never to be tried again */
            parser->formatting_count = i;
            return;
        }
        pith_html_insert(parser, pith_html_place_for(parser, pith_html_current(parser)), clone);
        pith_html_push(parser, (pith_html_open){.key = parser->formatting[i].name, .node = clone,
                                                .into = clone});
        parser->formatting[i].node = clone;
    }
}

/* The topmost special element below `index` in the stack, or UINT32_MAX. */
static uint32_t furthest_block(const pith_html_parser *parser, uint32_t index)
{
    for (uint32_t i = index + 1; i < parser->stack_count; i++)
        if (pith_html_classes(parser->stack[i].key) & PITH_CLASS_SPECIAL)
            return i;
    return UINT32_MAX;
}

/* "Has a particular element in scope", for the node at a stack index. */
static bool node_in_scope(const pith_html_parser *parser, uint32_t index)
{
    for (uint32_t i = parser->stack_count; --i > index;)
        if (pith_html_classes(parser->stack[i].key) & PITH_CLASS_SCOPE)
            return false;
    return true;
}

static void move_children(pith_html_parser *parser, uint32_t from, uint32_t to)
{
    for (uint32_t child; (child = parser->nodes[from].first_child) != 0;) {
        pith_html_remove(parser, child);
        pith_html_append(parser, to, child);
    }
}

/*
 * Steps 4.13 to 4.14: clones the formatting elements between the furthest block
 * (at stack index *block) and the formatting element (at `index`), each with
 * the one before as its child. Returns the outermost of them; *bookmark is the
 * list index for the clone of the formatting element. UINT32_MAX without clones.
 */
static uint32_t rebuild_between(pith_html_parser *parser, uint32_t index, uint32_t *block,
                                uint32_t *bookmark)
{
    uint32_t last = parser->stack[*block].node;
    uint32_t at = *block;
    for (uint32_t inner = 1;; inner++) {
        if (--at == index)
            return last;
        pith_html_open *entry = &parser->stack[at];
        uint32_t listed = find_node(parser, entry->node);
        if (inner > 3 && listed != UINT32_MAX) {
            take_out(parser, listed);
            if (listed < *bookmark)
                --*bookmark;
            listed = UINT32_MAX;
        }
        if (listed == UINT32_MAX) {
            pith_html_take_out(parser, at);
            --*block;
            continue;
        }
        uint32_t clone = pith_html_clone(parser, entry->node);
        if (clone == UINT32_MAX)
            return UINT32_MAX;
        entry->node = entry->into = clone;
        parser->formatting[listed].node = clone;
        if (at + 1 == *block)
            *bookmark = listed + 1;
        pith_html_remove(parser, last);
        pith_html_append(parser, clone, last);
        last = clone;
    }
}

/* Step 4 of the algorithm, once. False ends it, with *handled as its result. */
static bool adopt_once(pith_html_parser *parser, uint32_t subject, bool *handled)
{
    uint32_t element = pith_html_formatting_find(parser, subject);
    *handled = element != 0;
    if (element == 0)
        return false;
    uint32_t index = pith_html_stack_find(parser, element);
    if (index == UINT32_MAX) {
        pith_html_formatting_remove(parser, element);
        return false;
    }
    if (!node_in_scope(parser, index))
        return false;
    uint32_t block = furthest_block(parser, index);
    if (block == UINT32_MAX) {
        pith_html_pop_to(parser, index);
        pith_html_formatting_remove(parser, element);
        return false;
    }
    uint32_t bookmark = find_node(parser, element);
    uint32_t last = rebuild_between(parser, index, &block, &bookmark);
    uint32_t clone = last != UINT32_MAX ? pith_html_clone(parser, element) : UINT32_MAX;
    if (clone == UINT32_MAX) { /* clones ran out: close the element and all in it */
        pith_html_pop_to(parser, index);
        pith_html_formatting_remove(parser, element);
        return false;
    }
    pith_html_remove(parser, last);
    pith_html_insert(parser, pith_html_place_for(parser, &parser->stack[index - 1]), last);
    uint32_t into = parser->stack[block].into;
    move_children(parser, into, clone);
    pith_html_append(parser, into, clone);
    uint32_t listed = find_node(parser, element);
    take_out(parser, listed);
    if (listed < bookmark)
        bookmark--;
    put_in(parser, bookmark, (pith_html_formatting){subject, clone});
    pith_html_take_out(parser, index); /* the block is now at block - 1 */
    pith_html_put_in(parser, block, (pith_html_open){.key = subject, .node = clone, .into = clone});
    return true;
}

bool pith_html_adopt(pith_html_parser *parser, uint32_t subject)
{
    const pith_html_open *current = pith_html_current(parser);
    if (current->key == subject && find_node(parser, current->node) == UINT32_MAX) {
        pith_html_pop(parser);
        return true;
    }
    bool handled = true;
    for (int outer = 0; outer < 8 && adopt_once(parser, subject, &handled); outer++)
        ;
    return handled;
}
