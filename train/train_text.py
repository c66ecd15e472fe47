#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Learns what is content in plain text: from labelled pages, stripped of their markup by
train/plain.py in several ways, to the table in src/text. Cross-validates by domain first,
as train/train.py does. The same data give the same table."""
import argparse
import gzip
import json
import pickle
import subprocess
import zlib
from collections import Counter, defaultdict
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import numpy as np

import decide
import plain
import tables
import trees
from align import content_shares, words
from pages import FOLDS, type_of

SOURCE = Path(__file__).resolve().parents[1]
INT16 = np.iinfo(np.int16)


class Text:
    """One page in one variant; what it has is named as pages.Page names it."""

    def __init__(self, name, kind, domain, variant, record, reference, share=None):
        self.name, self.kind, self.variant = name, kind, variant
        self.fold = zlib.crc32(domain.encode()) % FOLDS
        blocks = record["blocks"]
        self.texts = [block["text"] for block in blocks]
        self.features = np.array([block["values"] for block in blocks], np.int16).reshape(
            len(blocks), len(record["features"]))
        self.words = [Counter(words(text)) for text in self.texts]
        self.count = np.array([sum(block.values()) for block in self.words], float)
        self.reference = Counter(words(reference))
        self.share = np.array(content_shares(self.texts, reference)) if share is None else share
        total = sum(self.reference.values()) + 0.25 * self.count.sum() + 50
        self.weight = self.count / total


def measure(pith, text):
    done = subprocess.run([pith, "features", "-i", "text", "-"], input=text.encode(),
                          stdout=subprocess.PIPE, check=True)
    return json.loads(done.stdout)


def decode(raw):
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("windows-1252", "replace")


def load_page(job):
    pith, root, path, domain, variants, vary, known = job
    data = json.loads(path.read_text(encoding="utf-8"))
    kind = type_of(data)
    raw = gzip.decompress((root / "dev" / "html" / f"{path.stem}.html.gz").read_bytes())
    html, result = decode(raw), []
    reference = data["ground_truth"].get("main_content") or ""
    for variant in variants:
        record = measure(pith, plain.text(html, variant, path.stem, vary))
        share = known.get((path.stem, variant, vary))
        if share is not None and len(share) != len(record["blocks"]):
            share = None
        result.append(Text(path.stem, kind, domain, variant, record, reference, share))
    return result


def load(pith, root, variants, vary, cache=None, every=1, jobs=2):
    """The pages of WCXB (Murrough Foley, 2026, CC-BY-4.0) in each of the variants."""
    domains = json.loads((root / "metadata.json").read_text(encoding="utf-8"))["files"]
    known = {}
    if cache and cache.exists():
        known = pickle.loads(cache.read_bytes())
    paths = sorted((root / "dev" / "ground-truth").glob("*.json"))[::every]
    work = [(pith, root, path, domains[path.stem]["domain"], variants, vary, known)
            for path in paths]
    with ProcessPoolExecutor(jobs) as pool:
        texts = [text for page in pool.map(load_page, work, chunksize=8) for text in page]
    if cache:
        known.update({(t.name, t.variant, vary): t.share for t in texts})
        cache.write_bytes(pickle.dumps(known))
    return texts


def key(text):
    return text.name, text.variant, id(text)


def calibrate(texts, log_odds):
    return decide.calibrate(np.concatenate([log_odds[key(t)] for t in texts]),
                            np.concatenate([t.share for t in texts]),
                            np.concatenate([t.weight for t in texts]))


def f1(text, keep):
    """As decide.f1(), in linear time."""
    got = Counter()
    for i in np.flatnonzero(keep):
        got.update(text.words[i])
    have, want = got.total(), text.reference.total()
    if not have or not want:
        return float(not have and not want)
    return 2 * (got & text.reference).total() / (have + want)


def report(texts, log_odds, by_fold, results=None):
    scores, kept = defaultdict(lambda: defaultdict(list)), {}
    for text in texts:
        keep = decide.decide(text, log_odds[key(text)], by_fold[text.fold])
        value = f1(text, keep)
        kept[f"{text.name}"] = "\n".join(text.texts[i] for i in np.flatnonzero(keep))
        for kind in (text.kind, "all"):
            scores[kind][text.variant].append(value)
            scores[kind]["everything"].append(f1(text, np.ones(len(keep), bool)))
    variants = sorted({t.variant for t in texts}) + ["everything"]
    print(f"{'type':14}{'pages':>6}" + "".join(f"{v:>12}" for v in variants))
    for kind, of_kind in sorted(scores.items()):
        print(f"{kind:14}{len(of_kind[variants[0]]):6}" +
              "".join(f"{np.mean(of_kind[v]):12.4f}" for v in variants), flush=True)
    if results:
        results.write_text(json.dumps(kept, ensure_ascii=False), encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=SOURCE / "../shared/data")
    parser.add_argument("--pith", type=Path, default=SOURCE / "build/pith")
    parser.add_argument("--out", type=Path, default=SOURCE / "src/text")
    parser.add_argument("--cache", type=Path, help="keep the alignments here")
    parser.add_argument("--every", type=int, default=1, help="only each so many-th page")
    parser.add_argument("--try", dest="attempt", action="store_true",
                        help="cross-validate only")
    parser.add_argument("--folds", type=Path,
                        help="write each fold's table into a folder of its own here")
    args = parser.parse_args()

    root = args.data / "wcxb"
    texts = load(args.pith, root, plain.VARIANTS, True, args.cache, args.every)
    print(f"{len(texts)} texts, {sum(len(t.texts) for t in texts)} lines", flush=True)
    log_odds, by_fold = {}, {}
    models = []
    for fold in range(FOLDS):
        model = trees.fit([t for t in texts if t.fold != fold], lambda t: t.features)
        models.append(model)
        for text in texts:
            if text.fold == fold:
                log_odds[key(text)] = model.score(text.features)
        print(f"fold {fold + 1} of {FOLDS}", flush=True)
    for fold in range(FOLDS):
        by_fold[fold] = calibrate([t for t in texts if t.fold != fold], log_odds)
    report(texts, log_odds, by_fold)
    names = measure(args.pith, "")["features"]
    gains = sum(model.gains for model in models)
    order = np.argsort(-gains)[:40]
    print(", ".join(f"{names[k]} {gains[k] / gains.sum():.3f}" for k in order))
    if args.folds:
        for fold, model in enumerate(models):
            (args.folds / str(fold)).mkdir(parents=True, exist_ok=True)
            tables.write_text_model(args.folds / str(fold) / "model_table.c", model, by_fold[fold])
        (args.folds / "pages.json").write_text(
            json.dumps({text.name: text.fold for text in texts}), encoding="utf-8")
    if not args.attempt:
        model = trees.fit(texts, lambda t: t.features)
        args.out.mkdir(parents=True, exist_ok=True)
        tables.write_text_model(args.out / "model_table.c", model, calibrate(texts, log_odds))


if __name__ == "__main__":
    main()
