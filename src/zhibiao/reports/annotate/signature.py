"""Whether a file is a copy that annotating wrote: only such a file may be written over."""

from __future__ import annotations

from zhibiao.config.limits import Limits
from zhibiao.errors import ReadError
from zhibiao.reading.budget import Budget
from zhibiao.reading.package import Package
from zhibiao.reports.annotate.wording import AUTHOR


def is_annotated(data: bytes) -> bool:
    """Whether one of its comments parts names us as an author."""
    try:
        package = Package(data, Budget(Limits()))
        parts = [name for name in package.names if name.rpartition("/")[2].lower().startswith("comments")]
        return any(AUTHOR.encode() in package.read(name) for name in parts)
    except ReadError:  # no package at all
        return False
