"""What one input gave."""

from __future__ import annotations

from dataclasses import dataclass

from zhibiao.model.report import DocumentReport, Failure


@dataclass(frozen=True)
class Scored:
    """A report, failures, or both (a sheet or page failed, the rest was read); of a stream of rows, a part."""

    source: str
    report: DocumentReport | None
    failures: tuple[Failure, ...] = ()
    kept: bool = True  # False: the cache had no room for it
