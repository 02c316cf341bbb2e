"""What a result depends on: every change of it changes the fingerprint, and nothing else does."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from zhibiao.batch import fingerprint as fingerprints
from zhibiao.batch.fingerprint import fingerprint
from zhibiao.config.baseline import Baseline, Exemption
from zhibiao.config.file import Config, Override
from zhibiao.config.settings import Settings
from zhibiao.scorer import Scorer
from zhibiao.scorer.models import Models

EXEMPTION = Exemption(1, 1, "培训人数", "M206", "上级下发", date(2099, 1, 1))


@pytest.fixture(autouse=True)
def afresh() -> Iterator[None]:
    """What a process looks at once, a test looks at each time."""
    yield
    for kept in (fingerprints._program, fingerprints._models, fingerprints._fingerprint):
        kept.cache_clear()


def of(settings: Settings | None = None, exemptions: tuple[Exemption, ...] = (), models: Models | None = None) -> str:
    baseline = Baseline(Path("例外.toml"), exemptions) if exemptions else None
    return fingerprint(Scorer(Config(settings or Settings()), baseline, models), "甲.docx")


SETTINGS: list[dict[str, Any]] = [
    {"select": ("M206",)},
    {"ignore": ("M206",)},
    {"severity": {"M206": "error"}},
    {"thresholds": {"copy": 0.5}},
    {"allowed": frozenset(("全面提升",))},
    {"categories": {"数量": "数量指标"}},
    {"year": 2025},
]


@pytest.mark.parametrize("change", SETTINGS, ids=[next(iter(change)) for change in SETTINGS])
def test_every_setting_counts(change: dict[str, Any]) -> None:
    assert of(Settings(**change)) != of()
    assert of(Settings(**change)) == of(Settings(**change))


def test_no_setting_is_left_out() -> None:
    assert {next(iter(change)) for change in SETTINGS} == set(Settings.__dataclass_fields__)


def test_settings_of_other_files_do_not_count() -> None:
    config = Config(overrides=(Override("乙.docx", {"year": 2024}),), folder=Path.cwd())
    assert fingerprint(Scorer(config), "甲.docx") == of()
    assert fingerprint(Scorer(config), "乙.docx") != of()


def test_every_exception_counts_where_it_may_concern_the_file() -> None:
    assert of(exemptions=(EXEMPTION,)) != of()
    changes: list[dict[str, Any]] = [{"name": "别的"}, {"code": "M201"}, {"value": "200"}, {"project": "甲"}, {"number": 2}]
    found = [of(exemptions=(replace(EXEMPTION, **change),)) for change in [{}, *changes]]
    assert len(set(found)) == 6
    assert of(exemptions=(replace(EXEMPTION, source="乙.docx"),)) == of()


def test_models_and_encoders_count(tmp_path: Path) -> None:
    (tmp_path / "smart").mkdir()
    (tmp_path / "smart" / "SHA256SUMS").write_text("1  weights.npz\n", encoding="utf-8")
    found = [of(), of(models=Models(tmp_path)), of(models=Models(tmp_path, "bge-small-zh"))]
    (tmp_path / "smart" / "SHA256SUMS").write_text("2  weights.npz\n", encoding="utf-8")
    fingerprints._models.cache_clear()
    fingerprints._fingerprint.cache_clear()
    found.append(of(models=Models(tmp_path)))
    encoder = tmp_path / "encoder"
    encoder.mkdir()
    found.append(of(models=Models(tmp_path, encoder.as_posix())))
    (encoder / "model.safetensors").write_bytes(b"1")
    fingerprints._models.cache_clear()
    fingerprints._fingerprint.cache_clear()
    found.append(of(models=Models(tmp_path, encoder.as_posix())))
    assert len(set(found)) == 6


def test_the_same_models_elsewhere_are_the_same(tmp_path: Path) -> None:
    for name in ("甲", "乙"):
        (tmp_path / name / "smart").mkdir(parents=True)
        (tmp_path / name / "smart" / "SHA256SUMS").write_text("1  weights.npz\n", encoding="utf-8")
    assert of(models=Models(tmp_path / "甲")) == of(models=Models(tmp_path / "乙"))


@pytest.mark.parametrize("name", ["rules/new.py", "lexicon/units.tsv", "reports/html/page/page.js"])
def test_files_of_the_program_count(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    (tmp_path / name).parent.mkdir(parents=True)
    (tmp_path / name).write_bytes(b"1")
    monkeypatch.setattr(fingerprints, "_PACKAGE", tmp_path)
    found = [of()]
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "new.pyc").write_bytes(b"1")
    fingerprints._program.cache_clear()
    fingerprints._fingerprint.cache_clear()
    assert of() == found[0]
    (tmp_path / name).write_bytes(b"22")
    fingerprints._program.cache_clear()
    fingerprints._fingerprint.cache_clear()
    found.append(of())
    os.utime(tmp_path / name, (1, 1))
    fingerprints._program.cache_clear()
    fingerprints._fingerprint.cache_clear()
    found.append(of())
    (tmp_path / name).unlink()
    fingerprints._program.cache_clear()
    fingerprints._fingerprint.cache_clear()
    assert len({*found, of()}) == 4


@pytest.mark.parametrize("name", ["__version__", "_LIBRARIES"])
def test_versions_count(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    before = of()
    monkeypatch.setattr(fingerprints, name, "9.9" if name == "__version__" else ("lxml",))
    fingerprints._program.cache_clear()
    fingerprints._fingerprint.cache_clear()
    assert of() != before


PRINTING = """
from pathlib import Path
from zhibiao.batch.fingerprint import fingerprint
from zhibiao.config.file import Config
from zhibiao.config.settings import Settings
from zhibiao.scorer import Scorer
settings = Settings(allowed=frozenset("甲乙丙丁戊己庚辛壬癸"), severity={"M206": "error", "M201": "info"}, year=2025)
print(fingerprint(Scorer(Config(settings)), "甲.docx"))
"""


def test_processes_agree() -> None:
    runs = [
        subprocess.run(
            [sys.executable, "-c", PRINTING], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True, text=True
        )
        for seed in ("1", "2")
    ]
    assert runs[0].stdout == runs[1].stdout
    assert len(runs[0].stdout.strip()) == 64
