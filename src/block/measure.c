/* SPDX-License-Identifier: Apache-2.0 */
#include "block/measure.h"

#include "base/utf8.h"

typedef enum character_class {
    CLASS_LETTER,
    CLASS_DIGIT,
    CLASS_SYMBOL,      /* parts words */
    CLASS_PUNCTUATION, /* the same, and belongs to sentences */
    CLASS_BLANK,
    CLASS_NOTHING,     /* zero width: as if it were not there */
    CLASS_DENSE_1,     /* a script without spaces: a character a word (Han, kana), … */
    CLASS_DENSE_4      /* … or four (Thai and its neighbours) */
} character_class;

enum {
    L = CLASS_LETTER,
    D = CLASS_DIGIT,
    S = CLASS_SYMBOL,
    P = CLASS_PUNCTUATION,
    B = CLASS_BLANK,
    N = CLASS_NOTHING
};

static const uint8_t class_of_ascii[128] = {
    N, N, N, N, N, N, N, N, N, B, B, N, B, B, N, N,
    N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N,
    B, P, S, S, S, S, S, S, S, S, S, S, P, S, P, S,
    D, D, D, D, D, D, D, D, D, D, P, P, S, S, S, P,
    S, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L,
    L, L, L, L, L, L, L, L, L, L, L, S, S, S, S, L,
    S, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L,
    L, L, L, L, L, L, L, L, L, L, L, S, S, S, S, N,
};

typedef struct class_range {
    uint32_t first;
    uint32_t last;
    character_class class;
} class_range;

