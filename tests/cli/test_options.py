# SPDX-License-Identifier: Apache-2.0
"""Every option of `pith`, long and short, and what it refuses."""
import json
import re
import unittest

from command import INPUT, SOURCE, USAGE, CommandTest, page

RICH = b"""<!DOCTYPE html><html><head><meta charset=utf-8><title>Of tides</title></head><body>
<article>
<p>The tide table of the harbour is printed on paper, and the paper is <em>older</em> than the pier
that it hangs on, as anyone who has leaned on both of them will tell you.</p>
<p>There is <a href="/tables">a longer account</a> of how it came to hang there, which the harbour
master keeps in a drawer, and which he reads aloud when it rains for long enough.</p>
<p><img src="pier.png" alt="The pier at noon"></p>
<table><tr><th>Day</th><th>High water</th></tr><tr><td>Monday</td><td>quarter past four</td></tr>
<tr><td>Tuesday</td><td>five to five</td></tr></table>
<p>On other days the tide keeps its own counsel, and boats that come in at the wrong hour wait on
the mud, with their crews playing cards, until the water is ready for them again.</p>
</article>
<section id=comments class=comments><h2>Comments</h2><ol><li class=comment>
<p class=comment-author>Osk</p><p class=comment-body>My card always says low water.</p>
</li></ol></section>
<aside class=related><h3>Related articles</h3><ul><li><a href=/night>The pier at night</a></ul>
</aside></body></html>"""


class Formats(CommandTest):
    def test_text_is_the_default(self):
        plain, _ = self.pith(stdin=RICH)
        self.assertEqual(plain, self.pith("--format=text", stdin=RICH)[0])
        self.assertIn("The tide table of the harbour", plain)
        self.assertNotIn("<p>", plain)

    def test_each_format_by_each_spelling(self):
        marks = {"text": "older than the pier", "markdown": "*older*",
                 "html": "<em>older</em>", "tei": '<hi rend="italic">older</hi>', "json": '"text":'}
        for name, mark in marks.items():
            outputs = {self.pith(*spelling, stdin=RICH)[0]
                       for spelling in ([f"--format={name}"], ["--format", name], ["-f", name],
                                        [f"-f{name}"])}
            self.assertEqual(len(outputs), 1, name)
            self.assertIn(mark, re.sub(r"[ \n]+", " ", outputs.pop()), name)

    def test_an_unknown_format_is_refused(self):
        output, errors = self.pith("-f", "pdf", status=USAGE)
        self.assertEqual(output, "")
        self.assertIn("no such format: pdf", errors)
        self.assertIn("--help", errors)


class Parts(CommandTest):
    """--with and --without, each part, told by a mark that only it brings."""

    def check(self, part, mark, *options):
        given, _ = self.pith(*options, f"--with={part}", stdin=RICH)
        taken, _ = self.pith(*options, f"--without={part}", stdin=RICH)
        both, _ = self.pith(*options, f"--with={part}", f"--without={part}", stdin=RICH)
        self.assertIn(mark, given)
        self.assertNotIn(mark, taken)
        self.assertEqual(taken, both, "--without has the last word")

    def test_links(self):
        self.check("links", "](https://tides.example/tables)", "-f", "markdown",
                   "--url=https://tides.example/today")

    def test_images(self):
        self.check("images", "![The pier at noon]", "-f", "markdown")

    def test_tables(self):
        self.check("tables", "quarter past four", "-f", "markdown")

    def test_emphasis(self):
        self.check("emphasis", "*older*", "-f", "markdown")

    def test_title(self):
        self.check("title", "# Of tides", "-f", "markdown")

    def test_furniture(self):
        self.check("furniture", "My card always says low water", "-f", "markdown")

    def test_related(self):
        self.check("related", "[The pier at night](", "-f", "markdown")

    def test_comments(self):
        self.check("comments", "**Osk**", "-f", "markdown")

    def test_the_short_form_of_comments(self):
        wanted, _ = self.pith("-f", "markdown", "--with=comments", stdin=RICH)
        self.assertEqual(self.pith("-f", "markdown", "--comments", stdin=RICH)[0], wanted)
        plain, _ = self.pith("-f", "markdown", stdin=RICH)
        self.assertNotIn("My card always says", plain)

    def test_the_short_form_of_related(self):
        wanted, _ = self.pith("-f", "markdown", "--with=related", stdin=RICH)
        self.assertEqual(self.pith("-f", "markdown", "--related", stdin=RICH)[0], wanted)
        plain, _ = self.pith("-f", "markdown", stdin=RICH)
        self.assertNotIn("The pier at night", plain)

    def test_a_list_of_parts(self):
        output, _ = self.pith("-f", "markdown", "--without=emphasis,images", "--without=tables",
                              stdin=RICH)
        for mark in ("*older*", "![", "quarter past four"):
            self.assertNotIn(mark, output)
        self.assertIn("older", output)

    def test_unknown_parts_are_refused(self):
        for value in ("pictures", "links,", ",links", "", "links images", "links,pictures"):
            _, errors = self.pith(f"--with={value}", status=USAGE)
            self.assertIn("no such part", errors)
            _, errors = self.pith(f"--without={value}", status=USAGE)
            self.assertIn("no such part", errors)


UNCLEAR = b"""<main><h1>Of ferries</h1><p>The ferry crosses the bay twice a day, in the morning with
bread and in the evening with those who missed the train, and nobody counts them.</p>
<div class=box><p>Tickets on board only.</p><p>Dogs go free.</p></div>
<aside><p>The bay is two miles wide.</p><p>It is deep, too, and in places very cold.</p></aside>
<ul><li><a href=/a>Start</a><li><a href=/b>Ferries</a></ul>
<p class=note>All times are those of the winter.</p></main>"""


