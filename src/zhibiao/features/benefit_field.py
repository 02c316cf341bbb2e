"""Whether a row under 生态效益 or 经济效益 has any word of that field (lexicon/benefit_fields.tsv, field_projects.tsv)."""

from __future__ import annotations

import re

from zhibiao.features.action import is_action
from zhibiao.features.effect import is_effect
from zhibiao.features.filler import is_slogan
from zhibiao.features.lazy import once
from zhibiao.features.reading import Row
from zhibiao.lexicon.categories import OUTPUTS
from zhibiao.lexicon.patterns import any_of

_FIELDS = {field: any_of("benefit_fields", field=field) for field in ("生态效益", "经济效益")}
_PROJECTS = {field: any_of("field_projects", field=field) for field in _FIELDS}
_SOCIAL = any_of("social_marks")
_FALSE = any_of("false_environments")  # 办公环境, 营商环境: no nature in them
# The names of a field, and what is said with them in any project: 美化环境, 促进经济发展
_NAMES = {
    "生态效益": re.compile(r"生态环境|生态文明|生态|环境|环保|绿色|低碳|节能|减排|节约|资源|人居|宜居|美化|优美|整洁|美丽|市容|村容|镇容"),
    "经济效益": re.compile(r"经济社会|社会经济|经济|产业|高质量|发展|增长|效益|促进|带动|拉动"),
}
_ECONOMY = re.compile("经济|产业|高质量发展")
# projects of people, teaching and a unit's own affairs: of others one cannot say that they do nothing for the economy
_NO_ECONOMY = re.compile("工会|党|团委|共青团|妇联|残联|慰问|科普|宣讲|机关|会议|档案|工作经费|阅读|演讲|文艺|征文|比赛|学生|少年|老年")


def is_wish(core: str) -> bool:
    """An effect, an action or a slogan: a figure beside it counts nothing."""
    return is_effect(core) or is_action(core) or is_slogan(core)


@once
def lacks_field(row: Row) -> bool:
    """Written under one of the two fields, with no word of it in name, description or value, nor a project of that field."""
    field = _FIELDS.get(row.category or "")
    text = "\n".join((row.name.text, row.description.text, row.value.text))
    if field is None or len(text) <= 6:
        return False
    if field.search(_FALSE.sub("", text) if row.category == "生态效益" else text):
        return False
    if row.value.measures.quantities and not (_SOCIAL.search(row.name.text + row.description.text) and is_wish(row.name.core)):
        return False  # a figure in words of a trade that the list does not know
    return not (row.table.context and _PROJECTS[row.category or ""].search(_FALSE.sub("", row.table.about)))


def only_names_field(row: Row) -> bool:
    """With no more of nature or the economy than the name of the field itself, no figure, and nothing of it in the project."""
    field = row.category or ""
    if field not in _NAMES or (row.value.measures.quantities and not is_slogan(row.name.core)):
        return False
    if not _NAMES[field].search(row.name.text):
        return False
    if field == "经济效益" and not (_ECONOMY.search(row.name.text) and _NO_ECONOMY.search(row.table.project_name.text)):
        return False
    text = _FALSE.sub("", row.name.text + "\n" + row.description.text + "\n" + row.value.text)
    return row.table.context and not _FIELDS[field].search(_NAMES[field].sub("", text)) and not has_field(row)


def has_field(row: Row) -> bool:
    """Whether the project is of the row's field: by what the table says of it, or by what it delivers; a project not told might be."""
    field = row.category or ""
    outputs = "\n".join(other.name.text for other in row.table.rows if other.category in OUTPUTS)
    about = row.table.about
    return not about or bool(_PROJECTS[field].search(_FALSE.sub("", about + "\n" + outputs)))


def names_nature(row: Row) -> bool:
    """Whether a row, wherever it is written, speaks of nature."""
    return bool(_FIELDS["生态效益"].search(_FALSE.sub("", row.name.text + "\n" + row.description.text)))
