/* SPDX-License-Identifier: Apache-2.0 */
/* <meta> with the names of Open Graph, Dublin Core and those in common use; <link>. */
#include "meta/facts.h"

typedef struct name {
    const char *name; /* lower case */
    pith_field field;
    pith_source source;
    bool weak;
} name;

/* clang-format off */

/*
 * In the order of their bytes. Open Graph protocol (ogp.me) and its article
 * vertical; Dublin Core (DCMI) as in HTML; Highwire Press tags (citation_*) that
 * scholarly indexes read; the names of analytics and news services.
 */
static const name names[] = {
    {"apple-mobile-web-app-title", PITH_FIELD_SITE, PITH_SOURCE_META, true},
    {"application-name", PITH_FIELD_SITE, PITH_SOURCE_META, true},
    {"article.published", PITH_FIELD_DATE, PITH_SOURCE_META, false},
    {"article:author", PITH_FIELD_AUTHOR, PITH_SOURCE_OPENGRAPH, false},
    {"article:author_name", PITH_FIELD_AUTHOR, PITH_SOURCE_OPENGRAPH, false},
    {"article:modified_time", PITH_FIELD_MODIFIED, PITH_SOURCE_OPENGRAPH, false},
    {"article:published", PITH_FIELD_DATE, PITH_SOURCE_OPENGRAPH, false},
    {"article:published_time", PITH_FIELD_DATE, PITH_SOURCE_OPENGRAPH, false},
    {"article:section", PITH_FIELD_CATEGORY, PITH_SOURCE_OPENGRAPH, false},
    {"article:tag", PITH_FIELD_TAG, PITH_SOURCE_OPENGRAPH, false},
    {"article_date_original", PITH_FIELD_DATE, PITH_SOURCE_META, false},
    {"author", PITH_FIELD_AUTHOR, PITH_SOURCE_META, false},
    {"authors", PITH_FIELD_AUTHOR, PITH_SOURCE_META, false},
    {"bepress_citation_author", PITH_FIELD_AUTHOR, PITH_SOURCE_META, false},
    {"bepress_citation_date", PITH_FIELD_DATE, PITH_SOURCE_META, false},
    {"bepress_citation_title", PITH_FIELD_HEADLINE, PITH_SOURCE_META, false},
    {"byl", PITH_FIELD_AUTHOR, PITH_SOURCE_META, false},
    {"byline", PITH_FIELD_AUTHOR, PITH_SOURCE_META, false},
    {"citation_author", PITH_FIELD_AUTHOR, PITH_SOURCE_META, false},
    {"citation_date", PITH_FIELD_DATE, PITH_SOURCE_META, false},
    {"citation_journal_title", PITH_FIELD_SITE, PITH_SOURCE_META, true},
    {"citation_keywords", PITH_FIELD_TAG, PITH_SOURCE_META, false},
    {"citation_online_date", PITH_FIELD_DATE, PITH_SOURCE_META, false},
    {"citation_publication_date", PITH_FIELD_DATE, PITH_SOURCE_META, false},
    {"citation_title", PITH_FIELD_HEADLINE, PITH_SOURCE_META, false},
    {"content-language", PITH_FIELD_LANGUAGE, PITH_SOURCE_META, false},
    {"created", PITH_FIELD_DATE, PITH_SOURCE_META, false},
    {"cxenseparse:recs:publishtime", PITH_FIELD_DATE, PITH_SOURCE_META, false},
    {"date", PITH_FIELD_DATE, PITH_SOURCE_META, false},
    {"datepublished", PITH_FIELD_DATE, PITH_SOURCE_META, false},
    {"dc.created", PITH_FIELD_DATE, PITH_SOURCE_DUBLINCORE, false},
    {"dc.creator", PITH_FIELD_AUTHOR, PITH_SOURCE_DUBLINCORE, false},
    {"dc.creator.name", PITH_FIELD_AUTHOR, PITH_SOURCE_DUBLINCORE, false},
    {"dc.date", PITH_FIELD_DATE, PITH_SOURCE_DUBLINCORE, false},
    {"dc.date.created", PITH_FIELD_DATE, PITH_SOURCE_DUBLINCORE, false},
    {"dc.date.issued", PITH_FIELD_DATE, PITH_SOURCE_DUBLINCORE, false},
    {"dc.date.modified", PITH_FIELD_MODIFIED, PITH_SOURCE_DUBLINCORE, false},
    {"dc.description", PITH_FIELD_DESCRIPTION, PITH_SOURCE_DUBLINCORE, false},
    {"dc.issued", PITH_FIELD_DATE, PITH_SOURCE_DUBLINCORE, false},
    {"dc.language", PITH_FIELD_LANGUAGE, PITH_SOURCE_DUBLINCORE, true},
    {"dc.publisher", PITH_FIELD_SITE, PITH_SOURCE_DUBLINCORE, true},
    {"dc.rights.license", PITH_FIELD_LICENCE, PITH_SOURCE_DUBLINCORE, false},
    {"dc.subject", PITH_FIELD_TAG, PITH_SOURCE_DUBLINCORE, false},
    {"dc.title", PITH_FIELD_HEADLINE, PITH_SOURCE_DUBLINCORE, false},
    {"dcterms.created", PITH_FIELD_DATE, PITH_SOURCE_DUBLINCORE, false},
    {"dcterms.creator", PITH_FIELD_AUTHOR, PITH_SOURCE_DUBLINCORE, false},
    {"dcterms.date", PITH_FIELD_DATE, PITH_SOURCE_DUBLINCORE, false},
    {"dcterms.description", PITH_FIELD_DESCRIPTION, PITH_SOURCE_DUBLINCORE, false},
    {"dcterms.issued", PITH_FIELD_DATE, PITH_SOURCE_DUBLINCORE, false},
    {"dcterms.license", PITH_FIELD_LICENCE, PITH_SOURCE_DUBLINCORE, false},
    {"dcterms.modified", PITH_FIELD_MODIFIED, PITH_SOURCE_DUBLINCORE, false},
    {"dcterms.subject", PITH_FIELD_TAG, PITH_SOURCE_DUBLINCORE, false},
    {"dcterms.title", PITH_FIELD_HEADLINE, PITH_SOURCE_DUBLINCORE, false},
    {"description", PITH_FIELD_DESCRIPTION, PITH_SOURCE_META, false},
    {"headline", PITH_FIELD_HEADLINE, PITH_SOURCE_META, false},
    {"keywords", PITH_FIELD_TAG, PITH_SOURCE_META, true},
    {"language", PITH_FIELD_LANGUAGE, PITH_SOURCE_META, true},
    {"last-modified", PITH_FIELD_MODIFIED, PITH_SOURCE_META, false},
    {"lastmod", PITH_FIELD_MODIFIED, PITH_SOURCE_META, false},
    {"license", PITH_FIELD_LICENCE, PITH_SOURCE_META, false},
    {"modified-date", PITH_FIELD_MODIFIED, PITH_SOURCE_META, false},
    {"ms.date", PITH_FIELD_DATE, PITH_SOURCE_META, false},
    {"news_keywords", PITH_FIELD_TAG, PITH_SOURCE_META, false},
    {"og:article:author", PITH_FIELD_AUTHOR, PITH_SOURCE_OPENGRAPH, false},
    {"og:article:published_time", PITH_FIELD_DATE, PITH_SOURCE_OPENGRAPH, false},
    {"og:description", PITH_FIELD_DESCRIPTION, PITH_SOURCE_OPENGRAPH, false},
    {"og:image", PITH_FIELD_IMAGE, PITH_SOURCE_OPENGRAPH, false},
    {"og:image:alt", PITH_FIELD_IMAGE_ALT, PITH_SOURCE_OPENGRAPH, false},
    {"og:image:secure_url", PITH_FIELD_IMAGE, PITH_SOURCE_OPENGRAPH, true},
    {"og:image:url", PITH_FIELD_IMAGE, PITH_SOURCE_OPENGRAPH, false},
    {"og:locale", PITH_FIELD_LANGUAGE, PITH_SOURCE_OPENGRAPH, true},
    {"og:published_time", PITH_FIELD_DATE, PITH_SOURCE_OPENGRAPH, false},
    {"og:site_name", PITH_FIELD_SITE, PITH_SOURCE_OPENGRAPH, false},
    {"og:title", PITH_FIELD_HEADLINE, PITH_SOURCE_OPENGRAPH, false},
    {"og:type", PITH_FIELD_TYPE, PITH_SOURCE_OPENGRAPH, false},
    {"og:updated_time", PITH_FIELD_MODIFIED, PITH_SOURCE_OPENGRAPH, false},
    {"og:url", PITH_FIELD_URL, PITH_SOURCE_OPENGRAPH, false},
    {"originalpublicationdate", PITH_FIELD_DATE, PITH_SOURCE_META, false},
    {"parsely-author", PITH_FIELD_AUTHOR, PITH_SOURCE_META, false},
    {"parsely-image-url", PITH_FIELD_IMAGE, PITH_SOURCE_META, false},
    {"parsely-pub-date", PITH_FIELD_DATE, PITH_SOURCE_META, false},
    {"parsely-section", PITH_FIELD_CATEGORY, PITH_SOURCE_META, false},
    {"parsely-tags", PITH_FIELD_TAG, PITH_SOURCE_META, false},
    {"parsely-title", PITH_FIELD_HEADLINE, PITH_SOURCE_META, false},
    {"pubdate", PITH_FIELD_DATE, PITH_SOURCE_META, false},
    {"publication-date", PITH_FIELD_DATE, PITH_SOURCE_META, false},
    {"publication_date", PITH_FIELD_DATE, PITH_SOURCE_META, false},
    {"publicationdate", PITH_FIELD_DATE, PITH_SOURCE_META, false},
    {"publish-date", PITH_FIELD_DATE, PITH_SOURCE_META, false},
    {"publish_date", PITH_FIELD_DATE, PITH_SOURCE_META, false},
    {"publishdate", PITH_FIELD_DATE, PITH_SOURCE_META, false},
    {"published", PITH_FIELD_DATE, PITH_SOURCE_META, false},
    {"published-date", PITH_FIELD_DATE, PITH_SOURCE_META, false},
    {"published_date", PITH_FIELD_DATE, PITH_SOURCE_META, false},
    {"revised", PITH_FIELD_MODIFIED, PITH_SOURCE_META, false},
    {"sailthru.author", PITH_FIELD_AUTHOR, PITH_SOURCE_META, false},
    {"sailthru.date", PITH_FIELD_DATE, PITH_SOURCE_META, false},
    {"sailthru.tags", PITH_FIELD_TAG, PITH_SOURCE_META, false},
    {"sailthru.title", PITH_FIELD_HEADLINE, PITH_SOURCE_META, false},
    {"title", PITH_FIELD_HEADLINE, PITH_SOURCE_META, true},
    {"twitter:description", PITH_FIELD_DESCRIPTION, PITH_SOURCE_OPENGRAPH, true},
    {"twitter:image", PITH_FIELD_IMAGE, PITH_SOURCE_OPENGRAPH, true},
    {"twitter:image:alt", PITH_FIELD_IMAGE_ALT, PITH_SOURCE_OPENGRAPH, true},
    {"twitter:image:src", PITH_FIELD_IMAGE, PITH_SOURCE_OPENGRAPH, true},
    {"twitter:title", PITH_FIELD_HEADLINE, PITH_SOURCE_OPENGRAPH, true},
};

