/* SPDX-License-Identifier: Apache-2.0 */
/* Teasers under an article are told by their form; what only looks like them is kept. */
#include "labels.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#define PROSE "<p>The harbour of Lindau was closed to ferries on Tuesday after the water of the " \
    "lake had risen by two metres within a week, the port office said, and it stays closed.</p>"
#define ARTICLE "<h1>The flood</h1>" PROSE PROSE "<p>And more of it.</p>" PROSE \
    "<p>Engineers are pumping water out of the old town, where forty cellars have been flooded " \
    "since Sunday, and they hope to be done with it before the rain of the weekend comes.</p>" \
    "<p>Trains to Bregenz run again, but slowly; travellers should expect delays of up to half " \
    "an hour until the weekend, when the rain is to end and the water of the lake to fall.</p>" \
    "<p>The mayor thanked all who had carried sandbags through the night, and she asked people " \
    "to stay away from the shore until the walls have been looked at by the engineers.</p>"
#define TEASERS "<p>Bakery wins a prize</p><p>SIGN it began with a bag of flour that nobody " \
    "wanted and an oven that was older than the baker…</p><p>Sailor adrift for nine days</p>" \
    "<p>Nine days without wind and with little water: the story of a man who set out for…</p>"
#define NO_TEASERS "<p>SIGN it began with a bag of flour that nobody wanted and an oven that was " \
    "older than the baker, who did not mind.</p><p>Nine days without wind and with little water: " \
    "this is the story of a man who set out for an afternoon.</p>"

/* The label of the block that begins with SIGN. */
static void check(const char *html, const char *wanted)
{
    char *labels = labels_of(html, "The flood");
    char *sign = strstr(labels, ": SIGN");
    assert_non_null(sign);
    *sign = '\0';
    char *label = strrchr(labels, '\n');
    assert_non_null(label);
    assert_string_equal(label + 1, wanted);
    free(labels);
}

static void under_a_heading(void **state)
{
    (void)state;
    check("<main>" ARTICLE "<h3>Related Posts</h3>" TEASERS "</main>", "related");
    check("<main>" ARTICLE "<h3>More posts</h3>" TEASERS "</main>", "related");
}

static void under_a_bold_line(void **state)
{
    (void)state;
    check("<main>" ARTICLE "<p><b>Related Posts</b></p>" TEASERS "</main>", "related");
    check("<main>" ARTICLE "<div><strong>Das könnte Sie</strong></div>" TEASERS "</main>",
          "related");
}

static void links_under_a_bold_line(void **state)
{
    (void)state;
    check("<main>" ARTICLE "</main><div><b>Related Posts</b></div><ul><li><a href=/1>SIGN of spring"
          "</a><li><a href=/2>Ferry line turns a hundred</a></ul>", "related");
}

static void prose_is_kept(void **state)
{
    (void)state;
    check("<main>" ARTICLE "<h3>Related work</h3>" NO_TEASERS "</main>", "body");
    check("<main>" ARTICLE "<p><b>Related work</b></p>" NO_TEASERS "</main>", "body");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(under_a_heading),
        cmocka_unit_test(under_a_bold_line),
        cmocka_unit_test(links_under_a_bold_line),
        cmocka_unit_test(prose_is_kept),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
