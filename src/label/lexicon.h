/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Words of the trade: what authors of pages call the parts of a page in class
 * names, ids and headings. Weak evidence, used with the rest.
 */
#ifndef PITH_LABEL_LEXICON_H
#define PITH_LABEL_LEXICON_H

#include "base/str.h"

/* What a name says of the element that bears it. */
typedef enum pith_topic {
    PITH_TOPIC_NAVIGATION = 1 << 0,
    PITH_TOPIC_FOOTER = 1 << 1,
    PITH_TOPIC_HEADER = 1 << 2,
    PITH_TOPIC_SOCIAL = 1 << 3,
    PITH_TOPIC_LEGAL = 1 << 4,
    PITH_TOPIC_FORM = 1 << 5,
    PITH_TOPIC_RELATED = 1 << 6,
    PITH_TOPIC_COMMENT = 1 << 7,
    PITH_TOPIC_ADVERTISEMENT = 1 << 8,
    PITH_TOPIC_META = 1 << 9,
    PITH_TOPIC_SIDE = 1 << 10,
    PITH_TOPIC_DIALOG = 1 << 11,
    PITH_TOPIC_CONTROL = 1 << 12,
    PITH_TOPIC_CONTENT = 1 << 13,
    PITH_TOPIC_BYLINE = 1 << 14,
    PITH_TOPIC_STANDFIRST = 1 << 15,
    PITH_TOPIC_PAID = 1 << 16 /* advertisement, by a word that means nothing else */
} pith_topic;

/* What follows a heading that begins with one of the known phrases. */
typedef enum pith_cue {
    PITH_CUE_NONE,
    PITH_CUE_RELATED,  /* "Related articles" */
    PITH_CUE_COMMENT,  /* "Leave a reply" */
    PITH_CUE_FORM,     /* "Subscribe to our newsletter" */
    PITH_CUE_SOCIAL,   /* "Share this" */
    PITH_CUE_OTHER     /* "Tags" */
} pith_cue;

/* The tables, made by gen/lexicon.py: words sorted, phrases by their first bytes. */
typedef struct pith_lexicon_word {
    uint64_t high; /* the word: at most 16 letters, the last lowest */
    uint64_t low;
    uint32_t topics;
} pith_lexicon_word;

typedef struct pith_lexicon_phrase {
    pith_str text;
    pith_cue cue;
} pith_lexicon_phrase;

extern const uint16_t pith_lexicon_word_count;
extern const pith_lexicon_word pith_lexicon_words[];
extern const uint16_t pith_lexicon_first_phrases[257];
extern const pith_lexicon_phrase pith_lexicon_phrases[];

/*
 * An or of pith_topic for a class list, id or the like. Words end at what is no
 * ASCII letter and where case changes: "mainNav", "site-nav" and "nav_2" all
 * have "nav".
 */
uint32_t pith_lexicon_topics(pith_str names);

/* What the heading announces, by its first words in any of some twenty languages. */
pith_cue pith_lexicon_cue(pith_str heading);

#endif
