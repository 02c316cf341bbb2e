"""Programs outside Python that some documents need. Their results are committed, so only a rebuild needs them."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from docx.document import Document as WordDocument

PLAIN_PDF = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"false"}}'  # as most printers write it: no structure tree


class ToolMissingError(RuntimeError):
    """A program needed to rebuild a document is not installed."""


def tool(name: str, package: str) -> str:
    """Path of a program, or an error that says what to install."""
    found = shutil.which(name)
    if not found:
        raise ToolMissingError(f"未找到 {name}，请先安装 {package}；已生成的文件随仓库提供，测试本身不需要它")
    return found


def convert(source: Path, ending: str, target: Path) -> None:
    """LibreOffice turns `source` into `target` (pdf, doc, ...)."""
    soffice = tool("soffice", "LibreOffice")
    with tempfile.TemporaryDirectory() as scratch:
        profile = (Path(scratch) / "profile").as_uri()
        export = PLAIN_PDF if ending == "pdf" else ending
        command = [soffice, f"-env:UserInstallation={profile}", "--headless", "--convert-to", export, "--outdir", scratch, str(source)]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
        shutil.move(Path(scratch) / f"{source.stem}.{ending}", target)


def print_word(document: WordDocument, target: Path) -> None:
    """A python-docx document, saved by LibreOffice in the format of the ending of `target`."""
    with tempfile.TemporaryDirectory() as scratch:
        draft = Path(scratch) / "draft.docx"
        document.save(str(draft))
        convert(draft, target.suffix[1:], target)


def pdf_text(source: Path, *options: str) -> str:
    """What poppler's pdftotext reads from a pdf."""
    pdftotext = tool("pdftotext", "poppler-utils")
    done = subprocess.run([pdftotext, *options, str(source), "-"], check=True, capture_output=True, timeout=60)
    return done.stdout.decode("utf-8")


def font_file(family: str) -> str:
    """Where fontconfig finds a font."""
    fc_match = tool("fc-match", "fontconfig")
    done = subprocess.run([fc_match, "-f", "%{file}", family], check=True, capture_output=True, timeout=60)
    return done.stdout.decode("utf-8")
