"""Streams of a pdf, unpacked with a ceiling: pdfminer unpacks whatever a few bytes claim to be."""

from __future__ import annotations

import io
import zlib
from typing import Any

from pdfminer.ascii85 import ascii85decode, asciihexdecode
from pdfminer.lzw import LZWDecoder
from pdfminer.pdfexceptions import PDFException, PDFNotImplementedError
from pdfminer.pdftypes import PDFStream, int_value
from pdfminer.psparser import literal_name
from pdfminer.runlength import rldecode
from pdfminer.utils import apply_png_predictor, apply_tiff_predictor

from zhibiao.errors import ReadError
from zhibiao.reading.budget import SPLIT, Budget

# A full Chinese font embedded whole unpacks to 25 MB; page contents stay under 2 MB.
STREAM_CEILING = 64 * 2**20
# pdfminer undoes predictors and LZW byte by byte in Python, about 2 MB a second: only cross-reference and object streams use them.
SLOW_CEILING = 8 * 2**20
RUN_LENGTH_RATIO = 64  # two bytes become at most 128
PREDICTOR_COLUMNS = 100_000  # pdfminer allots a row of this many before it looks at the data


class BoundedStream(PDFStream):
    """A stream that counts what it unpacks; unlike pdfminer's it keeps the packed bytes, so that pages do not pile up in memory."""

    budget: Budget
    counted = False  # a form drawn on every page is unpacked again and again, but counts once
    torn = False  # set by unpacking: the data ends or breaks before their end mark

    def get_data(self) -> bytes:
        """The unpacked bytes, made anew at each call: contents are used once, fonts are cached above."""
        data = self._unpacked()
        if not self.counted:
            self.counted = True
            self.budget.spend_bytes(len(data))
        return data

    def _unpacked(self) -> bytes:
        data = self.rawdata or b""
        if self.decipher and self.objid is not None and self.genno is not None:
            data = self.decipher(self.objid, self.genno, data, self.attrs)
        for name, parameters in self.get_filters():
            data = self._undo(literal_name(name), data)
            if isinstance(parameters, dict) and "Predictor" in parameters:
                data = _undo_predictor(parameters, data)
        return data

    def decode(self) -> None:
        """Pdfminer's own way in, for callers that look at `data`."""
        self.data = self.get_data()

    def _undo(self, name: str, data: bytes) -> bytes:
        if name in ("FlateDecode", "Fl"):
            return self._inflate(data)
        if name in ("LZWDecode", "LZW"):
            return self._unpack_lzw(data)
        if name in ("ASCII85Decode", "A85"):
            return ascii85decode(data)
        if name in ("ASCIIHexDecode", "AHx"):
            return asciihexdecode(data)
        if name in ("RunLengthDecode", "RL"):
            if len(data) * RUN_LENGTH_RATIO > SLOW_CEILING * 8:
                raise bomb()
            return rldecode(data)
        # Image filters: images are never unpacked, and no text stands behind them.
        raise PDFNotImplementedError(f"filter {name!r}")

    def _inflate(self, data: bytes) -> bytes:
        """What zlib gives up to the ceiling; a stream that breaks off gives what came before."""
        machine = zlib.decompressobj()
        try:
            unpacked = machine.decompress(data, STREAM_CEILING)
            if machine.unconsumed_tail:
                raise bomb()
            whole = machine.eof
        except zlib.error:
            whole = False
        if not whole:  # a missing or wrong checksum is common and loses nothing: only the end mark within the data counts
            unpacked, whole = _inflate_broken(data)
        self.torn = self.torn or not whole
        return unpacked

    def _unpack_lzw(self, data: bytes) -> bytes:
        pieces: list[bytes] = []
        size = 0
        for piece in LZWDecoder(io.BytesIO(data)).run():
            pieces.append(piece)
            size += len(piece)
            if size > SLOW_CEILING:
                raise bomb()
        return b"".join(pieces)


def bomb() -> ReadError:
    """The refusal of a stream that grows beyond any real one."""
    return ReadError("zip-bomb", "PDF 内有压缩数据展开后异常巨大，疑似压缩炸弹", SPLIT)


def _inflate_broken(data: bytes) -> tuple[bytes, bool]:
    """Zlib data without a good checksum, in small steps so that what comes before a break is kept; and whether the end mark came."""
    machine = zlib.decompressobj(-zlib.MAX_WBITS)
    pieces: list[bytes] = []
    size = 0
    for start in range(2, len(data), 64):
        try:
            piece = machine.decompress(data[start : start + 64], STREAM_CEILING - size + 1)
        except zlib.error:
            break
        pieces.append(piece)
        size += len(piece)
        if size > STREAM_CEILING:
            raise bomb()
    return b"".join(pieces), machine.eof


def _undo_predictor(parameters: dict[str, Any], data: bytes) -> bytes:
    predictor = int_value(parameters["Predictor"])
    if predictor in (0, 1):
        return data
    colors = int_value(parameters.get("Colors", 1))
    columns = int_value(parameters.get("Columns", 1))
    bits = int_value(parameters.get("BitsPerComponent", 8))
    if not (0 < columns <= PREDICTOR_COLUMNS and 0 < colors <= 32 and len(data) <= SLOW_CEILING):
        raise PDFException("predictor out of bounds")
    if predictor == 2:
        return apply_tiff_predictor(colors, columns, bits, data)
    return apply_png_predictor(predictor, colors, columns, bits, data)
