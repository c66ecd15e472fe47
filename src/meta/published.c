/* SPDX-License-Identifier: Apache-2.0 */
/* The date on which the page was published. */
#include "base/url.h"
#include "meta/choose.h"
#include "meta/date.h"

/* A date and where it is from. */
typedef struct dated {
    pith_date date;
    pith_source source;
} dated;

/* What the visible page says, it may say in a <time>. */
static pith_source source_of(const pith_facts *facts, const pith_fact *fact)
{
    const pith_html_tree *tree = facts->tree;
    bool timed = fact->source == PITH_SOURCE_VISIBLE && fact->node != 0 &&
                 (pith_html_is(tree, fact->node, PITH_TAG_TIME) ||
                  pith_html_is(tree, tree->nodes[fact->node].parent, PITH_TAG_TIME));
    return timed ? PITH_SOURCE_TIME : fact->source;
}

/* The first readable date of a field from a source. */
static bool date_from(const pith_facts *facts, pith_field field, pith_source source, bool weak,
                      pith_str language, dated *found)
{
    for (unsigned i = 0; i < facts->counts[field]; i++) {
        const pith_fact *fact = &facts->facts[field][i];
        if (fact->source == source && fact->weak == weak &&
            pith_date_read(fact->value, language, &found->date)) {
            found->source = source_of(facts, fact);
            return true;
        }
    }
    return false;
}

static bool digits(pith_str path, size_t at, size_t count)
{
    for (size_t i = at; i < at + count; i++)
        if (i >= path.size || !pith_is_digit(path.data[i]))
            return false;
    return true;
}

/* A date between slashes, or with hyphens, in the path: /2024/05/17/, /2024-05-17-title. */
static bool date_of_path(pith_str path, pith_date *date)
{
    for (size_t at = 0; at + 9 <= path.size; at++) {
        if (path.data[at] != '/' || !digits(path, at + 1, 4))
            continue;
        char sign = path.data[at + 5];
        size_t month = digits(path, at + 6, 2) ? 2 : 1;
        size_t day_at = at + 7 + month;
        if ((sign != '/' && sign != '-') || day_at >= path.size || path.data[day_at - 1] != sign)
            continue;
        size_t day = digits(path, day_at, 2) ? 2 : 1;
        size_t end = day_at + day;
        if ((end < path.size && pith_is_digit(path.data[end])) || !digits(path, day_at, day))
            continue;
        if (pith_date_find((pith_str){path.data + at + 1, end - at - 1}, (pith_str){NULL, 0},
                           date)) {
            date->hour = -1;
            return true;
        }
    }
    return false;
}

bool pith_has_date(const pith_facts *facts, pith_str language)
{
    pith_date date;
    for (unsigned i = 0; i < facts->counts[PITH_FIELD_DATE]; i++)
        if (pith_date_read(facts->facts[PITH_FIELD_DATE][i].value, language, &date))
            return true;
    return date_of_path(pith_url_path(facts->url), &date);
}

/* Days since 1970, without the time. */
static int64_t day_of(pith_date date)
{
    enum { DAY = 24 * 60 };
    date.hour = -1;
    date.zone = PITH_ZONE_NONE;
    return pith_date_minutes(&date) / DAY;
}

/*
 * Content management systems store moments in UTC, in which the day of an
 * evening's or a night's article is another than the one that the site prints.
 * Where the page gives the same moment in its own zone, or has the day before
 * or after in its path, that is the site's own date.
 */
static void prefer_local(const pith_facts *facts, pith_str language, dated *chosen)
{
    pith_date other, date = chosen->date;
    if (date.zone != 0 || date.hour < 0)
        return;
    for (unsigned i = 0; i < facts->counts[PITH_FIELD_DATE]; i++) {
        const pith_fact *fact = &facts->facts[PITH_FIELD_DATE][i];
        if (pith_date_read(fact->value, language, &other) && other.zone != 0 &&
            other.zone != PITH_ZONE_NONE && pith_date_minutes(&other) == pith_date_minutes(&date)) {
            *chosen = (dated){other, source_of(facts, fact)};
            return;
        }
    }
    if (date_of_path(pith_url_path(facts->url), &other)) {
        int64_t apart = day_of(other) - day_of(date);
        if (apart == 1 || apart == -1)
            *chosen = (dated){other, PITH_SOURCE_URL};
    }
}

/* The sources that say the day of `date`, as bits; moments less than a day apart are one. */
static unsigned sources_of(const pith_facts *facts, pith_str language, const pith_date *date)
{
    unsigned sources = 0;
    pith_date other;
    for (unsigned i = 0; i < facts->counts[PITH_FIELD_DATE]; i++) {
        const pith_fact *fact = &facts->facts[PITH_FIELD_DATE][i];
        if (fact->weak || fact->source >= PITH_SOURCE_VISIBLE ||
            !pith_date_read(fact->value, language, &other))
            continue;
        int64_t apart = day_of(other) - day_of(*date);
        if (apart >= -1 && apart <= 1)
            sources |= 1u << fact->source;
    }
    return sources;
}

