# SPDX-License-Identifier: Apache-2.0
"""train/report.py, on a small training of our own."""
import json
import os
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as xml
from pathlib import Path

SOURCE = Path(os.environ.get("PITH_SOURCE", Path(__file__).parents[2]))
SVG = "{http://www.w3.org/2000/svg}"


class Report(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        (self.folder / "folds").mkdir()
        (self.folder / "results").mkdir()
        truth = self.folder / "wcxb/dev/ground-truth"
        truth.mkdir(parents=True)
        for name, text in (("good", "one two"), ("bad", "one two three four"), ("none", "")):
            (truth / f"{name}.json").write_text(
                json.dumps({"ground_truth": {"main_content": text}}))
        self.put("results/wcxb.json", {"good": "one two", "bad": "one five", "none": ""})
        self.put("folds/calibration.json", [0.0123, [[0.1, 0.2, 0.75], [0.9, 0.8, 0.25]]])

    def put(self, name, value):
        (self.folder / name).write_text(json.dumps(value))

    def report(self):
        done = subprocess.run(
            [sys.executable, SOURCE / "train/report.py", self.folder / "folds",
             self.folder / "results", "--data", self.folder, "--svg", self.folder / "c.svg",
             "--count", "2"], capture_output=True, text=True, check=True)
        return done.stdout

    def test_the_curve(self):
        self.report()
        root = xml.parse(self.folder / "c.svg").getroot()
        circles = root.findall(f"{SVG}circle")
        x, y, r = ([float(c.get(name)) for c in circles] for name in ("cx", "cy", "r"))
        self.assertEqual(len(circles), 2)
        self.assertLess(x[0], x[1])
        self.assertGreater(y[0], y[1])  # down is less
        self.assertGreater(r[0], r[1])
        self.assertIn("0.012", root.find(f"{SVG}title").text)
        self.assertIn("prefers-color-scheme: dark", root.find(f"{SVG}style").text)

    def test_the_worst_pages(self):
        lines = self.report().splitlines()
        start = next(i for i, line in enumerate(lines) if "precision" in line)
        self.assertEqual(lines[start + 1].split(), ["0.3333", "0.5000", "0.2500", "bad"])
        self.assertEqual(len([line for line in lines if line.startswith("  ")]), 3)

    def test_the_features(self):
        self.put("folds/gains.json", {"b": 0.25, "a": 0.5, "d": 0.05, "c": 0.2})
        output = self.report()
        self.assertEqual([line.split()[1] for line in output.splitlines()
                          if line.startswith("   0.")], ["a", "b", "c", "d"])


if __name__ == "__main__":
    unittest.main()
