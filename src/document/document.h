/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The finished document: two trees of nodes (content and furniture) and the
 * metadata, in an arena of its own. Built once, then never changed.
 */
#ifndef PITH_DOCUMENT_DOCUMENT_H
#define PITH_DOCUMENT_DOCUMENT_H

#include "label/label.h"
#include "meta/meta.h"

/* Where a node leads; a CODE_BLOCK's title is its programming language. */
typedef struct pith_target {
    pith_str url;
    pith_str title;
} pith_target;

/* Kept small: a page can have as many nodes as a quarter of its bytes. */
struct pith_node {
    pith_node *parent;
    pith_node *next;
    union {
        struct {
            pith_node *first_child;
            pith_node *last_child;
        };
        pith_str text;       /* TEXT, CODE, CODE_BLOCK, IMAGE, FORMULA, which have no children */
    };
    union {
        pith_target *target; /* LINK, IMAGE, CODE_BLOCK; may be NULL */
        int64_t number;      /* LIST: first number. HEADING: level. LIST_ITEM, TABLE_ROW,
                                FOOTNOTE, FOOTNOTE_REFERENCE: its own */
    };
    uint32_t source;         /* byte offset in the page's text */
    uint16_t row_span;       /* TABLE_CELL */
    uint16_t column_span;
    uint8_t type;            /* pith_node_type */
    uint8_t label;           /* pith_label */
    uint8_t align;           /* pith_align */
    uint8_t confidence;      /* of 100: the block's probability of being content */
    bool ordered;            /* LIST */
    bool reversed;           /* LIST: its numbers go down */
    bool header;             /* TABLE_ROW, TABLE_CELL */
    bool display;            /* FORMULA: on a line of its own */
};

/* True for the types that have text and no children. */
static inline bool pith_has_text(unsigned type)
{
    return type == PITH_NODE_TEXT || type == PITH_NODE_CODE || type == PITH_NODE_CODE_BLOCK ||
           type == PITH_NODE_IMAGE || type == PITH_NODE_FORMULA;
}

/* What a page says of another one. */
typedef struct pith_teaser {
    pith_str title;
    pith_str excerpt;
    pith_str url;
    uint32_t source;     /* byte offset in the page's text */
} pith_teaser;

typedef struct pith_comment {
    pith_str author;
    pith_str date;       /* ISO 8601 */
    pith_str text;
    uint32_t depth;      /* 0: on the article */
    uint32_t source;     /* byte offset in the page's text */
} pith_comment;

struct pith_document {
    pith_memory memory;  /* the document's own: it outlives its reader */
    pith_arena arena;
    pith_str url;
    pith_str charset;
    pith_meta meta;
    pith_node *content;
    pith_node *furniture;
    pith_teaser *teasers;
    uint32_t teaser_count;
    uint32_t teaser_capacity;
    pith_node *related;  /* the teasers as a SECTION; NULL without any */
    pith_comment *comments;
    uint32_t comment_count;
    uint32_t comment_capacity;
    pith_node *thread;   /* the comments as a SECTION; NULL without any */
    pith_reply reply;
    float confidence;    /* 0 to 1 */
    pith_page_type page_type;
    pith_str language_detected; /* of the content; a constant */
    unsigned limits_hit;
};

/* All that a document is made from. */
typedef struct pith_document_source {
    const pith_html_tree *tree;
    const pith_blocks *blocks;
    const pith_block_label *labels;
} pith_document_source;

/* An empty document with memory of its own; NULL without memory. */
pith_document *pith_document_new(const pith_allocator *allocator, size_t memory_limit);

/*
 * Fills in content and furniture from the labelled blocks; document->meta is
 * set already. Copies what it needs into the document's arena. PITH_OK,
 * PITH_ERROR_MEMORY or PITH_ERROR_LIMIT.
 */
pith_status pith_document_build(pith_document *document, const pith_document_source *source);

#endif
