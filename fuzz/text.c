/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Plain text: any UTF-8 gives a sound tree with a block for each paragraph, whose
 * labels and document follow. The first byte of an input chooses the limit on nodes,
 * the second what is favored and the request for memory that fails; the rest is the text.
 */
#include "base/utf8.h"
#include "fuzz.h"
#include "text/text.h"

/* Links go both ways, and each node but the first is reached once. */
static void check_tree(const pith_html_tree *tree)
{
    uint32_t reached = 1;
    for (uint32_t node = pith_html_following(tree, 0, 0); node != 0;
         node = pith_html_following(tree, node, 0)) {
        const pith_html_node *n = &tree->nodes[node];
        CHECK(node < tree->node_count && ++reached <= tree->node_count);
        CHECK(n->next == 0 || tree->nodes[n->next].previous == node);
        CHECK(n->next == 0 || tree->nodes[n->next].parent == n->parent);
        if (n->type == PITH_HTML_TEXT)
            CHECK(n->extent > 0 && n->extent <= tree->text_size - n->start);
    }
    CHECK(reached == tree->node_count);
}

static void check_text(pith_text *text, pith_favor favor, pith_arena *arena, bool may_fail)
{
    pith_blocks blocks;
    pith_block_label *labels;
    check_tree(&text->tree);
    pith_status status = pith_blocks_build(&text->tree, arena, &blocks);
    CHECK(status == PITH_OK || may_fail);
    if (status != PITH_OK)
        return;
    CHECK(blocks.count == text->count);
    for (uint32_t i = 0; i < blocks.count; i++)
        CHECK(blocks.blocks[i].container == text->paragraphs[i].node);
    status = pith_text_label(text, &blocks, favor, arena, &labels);
    CHECK(status == PITH_OK || may_fail);
    for (uint32_t i = 0; status == PITH_OK && i < blocks.count; i++)
        CHECK(labels[i].score >= 0 && labels[i].score <= 1 &&
              (unsigned)labels[i].label <= PITH_LABEL_FORM);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 2)
        return 0;
    uint32_t nodes = data[0] >= 128 ? 0 : data[0];
    bool may_fail = data[1] >= 128;
    scarce scarcity = {0, may_fail ? data[1] - 128u : SIZE_MAX};
    pith_allocator allocator = {reallocate_scarce, &scarcity};
    pith_memory memory;
    pith_memory_init(&memory, &allocator, 0);
    size_t text_size = pith_utf8_valid_prefix((const char *)data + 2, size - 2);
    char *bytes = calloc(1, text_size + PITH_HTML_PADDING);
    CHECK(bytes != NULL);
    memcpy(bytes, data + 2, text_size);
    pith_str text = {bytes, text_size};
    pith_text_has_markup(text);
    pith_text_input_of_type(text);

    pith_arena arena;
    pith_arena_init(&arena, &memory);
    pith_text_parser parser;
    pith_text_parser_init(&parser, &memory);
    pith_text read;
    pith_status status = pith_text_parse(&parser, text, nodes, &read);
    CHECK(status == PITH_OK || may_fail);
    if (status == PITH_OK)
        check_text(&read, (pith_favor)(data[1] % 3), &arena, may_fail);
    pith_text_parser_release(&parser);
    pith_arena_free(&arena);
    free(bytes);
    CHECK(memory.used == 0);
    return 0;
}
