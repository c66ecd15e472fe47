#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Markdown read back: what cmark-gfm makes of pith's Markdown has the structure of
the document, on the golden cases and on generated pages full of text that Markdown
would like to misread. A failing page is printed with its seed.

    test_markdown.py [COUNT [SEED]]
"""
import random
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

import render

FORMATS = {"emph": "emph", "strong": "strong", "strikethrough": "strike", "sup": "sup",
           "sub": "sub"}
FORMULA = "FORMULA"  # stands for any: cmark does not know that "$" keeps what is between
TAGS = {"em": "emph", "strong": "strong", "del": "strike", "sup": "sup", "sub": "sub"}


# ---- Both trees in one form ---------------------------------------------------

def mark(marks, name):
    """The marks with one more; what stands in another of its kind counts on its own."""
    while name in marks and name.startswith("su"):
        name += "'"
    return marks | {name}


def unmark(marks, name):
    while name + "'" in marks:
        name += "'"
    return marks - {name}


def add_span(spans, text, marks, link):
    if not text:
        return
    if spans and spans[-1][1:] == (marks, link):
        spans[-1] = (spans[-1][0] + text, marks, link)
    else:
        spans.append((text, marks, link))


def of_pith(element, spans, marks=frozenset(), link=None):
    """The inline content of one of pith's nodes: (text, marks, link) one after the other."""
    for child in element:
        tag = child.tag
        if tag == "text":
            add_span(spans, child.text or "", marks, link)
        elif tag == "code":
            add_span(spans, child.text or "", marks | {"code"}, link)
        elif tag == "reference":
            add_span(spans, f"[^{child.get('note')}]", marks, link)
        elif tag == "formula":
            add_span(spans, FORMULA, marks, link)
        elif tag == "linebreak":
            add_span(spans, "\n", marks, link)
        elif tag == "image":
            title = child.get("title", "")
            spans.append((f"![{child.text or ''}]", frozenset(), (child.get("url"), title, link)))
        elif tag == "link":
            url = child.get("url").replace(" ", "%20")  # as mailto: addresses have them
            of_pith(child, spans, marks, (url, child.get("title", "")))
        else:
            of_pith(child, spans, mark(marks, FORMATS[tag]), link)
    return spans


def is_simple(table):
    """A table that fits GitHub's syntax, and whose cells can be compared one by one."""
    return all(block.tag in ("paragraph", "heading")
               for cell in table.iter("table_cell") for block in cell)


def pith_cell(cell):
    spans = []
    for block in cell:
        if spans:
            add_span(spans, "\n", frozenset(), None)
        for span in of_pith(block, []):
            if isinstance(span[2], tuple) and len(span[2]) == 3:
                spans.append(span)  # an image
            else:
                add_span(spans, *span)
    return spans


def pith_rows(table):
    """The rows of a table, with an empty cell wherever another reaches to."""
    rows, taken = [], {}
    for row in table:
        if row.tag != "table_row":
            continue
        cells = []
        for cell in row:
            while taken.get(len(cells), 0) > 0:
                taken[len(cells)] -= 1
                cells.append([])
            for column in range(int(cell.get("columns", 1))):
                taken[len(cells)] = int(cell.get("rows", 1)) - 1
                cells.append(pith_cell(cell) if column == 0 else [])
        for column in range(len(cells), max(taken, default=0) + 1):
            taken[column] = max(taken.get(column, 0) - 1, 0)
        rows.append(cells)
    return rows


def pith_lists(element):
    """The lists that one becomes: a new one begins where the numbers do not go up by one."""
    lists, before = [], None
    for item in element:
        number = int(item.get("number", 0)) if element.get("ordered") else None
        if not lists or (number is not None and number != before + 1):
            start = None if number is None else min(max(number, 0), 999999999)
            lists.append(("list", start, []))
        lists[-1][2].append(pith_blocks(item))
        before = number
    return lists


