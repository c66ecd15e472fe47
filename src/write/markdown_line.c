/* SPDX-License-Identifier: Apache-2.0 */
/*
 * CommonMark 0.31: 2.4 (backslash escapes), 6.1 (code spans), 6.2 (emphasis),
 * 6.3 (links), 6.6 (raw HTML); GitHub's table and strikethrough extensions.
 */
#include "write/markdown_line.h"

#include "base/utf8.h"

/* In the gathered bytes: the next one is of the page; brackets around a link's text. */
enum { LITERAL = '\x01', BRACKET = '\x02', END_BRACKET = '\x03' };

/* ---- Gathering ---------------------------------------------------------- */

void pith_line_init(pith_line *line, pith_memory *memory)
{
    *line = (pith_line){.memory = memory};
    pith_buffer_init(&line->bytes, memory);
}

void pith_line_release(pith_line *line)
{
    pith_buffer_release(&line->bytes);
    pith_memory_free(line->memory, line->marks, line->mark_capacity * sizeof *line->marks);
}

void pith_line_begin(pith_line *line, pith_line_kind kind)
{
    pith_buffer_reset(&line->bytes);
    line->kind = kind;
    line->mark_count = 0;
    line->brackets = 0;
    line->code_end = 0;
    memset(line->open, 0, sizeof line->open);
}

void pith_line_raw(pith_line *line, pith_str markup)
{
    pith_buffer_add(&line->bytes, markup);
    line->failed = line->failed || line->bytes.failed;
}

static void raw(pith_line *line, const char *markup)
{
    pith_line_raw(line, (pith_str){markup, strlen(markup)});
}

static bool may_need_escape(char byte)
{
    switch (byte) {
    case '\\': case '`': case '*': case '_': case '[': case ']': case '<': case '&': case '~':
    case '!': case '|': case '^':
        return true;
    default:
        return false;
    }
}

static bool ends_in_space(const pith_line *line)
{
    return line->bytes.size == 0 || line->bytes.data[line->bytes.size - 1] == ' ';
}

void pith_line_text(pith_line *line, pith_str text)
{
    if (text.size == 0)
        return;
    /* An image that was left out can leave a space at either side. */
    size_t start = text.data[0] == ' ' && ends_in_space(line);
    for (size_t i = start; i < text.size; i++) {
        char byte = text.data[i];
        bool control = (unsigned char)byte < 0x20;
        if (!control && !may_need_escape(byte))
            continue;
        pith_line_raw(line, (pith_str){text.data + start, i - start});
        if (control)
            raw(line, pith_is_space(byte) ? " " : "");
        else
            pith_line_raw(line, (pith_str){(const char[]){LITERAL, byte}, 2});
        start = i + 1;
    }
    pith_line_raw(line, pith_str_from(text, start));
}

/* The longest run of backticks in the text. */
static size_t longest_run(pith_str text)
{
    size_t longest = 0, run = 0;
    for (size_t i = 0; i < text.size; i++) {
        run = text.data[i] == '`' ? run + 1 : 0;
        if (run > longest)
            longest = run;
    }
    return longest;
}

void pith_line_code(pith_line *line, pith_str code)
{
    if (code.size == 0)
        return;
    if (line->code_end > 0 && line->code_end == line->bytes.size)
        raw(line, "<!-- -->"); /* keeps two spans apart */
    size_t fence = longest_run(code) + 1;
    bool edge = code.data[0] == '`' || code.data[code.size - 1] == '`' ||
                (code.data[0] == ' ' && code.data[code.size - 1] == ' ');
    for (size_t i = 0; i < fence; i++)
        raw(line, "`");
    raw(line, edge ? " " : "");
    size_t start = 0;
    for (size_t i = 0; line->kind == PITH_LINE_CELL && i < code.size; i++) {
        if (code.data[i] != '|')
            continue;
        pith_line_raw(line, (pith_str){code.data + start, i - start});
        raw(line, "\\");
        start = i;
    }
    pith_line_raw(line, pith_str_from(code, start));
    raw(line, edge ? " " : "");
    for (size_t i = 0; i < fence; i++)
        raw(line, "`");
    line->code_end = line->bytes.size;
}

