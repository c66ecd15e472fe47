/* SPDX-License-Identifier: Apache-2.0 */
/* JSON (RFC 8259): one record on one line. What the page does not say is null. */
#include "write/writer.h"

static void put(pith_writer *writer, const char *text)
{
    pith_put(writer, (pith_str){text, strlen(text)});
}

/* ---- Strings ------------------------------------------------------------ */

/* A control, a quote, a backslash, or perhaps U+2028 or U+2029 (E2 80 A8, E2 80 A9). */
static bool is_special(char byte)
{
    return (unsigned char)byte < 0x20 || byte == '"' || byte == '\\' || byte == 0x7F ||
           byte == '\xE2';
}

/*
 * Writes the escape for what `text` begins with, and gives the bytes of text it
 * stands for, or 0 if there is no need. U+2028 and U+2029 are line ends in
 * JavaScript, and so in what reads records line by line.
 */
static size_t put_escape(pith_writer *writer, pith_str text)
{
    static const char shorts[] = "\"\"\\\\n\nt\tr\r", hex[] = "0123456789abcdef";
    unsigned char byte = (unsigned char)text.data[0];
    if (byte == 0xE2) {
        bool line = text.size > 2 && text.data[1] == '\x80' &&
                    (text.data[2] == '\xA8' || text.data[2] == '\xA9');
        if (line)
            put(writer, text.data[2] == '\xA8' ? "\\u2028" : "\\u2029");
        return line ? 3 : 0;
    }
    for (size_t i = 0; i + 1 < sizeof shorts; i += 2)
        if (shorts[i + 1] == text.data[0]) {
            pith_put(writer, (pith_str){(const char[]){'\\', shorts[i]}, 2});
            return 1;
        }
    put(writer, "\\u00");
    pith_put(writer, (pith_str){(const char[]){hex[byte >> 4], hex[byte & 15]}, 2});
    return 1;
}

static void put_escaped(pith_writer *writer, pith_str text)
{
    size_t start = 0, at = 0;
    if (text.size == 0)
        return;
    while (at < text.size) {
        if (!is_special(text.data[at])) {
            at++;
            continue;
        }
        pith_put(writer, (pith_str){text.data + start, at - start});
        size_t size = put_escape(writer, (pith_str){text.data + at, text.size - at});
        start = at + size;
        at += size > 0 ? size : 1;
    }
    pith_put(writer, pith_str_from(text, start));
}

static void put_string(pith_writer *writer, pith_str text)
{
    put(writer, "\"");
    put_escaped(writer, text);
    put(writer, "\"");
}

static void put_field(pith_writer *writer, const char *name, pith_str value)
{
    put(writer, ",\"");
    put(writer, name);
    put(writer, "\":");
    if (value.size > 0)
        put_string(writer, value);
    else
        put(writer, "null");
}

/* ---- Text inside a string ----------------------------------------------- */

/* A sink that escapes what it gets; the newline at the end is held back. */
typedef struct escaping {
    pith_writer *writer;
    bool newline;
} escaping;

static int escape_piece(void *context, const char *data, size_t size)
{
    escaping *to = context;
    if (to->newline)
        put(to->writer, "\\n");
    to->newline = data[size - 1] == '\n';
    put_escaped(to->writer, (pith_str){data, size - to->newline});
    return to->writer->status != PITH_OK;
}

typedef struct source {
    const pith_document *document;
    const pith_node *node;
} source;

static void put_text(pith_writer *writer, source from)
{
    escaping to = {.writer = writer};
    pith_writer inner;
    pith_writer_init(&inner, escape_piece, &to, writer->memory, writer->parts);
    inner.parts &= ~(unsigned)(PITH_PART_FURNITURE | PITH_PART_RELATED | PITH_PART_COMMENTS);
    put(writer, "\"");
    if (from.document != NULL)
        pith_write_text(&inner, from.document);
    else
        pith_write_text_node(&inner, from.node);
    pith_status status = pith_writer_finish(&inner);
    if (writer->status == PITH_OK)
        writer->status = status;
    put(writer, "\"");
}

