#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Every JSON record is as docs/record.schema.json says: those of the golden cases, of
examples/page.html and, where PITH_DATA has them, of a hundred pages of the wild. A key
that the schema lacks is a failure.
"""
import gzip
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import render
import schema

SOURCE = Path(os.environ.get("PITH_SOURCE", render.FOLDER.parent.parent))
PITH = os.environ.get("PITH", "build/pith")
SCHEMA = json.loads((SOURCE / "docs/record.schema.json").read_text())

# What the schema must refuse, made from a record that it takes.
BROKEN = [
    {"unknown": 1}, {"title": ""}, {"title": 3}, {"author": None}, {"author": [""]},
    {"date": "yesterday"}, {"date": "2026-1-1"}, {"limits_hit": ["time"]},
    {"limits_hit": ["bytes", "bytes"]}, {"text": None}, {"furniture": [{"label": "body"}]},
    {"related": [{"title": "", "excerpt": None, "url": None}]}, {"related": [{"title": "a"}]},
    {"comments": [{"depth": "0", "author": None, "date": None, "text": "a"}]},
    {"comments": [{"depth": 0, "author": None, "date": None, "text": ""}]}, {"reply": "open"},
    {"furniture": [{"label": "menu", "text": ""}]},
    {"furniture": [{"label": "form", "text": "", "more": 1}]},
]


def golden_records():
    pages = [(name, html) for name, html, _ in render.read_cases()]
    for less in ([], ["furniture", "related", "comments"]):
        answers = render.render([(html, "json", [], less) for _, html in pages])
        yield from ((name, answer) for (name, _), answer in zip(pages, answers))


def example_record():
    path = SOURCE / "examples/page.html"
    done = subprocess.run([PITH, "-f", "json", path], stdout=subprocess.PIPE, check=True)
    return "examples/page.html", done.stdout.decode()


def wild_records(count=100):
    folder = Path(os.environ.get("PITH_DATA", "")) / "wcxb"
    packed = sorted(folder.rglob("*.html.gz"))[:count]
    plain = sorted(folder.rglob("*.html"))[:count] if not packed else []
    with tempfile.TemporaryDirectory() as temporary:
        for path in packed:
            target = Path(temporary) / path.stem
            target.write_bytes(gzip.decompress(path.read_bytes()))
            plain.append(target)
        if plain:
            done = subprocess.run([PITH, "-f", "json", *plain], stdout=subprocess.PIPE, check=True)
            lines = done.stdout.decode().removesuffix("\n").split("\n")
            assert len(lines) == len(plain), f"{len(lines)} records of {len(plain)} pages"
            yield from ((path.name, line) for path, line in zip(plain, lines))


def main():
    records = [*golden_records(), example_record(), *wild_records()]
    failed = 0
    for name, line in records:
        for error in schema.errors(json.loads(line), SCHEMA, SCHEMA):
            failed += 1
            print(f"{name}: {error}")
    good = json.loads(records[0][1])
    for change in BROKEN:
        if not list(schema.errors({**good, **change}, SCHEMA, SCHEMA)):
            failed += 1
            print(f"the schema takes {change}")
    for key in SCHEMA["required"]:
        if not list(schema.errors({k: v for k, v in good.items() if k != key}, SCHEMA, SCHEMA)):
            failed += 1
            print(f"the schema takes a record without {key}")
    print(f"{len(records)} records checked, {failed} errors")
    return 1 if failed or not records else 0


if __name__ == "__main__":
    sys.exit(main())
