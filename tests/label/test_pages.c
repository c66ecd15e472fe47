/* SPDX-License-Identifier: Apache-2.0 */
/* Whole pages of many kinds, each with the labels of its blocks. */
#include "labels.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

static const char a_news_page[] =
    "<!DOCTYPE html><html><head><title>Harbour of Lindau closed after record flood - The "
    "Lake Post</title></head><body>\n"
    "<header class=\"site-header\"><a href=\"/\">The Lake Post</a>\n"
    "<nav class=\"main-nav\"><ul><li><a href=\"/n\">News</a><li><a "
    "href=\"/s\">Sport</a><li><a href=\"/c\">Culture</a></ul></nav></header>\n"
    "<main><article class=\"post\">\n"
    "<h1>Harbour of Lindau closed after record flood</h1>\n"
    "<p class=\"standfirst\">The lake has risen by two metres in a week and forty cellars "
    "are under water.</p>\n"
    "<div class=\"byline\">By <a href=\"/a\">Jonas Feld</a></div>\n"
    "<p>The harbour of Lindau was closed to ferries on Tuesday after the water of the lake "
    "had risen by two metres within a week, the port office said.</p>\n"
    "<figure><img src=\"h.jpg\"><figcaption>The empty pier on Tuesday "
    "morning.</figcaption></figure>\n"
    "<p>Engineers are pumping water out of the old town, where forty cellars have been "
    "flooded since Sunday. \"We have not seen such a level since the spring of 1999,\" "
    "said Ruth Amann, who leads the works.</p>\n"
    "<h2>Trains run again</h2>\n"
    "<p>Trains to Bregenz run again, but slowly; travellers should expect delays of up to "
    "half an hour until the weekend, when the rain is to end.</p>\n"
    "<div class=\"share-buttons\"><a href=\"/f\">Share on Facebook</a> <a "
    "href=\"/t\">Tweet</a></div>\n"
    "</article>\n"
    "<section class=\"related-posts\"><h3>Related articles</h3>\n"
    "<div class=\"teaser\"><a href=\"/1\">Bridge to the island to be renewed</a></div>\n"
    "<div class=\"teaser\"><a href=\"/2\">Ferry line turns a hundred years old</a></div>\n"
    "<div class=\"teaser\"><a href=\"/3\">Council debates a new sea wall</a></div></section>\n"
    "<section id=\"comments\"><h3>Leave a reply</h3><form action=\"/c\"><label>Name "
    "<input></label><textarea></textarea><button>Send</button></form></section>\n"
    "</main>\n"
    "<aside class=\"sidebar\"><h3>Most read</h3><ul><li><a href=\"/4\">Ten quiet swimming "
    "places</a><li><a href=\"/5\">Bakery wins prize</a></ul>\n"
    "<div class=\"advert\">Buy boats at Hansen</div></aside>\n"
    "<footer><p>Copyright The Lake Post</p><a href=\"/imp\">Imprint</a> <a "
    "href=\"/priv\">Privacy</a></footer>\n"
    "<div class=\"cookie-banner\"><p>We use cookies to make this site work. You can accept "
    "or refuse them at any time.</p><button>Accept</button></div>\n"
    "</body></html>\n";

static const char a_news_page_labels[] =
    "navigation: The Lake Post\n"
    "navigation: News\n"
    "navigation: Sport\n"
    "navigation: Culture\n"
    "title: Harbour of Lindau closed\n"
    "standfirst: The lake has risen by tw\n"
    "byline: By Jonas Feld\n"
    "body: The harbour of Lindau wa\n"
    "body: (image)\n"
    "caption: The empty pier on Tuesda\n"
    "body: Engineers are pumping wa\n"
    "body: Trains run again\n"
    "body: Trains to Bregenz run ag\n"
    "other: Share on Facebook Tweet\n"
    "related: Related articles\n"
    "related: Bridge to the island to \n"
    "related: Ferry line turns a hundr\n"
    "related: Council debates a new se\n"
    "comment: Leave a reply\n"
    "form: Name\n"
    "form: Send\n"
    "related: Most read\n"
    "related: Ten quiet swimming place\n"
    "related: Bakery wins prize\n"
    "advertisement: Buy boats at Hansen\n"
    "other: Copyright The Lake Post\n"
    "navigation: Imprint Privacy\n"
    "legal: We use cookies to make t\n"
    "form: Accept\n";

