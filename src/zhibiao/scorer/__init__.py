"""Floor 8: a document walked from its words to its report."""

from zhibiao.scorer.report import Report
from zhibiao.scorer.scorer import Scorer, load

__all__ = ["Report", "Scorer", "load"]
