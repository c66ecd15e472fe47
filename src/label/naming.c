/* SPDX-License-Identifier: Apache-2.0 */
#include "label/naming.h"

#include "base/hash.h"

/* ---- Tokens ---------------------------------------------------------------- */

/* What a token is of; part of its hash. */
enum { TOKEN_TAG = 't', TOKEN_CHILD = 'p', TOKEN_CLASS = 'c', TOKEN_ID = 'i', TOKEN_PART = 's',
       TOKEN_ROLE = 'r', TOKEN_ITEMPROP = 'm' };

typedef struct token_list {
    uint32_t *tokens;
    uint32_t count;
    uint32_t most;
} token_list;

/* FNV-1a, 32 bits (Fowler, Noll, Vo). */
static uint32_t step(uint32_t hash, unsigned char byte)
{
    return (hash ^ byte) * 0x01000193u;
}

static uint32_t begin(char kind)
{
    return step(0x811C9DC5u, (unsigned char)kind);
}

/* FNV's high bits are weak for short words. */
static uint32_t finish(uint32_t hash)
{
    hash = (hash ^ hash >> 16) * 0x7FEB352Du;
    return hash ^ hash >> 15;
}

static void add(token_list *list, uint32_t hash)
{
    uint32_t token = finish(hash);
    for (uint32_t i = 0; i < list->count; i++)
        if (list->tokens[i] == token)
            return;
    if (list->count < list->most)
        list->tokens[list->count++] = token;
}

static bool parts_words(char byte)
{
    return byte == '-' || byte == '_' || byte == ':' || byte == '/';
}

/* The words of a class list or id, each whole and in its parts. */
static void add_words(token_list *list, pith_str value, char kind)
{
    size_t at = 0;
    while (at < value.size) {
        if (pith_is_space(value.data[at])) {
            at++;
            continue;
        }
        uint32_t whole = begin(kind), part = begin(TOKEN_PART);
        unsigned part_size = 0;
        char before = '\0';
        for (; at < value.size && !pith_is_space(value.data[at]); at++) {
            char byte = value.data[at];
            bool digit = pith_is_digit(byte);
            bool capital = (unsigned char)(byte - 'A') < 26;
            bool small_before = (unsigned char)(before - 'a') < 26;
            if (parts_words(byte) || (capital && small_before)) {
                if (part_size >= 2)
                    add(list, part);
                part = begin(TOKEN_PART);
                part_size = 0;
            }
            if (!digit || !pith_is_digit(before)) {
                unsigned char normal = digit ? '0' : (unsigned char)pith_to_lower(byte);
                whole = step(whole, normal);
                if (!parts_words(byte)) {
                    part = step(part, normal);
                    part_size++;
                }
            }
            before = byte;
        }
        if (part_size >= 2)
            add(list, part);
        add(list, whole);
    }
}

static void add_value(token_list *list, pith_str value, char kind)
{
    uint32_t hash = begin(kind);
    for (size_t i = 0; i < value.size; i++)
        hash = step(hash, (unsigned char)pith_to_lower(value.data[i]));
    add(list, hash);
}

static uint32_t mix_name(const pith_html_tree *tree, uint32_t node, uint32_t hash)
{
    pith_str name = pith_html_name(tree, node);
    for (size_t i = 0; i < name.size; i++)
        hash = step(hash, (unsigned char)name.data[i]);
    return hash;
}

/* The tokens of all but the id, which differs from element to element. */
static void add_element(token_list *list, const pith_html_tree *tree, uint32_t node,
                        uint32_t parent)
{
    const pith_html_node *n = &tree->nodes[node];
    add(list, mix_name(tree, node, begin(TOKEN_TAG)));
    if (parent != 0)
        add(list, mix_name(tree, node, step(mix_name(tree, parent, begin(TOKEN_CHILD)), '>')));
    for (uint32_t i = 0; i < n->count; i++) {
        const pith_html_attribute *attribute = &tree->attributes[n->extent + i];
        pith_str value = pith_html_raw_value(tree, attribute);
        if (attribute->name == PITH_ATTRIBUTE_CLASS)
            add_words(list, value, TOKEN_CLASS);
        else if (attribute->name == PITH_ATTRIBUTE_ROLE)
            add_value(list, value, TOKEN_ROLE);
        else if (attribute->name == PITH_ATTRIBUTE_ITEMPROP)
            add_value(list, value, TOKEN_ITEMPROP);
    }
}

static uint32_t tokens_of_id(const pith_html_tree *tree, uint32_t node, uint32_t *tokens,
                             uint32_t most)
{
    token_list list = {.tokens = tokens, .most = most};
    const pith_html_attribute *id = pith_html_find_attribute(tree, node, PITH_ATTRIBUTE_ID);
    if (id != NULL)
        add_words(&list, pith_html_raw_value(tree, id), TOKEN_ID);
    return list.count;
}

