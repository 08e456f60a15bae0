// Asks the server once a second and hands the answer to the parts of the page.

import { advice } from "./advice.js";
import { charts } from "./charts.js";
import { ago, bitsPerDimension, bytes, count, fixed, percent, ratio } from "./format.js";
import { showList, startList } from "./list.js";
import { showRecords, startRecords } from "./records.js";
import { showRefused } from "./refused.js";
import { showStages } from "./stages.js";
import { change, onChange, query, RANGES, state } from "./state.js";
import { text } from "./text.js";
import { nextTheme, startTheme } from "./theme.js";

const PAUSE = 1000;
const byId = id => document.getElementById(id);
const showCharts = charts(byId("charts"));
let timer = 0;
let asked = 0;
let first = !location.hash;

async function refresh() {
  clearTimeout(timer);
  const number = ++asked;
  try {
    const answer = await fetch(`api/view?${query()}`);
    if (!answer.ok) throw new Error(await answer.text());
    const view = await answer.json();
    if (number === asked) show(view);
  } catch (failure) {
    if (number === asked) showFeed("off", "The dashboard has ended, or cannot be reached.", "");
  }
  if (number === asked) timer = setTimeout(refresh, document.hidden ? 10 * PAUSE : PAUSE);
}

function show(view) {
  if (first && reachBack(view)) return;
  const any = view.chart.all.records.some(count => count > 0);
  byId("empty").hidden = any;
  byId("empty").textContent = any ? "" : nothing(view);
  document.querySelectorAll("#figures, #charts, .lower").forEach(part => (part.hidden = !any));
  showState(view);
  showFilters(view);
  if (any) {
    showFigures(view);
    showAdvice(view);
    showCharts(view);
    showStages(view);
    showRecords(view);
    if (!("ready" in document.body.dataset)) performance.mark("charts");
    document.body.dataset.ready = "";
  }
  showRefused(view.refused);
  showList(view);
}

const latest = view => Math.max(0, ...view.streams.map(stream => stream.lastTime));

/** At the beginning, the shortest time that has records. */
function reachBack(view) {
  first = view.feed.read === 0;
  const range = RANGES.find(({ seconds }) => view.now - latest(view) < 1000 * seconds);
  if (!range || range === RANGES[0] || first) return false;
  change({ last: range.seconds });
  return true;
}

function nothing(view) {
  return view.feed.read > 0
    ? "No record in this selection. Press Esc for all streams, or choose a longer time."
    : `Waiting for the first record of ${view.feed.source}.`;
}

function showState(view) {
  const { trouble, behind, unreadable, source } = view.feed;
  const newest = latest(view);
  const notes = [
    newest && `latest ${ago(newest, view.now)} ago`,
    behind > 1000 && `${count(behind)} records to go`,
    view.topics.waiting > 0 && `the job is ${count(view.topics.waiting)} records behind`,
    unreadable && `${count(unreadable)} unreadable`,
  ];
  const kind = trouble ? "off" : behind > 1000 ? "busy" : "on";
  showFeed(kind, trouble || source, notes.filter(Boolean).map(note => ` · ${note}`).join(""));
}

/** The sentence is read aloud when it changes; the notes, which change all the time, are not. */
function showFeed(kind, sentence, notes) {
  byId("feed").dataset.kind = kind;
  if (byId("state").textContent !== sentence) byId("state").textContent = sentence;
  byId("latest").textContent = notes;
}

