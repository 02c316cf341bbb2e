"""How odd a text is in its column: what names, measures, signs, units and grounds look like."""

from __future__ import annotations

import re
from functools import lru_cache

from zhibiao.lexicon.levels import is_level1, is_strict_level2, opens_level
from zhibiao.lexicon.words import by_role

LEVELS = ("level1", "level2")
FORBIDDEN = 1e6
LONE_LEVEL1 = 3.0  # 满意度指标 as a second level
HALF_NAME = 4.0  # 满意度指 where a name should stand
ONE_CHARACTER = 7.0  # the end of a wrapped word, no cell

SIGNS = r"(?:[≥≤<>=＞＜＝≧≦]{1,2}|大于|小于|等于|高于|低于|超过|不低于|不少于|不高于|不超过|不大于|不小于|达到|达|约|控制在|至少|至多)"
VALUE_LIKE = re.compile(
    rf"^{SIGNS}*\s*\d[\d.,]*|^20\d\d年|^(?:优|良|是|否|有|无|达标|合格|完成|定性|零[^售])|^(?:每|当|次|翌)[一-鿿]{{0,4}}\d*[月日季年]"
)
_NUMBER_AND_UNIT = re.compile(rf"^{SIGNS}*\s*\d[\d.,]*\s*(.*)$")
_SECOND_SIGN = re.compile(r"\d[^，；、,;至到~\-]*[≥≤＝]|\d[^<>=≥≤，；、,;]*[^<>=≥≤，；、,;]=\d")  # 73.2÷26≤2.82万元
_SIGN_INSIDE = re.compile(r"[一-鿿][≥≤≧≦]")  # 晓率≥80%
_SECOND_NUMBER = re.compile(r"^\d[\d.]*[^\d年月日/.\-~至到×x*%]{1,3}\d[\d.]*[^\d年月日]{1,3}$")  # 1套26套
_QUALITY = re.compile(
    r"^(?:逐步|持续|有效|明显|显著|不断|进一步|有所|基本|全部|长期|较|稳步|大幅|切实|充分|全面|完全|及时|按时|按期|应|不|未|零|较上年|无)"
    r"|(?:提升|提高|增强|改善|完善|健全|有效|到位|达标|优化|落实|加强|增长|下降|减少|降低|清零|失误|超支|保障有力|促进|达到|[尽全]覆盖|良好|满意|规范|正常|合格|管理|发放|更新|前|底|日内)$"
)
_WHOLE_QUALITY = re.compile(
    r"^(?:逐步|持续|有效|明显|显著|不断|进一步|有所|基本|全部|长期|较为?|稳步|大幅|切实|充分|全面|完全|及时|按时|按期|应|不|零)[一-鿿]{2,4}$"
)
_SIGN = re.compile(r"^(?:[≥≤＞＜＝<>=≧≦]|[<>]=|定性|定量|正向|反向|预期性|约束性|正指标|逆指标)$")
_WEIGHT = re.compile(r"^\d{1,3}(?:\.\d{1,2})?[%分]?$")
_DIRECTION = re.compile(r"^(?:正向|反向|负向|逆向|中性|其他)(?:指标)?$")
_NAME_END = re.compile(
    r"(?:率|数|量|度|情况|时间|时限|面积|长度|里程|规模|人次|次数|标准|成本|费用?|价格?|单价|金额|机制|能力|水平|户数|人数|程度|期限|周期|期|及时性|"
    r"质量|影响|效益|作用|秩序|安全|隐患|收入|投资|需求|环境|意识|比例|比重|比|系数|指数|得分|等级|时长|占比|事故|指标|设备|人员|队伍|制度|任务|工作)$"
)
_DATE_NAME = re.compile(r"^20\d\d年.{5,}")
_RATHER = re.compile(r"(?:以上|以下|以内|左右|之内)$")
_NUMBERED_YEAR = re.compile(r"^[〔\[【（(]20\d\d[〕\]】）)]\d")  # of a document's number, whose letters come before it
_HAN = re.compile(r"[一-鿿]")
_NUMBER_BEHIND = re.compile(r"[一-鿿%]\d")
_PAST_DATE = re.compile(r"\d[日月]底?前[一-鿿]{3}")  # 11月20日前保障有力
_FIRST_PART = re.compile(r"[（(，；、,;]")
_FOREIGN = re.compile(r"[A-Z]{2}")
_BRACKETS = (("（", "）"), ("《", "》"), ("“", "”"), ("〔", "〕"), ("【", "】"))
NO_END = "/、，,（(《【〔“：:"  # a cell hardly ends or begins so
NO_START = "）)》】〕”，、。；%/‰"
_BOUND_END = frozenset("的和及与或对在为由从向每被把将第于不并以其至到")
_BOUND_START = re.compile(r"率(?!先)|性(?!别)|度(?!假|夏|汛)|[们者的及等之化]|和(?![谐睦])|数(?![据字量值控学])|量(?![化])|积(?![极累])")
_UNIT_START = tuple(sorted(by_role("unit_cells", "unit"), key=len, reverse=True))
UNITS = frozenset(_UNIT_START)
_ACTUAL = re.compile(r"实际|完成")
_SCORE = re.compile(r"分值|权重|得分|扣分|分数|赋分|自评分|评分$")
_WAY = re.compile(r"方向")


