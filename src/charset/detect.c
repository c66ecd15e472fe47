/* SPDX-License-Identifier: Apache-2.0 */
#include "charset/detect.h"

#include "base/url.h"
#include "charset/tables.h"

enum {
    WINDOW_HIGH_BYTES = 4096,
    SAMPLE_SIZE = 3 * WINDOW_HIGH_BYTES, /* each of them with a neighbour on either side */
    FOREIGN_LETTER = 26,                 /* costs, in half bits */
    COMMON_SYMBOL = 10,
    UNCOMMON_SYMBOL = 16,
    RARE_SYMBOL = 24,
    NO_CHARACTER = 60,                   /* unmapped, or a C1 control */
    CASE_BREAK = 10,                     /* an upper case letter after a lower case one */
    SYMBOL_IN_WORD = 12,                 /* a symbol between letters, an apostrophe before them */
    WORD_ENDS = 5,                       /* an ASCII letter and then a symbol; */
    WORD_STARTS = 8,                     /* the other way round: the letter is any of 26 */
    DOMAIN_BONUS = 16,
    UPPER = 0x80,                        /* in a class: the letter is upper case, */
    JOINS = 0x40,                        /* or the symbol may stand within a word */
    CLASS = 0x3F
};

/* A candidate: an encoding, a language in it, and how unlikely it is from the outset. */
typedef struct candidate {
    uint8_t encoding;
    char language[3];
    uint8_t cost;
} candidate;

static const candidate candidates[] = {
    {PITH_ENCODING_WINDOWS_1252, "fr", 0},   {PITH_ENCODING_WINDOWS_1252, "de", 0},
    {PITH_ENCODING_WINDOWS_1252, "es", 0},   {PITH_ENCODING_WINDOWS_1252, "pt", 0},
    {PITH_ENCODING_WINDOWS_1252, "it", 1},   {PITH_ENCODING_WINDOWS_1252, "nl", 1},
    {PITH_ENCODING_WINDOWS_1252, "sv", 1},   {PITH_ENCODING_WINDOWS_1252, "da", 1},
    {PITH_ENCODING_WINDOWS_1252, "no", 1},   {PITH_ENCODING_WINDOWS_1252, "fi", 1},
    {PITH_ENCODING_WINDOWS_1252, "ca", 2},   {PITH_ENCODING_WINDOWS_1252, "sq", 4},
    {PITH_ENCODING_WINDOWS_1252, "et", 6},   {PITH_ENCODING_ISO_8859_15, "fr", 12},
    {PITH_ENCODING_ISO_8859_15, "de", 12},   {PITH_ENCODING_ISO_8859_15, "es", 12},
    {PITH_ENCODING_ISO_8859_15, "it", 12},   {PITH_ENCODING_ISO_8859_15, "nl", 12},
    {PITH_ENCODING_ISO_8859_15, "pt", 12},   {PITH_ENCODING_ISO_8859_15, "et", 10},
    {PITH_ENCODING_ISO_8859_15, "fi", 12},   {PITH_ENCODING_WINDOWS_1250, "pl", 6},
    {PITH_ENCODING_WINDOWS_1250, "cs", 6},   {PITH_ENCODING_WINDOWS_1250, "sk", 6},
    {PITH_ENCODING_WINDOWS_1250, "hu", 6},   {PITH_ENCODING_WINDOWS_1250, "ro", 6},
    {PITH_ENCODING_WINDOWS_1250, "hr", 6},   {PITH_ENCODING_WINDOWS_1250, "sl", 6},
    {PITH_ENCODING_ISO_8859_2, "pl", 6},     {PITH_ENCODING_ISO_8859_2, "cs", 7},
    {PITH_ENCODING_ISO_8859_2, "sk", 7},     {PITH_ENCODING_ISO_8859_2, "hu", 7},
    {PITH_ENCODING_ISO_8859_2, "ro", 7},     {PITH_ENCODING_ISO_8859_2, "hr", 7},
    {PITH_ENCODING_ISO_8859_2, "sl", 7},     {PITH_ENCODING_ISO_8859_16, "ro", 16},
    {PITH_ENCODING_WINDOWS_1254, "tr", 5},   {PITH_ENCODING_WINDOWS_1257, "lt", 8},
    {PITH_ENCODING_WINDOWS_1257, "lv", 8},   {PITH_ENCODING_WINDOWS_1257, "et", 8},
    {PITH_ENCODING_ISO_8859_4, "lt", 14},    {PITH_ENCODING_ISO_8859_4, "lv", 14},
    {PITH_ENCODING_ISO_8859_4, "et", 14},    {PITH_ENCODING_WINDOWS_1258, "vi", 8},
    {PITH_ENCODING_ISO_8859_14, "cy", 16},   {PITH_ENCODING_WINDOWS_1251, "ru", 4},
    {PITH_ENCODING_WINDOWS_1251, "uk", 6},   {PITH_ENCODING_WINDOWS_1251, "bg", 6},
    {PITH_ENCODING_WINDOWS_1251, "mk", 8},   {PITH_ENCODING_KOI8_R, "ru", 8},
    {PITH_ENCODING_KOI8_U, "uk", 8},         {PITH_ENCODING_ISO_8859_5, "ru", 10},
    {PITH_ENCODING_ISO_8859_5, "bg", 10},    {PITH_ENCODING_ISO_8859_5, "uk", 11},
    {PITH_ENCODING_ISO_8859_5, "mk", 11},    {PITH_ENCODING_IBM866, "ru", 10},
    {PITH_ENCODING_X_MAC_CYRILLIC, "ru", 14}, {PITH_ENCODING_WINDOWS_1253, "el", 4},
    {PITH_ENCODING_ISO_8859_7, "el", 5},     {PITH_ENCODING_WINDOWS_1255, "he", 4},
    {PITH_ENCODING_WINDOWS_1256, "ar", 4},   {PITH_ENCODING_WINDOWS_1256, "fa", 5},
    {PITH_ENCODING_ISO_8859_6, "ar", 8},     {PITH_ENCODING_WINDOWS_874, "th", 4},
    {PITH_ENCODING_UTF_8, "--", 0},          {PITH_ENCODING_GBK, "zh", 6},
    {PITH_ENCODING_BIG5, "zt", 8},           {PITH_ENCODING_SHIFT_JIS, "ja", 6},
    {PITH_ENCODING_EUC_JP, "ja", 8},         {PITH_ENCODING_EUC_KR, "ko", 8},
};

