/* SPDX-License-Identifier: Apache-2.0 */
#include "meta/date.h"
#include "base/utf8.h"
#include "meta/words.h"

enum {
    TEXT_MAX = 1024, /* bytes of a text that are looked at */
    WORD_MAX = 48,   /* bytes of the longest word that may be a month */
    GAP_MAX = 16     /* bytes between the parts of one date */
};

/* ---- Parts -------------------------------------------------------------- */

typedef struct part {
    size_t start;
    size_t end;
    uint32_t value; /* the number, or the month */
    int digits;     /* 0: a month's name */
} part;

typedef struct scanner {
    pith_str text;
    pith_str language;
    size_t at;
} scanner;

static size_t decode(const scanner *s, size_t at, uint32_t *c)
{
    return pith_utf8_decode(s->text.data + at, s->text.size - at, c);
}

static part read_number(scanner *s)
{
    part number = {.start = s->at};
    while (s->at < s->text.size) {
        uint32_t c;
        size_t size = decode(s, s->at, &c);
        int value = pith_digit_value(c);
        if (value < 0)
            break;
        if (number.digits < 9)
            number.value = number.value * 10 + (uint32_t)value;
        number.digits++;
        s->at += size;
    }
    number.end = s->at;
    return number;
}

/* A dot inside a Thai abbreviation ("พ.ค.") is part of its word. */
static bool is_thai_dot(const scanner *s, size_t at)
{
    uint32_t c;
    if (s->text.data[at] != '.' || at + 1 >= s->text.size)
        return false;
    decode(s, at + 1, &c);
    return c >= 0xE01 && c <= 0xE4E;
}

/* The month that the word at the scanner names, or 0. Moves past the word. */
static int read_word(scanner *s)
{
    char word[WORD_MAX + PITH_UTF8_MAX];
    size_t size = 0;
    size_t start = s->at;
    while (s->at < s->text.size) {
        uint32_t c;
        size_t taken = decode(s, s->at, &c);
        if (pith_digit_value(c) >= 0)
            break;
        if (!pith_is_letter(c) && (s->at == start || !is_thai_dot(s, s->at)))
            break;
        if (size < WORD_MAX)
            size += pith_utf8_encode(pith_fold(c), word + size);
        s->at += taken;
    }
    return size < WORD_MAX ? pith_month_find((pith_str){word, size}, s->language) : 0;
}

/* The next number or month; false at the end. */
static bool next_part(scanner *s, part *next)
{
    while (s->at < s->text.size) {
        uint32_t c;
        size_t start = s->at;
        size_t size = decode(s, s->at, &c);
        if (pith_digit_value(c) >= 0) {
            *next = read_number(s);
            return true;
        }
        if (!pith_is_letter(c)) {
            s->at += size;
            continue;
        }
        int month = read_word(s);
        if (month != 0) {
            *next = (part){.start = start, .end = s->at, .value = (uint32_t)month};
            return true;
        }
    }
    return false;
}

/* ---- Dates -------------------------------------------------------------- */

static int days_in_month(int year, int month)
{
    static const int8_t days[12] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return month == 2 && leap ? 29 : days[month - 1];
}

static bool set_date(pith_date *date, uint32_t year, uint32_t month, uint32_t day)
{
    enum { BUDDHIST = 543 };
    if (year >= PITH_YEAR_MIN + BUDDHIST && year <= PITH_YEAR_MAX + BUDDHIST)
        year -= BUDDHIST;
    if (year < PITH_YEAR_MIN || year > PITH_YEAR_MAX || month < 1 || month > 12 || day < 1 ||
        (int)day > days_in_month((int)year, (int)month))
        return false;
    *date = (pith_date){
        .year = (int16_t)year,
        .month = (int8_t)month,
        .day = (int8_t)day,
        .hour = -1,
        .zone = PITH_ZONE_NONE,
    };
    return true;
}

/* Whether the language's readers take 05/06 for the sixth of May. */
static bool month_first(pith_str language)
{
    pith_str english = {language.data, language.size < 2 ? language.size : 2};
    if (!pith_str_equal_ignoring_case(english, PITH_STR("en")))
        return false;
    if (language.size < 5)
        return true;
    pith_str region = {language.data + 3, 2};
    return pith_str_equal_ignoring_case(region, PITH_STR("us")) ||
           pith_str_equal_ignoring_case(region, PITH_STR("ph"));
}

/* What stands between two parts, without spaces. */
static pith_str gap(const scanner *s, const part *a, const part *b)
{
    return pith_str_trim((pith_str){s->text.data + a->end, b->start - a->end});
}

