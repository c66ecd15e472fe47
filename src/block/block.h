/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Blocks: the maximal runs of inline content under one block-level element, the
 * unit of every decision. Each leaf with something to show (text that is not
 * only blank, image, …) belongs to one block; blocks stand in tree order.
 *
 * - <br> does not end a run; two or more in a row, with nothing between, do.
 * - <pre>, <textarea> and their kin are one block each, whatever they hold, and so is
 *   code without a <pre>, whose lines are elements.
 * - <li>, <dt>, <dd>, <td>, <th>, <caption>, <figcaption>, <summary>, <legend>,
 *   <button> and <option> are block-level, so that each item, cell and control
 *   is decided by itself.
 * - A block-level element inside an inline one splits the inline one's run, and
 *   stays inside it: blocks under <a href> count as link text.
 * - <noscript> is inline and its content is part of the page.
 * - <svg>, <iframe>, <object>, <canvas>, <video> … are atoms: what is written
 *   inside them is not text of the page. MathML is text, its annotations are not;
 *   a <script> of TeX, as MathJax reads it, is an atom like an image.
 */
#ifndef PITH_BLOCK_BLOCK_H
#define PITH_BLOCK_BLOCK_H

#include "base/arena.h"
#include "html/tree.h"

/* Sizes are bytes of text, counted with white space collapsed. */
typedef struct pith_block {
    uint32_t container;   /* node: the block-level element that holds the run */
    uint32_t first;       /* nodes: the first and the last leaf of the run, in tree order */
    uint32_t last;
    uint32_t section;     /* index in blocks->sections: the container's */
    uint32_t text_size;   /* 0: the block has images only */
    uint32_t word_count;  /* in scripts without spaces, as many as the size suggests */
    uint32_t link_size;   /* text inside <a href>, with the space before it */
    uint32_t punctuation; /* sentence punctuation marks of any script, inner commas too */
    uint32_t digit_count; /* ASCII digits */
    uint32_t capital_count; /* ASCII capital letters */
    uint32_t image_count; /* images, videos, frames … */
    bool sentence;        /* its last character ends a sentence, a quotation or a lead-in */
    uint64_t fingerprint; /* hash of the letters and digits, ASCII case ignored */
} pith_block;

/*
 * The block-level elements that hold blocks, directly or below, with the sums
 * over all of them: the surroundings of a block. In tree order, so a section
 * stands after the one that holds it. sections[0] is the document.
 */
typedef struct pith_section {
    uint32_t node;
    uint32_t parent;      /* index of the section that holds this one; of sections[0], 0 */
    uint32_t first_block; /* its blocks are [first_block, end_block) */
    uint32_t end_block;
    uint32_t end_section; /* the sections inside it are those up to here */
    uint32_t text_size;
    uint32_t word_count;
    uint32_t link_size;
    uint32_t punctuation;
    uint32_t image_count;
} pith_section;

typedef struct pith_blocks {
    pith_block *blocks;
    uint32_t count;
    pith_section *sections;
    uint32_t section_count;
} pith_blocks;

/* The lists live in `arena`. PITH_OK, PITH_ERROR_MEMORY or PITH_ERROR_LIMIT. */
pith_status pith_blocks_build(const pith_html_tree *tree, pith_arena *arena, pith_blocks *blocks);

/*
 * The block's text with white space collapsed to single spaces, as the buffer's
 * bytes after what it held (valid until it changes). At most about `limit`
 * bytes: it stops after the leaf that reaches it. Empty when memory runs out
 * (buffer->failed).
 */
pith_str pith_block_text(const pith_html_tree *tree, const pith_block *block, size_t limit,
                         pith_buffer *buffer);

/* How an element takes part in the flow of a page, by the standard's rendering section. */
typedef enum pith_flow {
    PITH_FLOW_INLINE, /* part of a run */
    PITH_FLOW_BLOCK,  /* ends the run before it and begins another */
    PITH_FLOW_BREAK,  /* <br>: a line break within a run */
    PITH_FLOW_ATOM,   /* shows something by itself: <img>, <video> …; its content is not shown */
    PITH_FLOW_NONE    /* shows nothing: <script>, <style>, <template> … */
} pith_flow;

/* An element of an unknown name is inline, unless it has a block-level child. */
pith_flow pith_flow_of(const pith_html_tree *tree, uint32_t node);

/*
 * True for code that is not in a <pre>: an element whose children are its lines,
 * or a table whose rows are, by the class names of highlighters.
 */
bool pith_is_code_lines(const pith_html_tree *tree, uint32_t node);

/* True for a <script> that holds a formula in TeX (type "math/tex", with "; mode=display"). */
bool pith_is_tex_script(const pith_html_tree *tree, uint32_t node);

/* True for the elements whose whole content is one block: <pre>, <textarea> … */
bool pith_flow_is_whole(const pith_html_tree *tree, uint32_t node);

#endif
