#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Generate the tables of src/charset/ from the indexes and labels of the Encoding
standard (https://encoding.spec.whatwg.org/).

They are read from the unpacked npm package text-encoding 0.7.0 (`npm pack
text-encoding`), whose indexes are those of January 2017. What the standard has
changed since is applied here, each with the section that it stands in.

An index becomes a row of characters for each lead byte, as a u"" literal, so that
the tables can be read, and are no larger in the source than in the program. A dot
stands for a pointer without a code point; decoders take every unit below U+0080
for none, the zeros after the end of a short row included.
"""
import argparse
import json
import re
import unicodedata
from pathlib import Path

# "Index gb18030" (section 5), aligned with GB 18030-2022 in 2024: these bytes
# stood for private use code points.
GB18030_2022 = {
    0xA6D9: 0xFE10, 0xA6DA: 0xFE12, 0xA6DB: 0xFE11, 0xA6DC: 0xFE13, 0xA6DD: 0xFE14,
    0xA6DE: 0xFE15, 0xA6DF: 0xFE16, 0xA6EC: 0xFE17, 0xA6ED: 0xFE18, 0xA6F3: 0xFE19,
    0xFE59: 0x9FB4, 0xFE61: 0x9FB5, 0xFE66: 0x9FB6, 0xFE67: 0x9FB7, 0xFE6D: 0x9FB8,
    0xFE7E: 0x9FB9, 0xFE90: 0x9FBA, 0xFEA0: 0x9FBB}

# "Names and labels" (section 4.2), added in 2019 and 2020.
LATER_LABELS = {
    "UTF-8": ["unicode11utf8", "unicode20utf8", "x-unicode20utf8"],
    "UTF-16LE": ["csunicode", "iso-10646-ucs-2", "ucs-2", "unicode", "unicodefeff"],
    "UTF-16BE": ["unicodefffe"],
    "replacement": ["replacement"]}

# The rows of pith_single_byte: the order of the encodings in encoding.h.
SINGLE_BYTE = """
ibm866 iso-8859-2 iso-8859-3 iso-8859-4 iso-8859-5 iso-8859-6 iso-8859-7 iso-8859-8 iso-8859-8-i
iso-8859-10 iso-8859-13 iso-8859-14 iso-8859-15 iso-8859-16 koi8-r koi8-u macintosh windows-874
windows-1250 windows-1251 windows-1252 windows-1253 windows-1254 windows-1255 windows-1256
windows-1257 windows-1258 x-mac-cyrillic
""".split()

NOTE = "/* SPDX-License-Identifier: Apache-2.0 */\n/* Made by gen/encodings.py; do not edit. */\n"
UNITS_PER_LINE = 47


def read_package(package):
    text = (package / "lib/encoding-indexes.js").read_text(encoding="utf-8")
    start = text.index("{", text.index('global["encoding-indexes"] ='))
    indexes, _ = json.JSONDecoder().raw_decode(text, start)
    text = (package / "lib/encoding.js").read_text(encoding="utf-8")
    start = text.index("[", text.index("var encodings = ["))
    groups, _ = json.JSONDecoder().raw_decode(text, start)
    labels = {e["name"]: list(e["labels"]) for g in groups for e in g["encodings"]}
    return indexes, labels


def bring_up_to_date(indexes, labels):
    for code, code_point in GB18030_2022.items():
        lead, trail = code >> 8, code & 0xFF
        pointer = (lead - 0x81) * 190 + trail - (0x40 if trail < 0x7F else 0x41)
        assert 0xE000 <= indexes["gb18030"][pointer] < 0xF900
        indexes["gb18030"][pointer] = code_point
    for name, later in LATER_LABELS.items():
        labels[name] = sorted(set(labels[name]) | set(later))
    indexes["iso-8859-8-i"] = indexes["iso-8859-8"]


def unit(code_point):
    """One code unit as it stands in a u"" literal."""
    if code_point is None:
        return "."
    assert 0x80 <= code_point < 0x10000 and not 0xD800 <= code_point < 0xE000
    if code_point < 0xA0:  # C11, 6.4.3, has no universal names for the C1 controls
        return f"\\{code_point:o}"
    category = unicodedata.category(chr(code_point))
    bidi = unicodedata.bidirectional(chr(code_point))
    if category[0] in "CMZ" or bidi in ("R", "AL"):
        return f"\\u{code_point:04X}"
    return chr(code_point)


def row(code_points, indent="    ", note=""):
    while code_points and code_points[-1] is None:
        code_points = code_points[:-1]
    lines = [f'{indent}u"' + "".join(map(unit, code_points[i:i + UNITS_PER_LINE])) + '"'
             for i in range(0, len(code_points), UNITS_PER_LINE)]
    return "\n".join(lines or [f'{indent}u""']) + "," + note


def rows(index, width, first=0, last=None):
    last = len(index) // width - 1 if last is None else last
    return "\n".join(row(index[r * width:(r + 1) * width]) for r in range(first, last + 1))


def table(name, type_, dimensions, body):
    return f"\nconst {type_} {name}{dimensions} = {{\n{body}\n}};\n"


def single_byte(indexes):
    body = "\n".join(row(indexes[name], note=f" /* {name} */") for name in SINGLE_BYTE)
    return table("pith_single_byte", "uint16_t", "[PITH_SINGLE_BYTE_COUNT][129]", body)


def gb18030(indexes):
    ranges = [r for r in indexes["gb18030-ranges"] if r[0] < 0x10000]
    assert len(ranges) == 206 and indexes["gb18030-ranges"][-1] == [189000, 0x10000]
    pairs = [f"{{{p}, 0x{c:04X}}}," for p, c in ranges]
    lines = ["    " + " ".join(pairs[i:i + 6]) for i in range(0, len(pairs), 6)]
    return (table("pith_gb18030", "uint16_t", "[126][191]", rows(indexes["gb18030"], 190)) +
            table("pith_gb18030_ranges", "pith_gb18030_range", "[PITH_GB18030_RANGE_COUNT]",
                  "\n".join(lines)))


def big5(indexes):
    """Code points of plane 2 stand in a list; private use units point into it."""
    index = indexes["big5"]
    assert not any(c is not None and 0xE000 <= c < 0xF900 for c in index)
    plane2 = sorted({c for c in index if c is not None and c > 0xFFFF})
    assert len(plane2) <= 0x1900 and plane2[-1] < 0x30000
    number = {c: 0xE000 + i for i, c in enumerate(plane2)}
    index = [number.get(c, c) for c in index]
    index += [None] * (126 * 157 - len(index))
    lines = ['    U"' + "".join(map(chr, plane2[i:i + UNITS_PER_LINE])) + '"'
             for i in range(0, len(plane2), UNITS_PER_LINE)]
    return (table("pith_big5", "uint16_t", "[120][158]", rows(index, 157, 6)) +
            f"\nconst uint32_t pith_big5_plane2[{len(plane2) + 1}] =\n" + "\n".join(lines) + ";\n")


def jis(indexes):
    return (table("pith_jis0208", "uint16_t", "[120][95]", rows(indexes["jis0208"], 94)) +
            table("pith_jis0212", "uint16_t", "[77][95]", rows(indexes["jis0212"], 94, 0, 76)))


def euc_kr(indexes):
    return table("pith_euc_kr", "uint16_t", "[125][191]", rows(indexes["euc-kr"], 190, 0, 124))


def label_table(labels):
    pairs = sorted((label, name) for name, group in labels.items() for label in group)
    assert len(pairs) == len(set(p[0] for p in pairs)) and max(len(p[0]) for p in pairs) < 20
    lines = [f'    {{"{label}", PITH_ENCODING_{re.sub("[^A-Z0-9]", "_", name.upper())}}},'
             for label, name in pairs]
    return (f"const size_t pith_label_count = {len(pairs)};\n" +
            table("pith_charset_labels", "pith_charset_label", "[]", "\n".join(lines)))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("package", type=Path, help="folder of the unpacked package")
    parser.add_argument("--out", type=Path, default=Path(__file__).parent.parent / "src/charset")
    args = parser.parse_args()
    indexes, labels = read_package(args.package)
    bring_up_to_date(indexes, labels)
    for make in (single_byte, gb18030, big5, jis, euc_kr):
        (args.out / f"{make.__name__}_table.c").write_text(
            NOTE + '#include "charset/tables.h"\n' + make(indexes), encoding="utf-8")
    (args.out / "label_table.c").write_text(
        NOTE + '#include "charset/encoding.h"\n\n' + label_table(labels), encoding="utf-8")


if __name__ == "__main__":
    main()
