/* SPDX-License-Identifier: Apache-2.0 */
#include "page/address.h"

#include <string.h>

typedef struct word {
    pith_str text;
    pith_address_topic topic;
} word;

#define WORD(text) {text, sizeof text - 1}

static const word words[] = {
    {WORD("blog"), PITH_ADDRESS_ARTICLE},         {WORD("blogs"), PITH_ADDRESS_ARTICLE},
    {WORD("news"), PITH_ADDRESS_ARTICLE},         {WORD("article"), PITH_ADDRESS_ARTICLE},
    {WORD("articles"), PITH_ADDRESS_ARTICLE},     {WORD("story"), PITH_ADDRESS_ARTICLE},
    {WORD("stories"), PITH_ADDRESS_ARTICLE},      {WORD("post"), PITH_ADDRESS_ARTICLE},
    {WORD("posts"), PITH_ADDRESS_ARTICLE},        {WORD("magazine"), PITH_ADDRESS_ARTICLE},
    {WORD("forum"), PITH_ADDRESS_DISCUSSION},     {WORD("forums"), PITH_ADDRESS_DISCUSSION},
    {WORD("thread"), PITH_ADDRESS_DISCUSSION},    {WORD("threads"), PITH_ADDRESS_DISCUSSION},
    {WORD("topic"), PITH_ADDRESS_DISCUSSION},     {WORD("viewtopic"), PITH_ADDRESS_DISCUSSION},
    {WORD("showthread"), PITH_ADDRESS_DISCUSSION},{WORD("community"), PITH_ADDRESS_DISCUSSION},
    {WORD("discussion"), PITH_ADDRESS_DISCUSSION},{WORD("discuss"), PITH_ADDRESS_DISCUSSION},
    {WORD("questions"), PITH_ADDRESS_DISCUSSION}, {WORD("comments"), PITH_ADDRESS_DISCUSSION},
    {WORD("board"), PITH_ADDRESS_DISCUSSION},     {WORD("product"), PITH_ADDRESS_PRODUCT},
    {WORD("products"), PITH_ADDRESS_PRODUCT},     {WORD("item"), PITH_ADDRESS_PRODUCT},
    {WORD("sku"), PITH_ADDRESS_PRODUCT},          {WORD("collection"), PITH_ADDRESS_COLLECTION},
    {WORD("collections"), PITH_ADDRESS_COLLECTION},{WORD("category"), PITH_ADDRESS_COLLECTION},
    {WORD("categories"), PITH_ADDRESS_COLLECTION},{WORD("shop"), PITH_ADDRESS_COLLECTION},
    {WORD("store"), PITH_ADDRESS_COLLECTION},     {WORD("catalog"), PITH_ADDRESS_COLLECTION},
    {WORD("docs"), PITH_ADDRESS_MANUAL},          {WORD("doc"), PITH_ADDRESS_MANUAL},
    {WORD("documentation"), PITH_ADDRESS_MANUAL}, {WORD("api"), PITH_ADDRESS_MANUAL},
    {WORD("reference"), PITH_ADDRESS_MANUAL},     {WORD("manual"), PITH_ADDRESS_MANUAL},
    {WORD("guide"), PITH_ADDRESS_MANUAL},         {WORD("guides"), PITH_ADDRESS_MANUAL},
    {WORD("tutorial"), PITH_ADDRESS_MANUAL},      {WORD("learn"), PITH_ADDRESS_MANUAL},
    {WORD("developer"), PITH_ADDRESS_MANUAL},     {WORD("developers"), PITH_ADDRESS_MANUAL},
    {WORD("latest"), PITH_ADDRESS_MANUAL},        {WORD("stable"), PITH_ADDRESS_MANUAL},
    {WORD("service"), PITH_ADDRESS_SERVICE},      {WORD("services"), PITH_ADDRESS_SERVICE},
    {WORD("solutions"), PITH_ADDRESS_SERVICE},    {WORD("pricing"), PITH_ADDRESS_SERVICE},
    {WORD("platform"), PITH_ADDRESS_SERVICE},     {WORD("features"), PITH_ADDRESS_SERVICE},
    {WORD("about"), PITH_ADDRESS_SERVICE},        {WORD("contact"), PITH_ADDRESS_SERVICE},
};

static void read_word(pith_str text, pith_address *address)
{
    enum { LONGEST = 13 }; /* "documentation" */
    if (text.size == 0 || text.size > LONGEST)
        return;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (words[i].text.size == text.size &&
            pith_str_equal_ignoring_case(text, words[i].text))
            address->topics[words[i].topic] = true;
}

/* A name of the host or a part of the path, without its ending (".html"). */
static void read_part(pith_str part, bool of_path, pith_address *address)
{
    size_t size = 0;
    uint32_t count = part.size > 0;
    while (size < part.size && part.data[size] != '.')
        count += part.data[size++] == '-';
    read_word((pith_str){part.data, size}, address);
    if (!of_path || part.size == 0)
        return;
    address->depth++;
    address->last_words = count;
    for (size_t i = 0; i < part.size; i++)
        address->digits += part.data[i] >= '0' && part.data[i] <= '9';
}

void pith_address_read(pith_str url, pith_address *address)
{
    enum { LONGEST = 1000 };
    *address = (pith_address){{false}, 0, 0, 0};
    if (url.size > LONGEST)
        url.size = LONGEST;
    size_t at = 0;
    while (at < url.size && url.data[at] != ':')
        at++;
    for (; at < url.size && (url.data[at] == ':' || url.data[at] == '/');)
        at++;
    bool path = false;
    while (at < url.size && url.data[at] != '?' && url.data[at] != '#') {
        size_t end = at;
        while (end < url.size && memchr("/?#", url.data[end], 3) == NULL &&
               (path || url.data[end] != '.'))
            end++;
        read_part((pith_str){url.data + at, end - at}, path, address);
        path = path || (end < url.size && url.data[end] == '/');
        at = end < url.size && (url.data[end] == '/' || url.data[end] == '.') ? end + 1 : end;
    }
}
