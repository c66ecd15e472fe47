/* SPDX-License-Identifier: Apache-2.0 */
/* Language and base URL: what needs no weighing. */
#include "base/url.h"
#include "meta/choose.h"

static bool is_tag_byte(char byte)
{
    return pith_is_alpha(byte) || pith_is_digit(byte) || byte == '-' || byte == '_';
}

/* A language tag (BCP 47): "en", "pt-BR", from "pt_BR" too. Empty if it is none. */
static pith_str language_tag(pith_facts *facts, pith_str value)
{
    pith_str none = {NULL, 0};
    value = pith_str_trim(value);
    size_t size = 0;
    while (size < value.size && is_tag_byte(value.data[size]))
        size++; /* to the end, or to the comma between several */
    size_t primary = 0;
    while (primary < size && pith_is_alpha(value.data[primary]))
        primary++;
    bool ends = primary == size || value.data[primary] == '-' || value.data[primary] == '_';
    if (primary < 2 || primary > 3 || !ends || size > 35)
        return none;
    char *tag = pith_arena_take(facts->arena, size);
    facts->failed |= tag == NULL;
    if (tag == NULL)
        return none;
    for (size_t i = 0; i < size; i++)
        tag[i] = value.data[i] == '_' ? '-'
                 : i < primary        ? pith_to_lower(value.data[i])
                                      : value.data[i];
    return (pith_str){tag, size};
}

/* <html lang>, then what the others say. */
pith_str pith_choose_language(pith_facts *facts, uint8_t *source)
{
    for (unsigned weak = 0; weak < 2; weak++) {
        for (unsigned i = 0; i < facts->counts[PITH_FIELD_LANGUAGE]; i++) {
            const pith_fact *fact = &facts->facts[PITH_FIELD_LANGUAGE][i];
            pith_str tag = {NULL, 0};
            if (fact->weak == (weak == 1))
                tag = language_tag(facts, fact->value);
            if (tag.size > 0) {
                *source = (uint8_t)fact->source;
                return tag;
            }
        }
    }
    return (pith_str){NULL, 0};
}

static bool is_absolute(pith_str url)
{
    return pith_url_host(url).size > 0;
}

/*
 * HTML standard, "document base URL": <base href> against the page's own URL.
 */
pith_str pith_choose_base(pith_facts *facts)
{
    pith_str url = facts->url;
    pith_str base;
    if (!pith_url_resolve(facts->arena, url, facts->base, &base)) {
        facts->failed = true;
        return (pith_str){NULL, 0};
    }
    if (base.size > PITH_URL_BASE_MAX || !is_absolute(base))
        base = url;
    if (is_absolute(base) && base.data != url.data)
        return base;
    if (!is_absolute(base) || !pith_arena_copy(facts->arena, base, &base))
        return (pith_str){NULL, 0};
    return base;
}
