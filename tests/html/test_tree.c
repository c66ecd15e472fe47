/* SPDX-License-Identifier: Apache-2.0 */
/* The accessors of html/tree.h, over a tree that is made by hand. */
#include "html/foreign.h"
#include "html/tree.h"

#include <stdarg.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

typedef struct fixture {
    pith_memory memory;
    pith_buffer buffer;
} fixture;

static int set_up(void **state)
{
    static fixture f;
    pith_memory_init(&f.memory, NULL, 0);
    pith_buffer_init(&f.buffer, &f.memory);
    *state = &f;
    return 0;
}

static int tear_down(void **state)
{
    fixture *f = *state;
    pith_buffer_release(&f->buffer);
    assert_int_equal(f->memory.used, 0);
    return 0;
}

static void assert_str(pith_str seen, const char *expected)
{
    assert_int_equal(seen.size, strlen(expected));
    assert_memory_equal(seen.data, expected, seen.size);
}

static pith_html_tree one_node(pith_str text, pith_html_node *node)
{
    return (pith_html_tree){
        .text = text.data, .text_size = (uint32_t)text.size, .nodes = node, .node_count = 1};
}

static void names_elements(void **state)
{
    (void)state;
    pith_str names[] = {PITH_STR("my-element"), PITH_STR("fegaussianblur")};
    pith_html_node nodes[] = {
        {.type = PITH_HTML_DOCUMENT},
        {.type = PITH_HTML_ELEMENT, .name = PITH_TAG_BLOCKQUOTE},
        {.type = PITH_HTML_ELEMENT, .name = PITH_TAG_COUNT},
        {.type = PITH_HTML_ELEMENT, .name = PITH_TAG_COUNT + 1, .space = PITH_NS_SVG},
        {.type = PITH_HTML_ELEMENT, .name = PITH_TAG_COUNT + 1, .space = PITH_NS_HTML},
        {.type = PITH_HTML_ELEMENT, .name = PITH_TAG_LINEARGRADIENT, .space = PITH_NS_SVG},
        {.type = PITH_HTML_ELEMENT, .name = PITH_TAG_TITLE, .space = PITH_NS_SVG},
        {.type = PITH_HTML_ELEMENT, .name = PITH_TAG_ANNOTATION_XML, .space = PITH_NS_MATHML},
    };
    pith_html_tree tree = {.nodes = nodes, .node_count = 8, .names = names, .name_count = 2};
    assert_int_equal(pith_html_name(&tree, 0).size, 0);
    assert_str(pith_html_name(&tree, 1), "blockquote");
    assert_str(pith_html_name(&tree, 2), "my-element");
    assert_str(pith_html_name(&tree, 3), "feGaussianBlur");
    assert_str(pith_html_name(&tree, 4), "fegaussianblur");
    assert_str(pith_html_name(&tree, 5), "linearGradient");
    assert_str(pith_html_name(&tree, 6), "title");
    assert_str(pith_html_name(&tree, 7), "annotation-xml");
}

