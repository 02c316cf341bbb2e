"""Where the copies of files go: the output folder, with the folders under each path that was walked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from zhibiao.batch.sources import walk


@dataclass(frozen=True)
class Targets:
    """Sources with the places of their copies; passed: how many files were left out because they lie in the output folder."""

    pairs: tuple[tuple[str, Path], ...]
    passed: int = 0

    @property
    def overwritten(self) -> str | None:
        """The first original that a copy would be written over."""
        originals = {Path(source).resolve() for source, _ in self.pairs}
        return next((target.as_posix() for _, target in self.pairs if target.resolve() in originals), None)


def targets(paths: Sequence[str], folder: Path) -> Targets:
    """One path given: its files by their way inside it; several: a folder's name comes before, so that equal names stay apart."""
    pairs: list[tuple[str, Path]] = []
    sources: set[str] = set()
    taken: set[str] = set()
    passed = 0
    for given in dict.fromkeys(paths):
        top = Path(given)
        inside = folder.resolve() != top.resolve() and top.resolve() in folder.resolve().parents
        for source in walk([given]):
            if inside and folder.resolve() in Path(source).resolve().parents:
                passed += 1
            elif source not in sources:
                sources.add(source)
                pairs.append((source, _free(folder / _way(Path(source), top, len(paths) > 1), taken)))
    return Targets(tuple(pairs), passed)


def _way(source: Path, top: Path, several: bool) -> Path:
    if source == top:
        return Path(source.name)
    inside = source.relative_to(top)
    return Path(top.resolve().name, inside) if several else inside


def _free(target: Path, taken: set[str]) -> Path:
    """The target, numbered where another source took it; names that differ in case only are one name on Windows."""
    number, found = 2, target
    while found.as_posix().casefold() in taken:
        found = target.with_name(f"{target.stem}（{number}）{target.suffix}")
        number += 1
    taken.add(found.as_posix().casefold())
    return found
