/* SPDX-License-Identifier: Apache-2.0 */
/* HTML standard, 13.2.3.2, "encoding sniffing algorithm". */
#include "charset/sniff.h"

enum { PRESCAN_SIZE = 1024 };

/* Encoding standard, 6, "BOM sniff". */
static const pith_encoding *from_byte_order_mark(pith_str bytes)
{
    if (bytes.size >= 3 && memcmp(bytes.data, "\xEF\xBB\xBF", 3) == 0)
        return &pith_encodings[PITH_ENCODING_UTF_8];
    if (bytes.size >= 2 && memcmp(bytes.data, "\xFE\xFF", 2) == 0)
        return &pith_encodings[PITH_ENCODING_UTF_16BE];
    if (bytes.size >= 2 && memcmp(bytes.data, "\xFF\xFE", 2) == 0)
        return &pith_encodings[PITH_ENCODING_UTF_16LE];
    return NULL;
}

/*
 * The user's override comes before the byte order mark: the standard lets both
 * orders stand ("optionally"), and the library promises that it overrides all.
 */
const pith_encoding *pith_charset_sniff(pith_str bytes, const pith_charset_hints *hints)
{
    const pith_encoding *encoding = pith_encoding_for_label(hints->override);
    if (encoding == NULL)
        encoding = from_byte_order_mark(bytes);
    if (encoding == NULL)
        encoding = pith_charset_from_content_type(hints->content_type);
    if (encoding == NULL) {
        size_t size = bytes.size < PRESCAN_SIZE ? bytes.size : PRESCAN_SIZE;
        encoding = pith_charset_from_prescan((pith_str){bytes.data, size});
    }
    if (encoding == NULL)
        encoding = pith_charset_from_meta(bytes);
    return encoding != NULL ? encoding : pith_charset_detect(bytes, hints->url);
}
