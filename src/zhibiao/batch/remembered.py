"""A whole run kept: its report and what was said, for the case that nothing has changed since."""

from __future__ import annotations

import hashlib
import json
from base64 import b64decode, b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from zhibiao.batch.cache import Cache
from zhibiao.reports.summary import Summary

MOST_BYTES = 64 * 2**20  # of a report that is kept: packing it takes four times as much memory


@dataclass(frozen=True)
class Told:
    """What a run said beside its report."""

    summary: Summary
    doubts: tuple[str, ...]
    failures: tuple[str, ...]
    unmatched: tuple[str, ...]


def run_key(form: str, place: str, keys: Mapping[str, str | None], options: Sequence[str]) -> str | None:
    """Of everything that the bytes of a report depend on; None where a source cannot be compared (rows from stdin, an unreadable file).

    place: where the report will lie, since it holds links to the files."""
    if not keys or None in keys.values():
        return None
    here = Path.cwd().as_posix()  # from which sources count
    content = json.dumps([form, place, here, list(keys.items()), list(options)], ensure_ascii=True)
    return hashlib.sha256(content.encode()).hexdigest()


def remember(cache: Cache, key: str, report: Path, told: Told) -> None:
    """Keep it, where it is not too large; OSError where it cannot be written."""
    if report.stat().st_size <= MOST_BYTES:
        content: dict[str, Any] = {"report": b64encode(report.read_bytes()).decode(), "summary": told.summary.json()}
        kept = {**content, "doubts": told.doubts, "failures": told.failures, "unmatched": told.unmatched}
        cache.write(key, kept, packed_already=report.suffix.lower() == ".xlsx")


def recalled(cache: Cache, key: str) -> tuple[bytes, Told] | None:
    """The report and what was said; None where it was not kept or cannot be read."""
    content = cache.read(key)
    try:
        if content is None:
            return None
        told = Told(Summary.of(content["summary"]), *(tuple(content[name]) for name in ("doubts", "failures", "unmatched")))
        return b64decode(content["report"], validate=True), told
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
