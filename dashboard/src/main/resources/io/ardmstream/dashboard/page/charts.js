// What each chart draws.

import { Chart } from "./chart.js";
import { assignColours, colourOf } from "./colours.js";
import { bitsPerDimension, bytes, count, fixed, percent, ratio } from "./format.js";
import { state } from "./state.js";
import { sum, windows } from "./windows.js";

const MODES = [
  { key: "ardm", name: "model", colour: "accent" },
  { key: "classic", name: "classic", colour: "line2" },
  { key: "constant", name: "constant", colour: "line3" },
  { key: "stored", name: "stored", colour: "quiet" },
];

export function charts(parent) {
  const rate = v => `${bytes(v)}/s`;
  const all = [
    { name: "ratio", title: "Ratio", unit: "original ÷ encoded", format: v => fixed(v, 2), exact: v => fixed(v, 3), range: around, draw: (view, shown) => lines(view, shown, ratio) },
    { name: "bits", title: "Bits per dimension", unit: "encoded bits a sample", format: v => fixed(v, 1), exact: v => fixed(v, 3), range: around, draw: (view, shown) => lines(view, shown, bitsPerDimension) },
    { name: "saved", title: "Bytes saved", unit: "in the time shown", format: bytes, range: fromZero, draw: saved },
    { name: "throughput", title: "Throughput", unit: "bytes a second", format: bytes, exact: rate, range: fromZero, draw: throughput },
    { name: "modes", title: "Blocks by mode", unit: "share", format: percentTick, exact: percent, range: () => [0, 1], stacked: true, draw: modes },
  ].map(spec => new Chart(parent, spec));
  parent.append(document.getElementById("stages"));
  return view => {
    const shown = windows(view, state.from != null);
    assignColours(view.chart.lines.largest.map(line => line.name));
    all.forEach(chart => chart.show(view, shown));
  };
}

const percentTick = share => `${Math.round(100 * share)} %`;
const numberOrGap = value => (Number.isFinite(value) ? value : null);

/** A measure of every line; of all together too, when not all have a line. */
function lines(view, shown, measure) {
  const all = view.chart.lines.count;
  const rest = all > shown.lines.length;
  const drawn = shown.lines.map(line => measured(line.name || "no model", colourOf(line.name), line, measure));
  if (rest) drawn.push({ ...measured(`all ${count(all)}`, "quiet", shown.all, measure), dash: [4, 4] });
  return { lines: drawn, note: rest ? `${shown.lines.length} of ${count(all)}` : "" };
}

function measured(name, colour, columns, measure) {
  const { rawBytes, encodedBytes, samples } = columns;
  return {
    name,
    colour,
    values: rawBytes.map((raw, w) => numberOrGap(measure({ rawBytes: raw, encodedBytes: encodedBytes[w], samples: samples[w] }))),
    overall: measure({ rawBytes: sum(rawBytes), encodedBytes: sum(encodedBytes), samples: sum(samples) }),
  };
}

/** Windows whose records may still be on their way are no zeros. */
const settled = shown => shown.all.records.findLastIndex(count => count > 0) + 1;

function saved(view, { all, ...shown }) {
  const end = settled({ all, ...shown });
  let saved = 0;
  const values = all.rawBytes.map((raw, i) => {
    saved += raw - all.encodedBytes[i];
    return i < end ? saved : null;
  });
  return { lines: [{ name: "saved", colour: "accent", fill: 0.12, values, overall: saved }] };
}

function throughput(view, shown) {
  const end = settled(shown);
  const passed = shown.times.map((time, i) => Math.min(shown.lengths[i], view.now - 1000 * time));
  const active = sum(passed.slice(Math.max(0, shown.all.records.findIndex(count => count > 0)), end));
  const line = (name, colour, fill, column) => ({
    name,
    colour,
    fill,
    values: column.map((bytes, i) => (i < end && passed[i] > shown.lengths[i] / 5 ? (1000 * bytes) / passed[i] : null)),
    overall: (1000 * sum(column)) / active,
  });
  return { lines: [line("original", "accent", 0.12, shown.all.rawBytes), line("encoded", "line3", 0.25, shown.all.encodedBytes)] };
}

/** Stacked: each mode is drawn with all below it, the largest sum first. */
function modes(view, { all }) {
  const bars = uPlot.paths.bars({ size: [1, 100], gap: 1 });
  const occurring = MODES.filter(mode => sum(all[mode.key]) > 0);
  const sums = all.records.map((_, i) => occurring.reduce((sum, mode) => sum + all[mode.key][i], 0));
  const below = sums.map(() => 0);
  const stacked = occurring.map(mode => ({
    name: mode.name,
    colour: mode.colour,
    fill: 0.85,
    paths: bars,
    shown: all[mode.key].map((blocks, i) => (sums[i] ? blocks / sums[i] : null)),
    overall: sum(all[mode.key]) / sum(sums),
    values: all[mode.key].map((blocks, i) => {
      below[i] += blocks;
      return sums[i] ? below[i] / sums[i] : null;
    }),
  }));
  return { lines: stacked.reverse() };
}

/** A range that shows changes, not the distance to zero. */
function around(plot, least, greatest) {
  if (least == null || greatest == null) return [0, 1];
  const room = Math.max((greatest - least) * 0.15, greatest * 0.05);
  return [Math.max(0, least - room), greatest + room];
}

function fromZero(plot, least, greatest) {
  return [Math.min(0, least ?? 0), greatest > 0 ? greatest * 1.1 : 1];
}
