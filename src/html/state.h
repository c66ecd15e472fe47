/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The parser's state and the small operations that all of its files share.
 *
 * Memory: an operation that needs memory and gets none leaves the whole parse
 * by longjmp() (see pith_html_fail), so that none of the standard's algorithms
 * carries error paths. Everything the parser holds is reachable from its
 * struct, so nothing is lost by that.
 */
#ifndef PITH_HTML_STATE_H
#define PITH_HTML_STATE_H

#include "html/parser.h"
#include "html/tags.h"

#include <setjmp.h>

/* Insertion modes, HTML standard 13.2.4.1. */
typedef enum pith_html_mode {
    PITH_MODE_INITIAL,
    PITH_MODE_BEFORE_HTML,
    PITH_MODE_BEFORE_HEAD,
    PITH_MODE_IN_HEAD,
    PITH_MODE_IN_HEAD_NOSCRIPT,
    PITH_MODE_AFTER_HEAD,
    PITH_MODE_IN_BODY,
    PITH_MODE_TEXT,
    PITH_MODE_IN_TABLE,
    PITH_MODE_IN_TABLE_TEXT,
    PITH_MODE_IN_CAPTION,
    PITH_MODE_IN_COLUMN_GROUP,
    PITH_MODE_IN_TABLE_BODY,
    PITH_MODE_IN_ROW,
    PITH_MODE_IN_CELL,
    PITH_MODE_IN_TEMPLATE,
    PITH_MODE_AFTER_BODY,
    PITH_MODE_IN_FRAMESET,
    PITH_MODE_AFTER_FRAMESET,
    PITH_MODE_AFTER_AFTER_BODY,
    PITH_MODE_AFTER_AFTER_FRAMESET
} pith_html_mode;

/* What the tokenizer reads next: the content states of 13.2.5.1 to 13.2.5.5. */
typedef enum pith_html_content {
    PITH_CONTENT_DATA,
    PITH_CONTENT_RCDATA,
    PITH_CONTENT_RAWTEXT,
    PITH_CONTENT_SCRIPT,
    PITH_CONTENT_PLAINTEXT
} pith_html_content;

/* The start or end tag at hand. Its attributes are the last of the parser's. */
typedef struct pith_html_tag {
    uint32_t name;
    uint32_t start;            /* offset of its "<" */
    uint32_t first_attribute;
    bool self_closing;
    uint64_t seen;             /* its attributes, as bits by their name modulo 64 */
} pith_html_tag;

/* A run of characters as the page has it; flags are PITH_TEXT_…. */
typedef struct pith_html_slice {
    uint32_t start;
    uint32_t size;
    unsigned flags;
} pith_html_slice;

/* An entry of the stack of open elements. */
typedef struct pith_html_open {
    pith_html_key key;
    uint32_t node;
    uint32_t into;             /* where its children go: itself, or a template's content */
    bool html_integration;     /* it is an HTML integration point */
} pith_html_open;

/* An entry of the list of active formatting elements; node 0 is a marker. */
typedef struct pith_html_formatting {
    uint32_t name;
    uint32_t node;
} pith_html_formatting;

/* A place in the tree: before a child of a parent, or (0) at its end. */
typedef struct pith_html_place {
    uint32_t parent;
    uint32_t before;
} pith_html_place;

struct pith_html_parser {
    /* The input, and what the tokenizer hands to the builder. */
    const char *text;
    const char *end;
    pith_html_content content;
    pith_html_tag tag;

    /* The tree so far. Attributes beyond `attributes_kept` belong to the tag at hand. */
    pith_html_node *nodes;
    uint32_t node_count;
    uint32_t node_capacity;
    pith_html_attribute *attributes;
    uint32_t attribute_count;
    uint32_t attributes_kept;
    uint32_t attribute_capacity;
    uint32_t *notable;         /* see pith_html_tree */
    uint32_t notable_count;
    uint32_t notable_capacity;

    /* The stack of open elements; its bottom is the <html> element. */
    pith_html_open *stack;
    uint32_t stack_count;
    uint32_t stack_capacity;
    uint32_t open_counts[PITH_TAG_COUNT]; /* how many HTML elements of each name it holds */

    pith_html_formatting *formatting;
    uint32_t formatting_count;
    uint32_t formatting_capacity;

    uint8_t *template_modes;
    uint32_t template_mode_count;
    uint32_t template_mode_capacity;

    pith_html_slice *table_text; /* the pending table character tokens */
    uint32_t table_text_count;
    uint32_t table_text_capacity;

    pith_html_mode mode;
    pith_html_mode original_mode;
    uint32_t head;             /* the head element pointer, or 0 */
    uint32_t form;             /* the form element pointer, or 0 */
    pith_html_key context;     /* fragment: the context element's */
    bool fragment;
    bool scripting;
    bool frameset_ok;
    bool foster_parenting;
    bool ignore_line_feed;     /* the next character, if a line feed, is left out */
    bool quirks;
    bool has_selectedcontent;

