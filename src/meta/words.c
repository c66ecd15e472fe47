/* SPDX-License-Identifier: Apache-2.0 */
#include "meta/words.h"
#include "base/utf8.h"

int pith_digit_value(uint32_t c)
{
    static const uint32_t zeros[] = {
        '0',    0x660, /* Arabic-Indic */
        0x6F0,         /* Persian and Urdu */
        0x966,         /* Devanagari */
        0x9E6,         /* Bengali */
        0xE50,         /* Thai */
        0xFF10,        /* full width */
    };
    for (size_t i = 0; i < sizeof zeros / sizeof *zeros; i++)
        if (c >= zeros[i] && c <= zeros[i] + 9)
            return (int)(c - zeros[i]);
    return -1;
}

bool pith_is_letter(uint32_t c)
{
    if (c < 0x80)
        return pith_is_alpha((char)c);
    if (c < 0xC0)
        return c == 0xAA || c == 0xB5 || c == 0xBA;
    if (c == 0x60C || c == 0x61B || c == 0x61F || c == 0x6D4 || c == 0xFEFF)
        return false;
    if (c >= 0x2000 && c <= 0x2BFF)
        return c == 0x200C; /* the Persian half-space joins words */
    return !(c >= 0x3000 && c <= 0x3004) && !(c >= 0x3008 && c <= 0x3020) &&
           !(c >= 0xFF00 && c <= 0xFF20) && !(c >= 0xE000 && c <= 0xF8FF) &&
           !(c >= 0x1F000 && c <= 0x1FAFF);
}

/* ---- Keys --------------------------------------------------------------- */

pith_key pith_key_of(pith_str text)
{
    pith_key key;
    key.size = 0; /* the rest is not read */
    for (size_t at = 0; at < text.size && key.size <= PITH_KEY_MAX - PITH_UTF8_MAX;) {
        uint32_t c;
        char byte = text.data[at];
        if ((unsigned char)byte < 0x80) { /* the short way for most */
            if (pith_is_alpha(byte) || pith_is_digit(byte))
                key.data[key.size++] = pith_to_lower(byte);
            at++;
            continue;
        }
        at += pith_utf8_decode(text.data + at, text.size - at, &c);
        if (pith_is_letter(c) || pith_digit_value(c) >= 0)
            key.size += pith_utf8_encode(pith_fold(c), key.data + key.size);
    }
    return key;
}

bool pith_key_equal(const pith_key *a, const pith_key *b)
{
    return a->size == b->size && memcmp(a->data, b->data, a->size) == 0;
}

bool pith_key_contains(const pith_key *whole, const pith_key *part)
{
    for (size_t at = 0; at + part->size <= whole->size; at++)
        if (memcmp(whole->data + at, part->data, part->size) == 0)
            return true;
    return false;
}

/* ---- Words -------------------------------------------------------------- */

enum { WORDS_MAX = 64 };

/* Hashes (FNV-1a) of the first words of a text; gives their number. */
static unsigned hash_words(pith_str text, uint32_t hashes[WORDS_MAX])
{
    unsigned count = 0;
    bool inside = false;
    for (size_t at = 0; at < text.size;) {
        uint32_t c;
        at += pith_utf8_decode(text.data + at, text.size - at, &c);
        bool word = pith_is_letter(c) || pith_digit_value(c) >= 0;
        if (word && !inside) {
            if (count == WORDS_MAX)
                break;
            hashes[count++] = 2166136261u;
        }
        if (word)
            hashes[count - 1] = (hashes[count - 1] ^ pith_fold(c)) * 16777619u;
        inside = word;
    }
    return count;
}

static double shared_words(pith_str a, pith_str b)
{
    uint32_t words_a[WORDS_MAX], words_b[WORDS_MAX];
    unsigned count_a = hash_words(a, words_a);
    unsigned count_b = hash_words(b, words_b);
    unsigned left = count_b, shared = 0;
    for (unsigned i = 0; i < count_a; i++) {
        for (unsigned k = 0; k < left; k++) {
            if (words_a[i] == words_b[k]) {
                words_b[k] = words_b[--left];
                shared++;
                break;
            }
        }
    }
    return count_a + count_b > 0 ? 2.0 * shared / (count_a + count_b) : 0;
}

double pith_agreement(pith_str a, pith_str b)
{
    pith_key key_a = pith_key_of(a);
    pith_key key_b = pith_key_of(b);
    if (key_a.size == 0 || key_b.size == 0)
        return 0;
    if (pith_key_equal(&key_a, &key_b))
        return 1;
    bool a_longer = key_a.size > key_b.size;
    const pith_key *longer = a_longer ? &key_a : &key_b;
    const pith_key *shorter = a_longer ? &key_b : &key_a;
    if (pith_key_contains(longer, shorter))
        return 0.5 + 0.4 * (double)shorter->size / (double)longer->size;
    return 0.9 * shared_words(a, b);
}

bool pith_str_contains(pith_str text, pith_str part)
{
    for (size_t at = 0; at + part.size <= text.size; at++)
        if (pith_str_equal_ignoring_case((pith_str){text.data + at, part.size}, part))
            return true;
    return false;
}

bool pith_str_ends_with(pith_str text, pith_str end)
{
    if (text.size < end.size)
        return false;
    pith_str tail = {text.data + text.size - end.size, end.size};
    return pith_str_equal_ignoring_case(tail, end);
}

bool pith_list_has(const char *list, pith_str word)
{
    for (const char *at = list; at[1] != '\0';) {
        const char *end = strchr(at + 1, '|');
        if (pith_str_equal_ignoring_case((pith_str){at + 1, (size_t)(end - at - 1)}, word))
            return true;
        at = end;
    }
    return false;
}
