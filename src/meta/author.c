/* SPDX-License-Identifier: Apache-2.0 */
/* The people and organisations that wrote the page. */
#include "meta/choose.h"
#include "meta/date.h"
#include "meta/words.h"

enum { NAME_MAX = 100 }; /* bytes: longer texts are biographies */

/* ---- One name ------------------------------------------------------------- */

/* What stands before a name, in lower case, between bars, by its first letter. */
static const char *const introductions[26] = {
    ['a' - 'a'] = "|av|af|article by|added by|a guest post by|author|authors|autor|autorin|autoren"
                  "|autorka|auteur|autore|",
    ['b' - 'a'] = "|by|",
    ['c' - 'a'] = "|created by|contributed by|",
    ['d' - 'a'] = "|di|door|de|",
    ['e' - 'a'] = "|erstellt von|eingestellt von|ein beitrag von|ein artikel von|escrito por|",
    ['g' - 'a'] = "|guest post by|geschrieben von|geschreven door|gespeichert von|gönderen|",
    ['k' - 'a'] = "|kirjoittaja|",
    ['n' - 'a'] = "|napisał|",
    ['o' - 'a'] = "|od|oleh|",
    ['p' - 'a'] = "|par|por|przez|posted by|published by|publié par|publicado por|pubblicato da"
                  "|penulis|",
    ['r' - 'a'] = "|recipe by|reported by|rédigé par|",
    ['s' - 'a'] = "|story by|story|started by|scritto da|skrevet av|skrevet af|skriven av|skribent"
                  "|szerző|submitted by|",
    ['t' - 'a'] = "|text by|text|tekst|thread starter|tác giả|tekijä|",
    ['v' - 'a'] = "|von|veröffentlicht von|verfasst von|",
    ['w' - 'a'] = "|written by|words by|words|",
    ['y' - 'a'] = "|yazan|",
};

/* Those that begin with another letter. */
static const char other_introductions[] =
    "|автор|текст|écrit par|írta|作者|記者|记者|文|著者|글|기자|";

/* Names that stand for nobody, as their keys. */
static const char nobodies[] =
    "|admin|administrator|author|autor|null|none|undefined|unknown|noauthor|na|anonymous|anonym"
    "|root|default|user|editor|guest|webmaster|nan|false|true|name|superuser|wpadmin|siteadmin|";

/* Without white space and signs that no name begins or ends with. */
static pith_str trim_signs(pith_str text)
{
    static const char signs[] = " \t\n\r\f,;:|/\\-*+=<>_~\"";
    static const pith_str wide[] = {{"–", 3}, {"—", 3},  {"·", 2}, {"•", 3},       {"»", 2},
                                    {"«", 2}, {"：", 3}, {"|", 1}, {"\xC2\xA0", 2}};
    for (bool again = true; again && text.size > 0;) {
        again = false;
        if (strchr(signs, text.data[0]) != NULL && text.data[0] != '\0') {
            text = pith_str_from(text, 1);
            again = true;
        } else if (strchr(signs, text.data[text.size - 1]) != NULL) {
            text.size--;
            again = true;
        }
        for (size_t i = 0; i < sizeof wide / sizeof *wide; i++) {
            size_t size = wide[i].size;
            if (text.size >= size && memcmp(text.data, wide[i].data, size) == 0) {
                text = pith_str_from(text, size);
                again = true;
            }
            if (text.size >= size &&
                memcmp(text.data + text.size - size, wide[i].data, size) == 0) {
                text.size -= size;
                again = true;
            }
        }
    }
    return text;
}

/* Whether no name begins with an introduction: it is "by", or of several words. */
static bool is_sure(pith_str word)
{
    return memchr(word.data, ' ', word.size) != NULL || pith_str_equal(word, PITH_STR("by"));
}

/* Whether a text may begin with a name instead: "De Vries", "Di Stefano". */
static bool is_name_too(pith_str text, pith_str word)
{
    return word.size == 2 && text.data[0] == 'D';
}

