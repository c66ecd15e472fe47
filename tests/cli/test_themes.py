# SPDX-License-Identifier: Apache-2.0
"""One news page in many themes: thirteen paragraphs, six related posts, a comment form."""
import json
import unittest

from command import CommandTest

PARAGRAPHS = [
    "The harbour master of the northern bay said on Monday that the new pier would open "
    "to ferries in the second week of May, after three years of work and two winters of "
    "storms.",
    "“We have waited long for this,” said Marta Oling, who has led the works since 2023. "
    "“The old pier was too short for the boats that we have now.”",
    "The town council had voted for the plan by a narrow margin in the autumn of 2022, "
    "when prices of steel were at their highest and many feared for the budget.",
    "In the end the works cost eleven million, about one million less than the council "
    "had set aside for them, according to figures that were published last week.",
    "Fishermen were the first to ask for a longer pier. Their boats had to wait outside "
    "of the harbour at low tide, sometimes for hours and in rough weather.",
    "The ferry company plans to run six boats a day to the islands, two more than now, "
    "and a night boat at the weekends from June to the end of September.",
    "Not all are content. A group of residents near the harbour fears noise and more cars"
    " in the narrow streets of the old town, and it has gone to court twice.",
    "Both times the judges found for the town. A third case is open, but the residents "
    "have said that they will not ask to stop the opening of the pier itself.",
    "The council has promised a car park outside of the town and a bus that meets each "
    "boat, and it wants to close the harbour street to cars from noon to six.",
    "Shops along the street are divided. Some expect more visitors on foot, others fear "
    "that their customers from the villages will stay away from the town.",
    "The pier is four hundred metres long and rests on ninety piles of concrete, each of "
    "them driven twelve metres into the ground of the bay by a floating rig.",
    "A lamp at its head, built after the drawings of the old one, will be lit for the "
    "first time on the evening of the opening by the oldest pilot of the harbour.",
    "Visitors may walk on the pier from the next morning on. The council asks them to "
    "leave their bicycles at the gate, where there is room for two hundred of them.",
]
TEASERS = [
    ("Bakery on the square wins a prize for its rye bread",
     "It began with a bag of flour that nobody wanted and an oven that was older than the"
     " baker. Now the small bakery on the square has…"),
    ("“Never Again,” Says Sailor After Nine Days Adrift",
     "Nine days without wind and with little water: the story of a sailor who set out for"
     " an afternoon and came back after…"),
    ("I Counted Every Gull in the Harbour and This Is What I Found",
     "There are people who count stamps and people who count sheep. I have counted gulls,"
     " all of them, on a cold morning when…"),
    ("Storm Took Their Roof, Ten Years Later They Open the Letter and Read…",
     "When the storm of the century had passed, the family found that their roof lay in "
     "the field of a neighbour. What came next…"),
    ("The Quiet Island Where Cars Are Not Allowed",
     "No cars, no shops, one telephone: the island in the north of the bay has stayed as "
     "it was, and its forty people want it so. From…"),
    ("How a Lighthouse Keeper Learned to Bake in the Dark",
     "The lamp must never go out, but the oven needs the same current. A keeper tells how"
     " he found out that bread can rise…"),
]
TITLE = "New pier opens in May"
NOTICE = "Your email address will not be published. Required fields are marked *"

HEAD = (f"<!DOCTYPE html><html lang=en><head><title>{TITLE} - The Bay Courier</title></head><body>"
        '<header class="site-header"><a href="/">The Bay Courier</a><nav><ul><li><a href="/n">News'
        '</a><li><a href="/s">Sport</a></ul></nav></header>')
FOOT = ('<footer class="site-footer"><p>© 2026 The Bay Courier</p><ul><li><a href="/about">About us'
        '</a><li><a href="/privacy">Privacy</a></ul></footer></body></html>')
BARE = f"<!DOCTYPE html><html lang=en><head><title>{TITLE}</title></head><body>"
TEXT = "".join(f"<p>{paragraph}</p>\n" for paragraph in PARAGRAPHS)
FORM = ('<div id="respond" class="comment-respond"><h3 id="reply-title">Leave a Reply</h3><form '
        'action="/wp-comments-post.php" id="commentform" class="comment-form"><p class='
        f'"comment-notes">{NOTICE}</p><p><label for="comment">Comment</label> <textarea id='
        '"comment" name="comment"></textarea></p><p><input type=submit></p></form></div>')
BARE_FORM = f"<h3>Leave a Reply</h3><form><p>{NOTICE}</p><textarea name=comment></textarea></form>"


def cards(template):
    """The template for each teaser: {n} its number, {t} its title, {x} its excerpt."""
    return "".join(template.format(n=n, t=title, x=excerpt)
                   for n, (title, excerpt) in enumerate(TEASERS))


