#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Run all benchmarks of a build folder: run.py BUILD [STEP].

The pages are those of PITH_DATA/wcxb/dev/html (PITH_DATA: ../shared/data); only
every STEPth is measured. Packages from PyPI go to BUILD/bench/venv.
"""
import os
import subprocess
import sys
import venv
from pathlib import Path

PACKAGES = ["selectolax", "turbohtml"]


def title(text):
    print(f"\n== {text}\n", flush=True)


def run(*command):
    """Runs a benchmark. One that ends with 77 says why it could not be run."""
    code = subprocess.run([str(part) for part in command]).returncode
    if code not in (0, 77):
        sys.exit(f"{command[0]} ended with {code}")


def peers_python(build):
    """The interpreter of a venv with the packages, or None if they cannot be had."""
    folder = build / "bench" / "venv"
    python = folder / "bin" / "python"
    if not python.exists():
        venv.create(folder, with_pip=True)
    install = subprocess.run([python, "-m", "pip", "install", "--quiet",
                              "--disable-pip-version-check", *PACKAGES])
    return python if install.returncode == 0 else None


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    source = Path(__file__).resolve().parents[1]
    build, step = Path(sys.argv[1]).resolve(), sys.argv[2] if len(sys.argv) > 2 else "1"
    data = Path(os.environ.get("PITH_DATA") or source / "../shared/data").resolve()
    pages = data / "wcxb/dev/html"

    title("parsing alone")
    run(build / "bench/parse", pages, 5, step)
    title("parsers for Python")
    python = peers_python(build)
    if python is None:
        print(f"not run: {', '.join(PACKAGES)} could not be installed")
    else:
        run(python, source / "bench/peers.py", build, pages, 5, step)
    title("reading a page, stage by stage")
    run(build / "bench/stages", pages, 5, step)
    title("hostile pages")
    run(build / "bench/hostile")


if __name__ == "__main__":
    main()
