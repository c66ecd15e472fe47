/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Explaining a page: each block in its order, with sound texts and reasons. The first
 * byte of an input chooses what is favored, the second the request for memory that
 * fails, if any; the rest is the page.
 */
#include <pith/develop.h>

#include "base/utf8.h"
#include "fuzz.h"

/* A pith_explain_sink; `context` counts the blocks. */
static int check_explanation(void *context, const pith_explanation *block)
{
    size_t *blocks = context;
    CHECK(block->block == (*blocks)++);
    CHECK(pith_utf8_valid_prefix(block->text.data, block->text.size) == block->text.size);
    CHECK(block->text.size <= PITH_EXPLAINED_TEXT);
    CHECK(block->pro_count <= PITH_REASONS && block->contra_count <= PITH_REASONS);
    return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    enum { LONGEST = 2048 }; /* each tile of blocks is scored once for each feature */
    if (size < 2 || size > LONGEST)
        return 0;
    bool may_fail = data[1] >= 128;
    scarce memory = {0, may_fail ? data[1] - 128u : SIZE_MAX};
    pith_options options = {.size = sizeof options, .allocator = {reallocate_scarce, &memory},
                            .favor = (pith_favor)(data[0] % 3)};
    pith_page page = {.size = sizeof page, .bytes = {(const char *)data + 2, size - 2}};
    size_t blocks = 0;
    pith_reader *reader = pith_reader_new(&options, NULL);
    CHECK(reader != NULL || may_fail);
    if (reader != NULL) {
        pith_status status = pith_explain(reader, &page, check_explanation, &blocks, NULL);
        CHECK(status == PITH_OK || (may_fail && status == PITH_ERROR_MEMORY));
    }
    pith_reader_free(reader);
    CHECK(memory.used == 0);
    return 0;
}