static const char a_forum_thread[] =
    "<body><div class=\"header\"><a href=\"/\">Home repair board</a></div>\n"
    "<ul class=\"breadcrumbs\"><li><a href=\"/\">Index</a><li><a href=\"/h\">Heating</a></ul>\n"
    "<h1>How do I bleed the radiator?</h1><div class=\"thread\">\n"
    "<div class=\"post\"><div class=\"author\"><a href=\"/u/mina\">mina</a></div><div "
    "class=\"message\"><p>My radiator in the bath stays cold at the top although the pump "
    "is running. I have a key, but I do not know on which side to begin, and how much "
    "water I should expect.</p></div></div>\n"
    "<div class=\"post\"><div class=\"author\"><a "
    "href=\"/u/oldplumber\">oldplumber</a></div><div class=\"message\"><p>Turn the pump "
    "off and wait for ten minutes. Then open the valve at the top a quarter turn, hold a "
    "cup under it, and close it as soon as water comes without bubbles.</p></div></div>\n"
    "<div class=\"post\"><div class=\"author\"><a href=\"/u/mina\">mina</a></div><div "
    "class=\"message\"><p>That worked, thank you! It took two cups of water before the air "
    "was out, and now the whole radiator is warm again.</p></div></div>\n"
    "<div class=\"post\"><div class=\"author\"><a href=\"/u/karl\">karl</a></div><div "
    "class=\"message\"><p>Do not forget to look at the pressure gauge afterwards. You will "
    "most likely have to fill in some water until it shows one and a half bar.</p></div></div>\n"
    "</div>\n"
    "<div class=\"footer\"><a href=\"/t\">Terms of use</a> <a href=\"/p\">Privacy "
    "policy</a></div></body>\n";

static const char a_forum_thread_labels[] =
    "navigation: Home repair board\n"
    "navigation: Index\n"
    "navigation: Heating\n"
    "title: How do I bleed the radia\n"
    "body: mina\n"
    "body: My radiator in the bath \n"
    "body: oldplumber\n"
    "body: Turn the pump off and wa\n"
    "body: mina\n"
    "body: That worked, thank you! \n"
    "body: karl\n"
    "body: Do not forget to look at\n"
    "navigation: Terms of use Privacy pol\n";

static const char a_listing[] =
    "<body><header><nav><a href=\"/\">Start</a> <a href=\"/t\">Tours</a> <a "
    "href=\"/h\">Huts</a></nav></header>\n"
    "<main><h1>Walking tours in the hills</h1><p>All tours are led by local guides and end "
    "at a station.</p><ul class=\"cards\">\n"
    "<li class=\"card\"><a href=\"/w/3\"><h3>The river path</h3></a><p>Two easy days along "
    "the Argen with a night in the old mill.</p><span class=\"price\">from 30 euros</span></li>\n"
    "<li class=\"card\"><a href=\"/w/4\"><h3>Across the Pfaender</h3></a><p>A steep climb, "
    "and then the widest view of the whole lake.</p><span class=\"price\">from 40 "
    "euros</span></li>\n"
    "<li class=\"card\"><a href=\"/w/5\"><h3>Orchards in bloom</h3></a><p>In late April "
    "the path is white on both sides for hours.</p><span class=\"price\">from 50 "
    "euros</span></li>\n"
    "<li class=\"card\"><a href=\"/w/6\"><h3>The smugglers way</h3></a><p>Four days on "
    "narrow tracks over the border and back again.</p><span class=\"price\">from 60 "
    "euros</span></li>\n"
    "</ul></main>\n"
    "<footer><a href=\"/about\">About us</a> <a href=\"/jobs\">Jobs</a></footer></body>\n";

