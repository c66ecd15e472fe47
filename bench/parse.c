/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Parsing alone: pith by each instruction set beside gumbo, libxml2, inflating
 * the same pages, and memcpy(). One thread; every contender's memory is warm.
 * On each page all contenders run one after the other, so that what disturbs
 * the machine disturbs all of them. Prints the median of the rounds.
 */
#include "pages.h"

#include "html/parser.h"

#ifdef HAVE_GUMBO
#include <gumbo.h>
#endif
#ifdef HAVE_LIBXML2
#include <libxml/HTMLparser.h>
#endif

enum { MAX_ROUNDS = 99 };

/* ---- Contenders --------------------------------------------------------- */

typedef struct contender {
    const char *name;
    void (*run)(struct contender *self, const char *text, size_t size);
    pith_html_isa isa;
    pith_html_parser *parser;
    double times[MAX_ROUNDS]; /* seconds of each round */
} contender;

static char *copy_target;

static void run_memcpy(contender *self, const char *text, size_t size)
{
    (void)self;
    memcpy(copy_target, text, size);
    __asm__ volatile("" : : "r"(copy_target) : "memory"); /* as if someone read it */
}

static void run_pith(contender *self, const char *text, size_t size)
{
    pith_html_tree tree;
    pith_html_settings settings = {.isa = self->isa};
    if (pith_html_parse(self->parser, (pith_str){text, size}, &settings, &tree) != PITH_OK)
        exit(1);
}

#ifdef HAVE_GUMBO
static void run_gumbo(contender *self, const char *text, size_t size)
{
    (void)self;
    gumbo_destroy_output(&kGumboDefaultOptions,
                         gumbo_parse_with_options(&kGumboDefaultOptions, text, size));
}
#endif

#ifdef HAVE_LIBXML2
static void run_libxml2(contender *self, const char *text, size_t size)
{
    (void)self;
    xmlFreeDoc(htmlReadMemory(text, (int)size, NULL, "UTF-8",
                              HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                  HTML_PARSE_NONET));
}
#endif

static contender contenders[] = {
    {.name = "pith", .run = run_pith, .isa = PITH_ISA_BEST},
    {.name = "pith, 16 bytes at a time", .run = run_pith, .isa = PITH_ISA_NARROW},
    {.name = "pith, portable", .run = run_pith, .isa = PITH_ISA_PORTABLE},
#ifdef HAVE_GUMBO
    {.name = "gumbo", .run = run_gumbo},
#endif
#ifdef HAVE_LIBXML2
    {.name = "libxml2 (not WHATWG)", .run = run_libxml2},
#endif
    {.name = "memcpy", .run = run_memcpy},
};

enum { CONTENDER_COUNT = sizeof contenders / sizeof *contenders };

/* ---- Memory ------------------------------------------------------------- */

/* What a page costs, relative to its bytes: the tree, and the peak of a new parser. */
static void print_memory(page_set *set)
{
    double tree_sum = 0, peak_sum = 0, tree_bytes = 0;
    pith_memory warm, cold;
    pith_memory_init(&warm, NULL, 0);
    pith_html_parser *parser = pith_html_parser_new(&warm);
    for (size_t i = 0; i < set->count; i++) {
        pith_html_tree tree;
        pith_html_settings settings = {.isa = PITH_ISA_BEST};
        double size = (double)set->pages[i].inflated;
        inflate_page(set, &set->pages[i]);
        pith_str text = {set->text, set->pages[i].inflated};
        pith_memory_init(&cold, NULL, 0);
        pith_html_parser *fresh = pith_html_parser_new(&cold);
        if (parser == NULL || fresh == NULL ||
            pith_html_parse(parser, text, &settings, &tree) != PITH_OK ||
            pith_html_parse(fresh, text, &settings, &tree) != PITH_OK)
            exit(1);
        tree_sum += (double)pith_html_parser_memory(parser) / size;
        tree_bytes += (double)pith_html_parser_memory(parser);
        peak_sum += (double)cold.peak / size;
        pith_html_parser_free(fresh);
    }
    printf("\nmemory for a byte of the page: tree %.2f (mean over pages; %.2f over all bytes), "
           "peak of a new parser %.2f\n",
           tree_sum / (double)set->count, tree_bytes / (double)set->bytes,
           peak_sum / (double)set->count);
    printf("a warm parser that has seen all of them holds %.1f MB\n", (double)warm.used / 1e6);
    pith_html_parser_free(parser);
}

/* ---- Time --------------------------------------------------------------- */

/* One round over all pages, its times added to times[round]; those of inflating to *inflate. */
static void run_round(page_set *set, unsigned round, double *inflate)
{
    *inflate = 0;
    for (size_t i = 0; i < set->count; i++) {
        size_t size = set->pages[i].inflated;
        *inflate += inflate_page(set, &set->pages[i]);
        for (size_t c = 0; c < CONTENDER_COUNT; c++) {
            double start = now();
            contenders[c].run(&contenders[c], set->text, size);
            contenders[c].times[round] += now() - start;
        }
    }
}

static void print_row(const char *name, double *times, unsigned rounds, size_t bytes,
                      double inflate, double pith)
{
    double middle = median(times, rounds);
    printf("%-26s %9.0f %9.1f  %4.1f %% %10.3f %10.2f\n", name, (double)bytes / 1e6 / middle,
           middle * 1e3, (times[rounds - 1] - times[0]) / middle * 100, middle / inflate,
           middle / pith);
}

int main(int argc, char **argv)
{
    bench_arguments arguments = read_arguments(argc, argv);
    page_set set = load_pages(arguments.folder, arguments.step);
    size_t largest = 0;
    for (size_t i = 0; i < set.count; i++)
        largest = set.pages[i].inflated > largest ? set.pages[i].inflated : largest;
    copy_target = take(NULL, largest);
    pith_memory memory;
    pith_memory_init(&memory, NULL, 0);
    for (size_t c = 0; c < CONTENDER_COUNT; c++)
        if (contenders[c].run == run_pith &&
            (contenders[c].parser = pith_html_parser_new(&memory)) == NULL)
            return 1;

    double inflate[MAX_ROUNDS + 1];
    run_round(&set, 0, inflate); /* warms everything up */
    for (size_t c = 0; c < CONTENDER_COUNT; c++)
        memset(contenders[c].times, 0, sizeof contenders[c].times);
    for (unsigned round = 0; round < arguments.rounds; round++)
        run_round(&set, round, &inflate[round]);

    printf("%zu pages, %.1f MB; median of %u rounds, spread from the fastest to the slowest\n\n",
           set.count, (double)set.bytes / 1e6, arguments.rounds);
    printf("%-26s %9s %9s %7s %10s %10s\n", "", "MB/s", "ms", "spread", "x inflate", "x pith");
    double yardstick = median(inflate, arguments.rounds);
    double pith = median(contenders[0].times, arguments.rounds);
    print_row("inflate (libdeflate)", inflate, arguments.rounds, set.bytes, yardstick, pith);
    for (size_t c = 0; c < CONTENDER_COUNT; c++)
        print_row(contenders[c].name, contenders[c].times, arguments.rounds, set.bytes, yardstick,
                  pith);
    print_memory(&set);
    for (size_t c = 0; c < CONTENDER_COUNT; c++)
        pith_html_parser_free(contenders[c].parser);
    free(copy_target);
    free_pages(&set);
    return 0;
}
