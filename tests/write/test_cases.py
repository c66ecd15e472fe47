#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The cases of cases/*.txt: pages and what each format makes of them.

A file holds cases parted by a line "======". A case begins with a line "# what
it shows" and the HTML; then, for each format, comes a line "--- FORMAT" (with
"+part" and "-part" to ask for parts or leave them out) and the output. Empty
lines at the end do not count. FORMAT html shows the body's content only, and
"tree" the nodes, one a line.

With --write, the expected outputs are replaced by the actual ones, to be read
before they are kept.
"""
import sys
import xml.etree.ElementTree as ElementTree

import render


def draw(element, depth=0):
    """The nodes of a tree, one a line, indented."""
    words = [element.tag] + [f'{key}="{value}"' for key, value in element.attrib.items()]
    text = (element.text or "").replace("\n", "\\n")
    lines = ["  " * depth + " ".join(words) + (f" '{text}'" if text else "")]
    for child in element:
        lines += draw(child, depth + 1)
    return lines


def show(name, output):
    """The part of an output that a case gives."""
    if name == "tree":
        content, furniture = ElementTree.fromstring(output)
        return "\n".join(draw(content) + (draw(furniture) if len(furniture) else []))
    if name == "html":
        output = output.partition("<body>\n")[2].partition("</body>")[0]
    return output.rstrip("\n")


def main():
    cases = list(render.read_cases())
    requests = [(html, name, more, less) for _, html, expected in cases
                for _, name, more, less, _ in expected]
    answers = iter(render.render(requests))
    failed = count = 0
    for title, _, expected in cases:
        for heading, name, _, _, text in expected:
            count += 1
            actual = show(name, next(answers))
            if actual != text:
                failed += 1
                print(f"{title}, {heading}:\n--- expected\n{text}\n--- actual\n{actual}\n")
    print(f"{count - failed} of {count} outputs of {len(cases)} pages are as expected")
    return 1 if failed or count == 0 else 0


def rewrite():
    """Replaces the expected outputs of all cases by the actual ones."""
    for path in sorted((render.FOLDER / "cases").glob("*.txt")):
        parts = []
        for part in path.read_text().rstrip("\n").split("\n======\n"):
            head, *sections = ("\n" + part).split("\n--- ")
            title, _, html = head[1:].partition("\n")
            out = head[1:].rstrip("\n")
            for section in sections:
                heading = section.partition("\n")[0]
                name, *words = heading.split()
                more = [w[1:] for w in words if w.startswith("+")]
                less = [w[1:] for w in words if w.startswith("-")]
                answer = render.render([(html, name, more, less)])[0]
                out += f"\n--- {heading}\n{show(name, answer)}"
            parts.append(out)
        path.write_text("\n======\n".join(parts) + "\n")


if __name__ == "__main__":
    sys.exit(rewrite() if sys.argv[1:] == ["--write"] else main())
