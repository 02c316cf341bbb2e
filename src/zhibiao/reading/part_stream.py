"""A large part of a package read piece by piece: its elements pass by and are gone, so memory does not grow with the part."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from zhibiao.errors import ReadError
from zhibiao.reading.budget import SPLIT
from zhibiao.reading.package import CHUNK, DAMAGE, RESAVE, Package

GAP = 4 << 20  # bytes without one finished element: a row of Excel's 16,384 columns takes about 1 MB
ENTITY_MARKS = (b"<!DOCTYPE", b"<!ENTITY")


class PartStream:
    """File-like bytes of one part, counted against the budget as they are unpacked; the declared size is not believed."""

    def __init__(self, package: Package, name: str) -> None:
        info = package.names[name]
        if info.flag_bits & 1:
            raise ReadError("encrypted", "文件已加密", "请去掉打开密码后再试", name)
        self.part = name  # not “name”: lxml would take it for a path and look at the working folder, whose name it cannot always encode
        self.budget = package.budget
        self.ceiling = max(CHUNK, info.compress_size * package.budget.limits.zip_ratio)
        self.size = 0
        self.gap = 0
        self.tail = b""
        try:
            self.stream = package.archive.open(info)
        except DAMAGE as error:
            raise self.damaged("压缩数据无法解开") from error

    def read(self, size: int = -1) -> bytes:
        """The next piece; raises where the part costs more than it may."""
        try:
            piece = self.stream.read(size)
        except DAMAGE as error:
            raise self.damaged("压缩数据无法解开") from error
        self.budget.spend_bytes(len(piece), self.part)
        self.size += len(piece)
        self.gap += len(piece)
        if self.size > self.ceiling:
            raise ReadError("zip-bomb", "压缩比异常，疑似压缩炸弹", SPLIT, self.part)
        if self.gap > GAP:
            raise ReadError("too-many-cells", f"单行内容超过 {GAP >> 20} MB", SPLIT, self.part)
        joined = self.tail + piece
        if any(mark in joined for mark in ENTITY_MARKS):  # office files have no DOCTYPE
            raise ReadError("entity-bomb", "XML 中含有实体定义，疑似实体炸弹", RESAVE, self.part)
        self.tail = piece[-len(ENTITY_MARKS[0]) :]
        return piece

    def damaged(self, why: str) -> ReadError:
        """The error of a part that cannot be read on."""
        return ReadError("damaged", f"文件已损坏或不完整（{why}）", RESAVE, self.part)


def elements(package: Package, name: str, *wanted: str) -> Iterator[etree._Element]:
    """Finished elements with one of these local names, in any namespace (strict OOXML has its own); each is dropped after use."""
    source = PartStream(package, name)
    try:
        # without huge_tree libxml2 bounds depth and text length by itself
        events = etree.iterparse(
            source, events=("end",), tag=[f"{{*}}{tag}" for tag in wanted], resolve_entities=False, no_network=True,
            load_dtd=False, remove_comments=True, remove_pis=True,
        )  # fmt: skip
        for _, element in events:
            source.gap = 0
            yield element
            element.clear()
            while (before := element.getprevious()) is not None and (parent := before.getparent()) is not None:
                parent.remove(before)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise source.damaged("XML 无法解析") from error
