"""A name as it is, or as few words make it one: what is measured, on what."""

from __future__ import annotations

import re

from zhibiao.features.filler import is_bare, is_slogan
from zhibiao.features.reading import Row
from zhibiao.lexicon.measure_patterns import activities, unit_of
from zhibiao.suggesting.changing import ABILITIES, CHANGED, RISES, as_change, change_in_value
from zhibiao.suggesting.counting import as_count, counted_action, instead_of_share, summed, with_counter, without_figure
from zhibiao.suggesting.measures import joined, measured_by
from zhibiao.suggesting.repair import NO_TARGET, UNFILLED, Repair
from zhibiao.suggesting.timing import (
    CONTINUING,
    DAY,
    EVENT,
    TIMELY,
    dated,
    deadline,
    is_call,
    is_case_by_case,
    is_done_once,
    time_taken,
    without_manner,
)
from zhibiao.suggesting.values import counter_in, monthly
from zhibiao.suggesting.wording import is_people, runs

_STEM = re.compile(
    r"(完好|合格|达标|完整|规范|准确|知晓|覆盖|到位|整改|使用|利用|就业|成活|通过|公示|巩固|签收|参与|到课|出勤|可用|办结)"
    r"(?:情况|程度|性|度|状况|水平|比例|率)?$"
)
_WHETHER = re.compile("(.{0,10}?)(?:有无|是否有(?![效序力利助])|是否发生|是否出现|有没有)(.{2,12}?)(?:情况|现象|问题|行为)?")
_PASSED = re.compile("(.{0,12}?)是否(?:全部|均|已经?)?通过(?:了)?([一-鿿]{2,12})")
PASSED = "通过率"
NONE_OF_IT = ("起数", "次数")
FAULTS = "差错件数"
_COUNT_ALONE = re.compile("(?:采购|购置|更换|配备|维修|安装)?(?:总)?数量?")
_HELD_FAST = re.compile("脱贫|就业|入学|教育|学业|帮扶|成果")
_IN_TIME = re.compile("(?:及时|按时|按期|如期|准时|按计划|按进度)(?:完成)?$")
_EACH_TIME = re.compile("每[天日周月季旬]")
_FINISHED = re.compile("[一-鿿]{2}(?:完成|完工|竣工|发放|拨付|兑付|上线|印发|交付|验收|到位|活动)$")
_FAULTLESS = re.compile("(?:无|零|没有|杜绝)差错|零失误|无失误")
_HAPPENED = re.compile("(?<=案件|事故|事件|舆情|火灾|疫情)发生率$")
_WELL = re.compile(r"(?:满意情况|满意程度|满意|评价情况|的?满意度情况)$")
_APPROVED = re.compile("(?<=[一-鿿]{2})的?(?:满意|(?:整体|总体|综合)?评价|认可|认同)$")
_OF_MONEY = re.compile("经费|资金|预算|测算|支出")  # no output: the unit's own housekeeping
_MANNER = re.compile("计划|进度|要求|规定|按|推进|正常|有序|顺利|高效")
_QUALITY = re.compile(r"(?:的?质量|质量情况|质量状况)$")
_LEFT_OVER = re.compile(r"^[★☆※*]+|[(（][^)）]*(?:[*＊×Xx＿_]{1,}|≥|≤)[^)）]*[)）]")
_LEAD = re.compile(r"^(?:(?:三级)?指标\d+[:：、.]\s*|其中[:：])(?=.{3})")
_PLEASED = re.compile("满意")
_FEELING = re.compile("(?:感|态度|质量|水平|情况|环境|服务|评价|效果|程度)$")
_ASKED, _LEAST = 10, 50  # characters of those who are asked; percent: no satisfaction is set lower
_A_DAY = re.compile("(?:时间|日期)$|(?:建成|完成|竣工|完工|开工)时限$")
_WISHED = re.compile("支撑|促进|提升|提高|推动|保障|助力|加强|增强|确保|强化|完善")
_PREDICATE = re.compile("^(?:均|全部(?:项目|指标)?|保持|达到|100%)?(合格|达标|规范|完整|准确|完好|齐全|清晰)")
_EXAMINED = frozenset({"采购", "建设", "维护", "储备", "种养", "整理", "租赁"})  # work that leaves goods or works to examine
_WHOLE = 100  # percent
_DONE_TO = re.compile(
    "(?:核查|检查|巡查|排查|抽查|复核|审核|监测|检测|巡检|整改|回访|走访|处置|办理|维护|清理|验收|合格|达标|规范|完整|准确|完好|齐全|有效)$"
)
_SAYS, _LONGEST = 3, 18  # characters that name a work; more are a sentence
_COUNTED = ("things", "mass", "volume", "body", "events")
_COUNTABLE = ("things", "people", "household", "body", "events")


