# SPDX-License-Identifier: Apache-2.0
"""The labelled pages: what `pith features` measures of each, and its reference text."""
import gzip
import json
import subprocess
import zlib
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import numpy as np

from align import content_shares, words

FOLDS = 5


class Page:
    """One page. For each block: features (a row), share (of its words that are content),
    count (its words), weight (what it counts in training), text, section, tokens of its
    inline elements. For each section: parent and tokens."""

    def __init__(self, name, kind, domain, reference, record):
        self.name, self.kind, self.domain = name, kind, domain
        self.fold = zlib.crc32(domain.encode()) % FOLDS
        self.reference = Counter(words(reference))
        blocks = record["blocks"]
        self.texts = [block["text"] for block in blocks]
        self.sections = np.array([block["section"] for block in blocks], int)
        self.inline = [np.array(block["tokens"], np.uint64) for block in blocks]
        self.parents = np.array([section["parent"] for section in record["sections"]], int)
        self.tokens = [np.array(section["tokens"], np.uint64) for section in record["sections"]]
        self.features = np.array([block["values"] for block in blocks], np.int16).reshape(
            len(blocks), len(record["features"]))
        shares, counts = content_shares(self.texts, reference)
        self.share, self.count = np.array(shares), np.array(counts, float)
        # A page's F1 is what counts, so its words weigh less the more of them there are.
        total = sum(self.reference.values()) + 0.25 * self.count.sum() + 50
        self.weight = self.count / total
        self.words = [Counter(words(text)) for text in self.texts]


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
        kind = (data.get("_internal") or {}).get("page_type", {})
        kind = kind.get("primary", "article") if isinstance(kind, dict) else kind
        html = gzip.decompress((root / split / "html" / f"{path.stem}.html.gz").read_bytes())
        return Page(path.stem, "collection" if kind == "category" else kind,
                    domains[path.stem]["domain"], data["ground_truth"].get("main_content") or "",
                    measure(pith, html))

    with ThreadPoolExecutor(jobs) as pool:
        paths = sorted((root / split / "ground-truth").glob("*.json"))
        return list(pool.map(load, paths)), feature_names
