/* SPDX-License-Identifier: Apache-2.0 */
/* What one line of text shows by itself, and the words by which lines are compared. */
#ifndef PITH_TEXT_TRAITS_H
#define PITH_TEXT_TRAITS_H

#include "text/features.h"

/* A word of some length, as a hash; of scripts without spaces, two or three characters. */
typedef struct pith_word_list {
    pith_memory *memory;
    uint32_t *words;
    uint32_t count;
    uint32_t capacity;
    bool failed;
} pith_word_list;

/* So many words of one line are compared at most. */
enum { PITH_LINE_WORDS = 256 };

/* Reads the traits of a line but for those that compare it, and adds its longer words. */
void pith_traits_read(pith_str line, pith_traits *traits, pith_word_list *list);

/* The text of a block that a text's paragraph made, as the page has it: with line ends. */
pith_str pith_paragraph_text(const pith_html_tree *tree, const pith_block *block);

#endif