def blog():
    return (f'{HEAD}<main><article class="post"><h1>{TITLE}</h1><div class="entry-content">{TEXT}'
            '</div><footer class="entry-footer"><div class="related-posts"><h3>Related Posts</h3>'
            + cards('<div class="related-post"><a href="/{n}"><img src="/{n}.jpg" alt=""></a><h4>'
                    '<a href="/{n}">{t}</a></h4><div><p>{x}</p></div></div>')
            + f"</div></footer></article><div id=comments>{FORM}</div></main>{FOOT}")


def block_theme():
    return (f'{HEAD}<main><div class="wp-block-post-content"><h1>{TITLE}</h1>{TEXT}</div><h2 class='
            '"wp-block-heading">More posts</h2><ul class="wp-block-post-template">'
            + cards('<li class="wp-block-post"><div><time>April 3, 2026</time></div><h3><a '
                    'href="/{n}">{t}</a></h3><div><p>{x}</p><p><a href="/{n}">Read more</a></p>'
                    '</div></li>') + f"</ul>{FORM}</main>{FOOT}")


def sidebar():
    return (f"{HEAD}<div><main><article><h1>{TITLE}</h1>{TEXT}</article><section id=comments>{FORM}"
            '</section></main><aside class="sidebar"><section><h2>Related Posts</h2>'
            + cards('<article class="card"><a href="/{n}"><span>News</span><h3>{t}</h3><p>{x}</p>'
                    "</a></article>") + f"</section></aside></div>{FOOT}")


def divs_without_names():
    text = "".join(f"<div>{paragraph}</div>" for paragraph in PARAGRAPHS)
    return (f"{BARE}<div><h1>{TITLE}</h1></div><div>{text}</div><div><h3>Related Posts</h3><div>"
            + cards('<div><div><a href="/{n}">{t}</a></div><div>{x}</div></div>')
            + f"</div></div><div>{BARE_FORM}</div></body></html>")


def titles_beside_excerpts():
    return (f"{BARE}<div><h1>{TITLE}</h1></div><div>{TEXT}</div><div><h3>Related Posts</h3>"
            + cards('<h4><a href="/{n}">{t}</a></h4><p>{x} <a href="/{n}">Read more »</a></p>')
            + f"</div>{BARE_FORM}</body></html>")


def list_of_links():
    return (f'{HEAD}<main><article><h1>{TITLE}</h1>{TEXT}</article><section class="related"><h2>'
            "Related Posts</h2><ul>" + cards('<li><a href="/{n}">{t}</a><br>{x}</li>')
            + f"</ul></section><section id=comments>{FORM}</section></main>{FOOT}")


def table_layout():
    return (f"{BARE}<table><tr><td><h1>{TITLE}</h1></td></tr><tr><td>{TEXT}</td></tr><tr><td><b>"
            "Related Posts</b></td></tr>"
            + cards('<tr><td><a href="/{n}">{t}</a></td></tr><tr><td>{x}</td></tr>')
            + f"<tr><td>{BARE_FORM}</td></tr></table></body></html>")


def two_columns():
    return (f"{BARE}<table><tr><td><h1>{TITLE}</h1>{TEXT}</td><td class=related><h3>Related Posts"
            "</h3><table>" + cards('<tr><td><img src="/{n}.jpg"></td><td><a href="/{n}"><b>{t}</b>'
                                   "</a><p>{x}</p></td></tr>")
            + f"</table></td></tr></table>{BARE_FORM}</body></html>")


class Themes(CommandTest):
    def check(self, page):
        output, _ = self.pith("-f", "json", "-u", "https://bay.example/pier", stdin=page.encode())
        record = json.loads(output)
        paragraphs = [p for p in record["text"].split("\n\n") if p != TITLE]
        self.assertEqual(paragraphs, PARAGRAPHS)
        self.assertEqual(record["related"], [
            {"title": title, "excerpt": excerpt, "url": f"https://bay.example/{n}"}
            for n, (title, excerpt) in enumerate(TEASERS)])
        self.assertEqual(record["comments"], [])
        self.assertEqual(record["reply"], "form")

    def test_a_blog(self):
        self.check(blog())

    def test_a_block_theme(self):
        self.check(block_theme())

    def test_a_sidebar(self):
        self.check(sidebar())

    def test_divs_without_names(self):
        self.check(divs_without_names())

    def test_titles_beside_excerpts(self):
        self.check(titles_beside_excerpts())

    def test_a_list_of_links(self):
        self.check(list_of_links())

    def test_a_table_layout(self):
        self.check(table_layout())

    def test_two_columns(self):
        self.check(two_columns())

    def test_nothing_of_it_leaks_unless_it_is_asked_for(self):
        for name in ("text", "markdown", "html"):
            plain, _ = self.pith("-f", name, stdin=blog().encode())
            full, _ = self.pith("-f", name, "--related", stdin=blog().encode())
            self.assertNotIn("rye bread", plain)
            self.assertIn("rye bread", full)


if __name__ == "__main__":
    unittest.main()
