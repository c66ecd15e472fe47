/* SPDX-License-Identifier: Apache-2.0 */
#include "options.h"

#include "input.h"
#include "names.h"

#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define MAX_JOBS 256
#define MAX_TIMEOUT 86400
#define DEFAULT_TIMEOUT 60

const char cli_help[] =
    "Usage: pith [OPTION]... [FILE|URL|-]...\n"
    "       pith explain [OPTION]... [FILE|-]\n"
    "       pith tree [OPTION]... [FILE|-]\n"
    "\n"
    "Reads web pages and writes what a person came for. Without an input, or\n"
    "where the input is -, reads standard input.\n"
    "\n"
    "  -i, --input=KIND       what the inputs are: html, text (plain, as a scraper\n"
    "                         left it) or auto (the default)\n"
    "  -f, --format=FORMAT    text (the default), markdown, json, html or tei\n"
    "  -o, --output=FILE      write to FILE, not to standard output\n"
    "  -u, --url=URL          where the one input comes from: resolves its links\n"
    "  -c, --charset=LABEL    the inputs' character encoding, whatever they declare\n"
    "      --favor=WHAT       what to favor where content is unclear: precision keeps\n"
    "                         less, recall more than balance, the default\n"
    "      --with=PARTS       also write PARTS, a list with commas of: links, images,\n"
    "                         tables, emphasis, title, furniture, related,\n"
    "                         comments\n"
    "      --without=PARTS    leave PARTS out\n"
    "      --related          the same as --with=related\n"
    "      --comments         the same as --with=comments\n"
    "  -j, --jobs=N           read N inputs at a time (default: one a processor)\n"
    "      --timeout=SECONDS  give up on a URL after so long (default: 60)\n"
    "  -q, --quiet            no progress and no notices, only errors\n"
    "  -V, --version          print the version\n"
    "  -h, --help             print this\n"
    "\n"
    "Exit status: 0 all is well, 1 some inputs could not be read, 2 wrong usage,\n"
    "3 the output could not be written, 4 memory ran out.\n";

enum {
    OPTION_WITH = 256,
    OPTION_WITHOUT,
    OPTION_COMMENTS,
    OPTION_FAVOR,
    OPTION_RELATED,
    OPTION_TIMEOUT
};

static const struct option long_options[] = {
    {"input", required_argument, NULL, 'i'},
    {"format", required_argument, NULL, 'f'},
    {"output", required_argument, NULL, 'o'},
    {"url", required_argument, NULL, 'u'},
    {"charset", required_argument, NULL, 'c'},
    {"favor", required_argument, NULL, OPTION_FAVOR},
    {"with", required_argument, NULL, OPTION_WITH},
    {"without", required_argument, NULL, OPTION_WITHOUT},
    {"related", no_argument, NULL, OPTION_RELATED},
    {"comments", no_argument, NULL, OPTION_COMMENTS},
    {"jobs", required_argument, NULL, 'j'},
    {"timeout", required_argument, NULL, OPTION_TIMEOUT},
    {"quiet", no_argument, NULL, 'q'},
    {"version", no_argument, NULL, 'V'},
    {"help", no_argument, NULL, 'h'},
    {NULL, 0, NULL, 0},
};

static cli_status wrong(const char *what, const char *value)
{
    fprintf(stderr, "pith: %s: %s\nTry 'pith --help'.\n", what, value);
    return CLI_USAGE;
}

void cli_options_explain(const char *command, int result, char **argv)
{
    const char *what = result == ':' ? "option needs a value" : "unknown or ambiguous option";
    const char *argument = argv[optind - 1];
    char letter[3] = {'-', (char)optopt, '\0'};
    /* A short option may stand anywhere in its argument: only its letter tells. */
    if (strncmp(argument, "--", 2) == 0)
        fprintf(stderr, "pith: %s: %s\n", what, argument);
    else
        fprintf(stderr, "pith: %s: %s\n", what, letter);
    fprintf(stderr, "Try '%s --help'.\n", command);
}

