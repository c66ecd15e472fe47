# SPDX-License-Identifier: Apache-2.0
"""On real pages: --favor=recall loses no word that balance keeps, precision adds none."""
import gzip
import os
import re
import subprocess
import sys
import unittest
from collections import Counter
from pathlib import Path

PITH = os.environ["PITH"]
DATA = Path(os.environ.get("PITH_DATA") or Path(__file__).parents[3] / "shared/data")
PAGES = DATA / "wcxb/dev/html"
EACH = 9               # a page of so many is read
WORD = re.compile(r"[^\W\d_]+")  # without digits: the number of a footnote is no word of the page


def words(html, favor):
    done = subprocess.run([PITH, "-q", f"--favor={favor}", "-"], input=html, capture_output=True,
                          check=True)
    return Counter(WORD.findall(done.stdout.decode()))


class Favor(unittest.TestCase):
    def test_real_pages(self):
        dropped = added = 0
        for path in sorted(PAGES.glob("*.gz"))[::EACH]:
            html = gzip.decompress(path.read_bytes())
            precision, balance, recall = (words(html, favor)
                                          for favor in ("precision", "balance", "recall"))
            self.assertEqual(precision - balance, Counter(), path.name)
            self.assertEqual(balance - recall, Counter(), path.name)
            dropped += balance.total() - precision.total()
            added += recall.total() - balance.total()
        self.assertGreater(dropped, 0)
        self.assertGreater(added, 0)


if __name__ == "__main__":
    if not PAGES.is_dir():
        print(f"skipped: no {PAGES} (set PITH_DATA)")
        sys.exit(77)
    unittest.main()
