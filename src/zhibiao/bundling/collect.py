"""The wheels of the program and of all that it needs, fetched by pip on a computer with a network."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from zhibiao.bundling.wheels import Target, missing

_BUILT = ("jieba",)  # published as source only; its wheel is pure Python and the same everywhere
_ROUNDS = 5  # of asking for what conditions of the target call for
_INSTALL_WINDOWS = """@echo off
chcp 65001 >nul
cd /d "%~dp0"
py -{python} -m venv zhibiao || goto end
zhibiao\\Scripts\\python -m pip install --no-index --find-links . zhibiao || goto end
zhibiao\\Scripts\\zhibiao --version
:end
pause
"""
_INSTALL_POSIX = """#!/bin/sh
set -e
cd "$(dirname "$0")"
python{python} -m venv zhibiao
zhibiao/bin/python -m pip install --no-index --find-links . zhibiao
zhibiao/bin/zhibiao --version
"""


class BundleError(Exception):
    """pip could not do it; the message is Chinese and holds what pip said last."""


def collect(source: Path, folder: Path, target: Target, say: Callable[[str], None]) -> None:
    """Wheels and an install script into a folder. source: a wheel of zhibiao, or the folder of its source code."""
    folder.mkdir(parents=True, exist_ok=True)
    say("正在准备 zhibiao 本身……")
    _pip(["wheel", "--no-deps", "-w", str(folder), str(source)], folder)
    for name in _BUILT:
        _pip(["wheel", "--no-deps", "-w", str(folder), name], folder)
    own = max(folder.glob("zhibiao-*.whl"), key=lambda path: path.stat().st_mtime)
    say(f"正在下载 {target.platform}、Python {target.python} 用的安装包……")
    _download([str(own)], folder, target)
    for _ in range(_ROUNDS):
        lacking = missing(folder, target)
        if not lacking:
            break
        _download(lacking, folder, target)
    else:
        raise BundleError(f"有的安装包总也找不齐：{'、'.join(missing(folder, target))}。请检查软件源里有没有 {target.platform} 的版本。")
    _script(folder, target)


def _download(wanted: Sequence[str], folder: Path, target: Target) -> None:
    for_target = ["--platform", target.platform, "--python-version", target.python, "--implementation", "cp"]
    _pip(["download", "--only-binary=:all:", *for_target, *_older(target), "--find-links", str(folder), "-d", str(folder), *wanted], folder)


def _older(target: Target) -> list[str]:
    """Linux wheels name the oldest system that they run on: a newer one takes the older ones too."""
    if not target.platform.startswith("manylinux"):
        return []
    machine = "aarch64" if target.platform.endswith("aarch64") else "x86_64"
    names = ("manylinux_2_27", "manylinux_2_17", "manylinux2014", "manylinux_2_12", "manylinux2010", "manylinux_2_5", "manylinux1")
    return [part for name in names for part in ("--platform", f"{name}_{machine}")]


def _pip(arguments: Sequence[str], folder: Path) -> None:
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "-q", *arguments]
    run = subprocess.run(command, capture_output=True, check=False, encoding="utf-8", errors="replace")  # noqa: S603
    if run.returncode:
        last = [line for line in run.stderr.splitlines() if line.startswith("ERROR")] or run.stderr.splitlines()[-3:]
        raise BundleError(f"{folder.as_posix()}：pip 没有做成。请检查网络和软件源。pip 说：{' '.join(last)}")


def _script(folder: Path, target: Target) -> None:
    """A file to double-click or run beside the wheels."""
    if target.platform.startswith("win"):
        (folder / "安装.bat").write_bytes(_INSTALL_WINDOWS.format(python=target.python).replace("\n", "\r\n").encode("utf-8"))
        return
    path = folder / "安装.sh"
    path.write_text(_INSTALL_POSIX.format(python=target.python), encoding="utf-8", newline="\n")
    path.chmod(0o755)
