/* SPDX-License-Identifier: Apache-2.0 */
/* One input, loaded: a file, standard input or a URL. */
#ifndef PITH_CLI_INPUT_H
#define PITH_CLI_INPUT_H

#include "bytes.h"
#include "status.h"

/* A file or standard input larger than this is an error. */
#define CLI_INPUT_MAX ((size_t)512 << 20)

typedef enum cli_input_kind {
    CLI_INPUT_FILE,
    CLI_INPUT_STANDARD, /* "-" */
    CLI_INPUT_URL       /* scheme://… */
} cli_input_kind;

cli_input_kind cli_input_kind_of(const char *name);

#define CLI_MESSAGE_SIZE 256

typedef struct cli_input {
    cli_bytes bytes;
    cli_bytes url;                  /* a URL's, after redirects; else empty */
    cli_bytes content_type;         /* as the server said; else empty */
    char message[CLI_MESSAGE_SIZE]; /* what went wrong, without the name */
} cli_input;

typedef struct cli_fetcher cli_fetcher;

/*
 * Loads an input, in place of what `input` held; its memory is used again.
 * `*fetcher` is made when a first URL needs one, with `timeout` seconds for
 * each. Returns CLI_OK, or CLI_INPUT or CLI_MEMORY with a message.
 */
cli_status cli_input_load(cli_input *input, const char *name, cli_fetcher **fetcher,
                          unsigned timeout);

void cli_input_free(cli_input *input);

/* Sets the message, as printf() does, and returns `status`. */
__attribute__((format(printf, 3, 4))) cli_status cli_input_fail(cli_input *input, cli_status status,
                                                                const char *format, ...);

#endif
