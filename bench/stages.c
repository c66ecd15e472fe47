/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The whole way of a page, stage by stage, as src/pith.c goes it: how long each
 * room takes. One thread, memory warm. Prints the median of the rounds.
 */
#include "pages.h"

#include "block/block.h"
#include "charset/charset.h"
#include "document/document.h"
#include "html/parser.h"
#include "label/label.h"
#include "meta/meta.h"
#include "page/confidence.h"
#include "page/language.h"
#include "page/type.h"

enum { MAX_ROUNDS = 99 };

enum {
    INFLATE,
    SNIFF,
    DECODE,
    PARSE,
    META,
    BLOCK,
    LABEL,
    PAGE,
    DOCUMENT,
    WRITE,
    FREE,
    STAGE_COUNT
};

static const char *const stage_names[STAGE_COUNT] = {
    "inflate (libdeflate)", "charset: sniff", "charset: decode", "html", "meta", "block", "label",
    "page", "document", "write (Markdown)", "free the document"};

static double times[STAGE_COUNT + 1][MAX_ROUNDS]; /* the last: all but inflating */

static double clock_start;

static void end_stage(int stage, unsigned round)
{
    double time = now();
    times[stage][round] += time - clock_start;
    clock_start = time;
}

static void check(pith_status status)
{
    if (status != PITH_OK) {
        fprintf(stderr, "%s\n", pith_status_message(status));
        exit(1);
    }
}

static int count_bytes(void *context, const char *data, size_t size)
{
    (void)data;
    *(size_t *)context += size;
    return 0;
}

typedef struct bench {
    pith_memory memory;
    pith_buffer text;
    pith_html_parser *parser;
    pith_arena scratch;
    size_t written;
} bench;

static void read_page(bench *b, pith_str bytes, unsigned round)
{
    clock_start = now();
    pith_charset_hints hints = {.url = {NULL, 0}};
    const pith_encoding *encoding = pith_charset_sniff(bytes, &hints);
    end_stage(SNIFF, round);

    bool complete;
    pith_buffer_reset(&b->text);
    pith_charset_decode(encoding, bytes, INT32_MAX, &b->text, &complete);
    char *padding = pith_buffer_reserve(&b->text, PITH_HTML_PADDING);
    if (padding == NULL)
        exit(1);
    memset(padding, 0, PITH_HTML_PADDING);
    end_stage(DECODE, round);

    pith_html_tree tree;
    pith_html_settings settings = {.scripting = false};
    check(pith_html_parse(b->parser, (pith_str){b->text.data, b->text.size}, &settings, &tree));
    end_stage(PARSE, round);

    pith_document *document = pith_document_new(NULL, 0);
    if (document == NULL)
        exit(1);
    check(pith_meta_read(&tree, document->url, &document->arena, &document->meta));
    end_stage(META, round);

    pith_arena_reset(&b->scratch);
    pith_blocks blocks;
    check(pith_blocks_build(&tree, &b->scratch, &blocks));
    end_stage(BLOCK, round);

    pith_block_label *labels;
    pith_label_hints label_hints = {.title = document->meta.title};
    check(pith_label_blocks(&tree, &blocks, &label_hints, &b->scratch, &labels));
    end_stage(LABEL, round);

    pith_page_source page_source = {&tree, &blocks, labels, &document->meta,
                                    pith_page_expected_f1(&blocks, labels), document->url};
    pith_page_numbers numbers;
    document->confidence = pith_page_confidence(page_source.expected_f1);
    pith_page_measure(&page_source, &numbers);
    document->page_type = pith_page_type_of(&numbers);
    check(pith_page_language(&tree, &blocks, labels, &b->memory, &document->language_detected));
    end_stage(PAGE, round);

    pith_document_source source = {&tree, &blocks, labels};
    check(pith_document_build(document, &source));
    end_stage(DOCUMENT, round);

    pith_write_options options = {.size = sizeof options, .format = PITH_FORMAT_MARKDOWN};
    check(pith_write(document, &options, count_bytes, &b->written, NULL));
    end_stage(WRITE, round);
    pith_document_free(document);
    end_stage(FREE, round);
}

static void run_round(bench *b, page_set *set, unsigned round)
{
    for (size_t i = 0; i < set->count; i++) {
        times[INFLATE][round] += inflate_page(set, &set->pages[i]);
        read_page(b, (pith_str){set->text, set->pages[i].inflated}, round);
    }
    for (int stage = SNIFF; stage < STAGE_COUNT; stage++)
        times[STAGE_COUNT][round] += times[stage][round];
}

static void print_table(const page_set *set, unsigned rounds)
{
    printf("%zu pages, %.1f MB; median of %u rounds\n\n", set->count, (double)set->bytes / 1e6,
           rounds);
    printf("%-22s %9s %12s %7s %7s\n", "", "MB/s", "us a page", "share", "spread");
    double whole = median(times[STAGE_COUNT], rounds);
    for (int stage = 0; stage <= STAGE_COUNT; stage++) {
        double middle = median(times[stage], rounds);
        printf("%-22s %9.0f %12.1f %5.1f %% %5.1f %%\n",
               stage < STAGE_COUNT ? stage_names[stage] : "all but inflating",
               (double)set->bytes / 1e6 / middle, middle / (double)set->count * 1e6,
               middle / whole * 100, (times[stage][rounds - 1] - times[stage][0]) / middle * 100);
    }
}

int main(int argc, char **argv)
{
    bench_arguments arguments = read_arguments(argc, argv);
    page_set set = load_pages(arguments.folder, arguments.step);
    bench b = {.written = 0};
    pith_memory_init(&b.memory, NULL, 0);
    pith_buffer_init(&b.text, &b.memory);
    pith_arena_init(&b.scratch, &b.memory);
    b.parser = pith_html_parser_new(&b.memory);
    if (b.parser == NULL)
        return 1;
    run_round(&b, &set, 0); /* warms everything up */
    memset(times, 0, sizeof times);
    for (unsigned round = 0; round < arguments.rounds; round++)
        run_round(&b, &set, round);
    print_table(&set, arguments.rounds);
    pith_html_parser_free(b.parser);
    pith_buffer_release(&b.text);
    pith_arena_free(&b.scratch);
    free_pages(&set);
    return 0;
}
