"""The page as it is written, before a browser sees it."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser

import pytest
from page_samples import EMPTY, RULES_ONLY, SMALL, hostile, many

from zhibiao.model.report import DocumentReport, Failure, Result
from zhibiao.reports.html.writer import HtmlWriter
from zhibiao.reports.score_json import report_json
from zhibiao.reports.writers import written

VOID = {"meta", "link", "br", "img", "input"}
BLOCK = re.compile(r'<script type="application/json" data-block="([a-z]+)">(.*?)</script>', re.S)


def text(result: Result) -> str:
    return "".join(piece.decode() if isinstance(piece, bytes) else piece for piece in written(result, "html"))


class Nesting(HTMLParser):
    """Open elements; every end must close the last of them."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("result", [EMPTY, SMALL, RULES_ONLY, hostile()], ids=["empty", "small", "rules", "hostile"])
def test_the_page_is_well_formed(result: Result) -> None:
    page = text(result)
    assert page.startswith('<!DOCTYPE html>\n<html lang="zh-CN">')
    parser = Nesting()
    parser.feed(page)
    parser.close()
    assert parser.open == []


def test_the_blocks_hold_the_report() -> None:
    blocks = [(kind, json.loads(value)) for kind, value in BLOCK.findall(text(SMALL))]
    assert [kind for kind, _ in blocks] == ["engine", "rules", "document", "document", "document", "failures", "copies"]
    assert blocks[0][1] == {"version": "9.8.7", "models": ["模型甲"], "rules": 57}
    assert blocks[1][1]["M201"]["title"] == "指标值不可衡量"
    assert set(blocks[1][1]["M201"]["page"]) == {"检查什么", "为何重要", "反例", "改为", "依据"}
    first = blocks[2][1]
    whole = report_json(SMALL.documents[0])
    assert first["source"] == "送审/甲.docx"
    assert [line["row"] for line in first["tables"][0]["indicators"]] == [1, 2, 3]
    assert first["tables"][0]["indicators"][0]["findings"][3] == whole["tables"][0]["indicators"][0]["findings"][3]
    assert "year" not in blocks[3][1]
    assert blocks[5][1] == [{"source": "送审/坏.pdf", "code": "empty-file", "message": "坏.pdf：文件是空的。请重新导出。"}]
    assert blocks[6][1][0]["share"] == 0.8


def test_the_same_result_gives_the_same_bytes() -> None:
    assert text(SMALL).encode() == text(SMALL).encode()
    assert not re.search(r"20\d\d-\d\d-\d\d|\d\d:\d\d:\d\d", text(SMALL))


def test_hostile_text_gives_bytes_and_no_element_of_its_own() -> None:
    page = text(hostile())
    assert page.encode("utf-8")
    assert page.count("<script") == page.count("</script>") == text(EMPTY).count("<script") + len(hostile().documents) + 2
    assert "\0" not in page


def test_a_piece_holds_one_document_and_the_writer_keeps_nothing() -> None:
    writer = HtmlWriter()
    writer.start(EMPTY.engine)
    before = dict(vars(writer))
    pieces = list(writer.write(many(40).documents[0], (Failure("a", "b", "c"),)))
    assert [BLOCK.findall(piece)[0][0] for piece in pieces] == ["document", "failures"]
    assert vars(writer) == before
    assert list(writer.write(None, ())) == []
    assert list(writer.write(DocumentReport("甲"), ())) == [
        '<script type="application/json" data-block="document">{"source":"甲"}</script>\n'
    ]
