#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Generate src/html/entities_table.c and .h: the named character references of the
HTML standard (13.5), from Python's html.entities.html5, which is the same list.

The list has 2,231 names: 2,125 that end in a semicolon, of which 106 may also stand
without it. The table holds each of the 2,125 once, sorted by byte value.
"""
import argparse
import sys
from html.entities import html5
from pathlib import Path

NOTE = "/* SPDX-License-Identifier: Apache-2.0 */\n/* Made by gen/entities.py; do not edit. */\n"

HEADER = """#ifndef PITH_HTML_ENTITIES_TABLE_H
#define PITH_HTML_ENTITIES_TABLE_H

#include <stdint.h>

typedef struct pith_entity {
    uint32_t first;  /* its code point */
    uint16_t second; /* a second code point, or 0 */
    uint16_t name;   /* where its name, without "&" and ";", begins in pith_entity_text */
    uint8_t size;    /* bytes of the name */
    uint8_t legacy;  /* 1 if it may stand without a semicolon */
} pith_entity;

enum {
    PITH_ENTITY_COUNT = %d,
    PITH_ENTITY_LONGEST = %d,       /* bytes of the longest name */
    PITH_ENTITY_LONGEST_LEGACY = %d /* bytes of the longest that needs no semicolon */
};

/* Sorted by name. */
extern const pith_entity pith_entities[PITH_ENTITY_COUNT];
extern const char pith_entity_text[];

/* The first entity of each initial from "A" on; the last is the end of "z". */
extern const uint16_t pith_entity_initials['z' - 'A' + 2];

#endif
"""


def wrap(items, indent="    ", width=96):
    lines, line = [], indent
    for item in items:
        if len(line) + len(item) + 1 > width:
            lines.append(line.rstrip())
            line = indent
        line += item + " "
    return "\n".join(lines + [line.rstrip()])


def letters(name):
    """Single characters: as one string they would be longer than C11 promises."""
    return "".join(f"'{c}'," for c in name)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path(__file__).parent.parent / "src/html")
    args = parser.parse_args()
    names = sorted(n[:-1] for n in html5 if n.endswith(";"))
    legacy = {n for n in html5 if not n.endswith(";")}
    if len(html5) != 2231 or any(html5[n] != html5[n + ";"] for n in legacy):
        sys.exit("this Python's list of entities is not the HTML standard's")

    rows, offset = [], 0
    for name in names:
        first, second = (*map(ord, html5[name + ";"]), 0)[:2]
        rows.append(f"    {{0x{first:X}, 0x{second:X}, {offset}, {len(name)}, "
                    f"{int(name in legacy)}}}, /* {name} */")
        offset += len(name)
    initials = [sum(n < chr(c) for n in names) for c in range(ord("A"), ord("z") + 2)]

    counts = len(names), max(map(len, names)), max(map(len, legacy))
    args.out.mkdir(parents=True, exist_ok=True)
    (args.out / "entities_table.h").write_text(NOTE + HEADER % counts, encoding="utf-8")
    (args.out / "entities_table.c").write_text(
        NOTE + '\n#include "html/entities_table.h"\n\n'
        "const uint16_t pith_entity_initials['z' - 'A' + 2] = {\n" +
        wrap(f"{i}," for i in initials) + "\n};\n\n"
        f"const char pith_entity_text[{offset}] = {{\n" +
        wrap(letters(n) for n in names) + "\n};\n\n"
        "const pith_entity pith_entities[PITH_ENTITY_COUNT] = {\n" + "\n".join(rows) + "\n};\n",
        encoding="utf-8")


if __name__ == "__main__":
    main()
