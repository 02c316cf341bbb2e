"""File names that Windows does not take, or takes for a device: `-o NUL` would write the report into nothing."""

from __future__ import annotations

import re
import sys
from pathlib import Path

_DEVICES = re.compile(r"(?:CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(?:COM|LPT)[0-9¹²³]) *(?:\..*)?", re.IGNORECASE | re.DOTALL)
_CHARACTERS = re.compile(r'[<>:"|?*\x00-\x1f]')
_RENAME = "请换一个文件名，如 报告.xlsx"


def name_refused(path: Path, platform: str = sys.platform) -> str | None:
    """Why a file cannot have this name, and what to do; None where it can."""
    name = path.name
    if platform != "win32":
        return None
    if _DEVICES.fullmatch(name):
        return f"{path.as_posix()}：“{name}”是 Windows 的设备名，不能作文件名。{_RENAME}。"
    if name.endswith((" ", ".")):
        return f"{path.as_posix()}：Windows 的文件名不能以空格或点结尾。{_RENAME}。"
    if found := _CHARACTERS.search(name):
        return f"{path.as_posix()}：Windows 的文件名不能含有“{found[0]}”。{_RENAME}。"
    return None