def kind_of(role: str, word: str) -> str:
    """What stands in a column, by its role and, where the role says nothing, by its header."""
    role = role.rstrip("?~")
    if role != "extra":
        return role
    if _SCORE.search(word):
        return "weight"
    if _WAY.search(word):
        return "direction"
    return "actual" if _ACTUAL.search(word) else "note"


@lru_cache(maxsize=1 << 12)
def is_unit(text: str) -> bool:
    """A unit of measure, also one per another (元/人·月) or with a bracket (台（套）)."""
    text = text.replace(" ", "").replace("(", "（").replace(")", "）")
    text = _RATHER.sub("", text)
    if text in UNITS:
        return True
    parts = [part for part in re.split(r"[/·每（）]", text) if part]
    return len(parts) > 1 and all(part.lstrip("万千百亿十") in UNITS or part in UNITS for part in parts)


@lru_cache(maxsize=1 << 15)
def sense(kind: str, text: str) -> float:
    """How odd a text is in a column of a kind."""
    if kind == "level1":
        return 0.0 if is_level1(text) else FORBIDDEN
    if kind == "level2":
        return (LONE_LEVEL1 if text == "满意度指标" else 0.0) if is_strict_level2(text) else FORBIDDEN
    if kind == "sign":
        return 0.0 if _SIGN.match(text) else 8.0
    if kind == "weight":
        return 0.0 if _WEIGHT.match(text) else 7.0
    if kind == "direction":
        return 0.0 if _DIRECTION.match(text) else 5.0
    if kind == "unit":
        return _as_unit(text)
    return _edges(kind, text) + {"value": _as_value, "actual": _as_value, "name": _as_name}.get(kind, _as_text)(text)


def _as_unit(text: str) -> float:
    if is_unit(text):
        return 0.0
    return 0.8 + 0.3 * max(0, len(text) - 4) + 3.0 * any(x.isdigit() for x in text) + 2.0 * (text[0] in NO_START and text not in "%‰")


def _edges(kind: str, text: str) -> float:
    """A cell that begins or ends as no cell does, or holds half a pair of brackets."""
    cost = 2.0 * (text[-1] in NO_END) + 3.0 * (text[0] in NO_START)
    cost += 1.5 * (text[-1] in _BOUND_END and len(text) > 1) + 1.5 * bool(_BOUND_START.match(text)) + 1.0 * (text[0] in "（(")
    cost += 3.0 * bool(_NUMBERED_YEAR.match(text))
    cost += 2.0 * any(text.count(a) != text.count(b) for a, b in _BRACKETS)
    if len(text) == 1 and not text.isdigit():
        cost += ONE_CHARACTER if text not in "无有是否优良—-/" else 1.0
    if kind in ("name", "description") and len(text) >= 4 and opens_level(text) and text[-1] not in "度益响本":
        cost += HALF_NAME
    return cost


def _as_value(text: str) -> float:
    cost = 3.0 * bool(_PAST_DATE.search(text)) + 4.0 * bool(_SECOND_SIGN.search(text)) + 3.0 * bool(_SECOND_NUMBER.match(text))
    number = _NUMBER_AND_UNIT.match(text)
    if number is not None:
        unit = number.group(1)
        return cost + (0.0 if not unit or is_unit(unit) or unit[0] in "年月-~至到—–" else _odd_unit(unit))
    if _SIGN_INSIDE.search(text):
        cost += 3.0
    if VALUE_LIKE.match(text):
        return cost
    return cost + (0.6 if _QUALITY.search(text) else 1.5) + 0.1 * max(0, len(text) - 12)


def _odd_unit(text: str) -> float:
    """What stands behind a number and is no unit: a unit that no list has, or a unit with another cell's text behind it."""
    text = _FIRST_PART.split(text, maxsplit=1)[0] + ("《" if "《" in text else "")
    if not text or is_unit(text):
        return 0.2
    cost = 0.3 + 0.12 * max(0, len(text) - 4) + 2.0 * bool(_FOREIGN.search(text)) + 2.5 * ("《" in text)
    known = next((unit for unit in _UNIT_START if text.startswith(unit)), "")
    rest = text[len(known) :]
    cost += 1.5 * len(_NUMBER_BEHIND.findall(text))
    return cost + 1.5 * (bool(known) and len(rest) > 2 and rest[0] not in "，；、,;/（(·以左及且的内前后-~至每")


def _as_name(text: str) -> float:
    cost = 0.0 if _NAME_END.search(text) else 0.5
    number = _NUMBER_AND_UNIT.match(text)
    if number is not None and not _DATE_NAME.match(text):
        cost += 3.0 if is_unit(number.group(1)) or not number.group(1) else 1.5
    elif VALUE_LIKE.match(text) and len(text) < 8:
        cost += 1.5
    if len(text) == 2:
        cost += 1.0
    if is_unit(text):
        cost += 3.0
    return cost + 0.1 * max(0, len(text) - 20) + 2.0 * (_HAN.search(text) is None)


def _as_text(text: str) -> float:
    number = _NUMBER_AND_UNIT.match(text)
    plain = number is not None and (not number.group(1) or is_unit(number.group(1)))
    signed = text[0] in "≥≤≧≦＝="
    return (2.5 if plain or signed else 0.0) + 2.0 * (is_unit(text) and len(text) < 4) + 1.2 * bool(_WHOLE_QUALITY.match(text))
