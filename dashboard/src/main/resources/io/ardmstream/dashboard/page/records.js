// Single records: the latest, the slowest, and those that compress worst.

import { showHeat } from "./heat.js";
import { bitsPerDimension, bytes, clock, fixed, millis, modesOf } from "./format.js";
import { change, state } from "./state.js";
import { text } from "./text.js";

const TABS = [
  { key: "worst", name: "Worst compressing" },
  { key: "slowest", name: "Slowest" },
  { key: "newest", name: "Latest" },
];
const COLUMNS = [
  { name: "Record", text: r => r.key || r.id, title: r => `${r.stream}: ${r.id} ${r.key}` },
  { name: "Stream", text: r => r.stream, title: r => r.stream },
  { name: "Original", text: r => bytes(r.rawBytes), number: true },
  { name: "Ratio", text: r => fixed(r.encodedBytes ? r.rawBytes / r.encodedBytes : NaN, 3), number: true },
  { name: "Bits/dim", text: r => fixed(bitsPerDimension(r), 3), number: true },
  { name: "Encoding", text: r => millis(r.encodeMillis), number: true },
  { name: "Blocks", text: modesOf },
  { name: "At", text: r => clock(r.time), number: true },
];

const article = document.getElementById("records");
const tabs = article.querySelector(".tabs");
const panel = article.querySelector("[role=tabpanel]");
const body = article.querySelector("tbody");
let view = null;
let tab = TABS[0];
let drawn = "";
let looked = null;

export function startRecords() {
  const head = document.createElement("tr");
  for (const column of COLUMNS) {
    const cell = text("th", column.name, column.number ? "number" : "");
    cell.scope = "col";
    head.append(cell);
  }
  article.querySelector("thead").append(head);
  TABS.forEach(each => tabs.append(button(each)));
  tabs.addEventListener("keydown", event => {
    const step = { ArrowLeft: TABS.length - 1, ArrowRight: 1 }[event.key];
    if (step && state.record) change({ record: "" });
    if (step) choose(TABS[(TABS.indexOf(tab) + step) % TABS.length], true);
  });
  body.addEventListener("keydown", key);
  // a click is lost when its row is replaced between press and release
  body.addEventListener("mousedown", event => pick(event.target));
  body.addEventListener("click", event => pick(event.target));
  choose(tab);
}

export function showRecords(latest) {
  view = latest;
  draw();
}

function choosable() {
  return view ? view.records[tab.key] : [];
}

function pick(target) {
  const number = Number(target.closest("tr")?.dataset.record);
  const record = choosable().find(each => each.number === number);
  if (!record) return;
  look(record);
  if (state.record !== place(record)) change({ record: place(record) });
}

/** Where it lies, which is the same whenever and by whomever the page is opened. */
const place = ({ origin }) => `${origin.topic}/${origin.partition}/${origin.offset}`;

function look(record) {
  looked = record.number;
  showHeat(record);
  for (const element of body.children) mark(element);
}

function mark(element) {
  const chosen = Number(element.dataset.record) === looked;
  element.setAttribute("aria-current", chosen);
  const reachable = body.querySelector(`[data-record="${looked}"]`) ?? body.firstElementChild;
  element.tabIndex = element === reachable ? 0 : -1;
}

function key(event) {
  const element = event.target.closest("tr");
  const step = { ArrowUp: "previousSibling", ArrowDown: "nextSibling" }[event.key];
  if (step) element[step]?.focus();
  else if (event.key === "Enter" || event.key === " ") pick(element);
  else return;
  event.preventDefault();
}

function button(each) {
  const element = text("button", each.name);
  element.type = "button";
  element.id = `tab-${each.key}`;
  element.dataset.tab = each.key;
  element.setAttribute("role", "tab");
  element.setAttribute("aria-controls", panel.id);
  element.addEventListener("click", () => {
    if (state.record) change({ record: "" });
    choose(each);
  });
  return element;
}

function choose(each, focus) {
  tab = each;
  looked = null;
  for (const element of tabs.children) {
    const selected = element.dataset.tab === each.key;
    element.setAttribute("aria-selected", selected);
    element.tabIndex = selected ? 0 : -1;
    if (selected && focus) element.focus();
  }
  panel.setAttribute("aria-labelledby", `tab-${each.key}`);
  draw();
}

function draw() {
  // an answer may be older than the choice
  const asked = view?.records.chosen.find(each => place(each) === state.record);
  if (asked && asked.number !== looked) look(asked);
  const records = choosable();
  const numbers = [tab.key, ...records.map(record => record.number)].join();
  if (numbers === drawn) return;
  drawn = numbers;
  const focused = body.contains(document.activeElement) && document.activeElement.dataset.record;
  body.replaceChildren(...records.map(row));
  for (const element of body.children) mark(element);
  if (focused) (body.querySelector(`[data-record="${focused}"]`) ?? body.firstElementChild)?.focus();
  if (!asked && records.length && !records.some(record => record.number === looked)) look(records[0]);
}

function row(record) {
  const element = document.createElement("tr");
  element.dataset.record = record.number;
  element.setAttribute("aria-label", `Record ${record.id} of ${record.stream}`);
  for (const column of COLUMNS) {
    const cell = text("td", column.text(record), column.number ? "number" : "");
    if (column.title) cell.title = column.title(record);
    element.append(cell);
  }
  return element;
}
