function drawOverview(data, choose) {
  const rows = data.rows;
  const panels = [gradePanel(data, choose), histogramPanel(data), letterPanel(data, choose)];
  append(emptied(byId("overview")), [
    numberStrip(data, choose),
    data.graded && rows.length ? el("div", { class: "panels" }, panels) : ungraded(rows),
  ]);
}

function ungraded(rows) {
  return para("notice", rows.length ? "这次只按规则查找问题，没有使用模型，不给等级和得分。" : "所给的文件中没有读到指标。");
}

function numberStrip(data, choose) {
  const counts = severityCounts([].concat(...data.entries.map((entry) => entry.findings)));
  const scores = data.rows.map((entry) => entry.line.score).filter((score) => score !== undefined);
  const mean = scores.length ? points(scores.reduce((sum, score) => sum + score, 0) / scores.length) : "—";
  const review = data.rows.filter((entry) => entry.line.needs_review === true).length;
  const items = [
    ["files", "份文件", data.documents.length],
    ["tables", "张项目表", data.tables.length],
    ["rows", "个指标", data.rows.length],
    data.graded && ["mean", "指标平均分", mean],
    data.graded && ["review", "个指标需人复核", review, { review: "1" }],
    ["error", "处错误", counts.error, { severity: "error" }],
    ["warning", "处警告", counts.warning, { severity: "warning" }],
    ["info", "处提示", counts.info, { severity: "info" }],
    ["failures", "处未能读取", data.failures.length],
  ];
  return el("ul", { class: "numbers" }, items.filter(Boolean).map((item) => numberItem(item, choose)));
}

function numberItem([key, label, value, choice], choose) {
  const content = [el("b", { "data-count": key }, value), " ", el("span", null, label)];
  if (!choice || !value) return el("li", null, content);
  const button = el("button", { type: "button", title: "只看这些" }, content);
  button.addEventListener("click", () => choose(choice));
  return el("li", null, button);
}

function panel(title, note, ...content) {
  return el("div", { class: "panel" }, el("h2", null, title, note ? el("small", null, note) : null), content);
}

function gradePanel(data, choose) {
  const rows = data.rows;
  const lines = GRADES.map((grade) => {
    const count = rows.filter((entry) => entry.line.grade === grade).length;
    const bar = el("span", { class: "bar grade-" + GRADES.indexOf(grade), hidden: !count });
    bar.style.width = (100 * count) / rows.length + "%";
    const button = el("button", { type: "button", class: "link", title: "只看这一等" }, grade);
    button.addEventListener("click", () => choose({ grade }));
    const share = Math.round((100 * count) / rows.length) + "%";
    const cells = [el("td", { class: "number", "data-grade": grade }, count), el("td", { class: "number faint" }, share)];
    return el("tr", null, rowHead(button), cells, el("td", { class: "bars" }, bar));
  });
  const none = rows.filter((entry) => entry.line.score === undefined).length;
  const heads = ["等级", "#指标", "#占比", { text: "", class: "bars" }];
  return panel("等级", none ? none + " 个指标没有得分" : null, tableOf("plain grades", "各等级的指标数", heads, el("tbody", null, lines)));
}

function histogramPanel(data) {
  const bins = new Array(10).fill(0);
  for (const entry of data.rows) if (entry.line.score !== undefined) bins[Math.min(9, Math.floor(entry.line.score / 10))] += 1;
  const most = Math.max(1, ...bins);
  const [width, height, step] = [400, 132, 40];
  const label = "得分分布：" + bins.map((count, bin) => bin * 10 + "至" + (bin * 10 + 10) + "分" + count + "个").join("，");
  const drawing = svg("svg", { viewBox: "0 -14 " + width + " " + (height + 34), role: "img", "aria-label": label, class: "histogram" });
  bins.forEach((count, bin) => {
    const tall = (count / most) * height;
    const grade = bin >= 9 ? 0 : bin === 8 ? 1 : bin >= 6 ? 2 : 3;
    const x = bin * step;
    const shape = { x: x + 3, y: height - tall, width: step - 6, height: tall };
    append(drawing, [
      svg("rect", Object.assign(shape, { class: "grade-" + grade, "data-bin": bin, "data-count": count })),
      count ? svg("text", { x: x + step / 2, y: height - tall - 4, class: "count" }, count) : null,
      svg("text", { x: Math.max(4, x), y: height + 14, class: "tick" }, bin * 10),
    ]);
  });
  append(drawing, [
    svg("text", { x: width - 9, y: height + 14, class: "tick" }, 100),
    svg("line", { x1: 0, x2: width, y1: height, y2: height, class: "axis" }),
  ]);
  return panel("得分分布", "横轴为得分，柱上为指标数", drawing);
}

function letterPanel(data, choose) {
  const means = meansOf(data.rows);
  const lines = LETTERS.map(([letter, name]) => {
    const counts = [0, 0, 0, 0];
    for (const entry of data.rows) if (entry.line.smart && entry.line.smart[letter] !== undefined) counts[entry.line.smart[letter]] += 1;
    const bar = el("div", { class: "stack" }, counts.map((count, level) => segment(letter, name, level, count, counts, choose)));
    const mean = means[letter] === undefined ? "—" : means[letter].toFixed(2);
    return el("tr", null, rowHead(bold(letter), " ", name), cell(bar), amount(mean));
  });
  const legend = span("legend", [0, 1, 2, 3].map((level) => el("i", { class: "level-" + level }, level)), " 级");
  const heads = ["", "各级指标数", "#平均"];
  const title = panel("SMART 五项", null, tableOf("plain letters", "五项等级的分布", heads, el("tbody", null, lines)));
  title.querySelector("h2").appendChild(legend);
  return title;
}

function segment(letter, name, level, count, counts, choose) {
  if (!count) return null;
  const share = count / counts.reduce((sum, one) => sum + one, 0);
  const says = name + " " + level + " 级：" + count + " 个指标";
  const button = el("button", { type: "button", class: "level-" + level, title: says, "aria-label": says }, share > 0.05 ? count : "");
  button.style.width = 100 * share + "%";
  button.addEventListener("click", () => choose({ letter: letter + level }));
  return button;
}
