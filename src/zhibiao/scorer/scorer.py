"""The scorer: settings joined to the walk, for documents, single indicators and frames of rows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from zhibiao import __version__
from zhibiao.config.baseline import Baseline, read_baseline
from zhibiao.config.file import Config, read_config
from zhibiao.model.document import Document
from zhibiao.model.place import Place
from zhibiao.model.report import DocumentReport, Engine, IndicatorReport
from zhibiao.model.suggestion import COUNT, Suggestion
from zhibiao.parsing.records import tables_from_records, tables_in_turn
from zhibiao.reading.blocks import Record
from zhibiao.rules.catalogue import catalogue
from zhibiao.scorer.applied import Applied
from zhibiao.scorer.frames import columns_beside, records_of
from zhibiao.scorer.garbage import seldom
from zhibiao.scorer.models import InMemory, Models, shipped
from zhibiao.scorer.report import Report
from zhibiao.scorer.walk import PART, Submitted, walk, walk_rows

if TYPE_CHECKING:
    from zhibiao.scorer.suggestions import Means

_FURTHER = (
    "id",
    "standard",
    "budget_fiscal",
    "budget_other",
    "department",
    "spending_plan",
    "project_code",
    "amount_unit",
    "weight",
    "extra",
)
_FIELDS = (
    "name",
    "value",
    "level1",
    "level2",
    "description",
    "basis",
    "project_name",
    "purpose",
    "objectives",
    "budget_total",
    "year",
)
_STRANGE = "score_indicator 不认识参数 {keys}；除 name、value 等之外还可以给 {known}，以及中文表头（如 指标解释=…）。"
_NOTHING = "既没有指标名称 name，也没有指标值 value，无从评判。请至少给出其中一项。"


class Scorer:
    """Judges documents, rows and frames. It holds nothing but settings: threads may share it, processes may be sent it.

    Without models it gives findings only."""

    def __init__(
        self,
        config: Config | None = None,
        baseline: Baseline | None = None,
        models: Models | InMemory | None = None,
        suggest: bool = False,
    ) -> None:
        self.config = config or Config()
        self.baseline = baseline
        self.models = models
        self.suggests = suggest

    def score(self, document: Document, suggest: bool | None = None) -> Report:
        """The report of one document. suggest: with better wordings; None: as the scorer was loaded.

        >>> report = zhibiao.load().score(zhibiao.read("samples/农村公路养护.docx"))
        >>> [(table.project_name, table.grade, table.conclusion) for table in report.documents[0].tables][0]
        ('农村公路日常养护经费', '良', '完善后通过')
        """
        return Report(engine(self.models), (self.score_document(document, suggest),))

    def score_document(self, document: Document, suggest: bool | None = None, count: int = COUNT) -> DocumentReport:
        """The same without the frame of a report."""
        return self.score_documents((document,), suggest, count)[0]

    def score_documents(self, documents: Sequence[Document], suggest: bool | None = None, count: int = COUNT) -> list[DocumentReport]:
        """A report for each, the same as alone; the rows of short ones are judged at once, which takes a quarter less time."""
        judge = self.models.judge() if self.models else None
        with seldom():
            return list(walk(map(self._submitted, documents), judge, self._means(suggest, count)))

    def _means(self, suggest: bool | None, count: int) -> Means | None:
        if not (self.suggests if suggest is None else suggest):
            return None
        from zhibiao.scorer.suggestions import Means

        return Means(self.models.suggester() if self.models else None, count)

    def _submitted(self, document: Document) -> Submitted:
        exemptions = self.baseline.for_source(document.source) if self.baseline else ()
        return Submitted(document, self.config.settings_for(document.source), exemptions)

    def score_records(self, records: Sequence[Record], source: str, suggest: bool | None = None, count: int = COUNT) -> DocumentReport:
        """Rows given as data, by the keys of the contract or Chinese headers."""
        tables, doubts = tables_from_records(records)
        return self.score_document(Document(source=source, kind="jsonl", tables=tuple(tables), doubts=tuple(doubts)), suggest, count)

    def score_indicator(
        self,
        *,
        name: str | None = None,
        value: str | None = None,
        level1: str | None = None,
        level2: str | None = None,
        description: str | None = None,
        basis: str | None = None,
        project_name: str | None = None,
        purpose: str | None = None,
        objectives: Sequence[str] | str | None = None,
        budget_total: float | None = None,
        year: int | None = None,
        **further: Any,
    ) -> IndicatorReport:
        """One row. None: the form has no such column; "": the cell is blank. Further keys are those of the contract."""
        fields = _fields(
            further,
            name=name,
            value=value,
            level1=level1,
            level2=level2,
            description=description,
            basis=basis,
            project_name=project_name,
            purpose=purpose,
            objectives=objectives,
            budget_total=budget_total,
            year=year,
        )
        report = self.score_records([Record(fields, Place(row=1))], "")
        return report.tables[0].indicators[0]

    def suggest(self, *, k: int = COUNT, **fields: Any) -> list[Suggestion]:
        """Better wordings of one row, best first; none where the row is good. The fields are those of score_indicator."""
        known = {key: fields.pop(key, None) for key in _FIELDS}
        record = Record(_fields(fields, **known), Place(row=1))
        report = self.score_records([record], "", True, k)
        return list(report.tables[0].indicators[0].suggestions or ())

    def apply(self, document: Document, suggestion: Suggestion) -> Applied:
        """The document with a suggestion of its report in place, its new score and the difference."""
        changed = document.apply(suggestion)
        return Applied(document, changed, suggestion, self.score_document(document, False), self.score_document(changed, False))

    def score_frame(self, frame: Any) -> Any:
        """A pandas or polars frame of rows → the same frame with columns beside; the given one is not changed.

        >>> import pandas as pd
        >>> frame = pd.DataFrame({"name": ["技能培训人数", "培训效果"], "value": ["≥200人", "显著提升"]})
        >>> zhibiao.load().score_frame(frame)[["name", "grade"]].values.tolist()
        [['技能培训人数', '良'], ['培训效果', '差']]
        """
        with seldom():
            judge = self.models.judge() if self.models else None
            tables = tables_in_turn(records_of(frame), PART)
            return columns_beside(frame, walk_rows(tables, "jsonl", self._submitted(Document(source="")), judge), len(frame))


def _fields(further: dict[str, Any], **known: Any) -> dict[str, Any]:
    """The fields of one row; what nobody knows is told."""
    if not known["name"] and not known["value"]:
        raise ValueError(_NOTHING)
    strange = [key for key in further if key.isascii() and key not in _FURTHER]
    if strange:
        raise TypeError(_STRANGE.format(keys="、".join(strange), known="、".join(_FURTHER)))
    return {**known, **further}


def engine(models: Models | InMemory | None = None) -> Engine:
    """What judges."""
    return Engine(__version__, (models.name,) if models else None, len(catalogue()))


def load(
    config: str | Path | Config | None = None,
    baseline: str | Path | None = None,
    models: str | Path | bool | Models | InMemory | None = None,
    suggest: bool = False,
) -> Scorer:
    """A scorer with the settings of a file. models: a folder of models, or models in memory; None: those of the settings, else the shipped
    ones; False: none.

    suggest: reports hold better wordings of weak rows."""
    codes = tuple(catalogue())
    settings = read_config(Path(config), codes) if isinstance(config, (str, Path)) else config or Config()
    exceptions = Path(baseline) if baseline else settings.baseline
    return Scorer(
        settings,
        read_baseline(exceptions, codes, date.today()) if exceptions else None,
        models if isinstance(models, (Models, InMemory)) else models_of(settings, models),
        suggest,
    )


def models_of(config: Config, models: str | Path | bool | None = None, elsewhere: bool = False) -> Models | None:
    """What a caller asked for, else what the settings name, else the shipped models. elsewhere: other processes will load them."""
    if models is False:
        return None
    folder = Path(models) if isinstance(models, (str, Path)) else config.models
    found = Models((folder or shipped().folder).resolve(), config.encoder)
    _ = found.name if elsewhere else found.judge()  # what is wrong with them is told now, not at the first row
    return found