static void add_mark(pith_line *line, pith_mark mark)
{
    void *marks = line->marks;
    if (!pith_array_grow(line->memory, &marks, &line->mark_capacity, line->mark_count + 1,
                         sizeof *line->marks)) {
        line->failed = true;
        return;
    }
    line->marks = marks;
    line->marks[line->mark_count++] = mark;
}

void pith_line_open(pith_line *line, pith_mark_kind kind)
{
    add_mark(line, (pith_mark){.at = line->bytes.size, .kind = (uint8_t)kind});
    line->open[kind] = line->mark_count;
}

void pith_line_close(pith_line *line, pith_mark_kind kind)
{
    uint32_t opener = line->open[kind];
    line->open[kind] = 0;
    if (opener == 0 || line->failed)
        return;
    pith_mark mark = {.at = line->bytes.size, .kind = (uint8_t)kind, .closes = true,
                      .partner = opener - 1};
    mark.dropped = line->marks[opener - 1].at == mark.at;
    line->marks[opener - 1].dropped = mark.dropped;
    line->marks[opener - 1].partner = line->mark_count;
    add_mark(line, mark);
}

/* "&" before what could be the name or number of a character. */
static bool begins_reference(pith_str text)
{
    enum { LONGEST = 40 };
    for (size_t i = 1; i < text.size && i < LONGEST; i++) {
        char byte = text.data[i];
        if (byte == ';')
            return i > 1;
        if (!pith_is_alpha(byte) && !pith_is_digit(byte) && byte != '#')
            return false;
    }
    return false;
}

/* ---- Link targets ------------------------------------------------------- */

/* A bare destination: what would end it is escaped, white space is percent-encoded. */
static void add_url(pith_line *line, pith_str url)
{
    static const char hex[] = "0123456789ABCDEF";
    size_t start = 0;
    for (size_t i = 0; i < url.size; i++) {
        char byte = url.data[i];
        unsigned value = (unsigned char)byte;
        bool hidden = value <= 0x20 || value == 0x7F;
        bool escaped = byte == '(' || byte == ')' || byte == '<' || byte == '>' || byte == '\\' ||
                       (byte == '|' && line->kind == PITH_LINE_CELL);
        bool reference =
            byte == '&' && begins_reference((pith_str){url.data + i, url.size - i});
        if (!hidden && !escaped && !reference)
            continue;
        pith_line_raw(line, (pith_str){url.data + start, i - start});
        const char encoded[] = {'%', hex[value >> 4], hex[value & 15]};
        start = escaped ? i : i + 1;
        if (hidden)
            pith_line_raw(line, (pith_str){encoded, sizeof encoded});
        else
            raw(line, escaped ? "\\" : "&amp;");
    }
    pith_line_raw(line, pith_str_from(url, start));
}

void pith_line_open_link(pith_line *line, bool image)
{
    raw(line, image ? "!" : "");
    pith_line_raw(line, (pith_str){(const char[]){BRACKET}, 1});
}

/* Takes the end of the line back; marks that stood there have nothing between them. */
static void cut(pith_line *line, size_t size)
{
    line->bytes.size = size;
    for (uint32_t i = line->mark_count; i > 0 && line->marks[i - 1].at > size; i--)
        line->marks[i - 1].at = size;
}

/* Takes back an opening at the end of the line: nothing has come after it. */
static bool take_back(pith_line *line, pith_str opening)
{
    const pith_buffer *bytes = &line->bytes;
    if (bytes->size < opening.size ||
        memcmp(bytes->data + bytes->size - opening.size, opening.data, opening.size) != 0)
        return false;
    cut(line, bytes->size - opening.size);
    return true;
}

void pith_line_close_tag(pith_line *line, pith_str opening, pith_str closing)
{
    if (!take_back(line, opening))
        pith_line_raw(line, closing);
}

