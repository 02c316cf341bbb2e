"""The smallest change of a row that takes its findings away: sign, unit, deadline, object, a description with a formula."""

from __future__ import annotations

from collections.abc import Iterator

from zhibiao.features.reading import Row
from zhibiao.suggesting.describing import SCOPE, described
from zhibiao.suggesting.draft import Draft, Fields
from zhibiao.suggesting.naming import renamed
from zhibiao.suggesting.places import dressed
from zhibiao.suggesting.repair import Repair
from zhibiao.suggesting.revaluing import revalued
from zhibiao.suggesting.subject import Subject

SOURCE = "写明来源"


def mended(row: Row, codes: frozenset[str], subject: Subject, category: str) -> Draft | None:
    """None where the name itself has to go: a slogan, a wish, a thing that nobody could measure."""
    repair = Repair(row, codes, subject, category)
    name = renamed(repair)
    value = revalued(repair, name) if name is not None else None
    if name is None or value is None:
        return None
    description, more = described(repair, name)
    if "A304" in codes and (row.basis.present or row.standard.present):
        repair.reasons.append(SOURCE)
    if not repair.reasons and category == row.category:
        return None
    if not repair.reasons and row.category is None:
        repair.reasons.append("补上二级指标")
    fields = dressed(row, category, {"name": name, "value": value.text, "description": description}, keeps="A304" not in codes)
    blanks = (*(value.blanks if fields["value"] is not None else ()), *more)
    if "《＿》" in (fields["basis"] or "") and fields["basis"] != row.basis.original:
        blanks = (*blanks, "依据的文件")
    why = [*(reason for reason in repair.reasons if reason not in (SCOPE, SOURCE)), *_written(row, fields)]
    return Draft("mend", (fields,), blanks[:2], "；".join(dict.fromkeys(why)) + "。", pattern="mend")


def _written(row: Row, fields: Fields) -> Iterator[str]:
    """What stands anew in columns that a short report does not show, so that it can be copied from there."""
    for key, column, field in (
        ("description", "描述", row.description),
        ("basis", "依据栏", row.basis),
        ("standard", "标准栏", row.standard),
    ):
        new = fields.get(key)
        if field.present and new and new != field.original:
            yield f"{column}写“{new}”"
