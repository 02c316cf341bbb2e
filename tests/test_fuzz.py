"""Real documents with mutated bytes: whatever comes, there is a document or an entry in errors, never an exception, and soon."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from zhibiao.batch.reading import Outcome, Task, read_one
from zhibiao.config.limits import Limits

FILES = Path(__file__).parent / "documents" / "files"
# one real document of every format that is read without LibreOffice, and of every kind of flattened text
NAMES = (
    "a01_hebei.docx",
    "a16_tricky_word.docx",
    "a05_hubei.xlsx",
    "a11_shanghai.xls",
    "a10_beijing_page.html",
    "a14_rows_csv.csv",
    "a15_rows_jsonl.jsonl",
    "b03_drawn.pdf",
    "b04_hunan.pdf",
    "b06_layout.txt",
    "b08_cells.txt",
    "b10_stream.txt",
    "b11_court.md",
    "b12_pipes.md",
    "b13_utf16.txt",
    "b18_big5.txt",
)
LIMITS = Limits(seconds=10)
LONGEST = 20.0  # seconds; a whole document of these takes under one


def mutated(data: bytes, seed: int, changes: int, cut: float) -> bytes:
    """Some bytes replaced, dropped or doubled, and perhaps the end cut off."""
    rng = random.Random(seed)  # noqa: S311 - not for secrets
    out = bytearray(data)
    for _ in range(changes):
        at = rng.randrange(len(out))
        kind = rng.randrange(4)
        if kind == 0:
            out[at] = rng.randrange(256)
        elif kind == 1:
            del out[at : at + rng.randrange(1, 40)]
        elif kind == 2:
            out[at:at] = out[at : at + rng.randrange(1, 200)]
        else:
            out[at : at + 4] = rng.randbytes(4)
        if not out:
            break
    return bytes(out[: int(len(out) * cut)])


def read(folder: Path, name: str, data: bytes) -> Outcome:
    """The bytes as a file, read as the command reads it."""
    path = folder / name
    path.write_bytes(data)
    return read_one(Task(str(path), LIMITS))


def named(outcome: Outcome) -> bool:
    """There is something to show for it, and no error is ours."""
    return (outcome.document is not None or bool(outcome.failures)) and all(f.code != "internal" for f in outcome.failures)


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32), changes=st.integers(0, 60), cut=st.sampled_from((1.0, 1.0, 0.99, 0.5, 0.02)))
def test_mutated_bytes_are_read_or_named(tmp_path: Path, name: str, seed: int, changes: int, cut: float) -> None:
    data = mutated((FILES / name).read_bytes(), seed, changes, cut)
    started = time.monotonic()
    outcome = read(tmp_path, name, data)
    assert named(outcome), [f.message for f in outcome.failures]
    assert time.monotonic() - started < LONGEST


@pytest.mark.parametrize("name", [name for name in NAMES if name.endswith((".txt", ".md", ".csv", ".html"))])
@settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32))
def test_shuffled_lines_are_read_or_named(tmp_path: Path, name: str, seed: int) -> None:
    lines = (FILES / name).read_bytes().split(b"\n")
    rng = random.Random(seed)  # noqa: S311 - not for secrets
    for _ in range(rng.randrange(1, 12)):
        at = rng.randrange(len(lines))
        move = lines[at : at + rng.randrange(1, 8)]
        if rng.random() < 0.5:
            del lines[at : at + len(move)]
        target = rng.randrange(len(lines) + 1)
        lines[target:target] = move
    assert named(read(tmp_path, name, b"\n".join(lines)))
