"""Whether a text is a slogan that fits any project, or a measure without an object: texts made of listed words only (lexicon/filler.tsv,
lexicon/bare_measures.tsv). One concrete word, and it is neither."""

from __future__ import annotations

import re
from functools import lru_cache

from zhibiao.lexicon.alternatives import Whole, alternatives
from zhibiao.lexicon.words import by_role

_PAIR = 4  # 社会稳定, 经济发展: two words that may be the name of a thing
_LONGEST = 30  # what is longer than that says something


def _any(name: str, *roles: str) -> str:
    words = {word for role in roles for word in by_role(name, role)}
    return alternatives(words)


_WISH, _DOING, _MANNER = (_any("filler", role) for role in ("wish", "doing", "manner"))
_EMPTY = _any("filler", "wish", "doing", "manner", "thing", "money", "joint")
_THING = _any("filler", "thing", "money", "doing")
_ORG, _FACILITY = _any("filler", "org"), _any("filler", "facility")
# goods of a whole field (教育事业, 农村生活): with a wish before or behind them they name no work of this project
_BROAD = Whole(f"(?:{_any('filler', 'wish', 'doing', 'manner', 'thing', 'money', 'joint', 'field')})+")
_WISHED_BEHIND = re.compile(
    r"(?:得到|有所|明显|显著|持续|不断|有效|进一步|可?持续|全面|稳步|健康|和谐|高质量|平稳|地)*"
    r"(?:提[升高]|增强|增进|改善|好转|发展|进步|稳定|和谐|美化|优化|振兴|繁荣|保驾护航|支撑|代代相传|薪火相传|发扬光大|作用)$"
)
_ALL_EMPTY = Whole(f"{_EMPTY}+")
_OPENS = re.compile(f"(?:{_WISH}|{_MANNER})")
_OPENS_DOING = re.compile(f"{_DOING}+(?:好|了)?{_EMPTY}*{_THING}")
# 活动组织有序, 各项工作开展顺利
_GOES_WELL = re.compile(rf"(?:{_THING}|活动|会议|培训|项目)+(?:组织|开展|进行|实施|推进|运行|落实)+(?:得|情况)?{_MANNER}+$")
_WELL_ENDS = frozenset(word[-2:] for word in by_role("filler", "manner"))
# sayings that are whole in themselves, alone or in a row: 老有所养, 便民利企, 厉行节约、反对浪费
_PHRASE = _any("filler", "phrase")
_BESIDE = f"(?:{_any('filler', 'phrase', 'wish', 'manner', 'joint')}|，)*"
_SAYING = Whole(f"{_BESIDE}{_PHRASE}{_BESIDE}")
# 活动按计划开展
_AS_PLANNED = re.compile(rf"(?:各项|相关)?(?:活动|会议|项目)+{_MANNER}+(?:开展|实施|推进|进行|举行)$")
_LEVEL_END = re.compile(r"(?:水平|质量|能力|效率|效果|效益|成效|作用|影响力?|情况|程度|机制|秩序|管理|服务|运行|使用|支出|发展)$")
_PREDICATE = re.compile(f"{_THING}+{_MANNER}+(?:(?:{_DOING}|推进|实现|落实|运作)+|(?<=专款专用))$")
_DEVELOPMENT = re.compile(
    r"(?:全?[省市县区乡镇]|本地|当地|地方|区域|我[市县区])?(?:经济社会|社会经济|经济和社会|经济|社会|各项事业|事业)(?:高质量|健康|可?持续|协调|稳定)*发展"
)
_MEASURE_END = re.compile(r"(?:率|[度性数额]|(?<![质能])量|情况|程度|时间|比例|标准)$")
_HARD_END = re.compile(r"(?:率|[数额]|(?<![质能])量)$")
_NOUN_OF_VERB = re.compile(
    r"(?:保障|维护|服务|管理|运行|发展|使用|支持|工作|支出|运转)(?:机制|秩序|环境|条件|制度|资金|经费|成本|费用|支出|预算|能力|水平|质量|效率|效果|规定|要求|需要|需求|任务|目标|事业|基础|作用|影响)$"
)
# 群众健康水平提高, 职工积极性提高: a wish for people whom the project knows is its own effect, put badly (S106), not a slogan
_PEOPLE_BETTER = re.compile(
    r"(?:人民群众|群众|居民|村民|农民|市民|职工|干部|学生|师生|幼儿|儿童|青少年|老年人|老人|妇女).*(?:提[升高]|增[强进]|改善)$"
)
_LEAD_IN = re.compile(r"(?:是否|能否|全年|年内|本?年度|当年)+(?=[一-鿿]{4})")  # before a slogan they add nothing: 是否形成长效机制
_ASPECT = re.compile(r"(?:情况|程度|状况|进度|时间|及时[率性]|率|性)$")
_UPKEEP = re.compile(
    r"(?:(?P<verb>(?:为了?|使|有效|持续发展|持续|全面|充分|切实|促进)?(?:保障|确保|保证|维持|维护|保持|支持|促进|推动|支撑|使)+)|)"
    r"(?P<who>[一-鿿、]{0,16}?)的?(?P<work>(?:各项|日常|基本|全部|各类|有关|相关)*(?:工作|业务|事务|公务|办公|职能|任务))?(?:的|能够|可以|得以|得到)*"
    r"(?P<how>(?:正常|顺利|有序|平稳|高效|良好|稳定|有效|规范|健康|持续|全面|日常|基本|地|化|、)*)(?P<run>运行|运转|运作|开展|运营|进行|推进|实施|履职|办公)$"
)
_RUNS = ("运行", "运转", "运作", "开展", "运营", "进行", "推进", "实施", "履职", "办公")
_IS_ORG = re.compile(f"{_ORG}(?:组织|机关|单位|部门|系统|自身)?$")
_HAS_FACILITY = re.compile(_FACILITY)
_WORK_OF_WHOM = 4  # 工会工作, 教育教学工作: the field of a unit; longer is a task of its own (困难职工帮扶工作)

