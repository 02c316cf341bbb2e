"""Counts what a file costs while it is read and stops it with a clear error when it passes its limits."""

from __future__ import annotations

import time

from zhibiao.config.limits import Limits
from zhibiao.errors import ReadError

SPLIT = "请确认文件是否正常，必要时拆分成较小的文件后重试"


class Budget:
    """Mutable counters for one file: cells, unzipped bytes, lines and time."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.cells = 0
        self.bytes = 0
        self.deadline = time.monotonic() + limits.seconds

    def spend_cells(self, count: int, place: str = "") -> None:
        """Count cells before they are built."""
        self.cells += count
        if self.cells > self.limits.cells:
            raise ReadError("too-many-cells", f"表格单元格超过 {self.limits.cells} 个的上限", SPLIT, place)

    def spend_bytes(self, count: int, place: str = "") -> None:
        """Count bytes that come out of a compressed part."""
        self.bytes += count
        if self.bytes > self.limits.unzipped_bytes:
            raise ReadError("zip-bomb", f"解压后的内容超过 {self.limits.unzipped_bytes // 2**20} MB 的上限，疑似压缩炸弹", SPLIT, place)

    def check_time(self, place: str = "") -> None:
        """Call between pages, sheets and every few thousand cells."""
        if time.monotonic() > self.deadline:
            raise ReadError("timeout", f"读取超过 {self.limits.seconds:g} 秒的时限", SPLIT, place)
