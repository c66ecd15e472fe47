/* SPDX-License-Identifier: Apache-2.0 */
#include "charset/sniff.h"

typedef struct cursor {
    const char *at;
    const char *end;
} cursor;

typedef struct attribute {
    pith_str name;
    pith_str value;
} attribute;

static bool starts_with(cursor in, pith_str text)
{
    return (size_t)(in.end - in.at) >= text.size &&
           pith_str_equal_ignoring_case((pith_str){in.at, text.size}, text);
}

static bool skip_to(cursor *in, char byte)
{
    const char *found = memchr(in->at, byte, (size_t)(in->end - in->at));
    in->at = found != NULL ? found : in->end;
    return found != NULL;
}

static bool skip_spaces(cursor *in)
{
    while (in->at < in->end && pith_is_space(*in->at))
        in->at++;
    return in->at < in->end;
}

/* What an attribute's value in quotes holds. False if the bytes run out. */
static bool get_quoted(cursor *in, pith_str *value)
{
    char quote = *in->at++;
    const char *start = in->at;
    if (!skip_to(in, quote))
        return false;
    *value = (pith_str){start, (size_t)(in->at - start)};
    in->at++;
    return true;
}

/* What comes after the equals sign. */
static bool get_value(cursor *in, pith_str *value)
{
    if (!skip_spaces(in))
        return false;
    if (*in->at == '"' || *in->at == '\'')
        return get_quoted(in, value);
    const char *start = in->at;
    while (in->at < in->end && !pith_is_space(*in->at) && *in->at != '>')
        in->at++;
    *value = (pith_str){start, (size_t)(in->at - start)};
    return in->at < in->end;
}

/*
 * "Get an attribute": an empty name if there is none. False if the bytes run
 * out, which ends the prescan.
 */
static bool get_attribute(cursor *in, attribute *found)
{
    *found = (attribute){{NULL, 0}, {NULL, 0}};
    while (in->at < in->end && (pith_is_space(*in->at) || *in->at == '/'))
        in->at++;
    if (in->at == in->end)
        return false;
    if (*in->at == '>')
        return true;
    const char *start = in->at++; /* an equals sign may be its first byte */
    while (in->at < in->end && !pith_is_space(*in->at) && *in->at != '=' && *in->at != '/' &&
           *in->at != '>')
        in->at++;
    found->name = (pith_str){start, (size_t)(in->at - start)};
    if (!skip_spaces(in))
        return false;
    if (*in->at != '=')
        return true;
    in->at++;
    return get_value(in, &found->value);
}

/* HTML standard, 2.6.5, "extracting a character encoding from a meta element". */
static const pith_encoding *from_content(pith_str content)
{
    if (content.size == 0)
        return NULL;
    cursor in = {content.data, content.data + content.size};
    while (in.at < in.end) {
        if (!starts_with(in, PITH_STR("charset"))) {
            in.at++;
            continue;
        }
        in.at += sizeof "charset" - 1;
        if (!skip_spaces(&in))
            return NULL;
        if (*in.at != '=')
            continue;
        in.at++;
        if (!skip_spaces(&in))
            return NULL;
        pith_str label = {in.at, 0};
        if (*in.at == '"' || *in.at == '\'')
            return get_quoted(&in, &label) ? pith_encoding_for_label(label) : NULL;
        while (in.at < in.end && !pith_is_space(*in.at) && *in.at != ';')
            in.at++;
        label.size = (size_t)(in.at - label.data);
        return pith_encoding_for_label(label);
    }
    return NULL;
}

/* ASCII has been read to get here, so the page cannot be in UTF-16. */
static const pith_encoding *without_utf_16(const pith_encoding *encoding)
{
    if (encoding != NULL && (encoding->number == PITH_ENCODING_UTF_16BE ||
                             encoding->number == PITH_ENCODING_UTF_16LE))
        return &pith_encodings[PITH_ENCODING_UTF_8];
    return encoding;
}

/*
 * The attributes of a <meta>: the encoding, or NULL for none. False if the bytes
 * run out. Of attributes of one name the first counts.
 */
static bool read_meta(cursor *in, const pith_encoding **encoding)
{
    bool seen_pragma = false, seen_content = false, seen_charset = false;
    bool got_pragma = false, need_pragma = false;
    const pith_encoding *charset = NULL;
    for (;;) {
        attribute found;
        if (!get_attribute(in, &found))
            return false;
        if (found.name.size == 0)
            break;
        if (pith_str_equal_ignoring_case(found.name, PITH_STR("http-equiv")) && !seen_pragma) {
            seen_pragma = true;
            got_pragma = pith_str_equal_ignoring_case(found.value, PITH_STR("content-type"));
        } else if (pith_str_equal_ignoring_case(found.name, PITH_STR("content")) && !seen_content) {
            seen_content = true;
            if (charset == NULL && !seen_charset) {
                charset = from_content(found.value);
                need_pragma = charset != NULL;
            }
        } else if (pith_str_equal_ignoring_case(found.name, PITH_STR("charset")) && !seen_charset) {
            seen_charset = true;
            charset = pith_encoding_for_label(found.value);
            need_pragma = false;
        }
    }
    *encoding = need_pragma && !got_pragma ? NULL : without_utf_16(charset);
    if (*encoding != NULL && (*encoding)->number == PITH_ENCODING_X_USER_DEFINED)
        *encoding = &pith_encodings[PITH_ENCODING_WINDOWS_1252];
    return true;
}

