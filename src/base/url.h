/* SPDX-License-Identifier: Apache-2.0 */
/* Resolving URL references (RFC 3986, section 5, with the WHATWG URL standard's leniency). */
#ifndef PITH_BASE_URL_H
#define PITH_BASE_URL_H

#include "base/arena.h"

/*
 * The reference as an absolute URL against `base`. Where base is empty, or the
 * reference cannot be resolved, it is the reference itself, trimmed, with tabs
 * and line breaks removed. The result lives in `arena` or is a slice of the
 * reference. False without memory.
 */
bool pith_url_resolve(pith_arena *arena, pith_str base, pith_str reference, pith_str *url);

#endif
