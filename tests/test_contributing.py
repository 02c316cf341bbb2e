"""CONTRIBUTING.md names files and make targets that exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parent.parent
TEXT = (TOP / "CONTRIBUTING.md").read_text(encoding="utf-8")
ROOTS = (TOP, TOP / "src" / "zhibiao")  # paths count from here, as the page says
OWN = {".venv/bin/", ".venv/bin/activate", "zhibiao.toml"}  # what the newcomer makes
_ENDING = re.compile(r"\w[\w.-]*\.(?:py|tsv|toml|jsonl?|md|safetensors)$")
_PATH = re.compile(r"\.?[\w一-鿿<>.-]+(?:/[\w一-鿿<>.-]*)+$")
_BLANK = re.compile(r"<[^>/]+>")  # <名称>: whatever the newcomer calls it


def paths(text: str) -> list[str]:
    """What stands in backticks, also inside a command, and looks like a path or a file's name."""
    inline = re.sub(r"```.*?```", "", text, flags=re.S)
    words = [word for quoted in re.findall(r"`([^`\n]+)`", inline) for word in quoted.split()]
    return sorted({word for word in words if _PATH.match(word) or _ENDING.match(word)})


def exists(path: str) -> bool:
    """A name without a folder may lie in any; a blank stands for any name, and something of that kind must be there."""
    pattern = _BLANK.sub("*", path)
    if "/" not in path:
        return any((TOP / pattern).is_file() or next((TOP / part).rglob(pattern), None) for part in ("src", "tests", "models"))
    return any(next(root.glob(pattern.rstrip("/")), None) for root in ROOTS)


def missing(text: str) -> list[str]:
    return [path for path in paths(text) if path not in OWN and not exists(path)]


def targets(text: str) -> set[str]:
    return set(re.findall(r"`make (\w+)`", text))


def test_every_path_of_the_page_is_there() -> None:
    assert len(paths(TEXT)) > 60
    assert missing(TEXT) == []


def test_every_make_target_of_the_page_is_there() -> None:
    known = set(re.findall(r"^(\w+):", (TOP / "Makefile").read_text(encoding="utf-8"), re.M))
    assert len(targets(TEXT)) > 5
    assert targets(TEXT) <= known


@pytest.mark.parametrize(
    "text",
    [
        "`rules/rool.py`",
        "`src/zhibiao/forms/<名称>.py`",
        "`nowhere.tsv`",
        "`pytest tests/gone -k form`",
        "`training_data/none/<行业>.jsonl`",
    ],
)
def test_a_path_that_is_not_there_is_found(text: str) -> None:
    assert len(missing(text)) == 1


@pytest.mark.parametrize("text", ["`rules/rule.py`", "`.ci/run`", "`models/`", "`.parse.json`", "`= / +`", "```\nno/such\n```"])
def test_what_is_there_and_what_is_no_path_pass(text: str) -> None:
    assert missing(text) == []


@pytest.mark.parametrize("rule", ["增加一条规则", "增加一种单位", "增加一种表式", "增加一个类别名称", "换一个模型", "增加一个行业"])
def test_what_is_often_added_takes_two_files_and_a_check(rule: str) -> None:
    """Numbered steps are files: a third one would be one too many."""
    section = TEXT.split(f"\n## {rule}\n", 1)[1].split("\n## ", 1)[0]
    steps = re.findall(r"^(\d)\. ", section, re.M)
    assert steps in (["1"], ["1", "2"])
    assert "检查：`" in section
