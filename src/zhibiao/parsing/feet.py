"""Rows under the indicators: sums, signatures, notes. What stands in a name column is a name unless it is such a word alone."""

from __future__ import annotations

import re
from collections.abc import Iterable

from zhibiao.parsing.columns import Header
from zhibiao.parsing.matrix import Matrix
from zhibiao.text.clean import squeeze

_OPENS = re.compile(
    r"^(?:填表人|填报人|填表单位|填表说明|填报说明|注[:1-9、.]|注$|备注:|说明:|单位负责人|项目负责人:|联系人|联系电话|审核人|制表|经办人|总分|总计|合计|小计|自评总分|自评得分|自评结论|自评等级|"
    r"其他(?:需要)?说明|财政(?:部门|局)?(?:审核)?意见|主管部门(?:审核)?意见|部门(?:审核)?意见|附件|绩效自评|评价结论|填表日期|填报日期|单位公章|审核意见|备注$|存在问题|改进措施|总得分|有关说明|负责人签字|计分说明)"
)
# the same words alone, or before a colon, a bracket or a blank: 联系人：张三, but not 联系人数
_ALONE = re.compile(
    r"^(?:(?:填表人|填报人|审核人|经办人|制表人?|(?:单位|项目|分管)?负责人|联系人(?:及(?:联系)?(?:电话|方式))?|联系(?:电话|方式)|填表单位|填报单位|单位公章)(?:签字|签章|签名|盖章)?"
    r"|填表说明|填报说明|有关说明|计分说明|其他(?:需要)?说明(?:的问题|的情况)?|(?:财政(?:部门|局)?|主管部门|部门)?(?:审核)?意见|填表日期|填报日期|注\d{0,2}|备注\d{0,2}|说明"
    r"|总分|总计|合计|小计|总得分|自评总分|自评得分|自评结论|自评等级|评价结论|绩效自评(?:结论|等级|得分|结果)?|存在(?:的)?(?:主要)?问题(?:及.{0,8})?|改进措施(?:及.{0,8})?|附件\d{0,2})"
    r"(?:[:(、.].*)?$",
    re.S,
)
_SUM = re.compile(r"^(?:总分|合计|总计|总得分|自评总分)$")
_NAMING = ("name", "name?", "list.project_name", "list.project_code", "list.department", "extra")


def is_foot(matrix: Matrix, header: Header, r: int) -> bool:
    """Whether a row begins as a foot does: in the first column; a sum may stand in any."""
    cell = matrix.texts(r)[0]
    text = cell.text.strip()
    if _SUM.match(squeeze(text)):
        return not _has_level(matrix, header, r) or header.find("name") is None or cell.column < _start(header, "name")
    columns = [c for c in header.columns if c.role not in ("side", "skip")]
    if cell.column > (columns[0].start if columns else 0):
        return False
    here = next((c for c in header.columns if c.start <= cell.column < c.stop), None)
    if here is not None and here.role in _NAMING:
        return bool(_ALONE.match(squeeze(text)) or (" " in text and _ALONE.match(text.split()[0])))
    return bool(_OPENS.match(squeeze(text)))


def data_follows(matrix: Matrix, header: Header, rows: Iterable[int]) -> bool:
    """Whether one of the rows is plainly an indicator of the same table."""
    return any(matrix.texts(k) and not is_foot(matrix, header, k) and _is_plain_data(matrix, header, k) for k in rows)


def _start(header: Header, role: str) -> int:
    column = header.find(role)
    return column.start if column else 0


def _has_level(matrix: Matrix, header: Header, r: int) -> bool:
    """A level stands beside the row, its own or one that reaches down to it."""
    for column in (header.find("level1"), header.find("level2")):
        if column is not None and column.start < matrix.width:
            cell = matrix.rows[r][column.start]
            if cell is not None and cell.text.strip() and cell.column + cell.column_span <= column.stop:
                return True
    return False


def _is_plain_data(matrix: Matrix, header: Header, r: int) -> bool:
    """Name and value stand in cells of their own, and none of them is a label with a colon."""
    name, value = header.find("name") or header.find("name?"), header.find("value") or header.find("value~")
    if name is None or value is None or max(name.start, value.start) >= matrix.width:
        return False
    cells = [matrix.rows[r][column.start] for column in (name, value)]
    return all(
        cell is not None and cell.row == r and cell.text.strip() and cell.column == column.start and ":" not in squeeze(cell.text)
        for cell, column in zip(cells, (name, value), strict=True)
    ) and (cells[0] is not cells[1])
