/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Blocks: the maximal runs of inline content under one block-level element, the
 * unit of every decision. Each leaf with something to show (text that is not
 * only white space, image, …) belongs to one block; blocks stand in tree order.
 */
#ifndef PITH_BLOCK_BLOCK_H
#define PITH_BLOCK_BLOCK_H

#include "base/arena.h"
#include "html/tree.h"

typedef struct pith_block {
    uint32_t container;  /* node: the block-level element that holds the run */
    uint32_t first;      /* nodes: the first and the last leaf of the run, in tree order */
    uint32_t last;
    /* Measured by pith_blocks_build(); bytes of text are counted with white space collapsed. */
    uint32_t text_size;  /* bytes */
    uint32_t word_count;
    uint32_t link_size;  /* bytes of text inside <a href> */
    uint32_t punctuation;/* sentence punctuation marks of any script */
} pith_block;

typedef struct pith_blocks {
    pith_block *blocks;
    uint32_t count;
} pith_blocks;

/* The list lives in `arena`. PITH_OK, PITH_ERROR_MEMORY or PITH_ERROR_LIMIT. */
pith_status pith_blocks_build(const pith_html_tree *tree, pith_arena *arena, pith_blocks *blocks);

/* How an element takes part in the flow of a page, by the standard's rendering section. */
typedef enum pith_flow {
    PITH_FLOW_INLINE, /* part of a run */
    PITH_FLOW_BLOCK,  /* ends the run before it and begins another */
    PITH_FLOW_BREAK,  /* <br>: a line break within a run */
    PITH_FLOW_ATOM,   /* shows something by itself: <img>, <video> … */
    PITH_FLOW_NONE    /* shows nothing: <script>, <style>, <template> … */
} pith_flow;

pith_flow pith_flow_of(const pith_html_tree *tree, uint32_t node);

#endif
