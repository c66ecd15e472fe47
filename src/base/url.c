/* SPDX-License-Identifier: Apache-2.0 */
#include "base/url.h"
#include "base/str.h"

/* A URL taken apart (RFC 3986, appendix B); no part holds its delimiter. */
typedef struct parts {
    pith_str scheme; /* empty: a relative reference */
    pith_str authority;
    pith_str path; /* with its leading slash; of a URL without hierarchy, all to "?" */
    pith_str query;
    pith_str fragment;
    bool has_authority;
    bool has_query;
    bool has_fragment;
    bool special; /* the scheme is one that browsers treat like http */
    bool opaque;  /* no hierarchy: a path that nothing can be relative to */
} parts;

/* WHATWG URL, "special scheme". */
static const pith_str special_schemes[] = {
    {"http", 4}, {"https", 5}, {"ws", 2}, {"wss", 3}, {"ftp", 3}, {"file", 4},
};

static bool is_special(pith_str scheme)
{
    for (size_t i = 0; i < sizeof special_schemes / sizeof *special_schemes; i++)
        if (pith_str_equal_ignoring_case(scheme, special_schemes[i]))
            return true;
    return false;
}

static bool is_file(pith_str scheme)
{
    return pith_str_equal_ignoring_case(scheme, PITH_STR("file"));
}

/* Whether `byte` is a slash, or the backslash that stands for one. */
static bool is_slash(char byte, bool special)
{
    return byte == '/' || (special && byte == '\\');
}

static pith_str take(pith_str *text, size_t size)
{
    pith_str head = {text->data, size};
    if (size > 0)
        text->data += size;
    text->size -= size;
    return head;
}

/* ---- Taking apart ------------------------------------------------------- */

/* The size of the scheme that `text` begins with, without its colon; 0 if it has none. */
static size_t scheme_size(pith_str text)
{
    for (size_t i = 0; i < text.size; i++) {
        char byte = text.data[i];
        if (byte == ':')
            return i;
        if (!pith_is_alpha(byte) &&
            (i == 0 || (!pith_is_digit(byte) && byte != '+' && byte != '-' && byte != '.')))
            return 0;
    }
    return 0;
}

static void split_query_and_fragment(pith_str *text, parts *url)
{
    const char *hash = text->size > 0 ? memchr(text->data, '#', text->size) : NULL;
    if (hash != NULL) {
        size_t before = (size_t)(hash - text->data);
        url->has_fragment = true;
        url->fragment = (pith_str){hash + 1, text->size - before - 1};
        text->size = before;
    }
    const char *mark = text->size > 0 ? memchr(text->data, '?', text->size) : NULL;
    if (mark != NULL) {
        size_t before = (size_t)(mark - text->data);
        url->has_query = true;
        url->query = (pith_str){mark + 1, text->size - before - 1};
        text->size = before;
    }
}

static size_t count_slashes(pith_str text, bool special)
{
    size_t count = 0;
    while (count < text.size && is_slash(text.data[count], special))
        count++;
    return count;
}

static void split_authority(pith_str *text, size_t slashes, parts *url)
{
    size_t size = slashes;
    while (size < text->size && !is_slash(text->data[size], url->special))
        size++;
    url->authority = take(text, size);
    take(&url->authority, slashes);
    url->has_authority = true;
}

/*
 * `special` says how to read a reference without a scheme: as its base's scheme
 * does. Browsers take "http:path" as relative to a base of the same scheme, and
 * any number of slashes, none too, as the two before a host; so do we.
 */
static parts split(pith_str text, pith_str base_scheme)
{
    parts url = {.special = is_special(base_scheme)};
    size_t size = scheme_size(text);
    if (size > 0) {
        url.scheme = take(&text, size);
        take(&text, 1);
        url.special = is_special(url.scheme);
    }
    split_query_and_fragment(&text, &url);
    size_t slashes = count_slashes(text, url.special);
    bool absolute = size > 0;
    if (absolute && url.special && slashes < 2 &&
        pith_str_equal_ignoring_case(url.scheme, base_scheme)) {
        url.scheme = (pith_str){NULL, 0};
        absolute = false;
    }
    bool file = is_file(absolute ? url.scheme : base_scheme);
    if (url.special && !file && (absolute || slashes >= 2))
        split_authority(&text, slashes, &url);
    else if (slashes >= 2)
        split_authority(&text, 2, &url);
    else if (absolute && slashes == 0)
        url.opaque = !file;
    if (absolute && file && !url.has_authority) {
        url.authority = take(&text, 0);
        url.has_authority = true;
    }
    url.path = text;
    return url;
}

