// One chart: a title, its values, and a canvas by uPlot.

import { colour, onTheme } from "./theme.js";
import { change } from "./state.js";
import { clock } from "./format.js";
import { text } from "./text.js";

const HEIGHT = 168;
const SYNC = "time";
const LEAST_SECONDS = 10;
const BETWEEN_TIMES = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 21_600, 43_200, 86_400];

export class Chart {
  /**
   * @param parent where it goes
   * @param spec title, unit, format(value), exact?(value), range, stacked?, draw(view, windows)
   *   giving {note?, lines: [{name, colour, values, overall, shown?, fill?, dash?, paths?}]}
   */
  constructor(parent, spec) {
    this.spec = spec;
    this.element = document.createElement("article");
    this.element.innerHTML = `<h2></h2><p class="legend"></p><div class="canvas" tabindex="0" role="img"></div>`;
    this.element.dataset.chart = spec.name;
    const title = this.element.querySelector("h2");
    title.textContent = spec.title;
    this.unit = document.createElement("small");
    title.append(" ", this.unit);
    this.legend = this.element.querySelector(".legend");
    this.box = this.element.querySelector(".canvas");
    this.box.addEventListener("keydown", event => this.key(event));
    this.box.addEventListener("focus", () => this.legend.setAttribute("aria-live", "polite"));
    this.box.addEventListener("blur", () => this.leave());
    parent.append(this.element);
    new ResizeObserver(() => this.plot?.setSize(this.size())).observe(this.box);
    onTheme(() => this.rebuild());
  }

  leave() {
    this.legend.removeAttribute("aria-live");
    this.plot?.setCursor({ left: -10, top: -10 }, true, true);
  }

  size() {
    return { width: Math.max(120, this.box.clientWidth), height: HEIGHT };
  }

  show(view, windows) {
    this.drawn = { times: windows.times, ...this.spec.draw(view, windows) };
    this.unit.textContent = [this.spec.unit, this.drawn.note].filter(Boolean).join(" · ");
    const shape = this.drawn.lines.map(line => `${line.name}\u0000${line.colour}`).join("\u0001");
    if (!this.plot || shape !== this.shape) {
      this.shape = shape;
      this.rebuild();
    } else {
      this.plot.setData(this.data());
      this.values();
    }
  }

  data() {
    return [this.drawn.times, ...this.drawn.lines.map(line => line.values)];
  }

  rebuild() {
    if (!this.drawn) return;
    this.plot?.destroy();
    this.plot = new uPlot(this.options(), this.data(), this.box);
    this.values();
  }

  options() {
    const quiet = colour("quiet");
    const grid = { stroke: colour("rule"), width: 1 };
    const font = "11px " + getComputedStyle(document.body).fontFamily;
    const axis = { stroke: quiet, grid, font, ticks: { show: false }, border: { show: false } };
    return {
      ...this.size(),
      legend: { show: false },
      padding: [8, 16, 0, 0],
      cursor: {
        sync: { key: SYNC },
        points: { size: 6 },
        drag: { setScale: false, x: true, y: false },
        focus: { prox: 16 },
      },
      focus: { alpha: 0.35 },
      scales: { x: { time: true }, y: { range: this.spec.range } },
      axes: [
        { ...axis, grid: { show: false }, size: 24, space: 64, incrs: BETWEEN_TIMES, values: times },
        { ...axis, size: 56, space: 32, values: (u, ticks) => ticks.map(tick => this.spec.format(tick)) },
      ],
      series: [{}, ...this.drawn.lines.map(line => this.series(line))],
      hooks: {
        setCursor: [() => this.values()],
        setSelect: [plot => this.select(plot)],
      },
    };
  }

  series(line) {
    const stroke = colour(line.colour);
    return {
      label: line.name,
      stroke: line.paths ? undefined : stroke,
      width: line.paths ? 0 : 1.75,
      dash: line.dash,
      fill: line.fill ? stroke.replace("rgb(", "rgba(").replace(")", `, ${line.fill})`) : undefined,
      paths: line.paths,
      spanGaps: true,
      points: { show: line.paths || line.fill ? false : few, size: 5, fill: stroke, stroke },
    };
  }

  /** Values under the cursor, or of the whole time. */
  values() {
    if (!this.drawn) return;
    const { times, lines } = this.drawn;
    const under = this.plot?.cursor.idx;
    const format = this.spec.exact ?? this.spec.format;
    const order = this.spec.stacked ? lines.toReversed() : lines;
    const all = order.map(line => {
      const value = under == null ? line.overall : (line.shown ?? line.values)[under];
      return { ...line, text: Number.isFinite(value) ? format(value) : "–" };
    });
    const time = under == null || times[under] == null ? "" : clock(1000 * times[under]);
    const said = [time, ...all.map(line => `${line.name} ${line.text}`)].filter(Boolean).join(", ");
    if (said === this.said) return;
    this.said = said;
    this.legend.replaceChildren(...(time ? [text("time", time)] : []), ...all.map(entry));
    this.box.setAttribute("aria-label", `${this.spec.title}, ${this.spec.unit}: ${said}`);
  }

  select(plot) {
    if (plot.select.width < 8) return;
    const from = plot.posToVal(plot.select.left, "x");
    const to = plot.posToVal(plot.select.left + plot.select.width, "x");
    plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
    change({ from: 1000 * from, to: 1000 * to });
  }

  key(event) {
    const step = { ArrowLeft: -1, ArrowRight: 1, Home: -Infinity, End: Infinity }[event.key];
    const scale = { "+": 0.5, "-": 2 }[event.key];
    if (!this.plot || event.ctrlKey || event.metaKey || !(step || scale)) return;
    event.preventDefault();
    if (step) this.move(step);
    else this.scale(scale);
  }

  move(step) {
    const last = this.drawn.times.length - 1;
    const latest = Math.max(...this.drawn.lines.map(line => line.values.findLastIndex(value => value != null)));
    const index = Math.min(last, Math.max(0, (this.plot.cursor.idx ?? latest + 1) + step));
    const left = this.plot.valToPos(this.drawn.times[index], "x");
    this.plot.setCursor({ left, top: this.plot.over.clientHeight / 2 }, true, true);
  }

  /** Less or more of the time, around the cursor. */
  scale(factor) {
    const { times } = this.drawn;
    const now = Date.now() / 1000;
    const centre = times[this.plot.cursor.idx] ?? times.at(-1);
    const half = Math.max(LEAST_SECONDS, factor * (times.at(-1) - times[0])) / 2;
    const to = Math.min(now, centre + half);
    change({ from: 1000 * (to - 2 * half), to: 1000 * to });
  }
}

function entry(line) {
  const item = document.createElement("span");
  const dot = document.createElement("i");
  dot.style.background = `var(--${line.colour})`;
  const name = text("bdi", line.name);
  name.title = line.name;
  item.append(dot, name, text("b", line.text));
  return item;
}

/** Single values would be invisible without points. */
function few(plot, index, from, to) {
  const values = plot.data[index].slice(from, to + 1);
  return values.filter(value => value != null).length <= 24;
}

function times(plot, ticks) {
  const span = plot.scales.x.max - plot.scales.x.min;
  const form =
    span > 172_800
      ? { weekday: "short", day: "numeric" }
      : { hour: "2-digit", minute: "2-digit", second: span < 1000 ? "2-digit" : undefined };
  return ticks.map(tick => new Date(1000 * tick).toLocaleString("en-GB", form));
}
