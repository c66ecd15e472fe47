/* SPDX-License-Identifier: Apache-2.0 */
/*
 * From the bytes of the page's text to characters: character references, line
 * endings and U+0000 (HTML standard, 13.2.3.5 and 13.2.5.72 to 13.2.5.80).
 */
#ifndef PITH_HTML_DECODE_H
#define PITH_HTML_DECODE_H

#include "base/str.h"

enum {
    PITH_DECODE_REFERENCES = 1 << 0, /* "&…" is decoded */
    PITH_DECODE_ATTRIBUTE = 1 << 1,  /* by the rules for attribute values */
    PITH_DECODE_NUL_DROP = 1 << 2,   /* U+0000 is left out … */
    PITH_DECODE_NUL_KEEP = 1 << 3    /* … or stays; with neither it becomes U+FFFD */
};

/* Bytes of output that one byte of input can become, at the most. */
enum { PITH_DECODE_GROWTH = 3 };

/* The number of leading bytes of `in` that decoding leaves as they are. */
size_t pith_html_plain_prefix(pith_str in, unsigned flags);

/* At least the bytes that decoding `in` gives; mostly far below the growth above. */
size_t pith_html_decoded_bound(pith_str in);

/*
 * Decodes `in` to `out`, which has room for in.size * PITH_DECODE_GROWTH bytes
 * or for pith_html_decoded_bound(). CR LF and CR become LF. Returns the
 * bytes written.
 */
size_t pith_html_decode(pith_str in, unsigned flags, char *out);

/*
 * The character reference at the start of `in` (which begins with "&"): gives
 * its size in bytes and its one or two code points (the second 0 where there is
 * one), or 0 if "&" is just an ampersand.
 */
size_t pith_html_reference(pith_str in, bool attribute, uint32_t code_points[2]);

#endif
