/* SPDX-License-Identifier: Apache-2.0 */
/* Every function of the public header on a document: what it gives, and for NULL. */
#include "../write/page.h"

#include <stdarg.h>
#include <stdlib.h>

#include <setjmp.h>
#include <stddef.h>
#include <cmocka.h>

static const char page_html[] =
    "<!DOCTYPE html><html lang=en><head><title>How bridges stand</title>"
    "<meta name=author content='Ada Ball'><meta name=author content='Bo Cole'>"
    "<meta name=description content='On arches.'>"
    "<meta property=og:site_name content='The Daily Span'>"
    "<meta property=article:published_time content='2024-05-06T07:08:09Z'>"
    "<meta property=article:modified_time content='2024-05-07'>"
    "<meta name=keywords content='arches, stone'><meta property=article:section content=Works>"
    "<meta property=og:image content=/arch.jpg><meta property=og:image:alt content='An arch'>"
    "<link rel=canonical href=/arch><link rel=license href=https://licence.example/by/>"
    "<link rel=alternate hreflang=fr type=text/html title=Arches href=/fr/arch>"
    "<link rel=alternate type=application/atom+xml href=/feed></head>"
    "<body><nav><ul><li><a href=/a>Home page</a><li><a href=/b>World news</a></ul></nav>"
    "<main><article><h1>How bridges stand</h1>"
    "<p>An arch carries its load to both of its ends, as people have known for <em>two thousand"
    "</em> years, and <strong>each stone</strong> holds the next one where it is.</p>"
    "<h2>What the stones do</h2>"
    "<p>Read more of it in <a href='../more?x=1' title='A book'>the book of arches</a>, which"
    " says <del>nothing</del> all there is: H<sub>2</sub>O wears stone, force is m<sup>2</sup>,"
    " and the command is <code>make arch</code>.<br>So it is written, and so it has been done.</p>"
    "<ol start=4><li>Lay the first stone on firm ground, as deep as you can.</li>"
    "<li>Lay the next stone upon it, and go on until you are done.</li></ol>"
    "<blockquote><p>An arch never sleeps, says an old proverb that builders know.</p></blockquote>"
    "<pre><code class=language-c>int arch(void);\nint stone;</code></pre>"
    "<table><caption>The longest arches that were ever built</caption>"
    "<tr><th align=right>Name of the bridge</th><th colspan=2>Its length in metres</th></tr>"
    "<tr><td rowspan=2>Bridge over the river</td><td>one hundred</td><td>and one</td></tr>"
    "<tr><td>two hundred</td><td>and two</td></tr></table>"
    "<figure><img src=arch.jpg alt='An arch' title='Arch'><figcaption>An arch in the evening, as"
    " seen from the river below it.</figcaption></figure>"
    "<dl><dt>Keystone</dt><dd>The stone at the top of an arch, which is laid last of all.</dd></dl>"
    "<hr><p>The last paragraph says what all of the others have said before, and then it ends.</p>"
    "</article></main><footer>All rights reserved, 2024</footer></body></html>";

static pith_str str(const char *text)
{
    return (pith_str){text, strlen(text)};
}

static int set_up(void **state)
{
    pith_reader *reader = pith_reader_new(NULL, NULL);
    if (reader == NULL)
        return -1;
    *state = page_document(reader, str(page_html), str("https://example.org/news/arch.html"));
    pith_reader_free(reader); /* the document outlives its reader */
    return *state != NULL ? 0 : -1;
}

static int tear_down(void **state)
{
    pith_document_free(*state);
    return 0;
}

static void assert_str(pith_str actual, const char *expected)
{
    assert_int_equal(actual.size, strlen(expected));
    assert_memory_equal(actual.data, expected, actual.size);
}

/* The first node of a type below `node`, in tree order, after `count` others. */
static const pith_node *find(const pith_node *root, pith_node_type type, int count)
{
    const pith_node *node = root;
    while (node != NULL) {
        if (pith_node_get_type(node) == type && count-- == 0)
            return node;
        const pith_node *next = pith_node_first_child(node);
        while (next == NULL && node != root) {
            next = pith_node_next(node);
            if (next == NULL)
                node = pith_node_parent(node);
        }
        node = next;
    }
    return NULL;
}

