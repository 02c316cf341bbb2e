"""Measures for a category of a project: from its own figures, and from the list of measures for its kind of work."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from zhibiao.features.direction import direction_of
from zhibiao.features.reading import TableReading
from zhibiao.lexicon.measure_patterns import MeasurePattern, activities, activity_words, measure_patterns, unit_of
from zhibiao.lexicon.measure_words import measured_by as measure_word
from zhibiao.lexicon.norms import norm_of
from zhibiao.lexicon.project_topics import topic_measures
from zhibiao.suggesting.figures import Day, Figure
from zhibiao.suggesting.subject import NOBODY, Subject
from zhibiao.suggesting.wording import is_joint, is_people, runs
from zhibiao.text.segment import segment

_SLOT = re.compile(r"\{(人|物|事|量|年|活动)\}")
_GOODS = frozenset({"采购", "建设", "维护", "租赁", "储备", "种养", "整理"})
_EACH = re.compile("每([人户名位亩家次场个台套座间辆期站])(?:每?([年月天]))?")
_LASTING = _GOODS | {"研究", "信息化"}  # work that leaves something behind (patterns marked +)
_DONE = re.compile(
    r"完工|竣工|开馆|上线|到位|投入使用|交付|结束|发放|开放|完成|验收|交稿|出版|安装|印发|开工|培训|对接|兑付|出齐|举办|办完"
)
_NO_GOODS = re.compile(r"^[跨各全新多]|(?:部门|机关|单位|业务|委|局|院|中心|基层|全[省市县区])$")
_GAIN = re.compile("追缴|追回|追偿|挽回|减损|增收|节约|拉动|带动|撬动|产值|销售额|营业额|交易额|零售额|投资额|利润|税收")
_GOES_ON = re.compile("开放|存储|托管|运行|运维|运营|物业|租赁|租用|值守|保障|看护")
_UNSAID = re.compile("^[室站局级所]|资金|以奖代补|尾款|有关|等$")  # what was cut out of a name and means nothing by itself
_DONE_BY = re.compile(r"\{[物事]\}[^率]*时间$")
ROUTINE = re.compile("(?:业务|事业|日常|运转|运行|值班|值守|开放|托管|保障)$")  # goes on all year: no day on which it is done
_BARE = ("人员", "对象", "者")
_FOR_PERSONS = re.compile("家庭|应享尽享|人均|发放人数|签收")
_BODIES = re.compile("(?:企业|单位|合作社|机构|学校|商户|农场|队|站|公司|部门|组织|村|社区)$")
_SLOT_OF_WORK = re.compile(r"\{[物事]\}")
# no thing that is counted: 中小学和42所, 全县9个
_NO_END = re.compile("(?:和|及|与|或|全[省市县区镇乡]|严重|每季度?(?:开展)?)$")
_ENOUGH = 3  # measures that the trade has for the category
_BESIDE_TRADE = 4  # patterns of a kind of work where the trade has its own
_NAME = 18  # characters of what is counted
_SAID, _LONGEST = 3, 14  # characters that name a work


# what the description of a measure says whose figure stands in the document
TOLD = {"数量": "当年实际完成并有记录的数量，口径与{place}一致", "质量": "按{place}“{clause}”的口径核算", "": "口径与{place}一致"}
TOTAL_TOLD = "为完成本项目实际支出的各项费用合计，以决算和支付凭证为准"


@dataclass(frozen=True, slots=True)
class Measure:
    """A row's own words, before its levels and basis are put to it."""

    category: str
    name: str
    description: str
    value: str
    blanks: tuple[str, ...]
    why: str
    key: str


def stated_measures(subject: Subject) -> Iterator[Measure]:
    """What objectives and purpose give figures for."""
    for figure in subject.figures:
        made = _of_figure(figure, subject)
        if made is not None:
            yield made
    for day in subject.days:
        yield _of_day(day, subject)


def listed_measures(subject: Subject, topics: Sequence[str], activity: str, category: str) -> Iterator[Measure]:
    """What the trade measures in projects of these topics; then patterns of the kind of work, with the project's nouns in their places."""
    trade = [pattern for topic in topics for pattern in topic_measures().get((topic, category), ())]
    for pattern in trade:
        yield _of_pattern(pattern, subject)
    kinds = (activity, "*", "+") if activity in _LASTING else (activity, "*")
    cut = len(trade) >= _ENOUGH and not subject.whole  # a name cut in two reads badly in a pattern
    general = (
        pattern
        for kind in kinds
        for pattern in measure_patterns().get((kind, category), ())
        if _filled(pattern, subject) and not (cut and _SLOT_OF_WORK.search(pattern.name))
    )
    for pattern in islice(general, _BESIDE_TRADE if trade else None):
        yield _of_pattern(pattern, subject)


