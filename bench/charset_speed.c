/* SPDX-License-Identifier: Apache-2.0 */
/* How fast pages are sniffed and decoded, beside memcpy. On text of its own. */
#include "charset/charset.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { SIZE = 1 << 20, ROUNDS = 200, PASSES = 5 };

static double seconds(void)
{
    struct timespec now;
    timespec_get(&now, TIME_UTC);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

/* A page of SIZE bytes: ASCII, with `piece` after each `step` bytes of it. */
static pith_str make_page(const char *piece, size_t step)
{
    static const char ascii[] =
        "<p class=\"text\">The quick brown fox jumps over the lazy dog.</p>\n";
    char *page = malloc(SIZE);
    if (page == NULL)
        exit(1);
    size_t size = 0, length = strlen(piece), since = 0;
    while (size + length < SIZE) {
        if (since >= step && length > 0) {
            memcpy(page + size, piece, length);
            size += length;
            since = 0;
        } else {
            page[size] = ascii[size % (sizeof ascii - 1)];
            size++;
            since++;
        }
    }
    return (pith_str){page, size};
}

static void report(const char *name, const char *label, pith_str page)
{
    pith_memory memory;
    pith_memory_init(&memory, NULL, 0);
    pith_buffer text;
    pith_buffer_init(&text, &memory);
    const pith_encoding *encoding = pith_encoding_for_label((pith_str){label, strlen(label)});
    pith_charset_hints declared = {.content_type = PITH_STR("text/html; charset=utf-8")};
    pith_charset_hints none = {0};
    double decoded = 1e9, copied = 1e9, sniffed = 1e9, detected = 1e9;
    for (int pass = 0; pass < PASSES; pass++) {
        double start = seconds();
        for (int i = 0; i < ROUNDS; i++) {
            bool complete;
            pith_buffer_reset(&text);
            pith_charset_decode(encoding, page, SIZE_MAX, &text, &complete);
        }
        double decode_end = seconds();
        for (int i = 0; i < ROUNDS; i++) {
            pith_buffer_reset(&text);
            pith_buffer_add(&text, page);
        }
        double copy_end = seconds();
        for (int i = 0; i < ROUNDS; i++)
            encoding = pith_charset_sniff(page, &declared) == NULL ? NULL : encoding;
        double sniff_end = seconds();
        for (int i = 0; i < ROUNDS / 10; i++)
            encoding = pith_charset_sniff(page, &none) == NULL ? NULL : encoding;
        double detect_end = seconds();
        decoded = decode_end - start < decoded ? decode_end - start : decoded;
        copied = copy_end - decode_end < copied ? copy_end - decode_end : copied;
        sniffed = sniff_end - copy_end < sniffed ? sniff_end - copy_end : sniffed;
        detected = detect_end - sniff_end < detected ? detect_end - sniff_end : detected;
    }
    double gigabytes = (double)page.size * ROUNDS * 1e-9;
    printf("%-34s %6.2f %6.2f %10.2f %10.0f\n", name, gigabytes / decoded, gigabytes / copied,
           sniffed / ROUNDS * 1e6, detected / (ROUNDS / 10) * 1e6);
    pith_buffer_release(&text);
}

int main(void)
{
    static const struct {
        const char *name;
        const char *label;
        const char *piece;
        size_t step;
    } pages[] = {
        {"ASCII as UTF-8", "utf-8", "", SIZE},
        {"UTF-8, two bytes in 50", "utf-8", "\xC3\xBC", 48},
        {"UTF-8, Cyrillic, half of it", "utf-8", "привет как дела мир", 34},
        {"UTF-8, Chinese, half of it", "utf-8", "中文网页内容", 18},
        {"ASCII as windows-1252", "windows-1252", "", SIZE},
        {"windows-1252, a byte in 50", "windows-1252", "\xFC", 49},
        {"windows-1251, half of it", "windows-1251", "\xEF\xF0\xE8\xE2\xE5\xF2", 6},
        {"gb18030, half of it", "gb18030", "\xD6\xD0\xCE\xC4\xCD\xF8\xD2\xB3", 8},
        {"Shift_JIS, half of it", "shift_jis", "\x93\xFA\x96\x7B\x8C\xEA\x82\xCC", 8},
    };
    printf("1 MiB of                           decode  memcpy   declared  undeclared\n"
           "                                     GB/s    GB/s sniffed µs  sniffed µs\n");
    for (size_t i = 0; i < sizeof pages / sizeof pages[0]; i++) {
        pith_str page = make_page(pages[i].piece, pages[i].step);
        report(pages[i].name, pages[i].label, page);
        free((void *)page.data);
    }
    return 0;
}
