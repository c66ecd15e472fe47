/* SPDX-License-Identifier: Apache-2.0 */
/* Whether a page takes comments: by its forms, and by what it says. */
#include "document/comment.h"
#include "document/leaves.h"

static const char names[] =
    "comment comments commentform commentaire commentaires comentario comentarios kommentar "
    "kommentare commenti reactie reacties komentarz yorum respond reply replyform response";

static const char invitations[] =
    "leave a reply|leave a comment|leave your comment|leave your reply|post a comment|"
    "add a comment|add your comment|write a comment|submit a comment|"
    "email address will not be published|schreibe einen kommentar|kommentar schreiben|"
    "kommentar verfassen|laisser un commentaire|deja un comentario|deja una respuesta|"
    "deixe um comentário|deixe uma resposta|lascia un commento|geef een reactie|"
    "dodaj komentarz|zostaw komentarz|добавить комментарий|оставить комментарий|"
    "コメントを残す|コメントを書く|发表评论|發表評論|bir yorum yaz|";

static const char closures[] =
    "comments are closed|comments are now closed|comments closed|comments have been closed|"
    "comments are disabled|comments are off|commenting is closed|commenting has been closed|"
    "commenting is disabled|kommentare sind geschlossen|kommentarfunktion ist geschlossen|"
    "kommentarfunktion geschlossen|commentaires sont fermés|commentaires fermés|"
    "comentarios están cerrados|comentarios cerrados|comentários estão fechados|"
    "comentários encerrados|commenti sono chiusi|reacties zijn gesloten|komentarze są wyłączone|"
    "комментарии закрыты|コメントは受け付けていません|评论已关闭|yorumlar kapalı|"
    "yorumlar kapatılmıştır|";

static bool is_named(const pith_html_tree *tree, uint32_t html)
{
    static const uint32_t attributes[] = {PITH_ATTRIBUTE_ID, PITH_ATTRIBUTE_CLASS,
                                          PITH_ATTRIBUTE_NAME, PITH_ATTRIBUTE_ACTION};
    for (size_t i = 0; i < sizeof attributes / sizeof *attributes; i++)
        if (pith_attribute_has(tree, html, attributes[i], names))
            return true;
    return false;
}

/*
 * A form that is named after comments and has a <textarea>, or a <textarea> that
 * is, in a form or not.
 */
static bool has_form(const pith_html_tree *tree)
{
    enum { FAR = 6 };
    for (uint32_t i = 1; i < tree->node_count; i++) {
        if (!pith_html_is(tree, i, PITH_TAG_TEXTAREA))
            continue;
        uint32_t node = i;
        for (int level = 0; level < FAR && node != 0; level++, node = tree->nodes[node].parent)
            if (is_named(tree, node))
                return true;
    }
    return false;
}

/* A short text of the furniture that is no link, in builder->text. */
static pith_str read_notice(pith_builder *builder, uint32_t i)
{
    enum { LONGEST = 20, MOST = 400 }; /* words, bytes */
    const pith_block *block = &builder->blocks->blocks[i];
    pith_label label = builder->labels[i].label;
    pith_buffer_reset(&builder->text);
    if ((label != PITH_LABEL_COMMENT && label != PITH_LABEL_FORM) || block->word_count > LONGEST ||
        block->text_size > MOST || block->link_size * UINT64_C(2) > block->text_size)
        return (pith_str){NULL, 0};
    pith_leaves leaves;
    pith_leaves_begin(&leaves, builder->tree, block->first, block->last);
    while (!builder->failed && pith_leaves_next(&leaves))
        pith_builder_add_leaf(builder, &leaves, 0);
    return (pith_str){builder->text.data, builder->text.size};
}

pith_reply pith_builder_find_reply(pith_builder *builder)
{
    bool invited = false;
    for (uint32_t i = 0; i < builder->blocks->count && !builder->failed; i++) {
        pith_str notice = read_notice(builder, i);
        if (notice.size > 0 && pith_text_has(notice, closures))
            return PITH_REPLY_CLOSED;
        invited = invited || (notice.size > 0 && pith_text_has(notice, invitations));
    }
    return invited || has_form(builder->tree) ? PITH_REPLY_FORM : PITH_REPLY_UNKNOWN;
}
