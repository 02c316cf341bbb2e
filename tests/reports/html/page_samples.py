"""Results made by hand for the page."""

from __future__ import annotations

from dataclasses import replace

from zhibiao.model.finding import Finding, Fix
from zhibiao.model.place import Place
from zhibiao.model.report import Category, Copy, DocumentReport, Engine, Failure, IndicatorReport, Result, TableReport
from zhibiao.model.review import Cause, Review, ReviewAspect, ReviewItem
from zhibiao.model.suggestion import Suggestion

BASIS = "通行审核做法（未核对原文）"
ENGINE = Engine("9.8.7", ("模型甲",), 57)


def finding(code: str, severity: str, field: str, span: tuple[int, int], text: str | None, fix: Fix | None = None) -> Finding:
    evidence = text[slice(*span)] if text else ""
    return Finding(code, "slug", severity, field, span, evidence, f"{code}的说明。", BASIS, fix)  # type: ignore[arg-type]


FACES = "😀群众满意度😀调查"  # each face is one character and two halves
ROWS = (
    IndicatorReport(
        1,
        "甲-1",
        "产出指标",
        "质量指标",
        FACES,
        "满意的人占比",
        "使群众满意",
        where=Place(page=2, table=1, row=7),
        smart={"S": 2, "M": 0, "A": 0, "R": 3, "T": 1},
        probability={"S": 0.5, "M": 0.9, "A": 0.9, "R": 0.9, "T": 0.9},
        reasons={"M": ("M201",), "S": ("范围不清（模型判断，把握61%）",)},
        score=41.7,
        grade="差",
        needs_review=True,
        category=Category("质量", "满意度", 0.91, ("满意度", "社会效益")),
        findings=(
            finding("S101", "warning", "name", (1, 6), FACES),
            finding("S104", "info", "name", (4, 8), FACES),  # overlaps the one before
            finding("S105", "error", "name", (0, 1), FACES),
            finding("M201", "error", "value", (0, 5), "使群众满意", Fix("value", "使群众满意", "≥90%", False)),
            finding("A304", "warning", "basis", (0, 0), None),
        ),
        suggestions=(
            Suggestion("replace", ({"name": "群众满意度", "value": "≥＿%"},), ("比例",), score=95.0, why="缺少目标"),
            Suggestion("remove", why="第二条不显示"),
        ),
    ),
    IndicatorReport(2, unused=True),
    IndicatorReport(
        3,
        level1="产出指标",
        level2="数量指标",
        name="培训人数",
        value="≥１００人",
        smart={"S": 3, "M": 3, "A": 3, "R": 3, "T": None},
        score=96.0,
        grade="优",
        needs_review=False,
        category=Category("数量", "数量", 0.99, ("数量",)),
    ),
)
ITEM = ReviewItem("规范完整性", 10, 8.5, "良", ("9个指标中有1个填报不规范",), (Cause("M206", "缺少比较符号", (4,)),))
UNSEEN = ReviewItem("条件充分性", 10, None, None, ("表中看不出，不评分",))
REVIEW = Review((ReviewAspect("完整性", 20, 8.5, (ITEM,)), ReviewAspect("可行性", 20, None, (UNSEEN,))), 8.5, 10, 85.0, "良")
TABLE = TableReport(
    1,
    "绩效目标表",
    "技能提升",
    "0001",
    score=63.8,
    grade="中",
    findings=(finding("P605", "error", "objectives", (0, 4), "保障运转"),),
    conclusion="退回重报",
    review=REVIEW,
    suggestions=(Suggestion("objective", text="全年培训100人", why="目标空泛"),),
    indicators=ROWS,
)
DOCUMENTS = (
    DocumentReport(
        "送审/甲.docx",
        "某局",
        2025,
        63.8,
        "中",
        (finding("D701", "warning", "overall_goal", (0, 2), "旧称"),),
        None,
        (TABLE,),
        ("第1个表按推断接上",),
    ),
    DocumentReport("送审/乙.xlsx", tables=(replace(TABLE, project_name="道路养护", findings=(), review=None, indicators=ROWS[2:]),)),
    DocumentReport("送审/没有表.txt"),
)
SMALL = Result(
    ENGINE,
    DOCUMENTS,
    (Failure("送审/坏.pdf", "empty-file", "坏.pdf：文件是空的。请重新导出。"),),
    (Copy("送审/乙.xlsx", 1, "道路养护", "某局 2025", "送审/甲.docx", 1, "技能提升", "某局 2025", 0.8, True),),
)
EMPTY = Result(ENGINE)
RULES_ONLY = Result(
    Engine("9.8.7", None, 57),
    (DocumentReport("行.csv", tables=(TableReport(1, indicators=(IndicatorReport(1, name="培训人数", value="100"),)),)),),
)

HOSTILE = (
    "</script><script>document.body.setAttribute('data-errors','run')</script>",
    "<!--<script>",
    "<img src=x onerror=document.body.setAttribute('data-errors','run')>",
    "\"'&amp;&lt;`${1}",
    "]]>\\u003c\\",
    "甲\0乙",
    "行\u2028行\u2029行",
    "坏\udcff名\ud83d半",
    "\u202e倒着\u202c",
    "\ufeff😀",
)


def hostile() -> Result:
    """Every string a document can fill holds what a page must not run."""
    documents = []
    for number, text in enumerate(HOSTILE, 1):
        found = (finding("S101", "error", "name", (0, len(text)), text), finding("M201", "info", "name", (1, 2), text))
        row = IndicatorReport(
            1, text, text, text, text, text, text, text, text, findings=found, category=Category(text, text, 0.5, (text,))
        )
        told = (Finding("P605", text, "error", "objectives", (0, 1), text, text, text),)
        table = TableReport(1, text, text, text, text, findings=told, suggestions=(Suggestion("objective", text=text),), indicators=(row,))
        documents.append(DocumentReport(f"{number}{text}", text, 2025, findings=told, tables=(table,), doubts=(text,)))
    failures = tuple(Failure(text, "empty-file", text) for text in HOSTILE)
    copies = tuple(Copy(text, 1, text, text, text, 2, text, text, 1.0, False) for text in HOSTILE)
    return Result(ENGINE, tuple(documents), failures, copies)


def many(rows: int) -> Result:
    """One table with so many rows."""
    lines = tuple(replace(ROWS[0 if number % 10 else 2], row=number, id=None) for number in range(1, rows + 1))
    return Result(ENGINE, (DocumentReport("大.xlsx", tables=(TableReport(1, project_name="大项目", indicators=lines),)),))
