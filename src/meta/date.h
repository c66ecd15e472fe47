/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Dates in text: ISO 8601, RFC 2822, numbers in the order of the language, and
 * month names of some fifty languages. Gregorian calendar; of Thai dates the
 * Buddhist year is understood.
 */
#ifndef PITH_META_DATE_H
#define PITH_META_DATE_H

#include "base/str.h"

#include <stdint.h>

/* Years that a web page can be from, or announce. */
enum { PITH_YEAR_MIN = 1990, PITH_YEAR_MAX = 2099 };

enum { PITH_DATE_SIZE = 32, PITH_ZONE_NONE = INT16_MAX };

typedef struct pith_date {
    int16_t year;
    int8_t month;   /* 1 to 12 */
    int8_t day;     /* 1 to 31 */
    int8_t hour;    /* -1: no time known */
    int8_t minute;
    int8_t second;
    int16_t zone;   /* minutes east of UTC, or PITH_ZONE_NONE */
} pith_date;

/*
 * The first date in `text` that has a year, a month and a day, with the time
 * that follows it. `language` (BCP 47, may be empty) decides what is ambiguous:
 * 05/06/2024 is the sixth of May in "en-US" and "en", else the fifth of June.
 * Only the first 1,024 bytes are looked at. False where there is none.
 */
bool pith_date_find(pith_str text, pith_str language, pith_date *date);

/*
 * The date that a machine-readable value is: as above, but also "20240517",
 * seconds or milliseconds since 1970.
 */
bool pith_date_read(pith_str value, pith_str language, pith_date *date);

/* Minutes since 1970 in UTC. Without a time it is midnight, without a zone UTC. */
int64_t pith_date_minutes(const pith_date *date);

/* Writes ISO 8601: "2024-05-17", with "T10:20:30+02:00" as far as known; gives its size. */
size_t pith_date_write(const pith_date *date, char out[PITH_DATE_SIZE]);

/* The month that a word in lower case names, 1 to 12, or 0. */
int pith_month_find(pith_str word, pith_str language);

#endif
