/* SPDX-License-Identifier: Apache-2.0 */
/* What a page's address says of it: addresses are made of the words of the trade, too. */
#ifndef PITH_PAGE_ADDRESS_H
#define PITH_PAGE_ADDRESS_H

#include "base/str.h"

/* What a word of the path or the host stands for. */
typedef enum pith_address_topic {
    PITH_ADDRESS_ARTICLE,    /* blog, news … */
    PITH_ADDRESS_DISCUSSION, /* forum, thread … */
    PITH_ADDRESS_PRODUCT,
    PITH_ADDRESS_COLLECTION, /* collections, category, shop … */
    PITH_ADDRESS_MANUAL,     /* docs, reference … */
    PITH_ADDRESS_SERVICE,
    PITH_ADDRESS_TOPICS
} pith_address_topic;

typedef struct pith_address {
    bool topics[PITH_ADDRESS_TOPICS];
    uint32_t depth;      /* of the path: its parts */
    uint32_t digits;     /* in the path */
    uint32_t last_words; /* of the path's last part */
} pith_address;

/* For an absolute URL, read to a bounded length; all zero for an empty one. */
void pith_address_read(pith_str url, pith_address *address);

#endif