static void says_what_the_page_says_of_itself(void **state)
{
    const pith_document *document = *state;
    assert_str(pith_document_url(document), "https://example.org/news/arch.html");
    assert_str(pith_document_title(document), "How bridges stand");
    assert_int_equal(pith_document_author_count(document), 2);
    assert_str(pith_document_author(document, 0), "Ada Ball");
    assert_str(pith_document_author(document, 1), "Bo Cole");
    assert_int_equal(pith_document_author(document, 2).size, 0);
    assert_str(pith_document_date(document), "2024-05-06T07:08:09Z");
    assert_str(pith_document_site(document), "The Daily Span");
    assert_str(pith_document_description(document), "On arches.");
    assert_str(pith_document_language(document), "en");
    assert_str(pith_document_charset(document), "UTF-8");
    assert_int_equal(pith_document_limits_hit(document), 0);
}

static void says_more_that_the_page_says_of_itself(void **state)
{
    const pith_document *document = *state;
    assert_str(pith_document_modified(document), "2024-05-07");
    assert_str(pith_document_canonical(document), "https://example.org/arch");
    assert_str(pith_document_image(document), "https://example.org/arch.jpg");
    assert_str(pith_document_image_alt(document), "An arch");
    assert_str(pith_document_licence(document), "https://licence.example/by/");
    assert_int_equal(pith_document_tag_count(document), 2);
    assert_str(pith_document_tag(document, 0), "arches");
    assert_str(pith_document_tag(document, 1), "stone");
    assert_int_equal(pith_document_tag(document, 2).size, 0);
    assert_int_equal(pith_document_category_count(document), 1);
    assert_str(pith_document_category(document, 0), "Works");
    assert_int_equal(pith_document_category(document, 1).size, 0);
    assert_int_equal(pith_document_alternate_count(document), 2);
    const pith_alternate *french = pith_document_alternate(document, 0);
    assert_str(french->url, "https://example.org/fr/arch");
    assert_str(french->type, "text/html");
    assert_str(french->language, "fr");
    assert_str(french->title, "Arches");
    assert_int_equal(french->is_feed, 0);
    const pith_alternate *feed = pith_document_alternate(document, 1);
    assert_str(feed->url, "https://example.org/feed");
    assert_int_equal(feed->is_feed, 1);
    assert_null(pith_document_alternate(document, 2));
}

static void writes_it_into_the_head_of_html(void **state)
{
    static const char *const lines[] = {
        "<title>How bridges stand</title>\n",
        "<meta name=\"author\" content=\"Bo Cole\">\n",
        "<meta property=\"article:published_time\" content=\"2024-05-06T07:08:09Z\">\n",
        "<meta property=\"article:modified_time\" content=\"2024-05-07\">\n",
        "<meta property=\"article:section\" content=\"Works\">\n",
        "<meta property=\"article:tag\" content=\"stone\">\n",
        "<meta property=\"og:image\" content=\"https://example.org/arch.jpg\">\n",
        "<meta property=\"og:image:alt\" content=\"An arch\">\n",
        "<link rel=\"canonical\" href=\"https://example.org/arch\">\n",
        "<link rel=\"license\" href=\"https://licence.example/by/\">\n",
        "<link rel=\"alternate\" type=\"text/html\" hreflang=\"fr\" title=\"Arches\" "
        "href=\"https://example.org/fr/arch\">\n",
        "<link rel=\"alternate\" type=\"application/atom+xml\" "
        "href=\"https://example.org/feed\">\n",
    };
    pith_write_options options = {.size = sizeof options, .format = PITH_FORMAT_HTML};
    size_t size;
    char *html = pith_write_buffer(*state, &options, &size, NULL);
    assert_non_null(html);
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        if (strstr(html, lines[i]) == NULL)
            fail_msg("%s is missing in %s", lines[i], html);
    pith_buffer_free(*state, html);
}

