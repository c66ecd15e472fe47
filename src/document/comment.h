/* SPDX-License-Identifier: Apache-2.0 */
/* What the three files on comments share. */
#ifndef PITH_DOCUMENT_COMMENT_H
#define PITH_DOCUMENT_COMMENT_H

#include "document/builder.h"

/* An element that is taken for one comment, with the blocks that are its own. */
typedef struct pith_comment_item {
    uint32_t section;     /* its element; of two that mean the same, the outer one … */
    uint32_t inner;       /* … and the inner one */
    uint32_t parent;      /* 1 + index of the item around it; 0: none */
    uint32_t first_own;   /* 1 + block: those with text outside of items inside it; 0: none */
    uint32_t last_own;
} pith_comment_item;

/* ---- words.c ------------------------------------------------------------ */

/*
 * True if the names (a class list, an id) have one of the words, which are in
 * lower case with a space between two. Words end at what is no ASCII letter and
 * where a capital follows a small letter.
 */
bool pith_names_have(pith_str names, const char *words);

/* The same for an attribute of an element. */
bool pith_attribute_has(const pith_html_tree *tree, uint32_t html, uint32_t name,
                        const char *words);

/* True if one of the phrases, each ended by a bar, is in the text; ASCII case is ignored. */
bool pith_text_has(pith_str text, const char *phrases);

/* ---- comment.c ---------------------------------------------------------- */

/*
 * Reads author, date and text of a comment; `next_own` leads from each of its
 * blocks to the next, as first_own does. Empty where it does not say.
 */
void pith_builder_read_comment(pith_builder *builder, const pith_comment_item *item,
                               const uint32_t *next_own, pith_comment *comment);

/* ---- reply.c ------------------------------------------------------------ */

/* Whether readers can write a comment. */
pith_reply pith_builder_find_reply(pith_builder *builder);

#endif
