/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a DOCTYPE says (HTML standard, 13.2.5.53 to 13.2.5.68) and which mode it
 * puts the document into (13.2.6.4.1).
 */
#ifndef PITH_HTML_DOCTYPE_H
#define PITH_HTML_DOCTYPE_H

#include "base/str.h"

/* The strings are slices of the page: any case, U+0000 and line ends as they are there. */
typedef struct pith_html_doctype {
    pith_str name;
    pith_str public_id;
    pith_str system_id;
    bool has_name; /* a string that is missing differs from one that is empty */
    bool has_public_id;
    bool has_system_id;
    bool force_quirks;
} pith_html_doctype;

typedef enum pith_html_quirks { PITH_NO_QUIRKS, PITH_LIMITED_QUIRKS, PITH_QUIRKS } pith_html_quirks;

/*
 * Reads what stands between "<!DOCTYPE" and the next ">". `closed` tells whether
 * there is a ">" at all: where the page ends before, quirks are mostly forced.
 */
void pith_html_doctype_parse(pith_str data, bool closed, pith_html_doctype *doctype);

/* The mode of a page with this DOCTYPE. (One without any is in quirks mode.) */
pith_html_quirks pith_html_doctype_quirks(const pith_html_doctype *doctype);

#endif
