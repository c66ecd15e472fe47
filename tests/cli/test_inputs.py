# SPDX-License-Identifier: Apache-2.0
"""Inputs: files, standard input, several at once, and those that cannot be read."""
import json
import os
import pty
import resource
import select
import subprocess
import time
import unittest

from command import (INPUT, MEMORY, OUTPUT, PITH, SANITIZED, USAGE, CommandTest, page)


class OneInput(CommandTest):
    def test_standard_input(self):
        output, _ = self.pith(stdin=page("lighthouses"))
        self.assertIn("lighthouses", output)
        self.assertEqual(output, self.pith("-", stdin=page("lighthouses"))[0])

    def test_a_file(self):
        output, errors = self.pith(self.write("p.html", page("lighthouses")))
        self.assertIn("lighthouses", output)
        self.assertEqual(errors, "")

    def test_a_pipe_that_trickles(self):
        process = subprocess.Popen([PITH], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        for i in range(0, 600, 200):
            process.stdin.write(page("trickles")[i:i + 200])
            process.stdin.flush()
            time.sleep(0.02)
        output, _ = process.communicate(page("trickles")[600:], timeout=60)
        self.assertEqual(output.decode(), self.pith(stdin=page("trickles"))[0])

    def test_nothing_is_a_page_too(self):
        output, errors = self.pith(stdin=b"")
        self.assertEqual((output, errors), ("", ""))
        output, _ = self.pith("-f", "json", stdin=b"")
        self.assertIsInstance(json.loads(output), dict)

    def test_bytes_that_are_no_html(self):
        self.pith(stdin=bytes(range(256)) * 40)


class Unreadable(CommandTest):
    """One bad input among good ones: named on standard error, the others written."""

    def check(self, name, reason, **kwargs):
        good = self.write("good.html", page("goodness"))
        output, errors = self.pith(good, name, good, status=INPUT, **kwargs)
        self.assertEqual(output.count("sentence 0 of a story about goodness"), 2)
        self.assertRegex(errors, reason)
        self.assertIn(str(name), errors)
        self.assertEqual(len(errors.splitlines()), 1, errors)

    def test_missing(self):
        self.check(self.folder / "missing.html", "No such file")

    def test_a_directory(self):
        self.check(self.folder, "is a directory: name the files in it")

    def test_forbidden(self):
        secret = self.write("secret.html", page("secrets"))
        secret.chmod(0)
        self.folder.chmod(0o755)
        user = {"user": "nobody"} if os.geteuid() == 0 else {}  # root may read everything
        if user and os.environ.get("PITH_SANITIZE") == "coverage":
            self.skipTest("nobody may not write the counters")
        try:
            self.check(secret, "Permission denied", **user)
        except PermissionError:
            self.skipTest("nobody may not run the command where it stands")

    def test_a_file_that_fails_while_it_is_read(self):
        if not os.path.exists("/proc/self/mem"):
            self.skipTest("no /proc")
        self.check("/proc/self/mem", "error")

    def test_too_large(self):
        large = self.folder / "large.html"
        with open(large, "wb") as file:
            file.truncate((512 << 20) + 1)
        self.check(large, "larger than 512 MiB")

    def test_an_endless_one(self):
        if SANITIZED:
            self.skipTest("takes too much memory with sanitizers")
        self.check("/dev/zero", "larger than 512 MiB")

    def test_other_schemes(self):
        for url in ("ftp://127.0.0.1/x", "file:///etc/passwd", "gopher://127.0.0.1/"):
            self.check(url, "libcurl|only http and https")

    def test_alone(self):
        output, errors = self.pith("missing.html", status=INPUT, cwd=self.folder)
        self.assertEqual(output, "")
        self.assertEqual(errors, "pith: missing.html: No such file or directory\n")

    def test_quiet_still_reports(self):
        _, errors = self.pith("-q", "missing.html", status=INPUT, cwd=self.folder)
        self.assertIn("missing.html", errors)

    @unittest.skipIf(SANITIZED, "sanitizers need the address space")
    def test_memory_runs_out(self):
        large = self.write("large.html", b"<p>" + b"word and " * (20 << 20))
        space = 128 << 20
        output, errors = self.pith(
            "-j1", large, self.write("good.html", page("small")), status=MEMORY,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (space, space)))
        self.assertIn("small", output)
        self.assertRegex(errors, "large.html: not enough memory")


class Limits(CommandTest):
    DEEP = page("depths").replace(b"</article>", b"<div>" * 2000 + b"</article>")

    def test_a_limit_is_told(self):
        output, errors = self.pith(stdin=self.DEEP)
        self.assertIn("depths", output)
        self.assertEqual(
            errors, "pith: standard input: goes beyond a limit and was read in part: depth\n")

    def test_unless_quiet(self):
        for option in ("-q", "--quiet"):
            _, errors = self.pith(option, stdin=self.DEEP)
            self.assertEqual(errors, "")


