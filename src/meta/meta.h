/* SPDX-License-Identifier: Apache-2.0 */
/* What a page says of itself. */
#ifndef PITH_META_META_H
#define PITH_META_META_H

#include "base/arena.h"
#include "html/tree.h"
#include "meta/things.h"

/* Empty where the page does not say: never a guess. */
typedef struct pith_meta {
    pith_str title;
    pith_str *authors;
    size_t author_count;
    pith_str date;        /* ISO 8601 */
    pith_str modified;    /* the same */
    pith_str site;
    pith_str description;
    pith_str language;    /* BCP 47 */
    pith_str base_url;    /* what the page's links are relative to; absolute or empty */
    pith_str canonical;   /* absolute */
    pith_str image;       /* absolute */
    pith_str image_alt;
    pith_str licence;     /* an absolute URL or a name */
    pith_str *tags;
    size_t tag_count;
    pith_str *categories;
    size_t category_count;
    pith_alternate *alternates;
    size_t alternate_count;
    uint32_t things;      /* or of pith_thing: what the page says that it is about */
    uint8_t sources[PITH_METADATA_CATEGORY + 1]; /* pith_source, by pith_metadata */
} pith_meta;

/*
 * Reads the metadata; its strings live in `arena`. `url` is the page's own, or
 * empty. PITH_OK, PITH_ERROR_MEMORY or PITH_ERROR_LIMIT.
 */
pith_status pith_meta_read(const pith_html_tree *tree, pith_str url, pith_arena *arena,
                           pith_meta *meta);

#endif