def renamed(repair: Repair) -> str | None:
    """The name as it is, or as it can be made with few words; None where it has to go."""
    row, codes, reasons, category = repair.row, repair.codes, repair.reasons, repair.category
    core = row.name.core
    if UNFILLED in codes:
        return _without_template(row, reasons)
    if category in ("数量", "质量") and _OF_MONEY.search(core) and measured_by(core) != "share":
        return None
    if not core:
        return _from_description(row, reasons)
    if (asked := _asked(core, row.value.text.lstrip("="), category, reasons)) is not None:
        return asked
    if codes & {"R403", "R402"} or ("S105" in codes and not measured_by(core)):
        return None
    if "S107" in codes:
        return summed(repair)
    if (counted := instead_of_share(repair)) is not None:
        return counted
    if codes & {"S101", "S106", "S109"}:
        return change_in_value(repair) or as_change(repair) or _said_of_it(repair) or _from_action(repair)
    changed, settled = _changed(repair)
    if settled:
        return changed
    return _worded(repair)


def _changed(repair: Repair) -> tuple[str | None, bool]:
    """A name that is about more or less, and whether nothing else is to be tried."""
    row, codes = repair.row, repair.codes
    if (moved := change_in_value(repair)) is not None:
        return moved, True
    rises = RISES.fullmatch(row.name.core)
    if not rises and "M209" in codes and CHANGED.match(row.value.text) and not measured_by(row.name.core):
        return None, True  # 阅读兴趣 / 提升15%
    quantities = row.value.measures.quantities
    if not rises and "M209" in codes and quantities and quantities[0].dimension == "share":  # 减少化肥使用量 ≥5%
        change = as_change(repair)
        return change, change is not None
    counted = any(q.dimension not in ("share", "point", "") for q in quantities)
    if not rises or not (codes & {"M209", "M204"} or counted or measured_by(rises["thing"]) == "share"):
        return None, False
    change = as_change(repair)
    ambiguous = bool(quantities) and quantities[0].dimension == "share" and measured_by(rises["thing"]) == "share"
    return change, change is not None or ambiguous or "M204" in codes or rises["thing"].endswith(ABILITIES)


def _worded(repair: Repair) -> str | None:
    """The name in the words of its category, with its object, without its figure."""
    row, codes, subject, reasons, category = repair.row, repair.codes, repair.subject, repair.reasons, repair.category
    core = row.name.core
    if "S108" in codes:
        return without_figure(repair)
    if category == "质量" and not row.value.measures.quantities and (said := _said_of_it(repair)) is not None:
        return said
    if codes & {"S104", "R407"} or is_bare(core) or (category == "数量" and _COUNT_ALONE.fullmatch(core)):
        return _with_object(repair)
    if "R406" in codes:
        return as_count(core, subject, reasons)
    return _of_its_kind(repair)


def _asked(core: str, value: str, category: str, reasons: list[str]) -> str | None:
    """A question as a measure: 有无事故 → 事故起数, 成果是否通过验收 → 成果验收通过率."""
    if (found := _WHETHER.fullmatch(core)) is not None:
        reasons.append("有没有写成发生了几次")
        return f"{found[1]}{found[2]}{'起数' if found[2].endswith('事故') else '次数'}"
    if (happened := _HAPPENED.search(core)) is not None and value == "0":
        reasons.append("没有分母的发生率写成起数")
        return f"{core[: happened.start()]}起数"
    if (found := _PASSED.fullmatch(core)) is not None and category == "质量":
        reasons.append("是否通过写成能算的通过率")
        return f"{found[1]}{found[2]}{PASSED}"
    return None


