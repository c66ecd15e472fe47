/* SPDX-License-Identifier: Apache-2.0 */
/* The stack of open elements (HTML standard, 13.2.4.2). */
#include "html/state.h"

static void count_open(pith_html_parser *parser, pith_html_key key, uint32_t change)
{
    if (key < PITH_TAG_COUNT)
        parser->open_counts[key] += change;
}

void pith_html_limit_depth(pith_html_parser *parser)
{
    if (parser->stack_count >= parser->limits.depth && parser->stack_count > 1) {
        parser->limits_hit |= PITH_LIMIT_DEPTH;
        if (pith_html_current_is(parser, PITH_TAG_TEMPLATE)) {
            pith_html_formatting_clear_to_marker(parser);
            pith_html_pop_template_mode(parser);
        }
        pith_html_pop(parser);
    }
}

void pith_html_push(pith_html_parser *parser, pith_html_open entry)
{
    if (parser->stack_count == parser->stack_capacity) {
        void *stack = parser->stack;
        if (!pith_array_grow(parser->memory, &stack, &parser->stack_capacity,
                             parser->stack_count + 1, sizeof *parser->stack))
            pith_html_fail(parser, PITH_LEAVE_MEMORY);
        parser->stack = stack;
    }
    parser->stack[parser->stack_count++] = entry;
    count_open(parser, entry.key, 1);
}

void pith_html_pop(pith_html_parser *parser)
{
    if (parser->stack_count > 1) {
        count_open(parser, pith_html_current(parser)->key, UINT32_MAX);
        parser->stack_count--;
    }
}

void pith_html_take_out(pith_html_parser *parser, uint32_t index)
{
    count_open(parser, parser->stack[index].key, UINT32_MAX);
    parser->stack_count--;
    memmove(&parser->stack[index], &parser->stack[index + 1],
            (parser->stack_count - index) * sizeof *parser->stack);
}

void pith_html_put_in(pith_html_parser *parser, uint32_t index, pith_html_open entry)
{
    pith_html_push(parser, entry);
    memmove(&parser->stack[index + 1], &parser->stack[index],
            (parser->stack_count - 1 - index) * sizeof *parser->stack);
    parser->stack[index] = entry;
}

uint32_t pith_html_stack_find(const pith_html_parser *parser, uint32_t node)
{
    for (uint32_t i = parser->stack_count; i-- > 0;)
        if (parser->stack[i].node == node)
            return i;
    return UINT32_MAX;
}

void pith_html_pop_until(pith_html_parser *parser, uint32_t tag)
{
    if (!pith_html_is_open(parser, tag))
        return;
    while (parser->stack_count > 1) {
        pith_html_key key = pith_html_current(parser)->key;
        pith_html_pop(parser);
        if (key == tag)
            break;
    }
}

void pith_html_pop_to(pith_html_parser *parser, uint32_t count)
{
    while (parser->stack_count > count && parser->stack_count > 1)
        pith_html_pop(parser);
}

bool pith_html_in_scope(const pith_html_parser *parser, uint32_t tag, unsigned scope)
{
    if (!pith_html_is_open(parser, tag))
        return false;
    for (uint32_t i = parser->stack_count; i-- > 0;) {
        pith_html_key key = parser->stack[i].key;
        if (key == tag)
            return true;
        if (pith_html_classes(key) & scope)
            return false;
    }
    return false;
}

void pith_html_imply_end_tags(pith_html_parser *parser, uint32_t except, unsigned ends)
{
    for (;;) {
        pith_html_key key = pith_html_current(parser)->key;
        if (!(pith_html_classes(key) & ends) || (except != 0 && key == except))
            return;
        pith_html_pop(parser);
    }
}

void pith_html_clear_stack_to(pith_html_parser *parser, const uint32_t *tags, size_t count)
{
    while (parser->stack_count > 1) {
        pith_html_key key = pith_html_current(parser)->key;
        for (size_t i = 0; i < count; i++)
            if (key == tags[i])
                return;
        if (key == PITH_TAG_TEMPLATE)
            return;
        pith_html_pop(parser);
    }
}

void pith_html_close_p(pith_html_parser *parser)
{
    if (!pith_html_in_scope(parser, PITH_TAG_P, PITH_CLASS_BUTTON_SCOPE))
        return;
    pith_html_imply_end_tags(parser, PITH_TAG_P, PITH_CLASS_IMPLIED_END);
    pith_html_pop_until(parser, PITH_TAG_P);
}
