/* SPDX-License-Identifier: Apache-2.0 */
/* What a page says that it is about, by the types of schema.org and Open Graph. */
#ifndef PITH_META_THINGS_H
#define PITH_META_THINGS_H

#include "base/str.h"

#include <stdint.h>

typedef enum pith_thing {
    PITH_THING_ARTICLE = 1 << 0,
    PITH_THING_DISCUSSION = 1 << 1,
    PITH_THING_PRODUCT = 1 << 2,
    PITH_THING_LIST = 1 << 3,     /* of pages or things */
    PITH_THING_MANUAL = 1 << 4,
    PITH_THING_BUSINESS = 1 << 5, /* and what it offers to do */
    PITH_THING_SITE = 1 << 6
} pith_thing;

/* For one type, with or without "https://schema.org/" before it; 0 for others. */
uint32_t pith_thing_of_type(pith_str type);

/* For several, parted by white space, as itemtype has them. */
uint32_t pith_things_of_types(pith_str types);

#endif
