/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The tokenizer (HTML standard, 13.2.5), compiled once for each instruction set
 * (PITH_ISA names it). It hops from one byte that matters to the next and tells
 * the tree builder each token by a direct call; the standard's states are places
 * in this code. Parse errors are not reported.
 *
 * The text is followed by zeros, and a zero ends every loop that looks ahead;
 * whether it is the end is then checked against parser->end. Bytes before
 * that are never skipped for being zero.
 */
#include "html/lanes.h"
#include "html/sink.h"
#include "html/tokenizer.h"

#define JOIN_NAME(a, b) a##b
#define EXPAND_NAME(a, b) JOIN_NAME(a, b)
#define TOKENIZE EXPAND_NAME(pith_html_tokenize_, PITH_ISA)

/* ---- Hops ----------------------------------------------------------------- */

/* The first `byte` from `at` on, or `end`. */
static inline const char *find_byte(const char *at, const char *end, char byte)
{
    while (at < end) {
        lane_mask mask = mask_of(equal_lanes(load_lanes(at), byte));
        if (mask != 0) {
            at += first_lane(mask);
            return at < end ? at : end;
        }
        at += LANES;
    }
    return end;
}

/*
 * The first "<" from `at` on, or `end`; sets *decode if a byte before it is
 * "&", CR or NUL, which text has to be decoded for.
 */
static inline const char *find_markup(const char *at, const char *end, bool *decode)
{
    while (at < end) {
        lanes bytes = load_lanes(at);
        lane_mask markup = mask_of(equal_lanes(bytes, '<'));
        lane_mask special = mask_of(or_lanes(
            or_lanes(equal_lanes(bytes, '&'), equal_lanes(bytes, '\r')), equal_lanes(bytes, '\0')));
        unsigned count = markup != 0 ? first_lane(markup) : LANES;
        if ((size_t)(end - at) < count)
            count = (unsigned)(end - at);
        if (count < LANES) {
            *decode |= lanes_before(special, count) != 0;
            return at + count;
        }
        *decode |= special != 0;
        at += LANES;
    }
    return end;
}

/* ---- Names ---------------------------------------------------------------- */

/* Masks that keep the first n bytes of a pair of words. */
#define LOW(n) ((n) >= 8 ? ~UINT64_C(0) : (UINT64_C(1) << (n) % 8 * 8) - 1)
#define HIGH(n) ((n) <= 8 ? 0 : (n) == 16 ? ~UINT64_C(0) : (UINT64_C(1) << (n) % 8 * 8) - 1)
#define PAIR(n) {LOW(n), HIGH(n)}
static const uint64_t keep_first[17][2] = {
    PAIR(0), PAIR(1), PAIR(2),  PAIR(3),  PAIR(4),  PAIR(5),  PAIR(6),  PAIR(7), PAIR(8),
    PAIR(9), PAIR(10), PAIR(11), PAIR(12), PAIR(13), PAIR(14), PAIR(15), PAIR(16),
};
#undef LOW
#undef HIGH
#undef PAIR

/*
 * The first bytes of a name as the two words of a pith_name_key. Bit 5 makes
 * capitals small; what else it changes stands in no name of our lists.
 */
static inline void name_words(const char *name, size_t size, uint64_t words[2])
{
    const uint64_t lower = UINT64_C(0x2020202020202020);
    words[0] = (load_word(name) | lower) & keep_first[size][0];
    words[1] = (load_word(name + 8) | lower) & keep_first[size][1];
}

static inline bool ends_tag_name(char byte)
{
    return pith_is_space(byte) || byte == '/' || byte == '>';
}

static inline const char *tag_name_end(const char *at, const char *end)
{
    for (;; at += LANES) {
        lanes bytes = load_lanes(at);
        lane_mask mask = mask_of(or_lanes(
            at_most_lanes(bytes, ' '), or_lanes(equal_lanes(bytes, '/'), equal_lanes(bytes, '>'))));
        if (mask == 0)
            continue;
        at += first_lane(mask);
        if (ends_tag_name(*at) || at >= end)
            return at;
        while (at < end && !ends_tag_name(*at)) /* a control character: part of the name */
            at++;
        return at;
    }
}

