# SPDX-License-Identifier: Apache-2.0
"""The shared library exports what the public headers declare, and nothing else."""
import os
import re
import shutil
import subprocess
import sys
import unittest
from pathlib import Path

BUILD = Path(os.environ["PITH_BUILD"])
SOURCE = Path(os.environ["PITH_SOURCE"])


def output_of(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def declared():
    names = set()
    for header in (SOURCE / "include/pith").glob("*.h"):
        text = re.sub(r"/\*.*?\*/", "", header.read_text(), flags=re.DOTALL)
        names |= set(re.findall(r"^PITH_API[^;(]*?(\w+)\(", text, re.MULTILINE))
    return names


class Symbols(unittest.TestCase):
    def test_exported_are_those_declared(self):
        lines = output_of("nm", "-D", "--defined-only", BUILD / "libpith.so").splitlines()
        exported = {line.split()[-1].split("@")[0] for line in lines}
        self.assertGreater(len(exported), 10)
        self.assertEqual(exported, declared())

    def test_the_archive_keeps_to_its_prefix(self):
        text = output_of("nm", "-g", "--defined-only", BUILD / "libpith.a")
        names = re.findall(r"^[0-9a-f]+ [A-Za-z] (\S+)$", text, re.MULTILINE)
        self.assertGreater(len(names), 10)
        self.assertEqual([name for name in names if not name.startswith("pith_")], [])

    def test_the_name_carries_the_version(self):
        header = (SOURCE / "include/pith/pith.h").read_text()
        major, minor = (re.search(rf"PITH_VERSION_{part} (\d+)", header).group(1)
                        for part in ("MAJOR", "MINOR"))
        soname = f"libpith.so.0.{minor}" if major == "0" else f"libpith.so.{major}"
        self.assertIn(f"[{soname}]", output_of("readelf", "-d", BUILD / "libpith.so"))

    def test_it_needs_the_c_library_alone(self):
        text = output_of("readelf", "-d", BUILD / "libpith.so")
        needed = set(re.findall(r"NEEDED.*\[(.*)\]", text))
        libraries = {name.split(".so")[0].split("-")[0] for name in needed}
        self.assertLessEqual(libraries, {"libc", "libm", "ld"})


if __name__ == "__main__":
    if not shutil.which("nm") or not shutil.which("readelf"):
        print("no nm or readelf here")
        sys.exit(77)
    unittest.main()