void pith_line_close_link(pith_line *line, bool image, pith_str url, pith_str title)
{
    if (!image && take_back(line, (pith_str){(const char[]){BRACKET}, 1}))
        return;
    pith_line_raw(line, (pith_str){(const char[]){END_BRACKET}, 1});
    raw(line, "(");
    add_url(line, url);
    if (title.size > 0) {
        raw(line, " \"");
        for (size_t i = 0; i < title.size; i++) {
            char byte = title.data[i];
            if (byte == '"' || byte == '\\' || (byte == '|' && line->kind == PITH_LINE_CELL))
                raw(line, "\\");
            pith_line_raw(line, byte == '&' ? PITH_STR("&amp;") : (pith_str){&byte, 1});
        }
        raw(line, "\"");
    }
    raw(line, ")");
}

/* ---- Emphasis ----------------------------------------------------------- */

/* What the rules of emphasis (6.2) ask of a neighbour. */
typedef enum neighbour {
    SPACE,
    PUNCTUATION,
    LETTER,
    UNSURE  /* readers may differ: neither helps nor may be relied on */
} neighbour;

typedef struct code_range {
    uint32_t first, last;
} code_range;

static bool in_ranges(uint32_t code_point, const code_range *ranges, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (code_point >= ranges[i].first && code_point <= ranges[i].last)
            return true;
    return false;
}

static neighbour classify(uint32_t code_point)
{
    /* Scripts' letters, the common ones; the rest is unsure and gets a tag. */
    static const code_range letters[] = {
        {0xC0, 0xD6}, {0xD8, 0xF6}, {0xF8, 0x24F}, {0x370, 0x373}, {0x388, 0x481}, {0x48A, 0x52F},
        {0x561, 0x587}, {0x5D0, 0x5EA}, {0x620, 0x64A}, {0x671, 0x6D3}, {0x904, 0x939},
        {0xE01, 0xE2E}, {0x1E00, 0x1FBC}, {0x3041, 0x3096}, {0x30A1, 0x30FA}, {0x3400, 0x4DBF},
        {0x4E00, 0x9FFF}, {0xAC00, 0xD7A3},
    };
    static const code_range punctuation[] = {
        {0x2010, 0x2027}, {0x2030, 0x203E}, {0x3001, 0x3003}, {0x3008, 0x3011}, {0xFF01, 0xFF03},
        {0xFF08, 0xFF0A}, {0xFF0C, 0xFF0F}, {0xFF1A, 0xFF1B}, {0xFF1F, 0xFF20},
    };
    if (code_point < 0x80) {
        char byte = (char)code_point;
        if (pith_is_space(byte))
            return SPACE;
        return pith_is_alpha(byte) || pith_is_digit(byte) ? LETTER : PUNCTUATION;
    }
    static const code_range spaces[] = {{0xA0, 0xA0}, {0x2000, 0x200A}, {0x3000, 0x3000}};
    if (in_ranges(code_point, spaces, sizeof spaces / sizeof *spaces))
        return SPACE;
    if (in_ranges(code_point, letters, sizeof letters / sizeof *letters))
        return LETTER;
    if (in_ranges(code_point, punctuation, sizeof punctuation / sizeof *punctuation))
        return PUNCTUATION;
    return UNSURE;
}

/* Of the character that ends before `at`; the text begins at `first`. */
static neighbour class_before(const pith_buffer *bytes, size_t first, size_t at)
{
    size_t start = at;
    if (at == first)
        return SPACE;
    do
        start--;
    while (start > first && ((unsigned char)bytes->data[start] & 0xC0) == 0x80);
    uint32_t code_point;
    pith_utf8_decode(bytes->data + start, at - start, &code_point);
    return classify(code_point);
}

static neighbour class_after(const pith_line *line, size_t at)
{
    if (at == line->bytes.size)
        return SPACE;
    uint32_t code_point;
    pith_utf8_decode(line->bytes.data + at, line->bytes.size - at, &code_point);
    return classify(code_point); /* LITERAL and the brackets count as punctuation, which they are */
}