/* ---- Records ------------------------------------------------------------ */

static void put_list(pith_writer *writer, const char *name, const pith_document *document,
                     size_t count, pith_str (*item)(const pith_document *, size_t))
{
    put(writer, ",\"");
    put(writer, name);
    put(writer, "\":[");
    for (size_t i = 0; i < count; i++) {
        put(writer, i > 0 ? "," : "");
        put_string(writer, item(document, i));
    }
    put(writer, "]");
}

static void put_image(pith_writer *writer, const pith_document *document)
{
    put(writer, ",\"image\":");
    if (pith_document_image(document).size == 0) {
        put(writer, "null");
        return;
    }
    put(writer, "{\"url\":");
    put_string(writer, pith_document_image(document));
    put_field(writer, "alt", pith_document_image_alt(document));
    put(writer, "}");
}

static void put_alternates(pith_writer *writer, const char *name, bool feeds,
                           const pith_document *document)
{
    bool first = true;
    put(writer, ",\"");
    put(writer, name);
    put(writer, "\":[");
    for (size_t i = 0; i < pith_document_alternate_count(document); i++) {
        const pith_alternate *alternate = pith_document_alternate(document, i);
        if ((alternate->is_feed == 1) != feeds)
            continue;
        put(writer, first ? "{\"url\":" : ",{\"url\":");
        first = false;
        put_string(writer, alternate->url);
        put_field(writer, "type", alternate->type);
        put_field(writer, "language", alternate->language);
        put_field(writer, "title", alternate->title);
        put(writer, "}");
    }
    put(writer, "]");
}

/* Only of what the page says: {"title":"opengraph"}. */
static void put_sources(pith_writer *writer, const pith_document *document)
{
    static const char *const names[] = {"title", "author",      "date",     "modified",
                                        "site",  "description", "language", "canonical",
                                        "image", "licence",     "tags",     "categories"};
    bool first = true;
    put(writer, ",\"sources\":{");
    for (unsigned i = 0; i < sizeof names / sizeof *names; i++) {
        pith_source source_of = pith_document_metadata_source(document, (pith_metadata)i);
        if (source_of == PITH_SOURCE_NONE)
            continue;
        put(writer, first ? "\"" : ",\"");
        first = false;
        put(writer, names[i]);
        put(writer, "\":\"");
        put(writer, pith_source_name(source_of));
        put(writer, "\"");
    }
    put(writer, "}");
}

static void put_limits(pith_writer *writer, unsigned limits)
{
    static const char *const names[] = {"bytes", "depth", "nodes", "attributes", "clones"};
    bool first = true;
    put(writer, ",\"limits_hit\":[");
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if ((limits & 1u << i) == 0)
            continue;
        put(writer, first ? "\"" : ",\"");
        put(writer, names[i]);
        put(writer, "\"");
        first = false;
    }
    put(writer, "]");
}

/* From 0 to 1, with two digits after the point in any locale. */
static void put_confidence(pith_writer *writer, float confidence)
{
    unsigned hundredths = (unsigned)(confidence * 100 + 0.5f);
    char digits[] = {(char)('0' + hundredths / 100), '.', (char)('0' + hundredths / 10 % 10),
                     (char)('0' + hundredths % 10)};
    put(writer, ",\"confidence\":");
    pith_put(writer, (pith_str){digits, sizeof digits});
}

static void put_related(pith_writer *writer, const pith_document *document)
{
    put(writer, ",\"related\":[");
    for (size_t i = 0; i < pith_document_related_count(document); i++) {
        put(writer, i > 0 ? ",{\"title\":" : "{\"title\":");
        put_string(writer, pith_document_related_title(document, i));
        put_field(writer, "excerpt", pith_document_related_excerpt(document, i));
        put_field(writer, "url", pith_document_related_url(document, i));
        put(writer, "}");
    }
    put(writer, "]");
}

