"""Lists of projects in layout text: name, money and goal stand in the middle of all rows of their project."""

from __future__ import annotations

from collections.abc import Sequence

from zhibiao.parsing.flattened.laid_out_rows import UNNAMED, UNNAMED_AFTER_BREAK, Lines, Row, grouped

APART = 2  # lines between two names: a name's own lines stand closer
ORDER = ("成本", "产出", "效益", "满意")
LONELY = 6.0  # cost of a name without rows of its own (the unit's row above its projects)


def with_projects(
    data: Lines, rows: Sequence[Row], roles: Sequence[str], cells: list[list[str]], numbers: list[int], continued: bool
) -> tuple[list[list[str]], list[int]]:
    """The rows with each project's columns filled in its first row; a name without rows becomes a row of its own."""
    name = next(c for c, role in enumerate(roles) if role.startswith("list.project"))
    first_level = next((c for c, role in enumerate(roles) if role in ("level1", "level2")), None)
    names = _stacks(data, name)
    cells = [["" if role.startswith("list.") else text for role, text in zip(roles, row, strict=True)] for row in cells]
    if not names or not rows:
        return cells, numbers
    inner = [first_level is not None and not row[first_level] for row in cells]
    spots = [(float(at[0]), (at[0] + at[-1]) / 2) for _, at in names]
    odd = [[0.0] * len(rows) for _ in names]
    unnamed = UNNAMED_AFTER_BREAK if continued else UNNAMED
    groups = grouped(rows, spots, odd, inner, unnamed, LONELY, _restarts(cells, roles))
    out: list[list[str]] = []
    lines: list[int] = []
    done = groups[0][0]
    out += cells[:done]
    lines += numbers[:done]
    for (text, at), (i, j) in zip(names, groups, strict=True):
        if i == j:
            out.append([text if c == name else "" for c in range(len(roles))])
            lines.append(at[0])
            continue
        out += cells[i:j]
        lines += numbers[i:j]
        head = out[-(j - i)]
        head[name] = text
        for c, role in enumerate(roles):
            if role.startswith("list.") and c != name:
                head[c] = _between(data, c, _edge(rows, i - 1, i), _edge(rows, j - 1, j))
    return out, lines


def _restarts(cells: Sequence[Sequence[str]], roles: Sequence[str]) -> list[bool]:
    """Rows whose first level comes before that of the row above in the order that forms print: another project's."""
    if "level1" not in roles:
        return [False] * len(cells)
    column = roles.index("level1")
    out: list[bool] = []
    last = -1
    for row in cells:
        rank = next((k for k, word in enumerate(ORDER) if word in row[column]), None)
        out.append(rank is not None and rank < last)
        last = last if rank is None else rank
    return out


def _stacks(data: Lines, column: int) -> list[tuple[str, list[int]]]:
    """Texts of a column whose lines stand together, with their line numbers."""
    found: list[tuple[str, list[int]]] = []
    for number, cells in zip(data.numbers, data.cells, strict=True):
        text = cells.get(column)
        if text is None:
            continue
        if found and number - found[-1][1][-1] <= APART:
            found[-1] = (found[-1][0] + "\n" + text, [*found[-1][1], number])
        else:
            found.append((text, [number]))
    return found


def _edge(rows: Sequence[Row], above: int, below: int) -> float:
    """The line between two rows."""
    if above < 0:
        return float("-inf")
    if below >= len(rows):
        return float("inf")
    return (rows[above].bottom + rows[below].top) / 2


def _between(data: Lines, column: int, top: float, bottom: float) -> str:
    return "\n".join(
        cells[column] for number, cells in zip(data.numbers, data.cells, strict=True) if top < number < bottom and column in cells
    )
