// Where the bits of one record went: a small picture, and beside it the bits of every place.

import { bytes, fixed, modesOf, shapeOf } from "./format.js";
import { text } from "./text.js";

const PATIENCE = 400;
const WAVE_HEIGHT = 240;
const BAND_HEIGHT = 60;
const PLACES = { IMAGE: "a pixel", AUDIO: "a frame", OPAQUE: "a byte" };
// from nothing to many bits: dark violet, red, yellow
const HEAT = [[0, 0, 4], [31, 12, 72], [85, 15, 109], [136, 34, 106], [186, 54, 85], [227, 89, 51], [249, 140, 10], [249, 201, 50], [252, 255, 164]];
const article = document.getElementById("glance");
const [legend, reasons, note] = article.querySelectorAll("p");
const pictures = article.querySelector(".pictures");
const scale = article.querySelector(".scale");
let current = null;

drawScale();

/** Shows a record as soon as the server has decoded it. */
export async function showHeat(record) {
  if (current?.number === record.number) return;
  current = record;
  describe(record);
  say("Decoding the record …");
  while (current === record) {
    const answer = await ask(record);
    if (current !== record) return;
    if (answer.state === "ready") return draw(record, answer.map, answer.reason);
    if (answer.state === "failed") return fail(answer.reason);
    if (answer.state === "coarse") {
      draw(record, answer.map, "");
      say("Bits by block. Decoding the record …");
    }
    await new Promise(resolve => setTimeout(resolve, PATIENCE));
  }
}

async function ask(record) {
  try {
    const answer = await fetch(`api/heat?record=${record.number}`);
    return answer.ok ? answer.json() : { state: "failed", reason: await answer.text() };
  } catch (failure) {
    return { state: "waiting" };
  }
}

function fail(reason) {
  pictures.replaceChildren();
  scale.hidden = true;
  say(reason);
}

function say(sentence) {
  note.textContent = sentence;
  note.hidden = !sentence;
  pictures.classList.toggle("waiting", Boolean(sentence));
}

function describe(record, ...more) {
  const facts = [
    `${bytes(record.rawBytes)} → ${bytes(record.encodedBytes)}`, ...more, shapeOf(record), record.model || "no model", `blocks: ${modesOf(record)}`];
  const name = text("bdi", record.key || record.id, "name");
  name.title = `${record.stream}: ${record.id} ${record.key}`;
  legend.replaceChildren(name, text("span", facts.join(" · ")));
  const what = record.format === "OPAQUE" ? "Kept as plain bytes" : "Fell back";
  reasons.textContent = record.fallbackReasons.length ? `${what}: ${record.fallbackReasons.join("; ")}` : "";
  reasons.hidden = !reasons.textContent;
}

function draw(record, map, reason) {
  say("");
  note.textContent = reason;
  note.hidden = !reason;
  pictures.dataset.media = map.media;
  pictures.dataset.shape = map.columns > map.rows ? "wide" : "tall";
  const bits = `bits ${PLACES[map.media]}`;
  if (!map.picture) {
    pictures.replaceChildren(figure(bits, range(map), heat(map)));
  } else if (map.media === "IMAGE") {
    pictures.replaceChildren(figure("picture", "", picture(map)), figure(bits, range(map), heat(map)));
  } else {
    pictures.replaceChildren(figure(`first channel in the colours of its bits; below, ${bits}`, range(map), wave(map)));
  }
  scale.hidden = false;
  scale.lastElementChild.textContent = `${fixed(map.hottest, map.hottest < 10 ? 1 : 0)} bits`;
  describe(record, `${fixed(map.mean, 2)} ${bits}`);
}

const range = map => `, on average ${fixed(map.mean, 2)}, hardly ever above ${fixed(map.hottest, 1)}`;

function figure(caption, more, canvas) {
  const element = document.createElement("figure");
  element.append(canvas, text("figcaption", caption));
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", `${current.id}: ${caption}${more}`);
  return element;
}

function picture(map) {
  const rgb = unpacked(map.picture);
  return pixels(map, i => [rgb[3 * i], rgb[3 * i + 1], rgb[3 * i + 2]]);
}

function heat(map) {
  const values = unpacked(map.heat);
  const rows = map.rows === 1 ? BAND_HEIGHT : map.rows;
  const canvas = pixels({ columns: map.columns, rows }, i => heatColour(values[i % values.length] / 255));
  canvas.dataset.heat = "";
  canvas.addEventListener("mousemove", event => {
    const x = Math.floor((event.offsetX / canvas.clientWidth) * map.columns);
    const y = Math.min(map.rows - 1, Math.floor((event.offsetY / canvas.clientHeight) * map.rows));
    canvas.title = `${fixed((values[y * map.columns + x] / 255) * map.hottest, 1)} bits`;
  });
  return canvas;
}

function pixels({ columns, rows }, colourOf) {
  const canvas = sized(columns, rows);
  const image = new ImageData(columns, rows);
  for (let i = 0; i < columns * rows; i++) image.data.set([...colourOf(i), 255], 4 * i);
  canvas.getContext("2d").putImageData(image, 0, 0);
  canvas.classList.toggle("coarse", columns < 160);
  return canvas;
}

/** The wave in the colours of its bits, and their curve below. */
function wave(map) {
  const canvas = sized(map.columns, WAVE_HEIGHT);
  canvas.dataset.heat = "";
  const context = canvas.getContext("2d");
  const levels = unpacked(map.picture);
  const bits = unpacked(map.heat);
  const half = WAVE_HEIGHT * 0.64;
  for (let x = 0; x < map.columns; x++) {
    context.fillStyle = `rgb(${heatColour(0.2 + 0.8 * (bits[x] / 255))})`;
    const top = half * (1 - levels[2 * x + 1] / 255);
    const bottom = half * (1 - levels[2 * x] / 255);
    context.fillRect(x, top, 1, Math.max(1, bottom - top));
    const height = (WAVE_HEIGHT - half - 8) * (bits[x] / 255);
    context.fillRect(x, WAVE_HEIGHT - height, 1, height);
  }
  return canvas;
}

function sized(width, height) {
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  return canvas;
}

function drawScale() {
  const context = scale.querySelector("canvas").getContext("2d");
  for (let x = 0; x < 256; x++) {
    context.fillStyle = `rgb(${heatColour(x / 255)})`;
    context.fillRect(x, 0, 1, 1);
  }
}

function heatColour(share) {
  const at = Math.min(1, Math.max(0, share)) * (HEAT.length - 1);
  const below = Math.min(HEAT.length - 2, Math.floor(at));
  return HEAT[below].map((from, i) => Math.round(from + (HEAT[below + 1][i] - from) * (at - below)));
}

function unpacked(base64) {
  return Uint8Array.from(atob(base64), letter => letter.charCodeAt(0));
}
