/* SPDX-License-Identifier: Apache-2.0 */
/* What is measured of each section, for the features of the blocks in it. */
#ifndef PITH_LABEL_SURROUNDINGS_H
#define PITH_LABEL_SURROUNDINGS_H

#include "label/features.h"
#include "label/tally.h"

/* Kinds of elements that features tell apart. */
typedef enum pith_kind {
    PITH_KIND_OTHER,
    PITH_KIND_PARAGRAPH,
    PITH_KIND_H1,
    PITH_KIND_H2,
    PITH_KIND_H3,
    PITH_KIND_H4,
    PITH_KIND_H5_H6,
    PITH_KIND_QUOTE,
    PITH_KIND_CODE,
    PITH_KIND_DETAILS,  /* <dd> */
    PITH_KIND_TERM,     /* <dt> */
    PITH_KIND_CELL,
    PITH_KIND_HEADER_CELL,
    PITH_KIND_ITEM,
    PITH_KIND_DIV,
    PITH_KIND_SECTION,
    PITH_KIND_ARTICLE,
    PITH_KIND_MAIN,
    PITH_KIND_CAPTION,
    PITH_KIND_FIGURE,
    PITH_KIND_LIST,
    PITH_KIND_TABLE,
    PITH_KIND_HEADER,
    PITH_KIND_FOOTER,
    PITH_KIND_ASIDE,
    PITH_KIND_NAV,
    PITH_KIND_FORM,
    PITH_KIND_BUTTON,
    PITH_KIND_OPTION,
    PITH_KIND_BODY,
    PITH_KIND_DISCLOSURE /* <details>, <summary> */
} pith_kind;

/* Elements around a block whose distance is a feature, in the order of PITH_FEATURE_to_main …. */
enum {
    PITH_LANDMARK_MAIN,
    PITH_LANDMARK_ARTICLE,
    PITH_LANDMARK_NAV,
    PITH_LANDMARK_ASIDE,
    PITH_LANDMARK_HEADER,
    PITH_LANDMARK_FOOTER,
    PITH_LANDMARK_FORM,
    PITH_LANDMARK_TABLE,
    PITH_LANDMARK_LIST,
    PITH_LANDMARK_FIGURE,
    PITH_LANDMARK_SECTION,
    PITH_LANDMARK_HIDDEN,
    PITH_LANDMARK_CONTROL,
    PITH_LANDMARK_DIALOG,
    PITH_LANDMARK_BODY_ITEM,
    PITH_LANDMARK_QUOTE,
    PITH_LANDMARK_COUNT
};

enum { PITH_NO_LANDMARK = 255 };

typedef struct pith_surrounding {
    uint8_t distances[PITH_LANDMARK_COUNT]; /* in sections; PITH_NO_LANDMARK */
    uint8_t kind;
    uint16_t depth;
    uint32_t own_landmarks;   /* 1 << PITH_LANDMARK_…, of its own element */
    uint32_t wider;           /* section: the closest around it with more blocks; 0 at the top */
    uint32_t children;
    uint32_t paragraph_words; /* in <p> of more than 8 words */
    uint32_t headings;
    uint32_t long_blocks;
    const pith_sum *mates;    /* sections of its shape */
    const pith_sum *class_mates;
    int16_t values[PITH_LEVEL_FEATURE_COUNT]; /* but for PITH_LEVEL_FEATURE_place */
} pith_surrounding;

typedef struct pith_surroundings {
    pith_surrounding *sections; /* one for each section */
    pith_tally shapes;
    pith_tally classes;
} pith_surroundings;

/* False without memory. */
bool pith_surroundings_make(const pith_html_tree *tree, const pith_blocks *blocks,
                            pith_arena *arena, pith_surroundings *surroundings);

/* True for a block of 20 words or more that is mostly unlinked. */
static inline bool pith_block_is_long(const pith_block *block)
{
    return block->word_count >= 20 && (uint64_t)block->link_size * 2 < block->text_size;
}

static inline int16_t pith_feature_value(uint64_t value)
{
    return value < INT16_MAX ? (int16_t)value : INT16_MAX;
}

/* Thousandths, or any other `unit` of a whole; 0 of nothing. */
static inline int16_t pith_feature_share(uint64_t part, uint64_t whole, uint32_t unit)
{
    return whole != 0 ? pith_feature_value(part * unit / whole) : 0;
}

#endif
