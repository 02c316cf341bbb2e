"""The unit that a bare number must have: by the name, the description, the document, the table; "" where it is in doubt."""

from __future__ import annotations

import re

from zhibiao.features.reading import Row
from zhibiao.lexicon.measure_patterns import unit_of
from zhibiao.lexicon.units import units
from zhibiao.suggesting.figures import Figure
from zhibiao.suggesting.measures import measured_by
from zhibiao.suggesting.subject import Subject
from zhibiao.suggesting.values import URGENT, counter_in, figure_for
from zhibiao.suggesting.wording import is_people

_PLAIN_UNITS = {"people": "人", "household": "户", "events": "次", "body": "家"}
_EXTENTS = ("area", "length", "mass", "volume")
_BRACKETED = re.compile(r"[(（][≥≤=]*[*＊]*([^()（）*]{1,4})[)）]$")
_ONE = "每(?:新增|新建|完成)?1?([人户名位亩家次场个台套座间辆头只株吨艘盏根处条])"
_MONTHLY = re.compile("月(?:人均)?(?:工资|薪酬?|补贴|补助|津贴|报酬|生活费)")
_OF_PERSONS = re.compile("人均|(?:补贴|补助|津贴|慰问|救助|生活费?|伙食|工资|误餐|资助|待遇|抚恤|保费|保险)(?:金|费)?(?:发放)?标准|每人")
_PER = re.compile("单|每|均|标准|价|工资|补贴额|/")
_OF_EACH = re.compile(
    "(?:每|^|按)(?:新增|新建|完成)?1?(千字|平方米|立方米|公里|公斤|批次|人次|班次|车次|学期|[人户名位亩家次场个台套座间辆期站页卷份件册本条块篇门张处株项天月年头只棵吨艘桩盏根具眼瓶支床])"
    "(?:均?每?([年月天日次]))?(?:$|[,，。;；(（租费补])"
)
_LOOSE = re.compile(
    "每(平方米|立方米|公里|公斤|批次|人次|班次|车次|[人户名亩吨台套辆]|个(?=单位|村|社区|项目|站|学校)|家(?=单位|企业|机构))(?:[一-鿿]{0,6}?每([年月天次]))?"
)
_LINES = re.compile("管网|管道|管线|道路|路段|公路|渠道|渠系|沟渠|线路|光缆|河道|岸线|堤防|护岸|巡护|巡线")
_FEW_KILOMETRES = 500
_SPANS = (("天数", "天"), ("日数", "天"), ("月数", "个月"), ("年数", "年"), ("里程", "公里"), ("字数", "字"), ("笔数", "笔"))
_CASES = re.compile("(?:事件|案件|工单|诉求).*(?:办结|受理|上报|处置|处理|办理|答复|化解|流转)(?:总?数量?)?$")
_WORKERS = re.compile("(?:司机|职工|民工|护工|师资|[员师手者])$")
_ROOM = re.compile("(?:租赁|租用|用房|办公|装修|建筑|保洁|房屋|场地|展厅|展区).*面积$")
_FIELDS = re.compile(
    "(?:耕|种植|播种|造林|营林|育苗|养殖|防治|灌溉|农田|林地|草原|复垦|还林|绿肥|轮作|飞播|抚育)[^率]*面积$"
)  # in 亩 by custom
_WAN = 10_000
_LEAST_GAIN = 20  # in 万元; what is less may be 亿元
_CENT, _LEAST_STANDARD = 0.005, 50  # in 万元; in 元: what is less is no sum that a person is given


def missing_unit(row: Row, name: str, subject: Subject) -> str:
    """In its proper writing, without the noun that stands behind it in the document: 个, not 个乡镇."""
    unit = _found(row, name, subject)
    if unit in units():
        return units()[unit].standard
    return unit[0] if len(unit) > 1 and unit[0] in _COUNTERS and unit[:2] not in units() and "/" not in unit else unit


_COUNTERS = frozenset("座个台套辆份册本篇条处间张部株块盏场期项件页卷艘名户家次批支")


