# SPDX-License-Identifier: Apache-2.0
"""The weights of the names around a block: a regularised logistic regression over
hashed tokens, added up as src/label/naming.c adds them up."""
import numpy as np
import scipy.sparse as sparse
from sklearn.linear_model import SGDClassifier

from sampling import sample

BITS = 15                      # PITH_NAME_WEIGHT_BITS
ONE = 24                       # PITH_NAME_WEIGHT_ONE
SPREAD = (0x9E3779B1, 0x85EBCA77, 0xC2B2AE3D, 0x27D4EB2F)
REACHES = len(SPREAD)          # own, child, below, inline


def slots(tokens, reach):
    hashed = (tokens * np.uint64(SPREAD[reach])) & np.uint64(0xFFFFFFFF)
    return (hashed >> np.uint64(32 - BITS)).astype(np.int64) + (reach << BITS)


def matrix(page):
    """A row for each block: how often each weight counts."""
    own, child, below = ([slots(t, reach) for t in page.tokens] for reach in range(3))
    around = []
    for i, parent in enumerate(page.parents):
        outer = around[parent] if i > 0 else below[i]
        around.append(np.unique(np.concatenate([outer, below[i]])))
    columns, ends = [], [0]
    for block, section in enumerate(page.sections):
        parent = page.parents[section]
        columns += [own[section], child[parent], around[page.parents[parent]],
                    slots(page.inline[block], 3)]
        ends.append(ends[-1] + sum(map(len, columns[-4:])))
    columns = np.concatenate(columns) if columns else np.zeros(0, int)
    result = sparse.csr_matrix((np.ones(len(columns), np.float32), columns, ends),
                               shape=(len(ends) - 1, REACHES << BITS))
    result.sum_duplicates()
    return result


def fit(pages, alpha=6e-4):
    """The weights as 8-bit numbers, REACHES × 2^BITS."""
    share = np.concatenate([page.share for page in pages])
    chosen, weight = sample(np.concatenate([page.weight for page in pages]))
    rows = sparse.vstack([page.matrix for page in pages]).tocsr()[chosen]
    share, weight = share[chosen], weight[chosen]
    # A block that is partly content counts as both, by its share.
    both = sparse.vstack([rows, rows]).tocsr()
    is_content = np.r_[np.ones(len(share)), np.zeros(len(share))]
    weight = np.r_[weight * share, weight * (1 - share)]
    counts = weight > 1e-9
    model = SGDClassifier(loss="log_loss", alpha=alpha, max_iter=8, tol=None, average=True,
                          random_state=1)
    model.fit(both[counts], is_content[counts], sample_weight=weight[counts])
    return np.clip(np.round(model.coef_[0] * ONE), -127, 127).astype(np.int8)


def score(page, weights):
    return np.asarray(page.matrix @ weights.astype(np.float32)).ravel()
