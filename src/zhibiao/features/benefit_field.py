"""Whether a row under 生态效益 or 经济效益 has any word of that field (lexicon/benefit_fields.tsv, field_projects.tsv)."""

from __future__ import annotations

from zhibiao.features.reading import Row
from zhibiao.lexicon.patterns import any_of

_FIELDS = {field: any_of("benefit_fields", field=field) for field in ("生态效益", "经济效益")}
_PROJECTS = {field: any_of("field_projects", field=field) for field in _FIELDS}
_SOCIAL = any_of("social_marks")
_FALSE = any_of("false_environments")  # 办公环境, 营商环境: no nature in them
_NAMES = ("生态环境", "生态文明", "生态", "环境", "环保", "绿色")


def lacks_field(row: Row) -> bool:
    """Written under one of the two fields, with no word of it in name, description or value, nor a project of that field."""
    field = _FIELDS.get(row.category or "")
    text = "\n".join((row.name.text, row.description.text, row.value.text))
    if field is None or len(text) <= 6:
        return False
    if field.search(_FALSE.sub("", text) if row.category == "生态效益" else text):
        return False
    if row.value.measures.quantities and not _SOCIAL.search(row.name.text + row.description.text):
        return False  # a figure in words of a trade that the list does not know
    return not (row.table.context and _PROJECTS[row.category or ""].search(_FALSE.sub("", row.table.about)))


def only_names_field(row: Row) -> bool:
    """Under 生态效益, with no more of nature than the word itself, no figure, and nothing of it in the project."""
    if row.category != "生态效益" or row.value.measures.quantities:
        return False
    text = _FALSE.sub("", row.name.text + "\n" + row.description.text + "\n" + row.value.text)
    for name in _NAMES:
        text = text.replace(name, "")
    field, about = _FIELDS["生态效益"], row.table.about
    return bool(about) and row.table.context and not field.search(text) and not field.search(_FALSE.sub("", about))


def names_nature(row: Row) -> bool:
    """Whether a row, wherever it is written, speaks of nature."""
    return bool(_FIELDS["生态效益"].search(_FALSE.sub("", row.name.text + "\n" + row.description.text)))