static bool is_star(const pith_mark *mark)
{
    return mark->kind != PITH_MARK_STRIKE && !mark->html;
}

/*
 * The neighbour of a mark on one side (step 1 or -1). Marks at the same place
 * come between: stars of the same direction are part of one run, which has one
 * neighbour; anything else is punctuation.
 */
static neighbour neighbour_of(const pith_line *line, uint32_t index, int step, bool *meets)
{
    const pith_mark *mark = &line->marks[index];
    for (int64_t i = (int64_t)index + step; i >= 0 && i < line->mark_count; i += step) {
        const pith_mark *other = &line->marks[i];
        if (other->at != mark->at)
            break;
        if (other->dropped)
            continue;
        if (other->closes == mark->closes && is_star(other) && is_star(mark))
            continue;
        *meets = *meets || (!other->html && other->closes != mark->closes);
        return PUNCTUATION;
    }
    return step > 0 ? class_after(line, mark->at) : class_before(&line->bytes, 0, mark->at);
}

/*
 * Whether the mark works as a delimiter: it is left- or right-flanking as it has
 * to be, and if it opens it does not close what is open around it.
 */
static bool works(const pith_line *line, uint32_t index, bool nested)
{
    const pith_mark *mark = &line->marks[index];
    bool meets = false, ignored = false;
    neighbour inside = neighbour_of(line, index, mark->closes ? -1 : 1, &ignored);
    neighbour outside = neighbour_of(line, index, mark->closes ? 1 : -1, &meets);
    if (!mark->closes && meets) /* "*a***b**": what closes and what opens cannot be told */
        return false;
    if (inside == SPACE || (outside != SPACE && outside != PUNCTUATION && inside != LETTER))
        return false;
    return mark->closes || !nested || outside == SPACE ||
           (outside == PUNCTUATION && inside == LETTER);
}

/* Finds the pairs that have to be tags. True if there were any new ones. */
static bool choose_tags(pith_line *line, bool all)
{
    bool changed = false;
    int open = 0, around = 0; /* stars, and those of them that began before this place */
    for (uint32_t i = 0; i < line->mark_count; i++) {
        pith_mark *mark = &line->marks[i];
        if (i == 0 || mark->at != mark[-1].at)
            around = open;
        if (mark->dropped || mark->html)
            continue;
        if (all || !works(line, i, is_star(mark) && around > 0)) {
            open -= mark->closes && is_star(mark);
            mark->html = line->marks[mark->partner].html = changed = true;
        } else if (is_star(mark)) {
            open += mark->closes ? -1 : 1;
        }
    }
    return changed;
}

static const char *mark_text(const pith_mark *mark)
{
    static const char *const delimiters[] = {"*", "**", "~~"};
    static const char *const tags[][2] = {
        {"<em>", "</em>"}, {"<strong>", "</strong>"}, {"<del>", "</del>"},
    };
    if (mark->dropped)
        return "";
    return mark->html ? tags[mark->kind][mark->closes] : delimiters[mark->kind];
}

/* ---- Escaping ----------------------------------------------------------- */

/* The finishing of a line. */
typedef struct finishing {
    const pith_line *line;
    pith_buffer *out;
    uint32_t mark;       /* the next mark to write */
    size_t first;        /* size of `out` at the beginning */
} finishing;

/* The byte of the line at `at` as it will be seen, marks included; a line end at the end. */
static char byte_at(const finishing *f, size_t at)
{
    const pith_line *line = f->line;
    for (uint32_t i = f->mark; i < line->mark_count && line->marks[i].at <= at; i++)
        if (line->marks[i].at == at && !line->marks[i].dropped)
            return mark_text(&line->marks[i])[0];
    if (at >= line->bytes.size)
        return '\n';
    switch (line->bytes.data[at]) {
    case LITERAL: return line->bytes.data[at + 1];
    case BRACKET: return '[';
    case END_BRACKET: return ']';
    default: return line->bytes.data[at];
    }
}

