#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Every instruction set gives the same trees on the pages of the wcxb data set.
Under a sanitizer, on every twentieth of them."""
import gzip
import os
import subprocess
import sys

import suites


def main():
    folder = suites.data_folder("wcxb/dev/html")
    pages = sorted(folder.glob("*.html.gz"))
    if os.environ.get("PITH_SANITIZE"):
        pages = pages[::20]
    if not pages:
        sys.exit(f"no pages in {folder}")
    process = subprocess.Popen([suites.program("trees"), "--count"], stdin=subprocess.PIPE,
                               stdout=subprocess.PIPE)
    size = 0
    try:
        for path in pages:  # the answers are short enough to wait in the pipe
            data = gzip.decompress(path.read_bytes())
            size += len(data)
            process.stdin.write(f"{len(data)} 0 \n".encode() + data)
    except BrokenPipeError:
        pass  # it says why on standard error
    counts = process.communicate()[0].split()
    if process.returncode != 0 or len(counts) != len(pages):
        print(f"page {pages[min(len(counts), len(pages) - 1)].name} failed")
        return 1
    print(f"{len(pages)} pages, {size} bytes, {sum(map(int, counts))} nodes: all trees are equal")
    return 0


if __name__ == "__main__":
    sys.exit(main())