/* Words that may stand between the parts of a date, in lower case. */
static bool is_glue(pith_str word)
{
    static const char glue[] =
        " th st nd rd of the de del da do di den der d du le er ère re ng m г год года року р ko "
        "gada année año ano en an a e l ª º й го rok roku år năm พ ศ ב של ";
    const char *at = glue;
    for (; (at = strchr(at, ' ')) != NULL && at[1] != '\0'; at++)
        if (strncmp(at + 1, word.data, word.size) == 0 && at[1 + word.size] == ' ')
            return true;
    return false;
}

/* Whether what stands between two parts joins them to one date. */
static bool is_joined(const scanner *s, const part *a, const part *b)
{
    pith_str between = gap(s, a, b);
    if (between.size > GAP_MAX)
        return false;
    pith_str word = {between.data, 0};
    for (size_t at = 0; at < between.size;) {
        uint32_t c;
        size_t size = pith_utf8_decode(between.data + at, between.size - at, &c);
        if (c < 0x80 && c != 0 && strchr("|;:()\\", (char)c) != NULL)
            return false;
        at += size;
        if (pith_is_letter(c)) {
            word.size += size;
            continue;
        }
        if (word.size > 0 && !is_glue(word))
            return false;
        word = (pith_str){between.data + at, 0};
    }
    return word.size == 0 || is_glue(word);
}

/* What may separate three numbers: the same sign twice, or the East Asian marks. */
static bool are_separated(const scanner *s, const part p[3], bool *year_mark)
{
    pith_str one = gap(s, &p[0], &p[1]);
    pith_str two = gap(s, &p[1], &p[2]);
    *year_mark = (pith_str_equal(one, PITH_STR("年")) && pith_str_equal(two, PITH_STR("月"))) ||
                 (pith_str_equal(one, PITH_STR("년")) && pith_str_equal(two, PITH_STR("월")));
    return *year_mark ||
           (one.size == 1 && strchr("-./", one.data[0]) != NULL && pith_str_equal(one, two));
}

static bool read_numeric(const scanner *s, const part p[3], pith_date *date)
{
    bool year_mark;
    if (!are_separated(s, p, &year_mark))
        return false;
    if (p[0].digits == 4)
        return p[1].digits <= 2 && p[2].digits <= 2 &&
               set_date(date, p[0].value, p[1].value, p[2].value);
    char sign = gap(s, &p[0], &p[1]).data[0];
    if (p[0].digits > 2 || p[1].digits > 2 || year_mark)
        return false;
    uint32_t year = p[2].value;
    if (p[2].digits == 2 && p[0].digits == 2 && p[1].digits == 2 && sign != '-')
        year += 2000;
    else if (p[2].digits != 4)
        return false;
    bool swap = sign != '.' && month_first(s->language);
    uint32_t first = p[0].value, second = p[1].value;
    if ((swap && first <= 12) || second > 12)
        return set_date(date, year, first, second);
    return set_date(date, year, second, first);
}

/* Vietnamese counts its months: 17 tháng 5 năm 2024. */
static bool read_counted(const scanner *s, const part p[3], pith_date *date)
{
    pith_str between = gap(s, &p[0], &p[1]);
    return p[0].digits <= 2 && p[1].digits <= 2 && p[2].digits == 4 &&
           (pith_str_equal(between, PITH_STR("tháng")) ||
            pith_str_equal(between, PITH_STR("Tháng"))) &&
           is_joined(s, &p[1], &p[2]) && set_date(date, p[2].value, p[1].value, p[0].value);
}

/* A date of which one part is a month's name. */
static bool read_named(const scanner *s, const part p[3], pith_date *date)
{
    if (!is_joined(s, &p[0], &p[1]) || !is_joined(s, &p[1], &p[2]))
        return false;
    if (p[0].digits == 0) /* May 17, 2024 */
        return p[1].digits > 0 && p[1].digits <= 2 && p[2].digits == 4 &&
               set_date(date, p[2].value, p[0].value, p[1].value);
    if (p[1].digits == 0 && p[2].digits == 4) /* 17 May 2024 */
        return p[0].digits <= 2 && set_date(date, p[2].value, p[1].value, p[0].value);
    if (p[0].digits != 4 || p[1].digits > 2 || p[2].digits > 2)
        return false;
    if (p[1].digits == 0 && p[2].digits > 0) /* 2024. május 17. */
        return set_date(date, p[0].value, p[1].value, p[2].value);
    if (p[1].digits > 0 && p[2].digits == 0) /* 2024. gada 17. maijs */
        return set_date(date, p[0].value, p[2].value, p[1].value);
    return false;
}

