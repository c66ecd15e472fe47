/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Detection of an encoding on the bytes of a page that declares none.
 *
 * Every candidate is an encoding with what is known of a language written in it.
 * Its cost is the number of bits that the page's bytes take in a code made for
 * that language: the candidate that explains the page in the fewest bits wins.
 * Only what the bytes from 0x80 on take part in is counted, for ASCII is the same
 * in all candidates.
 *
 * - In single-byte encodings each letter costs what its language makes of it after
 *   the letter before (pith_languages); other characters cost by what they are.
 * - In multi-byte encodings each character costs what its class makes it: kana,
 *   common and rare ideographs, syllables, errors (detect_multi_byte.c).
 * - Each candidate starts with a cost of its own for how rare it is on the web,
 *   and those of the language of the URL's top-level domain start with less.
 *
 * The idea of scoring letter pairs and error-free decoding, and the top-level
 * domain as a prior, is that of chardetng (H. Sivonen, 2020); the code length as
 * the one measure that compares all candidates is the minimum description length
 * principle (J. Rissanen, 1978). The costs that are constants were set by hand, as
 * estimates of shares, and checked with bench/charset_detect.py.
 */
#ifndef PITH_CHARSET_DETECT_H
#define PITH_CHARSET_DETECT_H

#include "charset/sniff.h"

/*
 * What letters cost after each other in a language, in half bits: costs[] holds
 * a row for each class of the first letter. A row of an ASCII class (below
 * `base`) has the classes from `base` on, one of the other classes has all. A
 * cost is a letter, from 'a' for 0. See gen/detector.py.
 */
typedef struct pith_language {
    char code[3]; /* ISO 639-1 */
    uint8_t base; /* 27: each ASCII letter is a class; 2: all of them are one; 0 is no letter */
    uint8_t letters;
    const uint16_t *lower; /* the other letters, classes `base` and on */
    const uint16_t *upper;
    const char *costs;
} pith_language;

extern const pith_language pith_languages[];
extern const size_t pith_language_count;

/* Whether a list of code points that ends with 0 has this one. */
static inline bool pith_is_among(const uint16_t *list, uint32_t code_point)
{
    while (*list != 0 && *list != code_point)
        list++;
    return *list != 0;
}

/*
 * The part of a page that detection looks at: it ends after so many bytes from
 * 0x80 on that more of them would tell no more.
 */
typedef struct pith_window {
    const unsigned char *start;
    const unsigned char *stop;
    const unsigned char *end; /* of the page: a character may go on beyond `stop` */
} pith_window;

/* The cost of the window in a multi-byte encoding (or UTF-8), in half bits. */
uint32_t pith_multi_byte_cost(const pith_window *window, pith_encoding_number encoding);

#endif
