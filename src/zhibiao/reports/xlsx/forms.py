"""审核表: the ministry's form, a printed page a project."""

from __future__ import annotations

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from zhibiao.model.report import DocumentReport, TableReport
from zhibiao.model.review import Review
from zhibiao.reports.xlsx.heights import height_of, lines_of
from zhibiao.reports.xlsx.page import LineCell, Page
from zhibiao.reports.xlsx.sheet import plain

NAME = "审核表"
_WIDTHS = (12, 13, 6, 6, 6, 54)
_WIDE = sum(_WIDTHS[1:])
_HEAD = ("审核方面", "审核内容", "分值", "得分", "等级", "理由和问题")
_TITLE = "项目支出绩效目标审核表"
_MOST_BREAKS = 1023  # Excel's limit of page breaks on a sheet
_A4 = 9
_LOWEST = 22.0  # points of a line
_BY_HAND = (("审核意见", ""), ("审核人", "                         审核日期：        年    月    日"))
_MOST_ROWS = 1_048_000


class Forms:
    """Blocks one under the other, each with a page of its own."""

    def __init__(self, book: Workbook, looks: dict[str, Format]) -> None:
        self.looks = looks
        self.page = book.add_worksheet(NAME, Page)
        for place, width in enumerate(_WIDTHS):
            self.page.set_column(place, place, width)
        self.page.set_paper(_A4)
        self.page.fit_to_pages(1, 0)
        self.page.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
        self.page.set_footer("&C第 &P 页，共 &N 页")
        self.row = 0
        self.breaks: list[int] = []

    def block(self, document: DocumentReport, table: TableReport) -> None:
        """The form of one table."""
        if table.review is None or self.row > _MOST_ROWS:
            return
        if self.row:
            self.breaks.append(self.row)
        self._wide(_TITLE, "title", 26)
        self._pair("项目名称", table.project_name or table.title or "")
        self._pair("填报单位", document.unit or table.department or "")
        budget = "" if table.budget_total is None else f"{table.budget_total:,.2f}"
        year = f"{document.year}年　" if document.year else ""
        self._pair("年度和预算", f"{year}预算{budget}" if budget else year)
        self._pair("来自文件", f"{document.source}　表{table.table}")
        self._line([(text, "head") for text in _HEAD])
        self._items(table.review)
        self._sums(table, table.review)
        for label, text in _BY_HAND:
            self._pair(label, text, 60 if not text else None)
        self.row += 1

    def _items(self, form: Review) -> None:
        for aspect in form.aspects:
            for number, item in enumerate(aspect.items):
                score: str | float = "不评" if item.score is None else item.score
                head = f"{aspect.name}审核\n（{aspect.points:g}分）" if number == 0 else ""
                self._line(
                    [
                        (head, "label"),
                        (item.name, "text"),
                        (item.points, "count"),
                        (score, "score"),
                        (item.grade or "", item.grade or "middle"),
                        ("；".join(item.reasons), "text"),
                    ]
                )

    def _sums(self, table: TableReport, form: Review) -> None:
        told = f"得分 {form.score:g} ÷ {form.points:g} × 100" if form.points != 100 else ""
        self._line(
            [("合计", "label"), ("折成百分制", "text"), (100, "count"), (form.percent, "score"), (form.grade, form.grade), (told, "text")]
        )
        if table.score is not None and table.grade is not None:
            self._line(
                [
                    ("审核结论", "label"),
                    (table.conclusion or "", "text"),
                    ("", "text"),
                    (table.score, "score"),
                    (table.grade, table.grade),
                    ("结论由各指标的得分定：优 通过，良 完善后通过，中 退回重报，差 不通过", "text"),
                ]
            )

    def _wide(self, text: str, look: str, height: float) -> None:
        cells: list[LineCell] = [(0, plain(text), self.looks[look]), *self._blanks(1, look)]
        self.page.line(self.row, height, cells, [(0, len(_WIDTHS) - 1)])
        self.row += 1

    def _blanks(self, first: int, look: str) -> list[LineCell]:
        return [(place, None, self.looks[look]) for place in range(first, len(_WIDTHS))]

    def _pair(self, label: str, text: str, height: float | None = None) -> None:
        high = height or max(_LOWEST, height_of(lines_of(text, _WIDE)))
        cells: list[LineCell] = [(0, label, self.looks["label"]), (1, plain(text), self.looks["text"]), *self._blanks(2, "text")]
        self.page.line(self.row, high, cells, [(1, len(_WIDTHS) - 1)])
        self.row += 1

    def _line(self, cells: list[tuple[str | float, str]]) -> None:
        high = max(lines_of(value, width) for (value, _), width in zip(cells, _WIDTHS, strict=True) if isinstance(value, str))
        written = [
            (place, plain(value) if isinstance(value, str) else value, self.looks[look]) for place, (value, look) in enumerate(cells)
        ]
        self.page.line(self.row, max(_LOWEST, height_of(high)), written)
        self.row += 1

    def finish(self) -> None:
        """Page breaks between the blocks."""
        if not self.row:
            self.page.write_string(0, 0, "没有可以审核的项目。", self.looks["text"])
        self.page.set_h_pagebreaks(self.breaks[:_MOST_BREAKS])
