// Findings by kind, a column for each severity; then the page that explains one kind.
function kindsOf(data) {
  const kinds = new Map();
  for (const entry of data.entries) {
    for (const finding of entry.findings) {
      const key = finding.severity + finding.code; // settings may change a severity between files
      if (!kinds.has(key)) kinds.set(key, { code: finding.code, severity: finding.severity, title: titleOf(data, finding), count: 0 });
      kinds.get(key).count += 1;
    }
  }
  return Array.from(kinds.values()).sort((one, two) => two.count - one.count || (one.code < two.code ? -1 : 1));
}

function drawKinds(data, choose) {
  const kinds = kindsOf(data);
  const most = Math.max(1, ...kinds.map((kind) => kind.count));
  const columns = SEVERITIES.map((severity) => kindColumn(severity, kinds.filter((kind) => kind.severity === severity), most, choose));
  const none = para("notice", "没有发现问题。");
  byId("kinds").hidden = !data.rows.length && !kinds.length;
  append(emptied(byId("kinds")), [
    el("h2", { id: "kinds-title" }, "问题分布", el("small", { class: "screen" }, "点一种问题，下面只列有这种问题的指标和表")),
    kinds.length ? el("div", { class: "columns" }, columns) : none,
  ]);
}

function kindColumn(severity, kinds, most, choose) {
  const total = kinds.reduce((sum, kind) => sum + kind.count, 0);
  const lines = kinds.map((kind) => {
    const bar = el("span", { class: "bar " + severity });
    bar.style.width = (100 * kind.count) / most + "%";
    const button = el("button", { type: "button", class: "link" }, kind.title);
    const cells = [el("td", { class: "code" }, kind.code), rowHead(button), amount(kind.count), el("td", { class: "bars" }, bar)];
    const line = el("tr", { class: "choosable", "data-code": kind.code, "data-count": kind.count }, cells);
    line.addEventListener("click", () => choose({ code: kind.code, severity: kind.severity }));
    return line;
  });
  const head = el("h3", null, severityTag(severity), " ", total, " 处", el("small", null, kinds.length + " 种"));
  const heads = ["代码", "问题", "#处数", { text: "", class: "bars" }];
  const list = tableOf("plain kinds", SEVERITY[severity] + "的种类", heads, el("tbody", null, lines));
  return el("div", null, head, lines.length ? list : para("faint", "没有。"));
}

function severityTag(severity) {
  return el("span", { class: "tag " + severity }, SEVERITY[severity]);
}

function explanation(data, code) {
  const rule = data.rules[code];
  if (!rule) return null;
  const parts = Object.entries(rule.page || {}).map(([head, text]) => [el("dt", null, head), el("dd", null, text)]);
  const summary = el("summary", null, code + " " + rule.title + "：检查什么、为何重要、怎么改、依据什么");
  return el("details", { class: "explanation" }, summary, el("dl", null, parts));
}
