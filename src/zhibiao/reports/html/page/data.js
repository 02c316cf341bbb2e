const LETTERS = [["S", "明确性"], ["M", "可衡量性"], ["A", "可实现性"], ["R", "相关性"], ["T", "时限性"]];
const GRADES = ["优", "良", "中", "差"];
const SEVERITIES = ["error", "warning", "info"];
const SEVERITY = { error: "错误", warning: "警告", info: "提示" };
const FIELDS = { level1: "一级指标", level2: "二级指标", name: "三级指标", description: "描述", value: "指标值", basis: "依据", standard: "标准" };
const OTHER_FIELDS = { objectives: "绩效目标", spending_plan: "支出计划", purpose: "项目用途", overall_goal: "总体目标", indicators: "指标" };

function blocks(kind) {
  return Array.from(document.querySelectorAll('script[data-block="' + kind + '"]'), (node) => JSON.parse(node.textContent));
}

function sourceName(source) {
  return source === "-" ? "标准输入" : source;
}

// What is absent from the data is absent here too: lists are made whole where they are read.
function readData() {
  const data = {
    engine: blocks("engine")[0],
    rules: blocks("rules")[0],
    failures: [].concat(...blocks("failures")),
    copies: [].concat(...blocks("copies")),
    documents: [],
    tables: [],
    entries: [],
  };
  for (const block of blocks("document")) readDocument(data, block);
  data.rows = data.entries.filter((entry) => entry.scope === "row");
  data.graded = data.rows.some((entry) => entry.line.smart);
  return data;
}

function readDocument(data, block) {
  let file = data.documents[data.documents.length - 1];
  if (!file || file.source !== block.source) { // a long stream comes in parts under one source
    const { source, unit, year, score, grade } = block;
    file = { source, unit, year, score, grade, findings: [], doubts: [], tables: [] };
    file.title = sourceName(source);
    data.documents.push(file);
  }
  file.review = file.review || block.review;
  file.doubts.push(...(block.doubts || []));
  file.findings.push(...(block.findings || []));
  if (block.findings) addEntry(data, { scope: "document", file, findings: block.findings });
  for (const table of block.tables || []) readTable(data, file, table);
}

function readTable(data, file, block) {
  const table = { file, block, number: data.tables.length + 1, rows: [], title: block.project_name || block.title };
  table.own = block.findings || [];
  data.tables.push(table);
  file.tables.push(table);
  if (table.own.length) addEntry(data, { scope: "table", file, table, findings: table.own });
  for (const line of block.indicators || []) {
    if (line.unused) continue;
    const entry = { scope: "row", file, table, line, findings: line.findings || [] };
    table.rows.push(entry);
    addEntry(data, entry);
  }
  table.means = meansOf(table.rows);
  table.counts = severityCounts([].concat(table.own, ...table.rows.map((entry) => entry.findings)));
}

function addEntry(data, entry) {
  entry.order = data.entries.length;
  data.entries.push(entry);
}

function meansOf(rows) {
  const means = {};
  for (const [letter] of LETTERS) {
    const grades = rows.map((entry) => entry.line.smart && entry.line.smart[letter]).filter((grade) => grade !== undefined);
    means[letter] = grades.length ? grades.reduce((sum, grade) => sum + grade, 0) / grades.length : undefined;
  }
  return means;
}

function severityCounts(findings) {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const finding of findings) counts[finding.severity] += 1;
  return counts;
}

function titleOf(data, finding) {
  const rule = data.rules[finding.code];
  return rule ? rule.title : finding.name;
}

function tableName(table) {
  return table.title || "表\u00a0" + table.block.table;
}

function placeText(place) {
  if (!place) return "";
  const parts = [];
  if (place.sheet) parts.push("工作表“" + place.sheet + "”");
  if (place.page) parts.push("第" + place.page + "页");
  if (place.table && !place.sheet) parts.push("第" + place.table + "个表");
  if (place.row) parts.push("第" + place.row + "行");
  else if (place.line) parts.push("第" + place.line + "行");
  return parts.join("，");
}

// All that a search looks through, the widths and cases of letters made one.
function haystack(data, entry) {
  if (entry.words === undefined) {
    const line = entry.line || {};
    const fields = Object.keys(FIELDS).map((field) => line[field]);
    const block = entry.table ? entry.table.block : {};
    const told = entry.findings.map((finding) => finding.code + " " + titleOf(data, finding) + (entry.line ? "" : " " + finding.message));
    const about = [entry.table && tableName(entry.table), block.project_code, entry.file.unit, entry.file.title, line.id];
    entry.words = folded(fields.concat(about, told).filter((part) => part !== undefined && part !== null).join("\n"));
  }
  return entry.words;
}

function folded(text) {
  return text.normalize("NFKC").toLowerCase();
}
