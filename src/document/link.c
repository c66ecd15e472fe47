/* SPDX-License-Identifier: Apache-2.0 */
/* Addresses and attribute values, as the document keeps them. */
#include "document/builder.h"

#include "base/url.h"

static bool begins_with(pith_str text, pith_str prefix)
{
    return text.size >= prefix.size &&
           pith_str_equal_ignoring_case((pith_str){text.data, prefix.size}, prefix);
}

/* A script to run or data to show is no place to go. */
static bool leads_somewhere(pith_str url)
{
    return url.size > 0 && !begins_with(url, PITH_STR("javascript:")) &&
           !begins_with(url, PITH_STR("vbscript:")) && !begins_with(url, PITH_STR("data:"));
}

pith_str pith_builder_resolve(pith_builder *builder, pith_str reference)
{
    const pith_str none = {NULL, 0};
    reference = pith_str_trim(reference);
    if (reference.size == 0 || pith_str_equal(reference, PITH_STR("#")))
        return none;
    pith_arena *arena = &builder->document->arena;
    pith_str url, copy;
    if (!pith_url_resolve(arena, builder->document->meta.base_url, reference, &url)) {
        builder->failed = true;
        return none;
    }
    if (!leads_somewhere(url))
        return none;
    uintptr_t start = (uintptr_t)reference.data, at = (uintptr_t)url.data;
    if (at < start || at > start + reference.size)
        return url;
    if (!pith_arena_copy(arena, url, &copy)) /* a slice of the reference */
        builder->failed = true;
    return copy;
}

pith_target *pith_builder_target(pith_builder *builder)
{
    pith_target *target = pith_arena_take_array(&builder->document->arena, 1, sizeof *target);
    builder->failed = builder->failed || target == NULL;
    return target;
}

pith_str pith_attribute_head(const pith_html_tree *tree, uint32_t html, uint32_t name)
{
    enum { ENOUGH = 256 };
    pith_str value = pith_html_raw_value(tree, pith_html_find_attribute(tree, html, name));
    if (value.size > ENOUGH)
        value.size = ENOUGH;
    return pith_str_trim(value);
}

size_t pith_collapse(char *text, size_t size)
{
    size_t out = 0;
    for (size_t i = 0; i < size; i++) {
        if ((unsigned char)text[i] > 0x20 && text[i] != 0x7F)
            text[out++] = text[i];
        else if (pith_is_space(text[i]) && out > 0 && text[out - 1] != ' ')
            text[out++] = ' ';
    }
    return out > 0 && text[out - 1] == ' ' ? out - 1 : out;
}

pith_str pith_builder_attribute(pith_builder *builder, uint32_t html, uint32_t name)
{
    const pith_html_attribute *attribute = pith_html_find_attribute(builder->tree, html, name);
    if (attribute == NULL || attribute->value_size == 0)
        return (pith_str){NULL, 0};
    pith_buffer_reset(&builder->value);
    pith_str value = pith_html_value(builder->tree, attribute, &builder->value);
    char *copy = value.size > 0 ? pith_arena_take(&builder->document->arena, value.size) : NULL;
    if (builder->value.failed || (copy == NULL && value.size > 0))
        builder->failed = true;
    if (copy == NULL)
        return (pith_str){NULL, 0};
    memcpy(copy, value.data, value.size);
    size_t size = pith_collapse(copy, value.size);
    return (pith_str){size > 0 ? copy : NULL, size};
}
