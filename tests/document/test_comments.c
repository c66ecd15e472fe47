/* SPDX-License-Identifier: Apache-2.0 */
/* Comments, from markup of many kinds: what stands in <section class> is of comments. */
#include "../write/page.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <setjmp.h>
#include <stddef.h>
#include <cmocka.h>

static pith_document *read_section(pith_reader *reader, const char *section)
{
    pith_memory memory;
    pith_memory_init(&memory, NULL, 0);
    pith_buffer html;
    pith_buffer_init(&html, &memory);
    pith_buffer_add(&html, PITH_STR("<html lang=en><p>An article.</p><section class=comments>"));
    pith_buffer_add(&html, (pith_str){section, strlen(section)});
    pith_buffer_add(&html, PITH_STR("</section><p>More of it.</p>"));
    pith_document *document =
        page_document(reader, (pith_str){html.data, html.size}, PITH_STR("https://a.org/"));
    assert_non_null(document);
    pith_buffer_release(&html);
    return document;
}

/* The comments of a section: "depth author | date | text", each with a line end. */
static void check(const char *section, const char *wanted)
{
    pith_memory memory;
    pith_memory_init(&memory, NULL, 0);
    pith_buffer out;
    pith_buffer_init(&out, &memory);
    pith_reader *reader = pith_reader_new(NULL, NULL);
    pith_document *document = read_section(reader, section);
    for (size_t i = 0; i < pith_document_comment_count(document); i++) {
        char depth[16];
        snprintf(depth, sizeof depth, "%u ", pith_document_comment_depth(document, i));
        pith_buffer_add(&out, (pith_str){depth, strlen(depth)});
        pith_buffer_add(&out, pith_document_comment_author(document, i));
        pith_buffer_add(&out, PITH_STR(" | "));
        pith_buffer_add(&out, pith_document_comment_date(document, i));
        pith_buffer_add(&out, PITH_STR(" | "));
        pith_buffer_add(&out, pith_document_comment_text(document, i));
        pith_buffer_add(&out, PITH_STR("\n"));
    }
    pith_buffer_add_byte(&out, '\0');
    assert_false(out.failed);
    assert_string_equal(out.data, wanted);
    pith_document_free(document);
    pith_reader_free(reader);
    pith_buffer_release(&out);
}

static void lists_of_a_blog(void **state)
{
    (void)state;
    check("<h2>3 thoughts on “Piers”</h2><ol class=comment-list><li id=comment-12 class='comment "
          "depth-1'><article id=div-comment-12 class=comment-body><div class=comment-meta><div "
          "class='comment-author vcard'><img src=a.png> <b class=fn><a href=http://x.y/ class=url>"
          "Anna Berg</a></b> <span class=says>says:</span></div><div class=comment-metadata><a "
          "href=#comment-12><time datetime=2026-04-21T10:20:30+00:00>April 21, 2026 at 10:20 am"
          "</time></a></div></div><div class=comment-content><p>I was there when it began.</p>"
          "<p>It was loud.</p></div><div class=reply><a href=#>Reply</a></div></article><ol "
          "class=children><li class=comment id=comment-13><article class=comment-body><div><b "
          "class=fn>Bo</b></div><div class=comment-content><p>So was I.</p></div></article></li>"
          "</ol></li><li class=comment id=comment-14><b class=fn>Cem</b><p>A third one.</p></ol>",
          "0 Anna Berg | 2026-04-21T10:20:30Z | I was there when it began.\n\nIt was loud.\n"
          "1 Bo |  | So was I.\n0 Cem |  | A third one.\n");
}

static void names_and_dates_in_a_line(void **state)
{
    (void)state;
    check("<ol><li class=comment id=comment-1><cite>Anna</cite> Says:<br><small "
          "class=commentmetadata><a href=#comment-1>March 3rd, 2024 at 8:30 pm</a></small><p>First "
          "text.</p></ol>", "0 Anna | 2024-03-03T20:30:00 | First text.\n");
    check("<div class=comment><b>Bo</b>: a text on the same line</div>",
          "0 Bo |  | a text on the same line\n");
    check("<div class=comment><p>Posted by <span class=username>Bo</span> 2 May 2026</p><p>Text"
          "</div>",
          "0 Bo | 2026-05-02 | Text\n");
}

static void microdata(void **state)
{
    (void)state;
    check("<div itemprop=comment itemscope itemtype=https://schema.org/Comment><span "
          "itemprop=author><span itemprop=name>Anna</span></span><meta itemprop=dateCreated "
          "content=2026-01-02><div itemprop=text>First.</div>"
          "<div>3 people like this</div></div><div itemscope "
          "itemtype=http://schema.org/UserComments><span itemprop=creator>Bo</span><time "
          "itemprop=datePublished datetime=2026-01-03>yesterday</time><p>Second.</p></div>",
          "0 Anna | 2026-01-02 | First.\n0 Bo | 2026-01-03 | Second.\n");
}

static void items_and_articles_without_names(void **state)
{
    (void)state;
    check("<ul><li><strong>Anna</strong> <span>3 May 2026</span><p>One.</p></li><li><strong>Bo"
          "</strong><p>Two.</p><a href=#>Reply</a></li></ul>",
          "0 Anna | 2026-05-03 | One.\n0 Bo |  | Two.\n");
    check("<article><p>Anna</p><p>One, said aloud.</p></article>",
          "0 Anna |  | One, said aloud.\n");
}

