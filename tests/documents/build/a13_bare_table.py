"""A letter with a bare table of 三级指标 and 指标值 under a heading, written with python-docx."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from pathlib import Path

from docx import Document
from expected_parse import indicator, table, write_expected
from typed_content import prose, records
from word_package import zipped

UNIT = "汾源县教育局"
TITLE = "2025年义务教育薄弱环节改善与能力提升项目绩效指标"
LINES = records(
    """
改扩建校舍面积|≥6200平方米
新增寄宿制学校床位|480张
购置教室照明设备|1,860套
校舍工程竣工验收合格率|=100%
教室照度达标率|≥98%（抽测不少于30间）
设备到货安装时间|8月25日前
校舍改扩建单位造价|≤2350元/㎡
大班额班级占比|≤1
农村学生住宿条件|进一步改善
师生满意度|≥95％
""",
    inherit=0,
)
INTRO = prose("""
为规范中央补助资金管理，根据县级项目规划，我局对2025年义务教育薄弱环节改善与能力提升项目设定以下绩效指标，请审核。
""")


def build(folder: Path) -> None:
    document = Document()
    document.add_heading("关于报送义务教育薄弱环节改善与能力提升项目绩效指标的函", 0)
    document.add_paragraph("县财政局：")
    document.add_paragraph(INTRO)
    document.add_heading(TITLE, 1)
    word = document.add_table(1, 2, style="Table Grid")
    for cell, text in zip(word.rows[0].cells, ("三级指标", "指标值"), strict=True):
        cell.text = text
    for line in LINES:
        for cell, text in zip(word.add_row().cells, line, strict=True):
            cell.text = text
    document.add_paragraph("附件：1.项目实施方案")
    document.add_paragraph(UNIT)
    document.add_paragraph("2024年11月8日")
    document.core_properties.created = document.core_properties.modified = datetime(2024, 11, 8, 9, 0)
    buffer = io.BytesIO()
    document.save(buffer)
    with zipfile.ZipFile(buffer) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    (folder / "a13_bare_table.docx").write_bytes(zipped(parts))
    tables = [table(TITLE, [indicator(None, None, name, value) for name, value in LINES])]
    write_expected(
        folder, "a13_bare_table.docx", tables, title="关于报送义务教育薄弱环节改善与能力提升项目绩效指标的函", unit=UNIT, year=2025
    )


if __name__ == "__main__":
    build(Path(__file__).resolve().parent.parent / "files")
