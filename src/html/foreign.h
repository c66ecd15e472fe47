/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Names in SVG and MathML (HTML standard, 13.2.6.1, "adjust SVG attributes" and its
 * kin, and 13.2.6.5). The parser works with lower-case names; these are for those
 * who look at the tree.
 */
#ifndef PITH_HTML_FOREIGN_H
#define PITH_HTML_FOREIGN_H

#include "base/str.h"

/* The name of an SVG element whose lower-case name is `lower`: "clippath" gives "clipPath". */
pith_str pith_svg_element_name(pith_str lower);

/* The same for the name of an attribute of an SVG or a MathML element. */
pith_str pith_svg_attribute_name(pith_str lower);
pith_str pith_mathml_attribute_name(pith_str lower);

/*
 * True if an attribute of a foreign element has a namespace of its own, as
 * "xlink:href" has; then *prefix ("xlink") and *local ("href") are its parts.
 */
bool pith_foreign_attribute_parts(pith_str lower, pith_str *prefix, pith_str *local);

#endif
