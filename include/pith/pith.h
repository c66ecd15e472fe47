/* SPDX-License-Identifier: Apache-2.0 */
/*
 * pith: reads a web page and gives back what a person came for.
 *
 * In short:
 *
 *     pith_reader *reader = pith_reader_new(NULL, NULL);
 *     pith_page page = {.size = sizeof page, .bytes = {html, html_size}};
 *     pith_document *document = pith_read(reader, &page, NULL);
 *     ... pith_document_title(document), pith_write(document, ...) ...
 *     pith_document_free(document);
 *     pith_reader_free(reader);
 *
 * Strings are UTF-8, given as pointer and length in bytes; they are not
 * terminated. Strings and nodes that come from a document belong to it and
 * live until pith_document_free().
 *
 * Threads: a reader serves one thread at a time; readers are independent of
 * each other. A finished document never changes and may be read by any number
 * of threads at once. The library has no global state.
 *
 * Errors: malformed HTML is never an error. The functions that can fail take a
 * `pith_error *`, which may be NULL, and fill it in whenever they fail.
 */
#ifndef PITH_PITH_H
#define PITH_PITH_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(_WIN32) || !defined(__GNUC__)
#define PITH_API
#else
#define PITH_API __attribute__((visibility("default")))
#endif

#define PITH_VERSION_MAJOR 0
#define PITH_VERSION_MINOR 1
#define PITH_VERSION_PATCH 0

/* "0.1.0": the version of the library that is linked, a constant string. */
PITH_API const char *pith_version(void);

/* ---- Strings and errors ------------------------------------------------- */

/* UTF-8, `size` bytes, not terminated. {NULL, 0} where there is none. */
typedef struct pith_str {
    const char *data;
    size_t size;
} pith_str;

typedef enum pith_status {
    PITH_OK = 0,
    PITH_ERROR_ARGUMENT, /* a pointer is NULL or a value is out of its range */
    PITH_ERROR_VERSION,  /* a struct has settings that this version lacks */
    PITH_ERROR_MEMORY,   /* the allocator had no memory to give */
    PITH_ERROR_LIMIT,    /* limits.memory would be exceeded */
    PITH_ERROR_SINK,     /* the sink asked to stop */
    PITH_ERROR_CHARSET   /* page.charset names no encoding */
} pith_status;

typedef struct pith_error {
    pith_status status;
    const char *message; /* constant English text, without a full stop */
    size_t offset;       /* byte of the input that it concerns, else 0 */
} pith_error;

/* The constant English text for a status. */
PITH_API const char *pith_status_message(pith_status status);

/* ---- Memory and limits -------------------------------------------------- */

/*
 * All memory of a reader and of its documents comes from here. One function
 * serves all three needs: allocate (pointer NULL, old_size 0), resize, and free
 * (new_size 0, result ignored). It returns NULL when it has no memory, and the
 * old memory then stays valid. Memory is aligned as malloc() aligns it.
 * `context` is passed through. The hook is called from the thread that uses
 * the reader, and from those that write or free a document.
 */
typedef struct pith_allocator {
    void *(*reallocate)(void *context, void *pointer, size_t old_size, size_t new_size);
    void *context;
} pith_allocator;

/*
 * Bounds on what one page can cost. Zero means the default. What lies beyond a
 * limit is left out (a page that is too large is read up to the limit) and the
 * document says so: see pith_document_limits_hit(). Only `memory` is an error.
 * The defaults are far beyond real pages; docs/LIMITS.md gives for each how it
 * deviates from the HTML standard.
 */
typedef struct pith_limits {
    size_t bytes;       /* of the page, after decoding to UTF-8: 256 MiB, at most 2 GiB - 1 */
    size_t memory;      /* bytes that a reader and its document take together: none */
    uint32_t depth;     /* open elements, nested: 512 */
    uint32_t nodes;     /* nodes of the tree: 16,777,216 */
    uint32_t attributes;/* attributes of one element: 512 */
    uint32_t clones;    /* elements that the parser adds by itself when it reopens
                           formatting (<b>, <font> …): 65,536 */
} pith_limits;