def _found(row: Row, name: str, subject: Subject) -> str:
    kind = measured_by(name) or row.kind
    if kind in ("share", "satisfaction"):
        return "%"
    if name.endswith("事故"):
        return "起"
    bracketed = _BRACKETED.search(row.name.original)
    if bracketed and (bracketed[1] in units() or bracketed[1].split("/")[0] in units()):
        return bracketed[1]
    if (told := _told(row, name, kind)) != "":
        return told
    figure = figure_for(name, kind, subject) or _same_number(row, subject)
    if figure is not None:
        return figure.unit + _per(figure.clause, figure.text)
    if kind in ("body", "events") and (named := unit_of(re.sub("(?:总数|个数|数量|数)$", "", name))):
        return named
    if kind in _PLAIN_UNITS:
        return "人次" if name.endswith("人次") else _PLAIN_UNITS[kind]
    if (span := next((unit for word, unit in _SPANS if name.endswith(word)), "")) != "":
        return span
    if kind == "duration":
        return "年" if re.search("年限|寿命|质保", name) else "小时" if URGENT.search(name) else ""
    if kind == "money":
        return _money_unit(row, name)
    if kind in _EXTENTS:
        return _table_unit(row, subject, kind) or (
            "平方米" if _ROOM.search(name) else "亩" if _FIELDS.search(name) else _line_unit(row, name) if kind == "length" else ""
        )
    return _counting_unit(row, name, kind)


def _told(row: Row, name: str, kind: str) -> str:
    """What the description or the name says outright: 万字, 每人每天, …台数."""
    said = row.description.core
    if kind == "money" or row.category == "成本":
        each = _OF_EACH.search(said) or _OF_EACH.search(name)
        return f"元/{_each(each)}" if each else ""
    return said if said in units() or said.lstrip("十百千万亿") in units() else counter_in(name)


def each_of(name: str, said: str) -> str:
    """人次 of 每人次补贴标准, 吨·年 of 每吨储备粮每年保管费用: what a price is of."""
    found = _OF_EACH.search(name) or _LOOSE.match(name) or _LOOSE.match(said)
    return _each(found) if found else ""


def _counting_unit(row: Row, name: str, kind: str) -> str:
    """Of what is counted: by the name's own word, by what it names, by who that is."""
    if _WORKERS.search(name):
        return "人"
    if is_people(name):
        return "户" if name.endswith("户") else unit_of(name) or "人"
    if _CASES.search(name):
        return "件"
    if row.category == "数量":
        return unit_of(name)
    return "%" if row.category == "质量" and kind == "" else ""


def _table_unit(row: Row, subject: Subject, dimension: str) -> str:
    """The one unit in which the table gives areas, lengths and the like; "" where there is none or more than one."""
    units = {figure.unit for figure in subject.figures if figure.dimension == dimension}
    units |= {q.standard_unit for other in row.table.rows for q in other.value.measures.quantities if q.dimension == dimension}
    return units.pop() if len(units) == 1 else ""


def _line_unit(row: Row, name: str) -> str:
    """Of roads and pipes: 公里, a large number is of 米."""
    if not _LINES.search(name):
        return ""
    return "公里" if row.value.measures.quantities[0].number < _FEW_KILOMETRES else "米"


def _each(found: re.Match[str]) -> str:
    """人·天 of 每人每天."""
    what = "人" if found[1] in "名位" else found[1]
    return f"{what}·{found[2]}" if found[2] else what


def _same_number(row: Row, subject: Subject) -> Figure | None:
    """The one figure of the document with the number of the value."""
    number = row.value.measures.quantities[0].number
    found = [figure for figure in subject.figures if figure.number == number and figure.unit]
    return found[0] if len({figure.unit for figure in found}) == 1 else None


def _per(clause: str, text: str) -> str:
    """每人4000元: /人."""
    found = re.search(
        f"每(?:新增|新建|完成)?1?([人户名位亩家次场个台套座间辆头只株吨艘盏根处条]){{1}}[一-鿿]{{0,8}}{re.escape(text)}", clause
    )
    return f"/{'人' if found[1] in '名位' else found[1]}" if found else ""


def _money_unit(row: Row, name: str) -> str:
    """万元 where the number is the budget, 元/人 for a standard of a person, 元 where in 万元 it would be more than the budget."""
    total, number = row.table.table.budget_total, float(row.value.measures.quantities[0].number)
    if total and abs(number - total) < _CENT:
        return "万元"
    if _MONTHLY.search(name) and number >= _LEAST_STANDARD:
        return "元/人·月"
    if _OF_PERSONS.search(name) and number >= _LEAST_STANDARD:
        return "元/人"
    in_wan = row.table.table.amount_unit in (None, "万元")
    if row.category == "成本" and row.value.text.startswith("每") and number >= _LEAST_STANDARD:
        return "元"  # 每亩300
    whole = row.category in ("成本", "经济效益") and in_wan and not _PER.search(name)
    if whole and (number <= total if row.category == "成本" and total else row.category == "经济效益" and number >= _LEAST_GAIN):
        return "万元"  # the unit of the table, for a sum that is no price
    cost = row.category == "成本"
    return "元" if cost and total and in_wan and total < number <= total * _WAN and number >= _LEAST_STANDARD else ""