/* The last byte written. */
static char byte_before(const finishing *f)
{
    return f->out->size > f->first ? f->out->data[f->out->size - 1] : '\n';
}

static bool is_punctuation(char byte)
{
    return (unsigned char)byte > 0x20 && (unsigned char)byte < 0x7F && !pith_is_alpha(byte) &&
           !pith_is_digit(byte);
}

/* A letter on both sides: there "_" is never markup. `at` is behind it. */
static bool is_in_word(const finishing *f, size_t at)
{
    if (is_punctuation(byte_at(f, at)) || class_after(f->line, at) != LETTER)
        return false;
    return class_before(f->out, f->first, f->out->size) == LETTER;
}

/* "[ ] " or "[x] ", as the box of a task. */
static bool begins_task(const finishing *f, size_t at)
{
    const pith_buffer *bytes = &f->line->bytes;
    return f->line->kind == PITH_LINE_ITEM && f->out->size == f->first && at + 2 < bytes->size &&
           strchr(" xX", bytes->data[at]) != NULL && byte_at(f, at + 1) == ']';
}

/* Whether a character of the page would be read as markup; `at` is behind it. */
static bool needs_escape(const finishing *f, char byte, size_t at)
{
    char before = byte_before(f), after = byte_at(f, at);
    switch (byte) {
    case '\\':
        return after == '\n' || is_punctuation(after);
    case '*':
        return before != ' ' || after != ' ';
    case '_':
        return !is_in_word(f, at) && !(before == ' ' && after == ' ');
    case '~':
        return before != ' ' || after != ' ';
    case '[':
        return f->line->brackets > 0 || begins_task(f, at);
    case ']':
        return f->line->brackets > 0 || after == '(' || after == '[' ||
               (after == ':' && f->out->data[f->first] == '['); /* a link's definition */
    case '<':
        return pith_is_alpha(after) || after == '/' || after == '!' || after == '?';
    case '&':
        return begins_reference((pith_str){f->line->bytes.data + at - 1,
                                           f->line->bytes.size - at + 1});
    case '!':
        return at < f->line->bytes.size && f->line->bytes.data[at] == BRACKET;
    case '|':
        return f->line->kind == PITH_LINE_CELL;
    case '^': /* a note, to readers that know them */
        return before == '[';
    default:
        return true;
    }
}

/* ---- The beginning of a line -------------------------------------------- */

static bool ends_word(char byte)
{
    return byte == ' ' || byte == '\n';
}

/* Only "-", "=", ":", "|" and spaces to the end of the line: an underline, a rule, a table. */
static bool is_underline(const finishing *f, size_t at)
{
    const pith_buffer *bytes = &f->line->bytes;
    for (; at < bytes->size && bytes->data[at] != '\n'; at++)
        if (strchr("-=:| \x01", bytes->data[at]) == NULL)
            return false;
    return true;
}

/* The byte of the line to escape so that it begins no block, or SIZE_MAX. */
static size_t find_block_start(const finishing *f, size_t at)
{
    enum { MOST_DIGITS = 9 };
    size_t run = at;
    switch (byte_at(f, at)) {
    case '#':
        while (byte_at(f, run) == '#')
            run++;
        return run - at <= 6 && ends_word(byte_at(f, run)) ? at : SIZE_MAX;
    case '>':
        return at;
    case '+':
        return ends_word(byte_at(f, at + 1)) ? at : SIZE_MAX;
    case '-':
        return ends_word(byte_at(f, at + 1)) || is_underline(f, at) ? at : SIZE_MAX;
    case '=': case ':': case '|':
        return f->out->size > f->first && is_underline(f, at) ? at : SIZE_MAX;
    default:
        while (pith_is_digit(byte_at(f, run)) && run - at < MOST_DIGITS)
            run++;
        if (run == at || (byte_at(f, run) != '.' && byte_at(f, run) != ')'))
            return SIZE_MAX;
        return ends_word(byte_at(f, run + 1)) ? run : SIZE_MAX;
    }
}

