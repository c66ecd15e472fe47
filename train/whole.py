#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Cross-validates the whole command: builds it with the tables of each fold that
train.py --folds wrote, reads that fold's pages, and writes all texts as a results file."""
import argparse
import gzip
import json
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[1]


def build(tables, folder):
    subprocess.run(["cmake", "-G", "Ninja", "-S", SOURCE, "-B", folder, f"-DPITH_TABLES={tables}",
                    "-DCMAKE_BUILD_TYPE=Release"],
                   check=True, stdout=subprocess.DEVNULL)
    subprocess.run(["cmake", "--build", folder, "--target", "pith"], check=True,
                   stdout=subprocess.DEVNULL)
    return folder / "pith"


def read(pith, page):
    done = subprocess.run([pith, "-q", "-f", "text", "-"], input=gzip.decompress(page.read_bytes()),
                          stdout=subprocess.PIPE)
    return done.stdout.decode("utf-8", "replace")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folds", type=Path, help="the folder that train.py --folds filled")
    parser.add_argument("results", type=Path, help="{page: text} goes here")
    parser.add_argument("--html", type=Path, default=SOURCE / "../shared/data/wcxb/dev/html",
                        help="the pages, *.html.gz")
    args = parser.parse_args()
    folds = json.loads((args.folds / "pages.json").read_text(encoding="utf-8"))
    texts = {}
    for fold in sorted(set(folds.values())):
        pith = build((args.folds / str(fold)).resolve(), args.folds / f"build-{fold}")
        names = [name for name, of in folds.items() if of == fold]
        with ThreadPoolExecutor(2) as pool:
            for name, text in zip(names, pool.map(
                    lambda name: read(pith, args.html / f"{name}.html.gz"), names)):
                texts[name] = text
    args.results.write_text(json.dumps(texts, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main()
