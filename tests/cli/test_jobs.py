# SPDX-License-Identifier: Apache-2.0
"""Several inputs at a time give the same bytes as one at a time."""
import json
import unittest

from command import INPUT, CommandTest, page


class Jobs(CommandTest):
    def setUp(self):
        super().setUp()
        # Sizes of all kinds, so that small pages overtake large ones.
        self.files = [self.write(f"{i}.html", page(f"number{i}") + b"<p>more" * (i * 7919 % 5000))
                      for i in range(200)]

    def test_order_and_bytes(self):
        one, _ = self.pith("--jobs", "1", "-f", "json", *self.files)
        names = [json.loads(line)["file"] for line in one.splitlines()]
        self.assertEqual(names, [str(path) for path in self.files])
        for jobs in ("2", "4", "64"):
            self.assertEqual(self.pith("--jobs", jobs, "-f", "json", *self.files)[0], one)

    def test_errors_come_in_order_too(self):
        inputs = [path if i % 3 else f"missing{i}" for i, path in enumerate(self.files)]
        one = self.pith("-j1", "-fmarkdown", *inputs, status=INPUT)
        self.assertEqual(self.pith("-j4", "-fmarkdown", *inputs, status=INPUT), one)
        self.assertEqual([line.split(":")[1].strip() for line in one[1].splitlines()],
                         [name for name in inputs if isinstance(name, str)])


if __name__ == "__main__":
    unittest.main()
