"""One door for all files: the content decides, wrong endings do not matter, and nothing but ReadError comes out."""

from __future__ import annotations

import contextlib
import io
import pickle
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TypeAlias

import pytest
import xlwt
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from make_ole import container
from openpyxl import Workbook
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from zhibiao.config.limits import Limits
from zhibiao.errors import ReadError
from zhibiao.model.place import Place
from zhibiao.reading import office, read_blocks, read_bytes
from zhibiao.reading.blocks import Blocks, Grid, Lines, Paragraph, Record

Save: TypeAlias = Callable[[str, bytes], Path]

WEB = "<html><body><table><tr><td>指标</td><td>值</td></tr><tr><td>人数</td><td>200</td></tr></table></body></html>"
SHEET = (
    '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
    'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="绩效"><Table><Row><Cell><Data ss:Type="String">指标</Data>'
    '</Cell><Cell><Data ss:Type="Number">200</Data></Cell></Row></Table></Worksheet></Workbook>'
)
PROSE = "一、总体绩效目标\r\n坚持以人民为中心，完成年度任务，提高资金使用效益。\r\n"
WORD_DOC = container({"WordDocument": b"\xec\xa5\xc1\x00" + bytes(6) + b"\x00\x02", "1Table": b""})


@lru_cache
def docx() -> bytes:
    document = Document()
    document.add_paragraph("项目绩效目标")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "指标", "200人"
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


@lru_cache
def xlsx() -> bytes:
    book = Workbook()
    book.create_sheet("绩效", 0).append(["指标", "200人"])
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


@lru_cache
def xls() -> bytes:
    book = xlwt.Workbook()
    sheet = book.add_sheet("绩效")
    sheet.write(0, 0, "指标")
    sheet.write(0, 1, "200人")
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


@lru_cache
def pdf() -> bytes:
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=True)
    canvas.setFont("STSong-Light", 12)
    canvas.drawString(72, 720, "项目支出绩效目标申报表，全年培训二百人次以上")
    canvas.save()
    return buffer.getvalue()