/* Each mixed-case name is found from its lower case: so the lists are in order. */
static void knows_every_mixed_case_name(void **state)
{
    (void)state;
    static const char *const elements[] = {
        "altGlyph", "altGlyphDef", "altGlyphItem", "animateColor", "animateMotion",
        "animateTransform", "clipPath", "feBlend", "feColorMatrix", "feComponentTransfer",
        "feComposite", "feConvolveMatrix", "feDiffuseLighting", "feDisplacementMap",
        "feDistantLight", "feDropShadow", "feFlood", "feFuncA", "feFuncB", "feFuncG", "feFuncR",
        "feGaussianBlur", "feImage", "feMerge", "feMergeNode", "feMorphology", "feOffset",
        "fePointLight", "feSpecularLighting", "feSpotLight", "feTile", "feTurbulence",
        "foreignObject", "glyphRef", "linearGradient", "radialGradient", "textPath",
    };
    for (size_t i = 0; i < sizeof elements / sizeof *elements; i++) {
        char lower[32];
        size_t size = strlen(elements[i]);
        for (size_t k = 0; k < size; k++)
            lower[k] = pith_to_lower(elements[i][k]);
        assert_str(pith_svg_element_name((pith_str){lower, size}), elements[i]);
    }
    static const char *const attributes[] = {
        "attributeName", "attributeType", "baseFrequency", "baseProfile", "calcMode",
        "clipPathUnits", "diffuseConstant", "edgeMode", "filterUnits", "glyphRef",
        "gradientTransform", "gradientUnits", "kernelMatrix", "kernelUnitLength", "keyPoints",
        "keySplines", "keyTimes", "lengthAdjust", "limitingConeAngle", "markerHeight",
        "markerUnits", "markerWidth", "maskContentUnits", "maskUnits", "numOctaves", "pathLength",
        "patternContentUnits", "patternTransform", "patternUnits", "pointsAtX", "pointsAtY",
        "pointsAtZ", "preserveAlpha", "preserveAspectRatio", "primitiveUnits", "refX", "refY",
        "repeatCount", "repeatDur", "requiredExtensions", "requiredFeatures", "specularConstant",
        "specularExponent", "spreadMethod", "startOffset", "stdDeviation", "stitchTiles",
        "surfaceScale", "systemLanguage", "tableValues", "targetX", "targetY", "textLength",
        "viewBox", "viewTarget", "xChannelSelector", "yChannelSelector", "zoomAndPan",
    };
    for (size_t i = 0; i < sizeof attributes / sizeof *attributes; i++) {
        char lower[32];
        size_t size = strlen(attributes[i]);
        for (size_t k = 0; k < size; k++)
            lower[k] = pith_to_lower(attributes[i][k]);
        assert_str(pith_svg_attribute_name((pith_str){lower, size}), attributes[i]);
    }
    assert_str(pith_svg_attribute_name(PITH_STR("contentscripttype")), "contentscripttype");
    assert_str(pith_svg_attribute_name(PITH_STR("viewbo")), "viewbo");
    assert_str(pith_svg_attribute_name(PITH_STR("viewboxx")), "viewboxx");
    assert_str(pith_mathml_attribute_name(PITH_STR("definitionurl")), "definitionURL");
    assert_str(pith_mathml_attribute_name(PITH_STR("viewbox")), "viewbox");
}

static void parts_namespaced_attributes(void **state)
{
    (void)state;
    static const char *const whole[] = {
        "xlink:actuate", "xlink:arcrole", "xlink:href", "xlink:role", "xlink:show", "xlink:title",
        "xlink:type", "xml:lang", "xml:space", "xmlns:xlink",
    };
    pith_str prefix, local;
    for (size_t i = 0; i < sizeof whole / sizeof *whole; i++) {
        assert_true(pith_foreign_attribute_parts((pith_str){whole[i], strlen(whole[i])}, &prefix,
                                                 &local));
        assert_memory_equal(prefix.data, whole[i], prefix.size);
        assert_str(local, strchr(whole[i], ':') + 1);
    }
    assert_true(pith_foreign_attribute_parts(PITH_STR("xmlns"), &prefix, &local));
    assert_str(prefix, "xmlns");
    assert_str(local, "xmlns");
    assert_false(pith_foreign_attribute_parts(PITH_STR("xml:base"), &prefix, &local));
    assert_false(pith_foreign_attribute_parts(PITH_STR("xlink:hre"), &prefix, &local));
    assert_false(pith_foreign_attribute_parts(PITH_STR("href"), &prefix, &local));
}