    /* Names that PITH_TAG_ lacks. */
    pith_arena name_arena;
    pith_str *names;
    uint64_t *name_hashes;
    uint32_t name_count;
    uint32_t name_capacity;
    uint32_t name_hash_capacity;
    uint32_t *name_slots;      /* hash table: index into names + 1, or 0 */
    uint32_t name_slot_count;  /* a power of two */
    uint64_t seed;

    pith_limits limits;
    unsigned limits_hit;
    uint32_t clone_count;
    pith_memory *memory;
    jmp_buf leave;
};

/* Reasons to leave a parse early. */
enum { PITH_LEAVE_MEMORY = 1, PITH_LEAVE_NODES = 2 };

_Noreturn void pith_html_fail(pith_html_parser *parser, int reason);

/* ---- nodes.c: making and linking nodes ---------------------------------- */

uint32_t pith_html_new_node(pith_html_parser *parser, pith_html_node_type type);
void pith_html_append(pith_html_parser *parser, uint32_t parent, uint32_t node);
void pith_html_insert(pith_html_parser *parser, pith_html_place place, uint32_t node);
void pith_html_remove(pith_html_parser *parser, uint32_t node);

/* "The appropriate place for inserting a node", for a target on the stack. */
pith_html_place pith_html_place_for(const pith_html_parser *parser, const pith_html_open *target);

/* "Insert a character", for a run of them; at the current node. */
void pith_html_insert_text(pith_html_parser *parser, pith_html_slice text);

/* A comment or processing instruction as the last child of `parent`. */
void pith_html_append_data(pith_html_parser *parser, uint32_t parent, pith_html_node_type type,
                           uint32_t start, uint32_t size);

/* The same at the appropriate place. */
void pith_html_insert_data(pith_html_parser *parser, pith_html_node_type type, uint32_t start,
                           uint32_t size);

/* The bytes of the slice's leading ASCII white space, character references included. */
uint32_t pith_html_leading_space(const pith_html_parser *parser, pith_html_slice text);

/* True if all of the slice is white space or NUL. */
bool pith_html_is_idle(const pith_html_parser *parser, pith_html_slice text);

/* ---- stack.c: the stack of open elements --------------------------------- */

static inline pith_html_open *pith_html_current(const pith_html_parser *parser)
{
    return &parser->stack[parser->stack_count - 1];
}

static inline bool pith_html_current_is(const pith_html_parser *parser, pith_html_key key)
{
    return pith_html_current(parser)->key == key;
}

static inline bool pith_html_is_open(const pith_html_parser *parser, uint32_t tag)
{
    return parser->open_counts[tag] != 0;
}

void pith_html_push(pith_html_parser *parser, pith_html_open entry);
void pith_html_pop(pith_html_parser *parser);

/*
 * Before an element opens: at the limit of depth the current node is closed, so
 * that what would nest deeper stands side by side.
 */
void pith_html_limit_depth(pith_html_parser *parser);

/* Takes the entry at `index` out of the stack. */
void pith_html_take_out(pith_html_parser *parser, uint32_t index);

/* Puts an entry in at `index`. */
void pith_html_put_in(pith_html_parser *parser, uint32_t index, pith_html_open entry);

/* The stack index of a node, or UINT32_MAX. */
uint32_t pith_html_stack_find(const pith_html_parser *parser, uint32_t node);

/* Pops until an HTML element of that name has been popped. */
void pith_html_pop_until(pith_html_parser *parser, uint32_t tag);

/* Pops until `count` entries are left; at least the bottom one. */
void pith_html_pop_to(pith_html_parser *parser, uint32_t count);

/* "Has an element in … scope"; `scope` is the PITH_CLASS_ that ends it. */
bool pith_html_in_scope(const pith_html_parser *parser, uint32_t tag, unsigned scope);

/* "Generate implied end tags", except for the name `except` (0 for none). */
void pith_html_imply_end_tags(pith_html_parser *parser, uint32_t except, unsigned ends);

/* "Clear the stack back to a table [body, row] context": until one of these is current. */
void pith_html_clear_stack_to(pith_html_parser *parser, const uint32_t *tags, size_t count);

/* "Close a p element", if one is in button scope. */
void pith_html_close_p(pith_html_parser *parser);

/* ---- elements.c: from tags to elements ----------------------------------- */

/* "Insert a foreign element" and "insert an HTML element" for the tag at hand. */
uint32_t pith_html_insert_element(pith_html_parser *parser, pith_html_namespace space);

/* The same for a tag with that name and no attributes, which the page does not have. */
uint32_t pith_html_insert_implied(pith_html_parser *parser, uint32_t tag);