static void says_where_the_page_says_it(void **state)
{
    static const pith_source sources[] = {
        [PITH_METADATA_TITLE] = PITH_SOURCE_VISIBLE,
        [PITH_METADATA_AUTHOR] = PITH_SOURCE_META,
        [PITH_METADATA_DATE] = PITH_SOURCE_OPENGRAPH,
        [PITH_METADATA_MODIFIED] = PITH_SOURCE_OPENGRAPH,
        [PITH_METADATA_SITE] = PITH_SOURCE_OPENGRAPH,
        [PITH_METADATA_DESCRIPTION] = PITH_SOURCE_META,
        [PITH_METADATA_LANGUAGE] = PITH_SOURCE_META,
        [PITH_METADATA_CANONICAL] = PITH_SOURCE_LINK,
        [PITH_METADATA_IMAGE] = PITH_SOURCE_OPENGRAPH,
        [PITH_METADATA_LICENCE] = PITH_SOURCE_LINK,
        [PITH_METADATA_TAG] = PITH_SOURCE_META,
        [PITH_METADATA_CATEGORY] = PITH_SOURCE_OPENGRAPH,
    };
    static const char *const names[] = {"none", "jsonld", "opengraph", "microdata", "rdfa",
                                        "dublincore", "meta", "link", "time", "visible", "url"};
    for (int i = PITH_METADATA_TITLE; i <= PITH_METADATA_CATEGORY; i++)
        assert_int_equal(pith_document_metadata_source(*state, (pith_metadata)i), sources[i]);
    assert_int_equal(pith_document_metadata_source(*state, (pith_metadata)99), PITH_SOURCE_NONE);
    for (int i = PITH_SOURCE_NONE; i <= PITH_SOURCE_URL; i++)
        assert_string_equal(pith_source_name((pith_source)i), names[i]);
    assert_string_equal(pith_source_name((pith_source)99), "none");
}

static void gives_blocks(void **state)
{
    const pith_node *content = pith_document_content(*state);
    assert_int_equal(pith_node_get_type(content), PITH_NODE_DOCUMENT);
    assert_null(pith_node_parent(content));
    const pith_node *title = find(content, PITH_NODE_HEADING, 0);
    assert_int_equal(pith_node_heading_level(title), 1);
    assert_int_equal(pith_node_label(title), PITH_LABEL_TITLE);
    assert_ptr_equal(pith_node_parent(title), content);
    assert_int_equal(pith_node_heading_level(find(content, PITH_NODE_HEADING, 1)), 2);
    assert_int_equal(pith_node_label(find(content, PITH_NODE_PARAGRAPH, 0)), PITH_LABEL_BODY);
    const pith_node *list = find(content, PITH_NODE_LIST, 0);
    assert_int_equal(pith_node_is_ordered(list), 1);
    assert_int_equal(pith_node_list_start(list), 4);
    assert_int_equal(pith_node_get_type(pith_node_first_child(list)), PITH_NODE_LIST_ITEM);
    assert_non_null(find(content, PITH_NODE_BLOCK_QUOTE, 0));
    const pith_node *code = find(content, PITH_NODE_CODE_BLOCK, 0);
    assert_str(pith_node_text(code), "int arch(void);\nint stone;");
    assert_str(pith_node_language(code), "c");
    assert_null(pith_node_first_child(code));
    assert_non_null(find(content, PITH_NODE_DESCRIPTION_TERM, 0));
    assert_non_null(find(content, PITH_NODE_DESCRIPTION_DETAILS, 0));
    assert_non_null(find(content, PITH_NODE_THEMATIC_BREAK, 0));
    const pith_node *caption = find(find(content, PITH_NODE_FIGURE, 0), PITH_NODE_CAPTION, 0);
    assert_non_null(caption);
}

static void gives_tables(void **state)
{
    const pith_node *content = pith_document_content(*state);
    const pith_node *table = find(content, PITH_NODE_TABLE, 0);
    assert_non_null(find(table, PITH_NODE_CAPTION, 0));
    const pith_node *header = find(table, PITH_NODE_TABLE_ROW, 0);
    assert_int_equal(pith_node_is_header(header), 1);
    assert_int_equal(pith_node_is_header(find(table, PITH_NODE_TABLE_ROW, 1)), 0);
    const pith_node *name = find(table, PITH_NODE_TABLE_CELL, 0);
    assert_int_equal(pith_node_is_header(name), 1);
    assert_int_equal(pith_node_alignment(name), PITH_ALIGN_RIGHT);
    const pith_node *length = pith_node_next(name);
    assert_int_equal(pith_node_column_span(length), 2);
    assert_int_equal(pith_node_row_span(length), 1);
    assert_int_equal(pith_node_row_span(find(table, PITH_NODE_TABLE_CELL, 2)), 2);
    assert_int_equal(pith_node_alignment(length), PITH_ALIGN_NONE);
}

