#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Measure the detection of undeclared encodings, beside that of other programs.

Pages come from two places: the multilingual pages (PITH_DATA/multilingual/html), whose
language is guessed from their letters and whose declarations are taken out; and, with
--po, the messages of a translated program (a folder of <language>/LC_MESSAGES/*.po, such
as Django's django/conf/locale), a few of them to a page of --bytes characters. Each is
written in the legacy encodings that its language had, and each program detects it. A
result is right if the page, decoded with it, reads the same.

pith is called as build/bench/charset_detect, which reads paths, one a line, and prints an
encoding for each; uchardet through its shared library. Needs Python's langdetect.
"""
import argparse
import ctypes
import gzip
import html
import os
import re
import subprocess
import sys
import tempfile
import unicodedata
from collections import Counter
from pathlib import Path

ENCODINGS = {  # language: encodings of the web, by their Python names
    "de": ["cp1252", "iso8859-15"], "fr": ["cp1252", "iso8859-15"], "es": ["cp1252"],
    "pt": ["cp1252"], "it": ["cp1252"], "nl": ["cp1252"], "sv": ["cp1252"], "da": ["cp1252"],
    "no": ["cp1252"], "fi": ["cp1252", "iso8859-15"], "en": ["cp1252"], "ca": ["cp1252"],
    "pl": ["cp1250", "iso8859-2"], "cs": ["cp1250", "iso8859-2"], "sk": ["cp1250", "iso8859-2"],
    "hu": ["cp1250", "iso8859-2"], "hr": ["cp1250", "iso8859-2"], "sl": ["cp1250", "iso8859-2"],
    "ro": ["cp1250", "iso8859-2"], "tr": ["cp1254"], "lt": ["cp1257"], "lv": ["cp1257"],
    "et": ["cp1257", "cp1252"], "vi": ["cp1258"],
    "ru": ["cp1251", "koi8-r", "iso8859-5", "cp866"], "uk": ["cp1251", "koi8-u"],
    "bg": ["cp1251", "iso8859-5"], "el": ["cp1253", "iso8859-7"], "he": ["cp1255"],
    "ar": ["cp1256", "iso8859-6"], "fa": ["cp1256"], "th": ["cp874"],
    "ja": ["cp932", "euc-jp"], "zh-cn": ["gbk"], "zh-tw": ["big5"], "ko": ["cp949"]}


PO_LANGUAGES = {"nb": "no", "zh_Hans": "zh-cn", "zh_Hant": "zh-tw"}


def po_pages(folder, size):
    """Pages of about `size` characters of translated messages: (name, language, text)."""
    for path in sorted(folder.glob("*/LC_MESSAGES/*.po")):
        name = path.parts[-3]
        language = PO_LANGUAGES.get(name, name)
        messages = re.findall(r'(?m)^msgstr(?:\[\d\])? ((?:".*"\n)+)',
                              path.read_text(encoding="utf-8"))
        text, number = "", 0
        for message in messages[1:]:
            text += "".join(re.findall(r'"(.*)"', message)).replace("\\n", "\n") + "\n"
            if len(text) >= size:
                yield f"{name}-{number}", language, text
                text, number = "", number + 1


def web_pages(folder, without_markup):
    from langdetect import DetectorFactory, LangDetectException, detect
    DetectorFactory.seed = 1
    for path in sorted(folder.glob("*.html.gz")):
        try:
            markup = gzip.decompress(path.read_bytes()).decode("utf-8")
            text = page_text(markup)
            language = detect(text[:20000])
        except (UnicodeDecodeError, LangDetectException):
            continue
        yield path.name, language, text if without_markup else undeclared(markup)


def page_text(markup):
    markup = re.sub(r"(?is)<(script|style)\b.*?</\1\s*>|<!--.*?-->", " ", markup)
    return html.unescape(re.sub(r"(?s)<[^>]*>", " ", markup))


def undeclared(markup):
    markup = re.sub(r"(?is)<meta\b[^>]*charset[^>]*>", "", markup)
    return re.sub(r"(?is)^\s*<\?xml.*?\?>", "", markup)


def encoded(text, encoding):
    if encoding == "cp1258":
        out = []
        for c in text:
            try:
                c.encode("cp1258")
            except UnicodeEncodeError:
                parts = unicodedata.normalize("NFD", c)
                tone = "".join(t for t in parts if t in "\u0300\u0301\u0303\u0309\u0323")
                c = unicodedata.normalize("NFC", "".join(p for p in parts if p not in tone)) + tone
            out.append(c)
        text = "".join(out)
    return text.encode(encoding, "xmlcharrefreplace")


def detect_with_pith(program, cases):
    lines = subprocess.run([program], input="\n".join(str(c[0]) for c in cases), text=True,
                           capture_output=True, check=True).stdout.splitlines()
    assert len(lines) == len(cases)
    return lines


def detect_with_uchardet(cases):
    library = ctypes.CDLL("libuchardet.so.0")
    library.uchardet_new.restype = ctypes.c_void_p
    library.uchardet_get_charset.restype = ctypes.c_char_p
    names = []
    for _, data, _, _ in cases:
        detector = ctypes.c_void_p(library.uchardet_new())
        library.uchardet_handle_data(detector, data, ctypes.c_size_t(len(data)))
        library.uchardet_data_end(detector)
        names.append(library.uchardet_get_charset(detector).decode())
        library.uchardet_delete(detector)
    return names


def make_cases(pages, folder):
    for name, language, text in pages:
        for encoding in ENCODINGS.get(language, []):
            data = encoded(text, encoding)
            if not data.isascii():
                file = Path(folder) / f"{name}.{encoding}"
                file.write_bytes(data)
                yield file, data, language, encoding


# Python's codecs under the names that the detectors give, where they have others.
CODECS = {"windows-874": "cp874", "shift_jis": "cp932", "euc-kr": "cp949", "uhc": "cp949",
          "x-mac-cyrillic": "mac-cyrillic", "": "cp1252", "ascii": "cp1252"}


def is_right(data, encoding, found):
    try:
        return data.decode(CODECS.get(found.lower(), found)) == data.decode(encoding)
    except (LookupError, UnicodeDecodeError):
        return False


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--pith", default="build/bench/charset_detect")
    parser.add_argument("--data", type=Path,
                        default=Path(os.environ.get("PITH_DATA", "../shared/data")))
    parser.add_argument("--text", action="store_true", help="web pages without their markup")
    parser.add_argument("--po", type=Path, help="folder of translations, instead of web pages")
    parser.add_argument("--bytes", type=int, default=600, help="of a page of translations")
    parser.add_argument("--wrong", action="store_true", help="list what pith got wrong")
    args = parser.parse_args()
    pages = (po_pages(args.po, args.bytes) if args.po else
             web_pages(args.data / "multilingual/html", args.text))
    with tempfile.TemporaryDirectory() as folder:
        cases = list(make_cases(pages, folder))
        results = [detect_with_pith(args.pith, cases), detect_with_uchardet(cases)]
    total, right = Counter(), [Counter() for _ in results]
    for i, (file, data, language, encoding) in enumerate(cases):
        total[language, encoding] += 1
        for k, names in enumerate(results):
            good = is_right(data, encoding, names[i])
            right[k][language, encoding] += good
            if args.wrong and not good and k == 0:
                print(file.name, language, encoding, names[i], file=sys.stderr)
    print("language encoding pages pith uchardet")
    for key in sorted(total):
        print(*key, total[key], *(r[key] for r in right))
    print("all -", sum(total.values()), *(sum(r.values()) for r in right))


if __name__ == "__main__":
    main()
