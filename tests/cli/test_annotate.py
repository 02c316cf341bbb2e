"""The command `zhibiao annotate` as a user runs it: a process of its own, in a folder with Chinese names and blanks."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from document_comparison import FILES

COPIES = {
    "送审/甲 表.docx": "a01_hebei.docx",
    "送审/下级/甲 表.docx": "a13_bare_table.docx",
    "送审/下级/乙.xlsx": "a05_hubei.xlsx",
    "通知.docx": "x_notables.docx",
    "文字.txt": "b14_plain.txt",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, source in COPIES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(FILES / source, tmp_path / name)
    return tmp_path


def zhibiao(folder: Path, *arguments: str) -> tuple[int, list[str], str]:
    """Exit status, lines of standard output, standard error."""
    command = [str(Path(sys.executable).with_name("zhibiao")), "annotate", *arguments]
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    run = subprocess.run(command, cwd=folder, capture_output=True, check=False, timeout=120, env=environment, encoding="utf-8")
    return run.returncode, run.stdout.splitlines(), run.stderr


def part(path: Path, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
        return archive.read(name).decode()


def originals_are_untouched(folder: Path) -> bool:
    return all((folder / name).read_bytes() == (FILES / source).read_bytes() for name, source in COPIES.items())


def test_a_folder_is_copied_with_its_ways_and_summed_up(folder: Path) -> None:
    status, lines, errors = zhibiao(folder, "送审", "-o", "批注 副本", "--fixes")
    assert (status, errors) == (0, "")
    assert [line.split("　")[0] for line in lines[:-1]] == ["批注 副本/下级/乙.xlsx", "批注 副本/下级/甲 表.docx", "批注 副本/甲 表.docx"]
    counts = [int(line.split("批注 ")[-1].split()[0]) for line in lines[:-1]]
    assert min(counts) > 0
    assert lines[2].endswith("　修订 2 处")
    assert lines[-1] == f"共写成 3 份：批注 {sum(counts)} 处，修订 2 处。"
    assert "本行得分" in part(folder / "批注 副本/甲 表.docx", "word/comments.xml")
    assert "<w:ins " in part(folder / "批注 副本/甲 表.docx", "word/document.xml")
    assert originals_are_untouched(folder)


def test_rules_alone_give_no_scores(folder: Path) -> None:
    status, _, _ = zhibiao(folder, "送审/甲 表.docx", "-o", "出", "--rules-only", "--jobs", "1")
    assert status == 0
    told = part(folder / "出/甲 表.docx", "word/comments.xml")
    assert "M201" in told
    assert "得分" not in told
    assert "<w:ins " not in part(folder / "出/甲 表.docx", "word/document.xml")


def test_what_could_not_be_done_is_listed_and_the_others_go_on(folder: Path) -> None:
    status, lines, errors = zhibiao(folder, "通知.docx", "文字.txt", "没有.docx", "-o", "出", "--rules-only")
    assert status == 3
    assert lines == ["出/通知.docx　没有新的批注，原样复制", "共写成 1 份：批注 0 处，原样复制 1 份，没有写成 2 份。"]
    assert "文字.txt：这是纯文字，不能加批注。" in errors
    assert "没有.docx：文件不存在。" in errors


def test_settings_count(folder: Path) -> None:
    (folder / "zhibiao.toml").write_text('select = ["M207"]\n', encoding="utf-8")
    _, lines, _ = zhibiao(folder, "送审/甲 表.docx", "-o", "出", "--rules-only")
    assert lines[0] == "出/甲 表.docx　批注 1 处"
    (folder / "zhibiao.toml").write_text('selct = ["M207"]\n', encoding="utf-8")
    status, _, errors = zhibiao(folder, "送审/甲 表.docx", "-o", "出")
    assert status == 2
    assert "zhibiao.toml 第1行" in errors


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["送审", "-o", "送审"], "送审/下级/乙.xlsx：副本会覆盖原件。请用 -o 另外指定一个文件夹。"),
        (["通知.docx", "-o", "."], "通知.docx：副本会覆盖原件。"),
        (["通知.docx", "-o", "文字.txt"], "文字.txt：这是文件，不是文件夹。"),
        (["-", "-o", "出"], "标准输入（-）没有可以批注的文件。"),
        (["通知.docx"], "缺少 -o：副本写到这个文件夹，没有就新建；原件不动。"),
    ],
)
def test_wrong_use_is_told_and_nothing_written(folder: Path, arguments: list[str], told: str) -> None:
    before = sorted(path.as_posix() for path in folder.rglob("*"))
    status, lines, errors = zhibiao(folder, *arguments)
    assert (status, lines) == (2, [])
    assert told in errors
    assert sorted(path.as_posix() for path in folder.rglob("*")) == before
    assert originals_are_untouched(folder)


def test_an_output_folder_inside_the_input_is_left_out(folder: Path) -> None:
    for _ in range(2):
        status, lines, errors = zhibiao(folder, "送审", "-o", "送审/批注", "--rules-only")
        assert status == 0
        assert len(lines) == 4
    assert errors == "输出文件夹在所给的文件夹里面，其中的 3 个文件没有作为输入。\n"
    assert originals_are_untouched(folder)
