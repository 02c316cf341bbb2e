"""Safe fixes as tracked changes: what accepting and rejecting give, and what is better left to the author."""

from __future__ import annotations

from itertools import pairwise

import pytest
from copies import WHEN, all_typed, by_local, comments, document_of, finding, local, parts, report_of, root, settled, typed, value
from docx_builder import p, read, t, tc
from form_documents import form, titled
from hypothesis import given
from hypothesis import strategies as st

from zhibiao.model.finding import Fix
from zhibiao.reports.annotate import annotate
from zhibiao.reports.annotate.copy import Copy

BOLD = "<w:rPr><w:b/></w:rPr>"


def fixed(data: bytes, *fixes: Fix) -> Copy:
    document = document_of(data)
    said = [finding("value", "", f"M20{number}", fix) for number, fix in enumerate(fixes, 1)]
    copy = annotate(data, document, report_of(document, {(1, 2): said}), fixes=True, when=WHEN)
    assert all_typed(settled(copy.data, accept=False)) == all_typed(data)
    assert read(settled(copy.data, accept=False)).blocks == read(data).blocks
    return copy


def cell(data: bytes) -> str:
    return typed(by_local(root(data, "word/document.xml"), "tc")[-1])


def accepted(data: bytes, *fixes: Fix) -> str:
    return cell(settled(fixed(data, *fixes).data, accept=True))


def changes(data: bytes) -> list[tuple[str, str]]:
    """Kind and text of each tracked change."""
    marks = by_local(root(data, "word/document.xml"), "ins", "del")
    return [(local(one), "".join(piece.text or "" for piece in by_local(one, "t", "delText"))) for one in marks]


def unit(old: str = "≥88百分比", new: str = "≥88%") -> Fix:
    return Fix("value", old, new, True)


def test_only_what_differs_is_changed() -> None:
    copy = fixed(titled(form("≥88百分比")), unit())
    assert (copy.fixes, copy.comments) == (1, 1)
    assert changes(copy.data) == [("del", "百分比"), ("ins", "%")]
    mark = by_local(root(copy.data, "word/document.xml"), "del")[0]
    assert (value(mark, "author"), value(mark, "date")) == ("指标 zhibiao", "2025-11-03T09:30:00Z")
    ids = [value(one, "id") for one in by_local(root(copy.data, "word/document.xml"), "ins", "del", "commentRangeStart")]
    assert len(set(ids)) == 3
    assert "建议把“≥88百分比”改为“≥88%”，已用修订标出，可以接受或拒绝。" in "".join(comments(copy.data).values())


@pytest.mark.parametrize(
    ("written", "fix", "meant", "marks"),
    [
        ("≥95", unit("≥95", "≥95%"), "≥95%", [("ins", "%")]),
        ("95%", unit("95%", "≥95%"), "≥95%", [("ins", "≥")]),
        ("≥100%", unit("≥100%", "=100%"), "=100%", [("del", "≥"), ("ins", "=")]),
        ("约 88 百分比", unit("88百分比", "88%"), "约 88 %", [("del", "百分比"), ("ins", "%")]),
        ("≥5件件", unit("5件件", "5件"), "≥5件", [("del", "件")]),
        (
            tc(p(t("≥8") + f"<w:r>{BOLD}<w:t>8百</w:t></w:r>" + t("分比以上"))),
            unit(),
            "≥88%以上",
            [("del", "百"), ("del", "分比"), ("ins", "%")],
        ),
        (tc(p("≥88") + p("百分比")), unit(), "≥88%", [("del", "百分比"), ("ins", "%")]),
        (tc(p("<w:r><w:t>≥88</w:t><w:tab/><w:t>百分比</w:t></w:r>")), unit(), "≥88%", [("del", "百分比"), ("ins", "%")]),
        (tc(p("<w:r><w:tab/><w:t>95%</w:t></w:r>")), unit("95%", "≥95%"), "≥95%", [("ins", "≥")]),
    ],
)
def test_accepting_gives_what_was_meant(written: str, fix: Fix, meant: str, marks: list[tuple[str, str]]) -> None:
    data = titled(form(written))
    assert accepted(data, fix) == meant
    assert changes(fixed(data, fix).data) == marks


