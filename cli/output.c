/* SPDX-License-Identifier: Apache-2.0 */
#include "output.h"

#include "input.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void report(cli_output *output)
{
    if (!output->failed && errno != EPIPE)
        fprintf(stderr, "pith: %s: %s\n", output->name, strerror(errno));
    output->failed = true;
}

/* Whether the open file is one of the inputs, which opening it for good would empty. */
static bool is_input(int descriptor, const cli_options *options)
{
    struct stat output, input;
    if (fstat(descriptor, &output) != 0 || !S_ISREG(output.st_mode))
        return false;
    for (size_t i = 0; i < options->input_count; i++)
        if (cli_input_kind_of(options->inputs[i]) == CLI_INPUT_FILE &&
            stat(options->inputs[i], &input) == 0 && input.st_dev == output.st_dev &&
            input.st_ino == output.st_ino)
            return true;
    return false;
}

cli_status cli_output_open(cli_output *output, const cli_options *options)
{
    *output = (cli_output){.descriptor = STDOUT_FILENO, .name = "standard output"};
    if (options->output == NULL)
        return CLI_OK;
    output->name = options->output;
    output->descriptor = open(options->output, O_WRONLY | O_CREAT | O_CLOEXEC, 0666);
    if (output->descriptor < 0) {
        report(output);
        return CLI_OUTPUT;
    }
    if (is_input(output->descriptor, options)) {
        fprintf(stderr, "pith: %s: is an input too\nTry 'pith --help'.\n", output->name);
        close(output->descriptor);
        return CLI_USAGE;
    }
    struct stat info;
    if (fstat(output->descriptor, &info) == 0 && S_ISREG(info.st_mode) &&
        ftruncate(output->descriptor, 0) != 0) {
        report(output);
        close(output->descriptor);
        return CLI_OUTPUT;
    }
    return CLI_OK;
}

bool cli_output_write(cli_output *output, const char *data, size_t size)
{
    while (!output->failed && size > 0) {
        ssize_t written = write(output->descriptor, data, size);
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0) {
            report(output);
            break;
        }
        data += written;
        size -= (size_t)written;
    }
    return !output->failed;
}

bool cli_output_write_string(cli_output *output, const char *string)
{
    return cli_output_write(output, string, strlen(string));
}

cli_status cli_output_close(cli_output *output)
{
    if (output->descriptor != STDOUT_FILENO && close(output->descriptor) != 0)
        report(output);
    return output->failed ? CLI_OUTPUT : CLI_OK;
}