typedef enum pith_limit {
    PITH_LIMIT_BYTES = 1 << 0,
    PITH_LIMIT_DEPTH = 1 << 1,
    PITH_LIMIT_NODES = 1 << 2,
    PITH_LIMIT_ATTRIBUTES = 1 << 3,
    PITH_LIMIT_CLONES = 1 << 4
} pith_limit;

/* ---- Reading ------------------------------------------------------------ */

/* Which is worse, where it is not clear whether something is content. */
typedef enum pith_favor {
    PITH_FAVOR_BALANCE = 0,
    PITH_FAVOR_PRECISION, /* to keep what is none: only a part of what balance keeps */
    PITH_FAVOR_RECALL     /* to lose what is some: all that balance keeps, and more */
} pith_favor;

/*
 * Settings of a reader. Set `size` to sizeof(pith_options) and the rest to
 * zero, which means the default everywhere. A struct larger than the one that
 * this version knows is accepted if its unknown bytes are zero.
 */
typedef struct pith_options {
    size_t size;
    pith_allocator allocator; /* zero: malloc() and its kin */
    pith_limits limits;
    pith_favor favor;         /* another value than those of pith_favor is an error */
} pith_options;

/* What the bytes of a page are. */
typedef enum pith_input {
    PITH_INPUT_AUTO = 0, /* by the content type, else by the bytes: docs/TEXT.md has the rule */
    PITH_INPUT_HTML,
    PITH_INPUT_TEXT      /* plain text, as a scraper leaves it */
} pith_input;

/* One document and what its server said of it. Only read during pith_read(). */
typedef struct pith_page {
    size_t size;           /* sizeof(pith_page) */
    pith_str bytes;        /* the body as received, transfer and content coding undone */
    pith_str url;          /* absolute; resolves links. May be empty */
    pith_str content_type; /* the HTTP Content-Type header's value. May be empty */
    pith_str charset;      /* an encoding label that overrides all else. May be empty */
    pith_input input;      /* what the bytes are */
} pith_page;

typedef struct pith_reader pith_reader;
typedef struct pith_document pith_document;

/*
 * Returns a reader, to be freed by pith_reader_free(), or NULL on failure.
 * `options` may be NULL. A reader keeps its working memory from page to page.
 */
PITH_API pith_reader *pith_reader_new(const pith_options *options, pith_error *error);

/* Frees the reader. Its documents stay valid. NULL is allowed. */
PITH_API void pith_reader_free(pith_reader *reader);

/*
 * Reads a page. Returns its document, to be freed by pith_document_free(), or
 * NULL on failure. After a failure the reader can be used again.
 */
PITH_API pith_document *pith_read(pith_reader *reader, const pith_page *page, pith_error *error);

/* NULL is allowed. Any thread may call it, one at a time for each document. */
PITH_API void pith_document_free(pith_document *document);

/* ---- What the page says of itself --------------------------------------- */

/* Each is empty where the page does not say. */
PITH_API pith_str pith_document_url(const pith_document *document);
PITH_API pith_str pith_document_title(const pith_document *document);
PITH_API size_t pith_document_author_count(const pith_document *document);
PITH_API pith_str pith_document_author(const pith_document *document, size_t index);
PITH_API pith_str pith_document_date(const pith_document *document); /* published, ISO 8601 */
PITH_API pith_str pith_document_modified(const pith_document *document); /* last change, ISO 8601 */
PITH_API pith_str pith_document_site(const pith_document *document);
PITH_API pith_str pith_document_description(const pith_document *document);
PITH_API pith_str pith_document_language(const pith_document *document); /* BCP 47, as declared */

