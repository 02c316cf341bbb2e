// 0 to 3: ever lighter, so that a grey print keeps the order. page.css has the same four.
const HEAT = [[158, 53, 34], [222, 143, 84], [245, 225, 172], [232, 242, 236]];

function heatCell(mean) {
  if (mean === undefined) return el("td", { class: "heat none" }, "—");
  const cell = el("td", { class: mean < 0.55 ? "heat dark" : "heat" }, mean.toFixed(1));
  const below = Math.min(2, Math.floor(mean));
  const shade = HEAT[below].map((from, channel) => Math.round(from + (HEAT[below + 1][channel] - from) * (mean - below)));
  cell.style.backgroundColor = "rgb(" + shade.join(",") + ")";
  return cell;
}

function drawProjects(data, choose) {
  const section = emptied(byId("projects"));
  const heads = ["项目", "年度", "#指标"]
    .concat(data.graded ? LETTERS.map(([letter, name]) => ({ text: [letter, el("small", null, name)], class: "heat" })) : [])
    .concat(data.graded ? ["#得分", "等级", "结论"] : [])
    .concat(["#错误", "#警告", "#提示", data.graded ? "#评审表" : "#整体问题"]);
  const table = tableOf("projects", "各项目五项等级的平均数、得分和结论", heads);
  const sorter = el("select", { id: "project-sort" }, SORTS.map(([value, text]) => el("option", { value }, text)));
  const opener = el("button", { type: "button" }, data.graded ? "展开评审表" : "展开整体问题");
  const note = data.graded ? el("small", null, "色格为该项各指标的平均等级（0–3），越深越低") : null;
  const hint = el("small", { class: "screen" }, "点项目名，下面只列它的指标");
  const tools = span("tools", data.graded ? [el("label", { for: "project-sort" }, "排序"), sorter] : null, opener);
  append(section, [el("h2", { id: "projects-title" }, "项目", note, hint, tools), table]);
  return projectList(data, choose, section, table, sorter, opener);
}

function projectList(data, choose, section, table, sorter, opener) {
  let list = null;
  let open = false;
  function draw() {
    Array.from(table.tBodies).forEach((body) => table.removeChild(body));
    if (list) section.removeChild(list.line);
    const sign = sorter.value === "low" ? 1 : -1;
    const tables = sorter.value ? data.tables.slice().sort((one, two) => tableOrder(one, two, sign)) : data.tables;
    list = paged(table, tables, (one) => projectLines(data, one, choose, open), 20, 100, "个");
    section.appendChild(list.line);
  }
  sorter.addEventListener("change", draw);
  opener.addEventListener("click", () => {
    open = !open;
    opener.textContent = opener.textContent.replace(open ? "展开" : "收起", open ? "收起" : "展开");
    draw();
  });
  section.hidden = !data.tables.length;
  draw();
  return { all: () => list.all() };
}

function tableOrder(one, two, sign) {
  const [first, second] = [one.block.score, two.block.score];
  if (first === second) return one.number - two.number;
  if (first === undefined) return 1;
  if (second === undefined) return -1;
  return sign * (first - second);
}

function projectLines(data, table, choose, open) {
  const block = table.block;
  const button = el("button", { type: "button", class: "link" }, tableName(table));
  const where = [table.file.unit || block.department, table.file.title, "表\u00a0" + block.table].filter(Boolean).join("　");
  const whole = { review: block.review, own: table.own, suggestions: block.suggestions, columns: data.graded ? 15 : 7 };
  const body = el("tbody");
  const line = el("tr", { class: "choosable", "data-table": table.number },
    rowHead(button, span("where", where)),
    cell(table.file.year || "—"),
    amount(table.rows.length),
    data.graded ? gradedCells(table) : null,
    SEVERITIES.map((severity) => amount(table.counts[severity] || span("faint", "0"))),
    amount(detailsButton(data, body, whole, open)));
  line.addEventListener("click", () => choose({ table: String(table.number) }));
  body.insertBefore(line, body.firstChild);
  return body;
}

function gradedCells({ block, means }) {
  return [
    LETTERS.map(([letter]) => heatCell(means[letter])),
    el("td", { class: "number score" }, points(block.score)),
    cell(gradeTag(block.grade)),
    cell(block.conclusion || "—"),
  ];
}

// The button shows and hides the line below: the review form, findings and suggestions of the whole table.
function detailsButton(data, body, whole, open) {
  const { review, own, suggestions, columns } = whole;
  const sum = review && review["合计"];
  if (!sum && !own.length && !suggestions) return "—";
  const label = sum ? points(sum.score) + "/" + plain(sum.points) : own.length ? own.length + " 处" : "建议";
  const button = el("button", { type: "button", class: "open", "aria-expanded": "false" }, label);
  let under = null;
  function toggle(event) {
    if (event) event.stopPropagation();
    if (under) body.removeChild(under);
    under = under ? null : el("tr", { class: "under" }, el("td", { colspan: columns }, wholeDetails(data, whole)));
    if (under) body.appendChild(under);
    button.setAttribute("aria-expanded", String(under !== null));
  }
  button.addEventListener("click", toggle);
  if (open) toggle();
  return button;
}

function wholeDetails(data, { review, own, suggestions }) {
  return [
    review ? reviewTable(review) : null,
    own.length ? [el("h3", null, "整体问题"), findingList(data, own, true)] : null,
    suggestions ? [el("h3", null, "整体建议"), suggestions.map(suggestionBox)] : null,
  ];
}

function gradeTag(grade) {
  return grade ? el("span", { class: "grade grade-" + GRADES.indexOf(grade) }, grade) : "—";
}
