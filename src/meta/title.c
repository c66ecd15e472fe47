/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The page's own headline: <h1>, og:title, <title> and structured data say it
 * with or without the site's name, a section, a slogan. What they agree on is it.
 */
#include "meta/choose.h"
#include "meta/words.h"

/* Below this a heading and the titles speak of different things. */
#define AGREEMENT_MIN 0.3

/* ---- Segments ------------------------------------------------------------ */

enum { SEGMENTS_MAX = 16 };

typedef struct segment {
    pith_str text;
    pith_str separator; /* before the next segment; empty for the last */
} segment;

/* Signs that separate only with spaces around them, and those that always do. */
static const pith_str spaced[] = {
    {"-", 1}, {"–", 3}, {"—", 3}, {"/", 1}, {":", 1}, {"::", 2}, {"·", 2}, {"~", 1},  {">", 1},
    {"<", 1}, {"›", 3}, {"‹", 3}, {"|", 1}, {"»", 2}, {"«", 2},  {"•", 3}, {"||", 2}, {"--", 2},
};
static const pith_str always[] = {{"|", 1}, {"»", 2}, {"•", 3}};

static bool begins(pith_str text, size_t at, pith_str part)
{
    return text.size - at >= part.size && memcmp(text.data + at, part.data, part.size) == 0;
}

/* The separator at `at`, with its spaces; 0 if there is none. */
static size_t separator_size(pith_str text, size_t at, pith_str *separator)
{
    size_t space = text.data[at] == ' ';
    char sign = at + space < text.size ? text.data[at + space] : ' ';
    bool wide = (unsigned char)sign >= 0x80;
    if (pith_is_alpha(sign) || pith_is_digit(sign) || (space == 0 && sign != '|' && !wide))
        return 0; /* the short way for nearly all */
    for (size_t i = 0; space && i < sizeof spaced / sizeof *spaced; i++) {
        *separator = spaced[i];
        if (begins(text, at + 1, spaced[i]) && begins(text, at + 1 + spaced[i].size, PITH_STR(" ")))
            return spaced[i].size + 2;
    }
    for (size_t i = 0; i < sizeof always / sizeof *always; i++) {
        *separator = always[i];
        if (begins(text, at + space, always[i])) {
            size_t size = space + always[i].size;
            return size + begins(text, at + size, PITH_STR(" "));
        }
    }
    return 0;
}

/* Whether « and » stand for quotation marks: there are both. */
static bool is_quoted(pith_str text)
{
    return pith_str_contains(text, PITH_STR("«")) && pith_str_contains(text, PITH_STR("»"));
}

static bool is_guillemet(pith_str sign)
{
    return pith_str_equal(sign, PITH_STR("«")) || pith_str_equal(sign, PITH_STR("»"));
}

static unsigned split(pith_str text, segment segments[SEGMENTS_MAX])
{
    bool quoted = is_quoted(text);
    unsigned count = 0;
    size_t start = 0;
    if (text.size == 0)
        return 0;
    for (size_t at = 0; at < text.size && count < SEGMENTS_MAX - 1;) {
        pith_str separator;
        size_t size = separator_size(text, at, &separator);
        if (size > 0 && quoted && is_guillemet(separator))
            size = 0;
        if (size > 0) {
            segments[count++] = (segment){{text.data + start, at - start}, separator};
            start = at + size;
        }
        at += size > 0 ? size : 1;
    }
    segments[count++] = (segment){pith_str_from(text, start), {NULL, 0}};
    return count;
}

static unsigned word_count(pith_str text)
{
    unsigned count = 1;
    for (size_t i = 0; i < text.size; i++)
        count += text.data[i] == ' ';
    return count;
}

/* Separators after which the site's name comes as a rule. */
static bool is_bar(pith_str separator)
{
    return pith_str_equal(separator, PITH_STR("|")) || pith_str_equal(separator, PITH_STR("•"));
}

static bool is_dash(pith_str separator)
{
    return pith_str_equal(separator, PITH_STR("-")) || pith_str_equal(separator, PITH_STR("–")) ||
           pith_str_equal(separator, PITH_STR("—"));
}

/*
 * A title without the site's name at either end. Where nothing is known to be
 * that name, the last segment is taken for it after a bar, or after a dash if
 * it is short.
 */
static pith_str without_site(const pith_facts *facts, pith_str title, bool guess)
{
    enum { SITE_WORDS_MAX = 4, SITE_BYTES_MAX = 40 };
    if (title.size == 0)
        return title;
    segment segments[SEGMENTS_MAX];
    unsigned count = split(title, segments);
    unsigned first = 0, end = count;
    while (end - first > 1 && pith_is_site(facts, segments[end - 1].text))
        end--;
    while (end - first > 1 && pith_is_site(facts, segments[first].text))
        first++;
    if (end - first == count && count > 1 && guess) {
        pith_str last = segments[end - 1].text;
        pith_str before = segments[end - 2].separator;
        if (pith_names_site(facts, last))
            end--;
        else if (pith_names_site(facts, segments[first].text) &&
                 segments[first].text.size < SITE_BYTES_MAX)
            first++;
        else if (is_bar(before) || (is_dash(before) && word_count(last) <= SITE_WORDS_MAX))
            end--;
    }
    const char *start = segments[first].text.data;
    pith_str last = segments[end - 1].text;
    return pith_str_trim((pith_str){start, (size_t)(last.data + last.size - start)});
}

