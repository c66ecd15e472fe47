/* SPDX-License-Identifier: Apache-2.0 */
#include "label/lexicon.h"

#include "base/utf8.h"

/* The word, of ASCII letters, as two numbers; false if it is too long to be known. */
static bool pack(pith_str word, uint64_t *low, uint64_t *high)
{
    *low = 0;
    *high = 0;
    if (word.size > 16)
        return false;
    for (size_t i = 0; i < word.size; i++) {
        *high = *high << 8 | *low >> 56;
        *low = *low << 8 | (unsigned char)(word.data[i] | 0x20);
    }
    return true;
}

/* The topics of the word; 0 if it is none of ours. */
static uint32_t look_up(pith_str word)
{
    uint64_t low;
    uint64_t high;
    if (!pack(word, &low, &high))
        return 0;
    uint32_t from = 0;
    uint32_t to = pith_lexicon_word_count;
    while (from < to) {
        uint32_t middle = (from + to) / 2;
        const pith_lexicon_word *known = &pith_lexicon_words[middle];
        if (known->high == high && known->low == low)
            return known->topics;
        bool below = known->high != high ? known->high < high : known->low < low;
        from = below ? middle + 1 : from;
        to = below ? to : middle;
    }
    return 0;
}

static bool is_upper(char byte)
{
    return (unsigned char)(byte - 'A') < 26;
}

static bool is_lower(char byte)
{
    return (unsigned char)(byte - 'a') < 26;
}

/* The length of the word at the start of `text`, which is a letter. */
static size_t word_size(pith_str text)
{
    size_t size = 0;
    while (size < text.size && is_upper(text.data[size]))
        size++;
    bool lower_follows = size < text.size && is_lower(text.data[size]);
    if (size > 1)
        return lower_follows ? size - 1 : size; /* "HTMLBody": "HTML", "Body" */
    while (size < text.size && is_lower(text.data[size]))
        size++;
    return size;
}

uint32_t pith_lexicon_topics(pith_str names)
{
    uint32_t topics = 0;
    while (names.size > 0) {
        size_t size = pith_is_alpha(names.data[0]) ? word_size(names) : 0;
        if (size > 1)
            topics |= look_up((pith_str){names.data, size});
        size += size == 0;
        names.data += size;
        names.size -= size;
    }
    return topics;
}

/* The start of the heading in lower case, from its first letter on. */
static size_t fold_start(pith_str heading, char *out, size_t room)
{
    size_t size = 0;
    for (size_t at = 0; at < heading.size && size + PITH_UTF8_MAX <= room;) {
        uint32_t c;
        at += pith_utf8_decode(heading.data + at, heading.size - at, &c);
        if (size > 0 || c >= 0xC0 || (c < 0x80 && pith_is_alpha((char)c)))
            size += pith_utf8_encode(pith_fold(c), out + size);
    }
    return size;
}

pith_cue pith_lexicon_cue(pith_str heading)
{
    char text[64];
    size_t size = fold_start(heading, text, sizeof text);
    if (size == 0)
        return PITH_CUE_NONE;
    unsigned char first = (unsigned char)text[0];
    for (uint32_t i = pith_lexicon_first_phrases[first];
         i < pith_lexicon_first_phrases[first + 1]; i++) {
        pith_str phrase = pith_lexicon_phrases[i].text;
        if (phrase.size <= size && memcmp(phrase.data, text, phrase.size) == 0)
            return pith_lexicon_phrases[i].cue;
    }
    return PITH_CUE_NONE;
}
