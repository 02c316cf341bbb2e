"""What is said about files that cannot be read: the reason and the way out, by kind of file."""

from __future__ import annotations

import struct
import zipfile
import zlib

from lxml import etree

from zhibiao.errors import ReadError
from zhibiao.reading.package import RESAVE

# What readers and the libraries under them may throw at broken bytes. A mistake of ours among these is shown as damage too:
# one file then fails with a message, and the batch goes on.
FAILURES = (
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    AssertionError,
    ArithmeticError,
    RuntimeError,  # RecursionError, NotImplementedError
    MemoryError,
    OSError,
    EOFError,
    SyntaxError,  # lxml's parse errors
    struct.error,
    zlib.error,
    zipfile.BadZipFile,
    etree.LxmlError,
)

UNPACK = "请先解压，再读取其中的文件"
PASSWORD = "请去掉打开密码后再试"  # noqa: S105  # a message
NAMES = {  # of kinds that are read, for messages about damage
    "docx": "Word 文档",
    "doc": "Word 文档",
    "rtf": "RTF 文档",
    "xlsx": "Excel 工作簿",
    "xls": "Excel 工作簿",
    "spreadsheetml": "Excel 工作簿",
    "pdf": "PDF",
    "html": "网页",
    "mhtml": "网页存档",
    "odt": "OpenDocument 文档",
    "ods": "OpenDocument 表格",
    "flat-odf": "OpenDocument 文档",
    "wordml": "Word XML 文档",
    "flat-opc": "Word XML 文档",
}
REFUSED: dict[str, tuple[str, str, str]] = {
    "empty": ("empty-file", "文件是空的", "请确认文件已上传或保存完整"),
    "image": ("scanned-image", "文件是图片（扫描件或照片），其中没有文字", "请提供原始的 Word 或 Excel 文件，或先用 OCR 识别成文字后再试"),
    "encrypted-ooxml": ("encrypted", "文件已加密", PASSWORD),
    "encrypted-doc": ("encrypted", "文件已加密", PASSWORD),
    "ppt": ("unsupported", "文件是演示文稿（PPT），不是绩效文本", "请提供 Word、Excel 或 PDF 文件"),
    "ole": ("unsupported", "文件不是可识别的 Office 文档", "请用原来的软件打开，另存为 .docx 或 .xlsx 后再试"),
    "ofd": ("unsupported", "暂不支持 OFD 版式文件", "请另存为 PDF 或 .docx 后再试"),
    "xlsb": ("unsupported", "暂不支持 Excel 二进制工作簿（.xlsb）", "请另存为 .xlsx 后再试"),
    "zip": ("unsupported", "文件是压缩包（zip）", UNPACK),
    "rar": ("unsupported", "文件是压缩包（rar）", UNPACK),
    "7z": ("unsupported", "文件是压缩包（7z）", UNPACK),
    "gz": ("unsupported", "文件是压缩包（gz）", UNPACK),
    "xml": ("unsupported", "文件是无法识别的 XML", "请用原来的软件打开，另存为 .docx 或 .xlsx 后再试"),
    "binary": ("unsupported", "文件内容无法识别（不是文字、表格或 PDF）", "请确认文件是否完整，或另存为 .docx、.xlsx、PDF 后再试"),
}


def refusal(kind: str) -> ReadError:
    """The error for a kind that is not read."""
    return ReadError(*REFUSED[kind])


def damage(kind: str) -> ReadError:
    """The error for a file of a readable kind whose inside is broken."""
    name = NAMES.get(kind)
    cause = f"文件已损坏或不完整（按{name}读取失败）" if name else "文件已损坏或不完整"
    return ReadError("damaged", cause, RESAVE)
