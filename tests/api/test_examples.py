# SPDX-License-Identifier: Apache-2.0
"""The examples run, and give what they say."""
import json
import os
import subprocess
import unittest
from pathlib import Path

EXAMPLES = Path(os.environ["PITH_BUILD"]) / "examples"
SOURCE = Path(os.environ["PITH_SOURCE"]) / "examples"
PAGE = SOURCE / "page.html"


def run(name, *arguments, stdin=None):
    return subprocess.run([EXAMPLES / name, *arguments], stdin=stdin, capture_output=True,
                          text=True, timeout=60)


class Examples(unittest.TestCase):
    def test_each_is_tested(self):
        self.assertEqual({path.stem for path in SOURCE.glob("*.c")}, {"text", "outline", "records"})

    def test_text(self):
        with open(PAGE) as page:
            result = run("text", stdin=page)
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        lines = result.stdout.splitlines()
        self.assertEqual(lines[0], "The last ferry to Skarholm keeps its timetable")
        self.assertIn("In the wheelhouse, the skipper reaches for a pen.", lines)
        self.assertNotIn("Cookie settings", result.stdout)

    def test_outline(self):
        with open(PAGE) as page:
            result = run("outline", "https://gazette.example/news/1", stdin=page)
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        content, beside = result.stdout.split("\nbeside it\n")
        self.assertIn("  Sixty-four years in blue ink\n", content)
        self.assertIn("-> https://gazette.example/news/transport-committee-minutes\n", content)
        self.assertRegex(beside, r"navigation: \d+ blocks\n")

    def test_records(self):
        result = run("records", PAGE, PAGE)
        self.assertEqual(result.returncode, 0, result.stderr)
        first, second = [json.loads(line) for line in result.stdout.splitlines()]
        self.assertEqual(first, second)
        self.assertEqual(first["title"], "The last ferry to Skarholm keeps its timetable")
        self.assertEqual(first["author"], ["Ingrid Solvang"])
        self.assertRegex(result.stderr, r"records: [1-9]\d+ bytes at most, 0 left\n")
        result = run("records", "missing", PAGE)
        self.assertEqual(result.returncode, 1)
        self.assertEqual(len(result.stdout.splitlines()), 1)
        self.assertIn("missing", result.stderr)


if __name__ == "__main__":
    unittest.main()