size_t pith_introduction_size(pith_str text, bool byline)
{
    if (text.size == 0)
        return 0;
    const char *list = other_introductions;
    if (pith_is_alpha(text.data[0]))
        list = introductions[pith_to_lower(text.data[0]) - 'a'];
    else if ((unsigned char)text.data[0] < 0x80)
        return 0;
    size_t longest = 0;
    for (const char *at = list; at != NULL && at[1] != '\0';) {
        const char *end = strchr(at + 1, '|');
        pith_str word = {at + 1, (size_t)(end - at - 1)};
        at = end;
        if (word.size <= longest || word.size > text.size ||
            !pith_str_equal_ignoring_case((pith_str){text.data, word.size}, word))
            continue;
        bool wide = (unsigned char)word.data[0] >= 0xE3; /* East Asian: no spaces */
        char next = word.size < text.size ? text.data[word.size] : ' ';
        bool sure = next == ':' || is_sure(word) || (byline && !is_name_too(text, word));
        if (wide || (sure && (next == ' ' || next == ':' || next == '\n')))
            longest = word.size;
    }
    return longest;
}

static pith_str without_introduction(pith_str text, bool byline)
{
    return trim_signs(pith_str_from(text, pith_introduction_size(text, byline)));
}

/* Whether a word stands between a name and the number of a date: "on Friday, May 17". */
static bool is_of_date(pith_str word)
{
    static const char words[] =
        "|on|am|at|um|le|el|il|den|vom|op|em|dne|dnia|the|published|updated|last|posted|"
        "mon|tue|wed|thu|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday|"
        "montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|"
        "vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|";
    char lower[16];
    if (pith_list_has(words, word))
        return true;
    if (word.size > sizeof lower)
        return false;
    for (size_t i = 0; i < word.size; i++)
        lower[i] = pith_to_lower(word.data[i]);
    return pith_month_find((pith_str){lower, word.size}, (pith_str){NULL, 0}) != 0;
}

/* A name before a date, without the date's words. */
static pith_str without_date(pith_str text)
{
    for (;;) {
        size_t start = text.size;
        while (start > 0 && text.data[start - 1] != ' ')
            start--;
        pith_str word = trim_signs(pith_str_from(text, start));
        if (word.size > 0 && word.data[word.size - 1] == '.')
            word.size--;
        if (text.size == 0 || !is_of_date(word))
            return text;
        text = trim_signs((pith_str){text.data, start});
    }
}

/* To where a date, an address or an explanation begins. */
static pith_str before_rest(pith_str text)
{
    static const pith_str ends[] = {{" | ", 3}, {" – ", 5}, {" — ", 5},  {" • ", 5},
                                    {" · ", 4}, {" - ", 3}, {"http", 4}, {" (@", 3},
                                    {" @", 2},  {"\n", 1},  {" // ", 4}};
    size_t end = text.size;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        for (size_t at = 1; at + ends[i].size <= end; at++)
            if (memcmp(text.data + at, ends[i].data, ends[i].size) == 0)
                end = at;
    bool dated = false;
    for (size_t at = 1; at + 1 < end; at++) {
        if (text.data[at] == ' ' && pith_is_digit(text.data[at + 1])) {
            dated = true;
            end = at;
        }
    }
    text = trim_signs((pith_str){text.data, end});
    return dated ? without_date(text) : text;
}

static bool is_address(pith_str text)
{
    static const pith_str marks[] = {{"://", 3}, {"www.", 4}, {".com/", 5}, {"facebook.", 9}};
    if (text.data[0] == '@')
        return true;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (pith_str_contains(text, marks[i]))
            return true;
    return false;
}

static bool is_nobody(pith_str text)
{
    pith_key key = pith_key_of(text);
    bool letter = false;
    for (size_t i = 0; i < key.size; i++)
        letter = letter || !pith_is_digit(key.data[i]);
    if (!letter)
        return true;
    return pith_list_has(nobodies, (pith_str){key.data, key.size});
}

static bool is_sentence(pith_str text)
{
    return memchr(text.data, '!', text.size) != NULL || memchr(text.data, '?', text.size) != NULL;
}

pith_str pith_author_name(pith_str text, bool byline)
{
    text = trim_signs(text);
    if (text.size == 0)
        return text;
    text = before_rest(without_introduction(text, byline));
    if (text.size == 0 || text.size > NAME_MAX || is_address(text) || is_nobody(text) ||
        is_sentence(text))
        return (pith_str){NULL, 0};
    return text;
}

/* ---- The list ------------------------------------------------------------- */