class Favor(CommandTest):
    def test_each_keeps_more_than_the_one_before(self):
        texts = [self.pith(f"--favor={name}", stdin=UNCLEAR)[0]
                 for name in ("precision", "balance", "recall")]
        self.assertEqual(texts[1], self.pith(stdin=UNCLEAR)[0])
        lines = [set(text.splitlines()) for text in texts]
        self.assertLessEqual(lines[0], lines[1])
        self.assertLessEqual(lines[1], lines[2])
        self.assertLess(lines[0], lines[2])
        self.assertIn("The ferry crosses the bay", texts[0])

    def test_the_record_tells_how_sure_it_is(self):
        record = json.loads(self.pith("-f", "json", stdin=RICH)[0])
        bare = json.loads(self.pith("-f", "json", stdin=b"<a href=/x>x</a> | <a href=/y>y</a>")[0])
        self.assertTrue(bare["confidence"] < record["confidence"] <= 1)
        self.assertIn(record["page_type"], ("article", "forum", "product", "collection", "listing",
                                            "documentation", "service"))
        for section in record["furniture"]:
            self.assertTrue(0 <= section["confidence"] < 0.5)

    def test_others_are_refused(self):
        for value in ("", "both", "prec", "recall,precision"):
            _, errors = self.pith(f"--favor={value}", status=USAGE)
            self.assertIn("--favor takes precision, recall or balance", errors)


class Others(CommandTest):
    def test_output_goes_to_a_file(self):
        source = self.write("page.html", page("lanterns"))
        expected, _ = self.pith(source)
        for option in (["-o", "a.txt"], ["--output=b.txt"], ["--output", "c.txt"]):
            target = self.folder / re.sub(".*=", "", option[-1])
            target.write_text("what stood there before, " * 1000)
            output, _ = self.pith(*option, source, cwd=self.folder)
            self.assertEqual(output, "")
            self.assertEqual(target.read_text(), expected)

    def test_url_resolves_links(self):
        for option in (["-u", "https://tides.example/a/"], ["--url=https://tides.example/a/"]):
            output, _ = self.pith("-f", "json", *option, stdin=RICH)
            self.assertEqual(json.loads(output)["url"], "https://tides.example/a/")
        output, _ = self.pith("-f", "markdown", "--with=images", "-u", "https://tides.example/a/",
                              stdin=RICH)
        self.assertIn("https://tides.example/tables", output)
        self.assertIn("https://tides.example/a/pier.png", output)

    def test_url_is_for_one_input(self):
        self.pith("--url=https://tides.example/", "a.html", "b.html", status=USAGE)

    def test_charset_overrides(self):
        body = page("caf\u00e9").decode().replace("<meta charset=utf-8>", "").encode("latin-1")
        for option in (["--charset=latin1"], ["--charset", "windows-1252"], ["-c", "ISO-8859-1"]):
            output, _ = self.pith(*option, stdin=body)
            self.assertIn("caf\u00e9", output)
        output, _ = self.pith("-c", "koi8-r", stdin=body)
        self.assertIn("caf\u0418", output)

    def test_an_unknown_charset_is_refused(self):
        _, errors = self.pith("--charset=klingon", status=USAGE)
        self.assertIn("klingon", errors)

    def test_numbers_must_be_numbers_in_range(self):
        for option in ("--jobs", "--timeout"):
            for value in ("0", "-1", "x", "1x", "", " 1", "99999999999999999999"):
                _, errors = self.pith(f"{option}={value}", status=USAGE)
                self.assertIn(option, errors)
        self.pith("--jobs=257", status=USAGE)
        self.pith("--timeout=86401", status=USAGE)
        self.pith("-j2", "--timeout=9", stdin=page("x"))

    def test_version(self):
        header = (SOURCE / "include/pith/pith.h").read_text()
        number = ".".join(re.search(rf"PITH_VERSION_{part} (\d+)", header).group(1)
                          for part in ("MAJOR", "MINOR", "PATCH"))
        for option in ("-V", "--version"):
            output, _ = self.pith(option)
            self.assertRegex(output, rf"^pith {re.escape(number)} \(.*libcurl.*\)\n$")

    def test_help(self):
        output, errors = self.pith("--help")
        self.assertEqual(errors, "")
        self.assertTrue(output.startswith("Usage: pith "))
        self.assertEqual(output, self.pith("-h")[0])
        self.assertTrue(all(len(line) <= 80 for line in output.splitlines()))

    def test_unknown_options_are_refused_with_a_hint(self):
        for arguments, named in ((["--frobnicate"], "--frobnicate"), (["-x"], "-x"),
                                 (["-qx"], "-x"), (["--w=links"], "--w=links")):
            _, errors = self.pith(*arguments, status=USAGE)
            self.assertIn(named, errors)
            self.assertIn("Try 'pith --help'.", errors)

    def test_options_want_their_values(self):
        for option in ("-f", "--format", "-o", "--output", "-u", "-c", "--with", "--without", "-j",
                       "--timeout"):
            _, errors = self.pith(option, status=USAGE)
            self.assertIn(f"option needs a value: {option}", errors)
        self.pith("--quiet=yes", status=USAGE)

    def test_two_dashes_end_the_options(self):
        self.write("-f", page("dashes"))
        output, _ = self.pith("--", "-f", cwd=self.folder)
        self.assertIn("dashes", output)
        _, errors = self.pith("--", "--help", status=INPUT, cwd=self.folder)
        self.assertIn("--help", errors)

    def test_options_may_follow_inputs(self):
        source = self.write("page.html", page("order"))
        self.assertEqual(self.pith(source, "-f", "html"), self.pith("-f", "html", source))


if __name__ == "__main__":
    unittest.main()
