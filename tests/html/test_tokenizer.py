#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The tokenizer tests of html5lib-tests. A test with several initial states has to
pass in all of them. Parse errors are not looked at: pith reports none."""
import json
import re
import sys

import suites

STATES = ["Data state", "PLAINTEXT state", "RCDATA state", "RAWTEXT state", "Script data state",
          "CDATA section state"]

# Cases whose expected tokens are those of an older standard, in which every "<?"
# began a bogus comment. Processing instructions came in 2026 (13.2.5.72 to 13.2.5.76).
MOVED = {
    "test2.test 32: Simili processing instruction":
        ("13.2.5.75", "it is a processing instruction now"),
    "test2.test 33: A bogus comment stops at >, even if preceded by two dashes":
        ("13.2.5.75", "it is a processing instruction now"),
    "test3.test 1159: <?": ("13.2.5.72", "nothing is emitted at the end of the file"),
}
MOVED |= {f"test3.test {number}: <?{letter}":
          ("13.2.5.73", "nothing is emitted at the end of the file")
          for number, letter in zip((1181, 1182, 1183, 1184, 1186, 1187, 1188, 1189), "ABYZabyz")}


def unescape(text):
    """Undoes the second escaping of a test that is "doubleEscaped"."""
    text = re.sub(r"\\u([0-9A-Fa-f]{4})", lambda m: chr(int(m[1], 16)), text)
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")


def coerce(text):
    """The standard's "coercing an HTML DOM into an infoset" (13.2.9), as far as
    xmlViolation.test needs it: its tests expect tokens after that step."""
    return text.replace("\uFFFF", "\uFFFD").replace("\f", " ")


def map_strings(value, function):
    if isinstance(value, str):
        return function(value)
    if isinstance(value, list):
        return [map_strings(v, function) for v in value]
    if isinstance(value, dict):
        return {function(k): map_strings(v, function) for k, v in value.items()}
    return value


def main():
    folder = suites.data_folder("html5lib-tests/tokenizer")
    cases, records, left_out = [], [], {}
    for path in sorted(folder.glob("*.test")):
        content = json.loads(path.read_text(encoding="utf-8"))
        for number, test in enumerate(content.get("tests") or content["xmlViolationTests"], 1):
            name = f"{path.name} {number}: {test['description']}"
            if test.get("doubleEscaped"):
                test = map_strings(test, unescape)
            test["coerced"] = "xmlViolationTests" in content
            try:
                data = test["input"].encode()
            except UnicodeEncodeError:
                left_out[name] = "a lone surrogate cannot be written in UTF-8"
                continue
            states = test.get("initialStates", ["Data state"])
            cases.append((name, test, states))
            records += [(f"{STATES.index(state)} {test.get('lastStartTag', '')}", data)
                        for state in states]

    lines, failed = iter(suites.run("tokens", records).splitlines()), {}
    for name, test, states in cases:
        for state in states:
            tokens = json.loads(next(lines))
            if test["coerced"]:
                tokens = map_strings(tokens, coerce)
                for token in tokens:
                    if token[0] == "Comment":
                        token[1] = token[1].replace("--", "- -")
            if tokens != test["output"]:
                failed[name] = (f"  {state}, input {test['input']!r}\n"
                                f"  expected {test['output']}\n  seen     {tokens}")
    return suites.report("tokenizer", len(cases) + len(left_out), failed, MOVED, left_out)


if __name__ == "__main__":
    sys.exit(main())
