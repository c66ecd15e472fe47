/* SPDX-License-Identifier: Apache-2.0 */
/*
 * From labelled blocks to a tree of nodes, in one walk over the HTML tree.
 *
 * The walk keeps the wrappers that the page has open around it (lists, items,
 * tables, quotes …) on a stack. A wrapper gets a node only when a block inside
 * it has something to show, so that nothing empty comes out. The same holds for
 * inline formatting: an element is opened when a character needs it, and white
 * space stands outside wherever it can.
 *
 * The steps never fail by themselves: a lack of memory sets builder->failed,
 * and the walk ends at its next step.
 */
#ifndef PITH_DOCUMENT_BUILDER_H
#define PITH_DOCUMENT_BUILDER_H

#include "document/document.h"

/* Where a block goes. */
typedef enum pith_place { PITH_CONTENT, PITH_FURNITURE, PITH_PLACES } pith_place;

/* An element that becomes a node around blocks, or (HEADING, CAPTION, TERM) around text. */
typedef struct pith_wrapper {
    uint32_t html;              /* the element */
    uint32_t next_cell;         /* ROW in the content: its first cell without a node */
    uint32_t row_count;         /* TABLE: rows met so far. ROW: its number in the table.
                                   LIST, numbered downwards: its items */
    uint8_t type;               /* pith_node_type */
    bool header;                /* ROW: of header cells */
    pith_node *node[PITH_PLACES];
} pith_wrapper;

/* The root of what is built at a place, and which of the wrappers have nodes there. */
typedef struct pith_root {
    pith_node *node;            /* NULL: a new SECTION is due */
    uint32_t base;              /* the wrappers below this one are left out */
    uint32_t open;              /* those from base to here have nodes */
} pith_root;

/* An inline element that matters; `html` tells one from the next of its kind. */
typedef struct pith_style {
    uint32_t html;
    uint32_t type;              /* pith_node_type */
} pith_style;

/* Wrappers nest so deep at most; deeper ones are left out, what they hold stays. */
enum { PITH_WRAPPERS = 64 };

/* Superscripts and subscripts nest so deep at most, each. */
enum { PITH_SCRIPTS = 3 };

/* The other types at most once: emphasis, strong, strikethrough, code, link. */
enum { PITH_FORMATS = 5 + 2 * PITH_SCRIPTS };

/* PITH_CODE_LINES: in code without a <pre>, where only what is in its lines counts. */
typedef enum pith_code { PITH_CODE_NONE, PITH_CODE_TEXT, PITH_CODE_LINES } pith_code;

/* An element that may be a footnote. */
typedef struct pith_note {
    uint32_t html;              /* 0: an empty place of the table */
    uint32_t number;            /* by the order of the first references; 0: none yet */
} pith_note;

/* What holds inside an element: saved when a child is entered, restored when it is left. */
typedef struct pith_scope {
    uint32_t format_base;       /* formats below were opened outside the block-level element */
    uint32_t format_count;
    uint32_t figure;            /* the innermost <figure>, or 0 */
    uint8_t wrapper_count;
    uint8_t link;               /* inside <a href>: builder->link */
    uint8_t leaf;               /* inside a wrapper that holds text: no more wrappers */
    uint8_t code;               /* inside preformatted text: pith_code */
    uint8_t muted;              /* inside something that is not shown: a line number gutter,
                                   the rest of a formula */
    uint8_t note;               /* inside a footnote */
    uint8_t formula;            /* inside an element looked through for a formula */
} pith_scope;

/* The paragraph, heading or the like that text is being added to. */
typedef struct pith_leaf {
    pith_node *node;            /* NULL before anything shows */
    pith_node *parent;          /* the node or an inline node in it: text goes here */
    pith_style open[PITH_FORMATS];
    uint32_t open_count;
    uint32_t breaks;            /* <br> since the last character */
    bool space;                 /* white space since the last character */
    uint32_t quotes;            /* <q> begun since the last character */
    bool reading_due;           /* <rt> begun since the last character … */
    uint32_t reading_formats;   /* … and scope.format_count then */
    bool reading;               /* inside an <rt> that shows something */
    bool started;               /* the node has something in it */
    uint32_t source;            /* where the text in builder->text began */
} pith_leaf;

typedef struct pith_table_shape {
    uint32_t html;
    bool data;                  /* a table of data; else its cells are only a layout */
} pith_table_shape;

