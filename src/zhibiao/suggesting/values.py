"""A value that fits a name: by a figure of the document, by a norm, else with a blank; sign and unit are always given."""

from __future__ import annotations

import re
from dataclasses import dataclass

from zhibiao.features.direction import direction_of
from zhibiao.features.reading import Row
from zhibiao.lexicon.categories import BENEFITS
from zhibiao.lexicon.measure_patterns import unit_of
from zhibiao.lexicon.norms import norm_of
from zhibiao.lexicon.patterns import listed
from zhibiao.suggesting.draft import BLANK
from zhibiao.suggesting.figures import Figure
from zhibiao.suggesting.measures import measured_by, plain_sum
from zhibiao.suggesting.subject import Subject
from zhibiao.suggesting.wording import is_people
from zhibiao.text.segment import content_words, segment

_DIMENSION = {
    "share": ("share",),
    "people": ("people",),
    "household": ("household",),
    "body": ("body", "things"),
    "events": ("events", "things"),
    "count": ("things", "people", "household", "body", "events", "mass", "volume", "length", "area"),
    "length": ("length",),
    "area": ("area",),
    "mass": ("mass",),
    "volume": ("volume",),
    "money": ("money",),
    "duration": ("time",),
}
_MORE = re.compile("提[升高]|增[加长]|新增|用户|引进|带动|吸引|培育|接待|受益|惠及|宣传|发放")
_CHANGE = re.compile("(?:下降|降低|减少|缩短|压减|增长|增加|提高|提升|节约)(?:率|幅度|比例)?$")
_TELLING = 4  # characters that two texts must share to speak of one thing
_ANY = tuple({each for dimensions in _DIMENSION.values() for each in dimensions} - {"time"})  # of a name without a measure word
_TOTAL = re.compile(r"总|全部|项目(?:资金|经费|成本|支出|投入|预算)|^(?:资金|经费|成本|预算)|数额|金额$|总额$|控制数$")
_WHOLE = re.compile("造价$|成本$|(?:改造|建设|维修|修缮|采购|购置|培训|活动|运行|维护|装备|车辆)(?:费用?|支出|经费)$")
_PART = re.compile("单|每|均|标准|药|材|车补")
_LESS = re.compile(r"成本|单价|费用|造价|价格|支出|投入|经费|用时|时长|时限|响应|天数$|耗时|费$")
_GIVEN = re.compile(r"标准$|津贴$|补助$|补贴$|补助金?额?$|工资$|慰问金$|发放额$")
_LONGER = re.compile("资格有效|展期|巡展|展出|展览|实习|见习|聘期|合同期|有效期|服务|学习|培训|志愿|开放|观测|值守|授课|质保|试运行")
_PROMPT = re.compile("响应|等[候待]|用时|耗时|时限|办[理结]|恢复|处置|到场|答复|回复")
_MONTHLY = re.compile("按月(?:足额|及时|打卡|社会化)*(?:发放|支付|兑付)|每月[^，。;；]{0,6}(?:发放|支付|兑付)")
_QUARTERLY = re.compile("[按每]季度?[^，。;；]{0,4}(?:发放|拨付|支付|兑付)")
_EACH = re.compile("每([人名位户亩家次场个台套座间辆期站页卷份件米吨])")
_YEARS = re.compile(r"年限|寿命|年数|质保|使用期|服务期")
URGENT = re.compile("报修|故障|投诉件|响应|处置|到场|抢修|抢险|救援|恢复|接警|出警|预警|通报|调出")
_OFFICE = re.compile("办理|办结|答复|回复|审核|审批|受理|反馈|出具|报送|上报|送达|告知|移交|退费|核查|督办|转办|公开|更新|发布")
_UNITS = {
    "people": "人",
    "household": "户",
    "body": "个",
    "events": "次",
    "length": "公里",
    "area": "平方米",
    "mass": "吨",
    "volume": "立方米",
}
_GENERAL = frozenset(listed("noun_parts", role="counting"))
_COUNTERS = frozenset(("人次", "家次", "场次", "批次", *"笔字座个台套辆份册本篇条处间张部株根头块盏场期项件页卷艘架支名户家人次批吨"))


