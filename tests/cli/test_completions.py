# SPDX-License-Identifier: Apache-2.0
"""The shells' completions and the manual know the options that --help lists."""
import re
import shutil
import subprocess
import unittest

from command import SOURCE, CommandTest

BASH = SOURCE / "completions/pith.bash"
ZSH = SOURCE / "completions/_pith"
FISH = SOURCE / "completions/pith.fish"
FORMATS = ["text", "markdown", "json", "html", "tei"]
FAVORS = ["balance", "precision", "recall"]
INPUTS = ["auto", "html", "text"]
PARTS = ["links", "images", "tables", "emphasis", "title", "furniture", "related", "comments"]


def bash(*words):
    """What bash offers when the last word is to be completed."""
    script = f"""source {BASH}
COMP_WORDS=({' '.join(f"'{word}'" for word in words)})
COMP_CWORD={len(words) - 1}
_pith 2>/dev/null
printf '%s\\n' "${{COMPREPLY[@]}}" """
    output = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=True)
    return output.stdout.split()


class InStep(CommandTest):
    def options(self, *command):
        """The options of the help: long ones and short ones."""
        text, _ = self.pith(*command, "--help")
        options = set(re.findall(r"^ +(?:-\w, )?(--\w+)", text, re.MULTILINE))
        options |= set(re.findall(r"^ +(-\w),", text, re.MULTILINE))
        self.assertIn("--help", options)
        self.assertIn("-h", options)
        return options

    def test_bash(self):
        self.assertEqual(set(bash("pith", "-")), self.options())
        self.assertEqual(set(bash("pith", "tree", "-")), self.options("tree"))
        self.assertEqual(set(bash("pith", "explain", "-")), self.options("explain"))
        self.assertEqual(bash("pith", "--form"), ["--format"])

    def test_bash_completes_values(self):
        for words in (["-f", ""], ["--format", ""], ["--format", "="], ["--format", "=", ""]):
            self.assertEqual(bash("pith", *words), FORMATS)
        self.assertEqual(bash("pith", "-f", "m"), ["markdown"])
        self.assertEqual(bash("pith", "--favor", "="), FAVORS)
        self.assertEqual(bash("pith", "-i", ""), INPUTS)
        self.assertEqual(bash("pith", "--input", "="), INPUTS)
        for option in ("--with", "--without"):
            self.assertEqual(bash("pith", option, ""), PARTS)
            self.assertEqual(bash("pith", option, "=", "t"), ["tables", "title"])
            self.assertEqual(bash("pith", option, "links,i"), ["links,images"])

    def test_zsh(self):
        tree, explain, pages = re.findall(r"_arguments -s.*?\n(?:elif|else|fi)", ZSH.read_text(),
                                          re.DOTALL)
        for text, options in ((pages, self.options()), (tree, self.options("tree")),
                              (explain, self.options("explain"))):
            specs = re.sub(r"\[.*?\]|\(.*?\)", "", text).replace("_arguments -s", "")
            self.assertEqual(set(re.findall(r"(?<![\w-])--?[a-zA-Z]\w*", specs)), options)
        self.assertIn(f"({' '.join(FORMATS)})", pages)
        self.assertIn(f"({' '.join(FAVORS)})", pages)
        self.assertIn(f"({' '.join(INPUTS)})", pages)
        self.assertIn(" ".join(PARTS), ZSH.read_text())

    def test_fish(self):
        for condition, options in (("$pages", self.options()), ("$tree", self.options("tree")),
                                   ("$explain", self.options("explain"))):
            lines = [line for line in FISH.read_text().splitlines() if f"-n {condition}" in line]
            found = {f"-{s}" for line in lines for s in re.findall(r" -s (\w)\b", line)}
            found |= {f"--{name}" for line in lines for name in re.findall(r" -l (\w+)", line)}
            self.assertEqual(found, options)
        self.assertIn(f'"{" ".join(FORMATS)}"', FISH.read_text())
        self.assertIn(f'"{" ".join(FAVORS)}"', FISH.read_text())
        self.assertIn(f'"{" ".join(INPUTS)}"', FISH.read_text())
        self.assertIn(" ".join(PARTS), FISH.read_text())

    def test_shells_can_parse_them(self):
        for shell, path in (("bash", BASH), ("zsh", ZSH), ("fish", FISH)):
            if shutil.which(shell):
                subprocess.run([shell, "-n", path], check=True)

    def test_the_readme(self):
        text = (SOURCE / "README.md").read_text()
        for option in self.options() - {"--help", "-h", "--version", "-V"}:
            self.assertRegex(text, rf"`{option}[`=]")

    def test_the_manual(self):
        text = (SOURCE / "man/pith.1").read_text()
        described = set(re.findall(r"Fl Fl (\w+)", text))
        wanted = {name[2:] for name in self.options() | self.options("tree") |
                  self.options("explain") if name[:2] == "--"}
        self.assertEqual(described, wanted)
        statuses = re.findall(r"^\.It (\d)$", text, re.MULTILINE)
        self.assertEqual(statuses, ["0", "1", "2", "3", "4"])


class Manual(unittest.TestCase):
    def test_it_names_every_function(self):
        header = re.sub(r"/\*.*?\*/", "", (SOURCE / "include/pith/pith.h").read_text(), flags=re.S)
        functions = set(re.findall(r"^PITH_API[^;(]*?(\w+)\(", header, re.MULTILINE))
        synopsis = (SOURCE / "man/pith.3").read_text().split(".Sh DESCRIPTION")[0]
        self.assertEqual(set(re.findall(r"^\.F[no] (\w+)", synopsis, re.MULTILINE)), functions)

    def test_it_names_every_error(self):
        header = (SOURCE / "include/pith/pith.h").read_text()
        errors = set(re.findall(r"PITH_ERROR_\w+", header))
        text = (SOURCE / "man/pith.3").read_text()
        self.assertEqual(set(re.findall(r"^\.It Dv (\w+)", text, re.MULTILINE)), errors)

    def test_mandoc_finds_nothing_wrong(self):
        if not shutil.which("mandoc"):
            self.skipTest("no mandoc here")
        for name in ("pith.1", "pith.3"):
            result = subprocess.run(["mandoc", "-Tlint", "-Wwarning", SOURCE / "man" / name],
                                    capture_output=True, text=True)
            self.assertEqual(result.returncode, 0, result.stdout)


if __name__ == "__main__":
    unittest.main()
