/* SPDX-License-Identifier: Apache-2.0 */
#include "text/traits.h"

#include "base/hash.h"
#include "base/utf8.h"

/* What a character is to a line. */
typedef enum kind {
    KIND_SMALL,
    KIND_CAPITAL,
    KIND_LETTER,    /* of a script without case */
    KIND_DENSE,     /* of a script without spaces */
    KIND_DIGIT,
    KIND_SPACE,
    KIND_STOP,      /* ends a sentence */
    KIND_QUESTION,
    KIND_COMMA,
    KIND_COLON,
    KIND_QUOTE,
    KIND_BRACKET,
    KIND_SEPARATOR,
    KIND_SYMBOL,    /* currency and the like */
    KIND_CUT,       /* … */
    KIND_OTHER
} kind;

/* By their letters here: s small, C capital, d digit, _ space and so on. */
enum {
    s = KIND_SMALL, C = KIND_CAPITAL, d = KIND_DIGIT, _ = KIND_SPACE, T = KIND_STOP,
    U = KIND_QUESTION, M = KIND_COMMA, N = KIND_COLON, Q = KIND_QUOTE, B = KIND_BRACKET,
    P = KIND_SEPARATOR, Y = KIND_SYMBOL, o = KIND_OTHER
};

static const uint8_t ascii_kinds[128] = {
    o, o, o, o, o, o, o, o, o, _, _, _, _, _, o, o,
    o, o, o, o, o, o, o, o, o, o, o, o, o, o, o, o,
    _, U, Q, Y, Y, Y, Y, Q, B, B, P, P, M, o, T, P,
    d, d, d, d, d, d, d, d, d, d, N, N, P, o, P, U,
    Y, C, C, C, C, C, C, C, C, C, C, C, C, C, C, C,
    C, C, C, C, C, C, C, C, C, C, C, B, P, B, o, o,
    o, s, s, s, s, s, s, s, s, s, s, s, s, s, s, s,
    s, s, s, s, s, s, s, s, s, s, s, B, P, B, P, o,
};

static kind kind_of_mark(uint32_t c)
{
    switch (c) {
    case 0xA0: case 0x3000: return KIND_SPACE;
    case 0x964: case 0x6D4: case 0x589: case 0x3002: case 0xFF0E: case 0xFF61: return KIND_STOP;
    case 0x61F: case 0x37E: case 0xFF01: case 0xFF1F: return KIND_QUESTION;
    case 0x60C: case 0x3001: case 0xFF0C: return KIND_COMMA;
    case 0x61B: case 0xFF1A: case 0xFF1B: return KIND_COLON;
    case 0xAB: case 0xBB: case 0x2018: case 0x2019: case 0x201A: case 0x201C: case 0x201D:
    case 0x201E: case 0x300C: case 0x300D: case 0x300E: case 0x300F: return KIND_QUOTE;
    case 0x3010: case 0x3011: case 0xFF08: case 0xFF09: return KIND_BRACKET;
    case 0xB7: case 0x2022: case 0x203A: case 0x2039: case 0x2192: case 0x2190:
    case 0x25BA: case 0x25B8: case 0x25CF: case 0xFF5C: return KIND_SEPARATOR;
    case 0xA9: case 0xAE: case 0xA3: case 0xA5: case 0x2122: return KIND_SYMBOL;
    case 0x2026: return KIND_CUT;
    default: return KIND_OTHER;
    }
}

static bool is_mark(uint32_t c)
{
    return c < 0xC0 || c == 0xD7 || c == 0xF7 || (c >= 0x2000 && c < 0x2C00) ||
           (c >= 0x3000 && c < 0x3040) || (c >= 0xFF00 && c < 0xFF10) ||
           (c >= 0xFF1A && c < 0xFF21) || (c >= 0xFF5B && c < 0xFF66) || c == 0x60C ||
           c == 0x61B || c == 0x61F || c == 0x6D4 || c == 0x964 || c == 0x589 || c == 0x37E ||
           (c >= 0x1F000 && c < 0x20000) || c >= 0xE0000;
}

static bool is_capital(uint32_t c)
{
    return (c >= 0xC0 && c <= 0xDE) || (c >= 0x391 && c <= 0x3A9) || (c >= 0x400 && c <= 0x42F) ||
           (c >= 0x531 && c <= 0x556) || (c >= 0x100 && c < 0x180 && c % 2 == 0);
}

static kind kind_of(uint32_t c)
{
    if (c < 0x80)
        return (kind)ascii_kinds[c];
    if (is_mark(c))
        return kind_of_mark(c);
    if (c < 0x590)
        return is_capital(c) ? KIND_CAPITAL : KIND_SMALL;
    bool dense = (c >= 0xE00 && c < 0x1050) || (c >= 0x1780 && c < 0x1800) ||
                 (c >= 0x3040 && c < 0xA000) || (c >= 0xF900 && c < 0xFB00) || c >= 0x20000;
    return dense ? KIND_DENSE : KIND_LETTER;
}

