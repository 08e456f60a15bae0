// Records that became dead letters, and why.

import { bytes, clock, count } from "./format.js";
import { text } from "./text.js";

const COLUMNS = ["At", "Stream", "Record", "Bytes", "Kind", "Why"];
const article = document.getElementById("refused");
let drawn = "";

export function showRefused(refused) {
  const reasons = Object.entries(refused?.reasons ?? {});
  article.hidden = reasons.length === 0;
  const now = JSON.stringify(refused ?? null);
  if (now === drawn) return;
  drawn = now;
  if (article.hidden) return;
  article.querySelector("small").textContent = reasons.map(([kind, records]) => `${count(records)} ${words(kind)}`).join(", ");
  const head = document.createElement("tr");
  head.append(...COLUMNS.map(name => text("th", name)));
  article.querySelector("thead").replaceChildren(head);
  article.querySelector("tbody").replaceChildren(...refused.latest.map(row));
}

const words = kind => kind.toLowerCase().replaceAll("_", " ");

function row(record) {
  const element = document.createElement("tr");
  const cells = [clock(record.time), record.stream, record.key || record.id, bytes(record.bytes), words(record.error), record.message];
  for (const content of cells) {
    const cell = text("td", content);
    cell.title = content;
    element.append(cell);
  }
  return element;
}
