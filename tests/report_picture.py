"""docs/report.png, the page of the samples as a browser shows it: `python tests/report_picture.py` takes it anew. Needs Chromium."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "reports" / "html"))

from chromium import Page

TOP = Path(__file__).resolve().parents[1]

if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "报告.html"
        program = str(Path(sys.executable).with_name("zhibiao"))
        subprocess.run([program, "score", "samples", "-o", str(path), "--no-cache"], cwd=TOP, check=True)
        Page(path).run("--hide-scrollbars", "--window-size=1180,900", f"--screenshot={TOP / 'docs' / 'report.png'}")
