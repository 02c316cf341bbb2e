"""Copies as LibreOffice reads them: one run for many files, since a run takes seconds."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

from lxml import etree

from zhibiao.reading.office import find_office
from zhibiao.reports.annotate.wording import AUTHOR

OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
ENDINGS = {".docx": "fodt", ".xlsx": "fods"}


def opened(copies: Mapping[str, bytes], folder: Path) -> dict[str, etree._Element]:
    """Name → the document as LibreOffice understood it, flat."""
    program = find_office()
    assert program is not None
    out: dict[str, etree._Element] = {}
    for ending, flat in ENDINGS.items():
        names = [name for name in copies if name.endswith(ending)]
        for name in names:
            (folder / name).write_bytes(copies[name])
        if names:
            profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
            command = [str(program), profile, "--headless", "--norestore", "--convert-to", flat, "--outdir", str(folder / "out")]
            subprocess.run([*command, *[str(folder / name) for name in names]], check=True, capture_output=True, timeout=300)
        for name in names:
            out[name] = etree.parse(folder / "out" / f"{name[: -len(ending)]}.{flat}", etree.XMLParser(huge_tree=True)).getroot()
    return out


def annotations(root: etree._Element) -> list[tuple[str, str]]:
    """Of our comments: (text of the innermost cell, or else of the paragraph, that holds it; text of the comment), in order."""
    out = []
    for one in root.iter(f"{{{OFFICE}}}annotation"):
        if one.findtext("{*}creator") not in (AUTHOR, None):  # spreadsheets name none
            continue
        holder = next((above for above in one.iterancestors(f"{{{TABLE}}}table-cell")), None)
        if holder is None:
            holder = next(one.iterancestors(f"{{{TEXT}}}p", f"{{{TEXT}}}h"))
        out.append((squeezed("".join(shown(holder))), squeezed("".join(shown(one, inside=True)))))
    return out


def noted(root: etree._Element) -> Iterator[tuple[str, int, int]]:
    """Sheet, row and column, from 1, of each cell with a note."""
    for sheet in root.iter(f"{{{TABLE}}}table"):
        row = 0
        for line in sheet.iter(f"{{{TABLE}}}table-row"):
            column = 0
            for cell in line:
                times = int(cell.get(f"{{{TABLE}}}number-columns-repeated") or 1)
                if cell.find(f"{{{OFFICE}}}annotation") is not None:
                    yield str(sheet.get(f"{{{TABLE}}}name")), row + 1, column + 1
                column += times
            row += int(line.get(f"{{{TABLE}}}number-rows-repeated") or 1)


def shown(element: etree._Element, inside: bool = False) -> Iterator[str]:
    """The text of an element without that of comments, unless it is one."""
    yield element.text or ""
    for child in element:
        name = etree.QName(child).localname if isinstance(child.tag, str) else ""
        if name == "tab":
            yield "\t"
        elif (name != "annotation" or inside) and name not in ("creator", "date", "creator-initials", "sender-initials", "number"):
            yield from shown(child, inside)
        yield child.tail or ""


def squeezed(text: str) -> str:
    return "".join(text.split())
