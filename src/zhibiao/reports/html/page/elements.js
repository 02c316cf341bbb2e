// Everything from documents enters the page through these two: as text nodes and attributes, never as markup.
function el(name, attributes, ...children) {
  return filled(document.createElement(name), attributes, children);
}

function svg(name, attributes, ...children) {
  return filled(document.createElementNS("http://www.w3.org/2000/svg", name), attributes, children);
}

function filled(node, attributes, children) {
  for (const [key, value] of Object.entries(attributes || {})) {
    if (value === true) node.setAttribute(key, "");
    else if (value !== false && value !== null && value !== undefined) node.setAttribute(key, value);
  }
  append(node, children);
  return node;
}

function append(node, children) {
  for (const child of children) {
    if (Array.isArray(child)) append(node, child);
    else if (child !== null && child !== undefined && child !== false) {
      node.appendChild(child instanceof Node ? child : document.createTextNode(String(child)));
    }
  }
}

function emptied(node) {
  while (node.firstChild) node.removeChild(node.firstChild);
  return node;
}

function span(kind, ...content) {
  return el("span", { class: kind }, content);
}

function para(kind, ...content) {
  return el("p", { class: kind }, content);
}

function bold(...content) {
  return el("b", null, content);
}

function cell(...content) {
  return el("td", null, content);
}

function amount(...content) {
  return el("td", { class: "number" }, content);
}

function rowHead(...content) {
  return el("th", { scope: "row" }, content);
}

function small(...parts) {
  return span("where", parts.filter((part) => part !== undefined && part !== null && part !== "").join("　"));
}

function byId(id) {
  return document.getElementById(id);
}

function points(score) {
  return score === undefined ? "—" : score.toFixed(1);
}

function plain(number) {
  return String(Math.round(number * 10) / 10);
}

// A head that begins with # stands over numbers.
function tableOf(className, caption, heads, bodies) {
  const cells = heads.map((head) => {
    if (typeof head !== "string") return el("th", { scope: "col", class: head.class }, head.text);
    return head[0] === "#" ? el("th", { scope: "col", class: "number" }, head.slice(1)) : el("th", { scope: "col" }, head);
  });
  return el("table", { class: className }, el("caption", { class: "unseen" }, caption), el("thead", null, el("tr", null, cells)), bodies);
}

// A list that may be long: the first lines, and a button for more. all() draws the rest, for printing.
function paged(holder, items, draw, first, step, noun) {
  let drawn = 0;
  const button = el("button", { type: "button", class: "more" });
  const line = para("more-line", button);
  function show(count) {
    const piece = document.createDocumentFragment();
    const stop = Math.min(items.length, drawn + count);
    for (; drawn < stop; drawn++) append(piece, [draw(items[drawn], drawn)]);
    holder.appendChild(piece);
    line.hidden = drawn >= items.length;
    button.textContent = "再显示 " + Math.min(step, items.length - drawn) + " " + noun + "（还有 " + (items.length - drawn) + " " + noun + "）";
  }
  button.addEventListener("click", () => show(step));
  show(first);
  return { line, next: () => show(step), all: () => show(items.length), rest: () => items.length - drawn };
}