def _filled(pattern: MeasurePattern, subject: Subject) -> bool:
    """Whether the project has the nouns that the pattern asks for; a pattern for any work asks for a name that says what is done."""
    if pattern.activity == "运转" and subject.people == NOBODY and "{人}" in pattern.name:
        return False
    if not _SLOT_OF_WORK.search(pattern.name + pattern.description):
        return True
    if _UNSAID.search(subject.deed if "{事}" in pattern.name else subject.thing or subject.deed):
        return False
    if pattern.category == "时效" and _DONE_BY.search(pattern.name) and (ROUTINE.search(subject.deed) or _goes_on(pattern, subject)):
        return False
    if _FOR_PERSONS.search(pattern.name) and _BODIES.search(subject.people):
        return False
    if pattern.activity in ("*", "+"):
        return any(activities()[word] != "运转" for word in activity_words().findall(subject.deed))
    return bool(subject.deed or subject.thing)


def _goes_on(pattern: MeasurePattern, subject: Subject) -> bool:
    """Whether a date on which any work is done is asked of work that goes on."""
    return pattern.activity == "*" and _GOES_ON.search(subject.deed) is not None


def satisfaction(subject: Subject) -> Measure:
    """Those whom the project serves, asked by questionnaire; the value is the norm's."""
    name = f"{subject.people}满意度"
    norm = norm_of(name)
    told = f"问卷中选择“满意”和“比较满意”的{subject.people}数÷有效问卷份数"
    return Measure(
        "满意度", name, told, norm.value if norm else "≥90%", (), f"满意度按{norm.name if norm else '通行做法'}写", "satisfaction"
    )


def satisfactions(subject: Subject) -> tuple[Measure, ...]:
    """The same asked of what the project does, and asked of those who were called back."""
    plain = satisfaction(subject)
    people = subject.people
    called = f"回访中表示满意和比较满意的{people}数÷接受回访的{people}数"
    again = replace(plain, name=f"{people}回访满意率", description=called, key="satisfaction-called")
    public = replace(
        plain, name="受益群众满意度", description="问卷中选择“满意”和“比较满意”的群众数÷有效问卷份数", key="satisfaction-public"
    )
    if len(subject.deed) < _SAID or people[-2:] in subject.deed:  # 党外代表人士对党外人士的满意度
        return (plain, again, public)
    return (plain, replace(plain, name=f"{people}对{subject.deed}的满意度", key="satisfaction-of"), again, public)


def total_cost(table: TableReading, subject: Subject) -> Measure:
    """All that the project may cost: the budget of the table, else a sum that the author knows."""
    total, unit = table.table.budget_total, table.table.amount_unit or "万元"
    name = joined(subject.deed, "总成本") if _SAID <= len(subject.deed) <= _LONGEST else "项目总成本"
    told = TOTAL_TOLD
    if total:
        return Measure("成本", name, told, f"≤{plain_sum(total)}{unit}", (), "上限取自本表的预算数", "total")
    return Measure("成本", name, told, f"≤＿{unit}", ("总成本",), "", "total")


def plain_sum(amount: float) -> str:
    """96.3, 12345.67: all digits, no more."""
    return f"{amount:.6f}".rstrip("0").rstrip(".")


def measured_by(name: str) -> str:
    """The kind of the measure word that ends a name; "" where none does."""
    return measure_word(name)[1]


def _of_figure(figure: Figure, subject: Subject) -> Measure | None:
    if figure.dimension == "money" and (each := _EACH.search(figure.clause)) is not None and figure.text in figure.clause[each.end() :]:
        return _of_each(figure, each, subject)
    about = figure.about
    if "进行" in about or about.startswith(("年度", "每")):
        return None
    *before, about = about.split("、")
    if before and not _is_deed(about):  # 救生衣、救生圈80件 are counted together
        about = "、".join([*before, about])
    if not _SAID <= len(about) <= _NAME or _NO_END.search(about) or not figure.text or not figure.dimension or figure.number <= 0:
        return None
    kind = measured_by(about)
    if figure.dimension == "share":
        if kind not in ("share", "satisfaction"):
            return None
        if kind == "satisfaction" and figure.number >= 100:
            return None
        category = "满意度" if kind == "satisfaction" else "质量"
        sign = _sign(figure) or ("≤" if direction_of(about) == "less" else "=" if figure.number == 100 else "≥")
        return _stated(category, about, f"{sign}{figure.text}", figure)
    if figure.dimension == "money" and _GAIN.search(about) and "预算" not in about and "资金" not in about:
        return _stated("经济效益", about if kind else f"{about}金额", f"{_sign(figure) or '≥'}{figure.text}", figure)
    if figure.dimension == "money":
        if "预算" in about or "资金" in about or figure.number == 0 or kind != "money":
            return None
        per = f"/{figure.per}" if figure.per and "/" not in figure.text else ""
        return _stated("成本", about, f"{_sign(figure) or '≤'}{figure.text}{per}", figure)
    if figure.dimension in ("people", "household", "body", "events", "things", "length", "area", "volume", "mass"):
        about = _turned(figure)
        name = (
            about
            if kind in ("people", "household", "body", "events", "count", "length", "area", "volume", "mass")
            else f"{about}{_counted(figure)}"
        )
        sign = _sign(figure) or ("=" if figure.dimension in ("things", "household", "body") else "≥")
        return _stated("数量", name, f"{sign}{figure.text}", figure)
    return None


