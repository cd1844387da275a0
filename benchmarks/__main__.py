"""`python -m benchmarks`: what every lesson costs, beside a bare Streamlit page in the same run.

The whole run writes docs/performance.json, and from it the tables of docs/performance.md and the picture.
"""

import argparse
import os

from benchmarks.measuring.processor import load
from benchmarks.report import picture, record, tables
from benchmarks.run import full, say, some
from benchmarks.subjects import subjects_named


def main() -> None:
    """Measure everything, or print the rows of some pages, or make tables and picture from the record."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--only", metavar="NAME", help="the pages whose name holds NAME; nothing is written")
    parser.add_argument("--redraw", action="store_true", help="tables and picture from the last run's record")
    asked = parser.parse_args()
    if asked.only:
        some(subjects_named(asked.only))
        return
    if not asked.redraw:
        say(f"{os.cpu_count()} cores, load averages {load()}: more than a core's worth makes figures noise")
        record.write(full())
    known = record.read()
    tables.write(known)
    picture.write(known)


if __name__ == "__main__":
    main()
