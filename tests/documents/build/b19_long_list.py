"""Workbook exported from a budget system: one sheet of 120 projects; numbers, dates and amounts are number cells shown by their format."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import printed_rows
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet
from project_pool import DATE, Pooled, projects

SOURCE = "b19_list.xlsx"
UNIT = "江源市财政局"
TITLE = "2025年市级部门预算项目支出绩效目标表（汇总）"
HEADS = (
    "序号",
    "项目名称",
    "预算数",
    "年度目标",
    "一级指标",
    "二级指标",
    "三级指标",
    "指标性质",
    "指标值",
    "度量单位",
    "权重",
    "指标方向性",
)
DEADLINES = (date(2025, 5, 31), date(2025, 9, 30), date(2025, 11, 15))
WEIGHTS = {5: (20, 15, 15, 30, 10), 6: (15, 15, 10, 10, 30, 10)}


def number(text: str) -> tuple[float | str, str]:
    """What the cell stores and the format that shows it as `text`."""
    if not text.replace(".", "", 1).isdigit():
        return text, "General"
    if "." in text and text.endswith("0"):
        return float(text), "0." + "0" * len(text.split(".")[1])
    return float(text) if "." in text else int(text), "General"


def shown(text: str, n: int) -> str:
    """The text of a value as the sheet shows it."""
    if text != DATE:
        return text
    day = DEADLINES[n % 3]
    return f"{day.year}年{day.month}月{day.day}日"


def put(sheet: Worksheet, n: int, project: Pooled, top: int) -> int:
    """Writes a project from row `top` on; returns the next free row."""
    for k, (level1, level2, name, sign, value, unit) in enumerate(project.rows):
        row = top + k
        stored, pattern = (DEADLINES[n % 3], 'yyyy"年"m"月"d"日"') if value == DATE else number(value)
        direction = "" if sign == "定性" else "反向指标" if sign == "≤" else "正向指标"
        first = (n + 1, project.name, project.amount, project.goal) if k == 0 else (None,) * 4
        repeated = level1 if k == 0 or project.rows[k - 1][0] != level1 else None
        cells = (*first, repeated, level2, name, sign, stored, unit or None, WEIGHTS[len(project.rows)][k], direction or None)
        for column, content in enumerate(cells, 1):
            if content is not None:
                sheet.cell(row, column, content)
        sheet.cell(row, 9).number_format = pattern
        sheet.cell(row, 3).number_format = "#,##0.00"
    bottom = top + len(project.rows) - 1
    for column in range(1, 5):
        sheet.merge_cells(start_row=top, end_row=bottom, start_column=column, end_column=column)
    start = top
    for row in range(top + 1, bottom + 2):
        if row > bottom or sheet.cell(row, 5).value is not None:
            if row - 1 > start:
                sheet.merge_cells(start_row=start, end_row=row - 1, start_column=5, end_column=5)
            start = row
    return bottom + 1


def build(folder: Path) -> None:
    """Writes the workbook and its expected parse (one table a line, without nulls: it is long)."""
    book = Workbook()
    book.remove(book.worksheets[0])
    sheet = book.create_sheet("项目绩效目标")
    sheet["A1"], sheet["A2"], sheet["L2"] = TITLE, f"填报单位：{UNIT}", "单位：万元"
    sheet.merge_cells("A1:L1")
    sheet["A1"].font, sheet["A1"].alignment = Font(size=16, bold=True), Alignment(horizontal="center")
    for column, head in enumerate(HEADS, 1):
        sheet.cell(3, column, head).font = Font(bold=True)
    sheet.freeze_panes = "A4"
    for letter, width in zip("BDGI", (34, 40, 26, 16), strict=True):
        sheet.column_dimensions[letter].width = width
    row = 4
    for n, project in enumerate(projects()):
        row = put(sheet, n, project, row)
    notes = book.create_sheet("填表说明")
    for n, note in enumerate(
        (
            "填表说明",
            "1.指标性质：≥、≤、＝、定性。",
            "2.定性指标的指标值填写文字，度量单位留空。",
            "3.权重合计为90分，预算执行率10分由系统自动生成。",
        ),
        1,
    ):
        notes.cell(n, 1, note)
    book.save(folder / SOURCE)
    tables = []
    for n, project in enumerate(projects()):
        rows = [(*line[:4], shown(line[4], n), line[5]) for line in project.rows]
        fields = ("level1", "level2", "name", "sign:指标性质", "value", "unit:度量单位")
        table = printed_rows.table(
            rows, fields, title=TITLE, project_name=project.name, department=UNIT, amount_unit="万元", budget_total=project.amount,
            objectives=[project.goal],
        )  # fmt: skip
        table["indicators"] = [{key: cell for key, cell in found.items() if cell and key != "extra"} for found in table["indicators"]]
        tables.append({key: fact for key, fact in table.items() if fact})
    head = {"source": SOURCE, "title": TITLE, "unit": UNIT, "year": 2025}
    lines = ",\n".join(json.dumps(table, ensure_ascii=False, separators=(",", ":")) for table in tables)
    text = json.dumps(head, ensure_ascii=False)[:-1] + ', "tables": [\n' + lines + "\n]}\n"
    (folder / "b19_list.parse.json").write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    build(Path(__file__).parent.parent / "files")
