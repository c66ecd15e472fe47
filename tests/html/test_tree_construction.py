#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The tree construction tests of html5lib-tests, but for those in scripted/, which
need a script engine. A case without a scripting flag has to pass with and without."""
import sys

import suites

# Cases whose expected tree is that of an older standard, in which every "<?" began a
# bogus comment. Processing instructions came in 2026 (13.2.5.72 to 13.2.5.76).
MOVED = {
    "html5test-com.dat 12": ("13.2.5.75", "<?import …> is a processing instruction now"),
    "tests1.dat 40": ("13.2.5.72", "<? gives nothing at the end of the file"),
    "tests1.dat 44": ("13.2.5.75", "<?COMMENT?> is a processing instruction now"),
    "tests1.dat 47": ("13.2.5.75", "<?COM--MENT?> is a processing instruction now"),
}


def read_cases(path):
    """Yields {section: text} for each test of a .dat file."""
    text = path.read_bytes().decode("utf-8")
    for block in ("\n" + text.rstrip("\n")).split("\n#data\n")[1:]:
        case, section = {"data": []}, "data"
        for line in block.split("\n"):
            if line in ("#errors", "#new-errors", "#document-fragment", "#script-off",
                        "#script-on", "#document") and section != "document":
                section = line[1:]
                case[section] = []
            else:
                case[section].append(line)
        yield {name: "\n".join(lines) for name, lines in case.items()}


def main():
    folder = suites.data_folder("html5lib-tests/tree-construction")
    cases, records = [], []
    for path in sorted(folder.glob("*.dat")):
        for number, case in enumerate(read_cases(path), 1):
            modes = [m for m, other in ((0, "script-on"), (1, "script-off")) if other not in case]
            cases.append((f"{path.name} {number}", case, modes))
            records += [(f"{mode} {case.get('document-fragment', '').strip()}",
                         case["data"].encode()) for mode in modes]

    output, at, failed = suites.run("trees", records), 0, {}
    for name, case, modes in cases:
        for mode in modes:
            line_end = output.index(b"\n", at)
            end = line_end + 1 + int(output[at:line_end])
            tree = output[line_end + 1:end].decode().rstrip("\n")
            at = end
            if tree != case["document"].rstrip("\n"):
                failed[name] = (f"--- data (scripting {mode}, fragment "
                                f"«{case.get('document-fragment', '')}»)\n{case['data']}\n"
                                f"--- expected\n{case['document']}\n--- seen\n{tree}")
    return suites.report("tree construction", len(cases), failed, MOVED, {})


if __name__ == "__main__":
    sys.exit(main())
