"""What a result depends on beside the file: the program, its libraries, the models and the settings, as one hash."""

from __future__ import annotations

import hashlib
import json
import sys
from dataclasses import asdict, dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from zhibiao import __version__
from zhibiao.config.baseline import Exemption
from zhibiao.learned.files import SUMS
from zhibiao.scorer import Scorer
from zhibiao.scorer.models import InMemory, Models

# Of reading, judging and writing
_LIBRARIES = (
    *("charset-normalizer", "cryptography", "jieba", "lxml", "numpy", "pdfminer.six", "pyarrow", "rjieba", "safetensors"),
    *("sentence-transformers", "spacy", "tokenizers", "xlrd", "xlsxwriter"),
)
_PACKAGE = Path(__file__).resolve().parent.parent


def fingerprint(scorer: Scorer, source: str) -> str:
    """Changes whenever the same bytes of a file might be judged otherwise."""
    exemptions = scorer.baseline.for_source(source) if scorer.baseline else ()
    settings = scorer.config.settings_for(source)
    judged_by = _Written(repr(settings), (settings, [asdict(one) for one in exemptions]))
    return _fingerprint(scorer.models, scorer.suggests, exemptions, judged_by)


@dataclass(frozen=True)
class _Written:
    """Settings hold dictionaries, and so no cache takes them for a key: their text is it."""

    text: str
    parts: Any = field(compare=False)


@lru_cache(maxsize=64)
def _fingerprint(models: Models | InMemory | None, suggests: bool, exemptions: tuple[Exemption, ...], given: _Written) -> str:  # noqa: ARG001
    """Kept: asked for each file, here and in its worker, it took a third of a millisecond each time."""
    return hashlib.sha256(_canonical((_program(), _models(models), *given.parts, suggests)).encode()).hexdigest()


def _canonical(value: Any) -> str:
    return json.dumps(value, ensure_ascii=True, sort_keys=True, default=_plain)


def _plain(value: Any) -> Any:
    """Sets have no order of their own, and Python shuffles it between processes."""
    if isinstance(value, (set, frozenset)):
        return sorted(value)
    if hasattr(value, "__dataclass_fields__"):
        return {name: getattr(value, name) for name in value.__dataclass_fields__}
    return dict(value) if hasattr(value, "keys") else str(value)


@lru_cache(maxsize=1)
def _program() -> list[Any]:
    """Version, libraries, and size and time of every file of ours: in a checkout they change without a new version."""
    return [__version__, sys.version_info[:2], [_version(name) for name in _LIBRARIES], _stats(_PACKAGE)]


def _stats(folder: Path) -> list[Any]:
    files = sorted(path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return [(path.relative_to(folder).as_posix(), path.stat().st_size, path.stat().st_mtime_ns) for path in files]


def _version(name: str) -> str:
    from importlib import metadata

    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""


@lru_cache(maxsize=4)
def _models(models: Models | InMemory | None) -> list[Any]:
    """Sums stand for weights, which are checked against them when they are loaded; a foreign encoder has none."""
    if models is None:
        return []
    if isinstance(models, InMemory):
        return [models.judge().name]
    sums = [path.read_text(encoding="utf-8") for path in sorted(models.folder.glob(f"*/{SUMS}"))]
    own = Path(models.encoder) if models.encoder else None
    return [*sums, models.encoder or "", _stats(own) if own and own.is_dir() else []]
