/* SPDX-License-Identifier: Apache-2.0 */
#include "meta/facts.h"
#include "base/utf8.h"

/* A soft hyphen or a zero-width space: neither is seen. */
static bool is_unseen(pith_str in, size_t i, size_t *size)
{
    bool hyphen = in.data[i] == '\xC2' && i + 1 < in.size && in.data[i + 1] == '\xAD';
    bool space = in.data[i] == '\xE2' && i + 2 < in.size && in.data[i + 1] == '\x80' &&
                 in.data[i + 2] == '\x8B';
    *size = hyphen ? 2 : 3;
    return hyphen || space;
}

/* The bytes without a character that the cut at their end went through. */
static size_t whole_characters(const char *data, size_t size)
{
    size_t start = size;
    while (start > 0 && size - start < PITH_UTF8_MAX &&
           ((unsigned char)data[start - 1] & 0xC0) == 0x80)
        start--;
    start -= start > 0;
    return start + pith_utf8_valid_prefix(data + start, size - start);
}

/* White space collapsed to single spaces, at most PITH_VALUE_MAX bytes. */
static bool copy_collapsed(pith_arena *arena, pith_str in, pith_str *copy)
{
    in = pith_str_trim(in);
    size_t room = in.size < PITH_VALUE_MAX ? in.size : PITH_VALUE_MAX;
    char *out = pith_arena_take(arena, room);
    if (out == NULL)
        return false;
    size_t size = 0;
    bool space = false;
    for (size_t i = 0; i < in.size && size < room; i++) {
        size_t unseen;
        if (!space && (unsigned char)(in.data[i] - '!') <= '~' - '!') { /* nearly all is ASCII */
            out[size++] = in.data[i];
            continue;
        }
        if (is_unseen(in, i, &unseen)) {
            i += unseen - 1;
            continue;
        }
        bool no_break = i + 1 < in.size && in.data[i] == '\xC2' && in.data[i + 1] == '\xA0';
        if (pith_is_space(in.data[i]) || no_break) {
            i += no_break;
            space = size > 0;
            continue;
        }
        if (space && size + 1 < room)
            out[size++] = ' ';
        space = false;
        out[size++] = in.data[i];
    }
    *copy = (pith_str){out, size == PITH_VALUE_MAX ? whole_characters(out, size) : size};
    return true;
}

void pith_facts_add(pith_facts *facts, pith_field field, pith_fact fact)
{
    if (facts->counts[field] == PITH_FACTS_MAX || fact.value.size == 0)
        return;
    if (!copy_collapsed(facts->arena, fact.value, &fact.value))
        facts->failed = true;
    else if (fact.value.size > 0)
        facts->facts[field][facts->counts[field]++] = fact;
}

const pith_fact *pith_facts_first(const pith_facts *facts, pith_field field)
{
    for (unsigned i = 0; i < facts->counts[field]; i++)
        if (!facts->facts[field][i].weak)
            return &facts->facts[field][i];
    return facts->counts[field] > 0 ? &facts->facts[field][0] : NULL;
}

pith_str pith_facts_from(const pith_facts *facts, pith_field field, pith_source source)
{
    for (unsigned i = 0; i < facts->counts[field]; i++) {
        const pith_fact *fact = &facts->facts[field][i];
        if (fact->source == source && !fact->weak)
            return fact->value;
    }
    return (pith_str){NULL, 0};
}

pith_str pith_facts_attribute(pith_facts *facts, uint32_t node, uint32_t name)
{
    pith_buffer_reset(&facts->scratch);
    pith_str value = pith_html_get(facts->tree, node, name, &facts->scratch);
    facts->failed |= facts->scratch.failed;
    return value;
}

/* ---- Texts -------------------------------------------------------------- */

/* Elements whose text is not the page's words, or not shown as such. */
static bool is_silent(uint32_t tag)
{
    switch (tag) {
    case PITH_TAG_SCRIPT:
    case PITH_TAG_STYLE:
    case PITH_TAG_TEMPLATE:
    case PITH_TAG_NOSCRIPT:
    case PITH_TAG_SELECT:
    case PITH_TAG_BUTTON:
    case PITH_TAG_SVG:
        return true;
    default:
        return false;
    }
}

bool pith_is_inline(uint32_t tag)
{
    switch (tag) {
    case PITH_TAG_A:
    case PITH_TAG_ABBR:
    case PITH_TAG_B:
    case PITH_TAG_BDI:
    case PITH_TAG_BDO:
    case PITH_TAG_CITE:
    case PITH_TAG_CODE:
    case PITH_TAG_EM:
    case PITH_TAG_FONT:
    case PITH_TAG_I:
    case PITH_TAG_MARK:
    case PITH_TAG_Q:
    case PITH_TAG_RUBY:
    case PITH_TAG_S:
    case PITH_TAG_SMALL:
    case PITH_TAG_SPAN:
    case PITH_TAG_STRONG:
    case PITH_TAG_SUB:
    case PITH_TAG_SUP:
    case PITH_TAG_TIME:
    case PITH_TAG_U:
    case PITH_TAG_WBR:
        return true;
    default:
        return false;
    }
}

pith_str pith_facts_text(pith_facts *facts, uint32_t node, bool apart)
{
    enum { NODES_MAX = 500 };
    const pith_html_tree *tree = facts->tree;
    pith_buffer *text = &facts->text;
    pith_buffer_reset(text);
    uint32_t at = node;
    for (unsigned i = 0; i < NODES_MAX && text->size < PITH_VALUE_MAX; i++) {
        const pith_html_node *n = &tree->nodes[at];
        bool silent = n->type == PITH_HTML_ELEMENT && at != node && is_silent(n->name);
        at =
            silent ? pith_html_following_skip(tree, at, node) : pith_html_following(tree, at, node);
        if (at == 0)
            break;
        n = &tree->nodes[at];
        if (n->type == PITH_HTML_TEXT) {
            pith_buffer_reset(&facts->scratch);
            pith_buffer_add(text, pith_html_text(tree, at, &facts->scratch));
            facts->failed |= facts->scratch.failed;
        } else if (n->type == PITH_HTML_ELEMENT && (apart || !pith_is_inline(n->name))) {
            pith_buffer_add_byte(text, ' ');
        }
    }
    facts->failed |= text->failed;
    return pith_str_trim((pith_str){text->data, text->size});
}
