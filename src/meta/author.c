/* SPDX-License-Identifier: Apache-2.0 */
/* The people and organisations that wrote the page. */
#include "meta/choose.h"
#include "meta/words.h"

enum { NAME_MAX = 120 }; /* bytes: longer texts are biographies */

/* ---- One name ------------------------------------------------------------- */

/* What stands before a name, in lower case, between bars. */
static const char introductions[] =
    "|by|von|par|por|di|door|av|af|od|przez|de|written by|posted by|published by|article by"
    "|recipe by|story by|words by|text by|created by|added by|contributed by|reported by"
    "|a guest post by|guest post by|thread starter|veröffentlicht von|geschrieben von"
    "|erstellt von|eingestellt von|verfasst von|ein beitrag von|ein artikel von|publié par"
    "|écrit par|rédigé par|escrito por|publicado por|scritto da|pubblicato da"
    "|geschreven door|skrevet av|skrevet af|skriven av|napisał|yazan|oleh|tác giả|gönderen|írta"
    "|author|authors|autor|autorin|autoren|autorka|auteur|autore|skribent|tekst|text|words|story"
    "|автор|текст|penulis|kirjoittaja|tekijä|szerző|作者|記者|记者|文|著者|글|기자|";

/* Names that stand for nobody, as their keys. */
static const char nobodies[] =
    "|admin|administrator|author|autor|null|none|undefined|unknown|noauthor|na|anonymous|anonym"
    "|root|default|user|editor|guest|webmaster|nan|false|true|name|superuser|wpadmin|siteadmin|";

static pith_str skip(pith_str text, size_t size)
{
    return (pith_str){text.data + size, text.size - size};
}

/* Without white space and signs that no name begins or ends with. */
static pith_str trim_signs(pith_str text)
{
    static const char signs[] = " \t\n\r\f,;:|/\\-*+=<>_~";
    static const pith_str wide[] = {{"–", 3}, {"—", 3},  {"·", 2}, {"•", 3},       {"»", 2},
                                    {"«", 2}, {"：", 3}, {"|", 1}, {"\xC2\xA0", 2}};
    for (bool again = true; again && text.size > 0;) {
        again = false;
        if (strchr(signs, text.data[0]) != NULL && text.data[0] != '\0') {
            text = skip(text, 1);
            again = true;
        } else if (strchr(signs, text.data[text.size - 1]) != NULL) {
            text.size--;
            again = true;
        }
        for (size_t i = 0; i < sizeof wide / sizeof *wide; i++) {
            size_t size = wide[i].size;
            if (text.size >= size && memcmp(text.data, wide[i].data, size) == 0) {
                text = skip(text, size);
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

/* The size of the introduction that the text begins with, and of what belongs to it. */
static size_t introduction_size(pith_str text)
{
    size_t longest = 0;
    for (const char *at = introductions; at[1] != '\0';) {
        const char *end = strchr(at + 1, '|');
        pith_str word = {at + 1, (size_t)(end - at - 1)};
        at = end;
        if (word.size <= longest || word.size > text.size ||
            !pith_str_equal_ignoring_case((pith_str){text.data, word.size}, word))
            continue;
        bool wide = (unsigned char)word.data[0] >= 0xE3; /* East Asian: no spaces */
        char next = word.size < text.size ? text.data[word.size] : ' ';
        if (wide || next == ' ' || next == ':' || next == '\n')
            longest = word.size;
    }
    return longest;
}

static pith_str without_introduction(pith_str text)
{
    return trim_signs(skip(text, introduction_size(text)));
}

/* To where a date, an address or an explanation begins. */
static pith_str before_rest(pith_str text)
{
    static const pith_str ends[] = {{" | ", 3}, {" – ", 5},  {" — ", 5}, {" • ", 5}, {" · ", 4},
                                    {" - ", 3}, {"http", 4}, {" (@", 3}, {" @", 2},  {"\n", 1}};
    size_t end = text.size;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        for (size_t at = 1; at + ends[i].size <= end; at++)
            if (memcmp(text.data + at, ends[i].data, ends[i].size) == 0)
                end = at;
    text.size = end;
    return trim_signs(text);
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
    for (const char *at = nobodies; at[1] != '\0';) {
        const char *end = strchr(at + 1, '|');
        if (key.size == (size_t)(end - at - 1) && memcmp(key.data, at + 1, key.size) == 0)
            return true;
        at = end;
    }
    return false;
}

pith_str pith_author_name(pith_str text)
{
    text = trim_signs(text);
    if (text.size == 0 || is_address(text))
        return (pith_str){NULL, 0};
    text = before_rest(without_introduction(text));
    if (text.size == 0 || text.size > NAME_MAX || is_nobody(text))
        return (pith_str){NULL, 0};
    return text;
}

/* ---- The list ------------------------------------------------------------- */

static void add_author(pith_meta *meta, pith_str name)
{
    pith_key key = pith_key_of(name);
    for (size_t i = 0; i < meta->author_count; i++) {
        pith_key known = pith_key_of(meta->authors[i]);
        if (pith_key_equal(&known, &key))
            return;
    }
    meta->authors[meta->author_count++] = name;
}

static void add_from(const pith_facts *facts, pith_source source, bool weak, pith_meta *meta)
{
    for (unsigned i = 0; i < facts->counts[PITH_FIELD_AUTHOR]; i++) {
        const pith_fact *fact = &facts->facts[PITH_FIELD_AUTHOR][i];
        pith_str name = {NULL, 0};
        if (fact->source == source && fact->weak == weak)
            name = pith_author_name(fact->value);
        if (name.size > 0)
            add_author(meta, name);
    }
}

void pith_choose_authors(pith_facts *facts, pith_meta *meta)
{
    meta->authors = pith_arena_take_array(facts->arena, PITH_FACTS_MAX, sizeof *meta->authors);
    if (meta->authors == NULL) {
        facts->failed = true;
        return;
    }
    for (unsigned weak = 0; weak < 2 && meta->author_count == 0; weak++)
        for (pith_source source = PITH_SOURCE_JSONLD;
             source <= PITH_SOURCE_VISIBLE && meta->author_count == 0; source++)
            add_from(facts, source, weak == 1, meta);
}
