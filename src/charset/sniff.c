/* SPDX-License-Identifier: Apache-2.0 */
/* HTML standard, 13.2.3.2, "encoding sniffing algorithm". */
#include "charset/sniff.h"

#include "base/utf8.h"

enum {
    PRESCAN_SIZE = 1024,
    LEAST_SEQUENCES = 4 /* of UTF-8, that text in another encoding hardly forms by chance */
};

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

static bool is_clearly_utf8(pith_str bytes)
{
    size_t sequences = 0;
    for (size_t i = 0; i < bytes.size; i++)
        sequences += (unsigned char)bytes.data[i] >= 0xC2;
    return sequences >= LEAST_SEQUENCES &&
           pith_utf8_valid_prefix(bytes.data, bytes.size) == bytes.size;
}

/*
 * What the page declares by itself. Deviation from the standard: a page that
 * was converted to UTF-8 and kept its old declaration, as servers, archives and
 * crawlers leave many, is UTF-8.
 */
static const pith_encoding *from_declaration(pith_str bytes)
{
    size_t size = bytes.size < PRESCAN_SIZE ? bytes.size : PRESCAN_SIZE;
    const pith_encoding *encoding = pith_charset_from_prescan((pith_str){bytes.data, size});
    if (encoding == NULL)
        encoding = pith_charset_from_meta(bytes);
    const pith_encoding *utf8 = &pith_encodings[PITH_ENCODING_UTF_8];
    return encoding != NULL && encoding != utf8 && is_clearly_utf8(bytes) ? utf8 : encoding;
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
    if (encoding == NULL && !hints->plain)
        encoding = from_declaration(bytes);
    return encoding != NULL ? encoding : pith_charset_detect(bytes, hints->url);
}
