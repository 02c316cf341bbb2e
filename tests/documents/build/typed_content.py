"""How the build scripts type long Chinese content: records with | between fields, prose with a blank line between paragraphs."""

from __future__ import annotations


def prose(text: str) -> str:
    """Typed lines joined with nothing between; a blank line is where the author began a new paragraph."""
    paragraphs = text.strip().split("\n\n")
    return "\n".join("".join(line.strip() for line in paragraph.split("\n")) for paragraph in paragraphs)


def records(text: str, inherit: int = 2) -> list[list[str]]:
    """A list of fields a line. A line that begins with + goes on with the one before; the first `inherit` fields, left blank, repeat."""
    lines: list[str] = []
    for line in text.strip().split("\n"):
        if line.lstrip().startswith("+"):
            lines[-1] += line.strip()[1:]
        else:
            lines.append(line.strip())
    rows: list[list[str]] = []
    for line in lines:
        fields = [field.strip().replace("\\n", "\n") for field in line.split("|")]
        for i in range(inherit):
            fields[i] = fields[i] or rows[-1][i]
        if rows and len(fields) != len(rows[0]):
            raise ValueError(f"{len(fields)} fields where the first line has {len(rows[0])}: {line}")
        rows.append(fields)
    return rows