/*
 * Top-level domains that are not the code of their language: "zt" is traditional
 * Chinese; "en" has no candidate, which is to say that the domain tells nothing.
 */
static const char domains[][2][3] = {
    {"al", "sq"}, {"ar", "es"}, {"at", "de"}, {"be", "nl"}, {"br", "pt"}, {"by", "ru"},
    {"ca", "en"}, {"ch", "de"}, {"cl", "es"}, {"cn", "zh"}, {"co", "es"}, {"cy", "el"},
    {"cz", "cs"}, {"dk", "da"}, {"ee", "et"}, {"eg", "ar"}, {"et", "en"}, {"gr", "el"},
    {"hk", "zt"}, {"il", "he"}, {"ir", "fa"}, {"jp", "ja"}, {"kr", "ko"}, {"kz", "ru"},
    {"md", "ro"}, {"mo", "zt"}, {"mx", "es"}, {"pe", "es"}, {"rs", "hr"}, {"sa", "ar"},
    {"se", "sv"}, {"si", "sl"}, {"sl", "en"}, {"su", "ru"}, {"sv", "es"}, {"sy", "ar"},
    {"tw", "zt"}, {"ua", "uk"}, {"uk", "en"}, {"ve", "es"}, {"vi", "en"}, {"vn", "vi"},
};

/* The language that the URL's top-level domain speaks of; empty for none. */
static void domain_language(pith_str url, char language[3])
{
    language[0] = '\0';
    pith_str host = pith_url_host(url);
    if (host.size < 4 || host.data[host.size - 3] != '.')
        return;
    language[0] = pith_to_lower(host.data[host.size - 2]);
    language[1] = pith_to_lower(host.data[host.size - 1]);
    language[2] = '\0';
    for (size_t i = 0; i < sizeof domains / sizeof domains[0]; i++)
        if (memcmp(domains[i][0], language, 2) == 0) {
            memcpy(language, domains[i][1], 2);
            return;
        }
}

/* Punctuation that every page may have, and symbols that many have; the rest are rare. */
static uint8_t symbol_cost(uint32_t code_point)
{
    if (pith_is_among(u"\u00A0\u00A9\u00AD\u00AE\u00B0\u00B7\u00D7\u060C\u061B\u061F"
                      u"\u2013\u2014\u2018\u2019\u201A\u201C\u201D\u201E\u2022\u2026\u20AC\u2122",
                      code_point))
        return COMMON_SYMBOL;
    if (pith_is_among(u"\u00A1\u00A3\u00A7\u00AB\u00B1\u00B2\u00B4\u00BB\u00BD\u00BF\u2039\u203A",
                      code_point))
        return UNCOMMON_SYMBOL;
    return RARE_SYMBOL;
}

