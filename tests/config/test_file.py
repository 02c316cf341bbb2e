"""Settings as users write them, and mistakes told with file, line and remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from zhibiao.config.file import Config, find_config, read_config
from zhibiao.config.settings import Settings
from zhibiao.errors import ConfigError

CODES = ("F001", "M201", "M205", "M206", "P601")
WHOLE = """
select = ["M", "F001"]
ignore = ["M206"]
allowed = ["按月发放"]
year = 2025
baseline = "例外.toml"

[severity]
M = "warning"
M205 = "info"

[thresholds]
satisfaction_floor = 70

[categories]
"三、产出数量类指标（个）" = "数量"
"民生效益" = "社会效益"

[[paths]]
match = "旧/*"
year = 2024
ignore = ["F"]
severity = { M205 = "error" }
"""
EXPECTED = Settings(
    select=("M", "F001"),
    ignore=("M206",),
    severity={"M201": "warning", "M205": "info", "M206": "warning"},
    thresholds={"satisfaction_floor": 70.0},
    allowed=frozenset({"按月发放"}),
    categories={"产出数量": "数量", "民生效益": "社会效益"},
    year=2025,
)


def settings(folder: Path, text: str, name: str = "zhibiao.toml") -> Config:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return read_config(path, CODES)


def test_every_setting(tmp_path: Path) -> None:
    config = settings(tmp_path, WHOLE)
    assert config.settings == EXPECTED
    assert config.baseline == tmp_path / "例外.toml"


def test_settings_of_a_path_add_up(tmp_path: Path) -> None:
    config = settings(tmp_path, WHOLE)
    old = config.settings_for((tmp_path / "旧" / "甲.docx").as_posix())
    assert (old.year, old.ignore, old.select) == (2024, ("M206", "F"), ("M", "F001"))
    assert old.severity == {"M201": "warning", "M205": "error", "M206": "warning"}
    assert config.settings_for((tmp_path / "新" / "甲.docx").as_posix()) == EXPECTED


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("zhibiao.toml", "[zhibiao]\nyear = 2025\n[[zhibiao.paths]]\nmatch = '*'\nyear = 2024\n"),
        ("pyproject.toml", "[project]\nname = 'x'\n[tool.zhibiao]\nyear = 2025\n[[tool.zhibiao.paths]]\nmatch = '*'\nyear = 2024\n"),
        ("别的名字.toml", "year = 2025\n[[paths]]\nmatch = '*'\nyear = 2024\n"),
    ],
)
def test_where_settings_may_stand(tmp_path: Path, name: str, text: str) -> None:
    config = settings(tmp_path, text, name)
    assert config.settings.year == 2025
    assert config.settings_for("甲.docx").year == 2024


MISTAKES = [
    (
        "selct = []",
        1,
        "没有“selct”这个设置。可用的设置：select、ignore、severity、thresholds、allowed、categories、year、baseline、models、encoder、paths。",
    ),
    ("\n\nselect = 'M201'", 3, 'select 应是一组代码。请写成 select = ["M201", "P"] 的样子。'),
    (
        'ignore = [\n "M201",\n "X9",\n]',
        3,
        "没有“X9”这个代码。请用 zhibiao rules 查看现有的代码，例如 M201；也可以写开头，例如 M2。",
    ),
    ("[severity]\nM201 = 'grave'", 2, "M201 的级别“grave”不对。级别是 error、warning、info 之一。"),
    (
        "[severity]\nZ1 = 'info'",
        2,
        "没有“Z1”这个代码。请用 zhibiao rules 查看现有的代码，例如 M201；也可以写开头，例如 M2。",
    ),
    ("severity = 3", 1, "severity 应是一个小节。请写成 [severity] 小节，每行一项。"),
    ("[thresholds]\nsatisfaction_floor = '60'", 2, "satisfaction_floor 应是一个数。请写成不带引号的数。"),
    ("[thresholds]\nsatisfaction_floor = nan", 2, "satisfaction_floor 应是一个数。请写成不带引号的数。"),
    ("[thresholds]\nsatisfaction_floor = true", 2, "satisfaction_floor 应是一个数。请写成不带引号的数。"),
    ("allowed = '按月'", 1, 'allowed 应是一组文字。请写成 allowed = ["甲", "乙"] 的样子。'),
    ("year = '2025'", 1, "year 应是预算年度。请写成四位数的年份，不带引号。"),
    ("year = 25", 1, "year 应是预算年度。请写成四位数的年份，不带引号。"),
    ("baseline = ''", 1, "baseline 应是一段文字。请把内容写在英文双引号里。"),
    ("paths = 'x'", 1, 'paths 应写成若干个 [[paths]] 小节。请每节写一个 match = "文件" 和要改的设置。'),
    ("[[paths]]\nyear = 2025", 1, '这一节没有写 match。请写明对哪些文件生效，例如 match = "2024年/*.docx"。'),
    (
        "[[paths]]\nmatch = 'a'\n[[paths]]\nmatch = 'b'\nbaseline = 'c'",
        5,
        "没有“baseline”这个设置。可用的设置：select、ignore、severity、thresholds、allowed、categories、year、match。",
    ),
    ("year = 2025\nselect = [", 2, "不符合 TOML 格式。请检查这一行的引号、括号、等号，同一个键不能写两次。"),
    ("year = 2025\nyear = 2026", 2, "不符合 TOML 格式。请检查这一行的引号、括号、等号，同一个键不能写两次。"),
    ("[categories]\n民生效益 = '社会效益'", 2, "不符合 TOML 格式。等号左边的汉字要写在英文双引号里。"),
    ("year = 2025\n[zhibiao]\nselect = []", 1, "“year”写在 [zhibiao] 之外。请把它移到 [zhibiao] 之下。"),
]


@pytest.mark.parametrize(("text", "line", "message"), MISTAKES)
def test_a_mistake_is_told_at_its_line(tmp_path: Path, text: str, line: int, message: str) -> None:
    with pytest.raises(ConfigError) as caught:
        settings(tmp_path, text)
    assert str(caught.value) == f"{(tmp_path / 'zhibiao.toml').as_posix()} 第{line}行：{message}"


def test_an_unknown_category_and_threshold_name_those_that_there_are(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"第2行：“民生”对应的“民生效益”不是二级指标的类别。类别是 数量、质量、时效、成本"):
        settings(tmp_path, "[categories]\n'民生' = '民生效益'")
    with pytest.raises(ConfigError, match=r"第2行：没有“floor”这个界限。现有的界限：satisfaction_floor"):
        settings(tmp_path, "[thresholds]\nfloor = 1")


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"没有\.toml：配置文件无法打开。请检查路径和权限。"):
        read_config(tmp_path / "没有.toml", CODES)
    (tmp_path / "旧编码.toml").write_bytes("# 一\nallowed = ['甲']\n".encode("gbk"))
    with pytest.raises(ConfigError, match=r"第2行：文件不是 UTF-8 编码"):
        read_config(tmp_path / "旧编码.toml", CODES)
    with pytest.raises(ConfigError, match=r"没有 \[tool.zhibiao\] 小节"):
        settings(tmp_path, "[project]\n", "pyproject.toml")


def test_the_nearest_file_is_found(tmp_path: Path) -> None:
    inner = tmp_path / "县局" / "2025年"
    inner.mkdir(parents=True)
    (tmp_path / "pyproject.toml").write_text("[tool.zhibiao]\n", encoding="utf-8")
    (tmp_path / "县局" / "pyproject.toml").write_text("[tool.other]\n", encoding="utf-8")
    assert find_config(inner / "甲.docx") == tmp_path / "pyproject.toml"
    (tmp_path / "zhibiao.toml").write_text("", encoding="utf-8")
    assert find_config(inner) == tmp_path / "zhibiao.toml"
    (inner / "zhibiao.toml").write_text("", encoding="utf-8")
    assert find_config(inner) == inner / "zhibiao.toml"


def test_a_broken_file_of_somebody_else_is_passed_over_and_ours_is_not(tmp_path: Path) -> None:
    (tmp_path / "内").mkdir()
    (tmp_path / "内" / "pyproject.toml").write_text("[tool.other\nzhibiao", encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text("[tool.zhibiao]\nyear = ", encoding="utf-8")
    assert find_config(tmp_path / "内") == tmp_path / "pyproject.toml"


def test_without_a_file_the_defaults_hold() -> None:
    assert Config().settings_for("甲.docx") == Settings()
