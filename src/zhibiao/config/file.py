"""Settings from zhibiao.toml or [tool.zhibiao] of pyproject.toml, checked key by key."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from zhibiao.config.key_lines import Path as KeyPath
from zhibiao.config.patterns import matches
from zhibiao.config.settings import Settings
from zhibiao.config.toml_file import TomlFile, open_toml
from zhibiao.errors import ConfigError
from zhibiao.lexicon.categories import CATEGORIES, plain
from zhibiao.lexicon.thresholds import thresholds
from zhibiao.model.finding import SEVERITIES

NAME = "zhibiao.toml"
PROJECT = "pyproject.toml"
KEYS = ("select", "ignore", "severity", "thresholds", "allowed", "categories", "year")
YEARS = range(2000, 2101)
_FURTHER = ("baseline", "models", "encoder", "paths")


@dataclass(frozen=True, slots=True)
class Override:
    """Settings for the files that a pattern means."""

    match: str
    changes: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Config:
    """One file of settings; without a file, the defaults."""

    settings: Settings = field(default_factory=Settings)
    overrides: tuple[Override, ...] = ()
    folder: Path = field(default_factory=Path)  # where patterns count from
    file: Path | None = None
    baseline: Path | None = None  # the file of exceptions that the settings name
    models: Path | None = None  # the folder of models that the settings name
    encoder: str | None = None  # a sentence-transformers model, by path or name, in place of the shipped encoder

    def settings_for(self, source: str) -> Settings:
        """The settings of one source: overrides in their order, the later ones win."""
        settings = self.settings
        for override in self.overrides:
            if matches(override.match, source, self.folder):
                settings = merged(settings, override.changes)
        return settings


def merged(settings: Settings, changes: Mapping[str, Any]) -> Settings:
    """select and year are replaced, the others added to."""
    new = dict(changes)
    if "ignore" in new:
        new["ignore"] = (*settings.ignore, *new["ignore"])
    if "allowed" in new:
        new["allowed"] = settings.allowed | new["allowed"]
    for key in ("severity", "thresholds", "categories"):
        if key in new:
            new[key] = {**getattr(settings, key), **new[key]}
    return replace(settings, **new)


def find_config(start: Path) -> Path | None:
    """The nearest file of settings at or above a file or folder; in one folder zhibiao.toml goes before pyproject.toml."""
    start = start.absolute()
    for folder in (start, *start.parents) if start.is_dir() else start.parents:
        if (folder / NAME).is_file():
            return folder / NAME
        if (folder / PROJECT).is_file() and _has_settings(folder / PROJECT):
            return folder / PROJECT
    return None


def _has_settings(project: Path) -> bool:
    """Whether a pyproject.toml speaks of us; one of somebody else need not even be right."""
    if b"zhibiao" not in project.read_bytes():
        return False
    try:
        return _ours(open_toml(project)) is not None
    except ConfigError:
        return b"[tool.zhibiao" in project.read_bytes()


def _ours(project: TomlFile) -> dict[str, Any] | None:
    tool = project.data.get("tool")
    ours = tool.get("zhibiao") if isinstance(tool, dict) else None
    return ours if isinstance(ours, dict) else None


def read_config(path: Path, codes: Collection[str]) -> Config:
    """Read and check; ConfigError names file, line and remedy. codes: those that rules have."""
    file = open_toml(path)
    at: KeyPath = ()
    given = file.data
    if path.name == PROJECT:
        ours = _ours(file)
        if ours is None:
            raise file.error((), "没有 [tool.zhibiao] 小节", "请写上这一小节，或改用 zhibiao.toml")
        at, given = ("tool", "zhibiao"), ours
    elif isinstance(file.data.get("zhibiao"), dict):  # [zhibiao] and [[zhibiao.paths]] as in pyproject.toml
        at, given = ("zhibiao",), file.data["zhibiao"]
        for key in file.data:
            if key != "zhibiao":
                raise file.error((key,), f"“{key}”写在 [zhibiao] 之外", "请把它移到 [zhibiao] 之下")
    checks = _Checks(file, tuple(codes))
    changes = checks.changes(given, at, _FURTHER)
    overrides = checks.overrides(given.get("paths", []), (*at, "paths"))
    named = {key: checks.text(given[key], (*at, key)) for key in ("baseline", "models", "encoder") if key in given}
    folder = path.parent
    baseline, models = (folder / named[key] if key in named else None for key in ("baseline", "models"))
    encoder = named.get("encoder")
    if encoder and (folder / encoder).is_dir():
        encoder = str(folder / encoder)
    return Config(merged(Settings(), changes), overrides, folder, path, baseline, models, encoder)


@dataclass(frozen=True)
class _Checks:
    """Every key with what it may hold."""

    file: TomlFile
    codes: tuple[str, ...]

    def changes(self, given: Mapping[str, Any], at: KeyPath, further: tuple[str, ...]) -> dict[str, Any]:
        """The settings of one section; an unknown key is a mistake."""
        checks: dict[str, Callable[[Any, KeyPath], Any]] = {
            "select": self.some_codes,
            "ignore": self.some_codes,
            "severity": self.severity,
            "thresholds": self.thresholds,
            "allowed": lambda value, path: frozenset(self.texts(value, path)),
            "categories": self.categories,
            "year": self.year,
        }
        for key in given:
            if key not in checks and key not in further:
                known = "、".join((*checks, *further))
                raise self.file.error((*at, key), f"没有“{key}”这个设置", f"可用的设置：{known}")
        return {key: check(given[key], (*at, key)) for key, check in checks.items() if key in given}

    def overrides(self, given: object, at: KeyPath) -> tuple[Override, ...]:
        """[[paths]] sections."""
        if not isinstance(given, list) or not all(isinstance(one, dict) for one in given):
            raise self.file.error(at, "paths 应写成若干个 [[paths]] 小节", '请每节写一个 match = "文件" 和要改的设置')
        out = []
        for number, one in enumerate(given):
            if "match" not in one:
                raise self.file.error((*at, number), "这一节没有写 match", '请写明对哪些文件生效，例如 match = "2024年/*.docx"')
            match = self.text(one["match"], (*at, number, "match"))
            out.append(Override(match, self.changes(one, (*at, number), ("match",))))
        return tuple(out)

    def text(self, value: object, path: KeyPath) -> str:
        """A text that is not empty."""
        if not isinstance(value, str) or not value.strip():
            raise self.file.error(path, f"{path[-1]} 应是一段文字", "请把内容写在英文双引号里")
        return value

    def texts(self, value: object, path: KeyPath) -> tuple[str, ...]:
        """A list of texts."""
        if not isinstance(value, list) or not all(isinstance(one, str) and one for one in value):
            raise self.file.error(path, f"{path[-1]} 应是一组文字", f'请写成 {path[-1]} = ["甲", "乙"] 的样子')
        return tuple(value)

    def some_codes(self, value: object, path: KeyPath) -> tuple[str, ...]:
        """Codes or beginnings of codes."""
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise self.file.error(path, f"{path[-1]} 应是一组代码", f'请写成 {path[-1]} = ["M201", "P"] 的样子')
        return tuple(self.code(one, path) for one in value)

    def code(self, one: str, path: KeyPath) -> str:
        """A code, or the beginning of some."""
        if not one or not any(code.startswith(one) for code in self.codes):
            raise self.file.error(
                path, f"没有“{one}”这个代码", "请用 zhibiao rules 查看现有的代码，例如 M201；也可以写开头，例如 M2", f"{one}"
            )
        return one

    def table(self, value: object, path: KeyPath) -> Mapping[str, Any]:
        """A section of keys."""
        if not isinstance(value, dict):
            raise self.file.error(path, f"{path[-1]} 应是一个小节", f"请写成 [{path[-1]}] 小节，每行一项")
        return value

    def severity(self, value: object, path: KeyPath) -> dict[str, str]:
        """By code; a beginning of codes means all of them, a longer one goes before a shorter one."""
        given = self.table(value, path)
        for key, grade in given.items():
            self.code(key, (*path, key))
            if grade not in SEVERITIES:
                raise self.file.error((*path, key), f"{key} 的级别“{grade}”不对", f"级别是 {'、'.join(SEVERITIES)} 之一")
        return {code: given[key] for key in sorted(given, key=len) for code in self.codes if code.startswith(key)}

    def thresholds(self, value: object, path: KeyPath) -> dict[str, float]:
        """Bounds by the names of lexicon/thresholds.tsv."""
        out: dict[str, float] = {}
        for key, bound in self.table(value, path).items():
            if key not in thresholds():
                raise self.file.error((*path, key), f"没有“{key}”这个界限", f"现有的界限：{'、'.join(thresholds())}")
            if isinstance(bound, bool) or not isinstance(bound, (int, float)) or not math.isfinite(bound):
                raise self.file.error((*path, key), f"{key} 应是一个数", "请写成不带引号的数")
            out[key] = float(bound)
        return out

    def categories(self, value: object, path: KeyPath) -> dict[str, str]:
        """Local names of second levels."""
        given = self.table(value, path)
        for key, category in given.items():
            if category not in CATEGORIES:
                raise self.file.error((*path, key), f"“{key}”对应的“{category}”不是二级指标的类别", f"类别是 {'、'.join(CATEGORIES)} 之一")
        return {plain(key): category for key, category in given.items()}

    def year(self, value: object, path: KeyPath) -> int:
        """The budget year."""
        if isinstance(value, bool) or not isinstance(value, int) or value not in YEARS:
            raise self.file.error(path, "year 应是预算年度", "请写成四位数的年份，不带引号")
        return value
