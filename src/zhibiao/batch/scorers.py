"""The scorer of each source: its settings are those nearest to it, unless the command names a file."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from zhibiao.batch.scored import Scored
from zhibiao.config.baseline import Baseline, find_baseline, read_baseline
from zhibiao.config.file import Config, find_config, read_config
from zhibiao.rules.catalogue import catalogue
from zhibiao.scorer import Scorer
from zhibiao.scorer.models import InMemory, Models
from zhibiao.scorer.scorer import models_of


@dataclass
class _Use:
    """What a run met of one file of exceptions."""

    baseline: Baseline
    used: set[int] = field(default_factory=set)
    sources: set[str] = field(default_factory=set)
    projects: set[str] = field(default_factory=set)


class Scorers:
    """Scorers by source; ConfigError where settings or exceptions have a mistake, ModelError where models cannot be used.

    models: a folder in place of what settings name; None: settings, else the shipped ones; False: none."""

    def __init__(
        self,
        config: Path | None = None,
        baseline: Path | None = None,
        today: date | None = None,
        models: Path | bool | None = False,
        suggest: bool = False,
    ) -> None:
        self._codes = tuple(catalogue())
        self._today = today or date.today()
        self._config, self._baseline, self._models, self._suggest = config, baseline, models, suggest
        self._configs: dict[Path | None, Config] = {None: Config()}
        self._uses: dict[Path, _Use] = {}
        self._scorers: dict[tuple[Path | None, Path | None], Scorer] = {}
        self._folders: dict[Path, Scorer] = {}

    def of(self, source: str) -> Scorer:
        """The scorer of a file; stdin (-) belongs to the folder where the command runs."""
        path = Path(source)
        folder = Path() if source == "-" else path if path.is_dir() else path.parent
        if folder not in self._folders:
            self._folders[folder] = self._at(folder)
        return self._folders[folder]

    def _at(self, folder: Path) -> Scorer:
        file = self._config or find_config(folder)
        if file not in self._configs:
            self._configs[file] = read_config(file, self._codes) if file else Config()
        config = self._configs[file]
        accepted = self._baseline or config.baseline or find_baseline(folder)
        if accepted and accepted not in self._uses:
            self._uses[accepted] = _Use(read_baseline(accepted, self._codes, self._today))
        key = (file, accepted)
        if key not in self._scorers:
            models = models_of(config, self._models, elsewhere=True)
            self._scorers[key] = Scorer(config, self._uses[accepted].baseline if accepted else None, models, self._suggest)
        return self._scorers[key]

    @property
    def models(self) -> Models | InMemory | None:
        """The models of the first scorer."""
        return next((scorer.models for scorer in self._scorers.values()), None)

    def state(self) -> list[str]:
        """The exceptions in force: what is said of those that were not needed depends on them."""
        return [repr(use.baseline) for use in self._uses.values()]

    def expired(self) -> list[str]:
        """A line for each exception that has run out."""
        return [line for use in self._uses.values() for line in use.baseline.warnings()]

    def note(self, scored: Scored) -> None:
        """Remember which exceptions a report used, and which it could have used."""
        baseline = self.of(scored.source).baseline
        if baseline is None or scored.report is None:
            return
        use = self._uses[baseline.file]
        use.used.update(scored.report.exempted)
        use.sources.add(scored.source)
        use.projects.update(table.project_name for table in scored.report.tables if table.project_name)

    def unmatched(self) -> list[str]:
        """A line for each exception that no finding needed."""
        return [line for use in self._uses.values() for line in use.baseline.unmatched(use.used, use.sources, use.projects)]