def pith_blocks(element):
    blocks, after_note = [], False
    for child in element:
        tag = child.tag
        if tag == "heading":
            blocks.append(("heading", int(child.get("level")), of_pith(child, [])))
        elif tag in ("paragraph", "caption"):
            blocks.append(("paragraph", of_pith(child, [])))
        elif tag == "term":
            blocks.append(("paragraph", of_pith(child, [], frozenset({"strong"}))))
        elif tag == "block_quote":
            blocks.append(("quote", pith_blocks(child)))
        elif tag == "list":
            blocks += pith_lists(child)
        elif tag == "code_block":
            blocks.append(("code", child.get("language", ""), child.text + "\n"))
        elif tag == "table" and is_simple(child):
            blocks += [("paragraph", of_pith(part, [])) for part in child if part.tag == "caption"]
            rows = pith_rows(child)
            blocks += [("table", rows)] if rows else []
        elif tag == "table":
            blocks.append(("html",))
        elif tag == "thematic_break":
            blocks.append(("rule",))
        elif tag == "note":
            if not after_note:
                blocks.append(("list", None, []))
            blocks[-1][2].append(pith_blocks(child))
        else:
            blocks += pith_blocks(child)
        after_note = tag == "note"
    return blocks


def of_cmark(element, spans, marks=frozenset(), link=None):
    """The same of cmark's; a tag changes the marks until its end. Gives the marks after it."""
    for child in element:
        tag = child.tag
        if tag == "text":
            add_span(spans, child.text or "", marks, link)
        elif tag == "code":
            add_span(spans, child.text or "", marks | {"code"}, link)
        elif tag == "linebreak":
            add_span(spans, "\n", marks, link)
        elif tag == "image":
            alt = "".join(part.text or "" for part in child.iter() if part.tag in ("text", "code"))
            spans.append((f"![{alt}]", frozenset(),
                          (child.get("destination"), child.get("title", ""), link)))
        elif tag == "link":
            of_cmark(child, spans, marks, (child.get("destination"), child.get("title", "")))
        elif tag == "html_inline":
            name = child.text.strip("</>")
            if name == "br":
                add_span(spans, "\n", marks, link)
            elif name in TAGS:
                change = unmark if child.text[1] == "/" else mark
                marks = change(marks, TAGS[name])
            elif not child.text.startswith("<!--"):
                add_span(spans, f"HTML {child.text}", marks, link)
        elif tag in FORMATS:
            of_cmark(child, spans, marks | {FORMATS[tag]}, link)
        else:
            add_span(spans, f"NODE {tag}", marks, link)
    return spans


def cmark_blocks(element):
    blocks = []
    for child in element:
        tag = child.tag
        if tag == "heading":
            blocks.append(("heading", int(child.get("level")), of_cmark(child, [])))
        elif tag == "paragraph":
            blocks.append(("paragraph", of_cmark(child, [])))
        elif tag == "block_quote":
            blocks.append(("quote", cmark_blocks(child)))
        elif tag == "list":
            start = int(child.get("start", 1)) if child.get("type") == "ordered" else None
            blocks.append(("list", start, [cmark_blocks(item) for item in child]))
        elif tag == "code_block":
            blocks.append(("code", child.get("info", ""), child.text or ""))
        elif tag == "table":
            rows = [[of_cmark(cell, []) for cell in row] for row in child]
            if not any(rows[0]):
                del rows[0]
            blocks.append(("table", rows))
        elif tag == "thematic_break":
            blocks.append(("rule",))
        elif tag == "html_block":
            if not child.text.startswith("<!--"):
                blocks.append(("html",))
        else:
            blocks.append((tag,))
    return blocks


def without_ends(blocks):
    """Tables without the empty cells at the ends of rows, which Markdown adds and drops."""
    out = []
    for block in blocks:
        if block[0] == "table":
            rows = [list(row) for row in block[1]]
            for row in rows:
                while row and not row[-1]:
                    del row[-1]
            block = ("table", rows)
        elif block[0] == "quote":
            block = ("quote", without_ends(block[1]))
        elif block[0] == "list":
            block = ("list", block[1], [without_ends(item) for item in block[2]])
        out.append(block)
    return out


