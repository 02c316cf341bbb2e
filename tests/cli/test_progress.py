"""Progress: plain lines now and then, a bar on a terminal."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from contextlib import suppress
from types import SimpleNamespace

import pytest

from zhibiao.cli import progress
from zhibiao.cli.progress import counted

SUMS = SimpleNamespace(rows=12, findings=3)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    fake = SimpleNamespace(now=100.0)
    monkeypatch.setattr(progress, "time", SimpleNamespace(monotonic=lambda: fake.now))
    return fake


def test_a_line_every_ten_seconds(clock: SimpleNamespace, capsys: pytest.CaptureFixture[str]) -> None:
    with counted(4, hold=False, sums=SUMS) as (count, later):
        for seconds, source in ((4, "甲"), (5, "乙"), (2, "乙"), (9, "丙"), (1, "丁")):
            clock.now += seconds
            count(source)
        later(sys.stdout.write, ["一", "二"])
    out, err = capsys.readouterr()
    assert err.splitlines() == ["已完成 2/4 份文件，12 个指标，3 个问题", "已完成 4/4 份文件，12 个指标，3 个问题"]
    assert out == "一二"


def test_without_sums_and_a_single_file(clock: SimpleNamespace, capsys: pytest.CaptureFixture[str]) -> None:
    with counted(2, hold=False) as (count, _):
        clock.now += 11
        count("甲")
    with counted(1, hold=False) as (count, _):
        clock.now += 11
        count("甲")
    assert capsys.readouterr().err == "已完成 1/2 份文件\n"


BAR = """
import sys
from types import SimpleNamespace
from zhibiao.cli.progress import counted
with counted(3, hold=True, sums=SimpleNamespace(rows=12, findings=3)) as (count, later):
    for source in "甲乙丙":
        later(lambda piece: (sys.stdout.write(piece), sys.stdout.flush()), [f"<{source}>"])
        count(source)
    sys.stderr.write("|done|\\n")
"""


def on_a_terminal(stdout: int | None = None) -> tuple[str, str]:
    """What a terminal shows, and what went to standard output where that is a pipe."""
    import pty  # of other systems than Windows

    ours, theirs = pty.openpty()
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "120", "PYTHONIOENCODING": "utf-8"}
    given = theirs if stdout is None else stdout
    process = subprocess.Popen([sys.executable, "-c", BAR], stdin=theirs, stdout=given, stderr=theirs, env=environment)
    os.close(theirs)
    shown = b""
    limit = time.monotonic() + 30
    with suppress(OSError):  # the other side is closed
        while time.monotonic() < limit and (piece := os.read(ours, 65_536)):
            shown += piece
    os.close(ours)
    out = process.communicate(timeout=10)[0] or b""
    assert process.returncode == 0
    return shown.decode("utf-8"), out.decode("utf-8")


needs_terminals = pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are of other systems")


@needs_terminals
def test_a_bar_on_a_terminal_and_the_result_after_it() -> None:
    text, _ = on_a_terminal()
    assert "3/3" in text
    assert "12 个指标，3 个问题" in text
    assert text.index("|done|") < text.index("<甲><乙><丙>")


@needs_terminals
def test_a_result_that_is_redirected_does_not_land_on_the_terminal() -> None:
    text, out = on_a_terminal(subprocess.PIPE)
    assert "3/3" in text
    assert "甲>" not in text
    assert out == "<甲><乙><丙>"
