"""What the test documents and the labelled rows say of the program, in docs/models.md: `python tests/readme_figures.py` writes it anew."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent
PAGES = ("docs/models.md", "docs/en/models.md")
COMMANDS = ("tests/document_comparison.py", "tests/rule_agreement.py")


def printed(command: str) -> str:
    """What a command prints; what it says of a document that is not read as expected is left to be seen, and nothing is written."""
    run = subprocess.run([sys.executable, command], cwd=TOP, stdout=subprocess.PIPE, check=False, encoding="utf-8")
    if run.returncode:
        sys.exit(run.stdout)
    return run.stdout.strip()


def with_figure(text: str, command: str, figure: str) -> str:
    """The page with the line of the command as it is now."""
    start = f"| `python {command}` | "
    return "\n".join(f"{start}`{figure}` |" if line.startswith(start) else line for line in text.split("\n"))


if __name__ == "__main__":
    figures = {command: printed(command) for command in COMMANDS}
    for page in PAGES:
        path = TOP / page
        text = path.read_text(encoding="utf-8")
        for command, figure in figures.items():
            text = with_figure(text, command, figure)
        path.write_text(text, encoding="utf-8", newline="\n")