def archive(**parts: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in parts.items():
            target.writestr(name.replace("__", "/") + ".xml", data)
    return buffer.getvalue()


def label(value: object) -> str:
    """Names of cases: archives bear the time, and parallel workers must agree on names."""
    return value if isinstance(value, str) else type(value).__name__


def code_of(path: Path, limits: Limits | None = None) -> str:
    with pytest.raises(ReadError) as caught:
        read_blocks(path, limits or Limits())
    assert caught.value.message("表").startswith("表")
    return caught.value.code


@pytest.fixture
def save(tmp_path: Path) -> Save:
    def write(name: str, data: bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(data)
        return path

    return write


@pytest.mark.parametrize(
    ("name", "data", "kind", "sorts"),
    [
        ("表.docx", docx(), "docx", [Paragraph, Grid]),
        ("表.doc", docx(), "docx", [Paragraph, Grid]),
        ("表.pdf", docx(), "docx", [Paragraph, Grid]),
        ("表.xlsx", xlsx(), "xlsx", [Grid]),
        ("表.xls", xlsx(), "xlsx", [Grid]),
        ("表.xls", xls(), "xls", [Grid]),
        ("表.xlsx", xls(), "xls", [Grid]),
        ("表.xls", WEB.encode("gb18030"), "html", [Grid]),
        ("表.doc", WEB.encode("utf-16"), "html", [Grid]),
        ("表.xls", SHEET.encode(), "xls", [Grid]),
        ("表.xls", "指标\t值\n人数\t200\n".encode("gb18030"), "csv", [Grid]),
        ("表.doc", b"MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n" + WEB.encode(), "html", [Grid]),
        ("表.csv", PROSE.encode("gb18030"), "txt", [Lines]),
        ("表.txt", PROSE.encode("utf-16"), "txt", [Lines]),
        ("表.md", b"# a\n\nb\n", "md", [Lines]),
        ("表.txt", '{"name": "人数"}\n{"name": "满意度"}\n'.encode(), "jsonl", [Record, Record]),
        ("没有后缀", docx(), "docx", [Paragraph, Grid]),
    ],
    ids=label,
)
def test_the_content_decides(save: Save, name: str, data: bytes, kind: str, sorts: list[type]) -> None:
    blocks = read_blocks(save(name, data))
    assert blocks.kind == kind
    assert [type(block) for block in blocks.blocks] == sorts
    assert read_bytes(data, name).blocks == blocks.blocks


def test_pdf_under_a_word_ending(save: Save) -> None:
    blocks = read_blocks(save("表.docx", pdf()))
    assert blocks.kind == "pdf"
    assert "绩效目标申报表" in "".join(block.text for block in blocks.blocks if isinstance(block, Paragraph))


def test_plain_text_keeps_its_lines(save: Save) -> None:
    data = "\ufeff第一行\u200b\r\n\r\n\x0c第二页  \r\n".encode()
    assert read_blocks(save("a.txt", data)) == Blocks("txt", (Lines(("第一行", "", "\x0c第二页  "), Place(line=1)),))
    assert read_blocks(save("a.txt", "甲，完成\r乙，完成".encode())).blocks == (Lines(("甲，完成", "乙，完成"), Place(line=1)),)


def test_tables_that_another_tool_left_in_markdown(save: Save) -> None:
    text = f"# 绩效\n\n{WEB}\n\n说明\n<table><tr><td>a</td><td>b</td></tr></table>\n<table>\n"
    first, one, second, two, third = read_blocks(save("a.md", text.encode())).blocks
    assert first == Lines(("# 绩效", ""), Place(line=1))
    assert isinstance(one, Grid)
    assert (one.place, len(one.cells)) == (Place(table=1, line=3), 4)
    assert second == Lines(("", "", "说明"), Place(line=3))
    assert isinstance(two, Grid)
    assert (two.place, len(two.cells)) == (Place(table=2, line=6), 2)
    assert third == Lines(("", "<table>"), Place(line=6))


def test_a_guessed_encoding_is_a_doubt(save: Save) -> None:
    data = (PROSE * 20).encode("gb18030") + b"\xff\xff" + PROSE.encode("gb18030")
    assert any("编码" in doubt for doubt in read_blocks(save("a.txt", data)).doubts)


def test_too_many_lines(save: Save) -> None:
    assert code_of(save("a.txt", b"a b\n" * 50), Limits(lines=10)) == "too-many-lines"


BOMB = archive(**{"[Content_Types]": b"<x/>", "word__document": b"<a>" + b" " * (40 << 20) + b"</a>"})
ENTITIES = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "lol"><!ENTITY c "&b;&b;">]><w:document>&c;</w:document>'


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.docx", b"", "empty-file"),
        ("a.txt", b" \r\n", "empty-file"),
        ("a.docx", docx()[: len(docx()) // 2], "damaged"),
        ("a.xlsx", xlsx()[: len(xlsx()) // 2], "damaged"),
        ("a.docx", BOMB, "zip-bomb"),
        ("a.docx", archive(word__document=ENTITIES), "entity-bomb"),
        ("a.xls", ENTITIES.replace(b"w:document", b"Workbook") + b"urn:schemas-microsoft-com:office:spreadsheet", "entity-bomb"),
        ("a.pdf", b"%PDF-1.7\n" + b"\x00\xff" * 200, "damaged"),
        ("a.docx", container({"EncryptionInfo": b"", "EncryptedPackage": b""}), "encrypted"),
        ("a.doc", container({"WordDocument": b"\xec\xa5\xc1\x00" + bytes(6) + b"\x00\x03"}), "encrypted"),
        ("a.jpg", b"\xff\xd8\xff\xe0" + bytes(50), "scanned-image"),
        ("a.docx", b"\x89PNG\r\n\x1a\n" + bytes(50), "scanned-image"),
        ("a.ppt", container({"PowerPoint Document": b""}), "unsupported"),
        ("a.msg", container({"__properties_version1.0": b""}), "unsupported"),
        ("a.xlsb", archive(**{"xl__workbook.bin": b""}).replace(b"workbook.bin.xml", b"workbook.bin\x00\x00\x00\x00"), "unsupported"),
        ("a.zip", archive(a=b"x"), "unsupported"),
        ("a.rar", b"Rar!\x1a\x07\x00" + bytes(50), "unsupported"),
        ("a.7z", b"7z\xbc\xaf\x27\x1c" + bytes(50), "unsupported"),
        ("a.ofd", archive(OFD=b"<a/>"), "unsupported"),
        ("a.xml", b'<?xml version="1.0"?><rows/>', "unsupported"),
        ("a.docx", bytes(range(256)) * 10, "unsupported"),
    ],
    ids=label,
)
def test_refusals(save: Save, name: str, data: bytes, code: str) -> None:
    assert code_of(save(name, data)) == code


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\xff\xd8\xff\xe0" + bytes(50), ("图片", "OCR")),
        (b"Rar!\x1a\x07\x00" + bytes(50), ("rar", "请先解压")),
        (archive(OFD=b"<a/>"), ("OFD", "PDF")),
        (container({"PowerPoint Document": b""}), ("PPT",)),
        (container({"EncryptedPackage": b""}), ("加密", "密码")),
    ],
    ids=label,
)
def test_messages_name_cause_and_remedy(data: bytes, words: tuple[str, ...]) -> None:
    with pytest.raises(ReadError) as caught:
        read_bytes(data, "a.docx")
    message = caught.value.message("a.docx")
    assert all(word in message for word in words)
    assert message.endswith("。")
    assert "。。" not in message


def test_paths_that_are_no_documents(tmp_path: Path) -> None:
    assert code_of(tmp_path / "没有.docx") == "not-found"
    assert code_of(tmp_path) == "is-folder"
    assert code_of(tmp_path / "~$绩效.docx") == "lock-file"
    assert code_of(tmp_path / ".~lock.绩效.ods#") == "lock-file"
    assert code_of(tmp_path / ("长" * 300)) in ("not-readable", "not-found")
    assert code_of(Path("a\0b")) in ("not-readable", "not-found")


def test_a_file_without_permission(save: Save, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert code_of(save("a.txt", b"x")) == "no-permission"


def test_size_limits(save: Save) -> None:
    assert code_of(save("a.txt", b"x" * 200), Limits(file_bytes=100)) == "too-large"
    with pytest.raises(ReadError):
        read_bytes(b"x" * 200, "a.txt", Limits(file_bytes=100))


def test_old_word_goes_through_the_office(save: Save, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Path] = []

    def convert(paths: Sequence[Path], limits: Limits) -> Mapping[Path, bytes | ReadError]:
        seen.extend(paths)
        return {path: docx() if path.read_bytes() == WORD_DOC else ReadError("damaged", "坏", "修") for path in paths}

    monkeypatch.setattr(office, "convert", convert)
    path = save("表.doc", WORD_DOC)
    assert read_blocks(path).kind == "doc"
    assert seen == [path]
    assert len(read_blocks(save("表.docx", WORD_DOC)).blocks) == 2
    assert read_bytes(WORD_DOC, "表.wps").kind == "doc"
    assert code_of(save("表.rtf", b"{\\rtf1 x}")) == "damaged"


@pytest.mark.office
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_rtf_by_libreoffice(save: Save) -> None:
    blocks = read_blocks(save("表.doc", b"{\\rtf1\\ansi\\ansicpg936 {\\u32489?\\u25928?}\\par}"))
    assert blocks.kind == "doc"
    assert [block.text for block in blocks.blocks if isinstance(block, Paragraph)] == ["绩效"]


@pytest.mark.parametrize("error", [RecursionError(), MemoryError(), KeyError("x"), OSError("x"), AssertionError()])
def test_what_a_reader_throws_is_damage(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    def fail(data: bytes, budget: object) -> Blocks:
        raise error

    monkeypatch.setattr("zhibiao.reading.docx.read_docx", fail)
    with pytest.raises(ReadError) as caught:
        read_bytes(docx(), "a.docx")
    assert caught.value.code == "damaged"
    assert "Word" in caught.value.cause
    assert pickle.loads(pickle.dumps(caught.value)).code == "damaged"  # noqa: S301  # our own bytes


def test_importing_the_floor_loads_no_reader() -> None:
    code = "import sys, zhibiao.reading; print([name for name in ('lxml', 'pdfplumber', 'xlrd', 'zipfile') if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # our own interpreter
    assert done.stdout.strip() == "[]"


SAMPLES: dict[str, Callable[[], bytes]] = {
    "docx": docx,
    "xlsx": xlsx,
    "xls": xls,
    "pdf": pdf,
    "html": lambda: WEB.encode(),
    "xml": lambda: SHEET.encode(),
    "csv": lambda: "指标,值\n人数,200\n".encode("gb18030"),
    "jsonl": lambda: '{"name": "人数"}\n{"name": "满意度"}\n'.encode(),
    "txt": lambda: PROSE.encode("utf-16"),
}


@settings(max_examples=400, deadline=None)
@given(st.data())
def test_mutated_files_give_blocks_or_a_read_error(data: st.DataObject) -> None:
    kind = data.draw(st.sampled_from(sorted(SAMPLES)))
    whole = bytearray(SAMPLES[kind]())
    for _ in range(data.draw(st.integers(0, 20))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.one_of(st.just(len(whole)), st.integers(0, len(whole))))
    with contextlib.suppress(ReadError):
        assert isinstance(read_bytes(bytes(whole[:cut]), f"a.{kind}", Limits(seconds=20)), Blocks)
