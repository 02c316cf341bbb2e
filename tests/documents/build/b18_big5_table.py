"""A table in traditional characters, tab separated and stored in Big5 (prepared for a partner in Hong Kong; Big5 has ≧ for ≥)."""

from __future__ import annotations

from pathlib import Path

import printed_rows

SOURCE = "b18_big5.txt"
PROJECT = "2025年粵港青少年龍舟及足球交流活動"
UNIT = "濱海市體育局"
ROWS = (
    ("產出指標", "數量指標", "舉辦交流賽事場次", "≧12場"),
    ("", "", "參加活動的香港青少年人數", "≧260人次"),
    ("", "質量指標", "賽事安全責任事故", "0宗"),
    ("", "", "裁判員持證上崗率", "=100%"),
    ("", "時效指標", "全部賽事完成時間", "2025年8月31日前"),
    ("", "成本指標", "人均活動經費", "≦850元"),
    ("效益指標", "社會效益指標", "結成友好學校對數", "≧6對"),
    ("", "", "增進兩地青少年交流", "效果良好"),
    ("滿意度指標", "服務對象滿意度指標", "參賽隊伍滿意度", "≧90%"),
)
GOAL = "舉辦龍舟、足球交流賽事12場，組織260名以上香港青少年參加，增進兩地青少年交往。"


def build(folder: Path) -> None:
    """Writes the text and its expected parse."""
    lines = [
        "項目支出績效目標表", "（2025年度）", f"填報單位：{UNIT}\t\t\t單位：萬元", "",
        f"項目名稱\t{PROJECT}\t預算金額\t52.80", f"年度績效目標\t{GOAL}\t\t", "一級指標\t二級指標\t三級指標\t指標值",
        *("\t".join(row) for row in ROWS), "", "填表人：黃嘉欣    聯繫電話：5550131",
    ]  # fmt: skip
    (folder / SOURCE).write_bytes(("\r\n".join(lines) + "\r\n").encode("big5"))
    table = printed_rows.table(
        ROWS, ("level1", "level2", "name", "value"), title="項目支出績效目標表", project_name=PROJECT, department=UNIT, amount_unit="萬元",
            budget_total=52.8,
        objectives=[GOAL],
    )  # fmt: skip
    printed_rows.write(folder, SOURCE, [table], title="項目支出績效目標表", unit=UNIT, year=2025)


if __name__ == "__main__":
    build(Path(__file__).parent.parent / "files")
