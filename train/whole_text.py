#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Cross-validates the command on plain text: each page, stripped of its markup in each of
the ways of train/plain.py, is read by a pith whose table saw no page of its domain."""
import argparse
import gzip
import json
import subprocess
from collections import Counter, defaultdict
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np

import plain
from align import words
from train_text import decode

SOURCE = Path(__file__).resolve().parents[1]


def build(table, folder):
    subprocess.run(["cmake", "-G", "Ninja", "-S", SOURCE, "-B", folder,
                    f"-DPITH_TEXT_TABLE={table}", "-DCMAKE_BUILD_TYPE=Release"],
                   check=True, stdout=subprocess.DEVNULL)
    subprocess.run(["cmake", "--build", folder, "--target", "pith"], check=True,
                   stdout=subprocess.DEVNULL)
    return folder / "pith"


def f1(text, reference):
    got, want = Counter(words(text)), Counter(words(reference))
    if not got or not want:
        return float(not got and not want)
    return 2 * (got & want).total() / (got.total() + want.total())


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folds", type=Path, help="the folder that train_text.py --folds filled")
    parser.add_argument("--data", type=Path, default=SOURCE / "../shared/data")
    args = parser.parse_args()
    root = args.data / "wcxb/dev"
    folds = json.loads((args.folds / "pages.json").read_text(encoding="utf-8"))
    piths = {fold: build((args.folds / str(fold) / "model_table.c").resolve(),
                         args.folds / f"build-{fold}") for fold in sorted(set(folds.values()))}

    def score(name):
        data = json.loads((root / "ground-truth" / f"{name}.json").read_text(encoding="utf-8"))
        kind = (data.get("_internal") or {}).get("page_type", {})
        kind = kind.get("primary", "article") if isinstance(kind, dict) else kind
        html = decode(gzip.decompress((root / "html" / f"{name}.html.gz").read_bytes()))
        reference, result = data["ground_truth"].get("main_content") or "", []
        for variant in plain.VARIANTS:
            done = subprocess.run([piths[folds[name]], "-q", "-i", "text", "-"],
                                  input=plain.text(html, variant, name).encode(),
                                  stdout=subprocess.PIPE, check=True)
            result.append(f1(done.stdout.decode(), reference))
        return "collection" if kind == "category" else kind, result

    scores = defaultdict(list)
    with ThreadPoolExecutor(2) as pool:
        for kind, result in pool.map(score, folds):
            scores[kind].append(result)
            scores["all"].append(result)
    print(f"{'type':14}{'pages':>6}" + "".join(f"{v:>10}" for v in plain.VARIANTS))
    for kind, values in sorted(scores.items()):
        print(f"{kind:14}{len(values):6}" + "".join(f"{v:10.4f}" for v in np.mean(values, axis=0)))


if __name__ == "__main__":
    main()