/* ---- Putting together --------------------------------------------------- */

/* WHATWG URL, "C0 control percent-encode set" and those built on it, without non-ASCII. */
static bool is_encoded(char byte, const char *set)
{
    if (pith_is_alpha(byte) || pith_is_digit(byte) || byte == '/' || byte == '-')
        return false; /* nearly all are */
    return (unsigned char)byte <= ' ' || byte == 0x7F || strchr(set, byte) != NULL;
}

#define FRAGMENT_SET "\"<>`"
#define QUERY_SET "\"<>"
#define SPECIAL_QUERY_SET "\"<>'"
#define PATH_SET "\"<>^`{}"

static char *put(char *out, pith_str text)
{
    if (text.size > 0)
        memcpy(out, text.data, text.size);
    return out + text.size;
}

static char *put_encoded(char *out, pith_str text, const char *set)
{
    static const char digits[] = "0123456789ABCDEF";
    for (size_t i = 0; i < text.size; i++) {
        char byte = text.data[i];
        if (is_encoded(byte, set)) {
            *out++ = '%';
            *out++ = digits[(unsigned char)byte >> 4];
            *out++ = digits[byte & 15];
        } else {
            *out++ = byte;
        }
    }
    return out;
}

static char *put_lower(char *out, pith_str text)
{
    for (size_t i = 0; i < text.size; i++)
        *out++ = pith_to_lower(text.data[i]);
    return out;
}

/* The number of dots that a segment consists of, "%2e" counting as one; 0 if of more. */
static unsigned dots(pith_str segment)
{
    unsigned count = 0;
    while (segment.size > 0 && count < 3) {
        if (segment.data[0] == '.')
            take(&segment, 1);
        else if (segment.size >= 3 &&
                 pith_str_equal_ignoring_case((pith_str){segment.data, 3}, PITH_STR("%2e")))
            take(&segment, 3);
        else
            return 0;
        count++;
    }
    return count;
}

/*
 * Adds segments to a path that begins at `start` with a slash and ends with one
 * at `out` (RFC 3986, 5.2.4). What ".." takes away was written once before, so
 * that the whole stays linear.
 */
static char *put_segments(char *start, char *out, pith_str path, bool special)
{
    while (path.size > 0) {
        size_t size = 0;
        while (size < path.size && !is_slash(path.data[size], special))
            size++;
        pith_str segment = take(&path, size);
        unsigned count = dots(segment);
        if (count == 2) {
            if (out - start > 1)
                out--;
            while (out[-1] != '/')
                out--;
        } else if (count != 1) {
            out = put_encoded(out, segment, PATH_SET);
        }
        if (path.size > 0) {
            take(&path, 1);
            if (count != 1 && count != 2)
                *out++ = '/';
        }
    }
    return out;
}

/* The host's letters in lower case; a name and password before it as they are. */
static char *put_authority(char *out, pith_str authority)
{
    size_t user = authority.size;
    while (user > 0 && authority.data[user - 1] != '@')
        user--;
    out = put_encoded(out, take(&authority, user), PATH_SET);
    return put_lower(out, authority);
}

/* Whether an authority has a host (without forbidden characters) and, if any, a port of digits. */
static bool is_host(pith_str authority, bool may_be_empty)
{
    size_t start = authority.size;
    while (start > 0 && authority.data[start - 1] != '@')
        start--;
    take(&authority, start);
    size_t size = authority.size;
    while (size > 0 && pith_is_digit(authority.data[size - 1]))
        size--;
    if (size > 0 && authority.data[size - 1] == ':')
        authority.size = size - 1;
    bool address = authority.size > 1 && authority.data[0] == '[';
    if (address) { /* of IPv6 */
        if (authority.data[authority.size - 1] != ']')
            return false;
        take(&authority, 1);
        authority.size--;
    }
    for (size_t i = 0; i < authority.size; i++)
        if (is_encoded(authority.data[i], address ? "<>^|[]" : "<>^|[]:"))
            return false;
    return authority.size > 0 || may_be_empty;
}