static unsigned bit_count(unsigned bits)
{
    unsigned count = 0;
    for (; bits != 0; bits &= bits - 1)
        count++;
    return count;
}

/* The date that most of the sources before the visible page give; of several the most trusted. */
static bool stated_date(const pith_facts *facts, pith_str language, dated *chosen)
{
    unsigned most = 0;
    for (unsigned weak = 0; weak < 2 && most == 0; weak++) {
        for (pith_source from = PITH_SOURCE_JSONLD; from <= PITH_SOURCE_META; from++) {
            dated found;
            if (!date_from(facts, PITH_FIELD_DATE, from, weak == 1, language, &found))
                continue;
            unsigned count = weak == 0 ? bit_count(sources_of(facts, language, &found.date)) : 1;
            if (count > most) {
                most = count;
                *chosen = found;
            }
        }
    }
    return most > 0;
}

/* Whether the page says that it was changed on this day. */
static bool is_change(const pith_facts *facts, pith_str language, const pith_date *date)
{
    pith_date other;
    for (unsigned i = 0; i < facts->counts[PITH_FIELD_MODIFIED]; i++)
        if (pith_date_read(facts->facts[PITH_FIELD_MODIFIED][i].value, language, &other) &&
            day_of(other) == day_of(*date))
            return true;
    return false;
}

/*
 * Many systems give the day of the last change for that of publication. It may be
 * so where no later change is known, and where only a <meta> says it.
 */
bool pith_doubts_date(const pith_facts *facts, pith_str language)
{
    dated stated;
    pith_date modified;
    if (!stated_date(facts, language, &stated))
        return false;
    if (stated.source >= PITH_SOURCE_DUBLINCORE)
        return true;
    for (unsigned i = 0; i < facts->counts[PITH_FIELD_MODIFIED]; i++)
        if (pith_date_read(facts->facts[PITH_FIELD_MODIFIED][i].value, language, &modified) &&
            day_of(modified) > day_of(stated.date))
            return false;
    return true;
}

/* A date beside the headline that is earlier than a doubtful one is that of publication. */
static void prefer_shown(const pith_facts *facts, pith_str language, dated *chosen)
{
    dated shown;
    if (!date_from(facts, PITH_FIELD_DATE, PITH_SOURCE_VISIBLE, false, language, &shown) ||
        is_change(facts, language, &shown.date))
        return;
    int64_t later = day_of(shown.date) - day_of(chosen->date);
    if (later < 0 || (later > 0 && chosen->source >= PITH_SOURCE_DUBLINCORE))
        *chosen = shown;
}

/* When a source says that the page was changed last. */
static bool stated_change(const pith_facts *facts, pith_str language, dated *chosen)
{
    for (unsigned weak = 0; weak < 2; weak++)
        for (pith_source from = PITH_SOURCE_JSONLD; from <= PITH_SOURCE_META; from++)
            if (date_from(facts, PITH_FIELD_MODIFIED, from, weak == 1, language, chosen))
                return true;
    return false;
}

static bool find_date(const pith_facts *facts, pith_str language, dated *chosen)
{
    if (stated_date(facts, language, chosen)) {
        pith_source stated = chosen->source;
        prefer_local(facts, language, chosen);
        if (chosen->source == stated)
            prefer_shown(facts, language, chosen);
        return true;
    }
    if (date_of_path(pith_url_path(facts->url), &chosen->date)) {
        chosen->source = PITH_SOURCE_URL;
        return true;
    }
    return date_from(facts, PITH_FIELD_DATE, PITH_SOURCE_VISIBLE, false, language, chosen) ||
           date_from(facts, PITH_FIELD_MODIFIED, PITH_SOURCE_VISIBLE, false, language, chosen) ||
           stated_change(facts, language, chosen);
}

static pith_str written(pith_facts *facts, const dated *chosen, uint8_t *source)
{
    char *out = pith_arena_take(facts->arena, PITH_DATE_SIZE);
    facts->failed |= out == NULL;
    if (out == NULL)
        return (pith_str){NULL, 0};
    *source = (uint8_t)chosen->source;
    return (pith_str){out, pith_date_write(&chosen->date, out)};
}

pith_str pith_choose_date(pith_facts *facts, pith_str language, uint8_t *source)
{
    dated chosen;
    return find_date(facts, language, &chosen) ? written(facts, &chosen, source)
                                               : (pith_str){NULL, 0};
}

pith_str pith_choose_modified(pith_facts *facts, pith_str language, uint8_t *source)
{
    dated chosen;
    return stated_change(facts, language, &chosen) ||
                   date_from(facts, PITH_FIELD_MODIFIED, PITH_SOURCE_VISIBLE, false, language,
                             &chosen)
               ? written(facts, &chosen, source)
               : (pith_str){NULL, 0};
}
