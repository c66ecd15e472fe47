# SPDX-License-Identifier: Apache-2.0
"""What `make install` lays down works: the command, and libraries that other
builds find by pkg-config and by find_package()."""
import os
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

BUILD = Path(os.environ["PITH_BUILD"])
SOURCE = Path(os.environ["PITH_SOURCE"])

CONSUMER = r"""
#include <pith/pith.h>
#include <stdio.h>
#include <string.h>

int main(void)
{
    const char html[] = "<title>Found</title><p>by a consumer";
    pith_page page = {0};
    page.size = sizeof page;
    page.bytes.data = html;
    page.bytes.size = sizeof html - 1;
    pith_reader *reader = pith_reader_new(NULL, NULL);
    pith_document *document = pith_read(reader, &page, NULL);
    if (document == NULL)
        return 1;
    pith_str title = pith_document_title(document);
    printf("%.*s %s\n", (int)title.size, title.data, pith_version());
    pith_document_free(document);
    pith_reader_free(reader);
    return 0;
}
"""

PROJECT = """
cmake_minimum_required(VERSION 3.22)
project(consumer C)
find_package(pith {version} REQUIRED)
add_executable(shared consumer.c)
target_link_libraries(shared pith::pith)
add_executable(static consumer.c)
target_link_libraries(static pith::static)
"""


def output_of(*command, **kwargs):
    result = subprocess.run([str(part) for part in command], capture_output=True, text=True,
                            timeout=300, **kwargs)
    if result.returncode != 0:
        raise AssertionError(f"{command}:\n{result.stdout}\n{result.stderr}")
    return result.stdout


class Installed(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = Path(folder.name)
        cls.prefix = cls.folder / "prefix"
        output_of("cmake", "--install", BUILD, "--prefix", cls.prefix)
        cls.package = next(cls.prefix.rglob("pith.pc"))
        cls.libraries = cls.package.parent.parent
        cls.version = output_of(cls.prefix / "bin/pith", "--version").split()[1]
        cls.environment = {**os.environ, "PKG_CONFIG_PATH": str(cls.package.parent),
                           "LD_LIBRARY_PATH": str(cls.libraries)}
        (cls.folder / "consumer.c").write_text(CONSUMER)

    def test_all_is_there(self):
        share = self.prefix / "share"
        for path in (self.prefix / "include/pith/pith.h", self.prefix / "include/pith/develop.h",
                     self.libraries / "libpith.a", self.libraries / "libpith.so",
                     self.libraries / f"libpith.so.{self.version}",
                     share / "man/man1/pith.1", share / "man/man3/pith.3",
                     share / "doc/pith/LICENSE", share / "bash-completion/completions/pith",
                     share / "zsh/site-functions/_pith",
                     share / "fish/vendor_completions.d/pith.fish"):
            self.assertTrue(path.is_file(), path)
            self.assertGreater(path.stat().st_size, 0, path)

    def test_the_command_reads_a_page(self):
        output = output_of(self.prefix / "bin/pith", SOURCE / "examples/page.html")
        self.assertIn("Skarholm", output)

    def test_pkg_config(self):
        flags = output_of("pkg-config", "--cflags", "--libs", "pith", env=self.environment).split()
        program = self.folder / "by-pkg-config"
        output_of("cc", "-std=c99", "-Wall", "-Werror", self.folder / "consumer.c", *flags, "-o",
                  program)
        self.assertEqual(output_of(program, env=self.environment), f"Found {self.version}\n")
        version = output_of("pkg-config", "--modversion", "pith", env=self.environment)
        self.assertEqual(version.strip(), self.version)

    def test_find_package(self):
        (self.folder / "CMakeLists.txt").write_text(PROJECT.format(version=self.version))
        build = self.folder / "build"
        output_of("cmake", "-S", self.folder, "-B", build, f"-DCMAKE_PREFIX_PATH={self.prefix}")
        output_of("cmake", "--build", build)
        for program in ("shared", "static"):
            self.assertEqual(output_of(build / program), f"Found {self.version}\n")

    @unittest.skipUnless(shutil.which("c++"), "no C++ compiler here")
    def test_the_headers_are_fit_for_cpp(self):
        flags = output_of("pkg-config", "--cflags", "--libs", "pith", env=self.environment).split()
        program = self.folder / "by-cpp"
        output_of("c++", "-x", "c++", "-Wall", "-Werror", self.folder / "consumer.c", "-x", "none",
                  *flags, "-o", program)
        self.assertEqual(output_of(program, env=self.environment), f"Found {self.version}\n")

    def test_each_header_stands_alone(self):
        for header in (self.prefix / "include/pith").glob("*.h"):
            source = self.folder / f"{header.stem}.c"
            source.write_text(f"#include <pith/{header.name}>\nint main(void) {{ return 0; }}\n")
            output_of("cc", "-std=c99", "-Wall", "-Wextra", "-Werror", "-fsyntax-only",
                      f"-I{self.prefix}/include", source)


class Destination(unittest.TestCase):
    def test_destdir_stands_before_the_prefix(self):
        with tempfile.TemporaryDirectory() as folder:
            # -o all: what is built is what is tested.
            output_of("make", "-C", SOURCE, "-o", "all", "install",
                      "PREFIX=/opt/pith", f"DESTDIR={folder}", f"BUILD={BUILD}")
            self.assertTrue((Path(folder) / "opt/pith/bin/pith").is_file())
            output_of("make", "-C", SOURCE, "uninstall", f"DESTDIR={folder}", f"BUILD={BUILD}")
            left = [path for path in Path(folder).rglob("*") if not path.is_dir()]
            self.assertEqual(left, [])


if __name__ == "__main__":
    unittest.main()