_BARE_PREFIX, _BARE_STEM = _any("bare_measures", "prefix"), _any("bare_measures", "stem")
_RATE, _LEVEL, _COUNT, _MOMENT, _WHOLE = (_any("bare_measures", role) for role in ("rate", "level", "count", "moment", "whole"))
_BARE = Whole(
    f"{_WHOLE}|{_BARE_PREFIX}*(?:{_BARE_STEM}[率度性]?[、和与及,]?)*(?:{_BARE_STEM}{_RATE}|{_LEVEL}(?:情况|程度)?|(?:完成|实施|执行|办理|开展)?{_COUNT}|{_MOMENT}|率)(?:情况|指标)?"
)
_WISH_VERB = re.compile(
    r"提[高升]|增强|加强|促进|推[动进](?!率|情况)|保障|确保|保证|维护|改善(?!率|情况|程度|度)|优化|完善(?!率|性|程度|度)"
)


@lru_cache(maxsize=1 << 13)
def is_slogan(core: str) -> bool:
    """保障机关正常运行, 提高工作水平, 严格控制支出: nothing in it belongs to this project."""
    if not 3 < len(core) <= _LONGEST or (core[-1] in "率数度额" and not core.endswith(("效率", "知名度", "美誉度"))):
        return False
    said = _LEAD_IN.sub("", core) if core[0] in "是能全年本当" else core
    return (_is_upkeep(said) or _is_empty(said) or (core[0] != "是" and _is_broad(said))) and not is_bare(said)


@lru_cache(maxsize=1 << 12)
def is_saying(core: str) -> bool:
    """老有所养, 厉行节约、反对浪费, 活动按计划开展. Models are not told: as a fact it made them place other rows worse."""
    return 3 < len(core) <= _LONGEST and (_SAYING.fits(core) or _AS_PLANNED.fullmatch(core) is not None)


@lru_cache(maxsize=1 << 12)
def is_general(core: str) -> bool:
    """Made of words of work and money alone, with no field or object."""
    return _ALL_EMPTY.fits(core)


def _is_broad(core: str) -> bool:
    """促进农业经济发展, 人才队伍可持续发展: a wish for a whole field."""
    if not _BROAD.fits(core) or _NOUN_OF_VERB.fullmatch(core):
        return False
    if _OPENS.match(core):
        return not _MEASURE_END.search(core) or bool(_WISH_VERB.match(core) and not _HARD_END.search(core))
    return len(core) > _PAIR and bool(_WISHED_BEHIND.search(core)) and not _PEOPLE_BETTER.match(core)


def _is_empty(core: str) -> bool:
    if core[-2:] in _WELL_ENDS and _GOES_WELL.fullmatch(core):
        return True
    if not _ALL_EMPTY.fits(core) or _NOUN_OF_VERB.fullmatch(core):
        return False
    if _OPENS.match(core):
        return not _MEASURE_END.search(core) or bool(_WISH_VERB.match(core))
    if _PREDICATE.fullmatch(core) or _DEVELOPMENT.fullmatch(core):
        return True
    return bool(_OPENS_DOING.fullmatch(core)) and not _LEVEL_END.search(core) and not _MEASURE_END.search(core)


def _is_upkeep(core: str) -> bool:
    """An institution or its work that simply goes on; equipment that runs is a fact one can check."""
    if not core.endswith(_RUNS):
        return False
    found = _UPKEEP.fullmatch(core)
    if found is None or not (found["verb"] or found["how"]):
        return False
    who, work = found["who"], found["work"]
    if _HAS_FACILITY.search(who):
        return False
    if not found["how"] and found["run"] not in ("运行", "运转", "运作", "履职", "办公"):
        return False
    if not who:
        return bool(work or found["verb"])
    if _IS_ORG.search(who):
        return True
    return bool(work and found["how"] and len(who) <= _WORK_OF_WHOM) or _ALL_EMPTY.fits(who)


@lru_cache(maxsize=1 << 13)
def is_bare(core: str) -> bool:
    """满意度, 准确率, 各项工作完成率, 社会影响力: what is measured is said, but not on what."""
    if not core or len(core) > 16:
        return False
    if not _BARE.fits(core) or (core[:2] == "社会" and core[-1] in "率度性例比"):  # 社会稳定率 speaks of society, not of the work
        return False
    return core[:2] not in ("提高", "提升", "降低", "减少", "增加", "改善") or core[2:] in (
        "率",
        "幅度",
        "比例",
        "程度",
        "情况",
        "度",
        "数量",
    )


@lru_cache(maxsize=1 << 13)
def is_empty_text(core: str) -> bool:
    """Made of words that any project could use."""
    return not core or _BARE.fits(core) or (len(core) <= _LONGEST and _ALL_EMPTY.fits(_ASPECT.sub("", core) or core))
