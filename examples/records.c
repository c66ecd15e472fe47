/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Many pages with one reader, under control: an allocator of one's own that
 * counts, limits on what a page may cost, and output that is streamed. Prints a
 * JSON record for each page and, on standard error, the memory that it took.
 *
 *     records PAGE.html...
 */
#include <pith/pith.h>

#include <stdio.h>
#include <stdlib.h>

#define PAGE_MAX (16 << 20)

/* What the allocator's context points to. */
typedef struct account {
    size_t used;
    size_t peak;
} account;

static void *reallocate(void *context, void *pointer, size_t old_size, size_t new_size)
{
    account *memory = context;
    if (new_size == 0) {
        free(pointer);
        memory->used -= old_size;
        return NULL;
    }
    void *result = realloc(pointer, new_size);
    if (result != NULL) {
        memory->used += new_size - old_size;
        if (memory->peak < memory->used)
            memory->peak = memory->used;
    }
    return result;
}

/* A sink: what it gets goes to standard output; no room there stops the writer. */
static int print_piece(void *context, const char *data, size_t size)
{
    (void)context;
    return fwrite(data, 1, size, stdout) == size ? 0 : 1;
}

static int print_record(pith_reader *reader, const char *name, char *html)
{
    FILE *file = fopen(name, "rb");
    if (file == NULL) {
        perror(name);
        return 1;
    }
    pith_page page = {.size = sizeof page};
    page.bytes = (pith_str){html, fread(html, 1, PAGE_MAX, file)};
    fclose(file);

    pith_error error = {0};
    pith_document *document = pith_read(reader, &page, &error);
    if (document != NULL) {
        pith_write_options options = {
            .size = sizeof options,
            .format = PITH_FORMAT_JSON,
            .with = PITH_PART_FURNITURE,
        };
        pith_write(document, &options, print_piece, NULL, &error);
    }
    pith_document_free(document);
    if (error.status != PITH_OK)
        fprintf(stderr, "records: %s: %s\n", name, error.message);
    return error.status != PITH_OK;
}

int main(int argc, char **argv)
{
    account memory = {0};
    pith_options options = {
        .size = sizeof options,
        .allocator = {reallocate, &memory},
        .limits = {.memory = 256 << 20, .depth = 256},
    };
    char *html = malloc(PAGE_MAX);
    pith_reader *reader = pith_reader_new(&options, NULL);
    int failures = html == NULL || reader == NULL;
    for (int i = 1; i < argc && reader != NULL && html != NULL; i++)
        failures += print_record(reader, argv[i], html);
    pith_reader_free(reader);
    free(html);
    fprintf(stderr, "records: %zu bytes at most, %zu left\n", memory.peak, memory.used);
    return failures == 0 ? 0 : 1;
}
