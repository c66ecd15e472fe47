/* SPDX-License-Identifier: Apache-2.0 */
#include "label/lexicon.h"

#include "base/utf8.h"

/* Pages call their parts by English names wherever they are from; the rest is here too. */
static const struct {
    pith_topic topic;
    const char *words;
} vocabulary[] = {
    {PITH_TOPIC_NAVIGATION,
     "nav navbar navbars navi navigation navigations menu menus menue submenu submenus megamenu "
     "menubar navgroup subnav topnav sidenav topbar breadcrumb breadcrumbs pagination pager "
     "paginator hamburger burger offcanvas skip sitemap dropdown toc tabs tablist ticker"},
    {PITH_TOPIC_FOOTER,
     "footer foot colophon copyright footers fuss fusszeile pied rodape stopka paticka pie "
     "footnav"},
    {PITH_TOPIC_HEADER, "header masthead branding logo subheader topbar toolbar slogan tagline"},
    {PITH_TOPIC_SOCIAL,
     "social socials share sharing shares sharer sharebar follow facebook twitter instagram "
     "pinterest linkedin whatsapp addtoany addthis sharedaddy teilen partage partager compartir "
     "condividi compartilhar delen paylas udostepnij"},
    {PITH_TOPIC_LEGAL,
     "cookie cookies consent gdpr privacy legal disclaimer terms ccpa imprint impressum "
     "datenschutz onetrust cookiebot"},
    {PITH_TOPIC_FORM,
     "form forms searchform newsletter subscribe subscription signup signin login logged register "
     "captcha submit checkbox input fields fieldset cart basket checkout account auth search "
     "searchbar searchbox optin mailchimp formulaire formular quantity wishlist suche buscar "
     "recherche"},
    {PITH_TOPIC_RELATED,
     "related recommended recommendations recommendation trending popular recent latest "
     "suggestions similar upsell upsells crosssell also readmore relateds verwandt connexe "
     "connexes relacionado relacionados relacionadas correlati correlate gerelateerd powiazane "
     "souvisejici ilgili outbrain taboola teaser teasers promoted mostread next prev previous"},
    {PITH_TOPIC_COMMENT,
     "comment comments respond commentform commentlist disqus reply replies kommentar kommentare "
     "commentaire commentaires comentario comentarios commenti reacties komentarze kommentarer "
     "yorum yorumlar feedback"},
    {PITH_TOPIC_ADVERTISEMENT,
     "ad ads adv advert adverts advertisement advertising adsense adslot adbox sponsor sponsored "
     "sponsors promo promos promotion banner banners werbung anzeige publicite pub publicidad "
     "publicidade reklama reklam pubblicita dfp gpt"},
    {PITH_TOPIC_META,
     "byline author authors date published meta metadata bio avatar timestamp dateline posted "
     "updated taxonomy tag tags category categories pubdate autor auteur autore datum fecha"},
    {PITH_TOPIC_SIDE,
     "sidebar sidebars sidebox aside widget widgets complementary secondary rail extras tertiary "
     "seitenleiste lateral"},
    {PITH_TOPIC_DIALOG,
     "modal modals popup popups dialog popover overlay lightbox tooltip toast alert notification "
     "notifications announcement flyout loader loading spinner"},
    {PITH_TOPIC_CONTROL,
     "btn btns button buttons cta ctas actions action toggle toggler trigger close selector "
     "switcher picker filters filter sort icon icons badge count rating ratings stars print"},
    {PITH_TOPIC_CONTENT,
     "article content main post entry story body prose wysiwyg text richtext rich description "
     "paragraph copy artikel texte contenu contenido inhalt articulo artigo page blog answer "
     "answers faq faqs quote message postbody messages question"},
    {PITH_TOPIC_BYLINE, "byline author authors autor auteur autore dateline"},
    {PITH_TOPIC_PAID,
     "advert adverts advertisement advertising adsense adslot adbox sponsored werbung anzeige "
     "publicite publicidad publicidade reklama reklam pubblicita"},
    {PITH_TOPIC_STANDFIRST,
     "standfirst dek lede lead subtitle subheadline chapo entradilla vorspann sommario"},
};