static const char a_listing_labels[] =
    "navigation: Start Tours Huts\n"
    "title: Walking tours in the hil\n"
    "body: All tours are led by loc\n"
    "body: The river path\n"
    "body: Two easy days along the \n"
    "body: from 30 euros\n"
    "body: Across the Pfaender\n"
    "body: A steep climb, and then \n"
    "body: from 40 euros\n"
    "body: Orchards in bloom\n"
    "body: In late April the path i\n"
    "body: from 50 euros\n"
    "body: The smugglers way\n"
    "body: Four days on narrow trac\n"
    "body: from 60 euros\n"
    "navigation: About us Jobs\n";

static const char a_page_of_documentation[] =
    "<body><nav class=\"toc sidebar-nav\"><ul><li><a href=\"#a\">open_file</a><li><a "
    "href=\"#b\">copy_file</a><li><a href=\"#c\">move_file</a></ul></nav>\n"
    "<main><h1>copy_file</h1><p>Copies the file at the first path to the second. An "
    "existing file is replaced unless the flag says otherwise.</p>\n"
    "<pre><code>copy_file(\"a.txt\", \"b.txt\");</code></pre>\n"
    "<h2>Arguments</h2><table><tr><th>Name<th>Meaning</tr><tr><td>from<td>The path of the "
    "file to be read.</tr><tr><td>to<td>The path of the file to be written.</tr></table>\n"
    "<h2>Errors</h2><ul><li>The first path names no file, or one that cannot be "
    "read.<li>There is no room left for the copy.</ul></main>\n"
    "<footer>Made with the manual maker</footer></body>\n";

static const char a_page_of_documentation_labels[] =
    "navigation: open_file\n"
    "navigation: copy_file\n"
    "navigation: move_file\n"
    "title: copy_file\n"
    "body: Copies the file at the f\n"
    "body: copy_file(\"a.txt\", \"b.tx\n"
    "body: Arguments\n"
    "body: Name\n"
    "body: Meaning\n"
    "body: from\n"
    "body: The path of the file to \n"
    "body: to\n"
    "body: The path of the file to \n"
    "body: Errors\n"
    "body: The first path names no \n"
    "body: There is no room left fo\n"
    "other: Made with the manual mak\n";

static const char a_product[] =
    "<body><header><a href=\"/\">Joiners</a><form class=\"search\" "
    "action=\"/s\"><input><button>Search</button></form></header>\n"
    "<div class=\"product\"><h1>Oak stool Emil</h1><div class=\"price\">89 euros</div>\n"
    "<div class=\"description\"><p>Emil is a stool of solid oak, oiled by hand, that "
    "carries an adult and can be stacked. The wood comes from the forests around the "
    "workshop.</p>\n"
    "<p>Each leg is turned from one piece, so nothing can come loose. We repair every "
    "stool that we have sold, for as long as there is a workshop.</p></div>\n"
    "<form class=\"add-to-cart\"><select><option>light<option>dark</select><button>Add to "
    "cart</button></form></div>\n"
    "<div class=\"recommendations\"><h2>You may also like</h2><div class=\"item\"><a "
    "href=\"/1\">Bench Ida</a><span>190 euros</span></div><div class=\"item\"><a "
    "href=\"/2\">Table Otto</a><span>490 euros</span></div><div class=\"item\"><a "
    "href=\"/3\">Shelf Anna</a><span>240 euros</span></div></div>\n"
    "<footer><a href=\"/returns\">Returns</a> <a href=\"/contact\">Contact</a></footer></body>\n";

static const char a_product_labels[] =
    "navigation: Joiners\n"
    "form: Search\n"
    "title: Oak stool Emil\n"
    "other: 89 euros\n"
    "body: Emil is a stool of solid\n"
    "body: Each leg is turned from \n"
    "form: light\n"
    "form: dark\n"
    "form: Add to cart\n"
    "related: You may also like\n"
    "related: Bench Ida190 euros\n"
    "related: Table Otto490 euros\n"
    "related: Shelf Anna240 euros\n"
    "navigation: Returns Contact\n";

