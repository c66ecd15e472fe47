/* SPDX-License-Identifier: Apache-2.0 */
/* For tests: many pages, each of pieces that chance has put together. */
#ifndef PITH_TESTS_LABEL_PIECES_H
#define PITH_TESTS_LABEL_PIECES_H

#include <stdint.h>
#include <string.h>

/* What pages are made of: clear content, clear furniture, and much between. */
static const char *const pieces[] = {
    "<h1>The ferry of Wasserburg</h1>",
    "<p class=byline>By Ada Kern</p>",
    "<p>The ferry crosses the bay twice a day, in the morning with bread and in the evening "
    "with those who missed the train, and nobody has ever counted which are more.</p>",
    "<p>Its engine was built in the year in which the harbour wall broke, and it has been "
    "taken apart so often since then that every boy of the village knows its screws.</p>",
    "<h2>Timetable</h2>",
    "<h3>Related articles</h3>",
    "<ul><li>Bread and rolls<li>Newspapers<li>A goat, once, on a lead</ul>",
    "<ul class=menu><li><a href=/a>Start</a><li><a href=/b>Ferries</a><li><a href=/c>Inns</a></ul>",
    "<table><tr><th>Out<th>Back<tr><td>seven<td>eight<tr><td>five<td>six</table>",
    "<pre>ferry --out 7 --back 8</pre>",
    "<blockquote>It floats, and that is all I ask of it.</blockquote>",
    "<figure><img src=f.jpg><figcaption>The ferry in fog</figcaption></figure>",
    "<img src=rule.png>",
    "<div class=teaser><a href=/1>Of anchors</a><p>An anchor is heavier than it…</p></div>",
    "<div class=teaser><a href=/2>Of ropes</a><p>A rope is longer than one thinks…</p></div>",
    "<div class=sponsored><p>Buy boats at Hansen, the house for boats.</p></div>",
    "<div class=box><p>Tickets are sold on board only.</p><p>Dogs go free.</p></div>",
    "<p>Share this page with those who like ferries as much as you seem to do.</p>",
    "<p class=note>All times are those of the winter timetable.</p>",
    "<p><b>More from us</b></p>",
    "<footer><p>The harbour office of Wasserburg</p><a href=/i>Imprint</a></footer>",
    "<div class=comment><b>Lu</b><p>I was on it when the goat was.</p></div>",
    "<aside><p>The bay is two miles wide, and at its deepest sixty metres deep.</p></aside>",
    "<section><div><p>Seven</p><p>Eight</p><p><a href=/more>Read more about it</a></p></div>",
    "</section></div>",
};

enum {
    PIECES = sizeof pieces / sizeof *pieces,
    PIECES_PAGES = 3000,
    PIECES_MOST = 24, /* in a page */
    PIECES_PAGE_SIZE = PIECES_MOST * 300
};

/* A page of pieces by chance, as its number says; the buffer is large enough. */
static inline void pieces_page(uint32_t number, char *html)
{
    uint32_t random = number * 2654435761u + 1;
    strcpy(html, number % 3 == 0 ? "<body>" : "<title>The ferry of Wasserburg</title><main>");
    uint32_t count = 2 + number % (PIECES_MOST - 2);
    for (uint32_t i = 0; i < count; i++) {
        random = random * 1664525u + 1013904223u; /* Numerical Recipes */
        strcat(html, pieces[(random >> 16) % PIECES]);
    }
}

#endif
