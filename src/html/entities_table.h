/* SPDX-License-Identifier: Apache-2.0 */
/* Made by gen/entities.py; do not edit. */
#ifndef PITH_HTML_ENTITIES_TABLE_H
#define PITH_HTML_ENTITIES_TABLE_H

#include <stdint.h>

typedef struct pith_entity {
    uint32_t first;  /* its code point */
    uint16_t second; /* a second code point, or 0 */
    uint16_t name;   /* where its name, without "&" and ";", begins in pith_entity_text */
    uint8_t size;    /* bytes of the name */
    uint8_t legacy;  /* 1 if it may stand without a semicolon */
} pith_entity;

enum {
    PITH_ENTITY_COUNT = 2125,
    PITH_ENTITY_LONGEST = 31,       /* bytes of the longest name */
    PITH_ENTITY_LONGEST_LEGACY = 6 /* bytes of the longest that needs no semicolon */
};

/* Sorted by name. */
extern const pith_entity pith_entities[PITH_ENTITY_COUNT];
extern const char pith_entity_text[];

/* The first entity of each initial from "A" on; the last is the end of "z". */
extern const uint16_t pith_entity_initials['z' - 'A' + 2];

#endif
