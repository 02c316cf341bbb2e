"""One run over many sources: what is kept is taken, the rest worked out; sums, likenesses and messages are gathered on the way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from zhibiao.batch.cache import PASSING, Cache, content_key
from zhibiao.batch.copies import Copies
from zhibiao.batch.remembered import Told, recalled, remember, run_key
from zhibiao.batch.scored import Scored
from zhibiao.batch.scorers import Scorers
from zhibiao.batch.scoring import STDIN, score_many, whole
from zhibiao.model.report import Copy
from zhibiao.reports.doubts import few
from zhibiao.reports.earlier import Earlier
from zhibiao.reports.summary import Summary


@dataclass(frozen=True)
class Wanted:
    """What a run is to do. place: the report's folder and format where a file is written; earlier: findings that are known already."""

    sources: Sequence[str]
    jobs: int | None = None
    place: tuple[str, str] | None = None
    joined: bool = False  # whether the output needs each source whole
    earlier: Earlier | None = None


class Run:
    """parts() first, then the rest."""

    def __init__(self, wanted: Wanted, scorers: Scorers, cache: Cache | None = None, stdin: Iterable[bytes] = ()) -> None:
        self.wanted, self.scorers, self.cache, self.stdin = wanted, scorers, cache, stdin
        self.summary = Summary()
        self.failures: list[str] = []
        self.doubts: list[str] = []
        self.unkept = 0
        self._passing = False
        self._copies = Copies()
        self.keys = {source: None if source == STDIN else content_key(source, scorers.of(source)) for source in wanted.sources if cache}
        place = wanted.place if wanted.earlier is None else None
        self._key = run_key(*place, self.keys, scorers.state()) if place else None

    def recalled(self) -> tuple[bytes, Told] | None:
        """The report of the same run over the same files, where one is kept."""
        return recalled(self.cache, self._key) if self.cache and self._key else None

    def parts(self) -> Iterator[Scored]:
        """What each source gave, in order."""
        wanted = self.wanted
        parts = score_many(wanted.sources, self.scorers.of, wanted.jobs, stdin=self.stdin, cache=self.cache, keys=self.keys)
        for part in whole(parts) if wanted.joined else parts:
            self.scorers.note(part)
            if wanted.earlier and part.report:
                part = replace(part, report=wanted.earlier.new(part.report))
            self._gather(part)
            yield part

    def _gather(self, part: Scored) -> None:
        self.summary.add(part.report, part.failures)
        self.failures += [failure.message for failure in part.failures]
        self.unkept += not part.kept
        self._passing = self._passing or any(failure.code in PASSING for failure in part.failures)
        if part.report is not None:
            self._copies.add(part.report)
            self.doubts += [f"{part.source}：{doubt}。" for doubt in few(part.report)]

    def copies(self) -> Sequence[Copy]:
        """Tables that are like an earlier one."""
        self.summary.copies = len(self._copies.found)
        return self._copies.found

    def told(self) -> Told:
        """What is to be said beside the report."""
        return Told(self.summary, tuple(self.doubts), tuple(self.failures), tuple(self.scorers.unmatched()))

    def keep(self, report: Path | None) -> None:
        """Keep the whole run for the next time, and drop what has long not been used; OSError where there is no room."""
        if self.cache is None:
            return
        if report is not None and self._key and not self._passing:
            remember(self.cache, self._key, report, self.told())
        self.cache.prune()
