/* SPDX-License-Identifier: Apache-2.0 */
/* The leaves of a run of text one by one, with the link around each. */
#ifndef PITH_DOCUMENT_LEAVES_H
#define PITH_DOCUMENT_LEAVES_H

#include "document/builder.h"

/* Elements whose text is passed over; 0: none. */
enum { PITH_LEFT_OUT = 2 };

typedef struct pith_leaves {
    const pith_html_tree *tree;
    uint32_t leaf;         /* the leaf at hand: a text, an image or the like, <br> */
    uint32_t link;         /* the <a href> around it, or 0 */
    bool parted;           /* the edge of a block-level element lies before it */
    /* where the walk is */
    uint32_t next;
    uint32_t last;
    uint32_t open_link;
    uint32_t left_out[PITH_LEFT_OUT];
} pith_leaves;

/* Begins with the leaf `first`; `last` is the last, and follows it in tree order. */
void pith_leaves_begin(pith_leaves *leaves, const pith_html_tree *tree, uint32_t first,
                       uint32_t last);

/* To be called right after the beginning: what is in the element is passed over. */
void pith_leaves_leave_out(pith_leaves *leaves, uint32_t element);

/* Goes to the next leaf, which is the first one at first; false at the end. */
bool pith_leaves_next(pith_leaves *leaves);

/* The next ancestor that is an <a href>, the node itself included, or 0. */
uint32_t pith_link_around(const pith_html_tree *tree, uint32_t node);

/*
 * Adds the leaf's characters to builder->text, which began with this text when
 * it had `from` bytes. White space of any kind is one space, and what does not
 * show (soft hyphens, controls …) is left out.
 */
void pith_builder_add_leaf(pith_builder *builder, const pith_leaves *leaves, size_t from);

/*
 * Takes the text that began at `from` out of builder->text, without space at its
 * ends, as a copy in the document's arena.
 */
pith_str pith_builder_take_text(pith_builder *builder, size_t from);

#endif