static const char an_old_page[] =
    "<body><table><tr><td><a href=/>Home</a><br><a href=/i>Insects</a><br><a "
    "href=/l>Links</a></td><td>\n"
    "<font size=5>The life of the potter wasp</font><br><br>\n"
    "The potter wasp builds a nest of clay that looks like a small jug, and hangs it on a "
    "twig. She brings caterpillars into it, one after the other, and lays a single egg.<br><br>\n"
    "The larva eats them within two weeks. In the next spring the young wasp gnaws a round "
    "hole in the wall, leaves the jug, and never comes back to it.<br><br>\n"
    "Whoever finds an empty jug may take it home; it will not be used "
    "again.</td></tr></table></body>\n";

static const char an_old_page_labels[] =
    "other: Home Insects Links\n"
    "body: The life of the potter w\n"
    "body: The potter wasp builds a\n"
    "body: The larva eats them with\n"
    "body: Whoever finds an empty j\n";

static const char a_page_in_german[] =
    "<body><div id=\"kopf\" class=\"header\"><a href=\"/\">Seepost</a></div><div "
    "class=\"inhalt\"><h1>Hafen von Lindau gesperrt</h1>\n"
    "<p>Der Hafen von Lindau ist am Dienstag "
    "für Fähren gesperrt worden, nachdem der "
    "See in einer Woche um zwei Meter gestiegen war, teilte das Hafenamt mit.</p>\n"
    "<p>Die Züge nach Bregenz fahren wieder, "
    "aber langsam; bis zum Wochenende ist "
    "mit Verspätungen von einer halben Stunde zu rechnen.</p></div>\n"
    "<div class=\"kasten\"><h2>Das könnte "
    "Sie auch interessieren</h2><ul><li><a "
    "href=\"/1\">Brücke zur Insel wird "
    "erneuert</a><li><a href=\"/2\">Fährlinie wird hundert Jahre alt</a></ul></div>\n"
    "<div class=\"kommentare\"><h2>Kommentare</h2><p>Das wurde aber auch Zeit.</p></div></body>\n";

static const char a_page_in_german_labels[] =
    "navigation: Seepost\n"
    "title: Hafen von Lindau gesperr\n"
    "body: Der Hafen von Lindau ist\n"
    "body: Die Züge nach Bregenz f\n"
    "related: Das könnte Sie auch int\n"
    "related: Brücke zur Insel wird e\n"
    "related: Fährlinie wird hundert \n"
    "comment: Kommentare\n"
    "comment: Das wurde aber auch Zeit\n";

static const char a_page_in_japanese[] =
    "<body><nav><a href=\"/\">ホーム</a><a "
    "href=\"/n\">ニュース</a></nav><div class=\"article\"><h1>港が閉鎖された</h1>\n"
    "<p>湖の水位が一週間で二メートル上がったため、港は火曜日"
    "に閉鎖されたと港湾事務所が発表した。フェリーは週末まで運休"
    "する予定である。</p>\n"
    "<p>旧市街では日曜日から四十の地下室が浸水しており、技術"
    "者たちがポンプで水をくみ出している。列車は再び動いているが"
    "、遅れが出ている。</p></div>\n"
    "<div><h2>関連記事</h2><ul><li><a "
    "href=\"/1\">島への橋を新しくする計画</a><li><a "
    "href=\"/2\">航路が百周年を迎える</a></ul></div></body>\n";

static const char a_page_in_japanese_labels[] =
    "navigation: ホームニュース\n"
    "title: 港が閉鎖された\n"
    "body: 湖の水位が一週間\n"
    "body: 旧市街では日曜日\n"
    "related: 関連記事\n"
    "related: 島への橋を新しく\n"
    "related: 航路が百周年を迎\n";