/* A whole number from 1 to `most`. */
static bool read_number(const char *text, unsigned most, unsigned *number)
{
    if (text[0] < '0' || text[0] > '9')
        return false;
    char *end;
    errno = 0;
    unsigned long value = strtoul(text, &end, 10);
    if (errno != 0 || *end != '\0' || value < 1 || value > most)
        return false;
    *number = (unsigned)value;
    return true;
}

static cli_status read_option(cli_options *options, int option, const char *value)
{
    switch (option) {
    case 'i':
        if (!cli_input_from_name(value, &options->input))
            return wrong("no such kind of input", value);
        break;
    case 'f':
        if (!cli_format_from_name(value, &options->format))
            return wrong("no such format", value);
        break;
    case 'o':
        options->output = value;
        break;
    case 'u':
        options->url = value;
        break;
    case 'c':
        if (pith_charset_name((pith_str){value, strlen(value)}).size == 0)
            return wrong("no such character encoding", value);
        options->charset = value;
        break;
    case OPTION_FAVOR:
        if (!cli_favor_from_name(value, &options->favor))
            return wrong("--favor takes precision, recall or balance, not", value);
        break;
    case OPTION_WITH:
        if (!cli_parts_from_names(value, &options->with))
            return wrong("no such part", value);
        break;
    case OPTION_WITHOUT:
        if (!cli_parts_from_names(value, &options->without))
            return wrong("no such part", value);
        break;
    case OPTION_RELATED:
        options->with |= PITH_PART_RELATED;
        break;
    case OPTION_COMMENTS:
        options->with |= PITH_PART_COMMENTS;
        break;
    case 'j':
        if (!read_number(value, MAX_JOBS, &options->jobs))
            return wrong("--jobs takes a number from 1 to 256, not", value);
        break;
    case OPTION_TIMEOUT:
        if (!read_number(value, MAX_TIMEOUT, &options->timeout))
            return wrong("--timeout takes a number of seconds from 1 to 86400, not", value);
        break;
    case 'q':
        options->quiet = true;
        break;
    case 'V':
        options->action = CLI_SHOW_VERSION;
        break;
    default:
        options->action = CLI_SHOW_HELP;
        break;
    }
    return CLI_OK;
}

static cli_status check_inputs(const cli_options *options)
{
    size_t standard_inputs = 0;
    for (size_t i = 0; i < options->input_count; i++)
        standard_inputs += cli_input_kind_of(options->inputs[i]) == CLI_INPUT_STANDARD;
    if (standard_inputs > 1)
        return wrong("standard input can be read only once", "-");
    if (options->url != NULL && options->input_count > 1)
        return wrong("--url is for a single input", options->url);
    return CLI_OK;
}

static unsigned processors(void)
{
    long count = sysconf(_SC_NPROCESSORS_ONLN);
    if (count < 1)
        return 1;
    return count < MAX_JOBS ? (unsigned)count : MAX_JOBS;
}

cli_status cli_options_read(cli_options *options, int argc, char **argv)
{
    static const char *const standard_input[] = {"-"};
    *options = (cli_options){.timeout = DEFAULT_TIMEOUT};
    int option;
    while ((option = getopt_long(argc, argv, ":i:f:o:u:c:j:qVh", long_options, NULL)) != -1) {
        if (option == '?' || option == ':') {
            cli_options_explain("pith", option, argv);
            return CLI_USAGE;
        }
        cli_status status = read_option(options, option, optarg);
        if (status != CLI_OK)
            return status;
        if (options->action != CLI_READ_PAGES)
            return CLI_OK;
    }
    options->inputs = (const char *const *)argv + optind;
    options->input_count = (size_t)(argc - optind);
    if (options->input_count == 0) {
        options->inputs = standard_input;
        options->input_count = 1;
    }
    if (options->jobs == 0)
        options->jobs = processors();
    if (options->jobs > options->input_count)
        options->jobs = (unsigned)options->input_count;
    return check_inputs(options);
}
