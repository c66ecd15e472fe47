/* SPDX-License-Identifier: Apache-2.0 */
/* From the facts that the sources claim to one value for each field. */
#ifndef PITH_META_CHOOSE_H
#define PITH_META_CHOOSE_H

#include "meta/facts.h"
#include "meta/meta.h"

/* In what follows `source` is set to the pith_source of what is chosen, if anything is. */

/* title.c: a slice of a fact, or empty. */
pith_str pith_choose_title(const pith_facts *facts, uint8_t *source);

/* author.c: the names, in the arena; sets facts->failed without memory. */
void pith_choose_authors(pith_facts *facts, pith_meta *meta);

/* author.c: whether a source names an author other than the site itself. */
bool pith_has_person(const pith_facts *facts);

/*
 * author.c: the name in a metadata value or, where `byline`, in a text that the
 * page shows: without "by", roles, dates and the like; empty if it holds no name.
 * In bylines "von", "par", "di" and such introduce a name; elsewhere they may
 * begin one.
 */
pith_str pith_author_name(pith_str text, bool byline);

/*
 * author.c: the bytes of the words that introduce an author ("by", "written by:")
 * at the start of a text, in many languages; 0 if there are none. `byline` as above.
 */
size_t pith_introduction_size(pith_str text, bool byline);

/* published.c: whether a source or the path says when the page was published. */
bool pith_has_date(const pith_facts *facts, pith_str language);

/*
 * published.c: whether the date that the sources give may be that of a change, so
 * that one beside the headline is worth looking for.
 */
bool pith_doubts_date(const pith_facts *facts, pith_str language);

/* published.c: the date of publication as ISO 8601, in the arena. */
pith_str pith_choose_date(pith_facts *facts, pith_str language, uint8_t *source);

/* published.c: the date of the last change, likewise. */
pith_str pith_choose_modified(pith_facts *facts, pith_str language, uint8_t *source);

/* choose.c: the language tag and the base URL, in the arena. */
pith_str pith_choose_language(pith_facts *facts, uint8_t *source);
pith_str pith_choose_base(pith_facts *facts);

/* site.c: the site's name, a fact's value. */
pith_str pith_choose_site(const pith_facts *facts, uint8_t *source);

/* record.c: canonical URL, image, licence, tags, categories, alternates; base_url is set. */
void pith_choose_record(pith_facts *facts, pith_meta *meta);

/* site.c: whether a text is the site's name or host, or nothing at all. */
bool pith_is_site(const pith_facts *facts, pith_str text);

/* site.c: whether a text has the site's name in it ("The Example Blog"). */
bool pith_names_site(const pith_facts *facts, pith_str text);

/* site.c: what the page says its URL is, by <link rel=canonical> or og:url; not resolved. */
pith_str pith_canonical(const pith_facts *facts);

/* site.c: whether the page is its site's first, whose dates and bylines are of its teasers. */
bool pith_is_front_page(const pith_facts *facts);

#endif