static const char what_is_said_twice[] =
    "<body><main><h1>Opening hours</h1><p>The library is open from nine to six on all "
    "working days, and until eight on Thursdays.</p>\n"
    "<p>The library is open from nine to six on all working days, and until eight on "
    "Thursdays.</p>\n"
    "<table><tr><td>closed for the holidays again</td><td>closed for the holidays "
    "again</td></tr></table>\n"
    "<p>Books can be returned at any hour through the slot beside the main "
    "door.</p></main></body>\n";

static const char what_is_said_twice_labels[] =
    "title: Opening hours\n"
    "body: The library is open from\n"
    "other: The library is open from\n"
    "body: closed for the holidays \n"
    "body: closed for the holidays \n"
    "body: Books can be returned at\n";

static const char a_shell[] =
    "<body><nav>\n"
    "<a href=\"/0\">Section number 0 of the site</a> <a href=\"/1\">Section number 1 of "
    "the site</a> <a href=\"/2\">Section number 2 of the site</a>\n"
    "<a href=\"/10\">Section number 10 of the site</a> <a href=\"/11\">Section number 11 "
    "of the site</a> <a href=\"/12\">Section number 12 of the site</a>\n"
    "<a href=\"/20\">Section number 20 of the site</a> <a href=\"/21\">Section number 21 "
    "of the site</a> <a href=\"/22\">Section number 22 of the site</a>\n"
    "<a href=\"/30\">Section number 30 of the site</a> <a href=\"/31\">Section number 31 "
    "of the site</a> <a href=\"/32\">Section number 32 of the site</a>\n"
    "<a href=\"/40\">Section number 40 of the site</a> <a href=\"/41\">Section number 41 "
    "of the site</a> <a href=\"/42\">Section number 42 of the site</a>\n"
    "<a href=\"/50\">Section number 50 of the site</a> <a href=\"/51\">Section number 51 "
    "of the site</a> <a href=\"/52\">Section number 52 of the site</a>\n"
    "<a href=\"/60\">Section number 60 of the site</a> <a href=\"/61\">Section number 61 "
    "of the site</a> <a href=\"/62\">Section number 62 of the site</a>\n"
    "</nav><div id=\"root\">Loading</div><noscript>You need to enable JavaScript to run "
    "this app.</noscript></body>\n";

static const char a_shell_labels[] =
    "navigation: Section number 0 of the \n"
    "other: Loading\n"
    "other: You need to enable JavaS\n";

static const char a_small_page[] =
    "<p>Hello, world.\n";

static const char a_small_page_labels[] =
    "body: Hello, world.\n";

static const char a_small_page_with_a_form[] =
    "<nav><a href=/>Home</a></nav><p>Sign in<form><button>Go</button></form>\n";

static const char a_small_page_with_a_form_labels[] =
    "navigation: Home\n"
    "body: Sign in\n"
    "form: Go\n";

static void every_page_has_its_labels(void **state)
{
    (void)state;
    static const struct {
        const char *title;
        const char *html;
        const char *labels;
    } pages[] = {
        {"Harbour of Lindau closed after record flood - The Lake Post",
         a_news_page, a_news_page_labels},
        {"How do I bleed the radiator? - Home repair board",
         a_forum_thread, a_forum_thread_labels},
        {"Walking tours in the hills - Footpath",
         a_listing, a_listing_labels},
        {"copy_file - Reference of the tool",
         a_page_of_documentation, a_page_of_documentation_labels},
        {"Oak stool Emil | Joiners",
         a_product, a_product_labels},
        {"The life of the potter wasp",
         an_old_page, an_old_page_labels},
        {"Hafen von Lindau gesperrt",
         a_page_in_german, a_page_in_german_labels},
        {"港が閉鎖された",
         a_page_in_japanese, a_page_in_japanese_labels},
        {"Opening hours",
         what_is_said_twice, what_is_said_twice_labels},
        {"App",
         a_shell, a_shell_labels},
        {"",
         a_small_page, a_small_page_labels},
        {"",
         a_small_page_with_a_form, a_small_page_with_a_form_labels},
    };
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        char *labels = labels_of(pages[i].html, pages[i].title);
        assert_string_equal(labels, pages[i].labels);
        free(labels);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_page_has_its_labels),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
