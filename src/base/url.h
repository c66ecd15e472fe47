/* SPDX-License-Identifier: Apache-2.0 */
/* Resolving URL references (RFC 3986, section 5, with the WHATWG URL standard's leniency). */
#ifndef PITH_BASE_URL_H
#define PITH_BASE_URL_H

#include "base/arena.h"

/*
 * A longer base counts as none: every link of a page repeats its base, so that
 * this keeps the size of all results linear in the size of the page. It is the
 * length that sitemaps.org allows a URL.
 */
enum { PITH_URL_BASE_MAX = 2048 };

/*
 * The reference as an absolute URL against `base`. Where base is empty or no URL, or the
 * reference cannot be resolved, it is the reference itself, trimmed, with tabs
 * and line breaks removed. The result lives in `arena` or is a slice of the
 * reference. False without memory.
 *
 * As a browser would have it: the scheme and the host's ASCII letters in lower
 * case, backslashes as slashes in the special schemes (http, https, ws, wss,
 * ftp, file), "." and ".." segments resolved, spaces and the other ASCII
 * characters of the standard's percent-encode sets encoded. Unlike a browser:
 * non-ASCII characters stay as they are, in hosts too (an IRI, RFC 3987: it is
 * what a reader can read, and every client encodes it); default ports stay;
 * drive letters mean nothing. URLs without a hierarchy (mailto:, data:,
 * javascript:) are not touched.
 *
 * A result is at most three times the reference and three times the base long.
 */
bool pith_url_resolve(pith_arena *arena, pith_str base, pith_str reference, pith_str *url);

/* An absolute URL's host, without name, password and port; empty where it has none. */
pith_str pith_url_host(pith_str url);

/* An absolute URL's path, with its leading slash, to "?" or "#"; empty where it has none. */
pith_str pith_url_path(pith_str url);

#endif