static inline uint32_t tag_number(pith_html_parser *parser, const char *name, size_t size)
{
    if (size <= 16) {
        uint64_t words[2];
        name_words(name, size, words);
        uint32_t number = pith_tag_find(words[0], words[1]);
        if (number != 0)
            return number;
    }
    return pith_html_intern(parser, name, (uint32_t)size);
}

static inline bool ends_attribute_name(char byte)
{
    return ends_tag_name(byte) || byte == '=';
}

/* `at` is at the first byte, which may be "=" and is part of the name all the same. */
static inline const char *attribute_name_end(const char *at, const char *end)
{
    at += *at == '=';
    for (;; at += LANES) {
        lanes bytes = load_lanes(at);
        lane_mask mask =
            mask_of(or_lanes(or_lanes(at_most_lanes(bytes, ' '), equal_lanes(bytes, '=')),
                             or_lanes(equal_lanes(bytes, '/'), equal_lanes(bytes, '>'))));
        if (mask == 0)
            continue;
        at += first_lane(mask);
        if (ends_attribute_name(*at) || at >= end)
            return at;
        while (at < end && !ends_attribute_name(*at))
            at++;
        return at;
    }
}

/* PITH_ATTRIBUTE_…, or PITH_ATTRIBUTE_OTHER with a hash of the name in lower case. */
static inline uint32_t attribute_number(const char *name, size_t size)
{
    uint64_t words[2];
    name_words(name, size <= 16 ? size : 16, words);
    if (size <= 16) {
        uint32_t number = pith_attribute_find(words[0], words[1]);
        if (number != 0)
            return number;
    }
    uint64_t hash = (words[0] ^ size) * UINT64_C(0x9E3779B97F4A7C15);
    hash = (hash ^ hash >> 32 ^ words[1]) * UINT64_C(0xD6E8FEB86659FD93);
    for (size_t i = 16; i < size; i++)
        hash = (hash ^ (unsigned char)(name[i] | 0x20)) * UINT64_C(0x100000001B3);
    return (uint32_t)(hash >> 33) | PITH_ATTRIBUTE_OTHER;
}

/* ---- Attributes ----------------------------------------------------------- */

/*
 * Adds an attribute to the tag at hand unless it has one of that name. `seen`
 * has a bit for each name that the tag may have.
 */
static inline void add_attribute(pith_html_parser *parser, pith_html_attribute attribute,
                                 const char *name, size_t name_size, uint64_t *seen)
{
    uint32_t first = parser->tag.first_attribute;
    uint64_t bit = UINT64_C(1) << (attribute.name & 63);
    if ((*seen & bit) != 0 &&
        pith_html_has_attribute(parser, first, attribute.name, (pith_str){name, name_size}))
        return;
    *seen |= bit;
    if (parser->attribute_count - first >= parser->limits.attributes) {
        parser->limits_hit |= PITH_LIMIT_ATTRIBUTES;
        return;
    }
    if (parser->attribute_count == parser->attribute_capacity)
        pith_html_grow_attributes(parser);
    parser->attributes[parser->attribute_count++] = attribute;
}

static inline const char *skip_space(const char *at)
{
    while (pith_is_space(*at))
        at++;
    return at;
}

/* The value from `at`, behind the "="; NULL at the end of the file. */
static inline const char *attribute_value(const pith_html_parser *parser, const char *at,
                                          pith_html_attribute *attribute)
{
    const char *end = parser->end;
    if (*at != '"')
        at = skip_space(at);
    if (*at == '"' || *at == '\'') {
        const char *close = find_byte(at + 1, end, *at);
        if (close == end)
            return NULL;
        attribute->value_start = (uint32_t)(at + 1 - parser->text);
        attribute->value_size = (uint32_t)(close - at - 1);
        return close + 1;
    }
    const char *start = at;
    while (!pith_is_space(*at) && *at != '>' && at < end)
        at++;
    attribute->value_start = (uint32_t)(start - parser->text);
    attribute->value_size = (uint32_t)(at - start);
    return at;
}

