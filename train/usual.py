#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The usual value of each feature, which `pith explain` holds blocks against. train.py writes
them with the other tables; alone, this does it in a minute, for features that have changed."""
import argparse
from pathlib import Path

import numpy as np

import tables
from pages import load_wcxb

SOURCE = Path(__file__).resolve().parents[1]


def medians(pages):
    """Of each feature, over the blocks of pages by their weight."""
    rows = np.concatenate([page.features for page in pages])
    weight = np.concatenate([page.weight for page in pages])
    result = []
    for column in rows.T:
        order = np.argsort(column, kind="stable")
        below = np.cumsum(weight[order])
        result.append(column[order[np.searchsorted(below, below[-1] / 2)]])
    return result


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=SOURCE / "../shared/data",
                        help="the folder with wcxb")
    parser.add_argument("--pith", type=Path, default=SOURCE / "build/pith")
    parser.add_argument("--out", type=Path, default=SOURCE / "src/label")
    args = parser.parse_args()
    pages, _ = load_wcxb(args.pith, args.data / "wcxb")
    tables.write_usual(args.out / "usual_table.c", medians(pages))


if __name__ == "__main__":
    main()