def hide_formulas(markdown, document):
    """Puts FORMULA in the place of each of the document's formulas."""
    bars = {r"\|": r"\Vert", "|": r"\vert"}
    for formula in document.iter("formula"):
        sign = "$$" if formula.get("display") else "$"
        cell = re.sub(r"(\\?\|)([A-Za-z]?)",
                      lambda m: bars[m[1]] + (" " + m[2] if m[2] else ""), formula.text)
        for text in (formula.text, cell):
            markdown = markdown.replace(sign + text + sign, FORMULA, 1)
    return markdown


def notes_as_items(markdown):
    """Footnotes as items of a list as wide: cmark's XML does not show what they are."""
    return re.sub(r"^((?:> )*)\[\^\d+\]: ", r"\1-   ", markdown, flags=re.MULTILINE)


def read_back(markdown):
    command = ["cmark-gfm", "-e", "table", "-e", "strikethrough", "--unsafe", "-t", "xml"]
    done = subprocess.run(command, input=markdown.encode(), stdout=subprocess.PIPE, check=True)
    text = done.stdout.decode().replace(' xmlns="http://commonmark.org/xml/1.0"', "")
    return cmark_blocks(ElementTree.fromstring(text))


# ---- Generated pages ----------------------------------------------------------

WORDS = """word a I x1 naïve 日本語 слово don't e.g. C++ 3.14 µ “q” —""".split()
NASTY = r"""* ** _ __ snake_case ` `` | [ ] [x] ]( [a](b) [a]: b ![ ! &lt; &lt;b&gt; &lt;!-- &amp;
&amp;amp; &amp;#42; # ## + - -- --- = === 1. 2) 10. 123456789. 1234567890. ~ ~~ ~~~
``` \ \* \\ > &gt; :-- |-|
*a* _a_ **b** a*b*c a_b_c http://example.org/a_b &lt;http://e.org&gt; ( ) " ' $ % ^ { } @ 。
（あ） € … &zwj; &nbsp;x &copy; &amp;copy; [^1]""".split() + ["[ ]", "[a]: b"]
URLS = ["x", "/a_(b)", "a b", "?a=1&amp;copy=2", "*x*", "a|b", "&lt;x&gt;", "#n", "x\\y", "[x]",
        "`"]
INLINE = ["em", "strong", "b", "i", "s", "code", "sup", "sub", "a", "q", "kbd"]


