#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Generate src/html/names.h and src/html/names_table.c: the element and attribute
names that pith knows, as small numbers, with a perfect hash for each list.

A name of at most 16 bytes is held as two little-endian 64-bit words, padded with
zeros. slot = (low * A + high * B) >> (64 - BITS); A and B are found by trial, so
that no two names share a slot. Longer names are never in the lists.
"""
import argparse
import random
import sys
from pathlib import Path

# Elements: the HTML standard's list of elements and its obsolete ones, the names
# that its tree construction mentions, and those of SVG and MathML that pages use.
TAGS = """
a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big
blink blockquote body br button canvas caption center cite code col colgroup data datalist dd
del details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer form frame
frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe image img input ins isindex kbd
keygen label legend li link listing main map mark marquee menu menuitem meta meter nav nobr
noembed noframes noscript object ol optgroup option output p param picture plaintext portal pre
progress q rb rbc rp rt rtc ruby s samp script search section select selectedcontent slot small
source span strike strong style sub summary sup table tbody td template textarea tfoot th thead
time title tr track tt u ul var video wbr xmp
svg g path circle rect line polygon polyline ellipse use defs symbol desc foreignobject text tspan
lineargradient radialgradient stop clippath mask filter pattern animate
math mi mo mn ms mtext mrow mfrac msup msub msubsup msqrt mroot mover munder munderover mtable mtr
mtd mspace mstyle mpadded mphantom menclose mglyph malignmark semantics annotation annotation-xml
mprescripts mmultiscripts none amp-img amp-ad
""".split()

ATTRIBUTES = """
accept action align alt aria-describedby aria-expanded aria-hidden aria-label aria-labelledby
aria-live aria-modal async border charset checked cite class clear color cols colspan content
controls coords crossorigin d data data-lang data-language data-lazy-src data-original data-src
data-srcset
data-time data-author data-id data-type datetime definitionurl dir disabled display encoding
face fill for frame headers height hidden href hreflang http-equiv id integrity itemid itemprop
itemref itemscope itemtype label lang language loading max media method min multiple name
noscript onclick onload open placeholder points poster prefix prompt property pubdate rel
required resource rev reversed role rowspan rows scope selected shape size sizes span src srcdoc
srcset start style summary tabindex target title transform type typeof usemap valign value
version viewbox vocab width xlink:actuate xlink:arcrole xlink:href xlink:role xlink:show
xlink:title xlink:type xml:lang xml:space xmlns xmlns:xlink
""".split()

MASK = (1 << 64) - 1


def words(name):
    data = name.encode().ljust(16, b"\0")
    return int.from_bytes(data[:8], "little"), int.from_bytes(data[8:], "little")


def find_hash(names, bits):
    rng = random.Random(1)  # fixed: the same lists give the same tables
    pairs = [words(n) for n in names]
    while True:
        a, b = rng.getrandbits(64) | 1, rng.getrandbits(64) | 1
        slots = {((lo * a + hi * b) & MASK) >> (64 - bits) for lo, hi in pairs}
        if len(slots) == len(pairs):
            return a, b


def identifier(name):
    return "".join(c.upper() if c.isalnum() else "_" for c in name)


def enum(kind, names, first):
    lines = [f"    PITH_{kind}_UNKNOWN = 0,"]
    lines += [f"    PITH_{kind}_{identifier(n)} = {i}," for i, n in enumerate(names, first)]
    lines += [f"    PITH_{kind}_COUNT = {len(names) + first}"]
    return "\n".join(lines)


def table(kind, names, bits, a, b):
    slots = [0] * (1 << bits)
    for i, n in enumerate(names, 1):
        lo, hi = words(n)
        slots[((lo * a + hi * b) & MASK) >> (64 - bits)] = i
    rows = ["    " + ", ".join(map(str, slots[i:i + 24])) + "," for i in range(0, len(slots), 24)]
    lower = kind.lower()
    keys = ["    {0, 0, 0},"] + [
        f"    {{0x{lo:016x}u, 0x{hi:016x}u, {len(n)}}}, /* {n} */"
        for n in names for lo, hi in [words(n)]]
    return (f"const uint16_t pith_{lower}_slots[1 << PITH_{kind}_HASH_BITS] = {{\n" +
            "\n".join(rows) +
            f"\n}};\n\nconst pith_name_key pith_{lower}_keys[PITH_{kind}_COUNT] = {{\n" +
            "\n".join(keys) + "\n};\n")


def string_table(kind, names):
    lower = kind.lower()
    return (f"const char *const pith_{lower}_names[PITH_{kind}_COUNT] = {{\n    \"\",\n" +
            "\n".join(f'    "{n}",' for n in names) + "\n};\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path(__file__).parent.parent / "src/html")
    args = parser.parse_args()
    lists = [("TAG", TAGS, 11), ("ATTRIBUTE", ATTRIBUTES, 11)]
    for _, names, _ in lists:
        if len(set(names)) != len(names) or any(len(n) > 16 for n in names):
            sys.exit("a name stands twice or is too long")
    note = "/* SPDX-License-Identifier: Apache-2.0 */\n/* Made by gen/names.py; do not edit. */\n"
    header = [note, """#ifndef PITH_HTML_NAMES_H
#define PITH_HTML_NAMES_H

#include <stdint.h>

/* A name of at most 16 bytes: two little-endian words, padded with zeros. */
typedef struct pith_name_key {
    uint64_t low;
    uint64_t high;
    uint32_t size;
} pith_name_key;
"""]
    source = [note, '#include "html/names.h"\n']
    for kind, names, bits in lists:
        a, b = find_hash(names, bits)
        lower = kind.lower()
        header.append(f"""
enum {{
{enum(kind, names, 1)}
}};

enum {{ PITH_{kind}_HASH_BITS = {bits} }};
extern const uint16_t pith_{lower}_slots[1 << PITH_{kind}_HASH_BITS];
extern const pith_name_key pith_{lower}_keys[PITH_{kind}_COUNT];
extern const char *const pith_{lower}_names[PITH_{kind}_COUNT];

/* The number of a name given as its two words, or 0. The hash has no collisions. */
static inline uint32_t pith_{lower}_find(uint64_t low, uint64_t high)
{{
    uint64_t hash = low * UINT64_C(0x{a:016x}) + high * UINT64_C(0x{b:016x});
    uint32_t number = pith_{lower}_slots[hash >> (64 - PITH_{kind}_HASH_BITS)];
    const pith_name_key *key = &pith_{lower}_keys[number];
    return key->low == low && key->high == high ? number : 0;
}}
""")
        source.append(table(kind, names, bits, a, b))
        source.append(string_table(kind, names))
    header.append("\n#endif\n")
    args.out.mkdir(parents=True, exist_ok=True)
    (args.out / "names.h").write_text("".join(header), encoding="utf-8")
    (args.out / "names_table.c").write_text("\n".join(source), encoding="utf-8")


if __name__ == "__main__":
    main()