/* Phrases that begin a heading, in lower case, each ended by a bar. */
static const struct {
    pith_cue cue;
    const char *phrases;
} headings[] = {
    {PITH_CUE_RELATED,
     "related|more posts|more articles|you may also|you might|also like|also read|read more|"
     "read next|up next|more from|"
     "more in |more on |more stories|more news|recommended|recommendations|recent posts|"
     "recent articles|recent news|latest|popular|trending|most read|most popular|similar|"
     "what to read|keep reading|next post|previous post|next article|post navigation|"
     "customers also|people also|explore more|discover more|recently viewed|frequently bought|"
     "ähnliche|verwandte|das könnte|mehr zum|mehr aus|weitere |auch interessant|meistgelesen|"
     "neueste|beliebt|lesen sie auch|zum thema|"
     "à lire|lire aussi|sur le même|articles similaires|articles liés|derniers|plus lus|"
     "voir aussi|relacionad|te puede|también te|lea también|más leíd|noticias relacion|"
     "artículos relacion|últimas|leia também|veja também|mais lid|artigos relac|"
     "correlati|leggi anche|articoli|ultimi|potrebbe|lees ook|gerelateerd|meer over|"
     "zobacz|czytaj|podobne|polecane|najnowsze|читайте|похожие|популярн|последние|новости по|"
     "смотрите также|související|kapcsolódó|ilgili|benzer|relaterad|läs också|lue myös|les også|"
     "læs også|σχετικ|διαβάστε|関連|おすすめ|人気|最新|相关|推荐|热门|相關|推薦|관련|추천|اقرأ|"
     "ذات صلة|"},
    {PITH_CUE_COMMENT,
     "leave a|leave your|post a comment|add a comment|write a comment|comment|responses|reply|"
     "join the discussion|join the conversation|kommentar|kommentieren|schreibe einen|"
     "commentaires|laisser un|comentarios|deja un|comentários|deixe|commenti|lascia un|reacties|"
     "reageer|komentarz|dodaj komentarz|комментари|оставить|komentáře|diskuze|hozzászól|yorum|"
     "kommentarer|σχόλια|コメント|评论|評論|留言|댓글|تعليق|תגובות|"},
    {PITH_CUE_FORM,
     "subscribe|sign up|newsletter|get the newsletter|sign in|log in|contact us|get in touch|"
     "abonnez|suscríbete|"},
    {PITH_CUE_SOCIAL,
     "share|follow us|follow me|connect with|teilen|folgen|partager|suivez|compartir|comparte|"
     "síguenos|compartilhe|condividi|deel |udostępnij|поделиться|paylaş|シェア|分享|שיתוף|"},
    {PITH_CUE_OTHER,
     "tags|tagged|categories|filed under|about the author|advertisement|sponsored|cookies|"
     "privacy|copyright|table of contents|in this article|on this page|quick links|schlagworte|"
     "etiquetas|"},
};

/* The word, of ASCII letters, as two numbers; false if it is too long to be known. */
static bool pack(pith_str word, uint64_t *low, uint64_t *high)
{
    *low = 0;
    *high = 0;
    if (word.size > 16)
        return false;
    for (size_t i = 0; i < word.size; i++) {
        *high = *high << 8 | *low >> 56;
        *low = *low << 8 | (unsigned char)(word.data[i] | 0x20);
    }
    return true;
}

static uint32_t first_slot(uint64_t low, uint64_t high)
{
    uint64_t hash = low * UINT64_C(0x9e3779b97f4a7c15) ^ high * UINT64_C(0xc2b2ae3d27d4eb4f);
    return (uint32_t)(hash >> 53); /* 11 bits: PITH_LEXICON_SLOTS */
}

/* The slot that has the word, or the free one where it belongs. */
static uint32_t find(const pith_lexicon *lexicon, uint64_t low, uint64_t high)
{
    uint32_t slot = first_slot(low, high);
    for (;;) {
        uint32_t number = lexicon->slots[slot];
        if (number == 0 || (lexicon->words[number - 1].low == low &&
                            lexicon->words[number - 1].high == high))
            return slot;
        slot = (slot + 1) % PITH_LEXICON_SLOTS;
    }
}

static void add(pith_lexicon *lexicon, pith_str word, uint32_t topic)
{
    uint64_t low;
    uint64_t high;
    if (!pack(word, &low, &high) || lexicon->count == PITH_LEXICON_WORDS)
        return;
    uint32_t slot = find(lexicon, low, high);
    if (lexicon->slots[slot] == 0) {
        lexicon->words[lexicon->count].low = low;
        lexicon->words[lexicon->count].high = high;
        lexicon->words[lexicon->count].topics = 0;
        lexicon->slots[slot] = (uint16_t)++lexicon->count;
    }
    lexicon->words[lexicon->slots[slot] - 1].topics |= topic;
}

