# SPDX-License-Identifier: Apache-2.0
"""`pith tree`, the developer's command."""
import unittest

from command import INPUT, USAGE, CommandTest


class Tree(CommandTest):
    def test_prints_the_tree(self):
        expected = "| <html>\n|   <head>\n|   <body>\n|     <p>\n|       \"x\"\n"
        self.assertEqual(self.pith("tree", stdin=b"<p>x")[0], expected)
        self.assertEqual(self.pith("tree", "-", stdin=b"<p>x")[0], expected)
        path = self.write("p.html", b"<p>x")
        self.assertEqual(self.pith("tree", path)[0], expected)

    def test_fragments(self):
        for option in (["--fragment=tr"], ["--fragment", "tr"]):
            output, _ = self.pith("tree", *option, stdin=b"<td>x")
            self.assertEqual(output, "| <td>\n|   \"x\"\n")
        output, _ = self.pith("tree", "--fragment=svg path", stdin=b"<x/>")
        self.assertEqual(output, "| <svg x>\n")

    def test_stats(self):
        output, _ = self.pith("tree", "--stats", stdin=b"<p id=a class=b>x")
        values = dict(line.split(": ") for line in output.splitlines())
        self.assertEqual(list(values), ["nodes", "attributes", "depth", "memory", "limits hit"])
        self.assertEqual(values["attributes"], "2")
        self.assertEqual(values["depth"], "4")
        self.assertEqual(values["limits hit"], "none")
        self.assertGreaterEqual(int(values["nodes"]), 5)
        self.assertGreater(int(values["memory"].removesuffix(" bytes")), 0)

    def test_stats_name_the_limits(self):
        output, _ = self.pith("tree", "--stats", stdin=b"<div>" * 3000)
        self.assertIn("limits hit: depth\n", output)

    def test_charset(self):
        for option in ("--charset=koi8-r", "-ckoi8-r"):
            self.assertIn("\u0418", self.pith("tree", option, stdin=b"<p>\xe9")[0])
        self.pith("tree", "--charset=klingon", status=USAGE, stdin=b"x")

    def test_help(self):
        self.assertIn("--fragment", self.pith("tree", "--help")[0])
        self.assertEqual(self.pith("tree", "-h"), self.pith("tree", "--help"))

    def test_refuses(self):
        for arguments in (["--frobnicate"], ["a", "b"], ["http://127.0.0.1/"], ["--fragment"]):
            _, errors = self.pith("tree", *arguments, status=USAGE)
            self.assertIn("Try 'pith tree --help'.", errors)
        _, errors = self.pith("tree", "missing", status=INPUT, cwd=self.folder)
        self.assertIn("missing: No such file", errors)


if __name__ == "__main__":
    unittest.main()
