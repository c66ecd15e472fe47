# SPDX-License-Identifier: Apache-2.0
"""What the tests over data sets share: where the data is, and the programs that
parse or tokenize record after record."""
import os
import subprocess
import sys
from pathlib import Path

SKIP = 77


def data_folder(name):
    """A folder of the data sets; ends the test as skipped if it is not there."""
    source = Path(os.environ.get("PITH_SOURCE", Path(__file__).parents[2]))
    data = Path(os.environ.get("PITH_DATA") or source / "../shared/data")
    folder = data / name
    if not folder.is_dir():
        print(f"skipped: no {folder} (set PITH_DATA)")
        sys.exit(SKIP)
    return folder


def program(name):
    """The path of a program that the build makes from this folder."""
    return Path(os.environ.get("PITH_BUILD", Path(__file__).parents[2] / "build")) / "tests" / name


def run(name, records):
    """The output of a program for records of (line, bytes)."""
    stdin = b"".join(f"{len(data)} {line}\n".encode() + data for line, data in records)
    done = subprocess.run([program(name)], input=stdin, stdout=subprocess.PIPE)
    if done.returncode != 0:
        sys.exit(f"{name} ended with {done.returncode}")
    return done.stdout


def report(name, total, failed, moved, left_out):
    """Prints the counts and the cases that differ. Gives the exit status.

    failed: {case: what differs}; moved: {case: (section, why)} of cases that differ
    because the standard has changed since; left_out: {case: why} of cases not run.
    """
    passed = total - len(failed) - len(left_out)
    print(f"{name} {passed}/{total}")
    for case, (section, why) in moved.items():
        if case in failed:
            print(f"  differs, for the standard has moved: {case} ({section}: {why})")
    for case, why in left_out.items():
        print(f"  not run: {case} ({why})")
    wrong = {case: text for case, text in failed.items() if case not in moved}
    for case, text in wrong.items():
        print(f"FAILED {case}\n{text}")
    stale = [case for case in moved if case not in failed]
    for case in stale:
        print(f"FAILED {case}: it is on the list of cases that differ, but passes")
    return 1 if wrong or stale else 0