class Pages:
    """Pages made at random from a seed."""

    def __init__(self, seed):
        self.random = random.Random(seed)

    def text(self, most=4):
        pick = self.random
        parts = [pick.choice(WORDS if pick.random() < 0.5 else NASTY)
                 for _ in range(pick.randint(1, most))]
        return pick.choice([" ", " ", "", "\n"]).join(parts)

    def inline(self, depth=3):
        pick, out = self.random, ""
        for _ in range(pick.randint(1, 4)):
            kind = pick.random()
            if kind < 0.45 or depth == 0:
                out += self.text()
            elif kind < 0.85:
                tag = pick.choice(INLINE)
                url = pick.choice(URLS)
                title = pick.choice(["", "", ' title="a &quot;b&quot; \\ &amp;amp; |"'])
                attributes = f' href="{url}"{title}' if tag == "a" else ""
                out += f"<{tag}{attributes}>{self.inline(depth - 1)}</{tag}>"
            elif kind < 0.9:
                out += "<br>"
            elif kind < 0.95:
                alt = self.text(2).replace('"', "")
                out += f'<img src="i{pick.randint(1, 99)}.png" alt="{alt}">'
            out += pick.choice(["", " ", "", "\n "])
        return out

    def cell(self):
        return self.random.choice(["", self.text(2), self.inline(1)])

    def table(self):
        pick = self.random
        columns, rows = pick.randint(2, 4), pick.randint(2, 4)
        out = "<table>" + ("<caption>Cap</caption>" if pick.random() < 0.2 else "")
        for row in range(rows):
            tag = "th" if row == 0 and pick.random() < 0.6 else "td"
            align = pick.choice(["", "", ' align="right"', ' style="text-align:center"'])
            out += "<tr>"
            for _ in range(columns):
                span = pick.choice(["", "", "", "", " colspan=2", " rowspan=2"])
                out += f"<{tag}{align}{span}>{self.cell()}</{tag}>"
        return out + "</table>"

    def code(self):
        pick = self.random
        lines = [pick.choice(["", "  ", "\t", "    "]) + self.text()
                 for _ in range(pick.randint(1, 4))]
        return (f'<pre><code class="{pick.choice(["", "language-c", "lang-py"])}">'
                + "\n".join(lines) + "\n</code></pre>")

    def item(self, depth):
        pick = self.random
        if pick.random() < 0.6:
            return self.inline(2)
        return self.blocks(depth - 1)

    def block(self, depth):
        pick = self.random
        kind = pick.randint(0, 13) if depth > 0 else pick.randint(0, 5)
        if kind <= 3:
            return f"<p>{self.inline()}</p>"
        if kind == 4:
            level = pick.randint(2, 6)
            return f"<h{level}>{self.inline(2)}</h{level}>"
        if kind == 5:
            return pick.choice(["<hr>", self.code()])
        if kind <= 8:
            tag = pick.choice(["ul", "ol", f'ol start="{pick.randint(0, 12)}"'])
            items = "".join(f"<li>{self.item(depth)}</li>" for _ in range(pick.randint(1, 3)))
            return f"<{tag}>{items}</{tag[:2]}>"
        if kind == 9:
            return f"<blockquote>{self.blocks(depth - 1)}</blockquote>"
        if kind == 10:
            return self.table()
        if kind == 11:
            return f"<dl><dt>{self.inline(1)}<dd>{self.item(depth)}</dl>"
        if kind == 12:
            caption = f"<figcaption>{self.inline(1)}</figcaption>"
            return f"<figure><img src=f.png alt=F>{caption}</figure>"
        return f"<div>{self.inline(2)}</div>"

    def blocks(self, depth):
        return "".join(self.block(depth) for _ in range(self.random.randint(1, 4)))


def first_difference(ours, theirs):
    """The smallest parts of both that differ and stand at the same place."""
    if isinstance(ours, (list, tuple)) and type(ours) is type(theirs) and len(ours) == len(theirs):
        for one, other in zip(ours, theirs):
            if one != other:
                return first_difference(one, other)
    return ours, theirs


# ---- The test -------------------------------------------------------------------

def main():
    if shutil.which("cmark-gfm") is None:
        print("cmark-gfm is not installed")
        return 77
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 400
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    pages = [(name, html) for name, html, _ in render.read_cases()]
    pages += [(f"seed {n}", Pages(n).blocks(3)) for n in range(seed, seed + count)]
    requests = [request for _, html in pages
                for request in ((html, "tree", [], []), (html, "markdown", [], ["title"]))]
    answers = iter(render.render(requests))
    failed = 0
    for name, html in pages:
        document, markdown = ElementTree.fromstring(next(answers))[0], next(answers)
        expected = without_ends(pith_blocks(document))
        actual = without_ends(read_back(notes_as_items(hide_formulas(markdown, document))))
        if expected == actual:
            continue
        failed += 1
        if failed <= 5:
            print(f"{name}:\n--- page\n{html}\n--- Markdown\n{markdown}")
            ours, theirs = first_difference(expected, actual)
            print(f"--- expected\n{ours}\n--- read back\n{theirs}\n")
    print(f"{len(pages) - failed} of {len(pages)} pages read back as they are")
    return 1 if failed or not pages else 0


if __name__ == "__main__":
    sys.exit(main())
