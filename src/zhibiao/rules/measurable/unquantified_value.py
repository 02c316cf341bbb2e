"""指标值不可衡量

检查什么：指标值里没有数量、日期、频次，也没有可以核对的标准；或者用“是”“否”回答效果、愿望一类的问题；或者只剩单位、优良中差的选项。
为何重要：没有可核对的值，年底完成与否各说各话，绩效目标等于没有填。
反例：办公环境改善情况 → 明显改善
改为：办公设备故障率 → ≤2%
依据：财预〔2021〕101号《中央部门项目支出核心绩效目标和指标设置及取值指引（试行）》
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from zhibiao.features.clock import says_when
from zhibiao.features.effect import is_effect
from zhibiao.features.field import Field
from zhibiao.features.reading import Row
from zhibiao.features.target import target_of
from zhibiao.model.finding import Finding
from zhibiao.rules.rule import Given, Rule
from zhibiao.rules.sources import INDICATORS_101

RULE = Rule(
    code="M201",
    slug="unquantified-value",
    title="指标值不可衡量",
    scope="row",
    severity="error",
    message="指标值“{evidence}”{fault}，年底无法核对是否完成；请{remedy}。",
    basis=INDICATORS_101,
    ceiling={"M": 0, "A": 0},
)

_STATE = ("没有数量、日期、频次，也没有可核对的标准", "换成带符号和单位的数、完成日期，或者写明分档标准")
_FAULTS = {
    "claim": _STATE,
    "done": _STATE,
    "choice": ("是表格的选项，没有写明达到哪一档、每一档以什么为准", "选定一档并写明判定标准，或者换成具体的数"),
    "unit": ("只有单位，没有数", "在单位前补上目标数"),
    "compared": ("没有写出比较的数", "写明基数和变化的幅度"),
    "yes-no": ("回答的是效果或愿望，不是能查实的事实", "换成能够统计的数，或者写明分档标准"),
}
_GRADED = re.compile(r"(?:考核|评级|评估|评价|验收|评定|等级|等次|评审)(?:结果|等次|等级|结论|档次|情况)?$")
_NAMED_GRADE = re.compile(r"(?:优秀|良好|优|良|合格|称职)(?:等次|等级|档次)?(?:及?以上)?$")
_WISH = re.compile(r"(?:是否|能否|有无)[^,。;]{0,12}(?:满意|有效|显著|明显|提[高升]|改善|增强|合理|良好|促进|优化|认可|科学|规范|健全)")
_PRODUCT = re.compile(
    r"机制|制度|体系|台账|档案|组织|是否|验收|考试|评审|建设|工程|采购|验收|编制|报告|系统|平台|方案|规划|招标|安装|修缮|改造|维修|购置|设备|发布|开通|挂牌|竣工|项目库|审计|普查|评审|活动举办|标准制定|上线"
)


_BOUND = re.compile(
    "低于|高于|优于|少于|多于|超过|大于|小于|持平|达到|相当"
)  # 不高于上年 can be looked up; 较上年增长 says not by how much
_AS_STATED = re.compile(r"(?:按期|按时|准时|如期|按进度|按计划)(?:完成|推进|实施|开展|提交|到位)?")


def _stated(field: Field) -> bool:
    """The target stands in the name: 6月底前办班, 新建健身广场20个."""
    return bool(field.measures.moments or field.measures.quantities)


def check(row: Row, given: Given) -> Iterator[Finding]:  # noqa: ARG001 - every check has the same face
    """The value states no target that could be checked."""
    value = row.value
    if value.blank:
        return
    kind = target_of(value.text).kind
    if kind not in _FAULTS:
        return
    name = row.name.core
    if kind == "compared" and _BOUND.search(value.text):
        return
    if kind == "yes-no" and not is_effect(name.removesuffix("情况")) and not _WISH.search(name):
        return
    if kind == "done" and ((_PRODUCT.search(name) and not is_effect(name)) or _stated(row.name)):
        return
    if kind == "claim" and _AS_STATED.fullmatch(value.core) and (_stated(row.name) or says_when(row.description)):
        return
    if kind == "claim" and _NAMED_GRADE.match(value.text) and _GRADED.search(name):
        return
    fault, remedy = _FAULTS[kind]
    yield RULE.found(value, fault=fault, remedy=remedy)
