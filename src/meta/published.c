/* SPDX-License-Identifier: Apache-2.0 */
/* The date on which the page was published. */
#include "base/url.h"
#include "meta/choose.h"
#include "meta/date.h"

/* The first readable date of a field from a source. */
static bool date_from(const pith_facts *facts, pith_field field, pith_source source, bool weak,
                      pith_str language, pith_date *date)
{
    for (unsigned i = 0; i < facts->counts[field]; i++) {
        const pith_fact *fact = &facts->facts[field][i];
        if (fact->source == source && fact->weak == weak &&
            pith_date_read(fact->value, language, date))
            return true;
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

/*
 * Content management systems store moments in UTC, in which the day of an
 * evening's or a night's article is another than the one that the site prints.
 * Where the page gives the same moment in its own zone, or has the day before
 * or after in its path, that is the site's own date.
 */
static void prefer_local(const pith_facts *facts, pith_str language, pith_date *date)
{
    enum { DAY = 24 * 60 };
    pith_date other;
    if (date->zone != 0 || date->hour < 0)
        return;
    for (unsigned i = 0; i < facts->counts[PITH_FIELD_DATE]; i++) {
        if (pith_date_read(facts->facts[PITH_FIELD_DATE][i].value, language, &other) &&
            other.zone != 0 && other.zone != PITH_ZONE_NONE &&
            pith_date_minutes(&other) == pith_date_minutes(date)) {
            *date = other;
            return;
        }
    }
    pith_date day = *date;
    day.hour = -1;
    if (date_of_path(pith_url_path(facts->url), &other)) {
        int64_t apart = pith_date_minutes(&other) - pith_date_minutes(&day);
        if (apart == DAY || apart == -DAY)
            *date = other;
    }
}

static bool find_date(const pith_facts *facts, pith_str language, pith_date *date)
{
    for (unsigned weak = 0; weak < 2; weak++) {
        for (pith_source source = PITH_SOURCE_JSONLD; source <= PITH_SOURCE_META; source++) {
            if (date_from(facts, PITH_FIELD_DATE, source, weak == 1, language, date)) {
                prefer_local(facts, language, date);
                return true;
            }
        }
    }
    if (date_of_path(pith_url_path(facts->url), date) ||
        date_from(facts, PITH_FIELD_DATE, PITH_SOURCE_VISIBLE, false, language, date) ||
        date_from(facts, PITH_FIELD_MODIFIED, PITH_SOURCE_VISIBLE, false, language, date))
        return true;
    for (unsigned weak = 0; weak < 2; weak++)
        for (pith_source source = PITH_SOURCE_JSONLD; source <= PITH_SOURCE_META; source++)
            if (date_from(facts, PITH_FIELD_MODIFIED, source, weak == 1, language, date))
                return true;
    return false;
}

pith_str pith_choose_date(pith_facts *facts, pith_str language)
{
    pith_date date;
    if (!find_date(facts, language, &date))
        return (pith_str){NULL, 0};
    char *out = pith_arena_take(facts->arena, PITH_DATE_SIZE);
    facts->failed |= out == NULL;
    return out != NULL ? (pith_str){out, pith_date_write(&date, out)} : (pith_str){NULL, 0};
}