@dataclass(frozen=True, slots=True)
class Value:
    """The text of a value, what is blank in it, and where its figure comes from ("": the author must say)."""

    text: str
    blanks: tuple[str, ...] = ()
    origin: str = ""


def value_for(name: str, row: Row, subject: Subject) -> Value | None:
    """None where the name measures nothing that could be given a unit."""
    kind = measured_by(name)
    norm = norm_of(name)
    if norm is not None:
        return Value(norm.value, (), f"按{norm.name}")
    figure = figure_for(name, kind, subject)
    if figure is not None and not _taken(figure, row):
        sign = sign_for(name, kind, figure.sign, figure.dimension)
        return Value(f"{sign}{figure.text}", (), f"取自{figure.place}“{figure.clause.strip()}”")
    if kind == "satisfaction":
        return Value("≥90%", (), "按财预〔2021〕101号的满意度赋分档次")
    if kind == "moment":
        return day_for(row, subject)
    if kind == "money" or (not kind and row.category == "成本" and _TOTAL.search(name)):
        return _money(name, row, subject)
    unit = _unit(name, kind, subject)
    return Value(f"{sign_for(name, kind)}{BLANK}{unit}", (f"{name}的目标值" if kind in ("share", "duration") else name,)) if unit else None


def _taken(figure: Figure, row: Row) -> bool:
    """Whether another row states the figure already."""
    return any(other.indicator.row != row.indicator.row and figure.text in other.value.text for other in row.table.rows)


def _unit(name: str, kind: str, subject: Subject) -> str:
    if kind == "share":
        return "%"
    if kind == "duration":
        return "年" if _YEARS.search(name) else "小时" if URGENT.search(name) else "个工作日" if _OFFICE.search(name) else "天"
    if name.endswith(("场次", "批次")):
        return name[-2]
    if (counted := counter_in(name)) != "":
        return counted
    if name.endswith(("平均分", "得分", "评分", "分数")):
        return "分"
    if kind == "count":
        thing = re.sub("的?(?:总数|个数|数量|数|量)$", "", name)
        return "户" if thing.endswith("户") else unit_of(thing) or ("人" if is_people(thing) else plain_unit(subject, thing))
    if kind in ("body", "events") and (named := unit_of(re.sub("(?:总数|个数|数量|数)$", "", name))):
        return named
    return "人次" if name.endswith("人次") else _UNITS.get(kind, "")


def counter_in(name: str) -> str:
    """The counting word that a name ends in: 台 of 服务器台数; "" for 功能模块数量, whose 块 is part of a word."""
    *before, last = segment(name) or ("",)
    if last.endswith("数") and last[:-1] in _COUNTERS:
        return last[:-1]
    if last == "数" and before and before[-1][-1] in _COUNTERS and not unit_of(before[-1]) and not is_people(before[-1]):
        return before[-1][-1]  # 弱电杆线下地处数, cut amiss
    return before[-1] if last in ("数", "数量") and before and before[-1] in _COUNTERS else ""


def plain_unit(subject: Subject, thing: str = "") -> str:
    """The unit in which the project counts its things; what it measures by the metre or the ton says nothing of another thing. "" for a
    thing that is not the project's."""
    if thing and thing[-2:] not in subject.thing + subject.deed:
        return ""
    unit = subject.unit.lstrip("十百千万亿")
    return unit if len(unit) == 1 and unit not in "米吨亩" else "项"


def monthly(row: Row) -> bool:
    """What is paid or sent month by month has a day of each month."""
    if re.search("工资|薪酬", row.name.text):
        return True
    return _MONTHLY.search(f"{row.name.text} {row.description.text}") is not None or (
        re.search("发放|补[贴助]|津贴|工资", row.name.text) is not None and _MONTHLY.search(row.table.about) is not None
    )


def day_for(row: Row, subject: Subject) -> Value:
    """The day by which: of each month or quarter where it comes round, else of the budget year."""
    if _QUARTERLY.search(f"{row.name.text} {row.description.text} {row.basis.text}"):
        return Value(f"每季度首月{BLANK}日前", ("每季度首月的日期",))
    return Value(f"每月{BLANK}日前", ("每月的日期",)) if monthly(row) else date_for(subject)


