"""A name as it is, or as few words make it one: what is measured, on what."""

from __future__ import annotations

import re

from zhibiao.features.filler import is_bare, is_slogan
from zhibiao.features.reading import Row
from zhibiao.lexicon.alternatives import alternatives
from zhibiao.lexicon.measure_patterns import activities, activity_words, unit_of
from zhibiao.lexicon.patterns import any_of, listed
from zhibiao.suggesting.measures import joined, measured_by
from zhibiao.suggesting.repair import UNFILLED, Repair
from zhibiao.suggesting.subject import Subject
from zhibiao.suggesting.wording import is_people, runs

_STEM = re.compile(
    r"(完好|合格|达标|完整|规范|准确|知晓|覆盖|到位|整改|使用|利用|就业|成活|通过|公示|巩固|签收|参与|到课|出勤|可用|办结)"
    r"(?:情况|程度|性|度|状况|水平|比例|率)?$"
)
_WHETHER = re.compile("(.{0,10}?)(?:有无|是否有(?![效序力利助])|是否发生|是否出现|有没有)(.{2,12}?)(?:情况|现象|问题|行为)?")
_PASSED = re.compile("(.{0,12}?)是否(?:全部|均|已经?)?通过(?:了)?([一-鿿]{2,12})")
PASSED = "通过率"
NONE_OF_IT = ("起数", "次数")
_WELL = re.compile(r"(?:满意情况|满意程度|满意|评价情况|的?满意度情况)$")
_APPROVED = re.compile("(?<=[一-鿿]{2})的?(?:满意|(?:整体|总体|综合)?评价|认可|认同)$")
_PLAIN_VALUE = re.compile(
    r"(?:[≥≤=<>]|[不少低超多于过至]{2,3}|全年|每年)*[\d一二三四五六七八九十][\d,.十百千万亿]*[一-鿿()]{1,4}?(?:以上|以内|左右)?"
)
_HINTS = frozenset({"S103", "M207", "A306", "A308"})  # of no weight: the row is weak because its words are loose
_LATE = re.compile(r"(?:的?及时性|及时率|及时|按时|按期|时效|进度|完成率|完成情况|准时率|按时率|按期率)$")
_OF_MONEY = re.compile("经费|资金|预算|测算|支出")  # no output: the unit's own housekeeping
_COMPLETED = re.compile(r"(?:计划|任务|工作)?(?:完成率|覆盖率|完成情况|完成)$")
_RATE_OF_TIME = re.compile("(?:按期|如期|按时|准时|及时)(?:举办|开展|办结|发放|拨付|支付|上线|完成|报送|出具|完工|开工)率$")
_MANNER = re.compile("计划|进度|要求|规定|按|推进|正常|有序|顺利|高效")
_TIMELY = re.compile(r"^(?:按时|及时|按期|如期)(?:完成|开展|进行|发放|支付|办理)?")
_QUALITY = re.compile(r"(?:的?质量|质量情况|质量状况)$")
_THINGS = alternatives(listed("noun_parts", role="changing"))
_CHANGE = re.compile(
    "^(?:(?P<verb>增加|提高|提升|增长|降低|减少|缩短|节约|压减|减轻)(?P<thing>[一-鿿]{0,10}?" + _THINGS + ")"
    "|(?P<other>[一-鿿]{0,12}?" + _THINGS + ")(?P<last>增加|提高|提升|增长|下降|降低|减少|缩短|节约))(?:幅度|比例|率)?$"
)
_CASES = any_of("case_work", role="case")
_TERM = re.compile("(?:法定|规定|合同|约定|承诺|审限|时限)[^率]{0,8}内?")
_DAY = re.compile(
    "(?:20[0-9]{2}年|[次翌来去前]年|下一?年|上一?年)?(?:[0-9]{1,2}月(?:[0-9]{1,2}日|底|初|末|上旬|中旬|下旬)?|年底|年末|年内)(?:之?前|以前|内)?"
)
_EVENT = re.compile("开班|开工|开学|开赛|开馆|启动|上线|竣工|完工|验收|交付|发放|付印|印发|公布|结业|通车|投用|进场|招标|报送")
_INSTANT = re.compile("(?:开班|开工|开学|(?<!公)开赛|开馆|启动|上线|竣工|完工|验收|交付|付印|印发|公布|结业|通车|投用)$")
ROUTINE = re.compile("(?:业务|事业|日常|运转|运行|值班|值守|开放|托管|保障)$")  # goes on all year: no day on which it is done
_ABILITIES = ("能力", "水平", "意识", "质量", "形象", "环境")  # nobody knows how much there was of it last year
_LEFT_OVER = re.compile(r"^[★☆※*]+|[(（][^)）]*(?:[*＊×Xx＿_]{1,}|≥|≤)[^)）]*[)）]")
_LEAD = re.compile(r"^(?:(?:三级)?指标\d+[:：、.]\s*|其中[:：])(?=.{3})")
_RISES = re.compile(
    "(?P<thing>.{2,12}?)(?P<verb>增长|增加|提高|提升|上升|下降|降低|减少|缩短|缩小|缩减|压减|压降|收窄|回落|走低)(?:率|幅度|比例)?$"
)
_LESSENS = re.compile("降|减|缩|节|压|收窄|回落|走低")
_CHANGED = re.compile("(?:比?较?上年)?(?:增长|增加|提高|提升|下降|降低|减少|缩短)")
_PREDICATE = re.compile("^(?:均|全部|保持|达到|100%)?(合格|达标|规范|完整|准确|完好|齐全|清晰)")
CONTINUING = re.compile("到岗|上岗|在岗|在线|出勤|值守|值班|日产日清|清运|保洁|开放")  # goes on all year: no day on which it is done
_EXAMINED = frozenset({"采购", "建设", "维护", "储备", "种养", "整理", "租赁"})  # work that leaves goods or works to examine
_EXTENT = {"length": "长度", "area": "面积", "mass": "数量", "volume": "数量"}
_SAYS, _LONGEST = 3, 18  # characters that name a work; more are a sentence
_COUNTED = ("things", "mass", "volume", "body", "events")
_NO_TARGET = frozenset({"M201", "S102", "M204", "F001", "F002", "F003", "T501"})
_COUNTABLE = ("things", "people", "household", "body", "events")


