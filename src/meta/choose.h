/* SPDX-License-Identifier: Apache-2.0 */
/* From the facts that the sources claim to one value for each field. */
#ifndef PITH_META_CHOOSE_H
#define PITH_META_CHOOSE_H

#include "meta/facts.h"
#include "meta/meta.h"

/* title.c: a slice of a fact, or empty. */
pith_str pith_choose_title(const pith_facts *facts);

/* author.c: the names, in the arena; sets facts->failed without memory. */
void pith_choose_authors(pith_facts *facts, pith_meta *meta);

/*
 * author.c: the name in a byline or a metadata value, without "by", roles, dates
 * and the like; empty if it holds no name.
 */
pith_str pith_author_name(pith_str text);

/* published.c: the date of publication as ISO 8601, in the arena. */
pith_str pith_choose_date(pith_facts *facts, pith_str language);

/* choose.c */
pith_str pith_choose_language(pith_facts *facts);
pith_str pith_choose_site(const pith_facts *facts);
pith_str pith_choose_base(pith_facts *facts);

#endif
