/* SPDX-License-Identifier: Apache-2.0 */
#include "page/language.h"

#include "language/language.h"

pith_status pith_page_language(const pith_html_tree *tree, const pith_blocks *blocks,
                               const pith_block_label *labels, pith_memory *memory,
                               pith_str *language)
{
    pith_buffer sample;
    pith_buffer_init(&sample, memory);
    for (uint32_t i = 0; i < blocks->count && sample.size < PITH_LANGUAGE_SAMPLE; i++) {
        if (!pith_label_is_content(labels[i].label) || blocks->blocks[i].text_size == 0)
            continue;
        pith_block_text(tree, &blocks->blocks[i], PITH_LANGUAGE_SAMPLE, &sample);
        pith_buffer_add_byte(&sample, '\n');
    }
    bool failed = sample.failed;
    *language = failed ? (pith_str){NULL, 0}
                       : pith_language_detect((pith_str){sample.data, sample.size});
    pith_buffer_release(&sample);
    return failed ? pith_memory_status(memory) : PITH_OK;
}
