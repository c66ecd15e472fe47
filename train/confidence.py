#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Learns how good pages turn out by what is expected of them: src/page/confidence_table.c.

Each page is read by the command that whole.py built with tables that did not see its domain.
Its expected F1 (`pith features`) is held against the word F1 of the whole text; isotonic
regression gives the table. What is printed is cross-validated by the same folds.
"""
import argparse
import gzip
import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
from sklearn.isotonic import IsotonicRegression

from pages import SNIPPETS, measure
from scoring import scores
from tables import NOTE, numbers

SOURCE = Path(__file__).resolve().parents[1]
STEPS, ONE = 20, 10_000        # PITH_CONFIDENCE_STEPS, PITH_CONFIDENCE_ONE


def read(folds, results, data):
    """For each page of WCXB: (fold, expected F1, whether something is kept, F1)."""
    texts = json.loads((results / "wcxb.json").read_text(encoding="utf-8"))

    def one(item):
        name, fold = item
        html = gzip.decompress((data / f"wcxb/dev/html/{name}.html.gz").read_bytes())
        page = measure(folds / f"build-{fold}/pith", html)["page"]
        truth = json.loads((data / f"wcxb/dev/ground-truth/{name}.json").read_text("utf-8"))
        reference = truth["ground_truth"].get("main_content") or ""
        return (fold, page["expected_f1"] / ONE, page["content_words"] > 0,
                scores(texts[name], reference)[0])

    of = json.loads((folds / "pages.json").read_text(encoding="utf-8"))
    with ThreadPoolExecutor(2) as pool:
        return np.array(list(pool.map(one, ((n, f) for n, f in sorted(of.items())
                                            if not n.startswith(SNIPPETS)))))


def fit(pages):
    """(the table, what a page is given of which nothing is kept)"""
    kept = pages[:, 2] > 0
    model = IsotonicRegression(y_min=0, y_max=1, out_of_bounds="clip")
    model.fit(pages[kept, 1], pages[kept, 3])
    table = model.predict(np.arange(STEPS + 1) / STEPS)
    nothing = pages[~kept, 3].mean() if (~kept).any() else 0.5
    return np.round(table * ONE).astype(int), int(round(nothing * ONE))


def apply(pages, table, nothing):
    given = np.interp(pages[:, 1], np.arange(STEPS + 1) / STEPS, table) / ONE
    return np.where(pages[:, 2] > 0, given, nothing / ONE)


def report(name, given, f1, bins=10):
    error = 0.0
    print(f"{name}: correlation with F1 {np.corrcoef(given, f1)[0, 1]:.3f}")
    for k in range(bins):
        chosen = (given * bins).astype(int).clip(0, bins - 1) == k
        if chosen.any():
            error += chosen.mean() * abs(given[chosen].mean() - f1[chosen].mean())
            print(f"  given {given[chosen].mean():.3f}  F1 {f1[chosen].mean():.3f}"
                  f"  pages {chosen.sum()}")
    print(f"  expected calibration error {error:.4f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folds", type=Path, help="the folder that train.py and whole.py filled")
    parser.add_argument("results", type=Path, help="the folder of texts that whole.py wrote")
    parser.add_argument("--data", type=Path, default=SOURCE / "../shared/data",
                        help="the folder with wcxb")
    parser.add_argument("--out", type=Path, default=SOURCE / "src/page")
    args = parser.parse_args()
    pages = read(args.folds, args.results, args.data)
    given = np.zeros(len(pages))
    for fold in np.unique(pages[:, 0]):
        apart = pages[:, 0] == fold
        given[apart] = apply(pages[apart], *fit(pages[~apart]))
    report("expected F1", pages[:, 1], pages[:, 3])
    report("confidence", given, pages[:, 3])
    table, nothing = fit(pages)
    note = NOTE.replace("train.py", "confidence.py")
    (args.out / "confidence_table.c").write_text(f"""{note}#include "page/confidence.h"

const uint16_t pith_page_confidences[PITH_CONFIDENCE_STEPS + 1] = {{
{numbers(table, 12)}
}};

const uint16_t pith_page_confidence_of_nothing = {nothing};
""", encoding="utf-8")


if __name__ == "__main__":
    main()
