/* SPDX-License-Identifier: Apache-2.0 */
#include "meta/things.h"

#include "meta/words.h"

typedef struct thing_name {
    pith_str name; /* or, with "*" before it, how the name ends */
    uint32_t thing;
} thing_name;

#define NAME(text) {text, sizeof text - 1}

/* The first that fits counts. Names of schema.org; those in lower case are og:type's. */
static const thing_name names[] = {
    {NAME("TechArticle"), PITH_THING_MANUAL},
    {NAME("APIReference"), PITH_THING_MANUAL},
    {NAME("HowTo"), PITH_THING_MANUAL},
    {NAME("SoftwareSourceCode"), PITH_THING_MANUAL},
    {NAME("DiscussionForumPosting"), PITH_THING_DISCUSSION},
    {NAME("QAPage"), PITH_THING_DISCUSSION},
    {NAME("Question"), PITH_THING_DISCUSSION},
    {NAME("Answer"), PITH_THING_DISCUSSION},
    {NAME("*Article"), PITH_THING_ARTICLE},
    {NAME("BlogPosting"), PITH_THING_ARTICLE},
    {NAME("Report"), PITH_THING_ARTICLE},
    {NAME("Recipe"), PITH_THING_ARTICLE},
    {NAME("article"), PITH_THING_ARTICLE},
    {NAME("Product"), PITH_THING_PRODUCT},
    {NAME("ProductGroup"), PITH_THING_PRODUCT},
    {NAME("IndividualProduct"), PITH_THING_PRODUCT},
    {NAME("product"), PITH_THING_PRODUCT},
    {NAME("og:product"), PITH_THING_PRODUCT},
    {NAME("product.item"), PITH_THING_PRODUCT},
    {NAME("CollectionPage"), PITH_THING_LIST},
    {NAME("ItemList"), PITH_THING_LIST},
    {NAME("OfferCatalog"), PITH_THING_LIST},
    {NAME("ProductCollection"), PITH_THING_LIST},
    {NAME("SearchResultsPage"), PITH_THING_LIST},
    {NAME("product.group"), PITH_THING_LIST},
    {NAME("*Service"), PITH_THING_BUSINESS},
    {NAME("*Business"), PITH_THING_BUSINESS},
    {NAME("FAQPage"), PITH_THING_BUSINESS},
    {NAME("business.business"), PITH_THING_BUSINESS},
    {NAME("WebSite"), PITH_THING_SITE},
    {NAME("website"), PITH_THING_SITE},
};

static bool fits(pith_str name, pith_str type)
{
    return name.data[0] == '*' ? pith_str_ends_with(type, pith_str_from(name, 1))
                               : pith_str_equal(name, type);
}

uint32_t pith_thing_of_type(pith_str type)
{
    size_t start = type.size; /* after "https://schema.org/" or "schema:" */
    while (start > 0 && type.data[start - 1] != '/' && type.data[start - 1] != '#')
        start--;
    type = pith_str_from(type, start);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (fits(names[i].name, type))
            return names[i].thing;
    return 0;
}

uint32_t pith_things_of_types(pith_str types)
{
    uint32_t things = 0;
    types = pith_str_trim(types);
    while (types.size > 0) {
        size_t size = 0;
        while (size < types.size && !pith_is_space(types.data[size]))
            size++;
        things |= pith_thing_of_type((pith_str){types.data, size});
        types = pith_str_trim(pith_str_from(types, size));
    }
    return things;
}
