"""A browser without a window: a page's document after its script has run."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from lxml import html

NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = ("--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--virtual-time-budget=10000")
WAIT = 180  # seconds; a loaded machine takes ten times as long as an idle one
POLICY = re.compile(r"<meta http-equiv=.Content-Security-Policy.*?>")


def find_chromium() -> str | None:
    """Where it is, if it is installed."""
    return next((path for path in map(shutil.which, NAMES) if path), None)


@dataclass(frozen=True)
class Page:
    """A file on the disk and the browser's own folder."""

    path: Path

    def run(self, *flags: str, address: str = "") -> bytes:
        """What the browser prints."""
        profile = self.path.with_suffix(".profile")
        command = [find_chromium() or "", *FLAGS, f"--user-data-dir={profile}", *flags, f"{self.path.as_uri()}{address}"]
        return subprocess.run(command, capture_output=True, check=True, timeout=WAIT).stdout

    def drawn(self, address: str = "") -> html.HtmlElement:
        """The document as drawn; NUL is shown as its picture, because the parser here stops at it."""
        text = self.run("--dump-dom", address=address).decode("utf-8").replace("\0", "\u2400")
        return html.document_fromstring(text)


def page(folder: Path, pieces: str, drive: str = "") -> Page:
    """The page in a file. drive: a script that does what a reader would; the policy, which would stop it, is left out."""
    path = folder / "报告 页.html"
    if drive:
        pieces = POLICY.sub("", pieces, count=1).replace("</body>", f"<script>{drive}</script></body>")
    path.write_text(pieces, encoding="utf-8")
    return Page(path)
