#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Generate src/charset/detect_table.c: for each language, what a letter costs after
another, in half bits.

The counts of letter pairs are those of langdetect 1.0.9 (Nakatani Shuyo, Apache-2.0;
`pip download langdetect`), which took them from Wikipedia's abstracts: the generator
takes the path of the unpacked package's folder `profiles`.

Classes of letters: 0 is all that is no letter of the language. ASCII letters are
classes 1 to 26 in languages of the Latin script, and together class 1 in others. Then
come the language's other letters, upper and lower case as one. The cost of `b` after
`a` is -log2(count(ab) / count(a)). Pairs of ASCII classes tell nothing of the encoding
and are left out.
"""
import argparse
import json
import math
import unicodedata
from collections import Counter
from pathlib import Path

LATIN = "fr de es pt it nl sv da no fi ca et pl cs sk hu ro hr sl tr lt lv vi sq cy".split()
OTHERS = "ru uk bg mk el he ar fa th".split()
COST_MAX = 26    # half bits: 13 bits, for a pair that was never seen
RARE = 4e-6      # letters that are rarer than this belong to foreign names
# Per cent: letters with a second mark, by the vowel below it and by the tone.
VOWELS = {"a": 12, "e": 1, "i": 4, "o": 4, "u": 3, "y": 2, "\u00e2": 15, "\u0103": 6,
          "\u00ea": 16, "\u00f4": 14, "\u01a1": 10, "\u01b0": 13}
TONES = {"\u0300": 28, "\u0301": 28, "\u0303": 8, "\u0309": 12, "\u0323": 24}
SCRIPTS = {"ru": "CYRILLIC", "uk": "CYRILLIC", "bg": "CYRILLIC", "mk": "CYRILLIC", "el": "GREEK",
           "he": "HEBREW", "ar": "ARABIC", "fa": "ARABIC", "th": "THAI"}
NOTE = "/* SPDX-License-Identifier: Apache-2.0 */\n/* Made by gen/detector.py; do not edit. */\n"


def fold(character):
    lower = character.lower()
    return lower if len(lower) == 1 else character


def in_windows_1258(character):
    """What stands for a character in windows-1258, as (string, share) pairs.

    The encoding writes most tones as marks of their own. langdetect counts all letters
    from U+1EA0 to U+1EFF as U+1EC3, so these are shared out as Vietnamese uses them.
    """
    if character != "\u1ec3":
        return [(character, 1.0)]
    return [(vowel + tone, vowel_share * tone_share / 10000)
            for vowel, vowel_share in VOWELS.items() for tone, tone_share in TONES.items()]


def vietnamese_pairs(profile):
    pairs = Counter()
    for gram, count in profile["freq"].items():
        gram = "".join(map(fold, gram))
        if len(gram) == 1:
            for text, share in in_windows_1258(gram):
                if len(text) == 2:
                    pairs[text] += count * share
        elif len(gram) == 2:
            for first, first_share in in_windows_1258(gram[0]):
                for second, second_share in in_windows_1258(gram[1]):
                    pairs[first[-1] + second[0]] += count * first_share * second_share
    return pairs


def pairs_of(language, profile):
    if language == "vi":
        return vietnamese_pairs(profile)
    pairs = Counter()
    for gram, count in profile["freq"].items():
        gram = "".join(map(fold, gram))
        if language == "ro":  # web pages write the cedilla, which all encodings have
            gram = gram.replace("\u0219", "\u015f").replace("\u021b", "\u0163")
        if len(gram) == 2:
            pairs[gram] += count
    return pairs


def is_letter(language, character):
    if ord(character) < 0x80 or unicodedata.category(character)[0] not in "LM":
        return False
    if language == "vi" and unicodedata.category(character) == "Mn":
        return True
    return unicodedata.name(character, "").startswith(SCRIPTS.get(language, "LATIN"))


def upper(character):
    result = character.upper()
    return result if len(result) == 1 else character


def model(language, profile):
    pairs = pairs_of(language, profile)
    total = sum(pairs.values())
    letters = Counter()
    for gram, count in pairs.items():
        if is_letter(language, gram[1]):
            letters[gram[1]] += count
    letters = sorted(c for c, n in letters.items() if n / total > RARE)
    latin = language in LATIN
    base = 27 if latin else 2

    def class_of(character):
        if character in letters:
            return base + letters.index(character)
        if not character.isascii() or not character.isalpha():
            return 0
        return ord(character) - 96 if latin else 1

    counts, sums = Counter(), Counter()
    for gram, count in pairs.items():
        first, second = class_of(gram[0]), class_of(gram[1])
        counts[first, second] += count
        sums[first] += count

    def cost(first, second):
        seen = counts[first, second]
        mixed = not latin and sorted((first, second))[0] == 1  # a word of two scripts
        if seen == 0 or mixed:
            return COST_MAX
        return min(COST_MAX, round(-2 * math.log2(seen / sums[first])))

    size = base + len(letters)
    rows = ["".join(chr(97 + cost(first, second))
                    for second in (range(base, size) if first < base else range(size)))
            for first in range(size)]
    return letters, base, rows


def literal(characters):
    return 'u"' + "".join(f"\\u{ord(c):04X}" if unicodedata.category(c)[0] == "M" or
                          unicodedata.bidirectional(c) in ("R", "AL") else c
                          for c in characters) + '"'


def strings(rows):
    text = "".join(rows)
    return "\n".join(f'     "{text[i:i + 90]}"' for i in range(0, len(text), 90))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("profiles", type=Path, help="langdetect's folder of profiles")
    parser.add_argument("--out", type=Path, default=Path(__file__).parent.parent / "src/charset")
    args = parser.parse_args()
    entries = []
    for language in LATIN + OTHERS:
        profile = json.loads((args.profiles / language).read_text(encoding="utf-8"))
        letters, base, rows = model(language, profile)
        entries.append(f"    {{\"{language}\", {base}, {len(letters)},\n"
                       f"     {literal(letters)},\n     {literal(map(upper, letters))},\n"
                       f"{strings(rows)}}},")
    (args.out / "detect_table.c").write_text(
        NOTE + '#include "charset/detect.h"\n\n' +
        f"const size_t pith_language_count = {len(entries)};\n\n" +
        "const pith_language pith_languages[] = {\n" + "\n".join(entries) + "\n};\n",
        encoding="utf-8")


if __name__ == "__main__":
    main()
