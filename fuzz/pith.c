/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The whole way of a page: any bytes give a document, and every writer's output
 * is sound. The first byte of an input chooses the parts that are written, the
 * second the request for memory that fails, if any; the rest is the page.
 */
#include <pith/pith.h>

#include "base/utf8.h"
#include "fuzz.h"

#include <string.h>

static void check_output(const char *output, size_t size, pith_format format)
{
    CHECK(pith_utf8_valid_prefix(output, size) == size);
    CHECK(size == 0 || output[size - 1] == '\n');
    CHECK(size < 2 || output[size - 2] != '\n'); /* one newline at the end */
    if (format == PITH_FORMAT_JSON) /* one line */
        CHECK(size > 0 && memchr(output, '\n', size) == output + size - 1);
}

static void check_str(pith_str text)
{
    CHECK(pith_utf8_valid_prefix(text.data, text.size) == text.size);
}

static void check_related(const pith_document *document)
{
    size_t count = pith_document_related_count(document);
    CHECK((pith_document_related(document) != NULL) == (count > 0));
    for (size_t i = 0; i < count; i++) {
        pith_str excerpt = pith_document_related_excerpt(document, i);
        pith_str url = pith_document_related_url(document, i);
        CHECK(pith_document_related_title(document, i).size > 0);
        CHECK(excerpt.size > 0 || url.size > 0);
        check_str(pith_document_related_title(document, i));
        check_str(excerpt);
        check_str(url);
    }
}

static void check_comments(const pith_document *document)
{
    size_t count = pith_document_comment_count(document);
    unsigned most = 0; /* depth of the next comment */
    CHECK((pith_document_comments(document) != NULL) == (count > 0));
    CHECK((unsigned)pith_document_reply(document) <= PITH_REPLY_CLOSED);
    for (size_t i = 0; i < count; i++) {
        CHECK(pith_document_comment_depth(document, i) <= most);
        most = pith_document_comment_depth(document, i) + 1;
        CHECK(pith_document_comment_text(document, i).size > 0);
        check_str(pith_document_comment_author(document, i));
        check_str(pith_document_comment_date(document, i));
        check_str(pith_document_comment_text(document, i));
    }
}

static void write_all(const pith_document *document, unsigned parts, bool may_fail)
{
    for (int format = PITH_FORMAT_TEXT; format <= PITH_FORMAT_TEI; format++) {
        pith_write_options options = {.size = sizeof options, .format = (pith_format)format,
                                      .with = parts & 255, .without = ~parts & 255};
        size_t size = 0;
        pith_error error = {PITH_OK, NULL, 0};
        char *output = pith_write_buffer(document, &options, &size, &error);
        CHECK(output != NULL || (may_fail && error.status == PITH_ERROR_MEMORY));
        if (output != NULL)
            check_output(output, size, (pith_format)format);
        pith_buffer_free(document, output);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 2)
        return 0;
    bool may_fail = data[1] >= 128;
    scarce memory = {0, may_fail ? data[1] - 128u : SIZE_MAX};
    pith_options options = {.size = sizeof options, .allocator = {reallocate_scarce, &memory}};
    size_t bytes_size = size - 2;
    char *bytes = malloc(bytes_size + (bytes_size == 0)); /* of the exact size, for the sanitizer */
    CHECK(bytes != NULL);
    memcpy(bytes, data + 2, bytes_size);
    static const char url[] = "https://example.org/a/b?c#d";
    pith_page page = {.size = sizeof page, .bytes = {bytes, bytes_size},
                      .url = {url, sizeof url - 1}};
    pith_error error = {PITH_OK, NULL, 0};
    pith_reader *reader = pith_reader_new(&options, &error);
    pith_document *document = reader != NULL ? pith_read(reader, &page, &error) : NULL;
    pith_reader_free(reader);
    free(bytes); /* a document needs neither its reader nor the page */
    CHECK(document != NULL || (may_fail && error.status == PITH_ERROR_MEMORY));
    if (document != NULL) {
        float confidence = pith_document_confidence(document);
        CHECK(confidence >= 0 && confidence <= 1);
        CHECK((unsigned)pith_document_page_type(document) <= PITH_PAGE_SERVICE);
        check_related(document);
        check_comments(document);
        write_all(document, data[0], may_fail);
    }
    pith_document_free(document);
    CHECK(memory.used == 0);
    return 0;
}