/* ---- One line ----------------------------------------------------------- */

typedef struct reading {
    pith_traits *traits;
    pith_word_list *list;
    uint32_t first_word; /* of the line, in the list */
    uint64_t hash;       /* of the word at hand */
    uint32_t letters;    /* of the word at hand, characters; 0 between words */
    uint32_t size;       /* of it, bytes */
    uint32_t digits;     /* of it, if it has nothing else */
    uint32_t number;
    uint32_t dense, characters;
    uint32_t before[2];  /* the last characters of a script without spaces */
    uint64_t shape;
    uint32_t shape_size;
    kind shape_last;
    uint32_t stops;      /* sentence marks so far */
} reading;

static void count(uint16_t *counter)
{
    *counter = (uint16_t)(*counter + (*counter < UINT16_MAX));
}

static void add_word(reading *r, uint64_t hash)
{
    pith_word_list *list = r->list;
    if (list->failed || list->count - r->first_word >= PITH_LINE_WORDS)
        return;
    void *words = list->words;
    if (!pith_array_grow(list->memory, &words, &list->capacity, list->count + 1,
                         sizeof *list->words)) {
        list->failed = true;
        return;
    }
    list->words = words;
    list->words[list->count++] = (uint32_t)(hash >> 32);
}

static void end_word(reading *r)
{
    enum { LONG = 4, YEAR = 4, FIRST_YEAR = 1900, LAST_YEAR = 2099 };
    if (r->letters == 0)
        return;
    if (r->digits == r->letters) {
        if (r->digits == YEAR && r->number >= FIRST_YEAR && r->number <= LAST_YEAR)
            count(&r->traits->years);
    } else if (r->letters >= LONG) {
        add_word(r, r->hash);
    }
    if (r->size > r->traits->longest_word)
        r->traits->longest_word = (uint16_t)(r->size < UINT16_MAX ? r->size : UINT16_MAX);
    r->letters = r->size = r->digits = r->number = 0;
}

static void take_letter(reading *r, uint32_t c, kind k, size_t size)
{
    if (r->letters == 0) {
        r->hash = 0;
        if (k != KIND_LETTER)
            count(&r->traits->cased_words);
        if (k == KIND_CAPITAL)
            count(&r->traits->capital_words);
    }
    r->hash = pith_hash_word(r->hash, pith_fold(c));
    r->letters++;
    r->size += (uint32_t)size;
    if (k == KIND_DIGIT && r->digits < 5) {
        r->digits++;
        r->number = r->number * 10 + (c - '0');
    }
}

static void take_dense(reading *r, uint32_t c)
{
    end_word(r);
    r->dense++;
    bool han = c >= 0x3040;
    if (r->before[1] != 0 && (han || r->before[0] != 0))
        add_word(r, pith_hash_word(pith_hash_word(han ? 0 : r->before[0], r->before[1]), c));
    r->before[0] = r->before[1];
    r->before[1] = c;
}

static void take_mark(reading *r, kind k)
{
    pith_traits *traits = r->traits;
    switch (k) {
    case KIND_COMMA: count(&traits->commas); break;
    case KIND_QUOTE: count(&traits->quotes); break;
    case KIND_BRACKET: count(&traits->brackets); break;
    case KIND_SEPARATOR: count(&traits->separators); break;
    case KIND_SYMBOL: count(&traits->symbols); break;
    default: break;
    }
}

/* The line's shape: each run of letters, digits or spaces counts as one. */
static void take_shape(reading *r, uint32_t c, kind k)
{
    enum { LONGEST = 40 };
    kind rough = k <= KIND_DENSE ? KIND_SMALL : k;
    if (r->shape_size >= LONGEST || (rough == r->shape_last && rough <= KIND_SPACE))
        return;
    r->shape = pith_hash_word(r->shape, rough > KIND_SPACE ? c : (uint32_t)rough);
    r->shape_size++;
    r->shape_last = rough;
}

/* A colon or slash or stop between two digits. */
static bool parts_numbers(pith_str line, size_t at)
{
    return at > 0 && at + 1 < line.size && pith_is_digit(line.data[at - 1]) &&
           pith_is_digit(line.data[at + 1]);
}

static bool begins_address(pith_str rest)
{
    return (rest.size > 7 && (memcmp(rest.data, "http://", 7) == 0 ||
                              memcmp(rest.data, "https:/", 7) == 0)) ||
           (rest.size > 4 && memcmp(rest.data, "www.", 4) == 0);
}

