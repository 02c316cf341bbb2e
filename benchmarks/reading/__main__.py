"""Time and memory of reading, beside well-known libraries on the same bytes, in one run: `python benchmarks/reading`.

Every figure is for the whole of zhibiao.read (reading and parsing). Exit status 1 where a bound is missed."""

from __future__ import annotations

import argparse

import pages
import word
import workbook


def main() -> None:
    """Print each ratio with its bound."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--quick", action="store_true", help="fewer files and rounds, for the gate")
    quick = arguments.parse_args().quick
    kept = [word.measure(60 if quick else 200), pages.measure(3 if quick else 7), workbook.measure(3 if quick else 7)]
    raise SystemExit(not all(kept))


if __name__ == "__main__":
    main()
