/* SPDX-License-Identifier: Apache-2.0 */
#include "language/language.h"

#include "base/utf8.h"
#include "language/trigram.h"

/* ---- Scripts ------------------------------------------------------------------ */

typedef enum script {
    LATIN = PITH_TRIGRAM_LATIN,
    CYRILLIC = PITH_TRIGRAM_CYRILLIC,
    ARABIC = PITH_TRIGRAM_ARABIC,
    DEVANAGARI = PITH_TRIGRAM_DEVANAGARI,
    GREEK,
    ARMENIAN,
    HEBREW,
    YIDDISH, /* the letters that only Yiddish has */
    SYRIAC,
    THAANA,
    NKO,
    BENGALI,
    GURMUKHI,
    GUJARATI,
    ORIYA,
    TAMIL,
    TELUGU,
    KANNADA,
    MALAYALAM,
    SINHALA,
    THAI,
    LAO,
    TIBETAN,
    MYANMAR,
    GEORGIAN,
    HANGUL,
    ETHIOPIC,
    CHEROKEE,
    KHMER,
    MONGOLIAN,
    TIFINAGH,
    KANA,
    HAN,
    SCRIPT_COUNT,
    NO_SCRIPT = SCRIPT_COUNT
} script;

/* Blocks of Unicode 15 that hold a script's letters, in their order. */
static const struct {
    uint32_t first;
    uint32_t last;
    script script;
} ranges[] = {
    {0x41, 0x5A, LATIN},         {0x61, 0x7A, LATIN},         {0xAA, 0xAA, LATIN},
    {0xBA, 0xBA, LATIN},         {0xC0, 0x24F, LATIN},        {0x370, 0x3FF, GREEK},
    {0x400, 0x52F, CYRILLIC},    {0x531, 0x58F, ARMENIAN},    {0x591, 0x5EA, HEBREW},
    {0x5EF, 0x5F2, YIDDISH},     {0x620, 0x6FF, ARABIC},      {0x700, 0x74F, SYRIAC},
    {0x750, 0x77F, ARABIC},      {0x780, 0x7BF, THAANA},      {0x7C0, 0x7FF, NKO},
    {0x8A0, 0x8FF, ARABIC},      {0x900, 0x963, DEVANAGARI},  {0x980, 0x9FF, BENGALI},
    {0xA00, 0xA7F, GURMUKHI},    {0xA80, 0xAFF, GUJARATI},    {0xB00, 0xB7F, ORIYA},
    {0xB80, 0xBFF, TAMIL},       {0xC00, 0xC7F, TELUGU},      {0xC80, 0xCFF, KANNADA},
    {0xD00, 0xD7F, MALAYALAM},   {0xD80, 0xDFF, SINHALA},     {0xE00, 0xE7F, THAI},
    {0xE80, 0xEFF, LAO},         {0xF00, 0xFFF, TIBETAN},     {0x1000, 0x109F, MYANMAR},
    {0x10A0, 0x10FF, GEORGIAN},  {0x1100, 0x11FF, HANGUL},    {0x1200, 0x139F, ETHIOPIC},
    {0x13A0, 0x13FF, CHEROKEE},  {0x1780, 0x17FF, KHMER},     {0x1800, 0x18AF, MONGOLIAN},
    {0x1C90, 0x1CBF, GEORGIAN},  {0x1E00, 0x1EFF, LATIN},     {0x1F00, 0x1FFF, GREEK},
    {0x2D00, 0x2D2F, GEORGIAN},  {0x2D30, 0x2D7F, TIFINAGH},  {0x2D80, 0x2DDF, ETHIOPIC},
    {0x3041, 0x30FF, KANA},      {0x3400, 0x4DBF, HAN},       {0x4E00, 0x9FFF, HAN},
    {0xAC00, 0xD7A3, HANGUL},    {0xF900, 0xFAFF, HAN},       {0xFB1D, 0xFB4F, HEBREW},
    {0xFB50, 0xFDFF, ARABIC},    {0xFE70, 0xFEFC, ARABIC},    {0x20000, 0x2FA1F, HAN},
};

