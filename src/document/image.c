/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Which address an image is at. Pages that load images late keep the address in
 * an attribute of their own and put a placeholder into src; responsive ones
 * have srcset, on the image or on the <source>s before it.
 */
#include "document/builder.h"

#include "base/str.h"

/* An image of one pixel counts visitors. */
static bool is_tracking(const pith_html_tree *tree, uint32_t html)
{
    static const uint32_t sides[] = {PITH_ATTRIBUTE_WIDTH, PITH_ATTRIBUTE_HEIGHT};
    for (size_t i = 0; i < 2; i++) {
        const pith_html_attribute *side = pith_html_find_attribute(tree, html, sides[i]);
        pith_str value = pith_str_trim(pith_html_raw_value(tree, side));
        if (pith_str_equal(value, PITH_STR("1")) || pith_str_equal(value, PITH_STR("0")) ||
            pith_str_equal(value, PITH_STR("1px")))
            return true;
    }
    return false;
}

static bool is_data(pith_str url)
{
    pith_str scheme = PITH_STR("data:");
    url = pith_str_trim(url);
    return url.size >= scheme.size &&
           pith_str_equal_ignoring_case((pith_str){url.data, scheme.size}, scheme);
}

/* The first address of a list like "small.jpg 480w, large.jpg 960w". */
static pith_str first_candidate(pith_str set)
{
    set = pith_str_trim(set);
    size_t end = 0;
    while (end < set.size && !pith_is_space(set.data[end]))
        end++;
    while (end > 0 && set.data[end - 1] == ',')
        end--;
    return (pith_str){set.data, end};
}

/* An attribute's address, if it is one that can be fetched. */
static pith_str address(const pith_html_tree *tree, uint32_t html, uint32_t name,
                        pith_buffer *value)
{
    const pith_html_attribute *attribute = pith_html_find_attribute(tree, html, name);
    if (attribute == NULL || is_data(pith_html_raw_value(tree, attribute)))
        return (pith_str){NULL, 0};
    pith_buffer_reset(value);
    pith_str text = pith_html_value(tree, attribute, value);
    if (name == PITH_ATTRIBUTE_SRCSET || name == PITH_ATTRIBUTE_DATA_SRCSET)
        return first_candidate(text);
    return pith_str_trim(text);
}

pith_str pith_image_source(const pith_html_tree *tree, uint32_t html, pith_buffer *value)
{
    static const uint32_t names[] = {
        PITH_ATTRIBUTE_DATA_SRC,      PITH_ATTRIBUTE_DATA_LAZY_SRC, PITH_ATTRIBUTE_DATA_ORIGINAL,
        PITH_ATTRIBUTE_SRC,           PITH_ATTRIBUTE_SRCSET,        PITH_ATTRIBUTE_DATA_SRCSET,
    };
    pith_str none = {NULL, 0}, url;
    if (is_tracking(tree, html))
        return none;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if ((url = address(tree, html, names[i], value)).size > 0)
            return url;
    uint32_t parent = tree->nodes[html].parent;
    uint32_t source = 0;
    if (pith_html_is(tree, parent, PITH_TAG_PICTURE))
        source = tree->nodes[parent].first_child;
    for (; source != 0 && source != html; source = tree->nodes[source].next) {
        if (!pith_html_is(tree, source, PITH_TAG_SOURCE))
            continue;
        if ((url = address(tree, source, PITH_ATTRIBUTE_SRCSET, value)).size > 0 ||
            (url = address(tree, source, PITH_ATTRIBUTE_DATA_SRCSET, value)).size > 0)
            return url;
    }
    return none;
}