/* ---- Times -------------------------------------------------------------- */

/* "Z", "+02:00", "+0200", "GMT", "UTC": what follows a time. */
static void read_zone(pith_str rest, pith_date *date)
{
    rest = pith_str_trim(rest);
    if (rest.size == 0)
        return;
    pith_str name = {rest.data, rest.size < 3 ? rest.size : 3};
    if ((rest.data[0] == 'Z' && (rest.size == 1 || !pith_is_alpha(rest.data[1]))) ||
        pith_str_equal(name, PITH_STR("GMT")) || pith_str_equal(name, PITH_STR("UTC"))) {
        date->zone = 0;
        return;
    }
    if (rest.data[0] != '+' && rest.data[0] != '-')
        return;
    int digits = 0, value = 0;
    for (size_t i = 1; i < rest.size && digits < 4; i++) {
        if (pith_is_digit(rest.data[i])) {
            value = value * 10 + (rest.data[i] - '0');
            digits++;
        } else if (rest.data[i] != ':' || digits != 2) {
            break;
        }
    }
    if (digits == 2)
        value *= 100;
    if ((digits != 2 && digits != 4) || value > 1400 || value % 100 > 59)
        return;
    int minutes = value / 100 * 60 + value % 100;
    date->zone = (int16_t)(rest.data[0] == '-' ? -minutes : minutes);
}

/* "am", "p.m.": 12 for the afternoon, 0 for the morning, -1 if neither is said. */
static int read_half_day(pith_str *rest)
{
    pith_str text = pith_str_trim(*rest);
    if (text.size < 2)
        return -1;
    char half = pith_to_lower(text.data[0]);
    size_t dot = text.data[1] == '.' ? 1 : 0;
    if ((half != 'a' && half != 'p') || text.size < 2 + dot ||
        pith_to_lower(text.data[1 + dot]) != 'm' ||
        (text.size > 2 + dot && pith_is_alpha(text.data[2 + dot])))
        return -1;
    *rest = (pith_str){text.data + 2 + dot, text.size - 2 - dot};
    return half == 'p' ? 12 : 0;
}

/* The time that follows the date within a few bytes, if one does. */
static void read_time(scanner *s, pith_date *date)
{
    size_t end = s->at;
    while (s->at < s->text.size && s->at - end <= GAP_MAX && !pith_is_digit(s->text.data[s->at]))
        s->at++;
    if (s->at == s->text.size || s->at - end > GAP_MAX)
        return;
    part hour = read_number(s);
    if (s->at == s->text.size || s->text.data[s->at] != ':')
        return;
    s->at++;
    part minute = read_number(s);
    if (hour.digits > 2 || minute.digits != 2 || hour.value > 24 || minute.value > 59)
        return;
    part second = {0};
    if (s->at < s->text.size && s->text.data[s->at] == ':') {
        s->at++;
        second = read_number(s);
        if (s->at < s->text.size && (s->text.data[s->at] == '.' || s->text.data[s->at] == ',')) {
            s->at++; /* a fraction */
            read_number(s);
        }
    }
    pith_str rest = {s->text.data + s->at, s->text.size - s->at};
    int half = read_half_day(&rest);
    if (half >= 0)
        hour.value = hour.value % 12 + (uint32_t)half;
    if (hour.value > 23)
        return;
    date->hour = (int8_t)hour.value;
    date->minute = (int8_t)minute.value;
    date->second = second.digits == 2 && second.value <= 59 ? (int8_t)second.value : 0;
    read_zone(rest, date);
}

/* ---- Finding ------------------------------------------------------------ */

/*
 * Whether a text has the digits of a date: a year and a day, six ("17.05.24"), or some of a
 * script that has its own. Most texts have not, and need no closer look.
 */
static bool has_digits(pith_str text)
{
    unsigned digits = 0, run = 0, longest = 0;
    for (size_t i = 0; i < text.size; i++) {
        if ((unsigned char)text.data[i] >= 0xD9)
            return true;
        bool digit = pith_is_digit(text.data[i]);
        digits += digit;
        run = digit ? run + 1 : 0;
        longest = run > longest ? run : longest;
    }
    return digits >= 6 || (digits == 5 && longest == 4);
}

bool pith_date_find(pith_str text, pith_str language, pith_date *date)
{
    scanner s = {.text = text, .language = language};
    if (s.text.size > TEXT_MAX)
        s.text.size = TEXT_MAX;
    if (!has_digits(s.text))
        return false;
    part p[3];
    unsigned count = 0;
    while (next_part(&s, &p[count])) {
        if (++count < 3)
            continue;
        bool named = p[0].digits == 0 || p[1].digits == 0 || p[2].digits == 0;
        if (named ? read_named(&s, p, date)
                  : read_numeric(&s, p, date) || read_counted(&s, p, date)) {
            read_time(&s, date);
            return true;
        }
        p[0] = p[1];
        p[1] = p[2];
        count = 2;
    }
    return false;
}

