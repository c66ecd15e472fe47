# SPDX-License-Identifier: Apache-2.0
"""Fewer rows of the same worth: light ones are drawn by chance and weigh more for it."""
import numpy as np


def sample(weights, rows=150_000):
    """(chosen, weights): about `rows` of them; the weights' mean over the chosen is 1."""
    low, high = 0.0, 1e9
    for _ in range(80):
        scale = (low + high) / 2
        if np.minimum(1, weights * scale).sum() > rows:
            high = scale
        else:
            low = scale
    chance = np.minimum(1, weights * scale)
    chosen = np.random.default_rng(1).random(len(weights)) < chance
    result = np.where(chance > 0, weights / np.maximum(chance, 1e-12), 0)
    return chosen, result / result[chosen].mean()