/* clang-format on */

static const name *find_name(pith_str text)
{
    enum { NAME_MAX = 32 };
    char lower[NAME_MAX + 1];
    if (text.size > NAME_MAX)
        return NULL;
    for (size_t i = 0; i < text.size; i++)
        lower[i] = pith_to_lower(text.data[i]);
    lower[text.size] = '\0';
    size_t low = 0, count = sizeof names / sizeof *names;
    while (low < count) {
        size_t middle = low + (count - low) / 2;
        int order = strcmp(lower, names[middle].name);
        if (order == 0)
            return &names[middle];
        if (order < 0)
            count = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

/* Dates go by the names above after a prefix of the site's own: "w-published-date". */
static const name *find_date_name(pith_str text)
{
    enum { SHORTEST = 7 }; /* bytes: "date" alone is of anything */
    for (size_t at = 0; at + SHORTEST < text.size; at++) {
        if (memchr(":.-_", text.data[at], 4) == NULL)
            continue;
        const name *known = find_name(pith_str_from(text, at + 1));
        if (known != NULL && known->field == PITH_FIELD_DATE)
            return known;
    }
    return NULL;
}

static void read_content(pith_facts *facts, uint32_t meta, pith_str key)
{
    key = pith_str_trim(key);
    const name *known = find_name(key);
    bool prefixed = known == NULL;
    if (prefixed)
        known = find_date_name(key);
    if (known == NULL)
        return;
    pith_facts_add(facts, known->field,
                   (pith_fact){
                       .value = pith_facts_attribute(facts, meta, PITH_ATTRIBUTE_CONTENT),
                       .source = known->source,
                       .node = meta,
                       .weak = known->weak || prefixed,
                   });
}

void pith_metatag_read(pith_facts *facts, uint32_t meta)
{
    static const uint32_t keys[] = {PITH_ATTRIBUTE_PROPERTY, PITH_ATTRIBUTE_NAME,
                                    PITH_ATTRIBUTE_HTTP_EQUIV};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        const pith_html_attribute *key = pith_html_find_attribute(facts->tree, meta, keys[i]);
        if (key != NULL) {
            read_content(facts, meta, pith_html_raw_value(facts->tree, key));
            return;
        }
    }
}
