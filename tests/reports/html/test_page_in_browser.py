"""The page in a real browser: no error, true counts, filters, evidence marked where it stands."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections import Counter
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import pytest
from chromium import page
from lxml.html import HtmlElement
from page_samples import EMPTY, FACES, HOSTILE, RULES_ONLY, SMALL, hostile, many

from zhibiao.model.report import DocumentReport, Result
from zhibiao.reports.writers import written

pytestmark = pytest.mark.browser


def text(result: Result) -> str:
    return "".join(piece.decode() if isinstance(piece, bytes) else piece for piece in written(result, "html"))


def drawn(folder: Path, result: Result, address: str = "", drive: str = "") -> HtmlElement:
    """The drawn page; an error of its script fails every test."""
    dom = page(folder, text(result), drive).drawn(address)
    (body,) = dom.xpath("//body")
    assert body.get("data-errors") is None
    assert body.get("data-ready") == ""
    return dom


def said(dom: HtmlElement, path: str) -> list[str]:
    return [node.text_content() for node in dom.xpath(path)]


def number(dom: HtmlElement, key: str) -> str:
    return said(dom, f"//*[@id='overview']//b[@data-count='{key}']")[0]


def listed(dom: HtmlElement) -> tuple[int, int]:
    section = dom.get_element_by_id("rows")
    return int(section.get("data-rows")), int(section.get("data-wholes"))


def test_an_empty_result_says_so(tmp_path: Path) -> None:
    dom = drawn(tmp_path, EMPTY)
    assert [number(dom, key) for key in ("files", "tables", "rows", "failures")] == ["0"] * 4
    assert "所给的文件中没有读到指标。" in said(dom, "//*[@id='overview']//p")
    assert [section.get("id") for section in dom.xpath("//main/section[not(@hidden)]")] == ["overview"]


def test_counts_are_those_of_the_data(tmp_path: Path) -> None:
    dom = drawn(tmp_path, SMALL)
    rows = SMALL.indicators
    found = [one for document in SMALL.documents for one in document.all_findings()]
    grades = Counter(line.grade for line in rows)
    assert {key: number(dom, key) for key in ("files", "tables", "rows", "mean", "review", "failures")} == {
        "files": "3",
        "tables": "2",
        "rows": "3",
        "mean": "77.9",
        "review": "1",
        "failures": "1",
    }
    assert {key: int(number(dom, key)) for key in ("error", "warning", "info")} == Counter(one.severity for one in found)
    assert [int(said(dom, f"//td[@data-grade='{grade}']")[0]) for grade in "优良中差"] == [grades[grade] for grade in "优良中差"]
    kinds = {node.get("data-code"): int(node.get("data-count")) for node in dom.xpath("//*[@id='kinds']//tr[@data-code]")}
    assert kinds == Counter(one.code for one in found)
    assert "指标值不可衡量" in said(dom, "//tr[@data-code='M201']//button")
    bins = {node.get("data-bin"): node.get("data-count") for node in dom.xpath("//*[local-name()='rect']")}
    assert {key: value for key, value in bins.items() if value != "0"} == {"4": "1", "9": "2"}


def test_everything_of_a_table_and_its_rows_is_shown(tmp_path: Path) -> None:
    dom = drawn(tmp_path, SMALL)
    (line,) = dom.xpath("//tr[@data-table='1']")
    shown = line.text_content()
    assert all(part in shown for part in ("技能提升", "某局", "2025", "63.8", "中", "退回重报", "8.5/10"))
    assert said(line, ".//td[starts-with(@class,'heat')]") == ["2.5", "1.5", "1.5", "3.0", "1.0"]
    (row,) = dom.xpath("//tr[@data-order='2']")
    shown = row.text_content()
    expected = ("甲-1", "41.7", "需复核", "M201的说明。", "≥90%", "请核对原意", "群众满意度", "≥＿%", "比例", "范围不清（模型")
    assert [part for part in expected if part not in shown] == []
    assert "第二条不显示" not in shown
    assert "质量 → 满意度（模型判断，把握 91%；也可归社会效益）" in shown
    assert "（空白）" in shown
    assert said(row, ".//p[@class='strip']/span") == ["S2", "M0", "A0", "R3", "T1"]
    assert said(dom, "//tr[@data-order='3']//p[@class='strip']/span")[-1] == "T—"
    assert len(dom.xpath("//*[@id='rows']//tr[@class='whole']")) == 2
    assert "坏.pdf：文件是空的。请重新导出。" in dom.get_element_by_id("failures").text_content()
    assert "80%" in dom.get_element_by_id("copies").text_content()
    assert "第1个表按推断接上" in dom.get_element_by_id("files").text_content()
    assert said(dom, "//*[@id='engine']") == ["zhibiao 9.8.7　57 条规则　模型 模型甲"]


def marks(row: HtmlElement, index: int) -> str:
    return "".join(mark.text_content() for mark in row.iter("mark") if str(index) in mark.get("data-of").split())


def test_marked_text_is_the_evidence(tmp_path: Path) -> None:
    (row,) = drawn(tmp_path, SMALL).xpath("//tr[@data-order='2']")
    findings = SMALL.indicators[0].findings
    assert [marks(row, index) for index in range(len(findings))] == [one.evidence for one in findings]
    name = row.xpath(".//p[@class='name']/span")[0]
    assert name.text_content() == FACES
    assert [(mark.get("class"), mark.text_content()) for mark in name.iter("mark")] == [
        ("error", "😀"),
        ("warning", "群众满"),
        ("warning", "意度"),  # where two overlap, the graver one shows and both are named
        ("info", "😀调"),
    ]
    assert len(name.xpath(".//mark[contains(@title, 'S101') and contains(@title, 'S104')]")) == 1


@pytest.mark.parametrize(
    ("address", "rows", "wholes"),
    [
        ("", 3, 2),
        ("#q=满意度", 1, 0),
        (f"#q={quote('满意度')}&code=M201", 1, 0),
        ("#q=满意度&code=M202", 0, 0),
        ("#q=100人", 2, 0),  # written １００人
        ("#q=道路养护", 1, 0),
        ("#q=乙.XLSX 培训", 1, 0),
        ("#q=p605", 0, 1),
        ("#code=D701", 0, 1),
        ("#severity=error", 1, 1),
        ("#severity=warning&code=S105", 0, 0),
        ("#grade=优", 2, 0),
        ("#letter=M0", 1, 0),
        ("#category=数量", 2, 0),
        ("#review=1", 1, 0),
        ("#table=2", 1, 0),
        ("#q=%E0%A4%A&x=1", 0, 0),  # a broken link finds nothing and breaks nothing
    ],
)
def test_the_address_filters(tmp_path: Path, address: str, rows: int, wholes: int) -> None:
    dom = drawn(tmp_path, SMALL, address)
    assert listed(dom) == (rows, wholes)
    assert len(dom.xpath("//*[@id='rows']//tr[@class='row']")) == rows
    assert said(dom, "//*[@id='shown']")[0].startswith(f"列出 {rows} 个指标（共 3 个）")


def test_a_chosen_kind_is_explained_and_rows_are_sorted(tmp_path: Path) -> None:
    dom = drawn(tmp_path, SMALL, "#code=M201&sort=low")
    assert "M201 指标值不可衡量" in said(dom, "//details[@class='explanation']/summary")[0]
    dom = drawn(tmp_path, SMALL, "#sort=low")
    assert said(dom, "//*[@id='rows']//tr[@class='row']//td[@class='points']/b") == ["41.7", "96.0", "96.0"]
    assert said(drawn(tmp_path, SMALL, "#sort=high"), "//*[@id='rows']//td[@class='points']/b") == ["96.0", "96.0", "41.7"]


DRIVEN = """
const seen = [];
function note() {
  const { rows, wholes } = document.getElementById("rows").dataset;
  seen.push([decodeURIComponent(location.hash), rows, wholes]);
}
function press(path) { document.querySelector(path).click(); note(); }
press('tr[data-code="M201"] button');
press('tr[data-table="2"] button');
press('#project');
press('button[aria-label^="可衡量性 0 级"]');
const select = document.getElementById("choose-grade");
select.value = "优"; select.dispatchEvent(new Event("change")); note();
press('#clear');
location.hash = "#q=培训";
window.addEventListener("hashchange", () => { note(); document.body.dataset.seen = JSON.stringify(seen); });
document.querySelector("#projects button.open").click();
"""


def test_what_is_pressed_filters_and_stands_in_the_address(tmp_path: Path) -> None:
    dom = drawn(tmp_path, SMALL, drive=DRIVEN)
    assert json.loads(dom.xpath("//body")[0].get("data-seen")) == [
        ["#severity=error&code=M201", "1", "0"],
        ["#table=2", "1", "0"],
        ["", "3", "2"],
        ["#letter=M0", "1", "0"],
        ["#grade=优&letter=M0", "0", "0"],
        ["", "3", "2"],
        ["#q=培训", "2", "0"],
    ]
    (form,) = dom.xpath("//table[@class='review']")
    assert said(form, ".//tbody/tr[1]/*") == ["完整性 8.5/20", "规范完整性", "8.5/10", "良", "9个指标中有1个填报不规范"]
    assert said(form, ".//tbody/tr[2]/*")[2:4] == ["—/10", "不评"]
    under = form.getparent().text_content()
    assert "P605的说明。" in under
    assert "全年培训100人" in under


def test_rules_alone_show_no_grades(tmp_path: Path) -> None:
    dom = drawn(tmp_path, RULES_ONLY)
    assert "这次只按规则查找问题，没有使用模型，不给等级和得分。" in said(dom, "//*[@id='overview']//p")
    assert dom.xpath("//*[@data-count='mean'] | //*[@class='strip'] | //*[@id='choose-grade']") == []
    assert listed(dom) == (1, 0)


def test_parts_of_one_source_are_one_file(tmp_path: Path) -> None:
    parts = tuple(replace(many(4).documents[0], source="-", tables=(replace(many(4).documents[0].tables[0], table=one),)) for one in (1, 2))
    dom = drawn(tmp_path, Result(SMALL.engine, (DocumentReport("-"), *parts, DocumentReport("别的.csv"))))
    assert [number(dom, key) for key in ("files", "tables", "rows")] == ["2", "2", "8"]
    assert said(dom, "//*[@id='files']//tbody//th") == ["标准输入", "别的.csv"]


def test_hostile_text_is_text(tmp_path: Path) -> None:
    dom = drawn(tmp_path, hostile())
    shown = [text.replace("\0", "\u2400") for text in HOSTILE]
    shown = ["".join("\ufffd" if "\ud800" <= one <= "\udfff" else one for one in text) for text in shown]
    rows = dom.xpath("//*[@id='rows']//tr[@class='row']")
    assert [row.xpath(".//p[@class='name']")[0].text_content() for row in rows] == shown
    assert [marks(row, 0) for row in rows] == shown
    assert [marks(row, 1) for row in rows] == [text[1] for text in shown]
    assert dom.xpath("//main//script | //main//img | //footer//script") == []


def test_a_table_of_5000_rows_is_drawn_in_parts_and_printed_whole(tmp_path: Path) -> None:
    result = many(5000)
    dom = drawn(tmp_path, result)
    assert listed(dom) == (5000, 0)
    assert 50 <= len(dom.xpath("//*[@id='rows']//tr[@class='row']")) <= 500
    assert listed(drawn(tmp_path, result, "#q=培训人数&grade=优")) == (500, 0)
    dom = drawn(tmp_path, result, "#code=M201", "window.dispatchEvent(new Event('beforeprint'))")
    assert len(dom.xpath("//*[@id='rows']//tr[@class='row']")) == 4500


PDFTOTEXT = shutil.which("pdftotext")


@pytest.mark.skipif(PDFTOTEXT is None, reason="needs pdftotext (poppler-utils)")
def test_paper_holds_all_chosen_rows_and_no_controls(tmp_path: Path) -> None:
    target = tmp_path / "报告.pdf"
    page(tmp_path, text(many(120))).run(f"--print-to-pdf={target}", "--no-pdf-header-footer", address="#grade=差")
    printed = subprocess.run([PDFTOTEXT or "", "-layout", target, "-"], capture_output=True, check=True).stdout.decode()
    pages = [one for one in printed.split("\f") if one.strip()]
    assert printed.count("41.7") >= 108
    assert "清除筛选" not in printed
    assert sum("问题和建议" in one for one in pages) >= len(pages) - 3  # the heading stands on every page of rows
