/* SPDX-License-Identifier: Apache-2.0 */
#include "page/numbers.h"

#include "page/confidence.h"

static int16_t fit(double number)
{
    return number < INT16_MAX ? (int16_t)number : INT16_MAX;
}

void pith_page_measure(const pith_page_source *source, pith_page_numbers *numbers)
{
    const pith_blocks *blocks = source->blocks;
    uint64_t words = 0;
    for (uint32_t i = 0; i < blocks->count; i++)
        if (pith_label_is_content(source->labels[i].label))
            words += blocks->blocks[i].word_count;
    int16_t *values = numbers->values;
    values[PITH_NUMBER_expected_f1] =
        fit(pith_page_expected_f1(blocks, source->labels) * PITH_CONFIDENCE_ONE);
    values[PITH_NUMBER_content_words] = fit((double)words);
}
