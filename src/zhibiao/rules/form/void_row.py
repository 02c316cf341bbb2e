"""填写不涉及的空行

检查什么：指标名称或指标值写“不涉及”“不适用”“无”，整行没有内容。
为何重要：不适用的类别可以不设指标；留着这样的行，就有了分值却没有东西可考核。
反例：生态效益指标：不涉及 → 无
改为：删去这一行，分值调到其他指标
依据：通行审核做法（未核对原文）
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from zhibiao.features.blank_form import is_void
from zhibiao.features.reading import Row
from zhibiao.model.finding import Finding
from zhibiao.rules.rule import Given, Rule
from zhibiao.rules.sources import PRACTICE

RULE = Rule(
    code="F004",
    slug="void-row",
    title="填写不涉及的空行",
    scope="row",
    severity="warning",
    message="{place}写的是“{evidence}”，等于说明这一行不适用；不适用的类别不必设指标，请删去整行。",
    basis=PRACTICE,
)
# 无 is the answer where the name asks whether something bad happened
_BAD = re.compile(
    r"事故|事件|投诉|举报|违[规纪法约]|差错|失误|错误|案件|案例|纠纷|舆情|污染|伤亡|死亡|受伤|疫情|火灾|上访|信访|隐患|拖欠|欠薪|欠款|损失|流失|超支|超标|超预算|浪费|缺陷|故障|遗漏|漏报|泄[密露漏]|风险|负面|不良|不合格|"
    r"腐败|挪用|截留|挤占|套取|骗取|发生|出现|是否|有无|延误|延期|逾期|拥堵|扰民|破坏|影响|中断|返贫|破损|损坏|异常|重复|积压|滞留|冲突|排放|浪费|偏差|抱怨|差评|退货|异议|瑕疵|病害|虫害|失信|犯罪|侵权|侵害|黑臭|垃圾|残留|裂缝"
)
_BARE_NO = ("无", "没有", "不存在", "不产生", "暂无", "无情况")


def check(row: Row, given: Given) -> Iterator[Finding]:  # noqa: ARG001 - every check has the same face
    """The name first: it speaks for the whole row."""
    name, value = row.name, row.value
    if len(name.core) <= 16 and is_void(name.core or name.text):
        yield RULE.found(name, place="指标名称")
    elif value.text and len(value.text) <= 20 and is_void(value.core or value.text):
        if value.core.startswith(_BARE_NO) and _BAD.search(name.text + row.description.text):
            return
        yield RULE.found(value, place="指标值")
