# SPDX-License-Identifier: Apache-2.0
"""Asks build/tests/render for outputs: the tests of the writers share it."""
import os
import subprocess
import sys
from pathlib import Path

FORMATS = {"text": "0", "markdown": "1", "json": "2", "html": "3", "tei": "4",
           "tree": "tree"}
PARTS = {"links": 1, "images": 2, "tables": 4, "emphasis": 8, "title": 16,
         "furniture": 32, "related": 64, "comments": 128}
FOLDER = Path(__file__).resolve().parent


def render(requests):
    """Answers a list of (html, format, with, without), the latter two names of parts."""
    program = Path(os.environ.get("PITH_BUILD", "build")) / "tests" / "render"
    if not program.exists():
        sys.exit(f"{program} is not there: build it first")
    data = b""
    for html, name, more, less in requests:
        page = html.encode()
        parts = [str(sum(PARTS[part] for part in parts)) for parts in (more, less)]
        data += f"{FORMATS[name]} {parts[0]} {parts[1]} {len(page)}\n".encode() + page
    done = subprocess.run([program], input=data, stdout=subprocess.PIPE, check=False)
    if done.returncode != 0:
        sys.exit(f"{program} failed with {done.returncode}")
    answers, at = [], 0
    while at < len(done.stdout):
        end = done.stdout.index(b"\n", at)
        size = int(done.stdout[at:end])
        answers.append(done.stdout[end + 1:end + 1 + size].decode())
        at = end + 1 + size
    return answers


def read_cases():
    """Yields (name, html, [(heading, format, with, without, expected)]) for all cases/*.txt."""
    for path in sorted((FOLDER / "cases").glob("*.txt")):
        for number, part in enumerate(path.read_text().split("\n======\n"), 1):
            sections = ("\n" + part).split("\n--- ")
            title, _, html = sections[0][1:].partition("\n")
            expected = []
            for section in sections[1:]:
                heading, _, text = section.partition("\n")
                name, *parts = heading.split()
                more = [p[1:] for p in parts if p.startswith("+")]
                less = [p[1:] for p in parts if p.startswith("-")]
                expected.append((heading, name, more, less, text.rstrip("\n")))
            yield f"{path.name} {number} ({title.lstrip('# ')})", html, expected