/* Days since 1970 to a date: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms". */
static bool set_from_epoch(pith_date *date, uint64_t seconds)
{
    uint64_t days = seconds / 86400 + 719468; /* from 0000-03-01 */
    uint64_t era = days / 146097;
    uint64_t day_of_era = days % 146097;
    uint64_t year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    uint64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    uint64_t shifted = (5 * day_of_year + 2) / 153; /* months from March */
    uint64_t day = day_of_year - (153 * shifted + 2) / 5 + 1;
    uint64_t month = shifted < 10 ? shifted + 3 : shifted - 9;
    uint64_t year = year_of_era + era * 400 + (month <= 2);
    if (!set_date(date, (uint32_t)year, (uint32_t)month, (uint32_t)day))
        return false;
    date->hour = (int8_t)(seconds % 86400 / 3600);
    date->minute = (int8_t)(seconds % 3600 / 60);
    date->second = (int8_t)(seconds % 60);
    date->zone = 0;
    return true;
}

static bool read_digits(pith_str value, pith_date *date)
{
    uint64_t number = 0;
    for (size_t i = 0; i < value.size; i++)
        number = number * 10 + (uint64_t)(value.data[i] - '0');
    if (value.size == 8)
        return set_date(date, (uint32_t)(number / 10000), (uint32_t)(number / 100 % 100),
                        (uint32_t)(number % 100));
    if (value.size == 14)
        return set_date(date, (uint32_t)(number / 10000000000),
                        (uint32_t)(number / 100000000 % 100), (uint32_t)(number / 1000000 % 100));
    if (value.size == 10)
        return set_from_epoch(date, number);
    return value.size == 13 && set_from_epoch(date, number / 1000);
}

bool pith_date_read(pith_str value, pith_str language, pith_date *date)
{
    value = pith_str_trim(value);
    size_t digits = 0;
    while (digits < value.size && pith_is_digit(value.data[digits]))
        digits++;
    if (digits > 0 && digits == value.size && digits <= 14)
        return read_digits(value, date);
    if (digits == 8 && value.data[8] == 'T') /* the basic format of ISO 8601 */
        return read_digits((pith_str){value.data, 8}, date);
    return pith_date_find(value, language, date);
}

/* Days from 1970 to a date, by the same source. */
static int64_t days_from_epoch(const pith_date *date)
{
    int64_t year = date->year - (date->month <= 2);
    int64_t era = year / 400;
    int64_t year_of_era = year % 400;
    int64_t shifted = date->month > 2 ? date->month - 3 : date->month + 9;
    int64_t day_of_year = (153 * shifted + 2) / 5 + date->day - 1;
    int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + day_of_era - 719468;
}

int64_t pith_date_minutes(const pith_date *date)
{
    int64_t minutes = days_from_epoch(date) * 24 * 60;
    if (date->hour >= 0)
        minutes += date->hour * 60 + date->minute;
    return date->zone != PITH_ZONE_NONE ? minutes - date->zone : minutes;
}

/* ---- Writing ------------------------------------------------------------ */

static char *put_number(char *out, int value, int digits)
{
    for (int i = digits - 1; i >= 0; i--) {
        out[i] = (char)('0' + value % 10);
        value /= 10;
    }
    return out + digits;
}

size_t pith_date_write(const pith_date *date, char out[PITH_DATE_SIZE])
{
    char *end = put_number(out, date->year, 4);
    *end++ = '-';
    end = put_number(end, date->month, 2);
    *end++ = '-';
    end = put_number(end, date->day, 2);
    if (date->hour < 0)
        return (size_t)(end - out);
    *end++ = 'T';
    end = put_number(end, date->hour, 2);
    *end++ = ':';
    end = put_number(end, date->minute, 2);
    *end++ = ':';
    end = put_number(end, date->second, 2);
    if (date->zone == 0) {
        *end++ = 'Z';
    } else if (date->zone != PITH_ZONE_NONE) {
        int minutes = date->zone < 0 ? -date->zone : date->zone;
        *end++ = date->zone < 0 ? '-' : '+';
        end = put_number(end, minutes / 60, 2);
        *end++ = ':';
        end = put_number(end, minutes % 60, 2);
    }
    return (size_t)(end - out);
}
