"""Old and foreign documents (.doc, .wps, .rtf and others) made into .docx by LibreOffice, many in one run."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from zhibiao.config.limits import Limits
from zhibiao.errors import ReadError
from zhibiao.reading import ole
from zhibiao.reading.budget import SPLIT
from zhibiao.reading.doc_ending import with_last_paragraph
from zhibiao.reading.long_paths import openable

VARIABLE = "ZHIBIAO_SOFFICE"
PROGRAMS = ("soffice", "libreoffice")
MAC_PROGRAM = "Applications/LibreOffice.app/Contents/MacOS/soffice"
WINDOWS_PROGRAM = ("LibreOffice", "program")
RUN = 100  # files in one run: keeps the command line far below Windows' 32,767 characters
EXTRA_SECONDS = 2.0  # per file, measured 0.06 to 0.1 for small ones
GRACE = 10.0  # seconds for a killed run to be gone
FILTER = "docx:MS Word 2007 XML"
OPTIONS = ("--headless", "--invisible", "--norestore", "--nolockcheck", "--nodefault", "--nofirststartwizard", "--nologo")
RESAVE_DOCX = "请在 Word 或 WPS 中打开后另存为 .docx 再试"
INSTALL = "请安装 LibreOffice，或在 Word/WPS 中另存为 .docx 后重试"
OLD_WORD = (b"\xdb\xa5\x2d\x00", b"\x9b\xa5\x21\x00")  # Word 2 and 1 for Windows, before the OLE container
WORKS_STREAMS = {"MatOST", "CONTENTS", "MM"}  # Microsoft Works, whose documents are also called .wps
OLD_WORKS = (b"\x01\xfe",)
OTHER_ENDINGS = {".odt", ".ott", ".fodt", ".sxw", ".uot"}

# The documents are strangers': no macros, no links followed, nothing fetched.
SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop>
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop>
</item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


def convert(paths: Sequence[Path], limits: Limits) -> dict[Path, bytes | ReadError]:
    """For each path its document as docx, or why there is none."""
    answers: dict[Path, bytes | ReadError] = {}
    program = find_office()
    if program is None:
        cause = "读取 .doc/.wps 需要 LibreOffice，本机没有找到"
        return {path: ReadError("needs-libreoffice", cause, INSTALL) for path in paths}
    unique = list(dict.fromkeys(paths))
    for start in range(0, len(unique), RUN):
        with tempfile.TemporaryDirectory(prefix="zhibiao-", ignore_cleanup_errors=True) as folder:
            answers.update(_convert_run(program, unique[start : start + RUN], limits, Path(folder)))
    return {path: answers[path] for path in unique}


def find_office() -> Path | None:
    """The LibreOffice program: the one named by ZHIBIAO_SOFFICE, on the path, or where its installers put it."""
    named = os.environ.get(VARIABLE)
    if named:
        found = shutil.which(named)
        return Path(found) if found else None
    for name in PROGRAMS:
        found = shutil.which(name)
        if found:
            return Path(found)
    return next((place for place in _usual_places() if place.is_file()), None)


def _usual_places() -> Iterator[Path]:
    if sys.platform == "darwin":
        for root in (Path("/"), Path.home()):
            yield root / MAC_PROGRAM
    for variable in ("ProgramFiles", "ProgramW6432", "ProgramFiles(x86)"):
        folder = os.environ.get(variable)
        for name in ("soffice.com", "soffice.exe") if folder else ():  # .com waits for the conversion to end
            yield Path(folder or "", *WINDOWS_PROGRAM, name)


def _convert_run(program: Path, paths: Sequence[Path], limits: Limits, folder: Path) -> dict[Path, bytes | ReadError]:
    """One run for all files; those it left over once more, each on its own, so that one bad file costs no other."""
    answers: dict[Path, bytes | ReadError] = {}
    copies: dict[Path, Path] = {}
    for index, path in enumerate(paths):
        copy = _copy(path, folder / f"in{index:04}", limits)
        if isinstance(copy, ReadError):
            answers[path] = copy
        else:
            copies[path] = copy
    office = _Office(program, folder, limits)
    first = office.run(copies)
    answers.update(first)
    left = [path for path in copies if path not in first]
    for path in left:
        alone = office.run({path: copies[path]}) if len(copies) > 1 else {}
        answers[path] = alone.get(path) or office.failure()
    return answers


def _copy(path: Path, target: Path, limits: Limits) -> Path | ReadError:
    """A copy under a plain name and the ending that its content asks for: LibreOffice heeds endings."""
    path = openable(path)
    try:
        if path.stat().st_size > limits.file_bytes:
            return ReadError("too-large", f"文件超过 {limits.file_bytes // 2**20} MB 的上限", SPLIT)
        data = path.read_bytes()
    except OSError:
        return ReadError("unreadable", "文件无法打开或读取", "请确认文件存在、没有被其他程序占用，并有读取权限")
    ending = _ending(data, path.suffix.lower())
    if isinstance(ending, ReadError):
        return ending
    copy = target.with_suffix(ending)
    copy.write_bytes(with_last_paragraph(data) if ending == ".doc" else data)
    return copy


def _ending(data: bytes, suffix: str) -> str | ReadError:
    """The ending by content; what no import filter knows is refused, or LibreOffice would read the bytes as text."""
    if data[:64].lstrip().startswith(b"{\\rtf"):
        return ".rtf"
    if data.startswith(ole.MAGIC):
        return _ole_ending(data)
    if data.startswith(OLD_WORD):
        return ".doc"
    if data.startswith(OLD_WORKS):
        return ".wps"
    if suffix in OTHER_ENDINGS and data.startswith((b"PK\x03\x04", b"<?xml")):
        return suffix
    return ReadError("damaged", "文件已损坏，或不是 Word/WPS 文档", RESAVE_DOCX)


def _ole_ending(data: bytes) -> str | ReadError:
    entries = ole.root_entries(data)
    if "EncryptedPackage" in entries or ("WordDocument" in entries and ole.word_is_encrypted(data, entries["WordDocument"])):
        return ReadError("encrypted", "文件已加密", "请去掉打开密码后再试")
    if "WordDocument" in entries:
        return ".doc"
    if WORKS_STREAMS & entries.keys():
        return ".wps"
    return ReadError("damaged", "文件已损坏，或不是 Word/WPS 文档", RESAVE_DOCX)


class _Office:
    """Runs the program over files in one folder and remembers how the last run ended."""

    def __init__(self, program: Path, folder: Path, limits: Limits) -> None:
        self.program = program
        self.folder = folder
        self.limits = limits
        self.runs = 0
        self.timed_out = False
        self.unable = ""

    def run(self, copies: Mapping[Path, Path]) -> dict[Path, bytes | ReadError]:
        """Convert copies; the answer holds the paths that came out whole."""
        self.timed_out = False
        if not copies or self.unable:
            return {}
        out = self.folder / "out"
        command = [
            str(self.program),
            f"-env:UserInstallation={self._profile().as_uri()}",
            *OPTIONS,
            "--convert-to",
            FILTER,
            "--outdir",
            str(out),
        ]
        self._call([*command, *(str(copy) for copy in copies.values())], self.limits.office_seconds + EXTRA_SECONDS * len(copies))
        return {path: data for path, copy in copies.items() if (data := _whole(out / f"{copy.stem}.docx"))}

    def _profile(self) -> Path:
        """A fresh profile: a LibreOffice that the user has open would take the job and fail it, a killed run leaves a lock in its own."""
        self.runs += 1
        profile = self.folder / f"profile{self.runs}"
        (profile / "user").mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_text(SETTINGS, encoding="utf-8")
        return profile

    def _call(self, command: list[str], seconds: float) -> None:
        """Run to the end or to the time limit; either way nothing of it is left running."""
        flags = getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0) | getattr(subprocess, "CREATE_NO_WINDOW", 0)
        try:
            # The command is the program found above and paths made here; no shell.
            process = subprocess.Popen(  # noqa: S603
                command,
                cwd=self.folder,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
                creationflags=flags,
            )
        except OSError as error:
            self.unable = f"LibreOffice 无法启动（{error.strerror or type(error).__name__}）"
            return
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            self.timed_out = True
        finally:
            _end_group(process)

    def failure(self) -> ReadError:
        """Why the last run gave nothing."""
        if self.unable:
            return ReadError("needs-libreoffice", self.unable, INSTALL)
        if self.timed_out:
            return ReadError("timeout", f"LibreOffice 转换超过 {self.limits.office_seconds:g} 秒的时限", RESAVE_DOCX)
        return ReadError("damaged", "文件已损坏，LibreOffice 打不开", RESAVE_DOCX)


def _whole(path: Path) -> bytes | None:
    """A converted file, unless it is missing or was cut off while being written."""
    return path.read_bytes() if path.is_file() and zipfile.is_zipfile(path) else None


def _end_group(process: subprocess.Popen[bytes]) -> None:
    """End the program and what it started, unless it ended well: the launcher on the path is only the parent of the real one."""
    if process.poll() == 0:
        return
    if sys.platform == "win32":
        taskkill = shutil.which("taskkill")
        if taskkill and process.poll() is None:
            command = [taskkill, "/F", "/T", "/PID", str(process.pid)]
            subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603
    else:
        with contextlib.suppress(ProcessLookupError, PermissionError):  # the whole group has ended
            os.killpg(process.pid, signal.SIGKILL)
    with contextlib.suppress(subprocess.TimeoutExpired):  # one that cannot be killed must not hold up the rest
        process.kill()
        process.wait(GRACE)
