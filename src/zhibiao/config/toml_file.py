"""A TOML file opened for settings: its content, and mistakes told at their line with remedy."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from zhibiao.config.key_lines import Lines, key_lines
from zhibiao.config.key_lines import Path as KeyPath
from zhibiao.errors import ConfigError

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

_CHECK = "请检查这一行的引号、括号、等号，同一个键不能写两次"
_QUOTE = "等号左边的汉字要写在英文双引号里"
_BARE_HAN = re.compile(r"\s*[^\"'#=]*[一-鿿][^\"'#=]*=")
_AT = re.compile(r"at line (\d+)")


@dataclass(frozen=True)
class TomlFile:
    """What a file says, and where."""

    name: str
    data: dict[str, Any]
    lines: Lines

    def error(self, path: KeyPath, cause: str, remedy: str, word: str | None = None) -> ConfigError:
        """A mistake at a key, or at a word behind it."""
        return ConfigError(self.name, self.lines.of(path, word), cause, remedy)


def open_toml(path: Path) -> TomlFile:
    """Read it; whatever is wrong with the file itself is told."""
    name = path.as_posix()
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        raise ConfigError(name, line, "文件不是 UTF-8 编码", "请另存为 UTF-8 编码") from error
    except OSError as error:
        raise ConfigError(name, None, "配置文件无法打开", "请检查路径和权限") from error
    text = text.replace("\r\n", "\n")
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _AT.search(str(error))
        line = int(found[1]) if found else text.count("\n") + 1
        bare = _BARE_HAN.match("".join(text.splitlines()[line - 1 : line]))
        raise ConfigError(name, line, "不符合 TOML 格式", _QUOTE if bare else _CHECK) from error
    return TomlFile(name, data, key_lines(text))
