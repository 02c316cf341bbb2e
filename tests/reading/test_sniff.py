"""The kind of a file by its content; the ending is consulted for plain text only."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest
import xlwt
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from make_ole import container
from openpyxl import Workbook

from zhibiao.reading.sniff import sniff


def archive(*names: str, stored: dict[str, bytes] | None = None) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as target:
        for name, data in {**(stored or {}), **dict.fromkeys(names, b"x")}.items():
            target.writestr(name, data)
    return buffer.getvalue()


def docx() -> bytes:
    buffer = io.BytesIO()
    Document().save(buffer)
    return buffer.getvalue()


def xlsx() -> bytes:
    buffer = io.BytesIO()
    Workbook().save(buffer)
    return buffer.getvalue()


def xls() -> bytes:
    buffer = io.BytesIO()
    book = xlwt.Workbook()
    book.add_sheet("a").write(0, 0, "指标")
    book.save(buffer)
    return buffer.getvalue()


FIB = b"\xec\xa5\xc1\x00" + bytes(6)
PLAIN_FIB, LOCKED_FIB = FIB + b"\x00\x02", FIB + b"\x00\x03"
ODT = {"mimetype": b"application/vnd.oasis.opendocument.text"}
ODS = {"META-INF/manifest.xml": b'<m:file-entry m:media-type="application/vnd.oasis.opendocument.spreadsheet"/>', "content.xml": b"<x/>"}

BINARY: list[tuple[bytes, str]] = [
    (b"", "empty"),
    (b"\xef\xbb\xbf \r\n", "empty"),
    (bytes(4096), "empty"),
    (docx(), "docx"),
    (xlsx(), "xlsx"),
    (xls(), "xls"),
    (archive("[Content_Types].xml", "xl/workbook.bin"), "xlsb"),
    (archive("[Content_Types].xml", "word/document.xml", "word/embeddings/Book.xlsx"), "docx"),
    (archive("[Content_Types].xml", "Word\\document.xml"), "docx"),
    (archive("[Content_Types].xml", "ppt/presentation.xml"), "ppt"),
    (archive("OFD.xml", "Doc_0/Document.xml"), "ofd"),
    (archive(stored=ODT), "odt"),
    (archive("a", stored=ODS), "ods"),
    (archive("附件.docx", "附件2.xlsx"), "zip"),
    (archive(stored={"a.docx": docx()}), "zip"),
    (archive(), "zip"),
    (docx()[:3000], "docx"),
    (archive("a.txt")[:20], "zip"),
    (container({"WordDocument": PLAIN_FIB, "1Table": b""}), "doc"),
    (container({"WordDocument": LOCKED_FIB}), "encrypted-doc"),
    (container({"Workbook": b"x"}), "xls"),
    (container({"Book": b"x"}), "xls"),
    (container({"PowerPoint Document": b"x", "Current User": b""}), "ppt"),
    (container({"EncryptionInfo": b"x", "EncryptedPackage": b"x"}), "encrypted-ooxml"),
    (container({"__properties_version1.0": b"x"}), "ole"),
    (container({"WordDocument": PLAIN_FIB}, {"Workbook": b"x"}), "doc"),
    (container({"Workbook": b"x"}, {"WordDocument": PLAIN_FIB, "EncryptedPackage": b""}), "xls"),
    (container({"WordDocument": PLAIN_FIB})[:700], "ole"),
    (container({"MatOST": b"x"}), "doc"),
    (b"\xdb\xa5\x2d\x00" + bytes(50), "doc"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (b"\x09\x08\x08\x00\x00\x05\x10\x00" + bytes(8), "xls"),
    (b"{\\rtf1\\ansi}", "rtf"),
    (b"\r\n{\\rtf1\\ansi}", "rtf"),
    (b"%PDF-1.7\n%\xe2\xe3", "pdf"),
    (b"\x00junk\r\n%PDF-1.4", "pdf"),
    (b"\x89PNG\r\n\x1a\n" + bytes(9), "image"),
    (b"\xff\xd8\xff\xe0" + bytes(9), "image"),
    (b"GIF89a" + bytes(9), "image"),
    (b"II*\x00" + bytes(9), "image"),
    (b"MM\x00*" + bytes(9), "image"),
    (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "image"),
    (b"\x00\x00\x00\x18ftypheic\x00", "image"),
    (b"BM" + struct.pack("<IIII", 100, 0, 54, 40) + bytes(20), "image"),
    (b"Rar!\x1a\x07\x01\x00", "rar"),
    (b"7z\xbc\xaf\x27\x1c\x00", "7z"),
    (b"\x1f\x8b\x08\x00", "gz"),
    (bytes(range(256)) * 20, "binary"),
    (b"\x7fELF" + bytes(100) + b"\x01\x02" * 50, "binary"),
]


@pytest.mark.parametrize(("data", "kind"), BINARY, ids=[f"{at}-{kind}" for at, (_, kind) in enumerate(BINARY)])
@pytest.mark.parametrize("name", ["", "表.docx", "表.txt", "表.csv", "表.html"])
def test_kinds_whose_content_decides(data: bytes, kind: str, name: str) -> None:
    assert sniff(data, name) == kind


def test_works_documents_under_the_ending_of_wps() -> None:
    assert sniff(container({"CONTENTS": b"x"}), "表.wps") == "doc"
    assert sniff(container({"CONTENTS": b"x"}), "表.pub") == "ole"


SHEET = '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">'
WORD = '<?xml version="1.0"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml">'
FLAT = '<?xml version="1.0"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">'
FODT = '<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0">'
MHT = 'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n--x\n'
WEB = '<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns="http://www.w3.org/TR/REC-html40"><body>文</body></html>'
PROSE = "一、总体绩效目标\n坚持以人民为中心，完成年度任务，提高资金使用效益，确保各项绩效指标如期完成。\n二、分项绩效目标\n"
ROWS = "三级指标,指标值\n培训人数,200人\n满意度,95%\n"
TABS = ROWS.replace(",", "\t")
MARKED = "# 绩效目标\n\n| 指标 | 值 |\n| --- | --- |\n| 人数 | 5 |\n"

TEXTS: list[tuple[str, str, str]] = [
    (SHEET, "表.xls", "spreadsheetml"),
    (SHEET, "表.html", "spreadsheetml"),
    (WORD, "表.doc", "wordml"),
    (FLAT, "表.xml", "flat-opc"),
    (FODT, "表.fodt", "flat-odf"),
    ('<?xml version="1.0"?><rows><row/></rows>', "表.xml", "xml"),
    ('<?xml version="1.0"?><!DOCTYPE html><html><body/></html>', "表.xml", "html"),
    ('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]>' + SHEET[21:], "表.xls", "spreadsheetml"),
    (MHT, "表.doc", "mhtml"),
    ("From: <Saved by Blink>\nSubject: x\nMIME-Version: 1.0\n" + MHT[18:], "", "mhtml"),
    (WEB, "表.doc", "html"),
    ("<table border=1><tr><td>指标</td></tr></table>", "表.xls", "html"),
    ("<!-- 导出 -->\r\n<TABLE><TR><TD>指标</TD></TR></TABLE>", "表.xls", "html"),
    ("\ufeff<meta charset=utf-8><style>td{}</style>", "表.xls", "html"),
    ("<!DOCTYPE HTML PUBLIC '-//W3C//DTD HTML 4.01//EN'>\n<HTML>", "表", "html"),
    ("导出时间：2025年\n<html><table><tr><td>a</td></tr></table></html>", "表.xls", "html"),
    (MARKED + "<table><tr><td>a</td></tr></table>", "表.md", "md"),
    ("<html><body><table><tr><td>a</td></tr></table></body></html>\n\n# 标题", "表.md", "md"),
    ("<!DOCTYPE html><html><head></head></html>", "表.md", "html"),
    ('{"name": "培训人数", "value": "200"}\n{"name": "满意度"}\n', "表.txt", "jsonl"),
    ('[{"name": "培训人数"}]', "表.json", "jsonl"),
    ('坏的一行\n{"name": "培训人数"}\n', "表.jsonl", "jsonl"),
    (ROWS, "表.csv", "csv"),
    (ROWS, "表", "csv"),
    (TABS, "表.xls", "csv"),
    (TABS, "表.tsv", "csv"),
    (TABS, "表.txt", "txt"),
    ("三级指标\n培训人数\n满意度\n", "表.csv", "csv"),
    ("a,b\nc\nd,e,f\ng,h\n", "表.csv", "csv"),
    (PROSE, "表.csv", "txt"),
    (PROSE, "表.txt", "txt"),
    (PROSE, "表.docx", "txt"),
    (PROSE, "表.md", "md"),
    (PROSE, "", "txt"),
    (MARKED, "", "md"),
    (MARKED, "表.txt", "txt"),
    ("<指标1> 完成率", "表.txt", "txt"),
]


@pytest.mark.parametrize(("text", "name", "kind"), TEXTS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_kinds_of_text(text: str, name: str, kind: str, encoding: str) -> None:
    assert sniff(text.encode(encoding), name) == kind


def test_a_long_text_is_cut_between_characters() -> None:
    line = "本单位全年绩效目标完成情况良好，各项指标均已达到预期。"
    for shift in range(4):
        text = "x" * shift + line * 6000
        assert sniff(text.encode(), "a.txt") == "txt"
        assert sniff(text.encode("gb18030"), "a.txt") == "txt"
        assert sniff(text.replace("。", "。\n").encode("utf-16"), "a.txt") == "txt"


def test_archive_list_longer_than_it_may_be() -> None:
    data = bytearray(archive("word/document.xml"))
    end = data.rfind(b"PK\x05\x06")
    data[end + 12 : end + 16] = struct.pack("<I", 0xFFFFFFFF)
    assert sniff(bytes(data), "") == "docx"


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_garbage_never_raises(data: st.DataObject) -> None:
    samples = [
        docx(),
        xls(),
        container({"WordDocument": PLAIN_FIB}, {"Workbook": b"x"}),
        SHEET.encode(),
        MHT.encode(),
        WEB.encode("utf-16"),
    ]
    whole = bytearray(data.draw(st.sampled_from(samples)))
    for _ in range(data.draw(st.integers(1, 30))):
        whole[data.draw(st.integers(0, min(len(whole), 2048) - 1))] = data.draw(st.integers(0, 255))
    assert sniff(bytes(whole[: data.draw(st.integers(1, len(whole)))]), "x.xls")


@settings(max_examples=100, deadline=None)
@given(st.binary(min_size=500, max_size=3000))
def test_containers_full_of_noise(noise: bytes) -> None:
    assert sniff(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + noise, "a.doc") in {"ole", "doc", "xls"}
