# SPDX-License-Identifier: Apache-2.0
"""Which words of a page's blocks its reference text has: order-aware alignment, by
unique runs of words that both have (patience diff, Bram Cohen), ever shorter ones in
the gaps between; then a pass for text that stands elsewhere in the reference."""
import bisect
import difflib
import re
from collections import Counter

WORD = re.compile(r"\w+")


def words(text):
    return WORD.findall(text.lower())


def rising(pairs):
    """The longest part of `pairs`, sorted by their first, that rises in their second."""
    tails, at, before = [], [], [-1] * len(pairs)
    for i, (_, b) in enumerate(pairs):
        k = bisect.bisect_left(tails, b)
        if k == len(tails):
            tails.append(b)
            at.append(i)
        else:
            tails[k], at[k] = b, i
        before[i] = at[k - 1] if k else -1
    chain, i = [], at[-1] if at else -1
    while i >= 0:
        chain.append(pairs[i])
        i = before[i]
    return chain[::-1]


def unique_runs(sequence, start, end, size):
    """{run of words: its place} for runs that come up once."""
    places = {}
    for i in range(start, end - size + 1):
        run = tuple(sequence[i:i + size])
        places[run] = -1 if run in places else i
    return {run: i for run, i in places.items() if i >= 0}


def align(page, reference, matched, a, a_end, b, b_end, depth=0):
    """Sets matched[i] for the words page[a:a_end] that reference[b:b_end] has in order."""
    while a < a_end and b < b_end and page[a] == reference[b]:
        matched[a] = b
        a, b = a + 1, b + 1
    while a < a_end and b < b_end and page[a_end - 1] == reference[b_end - 1]:
        a_end, b_end = a_end - 1, b_end - 1
        matched[a_end] = b_end
    if a >= a_end or b >= b_end or depth > 12:
        return
    for size in (6, 4, 3, 2, 1):
        mine = unique_runs(page, a, a_end, size)
        theirs = unique_runs(reference, b, b_end, size)
        pairs = sorted((mine[run], theirs[run]) for run in mine.keys() & theirs.keys())
        if not pairs:
            continue
        for i, j in rising(pairs):
            if i < a or j < b:
                continue
            align(page, reference, matched, a, i, b, j, depth + 1)
            while i < a_end and j < b_end and page[i] == reference[j]:
                matched[i] = j
                i, j = i + 1, j + 1
            a, b = i, j
        align(page, reference, matched, a, a_end, b, b_end, depth + 1)
        return
    if (a_end - a) * (b_end - b) < 400_000:  # all words come up more than once
        matcher = difflib.SequenceMatcher(None, page[a:a_end], reference[b:b_end], autojunk=False)
        for block in matcher.get_matching_blocks():
            for k in range(block.size):
                matched[a + block.a + k] = b + block.b + k


def add_moved(blocks, shares, reference, used):
    """Blocks that the alignment left, but whose words stand together elsewhere."""
    rest = Counter(word for word, taken in zip(reference, used) if not taken)
    runs = set()
    for i in range(len(reference)):
        for size in range(1, 6):
            if i + size <= len(reference) and not any(used[i:i + size]):
                runs.add(tuple(reference[i:i + size]))
    for k, block in enumerate(blocks):
        if shares[k] >= 0.3 or len(block) < 3:
            continue
        size = min(5, len(block))
        mine = [tuple(block[i:i + size]) for i in range(len(block) - size + 1)]
        together = sum(run in runs for run in mine) / len(mine)
        count = Counter(block)
        covered = sum(min(n, rest[word]) for word, n in count.items()) / len(block)
        if together > 0.7 and covered > 0.8:
            shares[k] = covered
            rest.subtract(count)


def content_shares(texts, reference_text):
    """For each block the share of its words that the reference has."""
    blocks = [words(text) for text in texts]
    reference = words(reference_text)
    page = [word for block in blocks for word in block]
    matched = [-1] * len(page)
    if page and reference:
        align(page, reference, matched, 0, len(page), 0, len(reference))
    used = [False] * len(reference)
    for j in matched:
        if j >= 0:
            used[j] = True
    shares, at = [], 0
    for block in blocks:
        hits = sum(j >= 0 for j in matched[at:at + len(block)])
        shares.append(hits / len(block) if block else 0.0)
        at += len(block)
    add_moved(blocks, shares, reference, used)
    return shares