/*
 * The language that the content is written in, found by its script and trigrams: a
 * BCP 47 tag of two or three letters, one of 65. Empty where the text is too short or
 * not sure. What a page declares is often its template's; this is of the text itself.
 */
PITH_API pith_str pith_document_language_detected(const pith_document *document);

PITH_API pith_str pith_document_canonical(const pith_document *document);/* absolute URL */
PITH_API pith_str pith_document_image(const pith_document *document);    /* absolute URL */
PITH_API pith_str pith_document_image_alt(const pith_document *document);
PITH_API pith_str pith_document_licence(const pith_document *document);  /* a URL, or its name */
PITH_API size_t pith_document_tag_count(const pith_document *document);
PITH_API pith_str pith_document_tag(const pith_document *document, size_t index);
PITH_API size_t pith_document_category_count(const pith_document *document);
PITH_API pith_str pith_document_category(const pith_document *document, size_t index);

/* Another form of the page, or a feed of the site; what is not said is empty. */
typedef struct pith_alternate {
    pith_str url;      /* absolute */
    pith_str type;     /* MIME type */
    pith_str language; /* BCP 47, or "x-default" */
    pith_str title;
    int is_feed;       /* 1 for RSS, Atom and JSON Feed, else 0 */
} pith_alternate;

/* In the page's order; NULL where `index` is not below the count. */
PITH_API size_t pith_document_alternate_count(const pith_document *document);
PITH_API const pith_alternate *pith_document_alternate(const pith_document *document,
                                                       size_t index);

/* What of a page's metadata has a source. */
typedef enum pith_metadata {
    PITH_METADATA_TITLE = 0,
    PITH_METADATA_AUTHOR,
    PITH_METADATA_DATE,
    PITH_METADATA_MODIFIED,
    PITH_METADATA_SITE,
    PITH_METADATA_DESCRIPTION,
    PITH_METADATA_LANGUAGE,
    PITH_METADATA_CANONICAL,
    PITH_METADATA_IMAGE,
    PITH_METADATA_LICENCE,
    PITH_METADATA_TAG,
    PITH_METADATA_CATEGORY
} pith_metadata;

/* Where the page says it. */
typedef enum pith_source {
    PITH_SOURCE_NONE = 0, /* it does not */
    PITH_SOURCE_JSONLD,
    PITH_SOURCE_OPENGRAPH,
    PITH_SOURCE_MICRODATA,
    PITH_SOURCE_RDFA,
    PITH_SOURCE_DUBLINCORE,
    PITH_SOURCE_META,    /* other <meta>, <title>, the lang attribute */
    PITH_SOURCE_LINK,    /* rel, of <link> or <a> */
    PITH_SOURCE_TIME,    /* <time> */
    PITH_SOURCE_VISIBLE, /* the text that a reader sees */
    PITH_SOURCE_URL
} pith_source;

PITH_API pith_source pith_document_metadata_source(const pith_document *document,
                                                   pith_metadata what);

/* "jsonld", "opengraph", …; "none": a constant string. */
PITH_API const char *pith_source_name(pith_source source);

/* What kind of page it is, by what most of it is for. */
typedef enum pith_page_type {
    PITH_PAGE_UNKNOWN = 0,   /* a page without words, and plain text */
    PITH_PAGE_ARTICLE,       /* one text: news, a post, a recipe (schema.org's Article) */
    PITH_PAGE_FORUM,         /* a discussion or questions and answers (DiscussionForumPosting) */
    PITH_PAGE_PRODUCT,       /* one thing that is for sale (Product) */
    PITH_PAGE_COLLECTION,    /* things for sale, side by side (CollectionPage of Product) */
    PITH_PAGE_LISTING,       /* articles, places or other entries, side by side (ItemList) */
    PITH_PAGE_DOCUMENTATION, /* how something is used (TechArticle, APIReference) */
    PITH_PAGE_SERVICE        /* what somebody offers to do, and who that is (Service) */
} pith_page_type;