/*
 * The states from "before attribute name" to the tag's end. Returns what is
 * behind ">", or NULL if the file ends within the tag, which is then no tag.
 */
static inline const char *attributes(pith_html_parser *parser, const char *at)
{
    const char *end = parser->end;
    uint64_t seen = 0;
    for (;;) {
        at = skip_space(at);
        if (*at == '>')
            break;
        if (*at == '/') {
            at++;
            if (*at == '>') {
                parser->tag.self_closing = true;
                break;
            }
            continue;
        }
        if (at >= end)
            return NULL;
        const char *name = at;
        at = attribute_name_end(at, end);
        size_t size = (size_t)(at - name);
        pith_html_attribute attribute = {
            .name = attribute_number(name, size),
            .name_start = (uint32_t)(name - parser->text),
        };
        if (pith_is_space(*at)) {
            const char *next = skip_space(at);
            at = *next == '=' ? next : at;
        }
        if (*at == '=') {
            at = attribute_value(parser, at + 1, &attribute);
            if (at == NULL)
                return NULL;
        }
        add_attribute(parser, attribute, name, size, &seen);
    }
    parser->tag.seen = seen;
    return at + 1;
}

/* ---- Tags ----------------------------------------------------------------- */

/* Reads a tag whose name begins at `name`; returns what is behind it, or NULL. */
static inline const char *read_tag(pith_html_parser *parser, const char *start, const char *name)
{
    parser->attribute_count = parser->attributes_kept;
    const char *at = tag_name_end(name, parser->end);
    parser->tag = (pith_html_tag){
        .name = tag_number(parser, name, (size_t)(at - name)),
        .start = (uint32_t)(start - parser->text),
        .first_attribute = parser->attribute_count,
    };
    return *at == '>' ? at + 1 : attributes(parser, at);
}

/* ---- Comments and their kin ------------------------------------------------ */

static inline uint32_t offset_of(const pith_html_parser *parser, const char *at)
{
    return (uint32_t)(at - parser->text);
}

/* The text between `start` and the next ">" is a comment's data. */
static const char *bogus_comment(pith_html_parser *parser, const char *start)
{
    const char *close = find_byte(start, parser->end, '>');
    pith_html_on_comment(parser, offset_of(parser, start), (uint32_t)(close - start));
    return close < parser->end ? close + 1 : close;
}

/* From behind "<!--". The comment ends with "-->", "--!>" or, at its start, ">" or "->". */
static const char *comment(pith_html_parser *parser, const char *start)
{
    const char *end = parser->end;
    const char *close = start;
    size_t size;
    for (;; close++) {
        close = find_byte(close, end, '>');
        size = (size_t)(close - start);
        if (close == end)
            break;
        if (size == 0 || (size == 1 && start[0] == '-')) {
            size = 0;
            break;
        }
        if (size >= 2 && close[-1] == '-' && close[-2] == '-') {
            size -= 2;
            break;
        }
        if (size >= 3 && close[-1] == '!' && close[-2] == '-' && close[-3] == '-') {
            size -= 3;
            break;
        }
    }
    if (close == end) { /* what could have begun the end is not data */
        if (size >= 3 && end[-1] == '!' && end[-2] == '-' && end[-3] == '-')
            size -= 3;
        else if (size >= 2 && end[-1] == '-' && end[-2] == '-')
            size -= 2;
        else if (size >= 1 && end[-1] == '-')
            size -= 1;
    }
    pith_html_on_comment(parser, offset_of(parser, start), (uint32_t)size);
    return close < end ? close + 1 : end;
}