static void add_phrase(pith_lexicon *lexicon, pith_str phrase, pith_cue cue)
{
    if (lexicon->phrase_count == PITH_LEXICON_PHRASES)
        return;
    unsigned char first = (unsigned char)phrase.data[0];
    lexicon->phrases[lexicon->phrase_count].text = phrase;
    lexicon->phrases[lexicon->phrase_count].cue = (uint8_t)cue;
    lexicon->phrases[lexicon->phrase_count].next = lexicon->first_phrase[first];
    lexicon->first_phrase[first] = (uint16_t)++lexicon->phrase_count;
}

void pith_lexicon_init(pith_lexicon *lexicon)
{
    lexicon->count = 0;
    lexicon->phrase_count = 0;
    memset(lexicon->slots, 0, sizeof lexicon->slots);
    memset(lexicon->first_phrase, 0, sizeof lexicon->first_phrase);
    for (size_t i = 0; i < sizeof vocabulary / sizeof *vocabulary; i++) {
        const char *word = vocabulary[i].words;
        while (*word != '\0') {
            size_t size = pith_size_until(word, ' ');
            add(lexicon, (pith_str){word, size}, vocabulary[i].topic);
            word += size + (word[size] == ' ');
        }
    }
    for (size_t i = 0; i < sizeof headings / sizeof *headings; i++) {
        const char *phrase = headings[i].phrases;
        while (*phrase != '\0') {
            size_t size = pith_size_until(phrase, '|');
            add_phrase(lexicon, (pith_str){phrase, size}, headings[i].cue);
            phrase += size + 1;
        }
    }
}

static bool is_upper(char byte)
{
    return (unsigned char)(byte - 'A') < 26;
}

static bool is_lower(char byte)
{
    return (unsigned char)(byte - 'a') < 26;
}

/* The length of the word at the start of `text`, which is a letter. */
static size_t word_size(pith_str text)
{
    size_t size = 0;
    while (size < text.size && is_upper(text.data[size]))
        size++;
    bool lower_follows = size < text.size && is_lower(text.data[size]);
    if (size > 1)
        return lower_follows ? size - 1 : size; /* "HTMLBody": "HTML", "Body" */
    while (size < text.size && is_lower(text.data[size]))
        size++;
    return size;
}

uint32_t pith_lexicon_topics(const pith_lexicon *lexicon, pith_str names)
{
    uint32_t topics = 0;
    while (names.size > 0) {
        size_t size = pith_is_alpha(names.data[0]) ? word_size(names) : 0;
        uint64_t low;
        uint64_t high;
        if (size > 1 && pack((pith_str){names.data, size}, &low, &high)) {
            uint32_t number = lexicon->slots[find(lexicon, low, high)];
            if (number != 0)
                topics |= lexicon->words[number - 1].topics;
        }
        size += size == 0;
        names.data += size;
        names.size -= size;
    }
    return topics;
}

/* Latin, Greek and Cyrillic letters of headings in lower case. */
static uint32_t fold(uint32_t c)
{
    if ((c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7) ||
        (c >= 0x391 && c <= 0x3A9) || (c >= 0x410 && c <= 0x42F))
        return c + 32;
    if (c >= 0x100 && c <= 0x137)
        return c | 1;
    return c;
}

/* The start of the heading in lower case, from its first letter on. */
static size_t fold_start(pith_str heading, char *out, size_t room)
{
    size_t size = 0;
    for (size_t at = 0; at < heading.size && size + PITH_UTF8_MAX <= room;) {
        uint32_t c;
        at += pith_utf8_decode(heading.data + at, heading.size - at, &c);
        if (size > 0 || c >= 0xC0 || (c < 0x80 && pith_is_alpha((char)c)))
            size += pith_utf8_encode(fold(c), out + size);
    }
    return size;
}

pith_cue pith_lexicon_cue(const pith_lexicon *lexicon, pith_str heading)
{
    char text[64];
    size_t size = fold_start(heading, text, sizeof text);
    uint32_t number = size > 0 ? lexicon->first_phrase[(unsigned char)text[0]] : 0;
    for (; number != 0; number = lexicon->phrases[number - 1].next) {
        pith_str phrase = lexicon->phrases[number - 1].text;
        if (phrase.size <= size && memcmp(phrase.data, text, phrase.size) == 0)
            return (pith_cue)lexicon->phrases[number - 1].cue;
    }
    return PITH_CUE_NONE;
}
