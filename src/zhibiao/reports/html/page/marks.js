// Text with the findings' evidence marked. Spans count characters, not the halves that strings here are made of; they may overlap.
function marked(data, text, findings, field) {
  const letters = Array.from(text);
  const spans = [];
  findings.forEach((finding, index) => {
    const [from, to] = finding.span || [0, 0];
    if (finding.field === field && from < to && to <= letters.length) spans.push({ from, to, index, finding });
  });
  if (!spans.length) return [text];
  const cuts = Array.from(new Set([0, letters.length].concat(...spans.map((span) => [span.from, span.to])))).sort((a, b) => a - b);
  return cuts.slice(1).map((to, number) => {
    const over = spans.filter((span) => span.from < to && span.to >= to);
    return piece(data, letters.slice(cuts[number], to).join(""), over);
  });
}

function piece(data, text, spans) {
  if (!spans.length) return text;
  const gravest = SEVERITIES.find((severity) => spans.some((span) => span.finding.severity === severity));
  const title = spans.map((span) => span.finding.code + " " + titleOf(data, span.finding)).join("；");
  return el("mark", { class: gravest, title, "data-of": spans.map((span) => span.index).join(" ") }, text);
}

// A finding on an empty cell has nothing to mark: the gap itself is shown.
function gap(findings, field) {
  const at = findings.filter((finding) => finding.field === field).map((finding) => finding.severity);
  const gravest = SEVERITIES.find((severity) => at.includes(severity));
  return gravest ? el("span", { class: "gap " + gravest }, "（空白）") : null;
}