/* The language of a script that is one language's, or its most common one's. */
static const char language_of_script[SCRIPT_COUNT][4] = {
    [GREEK] = "el",    [ARMENIAN] = "hy",  [HEBREW] = "he",   [YIDDISH] = "yi",  [SYRIAC] = "syr",
    [THAANA] = "dv",   [NKO] = "nqo",      [BENGALI] = "bn",  [GURMUKHI] = "pa", [GUJARATI] = "gu",
    [ORIYA] = "or",    [TAMIL] = "ta",     [TELUGU] = "te",   [KANNADA] = "kn",
    [MALAYALAM] = "ml", [SINHALA] = "si",  [THAI] = "th",     [LAO] = "lo",      [TIBETAN] = "bo",
    [MYANMAR] = "my",  [GEORGIAN] = "ka",  [HANGUL] = "ko",   [ETHIOPIC] = "am",
    [CHEROKEE] = "chr", [KHMER] = "km",    [MONGOLIAN] = "mn", [TIFINAGH] = "zgh",
    [KANA] = "ja",     [HAN] = "zh",
};

static script script_of(uint32_t c)
{
    if (c < 0x80)
        return (c | 0x20) - 'a' < 26 ? LATIN : NO_SCRIPT;
    size_t from = 0, to = sizeof ranges / sizeof *ranges;
    while (from < to) {
        size_t middle = (from + to) / 2;
        if (c > ranges[middle].last)
            from = middle + 1;
        else if (c < ranges[middle].first)
            to = middle;
        else
            return c == 0xD7 || c == 0xF7 ? NO_SCRIPT : ranges[middle].script;
    }
    return NO_SCRIPT;
}

/* ---- Trigrams ------------------------------------------------------------------ */

/* In lower case, and as the counted texts write it: see langdetect's NGram.normalize. */
static uint32_t fold(uint32_t c)
{
    if (c >= 0x1EA0 && c <= 0x1EFF)
        return 0x1EC3;                /* a vowel of Vietnamese with two marks */
    if (c >= 0x218 && c <= 0x21B)
        return c < 0x21A ? 0x15F : 0x163; /* Romanian: a comma below, a cedilla */
    if (c == 0x6CC)
        return 0x64A;                 /* Persian yeh */
    return pith_fold(c);
}

/* FNV-like mixing; gen/language.py has the same. */
static uint32_t row_of(const uint32_t trigram[3])
{
    uint32_t value = 0;
    for (int i = 0; i < 3; i++) {
        value = (value ^ trigram[i]) * UINT32_C(0x9E3779B1);
        value ^= value >> 15;
    }
    return value * UINT32_C(0x85EBCA77) >> (32 - PITH_TRIGRAM_BITS);
}

typedef struct tally {
    uint32_t letters[SCRIPT_COUNT + 1];
    int16_t sums[PITH_TRIGRAM_LANGUAGES]; /* of the last trigrams, which narrow sums can hold */
    int32_t scores[PITH_TRIGRAM_LANGUAGES];
    uint32_t trigrams;
} tally;

static void add_sums(tally *t)
{
    for (int i = 0; i < PITH_TRIGRAM_LANGUAGES; i++)
        t->scores[i] += t->sums[i];
    memset(t->sums, 0, sizeof t->sums);
}

static void add_trigram(tally *t, const uint32_t trigram[3])
{
    enum { SUMMED = INT16_MAX / -INT8_MIN }; /* trigrams */
    const int8_t *weights = pith_trigram_weights[row_of(trigram)];
    for (int i = 0; i < PITH_TRIGRAM_LANGUAGES; i++)
        t->sums[i] = (int16_t)(t->sums[i] + weights[i]);
    if (++t->trigrams % SUMMED == 0)
        add_sums(t);
}

/* One character more: a letter, or 0x20 for what parts words. */
static void shift(tally *t, uint32_t trigram[3], uint32_t c)
{
    trigram[0] = trigram[1];
    trigram[1] = trigram[2];
    trigram[2] = c;
    if (trigram[0] != 0) /* no trigram goes beyond a word */
        add_trigram(t, trigram);
    if (c == ' ')
        trigram[1] = 0;
}

