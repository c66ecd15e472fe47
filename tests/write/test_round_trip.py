#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""There and back: documents in CommonMark with GitHub's tables and strikethrough, made
from a seed, are rendered by cmark-gfm, put into pages with navigation, related posts,
comment forms and the like, and read by pith. Its Markdown must have the structure of the
document: nothing of the page around it, nothing of it lost. Both are compared as
cmark-gfm reads them.

    test_round_trip.py [COUNT [SEED]]
"""
import difflib
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from test_markdown import read_back, without_ends

PITH = os.environ.get("PITH", "build/pith")

# Documents that must come back as they are, of a hundred. The others are those of which
# a part at an edge was taken for furniture, or a part of the page for content.
NEEDED = 95

NOUNS = """harbour ferry winter island baker ledger bridge orchard engine valley school river
lantern market window garden letter kitchen railway mountain clock village forest bottle""".split()
VERBS = """carries leaves follows answers keeps opens measures repairs crosses counts builds
paints remembers explains finds sells""".split()
ADJECTIVES = """old narrow quiet blue heavy distant careful wooden broken early bright cold
famous small""".split()
ENDS = ["before the snow comes", "without a word", "on the way to town", "for the third year",
        "as the council had asked", "and nobody minds", "while the tide is low"]
CODE = ["for i in range(10):", "    print(i)", "", "\treturn x * 2", "if (a < b && c) {", "}",
        "<div class=\"x\">", "# not a heading", "* not a list", "  two  spaces"]


class Documents:
    """CommonMark made at random from a seed."""

    def __init__(self, seed):
        self.random = random.Random(seed)

    def clause(self):
        pick = self.random.choice
        return f"the {pick(ADJECTIVES)} {pick(NOUNS)} {pick(VERBS)} the {pick(NOUNS)} {pick(ENDS)}"

    def phrase(self):
        pick = self.random.choice
        return f"{pick(ADJECTIVES)} {pick(NOUNS)}"

    def sentence(self, marked=True):
        pick, text = self.random, self.clause()
        if marked and pick.random() < 0.3:
            mark = pick.choice(["*{}*", "**{}**", "`{}`", "~~{}~~", "***{}***",
                                "[{}](https://example.net/a_b?c=1&d=2)",
                                '[{}](/inner "A title")', "[*{}*](https://example.net/)"])
            text = f"{text}, {mark.format(self.phrase())}, {pick.choice(ENDS)}"
        return text[0].upper() + text[1:] + "."

    def paragraph(self, most=5):
        return " ".join(self.sentence() for _ in range(self.random.randint(2, most)))

    def indent(self, text, by, first=None):
        lines = text.split("\n")
        head = (by if first is None else first) + lines[0]
        return "\n".join([head, *(by + line if line else "" for line in lines[1:])])

    def list(self, depth=2):
        pick = self.random
        ordered, loose = pick.random() < 0.5, pick.random() < 0.3
        number, short = pick.choice([1, 1, 1, 3, 10]), not loose and pick.random() < 0.3
        items = []
        for i in range(pick.randint(2, 5)):
            marker = f"{number + i}. " if ordered else "- "
            body = self.phrase() if short else self.sentence()
            if loose:
                body += "\n\n" + self.paragraph(3)
            elif depth > 0 and pick.random() < 0.25:
                body += "\n" + self.tight(depth - 1)
            items.append(self.indent(body, " " * len(marker), marker))
        return ("\n\n" if loose else "\n").join(items)

    def tight(self, depth):
        marker = self.random.choice(["- ", "1. "])
        items = [self.sentence() for _ in range(self.random.randint(1, 3))]
        if marker != "- ":
            return "\n".join(f"{i}. {text}" for i, text in enumerate(items, 1))
        return "\n".join(marker + text for text in items)

    def table(self):
        pick = self.random
        columns = pick.randint(2, 4)
        rows = [[self.phrase() for _ in range(columns)] for _ in range(pick.randint(3, 6))]
        rows = [[cell if pick.random() < 0.8 else f"**{pick.randint(1, 999)}**" for cell in row]
                for row in rows]
        line = "|".join(pick.choice([" --- ", ":---", ":-:", "--:"]) for _ in range(columns))
        lines = ["| " + " | ".join(row) + " |" for row in rows]
        return "\n".join([lines[0], "|" + line + "|", *lines[1:]])

    def code(self):
        pick = self.random
        lines = [pick.choice(CODE) for _ in range(pick.randint(2, 6))]
        return "\n".join(["```" + pick.choice(["", "python", "c", "c++"]), "x = 1", *lines,
                          "end", "```"])

    def quote(self):
        inner = self.paragraph(3)
        more = self.random.random()
        if more < 0.3:
            inner += "\n\n" + (self.paragraph(3) if more < 0.2 else self.list(0))
        return self.indent(inner, "> ").replace("\n\n", "\n>\n")

    def image(self):
        return f"![A {self.phrase()}](https://example.net/{self.random.randint(1, 99)}.jpg)"

    def lines(self):
        return "\\\n".join(self.clause() for _ in range(self.random.randint(2, 4)))

    def signs(self):
        return self.sentence()[:-1] + r": 2 \* 3 \< 7 & a_b \[x\] \`c\`, 5 % of $10 \| é — “so”."

    def document(self):
        pick = self.random
        title = self.phrase().capitalize() + " and the " + self.phrase()
        blocks = [f"# {title}", self.paragraph(), self.paragraph()]
        kinds = [self.paragraph, self.paragraph, self.paragraph, self.list, self.table, self.code,
                 self.quote, self.image, self.lines, self.signs]
        for _ in range(pick.randint(1, 4)):
            blocks.append("#" * pick.randint(2, 3) + " " + self.phrase().capitalize())
            blocks.append(self.paragraph())
            before = None
            for _ in range(pick.randint(1, 3)):
                kind = pick.choice([k for k in kinds if k != before])
                before = kind
                blocks.append(kind())
            if pick.random() < 0.2:
                blocks += ["***", self.paragraph()]
        blocks.append(self.paragraph())
        return title, "\n\n".join(blocks) + "\n"


# ---- Pages ----------------------------------------------------------------------

NAVIGATION = ("<ul><li><a href='/'>Home</a></li><li><a href='/news'>News</a></li>"
              "<li><a href='/about'>About us</a></li><li><a href='/contact'>Contact</a></li></ul>")
RELATED = ("<h3>Related posts</h3><ul><li><a href='/1'>Ten ways to mend a net</a></li>"
           "<li><a href='/2'>The miller's second boat</a></li>"
           "<li><a href='/3'>Why the bells were moved</a></li></ul>")
COMMENT = ("<h3>Leave a reply</h3><form action='/comment' method='post'>"
           "<label for='c'>Comment</label><textarea id='c' name='c'></textarea>"
           "<label for='n'>Name</label><input id='n' name='n'><button>Post comment</button></form>")
SHARE = ("<ul><li><a href='https://social.example/share?u=x'>Share</a></li>"
         "<li><a href='https://post.example/?u=x'>Post</a></li></ul>")
LEGAL = "<p>© 2026 The Harbour Pages. All rights reserved. <a href='/privacy'>Privacy</a></p>"

THEMES = {
    "blog": """<header class="site-header"><a href="/">The Harbour Pages</a>
