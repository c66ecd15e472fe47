/* SPDX-License-Identifier: Apache-2.0 */
/* The command `pith`: reads pages and writes them, one after the other. */
#include "explain.h"
#include "features.h"
#include "fetch.h"
#include "names.h"
#include "options.h"
#include "output.h"
#include "progress.h"
#include "tree.h"
#include "workers.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>

/* What taking the results carries from one to the next. */
typedef struct page_run {
    const cli_options *options;
    cli_output output;
    cli_progress progress;
    size_t written; /* pages */
    cli_status status;
} page_run;

static const char *shown_name(const char *name)
{
    return strcmp(name, "-") == 0 ? "standard input" : name;
}

/* What stands between the pages, or before each, where there are several inputs. */
static bool write_separator(page_run *run, const char *name)
{
    if (run->options->input_count == 1)
        return true;
    switch (run->options->format) {
    case PITH_FORMAT_TEXT:
        return cli_output_write_string(&run->output, run->written > 0 ? "\n==> " : "==> ") &&
               cli_output_write_string(&run->output, name) &&
               cli_output_write_string(&run->output, " <==\n");
    case PITH_FORMAT_MARKDOWN:
        return run->written == 0 || cli_output_write_string(&run->output, "\n---\n\n");
    default:
        return true;
    }
}

static void report_limits(page_run *run, const char *name, unsigned limits)
{
    char names[CLI_LIMIT_NAMES_SIZE], message[CLI_LIMIT_NAMES_SIZE + 64];
    if (limits == 0 || run->options->quiet)
        return;
    cli_limit_names(limits, names);
    snprintf(message, sizeof message, "goes beyond a limit and was read in part: %s", names);
    cli_progress_message(&run->progress, name, message);
}

/* Writes one page, or reports why there is none. */
static bool take_result(void *context, const char *name, cli_result *result)
{
    page_run *run = context;
    name = shown_name(name);
    if (result->status == CLI_OK) {
        cli_progress_clear(&run->progress);
        if (!write_separator(run, name) ||
            !cli_output_write(&run->output, result->output.data, result->output.size))
            return false;
        run->written++;
        report_limits(run, name, result->limits_hit);
    } else {
        cli_progress_message(&run->progress, name, result->message);
        if (run->status < result->status)
            run->status = result->status;
    }
    cli_progress_step(&run->progress, result->status != CLI_OK);
    return true;
}

static cli_status read_pages(const cli_options *options)
{
    page_run run = {.options = options};
    cli_status status = cli_output_open(&run.output, options);
    if (status != CLI_OK)
        return status;
    cli_progress_start(&run.progress, options->input_count, options->quiet);
    bool ran = cli_fetch_start();
    if (ran) {
        ran = cli_workers_run(options, take_result, &run);
        cli_fetch_stop();
    }
    cli_progress_clear(&run.progress);
    status = cli_output_close(&run.output);
    if (!ran) {
        fputs("pith: not enough memory to start\n", stderr);
        return CLI_MEMORY;
    }
    return status != CLI_OK ? status : run.status;
}

static cli_status show(const cli_options *options)
{
    cli_output output;
    cli_status status = cli_output_open(&output, &(cli_options){0});
    if (status != CLI_OK)
        return status;
    if (options->action == CLI_SHOW_HELP)
        return cli_output_write_string(&output, cli_help) ? CLI_OK : CLI_OUTPUT;
    char version[64];
    snprintf(version, sizeof version, "pith %s (%s)\n", pith_version(), cli_fetch_version());
    return cli_output_write_string(&output, version) ? CLI_OK : CLI_OUTPUT;
}

int main(int argc, char **argv)
{
    signal(SIGPIPE, SIG_IGN); /* a closed pipe is seen where it is written to */
    if (argc > 1 && strcmp(argv[1], "tree") == 0)
        return (int)cli_tree_main(argc - 1, argv + 1);
    if (argc > 1 && strcmp(argv[1], "features") == 0)
        return (int)cli_features_main(argc - 1, argv + 1);
    if (argc > 1 && strcmp(argv[1], "explain") == 0)
        return (int)cli_explain_main(argc - 1, argv + 1);
    cli_options options;
    cli_status status = cli_options_read(&options, argc, argv);
    if (status == CLI_OK)
        status = options.action == CLI_READ_PAGES ? read_pages(&options) : show(&options);
    return (int)status;
}
