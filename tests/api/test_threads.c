/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Readers side by side, each on a thread of its own, and documents that all
 * threads read at once: the results are those of a single thread. Under
 * ThreadSanitizer this also shows that the library shares nothing.
 */
#include <pith/pith.h>

#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <setjmp.h>
#include <stddef.h>
#include <cmocka.h>

#define THREADS 8
#define PAGES 24
#define FORMATS 4

/* What all threads share, and only read. */
typedef struct shared_pages {
    char *html[PAGES];
    size_t html_size[PAGES];
    pith_document *documents[PAGES];
    char *expected[PAGES][FORMATS];
    size_t expected_size[PAGES][FORMATS];
} shared_pages;

typedef struct thread {
    const shared_pages *shared;
    unsigned first; /* the page to begin with, so that the threads part ways */
    unsigned differing;
} thread;

static void make_page(shared_pages *shared, unsigned page)
{
    enum { ROOM = 64 << 10 };
    char *html = malloc(ROOM);
    assert_non_null(html);
    int size = snprintf(html, ROOM,
                        "<!DOCTYPE html><title>Page %u</title><nav><a href=/a>One</a></nav>"
                        "<article><h1>Page %u &amp; &eacute;</h1>",
                        page, page);
    for (unsigned i = 0; i < 5 + page * 7; i++)
        size += snprintf(html + size, ROOM - (size_t)size,
                         "<p>Paragraph %u of page %u, with <b>bold<i>both</b>slanted</i> words, a "
                         "<a href='/to/%u'>link</a>, a <custom-%u>name of its own</custom-%u> and "
                         "<table>misplaced<tr><td>cell %u</table></p>\n",
                         i, page, i, page, page, i);
    shared->html[page] = html;
    shared->html_size[page] = (size_t)size;
}

static pith_document *read_page(pith_reader *reader, const shared_pages *shared, unsigned index)
{
    pith_page page = {
        .size = sizeof page,
        .bytes = {shared->html[index], shared->html_size[index]},
        .url = {"https://threads.example/", strlen("https://threads.example/")},
    };
    return pith_read(reader, &page, NULL);
}

static char *write_page(const pith_document *document, unsigned format, size_t *size)
{
    pith_write_options options = {
        .size = sizeof options,
        .format = (pith_format)format,
        .with = PITH_PART_FURNITURE,
    };
    return pith_write_buffer(document, &options, size, NULL);
}

/* How many of the document's outputs are not what a single thread gave. */
static unsigned count_differing(const shared_pages *shared, unsigned page,
                                const pith_document *document)
{
    unsigned differing = 0;
    for (unsigned format = 0; format < FORMATS; format++) {
        size_t size = 0;
        char *output = write_page(document, format, &size);
        if (output == NULL || size != shared->expected_size[page][format] ||
            memcmp(output, shared->expected[page][format], size) != 0)
            differing++;
        pith_buffer_free(document, output);
    }
    return differing;
}

static size_t count_nodes(const pith_node *node)
{
    size_t count = 1;
    for (const pith_node *child = pith_node_first_child(node); child != NULL;
         child = pith_node_next(child))
        count += count_nodes(child);
    return count;
}

static void *read_all(void *context)
{
    thread *self = context;
    pith_reader *reader = pith_reader_new(NULL, NULL);
    for (unsigned i = 0; reader != NULL && i < PAGES; i++) {
        unsigned page = (self->first + i) % PAGES;
        pith_document *document = read_page(reader, self->shared, page);
        if (document == NULL)
            self->differing++;
        else
            self->differing += count_differing(self->shared, page, document);
        pith_document_free(document);
    }
    if (reader == NULL)
        self->differing++;
    pith_reader_free(reader);
    return NULL;
}

static void *share_all(void *context)
{
    thread *self = context;
    for (unsigned i = 0; i < PAGES; i++) {
        unsigned page = (self->first + i) % PAGES;
        const pith_document *document = self->shared->documents[page];
        self->differing += count_differing(self->shared, page, document);
        if (count_nodes(pith_document_content(document)) < 5)
            self->differing++;
    }
    return NULL;
}

static void run_threads(const shared_pages *shared, void *(*work)(void *))
{
    pthread_t ids[THREADS];
    thread threads[THREADS];
    for (unsigned i = 0; i < THREADS; i++) {
        threads[i] = (thread){.shared = shared, .first = i * PAGES / THREADS};
        assert_int_equal(pthread_create(&ids[i], NULL, work, &threads[i]), 0);
    }
    unsigned differing = 0;
    for (unsigned i = 0; i < THREADS; i++) {
        pthread_join(ids[i], NULL);
        differing += threads[i].differing;
    }
    assert_int_equal(differing, 0);
}

/* The pages, with what one thread makes of them. */
static int prepare(void **state)
{
    shared_pages *shared = calloc(1, sizeof *shared);
    pith_reader *reader = pith_reader_new(NULL, NULL);
    if (shared == NULL || reader == NULL)
        return -1;
    for (unsigned page = 0; page < PAGES; page++) {
        make_page(shared, page);
        shared->documents[page] = read_page(reader, shared, page);
        for (unsigned format = 0; format < FORMATS; format++)
            shared->expected[page][format] =
                write_page(shared->documents[page], format, &shared->expected_size[page][format]);
    }
    pith_reader_free(reader);
    *state = shared;
    return 0;
}

static int clean_up(void **state)
{
    shared_pages *shared = *state;
    for (unsigned page = 0; page < PAGES; page++) {
        for (unsigned format = 0; format < FORMATS; format++)
            pith_buffer_free(shared->documents[page], shared->expected[page][format]);
        pith_document_free(shared->documents[page]);
        free(shared->html[page]);
    }
    free(shared);
    return 0;
}

static void pages_have_content(void **state)
{
    const shared_pages *shared = *state;
    for (unsigned page = 0; page < PAGES; page++) {
        assert_non_null(shared->documents[page]);
        for (unsigned format = 0; format < FORMATS; format++)
            assert_non_null(strstr(shared->expected[page][format], "Paragraph"));
    }
}

static void readers_on_their_own_threads(void **state)
{
    run_threads(*state, read_all);
}

static void documents_shared_by_all_threads(void **state)
{
    run_threads(*state, share_all);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pages_have_content),
        cmocka_unit_test(readers_on_their_own_threads),
        cmocka_unit_test(documents_shared_by_all_threads),
    };
    return cmocka_run_group_tests(tests, prepare, clean_up);
}
