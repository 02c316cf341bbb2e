// One indicator with what was found on it; or what was found on a whole table or document.
const KINDS = { mend: "修改", replace: "替换", move: "移到", split: "拆分", add: "增加", objective: "改写目标", remove: "删去" };

function entryLine(data, entry, alone) {
  if (entry.scope !== "row") return wholeLine(data, entry, alone);
  const { line, findings } = entry;
  const place = placeText(line.where);
  return el("tr", { "data-order": entry.order, class: "row" },
    el("th", { scope: "row", title: place || null }, line.row, el("span", { class: "where" }, shortPlace(line.where)), line.id === undefined ? null : el("span", { class: "where" }, "编号 " + idText(line.id))),
    el("td", null, alone ? el("p", { class: "where" }, whereText(entry)) : null, claim(data, line, findings)),
    el("td", { class: "value", "data-field": "value" }, line.value === undefined ? gap(findings, "value") : marked(data, line.value, findings, "value")),
    data.graded ? judgedCells(line) : null,
    el("td", null, findings.length ? findingList(data, findings, false) : el("p", { class: "faint" }, "没有发现问题"), (line.suggestions || []).slice(0, 1).map(suggestionBox)));
}

function judgedCells(line) {
  const person = line.needs_review ? el("span", { class: "tag person" }, "需复核") : null;
  return [el("td", { class: "points" }, el("b", null, points(line.score)), " ", gradeTag(line.grade), person), el("td", null, gradeStrip(line), reasonList(line))];
}

function columnsOf(data) {
  return data.graded ? 6 : 4;
}

function shortPlace(place) {
  if (!place) return null;
  return [place.page ? place.page + "页" : "", place.row || place.line ? (place.row || place.line) + "行" : ""].join("");
}

function idText(id) {
  return typeof id === "object" ? JSON.stringify(id) : String(id);
}

function whereText(entry) {
  return [entry.table ? tableName(entry.table) : null, entry.file.title].filter(Boolean).join("　");
}

function wholeLine(data, entry, alone) {
  const head = entry.scope === "table" ? "整表" : "全文";
  return el("tr", { "data-order": entry.order, class: "whole" },
    el("th", { scope: "row" }, head),
    el("td", { colspan: columnsOf(data) - 1 }, alone ? el("p", { class: "where" }, whereText(entry)) : null, findingList(data, entry.findings, true)));
}

function claim(data, line, findings) {
  const levels = ["level1", "level2"].filter((field) => line[field] !== undefined || gap(findings, field));
  const path = levels.map((field, number) => [number ? " › " : "", fieldText(data, line, findings, field)]);
  const lower = ["description", "basis", "standard"].map((field) => {
    const text = fieldText(data, line, findings, field);
    return text ? el("p", { class: "lower" }, el("span", { class: "label" }, FIELDS[field]), text) : null;
  });
  const name = fieldText(data, line, findings, "name") || el("span", { class: "faint" }, "（没有名称）");
  return [path.length ? el("p", { class: "path" }, path) : null, el("p", { class: "name" }, name), lower, categoryLine(line.category)];
}

function fieldText(data, line, findings, field) {
  if (line[field] === undefined) return gap(findings, field);
  return el("span", { "data-field": field }, marked(data, line[field], findings, field));
}

function categoryLine(category) {
  if (!category || !category.best) return null;
  const { written, best } = category;
  const sure = category.probability === undefined ? "" : "，把握 " + Math.round(category.probability * 100) + "%";
  const accepted = category.acceptable || [];
  const label = el("span", { class: "label" }, "归类");
  if (written === best) return el("p", { class: "lower" }, label, written, el("span", { class: "faint" }, "（相符" + sure + "）"));
  if (accepted.includes(written)) return el("p", { class: "lower" }, label, written, el("span", { class: "faint" }, "（可以；模型首选" + best + sure + "）"));
  const others = accepted.filter((one) => one !== best);
  const also = others.length ? "；也可归" + others.join("、") : "";
  return el("p", { class: "lower" }, label, written || "未写明", " → ", el("b", null, best), el("span", { class: "faint" }, "（模型判断" + sure + also + "）"));
}

function gradeStrip(line) {
  if (!line.smart) return el("p", { class: "faint" }, "未评");
  const cells = LETTERS.map(([letter, name]) => {
    const grade = line.smart[letter];
    const sure = line.probability && line.probability[letter] !== undefined ? "，把握 " + Math.round(line.probability[letter] * 100) + "%" : "";
    const says = name + " " + (grade === undefined ? "不评" : grade + " 级") + sure;
    return el("span", { class: grade === undefined ? "none" : "level-" + grade, title: says }, el("i", null, letter), grade === undefined ? "—" : grade);
  });
  return el("p", { class: "strip" }, cells);
}

function reasonList(line) {
  const lines = LETTERS.filter(([letter]) => line.reasons && line.reasons[letter]).map(([letter]) => el("li", null, el("b", null, letter), line.reasons[letter].join("；")));
  return lines.length ? el("ul", { class: "reasons" }, lines) : null;
}

function findingList(data, findings, quoted) {
  const order = findings.map((finding, index) => ({ finding, index }));
  order.sort((one, two) => SEVERITIES.indexOf(one.finding.severity) - SEVERITIES.indexOf(two.finding.severity) || one.index - two.index);
  return el("ul", { class: "findings" }, order.map(({ finding, index }) => findingItem(data, finding, index, quoted)));
}

function findingItem(data, finding, index, quoted) {
  const field = FIELDS[finding.field] || OTHER_FIELDS[finding.field];
  const head = [severityTag(finding.severity), " ", el("span", { class: "code" }, finding.code), " ", el("b", null, titleOf(data, finding))];
  const evidence = quoted && finding.evidence && !finding.message.includes(finding.evidence) ? el("p", { class: "lower" }, el("span", { class: "label" }, field || "原文"), el("q", null, finding.evidence)) : null;
  return el("li", { "data-index": index }, head, quoted ? null : el("span", { class: "where" }, field), el("p", null, finding.message), evidence, fixLine(finding.fix));
}

function fixLine(fix) {
  if (!fix) return null;
  const into = fix.to === "" ? el("span", { class: "faint" }, "（删去）") : el("ins", null, fix.to);
  return el("p", { class: "lower fix" }, el("span", { class: "label" }, "改为"), el("del", null, fix.from), " → ", into, el("span", { class: "faint" }, fix.safe ? "（不改变原意）" : "（请核对原意）"));
}

function suggestionBox(suggestion) {
  const rows = (suggestion.rows || []).map((row) => {
    const parts = Object.keys(FIELDS).filter((field) => row[field]).map((field) => [el("dt", null, FIELDS[field]), el("dd", null, row[field])]);
    return el("dl", null, parts);
  });
  const score = suggestion.score === undefined ? "" : "（改后约 " + plain(suggestion.score) + " 分）";
  return el("div", { class: "suggestion" },
    el("p", null, el("span", { class: "tag advice" }, "建议"), " ", el("b", null, KINDS[suggestion.kind] || suggestion.kind || ""), el("span", { class: "faint" }, score)),
    suggestion.text ? el("p", null, suggestion.text) : null, rows,
    suggestion.blanks ? el("p", { class: "lower" }, el("span", { class: "label" }, "待填"), suggestion.blanks.join("、")) : null,
    suggestion.why ? el("p", { class: "lower" }, el("span", { class: "label" }, "理由"), suggestion.why) : null);
}