/* Sorted. What no range holds is a letter. By the Unicode blocks and their general categories. */
static const class_range ranges[] = {
    {0x80, 0x9F, CLASS_NOTHING},
    {0xA0, 0xA0, CLASS_BLANK},
    {0xA1, 0xA1, CLASS_PUNCTUATION},
    {0xA2, 0xA9, CLASS_SYMBOL},
    {0xAB, 0xAC, CLASS_SYMBOL},
    {0xAD, 0xAD, CLASS_NOTHING},
    {0xAE, 0xB4, CLASS_SYMBOL},
    {0xB6, 0xB9, CLASS_SYMBOL},
    {0xBB, 0xBE, CLASS_SYMBOL},
    {0xBF, 0xBF, CLASS_PUNCTUATION},
    {0xD7, 0xD7, CLASS_SYMBOL},
    {0xF7, 0xF7, CLASS_SYMBOL},
    {0x37E, 0x37E, CLASS_PUNCTUATION},   /* Greek question mark */
    {0x387, 0x387, CLASS_PUNCTUATION},
    {0x55A, 0x55F, CLASS_PUNCTUATION},   /* Armenian */
    {0x589, 0x58A, CLASS_PUNCTUATION},
    {0x5BE, 0x5BE, CLASS_SYMBOL},        /* Hebrew */
    {0x60C, 0x60D, CLASS_PUNCTUATION},   /* Arabic */
    {0x61B, 0x61F, CLASS_PUNCTUATION},
    {0x66A, 0x66D, CLASS_SYMBOL},
    {0x6D4, 0x6D4, CLASS_PUNCTUATION},
    {0x964, 0x965, CLASS_PUNCTUATION},   /* Devanagari and its kin */
    {0xE01, 0xE3A, CLASS_DENSE_4},       /* Thai */
    {0xE3F, 0xE3F, CLASS_SYMBOL},
    {0xE40, 0xE4E, CLASS_DENSE_4},
    {0xE80, 0xEFF, CLASS_DENSE_4},       /* Lao */
    {0xF00, 0xF0C, CLASS_DENSE_4},       /* Tibetan */
    {0xF0D, 0xF0D, CLASS_PUNCTUATION},
    {0xF0E, 0xFFF, CLASS_DENSE_4},
    {0x1000, 0x1049, CLASS_DENSE_4},     /* Myanmar */
    {0x104A, 0x104B, CLASS_PUNCTUATION},
    {0x1361, 0x1368, CLASS_PUNCTUATION}, /* Ethiopic */
    {0x1680, 0x1680, CLASS_BLANK},
    {0x1780, 0x17D3, CLASS_DENSE_4},     /* Khmer */
    {0x17D4, 0x17DA, CLASS_PUNCTUATION},
    {0x180E, 0x180E, CLASS_NOTHING},
    {0x2000, 0x200A, CLASS_BLANK},
    {0x200B, 0x200F, CLASS_NOTHING},
    {0x2010, 0x2025, CLASS_SYMBOL},
    {0x2026, 0x2026, CLASS_PUNCTUATION}, /* … */
    {0x2027, 0x2027, CLASS_SYMBOL},
    {0x2028, 0x2029, CLASS_BLANK},
    {0x202A, 0x202E, CLASS_NOTHING},
    {0x202F, 0x202F, CLASS_BLANK},
    {0x2030, 0x203B, CLASS_SYMBOL},
    {0x203C, 0x203D, CLASS_PUNCTUATION},
    {0x203E, 0x2046, CLASS_SYMBOL},
    {0x2047, 0x2049, CLASS_PUNCTUATION},
    {0x204A, 0x205E, CLASS_SYMBOL},
    {0x205F, 0x205F, CLASS_BLANK},
    {0x2060, 0x206F, CLASS_NOTHING},
    {0x207A, 0x207E, CLASS_SYMBOL},
    {0x208A, 0x208E, CLASS_SYMBOL},
    {0x20A0, 0x20CF, CLASS_SYMBOL},      /* currency */
    {0x2190, 0x2BFF, CLASS_SYMBOL},      /* arrows, mathematics, boxes, dingbats */
    {0x2E00, 0x2E7F, CLASS_SYMBOL},
    {0x3000, 0x3000, CLASS_BLANK},
    {0x3001, 0x3002, CLASS_PUNCTUATION}, /* 、 。 */
    {0x3003, 0x3004, CLASS_SYMBOL},
    {0x3008, 0x3020, CLASS_SYMBOL},
    {0x3030, 0x3030, CLASS_SYMBOL},
    {0x3040, 0x30FA, CLASS_DENSE_1},     /* kana */
    {0x30FB, 0x30FB, CLASS_SYMBOL},
    {0x30FC, 0x30FF, CLASS_DENSE_1},
    {0x3400, 0x4DBF, CLASS_DENSE_1},     /* Han */
    {0x4E00, 0x9FFF, CLASS_DENSE_1},
    {0xE000, 0xF8FF, CLASS_NOTHING},     /* private use: icon fonts */
    {0xF900, 0xFAFF, CLASS_DENSE_1},
    {0xFD3E, 0xFD3F, CLASS_SYMBOL},
    {0xFE00, 0xFE0F, CLASS_NOTHING},
    {0xFE10, 0xFE19, CLASS_PUNCTUATION},
    {0xFE30, 0xFE4F, CLASS_SYMBOL},
    {0xFEFF, 0xFEFF, CLASS_NOTHING},
    {0xFF01, 0xFF01, CLASS_PUNCTUATION}, /* full width */
    {0xFF02, 0xFF0B, CLASS_SYMBOL},
    {0xFF0C, 0xFF0C, CLASS_PUNCTUATION},
    {0xFF0D, 0xFF0D, CLASS_SYMBOL},
    {0xFF0E, 0xFF0E, CLASS_PUNCTUATION},
    {0xFF0F, 0xFF0F, CLASS_SYMBOL},
    {0xFF1A, 0xFF1B, CLASS_PUNCTUATION},
    {0xFF1C, 0xFF1E, CLASS_SYMBOL},
    {0xFF1F, 0xFF1F, CLASS_PUNCTUATION},
    {0xFF20, 0xFF20, CLASS_SYMBOL},
    {0xFF3B, 0xFF40, CLASS_SYMBOL},
    {0xFF5B, 0xFF60, CLASS_SYMBOL},
    {0xFF61, 0xFF61, CLASS_PUNCTUATION},
    {0xFF62, 0xFF63, CLASS_SYMBOL},
    {0xFF64, 0xFF64, CLASS_PUNCTUATION},
    {0xFF66, 0xFF9F, CLASS_DENSE_1},
    {0xFFE0, 0xFFEE, CLASS_SYMBOL},
    {0xFFF0, 0xFFFB, CLASS_NOTHING},
    {0xFFFC, 0xFFFD, CLASS_SYMBOL},
    {0x1F000, 0x1FAFF, CLASS_SYMBOL},    /* pictographs */
    {0x20000, 0x3FFFF, CLASS_DENSE_1},
    {0xE0000, 0xE0FFF, CLASS_NOTHING},
};

static character_class class_of(uint32_t code_point)
{
    if (code_point < 0x80)
        return (character_class)class_of_ascii[code_point];
    size_t low = 0;
    size_t high = sizeof ranges / sizeof *ranges;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (code_point > ranges[middle].last)
            low = middle + 1;
        else
            high = middle;
    }
    return low < sizeof ranges / sizeof *ranges && code_point >= ranges[low].first
               ? ranges[low].class : CLASS_LETTER;
}

bool pith_is_blank(pith_str text)
{
    size_t at = 0;
    while (at < text.size && pith_is_space(text.data[at])) /* most are no more than this */
        at++;
    while (at < text.size) {
        uint32_t code_point;
        at += pith_utf8_decode(text.data + at, text.size - at, &code_point);
        character_class class = class_of(code_point);
        if (class != CLASS_BLANK && class != CLASS_NOTHING)
            return false;
    }
    return true;
}

static uint64_t scramble(uint64_t hash, uint64_t value)
{
    hash = (hash ^ value) * UINT64_C(0x9e3779b97f4a7c15);
    return hash ^ hash >> 32;
}

