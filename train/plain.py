# SPDX-License-Identifier: Apache-2.0
"""Plain text from HTML as scrapers leave it: all text in order, block-level elements and
<br> as line breaks, scripts and styles dropped, white space collapsed. The variants are
the ways in which such texts differ."""
import html
import random
import re
import textwrap

DROPPED = re.compile(r"<!--.*?-->|<(script|style|template|svg)\b.*?(</\1\s*>|$)", re.S | re.I)
TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]*)(?:\"[^\"]*\"|'[^']*'|[^'\">])*>|<[!?][^>]*>")
BLOCKS = frozenset(
    "address article aside blockquote body br caption center dd details dialog dir div dl dt "
    "fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html "
    "legend li main menu nav ol optgroup option p pre search section select summary table tbody "
    "tfoot thead title tr ul button textarea".split())
CELLS = frozenset(("td", "th"))


def lines(page, cells=True, title=True, noscript=True):
    """The lines of a page's text. cells: each table cell is one, else a row is."""
    page = DROPPED.sub(" ", page)
    if not noscript:
        page = re.sub(r"<noscript\b.*?</noscript\s*>", " ", page, flags=re.S | re.I)
    if not title:
        page = re.sub(r"<title\b.*?</title\s*>", " ", page, count=1, flags=re.S | re.I)
    out, at = [], 0
    for tag in TAG.finditer(page):
        out.append(page[at:tag.start()].replace("\n", " ").replace("\r", " "))
        at = tag.end()
        name = (tag.group(2) or "").lower()
        if name in BLOCKS or (cells and name in CELLS):
            out.append("\n")
        elif name in CELLS:
            out.append(" ")
    out.append(page[at:].replace("\n", " ").replace("\r", " "))
    text = html.unescape("".join(out))
    collapsed = (" ".join(line.split()) for line in text.split("\n"))
    return [line for line in collapsed if line]


def wrap(line, width):
    return textwrap.fill(line, width, break_long_words=False, break_on_hyphens=False)


# How lines become a text: "wet" as WET files have them, "spaced" with empty lines between,
# "wrapped" at a width with empty lines, "tight" at a width without.
VARIANTS = ("wet", "spaced", "wrapped", "tight")


def join(of_page, variant, width=72):
    if variant in ("wrapped", "tight"):
        of_page = [wrap(line, width) for line in of_page]
    return ("\n" if variant in ("wet", "tight") else "\n\n").join(of_page)


def text(page, variant, name="", vary=True):
    """The page as a text of that variant. Details differ from page to page, by its name,
    so that nothing is learned from those of one scraper; vary=False has those of WET."""
    chance = random.Random(name + variant)
    cells, title, noscript = True, True, True
    if vary:
        cells, title, noscript = chance.random() < 0.7, chance.random() < 0.75, \
            chance.random() < 0.7
    width = chance.choice((60, 65, 70, 72, 76, 78, 80, 80, 100)) if vary else 72
    return join(lines(page, cells, title, noscript), variant, width)
