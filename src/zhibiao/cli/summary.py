"""The end of a run in a few lines."""

from __future__ import annotations

from collections.abc import Iterator

from zhibiao.model.finding import SEVERITIES
from zhibiao.reports.chinese_terms import SEVERITY
from zhibiao.reports.summary import Summary
from zhibiao.rules.catalogue import catalogue
from zhibiao.scoring.points import GRADES

_MOST_CODES = 5


def summary_lines(summary: Summary) -> Iterator[str]:
    """Files, grades, worst projects, most frequent findings, failures."""
    yield f"评判完成：{summary.documents} 份文件、{summary.tables} 张表、{summary.rows} 个指标。"
    if summary.grades:
        grades = "　".join(f"{grade} {summary.grades[grade]}" for _, grade in GRADES)
        review = f"；需人工复核 {summary.review} 个" if summary.review else ""
        yield f"指标等级：{grades}{review}。"
    if summary.findings:
        counts = [f"{SEVERITY[severity]} {summary.severities[severity]}" for severity in SEVERITIES if summary.severities[severity]]
        yield f"问题：{'　'.join(counts)}。"
        titles = catalogue()
        codes = sorted(summary.codes, key=lambda code: (-summary.codes[code], code))[:_MOST_CODES]
        yield f"最多的问题：{'；'.join(f'{titles[code].rule.title}（{code}）{summary.codes[code]}' for code in codes)}。"
    if summary.worst:
        yield "得分最低的项目："
        yield from (f"  {score:5.1f}  {project or '（没有项目名称）'}　{source}" for score, source, project in summary.worst)
    if summary.copies:
        yield f"雷同的项目：{summary.copies} 个，见报告。"
    if summary.failures:
        yield f"没有读出的：{summary.failures} 处，见下。"
