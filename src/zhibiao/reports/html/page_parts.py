"""The page around the data: what stands before it and what draws it."""

from __future__ import annotations

from base64 import b64encode
from functools import lru_cache
from hashlib import sha256
from importlib import resources

# In the order of use.
SCRIPTS = ("elements", "data", "choice", "marks", "overview", "kinds", "review", "row", "projects", "files", "rows", "page")
_POLICY = "default-src 'none'; style-src 'sha256-{style}'; script-src 'sha256-{script}'; base-uri 'none'; form-action 'none'"


@lru_cache(maxsize=1)
def page_parts() -> tuple[str, str]:
    """Before and after the data. Only this very style and script may run: the policy holds their digests."""
    style = _file("page.css")
    parts = "\n".join(_file(f"{name}.js") for name in SCRIPTS)
    script = f'(function () {{\n"use strict";\n{parts}}})();\n'
    policy = _POLICY.format(style=_digest(style), script=_digest(script))
    page = _file("page.html").replace("<!-- policy -->", policy, 1).replace("<!-- style -->", style, 1)
    before, _, after = page.partition("<!-- data -->\n")
    return before, after.replace("<!-- script -->", script, 1)


def _file(name: str) -> str:
    text = (resources.files("zhibiao.reports.html") / "page" / name).read_text(encoding="utf-8")
    return text.replace("\r\n", "\n")  # a browser digests it with plain line ends


def _digest(text: str) -> str:
    return b64encode(sha256(text.encode()).digest()).decode()
