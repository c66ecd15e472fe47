/* SPDX-License-Identifier: Apache-2.0 */
/* Counting what a run of text has, leaf by leaf, in any script. */
#ifndef PITH_BLOCK_MEASURE_H
#define PITH_BLOCK_MEASURE_H

#include "base/str.h"

typedef struct pith_measure {
    uint32_t text_size;   /* bytes, each run of white space counted as one */
    uint32_t word_count;
    uint32_t link_size;
    uint32_t punctuation;
    uint32_t digit_count;
    uint32_t capital_count;
    uint64_t fingerprint; /* of the letters and digits, but for those gathered last */
    uint64_t gathered;
    uint32_t gathered_count;
    uint32_t last;        /* the last character shown, a code point */
    bool in_word;         /* the last character can be continued to a longer word */
    bool space;           /* white space since the last character */
    uint32_t dense;       /* characters of a script without spaces, not yet worth a word */
} pith_measure;

void pith_measure_begin(pith_measure *measure);

/* White space, or what parts words like white space. */
static inline void pith_measure_space(pith_measure *measure)
{
    measure->space = true;
    measure->in_word = false;
}

/* Valid UTF-8. `linked`: it stands inside a link. */
void pith_measure_text(pith_measure *measure, pith_str text, bool linked);

/* A hash of the letters and digits so far, ASCII case ignored. */
uint64_t pith_measure_fingerprint(const pith_measure *measure);

/* True if the last character ends a sentence, or a quotation or sentence before a list. */
bool pith_measure_ends_sentence(const pith_measure *measure);

/*
 * True if the text shows nothing: white space of any kind, zero-width
 * characters and soft hyphens only.
 */
bool pith_is_blank(pith_str text);

#endif
