/* SPDX-License-Identifier: Apache-2.0 */
/* Teasers as nodes, so that each format shows them as it shows all else. */
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
