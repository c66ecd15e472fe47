/* SPDX-License-Identifier: Apache-2.0 */
/* Which language a text is written in, by its script and then by its trigrams. */
#ifndef PITH_LANGUAGE_LANGUAGE_H
#define PITH_LANGUAGE_LANGUAGE_H

#include "base/str.h"

/* So many bytes of a text are enough; what is beyond is not looked at. */
enum { PITH_LANGUAGE_SAMPLE = 2048 };

/*
 * The language of valid UTF-8 as a BCP 47 tag, a constant ("en", "zh"); empty where
 * the text is too short, is in no script that is known, or speaks for two languages
 * alike. Linear in the text, up to PITH_LANGUAGE_SAMPLE bytes.
 */
pith_str pith_language_detect(pith_str text);

#endif
