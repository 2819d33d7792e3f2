"""Runs the benchmarks and prints their table.

    python3 -m tests.benchmarks [--visits N] [NAME …]

Names are those of the modules: opening listing searching answering checking filling_in keystroke room papers photos starting.
The county of N inspections (100,000) is built once and kept; each run works on a copy. The first build takes a while.
"""

import argparse
import os
import shutil
import tempfile
from importlib import import_module
from pathlib import Path

from tests.benchmarks import county
from tests.benchmarks.measure import HEAD

ALL = (
    "starting",
    "opening",
    "listing",
    "searching",
    "answering",
    "checking",
    "filling_in",
    "keystroke",
    "papers",
    "photos",
    "room",
)


def main() -> None:
    parser = argparse.ArgumentParser("benchmarks")
    parser.add_argument("--visits", type=int, default=100_000)
    parser.add_argument("names", nargs="*", metavar="NAME")
    chosen = parser.parse_args()
    if strange := set(chosen.names) - set(ALL):
        parser.error(f"no such benchmark: {', '.join(sorted(strange))}")
    with tempfile.TemporaryDirectory(dir=os.environ.get("INSPECTOR_SCALE_DIR")) as scratch:
        os.environ["INSPECTOR_HOME"] = str(Path(scratch) / "home")
        folder = Path(shutil.copytree(county.ready(chosen.visits), Path(scratch) / "county"))
        print(f"{chosen.visits:,} inspections\n\n{HEAD}")  # noqa: T201
        for name in chosen.names or ALL:
            for figure in import_module(f"tests.benchmarks.{name}").figures(folder):
                print(figure, flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
