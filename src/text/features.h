/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Features of the paragraphs of a text: what its own model looks at, a row of
 * 16-bit numbers for each. They are like those of a page's blocks where a text has
 * the same to measure (label/features.h); in place of elements, names and links
 * there is what the lines around say, and which words a line shares with the rest.
 * Shares are in thousandths. "Prose" is a line of at least 12 words that ends or is
 * punctuated as sentences are; a "short" line has at most 5 words.
 *
 * The lists below are all there is to know of a feature: `pith features -i text`
 * prints them, and training reads the values from this code and no other.
 */
#ifndef PITH_TEXT_FEATURES_H
#define PITH_TEXT_FEATURES_H

#include "label/lexicon.h"
#include "label/model.h"
#include "text/text.h"

/* X(name, what it is and why), for each paragraph. */
#define PITH_LINE_FEATURES(X) \
    X(words, "its words: content is mostly longer") \
    X(text_size, "bytes of its text") \
    X(punctuation, "sentence marks: prose has them") \
    X(punctuation_share, "sentence marks by words") \
    X(digit_share, "digits by bytes: dates, prices, counters") \
    X(word_size, "bytes a word, times 10") \
    X(capital_share, "ASCII capitals by bytes: labels and names") \
    X(capital_words, "share of words that begin with a capital letter") \
    X(longest_word, "bytes of its longest word") \
    X(sentence, "1 if it ends as sentences do") \
    X(ending, "how it ends: pith_line_ending") \
    X(opening, "what it begins with: pith_line_opening") \
    X(inner_marks, "sentence marks before its last word") \
    X(commas, "commas of any script") \
    X(quotes, "quotation marks") \
    X(brackets, "brackets and parentheses") \
    X(separators, "bars, arrows, bullets and the like between its words") \
    X(symbols, "currency, copyright, percent and at signs") \
    X(addresses, "URLs and e-mail addresses") \
    X(years, "numbers from 1900 to 2099") \
    X(times, "numbers as times and dates have them: 10:30, 1/2/2020") \
    X(dense_share, "of its characters, in scripts without spaces") \
    X(element, "0 a paragraph, 1 to 6 a heading, 7 an item") \
    X(marker, "1 if it begins with a bullet, 2 with a number, else 0") \
    X(joined, "1 if it was wrapped") \
    X(indent, "columns before it") \
    X(blank_before, "empty lines before it, up to 3") \
    X(blank_after, "empty lines after it, up to 3") \
    X(copies_before, "paragraphs of the same text before it") \
    X(copies, "paragraphs of the same text") \
    X(mates, "paragraphs of its shape: letters and digits as runs") \
    X(mates_near, "of the ten around, those of its shape") \
    X(cue, "what it announces, if it is a heading such as \"Related posts\": pith_cue") \
    X(under_cue, "what the last such line announces") \
    X(since_cue, "paragraphs since that; 999 without") \
    X(words_since_cue, "words since that") \
    X(to_cue, "paragraphs to the next such line; 999 without") \
    X(next_cue, "what that announces") \
    X(position, "share of the paragraphs before it") \
    X(word_position, "share of the words before it") \
    X(prose_position, "share of the prose before it") \
    X(lines_before, "paragraphs before it") \
    X(lines_after, "paragraphs after it") \
    X(words_before, "words before it") \
    X(words_after, "words after it") \
    X(prose_before, "words of prose before it") \
    X(prose_after, "words of prose after it") \
    X(longest_before, "words of the longest paragraph before it") \
    X(longest_after, "words of the longest paragraph after it") \
    X(since_prose, "paragraphs since the last prose") \
    X(to_prose, "paragraphs to the next prose") \
    X(since_long, "paragraphs since the last of 30 words or more") \
    X(to_long, "paragraphs to the next of 30 words or more") \
    X(prose_run, "words of prose in the run of prose around it") \
    X(short_run, "short lines in the run of short lines around it") \
    X(share, "of the words, in it") \
    X(title_share, "of its longer words, in the first line") \
    X(title_cover, "of the first line's longer words, in it") \
    X(since_title, "paragraphs since the one most like the first line; before it negative") \
    X(title_match, "how much that one is like it") \
    X(core_words, "share of its longer words that the core has, in other paragraphs") \
    X(core_weight, "paragraphs of the core that have its longer words, on average, times 10") \
    X(near_words, "share of its longer words that the five paragraphs before have") \
    X(word_2_before, "words of the second paragraph before; -1 where there is none") \
    X(sentence_1_before, "1 if the paragraph before ends as sentences do; -1 without") \
    X(sentence_1_after, "the same for the paragraph after") \
    X(ending_1_before, "how the paragraph before ends") \
    X(ending_1_after, "how the paragraph after ends") \
    X(blank_2_before, "empty lines before the paragraph before") \
    X(same_opening, "of the six around, those that begin with the same kind of character")

