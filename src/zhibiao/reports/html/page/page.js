// A mistake of ours shows on the page: whoever looks after it finds it here.
function noteError(text) {
  const before = document.body.getAttribute("data-errors");
  document.body.setAttribute("data-errors", (before ? before + "\n" : "") + text);
  const notice = byId("opening");
  notice.hidden = false;
  notice.textContent = "画这一页时出错：" + text + "。请换用较新的 Edge、Chrome 或 Firefox 打开，或者改用 csv 格式的报告。";
}

function begin() {
  const data = readData();
  const choice = choiceOfAddress();
  let rows = null;
  function changed(change) {
    Object.assign(choice, change);
    keepInAddress(choice);
    rows.draw();
  }
  function choose(change) { // from a chart or a list above: that alone is shown
    for (const key of CHOICES) choice[key] = "";
    changed(change);
    byId("rows").scrollIntoView();
    byId("rows-title").focus(); // where a keyboard goes on
  }
  byId("engine").textContent = engineText(data.engine);
  document.body.classList.toggle("ungraded", !data.graded);
  drawOverview(data, choose);
  const lists = [drawProjects(data, choose), drawFiles(data)];
  drawKinds(data, choose);
  drawCopies(data);
  drawFailures(data);
  rows = drawRows(data, choice, changed);
  byId("opening").hidden = true;
  byId("report").hidden = false;
  rows.draw();
  window.addEventListener("hashchange", () => {
    Object.assign(choice, choiceOfAddress());
    rows.draw();
  });
  window.addEventListener("beforeprint", () => [rows, ...lists].forEach((list) => list.all()));
  window.addEventListener("afterprint", rows.draw);
  followPointer(byId("rows"));
}

function engineText(engine) {
  const models = engine.models ? "模型 " + engine.models.join("、") : "没有使用模型";
  return ["zhibiao " + engine.version, engine.rules + " 条规则", models].join("　");
}

// Pointing at a finding shows its words in the text.
function followPointer(section) {
  section.addEventListener("mouseover", (event) => {
    for (const mark of section.querySelectorAll("mark.on")) mark.classList.remove("on");
    const item = event.target.closest(".findings li");
    if (!item) return;
    for (const mark of item.closest("tr").querySelectorAll("mark")) {
      mark.classList.toggle("on", mark.getAttribute("data-of").split(" ").includes(item.getAttribute("data-index")));
    }
  });
}

window.addEventListener("error", (event) => noteError(event.message));
document.addEventListener("securitypolicyviolation", (event) => noteError(event.violatedDirective));
begin();
document.body.setAttribute("data-ready", "");
