"""Headings of a department's performance document, squeezed. Source: domain.md 4.1 (Hebei 部门预算绩效文本) and its variants elsewhere."""

from __future__ import annotations

import re

_LEAD = r"^(?:第[一二三四五六七八九十]+[部章节]分?[、:.]?|[(]?[一二三四五六七八九十\d]{1,3}[)]?[、.,:]?|#+)?\.?"
OVERALL = re.compile(_LEAD + r"(?:部门|单位|年度)?(?:总体|整体)(?:年度)?(?:绩效)?目标:?$")
SUB_GOALS = re.compile(_LEAD + r"(?:部门|年度|职责)?(?:分项|分类|具体|各项)(?:绩效)?目标(?:及指标)?:?$")
SAFEGUARDS = re.compile(_LEAD + r"(?:实现(?:绩效|年度)?目标的?)?(?:工作|实施|主要|组织)?(?:保障|保证)措施:?$")
PARTS = re.compile(r"^第[一二三四五六七八九十]+部分|^(?:部门|单位)?预算项目绩效目标$")
TITLE_END = re.compile(
    r"(?:绩效(?:目标)?(?:文本|公开|情况|说明)?|预算(?:公开)?|绩效目标(?:汇编|申报)|(?:预算|绩效|公开|批复)文本|预算公开说明|部门预算|信息公开|情况说明|的函|的通知|的报告|的请示)(?:[(（]?草案[)）]?)?$"
)
UNIT_LABEL = re.compile(
    r"(?:填报单位|编制单位|填报部门|编报单位|填报单位名称|编报部门)(?:[(（]?盖章[)）]?)?\s*[:：]\s*(?!\s*[(（]?盖章)([^\s:：（(]{3,40})|^\s*([^\s:：]{4,40}?)(?:部门)?编制\s*$"
)
