"""`zhibiao data check`: what is wrong with the labelled data, and what it is like."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from zhibiao.training.data.agreement import agreement
from zhibiao.training.data.figures import disagreements
from zhibiao.training.data.logic import contradictions
from zhibiao.training.data.records import DataSet, LabelledTable, load
from zhibiao.training.data.splits import PARTS, load_splits, part, split_faults
from zhibiao.training.data.variety import alike, said, variety

BOUNDS = {"repeated": 0.05, "near": 0.08, "frame": 0.02, "nouns": 1500, "apart": 0.65}

Parts = Mapping[str, tuple[LabelledTable, ...]]


@dataclass(frozen=True, slots=True)
class Checked:
    """Faults are what must be mended; lines are the description."""

    faults: tuple[str, ...]
    lines: tuple[str, ...]


def check(folder: Path, deep: bool = True, against: Path | None = None) -> Checked:
    """Schema, logic, figures, splits, counts and variety; deep: with the classifiers, which take a minute; against: real rows as
    JSON lines, which ours are to be told from."""
    data = load(folder)
    faults = contradictions(data)
    faults += [f"{table.id}：{fault}" for table in data.tables if table.source == "good" for fault in disagreements(table)]
    parts = None
    if (folder / "splits.json").exists():
        faults += split_faults(data, folder)
        splits = load_splits(folder)
        parts = {name: part(data, splits, name) for name in PARTS}
    else:
        faults.append("缺少 splits.json")
    lines = list(_counts(data))
    lines += _variety(data, faults)
    if parts:
        lines += _across(parts, faults)
    if (folder / "second").is_dir():
        lines += _agreement(data, folder)
    if deep:
        lines += _separation(data, parts, faults)
    if against is not None:
        lines += _against(data, against)
    return Checked(tuple(faults), tuple(lines))


def _counts(data: DataSet) -> Iterator[str]:
    sources = Counter(table.source for table in data.tables)
    used = Counter(table.source for table in data.tables for _ in table.used)
    yield "表和行：" + "，".join(f"{name} {sources[name]} 张 {used[name]} 行" for name in sorted(sources)) + f"，改写 {len(data.pairs)} 组"
    yield f"行业 {len({table.sector for table in data.tables})} 个，文件 {len(data.documents)} 份"
    rows = [row.labels for table in data.tables for row in table.used if row.labels]
    for letter in "SMART":
        grades = Counter(labels.grades[letter] for labels in rows)
        yield f"{letter}：" + "，".join(f"{grade} 级 {grades[grade]}" for grade in (3, 2, 1, 0))
    yield "类别：" + "，".join(f"{name} {count}" for name, count in Counter(labels.category for labels in rows).most_common())
    codes = Counter(code for labels in rows for code in labels.codes)
    codes.update(mark.code for table in data.tables for mark in table.marks)
    codes.update(mark["code"] for document in data.documents for mark in document.get("findings", ()))
    yield "问题：" + "，".join(f"{code} {codes[code]}" for code in sorted(codes))
    weak = [labels for table in data.tables if table.source in ("weak", "documents") for row in table.used if (labels := row.labels)]
    if weak:
        misplaced = sum("R401" in labels.codes for labels in weak) / len(weak)
        vague = sum(labels.grades["M"] == 0 for labels in weak) / len(weak)
        yield f"weak 中错位 {misplaced:.1%}，没有可衡量的值 {vague:.1%}，有问题 {sum(bool(x.codes) for x in weak) / len(weak):.1%}"


def _variety(data: DataSet, faults: list[str]) -> list[str]:
    found = variety(data)
    shares = {"repeated": found.repeated, "near": found.near, "frame": found.frame[1]}
    faults += [f"{name} 为 {share:.1%}，不应超过 {BOUNDS[name]:.0%}" for name, share in shares.items() if share > BOUNDS[name]]
    if found.nouns < BOUNDS["nouns"]:
        faults.append(f"不同的名词只有 {found.nouns} 个，至少要 {BOUNDS['nouns']} 个")
    return [
        f"名称和值都与别的行相同 {found.repeated:.2%}（上限 {BOUNDS['repeated']:.0%}）",
        f"有近似的行（三字串 Jaccard 大于 0.8）{found.near:.2%}（上限 {BOUNDS['near']:.0%}）",
        f"最常用的名称句式“{found.frame[0]}” {found.frame[1]:.2%}（上限 {BOUNDS['frame']:.0%}）",
        f"不同的名词 {found.nouns} 个（至少 {BOUNDS['nouns']:,}）",
    ]


def _across(parts: Parts, faults: list[str]) -> list[str]:
    """Rows of the test that stand nearly the same in training or in choosing; “无” and “不涉及” say the same everywhere."""
    rows = {
        name: [row for table in tables for row in table.used if row.labels and "F004" not in row.labels.codes]
        for name, tables in parts.items()
    }
    seen = rows["train"] + rows["dev"]
    pairs = alike([said(row) for row in rows["test"]], [said(row) for row in seen])
    faults += [f"{rows['test'][i].id} 与 {seen[j].id} 几乎相同，却在不同的部分" for i, j in pairs]
    return [f"测试行与其余行几乎相同的 {len(pairs)} 对"]


def _agreement(data: DataSet, folder: Path) -> list[str]:
    found = agreement(data, folder)
    letters = "，".join(f"{letter} {kappa:.3f}" for letter, kappa in found.kappa.items())
    codes = "，".join(f"{code} {f1:.2f}（{count}）" for code, (count, f1) in found.codes.items())
    return [
        f"第二次独立标注 {found.rows} 行（{found.share:.1%}）：QWK {letters}",
        f"第二遍的类别在第一遍可接受之列 {found.category:.1%}，与第一遍的最佳类别相同 {found.best:.1%}",
        f"问题代码的 F1（任一方标注的行数）：{codes}",
        f"等级相差两级以上的 {len(found.differing)} 行",
    ]


def _separation(data: DataSet, parts: Parts | None, faults: list[str]) -> list[str]:
    from zhibiao.training.data.separation import apart, sector_gap

    lines: list[str] = []
    if parts:
        sides = [[(said(row), table.id) for table in parts[name] for row in table.used] for name in ("train", "test")]
        groups = [ident for side in sides for _, ident in side]
        found = apart([text for text, _ in sides[0]], [text for text, _ in sides[1]], groups)
        lines.append(f"分辨训练行与测试行（遮去名词）：AUC {found.auc:.3f}（上限 {BOUNDS['apart']}）")
        if found.auc > BOUNDS["apart"]:
            faults.append(f"训练行与测试行可以分辨：AUC {found.auc:.3f}；露出痕迹的是 {'、'.join(found.second)}")
    within, across = sector_gap(data)
    lines.append(f"类别（TF-IDF + 逻辑回归）：同行业 {within:.3f}，跨行业 {across:.3f}，相差 {within - across:.3f}")
    return lines


def _against(data: DataSet, real: Path) -> list[str]:
    """Whether our weak rows can be told from real ones, and by what; nouns are left in, since they are part of what gives ours away."""
    from zhibiao.training.data.separation import apart

    rows = [json.loads(line)["row"] for line in real.read_text(encoding="utf-8").splitlines() if line]
    theirs = ["".join(row.get(key) or "" for key in ("name", "value")) for row in rows]
    ours = [
        ((row.texts.get("name") or "") + (row.texts.get("value") or ""), t.id) for t in data.tables if t.source == "weak" for row in t.used
    ]
    groups = [ident for _, ident in ours] + [str(k) for k in range(len(theirs))]
    found = apart([text for text, _ in ours], theirs, groups, hide_nouns=False)
    return [
        f"分辨 weak 中的行与真实的行（名称和值，{len(ours)} 行与 {len(theirs)} 行）：AUC {found.auc:.3f}",
        f"偏向 weak 的字：{'、'.join(found.first)}；偏向真实行的字：{'、'.join(found.second)}",
    ]
