/* SPDX-License-Identifier: Apache-2.0 */
/* Whether a text is a page of HTML, or a text that may mention some. */
#include "text/text.h"

/* How much of a text is looked at, and how much of its end. */
enum { LOOKED_AT = 1 << 16, LONGEST_TAG = 1 << 12 };

/* Elements that make a page, in any case of letters: one at the start leaves no doubt. */
static const char page_tags[] =
    "html|head|body|title|meta|link|script|style|base|frameset|noscript|template|";

/* Those that stand on lines of their own, need no end tag, or have none. */
static const char block_tags[] =
    "p|div|table|tr|td|th|tbody|thead|ul|ol|li|dl|dt|dd|h1|h2|h3|h4|h5|h6|section|article|main|"
    "nav|header|footer|aside|form|center|pre|blockquote|figure|iframe|address|details|br|hr|img|"
    "input|svg|";

static const char inline_tags[] =
    "a|b|i|u|s|em|strong|span|font|small|big|code|tt|sub|sup|q|cite|abbr|label|button|select|"
    "option|textarea|time|mark|kbd|del|ins|strike|picture|source|video|audio|wbr|summary|"
    "figcaption|caption|object|embed|map|area|fieldset|legend|";

typedef enum tag_kind { NO_TAG, PAGE_TAG, BLOCK_TAG, INLINE_TAG } tag_kind;

typedef struct tag {
    tag_kind kind;
    bool end;          /* "</b>" */
    pith_str name;
    size_t size;       /* with both brackets */
} tag;

static bool is_listed(pith_str name, const char *list)
{
    while (*list != '\0') {
        size_t size = pith_size_until(list, '|');
        if (pith_str_equal_ignoring_case(name, (pith_str){list, size}))
            return true;
        list += size + 1;
    }
    return false;
}

static bool begins(pith_str text, const char *start)
{
    size_t size = strlen(start);
    return text.size >= size &&
           pith_str_equal_ignoring_case((pith_str){text.data, size}, (pith_str){start, size});
}

/* The tag of a known element at the start of the text, which is a "<". */
static tag read_tag(pith_str text)
{
    enum { LONGEST_NAME = 16 };
    tag result = {.kind = NO_TAG};
    size_t at = 1;
    result.end = at < text.size && text.data[at] == '/';
    at += result.end;
    size_t from = at;
    while (at < text.size && at - from < LONGEST_NAME &&
           (pith_is_alpha(text.data[at]) || pith_is_digit(text.data[at])))
        at++;
    result.name = (pith_str){text.data + from, at - from};
    if (at == text.size || (text.data[at] != '>' && text.data[at] != '/' &&
                            !pith_is_space(text.data[at])))
        return result;
    size_t left = text.size - at < LONGEST_TAG ? text.size - at : LONGEST_TAG;
    const char *close = memchr(text.data + at, '>', left);
    if (close == NULL)
        return result;
    const char *open = memchr(text.data + at, '<', (size_t)(close - text.data) - at);
    if (open != NULL)
        return result;
    result.size = (size_t)(close - text.data) + 1;
    if (is_listed(result.name, page_tags))
        result.kind = PAGE_TAG;
    else if (is_listed(result.name, block_tags))
        result.kind = BLOCK_TAG;
    else if (is_listed(result.name, inline_tags))
        result.kind = INLINE_TAG;
    return result;
}

/* What a text has of tags, in the part that is looked at. */
typedef struct tags {
    uint32_t starts;
    uint32_t ends;
    uint32_t size;     /* bytes of them */
} tags;

static tags count_tags(pith_str text)
{
    tags sum = {0, 0, 0};
    for (size_t at = 0; at < text.size;) {
        const char *open = memchr(text.data + at, '<', text.size - at);
        if (open == NULL)
            break;
        at = (size_t)(open - text.data);
        tag t = read_tag(pith_str_from(text, at));
        if (t.kind != NO_TAG) {
            sum.starts += !t.end;
            sum.ends += t.end;
            sum.size += (uint32_t)t.size;
        }
        at += t.kind != NO_TAG ? t.size : 1;
    }
    return sum;
}

static bool has_end_tag(pith_str text, pith_str name)
{
    for (size_t at = 0; at < text.size;) {
        const char *open = memchr(text.data + at, '<', text.size - at);
        if (open == NULL)
            return false;
        at = (size_t)(open - text.data);
        tag t = read_tag(pith_str_from(text, at));
        if (t.end && t.kind != NO_TAG && pith_str_equal_ignoring_case(t.name, name))
            return true;
        at++;
    }
    return false;
}

/* A bare tag that a sentence is about: "<table>: the table element", "<p> holds a …". */
static bool is_mentioned(const tag *t, pith_str text)
{
    pith_str rest = pith_str_from(text, t->size);
    if (t->size != t->name.size + 2 || rest.size < 2)
        return false;
    return memchr(":;,", rest.data[0], 3) != NULL ||
           (rest.data[0] == ' ' && rest.data[1] >= 'a' && rest.data[1] <= 'z');
}

/* The text begins with a "<". */
static bool begins_with_markup(pith_str text)
{
    if (begins(text, "<!doctype") || begins(text, "<!--") || begins(text, "<?xml") ||
        begins(text, "<![CDATA["))
        return true;
    tag t = read_tag(text);
    if (t.kind != NO_TAG && t.kind != PAGE_TAG && is_mentioned(&t, text))
        return false;
    if (t.kind == INLINE_TAG)
        return has_end_tag(text, t.name);
    return t.kind != NO_TAG;
}

static bool ends_with(pith_str text, const char *end)
{
    size_t size = strlen(end);
    return text.size >= size && begins(pith_str_from(text, text.size - size), end);
}

bool pith_text_has_markup(pith_str text)
{
    enum { FEWEST = 3, PART = 4 };
    while (text.size > 0 && (text.data[0] == '\0' || pith_is_space(text.data[0])))
        text = pith_str_from(text, 1);
    text = pith_str_trim(text);
    if (text.size == 0)
        return true;
    pith_str start = {text.data, text.size < LOOKED_AT ? text.size : LOOKED_AT};
    if (text.data[0] == '<' && begins_with_markup(start))
        return true;
    if (ends_with(text, "</html>") || ends_with(text, "</body>"))
        return true;
    tags sum = count_tags(start);
    return sum.starts + sum.ends >= FEWEST && sum.ends > 0 &&
           (uint64_t)sum.size * PART >= start.size;
}

/* ---- What the server says ----------------------------------------------- */

pith_input pith_text_input_of_type(pith_str content_type)
{
    pith_str essence = pith_str_trim(content_type);
    size_t size = 0;
    while (size < essence.size && essence.data[size] != ';' && !pith_is_space(essence.data[size]))
        size++;
    essence.size = size;
    if (pith_str_equal_ignoring_case(essence, PITH_STR("text/plain")) ||
        pith_str_equal_ignoring_case(essence, PITH_STR("text/markdown")))
        return PITH_INPUT_TEXT;
    if (pith_str_equal_ignoring_case(essence, PITH_STR("text/html")) ||
        pith_str_equal_ignoring_case(essence, PITH_STR("application/xhtml+xml")))
        return PITH_INPUT_HTML;
    return PITH_INPUT_AUTO;
}
