const HEAT = [[158, 53, 34], [222, 143, 84], [245, 225, 172], [232, 242, 236]]; // 0 to 3: ever lighter, so that a grey print keeps the order

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
  const heads = [{ text: "项目" }, { text: "年度" }, { text: "指标", class: "number" }]
    .concat(data.graded ? LETTERS.map(([letter, name]) => ({ text: [letter, el("small", null, name)], class: "heat" })) : [])
    .concat(data.graded ? [{ text: "得分", class: "number" }, { text: "等级" }, { text: "结论" }] : [])
    .concat([{ text: "错误", class: "number" }, { text: "警告", class: "number" }, { text: "提示", class: "number" }, { text: data.graded ? "评审表" : "整表问题", class: "number" }]);
  const table = tableOf("projects", "各项目五项等级的平均数、得分和结论", heads);
  const sorter = el("select", { id: "project-sort" }, el("option", { value: "" }, "原来的次序"), el("option", { value: "low" }, "得分从低到高"), el("option", { value: "high" }, "得分从高到低"));
  const opener = el("button", { type: "button" }, data.graded ? "展开评审表" : "展开整表问题");
  append(section, [
    el("h2", { id: "projects-title" }, "项目", data.graded ? el("small", null, "色格为该项各指标的平均等级（0–3），越深越低") : null, el("small", { class: "screen" }, "点项目名，下面只列它的指标"), el("span", { class: "tools" }, data.graded ? [el("label", { for: "project-sort" }, "排序"), sorter] : null, opener)),
    table,
  ]);
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
  const where = [table.file.unit || block.department, table.file.title, "表 " + block.table].filter(Boolean).join("　");
  const body = el("tbody");
  const line = el("tr", { class: "choosable", "data-table": table.number },
    el("th", { scope: "row" }, button, el("span", { class: "where" }, where)),
    el("td", null, table.file.year || "—"),
    el("td", { class: "number" }, table.rows.length),
    data.graded ? gradedCells(table) : null,
    SEVERITIES.map((severity) => el("td", { class: "number" }, table.counts[severity] || el("span", { class: "faint" }, "0"))),
    el("td", { class: "number" }, detailsButton(data, table, body, open)));
  line.addEventListener("click", () => choose({ table: String(table.number) }));
  body.insertBefore(line, body.firstChild);
  return body;
}

function gradedCells({ block, means }) {
  return [
    LETTERS.map(([letter]) => heatCell(means[letter])),
    el("td", { class: "number score" }, points(block.score)),
    el("td", null, gradeTag(block.grade)),
    el("td", null, block.conclusion || "—"),
  ];
}

// The button shows and hides the line below: the review form, findings and suggestions of the whole table.
function detailsButton(data, table, body, open) {
  const { review, suggestions } = table.block;
  const sum = review && review["合计"];
  if (!sum && !table.own.length && !suggestions) return "—";
  const button = el("button", { type: "button", class: "open", "aria-expanded": "false" }, sum ? plain(sum.score) + "/" + plain(sum.points) : table.own.length ? table.own.length + " 处" : "建议");
  let under = null;
  function toggle(event) {
    if (event) event.stopPropagation();
    if (under) body.removeChild(under);
    under = under ? null : el("tr", { class: "under" }, el("td", { colspan: data.graded ? 15 : 7 }, tableDetails(data, table)));
    if (under) body.appendChild(under);
    button.setAttribute("aria-expanded", String(under !== null));
  }
  button.addEventListener("click", toggle);
  if (open) toggle();
  return button;
}

function tableDetails(data, table) {
  const { review, suggestions } = table.block;
  return [
    review ? reviewTable(review) : null,
    table.own.length ? [el("h3", null, "整表问题"), findingList(data, table.own, true)] : null,
    suggestions ? [el("h3", null, "整表建议"), suggestions.map(suggestionBox)] : null,
  ];
}

function gradeTag(grade) {
  return grade ? el("span", { class: "grade grade-" + GRADES.indexOf(grade) }, grade) : "—";
}

function drawFiles(data) {
  const section = emptied(byId("files"));
  section.hidden = !data.documents.length;
  const heads = [{ text: "文件" }, { text: "单位" }, { text: "年度" }, { text: "表", class: "number" }, { text: "指标", class: "number" }, { text: "得分", class: "number" }, { text: "等级" }, { text: "读取存疑" }];
  const body = el("tbody");
  const doubtful = data.documents.filter((file) => file.doubts.length).length;
  const list = paged(body, data.documents, (file) => fileLine(file), 20, 100, "份");
  const summary = "文件 " + data.documents.length + " 份" + (doubtful ? "，其中 " + doubtful + " 份读取存疑，请对照原件" : "");
  append(section, [el("details", { open: data.documents.length <= 20 && doubtful > 0 }, el("summary", null, summary), tableOf("files", "各份文件", heads, body), list.line)]);
  return { all: () => list.all() };
}

function fileLine(file) {
  const rows = file.tables.reduce((sum, table) => sum + table.rows.length, 0);
  return el("tr", null,
    el("th", { scope: "row" }, file.title),
    el("td", null, file.unit || "—"),
    el("td", { class: "year" }, file.year || "—"),
    el("td", { class: "number" }, file.tables.length),
    el("td", { class: "number" }, rows),
    el("td", { class: "number" }, points(file.score)),
    el("td", null, gradeTag(file.grade)),
    el("td", null, file.tables.length ? null : el("p", null, "没有指标表"), file.doubts.map((doubt) => el("p", null, doubt))));
}

function drawCopies(data) {
  const section = emptied(byId("copies"));
  section.hidden = !data.copies.length;
  const side = (one) => el("td", null, one.project_name || "表 " + one.table, el("span", { class: "where" }, [one.source, "表 " + one.table, one.about].filter(Boolean).join("　")));
  const lines = data.copies.map((copy) => el("tr", null, side(copy), side(copy.like), el("td", { class: "number" }, Math.round(copy.share * 100) + "%"), el("td", null, copy.masked ? "只换了项目自己的名词" : "原样")));
  const heads = [{ text: "这张表" }, { text: "与它雷同的表" }, { text: "相同指标", class: "number" }, { text: "相同方式" }];
  append(section, [el("h2", null, "雷同的表", el("small", null, data.copies.length + " 对")), tableOf("copies", "雷同的表", heads, el("tbody", null, lines))]);
}

function drawFailures(data) {
  const section = emptied(byId("failures"));
  section.hidden = !data.failures.length;
  const lines = data.failures.map((one) => el("tr", null, el("th", { scope: "row" }, one.source === "-" ? "标准输入" : one.source), el("td", null, one.message), el("td", { class: "code" }, one.code)));
  const heads = [{ text: "文件" }, { text: "原因和办法" }, { text: "代码" }];
  append(section, [el("h2", null, "未能读取", el("small", null, data.failures.length + " 处，没有评判")), tableOf("failures", "未能读取的文件", heads, el("tbody", null, lines))]);
}