/* Learned: right for about four pages of five (docs/MODEL.md). UNKNOWN for NULL. */
PITH_API pith_page_type pith_document_page_type(const pith_document *document);

/* "article", "forum", …; "unknown": a constant string. */
PITH_API const char *pith_page_type_name(pith_page_type type);

/*
 * How good the content is likely to be, 0 to 1: the word F1 (the harmonic mean of
 * precision and recall) to expect of it. docs/MODEL.md says how true that is. 0 for
 * NULL.
 */
PITH_API float pith_document_confidence(const pith_document *document);

/* The name of the encoding that the page was decoded from, e.g. "UTF-8". */
PITH_API pith_str pith_document_charset(const pith_document *document);

/* The limits that the page ran into: an or of pith_limit, 0 for nearly all. */
PITH_API unsigned pith_document_limits_hit(const pith_document *document);

/* ---- The document as a tree --------------------------------------------- */

/* What a block of the page is. */
typedef enum pith_label {
    PITH_LABEL_OTHER = 0,
    PITH_LABEL_TITLE,
    PITH_LABEL_STANDFIRST,
    PITH_LABEL_BYLINE,
    PITH_LABEL_BODY,
    PITH_LABEL_CAPTION,
    PITH_LABEL_COMMENT,
    PITH_LABEL_RELATED,
    PITH_LABEL_NAVIGATION,
    PITH_LABEL_ADVERTISEMENT,
    PITH_LABEL_LEGAL,
    PITH_LABEL_FORM
} pith_label;

/* "title", "standfirst", …: a constant string. */
PITH_API const char *pith_label_name(pith_label label);

typedef enum pith_node_type {
    PITH_NODE_NONE = 0,
    /* blocks */
    PITH_NODE_DOCUMENT,
    PITH_NODE_SECTION, /* furniture: a run of blocks with one label */
    PITH_NODE_HEADING,
    PITH_NODE_PARAGRAPH,
    PITH_NODE_BLOCK_QUOTE,
    PITH_NODE_LIST,
    PITH_NODE_LIST_ITEM,
    PITH_NODE_DESCRIPTION_LIST,
    PITH_NODE_DESCRIPTION_TERM,
    PITH_NODE_DESCRIPTION_DETAILS,
    PITH_NODE_CODE_BLOCK,
    PITH_NODE_TABLE,
    PITH_NODE_TABLE_ROW,
    PITH_NODE_TABLE_CELL,
    PITH_NODE_FIGURE,
    PITH_NODE_CAPTION, /* of the figure or table that is its parent */
    PITH_NODE_THEMATIC_BREAK,
    PITH_NODE_FOOTNOTE, /* what a FOOTNOTE_REFERENCE of the same number refers to */
    /* inline */
    PITH_NODE_TEXT,
    PITH_NODE_LINE_BREAK,
    PITH_NODE_EMPHASIS,
    PITH_NODE_STRONG,
    PITH_NODE_STRIKETHROUGH,
    PITH_NODE_SUPERSCRIPT,
    PITH_NODE_SUBSCRIPT,
    PITH_NODE_CODE,
    PITH_NODE_LINK,
    PITH_NODE_IMAGE,
    PITH_NODE_FORMULA, /* LaTeX */
    PITH_NODE_FOOTNOTE_REFERENCE
} pith_node_type;

typedef enum pith_align {
    PITH_ALIGN_NONE = 0,
    PITH_ALIGN_LEFT,
    PITH_ALIGN_CENTER,
    PITH_ALIGN_RIGHT
} pith_align;

typedef struct pith_node pith_node;

/* The content: a node of type DOCUMENT, whose children are blocks in order. */
PITH_API const pith_node *pith_document_content(const pith_document *document);

/* The rest of the page: a DOCUMENT whose children are labelled SECTIONs. */
PITH_API const pith_node *pith_document_furniture(const pith_document *document);

