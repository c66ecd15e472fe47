# SPDX-License-Identifier: Apache-2.0
"""What a text is worth against a page's reference, as the benchmark scores it."""
from collections import Counter

from align import words


def scores(text, reference):
    """(F1, precision, recall) of the bag of words; of nothing where nothing is wanted, 1."""
    got, wanted = Counter(words(text)), Counter(words(reference))
    if not got or not wanted:
        return (float(not got and not wanted),) * 3
    common = (got & wanted).total()
    return 2 * common / (got.total() + wanted.total()), common / got.total(), \
        common / wanted.total()