/* X(name, what), for each of PITH_LINES_AROUND paragraphs before, and after. */
#define PITH_AROUND_FEATURES(X) \
    X(words, "its words; -1 where there is none") \
    X(punctuation_share, "sentence marks by words") \
    X(capital_words, "share of words that begin with a capital letter") \
    X(digit_share, "digits by bytes") \
    X(prose, "1 if it is prose")

/* X(name, what), for windows of PITH_WINDOWS sizes before it, after it and around it. */
#define PITH_WINDOW_FEATURES(X) \
    X(words, "words a paragraph, times 10") \
    X(prose, "share of the words, in prose") \
    X(punctuation, "sentence marks by words") \
    X(capitals, "share of words that begin with a capital letter") \
    X(short_lines, "share of paragraphs that are short") \
    X(core, "share of the longer words that the core has")

/* X(name, what), for the core: the stretch with most prose and least else, by three measures. */
#define PITH_CORE_FEATURES(X) \
    X(from_start, "paragraphs since its first; before it negative") \
    X(from_end, "paragraphs since its last; before that negative") \
    X(share, "of the words, in it") \
    X(words, "words in it") \
    X(place, "share of it before this one; -1 outside")

/* X(name, what), for the text. */
#define PITH_TEXT_FEATURES(X) \
    X(lines, "paragraphs") \
    X(words, "words") \
    X(line_words, "words a paragraph, times 10") \
    X(punctuation, "sentence marks by words") \
    X(prose, "share of the words, in prose") \
    X(prose_lines, "share of the paragraphs that are prose") \
    X(short_lines, "share of the paragraphs that are short") \
    X(capital_words, "share of words that begin with a capital letter") \
    X(digit_share, "digits by bytes") \
    X(blank_lines, "share of the paragraphs with an empty line before") \
    X(joined_lines, "share of the paragraphs that were wrapped") \
    X(cues, "lines that announce furniture") \
    X(longest, "words of the longest paragraph")

typedef enum pith_line_ending {
    PITH_ENDS_WITH_WORD,
    PITH_ENDS_WITH_STOP,     /* of a sentence */
    PITH_ENDS_CUT_OFF,       /* "…", "..." */
    PITH_ENDS_WITH_COLON,
    PITH_ENDS_WITH_COMMA,
    PITH_ENDS_WITH_QUESTION,
    PITH_ENDS_WITH_QUOTE,
    PITH_ENDS_WITH_BRACKET,
    PITH_ENDS_WITH_DIGIT,
    PITH_ENDS_WITH_SYMBOL
} pith_line_ending;

typedef enum pith_line_opening {
    PITH_OPENS_WITH_CAPITAL,
    PITH_OPENS_WITH_SMALL,
    PITH_OPENS_WITH_LETTER,  /* of a script without case */
    PITH_OPENS_WITH_DIGIT,
    PITH_OPENS_WITH_QUOTE,
    PITH_OPENS_WITH_SYMBOL
} pith_line_opening;