static void siblings_that_look_alike(void **state)
{
    (void)state;
    check("<h3>Voices</h3><div class=row><div>Anna</div><div class=when>3 May 2026</div><div>One, "
          "said aloud.</div></div><div class=row><div>Bo</div><div class=when>2 hours ago</div>"
          "<div>Two, said aloud.</div></div>",
          "0 Anna | 2026-05-03 | One, said aloud.\n0 Bo |  | Two, said aloud.\n");
}

static void elements_of_one_comment(void **state)
{
    (void)state;
    check("<div class=comment id=comment-1><div class=comment><p class=username>Anna</p><p>One.</p>"
          "</div><div class=replies><div class=comment><p class=username>Bo</p><p>Two.</p></div>"
          "</div></div>", "0 Anna |  | One.\n1 Bo |  | Two.\n");
    check("<div class=comment><div class=comment><b>Anna</b><p>One.</p></div><div class=comment><b>"
          "Bo</b><p>Two.</p></div></div>", "0 Anna |  | One.\n0 Bo |  | Two.\n");
}

static void text_after_the_inner_element(void **state)
{
    (void)state;
    check("<div class=comment id=comment-1><div class=comment><b>Anna</b><p>One.</p></div><p>And"
          " more.</p></div>", "0 Anna |  | One.\n\nAnd more.\n");
}

static void what_is_no_comment(void **state)
{
    (void)state;
    check("", "");
    check("<h3>Comments</h3><p>Be the first.</p>", "");
    check("<ol><li class=comment><a href=#>Reply</a></ol>", "");
    /* A discussion that is content has no comments beside it. */
    check("</section><ol><li class=comment><b class=fn>Anna</b><p>One.</ol><section>", "");
}

static void depths_are_bounded(void **state)
{
    (void)state;
    pith_memory memory;
    pith_memory_init(&memory, NULL, 0);
    pith_buffer html;
    pith_buffer_init(&html, &memory);
    for (int i = 0; i < 200; i++)
        pith_buffer_add(&html, PITH_STR("<div class=comment><p>One more."));
    pith_buffer_add_byte(&html, '\0');
    pith_reader *reader = pith_reader_new(NULL, NULL);
    pith_document *document = read_section(reader, html.data);
    assert_int_equal(pith_document_comment_count(document), 200);
    assert_int_equal(pith_document_comment_depth(document, 62), 62);
    assert_int_equal(pith_document_comment_depth(document, 199), 63);
    pith_document_free(document);
    pith_reader_free(reader);
    pith_buffer_release(&html);
}

static void check_reply(const char *section, pith_reply wanted)
{
    pith_reader *reader = pith_reader_new(NULL, NULL);
    pith_document *document = read_section(reader, section);
    if (pith_document_reply(document) != wanted)
        fail_msg("%d, not %d: %s", pith_document_reply(document), wanted, section);
    pith_document_free(document);
    pith_reader_free(reader);
}

static void whether_there_can_be_more(void **state)
{
    (void)state;
    check_reply("<h3>Leave a Reply</h3><p>Required fields are marked *", PITH_REPLY_FORM);
    check_reply("<h3>Schreibe einen Kommentar</h3>", PITH_REPLY_FORM);
    check_reply("<form id=commentform><textarea></textarea></form>", PITH_REPLY_FORM);
    check_reply("<form><p>Your say<textarea name=comment></textarea></form>", PITH_REPLY_FORM);
    check_reply("<p>Comments are closed.</p><form id=commentform><textarea></textarea></form>",
                PITH_REPLY_CLOSED);
    check_reply("<p>Los comentarios están cerrados</p>", PITH_REPLY_CLOSED);
    check_reply("</section><form id=contact><textarea name=message></textarea></form>",
                PITH_REPLY_UNKNOWN);
    check_reply("<form id=commentform><input></form>", PITH_REPLY_UNKNOWN);
    check_reply("<a href=/login>Log in to leave a reply</a>", PITH_REPLY_UNKNOWN);
    check_reply("</section><p>The comments are closed, he said.</p><section>", PITH_REPLY_UNKNOWN);
}

static void indices_beyond_the_last(void **state)
{
    (void)state;
    pith_reader *reader = pith_reader_new(NULL, NULL);
    pith_document *document = read_section(reader, "<div class=comment><b>Anna</b><p>One.</div>");
    assert_int_equal(pith_document_comment_count(document), 1);
    assert_int_equal(pith_document_comment_author(document, 1).size, 0);
    assert_int_equal(pith_document_comment_date(document, 1).size, 0);
    assert_int_equal(pith_document_comment_text(document, 1).size, 0);
    assert_int_equal(pith_document_comment_depth(document, 1), 0);
    assert_int_equal(pith_node_label(pith_document_comments(document)), PITH_LABEL_COMMENT);
    assert_null(pith_node_parent(pith_document_comments(document)));
    assert_null(pith_document_related(document));
    pith_document_free(document);
    pith_reader_free(reader);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lists_of_a_blog),
        cmocka_unit_test(names_and_dates_in_a_line),
        cmocka_unit_test(microdata),
        cmocka_unit_test(items_and_articles_without_names),
        cmocka_unit_test(siblings_that_look_alike),
        cmocka_unit_test(elements_of_one_comment),
        cmocka_unit_test(text_after_the_inner_element),
        cmocka_unit_test(what_is_no_comment),
        cmocka_unit_test(depths_are_bounded),
        cmocka_unit_test(whether_there_can_be_more),
        cmocka_unit_test(indices_beyond_the_last),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
