/* SPDX-License-Identifier: Apache-2.0 */
/* The encodings of the Encoding standard (section 4.2), in its order, and their labels. */
#ifndef PITH_CHARSET_ENCODING_H
#define PITH_CHARSET_ENCODING_H

#include "charset/charset.h"
#include "charset/decode.h"

typedef enum pith_encoding_number {
    PITH_ENCODING_UTF_8,
    PITH_ENCODING_IBM866, /* the first of the single-byte encodings */
    PITH_ENCODING_ISO_8859_2,
    PITH_ENCODING_ISO_8859_3,
    PITH_ENCODING_ISO_8859_4,
    PITH_ENCODING_ISO_8859_5,
    PITH_ENCODING_ISO_8859_6,
    PITH_ENCODING_ISO_8859_7,
    PITH_ENCODING_ISO_8859_8,
    PITH_ENCODING_ISO_8859_8_I,
    PITH_ENCODING_ISO_8859_10,
    PITH_ENCODING_ISO_8859_13,
    PITH_ENCODING_ISO_8859_14,
    PITH_ENCODING_ISO_8859_15,
    PITH_ENCODING_ISO_8859_16,
    PITH_ENCODING_KOI8_R,
    PITH_ENCODING_KOI8_U,
    PITH_ENCODING_MACINTOSH,
    PITH_ENCODING_WINDOWS_874,
    PITH_ENCODING_WINDOWS_1250,
    PITH_ENCODING_WINDOWS_1251,
    PITH_ENCODING_WINDOWS_1252,
    PITH_ENCODING_WINDOWS_1253,
    PITH_ENCODING_WINDOWS_1254,
    PITH_ENCODING_WINDOWS_1255,
    PITH_ENCODING_WINDOWS_1256,
    PITH_ENCODING_WINDOWS_1257,
    PITH_ENCODING_WINDOWS_1258,
    PITH_ENCODING_X_MAC_CYRILLIC, /* the last of the single-byte encodings */
    PITH_ENCODING_GBK,
    PITH_ENCODING_GB18030,
    PITH_ENCODING_BIG5,
    PITH_ENCODING_EUC_JP,
    PITH_ENCODING_ISO_2022_JP,
    PITH_ENCODING_SHIFT_JIS,
    PITH_ENCODING_EUC_KR,
    PITH_ENCODING_REPLACEMENT,
    PITH_ENCODING_UTF_16BE,
    PITH_ENCODING_UTF_16LE,
    PITH_ENCODING_X_USER_DEFINED,
    PITH_ENCODING_COUNT
} pith_encoding_number;

struct pith_encoding {
    char name[15];
    uint8_t number; /* its own, a pith_encoding_number */
    pith_decoder *decode; /* NULL for UTF-8, which is copied */
};

extern const pith_encoding pith_encodings[PITH_ENCODING_COUNT];

/* All labels, in the order of their bytes. */
typedef struct pith_charset_label {
    char label[19]; /* lower case */
    uint8_t encoding;
} pith_charset_label;
extern const pith_charset_label pith_charset_labels[];
extern const size_t pith_label_count;

#endif
