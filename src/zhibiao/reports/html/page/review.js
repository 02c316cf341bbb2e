// The finance ministry's review form: four aspects, eight items.
function reviewTable(review) {
  const lines = [];
  for (const [aspect, part] of Object.entries(review)) {
    if (!part.items) continue;
    Object.entries(part.items).forEach(([name, item], number, all) => {
      const about = part.score === undefined ? "" : points(part.score) + "/" + plain(part.points);
      const head = number ? null : el("th", { scope: "rowgroup", rowspan: all.length }, aspect, " ", span("faint", about));
      lines.push(el("tr", null, head, itemCells(name, item)));
    });
  }
  const sum = review["合计"];
  const reached = [amount(points(sum.score) + "/" + plain(sum.points)), cell(sum.grade), cell("折合百分制 " + points(sum.percent) + " 分")];
  const total = el("tr", { class: "sum" }, el("th", { scope: "row", colspan: 2 }, "合计"), reached);
  const heads = ["方面", "评审内容", "#得分/满分", "等级", "理由"];
  return tableOf("review", "财政部绩效目标审核表", heads, [el("tbody", null, lines), el("tfoot", null, total)]);
}

function itemCells(name, item) {
  const score = (item.score === undefined ? "—" : points(item.score)) + "/" + plain(item.points);
  return [
    rowHead(name),
    amount(score),
    cell(item.grade || "不评"),
    cell((item.reasons || []).join("；")),
  ];
}