def date_for(subject: Subject, event: str = "") -> Value:
    """A deadline: the one that the document states, if it is that of the event, else a date of the budget year that the author fills in."""
    year = f"{subject.year}年" if subject.year else f"{BLANK}年"
    told = [day for day in subject.days if not event or any(word in day.about for word in content_words(event) if len(word) > 1)]
    if len(subject.days) == len(told) == 1:
        day = told[0]
        return Value(f"{'' if day.has_year else year}{day.text}前", (), f"取自{day.place}“{day.about.strip()}”")
    return Value(f"{year}{BLANK}月{BLANK}日前", ("完成日期",))


def figure_for(name: str, kind: str, subject: Subject) -> Figure | None:
    """The one figure whose words hold all telling words of the name, in a unit that the name allows."""
    wanted = {word for word in content_words(name) if word not in _GENERAL and len(word) > 1}
    allowed = _DIMENSION.get(kind, () if kind else _ANY)
    if not allowed or sum(map(len, wanted)) < _TELLING:
        return None
    found = [figure for figure in subject.figures if figure.dimension in allowed and figure.text and _same(wanted, figure)]
    texts = {figure.text for figure in found}
    return found[0] if len(texts) == 1 else None


def _same(wanted: set[str], figure: Figure) -> bool:
    said = figure.about or figure.clause
    return all(word in said or (len(word) > 2 and word[:-1] in said and word[-1] in "数率量") for word in wanted)


def is_given(name: str) -> bool:
    """A standard, a subsidy: what each is given is neither more nor less."""
    return _GIVEN.search(name) is not None


def sign_for(name: str, kind: str, given: str = "", dimension: str = "", category: str = "") -> str:
    """The sign that the document gives, else the direction in which the name is better."""
    if given in ("≥", "≤", "=", ">", "<"):
        return given
    money = kind == "money" or dimension == "money"
    if money and _GIVEN.search(name):
        return "="
    if (kind == "duration" or dimension == "time") and _LONGER.search(name) and not _PROMPT.search(name):
        return "≥"
    if kind == "share" and _CHANGE.search(name):
        return "≥"
    if dimension == "time" and category in ("时效", "数量"):  # days of a course are given, days of waiting are not
        return "≤" if category == "时效" else "≥"
    less = direction_of(name) == "less" or (kind in ("money", "duration", "") and _LESS.search(name) and not _YEARS.search(name))
    if less or (kind == "moment" and dimension == "time") or category == "成本":
        return "≤"
    return "=" if dimension in ("things", "household", "body") and not _MORE.search(name) else "≥"


def _is_whole(name: str, row: Row) -> bool:
    """工程造价 / 控制在预算内, where it is the one cost of the table: what may be spent is the budget."""
    said = "预算" in row.value.text + row.description.text and _WHOLE.search(name) is not None and not _PART.search(name)
    return said and sum(other.category == "成本" for other in row.table.rows) == 1


def _money(name: str, row: Row, subject: Subject) -> Value:
    total = row.table.table.budget_total
    if total and (_TOTAL.search(name) or _is_whole(name, row)) and (row.table.table.amount_unit or "万元") == "万元":
        return Value(f"≤{plain_sum(total)}万元", (), "取自本表的预算数")
    gains = row.category in BENEFITS  # what is to come in, not what is paid
    sign = "≥" if gains and not _LESS.search(name) else sign_for(name, "money", category="成本")
    each = _EACH.search(name)
    if each:
        return Value(f"{sign}{BLANK}元/{'人' if each[1] in '人名位' else each[1]}", ("单位标准",))
    if re.search("人均|每人|月工资|津贴|补贴标准|补助标准|慰问标准|救助标准", name):
        return Value(f"{sign}{BLANK}元/人", ("人均标准",))
    if re.search("单价|单位|标准", name):
        return Value(f"{sign}{BLANK}元/{plain_unit(subject)}", ("单位标准",))
    return Value(f"{sign}{BLANK}万元", ("金额",))
