/* SPDX-License-Identifier: Apache-2.0 */
/* The names of the site: its host, and what the page calls it. */
#include "base/url.h"
#include "meta/choose.h"
#include "meta/words.h"

static pith_str host_of(const pith_facts *facts)
{
    pith_str host = pith_url_host(facts->url);
    if (host.size > 4 && memcmp(host.data, "www.", 4) == 0)
        host = (pith_str){host.data + 4, host.size - 4};
    return host;
}

/* Whether a label of the host name, or all of it, is the key ("example" of www.example.org). */
static bool is_host(pith_str host, const pith_key *key)
{
    pith_key whole = pith_key_of(host);
    if (pith_key_equal(&whole, key))
        return true;
    for (size_t start = 0, at = 0; at < host.size; at++) {
        if (host.data[at] != '.')
            continue;
        pith_key label = pith_key_of((pith_str){host.data + start, at - start});
        if (label.size > 2 && pith_key_equal(&label, key))
            return true;
        pith_key head = pith_key_of((pith_str){host.data, at});
        if (pith_key_equal(&head, key))
            return true;
        start = at + 1;
    }
    return false;
}

/* The label that names the host's owner: the one before the last. */
static pith_str owner(pith_str host)
{
    size_t end = host.size;
    while (end > 0 && host.data[end - 1] != '.')
        end--;
    if (end == 0)
        return host;
    size_t start = --end;
    while (start > 0 && host.data[start - 1] != '.')
        start--;
    return (pith_str){host.data + start, end - start};
}

bool pith_is_site(const pith_facts *facts, pith_str text)
{
    pith_key key = pith_key_of(text);
    if (key.size == 0 || is_host(host_of(facts), &key))
        return true;
    for (unsigned i = 0; i < facts->counts[PITH_FIELD_SITE]; i++) {
        pith_key site = pith_key_of(facts->facts[PITH_FIELD_SITE][i].value);
        if (pith_key_equal(&site, &key))
            return true;
    }
    return false;
}

bool pith_names_site(const pith_facts *facts, pith_str text)
{
    pith_key key = pith_key_of(text);
    pith_key name = pith_key_of(owner(host_of(facts)));
    if (name.size > 3 &&
        (pith_key_contains(&key, &name) || (key.size > 3 && pith_key_contains(&name, &key))))
        return true;
    for (unsigned i = 0; i < facts->counts[PITH_FIELD_SITE]; i++) {
        pith_key site = pith_key_of(facts->facts[PITH_FIELD_SITE][i].value);
        if (site.size > 3 && pith_key_contains(&key, &site))
            return true;
    }
    return false;
}

/* og:site_name is the page's word for it; others name publishers and applications. */
pith_str pith_choose_site(const pith_facts *facts, uint8_t *source)
{
    const pith_fact *first = pith_facts_first(facts, PITH_FIELD_SITE);
    if (first == NULL)
        return (pith_str){NULL, 0};
    pith_str site = pith_facts_from(facts, PITH_FIELD_SITE, PITH_SOURCE_OPENGRAPH);
    *source = (uint8_t)(site.size > 0 ? PITH_SOURCE_OPENGRAPH : first->source);
    return site.size > 0 ? site : first->value;
}

pith_str pith_canonical(const pith_facts *facts)
{
    pith_str url = pith_facts_from(facts, PITH_FIELD_URL, PITH_SOURCE_LINK);
    return url.size > 0 ? url : pith_facts_from(facts, PITH_FIELD_URL, PITH_SOURCE_OPENGRAPH);
}

bool pith_is_front_page(const pith_facts *facts)
{
    pith_str url = facts->url;
    pith_str path = pith_url_path(url);
    bool query = path.size > 0 && path.data + path.size < url.data + url.size;
    pith_str host = pith_url_host(url);
    bool escaped = host.size > 0 && memchr(host.data, '%', host.size) != NULL; /* a path, broken */
    return host.size > 0 && !escaped && path.size <= 1 && !query;
}
