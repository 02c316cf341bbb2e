"""The program as a user has it: installed in a place of its own without extras, run without a network, with LANG=C, from a folder with
Chinese and a blank in its name, with two workers: `python tests/installing/installed.py VENV`. Prints sizes and the time of a cold start.

VENV is a virtual environment into which the wheel was installed and nothing else."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

TOP = Path(__file__).resolve().parents[2]
LARGEST = 750  # MB: what an installation may take, torch not among it
REFUSED = 97  # no_network/sitecustomize.py


class Installed:
    """The commands of an installation, run in one folder."""

    def __init__(self, venv: Path, folder: Path) -> None:
        self.programs = venv / ("Scripts" if os.name == "nt" else "bin")
        self.folder = folder
        home = folder / "家 目录"
        home.mkdir()
        kept = {name: os.environ[name] for name in ("SYSTEMROOT", "TEMP", "TMP") if name in os.environ}
        blocked = {"PYTHONPATH": str(Path(__file__).parent / "no_network"), "LANG": "C", "LC_ALL": "C"}
        self.environment = {**kept, **blocked, "PATH": os.environ["PATH"], "HOME": str(home), "USERPROFILE": str(home)}
        self.apart = ["unshare", "-rn"] if _ends_well(["unshare", "-rn", "true"]) else []  # a network of its own, with nothing in it

    def run(self, program: str, *arguments: str, status: int = 0, apart: bool = True, **more: str) -> str:
        """What it wrote to standard output. more: variables of the environment."""
        command = [*(self.apart if apart else ()), str(self.programs / program), *arguments]
        ran = subprocess.run(command, cwd=self.folder, env=self.environment | more, capture_output=True, check=False)
        if ran.returncode != status:
            sys.exit(f"{program} {' '.join(arguments)}: status {ran.returncode}\n{ran.stderr.decode('utf-8', 'replace')}")
        return ran.stdout.decode("utf-8")


def _ends_well(command: list[str]) -> bool:
    return shutil.which(command[0]) is not None and subprocess.run(command, capture_output=True, check=False).returncode == 0


def size(folder: Path) -> float:
    """MB of all files."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink()) / 1e6


def refuses_the_network(installed: Installed) -> None:
    """Also where unshare would do: a check that is not seen at work may not be one."""
    for call in ("getaddrinfo('localhost', 80)", "create_connection(('127.0.0.1', 9))", "socket().connect(('127.0.0.1', 9))"):
        installed.run("python", "-c", f"import socket; socket.{call}", status=REFUSED, apart=False)


def judges_the_samples(installed: Installed, samples: Path) -> str:
    """All are read and judged, with models, suggestions and findings; in figures."""
    files = sorted(path.name for path in samples.iterdir())
    read = json.loads(installed.run("zhibiao", "parse", samples.name, "--jobs", "2"))
    assert read["errors"] == []
    assert sorted(Path(document["source"]).name for document in read["documents"] if document["tables"]) == files
    installed.run("zhibiao", "score", samples.name, "-o", "评判 结果.json", "--jobs", "2")
    judged: dict[str, Any] = json.loads((installed.folder / "评判 结果.json").read_text(encoding="utf-8"))
    assert judged["errors"] == []
    assert sorted(Path(document["source"]).name for document in judged["documents"]) == files
    assert judged["engine"]["models"]
    rows = [row for document in judged["documents"] for table in document["tables"] for row in table["indicators"] if not row.get("unused")]
    assert all(row["smart"] for row in rows)
    found = sum(len(row["findings"]) for row in rows)
    assert found > 0
    assert any(row["suggestions"] for row in rows)
    return f"{len(files)} samples judged with 2 jobs, {len(rows)} rows graded, {found} findings on rows"


def reads_where_the_locale_is_ascii(installed: Installed, samples: Path) -> None:
    """LANG=C again, with Python's own way out of it (UTF-8 mode) shut: names are bytes that no encoding of the system can write."""
    read = json.loads(installed.run("zhibiao", "parse", samples.name, PYTHONUTF8="0", PYTHONCOERCECLOCALE="0"))
    assert read["errors"] == []
    assert len(read["documents"]) == len(list(samples.iterdir()))


def writes_reports(installed: Installed, samples: Path) -> None:
    """What needs no extra."""
    for name in ("报告 甲.xlsx", "报告.html", "报告.csv"):
        installed.run("zhibiao", "score", samples.name, "-o", name)
        assert (installed.folder / name).stat().st_size > 1000
    assert "农村公路养护.docx" in installed.run("zhibiao", "score", samples.name)


def cold_start(installed: Installed, sample: Path) -> tuple[float, float]:
    """Seconds to the version, and to the judgement of one file, each in a new process with nothing kept. The hook that refuses the network
    is left out: it is asked thousands of times."""
    started = time.monotonic()
    installed.run("zhibiao", "--version", PYTHONPATH="")
    told = time.monotonic()
    installed.run("zhibiao", "score", str(sample.relative_to(installed.folder)), "--no-cache", "-o", "一份.json", PYTHONPATH="")
    return told - started, time.monotonic() - told


def main(venv: Path) -> int:
    """1 where it is too large; what does not work ends with what it said."""
    with tempfile.TemporaryDirectory() as kept:
        folder = Path(kept) / "绩效 目标 审核"
        shutil.copytree(TOP / "samples", folder / "送审 材料")
        installed, samples = Installed(venv, folder), folder / "送审 材料"
        refuses_the_network(installed)
        print(judges_the_samples(installed, samples))
        reads_where_the_locale_is_ascii(installed, samples)
        writes_reports(installed, samples)
        version, judged = cold_start(installed, samples / "农村公路养护.docx")
        print(f"network: {'none (unshare), and ' if installed.apart else ''}any use ends the process; LANG=C; in {folder.name!r}")
        print(f"cold start: {version:.2f} s to the version, {judged:.2f} s to one file judged and written")
    taken = size(venv)
    print(f"installed: {taken:.0f} MB (at most {LARGEST}), of which ours {size(next(venv.rglob('site-packages')) / 'zhibiao'):.1f} MB")
    return 0 if taken <= LARGEST else 1


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).resolve()))
