"""A document, its tables and rows as rules and features see them: the parsed model with its words read, and the way from row to table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from zhibiao.features.field import Field, shared
from zhibiao.features.lazy import lazy
from zhibiao.features.repeating import adds_nothing
from zhibiao.features.target import Target, target_of
from zhibiao.lexicon.categories import category_of, plain
from zhibiao.model.document import Document, Indicator, Table

FIELDS = ("name", "description", "value", "basis", "standard")
_GIVEN = frozenset({"table", "document", "context", "categories", "columns"})  # what a table's reading is made of
ROWS = "rows"  # the form of rows given as data: what a row lacks its form lacks, and a blank cell has its place in cells


class Row:
    """One indicator in its table."""

    def __init__(self, indicator: Indicator, table: TableReading) -> None:
        self.indicator = indicator
        self.table = table
        columns = indicator.cells if table.table.form == ROWS else table.columns
        self.name = Field("name", indicator.name, True)
        self.description = shared("description", indicator.description, "description" in columns)
        self.value = shared("value", indicator.value, "value" in columns)
        self.basis = shared("basis", indicator.basis, "basis" in columns)
        self.standard = shared("standard", indicator.standard, "standard" in columns)

    @lazy
    def category(self) -> str | None:
        """The written second level as one of the nine; None where it is missing or says only 产出 or 效益."""
        level2, local = self.indicator.level2, self.table.categories
        return (local.get(plain(level2)) if local and level2 else None) or category_of(level2)

    @lazy
    def target(self) -> Target:
        """What the value states."""
        return target_of(self.value.text)

    @lazy
    def described_in_name(self) -> bool:
        """Whether the description says nothing that the name does not say."""
        return adds_nothing(self.description.bare, self.name.bare)

    @lazy
    def kind(self) -> str:
        """What the name measures, by its last word (lexicon/measures.tsv), else by the description's; "" where neither says."""
        return self.name.measure_word[1] or (self.description.measure_word[1] if self.description.core else "")


class TableReading:
    """One table; columns are those that the form has. context: rows stand in one project and may be held against each other."""

    def __init__(
        self,
        table: Table,
        document: DocumentReading | None = None,
        context: bool = True,
        categories: Mapping[str, str] | None = None,
    ) -> None:
        self.table = table
        self.document = document
        self.context = context
        self.categories = categories  # local names of second levels (lexicon.categories.plain) → one of the nine
        self.columns = frozenset(table.columns)

    @lazy
    def rows(self) -> tuple[Row, ...]:
        """Rows in use: blank form lines are no indicators."""
        return tuple(Row(indicator, self) for indicator in self.table.indicators if not indicator.unused)

    def alone(self, indicator: Indicator) -> Row:
        """A row of the table as if it were the only one."""
        row = Row(indicator, self)
        self.__dict__["rows"] = (row,)
        return row

    def part(self) -> None:
        """Let go of what was read: rows hold their table, and so both are freed at once, not when Python looks for circles. Asked for
        again, it is read again."""
        for name in self.__dict__.keys() - _GIVEN:
            del self.__dict__[name]

    @lazy
    def objectives(self) -> tuple[Field, ...]:
        """The objectives, each a field of its own."""
        return tuple(Field("objectives", text, True) for text in self.table.objectives)

    @lazy
    def purpose(self) -> Field:
        """What the money is for."""
        return Field("purpose", self.table.purpose, self.table.purpose is not None)

    @lazy
    def project_name(self) -> Field:
        """The project's name."""
        return Field("project_name", self.table.project_name, self.table.project_name is not None)

    @lazy
    def about(self) -> str:
        """What the table says of the project: name, purpose and objectives, a line each."""
        return "\n".join(field.text for field in (self.project_name, self.purpose, *self.objectives) if field.text)

    @lazy
    def goal(self) -> str:
        """The objectives, a line each."""
        return "\n".join(field.text.replace("\n", " ") for field in self.objectives)

    @lazy
    def head(self) -> str:
        """The project's name and purpose, a line each."""
        return f"{self.project_name.text}\n{self.purpose.text}"

    @lazy
    def printed(self) -> str:
        """Names and descriptions of the rows in use, a line each."""
        return "\n".join(f"{row.name.text} {row.description.text}" for row in self.rows)

    @lazy
    def namesakes(self) -> Mapping[str, tuple[Row, ...]]:
        """Rows in use by their name without punctuation and 的."""
        found: dict[str, list[Row]] = {}
        for row in self.rows:
            found.setdefault(row.name.bare.replace("的", ""), []).append(row)
        return {name: tuple(rows) for name, rows in found.items()}

    @property
    def year(self) -> int | None:
        """The budget year: the table's own, else the document's."""
        return self.table.year or (self.document.document.year if self.document else None)


class DocumentReading:
    """One document."""

    def __init__(self, document: Document, context: bool = True, categories: Mapping[str, str] | None = None) -> None:
        self.document = document
        self.tables: Sequence[TableReading] = tuple(TableReading(table, self, context, categories) for table in document.tables)
