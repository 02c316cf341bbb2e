"""Every Word and Excel file of the test documents and samples: nothing visible changes, and every finding stands in its cell."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import openpyxl
import pytest
from copies import (
    NAMES,
    ORIGINALS,
    TOP,
    WHEN,
    all_typed,
    by_local,
    commented,
    document_of,
    finding,
    judged,
    parts,
    report_of,
    root,
    settled,
    typed,
)
from docx_builder import p, t, tbl, tc, tr
from form_documents import form, titled, word
from lxml import etree
from office_copies import annotations, noted, opened, squeezed

from zhibiao.config.limits import Limits
from zhibiao.model.report import DocumentReport
from zhibiao.reading import read_bytes
from zhibiao.reports.annotate import annotate, annotated
from zhibiao.reports.annotate.copy import Copy
from zhibiao.reports.annotate.grounds import Grounds
from zhibiao.reports.annotate.remarks import Remark, remarks
from zhibiao.reports.annotate.wording import lines, plain
from zhibiao.text.clean import squeeze

SAMPLES = sorted(path for path in (TOP / "samples").iterdir() if path.suffix in (".docx", ".xlsx"))
WORD = [path for path in ORIGINALS if path.suffix == ".docx"]


def copied(path: Path, fixes: bool = False) -> Copy:
    data, document, report = judged(path)
    return annotate(data, document, report, fixes, WHEN)


def placed(path: Path) -> list[Remark]:
    data, document, report = judged(path)
    return remarks(document, report, Grounds(read_bytes(data, path.name, Limits()).blocks))


def evidence_of_rows(report: DocumentReport) -> list[tuple[str, str]]:
    """(what the cell must hold, message) of the findings that quote their cell."""
    found = (one for table in report.tables for line in table.indicators for one in line.findings)
    return [(one.evidence, one.message) for one in found if one.evidence and one.field in ("name", "description")]


@pytest.mark.parametrize("path", [*ORIGINALS, *SAMPLES], ids=lambda path: path.name)
def test_what_is_visible_stays_character_by_character(path: Path) -> None:
    data = path.read_bytes()
    copy = copied(path)
    before, after = read_bytes(data, path.name, Limits()), read_bytes(copy.data, path.name, Limits())
    assert (after.blocks, after.doubts) == (before.blocks, before.doubts)
    assert (copy.comments > 0) == bool(list(judged(path)[2].all_findings()))
    if path.suffix == ".docx":
        assert all_typed(copy.data) == all_typed(data)
        docx.Document(io.BytesIO(copy.data))
    else:
        assert values(copy.data) == values(data)


def values(data: bytes) -> list[tuple[str, list[list[object]]]]:
    """Every cell as openpyxl reads it, formulas as formulas."""
    workbook = openpyxl.load_workbook(io.BytesIO(data))
    return [(sheet.title, [[cell.value for cell in row] for row in sheet.iter_rows()]) for sheet in workbook.worksheets]


@pytest.mark.parametrize("path", ORIGINALS, ids=NAMES)
def test_parts_that_hold_no_comments_stay_byte_for_byte(path: Path) -> None:
    before, after = parts(path.read_bytes()), parts(copied(path).data)
    changed = {name for name in before if before[name] != after.get(name)}
    assert {name for name in changed if not name.endswith((".rels", "document.xml", "comments.xml", "[Content_Types].xml"))} <= {
        name for name in changed if name.startswith("xl/worksheets/sheet")
    }
    for name in changed:
        if name.startswith("xl/worksheets/sheet"):
            place = after[name].index(b"<legacyDrawing ")
            assert after[name][:place] + after[name][after[name].index(b">", place) + 1 :] == before[name]


@pytest.mark.parametrize("path", ORIGINALS, ids=NAMES)
def test_every_finding_is_said_once(path: Path) -> None:
    report = judged(path)[2]
    said = [one.finding for remark in placed(path) for one in remark.said]
    key = lambda one: (one.code, one.field, one.span, one.message)  # noqa: E731
    assert sorted(map(key, said)) == sorted(map(key, report.all_findings()))


@pytest.mark.parametrize("path", WORD, ids=lambda path: path.name)
def test_findings_that_quote_a_cell_stand_in_that_cell(path: Path) -> None:
    found = commented(copied(path).data)
    for quoted, message in evidence_of_rows(judged(path)[2]):
        assert any(squeezed(quoted) in squeezed(cell) and message.replace("\n", " ") in text for cell, text in found), message


@pytest.mark.parametrize("path", WORD, ids=lambda path: path.name)
def test_rejecting_all_changes_gives_the_old_text(path: Path) -> None:
    copy = copied(path, fixes=True)
    assert all_typed(settled(copy.data, accept=False)) == all_typed(path.read_bytes())
    assert len(by_local(root(copy.data, "word/document.xml"), "ins", "del")) >= copy.fixes


def test_accepting_the_changes_of_a_sample_gives_the_text_as_it_was_meant() -> None:
    copy = copied(SAMPLES[0], fixes=True)
    assert copy.fixes == 2
    texts = [typed(cell) for cell in by_local(root(settled(copy.data, accept=True), "word/document.xml"), "tc")]
    assert "≥88%" in texts
    assert "≥95%" in texts
    assert "≥88百分比" not in texts


@pytest.mark.office
def test_libreoffice_shows_every_comment_in_its_cell(tmp_path: Path) -> None:
    paths = {path.name: path for path in ORIGINALS}
    found = opened({name: copied(path).data for name, path in paths.items()}, tmp_path)
    count = 0
    for name, path in paths.items():
        said = placed(path)
        grounds = Grounds(read_bytes(path.read_bytes(), name, Limits()).blocks)
        texts = {place: text for text, place in grounds.texts}
        shown = annotations(found[name])
        if path.suffix == ".xlsx":
            places = [(remark.place.sheet, remark.place.row, remark.place.column) for remark in said]
            assert sorted(noted(found[name])) == sorted(places), name
            assert sorted(text for _, text in shown) == sorted(squeezed(plain(lines(remark.said))) for remark in said), name
        else:
            wanted = sorted((texts.get(remark.place, ""), squeezed(plain(lines(remark.said)))) for remark in said)
            assert sorted((squeeze(cell), text) for cell, text in shown) == wanted, name
        count += len(shown)
    assert count > 250


CONTROL = "<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
CHANGE = 'w:id="7" w:author="张三" w:date="2025-01-01T00:00:00Z"'
ODD = {
    "plain": "≥200人",
    "blank": "<w:tc><w:p/></w:tc>",
    "control in the cell": tc(CONTROL.format(p("≥200人"))),
    "control round the cell": CONTROL.format(tc("≥200人")),
    "control in the paragraph": tc(f"<w:p>{CONTROL.format(t('≥200人'))}</w:p>"),
    "smart tag": tc(f'<w:p><w:smartTag w:uri="x" w:element="x">{t("≥200人")}</w:smartTag></w:p>'),
    "two paragraphs": tc(p("≥200") + p("人")),
    "inserted": tc(f"<w:p>{t('≥')}<w:ins {CHANGE}>{t('200人')}</w:ins></w:p>"),
    "deleted": tc(f"<w:p><w:del {CHANGE}><w:r><w:delText>甲</w:delText></w:r></w:del>{t('≥200人')}</w:p>"),
    "merged": tc("≥200人", '<w:hMerge w:val="restart"/>') + tc("", "<w:hMerge/>"),
}


@pytest.mark.office
def test_libreoffice_shows_comments_in_odd_cells(tmp_path: Path) -> None:
    copies = {}
    for number, cell in enumerate(ODD.values()):
        inner = word(tbl(tr(tc(p("附表") + form(cell) + p("")))))
        for name, data in {f"o{number}.docx": titled(form(cell)), f"n{number}.docx": inner}.items():
            document = document_of(data)
            copies[name] = annotated(data, document, report_of(document, {(1, 2): [finding("value", "200")]}), when=WHEN)
    for name, found in opened(copies, tmp_path).items():
        kind = list(ODD)[int(name[1:-5])]
        shown = {"blank": "", "deleted": "甲≥200人"}.get(kind, "≥200人")  # deleted text is in the flat file too
        assert [cell for cell, _ in annotations(found)] == [shown], (name, kind)
        assert [text for _, text in annotations(found)] == ["【错误】M201指标值不可衡量：value不好。本行得分50，差。"], (name, kind)


@pytest.mark.office
def test_libreoffice_takes_the_changes_for_changes(tmp_path: Path) -> None:
    copy = copied(SAMPLES[0], fixes=True)
    (found,) = opened({"a.docx": copy.data}, tmp_path).values()
    regions = [one for one in found.iter() if isinstance(one.tag, str) and etree.QName(one).localname == "changed-region"]
    assert sorted(etree.QName(one[0]).localname for one in regions) == ["deletion", "insertion", "insertion"]
