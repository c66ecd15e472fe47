/* SPDX-License-Identifier: Apache-2.0 */
/* Teasers and comments as nodes, so that each format shows them as it shows all else. */
#include "document/builder.h"

static pith_node *add(pith_builder *builder, pith_node *parent, pith_node_type type,
                      uint32_t source)
{
    return parent != NULL ? pith_builder_add(builder, parent, type, source) : NULL;
}

static void add_text(pith_builder *builder, pith_node *parent, uint32_t source, pith_str text)
{
    pith_node *node = text.size > 0 ? add(builder, parent, PITH_NODE_TEXT, source) : NULL;
    if (node != NULL)
        node->text = text;
}

static pith_node *add_link(pith_builder *builder, pith_node *parent, uint32_t source, pith_str url)
{
    pith_node *link = add(builder, parent, PITH_NODE_LINK, source);
    pith_target *target = link != NULL ? pith_builder_target(builder) : NULL;
    if (target == NULL)
        return NULL;
    target->url = url;
    link->target = target;
    return link;
}

/* A SECTION with its heading. */
static pith_node *begin_section(pith_builder *builder, pith_label label, uint32_t source,
                                pith_str name)
{
    builder->label = (uint8_t)label;
    pith_node *section = pith_builder_add(builder, NULL, PITH_NODE_SECTION, source);
    pith_node *heading = add(builder, section, PITH_NODE_HEADING, source);
    if (heading != NULL)
        heading->number = 2;
    add_text(builder, heading, source, name);
    return section;
}

/* ---- Teasers ------------------------------------------------------------ */

static void show_teaser(pith_builder *builder, pith_node *list, const pith_teaser *teaser)
{
    pith_node *item = add(builder, list, PITH_NODE_LIST_ITEM, teaser->source);
    pith_node *title = add(builder, item, PITH_NODE_PARAGRAPH, teaser->source);
    if (title != NULL && teaser->url.size > 0)
        title = add_link(builder, title, teaser->source, teaser->url);
    add_text(builder, title, teaser->source, teaser->title);
    if (teaser->excerpt.size == 0)
        return;
    pith_node *excerpt = add(builder, item, PITH_NODE_PARAGRAPH, teaser->source);
    add_text(builder, excerpt, teaser->source, teaser->excerpt);
}

void pith_builder_show_related(pith_builder *builder)
{
    pith_document *document = builder->document;
    if (document->teaser_count == 0)
        return;
    uint32_t source = document->teasers[0].source;
    pith_node *section =
        begin_section(builder, PITH_LABEL_RELATED, source, PITH_STR("Related"));
    pith_node *list = add(builder, section, PITH_NODE_LIST, source);
    for (uint32_t i = 0; i < document->teaser_count && !builder->failed; i++)
        show_teaser(builder, list, &document->teasers[i]);
    document->related = section;
}

/* ---- Comments ----------------------------------------------------------- */

/* "Author, date" before the text. */
static void show_author(pith_builder *builder, pith_node *item, const pith_comment *comment)
{
    uint32_t source = comment->source;
    if (comment->author.size + comment->date.size == 0)
        return;
    pith_node *line = add(builder, item, PITH_NODE_PARAGRAPH, source);
    if (comment->author.size > 0)
        add_text(builder, add(builder, line, PITH_NODE_STRONG, source), source, comment->author);
    if (comment->author.size > 0 && comment->date.size > 0)
        add_text(builder, line, source, PITH_STR(", "));
    add_text(builder, line, source, comment->date);
}

static void show_paragraphs(pith_builder *builder, pith_node *item, const pith_comment *comment)
{
    pith_str rest = comment->text;
    while (rest.size > 0 && !builder->failed) {
        size_t size = 0;
        while (size < rest.size && rest.data[size] != '\n')
            size++;
        if (size > 0)
            add_text(builder, add(builder, item, PITH_NODE_PARAGRAPH, comment->source),
                     comment->source, (pith_str){rest.data, size});
        rest = pith_str_from(rest, size + (size < rest.size));
    }
}

/* The list for a comment: beside the last one, in it, or in one around it. */
static pith_node *list_for(pith_builder *builder, pith_node *list, uint32_t *depth,
                           const pith_comment *comment)
{
    for (; *depth > comment->depth; --*depth)
        list = list->parent->parent;
    if (*depth == comment->depth)
        return list;
    ++*depth;
    return add(builder, list->last_child, PITH_NODE_LIST, comment->source);
}

void pith_builder_show_comments(pith_builder *builder)
{
    pith_document *document = builder->document;
    uint32_t depth = 0;
    if (document->comment_count == 0)
        return;
    uint32_t source = document->comments[0].source;
    pith_node *section =
        begin_section(builder, PITH_LABEL_COMMENT, source, PITH_STR("Comments"));
    pith_node *list = add(builder, section, PITH_NODE_LIST, source);
    for (uint32_t i = 0; i < document->comment_count && !builder->failed; i++) {
        const pith_comment *comment = &document->comments[i];
        list = list_for(builder, list, &depth, comment);
        pith_node *item = add(builder, list, PITH_NODE_LIST_ITEM, comment->source);
        show_author(builder, item, comment);
        show_paragraphs(builder, item, comment);
    }
    document->thread = section;
}
