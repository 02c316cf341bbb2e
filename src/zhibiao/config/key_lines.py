"""The line of every key of a TOML text: the standard reader forgets them, and a mistake is told with its line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

Path = tuple["str | int", ...]  # keys and positions in arrays of tables, from the top

_TOKEN = re.compile(
    r'"""(?:\\.|[^\\])*?"""|\'\'\'.*?\'\'\''  # strings over many lines
    r"|\"(?:\\.|[^\"\\\n])*\"|'[^'\n]*'"
    r"|#[^\n]*|\n|[\[\]{}=.,]|[^\s\"'#\[\]{}=.,]+",
    re.S,
)


@dataclass
class Lines:
    """Where keys stand. A key inside an inline table has the line of the key that holds it."""

    text: str
    known: dict[Path, int] = field(default_factory=dict)

    def of(self, path: Path, word: str | None = None) -> int:
        """The line of a key, or of the nearest one above it; word: the first line from there on that holds it."""
        while path and path not in self.known:
            path = path[:-1]
        line = self.known.get(path, 1)
        if word is not None:
            for number, text in enumerate(self.text.splitlines()[line - 1 :], line):
                if word in text:
                    return number
        return line


def key_lines(text: str) -> Lines:
    """Read the keys of a text that is known to be TOML."""
    lines = Lines(text)
    counts: dict[Path, int] = {}
    section: Path = ()
    for number, statement in _statements(text):
        if statement[0] == "[":
            array = statement[1] == "["
            section = _placed(_names(statement[1 + array : -1 - array]), counts)
            if array:
                counts[section] = counts.get(section, -1) + 1
                section = (*section, counts[section])
            lines.known[section] = number
        elif "=" in statement:
            path: Path = section
            for name in _names(statement[: statement.index("=")]):
                path = (*path, name)
                lines.known.setdefault(path, number)
    return lines


def _statements(text: str) -> Iterator[tuple[int, list[str]]]:
    """Headers and key-value pairs as tokens, with the line where each begins; brackets hold lines together."""
    depth, line, start = 0, 1, 1
    statement: list[str] = []
    for match in _TOKEN.finditer(text):
        piece = match[0]
        if piece == "\n":
            if statement and depth == 0:
                yield start, statement
                statement = []
        elif not piece.startswith("#"):
            start = start if statement else line
            statement.append(piece)
            depth += (piece in ("[", "{")) - (piece in ("]", "}"))
        line += piece.count("\n")
    if statement:
        yield start, statement


def _names(tokens: list[str]) -> list[str]:
    """The parts of a dotted key, without quotes."""
    return [name.strip("\"'") for name in tokens if name != "."]


def _placed(names: list[str], counts: dict[Path, int]) -> Path:
    """A header's path: below an array of tables it means the array's last table."""
    path: Path = ()
    for number, name in enumerate(names, 1):
        path = (*path, name)
        if path in counts and number < len(names):
            path = (*path, counts[path])
    return path
