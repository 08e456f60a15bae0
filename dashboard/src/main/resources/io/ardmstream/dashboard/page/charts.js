// What each chart draws.

import { Chart } from "./chart.js";
import { bytes, bitsPerDimension, fixed, percent, ratio } from "./format.js";

const LINES = ["line1", "line2", "line3", "line4", "line5", "line6"];
const LEAST_WINDOWS = 60;
const MODES = [
  { key: "ardm", name: "model", colour: "accent" },
  { key: "classic", name: "classic", colour: "line2" },
  { key: "constant", name: "constant", colour: "line3" },
  { key: "stored", name: "stored", colour: "quiet" },
];

/** The colour of a stream in the charts, if it has a line of its own. */
export function colourOf(view, stream) {
  const one = new Set(view.chart.lines.map(line => line.name));
  const index = view.chart.lines.findIndex(line => line.name === stream);
  return one.has(stream) ? LINES[index] : null;
}

export function charts(parent) {
  const all = [
    { name: "ratio", title: "Ratio", unit: "raw ÷ encoded", format: v => fixed(v, 2), exact: v => fixed(v, 3), range: around, draw: view => lines(view, ratio) },
    { name: "bits", title: "Bits per dimension", unit: "encoded bits a sample", format: v => fixed(v, 1), exact: v => fixed(v, 3), range: around, draw: view => lines(view, bitsPerDimension) },
    { name: "saved", title: "Bytes saved", unit: "in the time shown", format: bytes, range: fromZero, draw: saved },
    { name: "throughput", title: "Throughput", unit: "raw bytes a second", format: bytes, range: fromZero, draw: throughput },
    { name: "modes", title: "Blocks by mode", unit: "share", format: percentTick, exact: percent, range: () => [0, 1], stacked: true, draw: modes },
  ].map(spec => new Chart(parent, spec));
  parent.append(document.getElementById("stages"));
  return view => {
    const shown = trimmed(view);
    all.forEach(chart => chart.show(shown));
  };
}

const percentTick = share => `${Math.round(100 * share)} %`;

function times(view) {
  const { from, step, all } = view.chart;
  return all.records.map((_, i) => (from + i * step) / 1000);
}

/** Without the empty time before the first record, but never just a few windows. */
function trimmed(view) {
  const { records } = view.chart.all;
  const first = records.findIndex(count => count > 0);
  const cut = Math.max(0, Math.min(first - 2, records.length - LEAST_WINDOWS));
  if (cut === 0) return view;
  const tail = object =>
    Object.fromEntries(Object.entries(object).map(([key, value]) => [key, Array.isArray(value) ? value.slice(cut) : value]));
  const { chart } = view;
  return { ...view, chart: { ...chart, from: chart.from + cut * chart.step, all: tail(chart.all), lines: chart.lines.map(tail) } };
}

function lines(view, measure) {
  return {
    times: times(view),
    lines: view.chart.lines.map((line, i) => ({
      name: line.name || "no model",
      colour: LINES[i],
      values: line.rawBytes.map((rawBytes, w) => {
        const value = measure({ rawBytes, encodedBytes: line.encodedBytes[w], samples: line.samples[w] });
        return Number.isFinite(value) ? value : null;
      }),
    })),
  };
}

/** Windows whose records may still be on their way are no zeros. */
function settled(view) {
  const { records } = view.chart.all;
  return records.findLastIndex(count => count > 0) + 1;
}

function saved(view) {
  const { all } = view.chart;
  const end = settled(view);
  let sum = 0;
  const values = all.rawBytes.map((raw, i) => {
    sum += raw - all.encodedBytes[i];
    return i < end ? sum : null;
  });
  return { times: times(view), lines: [{ name: "saved", colour: "accent", fill: 0.12, values }] };
}

function throughput(view) {
  const { from, step, all } = view.chart;
  const end = settled(view);
  const values = all.rawBytes.map((raw, i) => {
    const passed = Math.min(step, view.now - (from + i * step));
    return i < end && passed > step / 5 ? (1000 * raw) / passed : null;
  });
  return { times: times(view), lines: [{ name: "raw", colour: "accent", fill: 0.12, values }] };
}

/** Stacked: each mode is drawn with all below it, the largest sum first. */
function modes(view) {
  const { all } = view.chart;
  const bars = uPlot.paths.bars({ size: [1, 100], gap: 1 });
  const sums = all.records.map((_, i) => MODES.reduce((sum, mode) => sum + all[mode.key][i], 0));
  const below = sums.map(() => 0);
  const stacked = MODES.map(mode => ({
    name: mode.name,
    colour: mode.colour,
    fill: 0.85,
    paths: bars,
    shown: all[mode.key].map((blocks, i) => (sums[i] ? blocks / sums[i] : null)),
    values: all[mode.key].map((blocks, i) => {
      below[i] += blocks;
      return sums[i] ? below[i] / sums[i] : null;
    }),
  }));
  return { times: times(view), lines: stacked.reverse() };
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