static bool starts_with_lower(const char *at, const char *lower)
{
    while (*lower != '\0' && pith_to_lower(*at) == *lower) {
        at++;
        lower++;
    }
    return *lower == '\0';
}

/* From behind "<![CDATA[". */
static const char *cdata_section(pith_html_parser *parser, const char *start)
{
    const char *end = parser->end;
    const char *close = start;
    do
        close = find_byte(close, end, ']');
    while (close < end && !(close[1] == ']' && close[2] == '>') && (close++, true));
    if (close > start)
        pith_html_on_text(parser,
                          (pith_html_slice){offset_of(parser, start), (uint32_t)(close - start),
                                            PITH_TEXT_NUL_DROP | PITH_TEXT_DECODE});
    return close < end ? close + 3 : end;
}

/* From behind "<!". */
static const char *markup_declaration(pith_html_parser *parser, const char *at)
{
    if (at[0] == '-' && at[1] == '-')
        return comment(parser, at + 2);
    if (starts_with_lower(at, "doctype")) {
        const char *start = at + 7;
        const char *close = find_byte(start, parser->end, '>');
        pith_html_on_doctype(parser, offset_of(parser, start), (uint32_t)(close - start));
        return close < parser->end ? close + 1 : close;
    }
    if (memcmp(at, "[CDATA[", 7) == 0 && pith_html_allows_cdata(parser))
        return cdata_section(parser, at + 7);
    return bogus_comment(parser, at);
}

static bool is_target_byte(char byte)
{
    return pith_is_alpha(byte) || pith_is_digit(byte) || byte == '-' || byte == '_';
}

/* From behind "<?": the states of 13.2.5.72 to 13.2.5.76. */
static const char *processing_instruction(pith_html_parser *parser, const char *start)
{
    const char *end = parser->end;
    const char *at = start;
    if (at == end)
        return end;
    if (!pith_is_alpha(*at) && *at != '_')
        return bogus_comment(parser, start - 1);
    while (is_target_byte(*at))
        at++;
    if (at == end)
        return end;
    pith_str target = {start, (size_t)(at - start)};
    if ((!pith_is_space(*at) && *at != '?' && *at != '>') ||
        pith_str_equal_ignoring_case(target, PITH_STR("xml")) ||
        pith_str_equal_ignoring_case(target, PITH_STR("xml-stylesheet")))
        return bogus_comment(parser, start - 1);
    const char *close = find_byte(at, end, '>');
    if (close == end)
        return end;
    size_t size = (size_t)(close - start) - (close[-1] == '?');
    pith_html_on_processing_instruction(parser, offset_of(parser, start), (uint32_t)size);
    return close + 1;
}

/* ---- Content that is text up to an end tag --------------------------------- */

/* True if `at`, behind "</" or "<", has that name (not empty) and the name ends there. */
static bool has_tag_name(const char *at, const char *name)
{
    size_t size = strlen(name);
    return size != 0 && starts_with_lower(at, name) && ends_tag_name(at[size]);
}

/*
 * The end of a script's text: its end tag, "</script" as a rule, but not within "<!--" … "-->" once
 * "<script" has come up there (the script data escaped and double escaped
 * states, 13.2.5.15 to 13.2.5.31). `end` if there is none.
 */
static const char *script_end(const char *at, const char *end, const char *name)
{
    enum { PLAIN, ESCAPED, DOUBLE_ESCAPED } state = PLAIN;
    const char *dashes = NULL; /* where the "--" of a "-->" may begin */
    for (;;) {
        at = find_byte(at, end, '<');
        if (state != PLAIN) { /* a "-->" before that "<" ends the escape */
            const char *close = dashes;
            do
                close = find_byte(close, at, '>');
            while (close < at && !(close - dashes >= 2 && close[-1] == '-' && close[-2] == '-') &&
                   (close++, true));
            if (close < at)
                state = PLAIN;
            dashes = close < at ? close : at;
        }
        if (at == end)
            return end;
        at++;
        if (state == PLAIN && memcmp(at, "!--", 3) == 0) {
            state = ESCAPED;
            dashes = at + 1;
            at += 3;
        } else if (state == ESCAPED && has_tag_name(at, "script")) {
            state = DOUBLE_ESCAPED;
        } else if (state == DOUBLE_ESCAPED) {
            if (*at == '/' && has_tag_name(at + 1, "script"))
                state = ESCAPED;
        } else if (*at == '/' && has_tag_name(at + 1, name)) {
            return at - 1;
        }
    }
}

