#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Check the house's ceilings: files of at most 1,000 lines, functions of at most
100, lines of at most 100 columns, and the licence line at the top of each source.

Generated tables are left out of the sizes. A function that is one state machine,
a switch over named states, may be longer if it is listed in STATE_MACHINES.
"""
import re
import subprocess
import sys
from pathlib import Path

FILE_LINES = 1000
FUNCTION_LINES = 100
COLUMNS = 100
STATE_MACHINES = set()
GENERATED = re.compile(r"Made by (gen|train)/")
LICENCE = "SPDX-License-Identifier: Apache-2.0"
SOURCES = (".c", ".h", ".py", ".sh", ".cmake")


def sources(root):
    names = subprocess.run(["git", "ls-files", "-z"], cwd=root, check=True,
                           capture_output=True).stdout.decode().split("\0")
    return [root / name for name in names if name.endswith(SOURCES) and (root / name).is_file()]


def functions(lines):
    """(first line, name, length) of each function, whose braces stand in column one."""
    start = None
    for number, line in enumerate(lines):
        if line == "{":
            start = number
        elif line == "}" and start is not None:
            name = next((m.group(1) for i in range(start - 1, max(start - 8, -1), -1)
                         if (m := re.match(r"\w[^=;]*?(\w+)\(", lines[i]))), "?")
            yield start + 1, name, number - start + 1
            start = None


def check(path, root):
    name = path.relative_to(root).as_posix()
    lines = path.read_text(encoding="utf-8").splitlines()
    if not any(LICENCE in line for line in lines[:2]):
        yield f"{name}:1: no licence line"
    by_hand = name.startswith(("gen/", "train/"))
    if not by_hand and any(GENERATED.search(line) for line in lines[:12]):
        return
    if len(lines) > FILE_LINES:
        yield f"{name}: {len(lines)} lines, more than {FILE_LINES}"
    for number, line in enumerate(lines, 1):
        if len(line) > COLUMNS:
            yield f"{name}:{number}: {len(line)} columns, more than {COLUMNS}"
    if path.suffix in (".c", ".h"):
        for number, function, length in functions(lines):
            if length > FUNCTION_LINES and function not in STATE_MACHINES:
                yield (f"{name}:{number}: {function}() has {length} lines, "
                       f"more than {FUNCTION_LINES}")


def main():
    root = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parent.parent).resolve()
    problems = [problem for path in sources(root) for problem in check(path, root)]
    for problem in problems:
        print(problem)
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
