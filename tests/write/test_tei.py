#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""TEI output, of the golden cases and of generated pages, against the content models of
the TEI P5 guidelines (https://tei-c.org/guidelines/p5/, reference sections of the elements
named below), as far as the writer uses them: which children and attributes an element has
and in what order. Where PITH_TEI_DTD names a TEI P5 DTD and lxml is there, it also validates
the outputs whose elements that DTD declares: customisations leave modules out.

    test_tei.py [COUNT [SEED]]
"""
import os
import re
import sys
import xml.etree.ElementTree as ElementTree

import render
from test_markdown import Pages

NAMESPACE = "{http://www.tei-c.org/ns/1.0}"
XML = "{http://www.w3.org/XML/1998/namespace}"

# Content models as regular expressions over "name " for each child. T: text may stand in it.
PHRASE = "(hi |ref |code |formula |figure |lb )*"
BLOCKS = "(p |list |table |quote |figure |milestone |note )*"
MODELS = {
    "TEI": ("teiHeader text ", False),
    "teiHeader": ("fileDesc (profileDesc )?", False),
    "fileDesc": ("titleStmt publicationStmt sourceDesc ", False),
    "titleStmt": ("title (author )*", False),
    "publicationStmt": ("publisher (date )?|p ", False),
    "sourceDesc": ("bibl ", False),
    "bibl": ("title (author )*(publisher )?(date )?(ptr )?", False),
    "profileDesc": ("(abstract )?(langUsage )?", False),
    "abstract": ("p ", False),
    "langUsage": ("language ", False),
    "text": ("body (back )?", False),
    "body": ("(head )?((p |list |table |quote |figure |note )" + BLOCKS + "(div )*|(div )+)",
             False),
    "div": ("(head )?" + BLOCKS + "((div )(note |milestone )*)*", False),
    "back": ("(div )*", False),
    "p": (PHRASE, True), "head": (PHRASE, True), "hi": (PHRASE, True), "ref": (PHRASE, True),
    "label": (PHRASE, True),
    "note": (BLOCKS, False),
    "item": (BLOCKS, False), "quote": (BLOCKS, False), "cell": (BLOCKS, False),
    "list": ("(item )+|(label item )+", False),
    "table": ("(head )*(row )+", False),
    "row": ("(cell )+", False),
    "figure": ("(graphic |figDesc |head |p |list |table |quote |figure )*", False),
    "title": ("", True), "author": ("", True), "publisher": ("", True), "date": ("", True),
    "code": ("", True), "formula": ("", True), "figDesc": ("", True),
    "lb": ("", False), "ptr": ("", False), "graphic": ("", False), "language": ("", False),
    "milestone": ("", False),
}

TOKEN, NUMBER = r"\S+", r"-?\d+"
SPAN = r"[1-9]\d*"
DATE = r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)?)?)?)?"
LANGUAGE = r"[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*"
ATTRIBUTES = {
    "TEI": {XML + "lang": LANGUAGE}, "language": {"ident": LANGUAGE}, "date": {"when": DATE},
    "ptr": {"target": TOKEN}, "ref": {"target": TOKEN}, "graphic": {"url": TOKEN},
    "hi": {"rend": "italic|bold|strikethrough|superscript|subscript"},
    "p": {"rend": "h[1-6]"}, "formula": {"notation": "TeX", "rend": "display"},
    "code": {"lang": TOKEN, "rend": "block", XML + "space": "preserve"},
    "list": {"rend": "numbered|bulleted", "type": "gloss"}, "item": {"n": NUMBER},
    "row": {"role": "label"}, "cell": {"role": "label", "cols": SPAN, "rows": SPAN},
    "note": {"n": SPAN, "place": "foot", XML + "id": r"fn\d+"},
    "milestone": {"unit": "section", "rend": "rule"}, "div": {"type": "[a-z]+"},
}
NEEDED = {"ptr": "target", "ref": "target", "graphic": "url", "hi": "rend", "milestone": "unit"}


def errors(element):
    """What of the element and those below it breaks the models, one sentence each."""
    name = element.tag.removeprefix(NAMESPACE)
    if name not in MODELS or not element.tag.startswith(NAMESPACE):
        yield f"<{element.tag}> is not used"
        return
    pattern, takes_text = MODELS[name]
    children = "".join(child.tag.removeprefix(NAMESPACE) + " " for child in element)
    if not re.fullmatch(pattern, children):
        yield f"<{name}> holds: {children}"
    texts = [element.text or "", *(child.tail or "" for child in element)]
    if not takes_text and any(text.strip() for text in texts):
        yield f"<{name}> has text: {texts}"
    for key, value in element.attrib.items():
        if not re.fullmatch(ATTRIBUTES.get(name, {}).get(key, "(?!)"), value):
            yield f"<{name}> has {key}={value!r}"
    if name in NEEDED and NEEDED[name] not in element.attrib:
        yield f"<{name}> lacks {NEEDED[name]}"
    for child in element:
        yield from errors(child)


def dtd_errors():
    """A function that validates by the DTD of PITH_TEI_DTD; None without one."""
    path = os.environ.get("PITH_TEI_DTD")
    if not path:
        return None
    from lxml import etree
    dtd = etree.DTD(path)

    declared = {element.name for element in dtd.iterelements()}

    def validate(text):
        if "code" not in declared:  # a customisation without the module of tag documentation
            text = re.sub(r"<code[^>]*>", "<hi>", text).replace("</code>", "</hi>")
        document = etree.fromstring(text.encode())
        if any(e.tag.removeprefix(NAMESPACE) not in declared for e in document.iter()):
            return None  # one without the module of figures and tables
        return [] if dtd.validate(document) else [str(e) for e in dtd.error_log]
    return validate


BROKEN = [
    "<list xmlns='http://www.tei-c.org/ns/1.0'/>", "<table xmlns='http://www.tei-c.org/ns/1.0'/>",
    "<div xmlns='http://www.tei-c.org/ns/1.0'><div/><p/></div>",
    "<p xmlns='http://www.tei-c.org/ns/1.0'><p/></p>", "<p/>",
    "<row xmlns='http://www.tei-c.org/ns/1.0'>text</row>",
    "<date xmlns='http://www.tei-c.org/ns/1.0' when='2026-02-11T06:30'/>",
]


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 400
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    pages = [(name, html) for name, html, _ in render.read_cases()]
    pages += [(f"seed {n}", Pages(n).blocks(3)) for n in range(seed, seed + count)]
    pages.append(("an empty page", ""))
    wanted = [([], []), (["furniture", "title", "related", "comments"], []),
              ([], ["images", "links", "emphasis"])]
    requests = [(html, "tei", more, less) for _, html in pages for more, less in wanted]
    answers = iter(render.render(requests))
    validate, failed, by_dtd = dtd_errors(), 0, 0
    for name, html in pages:
        for _ in wanted:
            text = next(answers)
            found = list(errors(ElementTree.fromstring(text.encode())))
            of_dtd = validate(text) if validate else None
            by_dtd += of_dtd is not None
            found += of_dtd or []
            failed += bool(found)
            if found and failed <= 5:
                print(f"{name}:\n{html}\n{text}\n" + "\n".join(found[:5]) + "\n")
    for text in BROKEN:
        if not list(errors(ElementTree.fromstring(text))):
            failed += 1
            print(f"the models take {text}")
    print(f"{len(requests) - failed} of {len(requests)} outputs are valid by the content models"
          + (f", {by_dtd} of them looked at by the DTD" if validate else ""))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
