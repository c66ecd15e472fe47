/* SPDX-License-Identifier: Apache-2.0 */
#include "text/lines.h"

static const char line_ends[PITH_LINE_ENDS] = {'\n', '\r', '\f', '\v'};

/* Each is looked for from where it was last found, so that all is seen once for each. */
static void find_end(pith_lines *lines, int kind)
{
    size_t left = (size_t)(lines->end - lines->at);
    const char *found = left > 0 ? memchr(lines->at, line_ends[kind], left) : NULL;
    lines->next[kind] = found != NULL ? found : lines->end;
}

void pith_lines_begin(pith_lines *lines, pith_str text)
{
    static const char nothing[1] = {'\0'};
    lines->at = text.size > 0 ? text.data : nothing;
    lines->end = lines->at + text.size;
    for (int kind = 0; kind < PITH_LINE_ENDS; kind++)
        find_end(lines, kind);
}

/* Characters from U+3000 on take two columns: nearly all that is written wide is there. */
static uint32_t count_columns(pith_str text)
{
    enum { MOST_BYTES = 4 * PITH_LINE_LONG };
    if (text.size > MOST_BYTES)
        return PITH_LINE_LONG;
    uint32_t columns = 0;
    for (size_t i = 0; i < text.size; i++) {
        unsigned char byte = (unsigned char)text.data[i];
        columns += (byte & 0xC0) != 0x80;
        columns += byte >= 0xE3;
    }
    return columns < PITH_LINE_LONG ? columns : PITH_LINE_LONG;
}

bool pith_lines_next(pith_lines *lines, pith_line *line)
{
    enum { TAB = 8, MOST_INDENT = 255 };
    if (lines->at == lines->end)
        return false;
    const char *start = lines->at, *stop = lines->end;
    for (int kind = 0; kind < PITH_LINE_ENDS; kind++) {
        if (lines->next[kind] < start)
            find_end(lines, kind);
        stop = lines->next[kind] < stop ? lines->next[kind] : stop;
    }
    lines->at = stop;
    if (stop < lines->end)
        lines->at += lines->end - stop > 1 && stop[0] == '\r' && stop[1] == '\n' ? 2 : 1;
    line->indent = 0;
    for (; start < stop && (*start == ' ' || *start == '\t'); start++)
        if (line->indent < MOST_INDENT)
            line->indent += *start == '\t' ? TAB - line->indent % TAB : 1;
    line->text = pith_str_trim((pith_str){start, (size_t)(stop - start)});
    line->columns = count_columns(line->text);
    return true;
}

/* ---- Wrapped lines ------------------------------------------------------ */

/* How wide the lines of a stretch are: how many there are of each width. */
typedef struct widths {
    uint32_t count[PITH_LINE_LONG + 1];
    uint32_t stops[PITH_LINE_LONG + 1]; /* those that end as sentences do … */
    uint32_t goes_on[PITH_LINE_LONG + 1]; /* … and those after which a line goes on with one */
    uint32_t lines;
    uint32_t wide; /* lines of characters that take two columns */
} widths;

/* A long line that nothing could have broken, such as a URL. */
static bool is_unbreakable(const pith_line *line)
{
    return line->columns == PITH_LINE_LONG &&
           memchr(line->text.data, ' ', line->text.size) == NULL &&
           (unsigned char)line->text.data[0] < 0xE3;
}

static uint32_t count_between(const uint32_t *counts, uint32_t from, uint32_t to)
{
    uint32_t sum = 0;
    for (uint32_t columns = from; columns <= to; columns++)
        sum += counts[columns];
    return sum;
}

bool pith_line_stops(const pith_line *line)
{
    pith_str text = line->text;
    static const char *const stops[] = {".", "!", "?", "…", "。", "！", "？", "।", "۔", ":"};
    for (size_t i = 0; i < sizeof stops / sizeof *stops; i++) {
        size_t size = strlen(stops[i]);
        if (text.size >= size && memcmp(text.data + text.size - size, stops[i], size) == 0)
            return true;
    }
    return false;
}

/* In scripts that are not ASCII, any line may go on. */
static bool may_go_on(pith_str line)
{
    char first = line.data[0];
    return (first >= 'a' && first <= 'z') || (unsigned char)first >= 0x80;
}

static void count_line(widths *w, const pith_line *line, uint32_t before)
{
    w->count[line->columns]++;
    w->lines++;
    w->stops[line->columns] += pith_line_stops(line);
    w->goes_on[before] += may_go_on(line->text);
    w->wide += (unsigned char)line->text.data[line->text.size / 2] >= 0x80 &&
               line->columns > line->text.size / 2;
}

/*
 * The width at which lines were wrapped: hardly any is longer, most that are longer
 * than half of it end so near to it that a word had no room, and these mostly stop in
 * the midst of a sentence, which the next line goes on with. Lines that are nearly all
 * of one width are records of some kind, unless each character is as wide.
 */
static uint32_t wrapped_width(const widths *w)
{
    enum { NARROWEST = 40, NEAR = 12, FEWEST = 2 };
    uint32_t longer = 0, width = PITH_LINE_LONG;
    while (width > 0 && longer + w->count[width] <= w->lines / 200)
        longer += w->count[width--];
    if (width < NARROWEST || width == PITH_LINE_LONG)
        return 0;
    uint32_t first = width - NEAR + 1, near = count_between(w->count, first, width);
    uint32_t half = count_between(w->count, width / 2, width), most = 0;
    for (uint32_t columns = first; columns <= width; columns++)
        most = w->count[columns] > most ? w->count[columns] : most;
    bool records = most >= 5 && most * UINT64_C(10) > near * UINT64_C(6) &&
                   w->wide * UINT64_C(2) < w->lines;
    bool prose = count_between(w->stops, first, width) * UINT64_C(2) <= near &&
                 count_between(w->goes_on, first, width) * UINT64_C(10) >= near * UINT64_C(3);
    return near >= FEWEST && near * UINT64_C(10) >= half * UINT64_C(6) && prose && !records
               ? width : 0;
}

pith_stretch pith_lines_stretch(pith_lines lines)
{
    widths w = {.lines = 0};
    pith_line line;
    pith_stretch stretch = {lines.at, 0};
    uint32_t before = 0; /* columns of the line before, 0 where it is empty */
    while (pith_lines_next(&lines, &line)) {
        bool counts = line.text.size > 0 && !is_unbreakable(&line);
        if (counts && line.columns == PITH_LINE_LONG) {
            if (w.lines == 0)
                stretch.end = lines.at; /* a stretch has a line at least */
            break;
        }
        if (counts)
            count_line(&w, &line, before);
        before = counts ? line.columns : 0;
        stretch.end = lines.at;
    }
    stretch.width = wrapped_width(&w);
    return stretch;
}

bool pith_line_goes_on(uint32_t columns, bool stops, const pith_line *next, uint32_t width)
{
    enum { NEARLY = 16 };
    size_t size = 0;
    if ((unsigned char)next->text.data[0] >= 0xE3)
        size = 3; /* a script that breaks between any two characters */
    else
        while (size < next->text.size && !pith_is_space(next->text.data[size]))
            size++;
    size = size < next->text.size ? size : next->text.size;
    if (columns + 1 + count_columns((pith_str){next->text.data, size}) > width)
        return true;
    return columns + NEARLY >= width && !stops && may_go_on(next->text);
}