def renamed(repair: Repair) -> str | None:
    """The name as it is, or as it can be made with few words; None where it has to go."""
    row, codes, subject, reasons, category = repair.row, repair.codes, repair.subject, repair.reasons, repair.category
    core = row.name.core
    if UNFILLED in codes:
        return _without_template(row, reasons)
    if category in ("数量", "质量") and _OF_MONEY.search(core) and measured_by(core) != "share":
        return None
    if not core:
        return _from_description(row, reasons)
    if (asked := _asked(core, category, reasons)) is not None:
        return asked
    if codes & {"R403", "R402", "S107"} or ("S105" in codes and not measured_by(core)):
        return None
    if (moved := _change_in_value(repair)) is not None:
        return moved
    counted = any(q.dimension not in ("share", "point", "") for q in row.value.measures.quantities)
    if codes & {"S101", "S106", "S109"} or ((codes & {"M209", "M204"} or counted) and _RISES.fullmatch(core)):
        return _as_change(repair) or _said_of_it(repair) or _from_action(repair)
    if "S108" in codes:
        return _without_figure(repair)
    if category == "质量" and not row.value.measures.quantities and (said := _said_of_it(repair)) is not None:
        return said
    if codes & {"S104", "R407"} or is_bare(core):
        return _with_object(repair)
    if "R406" in codes:
        return _as_count(core, subject, reasons)
    return _of_its_kind(repair)


