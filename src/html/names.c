/* SPDX-License-Identifier: Apache-2.0 */
/* Element names that PITH_TAG_ lacks, numbered as the page brings them up. */
#include "html/state.h"

#include "base/utf8.h"

/* FNV-1a over the lower-case name, from a seed of the parser's own. */
static uint64_t hash_name(const pith_html_parser *parser, const char *name, uint32_t size)
{
    uint64_t hash = parser->seed ^ UINT64_C(0xCBF29CE484222325);
    for (uint32_t i = 0; i < size; i++)
        hash = (hash ^ (unsigned char)pith_to_lower(name[i])) * UINT64_C(0x100000001B3);
    return hash ^ hash >> 29;
}

/* True if `name` as the page has it is the stored, lower-case `known`. */
static bool same_name(pith_str known, const char *name, uint32_t size)
{
    size_t at = 0;
    for (uint32_t i = 0; i < size; i++) {
        if (name[i] == '\0') { /* stored as U+FFFD */
            if (known.size - at < 3 || memcmp(known.data + at, "\xEF\xBF\xBD", 3) != 0)
                return false;
            at += 3;
        } else if (at == known.size || known.data[at++] != pith_to_lower(name[i])) {
            return false;
        }
    }
    return at == known.size;
}

static pith_str store_name(pith_html_parser *parser, const char *name, uint32_t size)
{
    size_t room = size;
    for (uint32_t i = 0; i < size; i++)
        room += name[i] == '\0' ? 2 : 0;
    char *data = pith_arena_take(&parser->name_arena, room);
    if (data == NULL)
        pith_html_fail(parser, PITH_LEAVE_MEMORY);
    size_t at = 0;
    for (uint32_t i = 0; i < size; i++) {
        if (name[i] == '\0')
            at += pith_utf8_encode(PITH_REPLACEMENT, data + at);
        else
            data[at++] = pith_to_lower(name[i]);
    }
    return (pith_str){data, at};
}

static void place_name(pith_html_parser *parser, uint64_t hash, uint32_t index)
{
    uint32_t mask = parser->name_slot_count - 1;
    uint32_t slot = (uint32_t)hash & mask;
    while (parser->name_slots[slot] != 0)
        slot = (slot + 1) & mask;
    parser->name_slots[slot] = index + 1;
}

/* Doubles the hash table and fills it anew. */
static void grow_slots(pith_html_parser *parser)
{
    uint32_t count = parser->name_slot_count != 0 ? parser->name_slot_count * 2 : 64;
    uint32_t *slots = pith_memory_resize(parser->memory, NULL, 0, count * sizeof *slots);
    if (slots == NULL)
        pith_html_fail(parser, PITH_LEAVE_MEMORY);
    memset(slots, 0, count * sizeof *slots);
    pith_memory_free(parser->memory, parser->name_slots,
                     parser->name_slot_count * sizeof *parser->name_slots);
    parser->name_slots = slots;
    parser->name_slot_count = count;
    for (uint32_t i = 0; i < parser->name_count; i++)
        place_name(parser, parser->name_hashes[i], i);
}

uint32_t pith_html_intern(pith_html_parser *parser, const char *name, uint32_t size)
{
    uint64_t hash = hash_name(parser, name, size);
    if (parser->name_slot_count != 0) {
        uint32_t mask = parser->name_slot_count - 1;
        for (uint32_t slot = (uint32_t)hash & mask; parser->name_slots[slot] != 0;
             slot = (slot + 1) & mask) {
            uint32_t index = parser->name_slots[slot] - 1;
            if (parser->name_hashes[index] == hash && same_name(parser->names[index], name, size))
                return PITH_TAG_COUNT + index;
        }
    }
    uint32_t index = parser->name_count;
    void *names = parser->names;
    if (!pith_array_grow(parser->memory, &names, &parser->name_capacity, index + 1,
                         sizeof *parser->names))
        pith_html_fail(parser, PITH_LEAVE_MEMORY);
    parser->names = names;
    void *hashes = parser->name_hashes;
    if (!pith_array_grow(parser->memory, &hashes, &parser->name_hash_capacity, index + 1,
                         sizeof *parser->name_hashes))
        pith_html_fail(parser, PITH_LEAVE_MEMORY);
    parser->name_hashes = hashes;
    if ((index + 1) * 2 > parser->name_slot_count)
        grow_slots(parser);
    parser->names[index] = store_name(parser, name, size);
    parser->name_hashes[index] = hash;
    parser->name_count++;
    place_name(parser, hash, index);
    return PITH_TAG_COUNT + index;
}

void pith_html_forget_names(pith_html_parser *parser)
{
    if (parser->name_count == 0)
        return;
    memset(parser->name_slots, 0, parser->name_slot_count * sizeof *parser->name_slots);
    parser->name_count = 0;
    pith_arena_reset(&parser->name_arena);
}
