"""What the reader was not sure of, told in few words: a finding may come from a misread cell."""

from __future__ import annotations

from zhibiao.model.report import DocumentReport

MOST = 3


def few(document: DocumentReport) -> list[str]:
    """The first doubts, and how many more there are."""
    told = list(document.doubts[:MOST])
    if len(document.doubts) > MOST:
        told.append(f"另有 {len(document.doubts) - MOST} 处，见 json 输出的 doubts")
    return told
