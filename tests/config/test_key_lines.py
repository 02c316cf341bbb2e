"""Keys of a TOML text and their lines, counted by hand."""

from __future__ import annotations

import pytest

from zhibiao.config.key_lines import Path, key_lines

TEXT = '''# 说明
select = ["M201",
  "P6",
]
words = """
ignore = 1
"""

[tool.zhibiao.severity]
"M206" = "info"  # a = b

[[paths]]
match = '甲'
[[paths]]
match = "乙"
thresholds = { a = 1, b = 2 }
[paths.severity]
M1.x = 1
'''
LINES: list[tuple[Path, int]] = [
    (("select",), 2),
    (("words",), 5),
    (("tool", "zhibiao", "severity"), 9),
    (("tool", "zhibiao", "severity", "M206"), 10),
    (("paths", 0), 12),
    (("paths", 0, "match"), 13),
    (("paths", 1, "match"), 15),
    (("paths", 1, "thresholds"), 16),
    (("paths", 1, "thresholds", "b"), 16),
    (("paths", 1, "severity"), 17),
    (("paths", 1, "severity", "M1", "x"), 18),
    (("ignore",), 1),
]


@pytest.mark.parametrize(("path", "line"), LINES)
def test_a_key_has_its_line_and_one_that_is_not_there_that_of_the_key_above(path: Path, line: int) -> None:
    assert key_lines(TEXT).of(path) == line


def test_a_word_in_a_long_list_has_its_own_line() -> None:
    assert key_lines(TEXT).of(("select",), "P6") == 3
    assert key_lines(TEXT).of(("select",), "nowhere") == 2
