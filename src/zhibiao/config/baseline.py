"""Exceptions for single rows (zhibiao-baseline.toml): each says why, and until when."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from zhibiao.config.patterns import matches
from zhibiao.config.toml_file import TomlFile, open_toml
from zhibiao.text.clean import squeeze

NAME = "zhibiao-baseline.toml"
SECTION = "exceptions"
_NEEDED = ("name", "code", "reason", "expires")
_KEYS = ("source", "project", "name", "value", "code", "reason", "expires")


@dataclass(frozen=True, slots=True)
class Exemption:
    """One finding on one row that is accepted for now."""

    number: int  # from 1, in the order of the file
    line: int
    name: str
    code: str
    reason: str
    expires: date
    source: str | None = None  # a pattern; None: any
    project: str | None = None
    value: str | None = None

    def told(self) -> str:
        """Which row is meant."""
        return "，".join(part for part in (self.source, self.project, self.name, self.value, self.code) if part)


@dataclass(frozen=True, slots=True)
class Baseline:
    """The exceptions of one file that are in force, and those that have run out."""

    file: Path
    entries: tuple[Exemption, ...] = ()
    expired: tuple[Exemption, ...] = ()

    def for_source(self, source: str) -> tuple[Exemption, ...]:
        """Those that may concern a source."""
        return tuple(one for one in self.entries if one.source is None or matches(one.source, source, self.file.parent))

    def warnings(self) -> list[str]:
        """A line for each entry that has run out."""
        at = self.file.as_posix()
        return [f"{at} 第{one.line}行：例外已于 {one.expires:%Y-%m-%d} 到期，不再生效（{one.told()}）。" for one in self.expired]

    def unmatched(self, used: Collection[int], sources: Collection[str], projects: Collection[str]) -> list[str]:
        """A line for each entry that a run over these sources and projects should have met and did not."""
        at = self.file.as_posix()
        seen = {squeeze(project) for project in projects}
        out = []
        for one in self.entries:
            met = one.source is None or any(matches(one.source, source, self.file.parent) for source in sources)
            if one.number not in used and met and (one.project is None or squeeze(one.project) in seen):
                out.append(f"{at} 第{one.line}行：没有与这条例外相符的问题，可以删去（{one.told()}）。")
        return out


def excused(code: str, project: str | None, name: str | None, value: str | None, entries: Collection[Exemption]) -> int | None:
    """The number of the entry that accepts a finding on a row; None: it stands."""
    for one in entries:
        if one.code == code and _same(one.name, name) and _if_given(one.project, project) and _if_given(one.value, value):
            return one.number
    return None


def _if_given(wanted: str | None, text: str | None) -> bool:
    return wanted is None or _same(wanted, text)


def _same(wanted: str, text: str | None) -> bool:
    return squeeze(wanted) == squeeze(text or "")


def find_baseline(start: Path) -> Path | None:
    """The nearest file of exceptions at or above a file or folder."""
    start = start.absolute()
    for folder in (start, *start.parents) if start.is_dir() else start.parents:
        if (folder / NAME).is_file():
            return folder / NAME
    return None


def read_baseline(path: Path, codes: Collection[str], today: date) -> Baseline:
    """Read and check; ConfigError names file, line and remedy."""
    file = open_toml(path)
    for key in file.data:
        if key != SECTION:
            raise file.error((key,), f"没有“{key}”这个设置", f"请每条例外写一个 [[{SECTION}]] 小节")
    given = file.data.get(SECTION, [])
    if not isinstance(given, list) or not all(isinstance(one, dict) for one in given):
        raise file.error((SECTION,), f"{SECTION} 应写成若干个小节", f"请每条例外写一个 [[{SECTION}]] 小节")
    entries = [_entry(file, number, one, codes) for number, one in enumerate(given)]
    alive = tuple(one for one in entries if one.expires >= today)
    return Baseline(path, alive, tuple(one for one in entries if one.expires < today))


def _entry(file: TomlFile, number: int, given: Mapping[str, Any], codes: Collection[str]) -> Exemption:
    at = (SECTION, number)
    for key, value in given.items():
        if key not in _KEYS:
            raise file.error((*at, key), f"没有“{key}”这一项", f"可用的项：{'、'.join(_KEYS)}")
        if key != "expires" and (not isinstance(value, str) or not value.strip()):
            raise file.error((*at, key), f"{key} 应是一段文字", "请把内容写在英文双引号里")
    for key in _NEEDED:
        if key not in given:
            raise file.error(at, f"这条例外没有写 {key}", "每条例外都要写明指标 name、代码 code、理由 reason 和到期日 expires")
    if given["code"] not in codes:
        raise file.error((*at, "code"), f"没有“{given['code']}”这个代码", "请用 zhibiao rules 查看现有的代码")
    texts = {key: given[key] for key in ("name", "code", "reason", "source", "project", "value") if key in given}
    return Exemption(number + 1, file.lines.of(at), expires=_day(file, number, given["expires"]), **texts)


def _day(file: TomlFile, number: int, value: object) -> date:
    """A TOML date, or the same as text."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value if isinstance(value, str) else "")
    except ValueError:
        path = (SECTION, number, "expires")
        raise file.error(path, "expires 应是日期", "请写成 年-月-日 的样子，不带引号") from None