def _is_deed(words: str) -> bool:
    """购置叉车 of 消防管网改造、购置叉车2台: a figure is that of the deed next to it."""
    first = segment(words)[:1]
    return len(words) > _SAID and bool(first) and (first[0] in activities() or is_joint(first[0]))


def _sign(figure: Figure) -> str:
    """The document's sign, where it is one that a target can bear."""
    return figure.sign if figure.sign in ("≥", "≤", "=", ">", "<") else ""


def _turned(figure: Figure) -> str:
    """种粮户配发储粮仓 behind its number → 配发储粮仓的种粮户; what stands before its number stays."""
    if figure.leads:
        for run in runs(figure.about):
            rest = figure.about[len(run) :]
            if figure.about.startswith(run) and is_people(run) and len(rest) > 1 and not rest.startswith("的"):
                return f"{rest}的{run}"
            break
    return figure.about


def _of_each(figure: Figure, each: re.Match[str], subject: Subject) -> Measure | None:
    """每户补助800元: a standard for each."""
    unit = "人" if each[1] in "名位" else each[1]
    lead = {"人": "人均", "户": "户均"}.get(unit, f"每{unit}")
    what = "补助" if re.search("补助|补贴|资助|救助|奖", figure.clause) else ""
    name = joined(subject.deed, f"{lead}{what}标准")
    per = f"{unit}·{each[2]}" if each[2] else unit
    sign = _sign(figure) or "="
    return _stated("成本", name, f"{sign}{figure.text}/{per}", figure)


def _stated(category: str, name: str, value: str, figure: Figure) -> Measure:
    told = TOLD.get(category, TOLD[""]).format(place=figure.place, clause=figure.clause.strip())
    why = f"{figure.place}写明“{figure.clause.strip()}”，直接量这件事"
    return Measure(category, name, told, value, (), why, "stated")


def _counted(figure: Figure) -> str:
    unit = figure.unit.lstrip("十百千万亿")
    return {"length": "长度", "area": "面积", "people": "人次" if unit == "人次" else "人数", "mass": "数量", "volume": "数量"}.get(
        figure.dimension, f"{unit}数" if len(unit) == 1 else "数量"
    )


def _of_day(day: Day, subject: Subject) -> Measure:
    done = _DONE.search(day.about[day.about.find(day.text) + len(day.text) :])
    word = done[0] if done else "完成"
    name = joined(subject.deed, f"{word}时间")
    year = f"{subject.year}年" if subject.year and not day.has_year else ""
    told = f"{subject.deed}全部{word}的日期，以验收单或发放、交付记录为准"
    return Measure("时效", name, told, f"{year}{day.text}前", (), f"{day.place}写明“{day.about.strip()}”，时限取自这里", "stated-day")


def _of_pattern(pattern: MeasurePattern, subject: Subject) -> Measure:
    said = {
        "人": subject.people,
        "物": subject.thing if pattern.activity in _GOODS and _is_goods(subject.thing) else subject.deed or subject.thing,
        "事": subject.deed,
        "量": unit_of(subject.thing) or unit_of((runs(subject.deed) or ("",))[-1]) or subject.unit.lstrip("十百千万亿") or "项",
        "年": f"{subject.year}年" if subject.year else "＿年",
        "活动": "活动",
    }
    if "{人}{物}" in pattern.name and subject.people.removeprefix(said["物"]) in _BARE:  # 体检人员 + 体检 + 人数
        said["人"] = ""
    name, description, value = (_put(text, said) for text in (pattern.name, pattern.description, pattern.value))
    why = f"{'、'.join(pattern.blanks)}只有编制单位知道，请按计划或上年实际填写" if pattern.blanks else ""
    category = "成本" if pattern.category.endswith("成本") else pattern.category
    return Measure(category, name, description, value, pattern.blanks, why, pattern.key)


def _is_goods(thing: str) -> bool:
    """Something that one buys, builds or keeps; not whose it is, nor for whom (跨部门, 检察业务)."""
    return len(thing) > 2 and not _NO_GOODS.search(thing) and activity_words().sub("", thing) != ""


def _put(text: str, said: dict[str, str]) -> str:
    out, at = "", 0
    for slot in _SLOT.finditer(text):
        out = joined(joined(out, text[at : slot.start()]), said[slot[1]])
        at = slot.end()
    return joined(out, text[at:])


def joined(left: str, right: str) -> str:
    """Two pieces without saying twice what ends one and begins the other: 速录培训 + 培训期数."""
    for size in range(min(len(left), len(right)), 1, -1):
        if left[-size:] == right[:size]:
            return left + right[size:]
    return left + right
