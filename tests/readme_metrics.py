"""What the models are worth, in the READMEs, from models/*/metrics.json: `python tests/readme_metrics.py` writes it anew."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from zhibiao.rules.catalogue import catalogue

ENOUGH = 20  # cases of an error from which on it is listed
TOP = Path(__file__).resolve().parent.parent
BETWEEN = re.compile(r"(?<=<!-- metrics -->\n).*?(?=<!-- /metrics -->)", re.S)
CHINESE = {
    "head": ("要回答的", "测出的", "要求"),
    "category": "二级指标类别（不看填写的），落在可接受之内 / 各类平均召回 / 概率误差 ECE",
    "misplaced": "二级指标错位：同一行故意放错时查出 / 放在最合适的类别下误报",
    "letter": "{letter} 等级，QWK",
    "grade": "总等级 QWK / 得分平均绝对误差",
    "bad": "判为“差”的行里标注者也判“差” / 判为“优”的行里标注者也判“优”",
    "review": "标为需要复核的行 / 其余各行过与不过和标注者一致",
    "code": "问题 {code}（{cases} 例），查准 / 查全",
    "encoder": "句子编码器：检索 nDCG@10 / 改写与貌似 AUC / 近邻类别",
}
ENGLISH = {
    "head": ("question", "measured", "wanted"),
    "category": "second-level category, blind: within the acceptable / mean recall of the nine / ECE",
    "misplaced": "R401, the same rows placed wrong on purpose: found / false alarms under the best category",
    "letter": "grade {letter}, QWK",
    "grade": "overall grade QWK / mean absolute error of the score",
    "bad": "rows it calls 差 that the annotators call 差 / the same for 优",
    "review": "share sent to review / agreement on pass or fail for the rest",
    "code": "finding {code} ({cases} cases), precision / recall",
    "encoder": "encoder: retrieval nDCG@10 / look-alikes AUC / neighbours' category",
}
READMES = {"README.md": CHINESE, "README.en.md": ENGLISH}


def metrics() -> dict[str, dict[str, Any]]:
    """The figures of the three models."""
    return {
        name: json.loads((TOP / "models" / name / "metrics.json").read_text(encoding="utf-8")) for name in ("category", "smart", "encoder")
    }


def table(words: dict[str, Any]) -> str:
    """One line a question."""
    of = metrics()
    category, smart, encoder = of["category"], of["smart"], of["encoder"]
    purpose, review = category["R401_on_purpose"], smart["review"]
    figures = [category["within_acceptable"], category["macro_recall"], category["calibration_error"]]
    lines = [(words["category"], figures, "≥ 0.95 / ≥ 0.88 / ≤ 0.04")]
    lines.append((words["misplaced"], [purpose["recall"], purpose["false_best"]], "≥ 0.85 / ≤ 0.02"))
    for letter, kappa in smart["qwk"].items():
        lines.append((words["letter"].format(letter=letter), [kappa], "≥ 0.93" if letter == "M" else "≥ 0.85"))
    lines.append((words["grade"], [smart["grade_qwk"], smart["score_mae"]], "≥ 0.90 / ≤ 5"))
    for code, found in smart["codes"].items():
        if found["cases"] >= ENOUGH and catalogue()[code].rule.severity == "error":
            lines.append((words["code"].format(code=code, cases=found["cases"]), [found["precision"], found["recall"]], "≥ 0.90 / ≥ 0.85"))
    lines.append((words["bad"], [review["precision_差"], review["precision_优"]], ""))
    lines.append((words["review"], [review["share"], review["agreement_of_rest"]], "≤ 0.20 / ≥ 0.97"))
    probes = [encoder[key]["measure"] for key in ("retrieval", "look_alikes", "neighbours")]
    lines.append((words["encoder"], probes, "> 0.291 / > 0.087 / > 0.864 (m3e-small)"))
    head = "| " + " | ".join(words["head"]) + " |\n| --- | --- | --- |\n"
    return head + "".join(f"| {name} | {' / '.join(f'{one:.3f}' for one in found)} | {wanted} |\n" for name, found, wanted in lines)


def with_metrics(text: str, words: dict[str, Any]) -> str:
    """The README with the figures as metrics.json has them now."""
    return BETWEEN.sub(lambda _: table(words), text)


if __name__ == "__main__":
    for name, words in READMES.items():
        path = TOP / name
        path.write_text(with_metrics(path.read_text(encoding="utf-8"), words), encoding="utf-8", newline="\n")
