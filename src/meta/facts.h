/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the sources of a page claim, before one claim is chosen for each field.
 * Each source has a file of its own that adds facts; what picks from them is
 * declared in choose.h.
 */
#ifndef PITH_META_FACTS_H
#define PITH_META_FACTS_H

#include "base/arena.h"
#include "base/buffer.h"
#include "html/tree.h"
#include "meta/things.h"

typedef enum pith_field {
    PITH_FIELD_HEADLINE,    /* a title that names the page's subject */
    PITH_FIELD_PAGE_TITLE,  /* <title>: often with the site's name */
    PITH_FIELD_HEADING,     /* <h1> */
    PITH_FIELD_AUTHOR,      /* one person or organisation */
    PITH_FIELD_DATE,        /* published */
    PITH_FIELD_MODIFIED,
    PITH_FIELD_SITE,
    PITH_FIELD_DESCRIPTION,
    PITH_FIELD_LANGUAGE,
    PITH_FIELD_TYPE,        /* og:type */
    PITH_FIELD_URL,         /* the page's canonical URL, not resolved */
    PITH_FIELD_IMAGE,       /* its URL, not resolved */
    PITH_FIELD_IMAGE_ALT,
    PITH_FIELD_LICENCE,
    PITH_FIELD_TAG,         /* one, or several between commas */
    PITH_FIELD_CATEGORY,
    PITH_FIELD_COUNT
} pith_field;

/*
 * More facts on one field are not kept: the first ones are the page's own, and
 * the bound keeps hostile pages cheap.
 */
enum { PITH_FACTS_MAX = 16 };

/* Longer values are cut: no title or name is longer. Bytes. */
enum { PITH_VALUE_MAX = 2000 };

typedef struct pith_fact {
    pith_str value; /* in the arena: decoded, white space collapsed, not empty */
    pith_source source; /* of VISIBLE, what stands in <time> too; the lower the more trusted */
    uint32_t node;  /* the element it stands in; 0 for none */
    uint32_t item;  /* of JSON-LD and microdata: the thing it is said of; else 0 */
    bool weak;      /* counts only where no other fact does */
} pith_fact;

typedef struct pith_facts {
    const pith_html_tree *tree;
    pith_arena *arena;    /* for what stays */
    pith_buffer scratch;  /* for values while they are read */
    pith_buffer text;     /* what pith_facts_text() gave last */
    pith_str url;         /* the page's own; else the canonical one, if it is absolute */
    pith_str base;        /* <base href>, or empty */
    uint8_t counts[PITH_FIELD_COUNT];
    uint32_t items;       /* of JSON-LD, read so far */
    pith_alternate *alternates; /* not resolved; NULL while there are none */
    size_t alternate_count;
    unsigned properties;  /* of microdata and RDFa, looked at so far */
    uint32_t things;      /* or of pith_thing */
    bool is_product;      /* JSON-LD describes something for sale */
    bool failed;          /* without memory */
    pith_fact facts[PITH_FIELD_COUNT][PITH_FACTS_MAX]; /* the last: not set up but to counts */
} pith_facts;

/*
 * Adds a fact unless its value is empty or the field is full. The value is
 * copied, with its white space collapsed.
 */
void pith_facts_add(pith_facts *facts, pith_field field, pith_fact fact);

/* The first fact of a field that is not weak, else the first; NULL if there is none. */
const pith_fact *pith_facts_first(const pith_facts *facts, pith_field field);

/* The value of the first fact of a field from a source that is not weak; empty if none is. */
pith_str pith_facts_from(const pith_facts *facts, pith_field field, pith_source source);

/* The value of an attribute, decoded; valid until the next call. */
pith_str pith_facts_attribute(pith_facts *facts, uint32_t node, uint32_t name);

/*
 * The text of an element, without scripts and such, about PITH_VALUE_MAX bytes
 * at the most; valid until the next call. Where `apart`, a space stands between
 * the texts of neighbouring elements, else only where the page breaks the line.
 */
pith_str pith_facts_text(pith_facts *facts, uint32_t node, bool apart);

/* Whether elements of this PITH_TAG_ stand in a line of text. */
bool pith_is_inline(uint32_t tag);

/* ---- The sources --------------------------------------------------------- */

void pith_jsonld_read(pith_facts *facts, uint32_t script); /* jsonld.c */
void pith_metatag_read(pith_facts *facts, uint32_t meta);  /* metatag.c: <meta> */
void pith_link_read(pith_facts *facts, uint32_t link);     /* link.c: <link> */
void pith_anchor_read(pith_facts *facts, uint32_t anchor); /* link.c: <a rel> */
/* properties.c: microdata and RDFa; `attribute` is the element's itemprop or property. */
void pith_property_read(pith_facts *facts, uint32_t node, const pith_html_attribute *attribute);
/* visible.c: the byline and the date near the headline, where `title` stands. */
void pith_visible_read(pith_facts *facts, pith_str title, pith_str language);

#endif
