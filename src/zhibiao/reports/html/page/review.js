// The finance ministry's review form: four aspects, eight items.
function reviewTable(review) {
  const lines = [];
  for (const [aspect, part] of Object.entries(review)) {
    if (!part.items) continue;
    Object.entries(part.items).forEach(([name, item], number, all) => {
      const about = part.score === undefined ? "" : plain(part.score) + "/" + plain(part.points);
      const head = number ? null : el("th", { scope: "rowgroup", rowspan: all.length }, aspect, " ", el("span", { class: "faint" }, about));
      lines.push(el("tr", null, head, itemCells(name, item)));
    });
  }
  const sum = review["合计"];
  const total = el("tr", { class: "sum" }, el("th", { scope: "row", colspan: 2 }, "合计"), el("td", { class: "number" }, plain(sum.score) + "/" + plain(sum.points)), el("td", null, sum.grade), el("td", null, "折合百分制 " + points(sum.percent) + " 分"));
  const heads = [{ text: "方面" }, { text: "评审内容" }, { text: "得分/满分", class: "number" }, { text: "等级" }, { text: "理由" }];
  return tableOf("review", "财政部绩效目标审核表", heads, [el("tbody", null, lines), el("tfoot", null, total)]);
}

function itemCells(name, item) {
  const score = (item.score === undefined ? "—" : plain(item.score)) + "/" + plain(item.points);
  return [
    el("th", { scope: "row" }, name),
    el("td", { class: "number" }, score),
    el("td", null, item.grade || "不评"),
    el("td", null, (item.reasons || []).join("；")),
  ];
}
