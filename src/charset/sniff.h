/* SPDX-License-Identifier: Apache-2.0 */
/* The places that tell a page's encoding. Each gives NULL where it tells nothing. */
#ifndef PITH_CHARSET_SNIFF_H
#define PITH_CHARSET_SNIFF_H

#include "charset/encoding.h"

/*
 * The charset parameter of a Content-Type value: MIME Sniffing standard, 4.4,
 * "parse a MIME type". The first one counts, known or not.
 */
const pith_encoding *pith_charset_from_content_type(pith_str value);

/* HTML standard, 13.2.3.2, "prescan a byte stream to determine its encoding". */
const pith_encoding *pith_charset_from_prescan(pith_str bytes);

/*
 * The first <meta> of the whole page that declares an encoding: what the parser
 * would change to (HTML standard, 13.2.3.4, "changing the encoding while
 * parsing"). What stands in comments, scripts and the like is passed over.
 */
const pith_encoding *pith_charset_from_meta(pith_str bytes);

/* What the bytes look like (see detect.c); never NULL. */
const pith_encoding *pith_charset_detect(pith_str bytes, pith_str url);

#endif