<nav class="main-navigation">{nav}</nav></header>
<main><article class="post"><div class="entry-content">{body}</div></article>
<section class="related-posts">{related}</section>
<section id="respond" class="comment-respond">{comment}</section></main>
<footer class="site-footer">{legal}</footer>""",
    "documentation": """<div class="topbar">{nav}</div><div class="layout">
<div class="sidebar" role="navigation"><h4>Contents</h4>{nav}</div>
<div role="main" class="document"><div class="body">{body}</div></div></div>
<div class="footer">{legal}</div>""",
    "news": """<div id="top"><div class="menu">{nav}</div></div>
<div id="page"><div id="content"><div class="story">{body}</div>
<div class="share-tools">{share}</div></div>
<div id="rail" class="sidebar"><div class="widget most-read">{related}</div></div></div>
<div id="comments">{comment}</div><div id="footer">{nav}{legal}</div>""",
    "tables": """<table width="100%"><tr><td colspan="2">{nav}</td></tr>
<tr><td class="left" width="150">{related}</td><td class="main">{body}</td></tr>
<tr><td colspan="2">{legal}</td></tr></table>""",
    "semantic": """<header><nav>{nav}</nav></header><main><article>{body}<footer>{share}</footer>
</article></main><aside>{related}</aside><footer>{legal}</footer>""",
}


def page(title, body, theme):
    filled = THEMES[theme].format(nav=NAVIGATION, related=RELATED, comment=COMMENT, share=SHARE,
                                  legal=LEGAL, body=body)
    return (f"<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'><title>{title} - "
            f"The Harbour Pages</title></head><body>{filled}</body></html>")


def alignments(markdown):
    """How each header cell is aligned, which read_back() leaves out."""
    command = ["cmark-gfm", "-e", "table", "-t", "xml"]
    done = subprocess.run(command, input=markdown.encode(), stdout=subprocess.PIPE, check=True)
    return re.findall(r"<table_cell(?: align=\"(\w+)\")?", done.stdout.decode())


def structure(markdown):
    return without_ends(read_back(markdown)), alignments(markdown)


def rendered(markdown):
    command = ["cmark-gfm", "-e", "table", "-e", "strikethrough"]
    return subprocess.run(command, input=markdown.encode(), stdout=subprocess.PIPE,
                          check=True).stdout.decode()


def read(html, folder):
    path = Path(folder) / "page.html"
    path.write_text(html)
    command = [PITH, "-f", "markdown", "--without=title", path]
    return subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout.decode()


def differences(markdown, result):
    """The lines of the document, as pith would write it, that are not in both."""
    lines = [subprocess.run(["cmark-gfm", "-e", "table", "-e", "strikethrough", "-t", "commonmark"],
                            input=text.encode(), stdout=subprocess.PIPE, check=True)
             .stdout.decode().split("\n") for text in (markdown, result)]
    return "\n".join(difflib.unified_diff(*lines, "document", "read", n=0, lineterm=""))


def main():
    if shutil.which("cmark-gfm") is None:
        print("cmark-gfm is not installed")
        return 77
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    equal, shown, by_theme = 0, 0, dict.fromkeys(THEMES, 0)
    with tempfile.TemporaryDirectory() as folder:
        for number in range(seed, seed + count):
            title, markdown = Documents(number).document()
            theme = list(THEMES)[number % len(THEMES)]
            result = read(page(title, rendered(markdown), theme), folder)
            expected, actual = structure(markdown), structure(result)
            equal += expected == actual
            by_theme[theme] += expected == actual
            if expected != actual and shown < 3:
                shown += 1
                print(f"seed {number}, theme {theme}:\n" + differences(markdown, result))
    print(f"{equal} of {count} documents come back as they are: "
          + ", ".join(f"{name} {good}" for name, good in by_theme.items()))
    return 1 if equal * 100 < count * NEEDED else 0


if __name__ == "__main__":
    sys.exit(main())
