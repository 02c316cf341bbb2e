"""XML of office files, parsed without entities, network or unbounded trees."""

from __future__ import annotations

import re

from lxml import etree

from zhibiao.errors import ReadError
from zhibiao.reading.package import RESAVE

DOCTYPE = re.compile(rb"<!DOCTYPE|<!ENTITY", re.I)


def parse_xml(data: bytes, place: str = "") -> etree._Element:
    """The root element; office files have no DOCTYPE, so one is refused before anything is expanded."""
    if DOCTYPE.search(data[:4096]) or b"<!ENTITY" in data:
        raise ReadError("entity-bomb", "XML 中含有实体定义，疑似实体炸弹", RESAVE, place)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ReadError("damaged", "文件已损坏或不完整（XML 无法解析）", RESAVE, place) from error
    if root is None:
        raise ReadError("damaged", "文件已损坏或不完整（XML 为空）", RESAVE, place)
    return root
