"""Names that Windows refuses; on other systems they are names like others."""

from __future__ import annotations

from pathlib import Path

import pytest

from zhibiao.cli.windows_names import name_refused

REFUSED = [
    *("CON", "con.xlsx", "NUL", "nul.json", "aux.xlsx", "PRN.tar.gz", "COM1", "lpt9.csv", "COM¹.xlsx", "CONIN$", "NUL .xlsx"),
    *("报告.xlsx ", "报告.", "报告 .", '报"告.xlsx', "报告?.json", "报告*.csv", "报|告.html", "a:b.json", "报\t告.xlsx"),
]
TAKEN = [
    "报告.xlsx",
    "CONTRACT.xlsx",
    "con 报告.xlsx",
    "COM10.xlsx",
    "auxiliary.json",
    "报 告.xlsx",
    ".报告.json",
    "LPT.csv",
    "报告（2）.xlsx",
]


@pytest.mark.parametrize("name", REFUSED)
def test_refused_on_windows_only(name: str) -> None:
    path = Path("输出") / name
    told = name_refused(path, "win32")
    assert told is not None
    assert told.startswith(f"输出/{name}：")
    assert told.endswith("请换一个文件名，如 报告.xlsx。")
    assert name_refused(path, "linux") is None
    assert name_refused(path, "darwin") is None


@pytest.mark.parametrize("name", TAKEN)
def test_taken_everywhere(name: str) -> None:
    assert name_refused(Path("CON") / name, "win32") is None


def test_each_cause_is_told() -> None:
    assert "“aux.xlsx”是 Windows 的设备名" in (name_refused(Path("aux.xlsx"), "win32") or "")
    assert "不能以空格或点结尾" in (name_refused(Path("报告."), "win32") or "")
    assert "不能含有“?”" in (name_refused(Path("报告?.xlsx"), "win32") or "")
