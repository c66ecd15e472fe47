/* SPDX-License-Identifier: Apache-2.0 */
/* The classes of elements that tree construction speaks of (HTML standard, 13.2.4.2, 13.2.4.3). */
#ifndef PITH_HTML_TAGS_H
#define PITH_HTML_TAGS_H

#include "html/tree.h"

enum {
    PITH_CLASS_SPECIAL = 1 << 0,
    PITH_CLASS_FORMATTING = 1 << 1,
    PITH_CLASS_SCOPE = 1 << 2,          /* ends "in scope" */
    PITH_CLASS_LIST_SCOPE = 1 << 3,     /* ends "in list item scope": the former and <ol>, <ul> */
    PITH_CLASS_BUTTON_SCOPE = 1 << 4,   /* ends "in button scope": the first and <button> */
    PITH_CLASS_TABLE_SCOPE = 1 << 5,    /* ends "in table scope" */
    PITH_CLASS_IMPLIED_END = 1 << 6,    /* closed by "generate implied end tags" */
    PITH_CLASS_THOROUGH_END = 1 << 7,   /* closed by "… thoroughly" */
    PITH_CLASS_HEADING = 1 << 8,        /* <h1> to <h6> */
    PITH_CLASS_TABLE_PART = 1 << 9,     /* table, tbody, tfoot, thead, tr: foster parenting */
    PITH_CLASS_TEXT_INTEGRATION = 1 << 10, /* MathML text integration point */
    PITH_CLASS_HTML_INTEGRATION = 1 << 11, /* HTML integration point by its name alone */
    PITH_CLASS_NOTABLE = 1 << 12        /* see pith_html_tree: not the standard's */
};

/*
 * An element's name and namespace in one number: that of PITH_TAG_ for HTML's.
 * Names of the page itself are PITH_TAG_COUNT and up.
 */
typedef uint32_t pith_html_key;

enum { PITH_KEY_SPACE_SHIFT = 28 };

static inline pith_html_key pith_html_key_of(uint32_t name, pith_html_namespace space)
{
    return name | (uint32_t)space << PITH_KEY_SPACE_SHIFT;
}

static inline pith_html_namespace pith_html_key_space(pith_html_key key)
{
    return (pith_html_namespace)(key >> PITH_KEY_SPACE_SHIFT);
}

static inline uint32_t pith_html_key_name(pith_html_key key)
{
    return key & ((1u << PITH_KEY_SPACE_SHIFT) - 1);
}

extern const uint16_t pith_html_tag_classes[PITH_TAG_COUNT];

unsigned pith_html_foreign_classes(pith_html_key key);

/* An or of PITH_CLASS_. */
static inline unsigned pith_html_classes(pith_html_key key)
{
    return key < PITH_TAG_COUNT ? pith_html_tag_classes[key] : pith_html_foreign_classes(key);
}

#endif