static void finds_where_an_attribute_name_ends(void **state)
{
    fixture *f = *state;
    pith_str text = PITH_STR("=a=b Href/x> q\rz\0\f viewBox");
    pith_html_node node = {.type = PITH_HTML_ELEMENT};
    pith_html_tree tree = one_node(text, &node);
    static const struct {
        uint32_t start;
        const char *raw;
        const char *lower;
    } cases[] = {{0, "=a", "=a"}, {5, "Href", "href"}, {10, "x", "x"}, {13, "q", "q"},
                 {19, "viewBox", "viewbox"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        pith_html_attribute attribute = {.name_start = cases[i].start};
        assert_str(pith_html_attribute_name(&tree, &attribute), cases[i].raw);
        assert_str(pith_html_adjusted_attribute_name(&tree, 0, &attribute, &f->buffer),
                   cases[i].lower);
    }
    pith_html_attribute with_nul = {.name_start = 15};
    assert_int_equal(pith_html_attribute_name(&tree, &with_nul).size, 2);
    assert_str(pith_html_adjusted_attribute_name(&tree, 0, &with_nul, &f->buffer),
               "z\xEF\xBF\xBD");
    pith_html_attribute box = {.name_start = 19};
    node.space = PITH_NS_SVG;
    assert_str(pith_html_adjusted_attribute_name(&tree, 0, &box, &f->buffer), "viewBox");
}

static void finds_and_decodes_values(void **state)
{
    fixture *f = *state;
    pith_str text = PITH_STR("a&amp;b&copy=plain\r\n");
    pith_html_attribute attributes[] = {
        {.name = PITH_ATTRIBUTE_ID, .value_start = 13, .value_size = 5},
        {.name = PITH_ATTRIBUTE_CLASS, .value_start = 13, .value_size = 5},
        {.name = PITH_ATTRIBUTE_HREF, .value_start = 0, .value_size = 20},
        {.name = PITH_ATTRIBUTE_ALT},
    };
    pith_html_node nodes[] = {{.type = PITH_HTML_DOCUMENT},
                              {.type = PITH_HTML_ELEMENT, .extent = 1, .count = 3},
                              {.type = PITH_HTML_TEXT, .extent = 1, .count = 3}};
    pith_html_tree tree = one_node(text, nodes);
    tree.attributes = attributes;
    assert_null(pith_html_find_attribute(&tree, 1, PITH_ATTRIBUTE_ID));
    assert_null(pith_html_find_attribute(&tree, 2, PITH_ATTRIBUTE_CLASS));
    assert_ptr_equal(pith_html_find_attribute(&tree, 1, PITH_ATTRIBUTE_ALT), &attributes[3]);
    assert_str(pith_html_get(&tree, 1, PITH_ATTRIBUTE_HREF, &f->buffer), "a&b&copy=plain\n");
    size_t used = f->buffer.size;
    pith_str plain = pith_html_get(&tree, 1, PITH_ATTRIBUTE_CLASS, &f->buffer);
    assert_str(plain, "plain");
    assert_ptr_equal(plain.data, text.data + 13);
    assert_int_equal(f->buffer.size, used);
    assert_int_equal(pith_html_get(&tree, 1, PITH_ATTRIBUTE_ALT, &f->buffer).size, 0);
    assert_int_equal(pith_html_get(&tree, 1, PITH_ATTRIBUTE_ID, &f->buffer).size, 0);
    f->memory.limit = 1;
    pith_buffer_release(&f->buffer);
    assert_int_equal(pith_html_get(&tree, 1, PITH_ATTRIBUTE_HREF, &f->buffer).size, 0);
    assert_true(f->buffer.failed);
}

static void decodes_texts_by_their_kind(void **state)
{
    fixture *f = *state;
    pith_str text = PITH_STR("&lt;\0\r");
    pith_html_node node = {.type = PITH_HTML_TEXT, .extent = (uint32_t)text.size};
    pith_html_tree tree = one_node(text, &node);
    assert_ptr_equal(pith_html_text(&tree, 0, &f->buffer).data, text.data);
    node.count = PITH_TEXT_DECODE;
    assert_str(pith_html_text(&tree, 0, &f->buffer), "&lt;\xEF\xBF\xBD\n");
    node.count |= PITH_TEXT_REFERENCES;
    assert_str(pith_html_text(&tree, 0, &f->buffer), "<\xEF\xBF\xBD\n");
    node.count |= PITH_TEXT_NUL_DROP;
    assert_str(pith_html_text(&tree, 0, &f->buffer), "<\n");
    node = (pith_html_node){.type = PITH_HTML_COMMENT, .extent = (uint32_t)text.size};
    assert_str(pith_html_text(&tree, 0, &f->buffer), "&lt;\xEF\xBF\xBD\n");
    node.type = PITH_HTML_PROCESSING_INSTRUCTION;
    pith_str kept = pith_html_text(&tree, 0, &f->buffer);
    assert_int_equal(kept.size, 6);
    assert_memory_equal(kept.data, "&lt;\0\n", 6);
    node.type = PITH_HTML_DOCTYPE;
    assert_int_equal(pith_html_text(&tree, 0, &f->buffer).size, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_elements),
        cmocka_unit_test(knows_every_mixed_case_name),
        cmocka_unit_test(parts_namespaced_attributes),
        cmocka_unit_test_setup_teardown(finds_where_an_attribute_name_ends, set_up, tear_down),
        cmocka_unit_test_setup_teardown(finds_and_decodes_values, set_up, tear_down),
        cmocka_unit_test_setup_teardown(decodes_texts_by_their_kind, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
