"""A README in every folder that people open, short, and naming only what is there."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parent.parent
PACKAGE = TOP / "src" / "zhibiao"
OPENED = ["benchmarks", "docs", "models", "notebooks", "src/zhibiao", "tests", "training_data"]
# every folder in these is a part of its own; in the others the README of the parent tells enough
OF_PARTS = ["benchmarks", "models", "src/zhibiao", "training_data"]
# samples and tests/documents/files: whatever lies there is read as a submission. feedback: what a user's reviewers said
WITHOUT = {"samples", "feedback", "__pycache__"}
GENERATED = re.compile(r"[<>…*＿]|名称\.|文件夹|新模型|FILE|PATH")  # what only stands for a name
ENDING = re.compile(r"^[^.].*\.(?:py|md|toml|tsv|jsonl?|ipynb|js|png|npz|csv|pdf|docx)$")
USERS = {"zhibiao.toml", "报告.json"}  # files of the user


def folders() -> list[Path]:
    listed = [TOP / name for name in OPENED]
    parts = [path for name in OF_PARTS for path in (TOP / name).iterdir() if path.is_dir()]
    return listed + sorted(path for path in parts if path.name not in WITHOUT and any(path.glob("*.*")))


def readmes() -> list[Path]:
    return sorted(path for top in OPENED for path in (TOP / top).rglob("README.md"))


def relative(path: Path) -> str:
    return path.relative_to(TOP).as_posix()


def test_top_folders_are_known() -> None:
    """A new folder beside these needs a README, or a reason in WITHOUT."""
    command = ["git", "ls-files", "-z"]
    listed = subprocess.run(command, cwd=TOP, capture_output=True, check=False, encoding="utf-8").stdout.split("\0")
    if listed == [""]:
        pytest.skip("not a git checkout")
    found = {name.partition("/")[0] for name in listed if "/" in name and not name.startswith(".")}
    assert found == {Path(name).parts[0] for name in OPENED} | {"samples"}


@pytest.mark.parametrize("folder", folders(), ids=relative)
def test_a_folder_says_what_it_is_for(folder: Path) -> None:
    lines = (folder / "README.md").read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("# ")
    assert 5 <= len(lines) <= 40 or folder.name == "training_data" or folder.name == "notebooks"  # a data card, a guide


def named(text: str) -> list[str]:
    """Paths that a page names: targets of links, and words in backticks that look like a path."""
    links = [target.partition("#")[0] for target in re.findall(r"\]\(([^)\s]+)\)", text) if not target.startswith("http")]
    words = [word for quoted in re.findall(r"`([^`\n]+)`", text) for word in quoted.split()]
    paths = [word for word in words if ("/" in word or ENDING.search(word)) and not GENERATED.search(word)]
    return [path for path in links + paths if path and path not in USERS]


def missing(readme: Path, text: str) -> list[str]:
    places = (readme.parent, TOP, PACKAGE)
    return [path for path in named(text) if not any((place / path).exists() for place in places)]


@pytest.mark.parametrize("readme", readmes(), ids=relative)  # of CONTRIBUTING: test_contributing
def test_what_a_readme_names_is_there(readme: Path) -> None:
    assert missing(readme, readme.read_text(encoding="utf-8")) == []


def test_what_is_not_there_is_told() -> None:
    text = "看 `reading/nowhere.py`、`reading/dispatch.py`，运行 `pytest tests/nowhere`，见 [这里](nowhere.md)。"
    assert missing(TOP / "README.md", text) == ["nowhere.md", "reading/nowhere.py", "tests/nowhere"]
