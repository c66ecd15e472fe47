/* SPDX-License-Identifier: Apache-2.0 */
/* The command line of `pith`, read into a struct. */
#ifndef PITH_CLI_OPTIONS_H
#define PITH_CLI_OPTIONS_H

#include "status.h"

#include <pith/pith.h>

#include <stdbool.h>

typedef enum cli_action { CLI_READ_PAGES, CLI_SHOW_HELP, CLI_SHOW_VERSION } cli_action;

typedef struct cli_options {
    cli_action action;
    pith_input input;    /* what the inputs are */
    pith_format format;
    const char *output;  /* a file's name, or NULL for standard output */
    const char *url;     /* of the one input, or NULL */
    const char *charset; /* a known label, or NULL */
    pith_favor favor;
    unsigned with;       /* or of pith_part */
    unsigned without;
    unsigned jobs;    /* threads, at least 1, at most the number of inputs */
    unsigned timeout; /* for one URL, in seconds */
    bool quiet;
    const char *const *inputs; /* names, at least one; "-" is standard input */
    size_t input_count;
} cli_options;

/*
 * Reads main()'s arguments; the strings of `options` are theirs. Tells standard
 * error what is wrong and returns CLI_USAGE if something is, else CLI_OK.
 */
cli_status cli_options_read(cli_options *options, int argc, char **argv);

/* The text of `pith --help`. */
extern const char cli_help[];

/*
 * getopt_long()'s result '?' or ':' as a message on standard error. `command`
 * is what the hint names: "pith" or "pith tree".
 */
void cli_options_explain(const char *command, int result, char **argv);

#endif