typedef struct pith_builder {
    pith_document *document;
    pith_memory *memory;
    const pith_html_tree *tree;
    const pith_blocks *blocks;
    const pith_block_label *labels;
    bool failed;

    uint32_t next_block;        /* the walk has not reached blocks from here on */
    bool in_block;              /* between a block's first leaf and its last */
    pith_place place;           /* of the current block */
    uint8_t label;              /* of the current block */
    uint8_t confidence;         /* of the current block, of 100 */
    uint32_t rule_level;        /* 1 + number of wrappers around the last <hr>; 0: none is due */
    uint32_t rule_source;

    pith_scope scope;
    pith_scope *scopes;         /* of the open elements around */
    uint32_t scope_count, scope_capacity;
    pith_wrapper wrappers[PITH_WRAPPERS]; /* scope.wrapper_count of them count */
    pith_style *formats;       /* scope.format_count of them count */
    uint32_t format_capacity;
    pith_root roots[PITH_PLACES];

    pith_leaf leaf;
    struct {
        uint32_t html;
        pith_target *target;
    } link;                     /* the current link */

    pith_table_shape *tables;   /* in tree order */
    uint32_t table_count, table_capacity, next_table;

    pith_note *notes;           /* a hash table by id; NULL before a reference asks for one */
    uint32_t note_capacity, note_memory, note_count;
    pith_note *reference;       /* the reference that is due at the next leaf, or NULL */
    uint32_t formula;           /* the formula that is due at the next leaf, or 0 */

    pith_buffer text;           /* text that no node has yet */
    pith_buffer value;          /* an attribute value or a text, decoded */
    bool code_lines;            /* the code has no <pre> */
    uint32_t code_start;        /* next_block as it was when the <pre> began */
    uint32_t code_block;        /* the block-level element last entered inside <pre> … */
    size_t code_size;           /* … and the size of the text before it */
} pith_builder;

/* ---- wrap.c: nodes and wrappers ----------------------------------------- */

/* A node at the end of its parent's children. NULL without memory. */
pith_node *pith_builder_add(pith_builder *builder, pith_node *parent, pith_node_type type,
                            uint32_t source);

/* Pushes a wrapper for the element; its node comes later, if at all. */
void pith_builder_wrap(pith_builder *builder, uint32_t html, pith_node_type type);

/* Finishes the wrappers from scope.wrapper_count up to `count`, which are left. */
void pith_builder_unwrap(pith_builder *builder, uint32_t count);

/* The type of the innermost wrapper; DOCUMENT if there is none. */
pith_node_type pith_builder_innermost(const pith_builder *builder);

/*
 * Opens the wrappers of the current block and gives the node that a block of
 * this type is to be added to. NULL without memory.
 */
pith_node *pith_builder_parent(pith_builder *builder, pith_node_type type);

/* True if nodes of this type hold inline nodes. */
bool pith_holds_text(unsigned type);

/* ---- inline.c: text, white space and formatting ------------------------- */

void pith_builder_text(pith_builder *builder, uint32_t html);
void pith_builder_image(pith_builder *builder, uint32_t html);

/* A formula, as if it were a word: LaTeX without "$" around it. */
void pith_builder_put_formula(pith_builder *builder, pith_str tex, bool display, uint32_t source);

/* The reference to a note, as if it were a word. */
void pith_builder_put_reference(pith_builder *builder, uint32_t number, uint32_t source);

/* Enters an inline element; what it changes is in builder->scope. */
void pith_builder_format(pith_builder *builder, uint32_t html);

/* Leaves an inline element; the scope is that around it again. */
void pith_builder_end_format(pith_builder *builder, uint32_t html);

/* Ends the paragraph or the like; what follows begins another. */
void pith_builder_finish_leaf(pith_builder *builder);

/* ---- code.c: preformatted text ------------------------------------------ */

/* True for <pre> and its old kin. */
bool pith_is_preformatted(const pith_html_tree *tree, uint32_t html);

/* True for an element that holds only the numbers beside lines of code. */
bool pith_is_gutter(const pith_html_tree *tree, uint32_t html);

void pith_builder_begin_code(pith_builder *builder);
void pith_builder_code_text(pith_builder *builder, uint32_t html);
void pith_builder_code_break(pith_builder *builder);

