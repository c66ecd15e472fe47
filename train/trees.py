# SPDX-License-Identifier: Apache-2.0
"""The boosted trees: training by LightGBM, and the tables that src/label/model.c reads."""
import lightgbm
import numpy as np

from sampling import sample

LEAVES = 16                    # PITH_TREE_LEAVES
ONE = 1 << 10                  # PITH_LOG_ODDS_ONE
TREES = 150
SETTINGS = dict(objective="cross_entropy", num_leaves=LEAVES, learning_rate=0.1,
                feature_fraction=0.25, bagging_fraction=0.7, bagging_freq=1,
                min_data_in_leaf=60, lambda_l2=5, max_bin=63, seed=1, num_threads=2,
                deterministic=True, force_col_wise=True, verbose=-1)


def fit(pages, features):
    """features(page): its rows. Gives the tables."""
    share = np.concatenate([page.share for page in pages])
    chosen, weight = sample(np.concatenate([page.weight for page in pages]))
    rows = np.concatenate([features(page) for page in pages])[chosen]
    data = lightgbm.Dataset(rows.astype(np.float32), share[chosen], weight=weight[chosen],
                            params={"max_bin": SETTINGS["max_bin"]})
    return Tables(lightgbm.train(SETTINGS, data, TREES))


class Tables:
    """splits[tree]: (feature, threshold, leaves kept above it); leaves[tree]: log-odds."""

    def __init__(self, booster):
        self.splits, self.leaves = [], []
        self.base = 0
        for tree in booster.dump_model()["tree_info"]:
            splits, leaves = [], []
            collect(tree["tree_structure"], splits, leaves)
            self.splits.append(splits)
            self.leaves.append(leaves + [0] * (LEAVES - len(leaves)))
        self.gains = booster.feature_importance("gain")

    def score(self, rows):
        """The log-odds, computed as the C code computes them."""
        result = np.full(len(rows), self.base, np.int64)
        for splits, leaves in zip(self.splits, self.leaves):
            left = np.full(len(rows), (1 << LEAVES) - 1, np.uint32)
            for feature, threshold, keep in splits:
                left[rows[:, feature] > threshold] &= keep
            lowest = (left & (~left + np.uint32(1))).astype(np.float64)
            result += np.array(leaves)[np.log2(lowest).astype(int)]
        return result


def collect(node, splits, leaves):
    """Adds the subtree's splits and leaves, from the left; gives its leaves' numbers."""
    if "leaf_value" in node:
        leaves.append(int(round(node["leaf_value"] * ONE)))
        return [len(leaves) - 1]
    place = len(splits)
    splits.append(None)
    left = collect(node["left_child"], splits, leaves)
    right = collect(node["right_child"], splits, leaves)
    keep = (1 << LEAVES) - 1
    for leaf in left:
        keep &= ~(1 << leaf)
    splits[place] = (node["split_feature"], int(np.floor(node["threshold"])), keep)
    return left + right