def _asked(core: str, category: str, reasons: list[str]) -> str | None:
    """A question as a measure: 有无事故 → 事故起数, 成果是否通过验收 → 成果验收通过率."""
    if (found := _WHETHER.fullmatch(core)) is not None:
        reasons.append("有没有写成发生了几次")
        return f"{found[1]}{found[2]}{'起数' if found[2].endswith('事故') else '次数'}"
    if (found := _PASSED.fullmatch(core)) is not None and category == "质量":
        reasons.append("是否通过写成能算的通过率")
        return f"{found[1]}{found[2]}{PASSED}"
    return None


def _of_its_kind(repair: Repair) -> str | None:
    """A name that says what is measured, in the words of its category."""
    row, codes, reasons, category = repair.row, repair.codes, repair.reasons, repair.category
    core = row.name.core
    undated = codes & _NO_TARGET or ("T502" in codes and not (row.description.present and is_case_by_case(core)))
    undated = undated or bool(_DAY.search(core))
    if category == "时效" and undated and measured_by(core) != "duration" and not CONTINUING.search(core):
        return _time_taken(core, reasons) if is_case_by_case(core) else _deadline(core, repair.subject, reasons)
    if category == "满意度" and (approved := _APPROVED.search(core)):
        reasons.append("写成满意度")
        return f"{core[: approved.start()]}{'的' if '对' in core else ''}满意度"
    if codes & _NO_TARGET:
        return _as_rate(repair)
    return _with_counter(repair) or _LEAD.sub("", row.name.original)


def _with_counter(repair: Repair) -> str | None:
    """合唱队 ≥5支 → 合唱队支数: a thing or a deed whose value counts it, where nothing else is wrong."""
    core, quantities = repair.row.name.core, repair.row.value.measures.quantities
    if repair.codes - _HINTS or len(quantities) != 1 or measured_by(core) or quantities[0].dimension not in _COUNTABLE:
        return None
    unit = quantities[0].standard_unit.lstrip("十百千万亿")
    plain = bool(unit) and not quantities[0].per and _PLAIN_VALUE.fullmatch(repair.row.value.text)
    if not plain or not 1 < len(core) <= _LONGEST or is_slogan(core) or core.endswith(unit):
        return None
    repair.reasons.append("名称写明数的是什么")
    if unit in "人名":
        return f"{core}{'数' if core[-1] in '人员' else '人数'}"
    return f"{core}{unit if len(unit) > 1 else unit + '数'}"


def is_case_by_case(core: str) -> bool:
    """Work that comes case after case, each of them in time or not: 投诉办结及时率; not 项目完成率, which is one date."""
    return bool(_CASES.search(core) or _TERM.search(core))


def _time_taken(core: str, reasons: list[str]) -> str | None:
    """投诉处置及时性 → 投诉处置用时."""
    rest = _bare(core)
    if len(rest) < _SAYS:
        return None
    reasons.append("一件一件办的事，写办一件用多久，“及时”没有尺度")
    return f"{rest}用时"


def _bare(core: str) -> str:
    before = None
    while core != before:
        before, core = core, _LATE.sub("", _TIMELY.sub("", _RATE_OF_TIME.sub("", core))).removesuffix("按期").removesuffix("按时")
    return core


def _without_template(row: Row, reasons: list[str]) -> str | None:
    """★苗木成活率(≥**%) → 苗木成活率."""
    name = _LEFT_OVER.sub("", row.name.original)
    if not 1 < len(name) <= _LONGEST or not measured_by(name):
        return None
    reasons.append("去掉名称里模板留下的符号")
    return name


def _from_description(row: Row, reasons: list[str]) -> str | None:
    """A row without a name whose description says what its value counts."""
    told = row.description.core
    if not _SAYS < len(told) <= _LONGEST or is_slogan(told) or "÷" in told:
        return None
    measured, counted = measured_by(told), row.value.measures.quantities
    if not measured and not (counted and counted[0].dimension in _COUNTED):
        return None
    reasons.append("指标名称空着，按描述补上")
    return told if measured else f"{told}数量"


