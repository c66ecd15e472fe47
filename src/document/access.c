/* SPDX-License-Identifier: Apache-2.0 */
/* What the public header lets see of a document and its nodes. */
#include "document/document.h"

static const pith_str NONE = {NULL, 0};

/* ---- The document ------------------------------------------------------- */

pith_str pith_document_url(const pith_document *document)
{
    return document != NULL ? document->url : NONE;
}

pith_str pith_document_title(const pith_document *document)
{
    return document != NULL ? document->meta.title : NONE;
}

size_t pith_document_author_count(const pith_document *document)
{
    return document != NULL ? document->meta.author_count : 0;
}

pith_str pith_document_author(const pith_document *document, size_t index)
{
    return index < pith_document_author_count(document) ? document->meta.authors[index] : NONE;
}

pith_str pith_document_date(const pith_document *document)
{
    return document != NULL ? document->meta.date : NONE;
}

pith_str pith_document_site(const pith_document *document)
{
    return document != NULL ? document->meta.site : NONE;
}

pith_str pith_document_description(const pith_document *document)
{
    return document != NULL ? document->meta.description : NONE;
}

pith_str pith_document_language(const pith_document *document)
{
    return document != NULL ? document->meta.language : NONE;
}

pith_str pith_document_language_detected(const pith_document *document)
{
    return document != NULL ? document->language_detected : NONE;
}

pith_str pith_document_modified(const pith_document *document)
{
    return document != NULL ? document->meta.modified : NONE;
}

pith_str pith_document_canonical(const pith_document *document)
{
    return document != NULL ? document->meta.canonical : NONE;
}

pith_str pith_document_image(const pith_document *document)
{
    return document != NULL ? document->meta.image : NONE;
}

pith_str pith_document_image_alt(const pith_document *document)
{
    return document != NULL ? document->meta.image_alt : NONE;
}

pith_str pith_document_licence(const pith_document *document)
{
    return document != NULL ? document->meta.licence : NONE;
}

size_t pith_document_tag_count(const pith_document *document)
{
    return document != NULL ? document->meta.tag_count : 0;
}

pith_str pith_document_tag(const pith_document *document, size_t index)
{
    return index < pith_document_tag_count(document) ? document->meta.tags[index] : NONE;
}

size_t pith_document_category_count(const pith_document *document)
{
    return document != NULL ? document->meta.category_count : 0;
}

pith_str pith_document_category(const pith_document *document, size_t index)
{
    return index < pith_document_category_count(document) ? document->meta.categories[index] : NONE;
}

size_t pith_document_alternate_count(const pith_document *document)
{
    return document != NULL ? document->meta.alternate_count : 0;
}

const pith_alternate *pith_document_alternate(const pith_document *document, size_t index)
{
    return index < pith_document_alternate_count(document) ? &document->meta.alternates[index]
                                                           : NULL;
}

pith_source pith_document_metadata_source(const pith_document *document, pith_metadata what)
{
    if (document == NULL || (unsigned)what >= sizeof document->meta.sources)
        return PITH_SOURCE_NONE;
    return (pith_source)document->meta.sources[what];
}

pith_page_type pith_document_page_type(const pith_document *document)
{
    return document != NULL ? document->page_type : PITH_PAGE_UNKNOWN;
}

const char *pith_page_type_name(pith_page_type type)
{
    switch (type) {
    case PITH_PAGE_ARTICLE: return "article";
    case PITH_PAGE_FORUM: return "forum";
    case PITH_PAGE_PRODUCT: return "product";
    case PITH_PAGE_COLLECTION: return "collection";
    case PITH_PAGE_LISTING: return "listing";
    case PITH_PAGE_DOCUMENTATION: return "documentation";
    case PITH_PAGE_SERVICE: return "service";
    case PITH_PAGE_UNKNOWN: break;
    }
    return "unknown";
}

float pith_document_confidence(const pith_document *document)
{
    return document != NULL ? document->confidence : 0;
}