static void add_author(pith_meta *meta, pith_str name)
{
    if (name.size == 0 || meta->author_count == PITH_FACTS_MAX)
        return;
    pith_key key = pith_key_of(name);
    for (size_t i = 0; i < meta->author_count; i++) {
        pith_key known = pith_key_of(meta->authors[i]);
        if (pith_key_equal(&known, &key))
            return;
    }
    meta->authors[meta->author_count++] = name;
}

static bool is_full_name(pith_str text)
{
    unsigned words = 1;
    bool start = true;
    for (size_t i = 0; i < text.size; i++) {
        char byte = text.data[i];
        if (start && byte >= 'a' && byte <= 'z')
            return false;
        start = byte == ' ';
        words += start;
    }
    return words >= 2 && words <= 4;
}

/* "Ada Ash and Ben Oak": where both are full names, two authors. */
static void add_joined(pith_meta *meta, pith_str name)
{
    static const pith_str joints[] = {{" and ", 5}, {" & ", 3},   {" und ", 5}, {" et ", 4},
                                      {" y ", 3},   {" och ", 5}, {" og ", 4},  {" en ", 4},
                                      {" e ", 3},   {" i ", 3},   {" и ", 4},   {"、", 3}};
    for (size_t i = 0; i < sizeof joints / sizeof *joints; i++) {
        for (size_t at = 1; at + joints[i].size < name.size; at++) {
            if (memcmp(name.data + at, joints[i].data, joints[i].size) != 0)
                continue;
            pith_str first = {name.data, at};
            pith_str second = pith_str_from(name, at + joints[i].size);
            if (is_full_name(first) && is_full_name(second)) {
                add_author(meta, first);
                add_author(meta, second);
                return;
            }
        }
    }
    add_author(meta, name);
}

/* The authors that a source names; of several things, those of the first that has any. */
static void add_from(const pith_facts *facts, pith_source source, bool weak, pith_meta *meta)
{
    uint32_t item = 0;
    for (unsigned i = 0; i < facts->counts[PITH_FIELD_AUTHOR]; i++) {
        const pith_fact *fact = &facts->facts[PITH_FIELD_AUTHOR][i];
        if (fact->source != source || fact->weak != weak ||
            (meta->author_count > 0 && fact->item != item))
            continue;
        item = fact->item;
        add_joined(meta, pith_author_name(fact->value, false));
    }
}

bool pith_has_person(const pith_facts *facts)
{
    for (unsigned i = 0; i < facts->counts[PITH_FIELD_AUTHOR]; i++) {
        pith_str name = pith_author_name(facts->facts[PITH_FIELD_AUTHOR][i].value, false);
        if (name.size > 0 && !pith_is_site(facts, name))
            return true;
    }
    return false;
}

/* Only the site itself, which wrote all its pages: an author of an article, not of others. */
static bool is_site_alone(const pith_facts *facts, const pith_meta *meta)
{
    return meta->author_count == 1 && pith_is_site(facts, meta->authors[0]);
}

void pith_choose_authors(pith_facts *facts, pith_meta *meta)
{
    pith_source source = PITH_SOURCE_NONE;
    meta->authors = pith_arena_take_array(facts->arena, PITH_FACTS_MAX, sizeof *meta->authors);
    if (meta->authors == NULL) {
        facts->failed = true;
        return;
    }
    for (unsigned weak = 0; weak < 2 && meta->author_count == 0; weak++) {
        for (source = PITH_SOURCE_JSONLD; source <= PITH_SOURCE_LINK; source++) {
            add_from(facts, source, weak == 1, meta);
            if (meta->author_count > 0)
                break;
        }
    }
    if (is_site_alone(facts, meta)) {
        pith_str site = meta->authors[0];
        meta->author_count = 0;
        add_from(facts, PITH_SOURCE_VISIBLE, false, meta);
        if (is_site_alone(facts, meta))
            meta->author_count = 0;
        if (meta->author_count > 0)
            source = PITH_SOURCE_VISIBLE;
        else if (facts->counts[PITH_FIELD_DATE] > 0)
            add_author(meta, site);
    } else if (meta->author_count == 0) {
        source = PITH_SOURCE_VISIBLE;
        add_from(facts, source, false, meta);
    }
    if (meta->author_count > 0)
        meta->sources[PITH_METADATA_AUTHOR] = (uint8_t)source;
}