def _as_count(core: str, subject: Subject, reasons: list[str]) -> str | None:
    stem = _COMPLETED.sub("", core).removesuffix("率")
    if len(stem) < 3:
        return None
    reasons.append("数量指标要写做了多少，不写完成率")
    if measured_by(stem) in ("people", "events", "count", "household", "body"):
        return stem
    units = {figure.unit for figure in subject.figures if stem[-2:] in figure.about}
    if units == {"场"}:
        return f"{stem}场次"
    return f"{stem}{'户数' if stem.endswith('户') else '人数' if is_people(stem) else '数量'}"


def _as_rate(repair: Repair) -> str:
    """设备完好情况 → 设备完好率; a name that already ends in a measure stays."""
    row, codes, reasons = repair.row, repair.codes, repair.reasons
    core = row.name.core
    if _QUALITY.search(core) and repair.category == "质量" and repair.subject.activity in _EXAMINED and runs(_QUALITY.sub("", core)):
        reasons.append("“质量”要写成能算的合格率")
        return _QUALITY.sub("", core) + "质量检查合格率"
    stem = _STEM.search(core)
    if stem and measured_by(core) not in ("share", "satisfaction"):
        reasons.append("写成能算的比率")
        return core[: stem.start()] + f"{stem[1]}率"
    thing = 1 < len(core) <= _LONGEST and not measured_by(core) and not is_slogan(core)
    if repair.category == "数量" and thing and codes & {"M201", "F001", "F002"}:
        reasons.append("写成能数的数量")
        return f"{core}数量"
    if _WELL.search(core) and measured_by(core) == "satisfaction" and codes & {"M201", "S102"}:
        return _WELL.sub("满意度", core).replace("的满意度", "满意度")
    return row.name.original


def _from_action(repair: Repair) -> str | None:
    """A name that states an action keeps its object where the value or the action shows what is counted."""
    row, reasons = repair.row, repair.reasons
    core = row.name.core
    if repair.category == "时效" and _TIMELY.search(core):
        rest = _TIMELY.sub("", core)
        if len(rest) >= _SAYS or rest in activities():
            reasons.append("“按时”改成写明日期的完成时间")
            return f"{rest}完成时间"
    if repair.category == "时效" and _SAYS < len(core) <= _LONGEST and not (is_slogan(core) or _MANNER.search(core)):
        if _bare(core) != core:
            return _deadline(core, repair.subject, reasons)
        reasons.append("写成哪一天办完")
        return f"{core}时间"
    return _counted_action(row, reasons) if repair.category == "数量" else None


def _counted_action(row: Row, reasons: list[str]) -> str | None:
    """发放宣传材料 → 发放宣传材料份数: what is done with a thing that is counted by a unit of its own, or that the value counts."""
    core, quantities = row.name.core, row.value.measures.quantities
    thing = next((run for run in reversed(runs(core)) if core.endswith(run) and len(run) < len(core)), "")
    unit = quantities[0].standard_unit if quantities and quantities[0].dimension in _COUNTABLE else unit_of(thing)
    if not thing or not unit or unit == "%" or is_slogan(core):
        return None
    reasons.append("写成能数的数量")
    return f"{core}{'人数' if unit == '人' else unit if len(unit) > 1 else unit + '数'}"


def _with_object(repair: Repair) -> str | None:
    row, codes, subject, reasons = repair.row, repair.codes, repair.subject, repair.reasons
    core = row.name.core
    if repair.category == "满意度" or row.kind == "satisfaction":
        reasons.append("满意度要问本项目服务的人" if "R407" in codes else "写明是谁的满意度")
        return f"{subject.people}满意度"
    if repair.category == "时效":
        return _deadline(subject.deed, subject, reasons)
    if measured_by(core) == "share" and len(subject.deed) > 2 and re.search("准确|合格|规范|完整|达标|通过", core):
        reasons.append("写明量的是什么")
        return joined(subject.deed, core.removeprefix("资料").removeprefix("工作"))
    return None