const char *pith_source_name(pith_source source)
{
    switch (source) {
    case PITH_SOURCE_JSONLD: return "jsonld";
    case PITH_SOURCE_OPENGRAPH: return "opengraph";
    case PITH_SOURCE_MICRODATA: return "microdata";
    case PITH_SOURCE_RDFA: return "rdfa";
    case PITH_SOURCE_DUBLINCORE: return "dublincore";
    case PITH_SOURCE_META: return "meta";
    case PITH_SOURCE_LINK: return "link";
    case PITH_SOURCE_TIME: return "time";
    case PITH_SOURCE_VISIBLE: return "visible";
    case PITH_SOURCE_URL: return "url";
    case PITH_SOURCE_NONE: break;
    }
    return "none";
}

pith_str pith_document_charset(const pith_document *document)
{
    return document != NULL ? document->charset : NONE;
}

unsigned pith_document_limits_hit(const pith_document *document)
{
    return document != NULL ? document->limits_hit : 0;
}

const pith_node *pith_document_content(const pith_document *document)
{
    return document != NULL ? document->content : NULL;
}

const pith_node *pith_document_furniture(const pith_document *document)
{
    return document != NULL ? document->furniture : NULL;
}

/* ---- Related pages ------------------------------------------------------ */

static const pith_teaser *teaser_at(const pith_document *document, size_t index)
{
    return document != NULL && index < document->teaser_count ? &document->teasers[index] : NULL;
}

size_t pith_document_related_count(const pith_document *document)
{
    return document != NULL ? document->teaser_count : 0;
}

pith_str pith_document_related_title(const pith_document *document, size_t index)
{
    const pith_teaser *teaser = teaser_at(document, index);
    return teaser != NULL ? teaser->title : NONE;
}

pith_str pith_document_related_excerpt(const pith_document *document, size_t index)
{
    const pith_teaser *teaser = teaser_at(document, index);
    return teaser != NULL ? teaser->excerpt : NONE;
}

pith_str pith_document_related_url(const pith_document *document, size_t index)
{
    const pith_teaser *teaser = teaser_at(document, index);
    return teaser != NULL ? teaser->url : NONE;
}

const pith_node *pith_document_related(const pith_document *document)
{
    return document != NULL ? document->related : NULL;
}

/* ---- Comments ----------------------------------------------------------- */

static const pith_comment *comment_at(const pith_document *document, size_t index)
{
    return document != NULL && index < document->comment_count ? &document->comments[index] : NULL;
}

size_t pith_document_comment_count(const pith_document *document)
{
    return document != NULL ? document->comment_count : 0;
}

pith_str pith_document_comment_author(const pith_document *document, size_t index)
{
    const pith_comment *comment = comment_at(document, index);
    return comment != NULL ? comment->author : NONE;
}

pith_str pith_document_comment_date(const pith_document *document, size_t index)
{
    const pith_comment *comment = comment_at(document, index);
    return comment != NULL ? comment->date : NONE;
}

pith_str pith_document_comment_text(const pith_document *document, size_t index)
{
    const pith_comment *comment = comment_at(document, index);
    return comment != NULL ? comment->text : NONE;
}

unsigned pith_document_comment_depth(const pith_document *document, size_t index)
{
    const pith_comment *comment = comment_at(document, index);
    return comment != NULL ? comment->depth : 0;
}

const pith_node *pith_document_comments(const pith_document *document)
{
    return document != NULL ? document->thread : NULL;
}

pith_reply pith_document_reply(const pith_document *document)
{
    return document != NULL ? document->reply : PITH_REPLY_UNKNOWN;
}

/* ---- Labels ------------------------------------------------------------- */