/* A part of the text that begins between two words, or else (`within`) anywhere. */
static void count_part(tally *t, pith_str part, bool within)
{
    uint32_t trigram[3] = {0, 0, within ? 0 : ' '};
    size_t at = 0;
    while (at < part.size && ((unsigned char)part.data[at] & 0xC0) == 0x80)
        at++; /* the rest of a character */
    while (at < part.size) {
        uint32_t c;
        at += pith_utf8_decode(part.data + at, part.size - at, &c);
        script of = script_of(c);
        t->letters[of]++;
        if ((int)of < PITH_TRIGRAM_GROUPS)
            shift(t, trigram, fold(c));
        else if (trigram[2] != ' ')
            shift(t, trigram, ' ');
    }
}

/* All of a short text, of a longer one parts at equal distances: the most of it decides. */
static void count_text(tally *t, pith_str text)
{
    enum { PART = 64, PARTS = 8 };
    if (text.size > PITH_LANGUAGE_SAMPLE)
        text.size = PITH_LANGUAGE_SAMPLE;
    if (text.size <= PART * PARTS) {
        count_part(t, text, false);
        return;
    }
    for (size_t i = 0; i < PARTS; i++) {
        size_t start = i * (text.size - PART) / (PARTS - 1);
        count_part(t, (pith_str){text.data + start, PART}, i > 0);
    }
}

/* ---- The decision --------------------------------------------------------------- */

static script main_script(const uint32_t letters[SCRIPT_COUNT])
{
    script best = LATIN;
    for (int i = 0; i < SCRIPT_COUNT; i++)
        if (letters[i] > letters[best])
            best = (script)i;
    return best;
}

static pith_str named(const char name[4])
{
    return (pith_str){name, strlen(name)};
}

/* The language of the group that the trigrams speak for; empty if it leads too little. */
static pith_str best_of_group(const tally *t, int group)
{
    enum { FEWEST = 20, LEAD = 4 * PITH_LANGUAGE_ONE }; /* trigrams; bits before the second */
    /* For each trigram: less is gibberish, or a language of the script that is not known. */
    static const int32_t least[PITH_TRIGRAM_GROUPS] = {
        PITH_LANGUAGE_ONE / 16, -PITH_LANGUAGE_ONE, -PITH_LANGUAGE_ONE, -PITH_LANGUAGE_ONE};
    const uint8_t *bounds = pith_trigram_groups;
    int best = bounds[group];
    int32_t second = INT32_MIN;
    for (int i = bounds[group] + 1; i < bounds[group + 1]; i++) {
        bool leads = t->scores[i] > t->scores[best];
        int32_t loser = leads ? t->scores[best] : t->scores[i];
        second = loser > second ? loser : second;
        best = leads ? i : best;
    }
    bool sure = t->trigrams >= FEWEST && t->scores[best] - second >= LEAD &&
                t->scores[best] > least[group] * (int32_t)t->trigrams;
    return sure ? named(pith_trigram_languages[best]) : (pith_str){NULL, 0};
}

pith_str pith_language_detect(pith_str text)
{
    enum { FEWEST_LETTERS = 10, KANA_IN = 20, YIDDISH_IN = 100 };
    tally t = {0};
    count_text(&t, text);
    add_sums(&t);
    uint32_t *letters = t.letters;
    uint32_t all = 0;
    for (int i = 0; i < SCRIPT_COUNT; i++)
        all += letters[i];
    if (all < FEWEST_LETTERS)
        return (pith_str){NULL, 0};
    /* Japanese is mostly Han in some texts, and Yiddish mostly Hebrew letters. */
    if (letters[KANA] * KANA_IN > letters[HAN])
        letters[KANA] += letters[HAN];
    if (letters[YIDDISH] * YIDDISH_IN > letters[HEBREW])
        letters[YIDDISH] += letters[HEBREW];
    if (letters[KANA] > letters[HAN])
        letters[HAN] = 0;
    if (letters[YIDDISH] > letters[HEBREW])
        letters[HEBREW] = 0;
    script most = main_script(letters);
    return (int)most < PITH_TRIGRAM_GROUPS ? best_of_group(&t, (int)most)
                                           : named(language_of_script[most]);
}