static void gives_inline_nodes(void **state)
{
    const pith_node *content = pith_document_content(*state);
    static const pith_node_type types[] = {
        PITH_NODE_EMPHASIS, PITH_NODE_STRONG, PITH_NODE_STRIKETHROUGH, PITH_NODE_SUBSCRIPT,
        PITH_NODE_SUPERSCRIPT,
    };
    static const char *const texts[] = {"two thousand", "each stone", "nothing", "2", "2"};
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        assert_str(pith_node_text(pith_node_first_child(find(content, types[i], 0))), texts[i]);
    assert_str(pith_node_text(find(content, PITH_NODE_CODE, 0)), "make arch");
    assert_non_null(find(content, PITH_NODE_LINE_BREAK, 0));
    const pith_node *link = find(content, PITH_NODE_LINK, 0);
    assert_str(pith_node_url(link), "https://example.org/more?x=1");
    assert_str(pith_node_title(link), "A book");
    assert_int_equal(pith_node_text(link).size, 0);
    const pith_node *image = find(content, PITH_NODE_IMAGE, 0);
    assert_str(pith_node_url(image), "https://example.org/news/arch.jpg");
    assert_str(pith_node_text(image), "An arch");
    assert_str(pith_node_title(image), "Arch");
}

static void tells_where_nodes_come_from(void **state)
{
    const pith_node *content = pith_document_content(*state);
    const pith_node *heading = find(content, PITH_NODE_HEADING, 1);
    assert_int_equal(pith_node_source_offset(heading), strstr(page_html, "<h2>") - page_html);
    const pith_node *list = find(content, PITH_NODE_LIST, 0);
    assert_int_equal(pith_node_source_offset(list), strstr(page_html, "<ol ") - page_html);
}

static void keeps_the_furniture(void **state)
{
    const pith_node *furniture = pith_document_furniture(*state);
    assert_int_equal(pith_node_get_type(furniture), PITH_NODE_DOCUMENT);
    const pith_node *first = pith_node_first_child(furniture);
    assert_int_equal(pith_node_get_type(first), PITH_NODE_SECTION);
    assert_int_equal(pith_node_label(first), PITH_LABEL_NAVIGATION);
    const pith_node *link = find(first, PITH_NODE_LINK, 0);
    assert_str(pith_node_url(link), "https://example.org/a");
}

static void has_nothing_where_a_type_lacks_it(void **state)
{
    const pith_node *content = pith_document_content(*state);
    const pith_node *nodes[] = {NULL, find(content, PITH_NODE_PARAGRAPH, 0)};
    for (size_t i = 0; i < 2; i++) {
        assert_int_equal(pith_node_text(nodes[i]).size, 0);
        assert_int_equal(pith_node_url(nodes[i]).size, 0);
        assert_int_equal(pith_node_title(nodes[i]).size, 0);
        assert_int_equal(pith_node_language(nodes[i]).size, 0);
        assert_int_equal(pith_node_heading_level(nodes[i]), 0);
        assert_int_equal(pith_node_is_display(nodes[i]), 0);
        assert_int_equal(pith_node_is_ordered(nodes[i]), 0);
        assert_int_equal(pith_node_list_start(nodes[i]), 0);
        assert_int_equal(pith_node_is_reversed(nodes[i]), 0);
        assert_int_equal(pith_node_item_number(nodes[i]), 0);
        assert_int_equal(pith_node_note_number(nodes[i]), 0);
        assert_int_equal(pith_node_is_header(nodes[i]), 0);
        assert_int_equal(pith_node_column_span(nodes[i]), 0);
        assert_int_equal(pith_node_row_span(nodes[i]), 0);
        assert_int_equal(pith_node_alignment(nodes[i]), PITH_ALIGN_NONE);
    }
    assert_int_equal(pith_node_get_type(NULL), PITH_NODE_NONE);
    assert_int_equal(pith_node_label(NULL), PITH_LABEL_OTHER);
    assert_true(pith_node_confidence(NULL) <= 0);
    assert_true(pith_document_confidence(NULL) <= 0);
    assert_int_equal(pith_document_page_type(NULL), PITH_PAGE_UNKNOWN);
    assert_int_equal(pith_node_source_offset(NULL), 0);
    assert_null(pith_node_parent(NULL));
    assert_null(pith_node_first_child(NULL));
    assert_null(pith_node_next(NULL));
}