/* The apostrophe, the soft hyphen, the middle dot. */
static bool joins_letters(uint32_t code_point)
{
    return code_point == 0x2019 || code_point == 0xAD || code_point == 0xB7;
}

/* Whether a code point of the single-byte encodings that no language knows is a letter. */
static bool is_letter(uint32_t code_point)
{
    return (code_point >= 0xC0 && code_point < 0x2B0 && code_point != 0xD7 && code_point != 0xF7) ||
           (code_point >= 0x370 && code_point < 0x2000);
}

/* What each byte is in an encoding, to a language. */
typedef struct byte_classes {
    const pith_language *language;
    uint8_t class_of[256];
    uint8_t cost[256]; /* on top of what it costs after the byte before */
} byte_classes;

static void classify_high_byte(byte_classes *classes, unsigned byte, uint32_t code_point)
{
    const pith_language *language = classes->language;
    classes->class_of[byte] = joins_letters(code_point) ? JOINS : 0;
    classes->cost[byte] = 0;
    for (uint8_t i = 0; i < language->letters; i++)
        if (language->lower[i] == code_point || language->upper[i] == code_point) {
            bool upper = language->lower[i] != code_point;
            classes->class_of[byte] = (uint8_t)((language->base + i) | (upper ? UPPER : 0));
            return;
        }
    if (code_point < 0xA0)
        classes->cost[byte] = NO_CHARACTER;
    else
        classes->cost[byte] = is_letter(code_point) ? FOREIGN_LETTER : symbol_cost(code_point);
}

/* Only what the sample has: `present` is for the bytes from 0x80 on. */
static void classify_bytes(byte_classes *classes, const pith_language *language,
                           unsigned encoding, const bool present[128])
{
    classes->language = language;
    memset(classes->class_of, 0, 0x80);
    memset(classes->cost, 0, 0x80);
    for (unsigned i = 0; i < 26; i++) {
        uint8_t class = (uint8_t)(language->base == 2 ? 1 : 1 + i);
        classes->class_of['a' + i] = class;
        classes->class_of['A' + i] = class | UPPER;
    }
    const uint16_t *index = pith_single_byte[encoding - PITH_ENCODING_IBM866];
    for (unsigned byte = 0x80; byte < 0x100; byte++)
        if (present[byte - 0x80])
            classify_high_byte(classes, byte, index[byte - 0x80]);
}

static uint32_t pair_cost(const pith_language *language, size_t first, size_t second)
{
    size_t base = language->base, letters = language->letters;
    if (first < base && second < base) /* one of them is a symbol */
        return first != 0 ? WORD_ENDS : second != 0 ? WORD_STARTS : 0;
    size_t cell = first < base ? first * letters + second - base
                               : base * letters + (first - base) * (base + letters) + second;
    return (uint32_t)(language->costs[cell] - 'a');
}

static uint32_t single_byte_cost(const byte_classes *classes, const unsigned char *sample,
                                 size_t size)
{
    uint32_t cost = 0;
    unsigned char before = ' ';
    bool in_word = false; /* whether a letter stands before `before` */
    for (size_t i = 0; i < size; i++) {
        unsigned char byte = sample[i];
        unsigned first = classes->class_of[before], second = classes->class_of[byte];
        if (((before | byte) & 0x80) != 0) {
            cost += classes->cost[byte];
            cost += pair_cost(classes->language, first & CLASS, second & CLASS);
            if ((first & CLASS) != 0 && (first & UPPER) == 0 && (second & UPPER) != 0)
                cost += CASE_BREAK;
            if (before >= 0x80 && (second & CLASS) != 0 && first == (in_word ? 0 : JOINS))
                cost += SYMBOL_IN_WORD;
        }
        in_word = first != 0;
        before = byte;
    }
    return cost;
}

static const pith_language *find_language(const char *code)
{
    for (size_t i = 0; i < pith_language_count; i++)
        if (memcmp(pith_languages[i].code, code, 2) == 0)
            return &pith_languages[i];
    return NULL;
}

