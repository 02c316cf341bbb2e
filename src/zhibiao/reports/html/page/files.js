// What the run took in: files, tables that are alike, and what could not be read.
function drawFiles(data) {
  const section = emptied(byId("files"));
  section.hidden = !data.documents.length;
  const heads = ["文件", "单位", "年度", "#表", "#指标", "#得分", "等级", "读取存疑", data.graded ? "#评审表" : "#整体问题"];
  const table = tableOf("files", "各份文件", heads);
  const doubtful = data.documents.filter((file) => file.doubts.length).length;
  const list = paged(table, data.documents, (file) => fileLine(data, file), 20, 100, "份");
  const summary = "文件 " + data.documents.length + " 份" + (doubtful ? "，其中 " + doubtful + " 份读取存疑，请对照原件" : "");
  append(section, [el("details", { open: data.documents.length <= 20 && doubtful > 0 }, el("summary", null, summary), table, list.line)]);
  return { all: () => list.all() };
}

function fileLine(data, file) {
  const body = el("tbody");
  const button = detailsButton(data, body, { review: file.review, own: file.findings, columns: 9 }, false);
  const rows = file.tables.reduce((sum, table) => sum + table.rows.length, 0);
  const line = el("tr", null,
    rowHead(file.title),
    cell(file.unit || "—"),
    el("td", { class: "year" }, file.year || "—"),
    amount(file.tables.length),
    amount(rows),
    amount(points(file.score)),
    cell(gradeTag(file.grade)),
    cell(file.tables.length ? null : el("p", null, "没有指标表"), file.doubts.map((doubt) => el("p", null, doubt))),
    amount(button));
  body.insertBefore(line, body.firstChild);
  return body;
}

function drawCopies(data) {
  const section = emptied(byId("copies"));
  section.hidden = !data.copies.length;
  const side = (one) => cell(one.project_name || "表\u00a0" + one.table, small(one.source, "表\u00a0" + one.table, one.about));
  const lines = data.copies.map((copy) => {
    const how = copy.masked ? "只换了项目自己的名词" : "原样";
    return el("tr", null, side(copy), side(copy.like), amount(Math.round(copy.share * 100) + "%"), cell(how));
  });
  const heads = ["这张表", "与它雷同的表", "#相同指标", "相同方式"];
  const title = el("h2", null, "雷同的表", el("small", null, data.copies.length + " 对"));
  append(section, [title, tableOf("copies", "雷同的表", heads, el("tbody", null, lines))]);
}

function drawFailures(data) {
  const section = emptied(byId("failures"));
  section.hidden = !data.failures.length;
  const lines = data.failures.map((one) => {
    return el("tr", null, rowHead(sourceName(one.source)), cell(one.message), el("td", { class: "code" }, one.code));
  });
  const heads = ["文件", "原因和办法", "代码"];
  const title = el("h2", null, "未能读取", el("small", null, data.failures.length + " 处，没有评判"));
  append(section, [title, tableOf("failures", "未能读取的文件", heads, el("tbody", null, lines))]);
}