/* Tells the text up to the element's end tag; returns where that begins, or the end. */
static const char *raw_text(pith_html_parser *parser, const char *start)
{
    const char *end = parser->end;
    const char *at = start;
    unsigned flags = PITH_TEXT_DECODE; /* in doubt: such text is seldom read */
    if (parser->content == PITH_CONTENT_RCDATA)
        flags |= PITH_TEXT_REFERENCES;
    /* A fragment's first text has no start tag, and then no end tag either. */
    const char *name = parser->tag.name < PITH_TAG_COUNT ? pith_tag_names[parser->tag.name] : "";
    if (parser->content == PITH_CONTENT_PLAINTEXT) {
        at = end;
    } else if (parser->content == PITH_CONTENT_SCRIPT) {
        at = script_end(at, end, name);
    } else {
        at = find_byte(at, end, '<');
        while (at < end && !(at[1] == '/' && has_tag_name(at + 2, name)))
            at = find_byte(at + 1, end, '<');
    }
    parser->content = PITH_CONTENT_DATA;
    if (at > start)
        pith_html_on_text(
            parser, (pith_html_slice){offset_of(parser, start), (uint32_t)(at - start), flags});
    return at;
}

/* ---- The data state -------------------------------------------------------- */

static inline void tell_text(pith_html_parser *parser, const char *start, const char *at,
                             bool decode)
{
    if (at > start)
        pith_html_on_text(parser, (pith_html_slice){
            offset_of(parser, start), (uint32_t)(at - start),
            PITH_TEXT_REFERENCES | PITH_TEXT_NUL_DROP | (decode ? PITH_TEXT_DECODE : 0u)});
}

/* The markup at "<" that is neither a start tag nor text; returns what is behind it. */
static const char *other_markup(pith_html_parser *parser, const char *at)
{
    if (at[1] == '!')
        return markup_declaration(parser, at + 2);
    if (at[1] == '?')
        return processing_instruction(parser, at + 2);
    if (at[2] == '>') /* "</>" */
        return at + 3;
    if (!pith_is_alpha(at[2]))
        return bogus_comment(parser, at + 2);
    const char *next = read_tag(parser, at, at + 2);
    if (next == NULL)
        return parser->end;
    pith_html_on_end_tag(parser);
    return next;
}

/* True if "<" at `at` begins no markup. */
static inline bool is_text(const char *at, const char *end)
{
    return at[1] == '/' ? at + 2 == end : at[1] != '!' && at[1] != '?';
}

void TOKENIZE(pith_html_parser *parser)
{
    const char *end = parser->end;
    const char *at = parser->text;
    while (at < end) {
        if (parser->content != PITH_CONTENT_DATA)
            at = raw_text(parser, at);
        const char *start = at;
        bool decode = false;
        at = find_markup(at, end, &decode);
        while (at < end && !pith_is_alpha(at[1]) && is_text(at, end))
            at = find_markup(at + 1, end, &decode);
        tell_text(parser, start, at, decode);
        if (at == end)
            break;
        if (pith_is_alpha(at[1])) {
            at = read_tag(parser, at, at + 1);
            if (at == NULL)
                break;
            pith_html_on_start_tag(parser);
        } else {
            at = other_markup(parser, at);
        }
    }
    parser->attribute_count = parser->attributes_kept;
    pith_html_on_end_of_file(parser);
}