static void takes_null_for_a_document(void **state)
{
    (void)state;
    assert_int_equal(pith_document_url(NULL).size, 0);
    assert_int_equal(pith_document_title(NULL).size, 0);
    assert_int_equal(pith_document_author_count(NULL), 0);
    assert_int_equal(pith_document_author(NULL, 0).size, 0);
    assert_int_equal(pith_document_date(NULL).size, 0);
    assert_int_equal(pith_document_site(NULL).size, 0);
    assert_int_equal(pith_document_description(NULL).size, 0);
    assert_int_equal(pith_document_language(NULL).size, 0);
    assert_int_equal(pith_document_language_detected(NULL).size, 0);
    assert_int_equal(pith_document_modified(NULL).size, 0);
    assert_int_equal(pith_document_canonical(NULL).size, 0);
    assert_int_equal(pith_document_image(NULL).size, 0);
    assert_int_equal(pith_document_image_alt(NULL).size, 0);
    assert_int_equal(pith_document_licence(NULL).size, 0);
    assert_int_equal(pith_document_tag_count(NULL), 0);
    assert_int_equal(pith_document_tag(NULL, 0).size, 0);
    assert_int_equal(pith_document_category_count(NULL), 0);
    assert_int_equal(pith_document_category(NULL, 0).size, 0);
    assert_int_equal(pith_document_alternate_count(NULL), 0);
    assert_null(pith_document_alternate(NULL, 0));
    assert_int_equal(pith_document_metadata_source(NULL, PITH_METADATA_TITLE), PITH_SOURCE_NONE);
    assert_int_equal(pith_document_charset(NULL).size, 0);
    assert_int_equal(pith_document_limits_hit(NULL), 0);
    assert_null(pith_document_content(NULL));
    assert_null(pith_document_furniture(NULL));
    assert_int_equal(pith_document_related_count(NULL), 0);
    assert_int_equal(pith_document_related_title(NULL, 0).size, 0);
    assert_int_equal(pith_document_related_excerpt(NULL, 0).size, 0);
    assert_int_equal(pith_document_related_url(NULL, 0).size, 0);
    assert_null(pith_document_related(NULL));
    assert_int_equal(pith_document_comment_count(NULL), 0);
    assert_int_equal(pith_document_comment_author(NULL, 0).size, 0);
    assert_int_equal(pith_document_comment_date(NULL, 0).size, 0);
    assert_int_equal(pith_document_comment_text(NULL, 0).size, 0);
    assert_int_equal(pith_document_comment_depth(NULL, 0), 0);
    assert_null(pith_document_comments(NULL));
    assert_int_equal(pith_document_reply(NULL), PITH_REPLY_UNKNOWN);
    pith_document_free(NULL);
    pith_reader_free(NULL);
    pith_buffer_free(NULL, NULL);
}

static void names_labels(void **state)
{
    (void)state;
    static const char *const names[] = {
        "other", "title", "standfirst", "byline", "body", "caption", "comment", "related",
        "navigation", "advertisement", "legal", "form",
    };
    for (int i = 0; i < (int)(sizeof names / sizeof *names); i++)
        assert_string_equal(pith_label_name((pith_label)i), names[i]);
    assert_string_equal(pith_label_name((pith_label)99), "other");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(says_what_the_page_says_of_itself, set_up, tear_down),
        cmocka_unit_test_setup_teardown(says_more_that_the_page_says_of_itself, set_up, tear_down),
        cmocka_unit_test_setup_teardown(says_where_the_page_says_it, set_up, tear_down),
        cmocka_unit_test_setup_teardown(writes_it_into_the_head_of_html, set_up, tear_down),
        cmocka_unit_test_setup_teardown(gives_blocks, set_up, tear_down),
        cmocka_unit_test_setup_teardown(gives_tables, set_up, tear_down),
        cmocka_unit_test_setup_teardown(gives_inline_nodes, set_up, tear_down),
        cmocka_unit_test_setup_teardown(tells_where_nodes_come_from, set_up, tear_down),
        cmocka_unit_test_setup_teardown(keeps_the_furniture, set_up, tear_down),
        cmocka_unit_test_setup_teardown(has_nothing_where_a_type_lacks_it, set_up, tear_down),
        cmocka_unit_test(takes_null_for_a_document),
        cmocka_unit_test(names_labels),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