def _deadline(core: str, subject: Subject, reasons: list[str]) -> str | None:
    """开班及时 → 托管班开班时间; None where nothing says what is to be done by then."""
    rest = _bare(_DAY.sub("", core))
    if measured_by(core) == "moment" and rest == core:
        return core
    if len(rest) < _SAYS or is_slogan(rest):
        if not is_done_once(subject):
            return None
        rest, done = subject.deed, f"{rest if _EVENT.fullmatch(rest) else '完成'}时间"
    else:
        done = "时间" if _INSTANT.search(rest) else "完成时间"
    reasons.append("时效写到哪一天完成，“及时”没有尺度")
    return joined(rest, done)


def is_done_once(subject: Subject) -> bool:
    """Work of which one can say when it is done: no daily business, nothing that goes on all year."""
    if subject.activity == "运转" or ROUTINE.search(subject.deed):
        return False
    return any(activities()[word] != "运转" for word in activity_words().findall(subject.deed))


def _as_change(repair: Repair) -> str | None:
    """提高渔民收入, 物业投诉量下降: how much a thing that is counted somewhere changes against the year before. Where the value is no
    share, the thing itself: 展开时间缩短 10分钟 is how long it takes."""
    core, quantities = repair.row.name.core, repair.row.value.measures.quantities
    found = _CHANGE.search(core) or _RISES.fullmatch(core)
    if not found or "较" in core or "比" in core[:-2]:
        return None
    parts = found.groupdict()
    thing, verb = parts["thing"] or parts.get("other") or "", parts["verb"] or parts.get("last") or ""
    if quantities and quantities[0].dimension not in ("share", "point", ""):
        if not measured_by(thing):
            return None
        if quantities[0].sign in ("≥", ">") and quantities[0].dimension == "time" and _LESSENS.search(verb):
            repair.reasons.append("写明缩短多少、与哪一年比")
            return f"{thing}较上年{verb}时长"
        repair.reasons.append("值写的是多少，名称就不写变化")
        return thing
    counted = measured_by(thing) or _CHANGE.search(core) or not repair.codes & {"M204", "M201", "S101"}
    if not counted or thing.endswith(_ABILITIES):
        return None
    repair.reasons.append("写明与上年相比，免得读成两种意思")
    if quantities and quantities[0].dimension == "point":
        return f"{thing}较上年{verb}幅度"
    return f"{thing}较上年{'下降' if _LESSENS.search(verb) else '增长'}率"


def _change_in_value(repair: Repair) -> str | None:
    """收入 / 增长8%: the change belongs into the name."""
    core, quantities = repair.row.name.core, repair.row.value.measures.quantities
    said = _CHANGED.match(repair.row.value.text)
    if not said or not quantities or quantities[0].dimension != "share" or _RISES.search(core) or not measured_by(core):
        return None
    repair.reasons.append("增减写进名称，值只留数")
    return f"{core}较上年{'下降' if re.search('降|减|缩', said[0]) else '增长'}率"


def _said_of_it(repair: Repair) -> str | None:
    """个案记录 / 规范, 服装质量 / 合格: the thing with what the value says of it, as a share."""
    core = _QUALITY.sub("", repair.row.name.core)
    said = _PREDICATE.search(repair.row.value.text)
    if repair.category != "质量" or not said or not 1 < len(core) <= _LONGEST or measured_by(core) or is_slogan(core) or not runs(core):
        return None
    repair.reasons.append("写成能算的比率")
    return f"{core.removesuffix(said[1])}{said[1]}率"


def _without_figure(repair: Repair) -> str | None:
    """补植油松5000株 → 补植油松株数: its figure is the value's."""
    core, quantities = repair.row.name.core, repair.row.name.measures.quantities
    if len(quantities) != 1 or quantities[0].dimension not in (*_COUNTABLE, *_EXTENT):
        return None
    first = quantities[0]
    rest = core.replace(repair.row.name.text[first.start : first.end], "")
    if len(rest) < _SAYS or rest == core:
        return None
    repair.reasons.append("数写在指标值里，名称只写量什么")
    unit = first.standard_unit.lstrip("十百千万亿")
    return f"{rest}{_EXTENT.get(first.dimension) or ('人数' if unit == '人' else unit if len(unit) > 1 else unit + '数')}"
