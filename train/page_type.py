#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Learns what kind of page it is: src/page/type_table.c.

The numbers of each page come from `pith features`, of the command that whole.py built with
tables that did not see its domain; the types are WCXB's. What is printed is cross-validated
by the same folds.
"""
import argparse
import gzip
import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import lightgbm
import numpy as np

from pages import SNIPPETS, measure, type_of
from tables import NOTE, numbers

SOURCE = Path(__file__).resolve().parents[1]
# As the public header numbers them, from 1.
TYPES = ["article", "forum", "product", "collection", "listing", "documentation", "service"]
LEAF, ONE = 255, 1 << 10       # PITH_TYPE_LEAF; 1.0 in the leaves
ROUNDS = 20
SETTINGS = dict(objective="multiclass", num_class=len(TYPES), num_leaves=4, learning_rate=0.2,
                feature_fraction=0.4, bagging_fraction=0.8, bagging_freq=1, min_data_in_leaf=10,
                lambda_l2=3, max_bin=63, seed=1, num_threads=2, deterministic=True,
                force_col_wise=True, verbose=-1)
RARE = 0.5                     # a type weighs by this power of how rare it is


def load(folds, data):
    """(names of the numbers, numbers of each page, its type, its fold)"""
    of = json.loads((folds / "pages.json").read_text(encoding="utf-8"))
    names = sorted(name for name in of if not name.startswith(SNIPPETS))

    def one(name):
        html = gzip.decompress((data / f"wcxb/dev/html/{name}.html.gz").read_bytes())
        page = json.loads((data / f"wcxb/dev/ground-truth/{name}.json").read_text("utf-8"))
        measured = measure(folds / f"build-{of[name]}/pith", html)["page"]
        return measured, TYPES.index(type_of(page))

    with ThreadPoolExecutor(2) as pool:
        pages, types = zip(*pool.map(one, names))
    rows = np.array([list(page.values()) for page in pages], np.float32)
    return list(pages[0]), rows, np.array(types), np.array([of[name] for name in names])


def fit(rows, types):
    share = np.bincount(types, minlength=len(TYPES)) / len(types)
    weight = share[types] ** -RARE
    data = lightgbm.Dataset(rows, types, weight=weight / weight.mean())
    return lightgbm.train(SETTINGS, data, ROUNDS)


def nodes_of(tree):
    """The tree's nodes as the C code walks them."""
    if "leaf_value" in tree:
        return [(int(round(tree["leaf_value"] * ONE)), LEAF, 0)]
    below, above = nodes_of(tree["left_child"]), nodes_of(tree["right_child"])
    threshold = int(np.floor(tree["threshold"]))
    return [(threshold, tree["split_feature"], 1 + len(below)), *below, *above]


def report(types, found):
    confusion = np.zeros((len(TYPES), len(TYPES)), int)
    np.add.at(confusion, (types, found), 1)
    right = confusion.diagonal()
    f1 = 2 * right / (confusion.sum(0) + confusion.sum(1))
    print(f"accuracy {right.sum() / len(types):.4f}  macro-F1 {f1.mean():.4f}")
    print(f"{'is, taken for':14}" + "".join(f"{name[:8]:>9}" for name in TYPES) + "       F1")
    for name, row, value in zip(TYPES, confusion, f1):
        print(f"{name:14}" + "".join(f"{n:9}" for n in row) + f"   {value:.3f}")


def write(path, count, model):
    starts, nodes = [], []
    for tree in model.dump_model()["tree_info"]:
        starts.append(len(nodes))
        nodes += nodes_of(tree["tree_structure"])
    rows = "\n".join("    " + " ".join(f"{{{t}, {n}, {a}}}," for t, n, a in nodes[i:i + 6])
                     for i in range(0, len(nodes), 6))
    note = NOTE.replace("train.py", "page_type.py")
    path.write_text(f"""{note}#include "page/type.h"

const uint16_t pith_type_number_count = {count};
const uint16_t pith_type_tree_count = {len(starts)};

const uint16_t pith_type_trees[] = {{
{numbers(starts, 16)}
}};

const pith_type_node pith_type_nodes[] = {{
{rows}
}};
""", encoding="utf-8")
    print(f"{4 * len(nodes) + 2 * len(starts)} bytes")


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folds", type=Path, help="the folder that train.py and whole.py filled")
    parser.add_argument("--data", type=Path, default=SOURCE / "../shared/data",
                        help="the folder with wcxb")
    parser.add_argument("--out", type=Path, default=SOURCE / "src/page")
    args = parser.parse_args()
    names, rows, types, folds = load(args.folds, args.data)
    found = np.zeros(len(types), int)
    for fold in np.unique(folds):
        apart = folds == fold
        found[apart] = fit(rows[~apart], types[~apart]).predict(rows[apart]).argmax(1)
    report(types, found)
    model = fit(rows, types)
    gains = model.feature_importance("gain")
    order = np.argsort(-gains)
    print("most telling: " + ", ".join(names[i] for i in order[:12]))
    write(args.out / "type_table.c", len(names), model)


if __name__ == "__main__":
    main()
