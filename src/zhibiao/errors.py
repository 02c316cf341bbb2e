"""What can go wrong with an input, said so that a clerk can act on it: file, place, cause, remedy."""

from __future__ import annotations


class ReadError(Exception):
    """One input, or a part of it, that could not be read; `code` is stable, cause and remedy are Chinese without a full stop."""

    def __init__(self, code: str, cause: str, remedy: str, place: str = "") -> None:
        super().__init__(code, cause, remedy, place)  # as args, so that it pickles to and from worker processes
        self.code = code
        self.cause = cause
        self.remedy = remedy
        self.place = place  # within the file: 第3页, 工作表“表1”, 第12行

    def message(self, source: str) -> str:
        """One line naming file, place, cause and remedy."""
        where = f"{source}（{self.place}）" if self.place else source
        return f"{where}：{self.cause}。{self.remedy}。"


class ConfigError(Exception):
    """A mistake in the settings, at its file and line; cause and remedy are Chinese without a full stop."""

    def __init__(self, file: str, line: int | None, cause: str, remedy: str) -> None:
        super().__init__(file, line, cause, remedy)  # as args, so that it pickles
        self.file = file
        self.line = line
        self.cause = cause
        self.remedy = remedy

    def __str__(self) -> str:
        where = f"{self.file} 第{self.line}行" if self.line else self.file
        return f"{where}：{self.cause}。{self.remedy}。"


class ModelError(Exception):
    """A model's folder that cannot be used: missing, changed, or of another format."""
