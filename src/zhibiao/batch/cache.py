"""Results kept from run to run, one file each: JSON, packed; written beside and renamed, so that a run that is killed, and two at once,
never leave half of one. A result that cannot be read is done again."""

from __future__ import annotations

import hashlib
import json
import os
import sys
import zlib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from zhibiao.batch.fingerprint import fingerprint
from zhibiao.batch.scored import Scored
from zhibiao.model.report import Failure
from zhibiao.reading.long_paths import openable
from zhibiao.reports.report_reading import read_document
from zhibiao.reports.score_json import report_json
from zhibiao.reports.whole_file import whole_file
from zhibiao.scorer import Scorer

FORMAT = 1
VARIABLE = "ZHIBIAO_CACHE"
MOST_BYTES = 2 * 2**30
_PIECE = 2**20
_PLACEHOLDER = "\0"  # stands for the source, which may lie elsewhere next time
# Failures of the surroundings: they may be gone next time without any change of the file
PASSING = frozenset(
    ("crashed", "internal", "needs-libreoffice", "no-permission", "not-found", "not-readable", "timeout", "too-large", "unreadable")
)


def usual_folder(variables: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path:
    """Where programs keep such files on this system; the variable names another place."""
    if variables.get(VARIABLE):
        return Path(variables[VARIABLE])
    home = Path.home()
    if platform == "win32":
        return Path(variables.get("LOCALAPPDATA") or home / "AppData" / "Local") / "zhibiao" / "cache"
    if platform == "darwin":
        return home / "Library" / "Caches" / "zhibiao"
    return Path(variables.get("XDG_CACHE_HOME") or home / ".cache") / "zhibiao"


def content_key(source: str, scorer: Scorer) -> str | None:
    """Hash of a file's bytes and name, and of all that judges it; None where it cannot be read."""
    return keyed(source, fingerprint(scorer, source))


def keyed(source: str, judged_by: str) -> str | None:
    """The same with the fingerprint at hand."""
    path = openable(Path(source))
    try:
        if not path.is_file():
            return None
        content = hashlib.sha256()
        with path.open("rb") as file:
            while piece := file.read(_PIECE):
                content.update(piece)
    except OSError:
        return None  # reading it will say why
    return _digest(f"{FORMAT}\n{Path(source).name}\n{judged_by}\n{content.hexdigest()}".encode("utf-8", "surrogatepass"))


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


class Cache:
    """A folder of results. It holds extracts of documents: on shared machines only its owner may look into it."""

    def __init__(self, folder: Path) -> None:
        """OSError where the folder cannot be made or written."""
        self.folder = folder.resolve()
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        probe = folder / f".probe-{os.getpid()}"
        probe.write_bytes(b"")
        probe.unlink(missing_ok=True)

    def path(self, key: str) -> Path:
        """Where a result lies."""
        return self.folder / key[:2] / f"{key}.z"

    def get(self, key: str, source: str) -> Scored | None:
        """The result under a key, as that of a source; None where there is none that can be used."""
        kept = self.read(key)
        if kept is None:
            return None
        try:
            document = kept["document"]
            report = None if document is None else replace(read_document(document), source=source)
            failures = tuple(Failure(source, one["code"], one["message"].replace(_PLACEHOLDER, source, 1)) for one in kept["failures"])
        except (ValueError, KeyError, TypeError, AttributeError):  # whole, and yet no result
            return None
        return Scored(source, report, failures)

    def read(self, key: str) -> Any:
        """What was written under this key; None where there is nothing whole. That it was of use is noted by its time."""
        path = self.path(key)
        try:
            content = json.loads(zlib.decompress(path.read_bytes()).decode("utf-8", "surrogatepass"))
        except (OSError, ValueError, zlib.error, RecursionError):
            return None
        if not isinstance(content, dict) or content.get("key") != key:
            return None
        with suppress(OSError):  # a folder of others that may only be read still serves
            os.utime(path)
        return content

    def put(self, key: str, scored: Scored) -> None:
        """Keep a result; OSError where it cannot be written."""
        document = None
        if scored.report is not None:
            document = {**report_json(scored.report), "source": "", "exempted": list(scored.report.exempted)}
        failures = [{"code": one.code, "message": one.message.replace(scored.source, _PLACEHOLDER, 1)} for one in scored.failures]
        self.write(key, {"document": document, "failures": failures})

    def write(self, key: str, content: Mapping[str, Any], packed_already: bool = False) -> None:
        """Whole or not at all. packed_already: as workbooks are; packing one again, in base64, took 0.4 s of 12 MB and saves a quarter."""
        level = 0 if packed_already else 1
        packed = zlib.compress(json.dumps({"key": key, **content}, ensure_ascii=False).encode("utf-8", "surrogatepass"), level)
        path = self.path(key)
        path.parent.mkdir(mode=0o700, exist_ok=True)
        try:
            with whole_file(path) as file:
                file.write(packed)
        except PermissionError:
            if not path.is_file():  # Windows: another run has just written the same and holds it open
                raise

    def prune(self, most: int = MOST_BYTES) -> None:
        """Drop the longest unused results until four fifths of the limit are left; files that others hold are passed over."""
        held = []
        for path in self.folder.glob("*/*"):
            try:
                stat = path.stat()
            except OSError:
                continue
            held.append((stat.st_mtime, stat.st_size, path))
        size = sum(bytes_ for _, bytes_, _ in held)
        if size <= most:
            return
        for _, bytes_, path in sorted(held, key=lambda one: one[0]):
            try:
                path.unlink(missing_ok=True)
            except OSError:
                continue
            size -= bytes_
            if size <= most * 4 // 5:
                return


def lasting(scored: Scored) -> bool:
    """Whether the same file would give the same again."""
    return not any(failure.code in PASSING for failure in scored.failures)
