#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Learns what content is: from labelled pages to the tables in src/label.

Cross-validates by domain first: each page is decided by tables that saw no page of its
domain, in any of their parts. Then trains on all pages and writes the tables. The same
data give the same tables.
"""
import argparse
import json
from collections import defaultdict
from pathlib import Path

import numpy as np

import decide
import names
import tables
import trees
import usual
from pages import FOLDS, load_snippets, load_wcxb

SOURCE = Path(__file__).resolve().parents[1]
INT16 = np.iinfo(np.int16)


def names_column(pith_features):
    return pith_features.index("names")


def with_names(page, scores, column):
    """The page's features, the names' score by tables that did not see the page."""
    rows = page.features.copy()
    if len(rows):
        rows[:, column] = np.clip(scores, INT16.min, INT16.max)
    return rows


def score_names_apart(pages, folds):
    """For each page the names' score by weights from the other folds of `folds`."""
    scores = {}
    for fold in folds:
        weights = names.fit([page for page in pages if page.fold != fold])
        for page in pages:
            if page.fold == fold:
                scores[page.name] = names.score(page, weights)
    return scores


def learn(pages, folds, column):
    """(weights, trees) from pages of these folds; the trees see names' scores as they
    will be: by weights that did not see the page."""
    apart = score_names_apart(pages, folds)
    model = trees.fit(pages, lambda page: with_names(page, apart[page.name], column))
    return names.fit(pages), model


def cross_validate(pages, column):
    """({page: its log-odds} by models of the other folds, [(weights, trees)] of them)."""
    log_odds, models = {}, []
    for fold in range(FOLDS):
        others = [k for k in range(FOLDS) if k != fold]
        weights, model = learn([p for p in pages if p.fold != fold], others, column)
        for page in pages:
            if page.fold == fold:
                rows = with_names(page, names.score(page, weights), column)
                log_odds[page.name] = model.score(rows)
        models.append((weights, model))
        print(f"fold {fold + 1} of {FOLDS}", flush=True)
    return log_odds, models


def calibrate_apart(pages, log_odds):
    """{fold: the table of probabilities from the other folds}, and that of all."""
    def table(chosen):
        return decide.calibrate(np.concatenate([log_odds[p.name] for p in chosen]),
                                np.concatenate([p.share for p in chosen]),
                                np.concatenate([p.weight for p in chosen]))
    apart = {fold: table([p for p in pages if p.fold != fold]) for fold in range(FOLDS)}
    return apart, table(pages)


def calibration_error(pages, log_odds, by_fold, bins=10):
    """Expected calibration error over blocks by their weight, and the curve."""
    probability = np.concatenate([by_fold[p.fold][decide.step(log_odds[p.name])] / decide.ONE
                                  for p in pages])
    share = np.concatenate([p.share for p in pages])
    weight = np.concatenate([p.weight for p in pages])
    error, curve = 0.0, []
    for k in range(bins):
        chosen = (probability * bins).astype(int).clip(0, bins - 1) == k
        if weight[chosen].sum() > 0:
            mean = np.average(probability[chosen], weights=weight[chosen])
            seen = np.average(share[chosen], weights=weight[chosen])
            error += weight[chosen].sum() / weight.sum() * abs(mean - seen)
            curve.append((mean, seen, weight[chosen].sum() / weight.sum()))
    return error, curve


def report(pages, log_odds, by_fold, results):
    scores, texts = defaultdict(list), {}
    for page in pages:
        keep = decide.decide(page, log_odds[page.name], by_fold[page.fold])
        texts[page.name] = "\n".join(page.texts[i] for i in np.flatnonzero(keep))
        value = decide.f1(page, keep)
        scores[page.kind].append(value)
        scores["all"].append(value)
    print(f"{'type':14}{'pages':>6}{'F1':>8}{'±':>8}")
    for kind, values in sorted(scores.items()):
        print(f"{kind:14}{len(values):6}{np.mean(values):8.4f}"
              f"{np.std(values, ddof=1) / len(values) ** 0.5:8.4f}")
    error, curve = calibration_error(pages, log_odds, by_fold)
    print(f"expected calibration error {error:.4f}")
    for mean, seen, part in curve:
        print(f"  given {mean:.3f}  content {seen:.3f}  of the words {part:.3f}")
    if results:
        results.write_text(json.dumps(texts, ensure_ascii=False), encoding="utf-8")


def write(folder, weights, model, table, medians):
    folder.mkdir(parents=True, exist_ok=True)
    tables.write_usual(folder / "usual_table.c", medians)
    tables.write_names(folder / "name_weights_table.c", weights, names.REACHES)
    tables.write_model(folder / "model_table.c", model, table)


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=SOURCE / "../shared/data",
                        help="the folder with wcxb and multilingual")
    parser.add_argument("--pith", type=Path, default=SOURCE / "build/pith")
    parser.add_argument("--out", type=Path, default=SOURCE / "src/label",
                        help="where the tables go")
    parser.add_argument("--results", type=Path,
                        help="write the cross-validated texts here, {page: text}")
    parser.add_argument("--folds", type=Path,
                        help="write each fold's tables into a folder of its own here, for "
                             "train/whole.py")
    args = parser.parse_args()

    pages, feature_names = load_wcxb(args.pith, args.data / "wcxb")
    pages += load_snippets(args.pith, args.data / "multilingual")
    column = names_column(feature_names)
    for page in pages:
        page.matrix = names.matrix(page)
    print(f"{len(pages)} pages, {sum(len(p.texts) for p in pages)} blocks", flush=True)
    log_odds, models = cross_validate(pages, column)
    whole = [page for page in pages if page.reference is not None]
    by_fold, table = calibrate_apart(whole, log_odds)
    report(whole, log_odds, by_fold, args.results)
    medians = usual.medians(whole)
    if args.folds:
        for fold, (weights, model) in enumerate(models):
            write(args.folds / str(fold), weights, model, by_fold[fold], medians)
        gains = sum(model.gains / model.gains.sum() for _, model in models) / len(models)
        (args.folds / "gains.json").write_text(
            json.dumps(dict(zip(feature_names, map(float, gains)))), encoding="utf-8")
        (args.folds / "calibration.json").write_text(
            json.dumps(calibration_error(whole, log_odds, by_fold, bins=20)), encoding="utf-8")
        (args.folds / "pages.json").write_text(
            json.dumps({page.name: page.fold for page in pages}), encoding="utf-8")

    weights, model = learn(pages, range(FOLDS), column)
    write(args.out, weights, model, table, medians)


if __name__ == "__main__":
    main()