void pith_measure_begin(pith_measure *measure)
{
    *measure = (pith_measure){.fingerprint = UINT64_C(0xcbf29ce484222325)};
}

/*
 * Takes a character into the fingerprint: eight at a time are gathered, then
 * mixed in as FNV-1a (Fowler, Noll, Vo) does it with bytes.
 */
static void mix(pith_measure *measure, uint32_t value)
{
    measure->gathered = measure->gathered << 8 ^ value;
    if (++measure->gathered_count % 8 == 0)
        measure->fingerprint = scramble(measure->fingerprint, measure->gathered);
}

uint64_t pith_measure_fingerprint(const pith_measure *measure)
{
    return scramble(scramble(measure->fingerprint, measure->gathered), measure->gathered_count);
}

static void add_dense(pith_measure *measure, uint32_t characters_a_word)
{
    measure->in_word = false;
    if (++measure->dense >= characters_a_word) {
        measure->dense = 0;
        measure->word_count++;
    }
}

/* An ASCII mark inside a word or number (3.14, 10:30, www.example) is none of a sentence. */
static bool ends_phrase(pith_str text, size_t after)
{
    if (after >= text.size)
        return true;
    uint32_t code_point;
    pith_utf8_decode(text.data + after, text.size - after, &code_point);
    character_class class = class_of(code_point);
    return class != CLASS_LETTER && class != CLASS_DIGIT;
}

bool pith_measure_ends_sentence(const pith_measure *measure)
{
    switch (measure->last) {
    case ',':
    case 0x60C:  /* Arabic comma */
    case 0x3001: /* ideographic commas */
    case 0xFF0C:
    case 0xFF64:
        return false;
    case '"':
    case 0xBB:   /* » ” */
    case 0x201D:
    case 0x300D: /* 」 */
        return true;
    default:
        return class_of(measure->last) == CLASS_PUNCTUATION;
    }
}

/* Any character but an ASCII letter or digit. */
static void add_character(pith_measure *measure, character_class class, uint32_t code_point)
{
    switch (class) {
    case CLASS_DIGIT:
        measure->digit_count++;
        /* fall through */
    case CLASS_LETTER:
        measure->word_count += !measure->in_word;
        measure->in_word = true;
        break;
    case CLASS_PUNCTUATION:
        measure->punctuation++;
        measure->in_word = false;
        return;
    case CLASS_DENSE_1:
        add_dense(measure, 1);
        break;
    case CLASS_DENSE_4:
        add_dense(measure, 4);
        break;
    default:
        measure->in_word = false;
        return;
    }
    mix(measure, code_point);
}

/* The longest run of ASCII letters and digits at the start of the text, taken in at once. */
static size_t add_word(pith_measure *measure, pith_str text)
{
    uint64_t gathered = measure->gathered;
    uint32_t count = measure->gathered_count;
    uint32_t digits = 0, capitals = 0;
    size_t size = 0;
    for (; size < text.size; size++) {
        unsigned char byte = (unsigned char)text.data[size];
        if (byte >= 0x80 || class_of_ascii[byte] > CLASS_DIGIT)
            break;
        digits += class_of_ascii[byte] == CLASS_DIGIT;
        capitals += (unsigned char)(byte - 'A') < 26;
        gathered = gathered << 8 ^ (unsigned char)pith_to_lower((char)byte);
        if (++count % 8 == 0)
            measure->fingerprint = scramble(measure->fingerprint, gathered);
    }
    if (size > 0) {
        measure->gathered = gathered;
        measure->gathered_count = count;
        measure->digit_count += digits;
        measure->capital_count += capitals;
        measure->word_count += !measure->in_word;
        measure->in_word = true;
        measure->last = (unsigned char)text.data[size - 1];
    }
    return size;
}

void pith_measure_text(pith_measure *measure, pith_str text, bool linked)
{
    uint32_t before = measure->text_size;
    for (size_t at = 0; at < text.size;) {
        uint32_t code_point = (unsigned char)text.data[at];
        size_t size = 1;
        if (code_point >= 0x80)
            size = pith_utf8_decode(text.data + at, text.size - at, &code_point);
        character_class class = class_of(code_point);
        if (class == CLASS_BLANK) {
            pith_measure_space(measure);
        } else if (class != CLASS_NOTHING) {
            measure->text_size += measure->space && measure->text_size > 0;
            measure->space = false;
            if (code_point < 0x80 && class <= CLASS_DIGIT) {
                size = add_word(measure, (pith_str){text.data + at, text.size - at});
            } else {
                if (class == CLASS_PUNCTUATION && code_point < 0x80 &&
                    !ends_phrase(text, at + size))
                    class = CLASS_SYMBOL;
                measure->last = code_point;
                add_character(measure, class, code_point);
            }
            measure->text_size += (uint32_t)size;
        }
        at += size;
    }
    if (linked)
        measure->link_size += measure->text_size - before;
}