/* In a heading: the first of the number signs that end it, which would be dropped. */
static size_t find_closing(const pith_line *line)
{
    const pith_buffer *bytes = &line->bytes;
    size_t at = bytes->size;
    while (at > 0 && bytes->data[at - 1] == '#')
        at--;
    return at < bytes->size && (at == 0 || bytes->data[at - 1] == ' ') ? at : SIZE_MAX;
}

/* ---- Finishing ---------------------------------------------------------- */

static void put_marks(finishing *f, size_t at)
{
    const pith_line *line = f->line;
    while (f->mark < line->mark_count && line->marks[f->mark].at <= at) {
        const char *text = mark_text(&line->marks[f->mark++]);
        pith_buffer_add(f->out, (pith_str){text, strlen(text)});
    }
}

static bool is_mark_at(const finishing *f, size_t at)
{
    const pith_line *line = f->line;
    for (uint32_t i = f->mark; i < line->mark_count && line->marks[i].at == at; i++)
        if (!line->marks[i].dropped)
            return true;
    return false;
}

/* Writes the byte at `at`, and gives the place of the next. */
static size_t put_byte(finishing *f, pith_line *line, size_t at, bool escape)
{
    char byte = byte_at(f, at);
    switch (line->bytes.data[at]) {
    case LITERAL:
        at++;
        escape = escape || needs_escape(f, byte, at + 1);
        break;
    case BRACKET:
        line->brackets++;
        break;
    case END_BRACKET:
        line->brackets--;
        break;
    default:
        break;
    }
    if (escape)
        pith_buffer_add_byte(f->out, '\\');
    pith_buffer_add_byte(f->out, byte);
    return at + 1;
}

/* Takes spaces away from the end, and line breaks that nothing follows. */
static void trim_end(pith_line *line)
{
    while (line->bytes.size > 0) {
        if (line->bytes.size > 1 && line->bytes.data[line->bytes.size - 1] == '\n')
            cut(line, line->bytes.size - 2);
        else if (ends_in_space(line))
            cut(line, line->bytes.size - 1);
        else
            break;
    }
}

/* How many bytes from `at` on stand for themselves, up to the next mark or the special byte. */
static size_t plain_run(const finishing *f, size_t at, size_t special)
{
    const pith_line *line = f->line;
    size_t end = f->mark < line->mark_count ? line->marks[f->mark].at : line->bytes.size;
    if (special > at && special < end)
        end = special;
    size_t run = at;
    while (run < end && (unsigned char)line->bytes.data[run] >= 0x20)
        run++;
    return run - at;
}

void pith_line_finish(pith_line *line, pith_buffer *out)
{
    enum { ROUNDS = 8 };
    trim_end(line);
    if (line->failed || line->bytes.size == 0)
        return;
    /* One tag can make another necessary. */
    for (int rounds = 0; choose_tags(line, rounds == ROUNDS); rounds++)
        continue;
    finishing f = {.line = line, .out = out, .first = out->size};
    const pith_buffer *bytes = &line->bytes;
    bool blocks = line->kind == PITH_LINE_PARAGRAPH || line->kind == PITH_LINE_ITEM;
    bool start = blocks;
    size_t special = line->kind == PITH_LINE_HEADING ? find_closing(line) : SIZE_MAX;
    for (size_t at = 0; at < bytes->size;) {
        if (start && !is_mark_at(&f, at))
            special = find_block_start(&f, at);
        put_marks(&f, at);
        start = blocks && bytes->data[at] == '\n';
        size_t run = at == special ? 0 : plain_run(&f, at, special);
        pith_buffer_add(out, (pith_str){bytes->data + at, run});
        at = run > 0 ? at + run : put_byte(&f, line, at, at == special);
    }
    put_marks(&f, bytes->size);
    line->failed = line->failed || out->failed;
}
