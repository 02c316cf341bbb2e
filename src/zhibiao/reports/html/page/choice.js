// What the reader has chosen; it stands in the address too, so that it can be sent as a link: #q=满意度&code=M201
const CHOICES = ["q", "severity", "code", "grade", "letter", "category", "review", "table", "sort"];
const SORTS = [["", "原来的次序"], ["low", "得分从低到高"], ["high", "得分从高到低"]];
const LABELS = { q: "搜索", severity: "级别", code: "问题", grade: "等级", letter: "SMART", category: "归类", review: "复核", table: "项目", sort: "排序" };

function choiceOfAddress() {
  const given = new URLSearchParams(location.hash.slice(1));
  const choice = {};
  for (const key of CHOICES) choice[key] = (given.get(key) || "").trim();
  return choice;
}

function addressOf(choice) {
  const made = new URLSearchParams();
  for (const key of CHOICES) if (choice[key]) made.set(key, choice[key]);
  return "#" + made.toString();
}

function keepInAddress(choice) {
  const address = addressOf(choice);
  if (address === location.hash || (address === "#" && !location.hash)) return;
  try {
    history.replaceState(null, "", address);
  } catch (refused) { // some browsers keep files from it
    location.replace(address);
  }
}

function chosen(data, choice) {
  const words = folded(choice.q).split(/\s+/).filter(Boolean);
  const found = data.entries.filter((entry) => fits(entry, choice) && words.every((word) => haystack(data, entry).includes(word)));
  if (choice.sort === "low") found.sort((one, two) => byScore(one, two, 1));
  if (choice.sort === "high") found.sort((one, two) => byScore(one, two, -1));
  return found;
}

function fits(entry, choice) {
  const { severity, code, table } = choice;
  if (table && !(entry.table && String(entry.table.number) === table)) return false;
  const wanted = (finding) => (!severity || finding.severity === severity) && (!code || finding.code === code);
  if ((severity || code) && !entry.findings.some(wanted)) return false;
  if (!choice.grade && !choice.letter && !choice.category && !choice.review) return true;
  return entry.scope === "row" && lineFits(entry.line, choice);
}

function lineFits(line, choice) {
  if (choice.grade && line.grade !== choice.grade) return false;
  if (choice.letter && !(line.smart && String(line.smart[choice.letter[0]]) === choice.letter.slice(1))) return false;
  if (choice.category && !(line.category && line.category.written === choice.category)) return false;
  return !choice.review || line.needs_review === true;
}

// Lines without a score stay behind those that have one.
function byScore(one, two, sign) {
  const [first, second] = [one, two].map((entry) => (entry.line ? entry.line.score : undefined));
  if (first === second) return one.order - two.order;
  if (first === undefined) return 1;
  if (second === undefined) return -1;
  return sign * (first - second);
}
