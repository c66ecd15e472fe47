# SPDX-License-Identifier: Apache-2.0
"""The project's own checks: rooms, sizes, generated files."""
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

SOURCE = Path(os.environ["PITH_SOURCE"])


def check(name, *arguments):
    return subprocess.run([sys.executable, "-B", SOURCE / "scripts" / name, *arguments],
                          capture_output=True, text=True)


class Checks(unittest.TestCase):
    def passes(self, name):
        result = check(name)
        print(result.stdout, end="")
        self.assertEqual(result.returncode, 0, result.stdout + result.stderr)

    def test_rooms(self):
        self.passes("check_rooms.py")

    def test_sizes(self):
        self.passes("check_sizes.py")

    def test_generated(self):
        self.passes("check_generated.py")


class ChecksCheck(unittest.TestCase):
    """A check that finds nothing wrong anywhere would pass above too."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)

    def write(self, name, text):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    def test_rooms(self):
        cases = {
            "src/html/a.c": ('#include "label/label.h"', "html/ may not include label/label.h"),
            "src/base/a.c": ('#  include "html/tree.h"', "base/ may not include html/tree.h"),
            "src/write/a.c": ('#include "document/document.h"', "write/ may not include"),
            "src/a.c": ('#include "quote/quote.h"', "src/ may not include quote/quote.h"),
            "cli/a.c": ('#include "base/buffer.h"', "cli/ may not include base/buffer.h"),
            "src/attic/a.c": ("", "the room attic/ is not in the list"),
        }
        for name, (text, _) in cases.items():
            self.write(name, text + "\n")
        self.write("src/label/label.h", "")
        self.write("src/label/a.c", '#include "html/tree.h"\n#include "label.h"\n'
                                    '#include <pith/pith.h>\n#include "pith/pith.h"\n')
        result = check("check_rooms.py", self.root)
        self.assertEqual(result.returncode, 1)
        for _, message in cases.values():
            self.assertIn(message, result.stdout)
        self.assertEqual(len(result.stdout.splitlines()), len(cases))

    def test_sizes(self):
        licence = "/* SPDX-License-Identifier: Apache-2.0 */\n"
        self.write("long.c", licence + "\n" * 1000)
        self.write("function.c", licence + "int f(void)\n{\n" + "\n" * 100 + "}\n")
        self.write("wide.c", licence + "/" * 101 + "\n")
        self.write("free.c", "int x;\n")
        self.write("table.c", licence + "/* Made by gen/x.py; do not edit. */\n" + "\n" * 2000)
        self.write("right.c", licence + "int f(void)\n{\n" + "\n" * 98 + "}\n")
        subprocess.run(["git", "init", "-q"], cwd=self.root, check=True)
        subprocess.run(["git", "add", "."], cwd=self.root, check=True)
        result = check("check_sizes.py", self.root)
        self.assertEqual(result.returncode, 1)
        self.assertEqual(sorted(line.split(":")[0] for line in result.stdout.splitlines()),
                         ["free.c", "function.c", "long.c", "wide.c"])
        self.assertIn("f() has 102 lines", result.stdout)

    def test_generated(self):
        generator = ("# SPDX\nimport argparse, pathlib\np = argparse.ArgumentParser()\n"
                     'p.add_argument("--out")\n'
                     '(pathlib.Path(p.parse_args().out) / "a.h").write_text("new")\n')
        self.write("gen/a.py", generator)
        self.write("src/base/a.h", "old")
        result = check("check_generated.py", self.root)
        self.assertEqual(result.returncode, 1)
        self.assertIn("src/base/a.h is not what gen/a.py makes", result.stdout)
        self.write("src/base/a.h", "new")
        self.assertEqual(check("check_generated.py", self.root).returncode, 0)


if __name__ == "__main__":
    unittest.main()
