"""By what a workbook is known as a report of ours (reports.xlsx), left by a reviewer among the submissions."""

from __future__ import annotations

PROPERTY = "zhibiao"  # among the custom properties of the document; holds the version
SHEETS = frozenset(("总览", "指标明细", "问题清单"))  # programs that save the workbook again may drop the property, but not these
