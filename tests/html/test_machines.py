#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Other machines give the same trees: arm64 with NEON, and big-endian s390x, where
their compilers and qemu's user emulation are installed."""
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import suites
from test_tree_construction import read_cases

MACHINES = [  # compiler's prefix, emulator, instruction sets of the tokenizer
    ("aarch64-linux-gnu-gcc", "qemu-aarch64", ["scalar", "neon"]),
    ("s390x-linux-gnu-gcc", "qemu-s390x", ["scalar"]),
]


def build(compiler, sets, source, folder):
    """tests/html/trees.c and the parser for another machine, as one static program."""
    flags = ["-std=c11", "-O1", "-static", f"-I{source}/include", f"-I{source}/src",
             *(f"-DPITH_HAS_{name.upper()}=1" for name in sets)]
    objects = []
    for name in sets:
        objects.append(folder / f"tokenizer_{name}.o")
        subprocess.run([compiler, *flags, f"-DPITH_ISA={name}", f"-DPITH_ISA_{name.upper()}=1",
                        "-c", source / "src/html/tokenizer.c", "-o", objects[-1]], check=True)
    files = [path for room in ("base", "html") for path in (source / "src" / room).glob("*.c")
             if path.name != "tokenizer.c"]
    program = folder / "trees"
    subprocess.run([compiler, *flags, source / "tests/html/trees.c", *files, *objects,
                    "-o", program], check=True)
    return program


def main():
    machines = [m for m in MACHINES if shutil.which(m[0]) and shutil.which(m[1])]
    if not machines:
        print("skipped: no compiler and emulator of another machine")
        return suites.SKIP
    folder = suites.data_folder("html5lib-tests/tree-construction")
    cases = [case for path in sorted(folder.glob("*.dat")) for case in read_cases(path)]
    records = [(f"0 {case.get('document-fragment', '').strip()}", case["data"].encode())
               for case in cases]
    stdin = b"".join(f"{len(data)} {line}\n".encode() + data for line, data in records)
    expected = suites.run("trees", records)
    source = Path(__file__).resolve().parents[2]
    status = 0
    for compiler, emulator, sets in machines:
        with tempfile.TemporaryDirectory() as folder:
            program = build(compiler, sets, source, Path(folder))
            seen = subprocess.run([emulator, program], input=stdin, stdout=subprocess.PIPE)
        same = seen.returncode == 0 and seen.stdout == expected
        print(f"{emulator} ({', '.join(sets)}): {len(cases)} trees "
              f"{'are the same' if same else 'DIFFER'}")
        status = status or not same
    return int(status)


if __name__ == "__main__":
    sys.exit(main())