/* The <html> element, by the tag at hand or implied; the stack's bottom. */
void pith_html_insert_root(pith_html_parser *parser, bool from_tag);

/* "Insert an HTML element", then pop it at once. */
void pith_html_insert_void(pith_html_parser *parser);

/* A copy of an element, without children and not in the tree; UINT32_MAX if clones ran out. */
uint32_t pith_html_clone(pith_html_parser *parser, uint32_t node);

/* Adds those attributes of the tag at hand that the element does not have. */
void pith_html_merge_attributes(pith_html_parser *parser, uint32_t node);

/* The raw value of an attribute of the tag at hand; {NULL, 0} if it has none. */
pith_str pith_html_tag_attribute(const pith_html_parser *parser, uint32_t name);

/* "Parse generic raw text / RCDATA": the element's content is text up to its end tag. */
void pith_html_insert_raw(pith_html_parser *parser, pith_html_content content);

/* ---- formatting.c: the list of active formatting elements ---------------- */

void pith_html_formatting_push(pith_html_parser *parser, uint32_t name, uint32_t node);
void pith_html_formatting_marker(pith_html_parser *parser);
void pith_html_formatting_clear_to_marker(pith_html_parser *parser);
void pith_html_formatting_remove(pith_html_parser *parser, uint32_t node);

/* The node of the last element of that name after the last marker, or 0. */
uint32_t pith_html_formatting_find(const pith_html_parser *parser, uint32_t name);

void pith_html_reconstruct_slow(pith_html_parser *parser);

/* "Reconstruct the active formatting elements". */
static inline void pith_html_reconstruct(pith_html_parser *parser)
{
    if (parser->formatting_count != 0)
        pith_html_reconstruct_slow(parser);
}

/* The adoption agency algorithm; false if the tag is to be treated as any other end tag. */
bool pith_html_adopt(pith_html_parser *parser, uint32_t subject);

/* ---- names.c: names that PITH_TAG_ lacks ---------------------------------- */

/* The number of the name at `name`, which the page has in any case. */
uint32_t pith_html_intern(pith_html_parser *parser, const char *name, uint32_t size);

/* Forgets the page's names. */
void pith_html_forget_names(pith_html_parser *parser);

/* ---- Insertion modes: each processes the token at hand -------------------- */

void pith_html_head_text(pith_html_parser *parser, pith_html_slice text);
void pith_html_head_start(pith_html_parser *parser);
void pith_html_head_end(pith_html_parser *parser);
void pith_html_head_eof(pith_html_parser *parser);
void pith_html_in_head_start(pith_html_parser *parser); /* "using the rules for in head" */

/* The start tags that "in head" has rules for, and other modes borrow. */
bool pith_html_is_head_tag(uint32_t name);
void pith_html_end_template(pith_html_parser *parser);

void pith_html_body_text(pith_html_parser *parser, pith_html_slice text);
void pith_html_body_start(pith_html_parser *parser);
void pith_html_body_end(pith_html_parser *parser);

void pith_html_table_text(pith_html_parser *parser, pith_html_slice text);
void pith_html_table_start(pith_html_parser *parser);
void pith_html_table_end(pith_html_parser *parser);
void pith_html_flush_table_text(pith_html_parser *parser);

/* Closes the current <colgroup>; false if the current node is none. */
bool pith_html_close_column_group(pith_html_parser *parser);

void pith_html_outer_text(pith_html_parser *parser, pith_html_slice text);
void pith_html_outer_start(pith_html_parser *parser);
void pith_html_outer_end(pith_html_parser *parser);
void pith_html_template_eof(pith_html_parser *parser);

bool pith_html_is_foreign_start(const pith_html_parser *parser);
bool pith_html_is_foreign_text(const pith_html_parser *parser);
bool pith_html_is_foreign(const pith_html_parser *parser); /* for all other tokens */
void pith_html_foreign_text(pith_html_parser *parser, pith_html_slice text);
void pith_html_foreign_start(pith_html_parser *parser);
void pith_html_foreign_end(pith_html_parser *parser);

/* Processes the token at hand by the current mode, whatever the current node is. */
void pith_html_mode_text(pith_html_parser *parser, pith_html_slice text);
void pith_html_mode_start(pith_html_parser *parser);
void pith_html_mode_end(pith_html_parser *parser);

/* "Reset the insertion mode appropriately". */
void pith_html_reset_mode(pith_html_parser *parser);

void pith_html_push_template_mode(pith_html_parser *parser, pith_html_mode mode);
void pith_html_pop_template_mode(pith_html_parser *parser);

/* selectedcontent.c: the standard's copy of the selected option, after the parse. */
void pith_html_fill_selectedcontent(pith_html_parser *parser);

#endif