def _of_its_kind(repair: Repair) -> str | None:
    """A name that says what is measured, in the words of its category."""
    row, codes, reasons, category = repair.row, repair.codes, repair.reasons, repair.category
    core = row.name.core
    undated = codes & NO_TARGET or ("T502" in codes and not (row.description.present and is_case_by_case(core)))
    hollow = is_slogan(without_manner(core)) or without_manner(core) in ("", "完成")
    timed = bool(row.value.measures.moments) and (hollow or TIMELY.match(core) is not None)
    undated = undated or timed or bool(DAY.search(core)) or _IN_TIME.match(row.value.text) is not None
    if category == "时效" and undated and _EACH_TIME.search(row.description.text) and not monthly(row):
        return None  # 每月巡查: no one day of the year
    if category == "时效" and undated and measured_by(core) != "duration" and not CONTINUING.search(core):
        each = is_case_by_case(core) and not _A_DAY.search(core)
        return time_taken(core, reasons) if each else deadline(core, repair.subject, reasons)
    if category == "时效" and (event := _when(row)) is not None:
        reasons.append("名称写明量的是时间")
        return event
    if category == "满意度" and names_the_asked(row):
        reasons.append("只有人，写成他们的满意度")
        return f"{core}满意度"
    if category == "满意度" and (approved := _APPROVED.search(core)):
        reasons.append("写成满意度")
        return f"{core[: approved.start()]}{'的' if '对' in core else ''}满意度"
    if (told := _told_by_description(repair)) is not None:
        return told
    if codes & NO_TARGET:
        return _as_rate(repair)
    if _is_share_alone(repair):
        return _as_share(repair)
    return with_counter(repair) or _without_number(repair)


def _is_share_alone(repair: Repair) -> bool:
    """执法人员 100%: a share of nothing that is named."""
    quantities = repair.row.value.measures.quantities
    bare = bool(quantities) and all(q.dimension == "share" for q in quantities) and not measured_by(repair.row.name.core)
    whole = bare and all(q.number >= _WHOLE for q in quantities)
    counted = repair.category in ("数量", "质量") and (repair.row.category == "数量" or _DONE_TO.search(repair.row.name.core) is not None)
    return bare and (counted or (whole and repair.category in ("经济效益", "生态效益")))


def _as_share(repair: Repair) -> str | None:
    """疑点核查 100% → 疑点核查率, where it is no count; None where nothing is done that could be a share of what was to be done."""
    core = repair.row.name.core
    if repair.category != "质量" or not _DONE_TO.search(core) or not _SAYS < len(core) <= _LONGEST:
        return None
    repair.reasons.append("值是比率，名称写成比率")
    return f"{core}率"


def _when(row: Row) -> str | None:
    """评估完成 12月底前, 宣传月活动 11月: the day is that of a work which the name gives."""
    core = row.name.core
    if measured_by(core) or not _FINISHED.search(core) or not row.value.measures.moments:
        return None
    return f"{core}{'开展' if core.endswith('活动') else ''}时间"


def _told_by_description(repair: Repair) -> str | None:
    """抽检, described as 抽检覆盖率: the description names the measure."""
    core, told = repair.row.name.core, repair.row.description.core
    if _counts_what(repair, core, told):
        repair.reasons.append("描述里的量写进名称")
        return told
    if "S105" in repair.codes or measured_by(core) or not measured_by(told) or len(told) > _LONGEST or not told.startswith(core[:2]):
        return None
    if measured_by(told) in ("level", "index") or is_slogan(told) or core not in told:
        return None
    repair.reasons.append("描述里的量写进名称")
    return told


def _counts_what(repair: Repair, core: str, told: str) -> bool:
    """就餐老人, described as 户籍老人就餐人次: the description says what the bare figure counts."""
    quantities = repair.row.value.measures.quantities
    if repair.category != "数量" or len(quantities) != 1 or quantities[0].unit or len(told) > _LONGEST or is_slogan(told):
        return False
    if measured_by(core) or core == told or not set(core) <= set(told):
        return False
    return measured_by(told) in ("people", "household", "events", "length", "area") or bool(counter_in(told))


def names_the_asked(row: Row) -> bool:
    """A name that is nothing but those who are asked: 纳税人, 旅行社."""
    core = row.name.core
    if measured_by(core) in ("share", "satisfaction") or _FEELING.search(core) or not 1 < len(core) <= _ASKED:
        return False
    pleased = _PLEASED.search(row.description.core + row.value.text) is not None
    told = pleased or any(q.number >= _LEAST for q in row.value.measures.quantities)
    return is_people(core) or (told and (runs(core) == (core,) or core.endswith(("单位", "机构", "部门"))))


def _without_number(repair: Repair) -> str:
    """指标1:维护成本 → 维护成本."""
    name = repair.row.name.original
    said = _LEAD.sub("", name)
    if said != name:
        repair.reasons.append("去掉名称前的编号")
    return said


def _without_template(row: Row, reasons: list[str]) -> str | None:
    """★苗木成活率(≥**%) → 苗木成活率."""
    name = _LEFT_OVER.sub("", row.name.original)
    if len(name) > _LONGEST:  # 补助各类瓜果种植数量,黄金蜜种植数量: the form's own words first, then the author's
        name = re.split("[,，]", name)[-1]
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


