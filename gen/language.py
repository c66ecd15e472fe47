#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Generate src/language/trigram_table.c: how much a trigram speaks for each language of
the scripts that several languages share.

The counts are those of langdetect 1.0.9 (Nakatani Shuyo, Apache-2.0; `pip download
langdetect`), which took them from Wikipedia's abstracts: the generator takes the path of
the unpacked package's folder `profiles`.

A trigram is three characters of a word in lower case with a space at its ends. Its row in
the table is a hash of them (src/language/language.c computes the same); what it says for
a language is the logarithm of its share there by its mean share in the languages of that
script, in 1/PITH_LANGUAGE_ONE.
"""
import argparse
import json
import math
from pathlib import Path

GROUPS = {
    "LATIN": "af ca cs cy da de en es et fi fr hr hu id it lt lv nl no pl pt ro sk sl so sq sv sw "
             "tl tr vi".split(),
    "CYRILLIC": "bg mk ru uk".split(),
    "ARABIC": "ar fa ur".split(),
    "DEVANAGARI": "hi mr ne".split(),
}
BITS = 12          # PITH_TRIGRAM_BITS
ONE = 16           # PITH_LANGUAGE_ONE
UNSEEN = 3e-5      # the share of what a profile does not have


def row(trigram):
    value = 0
    for character in trigram:
        value = ((value ^ ord(character)) * 0x9E3779B1) & 0xFFFFFFFF
        value ^= value >> 15
    return (value * 0x85EBCA77 & 0xFFFFFFFF) >> (32 - BITS)


def fold(gram):
    lower = gram.lower()
    return lower if len(lower) == len(gram) else gram


def shares(path):
    """For each row the share of the language's trigrams that fall into it."""
    profile = json.loads(path.read_text(encoding="utf-8"))
    result = [0.0] * (1 << BITS)
    for gram, count in profile["freq"].items():
        if len(gram) == 3:
            result[row(fold(gram))] += count / profile["n_words"][2]
    return result


def weights(folder):
    columns = []
    for languages in GROUPS.values():
        group = [shares(folder / language) for language in languages]
        for one in group:
            column = []
            for k in range(1 << BITS):
                mean = sum(other[k] for other in group) / len(group)
                value = math.log2((one[k] + UNSEEN) / (mean + UNSEEN)) * ONE
                column.append(max(-127, min(127, round(value))))
            columns.append(column)
    return columns


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("profiles", type=Path)
    parser.add_argument("--out", type=Path,
                        default=Path(__file__).resolve().parents[1] / "src/language")
    args = parser.parse_args()
    names, ends = [], []
    for languages in GROUPS.values():
        names += languages
        ends.append(len(names))
    rows = zip(*weights(args.profiles))
    table = "\n".join("    {" + ",".join(map(str, values)) + "}," for values in rows)
    ends = ", ".join(map(str, [0] + ends))
    listed = ", ".join(f'"{name}"' for name in names)
    (args.out / "trigram_table.c").write_text(f"""/* SPDX-License-Identifier: Apache-2.0 */
/* Made by gen/language.py; do not edit. */
#include "language/trigram.h"

const char pith_trigram_languages[PITH_TRIGRAM_LANGUAGES][4] = {{
    {listed}}};

const uint8_t pith_trigram_groups[PITH_TRIGRAM_GROUPS + 1] = {{{ends}}};

const int8_t pith_trigram_weights[1 << PITH_TRIGRAM_BITS][PITH_TRIGRAM_LANGUAGES] = {{
{table}
}};
""", encoding="utf-8")


if __name__ == "__main__":
    main()
