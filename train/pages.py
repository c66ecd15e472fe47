# SPDX-License-Identifier: Apache-2.0
"""The labelled pages: what `pith features` measures of each, and its reference text."""
import gzip
import json
import subprocess
import zlib
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit

import numpy as np

from align import content_shares, words

FOLDS = 5
SNIPPETS = "multilingual-"     # before the names of pages of that set


class Page:
    """One page. For each block: features (a row), share (of its words that are content),
    count (its words), weight (what it counts in training), text, section, tokens of its
    inline elements. For each section: parent and tokens."""

    def __init__(self, name, kind, domain, record):
        self.name, self.kind, self.domain = name, kind, domain
        self.fold = zlib.crc32(domain.encode()) % FOLDS
        blocks = record["blocks"]
        self.texts = [block["text"] for block in blocks]
        self.sections = np.array([block["section"] for block in blocks], int)
        self.inline = [np.array(block["tokens"], np.uint64) for block in blocks]
        self.parents = np.array([section["parent"] for section in record["sections"]], int)
        self.tokens = [np.array(section["tokens"], np.uint64) for section in record["sections"]]
        self.features = np.array([block["values"] for block in blocks], np.int16).reshape(
            len(blocks), len(record["features"]))
        self.words = [Counter(words(text)) for text in self.texts]
        self.count = np.array([sum(block.values()) for block in self.words], float)

    def label_by_text(self, reference):
        """By the whole text of the content."""
        self.reference = Counter(words(reference))
        self.share = np.array(content_shares(self.texts, reference))
        # A page's F1 is what counts, so its words weigh less the more of them there are.
        total = sum(self.reference.values()) + 0.25 * self.count.sum() + 50
        self.weight = self.count / total

    def label_by_snippets(self, inside, outside, worth=0.3):
        """By pieces of text that the content has and has not; other blocks are unknown."""
        self.reference = None
        self.share, self.weight = np.zeros(len(self.texts)), np.zeros(len(self.texts))
        texts = [" ".join(text.split()) for text in self.texts]
        pieces = [(" ".join(s.split()), 1.0) for s in inside]
        pieces += [(" ".join(s.split()), 0.0) for s in outside]
        for piece, share in pieces:
            found = [i for i, text in enumerate(texts) if piece in text]
            for i in found:
                self.share[i] = share
                self.weight[i] += worth / len(pieces) / len(found)


def type_of(data):
    """The type of a page of WCXB, by its annotation; what it calls category is a collection."""
    kind = (data.get("_internal") or {}).get("page_type", {})
    kind = kind.get("primary", "article") if isinstance(kind, dict) else kind
    return "collection" if kind == "category" else kind


def measure(pith, html):
    done = subprocess.run([pith, "features", "-"], input=html, stdout=subprocess.PIPE, check=True)
    return json.loads(done.stdout)


def load_wcxb(pith, root, split="dev", jobs=2):
    """The pages of WCXB (Murrough Foley, 2026, CC-BY-4.0) in the order of their names, and
    the features' names."""
    feature_names = measure(pith, b"")["features"]
    domains = json.loads((root / "metadata.json").read_text(encoding="utf-8"))["files"]

    def load(path):
        data = json.loads(path.read_text(encoding="utf-8"))
        html = gzip.decompress((root / split / "html" / f"{path.stem}.html.gz").read_bytes())
        page = Page(path.stem, type_of(data), domains[path.stem]["domain"], measure(pith, html))
        page.label_by_text(data["ground_truth"].get("main_content") or "")
        return page

    with ThreadPoolExecutor(jobs) as pool:
        paths = sorted((root / split / "ground-truth").glob("*.json"))
        return list(pool.map(load, paths)), feature_names


def load_snippets(pith, root, jobs=2):
    """The pages of trafilatura's evaluation set (Adrien Barbaresi, Apache-2.0)."""
    truth = json.loads((root / "ground-truth.json").read_text(encoding="utf-8"))

    def load(name):
        html = gzip.decompress((root / "html" / f"{name}.html.gz").read_bytes())
        page = Page(SNIPPETS + name, "snippets", urlsplit(truth[name]["url"]).netloc,
                    measure(pith, html))
        page.label_by_snippets(truth[name]["with"], truth[name]["without"])
        return page

    with ThreadPoolExecutor(jobs) as pool:
        return list(pool.map(load, sorted(truth)))
