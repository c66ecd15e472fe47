#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What cross-validation found, for people: draws how true the probabilities are
(docs/calibration.svg), and prints the worst pages and what the trees look at most.

Reads calibration.json and gains.json, which train.py wrote into its --folds, and the texts
of whole.py. Needs nothing but Python.
"""
import argparse
import json
from pathlib import Path

from scoring import scores

SOURCE = Path(__file__).resolve().parents[1]
LEFT, TOP, SIDE = 48, 16, 320  # of the square with the curve; pixels


def place(given, seen):
    return LEFT + given * SIDE, TOP + (1 - seen) * SIDE


def draw(error, curve):
    """The curve as SVG, a circle for each bin with its share of the words as its area."""
    lines = []
    for k in range(6):
        x, y = place(k / 5, k / 5)
        below, beside = TOP + SIDE + 18, y + 4
        lines += [f'<path class="grid" d="M{x:.1f} {TOP}v{SIDE}M{LEFT} {y:.1f}h{SIDE}"/>',
                  f'<text x="{x:.1f}" y="{below}" text-anchor="middle">{k / 5:.1f}</text>',
                  f'<text x="{LEFT - 8}" y="{beside:.1f}" text-anchor="end">{k / 5:.1f}</text>']
    points = [place(given, seen) for given, seen, _ in curve]
    lines.append(f'<path class="true" d="M{LEFT} {TOP + SIDE}L{LEFT + SIDE} {TOP}"/>')
    lines.append('<polyline class="curve" points="%s"/>'
                 % " ".join(f"{x:.1f},{y:.1f}" for x, y in points))
    for (x, y), (_, _, share) in zip(points, curve):
        lines.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{2 + 14 * share ** 0.5:.1f}"/>')
    width, height = LEFT + SIDE + 24, TOP + SIDE + 64
    body = "\n".join(lines)
    return f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" \
width="{width}" height="{height}" role="img" aria-labelledby="title">
<title id="title">How many of the words given a probability are content; expected calibration \
error {error:.3f}</title>
<style>
svg {{ --ink: #24292f; --faint: #d0d7de; --curve: #0969da; }}
@media (prefers-color-scheme: dark) {{
svg {{ --ink: #e6edf3; --faint: #3d444d; --curve: #58a6ff; }}
}}
text {{ font: 12px sans-serif; fill: var(--ink); }}
.grid {{ stroke: var(--faint); fill: none; }}
.true {{ stroke: var(--ink); stroke-dasharray: 4 4; fill: none; }}
.curve {{ stroke: var(--curve); stroke-width: 2; fill: none; }}
circle {{ fill: var(--curve); fill-opacity: 0.5; }}
</style>
{body}
<text x="{LEFT + SIDE / 2}" y="{TOP + SIDE + 38}" text-anchor="middle">probability given</text>
<text x="{LEFT + SIDE / 2}" y="{TOP + SIDE + 56}" text-anchor="middle">\
expected calibration error {error:.3f}</text>
<text transform="translate(12 {TOP + SIDE / 2}) rotate(-90)" text-anchor="middle">\
share that is content</text>
</svg>
"""


def worst_pages(texts, truth, count):
    """[(F1, precision, recall, page)] of the pages that came out worst."""
    found = []
    for name, text in texts.items():
        page = json.loads((truth / f"{name}.json").read_text(encoding="utf-8"))
        reference = page["ground_truth"].get("main_content") or ""
        found.append((*scores(text, reference), name))
    return sorted(found)[:count]


def print_gains(gains, count):
    """gains: {feature: its share of what all splits gain}"""
    order = sorted(gains, key=gains.get, reverse=True)
    print(f"\nfeatures that gain most, of {len(order)}")
    for name in order[:count]:
        print(f"  {gains[name]:7.4f}  {name}")
    print("features that gain least")
    for name in order[-count:]:
        print(f"  {gains[name]:7.4f}  {name}")


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folds", type=Path, help="the folder that train.py --folds filled")
    parser.add_argument("results", type=Path, help="the folder of texts that whole.py wrote")
    parser.add_argument("--data", type=Path, default=SOURCE / "../shared/data",
                        help="the folder with wcxb")
    parser.add_argument("--svg", type=Path, default=SOURCE / "docs/calibration.svg")
    parser.add_argument("--count", type=int, default=10, help="pages, and features, to print")
    args = parser.parse_args()
    error, curve = json.loads((args.folds / "calibration.json").read_text(encoding="utf-8"))
    args.svg.write_text(draw(error, curve), encoding="utf-8")
    print(f"expected calibration error {error:.4f}: {args.svg}")
    texts = json.loads((args.results / "wcxb.json").read_text(encoding="utf-8"))
    print("\nworst pages\n      F1  precision  recall  page")
    truth = args.data / "wcxb/dev/ground-truth"
    for f1, precision, recall, name in worst_pages(texts, truth, args.count):
        print(f"  {f1:.4f}     {precision:.4f}  {recall:.4f}  {name}")
    gains = args.folds / "gains.json"
    if gains.exists():
        print_gains(json.loads(gains.read_text(encoding="utf-8")), args.count)


if __name__ == "__main__":
    main()
