"""The order of the work, with pip replaced; what pip cannot do is told."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest
from test_wheels import wheel

from zhibiao.bundling import collect as module
from zhibiao.bundling.collect import BundleError, collect
from zhibiao.bundling.wheels import Target


def pip(folder: Path, asked: list[list[str]]) -> Any:
    """As pip would on Linux: colorama, which is for Windows only, comes when it is asked for by name."""

    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        arguments = command[5:]
        asked.append(arguments)
        if arguments[-1].endswith("源"):
            wheel(folder, "zhibiao", "0.1", "click", "jieba")
        elif arguments[-1] == "jieba":
            wheel(folder, "jieba", "0.42.1")
        elif arguments[-1] == "colorama":
            wheel(folder, "colorama", "0.4.6")
        else:
            wheel(folder, "click", "8.1", 'colorama; platform_system == "Windows"')
        return subprocess.CompletedProcess(command, 0, "", "")

    return run


@pytest.mark.parametrize(("platform", "script"), [("win_amd64", "安装.bat"), ("manylinux_2_28_x86_64", "安装.sh")])
def test_wheels_and_a_script(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, platform: str, script: str) -> None:
    asked: list[list[str]] = []
    monkeypatch.setattr(module.subprocess, "run", pip(tmp_path, asked))
    collect(tmp_path / "源", tmp_path, Target(platform, "3.11"), lambda _: None)
    assert (tmp_path / script).read_text(encoding="utf-8").count("--no-index") == 1
    assert (tmp_path / "colorama-0.4.6-py3-none-any.whl").exists() is (platform == "win_amd64")
    download = next(arguments for arguments in asked if arguments[0] == "download")
    assert "--only-binary=:all:" in download
    assert ("manylinux2014_x86_64" in download) is (platform != "win_amd64")


def test_what_pip_says_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    failed = subprocess.CompletedProcess([], 1, "", "WARNING: x\nERROR: No matching distribution found for rjieba\n")
    monkeypatch.setattr(module.subprocess, "run", lambda *_, **__: failed)
    with pytest.raises(BundleError, match=r"请检查网络和软件源。pip 说：ERROR: No matching distribution found for rjieba$"):
        collect(tmp_path / "源", tmp_path, Target("win_amd64", "3.11"), lambda _: None)
