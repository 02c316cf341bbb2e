"""Parts of an OOXML package, read within the budget: no bomb, no surprise path, clear errors for broken archives."""

from __future__ import annotations

import io
import zipfile
import zlib

from zhibiao.errors import ReadError
from zhibiao.reading.budget import SPLIT, Budget

RESAVE = "请用 Word、Excel 或 WPS 重新打开并另存后再试"
CHUNK = 1 << 20
DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError, KeyError, IndexError)


class Package:
    """A zip archive whose parts are unpacked one at a time, counted against the budget."""

    def __init__(self, data: bytes, budget: Budget) -> None:
        self.budget = budget
        try:
            self.archive = zipfile.ZipFile(io.BytesIO(data))
            infos = self.archive.infolist()
        except DAMAGE as error:
            raise ReadError("damaged", "文件已损坏或不完整（压缩包结构不完整）", RESAVE) from error
        if len(infos) > budget.limits.zip_parts:
            raise ReadError("zip-bomb", f"压缩包内的文件超过 {budget.limits.zip_parts} 个", SPLIT)
        self.names = {info.filename.replace("\\", "/").lstrip("/"): info for info in infos}

    def __contains__(self, name: str) -> bool:
        return name in self.names

    def read(self, name: str) -> bytes:
        """The bytes of one part; its declared size is not believed."""
        info = self.names[name]
        if info.flag_bits & 1:
            raise ReadError("encrypted", "文件已加密", "请去掉打开密码后再试", name)
        ceiling = max(CHUNK, info.compress_size * self.budget.limits.zip_ratio)
        pieces: list[bytes] = []
        size = 0
        try:
            with self.archive.open(info) as stream:
                while piece := stream.read(CHUNK):
                    size += len(piece)
                    self.budget.spend_bytes(len(piece), name)
                    if size > ceiling:
                        raise ReadError("zip-bomb", "压缩比异常，疑似压缩炸弹", SPLIT, name)
                    pieces.append(piece)
        except DAMAGE as error:
            raise ReadError("damaged", "文件已损坏或不完整（压缩数据无法解开）", RESAVE, name) from error
        return b"".join(pieces)
