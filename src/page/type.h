/* SPDX-License-Identifier: Apache-2.0 */
/* What kind of page it is: small learned trees over what is measured of it. */
#ifndef PITH_PAGE_TYPE_H
#define PITH_PAGE_TYPE_H

#include "page/numbers.h"

enum {
    PITH_PAGE_TYPES = PITH_PAGE_SERVICE, /* without PITH_PAGE_UNKNOWN */
    PITH_TYPE_LEAF = 255
};

/*
 * A node of a tree. The node after it is for numbers up to the threshold, the one
 * `above` nodes further for those above. A leaf's threshold is its value.
 */
typedef struct pith_type_node {
    int16_t threshold;
    uint8_t number;    /* PITH_NUMBER_…, or PITH_TYPE_LEAF */
    uint8_t above;
} pith_type_node;

/* Made by train/page_type.py. Tree i speaks for the type 1 + i % PITH_PAGE_TYPES. */
extern const uint16_t pith_type_number_count; /* PITH_NUMBER_COUNT, or the table is an old one */
extern const uint16_t pith_type_tree_count;
extern const uint16_t pith_type_trees[];      /* where each begins */
extern const pith_type_node pith_type_nodes[];

/* The type with the highest sum over its trees; UNKNOWN for a page without words. */
pith_page_type pith_page_type_of(const pith_page_numbers *numbers);

#endif
