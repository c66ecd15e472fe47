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
RARE = 2e-5      # letters that are rarer than this belong to foreign names
# Per cent: letters with a second mark, by the vowel below it and by the tone.
VOWELS = {"a": 12, "e": 1, "i": 4, "o": 4, "u": 3, "y": 2, "\u00e2": 15, "\u0103": 6,
          "\u00ea": 16, "\u00f4": 14, "\u01a1": 10, "\u01b0": 13}
TONES = {"\u0300": 28, "\u0301": 28, "\u0303": 8, "\u0309": 12, "\u0323": 24}
LETTERS_MAX = 61  # a class has 6 bits, and C99 promises strings of 4,095 bytes
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


def normalize(language, gram):
    """The strings that stand for an n-gram, as (string, share) pairs; see above."""
    gram = "".join(map(fold, gram))
    shared = [("", 1.0)]
    for character in gram:
        parts = in_windows_1258(character) if language == "vi" else [(character, 1.0)]
        shared = [(text + part, share * part_share)
                  for text, share in shared for part, part_share in parts]
    return shared


def count_grams(language, profile):
    """Counts of letters and of pairs of them."""
    letters, pairs = Counter(), Counter()
    for gram, count in profile["freq"].items():
        if len(gram) == 1:
            for text, share in normalize(language, gram):
                for character in text:
                    letters[character] += count * share
                if len(text) == 2:
                    pairs[text] += count * share
        elif len(gram) == 2:
            first, second = normalize(language, gram[0]), normalize(language, gram[1])
            for a, a_share in first:
                for b, b_share in second:
                    pairs[a[-1] + b[0]] += count * a_share * b_share
    return letters, pairs


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
    letter_counts, pairs = count_grams(language, profile)
    total = sum(letter_counts.values())
    letters = [c for c, n in letter_counts.most_common()
               if is_letter(language, c) and n / total > RARE]
    letters = sorted(letters[:LETTERS_MAX])
    latin = language in LATIN
    base = 27 if latin else 2
    size = base + len(letters)

    def class_of(character):
        if character in letters:
            return base + letters.index(character)
        if not character.isascii() or not character.isalpha():
            return 0
        return ord(character) - 96 if latin else 1

    counts, sums, first_sums, second_sums = Counter(), Counter(), Counter(), Counter()
    for character, count in letter_counts.items():
        sums[class_of(character)] += count
    for gram, count in pairs.items():
        first, second = class_of(gram[0]), class_of(gram[1])
        counts[first, second] += count
        first_sums[first] += count
        second_sums[second] += count
    sums[0] = max(first_sums[0], second_sums[0])
    everything = sum(sums.values())
    cut_off = min(pairs.values())

    def cost(first, second):
        """The profiles leave rare pairs out: what they lack of a letter's count is theirs."""
        if not latin and sorted((first, second))[0] == 1:  # a word of two scripts
            return COST_MAX
        seen = counts[first, second]
        if seen == 0:
            lacking = max((sums[second] - second_sums[second]) * sums[first],
                          (sums[first] - first_sums[first]) * sums[second])
            seen = min(cut_off, max(lacking, 1) / everything)
        share = min(1, seen / max(sums[first], first_sums[first], 1))
        return min(COST_MAX, round(-2 * math.log2(share)))

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