def test_the_new_text_looks_as_the_old_one() -> None:
    data = titled(form(tc(p(f"<w:r>{BOLD}<w:t>≥88百分比</w:t></w:r>"))))
    new = by_local(root(fixed(data, unit()).data, "word/document.xml"), "ins")[0]
    assert [local(one) for one in by_local(new, "b")] == ["b"]


def test_two_fixes_of_one_cell_stand_side_by_side() -> None:
    data = titled(form("≥100"))
    copy = fixed(data, unit("≥100", "=100"), unit("≥100", "≥100%"))
    assert copy.fixes == 2
    assert cell(settled(copy.data, accept=True)) == "=100%"


def test_of_two_fixes_of_the_same_words_the_first_is_made() -> None:
    copy = fixed(titled(form("≥88百分比")), unit(), unit("≥88百分比", "≥88‰"))
    assert copy.fixes == 1
    assert cell(settled(copy.data, accept=True)) == "≥88%"


CHANGE = 'w:id="7" w:author="张三" w:date="2025-01-01T00:00:00Z"'
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>X</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
)


@pytest.mark.parametrize(
    "written",
    [
        "≥77百分比",
        "≥88百分比或≥88百分比",
        tc(f"<w:p><w:ins {CHANGE}>{t('≥88百分比')}</w:ins></w:p>"),
        tc(f'<w:p>{FIELD}{t("≥88百分比")}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'),
        tc(p("≥88百") + p("分比")),
    ],
    ids=["not there", "twice", "somebody's change", "a field's result", "over two paragraphs"],
)
def test_what_is_not_for_sure_is_left_to_the_author(written: str) -> None:
    copy = fixed(titled(form(written)), unit())
    assert (copy.fixes, copy.comments) == (0, 1)
    assert by_local(root(copy.data, "word/document.xml"), "del") == []
    assert "已用修订" not in "".join(comments(copy.data).values())


def test_fixes_that_are_not_safe_are_only_told() -> None:
    copy = fixed(titled(form("≥88百分比")), Fix("value", "≥88百分比", "≥88%", False))
    assert copy.fixes == 0
    assert "改为“≥88%”，请先核对是否符合本意。" in "".join(comments(copy.data).values())


def test_fixes_are_made_only_on_wish() -> None:
    data = titled(form("≥88百分比"))
    document = document_of(data)
    copy = annotate(data, document, report_of(document, {(1, 2): [finding("value", "", "M207", unit())]}), when=WHEN)
    assert copy.fixes == 0
    assert all_typed(copy.data) == all_typed(data)
    assert "建议把“≥88百分比”改为“≥88%”。" in "".join(comments(copy.data).values())


TEXT = st.text("≥88%百分比 人", min_size=1, max_size=6)


@given(TEXT, TEXT, TEXT, TEXT, st.lists(st.integers(0, 18), max_size=3))
def test_any_change_can_be_rejected_and_accepted(before: str, old: str, new: str, behind: str, cuts: list[int]) -> None:
    whole = before + old + behind
    places = [0, *sorted({cut for cut in cuts if 0 < cut < len(whole)}), len(whole)]
    runs = "".join(t(whole[start:end]) for start, end in pairwise(places))
    data = titled(form(tc(f"<w:p>{runs}</w:p>")))
    copy = fixed(data, unit(old, new))
    got = cell(settled(copy.data, accept=True))
    squeezed, wanted = "".join(whole.split()), "".join(old.split())
    if copy.fixes:
        assert squeezed.count(wanted) == 1
        assert "".join(got.split()) == squeezed.replace(wanted, "".join(new.split()))
    else:
        assert got == whole
    assert set(parts(copy.data)) >= set(parts(data))
