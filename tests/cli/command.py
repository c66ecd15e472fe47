# SPDX-License-Identifier: Apache-2.0
"""Running the built command from a test."""
import os
import subprocess
import tempfile
import unittest
from pathlib import Path

PITH = os.environ["PITH"]
SOURCE = Path(os.environ["PITH_SOURCE"])
SANITIZED = bool(os.environ.get("PITH_SANITIZE"))

# The statuses that pith(1) promises.
OK, INPUT, USAGE, OUTPUT, MEMORY = range(5)


def page(word, title="A page about it"):
    """A page whose body anyone would call content, told apart by a word."""
    sentences = "".join(
        f"<p>This is sentence {i} of a story about {word}, long enough, with a comma or two, "
        f"that it reads as the body of an article and not as a link or a label.</p>\n"
        for i in range(4))
    return (f"<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>{title}</title></head>"
            f"<body><article><h1>{title}</h1>\n{sentences}</article></body></html>").encode()


def run(*arguments, stdin=b"", **kwargs):
    """The finished process of `pith ARGUMENTS`, its output and errors as bytes."""
    environment = {k: v for k, v in os.environ.items() if not k.lower().endswith("_proxy")}
    environment["LC_ALL"] = "C"
    return subprocess.run([PITH, *map(str, arguments)], input=stdin, capture_output=True,
                          timeout=120, env=environment, **kwargs)


class CommandTest(unittest.TestCase):
    """A test with an empty folder of its own, self.folder."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def write(self, name, content):
        path = self.folder / name
        path.write_bytes(content)
        return path

    def pith(self, *arguments, status=OK, stdin=b"", **kwargs):
        """Runs pith, holds it to the status, and returns (output, errors) as text."""
        result = run(*arguments, stdin=stdin, **kwargs)
        errors = result.stderr.decode(errors="replace")
        self.assertEqual(result.returncode, status, errors)
        return result.stdout.decode(), errors