static void put_depth(pith_writer *writer, unsigned depth)
{
    char digits[16];
    size_t at = sizeof digits;
    do
        digits[--at] = (char)('0' + depth % 10);
    while ((depth /= 10) > 0);
    pith_put(writer, (pith_str){digits + at, sizeof digits - at});
}

static void put_comments(pith_writer *writer, const pith_document *document)
{
    static const char *const replies[] = {"null", "\"form\"", "\"closed\""};
    put(writer, ",\"comments\":[");
    for (size_t i = 0; i < pith_document_comment_count(document); i++) {
        put(writer, i > 0 ? ",{\"depth\":" : "{\"depth\":");
        put_depth(writer, pith_document_comment_depth(document, i));
        put_field(writer, "author", pith_document_comment_author(document, i));
        put_field(writer, "date", pith_document_comment_date(document, i));
        put_field(writer, "text", pith_document_comment_text(document, i));
        put(writer, "}");
    }
    put(writer, "],\"reply\":");
    put(writer, replies[pith_document_reply(document)]);
}

static void put_furniture(pith_writer *writer, const pith_document *document)
{
    const pith_node *section = pith_node_first_child(pith_document_furniture(document));
    put(writer, ",\"furniture\":[");
    for (bool first = true; section != NULL; section = pith_node_next(section)) {
        if (pith_is_left_out(writer, section))
            continue;
        put(writer, first ? "{\"label\":\"" : ",{\"label\":\"");
        first = false;
        put(writer, pith_label_name(pith_node_label(section)));
        put(writer, "\"");
        put_confidence(writer, pith_node_confidence(section));
        put(writer, ",\"text\":");
        put_text(writer, (source){.node = section});
        put(writer, "}");
    }
    put(writer, "]");
}

void pith_write_json(pith_writer *writer, const pith_document *document)
{
    put(writer, "{\"url\":");
    if (pith_document_url(document).size > 0)
        put_string(writer, pith_document_url(document));
    else
        put(writer, "null");
    put_field(writer, "title", pith_document_title(document));
    put_list(writer, "author", document, pith_document_author_count(document),
             pith_document_author);
    put_field(writer, "date", pith_document_date(document));
    put_field(writer, "modified", pith_document_modified(document));
    put_field(writer, "site", pith_document_site(document));
    put_field(writer, "description", pith_document_description(document));
    put_field(writer, "language", pith_document_language(document));
    put_field(writer, "language_detected", pith_document_language_detected(document));
    put_field(writer, "canonical", pith_document_canonical(document));
    put_image(writer, document);
    put_field(writer, "licence", pith_document_licence(document));
    put_list(writer, "tags", document, pith_document_tag_count(document), pith_document_tag);
    put_list(writer, "categories", document, pith_document_category_count(document),
             pith_document_category);
    put_alternates(writer, "feeds", true, document);
    put_alternates(writer, "alternates", false, document);
    put_sources(writer, document);
    put_field(writer, "charset", pith_document_charset(document));
    put_limits(writer, pith_document_limits_hit(document));
    pith_page_type type = pith_document_page_type(document);
    const char *type_name = type != PITH_PAGE_UNKNOWN ? pith_page_type_name(type) : "";
    put_field(writer, "page_type", (pith_str){type_name, strlen(type_name)});
    put_confidence(writer, pith_document_confidence(document));
    put(writer, ",\"text\":");
    put_text(writer, (source){.document = document});
    if (pith_writes(writer, PITH_PART_RELATED))
        put_related(writer, document);
    if (pith_writes(writer, PITH_PART_COMMENTS))
        put_comments(writer, document);
    if (pith_writes(writer, PITH_PART_FURNITURE))
        put_furniture(writer, document);
    put(writer, "}\n");
}