uint32_t pith_name_tokens(const pith_html_tree *tree, uint32_t node, uint32_t parent,
                          uint32_t tokens[PITH_TOKENS_MOST])
{
    token_list list = {.tokens = tokens, .most = PITH_TOKENS_MOST / 2};
    if (tree->nodes[node].type != PITH_HTML_ELEMENT)
        return 0;
    add_element(&list, tree, node, parent);
    return list.count + tokens_of_id(tree, node, tokens + list.count, PITH_TOKENS_MOST / 2);
}

/* ---- Elements, each kind read once ------------------------------------------- */

/* What the tokens of an element without its id add, by reach; and its slots of PITH_REACH_BELOW. */
typedef struct element_sums {
    uint64_t key;        /* a hash of all that the tokens are made from; 0: a free place */
    int32_t own;
    int32_t child;
    int32_t in_line;
    uint32_t first_slot;
    uint32_t slot_count;
} element_sums;

/* Pages repeat their elements: three in four sections have been seen before. */
enum { KNOWN_ELEMENTS = 1 << 9 };

/* Slots of PITH_REACH_BELOW. */
typedef struct slot_list {
    uint16_t *slots;
    uint32_t count;
    uint32_t capacity;
} slot_list;

/* The sections that hold the one at hand, and how many of them have each token. */
typedef struct open_sections {
    slot_list slots;
    uint32_t innermost;
    uint8_t counts[1 << PITH_NAME_WEIGHT_BITS]; /* modulo 256: no page nests that deep */
} open_sections;

typedef struct name_reader {
    const pith_html_tree *tree;
    const pith_blocks *blocks;
    pith_memory *memory;
    slot_list known_slots;
    open_sections open;
    element_sums known[KNOWN_ELEMENTS];
} name_reader;

static bool make_room(slot_list *list, pith_memory *memory)
{
    void *slots = list->slots;
    bool done = pith_array_grow(memory, &slots, &list->capacity, list->count + PITH_TOKENS_MOST,
                                sizeof *list->slots);
    list->slots = slots;
    return done;
}

static int32_t weigh(const uint32_t *tokens, uint32_t count, pith_name_reach reach)
{
    int32_t sum = 0;
    for (uint32_t i = 0; i < count; i++)
        sum += pith_name_weights[reach][pith_name_slot(tokens[i], reach)];
    return sum;
}

static uint64_t key_of(const pith_html_tree *tree, uint32_t node, uint32_t parent)
{
    const pith_html_node *n = &tree->nodes[node];
    uint32_t outer = parent != 0 ? tree->nodes[parent].name : 0;
    uint64_t hash = pith_hash_word((uint64_t)n->name << 32 | outer, (uint64_t)n->space + 1);
    for (uint32_t i = 0; i < n->count; i++) {
        const pith_html_attribute *attribute = &tree->attributes[n->extent + i];
        if (attribute->name == PITH_ATTRIBUTE_CLASS || attribute->name == PITH_ATTRIBUTE_ROLE ||
            attribute->name == PITH_ATTRIBUTE_ITEMPROP)
            hash = pith_hash_bytes(pith_hash_word(hash, attribute->name),
                             pith_html_raw_value(tree, attribute));
    }
    return hash | 1;
}

/* The sums of an element, from what is known or read anew; NULL without memory. */
static const element_sums *read_element(name_reader *reader, uint32_t node, uint32_t parent)
{
    uint64_t key = key_of(reader->tree, node, parent);
    element_sums *sums = &reader->known[key >> 32 & (KNOWN_ELEMENTS - 1)];
    if (sums->key == key)
        return sums;
    if (!make_room(&reader->known_slots, reader->memory))
        return NULL;
    uint32_t tokens[PITH_TOKENS_MOST];
    token_list list = {.tokens = tokens, .most = PITH_TOKENS_MOST / 2};
    add_element(&list, reader->tree, node, parent);
    *sums = (element_sums){
        .key = key,
        .own = weigh(tokens, list.count, PITH_REACH_OWN),
        .child = weigh(tokens, list.count, PITH_REACH_CHILD),
        .in_line = weigh(tokens, list.count, PITH_REACH_INLINE),
        .first_slot = reader->known_slots.count,
        .slot_count = list.count,
    };
    for (uint32_t i = 0; i < list.count; i++)
        reader->known_slots.slots[reader->known_slots.count++] =
            (uint16_t)pith_name_slot(tokens[i], PITH_REACH_BELOW);
    return sums;
}

/* ---- Scores ------------------------------------------------------------------ */

/* What a section's tokens add for the blocks of each reach. */
typedef struct section_sums {
    int32_t own;
    int32_t child;
    int32_t below;       /* with that of all sections around it */
    uint32_t first_slot; /* in open.slots */
    uint32_t slot_count;
} section_sums;

/* Closes the sections that do not hold the children of `parent`. */
static void close_to(name_reader *reader, const section_sums *sums, uint32_t parent)
{
    open_sections *open = &reader->open;
    while (open->innermost != parent && open->innermost != 0) {
        const section_sums *section = &sums[open->innermost];
        for (uint32_t i = 0; i < section->slot_count; i++)
            open->counts[open->slots.slots[section->first_slot + i]]--;
        open->slots.count = section->first_slot;
        open->innermost = reader->blocks->sections[open->innermost].parent;
    }
}

