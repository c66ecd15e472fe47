/* SPDX-License-Identifier: Apache-2.0 */
#include "features.h"

#include "error.h"
#include "input.h"
#include "names.h"
#include "options.h"
#include "output.h"

#include <pith/develop.h>

#include <stdio.h>
#include <string.h>

static const char help[] =
    "Usage: pith features [-i html|text|auto] [FILE|-]\n"
    "\n"
    "Prints the blocks of a page or text and their features, as one line of JSON. For\n"
    "work on pith: nothing here is stable.\n";

static int write_piece(void *context, const char *data, size_t size)
{
    return cli_output_write(context, data, size) ? 0 : 1;
}

static cli_status write_features(const char *name, const cli_input *input, pith_input kind,
                                 cli_output *output)
{
    pith_error error = {0};
    pith_page page = {.size = sizeof page, .bytes = {input->bytes.data, input->bytes.size},
                      .input = kind};
    pith_reader *reader = pith_reader_new(NULL, &error);
    if (reader != NULL)
        pith_features_write(reader, &page, write_piece, output, &error);
    pith_reader_free(reader);
    return cli_error_report(name, output, &error);
}

cli_status cli_features_main(int argc, char **argv)
{
    pith_input kind = PITH_INPUT_AUTO;
    if (argc > 2 && strcmp(argv[1], "-i") == 0 && cli_input_from_name(argv[2], &kind)) {
        argc -= 2;
        argv += 2;
    }
    const char *name = argc > 1 ? argv[1] : "-";
    if (argc > 2 || (name[0] == '-' && name[1] != '\0' && strcmp(name, "--help") != 0)) {
        fputs("pith: features takes one input\nTry 'pith features --help'.\n", stderr);
        return CLI_USAGE;
    }
    cli_output output;
    cli_status status = cli_output_open(&output, &(cli_options){0});
    if (status != CLI_OK)
        return status;
    if (strcmp(name, "--help") == 0)
        return cli_output_write_string(&output, help) ? CLI_OK : CLI_OUTPUT;
    cli_input input = {0};
    cli_fetcher *no_fetcher = NULL;
    status = cli_input_kind_of(name) == CLI_INPUT_URL ? CLI_USAGE
             : cli_input_load(&input, name, &no_fetcher, 0);
    if (status == CLI_OK)
        status = write_features(name, &input, kind, &output);
    else
        fprintf(stderr, "pith: %s: %s\n", name,
                status == CLI_USAGE ? "features reads files, not URLs" : input.message);
    cli_input_free(&input);
    return status;
}