/* Goes to the end tag of an element whose content is text alone, if it is one. */
static void skip_raw_text(cursor *in, pith_str name)
{
    static const char *const names[] = {"script",   "style",  "title",   "textarea",
                                        "noframes", "iframe", "noembed", "xmp"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        if (!pith_str_equal_ignoring_case(name, (pith_str){names[i], strlen(names[i])}))
            continue;
        while (skip_to(in, '<')) {
            cursor tag = {in->at + 1, in->end};
            if (tag.at < tag.end && *tag.at++ == '/' && starts_with(tag, name))
                return;
            in->at++;
        }
    }
}

/* A tag other than <meta>: false if the bytes run out. */
static bool skip_tag(cursor *in, bool raw_text)
{
    cursor start = {in->at + 1, in->end};
    while (in->at < in->end && !pith_is_space(*in->at) && *in->at != '>')
        in->at++;
    size_t size = 0;
    while (start.at + size < in->at && start.at[size] != '/')
        size++;
    attribute found;
    do {
        if (!get_attribute(in, &found))
            return false;
    } while (found.name.size > 0);
    if (raw_text && size > 0)
        skip_raw_text(in, (pith_str){start.at, size});
    return true;
}

static bool skip_comment(cursor *in)
{
    in->at += 2; /* the hyphens of its start may be those of its end */
    while (skip_to(in, '>')) {
        if (in->at[-1] == '-' && in->at[-2] == '-')
            return true;
        in->at++;
    }
    return false;
}

/* The prescan's loop. `raw_text`: what is not markup to the parser is passed over. */
static const pith_encoding *scan(pith_str bytes, bool raw_text)
{
    if (bytes.size == 0)
        return NULL;
    cursor in = {bytes.data, bytes.data + bytes.size};
    while (skip_to(&in, '<') && in.end - in.at > 1) {
        char next = in.at[1];
        bool meta = starts_with(in, PITH_STR("<meta")) && in.end - in.at > 5 &&
                    (pith_is_space(in.at[5]) || in.at[5] == '/');
        if (starts_with(in, PITH_STR("<!--"))) {
            if (!skip_comment(&in))
                return NULL;
        } else if (meta) {
            const pith_encoding *encoding = NULL;
            in.at += 5;
            if (!read_meta(&in, &encoding))
                return NULL;
            if (encoding != NULL)
                return encoding;
        } else if (pith_is_alpha(next) ||
                   (next == '/' && in.end - in.at > 2 && pith_is_alpha(in.at[2]))) {
            if (!skip_tag(&in, raw_text))
                return NULL;
        } else if (next == '!' || next == '/' || next == '?') {
            if (!skip_to(&in, '>'))
                return NULL;
        } else {
            in.at++;
        }
    }
    return NULL;
}

static void skip_controls(cursor *in)
{
    while (in->at < in->end && (unsigned char)*in->at <= 0x20)
        in->at++;
}

/* "Get an XML encoding": what the XML declaration at the very start says. */
static const pith_encoding *from_xml_declaration(pith_str bytes)
{
    if (bytes.size < 5 || memcmp(bytes.data, "<?xml", 5) != 0)
        return NULL;
    cursor in = {bytes.data, bytes.data + bytes.size};
    if (!skip_to(&in, '>'))
        return NULL;
    in = (cursor){bytes.data, in.at};
    pith_str word = PITH_STR("encoding");
    while ((size_t)(in.end - in.at) >= word.size && memcmp(in.at, word.data, word.size) != 0)
        in.at++;
    if ((size_t)(in.end - in.at) < word.size)
        return NULL;
    in.at += word.size;
    skip_controls(&in);
    if (in.at == in.end || *in.at++ != '=')
        return NULL;
    skip_controls(&in);
    pith_str label;
    if (in.at == in.end || (*in.at != '"' && *in.at != '\'') || !get_quoted(&in, &label))
        return NULL;
    for (size_t i = 0; i < label.size; i++)
        if ((unsigned char)label.data[i] <= 0x20)
            return NULL;
    return without_utf_16(pith_encoding_for_label(label));
}

const pith_encoding *pith_charset_from_prescan(pith_str bytes)
{
    if (bytes.size >= 6 && memcmp(bytes.data, "<\0?\0x\0", 6) == 0)
        return &pith_encodings[PITH_ENCODING_UTF_16LE];
    if (bytes.size >= 6 && memcmp(bytes.data, "\0<\0?\0x", 6) == 0)
        return &pith_encodings[PITH_ENCODING_UTF_16BE];
    const pith_encoding *encoding = scan(bytes, false);
    return encoding != NULL ? encoding : from_xml_declaration(bytes);
}

const pith_encoding *pith_charset_from_meta(pith_str bytes)
{
    return scan(bytes, true);
}
