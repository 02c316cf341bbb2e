"""Levels as a table prints them, sources that its rows name, and the fields that its form has."""

from __future__ import annotations

from collections import Counter

from zhibiao.features.reading import Row, TableReading
from zhibiao.lexicon.categories import BENEFITS, CATEGORIES

ORDER = (*CATEGORIES, "社会成本", "生态环境成本")
_OF_2021 = {"成本": ("成本指标", "经济成本指标")}
_LEVEL1 = {"数量": "产出指标", "质量": "产出指标", "时效": "产出指标", "成本": "产出指标", "满意度": "满意度指标"}
_LEVEL2 = {"可持续影响": "可持续影响指标", "满意度": "服务对象满意度指标"}
_BASIS = {
    "满意度": "问卷调查",
    "成本": "{年}部门预算",
    "质量": "《＿》",
    "数量": "{年}度工作计划",
    "时效": "{年}度工作计划",
}
_STANDARD = {"成本": "预算支出标准", "质量": "行业标准", "数量": "计划标准", "时效": "计划标准", "满意度": "其他标准：问卷调查"}


SOURCES = (*_BASIS.values(), *_STANDARD.values(), "上年统计数据")


def levels(table: TableReading, category: str) -> tuple[str | None, str | None]:
    """First and second level of a category as this table prints them, else as its form does."""
    printed = [(row.indicator.level1, row.indicator.level2) for row in table.rows if row.category == category]
    if printed:
        return Counter(printed).most_common(1)[0][0]
    unused = [one for one in table.table.indicators if one.unused and one.level2 and category in one.level2]
    if unused:
        return unused[0].level1, unused[0].level2
    if all(row.indicator.level1 is None for row in table.rows) and all(row.indicator.level2 is None for row in table.rows):
        return None, None
    if category == "成本" and table.table.form == "central_2021":
        return _OF_2021["成本"]
    first = _LEVEL1.get(category, "效益指标")
    second = _LEVEL2.get(category, f"{category}指标")
    plain = [row.indicator.level2 for row in table.rows if row.indicator.level2]
    return first, second.removesuffix("指标") if plain and not any(each.endswith("指标") for each in plain) else second


def placed(row: Row, category: str | None) -> dict[str, str | None]:
    """The levels of a row, or those of the category to which it goes."""
    if category is None or category == row.category:
        return {"level1": row.indicator.level1, "level2": row.indicator.level2}
    first, second = levels(row.table, category)
    return {"level1": first, "level2": second}


def dressed(row: Row, category: str, fields: dict[str, str | None], keeps: bool = False) -> dict[str, str | None]:
    """All fields of a row as its form has them. keeps: the author's basis stays where it is one."""
    out: dict[str, str | None] = {**placed(row, category), "name": fields["name"], "value": fields["value"] if row.value.present else None}
    out["description"] = fields.get("description") if row.description.present else None
    out["basis"] = None
    if row.basis.present:
        given = fields.get("basis")
        out["basis"] = given or (row.basis.original if keeps and row.basis.text else basis_for(row.table, category))
    if row.standard.present:
        out["standard"] = _STANDARD.get(category, "历史标准")
    return {
        key: out.get(key)
        for key in ("level1", "level2", "name", "description", "value", "basis", *(("standard",) if "standard" in out else ()))
    }


def basis_for(table: TableReading, category: str) -> str:
    """A document that another row or the project's name cites, else the kind of source that the category rests on."""
    if category == "满意度":
        return _BASIS[category]
    same = [row.basis for row in table.rows if row.basis.references and row.category == category]
    cited = same or [row.basis for row in table.rows if row.basis.references and row.category != "满意度"]
    if cited and len(cited) * 2 >= len(table.rows):
        return Counter(field.original for field in cited).most_common(1)[0][0]
    if category in BENEFITS:
        return "上年统计数据"
    year = f"{table.year}年" if table.year else "本年"
    return _BASIS[category].replace("{年}", year)
