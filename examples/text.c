/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The shortest way: prints the title and the text of a page.
 *
 *     text < PAGE.html
 */
#include <pith/pith.h>

#include <stdio.h>

#define PAGE_MAX (16 << 20)

static char html[PAGE_MAX];

int main(void)
{
    pith_reader *reader = pith_reader_new(NULL, NULL);
    pith_page page = {
        .size = sizeof page,
        .bytes = {html, fread(html, 1, sizeof html, stdin)},
    };
    pith_error error = {0};
    pith_document *document = pith_read(reader, &page, &error);
    size_t size;
    char *text = document != NULL ? pith_write_buffer(document, NULL, &size, &error) : NULL;
    if (text != NULL) {
        pith_str title = pith_document_title(document);
        printf("%.*s\n\n", (int)title.size, title.data);
        fwrite(text, 1, size, stdout);
        pith_buffer_free(document, text);
    } else {
        fprintf(stderr, "text: %s\n", error.message);
    }
    pith_document_free(document);
    pith_reader_free(reader);
    return error.status == PITH_OK ? 0 : 1;
}
