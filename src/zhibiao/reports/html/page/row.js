// One indicator with what was found on it; or what was found on a whole table or document.
const KINDS = { mend: "修改", replace: "替换", move: "移到", split: "拆分", add: "增加", objective: "改写目标", remove: "删去" };

function entryLine(data, entry, alone) {
  if (entry.scope !== "row") return wholeLine(data, entry, alone);
  const { line, findings } = entry;
  const place = [small(shortPlace(line.where)), line.id === undefined ? null : small("编号 " + idText(line.id))];
  const value = line.value === undefined ? gap(findings, "value") : marked(data, line.value, findings, "value");
  const told = findings.length ? findingList(data, findings, false) : para("faint", "没有发现问题");
  return el("tr", { "data-order": entry.order, class: "row" },
    el("th", { scope: "row", title: placeText(line.where) || null }, line.row, place),
    cell(alone ? whereAlone(entry) : null, claim(data, line, findings)),
    el("td", { class: "value", "data-field": "value" }, value),
    data.graded ? judgedCells(line) : null,
    cell(told, (line.suggestions || []).slice(0, 1).map(suggestionBox)));
}

function judgedCells(line) {
  const person = line.needs_review ? span("tag person", "需复核") : null;
  const score = el("td", { class: "points" }, bold(points(line.score)), " ", gradeTag(line.grade), person);
  return [score, cell(gradeStrip(line), reasonList(line))];
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

function whereAlone(entry) {
  return small(entry.table ? tableName(entry.table) : null, entry.file.title);
}

function wholeLine(data, entry, alone) {
  const head = entry.scope === "table" ? "整表" : "全文";
  return el("tr", { "data-order": entry.order, class: "whole" },
    rowHead(head),
    el("td", { colspan: columnsOf(data) - 1 }, alone ? whereAlone(entry) : null, findingList(data, entry.findings, true)));
}

function claim(data, line, findings) {
  const levels = ["level1", "level2"].filter((field) => line[field] !== undefined || gap(findings, field));
  const path = levels.map((field, number) => [number ? " › " : "", fieldText(data, line, findings, field)]);
  const lower = ["description", "basis", "standard"].map((field) => {
    const text = fieldText(data, line, findings, field);
    return text ? para("lower", span("label", FIELDS[field]), text) : null;
  });
  const name = fieldText(data, line, findings, "name") || span("faint", "（没有名称）");
  return [path.length ? para("path", path) : null, para("name", name), lower, categoryLine(line.category)];
}

function fieldText(data, line, findings, field) {
  if (line[field] === undefined) return gap(findings, field);
  return el("span", { "data-field": field }, marked(data, line[field], findings, field));
}

function categoryLine(category) {
  if (!category || !category.best) return null;
  const { written, best } = category;
  const sure = category.probability === undefined ? "" : "，把握 " + percent(category.probability);
  const accepted = category.acceptable || [];
  const label = span("label", "归类");
  if (written === best) return para("lower", label, written, span("faint", "（相符" + sure + "）"));
  if (accepted.includes(written)) {
    return para("lower", label, written, span("faint", "（可以；模型首选" + best + sure + "）"));
  }
  const others = accepted.filter((one) => one !== best);
  const also = others.length ? "；也可归" + others.join("、") : "";
  return para("lower", label, written || "未写明", " → ", bold(best), span("faint", "（模型判断" + sure + also + "）"));
}

function percent(share) {
  return Math.round(share * 100) + "%";
}

function gradeStrip(line) {
  if (!line.smart) return para("faint", "未评");
  const cells = LETTERS.map(([letter, name]) => {
    const grade = line.smart[letter];
    const sure = line.probability && line.probability[letter] !== undefined ? "，把握 " + percent(line.probability[letter]) : "";
    const says = name + " " + (grade === undefined ? "不评" : grade + " 级") + sure;
    const kind = grade === undefined ? "none" : "level-" + grade;
    return el("span", { class: kind, title: says }, el("i", null, letter), grade === undefined ? "—" : grade);
  });
  return para("strip", cells);
}

// The joiner keeps a letter on the line of its reason.
function reasonList(line) {
  const given = LETTERS.filter(([letter]) => line.reasons && line.reasons[letter]);
  const lines = given.map(([letter]) => el("li", null, bold(letter), "\u2060", line.reasons[letter].join("；")));
  return lines.length ? el("ul", { class: "reasons" }, lines) : null;
}

function findingList(data, findings, quoted) {
  const order = findings.map((finding, index) => ({ finding, index }));
  order.sort((one, two) => SEVERITIES.indexOf(one.finding.severity) - SEVERITIES.indexOf(two.finding.severity) || one.index - two.index);
  return el("ul", { class: "findings" }, order.map(({ finding, index }) => findingItem(data, finding, index, quoted)));
}

function findingItem(data, finding, index, quoted) {
  const field = FIELDS[finding.field] || OTHER_FIELDS[finding.field];
  const head = [severityTag(finding.severity), " ", span("code", finding.code), " ", bold(titleOf(data, finding))];
  const quotes = quoted && finding.evidence && !finding.message.includes(finding.evidence);
  const evidence = quotes ? para("lower", span("label", field || "原文"), el("q", null, finding.evidence)) : null;
  const where = quoted ? null : span("where", field);
  return el("li", { "data-index": index }, head, where, el("p", null, finding.message), evidence, fixLine(finding.fix));
}

function fixLine(fix) {
  if (!fix) return null;
  const into = fix.to === "" ? span("faint", "（删去）") : el("ins", null, fix.to);
  const care = span("faint", fix.safe ? "（不改变原意）" : "（请核对原意）");
  return para("lower fix", span("label", "改为"), el("del", null, fix.from), " → ", into, care);
}

function suggestionBox(suggestion) {
  const rows = (suggestion.rows || []).map((row) => {
    const given = Object.keys(FIELDS).filter((field) => row[field]);
    return el("dl", null, given.map((field) => [el("dt", null, FIELDS[field]), el("dd", null, row[field])]));
  });
  const kind = KINDS[suggestion.kind] || suggestion.kind || "";
  const score = suggestion.score === undefined ? "" : "（改后约 " + plain(suggestion.score) + " 分）";
  return el("div", { class: "suggestion" },
    el("p", null, span("tag advice", "建议"), " ", bold(kind), span("faint", score)),
    suggestion.text ? el("p", null, suggestion.text) : null, rows,
    suggestion.blanks ? para("lower", span("label", "待填"), suggestion.blanks.join("、")) : null,
    suggestion.why ? para("lower", span("label", "理由"), suggestion.why) : null);
}
