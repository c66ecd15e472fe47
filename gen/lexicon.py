#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Generate src/label/lexicon_table.c: the words that authors of pages call its parts by in
class names and ids, and the phrases that begin telling headings."""
import argparse
from pathlib import Path

# Pages call their parts by English names wherever they are from; the rest is here too.
TOPICS = {
    "NAVIGATION": """
        nav navbar navbars navi navigation navigations menu menus menue submenu submenus megamenu
        menubar navgroup subnav topnav sidenav topbar breadcrumb breadcrumbs pagination pager
        paginator hamburger burger offcanvas skip sitemap dropdown toc tabs tablist ticker
    """,
    "FOOTER": """
        footer foot colophon copyright footers fuss fusszeile pied rodape stopka paticka pie footnav
    """,
    "HEADER": """
        header masthead branding logo subheader topbar toolbar slogan tagline
    """,
    "SOCIAL": """
        social socials share sharing shares sharer sharebar follow facebook twitter instagram
        pinterest linkedin whatsapp addtoany addthis sharedaddy teilen partage partager compartir
        condividi compartilhar delen paylas udostepnij
    """,
    "LEGAL": """
        cookie cookies consent gdpr privacy legal disclaimer terms ccpa imprint impressum
        datenschutz onetrust cookiebot
    """,
    "FORM": """
        form forms searchform newsletter subscribe subscription signup signin login logged register
        captcha submit checkbox input fields fieldset cart basket checkout account auth search
        searchbar searchbox optin mailchimp formulaire formular quantity wishlist suche buscar
        recherche
    """,
    "RELATED": """
        related recommended recommendations recommendation trending popular recent latest
        suggestions similar upsell upsells crosssell also readmore relateds verwandt connexe
        connexes relacionado relacionados relacionadas correlati correlate gerelateerd powiazane
        souvisejici ilgili outbrain taboola teaser teasers promoted mostread next prev previous
    """,
    "COMMENT": """
        comment comments respond commentform commentlist disqus reply replies kommentar kommentare
        commentaire commentaires comentario comentarios commenti reacties komentarze kommentarer
        yorum yorumlar feedback
    """,
    "ADVERTISEMENT": """
        ad ads adv advert adverts advertisement advertising adsense adslot adbox sponsor sponsored
        sponsors promo promos promotion banner banners werbung anzeige publicite pub publicidad
        publicidade reklama reklam pubblicita dfp gpt
    """,
    "META": """
        byline author authors date published meta metadata bio avatar timestamp dateline posted
        updated taxonomy tag tags category categories pubdate autor auteur autore datum fecha
    """,
    "SIDE": """
        sidebar sidebars sidebox aside widget widgets complementary secondary rail extras tertiary
        seitenleiste lateral
    """,
    "DIALOG": """
        modal modals popup popups dialog popover overlay lightbox tooltip toast alert notification
        notifications announcement flyout loader loading spinner
    """,
    "CONTROL": """
        btn btns button buttons cta ctas actions action toggle toggler trigger close selector
        switcher picker filters filter sort icon icons badge count rating ratings stars print
    """,
    "CONTENT": """
        article content main post entry story body prose wysiwyg text richtext rich description
        paragraph copy artikel texte contenu contenido inhalt articulo artigo page blog answer
        answers faq faqs quote message postbody messages question
    """,
    "BYLINE": """
        byline author authors autor auteur autore dateline
    """,
    "PAID": """
        advert adverts advertisement advertising adsense adslot adbox sponsored werbung anzeige
        publicite publicidad publicidade reklama reklam pubblicita
    """,
    "STANDFIRST": """
        standfirst dek lede lead subtitle subheadline chapo entradilla vorspann sommario
    """,
}

# Phrases that begin a heading, in lower case, each ended by a bar.
CUES = {
    "RELATED": (
        "related|more posts|more articles|you may also|you might|also like|also read|read more|"
        "read next|up next|more from|more in |more on |more stories|more news|recommended|"
        "recommendations|recent posts|recent articles|recent news|latest|popular|trending|"
        "most read|most popular|similar|what to read|keep reading|next post|previous post|"
        "next article|post navigation|customers also|people also|explore more|discover more|"
        "recently viewed|frequently bought|ähnliche|verwandte|das könnte|mehr zum|mehr aus|"
        "weitere |auch interessant|meistgelesen|neueste|beliebt|lesen sie auch|zum thema|à lire|"
        "lire aussi|sur le même|articles similaires|articles liés|derniers|plus lus|voir aussi|"
        "relacionad|te puede|también te|lea también|más leíd|noticias relacion|artículos relacion|"
        "últimas|leia também|veja também|mais lid|artigos relac|correlati|leggi anche|articoli|"
        "ultimi|potrebbe|lees ook|gerelateerd|meer over|zobacz|czytaj|podobne|polecane|najnowsze|"
        "читайте|похожие|популярн|последние|новости по|смотрите также|související|kapcsolódó|"
        "ilgili|benzer|relaterad|läs också|lue myös|les også|læs også|σχετικ|διαβάστε|関連|おすすめ|人気|"
        "最新|相关|推荐|热门|相關|推薦|관련|추천|اقرأ|ذات صلة|"
    ),
    "COMMENT": (
        "leave a|leave your|post a comment|add a comment|write a comment|comment|responses|reply|"
        "join the discussion|join the conversation|kommentar|kommentieren|schreibe einen|"
        "commentaires|laisser un|comentarios|deja un|comentários|deixe|commenti|lascia un|reacties|"
        "reageer|komentarz|dodaj komentarz|комментари|оставить|komentáře|diskuze|hozzászól|yorum|"
        "kommentarer|σχόλια|コメント|评论|評論|留言|댓글|تعليق|תגובות|"
    ),
    "FORM": (
        "subscribe|sign up|newsletter|get the newsletter|sign in|log in|contact us|get in touch|"
        "abonnez|suscríbete|"
    ),
    "SOCIAL": (
        "share|follow us|follow me|connect with|teilen|folgen|partager|suivez|compartir|comparte|"
        "síguenos|compartilhe|condividi|deel |udostępnij|поделиться|paylaş|シェア|分享|שיתוף|"
    ),
    "OTHER": (
        "tags|tagged|categories|filed under|about the author|advertisement|sponsored|cookies|"
        "privacy|copyright|table of contents|in this article|on this page|quick links|schlagworte|"
        "etiquetas|"
    ),
}


def word_rows():
    """A row for each word, sorted as the numbers that lexicon.c packs words into."""
    topics = {}
    for topic, words in TOPICS.items():
        for word in words.split():
            assert word.isascii() and word.isalpha() and word.islower() and len(word) <= 16, word
            topics.setdefault(word, []).append(topic)
    rows = []
    for word, names in topics.items():
        number = int.from_bytes(word.encode(), "big")
        rows.append((number >> 64, number & (1 << 64) - 1, names, word))
    return [f"    {{0x{high:016x}, 0x{low:016x},\n     "
            + " | ".join(f"PITH_TOPIC_{name}" for name in names) + f"}}, /* {word} */"
            for high, low, names, word in sorted(rows)]


def phrase_rows():
    """(rows, the first row of each first byte); longer phrases before those that begin them."""
    phrases = []
    for cue, list_ in CUES.items():
        for phrase in filter(None, list_.split("|")):
            phrases.append((phrase.encode()[0], -len(phrase.encode()), phrase.encode(), cue))
    phrases.sort()
    first = [sum(p[0] < byte for p in phrases) for byte in range(257)]
    return [f'    {{{{"{phrase.decode()}", {-size}}}, PITH_CUE_{cue}}},'
            for _, size, phrase, cue in phrases], first


def numbers(values):
    values = [str(v) for v in values]
    return "\n".join("    " + ", ".join(values[i:i + 16]) + "," for i in range(0, len(values), 16))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path,
                        default=Path(__file__).resolve().parents[1] / "src/label")
    args = parser.parse_args()
    words = word_rows()
    phrases, first = phrase_rows()
    (args.out / "lexicon_table.c").write_text(f"""/* SPDX-License-Identifier: Apache-2.0 */
/* Made by gen/lexicon.py; do not edit. */
#include "label/lexicon.h"

const uint16_t pith_lexicon_word_count = {len(words)};

const pith_lexicon_word pith_lexicon_words[] = {{
{chr(10).join(words)}
}};

const uint16_t pith_lexicon_first_phrases[257] = {{
{numbers(first)}
}};

const pith_lexicon_phrase pith_lexicon_phrases[] = {{
{chr(10).join(phrases)}
}};
""", encoding="utf-8")


if __name__ == "__main__":
    main()
