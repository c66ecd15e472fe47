#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Check that the generated files are what their generators make today.

Each gen/<name>.py, run with --out FOLDER, writes its files there; each must equal
the checked-in file of that name. A generator that reads a published package
(PACKAGES) is given its folder: npm's from node_modules/ here or the global one,
Python's from where it is imported. Where that is not installed the generator is
passed over, which is said.
"""
import importlib.util
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

PACKAGES = {"encodings.py": ("npm", "text-encoding"), "detector.py": ("pip", "langdetect/profiles"),
            "language.py": ("pip", "langdetect/profiles")}


def package_folder(root, registry, name):
    """The folder in the package, or None."""
    if registry == "pip":
        package, _, folder = name.partition("/")
        spec = importlib.util.find_spec(package)
        return Path(spec.origin).parent / folder if spec else None
    folders = [root / "node_modules"]
    if shutil.which("npm"):
        run = subprocess.run(["npm", "root", "-g"], capture_output=True, text=True)
        folders.append(Path(run.stdout.strip()))
    return next((folder / name for folder in folders if (folder / name).is_dir()), None)


def checked_in(root, name):
    found = [path for folder in ("src", "include", "tests") for path in (root / folder).rglob(name)]
    if len(found) != 1:
        sys.exit(f"{name}: {len(found)} checked-in files of this name, not one")
    return found[0]


def check(generator, root):
    """Prints what is wrong. Returns True, False, or None if it was passed over."""
    arguments = []
    if generator.name in PACKAGES:
        registry, name = PACKAGES[generator.name]
        package = package_folder(root, registry, name)
        if package is None:
            print(f"passed over: gen/{generator.name}: {name} ({registry}) is not installed")
            return None
        arguments = [package]
    with tempfile.TemporaryDirectory() as folder:
        run = subprocess.run([sys.executable, "-B", generator, *arguments, "--out", folder],
                             cwd=root, capture_output=True, text=True)
        if run.returncode != 0:
            print(f"gen/{generator.name} fails: {run.stderr.strip()}")
            return False
        made = sorted(Path(folder).iterdir())
        if not made:
            print(f"gen/{generator.name} writes nothing to --out")
            return False
        same = True
        for path in made:
            present = checked_in(root, path.name)
            if present.read_bytes() != path.read_bytes():
                print(f"{present.relative_to(root)} is not what gen/{generator.name} makes")
                same = False
        return same


def main():
    root = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parent.parent).resolve()
    results = [check(path, root) for path in sorted((root / "gen").glob("*.py"))
               if 'add_argument("--out"' in path.read_text(encoding="utf-8")]
    print(f"{results.count(True)} generators give what is checked in, "
          f"{results.count(None)} passed over")
    sys.exit(1 if False in results or True not in results else 0)


if __name__ == "__main__":
    main()
