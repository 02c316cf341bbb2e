"""The smallest change of a row that takes its findings away: sign, unit, deadline, object, a description with a formula."""

from __future__ import annotations

from zhibiao.features.reading import Row
from zhibiao.suggesting.describing import described
from zhibiao.suggesting.draft import Draft
from zhibiao.suggesting.naming import renamed
from zhibiao.suggesting.places import dressed
from zhibiao.suggesting.repair import Repair
from zhibiao.suggesting.revaluing import revalued
from zhibiao.suggesting.subject import Subject


def mended(row: Row, codes: frozenset[str], subject: Subject, category: str) -> Draft | None:
    """None where the name itself has to go: a slogan, a wish, a thing that nobody could measure."""
    repair = Repair(row, codes, subject, category)
    name = renamed(repair)
    value = revalued(repair, name) if name is not None else None
    if name is None or value is None:
        return None
    description, more = described(repair, name)
    if "A304" in codes and (row.basis.present or row.standard.present):
        repair.reasons.append("依据栏写明来源" if row.basis.present else "标准栏写明来源")
    if not repair.reasons and category == row.category:
        return None
    if not repair.reasons and row.category is None:
        repair.reasons.append("补上二级指标")
    fields = dressed(row, category, {"name": name, "value": value.text, "description": description}, keeps="A304" not in codes)
    blanks = (*(value.blanks if fields["value"] is not None else ()), *more)
    if "《＿》" in (fields["basis"] or "") and fields["basis"] != row.basis.original:
        blanks = (*blanks, "依据的文件")
    return Draft("mend", (fields,), blanks[:2], "；".join(dict.fromkeys(repair.reasons)) + "。", pattern="mend")
