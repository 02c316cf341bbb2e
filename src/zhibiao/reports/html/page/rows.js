// The list of rows: filters above, drawn a part at a time as the reader scrolls; all of it for printing.
const PART = 50;

function drawRows(data, choice, changed) {
  const section = emptied(byId("rows"));
  const heads = ["行", "指标", "指标值"]
    .concat(data.graded ? ["得分", "五项等级和理由"] : [], "问题和建议");
  const table = tableOf("rows", "指标清单", heads);
  const status = el("p", { id: "shown", role: "status" });
  const printed = el("p", { class: "printed faint" });
  const about = el("div", { class: "about" });
  const bar = filterBar(data, choice, changed);
  const tail = el("div");
  append(section, [
    el("h2", { id: "rows-title", tabindex: "-1" }, "指标清单"),
    el("div", { class: "filters" }, bar.node, el("div", { class: "state" }, status, bar.buttons), printed), about, table, tail,
  ]);
  section.hidden = !data.entries.length;
  let list = null;
  const near = (seen) => seen.some((one) => one.isIntersecting) && list.next();
  const watcher = "IntersectionObserver" in window ? new IntersectionObserver(near, { rootMargin: "1200px" }) : null;
  function draw() {
    const found = chosen(data, choice);
    const rows = found.filter((entry) => entry.scope === "row").length;
    bar.show();
    list = fillRows(data, table, found, choice);
    append(emptied(tail), [list.line]);
    append(emptied(about), [explanation(data, choice.code)]);
    const wholes = found.length - rows;
    status.textContent = "列出 " + rows + " 个指标（共 " + data.rows.length + " 个）" + (wholes ? "，另有 " + wholes + " 张表或文件整体的问题" : "");
    printed.textContent = chosenText(data, choice);
    section.setAttribute("data-rows", rows);
    section.setAttribute("data-wholes", wholes);
    document.documentElement.style.setProperty("--bar", section.querySelector(".filters").offsetHeight + "px");
    if (watcher) {
      watcher.disconnect();
      watcher.observe(list.line);
    }
  }
  return { draw, all: () => list.all() };
}

function fillRows(data, table, found, choice) {
  if (table.tBodies.length) table.removeChild(table.tBodies[0]);
  const body = el("tbody");
  table.appendChild(body);
  const alone = choice.sort !== "";
  let last = null;
  if (!found.length) body.appendChild(el("tr", null, el("td", { colspan: columnsOf(data), class: "faint" }, "没有符合条件的指标。请放宽筛选。")));
  return paged(body, found, (entry) => {
    const group = entry.table && entry.table.title ? entry.table : entry.file;
    const head = !alone && group !== last ? groupLine(entry, columnsOf(data)) : null;
    last = group;
    return [head, entryLine(data, entry, alone)];
  }, PART, PART, "条");
}

function groupLine(entry, columns) {
  const block = entry.table && entry.table.title ? entry.table.block : null;
  const file = entry.file;
  const about = small(file.unit, file.year ? file.year + "年" : null, file.title, block ? "表\u00a0" + block.table : null);
  const judged = block ? block : file;
  const score = judged.score === undefined ? null : span("judged", points(judged.score), " ", gradeTag(judged.grade));
  const head = el("th", { scope: "rowgroup", colspan: columns }, score, bold(block ? entry.table.title : file.title), " ", about);
  return el("tr", { class: "group" }, head);
}

function filterBar(data, choice, changed) {
  const search = el("input", { type: "search", id: "choose-q", placeholder: "名称、指标值、项目、文件、代码", autocomplete: "off", spellcheck: "false" });
  const selects = Object.entries(optionsOf(data)).map(([key, options]) => {
    const select = el("select", { id: "choose-" + key, "data-key": key }, options.map(([value, text]) => el("option", { value }, text)));
    select.addEventListener("change", () => changed({ [key]: select.value }));
    return { key, select };
  });
  const clear = el("button", { type: "button", id: "clear" }, "清除筛选");
  const project = el("button", { type: "button", id: "project", title: "不再限于这个项目" });
  let timer = 0;
  search.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => changed({ q: search.value.trim() }), 150);
  });
  clear.addEventListener("click", () => changed(Object.assign({}, ...CHOICES.map((key) => ({ [key]: "" })))));
  project.addEventListener("click", () => changed({ table: "" }));
  function show() {
    if (search.value.trim() !== choice.q) search.value = choice.q;
    for (const { key, select } of selects) pick(select, choice[key]);
    const one = data.tables[Number(choice.table) - 1];
    project.hidden = !choice.table;
    project.textContent = "项目：" + (one ? tableName(one) : choice.table) + " ×";
    clear.disabled = !CHOICES.some((key) => choice[key]);
  }
  const labelled = selects.map(({ key, select }) => span("field", el("label", { for: select.id }, LABELS[key]), select));
  const sorter = data.graded ? labelled.pop() : null;
  const node = el("form", { role: "search" }, span("field wide", el("label", { for: "choose-q" }, LABELS.q), search), labelled);
  node.addEventListener("submit", (event) => event.preventDefault());
  return { node, buttons: [project, clear, sorter], show };
}

// On paper there is no bar of filters: what was chosen is said in words.
function chosenText(data, choice) {
  const said = CHOICES.filter((key) => choice[key]).map((key) => {
    const option = Array.from(document.querySelectorAll("#choose-" + key + " option")).find((one) => one.value === choice[key]);
    const one = key === "table" ? data.tables[Number(choice.table) - 1] : null;
    return LABELS[key] + "“" + (one ? tableName(one) : option ? option.textContent : choice[key]) + "”";
  });
  return said.length ? "筛选和排序：" + said.join("，") : "";
}

function pick(select, value) {
  select.value = value;
  if (select.value === value) return;
  select.appendChild(el("option", { value }, value + "（0）")); // a link from another report may name what this one lacks
  select.value = value;
}

function optionsOf(data) {
  const kinds = new Map();
  for (const { code, title, count } of kindsOf(data)) { // one code may stand under two severities
    kinds.set(code, { title, count: count + (kinds.has(code) ? kinds.get(code).count : 0) });
  }
  const sorted = Array.from(kinds.entries()).sort(([one], [two]) => (one < two ? -1 : 1));
  const codes = sorted.map(([code, kind]) => [code, code + " " + kind.title + "（" + kind.count + "）"]);
  const written = Array.from(new Set(data.rows.map((entry) => entry.line.category && entry.line.category.written).filter(Boolean))).sort();
  const levels = ([letter, name]) => [0, 1, 2, 3].map((level) => [letter + level, letter + " " + name + " " + level + " 级"]);
  const letters = [].concat(...LETTERS.map(levels));
  const options = { severity: [["", "不限"]].concat(SEVERITIES.map((one) => [one, SEVERITY[one]])), code: [["", "不限"]].concat(codes) };
  if (data.graded) {
    options.grade = [["", "不限"]].concat(GRADES.map((grade) => [grade, grade]));
    options.letter = [["", "不限"]].concat(letters);
    options.review = [["", "不限"], ["1", "需人复核"]];
  }
  if (written.length) options.category = [["", "不限"]].concat(written.map((one) => [one, one]));
  if (data.graded) options.sort = SORTS;
  return options;
}
