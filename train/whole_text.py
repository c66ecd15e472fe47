#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Cross-validates the command on plain text: each page, stripped of its markup in each of
the ways of train/plain.py, is read by a pith whose table saw no page of its domain."""
import argparse
import gzip
import json
import subprocess
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np

import plain
from pages import type_of
from scoring import scores
from train_text import decode
from whole import build

SOURCE = Path(__file__).resolve().parents[1]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folds", type=Path, help="the folder that train_text.py --folds filled")
    parser.add_argument("--data", type=Path, default=SOURCE / "../shared/data")
    args = parser.parse_args()
    root = args.data / "wcxb/dev"
    folds = json.loads((args.folds / "pages.json").read_text(encoding="utf-8"))
    piths = {fold: build(f"PITH_TEXT_TABLE={(args.folds / str(fold) / 'model_table.c').resolve()}",
                         args.folds / f"build-{fold}") for fold in sorted(set(folds.values()))}

    def score(name):
        data = json.loads((root / "ground-truth" / f"{name}.json").read_text(encoding="utf-8"))
        html = decode(gzip.decompress((root / "html" / f"{name}.html.gz").read_bytes()))
        reference, result = data["ground_truth"].get("main_content") or "", []
        for variant in plain.VARIANTS:
            done = subprocess.run([piths[folds[name]], "-q", "-i", "text", "-"],
                                  input=plain.text(html, variant, name).encode(),
                                  stdout=subprocess.PIPE, check=True)
            result.append(scores(done.stdout.decode(), reference)[0])
        return type_of(data), result

    by_type = defaultdict(list)
    with ThreadPoolExecutor(2) as pool:
        for kind, result in pool.map(score, folds):
            by_type[kind].append(result)
            by_type["all"].append(result)
    print(f"{'type':14}{'pages':>6}" + "".join(f"{v:>10}" for v in plain.VARIANTS))
    for kind, values in sorted(by_type.items()):
        print(f"{kind:14}{len(values):6}" + "".join(f"{v:10.4f}" for v in np.mean(values, axis=0)))


if __name__ == "__main__":
    main()
