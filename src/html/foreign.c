/* SPDX-License-Identifier: Apache-2.0 */
#include "html/foreign.h"

#define LENGTH(array) (sizeof(array) / sizeof *(array))

/* Both lists are in the order of their names in lower case. */

static const char *const svg_elements[] = {
    "altGlyph",          "altGlyphDef",       "altGlyphItem",        "animateColor",
    "animateMotion",     "animateTransform",  "clipPath",            "feBlend",
    "feColorMatrix",     "feComponentTransfer", "feComposite",       "feConvolveMatrix",
    "feDiffuseLighting", "feDisplacementMap", "feDistantLight",      "feDropShadow",
    "feFlood",           "feFuncA",           "feFuncB",             "feFuncG",
    "feFuncR",           "feGaussianBlur",    "feImage",             "feMerge",
    "feMergeNode",       "feMorphology",      "feOffset",            "fePointLight",
    "feSpecularLighting", "feSpotLight",      "feTile",              "feTurbulence",
    "foreignObject",     "glyphRef",          "linearGradient",      "radialGradient",
    "textPath",
};

static const char *const svg_attributes[] = {
    "attributeName",     "attributeType",     "baseFrequency",       "baseProfile",
    "calcMode",          "clipPathUnits",     "diffuseConstant",     "edgeMode",
    "filterUnits",       "glyphRef",          "gradientTransform",   "gradientUnits",
    "kernelMatrix",      "kernelUnitLength",  "keyPoints",           "keySplines",
    "keyTimes",          "lengthAdjust",      "limitingConeAngle",   "markerHeight",
    "markerUnits",       "markerWidth",       "maskContentUnits",    "maskUnits",
    "numOctaves",        "pathLength",        "patternContentUnits", "patternTransform",
    "patternUnits",      "pointsAtX",         "pointsAtY",           "pointsAtZ",
    "preserveAlpha",     "preserveAspectRatio", "primitiveUnits",    "refX",
    "refY",              "repeatCount",       "repeatDur",           "requiredExtensions",
    "requiredFeatures",  "specularConstant",  "specularExponent",    "spreadMethod",
    "startOffset",       "stdDeviation",      "stitchTiles",         "surfaceScale",
    "systemLanguage",    "tableValues",       "targetX",             "targetY",
    "textLength",        "viewBox",           "viewTarget",          "xChannelSelector",
    "yChannelSelector",  "zoomAndPan",
};

/* Orders a lower-case name against a mixed-case one. */
static int compare(pith_str lower, const char *mixed)
{
    for (size_t i = 0; i < lower.size; i++) {
        int difference = (unsigned char)lower.data[i] - (unsigned char)pith_to_lower(mixed[i]);
        if (difference != 0) /* at the end of `mixed` too, since names hold no NUL */
            return difference;
    }
    return mixed[lower.size] == '\0' ? 0 : -1;
}

static pith_str mixed_case(pith_str lower, const char *const *names, size_t count)
{
    size_t low = 0;
    while (low < count) {
        size_t middle = low + (count - low) / 2;
        int order = compare(lower, names[middle]);
        if (order == 0)
            return (pith_str){names[middle], lower.size};
        if (order < 0)
            count = middle;
        else
            low = middle + 1;
    }
    return lower;
}

pith_str pith_svg_element_name(pith_str lower)
{
    return mixed_case(lower, svg_elements, LENGTH(svg_elements));
}

pith_str pith_svg_attribute_name(pith_str lower)
{
    return mixed_case(lower, svg_attributes, LENGTH(svg_attributes));
}

pith_str pith_mathml_attribute_name(pith_str lower)
{
    pith_str adjusted = PITH_STR("definitionURL");
    return pith_str_equal_ignoring_case(lower, adjusted) ? adjusted : lower;
}

bool pith_foreign_attribute_parts(pith_str lower, pith_str *prefix, pith_str *local)
{
    static const struct {
        const char *prefix;
        const char *local;
    } names[] = {
        {"xlink", "actuate"}, {"xlink", "arcrole"}, {"xlink", "href"}, {"xlink", "role"},
        {"xlink", "show"},    {"xlink", "title"},   {"xlink", "type"}, {"xml", "lang"},
        {"xml", "space"},     {"xmlns", "xlink"},
    };
    if (pith_str_equal(lower, PITH_STR("xmlns"))) {
        *prefix = *local = lower;
        return true;
    }
    for (size_t i = 0; i < LENGTH(names); i++) {
        size_t colon = strlen(names[i].prefix);
        size_t rest = strlen(names[i].local);
        if (lower.size == colon + 1 + rest && memcmp(lower.data, names[i].prefix, colon) == 0 &&
            lower.data[colon] == ':' && memcmp(lower.data + colon + 1, names[i].local, rest) == 0) {
            *prefix = (pith_str){lower.data, colon};
            *local = (pith_str){lower.data + colon + 1, rest};
            return true;
        }
    }
    return false;
}
