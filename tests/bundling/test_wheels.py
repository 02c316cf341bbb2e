"""What wheels need on another computer."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest

from zhibiao.bundling.wheels import Target, missing, needed, plain

WINDOWS = Target("win_amd64", "3.11")
LINUX = Target("manylinux_2_28_x86_64", "3.10")


def wheel(folder: Path, name: str, version: str, *requires: str) -> None:
    with ZipFile(folder / f"{name}-{version}-py3-none-any.whl", "w") as package:
        lines = "".join(f"Requires-Dist: {line}\n" for line in requires)
        package.writestr(f"{name}-{version}.dist-info/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n{lines}\n")


@pytest.mark.parametrize(
    ("line", "windows", "linux"),
    [
        ("rich>=13", True, True),
        ('colorama; platform_system == "Windows"', True, False),
        ('colorama; sys_platform == "win32"', True, False),
        ('tomli>=2; python_version < "3.11"', False, True),
        ('pytest; extra == "dev"', False, False),
    ],
)
def test_conditions_are_judged_for_the_target(line: str, windows: bool, linux: bool) -> None:
    assert bool(needed([line], WINDOWS.environment)) is windows
    assert bool(needed([line], LINUX.environment)) is linux


def test_what_no_wheel_fulfils_is_missing(tmp_path: Path) -> None:
    wheel(tmp_path, "click", "8.1", 'colorama; platform_system == "Windows"', "Typing_Extensions>=4")
    wheel(tmp_path, "typing_extensions", "3.9")
    assert missing(tmp_path, LINUX) == ["Typing_Extensions>=4"]
    assert missing(tmp_path, WINDOWS) == ["Typing_Extensions>=4", "colorama"]
    wheel(tmp_path, "typing_extensions", "4.12")
    wheel(tmp_path, "colorama", "0.4.6")
    assert missing(tmp_path, WINDOWS) == []


def test_a_requirement_is_asked_for_without_its_condition() -> None:
    (one,) = needed(['colorama<1,>=0.4; sys_platform == "win32"'], WINDOWS.environment)
    assert plain(one) == "colorama<1,>=0.4"
