/* SPDX-License-Identifier: Apache-2.0 */
/* Comparing titles and names without regard to case, spaces and punctuation. */
#ifndef PITH_META_WORDS_H
#define PITH_META_WORDS_H

#include "base/str.h"

#include <stdint.h>

/*
 * Whether a code point is part of words. Beyond ASCII all are that are neither
 * spaces nor in the blocks of punctuation and signs.
 */
bool pith_is_letter(uint32_t code_point);

/* The value of a decimal digit of the scripts in wide use, or -1. */
int pith_digit_value(uint32_t code_point);

/* The letters and digits of a text, folded; what is beyond PITH_KEY_MAX bytes is left out. */
enum { PITH_KEY_MAX = 400 };

typedef struct pith_key {
    size_t size;
    char data[PITH_KEY_MAX];
} pith_key;

pith_key pith_key_of(pith_str text);
bool pith_key_equal(const pith_key *a, const pith_key *b);
bool pith_key_contains(const pith_key *whole, const pith_key *part);

/*
 * How much two texts say the same, from 0 to 1: 1 if their keys are equal, 0.5
 * and more if one contains the other, else from the words that they share.
 */
double pith_agreement(pith_str a, pith_str b);

/* Whether `text` contains `part`, regardless of the case of ASCII letters. */
bool pith_str_contains(pith_str text, pith_str part);

/* Whether `text` ends with `end`, regardless of the case of ASCII letters. */
bool pith_str_ends_with(pith_str text, pith_str end);

/* Whether `list` ("|one|two|") has `word`, regardless of the case of ASCII letters. */
bool pith_list_has(const char *list, pith_str word);

#endif
