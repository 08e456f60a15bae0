// Single records: the latest, the slowest, and those that compress worst.

import { showHeat } from "./heat.js";
import { bitsPerDimension, bytes, clock, fixed, millis } from "./format.js";

const TABS = [
  { key: "worst", name: "Worst compressing" },
  { key: "slowest", name: "Slowest" },
  { key: "newest", name: "Latest" },
];
const COLUMNS = [
  { name: "Record", text: r => r.id, title: r => `${r.stream}: ${r.id}` },
  { name: "Stream", text: r => r.stream, title: r => r.stream },
  { name: "Shape", text: shape },
  { name: "Raw", text: r => bytes(r.rawBytes), number: true },
  { name: "Ratio", text: r => fixed(r.encodedBytes ? r.rawBytes / r.encodedBytes : NaN, 3), number: true },
  { name: "Bits/dim", text: r => fixed(bitsPerDimension(r), 3), number: true },
  { name: "Time", text: r => millis(r.encodeMillis), number: true },
  { name: "Speed", text: r => (r.encodeMillis ? `${bytes((1000 * r.rawBytes) / r.encodeMillis)}/s` : "–"), number: true },
  { name: "Modes", text: modes, title: r => r.fallbackReasons.join("\n") },
  { name: "At", text: r => clock(r.time), number: true },
];

const article = document.getElementById("records");
const tabs = article.querySelector(".tabs");
const body = article.querySelector("tbody");
let view = null;
let tab = TABS[0];
let drawn = "";
let looked = null;
let chosen = false;

export function startRecords() {
  const head = document.createElement("tr");
  for (const column of COLUMNS) head.append(cell("th", column.name, column.number));
  article.querySelector("thead").append(head);
  TABS.forEach(each => tabs.append(button(each)));
  tabs.addEventListener("keydown", event => {
    const step = { ArrowLeft: TABS.length - 1, ArrowRight: 1 }[event.key];
    if (step) choose(TABS[(TABS.indexOf(tab) + step) % TABS.length], true);
  });
  body.addEventListener("keydown", key);
  choose(tab);
}

export function showRecords(latest) {
  view = latest;
  draw();
}

function choosable() {
  return view ? view.records[tab.key] : [];
}

/** Looks into a record; until somebody chooses one, into the first. */
function look(record) {
  looked = record.number;
  showHeat(record);
  for (const element of body.children) mark(element);
}

function mark(element) {
  const chosen = Number(element.dataset.record) === looked;
  element.setAttribute("aria-selected", chosen);
  element.tabIndex = chosen || (looked == null && !element.previousSibling) ? 0 : -1;
}

function key(event) {
  const element = event.target.closest("tr");
  const step = { ArrowUp: "previousSibling", ArrowDown: "nextSibling" }[event.key];
  if (step && element[step]) element[step].focus();
  else if (event.key === "Enter" || event.key === " ") element.click();
  else return;
  event.preventDefault();
}

function button(each) {
  const element = document.createElement("button");
  element.type = "button";
  element.textContent = each.name;
  element.dataset.tab = each.key;
  element.setAttribute("role", "tab");
  element.addEventListener("click", () => choose(each));
  return element;
}

function choose(each, focus) {
  tab = each;
  for (const element of tabs.children) {
    const chosen = element.dataset.tab === each.key;
    element.setAttribute("aria-selected", chosen);
    element.tabIndex = chosen ? 0 : -1;
    element.id = chosen ? "records-tab" : "";
    if (chosen && focus) element.focus();
  }
  draw();
}

function draw() {
  const records = choosable();
  const numbers = records.map(record => record.number).join();
  if (numbers === drawn) return;
  drawn = numbers;
  const focused = document.activeElement.closest?.("tr")?.dataset.record;
  body.replaceChildren(...records.map(row));
  body.querySelector(`[data-record="${focused}"]`)?.focus();
  if (records.length && (looked == null || !chosen)) look(records[0]);
}

function row(record) {
  const element = document.createElement("tr");
  element.dataset.record = record.number;
  element.addEventListener("click", () => {
    chosen = true;
    look(record);
  });
  mark(element);
  for (const column of COLUMNS) {
    const drawn = cell("td", column.text(record), column.number);
    if (column.title) drawn.title = column.title(record);
    element.append(drawn);
  }
  return element;
}

function cell(tag, text, number) {
  const element = document.createElement(tag);
  element.textContent = text;
  if (number) element.className = "number";
  return element;
}

function shape(record) {
  if (record.media === "IMAGE") return `${record.width}×${record.height}×${record.channels} · ${record.bitDepth} bit`;
  if (record.media === "AUDIO") return `${record.channels} ch · ${record.bitDepth} bit`;
  return record.format.toLowerCase();
}

function modes(record) {
  return Object.entries(record.blocks)
    .filter(([, blocks]) => blocks > 0)
    .map(([mode, blocks]) => `${blocks} ${mode === "ardm" ? "model" : mode}`)
    .join(", ");
}