function showFigures(view) {
  const totals = view.chart.byModel.map(each => each.totals);
  const sum = field => totals.reduce((all, each) => all + each[field], 0);
  const all = Object.fromEntries(
    ["records", "samples", "rawBytes", "encodedBytes", "leaningSavedBytes", "encodeMillis", "fallbackRecords", "verifyFailures"].map(f => [f, sum(f)]));
  const figures = [
    ["Saved", bytes(all.rawBytes - all.encodedBytes), percent(1 - all.encodedBytes / all.rawBytes)],
    ["Ratio", fixed(ratio(all), 3), `${bytes(all.rawBytes)} → ${bytes(all.encodedBytes)}`],
    ["Bits per dimension", fixed(bitsPerDimension(all), 3), all.leaningSavedBytes
      ? `${percent(all.leaningSavedBytes / (all.leaningSavedBytes + all.encodedBytes))} saved by leaning` : `${count(all.samples)} samples`],
    ["Records", count(all.records), `${count(view.chart.streams)} of ${count(view.streams.length)} streams`],
    ["Encoding speed", all.encodeMillis ? `${bytes((1000 * all.rawBytes) / all.encodeMillis)}/s` : "–", "raw, while encoding"],
    ["Fell back", count(all.fallbackRecords), all.verifyFailures ? `${count(all.verifyFailures)} repaired after verification` : "none failed verification"],
  ];
  const { rawBytes, encodedBytes } = view.topics;
  if (encodedBytes) {
    figures.push(["On disk", bytes(encodedBytes), rawBytes ? `of raw ${bytes(rawBytes)}` : "the encoded topic"]);
  }
  const parts = byId("figures");
  while (parts.childElementCount > figures.length) parts.lastElementChild.remove();
  while (parts.childElementCount < figures.length) parts.append(figure());
  figures.forEach((texts, i) => texts.forEach((words, j) => (parts.children[i].children[j].textContent = words)));
}

function showAdvice(view) {
  const sentences = advice(view);
  byId("advice").hidden = sentences.length === 0;
  const words = sentences.join(" ");
  if (byId("advice").textContent !== words) byId("advice").textContent = words;
}

function figure() {
  const element = document.createElement("div");
  element.append(text("span"), text("strong"), text("small"));
  return element;
}

function showFilters(view) {
  const models = ["", ...view.models.filter(Boolean)];
  if (state.model && !models.includes(state.model)) models.push(state.model);
  const select = byId("model");
  if (select.options.length !== models.length || models.some((name, i) => select.options[i].value !== name)) {
    select.replaceChildren(...models.map(name => new Option(name || "all", name)));
  }
  select.value = state.model;
  byId("media").value = state.media;
  if (document.activeElement !== byId("key")) byId("key").value = state.key;
  [...byId("range").children].forEach(showRange);
}

function showRange(button) {
  const zoomed = button.dataset.last === "zoom";
  const chosen = zoomed ? state.from != null : state.from == null && state.last === Number(button.dataset.last);
  button.hidden = zoomed && !chosen;
  button.setAttribute("aria-pressed", chosen);
}

function startRanges() {
  const all = [...RANGES.map(range => [range.seconds, range.name]), ["zoom", "part"]];
  for (const [last, name] of all) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = name;
    button.dataset.last = last;
    button.addEventListener("click", () => changeRange(last === "zoom" ? state.last : last));
    if (last === "zoom") button.setAttribute("aria-label", "Part of the time; press for all");
    byId("range").append(button);
    showRange(button);
  }
}

const changeRange = last => change({ last, from: null, to: null });

function key(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || byId("keys").open) return;
  if (event.key === "Escape") {
    byId("search").value = "";
    change({ streams: new Set(), from: null, to: null });
    return;
  }
  if (event.target.matches("input, select")) return;
  if (event.key === "/") byId("search").focus();
  else if (event.key === "?") byId("keys").showModal();
  else if (event.key.toLowerCase() === "d") nextTheme();
  else if (RANGES[event.key - 1]) changeRange(RANGES[event.key - 1].seconds);
  else return;
  event.preventDefault();
}

startTheme();
startRanges();
startList();
startRecords();
byId("model").addEventListener("change", event => change({ model: event.target.value }));
byId("key").addEventListener("input", event => change({ key: event.target.value }));
byId("media").addEventListener("change", event => change({ media: event.target.value }));
byId("help").addEventListener("click", () => byId("keys").showModal());
addEventListener("keydown", key);
addEventListener("visibilitychange", () => document.hidden || refresh());
onChange(refresh);
refresh();
