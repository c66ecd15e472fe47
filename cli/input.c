/* SPDX-License-Identifier: Apache-2.0 */
#include "input.h"

#include "fetch.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define READ_SIZE ((size_t)64 << 10)

cli_input_kind cli_input_kind_of(const char *name)
{
    static const char scheme_bytes[] =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.";
    if (strcmp(name, "-") == 0)
        return CLI_INPUT_STANDARD;
    size_t scheme = strspn(name, scheme_bytes);
    return scheme > 0 && strncmp(name + scheme, "://", 3) == 0 ? CLI_INPUT_URL : CLI_INPUT_FILE;
}

cli_status cli_input_fail(cli_input *input, cli_status status, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(input->message, sizeof input->message, format, arguments);
    va_end(arguments);
    return status;
}

static cli_status fail_with_errno(cli_input *input)
{
    char text[128];
    if (strerror_r(errno, text, sizeof text) != 0)
        return cli_input_fail(input, CLI_INPUT, "error %d", errno);
    return cli_input_fail(input, CLI_INPUT, "%s", text);
}

static cli_status fail_too_large(cli_input *input)
{
    return cli_input_fail(input, CLI_INPUT, "larger than %zu MiB", CLI_INPUT_MAX >> 20);
}

static cli_status fail_without_memory(cli_input *input)
{
    return cli_input_fail(input, CLI_MEMORY, "not enough memory to load it");
}

/* All that the descriptor gives, a regular file's size being a first guess. */
static cli_status read_all(cli_input *input, int descriptor)
{
    struct stat info;
    if (fstat(descriptor, &info) != 0)
        return fail_with_errno(input);
    if (S_ISDIR(info.st_mode))
        return cli_input_fail(input, CLI_INPUT, "is a directory: name the files in it");
    size_t room = READ_SIZE;
    if (S_ISREG(info.st_mode) && info.st_size > 0) {
        if ((uintmax_t)info.st_size > CLI_INPUT_MAX)
            return fail_too_large(input);
        room = (size_t)info.st_size + 1; /* so that the end is seen without growing */
    }
    for (;;) {
        if (!cli_bytes_reserve(&input->bytes, room))
            return fail_without_memory(input);
        ssize_t got = read(descriptor, input->bytes.data + input->bytes.size,
                           input->bytes.capacity - input->bytes.size);
        if (got == 0)
            return CLI_OK;
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return fail_with_errno(input);
        input->bytes.size += (size_t)got;
        if (input->bytes.size > CLI_INPUT_MAX)
            return fail_too_large(input);
        room = input->bytes.size < input->bytes.capacity ? 1 : READ_SIZE;
    }
}

static cli_status read_file(cli_input *input, const char *name)
{
    int descriptor = open(name, O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return fail_with_errno(input);
    cli_status status = read_all(input, descriptor);
    close(descriptor);
    return status;
}

static cli_status read_url(cli_input *input, const char *url, cli_fetcher **fetcher,
                           unsigned timeout)
{
    if (*fetcher == NULL)
        *fetcher = cli_fetcher_new(timeout);
    if (*fetcher == NULL)
        return fail_without_memory(input);
    return cli_fetch(*fetcher, url, input);
}

cli_status cli_input_load(cli_input *input, const char *name, cli_fetcher **fetcher,
                          unsigned timeout)
{
    input->bytes.size = input->url.size = input->content_type.size = 0;
    input->message[0] = '\0';
    switch (cli_input_kind_of(name)) {
    case CLI_INPUT_STANDARD:
        return read_all(input, STDIN_FILENO);
    case CLI_INPUT_URL:
        return read_url(input, name, fetcher, timeout);
    default:
        return read_file(input, name);
    }
}

void cli_input_free(cli_input *input)
{
    cli_bytes_free(&input->bytes);
    cli_bytes_free(&input->url);
    cli_bytes_free(&input->content_type);
}