/* The bytes from 0x80 on with their neighbours. */
static size_t take_sample(const pith_window *window, unsigned char sample[SAMPLE_SIZE])
{
    size_t size = 0;
    const unsigned char *at = window->start;
    while (at < window->stop) {
        size_t ascii = pith_ascii_prefix((const char *)at, (size_t)(window->stop - at));
        if (ascii > 0 && at > window->start)
            sample[size++] = *at;
        at += ascii;
        if (at < window->stop && (ascii > 1 || (ascii == 1 && size == 0)))
            sample[size++] = at[-1];
        while (at < window->stop && *at >= 0x80)
            sample[size++] = *at++;
    }
    return size;
}

static pith_window take_window(pith_str bytes)
{
    const unsigned char *start = (const unsigned char *)bytes.data;
    pith_window window = {start, start, start + bytes.size};
    for (size_t high = 0; window.stop < window.end && high < WINDOW_HIGH_BYTES; high++) {
        size_t left = (size_t)(window.end - window.stop);
        window.stop += pith_ascii_prefix((const char *)window.stop, left);
        if (window.stop < window.end)
            window.stop++;
    }
    return window;
}

static const pith_encoding *cheapest(const pith_window *window, pith_str url)
{
    unsigned char sample[SAMPLE_SIZE];
    size_t size = take_sample(window, sample);
    bool present[128] = {false};
    for (size_t i = 0; i < size; i++)
        if (sample[i] >= 0x80)
            present[sample[i] - 0x80] = true;
    char domain[3];
    domain_language(url, domain);
    const candidate *best = &candidates[0];
    int64_t best_cost = INT64_MAX;
    for (size_t i = 0; i < sizeof candidates / sizeof candidates[0]; i++) {
        int64_t cost = candidates[i].cost;
        const pith_language *language = find_language(candidates[i].language);
        if (language != NULL) {
            byte_classes classes;
            classify_bytes(&classes, language, candidates[i].encoding, present);
            cost += single_byte_cost(&classes, sample, size);
        } else {
            cost += pith_multi_byte_cost(window, candidates[i].encoding);
        }
        if (memcmp(candidates[i].language, domain, sizeof domain) == 0)
            cost -= DOMAIN_BONUS;
        if (cost < best_cost) {
            best_cost = cost;
            best = &candidates[i];
        }
    }
    return &pith_encodings[best->encoding];
}

/* ISO-2022-JP is ASCII with escapes: if they make sense and choose JIS X 0208, it is meant. */
static bool is_iso_2022_jp(pith_str bytes)
{
    const unsigned char *start = (const unsigned char *)bytes.data;
    const unsigned char *escape = memchr(start, 0x1B, bytes.size);
    if (escape == NULL)
        return false;
    pith_run run = {.in = escape, .end = start + bytes.size};
    bool any = false;
    while (run.in < run.end) {
        char out[(1 + PITH_DECODE_OVERRUN) * PITH_DECODE_EXPANSION];
        run.out = out;
        run.stop = run.in + 1;
        pith_decode_iso_2022_jp(&run);
        if (run.out - out == 3 && memcmp(out, "\uFFFD", 3) == 0)
            return false;
        any |= run.out - out == 3;
    }
    return any;
}

/* Whether all is valid but for a character that the page's end cuts off. */
static bool is_utf_8(pith_str bytes, size_t valid)
{
    const unsigned char *rest = (const unsigned char *)bytes.data + valid;
    size_t left = bytes.size - valid;
    if (left == 0)
        return true;
    if (left > 3 || rest[0] < 0xC2 || rest[0] > 0xF4)
        return false;
    for (size_t i = 1; i < left; i++)
        if ((rest[i] & 0xC0) != 0x80)
            return false;
    return left < (rest[0] < 0xE0 ? 2u : rest[0] < 0xF0 ? 3u : 4u);
}

const pith_encoding *pith_charset_detect(pith_str bytes, pith_str url)
{
    size_t ascii = pith_ascii_prefix(bytes.data, bytes.size);
    if (ascii == bytes.size)
        return &pith_encodings[bytes.size > 0 && is_iso_2022_jp(bytes)
                                   ? PITH_ENCODING_ISO_2022_JP
                                   : PITH_ENCODING_WINDOWS_1252];
    size_t valid = ascii + pith_utf8_valid_prefix(bytes.data + ascii, bytes.size - ascii);
    if (valid > ascii && is_utf_8(bytes, valid))
        return &pith_encodings[PITH_ENCODING_UTF_8];
    pith_window window = take_window(bytes);
    return cheapest(&window, url);
}
