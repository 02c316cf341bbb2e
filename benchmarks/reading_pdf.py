"""How fast pdf files are read, beside pdfplumber's extract_tables on the same bytes: `python benchmarks/reading_pdf.py [--rounds N]`.

Forty pages of ruled tables made by reportlab, and the LibreOffice file of the tests if it is there; the two take turns in one process.
"""

from __future__ import annotations

import argparse
import gc
import io
import resource
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
from zhibiao.reading.budget import Budget
from zhibiao.reading.pdf import read_pdf

PAGES, ROWS = 40, 18
XS = (50, 110, 180, 330, 400, 545)
HEAD = ("一级指标", "二级指标", "三级指标", "指标值", "指标值确定依据")
OFFICE = Path(__file__).parent.parent / "tests" / "reading" / "pdfs" / "long_table.pdf"
ALLOWED = 0.9  # share of pdfplumber's time; parsing has to fit into the rest up to 1.2


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
    """The reader."""
    read_pdf(data, Budget(Limits()))


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
    print(f"{name}: read_pdf {mine * 1000:.1f} ms, pdfplumber {other * 1000:.1f} ms, ratio {mine / other:.3f} (medians of {rounds})")
    return mine / other


def main() -> None:
    """Exit status 1 where the reader is slower than it may be."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--rounds", type=int, default=7)
    rounds = arguments.parse_args().rounds
    ratios = [compare(f"{PAGES} pages of reportlab", ruled_pages(PAGES), rounds)]
    if OFFICE.exists():
        ratios.append(compare("LibreOffice", OFFICE.read_bytes(), rounds))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.perf_counter()
    ours(ruled_pages(1000))
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    print(f"1,000 pages made and read in {time.perf_counter() - start:.1f} s, {grown:.0f} MB more at the peak")
    raise SystemExit(max(ratios) > ALLOWED)


if __name__ == "__main__":
    main()
