# SPDX-License-Identifier: Apache-2.0
"""From probabilities to content, as src/label/decide.c does it, and what it is worth."""
from collections import Counter

import numpy as np
from sklearn.isotonic import IsotonicRegression

STEPS, STEP = 256, 1 << 6      # PITH_ODDS_STEPS, PITH_ODDS_STEP
ONE = 10_000                   # PITH_PROBABILITY_ONE
FIXED, OWN = 0.3, 0.7          # the threshold: 0.7 of the page's best and 0.3 of 0.3


def step(log_odds):
    return np.clip((log_odds + STEP // 2 * STEPS) // STEP, 0, STEPS - 1).astype(int)


def calibrate(log_odds, share, weight):
    """The table of probabilities: rising, and true of these blocks."""
    steps = step(log_odds)
    fit = IsotonicRegression(y_min=0.002, y_max=0.998, out_of_bounds="clip")
    fit.fit(steps, share, sample_weight=weight)
    return np.round(fit.predict(np.arange(STEPS)) * ONE).astype(int)


def threshold(steps, count, table):
    """The least step that is kept: that of the best expected F1, drawn towards FIXED."""
    words = np.bincount(steps, weights=count, minlength=STEPS)
    expected = words * table / ONE
    kept, right = np.cumsum(words[::-1]), np.cumsum(expected[::-1])
    f1 = 2 * right / np.maximum(kept + expected.sum(), 1e-9)
    best = table[STEPS - 1 - int(np.argmax(f1))] / ONE
    return OWN * best + (1 - OWN) * FIXED


def decide(page, log_odds, table):
    """Which blocks are content."""
    steps = step(log_odds)
    keep = table[steps] / ONE >= threshold(steps, page.count, table)
    seen = set()
    for i in np.flatnonzero(keep):
        text = page.texts[i].casefold()
        if page.count[i] >= 5 and text in seen:
            keep[i] = False
        seen.add(text)
    return keep


def f1(page, keep):
    """Bag-of-words F1 of the kept blocks, as the benchmark scores a page."""
    got = sum((page.words[i] for i in np.flatnonzero(keep)), Counter())
    have, want = sum(got.values()), sum(page.reference.values())
    if not have or not want:
        return float(not have and not want)
    common = sum((got & page.reference).values())
    return 2 * common / (have + want)
