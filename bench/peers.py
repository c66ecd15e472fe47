#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Parsers that come as Python packages, beside pith, on the same pages.

usage: peers.py BUILD FOLDER [ROUNDS [STEP]]

Each page is inflated and made valid UTF-8 before any clock starts; then all
contenders parse it, one after the other. pith and libdeflate are called through
ctypes, so they too bear what a call from Python costs (some microseconds a page).
pith is given bytes with their charset, and its time includes decoding them.
"""
import ctypes
import ctypes.util
import gzip
import statistics
import sys
from importlib.metadata import version
from pathlib import Path
from time import thread_time

import turbohtml
from selectolax.lexbor import LexborDocumentOptions, LexborHTMLParser


class Str(ctypes.Structure):
    _fields_ = [("data", ctypes.c_char_p), ("size", ctypes.c_size_t)]


class Page(ctypes.Structure):  # pith_page
    _fields_ = [("size", ctypes.c_size_t), ("bytes", Str), ("url", Str), ("content_type", Str),
                ("charset", Str)]


class Pith:
    def __init__(self, build):
        self.library = ctypes.CDLL(str(build / "libpith.so"))
        self.library.pith_reader_new.restype = ctypes.c_void_p
        self.library.pith_tree_write.argtypes = [
            ctypes.c_void_p, ctypes.POINTER(Page), Str, ctypes.c_void_p, ctypes.c_void_p,
            ctypes.c_void_p, ctypes.c_void_p]
        self.reader = ctypes.c_void_p(self.library.pith_reader_new(None, None))

    def __call__(self, page):
        given = Page(ctypes.sizeof(Page), Str(page.utf8, len(page.utf8)), Str(), Str(),
                     Str(b"utf-8", 5))
        if self.library.pith_tree_write(self.reader, given, Str(), None, None, None, None) != 0:
            sys.exit("pith failed")


class Inflate:
    """libdeflate on the same bytes, compressed anew at gzip's usual level."""

    def __init__(self):
        name = ctypes.util.find_library("deflate")
        if name is None:
            sys.exit("libdeflate is not installed")
        self.library = ctypes.CDLL(name)
        self.library.libdeflate_alloc_decompressor.restype = ctypes.c_void_p
        self.decompressor = ctypes.c_void_p(self.library.libdeflate_alloc_decompressor())
        self.out = ctypes.create_string_buffer(1)
        self.size = ctypes.c_size_t()

    def __call__(self, page):
        if self.library.libdeflate_gzip_decompress(
                self.decompressor, page.packed, ctypes.c_size_t(len(page.packed)), self.out,
                ctypes.c_size_t(len(self.out)), ctypes.byref(self.size)) != 0:
            sys.exit("libdeflate failed")

    def prepare(self, page):
        if len(self.out) < len(page.utf8):
            self.out = ctypes.create_string_buffer(len(page.utf8))


class Text:
    """A page: as characters, as UTF-8, and compressed."""

    def __init__(self, path):
        self.text = gzip.decompress(path.read_bytes()).decode("utf-8", "replace")
        self.utf8 = self.text.encode()
        self.packed = gzip.compress(self.utf8, 6)


def contenders(build):
    lexbor_options = LexborDocumentOptions.WO_EVENTS.value
    return {
        "inflate (libdeflate)": Inflate(),
        "pith, with decoding": Pith(build),
        f"lexbor (selectolax {version('selectolax')})":
            lambda page: LexborHTMLParser(page.utf8, options=lexbor_options),
        f"turbohtml {version('turbohtml')}, characters":
            lambda page: turbohtml.parse(page.text, positions=False),
        f"turbohtml {version('turbohtml')}, bytes":
            lambda page: turbohtml.parse(page.utf8, encoding="utf-8", positions=False),
    }


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    build, folder = Path(sys.argv[1]).resolve(), Path(sys.argv[2])
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 3
    step = int(sys.argv[4]) if len(sys.argv) > 4 else 1
    paths = sorted(folder.glob("*.gz"))[::step]
    if not paths:
        print(f"no pages (*.gz) in {folder}", file=sys.stderr)
        sys.exit(77)
    runs = contenders(build)
    times = {name: [0.0] * (rounds + 1) for name in runs}
    size = 0
    for path in paths:
        page = Text(path)
        size += len(page.utf8)
        runs["inflate (libdeflate)"].prepare(page)
        for number in range(rounds + 1):  # the first is to warm up
            for name, run in runs.items():
                start = thread_time()
                run(page)
                times[name][number] += thread_time() - start

    print(f"{len(paths)} pages, {size / 1e6:.1f} MB; median of {rounds} rounds\n")
    print(f"{'':34} {'MB/s':>9} {'ms':>9} {'spread':>7} {'x inflate':>10} {'x pith':>10}")
    middle = {name: statistics.median(t[1:]) for name, t in times.items()}
    for name, seconds in middle.items():
        spread = (max(times[name][1:]) - min(times[name][1:])) / seconds
        print(f"{name:34} {size / 1e6 / seconds:9.0f} {seconds * 1e3:9.1f} {spread:7.1%} "
              f"{seconds / middle['inflate (libdeflate)']:10.3f} "
              f"{seconds / middle['pith, with decoding']:10.2f}")


if __name__ == "__main__":
    main()
