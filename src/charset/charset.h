/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Character sets: which encoding a page is in (HTML standard, 13.2.3.2, and
 * Encoding standard, 4.2), and its text as UTF-8.
 */
#ifndef PITH_CHARSET_CHARSET_H
#define PITH_CHARSET_CHARSET_H

#include "base/buffer.h"
#include "base/str.h"

/* An encoding of the Encoding standard. A constant: compare by pointer. */
typedef struct pith_encoding pith_encoding;

/* The encoding for a label ("latin1", " UTF8 "); NULL if there is none. */
const pith_encoding *pith_encoding_for_label(pith_str label);

/* Its name, as the standard writes it: "UTF-8", "windows-1252", "EUC-JP". */
pith_str pith_encoding_name(const pith_encoding *encoding);

/* What is known of a page's encoding from outside its bytes. Either may be empty. */
typedef struct pith_charset_hints {
    pith_str override;     /* a label that the user insists on; known to be valid */
    pith_str content_type; /* the HTTP header's value */
    pith_str url;          /* its top-level domain is a hint for detection */
    bool plain;            /* the page is plain text: what it says of <meta> declares nothing */
} pith_charset_hints;

/*
 * The encoding of a page: override, byte order mark, transport charset, the
 * prescan for <meta>, then detection on the bytes. Never NULL.
 */
const pith_encoding *pith_charset_sniff(pith_str bytes, const pith_charset_hints *hints);

/*
 * Decodes the page (a byte order mark is left out) and appends it to `text` as
 * valid UTF-8; invalid bytes become U+FFFD as the standard says. Stops at the
 * last whole character before `text` would hold more than `limit` bytes;
 * `*complete` tells whether all of it was decoded. A failure to grow is left
 * in text->failed.
 */
void pith_charset_decode(const pith_encoding *encoding, pith_str bytes, size_t limit,
                         pith_buffer *text, bool *complete);

#endif
