/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What hostile pages cost at their full sizes: processor time for the tree, then
 * for the document and its Markdown, and the peak of memory beside the page.
 */
#include "../tests/hostile/measure.h"

int main(int argc, char **argv)
{
    (void)argv;
    if (argc > 1) {
        fprintf(stderr, "usage: hostile (it takes no arguments)\n");
        return 2;
    }
    hostile_print_header();
    for (size_t i = 0; i < HOSTILE_COUNT; i++) {
        hostile_page page = hostile_make(&hostile_cases[i], hostile_cases[i].count);
        hostile_cost cost;
        pith_limits defaults = {.depth = 0};
        if (!hostile_measure((pith_str){page.data, page.size}, defaults, &cost)) {
            printf("%s: FAILED\n", hostile_cases[i].name);
            return 1;
        }
        hostile_print(hostile_cases[i].name, page.size, &cost);
        free(page.data);
    }
    return 0;
}
