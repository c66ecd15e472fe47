/* SPDX-License-Identifier: Apache-2.0 */
#include "tree.h"

#include "error.h"
#include "input.h"
#include "names.h"
#include "options.h"
#include "output.h"

#include <pith/develop.h>

#include <getopt.h>
#include <stdio.h>
#include <string.h>

#define PIECE_SIZE ((size_t)64 << 10)

static const char help[] =
    "Usage: pith tree [OPTION]... [FILE|-]\n"
    "\n"
    "Prints the tree of an HTML page in the format of html5lib-tests. For work on\n"
    "pith: nothing here is stable.\n"
    "\n"
    "      --fragment=CONTEXT  parse a fragment of the element CONTEXT, such as td or\n"
    "                          'svg path'\n"
    "      --stats             print what the tree takes, not the tree\n"
    "  -c, --charset=LABEL     the page's character encoding, whatever it declares\n"
    "  -h, --help              print this\n";

typedef struct tree_options {
    const char *fragment;
    const char *charset;
    const char *name;
    bool stats;
    bool help;
} tree_options;

/* Gathers small pieces into larger ones. */
typedef struct tree_sink {
    cli_output *output;
    cli_bytes bytes;
} tree_sink;

static bool flush(tree_sink *sink)
{
    bool written = cli_output_write(sink->output, sink->bytes.data, sink->bytes.size);
    sink->bytes.size = 0;
    return written;
}

static int add(void *context, const char *data, size_t size)
{
    tree_sink *sink = context;
    if (!cli_bytes_add(&sink->bytes, data, size))
        return 1;
    return sink->bytes.size < PIECE_SIZE || flush(sink) ? 0 : 1;
}

static cli_status read_options(tree_options *options, int argc, char **argv)
{
    enum { OPTION_FRAGMENT = 256, OPTION_STATS };
    static const struct option long_options[] = {
        {"fragment", required_argument, NULL, OPTION_FRAGMENT},
        {"stats", no_argument, NULL, OPTION_STATS},
        {"charset", required_argument, NULL, 'c'},
        {"help", no_argument, NULL, 'h'},
        {NULL, 0, NULL, 0},
    };
    *options = (tree_options){.name = "-"};
    int option;
    while ((option = getopt_long(argc, argv, ":c:h", long_options, NULL)) != -1) {
        switch (option) {
        case OPTION_FRAGMENT:
            options->fragment = optarg;
            break;
        case OPTION_STATS:
            options->stats = true;
            break;
        case 'c':
            options->charset = optarg;
            break;
        case 'h':
            options->help = true;
            return CLI_OK;
        default:
            cli_options_explain("pith tree", option, argv);
            return CLI_USAGE;
        }
    }
    if (argc - optind > 1) {
        fputs("pith: tree takes one input\nTry 'pith tree --help'.\n", stderr);
        return CLI_USAGE;
    }
    if (argc - optind == 1)
        options->name = argv[optind];
    return CLI_OK;
}

static bool write_stats(cli_output *output, const pith_tree_stats *stats)
{
    char limits[CLI_LIMIT_NAMES_SIZE], text[256];
    cli_limit_names(stats->limits_hit, limits);
    snprintf(text, sizeof text,
             "nodes: %u\nattributes: %u\ndepth: %u\nmemory: %zu bytes\nlimits hit: %s\n",
             stats->nodes, stats->attributes, stats->depth, stats->memory, limits);
    return cli_output_write_string(output, text);
}

static pith_str str_of(const char *string)
{
    return string == NULL ? (pith_str){NULL, 0} : (pith_str){string, strlen(string)};
}

static cli_status write_tree(const tree_options *options, const cli_input *input,
                             cli_output *output)
{
    pith_error error = {0};
    pith_reader *reader = pith_reader_new(NULL, &error);
    if (reader == NULL)
        return cli_error_report(options->name, output, &error);
    pith_page page = {
        .size = sizeof page,
        .bytes = {input->bytes.data, input->bytes.size},
        .charset = str_of(options->charset),
    };
    tree_sink sink = {.output = output};
    pith_tree_stats stats;
    pith_status status = pith_tree_write(reader, &page, str_of(options->fragment),
                                         options->stats ? NULL : add, &sink, &stats, &error);
    cli_status result =
        status == PITH_OK ? CLI_OK : cli_error_report(options->name, output, &error);
    if (result == CLI_OK && !(options->stats ? write_stats(output, &stats) : flush(&sink)))
        result = CLI_OUTPUT;
    cli_bytes_free(&sink.bytes);
    pith_reader_free(reader);
    return result;
}

cli_status cli_tree_main(int argc, char **argv)
{
    static const cli_options to_standard_output = {0};
    tree_options options;
    cli_output output;
    cli_status status = read_options(&options, argc, argv);
    if (status == CLI_OK)
        status = cli_output_open(&output, &to_standard_output);
    if (status != CLI_OK)
        return status;
    if (options.help)
        return cli_output_write_string(&output, help) ? CLI_OK : CLI_OUTPUT;
    if (cli_input_kind_of(options.name) == CLI_INPUT_URL) {
        fputs("pith: tree reads files, not URLs\nTry 'pith tree --help'.\n", stderr);
        return CLI_USAGE;
    }
    cli_input input = {0};
    cli_fetcher *no_fetcher = NULL;
    status = cli_input_load(&input, options.name, &no_fetcher, 0);
    if (status != CLI_OK)
        fprintf(stderr, "pith: %s: %s\n", options.name, input.message);
    else
        status = write_tree(&options, &input, &output);
    cli_input_free(&input);
    return status;
}
