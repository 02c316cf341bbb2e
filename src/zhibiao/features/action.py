"""Whether a name states an action or a wish where a measure should stand (lexicon/actions.tsv)."""

from __future__ import annotations

import re
from functools import lru_cache

from zhibiao.lexicon.alternatives import alternatives
from zhibiao.lexicon.measure_words import measured_by
from zhibiao.lexicon.words import by_role


def _any(*roles: str) -> str:
    words = {word for role in roles for word in by_role("actions", role)}
    return alternatives(words)


_MANNER, _ACT, _NOUN_ACT, _WISH = (_any(role) for role in ("manner", "act", "noun-act", "wish"))
_LEAD = (
    r"(?:年度|全年|通过[一-鿿]{2,12}?[,，]|在[一-鿿]{2,12}?(?:下|上|中)|向[一-鿿]{2,10}?|为[一-鿿]{2,12}?(?=提供|发放|办理|开展|配备|购置)"
    r"|对[一-鿿]{2,12}?(?=进行|开展|实施|给予|保持|加强|提供)|给予|将[一-鿿]{2,12}?)?"
)
_OPENS = re.compile(f"{_LEAD}(?P<manner>(?:{_MANNER}[地的]?)*)(?:(?P<wish>{_WISH})|(?P<act>{_ACT})|(?P<noun>{_NOUN_ACT}))?")
_HAPPENS = re.compile(
    f"(?:{_any('happens')}地?{_any('change')}|{_any('felt')}[一-鿿]*|(?:及时|按时|按期|如期|准时|足额|按标准|按规定|按要求|按计划|有序|顺利|圆满|全部){{1,3}}地?{_any('done')})$"
)
_FREQUENT = re.compile(r"(?:每年|每季度?|每月|每周|每天|定期)(?:都|均|至少)?(?:对|给|为|向|组织|开展)")
# nouns of money and people that a verb may have as its object: no measure of it
_OBJECTS = frozenset(by_role("actions", "object"))
_HARD = re.compile(r"(?:(?<!效)率|比例|比重|占比|[人户次件个台套册场期篇家处座亩天项辆份例]数|数量|次数|满意度|认可度)$")
_NOMINAL = re.compile(
    r"(?:情况|程度|状况|幅度|范围|对象|内容|方式|类型|种类|主体|渠道|方案|指标|要求|规定|责任|人员|时效|节点|周期|标准|规范|机构|单位|部门|资格|资质|条件|手册|目录|清单|台账|报告|系统|平台|点位|名单|房|区|员|站|点|器|泵|箱|车|卡|证|金|表|书|期)$"
)
_LED = re.compile(f"{_MANNER}+(?:和|与|将|把|对|向|为|给|从)")
_CHANGE_END = re.compile(f"{_any('change')}$")
_ANSWER = re.compile(r"是否|有无|能否|与否")
_LOOSE_WORDS = frozenset(
    {
        "水平",
        "能力",
        "机制",
        "质量",
        "制度",
        "体系",
        "功能",
        "环境",
        "意识",
        "氛围",
        "形象",
        "影响",
        "影响力",
        "效果",
        "成效",
        "效益",
        "作用",
        "效率",
        "力度",
        "范围",
        "工程",
        "措施",
        "时间",
        "进度",
    }
)
_FOUNDING, _FOUNDED = ("健全", "完善", "优化", "建立", "建立健全", "形成"), ("制度", "机制", "体系")  # these have no plain reading as nouns


def ends_in_measure(core: str) -> bool:
    """A rate, count, amount, time or size; 资金, 补贴, 收入 may be a verb's object, 水平 and 能力 are no measures yet."""
    word, kind = measured_by(core)
    return bool(word) and kind != "level" and word not in _OBJECTS


@lru_cache(maxsize=1 << 13)
def is_action(core: str) -> bool:
    """On the core of a name."""
    if len(core) < 4 or _ANSWER.search(core) or _HARD.search(core):
        return False
    found = _OPENS.match(core)
    verb = found and (found["wish"] or found["act"] or found["noun"])
    if not found or not verb:
        return bool(_HAPPENS.search(core) or _FREQUENT.match(core) or _LED.match(core))
    rest = core[found.end() :]
    if not rest:
        return bool(found["manner"]) or found.start("manner") > 0 or bool(_HAPPENS.search(core))
    word, kind = measured_by(core)
    if found["act"] and word == rest and word in _OBJECTS:
        return True
    whole = word == rest and not (found["wish"] and kind == "level" and len(rest) > 3)  # 办事效率 has its object in the word
    if whole or rest in _LOOSE_WORDS or rest.startswith(("率", "性", "度", "期", "者", "员")):
        return found["wish"] in _FOUNDING and rest in _FOUNDED
    if kind and kind != "level" and word not in _OBJECTS:
        return False
    return _by_verb(core, found, rest, word, kind)


def _by_verb(core: str, found: re.Match[str], rest: str, word: str, kind: str) -> bool:
    """Wishes stand with any object, actions with one that is no aspect of them, verbs that make nouns with a manner or a plain thing."""
    if found["wish"]:
        return not core.endswith(("情况", "程度", "状况", "幅度", "效果", "成效")) and not (core.endswith("作用") and "发挥" not in core)
    if found["act"]:
        if kind == "level" and word not in ("度", "性") and not core.startswith(("落实", "贯彻", "执行")):
            return core.startswith(("完成", "开展")) and word == "情况" and len(rest) > 3
        return kind != "level" or word != "性"
    if kind or len(rest) < 2:
        return bool(found["manner"]) and kind != "level"
    return bool(found["manner"]) or not (_NOMINAL.search(rest) or _CHANGE_END.search(rest))