const char *pith_label_name(pith_label label)
{
    switch (label) {
    case PITH_LABEL_TITLE: return "title";
    case PITH_LABEL_STANDFIRST: return "standfirst";
    case PITH_LABEL_BYLINE: return "byline";
    case PITH_LABEL_BODY: return "body";
    case PITH_LABEL_CAPTION: return "caption";
    case PITH_LABEL_COMMENT: return "comment";
    case PITH_LABEL_RELATED: return "related";
    case PITH_LABEL_NAVIGATION: return "navigation";
    case PITH_LABEL_ADVERTISEMENT: return "advertisement";
    case PITH_LABEL_LEGAL: return "legal";
    case PITH_LABEL_FORM: return "form";
    case PITH_LABEL_OTHER: break;
    }
    return "other";
}

/* ---- Nodes -------------------------------------------------------------- */

static bool is(const pith_node *node, pith_node_type type)
{
    return node != NULL && node->type == type;
}

static bool is_target(const pith_node *node)
{
    return (is(node, PITH_NODE_LINK) || is(node, PITH_NODE_IMAGE)) && node->target != NULL;
}

pith_node_type pith_node_get_type(const pith_node *node)
{
    return node != NULL ? (pith_node_type)node->type : PITH_NODE_NONE;
}

const pith_node *pith_node_parent(const pith_node *node)
{
    return node != NULL ? node->parent : NULL;
}

const pith_node *pith_node_first_child(const pith_node *node)
{
    return node != NULL && !pith_has_text(node->type) ? node->first_child : NULL;
}

const pith_node *pith_node_next(const pith_node *node)
{
    return node != NULL ? node->next : NULL;
}

pith_label pith_node_label(const pith_node *node)
{
    return node != NULL ? (pith_label)node->label : PITH_LABEL_OTHER;
}

float pith_node_confidence(const pith_node *node)
{
    return node != NULL ? (float)node->confidence / 100 : 0;
}

pith_str pith_node_text(const pith_node *node)
{
    return node != NULL && pith_has_text(node->type) ? node->text : NONE;
}

pith_str pith_node_url(const pith_node *node)
{
    return is_target(node) ? node->target->url : NONE;
}

pith_str pith_node_title(const pith_node *node)
{
    return is_target(node) ? node->target->title : NONE;
}

pith_str pith_node_language(const pith_node *node)
{
    return is(node, PITH_NODE_CODE_BLOCK) && node->target != NULL ? node->target->title : NONE;
}

int pith_node_heading_level(const pith_node *node)
{
    return is(node, PITH_NODE_HEADING) ? (int)node->number : 0;
}

int pith_node_is_display(const pith_node *node)
{
    return is(node, PITH_NODE_FORMULA) && node->display;
}

int pith_node_is_ordered(const pith_node *node)
{
    return is(node, PITH_NODE_LIST) && node->ordered;
}

int64_t pith_node_list_start(const pith_node *node)
{
    return pith_node_is_ordered(node) ? node->number : 0;
}

int pith_node_is_reversed(const pith_node *node)
{
    return pith_node_is_ordered(node) && node->reversed;
}

int64_t pith_node_item_number(const pith_node *node)
{
    return is(node, PITH_NODE_LIST_ITEM) && pith_node_is_ordered(node->parent) ? node->number : 0;
}

int64_t pith_node_note_number(const pith_node *node)
{
    return is(node, PITH_NODE_FOOTNOTE) || is(node, PITH_NODE_FOOTNOTE_REFERENCE) ? node->number
                                                                                  : 0;
}

int pith_node_is_header(const pith_node *node)
{
    return (is(node, PITH_NODE_TABLE_ROW) || is(node, PITH_NODE_TABLE_CELL)) && node->header;
}

unsigned pith_node_column_span(const pith_node *node)
{
    return is(node, PITH_NODE_TABLE_CELL) ? node->column_span : 0;
}

unsigned pith_node_row_span(const pith_node *node)
{
    return is(node, PITH_NODE_TABLE_CELL) ? node->row_span : 0;
}

pith_align pith_node_alignment(const pith_node *node)
{
    return is(node, PITH_NODE_TABLE_CELL) ? (pith_align)node->align : PITH_ALIGN_NONE;
}

size_t pith_node_source_offset(const pith_node *node)
{
    return node != NULL ? node->source : 0;
}
