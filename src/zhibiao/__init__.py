"""指标 zhibiao: reads, grades and improves Chinese budget performance indicators. Importing it loads nothing heavy."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zhibiao.model.document import Document
    from zhibiao.scorer import Scorer
    from zhibiao.scorer.models import InMemory, Models

__version__ = "0.1.0"
__all__ = ["__version__", "load", "read"]


def read(path: str | Path) -> Document:
    """One file as a Document; raises zhibiao.errors.ReadError with a Chinese message where it cannot be read.

    >>> document = zhibiao.read("samples/农村公路养护.docx")
    >>> document.unit, document.year, len(document.tables)
    ('滦阳县交通运输局', 2025, 3)
    """
    from zhibiao.parsing import parse
    from zhibiao.reading import read_blocks

    blocks = read_blocks(Path(path))
    document = parse(blocks, Path(path).as_posix())
    lost = tuple(failure.message(Path(path).name) for failure in blocks.failures)  # a sheet or page that could not be read
    return replace(document, doubts=document.doubts + lost) if lost else document


def load(
    config: str | Path | None = None,
    baseline: str | Path | None = None,
    models: str | Path | bool | Models | InMemory | None = None,
    suggest: bool = False,
) -> Scorer:
    """A Scorer with the shipped models; config is a zhibiao.toml, baseline a file of exceptions.

    models: another folder of models, or what zhibiao.training.retrain gives; False: findings only. suggest: reports hold better wordings
    of weak rows.

    Raises zhibiao.errors.ConfigError with file, line and remedy where a setting has a mistake, ModelError where models cannot be used.

    >>> scorer = zhibiao.load()
    >>> result = scorer.score_indicator(name="工会会员满意度", value="工会会员满意度", level2="服务对象满意度指标")
    >>> result.grade, [finding.code for finding in result.findings]
    ('差', ['S102', 'M201'])
    """
    from zhibiao.scorer import load as load_scorer

    return load_scorer(config, baseline, models, suggest)
