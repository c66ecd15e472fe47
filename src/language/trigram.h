/* SPDX-License-Identifier: Apache-2.0 */
/* What trigrams say of the languages of one script; the tables are made by gen/language.py. */
#ifndef PITH_LANGUAGE_TRIGRAM_H
#define PITH_LANGUAGE_TRIGRAM_H

#include <stdint.h>

/* Scripts that several known languages share, in the order of pith_trigram_groups. */
enum {
    PITH_TRIGRAM_LATIN,
    PITH_TRIGRAM_CYRILLIC,
    PITH_TRIGRAM_ARABIC,
    PITH_TRIGRAM_DEVANAGARI,
    PITH_TRIGRAM_GROUPS
};

enum { PITH_TRIGRAM_LANGUAGES = 41, PITH_TRIGRAM_BITS = 12, PITH_LANGUAGE_ONE = 16 };

extern const char pith_trigram_languages[PITH_TRIGRAM_LANGUAGES][4]; /* ISO 639-1 */

/* The languages of a group are those from its entry to the next one's. */
extern const uint8_t pith_trigram_groups[PITH_TRIGRAM_GROUPS + 1];

/* log2 of a trigram's share by its mean share in the group, in PITH_LANGUAGE_ONE. */
extern const int8_t pith_trigram_weights[1 << PITH_TRIGRAM_BITS][PITH_TRIGRAM_LANGUAGES];

#endif