/*
 * All take a node (or NULL, which gives NULL, zero or an empty string). A value
 * that a node's type does not have is NULL, zero or empty.
 */
PITH_API pith_node_type pith_node_get_type(const pith_node *node);
PITH_API const pith_node *pith_node_parent(const pith_node *node);
PITH_API const pith_node *pith_node_first_child(const pith_node *node);
PITH_API const pith_node *pith_node_next(const pith_node *node);
PITH_API pith_label pith_node_label(const pith_node *node); /* blocks */
PITH_API float pith_node_confidence(const pith_node *node); /* blocks: see below */
PITH_API pith_str pith_node_text(const pith_node *node);    /* TEXT, CODE, CODE_BLOCK; IMAGE: alt;
                                                               FORMULA: without "$" around */
PITH_API pith_str pith_node_url(const pith_node *node);     /* LINK, IMAGE: absolute if it can be */
PITH_API pith_str pith_node_title(const pith_node *node);   /* LINK, IMAGE */
PITH_API pith_str pith_node_language(const pith_node *node);/* CODE_BLOCK: programming language */
PITH_API int pith_node_heading_level(const pith_node *node);/* HEADING: 1 to 6 */
PITH_API int pith_node_is_display(const pith_node *node);   /* FORMULA: 1 if on its own line */
PITH_API int pith_node_is_ordered(const pith_node *node);   /* LIST: 1 if numbered */
PITH_API int64_t pith_node_list_start(const pith_node *node); /* LIST, ordered: first number */
PITH_API int pith_node_is_reversed(const pith_node *node);    /* LIST, ordered: 1 if they go down */
PITH_API int64_t pith_node_item_number(const pith_node *node);/* LIST_ITEM of an ordered list */
PITH_API int64_t pith_node_note_number(const pith_node *node);/* FOOTNOTE and its REFERENCE */
PITH_API int pith_node_is_header(const pith_node *node);    /* TABLE_ROW, TABLE_CELL */
PITH_API unsigned pith_node_column_span(const pith_node *node); /* TABLE_CELL: 1 to 1000 */
PITH_API unsigned pith_node_row_span(const pith_node *node);    /* TABLE_CELL: 1 to 65534 */
PITH_API pith_align pith_node_alignment(const pith_node *node); /* TABLE_CELL */

/*
 * Where the node stands in the page: the byte offset, in the page's text after
 * decoding to UTF-8, of the first markup or character that made it.
 */
PITH_API size_t pith_node_source_offset(const pith_node *node);

/*
 * pith_node_confidence(): how probable it is that the block is content, 0 to 1 in
 * hundredths, as the learned model has it: mostly high in the content and low in the
 * furniture, where rules have not had the last word (docs/LABELS.md). A node that
 * holds several blocks has that of the first, a SECTION of the furniture that of the
 * most probable; 0 where there is none.
 */

/* ---- Related pages and comments ----------------------------------------- */

/*
 * The teasers of other pages in the furniture, in order: each has a title, and
 * an excerpt as far as the page gives it (a truncated one ends as the page ends
 * it). The address is absolute if it can be, and empty where there is no link.
 * Strings are empty for an index beyond the last.
 */
PITH_API size_t pith_document_related_count(const pith_document *document);
PITH_API pith_str pith_document_related_title(const pith_document *document, size_t index);
PITH_API pith_str pith_document_related_excerpt(const pith_document *document, size_t index);
PITH_API pith_str pith_document_related_url(const pith_document *document, size_t index);

/* The same as a SECTION: a heading, and a list of them. NULL without any. */
PITH_API const pith_node *pith_document_related(const pith_document *document);

/*
 * The comments under an article, in order. (Where the discussion is what the
 * page is for, it is content.) The depth is 0 for a comment on the article, 1
 * for an answer to the last comment of depth 0, and so on, up to 64. Author and
 * date (ISO 8601) are empty where the comment does not say; paragraphs of the
 * text are parted by two line ends. All is empty for an index beyond the last.
 */
