#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Cross-validates the whole command: builds it with the tables of each fold that
train.py --folds wrote, reads that fold's pages, and writes all texts as results files."""
import argparse
import gzip
import json
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from pages import SNIPPETS

SOURCE = Path(__file__).resolve().parents[1]


def build(setting, folder):
    """The command with other tables: `setting` is PITH_TABLES=… or PITH_TEXT_TABLE=…"""
    subprocess.run(["cmake", "-G", "Ninja", "-S", SOURCE, "-B", folder, f"-D{setting}",
                    "-DCMAKE_BUILD_TYPE=Release"],
                   check=True, stdout=subprocess.DEVNULL)
    subprocess.run(["cmake", "--build", folder, "--target", "pith"], check=True,
                   stdout=subprocess.DEVNULL)
    return folder / "pith"


def read(pith, page):
    done = subprocess.run([pith, "-q", "-f", "text", "-"], input=gzip.decompress(page.read_bytes()),
                          stdout=subprocess.PIPE)
    return done.stdout.decode("utf-8", "replace")


def file_of(data, name):
    if name.startswith(SNIPPETS):
        return data / "multilingual/html" / f"{name.removeprefix(SNIPPETS)}.html.gz"
    return data / "wcxb/dev/html" / f"{name}.html.gz"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folds", type=Path, help="the folder that train.py --folds filled")
    parser.add_argument("results", type=Path,
                        help="wcxb.json and multilingual.json, {page: text}, go into this folder")
    parser.add_argument("--data", type=Path, default=SOURCE / "../shared/data",
                        help="the folder with wcxb and multilingual")
    args = parser.parse_args()
    folds = json.loads((args.folds / "pages.json").read_text(encoding="utf-8"))
    texts = {"wcxb": {}, "multilingual": {}}
    for fold in sorted(set(folds.values())):
        pith = build(f"PITH_TABLES={(args.folds / str(fold)).resolve()}",
                     args.folds / f"build-{fold}")
        names = [name for name, of in folds.items() if of == fold]
        with ThreadPoolExecutor(2) as pool:
            for name, text in zip(names, pool.map(lambda name: read(pith, file_of(args.data, name)),
                                                  names)):
                texts["multilingual" if name.startswith(SNIPPETS) else "wcxb"][
                    name.removeprefix(SNIPPETS)] = text
    args.results.mkdir(parents=True, exist_ok=True)
    for name, found in texts.items():
        (args.results / f"{name}.json").write_text(json.dumps(found, ensure_ascii=False),
                                                   encoding="utf-8")


if __name__ == "__main__":
    main()