class Several(CommandTest):
    def setUp(self):
        super().setUp()
        self.files = [self.write(f"{word}.html", page(word)) for word in ("one", "two", "three")]
        self.single = {f: [self.pith("-f", f, path)[0] for path in self.files]
                       for f in ("text", "markdown", "html", "json")}

    def test_text_has_a_line_with_the_name_before_each(self):
        output, _ = self.pith(*self.files)
        expected = "\n".join(f"==> {path} <==\n{text}"
                             for path, text in zip(self.files, self.single["text"]))
        self.assertEqual(output, expected)

    def test_markdown_has_a_thematic_break_between_two(self):
        output, _ = self.pith("-f", "markdown", *self.files)
        self.assertEqual(output, "\n---\n\n".join(self.single["markdown"]))

    def test_html_follows_html(self):
        output, _ = self.pith("-f", "html", *self.files)
        self.assertEqual(output, "".join(self.single["html"]))

    def test_json_has_a_line_for_each(self):
        output, _ = self.pith("-f", "json", *self.files)
        self.assertEqual(output, "".join(self.single["json"]))
        self.assertEqual([json.loads(line)["file"] for line in output.splitlines()],
                         [str(path) for path in self.files])

    def test_separators_skip_what_cannot_be_read(self):
        output, _ = self.pith("-f", "markdown", self.files[0], "missing", self.files[1],
                              status=INPUT)
        self.assertEqual(output, "\n---\n\n".join(self.single["markdown"][:2]))

    def test_standard_input_among_files(self):
        output, _ = self.pith(self.files[0], "-", stdin=page("standing"))
        self.assertIn("==> standard input <==", output)
        self.assertLess(output.index("about one"), output.index("about standing"))

    def test_standard_input_only_once(self):
        _, errors = self.pith("-", "-", status=USAGE)
        self.assertIn("only once", errors)


class FileNames(CommandTest):
    def test_in_json_any_name_is_a_string(self):
        for name, shown in ((b'a "b" \\ c.html', 'a "b" \\ c.html'),
                            (b"l\nine.html", "l\nine.html"),
                            ("\u2028 and \u2029.html".encode(), "\u2028 and \u2029.html"),
                            ("\u00e9\u4e2d\U0001f30a.html".encode(), "\u00e9\u4e2d\U0001f30a.html"),
                            (b"bad\xff\xc3.html", "bad\ufffd\ufffd.html"),
                            (b"\xed\xa0\x80.html", "\ufffd\ufffd\ufffd.html")):
            path = os.path.join(os.fsencode(self.folder), name)
            with open(path, "wb") as file:
                file.write(page("names"))
            output = subprocess.run([os.fsencode(PITH), b"-f", b"json", name], capture_output=True,
                                    cwd=self.folder, timeout=60).stdout.decode()
            self.assertEqual(len(output.splitlines()), 1)
            self.assertEqual(json.loads(output)["file"], shown)

    def test_standard_input_has_none(self):
        self.assertNotIn("file", json.loads(self.pith("-fjson", stdin=page("x"))[0]))

    def test_tree_is_a_file_by_its_path(self):
        self.write("tree", page("trees"))
        self.assertIn("trees", self.pith("./tree", cwd=self.folder)[0])


class Output(CommandTest):
    def test_a_full_disk(self):
        for arguments in ([], ["--help"], ["--version"], ["tree"]):
            with open("/dev/full", "wb") as full:
                result = subprocess.run([PITH, *arguments], input=page("x"), stdout=full,
                                        stderr=subprocess.PIPE, timeout=60)
            self.assertEqual(result.returncode, OUTPUT, arguments)
            self.assertEqual(result.stderr, b"pith: standard output: No space left on device\n")
        _, errors = self.pith("-o", "/dev/full", status=OUTPUT, stdin=page("x"))
        self.assertIn("/dev/full", errors)

    def test_a_closed_pipe_ends_it_quietly(self):
        files = [self.write(f"{i}.html", page(f"pipes{i}") * 200) for i in range(20)]
        process = subprocess.Popen([PITH, *files], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        process.stdout.read(10)
        process.stdout.close()
        self.assertEqual(process.stderr.read(), b"")
        process.stderr.close()
        self.assertEqual(process.wait(60), OUTPUT)

    def test_a_file_that_cannot_be_opened(self):
        _, errors = self.pith("-o", self.folder / "no/such/folder", status=OUTPUT, stdin=page("x"))
        self.assertIn("no/such/folder", errors)
        self.pith("-o", self.folder, status=OUTPUT, stdin=page("x"))

    def test_an_input_is_never_overwritten(self):
        source = self.write("page.html", page("care"))
        os.link(source, self.folder / "link.html")
        for target in ("page.html", "link.html"):
            _, errors = self.pith("-o", target, "page.html", status=USAGE, cwd=self.folder)
            self.assertIn("is an input too", errors)
            self.assertEqual(source.read_bytes(), page("care"))


class Progress(CommandTest):
    def on_terminal(self, *arguments):
        """What standard error shows if it is a terminal."""
        try:
            ours, theirs = pty.openpty()
        except OSError:
            self.skipTest("no pseudo-terminals here")
        process = subprocess.Popen([PITH, *map(str, arguments)], stdout=subprocess.DEVNULL,
                                   stdin=subprocess.DEVNULL, stderr=theirs)
        os.close(theirs)
        shown = b""
        while select.select([ours], [], [], 60)[0]:
            try:
                piece = os.read(ours, 65536)
            except OSError:  # the other end is closed
                break
            if not piece:
                break
            shown += piece
        process.wait(60)
        os.close(ours)
        return shown.decode()

    def test_a_line_counts_the_inputs(self):
        files = [self.write(f"{i}.html", page("counting")) for i in range(5)]
        shown = self.on_terminal(*files)
        self.assertIn("of 5", shown)
        self.assertTrue(shown.endswith("\r\033[K"), "the line is taken away at the end")
        self.assertEqual(self.on_terminal("--quiet", *files), "")
        self.assertEqual(self.on_terminal(files[0]), "")
        self.assertEqual(self.pith(*files)[1], "", "no line where there is no terminal")

    def test_failures_are_counted(self):
        shown = self.on_terminal("missing", self.write("a.html", page("a")))
        self.assertIn("missing: No such file", shown)
        self.assertIn("1 failed", shown)


if __name__ == "__main__":
    unittest.main()
