# SPDX-License-Identifier: Apache-2.0
"""Plain text through the command: -i, and what is found out without it."""
import json
import unittest

from command import USAGE, CommandTest

PROSE = """The old clock on the market square has not been wound since the watchmaker left, and
yet it shows the right time twice a day, as people there like to say to strangers.

When the council offered to have it mended, the village asked for time to think. It has now
been thinking for eleven years, and the clock, which costs nothing, is as popular as ever.

“I would not know when to go home,” said the baker, who has looked at it every evening since
she was a child. “It tells me that it is ten past four, and then I know that it is not.”
"""
MARKED = "<p>One &amp; <b>two</b> are all that there is to say of numbers, and three is more.</p>"


class Text(CommandTest):
    def content(self, *arguments, stdin):
        return self.pith(*arguments, stdin=stdin)[0]

    def test_kinds(self):
        html = self.content("-i", "html", stdin=MARKED.encode())
        self.assertNotIn("<b>", html)
        for arguments in (["-i", "text"], ["--input=text"]):
            text = self.content(*arguments, "--with=furniture", stdin=MARKED.encode())
            self.assertIn(MARKED, text)
        for arguments in ([], ["-i", "auto"]):
            self.assertEqual(self.content(*arguments, stdin=MARKED.encode()), html)

    def test_wrapped_text_is_found_out(self):
        paragraphs = [" ".join(p.split()) for p in PROSE.split("\n\n")]
        for end in ("\n", "\r\n"):
            text = PROSE.replace("\n", end).encode()
            for arguments in ([], ["-i", "text"]):
                self.assertEqual(self.content(*arguments, stdin=text).strip(),
                                 "\n\n".join(paragraphs))

    def test_a_mention_is_no_markup(self):
        text = PROSE + "\nuse <b> here, and nowhere else, when you write of clocks, she said.\n"
        self.assertIn("use <b> here", self.content("--with=furniture", stdin=text.encode()))

    def test_every_format(self):
        text = PROSE + "\n- one & <two>\n- *three*\n"
        for name, wanted in (("markdown", "- one & "), ("html", "<li>one &amp; &lt;two&gt;"),
                             ("tei", "<item>one &amp; &lt;two&gt;"), ("text", "- one & <two>")):
            output = self.content("-i", "text", "-f", name, "--with=furniture",
                                  stdin=text.encode())
            self.assertIn(wanted, output.replace("\\", "").replace("<p>", "").replace("&amp;", "&")
                          if name == "markdown" else output.replace("<p>", "").replace("\n", ""))
        record = json.loads(self.content("-i", "text", "-f", "json", stdin=text.encode()))
        self.assertEqual(record["charset"], "UTF-8")
        self.assertIn("market square", record["text"])

    def test_other_kinds_are_refused(self):
        for value in ("", "txt", "TEXT", "html,text"):
            _, errors = self.pith("-i", value, status=USAGE)
            self.assertIn("no such kind of input", errors)


if __name__ == "__main__":
    unittest.main()
