/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The HTML tree as the WHATWG standard builds it, in one array of nodes.
 *
 * Nodes hold no text: they point into the page's text (UTF-8, already decoded
 * from the page's character set), and character references are decoded when a
 * text or value is read. All offsets are bytes of that text.
 *
 * Nodes are created in source order, but the standard moves some (foster
 * parenting, the adoption agency), so index order is not always tree order:
 * walk by links, with pith_html_following() for instance.
 */
#ifndef PITH_HTML_TREE_H
#define PITH_HTML_TREE_H

#include "base/arena.h"
#include "base/buffer.h"
#include "base/str.h"
#include "html/names.h"

typedef enum pith_html_node_type {
    PITH_HTML_DOCUMENT, /* node 0, and no other */
    PITH_HTML_DOCTYPE,
    PITH_HTML_ELEMENT,
    PITH_HTML_TEXT,    /* neighbours of this type are one Text node of the DOM */
    PITH_HTML_COMMENT,
    PITH_HTML_PROCESSING_INSTRUCTION,
    PITH_HTML_CONTENT  /* first child of a <template>: its content */
} pith_html_node_type;

typedef enum pith_html_namespace { PITH_NS_HTML, PITH_NS_SVG, PITH_NS_MATHML } pith_html_namespace;

/* Flags of a node. The PITH_TEXT_ ones say how a text's bytes become characters. */
enum {
    PITH_TEXT_REFERENCES = 1 << 0, /* "&" begins a character reference */
    PITH_TEXT_NUL_DROP = 1 << 1,   /* U+0000 is left out; else it becomes U+FFFD */
    PITH_TEXT_DECODE = 1 << 2 /* may have a byte that is not itself: & (if it counts), CR, NUL */
};

/* Links are indices into the tree's nodes; 0 means none. */
typedef struct pith_html_node {
    uint32_t parent;
    uint32_t first_child;
    uint32_t next;
    uint32_t previous;  /* of a first child: its parent's last child */
    uint32_t name;      /* ELEMENT: PITH_TAG_…, or from PITH_TAG_COUNT on a name of this page */
    uint8_t type;       /* pith_html_node_type */
    uint8_t space;      /* ELEMENT: pith_html_namespace */
    uint16_t count;     /* ELEMENT: its attributes. Others: flags */
    uint32_t start;     /* ELEMENT: the "<" of the tag that made or implied it. Others: the first
                           byte of the data */
    uint32_t extent;    /* ELEMENT: index of its first attribute. Others: bytes of data */
} pith_html_node;

typedef struct pith_html_attribute {
    uint32_t name;        /* PITH_ATTRIBUTE_…, or a hash with PITH_ATTRIBUTE_OTHER set */
    uint32_t name_start;
    uint32_t value_start; /* 0 and size 0 where there is no value */
    uint32_t value_size;
} pith_html_attribute;

#define PITH_ATTRIBUTE_OTHER 0x80000000u

typedef struct pith_html_tree {
    const char *text;      /* the page, followed by PITH_HTML_PADDING zeros */
    uint32_t text_size;
    uint32_t node_count;
    pith_html_node *nodes;
    pith_html_attribute *attributes;
    uint32_t attribute_count;
    uint32_t notable_count;
    const uint32_t *notable; /* see below */
    uint32_t name_count;   /* names of this page that PITH_TAG_ lacks */
    const pith_str *names; /* those names, in lower case */
    unsigned limits_hit;   /* or of pith_limit */
    bool quirks;           /* the document is in quirks mode */
} pith_html_tree;

/*
 * A page says of itself what it says in few of its elements. The parser notes them as it
 * makes them, which spares its readers a sweep: `notable` has, in the order of their
 * indices, all <html>, <base>, <meta>, <link>, <title>, <script>, <body>, <main>, <article>,
 * <img>, <h1> to <h6>, and what has an itemprop, itemtype, property or rel; a few others may
 * be among them, and copies that the standard makes of an element are not.
 */

/* Bytes that must be readable, and zero, after the text. */
enum { PITH_HTML_PADDING = 64 };

/* ---- Walking ------------------------------------------------------------ */

static inline uint32_t pith_html_last_child(const pith_html_tree *tree, uint32_t node)
{
    uint32_t first = tree->nodes[node].first_child;
    return first != 0 ? tree->nodes[first].previous : 0;
}

/* The next node in tree order that is not below `node`, within `root`; 0 at the end. */
static inline uint32_t pith_html_following_skip(const pith_html_tree *tree, uint32_t node,
                                                uint32_t root)
{
    while (node != root) {
        if (tree->nodes[node].next != 0)
            return tree->nodes[node].next;
        node = tree->nodes[node].parent;
    }
    return 0;
}

/* The next node in tree order within `root`; 0 at the end. */
static inline uint32_t pith_html_following(const pith_html_tree *tree, uint32_t node, uint32_t root)
{
    uint32_t child = tree->nodes[node].first_child;
    return child != 0 ? child : pith_html_following_skip(tree, node, root);
}

static inline bool pith_html_is(const pith_html_tree *tree, uint32_t node, uint32_t tag)
{
    const pith_html_node *n = &tree->nodes[node];
    return n->name == tag && n->type == PITH_HTML_ELEMENT && n->space == PITH_NS_HTML;
}

/* ---- Reading ------------------------------------------------------------ */

/* The element's local name: lower case, except for SVG's mixed-case names. */
pith_str pith_html_name(const pith_html_tree *tree, uint32_t node);

/* The attribute of an element by its PITH_ATTRIBUTE_ number; NULL if it has none. */
const pith_html_attribute *pith_html_find_attribute(const pith_html_tree *tree, uint32_t node,
                                                    uint32_t name);

/* The attribute's name as written in the page (any case). */
pith_str pith_html_attribute_name(const pith_html_tree *tree, const pith_html_attribute *attribute);

/*
 * The attribute's name as the standard's tree has it: lower case, U+0000 replaced,
 * in SVG and MathML with their mixed case ("viewBox"). It may stand in the buffer,
 * as with pith_html_value().
 */
pith_str pith_html_adjusted_attribute_name(const pith_html_tree *tree, uint32_t node,
                                           const pith_html_attribute *attribute,
                                           pith_buffer *buffer);

/*
 * The value of an attribute, decoded. Where nothing needs decoding, a slice of
 * the page; else the buffer's bytes after what it held (valid until it changes).
 * Empty for a NULL attribute, and when memory runs out (buffer->failed).
 */
pith_str pith_html_value(const pith_html_tree *tree, const pith_html_attribute *attribute,
                         pith_buffer *buffer);

/* Both in one: the value of the attribute `name`, empty if there is none. */
pith_str pith_html_get(const pith_html_tree *tree, uint32_t node, uint32_t name,
                       pith_buffer *buffer);

/* The value as the page has it, without decoding: enough for class lists and such. */
static inline pith_str pith_html_raw_value(const pith_html_tree *tree, const pith_html_attribute *a)
{
    return a != NULL ? (pith_str){tree->text + a->value_start, a->value_size} : (pith_str){NULL, 0};
}

/* The characters of a TEXT, COMMENT or PROCESSING_INSTRUCTION; else as pith_html_value(). */
pith_str pith_html_text(const pith_html_tree *tree, uint32_t node, pith_buffer *buffer);

#endif
