# SPDX-License-Identifier: Apache-2.0
"""`pith features`, the developer's command."""
import json
import unittest

from command import INPUT, USAGE, CommandTest

PAGE = b"<title>Eels</title><h1>Eels</h1><p class=lead>At <b>night</b> \"they\" swim.</p>"


class Features(CommandTest):
    def test_prints_a_record(self):
        path = self.write("p.html", PAGE)
        for arguments, stdin in (([], PAGE), (["-"], PAGE), ([path], b"")):
            output, _ = self.pith("features", *arguments, stdin=stdin)
            self.assertEqual(output.count("\n"), 1)
            record = json.loads(output)
            self.assertEqual(list(record), ["features", "blocks", "sections", "page"])
            self.assertGreater(record["page"]["content_words"], 4)
            self.assertEqual(record["page"]["headings"], 1)
            self.assertTrue(0 < record["page"]["expected_f1"] <= 10000)
            names = record["features"]
            self.assertEqual(len(names), len(set(names)))
            self.assertIn("level_6_words", names)
            self.assertIn("page_kilobytes", names)
            heading, text = record["blocks"]
            self.assertEqual(text["text"], 'At night "they" swim.')
            self.assertEqual(text["values"][names.index("words")], 4)
            self.assertEqual(heading["values"][names.index("heading_level")], 1)
            for block in record["blocks"]:
                self.assertEqual(len(block["values"]), len(names))
                self.assertLess(block["section"], len(record["sections"]))
            section = record["sections"][text["section"]]
            self.assertLess(section["parent"], text["section"])
            self.assertGreaterEqual(len(section["tokens"]), 3)

    def test_plain_text(self):
        path = self.write("p.txt", "Eels\n\nAt night they swim.\n".encode())
        for arguments in (["-i", "text", path], ["-i", "auto", path], [path]):
            record = json.loads(self.pith("features", *arguments)[0])
            self.assertEqual(list(record), ["features", "blocks"])
            names = record["features"]
            self.assertEqual(len(names), len(set(names)))
            self.assertEqual([block["text"] for block in record["blocks"]],
                             ["Eels", "At night they swim."])
            values = [dict(zip(names, block["values"])) for block in record["blocks"]]
            self.assertEqual([v["words"] for v in values], [1, 4])
            self.assertEqual([v["blank_before"] for v in values], [0, 1])
            self.assertEqual([v["sentence"] for v in values], [0, 1])
            self.assertEqual([v["1_before_words"] for v in values], [-1, 1])
            self.assertEqual([v["text_words"] for v in values], [5, 5])
            for block in record["blocks"]:
                self.assertEqual(len(block["values"]), len(names))
        record = json.loads(self.pith("features", "-i", "html", path)[0])
        self.assertIn("sections", record)

    def test_an_empty_page(self):
        record = json.loads(self.pith("features", stdin=b"")[0])
        self.assertEqual(record["blocks"], [])

    def test_help(self):
        self.assertTrue(self.pith("features", "--help")[0].startswith("Usage: pith features"))

    def test_wrong_use(self):
        self.pith("features", "a", "b", status=USAGE)
        self.pith("features", "--no-such", status=USAGE)
        self.pith("features", "-i", "pdf", "-", status=USAGE)
        self.pith("features", "https://x.example/", status=USAGE)
        self.pith("features", self.folder / "none.html", status=INPUT)


if __name__ == "__main__":
    unittest.main()