static void take(reading *r, pith_str line, size_t at, size_t size, uint32_t c, kind k)
{
    r->characters += k != KIND_SPACE;
    take_shape(r, c, k);
    if (k <= KIND_LETTER || k == KIND_DIGIT) {
        if (r->letters == 0 && (c == 'h' || c == 'w') && begins_address(pith_str_from(line, at)))
            count(&r->traits->addresses);
        take_letter(r, c, k, size);
        return;
    }
    if (k == KIND_DENSE) {
        take_dense(r, c);
        return;
    }
    if ((c == '\'' || c == 0x2019) && r->letters > 0)
        return; /* inside a word, or at its end */
    if (c == '@' && r->letters > 0)
        count(&r->traits->addresses);
    if ((c == ':' || c == '/' || c == '.') && parts_numbers(line, at)) {
        if (c != '.')
            count(&r->traits->times);
        end_word(r);
        return;
    }
    end_word(r);
    r->before[0] = r->before[1] = 0;
    take_mark(r, k);
    bool inside = c == '.' && at + 1 < line.size && !pith_is_space(line.data[at + 1]);
    r->stops += (k == KIND_STOP && !inside) || k == KIND_QUESTION;
}

static bool ends_with(pith_str text, const char *end)
{
    size_t size = strlen(end);
    return text.size >= size && memcmp(text.data + text.size - size, end, size) == 0;
}

/* The last character's kind decides; closing brackets after an ellipsis do not count. */
static pith_line_ending ending_of(pith_str line, kind last)
{
    pith_str cut = line;
    while (cut.size > 0 && (cut.data[cut.size - 1] == ']' || cut.data[cut.size - 1] == ')'))
        cut.size--;
    if (ends_with(cut, "…") || ends_with(cut, "..."))
        return PITH_ENDS_CUT_OFF;
    switch (last) {
    case KIND_STOP: return PITH_ENDS_WITH_STOP;
    case KIND_QUESTION: return PITH_ENDS_WITH_QUESTION;
    case KIND_COLON: return PITH_ENDS_WITH_COLON;
    case KIND_COMMA: return PITH_ENDS_WITH_COMMA;
    case KIND_QUOTE: return PITH_ENDS_WITH_QUOTE;
    case KIND_BRACKET: return PITH_ENDS_WITH_BRACKET;
    case KIND_DIGIT: return PITH_ENDS_WITH_DIGIT;
    case KIND_SMALL: case KIND_CAPITAL: case KIND_LETTER: case KIND_DENSE:
        return PITH_ENDS_WITH_WORD;
    default: return PITH_ENDS_WITH_SYMBOL;
    }
}

static pith_line_opening opening_of(kind first)
{
    switch (first) {
    case KIND_CAPITAL: return PITH_OPENS_WITH_CAPITAL;
    case KIND_SMALL: return PITH_OPENS_WITH_SMALL;
    case KIND_LETTER: case KIND_DENSE: return PITH_OPENS_WITH_LETTER;
    case KIND_DIGIT: return PITH_OPENS_WITH_DIGIT;
    case KIND_QUOTE: return PITH_OPENS_WITH_QUOTE;
    default: return PITH_OPENS_WITH_SYMBOL;
    }
}

void pith_traits_read(pith_str line, pith_traits *traits, pith_word_list *list)
{
    reading r = {.traits = traits, .list = list, .first_word = list->count,
                 .shape_last = KIND_OTHER};
    kind first = KIND_OTHER, last = KIND_OTHER;
    uint32_t stops_before_last = 0;
    for (size_t at = 0; at < line.size;) {
        uint32_t c;
        size_t size = pith_utf8_decode(line.data + at, line.size - at, &c);
        kind k = kind_of(c);
        if (at == 0)
            first = k;
        if (!pith_is_space(line.data[at]))
            last = k;
        else
            stops_before_last = r.stops;
        take(&r, line, at, size, c, k);
        at += size;
    }
    end_word(&r);
    traits->long_words = (uint16_t)(list->count - r.first_word);
    traits->dense_share =
        (uint16_t)(r.characters > 0 ? r.dense * UINT64_C(1000) / r.characters : 0);
    traits->inner_marks =
        (uint16_t)(stops_before_last < UINT16_MAX ? stops_before_last : UINT16_MAX);
    traits->ending = (uint8_t)ending_of(line, last);
    traits->opening = (uint8_t)opening_of(first);
    traits->shape = (uint32_t)(r.shape >> 16);
}

pith_str pith_paragraph_text(const pith_html_tree *tree, const pith_block *block)
{
    const pith_html_node *first = &tree->nodes[block->first], *last = &tree->nodes[block->last];
    size_t size = (size_t)last->start + last->extent - first->start;
    return pith_str_trim((pith_str){tree->text + first->start, size});
}
