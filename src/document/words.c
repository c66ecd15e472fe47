/* SPDX-License-Identifier: Apache-2.0 */
/* Words in names, and phrases in texts. */
#include "document/comment.h"

static bool is_lower(char byte)
{
    return (unsigned char)(byte - 'a') < 26;
}

static bool is_one_of(pith_str word, const char *words)
{
    while (*words != '\0') {
        size_t size = pith_size_until(words, ' ');
        if (pith_str_equal_ignoring_case(word, (pith_str){words, size}))
            return true;
        words += size + (words[size] == ' ');
    }
    return false;
}

bool pith_names_have(pith_str names, const char *words)
{
    for (size_t at = 0; at < names.size;) {
        size_t start = at;
        while (at < names.size && pith_is_alpha(names.data[at]) &&
               (at == start || is_lower(names.data[at]) || !is_lower(names.data[at - 1])))
            at++;
        if (at > start && is_one_of((pith_str){names.data + start, at - start}, words))
            return true;
        at += at == start;
    }
    return false;
}

bool pith_attribute_has(const pith_html_tree *tree, uint32_t html, uint32_t name,
                        const char *words)
{
    return pith_names_have(pith_attribute_head(tree, html, name), words);
}

static bool contains(pith_str text, pith_str phrase)
{
    for (size_t at = 0; at + phrase.size <= text.size; at++)
        if (pith_str_equal_ignoring_case((pith_str){text.data + at, phrase.size}, phrase))
            return true;
    return false;
}

bool pith_text_has(pith_str text, const char *phrases)
{
    while (*phrases != '\0') {
        size_t size = pith_size_until(phrases, '|');
        if (contains(text, (pith_str){phrases, size}))
            return true;
        phrases += size + 1;
    }
    return false;
}