/* RFC 3986, 5.2.2 and 5.3: what the reference lacks comes from the base. */
static char *put_url(char *out, const parts *base, const parts *reference)
{
    bool relative = reference->scheme.size == 0;
    bool own_authority = !relative || reference->has_authority;
    bool special = reference->special;
    const parts *from = own_authority ? reference : base;
    out = put_lower(out, relative ? base->scheme : reference->scheme);
    *out++ = ':';
    if (from->has_authority) {
        out = put(out, PITH_STR("//"));
        out = put_authority(out, from->authority);
    }

    char *start = out;
    pith_str path = reference->path;
    bool base_query = false;
    if (!own_authority && path.size == 0) {
        path = base->path;
        base_query = !reference->has_query;
    } else if (!own_authority && !is_slash(path.data[0], special)) {
        pith_str folder = base->path; /* up to its last slash */
        while (folder.size > 0 && !is_slash(folder.data[folder.size - 1], special))
            folder.size--;
        if (folder.size > 0)
            take(&folder, 1);
        *out++ = '/';
        out = put_segments(start, out, folder, special);
        out = put_segments(start, out, path, special);
        path.size = 0;
    }
    if (path.size > 0 || (special && out == start)) {
        *out++ = '/';
        if (path.size > 0 && is_slash(path.data[0], special))
            take(&path, 1);
        out = put_segments(start, out, path, special);
    }

    if (!from->has_authority && out - start > 1 && start[1] == '/') {
        memmove(start + 2, start, (size_t)(out - start)); /* "//" would begin a host */
        memcpy(start, "/.", 2);
        out += 2;
    }

    const parts *query = base_query ? base : reference;
    if (query->has_query) {
        *out++ = '?';
        out = put_encoded(out, query->query, special ? SPECIAL_QUERY_SET : QUERY_SET);
    }
    if (reference->has_fragment) {
        *out++ = '#';
        out = put_encoded(out, reference->fragment, FRAGMENT_SET);
    }
    return out;
}

/* ---- The reference ------------------------------------------------------ */

/* WHATWG URL, basic parser, steps 1 and 3: without control characters and spaces around it. */
static pith_str trim(pith_str text)
{
    while (text.size > 0 && (unsigned char)text.data[0] <= ' ')
        take(&text, 1);
    while (text.size > 0 && (unsigned char)text.data[text.size - 1] <= ' ')
        text.size--;
    return text;
}

static bool is_break(char byte)
{
    return byte == '\t' || byte == '\n' || byte == '\r';
}

/* … and without tabs and line breaks in it. */
static bool remove_breaks(pith_arena *arena, pith_str *text)
{
    size_t first = 0;
    while (first < text->size && !is_break(text->data[first]))
        first++;
    if (first == text->size)
        return true;
    char *copy = pith_arena_take(arena, text->size);
    if (copy == NULL)
        return false;
    char *out = copy;
    for (size_t i = 0; i < text->size; i++)
        if (!is_break(text->data[i]))
            *out++ = text->data[i];
    *text = (pith_str){copy, (size_t)(out - copy)};
    return true;
}

bool pith_url_resolve(pith_arena *arena, pith_str base, pith_str reference, pith_str *url)
{
    base = trim(base);
    reference = trim(reference);
    *url = (pith_str){NULL, 0};
    if (!remove_breaks(arena, &reference))
        return false;
    *url = reference;
    if (base.size > PITH_URL_BASE_MAX)
        base.size = 0;

    parts from = split(base, (pith_str){NULL, 0});
    if (from.has_authority && !is_host(from.authority, !from.special || is_file(from.scheme)))
        from = (parts){.scheme = {NULL, 0}}; /* no URL, so no base */
    parts to = split(reference, from.scheme);
    if (to.opaque)
        return true;
    bool relative = to.scheme.size == 0;
    if (relative && (from.scheme.size == 0 || from.opaque))
        return true;
    const parts *host = !relative || to.has_authority ? &to : &from;
    bool may_be_empty = !host->special || is_file(relative ? from.scheme : to.scheme);
    if (host->has_authority && !is_host(host->authority, may_be_empty))
        return true;

    char *out = pith_arena_take(arena, 3 * (base.size + reference.size) + 8);
    if (out == NULL)
        return false;
    url->data = out;
    url->size = (size_t)(put_url(out, &from, &to) - out);
    return true;
}

/* ---- Parts of a URL ------------------------------------------------------ */

pith_str pith_url_host(pith_str url)
{
    pith_str authority = split(trim(url), (pith_str){NULL, 0}).authority;
    size_t start = authority.size;
    while (start > 0 && authority.data[start - 1] != '@')
        start--;
    take(&authority, start);
    size_t end = authority.size;
    while (end > 0 && pith_is_digit(authority.data[end - 1]))
        end--;
    if (end > 0 && authority.data[end - 1] == ':')
        authority.size = end - 1;
    return authority;
}

pith_str pith_url_path(pith_str url)
{
    parts all = split(trim(url), (pith_str){NULL, 0});
    return all.scheme.size == 0 || all.opaque ? (pith_str){NULL, 0} : all.path;
}
