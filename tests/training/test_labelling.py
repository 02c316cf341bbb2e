"""What to label next: doubtful rows, no two alike, not all of one project; and the way through an annotator's tool."""

from __future__ import annotations

import json
from pathlib import Path

from typer.testing import CliRunner

from zhibiao.cli.main import app
from zhibiao.model.report import Category, DocumentReport, IndicatorReport, TableReport
from zhibiao.training.interchange.importing import imported
from zhibiao.training.interchange.label_studio import written
from zhibiao.training.labelling import as_lines, doubt, next_to_label

TOP = Path(__file__).resolve().parents[2]
SURE = dict.fromkeys("SMART", 1.0)


def line(number: int, name: str, least: float, review: bool = False) -> IndicatorReport:
    category = Category("数量", "数量", 1.0, ("数量",))
    smart = dict.fromkeys("SMART", 2)
    return IndicatorReport(
        number, name=name, value="≥3次", smart=smart, probability={**SURE, "S": least}, needs_review=review, category=category
    )


def document(*tables: tuple[IndicatorReport, ...]) -> DocumentReport:
    return DocumentReport(
        "x.docx", year=2026, tables=tuple(TableReport(n, project_name=f"项目{n}", indicators=t) for n, t in enumerate(tables, 1))
    )


def names(*documents: DocumentReport, count: int = 9) -> list[str | None]:
    return [each.row.name for each in next_to_label(documents, count)]


def test_doubt_adds_up() -> None:
    assert doubt(line(1, "培训次数", 0.75, True)) == 1.25
    assert doubt(IndicatorReport(1, name="培训次数")) == 0.0


def test_the_most_doubtful_first_and_what_is_sure_or_alike_not_at_all() -> None:
    rows = (
        line(1, "完成培训场次", 0.9),
        line(2, "清理河道长度", 0.4),
        line(3, "清理河道长度", 0.5),
        line(4, "印发手册", 1.0),
        line(5, "巡", 0.6),
    )
    assert names(document(rows)) == ["清理河道长度", "巡", "完成培训场次"]
    assert names(document(rows), count=1) == ["清理河道长度"]
    assert names(document()) == []


def test_other_projects_come_before_a_third_row_of_one() -> None:
    one = (line(1, "清理河道长度", 0.4), line(2, "疏浚沟渠方量", 0.45), line(3, "管护堤防公里", 0.5))
    assert names(document(one, (line(1, "免疫接种头数", 0.7),)), count=2) == ["清理河道长度", "免疫接种头数"]


def test_rows_go_through_label_studio_and_come_back_with_the_models_guess_accepted(tmp_path: Path) -> None:
    asked = next_to_label([document((line(1, "清理河道长度", 0.4),))], 5)
    tasks = json.loads(written(as_lines(asked, "水利")))
    assert "annotations" not in tasks[0]
    tasks[0]["annotations"] = tasks[0].pop("predictions")
    (tmp_path / "done.json").write_text(json.dumps(tasks), encoding="utf-8")
    (table,) = imported(tmp_path / "done.json").tables
    assert (table["sector"], table["year"], table["project_name"]) == ("水利", 2026, "项目1")
    assert table["indicators"][0]["labels"]["S"] == 2


def test_the_command(tmp_path: Path) -> None:
    run = CliRunner().invoke
    report, out = tmp_path / "报告.json", tmp_path / "标注.xlsx"
    assert run(app, ["score", str(TOP / "samples" / "公园绿地养护.html"), "-o", str(report)]).exit_code == 0
    done = run(app, ["data", "next", str(report), "-n", "3", "--to", "xlsx", "-o", str(out)])
    assert (done.exit_code, "挑出 3 行，写到" in done.output) == (0, True)
    assert imported(out).unlabelled == 3
    plain = tmp_path / "只按规则.json"
    assert run(app, ["score", str(TOP / "samples" / "公园绿地养护.html"), "--rules-only", "-o", str(plain)]).exit_code == 0
    done = run(app, ["data", "next", str(plain), "-o", str(tmp_path / "x.json")])
    assert (done.exit_code, "没有可挑的行：报告里没有模型的判断" in done.output) == (0, True)
    assert not (tmp_path / "x.json").exists()
    done = run(app, ["data", "next", str(out)])
    assert (done.exit_code, "不是 zhibiao 写的 json 报告" in done.output) == (3, True)
    done = run(app, ["data", "next", str(report), "--to", "hf"])
    assert (done.exit_code, "hf 用来发布标注好的数据" in done.output) == (2, True)
