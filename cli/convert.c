/* SPDX-License-Identifier: Apache-2.0 */
#include "convert.h"

#include "error.h"
#include "fetch.h"
#include "record.h"

#include <stdio.h>
#include <string.h>

static pith_str str_of(const char *string)
{
    return string == NULL ? (pith_str){NULL, 0} : (pith_str){string, strlen(string)};
}

static pith_str str_of_bytes(const cli_bytes *bytes)
{
    return (pith_str){bytes->data, bytes->size};
}

/* The sink of the library's writers. */
static int add_output(void *context, const char *data, size_t size)
{
    return cli_bytes_add(context, data, size) ? 0 : 1;
}

static void fail(cli_result *result, const pith_error *error)
{
    result->status = cli_error_status(error);
    snprintf(result->message, sizeof result->message, "%s", cli_error_message(error));
}

static pith_document *read_page(cli_converter *converter, cli_result *result)
{
    const cli_options *options = converter->options;
    const cli_input *input = &converter->input;
    const pith_options reading = {.size = sizeof reading, .favor = options->favor};
    pith_error error = {0};
    if (converter->reader == NULL)
        converter->reader = pith_reader_new(&reading, &error);
    pith_document *document = NULL;
    if (converter->reader != NULL) {
        pith_page page = {
            .size = sizeof page,
            .bytes = str_of_bytes(&input->bytes),
            .url = options->url != NULL ? str_of(options->url) : str_of_bytes(&input->url),
            .content_type = str_of_bytes(&input->content_type),
            .charset = str_of(options->charset),
            .input = options->input,
        };
        document = pith_read(converter->reader, &page, &error);
    }
    if (document == NULL)
        fail(result, &error);
    return document;
}

static void write_page(const cli_options *options, const pith_document *document, const char *name,
                       cli_result *result)
{
    pith_write_options write = {
        .size = sizeof write,
        .format = options->format,
        .with = options->with,
        .without = options->without,
    };
    pith_error error = {0};
    if (pith_write(document, &write, add_output, &result->output, &error) != PITH_OK) {
        fail(result, &error);
        return;
    }
    bool named = options->format == PITH_FORMAT_JSON && cli_input_kind_of(name) == CLI_INPUT_FILE;
    if (named && !cli_record_add_file(&result->output, name)) {
        error.status = PITH_ERROR_MEMORY;
        fail(result, &error);
        return;
    }
    result->limits_hit = pith_document_limits_hit(document);
}

void cli_convert(cli_converter *converter, const char *name, cli_result *result)
{
    result->status =
        cli_input_load(&converter->input, name, &converter->fetcher, converter->options->timeout);
    if (result->status != CLI_OK) {
        memcpy(result->message, converter->input.message, sizeof result->message);
        return;
    }
    pith_document *document = read_page(converter, result);
    if (document == NULL)
        return;
    write_page(converter->options, document, name, result);
    pith_document_free(document);
}

void cli_converter_free(cli_converter *converter)
{
    pith_reader_free(converter->reader);
    cli_fetcher_free(converter->fetcher);
    cli_input_free(&converter->input);
}