/* Adds a token of the section that opens; gives its weight if no section around has it. */
static int32_t open_token(open_sections *open, uint16_t slot)
{
    open->slots.slots[open->slots.count++] = slot;
    return open->counts[slot]++ == 0 ? pith_name_weights[PITH_REACH_BELOW][slot] : 0;
}

static bool sum_section(name_reader *reader, uint32_t i, section_sums *sums)
{
    const pith_section *section = &reader->blocks->sections[i];
    uint32_t outer = reader->blocks->sections[section->parent].node;
    const element_sums *element = read_element(reader, section->node, outer);
    if (element == NULL || !make_room(&reader->open.slots, reader->memory))
        return false;
    close_to(reader, sums, section->parent);
    uint32_t tokens[PITH_TOKENS_MOST / 2];
    uint32_t count = tokens_of_id(reader->tree, section->node, tokens, PITH_TOKENS_MOST / 2);
    sums[i].own = element->own + weigh(tokens, count, PITH_REACH_OWN);
    sums[i].child = element->child + weigh(tokens, count, PITH_REACH_CHILD);
    sums[i].below = sums[section->parent].below;
    sums[i].first_slot = reader->open.slots.count;
    for (uint32_t k = 0; k < element->slot_count; k++)
        sums[i].below += open_token(&reader->open,
                                    reader->known_slots.slots[element->first_slot + k]);
    for (uint32_t k = 0; k < count; k++)
        sums[i].below += open_token(&reader->open,
                                    (uint16_t)pith_name_slot(tokens[k], PITH_REACH_BELOW));
    sums[i].slot_count = reader->open.slots.count - sums[i].first_slot;
    reader->open.innermost = i;
    return true;
}

/* Inline elements around a block's first leaf that count. */
enum { MOST_INLINE = 4 };

static bool sum_inline(name_reader *reader, const pith_block *block, int32_t *sum)
{
    const pith_html_tree *tree = reader->tree;
    uint32_t node = tree->nodes[block->first].parent;
    *sum = 0;
    for (int i = 0; i < MOST_INLINE && node != 0 && node != block->container; i++) {
        const element_sums *element = read_element(reader, node, 0);
        if (element == NULL)
            return false;
        *sum += element->in_line;
        node = tree->nodes[node].parent;
    }
    return true;
}

uint32_t pith_name_inline_tokens(const pith_html_tree *tree, const pith_block *block,
                                 uint32_t tokens[PITH_INLINE_TOKENS_MOST])
{
    uint32_t count = 0;
    uint32_t node = tree->nodes[block->first].parent;
    for (int i = 0; i < MOST_INLINE && node != 0 && node != block->container; i++) {
        token_list list = {.tokens = tokens + count, .most = PITH_TOKENS_MOST / 2};
        add_element(&list, tree, node, 0);
        count += list.count;
        node = tree->nodes[node].parent;
    }
    return count;
}

static bool score_blocks(name_reader *reader, section_sums *sums, int32_t *scores)
{
    const pith_blocks *blocks = reader->blocks;
    const pith_section *sections = blocks->sections;
    for (uint32_t i = 1; i < blocks->section_count; i++)
        if (!sum_section(reader, i, sums))
            return false;
    for (uint32_t i = 0; i < blocks->count; i++) {
        int32_t in_line;
        if (!sum_inline(reader, &blocks->blocks[i], &in_line))
            return false;
        uint32_t section = blocks->blocks[i].section;
        uint32_t parent = sections[section].parent;
        scores[i] = sums[section].own + sums[parent].child + sums[sections[parent].parent].below +
                    in_line;
    }
    return true;
}

bool pith_names_score(const pith_html_tree *tree, const pith_blocks *blocks, pith_arena *arena,
                      int32_t *scores)
{
    /* Large, and of no use to what follows: given back at once. */
    pith_memory *memory = arena->memory;
    size_t sums_size = blocks->section_count * sizeof(section_sums);
    section_sums *sums = pith_memory_resize(memory, NULL, 0, sums_size);
    name_reader *reader = pith_memory_resize(memory, NULL, 0, sizeof *reader);
    bool done = false;
    if (sums != NULL && reader != NULL) {
        memset(sums, 0, sums_size);
        memset(reader, 0, sizeof *reader);
        reader->tree = tree;
        reader->blocks = blocks;
        reader->memory = memory;
        done = score_blocks(reader, sums, scores);
        slot_list *lists[] = {&reader->known_slots, &reader->open.slots};
        for (size_t i = 0; i < 2; i++)
            pith_memory_free(memory, lists[i]->slots, lists[i]->capacity * sizeof *lists[i]->slots);
    }
    pith_memory_free(memory, sums, sums_size);
    pith_memory_free(memory, reader, sizeof *reader);
    return done;
}
