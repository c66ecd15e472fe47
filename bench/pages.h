/* SPDX-License-Identifier: Apache-2.0 */
/*
 * For the benchmarks: all the pages of a folder, <name>.gz each, held compressed,
 * and clocks. A benchmark inflates a page, then measures on it while it is warm,
 * as a program that reads an archive would have it.
 */
#ifndef PITH_BENCH_PAGES_H
#define PITH_BENCH_PAGES_H

#ifndef _POSIX_C_SOURCE
#define _POSIX_C_SOURCE 200809L
#endif

#include <dirent.h>
#include <libdeflate.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { PADDING = 64 };

typedef struct packed_page {
    unsigned char *data;
    size_t size;
    size_t inflated;
} packed_page;

typedef struct page_set {
    packed_page *pages;
    size_t count;
    size_t bytes;                         /* of all pages, inflated */
    char *text;                           /* room for the largest, and PADDING zeros */
    struct libdeflate_decompressor *decompressor;
} page_set;

static inline void *take(void *pointer, size_t size)
{
    void *result = realloc(pointer, size);
    if (result == NULL) {
        fprintf(stderr, "out of memory\n");
        exit(1);
    }
    return result;
}

/* Processor time of this thread: other programs that run meanwhile do not count. */
static inline double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

static inline packed_page load_page(const char *path)
{
    packed_page page = {NULL, 0, 0};
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        return page;
    fseek(file, 0, SEEK_END);
    long size = ftell(file);
    rewind(file);
    if (size > 18) { /* the last four bytes of a gzip file are its content's size */
        page.data = take(NULL, (size_t)size);
        page.size = fread(page.data, 1, (size_t)size, file);
        const unsigned char *end = page.data + page.size;
        page.inflated =
            end[-4] | (size_t)end[-3] << 8 | (size_t)end[-2] << 16 | (size_t)end[-1] << 24;
    }
    fclose(file);
    return page;
}

static inline int compare_paths(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* Every `step`th page of the folder, by name. Ends the program if there is none. */
static inline page_set load_pages(const char *folder, size_t step)
{
    page_set set = {NULL, 0, 0, NULL, libdeflate_alloc_decompressor()};
    char **paths = NULL;
    size_t count = 0;
    DIR *directory = opendir(folder);
    for (struct dirent *entry; directory != NULL && (entry = readdir(directory)) != NULL;) {
        size_t size = strlen(folder) + strlen(entry->d_name) + 2;
        if (strstr(entry->d_name, ".gz") == NULL)
            continue;
        paths = take(paths, (count + 1) * sizeof *paths);
        paths[count] = take(NULL, size);
        snprintf(paths[count++], size, "%s/%s", folder, entry->d_name);
    }
    if (directory != NULL)
        closedir(directory);
    if (count == 0 || set.decompressor == NULL) {
        fprintf(stderr, "no pages (*.gz) in %s\n", folder);
        exit(77);
    }
    qsort(paths, count, sizeof *paths, compare_paths);
    size_t largest = 0;
    set.pages = take(NULL, count * sizeof *set.pages);
    for (size_t i = 0; i < count; i++) {
        if (i % step == 0) {
            packed_page page = load_page(paths[i]);
            if (page.inflated > 0)
                set.pages[set.count++] = page;
            set.bytes += page.inflated;
            largest = page.inflated > largest ? page.inflated : largest;
        }
        free(paths[i]);
    }
    free(paths);
    set.text = take(NULL, largest + PADDING);
    return set;
}

/* Inflates a page to set->text and puts zeros behind it. Gives the seconds of the first. */
static inline double inflate_page(page_set *set, const packed_page *page)
{
    double start = now();
    enum libdeflate_result result = libdeflate_gzip_decompress(
        set->decompressor, page->data, page->size, set->text, page->inflated, NULL);
    double seconds = now() - start;
    if (result != LIBDEFLATE_SUCCESS) {
        fprintf(stderr, "a page could not be inflated\n");
        exit(1);
    }
    memset(set->text + page->inflated, 0, PADDING);
    return seconds;
}

static inline void free_pages(page_set *set)
{
    for (size_t i = 0; i < set->count; i++)
        free(set->pages[i].data);
    free(set->pages);
    free(set->text);
    libdeflate_free_decompressor(set->decompressor);
}

/* The arguments FOLDER [ROUNDS [STEP]]. */
typedef struct bench_arguments {
    const char *folder;
    unsigned rounds;
    size_t step;
} bench_arguments;

static inline bench_arguments read_arguments(int argc, char **argv)
{
    if (argc < 2) {
        fprintf(stderr,
                "usage: %s FOLDER [ROUNDS [STEP]]\n"
                "FOLDER holds pages, each as <name>.gz; every STEPth is measured\n",
                argv[0]);
        exit(2);
    }
    bench_arguments arguments = {argv[1], 5, 1};
    if (argc > 2)
        arguments.rounds = (unsigned)strtoul(argv[2], NULL, 10);
    if (argc > 3)
        arguments.step = strtoul(argv[3], NULL, 10);
    if (arguments.rounds == 0 || arguments.rounds > 99 || arguments.step == 0) {
        fprintf(stderr, "ROUNDS is 1 to 99, STEP at least 1\n");
        exit(2);
    }
    return arguments;
}

static inline int compare_doubles(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* Sorts the rounds' times and gives the one in the middle. */
static inline double median(double *times, size_t count)
{
    qsort(times, count, sizeof *times, compare_doubles);
    return times[count / 2];
}

#endif