/* An inline element inside <pre>. */
void pith_builder_code_inline(pith_builder *builder, uint32_t html);

/* A block-level element inside <pre> is a line of its own. */
void pith_builder_code_line(pith_builder *builder, uint32_t html);
void pith_builder_end_code_line(pith_builder *builder, uint32_t html);

/* The end of the <pre>: makes its node if there is any text. */
void pith_builder_end_code(pith_builder *builder, uint32_t html);

/* ---- formula.c ---------------------------------------------------------- */

/*
 * True if the element holds a formula, which is then due at its first leaf
 * (builder->formula) unless a <script> after the element has it.
 */
bool pith_builder_enter_formula(pith_builder *builder, uint32_t html);

/* Adds the formula of a <math>, a TeX annotation or a <script> of TeX. */
void pith_builder_formula(pith_builder *builder, uint32_t formula);

/* Adds the formula that an <img> shows; false if it shows none. */
bool pith_builder_formula_image(pith_builder *builder, uint32_t html);

/* ---- note.c ------------------------------------------------------------- */

/*
 * True if an <a> is a mark that refers to a note of the content, which is then
 * due at its first leaf (builder->reference), or leads back from one.
 */
bool pith_builder_enter_reference(pith_builder *builder, uint32_t html);
void pith_builder_reference(pith_builder *builder, pith_note *note, uint32_t source);

/* The number of the note that the element is; 0 if it is none that is referred to. */
uint32_t pith_builder_note(const pith_builder *builder, uint32_t html);

/* True if the first of a list's items is such a note. */
bool pith_builder_holds_notes(const pith_builder *builder, uint32_t html);

/* ---- table.c ------------------------------------------------------------ */

/* Judges all tables of the page, before the walk. */
void pith_builder_judge_tables(pith_builder *builder);

/* True if the table is one of data. Tables are asked for in tree order. */
bool pith_builder_is_data(pith_builder *builder, uint32_t html);

/* True for a row that stands in <thead>, or has two header cells or more and no other. */
bool pith_is_header_row(const pith_html_tree *tree, uint32_t html);

/* Fills in the node of a cell. */
void pith_describe_cell(pith_builder *builder, uint32_t html, pith_node *cell);

/* Adds empty cells to the row for those from row->next_cell up to `end` (0: all). */
void pith_builder_fill_row(pith_builder *builder, pith_wrapper *row, uint32_t end);

/* Cuts row spans down to the rows that are there. */
void pith_builder_finish_table(pith_builder *builder, pith_node *table);

/* ---- related.c ---------------------------------------------------------- */

/* After the walk: finds the teasers in the furniture, for document->teasers. */
void pith_builder_find_related(pith_builder *builder);

/* ---- comments.c --------------------------------------------------------- */

/* After the walk: finds the comments, for document->comments, and the way to reply. */
void pith_builder_find_comments(pith_builder *builder);

/* ---- sections.c --------------------------------------------------------- */

/* Makes document->related from the teasers. */
void pith_builder_show_related(pith_builder *builder);

/* Makes document->thread from the comments. */
void pith_builder_show_comments(pith_builder *builder);

/* ---- image.c ------------------------------------------------------------ */

/* The image's address, decoded but not resolved; empty if there is nothing to see. */
pith_str pith_image_source(const pith_html_tree *tree, uint32_t html, pith_buffer *value);

/* ---- link.c ------------------------------------------------------------- */

/*
 * The address that a reference in the page stands for, in the document's
 * arena; empty if it leads nowhere (a script, an empty reference).
 */
pith_str pith_builder_resolve(pith_builder *builder, pith_str reference);

/* An empty target in the document's arena. NULL without memory. */
pith_target *pith_builder_target(pith_builder *builder);

/*
 * The beginning of an attribute's value as the page has it, white space before
 * it left out: enough for a number or a word. A value that is looked at again
 * for each section of the furniture must not be long.
 */
pith_str pith_attribute_head(const pith_html_tree *tree, uint32_t html, uint32_t name);

/* Collapses white space in place and leaves controls out; gives the size that is left. */
size_t pith_collapse(char *text, size_t size);

/* The value of an attribute, its white space collapsed, in the document's arena. */
pith_str pith_builder_attribute(pith_builder *builder, uint32_t html, uint32_t name);

#endif
