"""Pdf pages of ruled tables beside pdfplumber's extract_tables: made by reportlab, and LibreOffice's file of the tests if it is there."""

from __future__ import annotations

import gc
import io
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import pdfplumber
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from zhibiao.config.limits import Limits
from zhibiao.parsing import parse
from zhibiao.reading import read_bytes

PAGES, ROWS = 40, 18
XS = (50, 110, 180, 330, 400, 545)
HEAD = ("一级指标", "二级指标", "三级指标", "指标值", "指标值确定依据")
OFFICE = Path(__file__).parents[2] / "tests" / "reading" / "pdfs" / "long_table.pdf"
ALLOWED = 1.2  # share of pdfplumber's time


def ruled_pages(pages: int) -> bytes:
    """Pages of a goal table with wrapped cells, every cell a box of its own."""
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4)
    for page in range(pages):
        canvas.setFont("STSong-Light", 9)
        canvas.drawString(50, 800, f"项目{page + 1}绩效目标表")
        for row in range(ROWS):
            top = 785 - row * 40
            texts = (
                HEAD
                if row == 0
                else (
                    "产出指标",
                    "数量指标",
                    f"完成环境整治的行政村数量（第{row}批，含自然村）",
                    f"≥{row}个",
                    "依据年度工作计划和上年度完成情况逐项测算确定",
                )
            )
            for left, right, text in zip(XS, XS[1:], texts, strict=False):
                canvas.rect(left, top - 40, right - left, 40)
                fit = int((right - left - 6) / 9)
                for line, start in enumerate(range(0, len(text), fit)):
                    canvas.drawString(left + 3, top - 11 - line * 11, text[start : start + fit])
        canvas.drawString(290, 20, f"- {page + 1} -")
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def ours(data: bytes) -> None:
    """Reading and parsing."""
    parse(read_bytes(data, "pages.pdf", Limits()), "pages.pdf")


def theirs(data: bytes) -> None:
    """Pdfplumber's tables, pages closed after use."""
    with pdfplumber.open(io.BytesIO(data)) as document:
        for page in document.pages:
            page.extract_tables()
            page.close()


def seconds(action: Callable[[bytes], None], data: bytes) -> float:
    """One run, after a collection."""
    gc.collect()
    start = time.perf_counter()
    action(data)
    return time.perf_counter() - start


def compare(name: str, data: bytes, rounds: int) -> float:
    """Prints both medians and their ratio."""
    seconds(ours, data), seconds(theirs, data)  # warm: fonts' character maps are loaded once
    times = [(seconds(ours, data), seconds(theirs, data)) for _ in range(rounds)]
    mine, other = (statistics.median(column) for column in zip(*times, strict=True))
    print(f"pdf, {name}: zhibiao {mine * 1000:.1f} ms, pdfplumber {other * 1000:.1f} ms")
    print(f"  ratio {mine / other:.3f}, allowed {ALLOWED}: {'ok' if mine / other <= ALLOWED else 'MISSED'}")
    return mine / other


def measure(rounds: int) -> bool:
    """Whether the bound is kept on every file."""
    ratios = [compare(f"{PAGES} pages of reportlab", ruled_pages(PAGES), rounds)]
    if OFFICE.exists():
        ratios.append(compare("a long table of LibreOffice", OFFICE.read_bytes(), rounds))
    return max(ratios) <= ALLOWED
