/* SPDX-License-Identifier: Apache-2.0 */
#include "page/confidence.h"

double pith_page_expected_f1(const pith_blocks *blocks, const pith_block_label *labels)
{
    double kept = 0, right = 0, expected = 0; /* words */
    for (uint32_t i = 0; i < blocks->count; i++) {
        double words = blocks->blocks[i].word_count;
        double content = words * (double)labels[i].score;
        if (pith_label_is_content(labels[i].label)) {
            kept += words;
            right += content;
        }
        if (labels[i].rule != PITH_RULE_SAID_TWICE)
            expected += content;
    }
    return kept > 0 ? 2 * right / (kept + expected) : 0;
}

float pith_page_confidence(double expected_f1)
{
    double place = expected_f1 * PITH_CONFIDENCE_STEPS;
    if (place <= 0)
        return (float)pith_page_confidence_of_nothing / PITH_CONFIDENCE_ONE;
    uint32_t step = place < PITH_CONFIDENCE_STEPS ? (uint32_t)place : PITH_CONFIDENCE_STEPS - 1;
    double beyond = place - step; /* to the next step: the line between the two */
    double low = pith_page_confidences[step], high = pith_page_confidences[step + 1];
    return (float)((low + (high - low) * beyond) / PITH_CONFIDENCE_ONE);
}
