"""src/zhibiao/text/measures/known_runs.tsv out of the training data and spaCy: `python tests/known_runs.py` writes it, a test compares."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from zhibiao.text.measures.lexer import tokens
from zhibiao.text.measures.pipeline import matched, runs
from zhibiao.text.normalise import normal_text

TOP = Path(__file__).resolve().parent.parent
PATH = TOP / "src" / "zhibiao" / "text" / "measures" / "known_runs.tsv"
NUMBERS = (("NUM",), ("NUM", "UNIT"), ("NUM", "SLASH"), ("NUM", "UNIT", "SLASH"), ("PCT",), ("FRAC",), ("RATIO",))


def texts(value: Any) -> Iterator[str]:
    """All texts in a row."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (dict, list)):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from texts(inner)


def statements() -> list[tuple[str, ...]]:
    """What is said in one piece: a quantity, a date, a frequency, a reference."""
    said = [(*sign, *number, *after) for sign in ((), ("CMP",)) for number in NUMBERS for after in ((), ("POST",))]
    said += [(*sign, "DATE", *after) for sign in ((), ("CMP",)) for after in ((), ("LIMIT",))]
    return [*said, ("EVERY",), ("REF",)]


def met() -> set[tuple[str, ...]]:
    """The runs of the training data."""
    lines = [line for path in sorted((TOP / "training_data").rglob("*.jsonl")) for line in path.read_text(encoding="utf-8").splitlines()]
    different = dict.fromkeys(normal_text(text) for line in lines for text in texts(json.loads(line)))
    return {run for text in different for _, run in runs(tuple(tag for _, _, tag in tokens(text)))}


def written() -> str:
    """The runs that were met, statements, and two of them side by side, each a line: its tags, then pattern, first and past-last token of
    each match."""
    one = statements()
    listed = sorted({*met(), *one, *(first + second for first in one for second in one)})
    lines = ("\t".join([" ".join(run), *(f"{key} {start} {end}" for key, start, end in matched(run))]) for run in listed)
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    PATH.write_text(written(), encoding="utf-8", newline="\n")