def _as_rate(repair: Repair) -> str:
    """设备完好情况 → 设备完好率; a name that already ends in a measure stays."""
    row, codes, reasons = repair.row, repair.codes, repair.reasons
    core = row.name.core
    if _QUALITY.search(core) and repair.category == "质量" and repair.subject.activity in _EXAMINED and runs(_QUALITY.sub("", core)):
        reasons.append("“质量”要写成能算的合格率")
        return _QUALITY.sub("", core) + "质量检查合格率"
    if _WISHED.match(core):
        return row.name.original  # 支撑审计全覆盖: a wish, whatever ends it
    stem = _STEM.search(core)
    if stem and stem[1] == "巩固" and not _HELD_FAST.search(core):  # 基层政权巩固
        return row.name.original
    if stem and measured_by(core) not in ("share", "satisfaction"):
        reasons.append("写成能算的比率")
        return core[: stem.start()] + f"{stem[1]}率"
    thing = 1 < len(core) <= _LONGEST and not measured_by(core) and not is_slogan(core)
    if repair.category == "数量" and thing and codes & {"M201", "F001", "F002"}:
        reasons.append("写成能数的数量")
        return f"{core}数量"
    if _WELL.search(core) and measured_by(core) == "satisfaction" and codes & {"M201", "S102"}:
        return _WELL.sub("满意度", core).replace("的满意度", "满意度")
    return _without_number(repair)


def _from_action(repair: Repair) -> str | None:
    """A name that states an action keeps its object where the value or the action shows what is counted."""
    row, reasons = repair.row, repair.reasons
    core = row.name.core
    if repair.category == "时效" and TIMELY.search(core):
        rest = TIMELY.sub("", core)
        if len(rest) >= _SAYS or rest in activities():
            reasons.append("“按时”改成写明日期的完成时间")
            return f"{rest}完成时间"
    if repair.category == "时效" and is_call(core):
        return time_taken(core, reasons)
    if repair.category == "时效" and DAY.search(core):
        return deadline(core, repair.subject, reasons)
    if repair.category == "时效" and _SAYS < len(core) <= _LONGEST and not (is_slogan(core) or _MANNER.search(core)):
        if without_manner(core) != core:
            return deadline(core, repair.subject, reasons)
        reasons.append("写成哪一天办完")
        return f"{core}时间"
    return counted_action(row, reasons) if repair.category == "数量" else None


def _with_object(repair: Repair) -> str | None:
    row, codes, subject, reasons = repair.row, repair.codes, repair.subject, repair.reasons
    core = row.name.core
    if repair.category == "满意度" or row.kind == "satisfaction":
        reasons.append("满意度要问本项目服务的人" if "R407" in codes else "写明是谁的满意度")
        return f"{subject.people}满意度"
    if repair.category == "时效":
        if repair.row.value.measures.moments:
            return dated(repair)
        return deadline(core if EVENT.search(core) else subject.deed, subject, reasons) if is_done_once(subject) else None
    if repair.category == "数量" and unit_of(subject.thing) and _COUNT_ALONE.fullmatch(core):
        reasons.append("写明数的是什么")
        return joined(subject.thing, core)
    if measured_by(core) == "share" and len(subject.deed) > 2 and re.search("准确|合格|规范|完整|达标|通过", core):
        reasons.append("写明量的是什么")
        return joined(subject.deed, core.removeprefix("资料").removeprefix("工作"))
    return None


def _said_of_it(repair: Repair) -> str | None:
    """个案记录 / 规范, 服装质量 / 合格: the thing with what the value says of it, as a share."""
    core = _QUALITY.sub("", repair.row.name.core)
    if repair.category == "质量" and _FAULTLESS.fullmatch(repair.row.value.text) and runs(core) and not measured_by(core):
        repair.reasons.append("没有差错写成差错几件")
        return f"{core}{FAULTS}"
    said = _PREDICATE.search(repair.row.value.text)
    if said and core == "工程" and not any(other.name.core.endswith("合格率") for other in repair.row.table.rows):
        repair.reasons.append("写成能算的比率")
        return "工程验收合格率"
    if repair.category != "质量" or not said or not 1 < len(core) <= _LONGEST or measured_by(core):
        return None
    if is_slogan(core) or not runs(core) or "、" in core:
        return None
    repair.reasons.append("写成能算的比率")
    return f"{core.removesuffix(said[1])}{said[1]}率"