/* The last segment of a title with several, which mostly is the site's name. */
static pith_str site_segment(pith_str title)
{
    segment segments[SEGMENTS_MAX];
    unsigned count = split(title, segments);
    enum { WORDS_MAX = 5 }; /* longer ones are headlines after a section's name */
    if (count < 2 || word_count(segments[count - 1].text) > WORDS_MAX ||
        !(is_bar(segments[count - 2].separator) || is_dash(segments[count - 2].separator)))
        return (pith_str){NULL, 0};
    return segments[count - 1].text;
}

/* ---- Headings ------------------------------------------------------------ */

/* Without the sign that documentation puts after a heading, as a link to it. */
static pith_str without_anchor(pith_str heading)
{
    static const pith_str anchors[] = {{"¶", 2}, {"#", 1}, {"🔗", 4}, {"§", 2}};
    for (size_t i = 0; i < sizeof anchors / sizeof *anchors; i++) {
        pith_str sign = anchors[i];
        if (heading.size > sign.size && begins(heading, heading.size - sign.size, sign))
            return pith_str_trim((pith_str){heading.data, heading.size - sign.size});
    }
    return heading;
}

/* The heading that agrees most with the titles; empty where none does. */
static pith_str agreed_heading(const pith_facts *facts, const pith_str *titles, size_t count,
                               pith_str site)
{
    pith_key site_key = pith_key_of(site);
    pith_str best = {NULL, 0};
    double best_agreement = AGREEMENT_MIN;
    for (unsigned i = 0; i < facts->counts[PITH_FIELD_HEADING]; i++) {
        pith_str heading =
            without_site(facts, without_anchor(facts->facts[PITH_FIELD_HEADING][i].value), false);
        pith_key key = pith_key_of(heading);
        if (pith_is_site(facts, heading) || (site.size > 0 && pith_key_equal(&key, &site_key)))
            continue;
        for (size_t k = 0; k < count; k++) {
            double agreement = pith_agreement(heading, titles[k]);
            if (agreement > best_agreement + 1e-9) {
                best_agreement = agreement;
                best = heading;
            }
        }
    }
    return best;
}

/*
 * "Politics | A heron came back": where a heading ends with one of the titles,
 * what stands before that is a section, a kicker or a date, unless <title> too
 * has all of it. Gives the title's index, or `count`.
 */
static size_t title_within(pith_str heading, pith_str page, const pith_str *titles, size_t count)
{
    enum { KEY_MIN = 8 };
    pith_key whole = pith_key_of(heading);
    if (pith_str_contains(page, heading))
        return count;
    for (size_t i = 0; i < count; i++) {
        pith_key key = pith_key_of(titles[i]);
        if (key.size > KEY_MIN && key.size < whole.size &&
            memcmp(whole.data + whole.size - key.size, key.data, key.size) == 0)
            return i;
    }
    return count;
}

static size_t first_given(const pith_str *titles, size_t count)
{
    size_t i = 0;
    while (i < count && titles[i].size == 0)
        i++;
    return i;
}

/* Where no source of trust has a title and no heading agrees: a weak one, then the heading. */
static pith_str last_resort(const pith_facts *facts, pith_str page, uint8_t *source)
{
    const pith_fact *weak = pith_facts_first(facts, PITH_FIELD_HEADLINE);
    if (weak != NULL) {
        *source = (uint8_t)weak->source;
        return without_site(facts, weak->value, true);
    }
    if (facts->counts[PITH_FIELD_HEADING] == 0)
        return page;
    *source = PITH_SOURCE_VISIBLE;
    return without_anchor(facts->facts[PITH_FIELD_HEADING][0].value);
}

pith_str pith_choose_title(const pith_facts *facts, uint8_t *source)
{
    static const uint8_t sources[] = {PITH_SOURCE_OPENGRAPH, PITH_SOURCE_META, PITH_SOURCE_JSONLD,
                                      PITH_SOURCE_MICRODATA};
    pith_str page = {NULL, 0};
    if (facts->counts[PITH_FIELD_PAGE_TITLE] > 0)
        page = facts->facts[PITH_FIELD_PAGE_TITLE][0].value;
    pith_str titles[] = {
        without_site(facts, pith_facts_from(facts, PITH_FIELD_HEADLINE, PITH_SOURCE_OPENGRAPH),
                     true),
        without_site(facts, page, true),
        pith_facts_from(facts, PITH_FIELD_HEADLINE, PITH_SOURCE_JSONLD),
        pith_facts_from(facts, PITH_FIELD_HEADLINE, PITH_SOURCE_MICRODATA),
    };
    size_t count = sizeof titles / sizeof *titles;
    pith_str heading = agreed_heading(facts, titles, count, site_segment(page));
    size_t chosen =
        heading.size > 0 ? title_within(heading, page, titles, count) : first_given(titles, count);
    if (chosen < count) {
        *source = sources[chosen];
        return titles[chosen];
    }
    if (heading.size == 0)
        return last_resort(facts, page, source);
    *source = PITH_SOURCE_VISIBLE;
    return heading;
}
