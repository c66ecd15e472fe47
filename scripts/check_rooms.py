#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Check that each room includes only what it may.

A room, src/<room>/, sees base/ and the rooms to its left in ROOMS. src/*.c, the
pipeline, sees all rooms. write/ is a client of the library like any other: of
the rooms it sees base/ alone, the document through the public header. cli/ and
examples/ see the public headers and their own.
"""
import re
import sys
from pathlib import Path

ROOMS = ["base", "charset", "language", "html", "block", "label", "text", "meta", "page",
         "document", "write"]
CLIENTS = ["cli", "examples"]
INCLUDE = re.compile(r'^\s*#\s*include\s*"([^"]+)"', re.MULTILINE)


def allowed_rooms(room):
    if room == "write":
        return {"base", "write"}
    if room == "":
        return set(ROOMS)
    return set(ROOMS[:ROOMS.index(room) + 1])


def includes(path):
    text = path.read_text(encoding="utf-8")
    for match in INCLUDE.finditer(text):
        yield text.count("\n", 0, match.start()) + 1, match.group(1)


def check_library(root):
    source = root / "src"
    for path in sorted(source.rglob("*.[ch]")):
        room = path.relative_to(source).parent.as_posix().split("/")[0].replace(".", "")
        if room and room not in ROOMS:
            yield f"{path.relative_to(root)}: the room {room}/ is not in the list of rooms"
            continue
        for line, name in includes(path):
            beside = "/" not in name and (path.parent / name).is_file()
            target = room if beside else name.split("/")[0]
            if target not in ("pith", room) and target not in allowed_rooms(room):
                yield f"{path.relative_to(root)}:{line}: {room or 'src'}/ may not include {name}"


def check_clients(root):
    for client in CLIENTS:
        folder = root / client
        for path in sorted(folder.rglob("*.[ch]")):
            for line, name in includes(path):
                if not name.startswith("pith/") and not (folder / name).is_file():
                    yield f"{path.relative_to(root)}:{line}: {client}/ may not include {name}"


def main():
    root = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parent.parent).resolve()
    problems = [*check_library(root), *check_clients(root)]
    for problem in problems:
        print(problem)
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
