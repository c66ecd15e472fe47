/* SPDX-License-Identifier: Apache-2.0 */
#include "label/points.h"

static const float base = 0.41f;

static const float points[PITH_CLUE_COUNT] = {
    [PITH_CLUE_WORDS] = 0.18f,
    [PITH_CLUE_LINKED] = -0.72f,
    [PITH_CLUE_SENTENCE] = 0.74f,
    [PITH_CLUE_HEADING] = 0.85f,
    [PITH_CLUE_ITEM] = 1.05f,
    [PITH_CLUE_LINKED_BEFORE] = -0.32f,
    [PITH_CLUE_WORDS_AFTER] = 0.10f,
    [PITH_CLUE_POSITION] = -1.28f,
    [PITH_CLUE_BEFORE] = -1.23f,
    [PITH_CLUE_BEFORE_WORDS] = 0.07f,
    [PITH_CLUE_AFTER] = -1.69f,
    [PITH_CLUE_AFTER_WORDS] = 0.15f,
    [PITH_CLUE_ABOVE_TITLE] = -0.31f,
    [PITH_CLUE_FROM_TITLE] = -0.13f,
    [PITH_CLUE_CUE] = -2.89f,
    [PITH_CLUE_CUED] = -0.87f,
    [PITH_CLUE_NAV] = -2.70f,
    [PITH_CLUE_FOOTER] = -2.44f,
    [PITH_CLUE_INNER_FOOTER] = -2.60f,
    [PITH_CLUE_HEADER] = -0.70f,
    [PITH_CLUE_ASIDE] = -1.22f,
    [PITH_CLUE_MAIN] = 0.35f,
    [PITH_CLUE_OUT_OF_MAIN] = -1.22f,
    [PITH_CLUE_OUT_OF_ARTICLE] = -0.83f,
    [PITH_CLUE_FORM] = -1.54f,
    [PITH_CLUE_CONTROL] = -0.60f,
    [PITH_CLUE_DIALOG] = -0.92f,
    [PITH_CLUE_PARAGRAPH] = 0.88f,
    [PITH_CLUE_LIST] = 0.34f,
    [PITH_CLUE_CELL] = 1.18f,
    [PITH_CLUE_FIGURE] = -1.23f,
    [PITH_CLUE_HIDDEN] = -0.33f,
    [PITH_CLUE_NEAR_NAVIGATION] = -0.37f,
    [PITH_CLUE_NEAR_FOOTER] = -0.75f,
    [PITH_CLUE_NEAR_SOCIAL] = -1.81f,
    [PITH_CLUE_NEAR_FORM] = -0.79f,
    [PITH_CLUE_NEAR_COMMENT] = -2.06f,
    [PITH_CLUE_NEAR_META] = -0.64f,
    [PITH_CLUE_NEAR_DIALOG] = -1.52f,
    [PITH_CLUE_NEAR_CONTENT] = 0.33f,
    [PITH_CLUE_NEAR_PAID] = -4.00f,
    [PITH_CLUE_ANY_FOOTER] = -1.13f,
    [PITH_CLUE_ANY_HEADER] = -0.43f,
    [PITH_CLUE_ANY_LEGAL] = -3.05f,
    [PITH_CLUE_ANY_FORM] = -0.41f,
    [PITH_CLUE_ANY_RELATED] = -1.23f,
    [PITH_CLUE_ANY_ADVERTISEMENT] = -0.32f,
    [PITH_CLUE_ANY_SIDE] = -0.40f,
    [PITH_CLUE_ANY_DIALOG] = -0.99f,
    [PITH_CLUE_ANY_CONTROL] = -0.53f,
    [PITH_CLUE_GROUP_SHARE] = 1.03f,
    [PITH_CLUE_WIDEST_SHARE] = 0.41f,
    [PITH_CLUE_REPEATED] = 0.34f,
    [PITH_CLUE_ARTICLE_REPEATED] = 0.18f,
    [PITH_CLUE_PROSE_REPEATED] = -0.27f,
    [PITH_CLUE_ARTICLE_OUTSIDE] = -3.45f,
    [PITH_CLUE_ARTICLE_AFTER] = 1.54f,
    [PITH_CLUE_PROSE] = -1.30f,
};

float pith_points(const float clues[PITH_CLUE_COUNT])
{
    float sum = base;
    for (int i = 0; i < PITH_CLUE_COUNT; i++)
        sum += points[i] * clues[i];
    return sum;
}
