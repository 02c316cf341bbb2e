"""Words that label the head of a form: name, code, money, objectives (labels.tsv). A form's own stand in parsing/forms.

A role ending in ~ gives way to the same role without it (总体目标 is the period's goal where 年度目标 stands beside it)."""

from __future__ import annotations

from zhibiao.lexicon.words import by_role, words

LABELS = {word: role for word, role in words("labels").items() if role != "amount_other"}
# over the money columns of a self-evaluation: the first of them that is printed holds the budget
# the words over the money columns of a self-evaluation; the budget is taken from the first of these that is printed
AMOUNT_COLUMNS = ("年初预算数", "年初预算", "预算数", "全年预算数", "全年预算", "调整预算数", "年度预算", "预算金额")
AMOUNT_OTHERS = frozenset(by_role("labels", "amount_other"))
