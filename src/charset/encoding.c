/* SPDX-License-Identifier: Apache-2.0 */
#include "charset/encoding.h"

enum { LONGEST_LABEL = sizeof pith_charset_labels->label };

#define SINGLE_BYTE(name, number) [number] = {name, number, pith_decode_single_byte}

const pith_encoding pith_encodings[PITH_ENCODING_COUNT] = {
    [PITH_ENCODING_UTF_8] = {"UTF-8", PITH_ENCODING_UTF_8, NULL},
    SINGLE_BYTE("IBM866", PITH_ENCODING_IBM866),
    SINGLE_BYTE("ISO-8859-2", PITH_ENCODING_ISO_8859_2),
    SINGLE_BYTE("ISO-8859-3", PITH_ENCODING_ISO_8859_3),
    SINGLE_BYTE("ISO-8859-4", PITH_ENCODING_ISO_8859_4),
    SINGLE_BYTE("ISO-8859-5", PITH_ENCODING_ISO_8859_5),
    SINGLE_BYTE("ISO-8859-6", PITH_ENCODING_ISO_8859_6),
    SINGLE_BYTE("ISO-8859-7", PITH_ENCODING_ISO_8859_7),
    SINGLE_BYTE("ISO-8859-8", PITH_ENCODING_ISO_8859_8),
    SINGLE_BYTE("ISO-8859-8-I", PITH_ENCODING_ISO_8859_8_I),
    SINGLE_BYTE("ISO-8859-10", PITH_ENCODING_ISO_8859_10),
    SINGLE_BYTE("ISO-8859-13", PITH_ENCODING_ISO_8859_13),
    SINGLE_BYTE("ISO-8859-14", PITH_ENCODING_ISO_8859_14),
    SINGLE_BYTE("ISO-8859-15", PITH_ENCODING_ISO_8859_15),
    SINGLE_BYTE("ISO-8859-16", PITH_ENCODING_ISO_8859_16),
    SINGLE_BYTE("KOI8-R", PITH_ENCODING_KOI8_R),
    SINGLE_BYTE("KOI8-U", PITH_ENCODING_KOI8_U),
    SINGLE_BYTE("macintosh", PITH_ENCODING_MACINTOSH),
    SINGLE_BYTE("windows-874", PITH_ENCODING_WINDOWS_874),
    SINGLE_BYTE("windows-1250", PITH_ENCODING_WINDOWS_1250),
    SINGLE_BYTE("windows-1251", PITH_ENCODING_WINDOWS_1251),
    SINGLE_BYTE("windows-1252", PITH_ENCODING_WINDOWS_1252),
    SINGLE_BYTE("windows-1253", PITH_ENCODING_WINDOWS_1253),
    SINGLE_BYTE("windows-1254", PITH_ENCODING_WINDOWS_1254),
    SINGLE_BYTE("windows-1255", PITH_ENCODING_WINDOWS_1255),
    SINGLE_BYTE("windows-1256", PITH_ENCODING_WINDOWS_1256),
    SINGLE_BYTE("windows-1257", PITH_ENCODING_WINDOWS_1257),
    SINGLE_BYTE("windows-1258", PITH_ENCODING_WINDOWS_1258),
    SINGLE_BYTE("x-mac-cyrillic", PITH_ENCODING_X_MAC_CYRILLIC),
    [PITH_ENCODING_GBK] = {"GBK", PITH_ENCODING_GBK, pith_decode_gb18030},
    [PITH_ENCODING_GB18030] = {"gb18030", PITH_ENCODING_GB18030, pith_decode_gb18030},
    [PITH_ENCODING_BIG5] = {"Big5", PITH_ENCODING_BIG5, pith_decode_big5},
    [PITH_ENCODING_EUC_JP] = {"EUC-JP", PITH_ENCODING_EUC_JP, pith_decode_euc_jp},
    [PITH_ENCODING_ISO_2022_JP] = {"ISO-2022-JP", PITH_ENCODING_ISO_2022_JP,
                                   pith_decode_iso_2022_jp},
    [PITH_ENCODING_SHIFT_JIS] = {"Shift_JIS", PITH_ENCODING_SHIFT_JIS, pith_decode_shift_jis},
    [PITH_ENCODING_EUC_KR] = {"EUC-KR", PITH_ENCODING_EUC_KR, pith_decode_euc_kr},
    [PITH_ENCODING_REPLACEMENT] = {"replacement", PITH_ENCODING_REPLACEMENT,
                                   pith_decode_replacement},
    [PITH_ENCODING_UTF_16BE] = {"UTF-16BE", PITH_ENCODING_UTF_16BE, pith_decode_utf_16be},
    [PITH_ENCODING_UTF_16LE] = {"UTF-16LE", PITH_ENCODING_UTF_16LE, pith_decode_utf_16le},
    [PITH_ENCODING_X_USER_DEFINED] = {"x-user-defined", PITH_ENCODING_X_USER_DEFINED,
                                      pith_decode_x_user_defined},
};

/* Encoding standard, 4.2, "get an encoding". */
const pith_encoding *pith_encoding_for_label(pith_str label)
{
    char lower[LONGEST_LABEL] = {0};
    label = pith_str_trim(label);
    if (label.size == 0 || label.size > LONGEST_LABEL)
        return NULL;
    for (size_t i = 0; i < label.size; i++) {
        if (label.data[i] == '\0')
            return NULL;
        lower[i] = pith_to_lower(label.data[i]);
    }
    size_t first = 0;
    for (size_t count = pith_label_count; count > 0;) {
        size_t half = count / 2;
        int order = memcmp(pith_charset_labels[first + half].label, lower, LONGEST_LABEL);
        if (order == 0)
            return &pith_encodings[pith_charset_labels[first + half].encoding];
        if (order < 0) {
            first += half + 1;
            count -= half + 1;
        } else {
            count = half;
        }
    }
    return NULL;
}

pith_str pith_encoding_name(const pith_encoding *encoding)
{
    return (pith_str){encoding->name, strlen(encoding->name)};
}

pith_str pith_charset_name(pith_str label)
{
    const pith_encoding *encoding = pith_encoding_for_label(label);
    return encoding != NULL ? pith_encoding_name(encoding) : (pith_str){NULL, 0};
}
