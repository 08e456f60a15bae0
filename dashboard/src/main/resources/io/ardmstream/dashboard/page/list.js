// The streams: only the rows in sight exist, so that a thousand cost no more than ten.

import { colourOf } from "./colours.js";
import { bytes, count, fixed, ratio } from "./format.js";
import { change, state, toggleStream } from "./state.js";
import { text } from "./text.js";

const ROW = 44;
const SPARE = 4;
const ORDERS = {
  saved: (a, b) => saved(b) - saved(a),
  ratio: (a, b) => (ratio(b) || 0) - (ratio(a) || 0),
  name: () => 0,
  last: (a, b) => b.lastTime - a.lastTime,
};

const saved = stream => stream.rawBytes - stream.encodedBytes;
const byId = id => document.getElementById(id);
const list = byId("list");
const space = list.firstElementChild;
const search = byId("search");
const order = byId("order");
let view = null;
let rows = [];
let active = 0;

export function startList() {
  list.addEventListener("scroll", draw);
  list.addEventListener("focus", draw);
  list.addEventListener("keydown", key);
  list.addEventListener("click", click);
  search.addEventListener("input", refresh);
  search.addEventListener("keydown", event => {
    if (event.key === "ArrowDown" || event.key === "Enter") {
      event.preventDefault();
      list.focus();
    }
  });
  order.addEventListener("change", refresh);
  byId("clear").addEventListener("click", () => change({ streams: new Set() }));
  new ResizeObserver(draw).observe(list);
}

export function showList(latest) {
  view = latest;
  refresh();
}

function refresh() {
  if (!view) return;
  const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  const kept = rows[active]?.name;
  rows = view.streams
    .filter(stream => words.every(word => stream.name.toLowerCase().includes(word)))
    .sort(ORDERS[order.value]);
  active = Math.max(0, rows.findIndex(stream => stream.name === kept));
  space.style.height = `${rows.length * ROW}px`;
  byId("listcount").textContent = counted();
  byId("clear").hidden = state.streams.size === 0;
  draw();
}

function counted() {
  const all = view.streams.length;
  const found = rows.length === all ? "" : `${count(rows.length)} of `;
  const forgotten = view.forgotten ? `, ${count(view.forgotten)} forgotten` : "";
  return `${found}${count(all)} stream${all === 1 ? "" : "s"}${forgotten}`;
}

function draw() {
  const first = Math.max(0, Math.floor(list.scrollTop / ROW) - SPARE);
  const last = Math.min(rows.length, Math.ceil((list.scrollTop + list.clientHeight) / ROW) + SPARE);
  const drawn = [];
  for (let i = first; i < last; i++) drawn.push(row(rows[i], i));
  space.replaceChildren(...drawn);
  if (rows.length) list.setAttribute("aria-activedescendant", `stream-${active}`);
  else list.removeAttribute("aria-activedescendant");
}

function row(stream, i) {
  const element = document.createElement("div");
  element.id = `stream-${i}`;
  element.className = "row";
  element.style.top = `${i * ROW}px`;
  element.setAttribute("role", "option");
  element.setAttribute("aria-selected", state.streams.has(stream.name));
  element.setAttribute("aria-posinset", i + 1);
  element.setAttribute("aria-setsize", rows.length);
  element.classList.toggle("active", i === active && document.activeElement === list);
  element.dataset.stream = stream.name;
  const dot = document.createElement("i");
  const colour = view.chart.lines.of === "stream" && colourOf(stream.name);
  if (colour) dot.style.background = `var(--${colour})`;
  const name = text("b", stream.name);
  name.title = stream.name;
  const idle = stream.records === 0;
  const figures = idle ? "nothing in this time" : `${count(stream.records)} record${stream.records === 1 ? "" : "s"} · saved ${bytes(saved(stream))}`;
  element.append(dot, name, text("em", idle ? "" : fixed(ratio(stream), 2)), text("span", figures));
  return element;
}

/** A row may have been replaced between press and release; then the list is the target. */
function click(event) {
  const clicked = event.target.closest(".row") ?? document.elementFromPoint(event.clientX, event.clientY)?.closest(".row");
  if (!clicked) return;
  active = Number(clicked.id.slice("stream-".length));
  toggleStream(clicked.dataset.stream);
}

function key(event) {
  const page = Math.max(1, Math.floor(list.clientHeight / ROW) - 1);
  const step = { ArrowUp: -1, ArrowDown: 1, PageUp: -page, PageDown: page, Home: -Infinity, End: Infinity }[event.key];
  if (step) {
    event.preventDefault();
    active = Math.min(rows.length - 1, Math.max(0, active + step));
    const top = active * ROW;
    if (top < list.scrollTop) list.scrollTop = top;
    if (top + ROW > list.scrollTop + list.clientHeight) list.scrollTop = top + ROW - list.clientHeight;
    draw();
  } else if ((event.key === " " || event.key === "Enter") && rows[active]) {
    event.preventDefault();
    toggleStream(rows[active].name);
  }
}
