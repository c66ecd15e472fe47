# SPDX-License-Identifier: Apache-2.0
"""`pith explain`: for people and for tools."""
import json
import os
import pty
import re
import subprocess
import unittest

from command import INPUT, OUTPUT, PITH, USAGE, CommandTest, page

# A page that says one of its sentences twice, and has a menu.
SENTENCE = ("<p>This is sentence 1 of a story about herons, long enough, with a comma or two, that "
            "it reads as the body of an article and not as a link or a label.</p>")
TWICE = page("herons").decode().replace("</article>", SENTENCE + "</article><nav><a href=/>Start"
                                        "</a></nav>")


class Explain(CommandTest):
    def blocks(self, *options, html=TWICE):
        output, _ = self.pith("explain", "-f", "json", *options, stdin=html.encode())
        return [json.loads(line) for line in output.splitlines()]

    def test_json(self):
        blocks = self.blocks()
        self.assertEqual([block["block"] for block in blocks], list(range(len(blocks))))
        text, _ = self.pith(stdin=TWICE.encode())
        for block in blocks:
            self.assertEqual(list(block), ["block", "content", "label", "rule", "probability",
                                           "bar", "source", "text", "for", "against"])
            for sign, reasons in ((1, block["for"]), (-1, block["against"])):
                self.assertLessEqual(len(reasons), 3)
                for reason in reasons:
                    self.assertEqual(list(reason), ["feature", "of", "value", "usual", "weight"])
                    self.assertGreaterEqual(reason["weight"] * sign, 0)
            if block["content"]:
                self.assertIn(block["text"], " ".join(text.split()))
        kept = [block for block in blocks if "sentence 1 " in block["text"]]
        self.assertEqual([block["content"] for block in kept], [True, False])
        self.assertEqual(kept[1]["rule"], "said_twice")
        start, = (block for block in blocks if block["text"] == "Start")
        self.assertEqual(start["label"], "navigation")
        self.assertFalse(start["content"])

    def test_the_bar_goes_with_the_favor(self):
        bars = [self.blocks(f"--favor={name}")[0]["bar"]
                for name in ("recall", "balance", "precision")]
        self.assertEqual(bars, sorted(bars))
        self.assertLess(bars[0], bars[2])

    def test_text(self):
        output, _ = self.pith("explain", stdin=TWICE.encode())
        self.assertRegex(output, r"(?m)^ +\d+  furniture  navigation  0\.\d\d of 0\.\d\d  by the ")
        self.assertRegex(output, r"(?m)^ +[+-]\d+\.\d\d  .* \(usually -?\d+\): ")
        self.assertIn("dropped: the content says it already", output)
        self.assertNotIn("\x1b", output)
        self.assertTrue(all(len(line) <= 80 for line in output.splitlines()))

    def test_it_goes_by_the_width(self):
        for width, most in (("60", 60), ("200", 200), ("7", 80)):
            done = subprocess.run([PITH, "explain"], input=TWICE.encode(), capture_output=True,
                                  env={**os.environ, "COLUMNS": width}, check=True)
            reasons = [line for line in done.stdout.decode().splitlines() if "usually" in line]
            self.assertTrue(reasons)
            self.assertTrue(all(len(line) <= most for line in reasons))

    def on_a_terminal(self, **environment):
        path = self.write("p.html", TWICE.encode())
        ours, theirs = pty.openpty()
        env = {k: v for k, v in os.environ.items() if k != "NO_COLOR"} | {"TERM": "xterm"}
        process = subprocess.Popen([PITH, "explain", path], stdout=theirs, env=env | environment)
        os.close(theirs)
        output = b""
        while True:
            try:
                piece = os.read(ours, 4096)
            except OSError:  # the other side is closed
                break
            if not piece:
                break
            output += piece
        os.close(ours)
        self.assertEqual(process.wait(), 0)
        return output.decode()

    def test_colors_on_a_terminal_only(self):
        colored = self.on_a_terminal()
        self.assertIn("\x1b[32m", colored)
        plain = self.on_a_terminal(NO_COLOR="1")
        self.assertNotIn("\x1b", plain)
        self.assertEqual(re.sub(r"\x1b\[\d*m", "", colored), plain)
        self.assertNotIn("\x1b", self.on_a_terminal(TERM="dumb"))

    def test_controls_do_not_reach_the_terminal(self):
        output, _ = self.pith("explain", stdin=b"<pre>a\tb&#x1b;[2Jc\x7fd</pre>")
        self.assertNotRegex(output, r"[\x00-\x09\x0b-\x1f\x7f]")

    def test_inputs(self):
        path = self.write("p.html", TWICE.encode())
        piped = self.pith("explain", "-", stdin=TWICE.encode())
        self.assertEqual(self.pith("explain", path), piped)
        self.assertEqual(self.pith("explain", stdin=b""), ("", ""))
        self.assertIn("\u0418", self.pith("explain", "-ckoi8-r", stdin=b"<p>\xe9")[0])

    def test_help(self):
        self.assertTrue(self.pith("explain", "--help")[0].startswith("Usage: pith explain"))
        self.assertEqual(self.pith("explain", "-h"), self.pith("explain", "--help"))

    def test_wrong_use(self):
        for arguments in (["a", "b"], ["--no-such"], ["https://x.example/"], ["-f", "html"],
                          ["-f", "pdf"], ["--favor=both"]):
            _, errors = self.pith("explain", *arguments, status=USAGE)
            self.assertIn("Try 'pith explain --help'.", errors)
        self.pith("explain", "-cklingon", status=USAGE, stdin=b"x")
        self.pith("explain", self.folder / "none.html", status=INPUT)

    def test_a_full_disk(self):
        if os.path.exists("/dev/full"):
            with open("/dev/full", "wb") as full:
                done = subprocess.run([PITH, "explain"], input=TWICE.encode(), stdout=full,
                                      stderr=subprocess.PIPE)
            self.assertEqual(done.returncode, OUTPUT)


if __name__ == "__main__":
    unittest.main()