enum { PITH_LINES_AROUND = 3, PITH_WINDOWS = 4, PITH_WINDOW_SIDES = 3, PITH_CORES = 3 };

enum {
#define X(name, what) PITH_LINE_##name,
    PITH_LINE_FEATURES(X)
#undef X
    PITH_LINE_FEATURE_COUNT
};

enum {
#define X(name, what) PITH_AROUND_##name,
    PITH_AROUND_FEATURES(X)
#undef X
    PITH_AROUND_FEATURE_COUNT
};

enum {
#define X(name, what) PITH_WINDOW_##name,
    PITH_WINDOW_FEATURES(X)
#undef X
    PITH_WINDOW_FEATURE_COUNT
};

enum {
#define X(name, what) PITH_CORE_##name,
    PITH_CORE_FEATURES(X)
#undef X
    PITH_CORE_FEATURE_COUNT
};

enum {
#define X(name, what) PITH_TEXT_##name,
    PITH_TEXT_FEATURES(X)
#undef X
    PITH_TEXT_FEATURE_COUNT
};

enum {
    PITH_FIRST_AROUND = PITH_LINE_FEATURE_COUNT,
    PITH_FIRST_WINDOW = PITH_FIRST_AROUND + 2 * PITH_LINES_AROUND * PITH_AROUND_FEATURE_COUNT,
    PITH_FIRST_CORE =
        PITH_FIRST_WINDOW + PITH_WINDOW_SIDES * PITH_WINDOWS * PITH_WINDOW_FEATURE_COUNT,
    PITH_FIRST_TEXT = PITH_FIRST_CORE + PITH_CORES * PITH_CORE_FEATURE_COUNT,
    PITH_LINE_VALUES = PITH_FIRST_TEXT + PITH_TEXT_FEATURE_COUNT
};

/* Paragraphs whose features are read together, as with pith_features. */
typedef struct pith_line_features {
    int16_t values[PITH_LINE_VALUES][PITH_FEATURES_TOGETHER];
} pith_line_features;

/* What is measured of one paragraph by itself. */
typedef struct pith_traits {
    uint16_t capital_words;  /* words that begin with a capital letter */
    uint16_t cased_words;    /* words that begin with an ASCII, Greek or Cyrillic letter or digit */
    uint16_t long_words;     /* words that are compared: see pith_word_list */
    uint16_t known_words;    /* those of them that the core has elsewhere */
    uint16_t title_words;    /* those of them that the first line has */
    uint16_t title_cover;    /* longer words of the first line that it has */
    uint16_t near_words;     /* those of them that the paragraphs before have */
    uint16_t core_weight;    /* in how many of the core's paragraphs they are, on average */
    uint16_t longest_word;
    uint16_t commas, quotes, brackets, separators, symbols, addresses, years, times, inner_marks;
    uint16_t dense_share;
    uint8_t ending;          /* pith_line_ending */
    uint8_t opening;         /* pith_line_opening */
    uint8_t cue;             /* pith_cue */
    bool prose;
    uint32_t shape;          /* hash */
} pith_traits;

/* What is measured of a text before the features can be read. */
typedef struct pith_line_view pith_line_view;

/*
 * Lives in `arena`, as long as the text and the blocks do. PITH_OK,
 * PITH_ERROR_MEMORY or PITH_ERROR_LIMIT.
 */
pith_status pith_line_view_make(const pith_text *text, const pith_blocks *blocks,
                                pith_arena *arena, pith_line_view **view);

/* The traits of the paragraphs, for the rules beside the model. */
const pith_traits *pith_line_traits(const pith_line_view *view);

/* The paragraph that says what the first line says; the number of blocks where none does. */
uint32_t pith_line_title(const pith_line_view *view);

/* The features of the paragraphs from `from` on: of PITH_FEATURES_TOGETHER, or those there are. */
void pith_line_features_read(pith_line_view *view, uint32_t from, pith_line_features *features);

/* The model learned from them. */
pith_model pith_line_model(void);

#endif
