"""Tables for people as text: coloured on a terminal, plain and 100 columns wide elsewhere."""

from __future__ import annotations

import re
from typing import Literal, TextIO

from rich.console import Console, RenderableType
from rich.text import Text

WIDTH = 100
WIDEST = 140
NARROWEST = 60
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]+")  # a document's text must not steer the terminal
COLOURS = {"error": "red", "warning": "yellow", "info": "blue"}


class Paper:
    """Renders for one stream; None: for a file."""

    def __init__(self, stream: TextIO | None) -> None:
        live = stream is not None and stream.isatty()
        console = Console(file=stream, width=None if live else WIDTH)
        width = min(max(console.width, NARROWEST), WIDEST) if live else WIDTH
        colours: Literal["auto"] | None = "auto" if live and not console.legacy_windows else None
        self.console = Console(
            file=stream, width=width, color_system=colours, highlight=False, markup=False, emoji=False, force_terminal=live or None
        )
        self.plain = not live

    def render(self, thing: RenderableType) -> str:
        """As text; outside a terminal without blanks at the ends of lines."""
        with self.console.capture() as capture:
            self.console.print(thing)
        text = capture.get()
        return "".join(line.rstrip() + "\n" for line in text.splitlines()) if self.plain else text


def shown(text: object, style: str = "") -> Text:
    """Words of a document, on one line and harmless."""
    return Text(_CONTROL.sub(" ", str(text)), style=style)
