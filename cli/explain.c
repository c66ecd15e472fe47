/* SPDX-License-Identifier: Apache-2.0 */
#include "explain.h"

#include "explain_write.h"
#include "error.h"
#include "input.h"
#include "names.h"
#include "options.h"
#include "output.h"

#include <pith/develop.h>

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

static const char help[] =
    "Usage: pith explain [OPTION]... [FILE|-]\n"
    "\n"
    "Tells of each block of an HTML page what it was taken for, what had the last\n"
    "word on that, and the strongest reasons for and against it being content.\n"
    "\n"
    "  -f, --format=FORMAT  text (the default), or json: an object on a line for each\n"
    "                       block\n"
    "      --favor=WHAT     precision, recall or balance, as for reading\n"
    "  -c, --charset=LABEL  the page's character encoding, whatever it declares\n"
    "  -h, --help           print this\n";

typedef struct explain_options {
    pith_format format; /* TEXT or JSON */
    pith_favor favor;
    const char *charset;
    const char *name;
    bool help;
} explain_options;

static cli_status wrong(const char *what, const char *value)
{
    fprintf(stderr, "pith: %s: %s\nTry 'pith explain --help'.\n", what, value);
    return CLI_USAGE;
}

static cli_status read_options(explain_options *options, int argc, char **argv)
{
    enum { OPTION_FAVOR = 256 };
    static const struct option long_options[] = {
        {"format", required_argument, NULL, 'f'},
        {"favor", required_argument, NULL, OPTION_FAVOR},
        {"charset", required_argument, NULL, 'c'},
        {"help", no_argument, NULL, 'h'},
        {NULL, 0, NULL, 0},
    };
    *options = (explain_options){.name = "-"};
    int option;
    while ((option = getopt_long(argc, argv, ":f:c:h", long_options, NULL)) != -1) {
        switch (option) {
        case 'f':
            if (!cli_format_from_name(optarg, &options->format) ||
                (options->format != PITH_FORMAT_TEXT && options->format != PITH_FORMAT_JSON))
                return wrong("explain writes text or json, not", optarg);
            break;
        case OPTION_FAVOR:
            if (!cli_favor_from_name(optarg, &options->favor))
                return wrong("--favor takes precision, recall or balance, not", optarg);
            break;
        case 'c':
            options->charset = optarg;
            break;
        case 'h':
            options->help = true;
            return CLI_OK;
        default:
            cli_options_explain("pith explain", option, argv);
            return CLI_USAGE;
        }
    }
    if (argc - optind > 1)
        return wrong("explain takes one input, not also", argv[optind + 1]);
    if (argc - optind == 1)
        options->name = argv[optind];
    return CLI_OK;
}

/* The columns of a terminal; else those that COLUMNS says, else 80. */
static unsigned width_of_output(void)
{
    enum { DEFAULT = 80, LEAST = 40, MOST = 400 };
    struct winsize size = {0};
    unsigned width = 0;
    if (isatty(STDOUT_FILENO) && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0)
        width = size.ws_col;
    const char *columns = getenv("COLUMNS");
    if (width == 0 && columns != NULL)
        width = (unsigned)strtoul(columns, NULL, 10);
    if (width == 0)
        return DEFAULT;
    return width < LEAST ? LEAST : width > MOST ? MOST : width;
}

/* On a terminal, unless NO_COLOR says otherwise (no-color.org). */
static bool wants_colors(void)
{
    const char *refused = getenv("NO_COLOR");
    const char *terminal = getenv("TERM");
    return isatty(STDOUT_FILENO) && (refused == NULL || refused[0] == '\0') &&
           (terminal == NULL || strcmp(terminal, "dumb") != 0);
}

static cli_status explain(const explain_options *options, const cli_input *input,
                          cli_output *output)
{
    const pith_options reading = {.size = sizeof reading, .favor = options->favor};
    const char *charset = options->charset != NULL ? options->charset : "";
    pith_page page = {
        .size = sizeof page,
        .bytes = {input->bytes.data, input->bytes.size},
        .charset = {charset, strlen(charset)},
    };
    cli_explainer explainer = {
        .output = output,
        .json = options->format == PITH_FORMAT_JSON,
        .colors = wants_colors(),
        .width = width_of_output(),
    };
    pith_error error = {0};
    pith_reader *reader = pith_reader_new(&reading, &error);
    if (reader != NULL)
        pith_explain(reader, &page, cli_explainer_take, &explainer, &error);
    pith_reader_free(reader);
    cli_bytes_free(&explainer.bytes);
    return cli_error_report(options->name, output, &error);
}

cli_status cli_explain_main(int argc, char **argv)
{
    explain_options options;
    cli_output output;
    cli_status status = read_options(&options, argc, argv);
    if (status == CLI_OK)
        status = cli_output_open(&output, &(cli_options){0});
    if (status != CLI_OK)
        return status;
    if (options.help)
        return cli_output_write_string(&output, help) ? CLI_OK : CLI_OUTPUT;
    if (cli_input_kind_of(options.name) == CLI_INPUT_URL)
        return wrong("explain reads files, not URLs", options.name);
    cli_input input = {0};
    cli_fetcher *no_fetcher = NULL;
    status = cli_input_load(&input, options.name, &no_fetcher, 0);
    if (status != CLI_OK)
        fprintf(stderr, "pith: %s: %s\n", options.name, input.message);
    else
        status = explain(&options, &input, &output);
    cli_input_free(&input);
    return status;
}
