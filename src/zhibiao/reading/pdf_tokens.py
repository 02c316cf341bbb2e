"""Cuts a page's content into operators with their operands, by one regular expression: pdfminer's cutter takes half of its time."""

from __future__ import annotations

import re
from binascii import unhexlify
from collections.abc import Iterator
from typing import Any

# Grammar: ISO 32000-1, 7.2 and 7.3. Groups: 1 number, 2 name, 3 string without nesting or escapes, 4 hexadecimal string, 5 operator,
# 6 bracket, 7 start of any other string, 8 number that is not written as the standard wants it. Anything else is passed over.
TOKEN = re.compile(
    rb"([-+]?(?:\d+\.?\d*|\.\d+))"
    rb"|/([^\x00-\x20()<>\[\]{}/%]*)"
    rb"|\(([^()\\\r]*)\)"
    rb"|<([0-9A-Fa-f\s\x00]*)>"
    rb"|([A-Za-z'\"][^\x00-\x20()<>\[\]{}/%]*)"
    rb"|(<<|>>|[\[\]])"
    rb"|(\()"
    rb"|([-+.\d][^\x00-\x20()<>\[\]{}/%]*)"
    rb"|%[^\r\n]*"
)
STRING_PART = re.compile(rb"[()\\]")
ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|[\s\S])|\r\n?")
ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\r\n": b"", b"\n": b"", b"\r": b""}
LOOSE_NUMBER = re.compile(rb"[-+]*(\d*\.?\d+)")
IMAGE_END = re.compile(rb"[\x00\s]EI(?=[\x00\s]|$)")
NESTING = 50  # arrays in arrays: real content has one
OPERANDS = 5_000  # operands waiting for an operator: the standard allows 33


class Name(str):
    """A name operand, told from the strings beside it."""

    __slots__ = ()


def operations(data: bytes) -> Iterator[tuple[bytes, list[Any]]]:
    """Operators with their operands: floats, bytes (strings), Names, lists, dicts. Inline images come as `EI` with their dictionary."""
    position = 0
    operands: list[Any] = []
    open_lists: list[list[Any]] = []
    while True:
        for match in TOKEN.finditer(data, position):
            kind = match.lastindex
            if kind == 1:
                operands.append(float(match[1]))
            elif kind == 5:
                operator = match[5]
                if operator == b"ID":
                    yield b"EI", operands
                    position = _after_image(data, match.end())
                    operands, open_lists = [], []
                    break
                if open_lists:  # an operator cannot stand in an array: the array was never closed
                    operands, open_lists = open_lists[0] + [operands], []
                yield operator, operands
                operands = []
            elif kind == 6:
                operands = _bracket(match[6], operands, open_lists)
            elif kind == 7:
                value, position = _string(data, match.end())
                operands.append(value)
                break
            elif kind is not None:
                operands.append(_value(kind, match))
            if len(operands) > OPERANDS and not open_lists:
                operands = []
        else:
            return


def _value(kind: int, match: re.Match[bytes]) -> Any:
    if kind == 3:
        return match[3]
    if kind == 4:
        digits = match[4] if match[4].isalnum() else re.sub(rb"[\s\x00]", b"", match[4])
        return unhexlify(digits + b"0" if len(digits) % 2 else digits)
    if kind == 2:
        return Name(_name(match[2]))
    loose = LOOSE_NUMBER.match(match[8])
    number = float(loose[1]) if loose else 0.0
    return -number if match[8].startswith(b"-") else number


def _name(raw: bytes) -> str:
    if b"#" in raw:
        raw = re.sub(rb"#([0-9A-Fa-f]{2})", lambda found: unhexlify(found[1]), raw)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("latin-1")


def _bracket(mark: bytes, operands: list[Any], open_lists: list[list[Any]]) -> list[Any]:
    """Opens or closes an array or dictionary; stray closing marks are passed over."""
    if mark in (b"[", b"<<"):
        if len(open_lists) >= NESTING:
            return operands
        open_lists.append(operands)
        return []
    if not open_lists:
        return operands
    outer = open_lists.pop()
    outer.append(operands if mark == b"]" else {str(key): value for key, value in zip(operands[::2], operands[1::2], strict=False)})
    return outer


def _string(data: bytes, start: int) -> tuple[bytes, int]:
    """A string with nested parentheses or escapes, and where it ends; one that is never closed runs to the end."""
    depth = 1
    position = start
    while depth:
        match = STRING_PART.search(data, position)
        if match is None:
            return _unescape(data[start:]), len(data)
        position = match.end()
        if match[0] == b"\\":
            position += 1
        else:
            depth += 1 if match[0] == b"(" else -1
    return _unescape(data[start : position - 1]), position


def _unescape(raw: bytes) -> bytes:
    def meant(match: re.Match[bytes]) -> bytes:
        code = match[1]
        if code is None:
            return b"\n"  # any line end within a string counts as \n
        if code[:1].isdigit() and code[0] < 0x38:
            return bytes((int(code, 8) & 0xFF,))
        return ESCAPED.get(code, code)

    return ESCAPE.sub(meant, raw) if b"\\" in raw or b"\r" in raw else raw


def _after_image(data: bytes, start: int) -> int:
    """Where an inline image ends: the first EI between blanks after which plain operators follow for a while."""
    for match in IMAGE_END.finditer(data, start):
        following = data[match.end() : match.end() + 12]
        if all(byte in (9, 10, 13) or 32 <= byte < 127 for byte in following):
            return match.end()
    return len(data)