PITH_API size_t pith_document_comment_count(const pith_document *document);
PITH_API pith_str pith_document_comment_author(const pith_document *document, size_t index);
PITH_API pith_str pith_document_comment_date(const pith_document *document, size_t index);
PITH_API pith_str pith_document_comment_text(const pith_document *document, size_t index);
PITH_API unsigned pith_document_comment_depth(const pith_document *document, size_t index);

/* The same as a SECTION: a heading, and a list with a list of the answers. NULL without any. */
PITH_API const pith_node *pith_document_comments(const pith_document *document);

/* Whether the page takes comments. */
typedef enum pith_reply {
    PITH_REPLY_UNKNOWN = 0,
    PITH_REPLY_FORM,  /* it has a form for them */
    PITH_REPLY_CLOSED /* it says that they are closed */
} pith_reply;

PITH_API pith_reply pith_document_reply(const pith_document *document);

/* ---- Writing ------------------------------------------------------------ */

typedef enum pith_format {
    PITH_FORMAT_TEXT = 0,
    PITH_FORMAT_MARKDOWN, /* CommonMark with GitHub's tables and strikethrough */
    PITH_FORMAT_JSON,     /* one record on one line */
    PITH_FORMAT_HTML,
    PITH_FORMAT_TEI /* XML by the guidelines of the Text Encoding Initiative, P5 */
} pith_format;

/* Parts of the output that can be asked for or left out. */
typedef enum pith_part {
    PITH_PART_LINKS = 1 << 0,    /* link targets; the link's text always stays */
    PITH_PART_IMAGES = 1 << 1,
    PITH_PART_TABLES = 1 << 2,
    PITH_PART_EMPHASIS = 1 << 3, /* emphasis and strong */
    PITH_PART_TITLE = 1 << 4,    /* the title as a heading, where the content lacks it */
    PITH_PART_FURNITURE = 1 << 5,/* the labelled rest of the page, after the content */
    PITH_PART_RELATED = 1 << 6,  /* the teasers of other pages, after the content */
    PITH_PART_COMMENTS = 1 << 7  /* the comments, after the content */
} pith_part;

typedef struct pith_write_options {
    size_t size;        /* sizeof(pith_write_options) */
    pith_format format;
    unsigned with;      /* or of pith_part: added to the format's default parts */
    unsigned without;   /* or of pith_part: then taken away */
} pith_write_options;

/* The parts that a format has by default: an or of pith_part. */
PITH_API unsigned pith_format_parts(pith_format format);

/*
 * Receives output piece by piece, each of whole characters and never empty;
 * `data` is only valid during the call. A result other than 0 stops the writer,
 * which then fails with PITH_ERROR_SINK.
 */
typedef int (*pith_sink)(void *context, const char *data, size_t size);

/*
 * Writes the document through a sink. The output is UTF-8 and ends with one
 * newline unless it is empty. `options` may be NULL (text). Takes no memory
 * beyond a fixed amount on the stack and what the document's allocator gives.
 */
PITH_API pith_status pith_write(const pith_document *document, const pith_write_options *options,
                                pith_sink sink, void *context, pith_error *error);

/*
 * The same, into memory: NULL on failure, else a buffer of `*size` bytes with a
 * terminator beyond it, to be freed by pith_buffer_free().
 */
PITH_API char *pith_write_buffer(const pith_document *document, const pith_write_options *options,
                                 size_t *size, pith_error *error);
PITH_API void pith_buffer_free(const pith_document *document, char *buffer);

/* ---- Character sets ----------------------------------------------------- */

/*
 * The name of the encoding that a label stands for ("latin1" gives
 * "windows-1252"), by the WHATWG Encoding standard; empty for unknown labels.
 */
PITH_API pith_str pith_charset_name(pith_str label);

#ifdef __cplusplus
}
#endif

#endif
