// One chart: a title, the values under the cursor, and a canvas by uPlot.

import { colour, onTheme } from "./theme.js";
import { change } from "./state.js";
import { clock } from "./format.js";

const HEIGHT = 168;
const SYNC = "time";

export class Chart {
  /**
   * @param parent where it goes
   * @param spec title, unit, format(value), exact?(value), range, stacked?, draw(view)
   *   giving {times, lines: [{name, colour, values, shown?, fill?, paths?}]}
   */
  constructor(parent, spec) {
    this.spec = spec;
    this.element = document.createElement("article");
    this.element.innerHTML = `<h2></h2><p class="legend"></p><div class="canvas" tabindex="0" role="img"></div>`;
    this.element.dataset.chart = spec.name;
    const title = this.element.querySelector("h2");
    title.textContent = spec.title;
    const unit = document.createElement("small");
    unit.textContent = spec.unit;
    title.append(" ", unit);
    this.legend = this.element.querySelector(".legend");
    this.box = this.element.querySelector(".canvas");
    this.box.addEventListener("keydown", event => this.key(event));
    this.box.addEventListener("blur", () => this.plot?.setCursor({ left: -10, top: -10 }));
    parent.append(this.element);
    new ResizeObserver(() => this.plot?.setSize(this.size())).observe(this.box);
    onTheme(() => this.rebuild());
  }

  size() {
    return { width: Math.max(120, this.box.clientWidth), height: HEIGHT };
  }

  show(view) {
    this.drawn = this.spec.draw(view);
    const shape = this.drawn.lines.map(line => `${line.name}\u0000${line.colour}`).join("\u0001");
    if (!this.plot || shape !== this.shape) {
      this.shape = shape;
      this.rebuild();
    } else {
      this.plot.setData(this.data());
    }
    this.values();
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
      padding: [8, 4, 0, 0],
      cursor: {
        sync: { key: SYNC },
        points: { size: 6 },
        drag: { setScale: false, x: true, y: false },
        focus: { prox: 16 },
      },
      focus: { alpha: 0.35 },
      scales: { x: { time: true }, y: { range: this.spec.range } },
      axes: [
        { ...axis, grid: { show: false }, size: 24, space: 70, values: times },
        { ...axis, size: 52, space: 32, values: (u, ticks) => ticks.map(tick => this.spec.format(tick)) },
      ],
      series: [{}, ...this.drawn.lines.map(line => this.series(line))],
      hooks: {
        setCursor: [() => this.values()],
        setSelect: [plot => this.zoom(plot)],
      },
    };
  }

  series(line) {
    const stroke = colour(line.colour);
    return {
      label: line.name,
      stroke: line.paths ? undefined : stroke,
      width: line.paths ? 0 : 1.75,
      fill: line.fill ? stroke.replace("rgb(", "rgba(").replace(")", `, ${line.fill})`) : undefined,
      paths: line.paths,
      spanGaps: true,
      points: { show: line.paths ? false : few, size: 5, fill: stroke, stroke },
    };
  }

  /** Values under the cursor, or the latest. */
  values() {
    if (!this.drawn) return;
    const { times, lines } = this.drawn;
    const under = this.plot?.cursor.idx;
    const legend = document.createDocumentFragment();
    if (under != null && times[under] != null) {
      const at = document.createElement("time");
      at.textContent = clock(1000 * times[under]);
      legend.append(at);
    }
    const order = this.spec.stacked ? lines.toReversed() : lines;
    for (const line of order) {
      const shown = line.shown ?? line.values;
      const index = under ?? shown.findLastIndex(value => value != null);
      const item = document.createElement("span");
      const dot = document.createElement("i");
      dot.style.background = `var(--${line.colour})`;
      const value = document.createElement("b");
      value.textContent = shown[index] == null ? "–" : (this.spec.exact ?? this.spec.format)(shown[index]);
      item.append(dot, `${line.name} `, value);
      legend.append(item);
    }
    this.legend.replaceChildren(legend);
    this.box.setAttribute("aria-label", `${this.spec.title}. ${this.legend.innerText.replaceAll("\n", ", ")}`);
  }

  zoom(plot) {
    if (plot.select.width < 8) return;
    const from = plot.posToVal(plot.select.left, "x");
    const to = plot.posToVal(plot.select.left + plot.select.width, "x");
    plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
    change({ from: 1000 * from, to: 1000 * to });
  }

  key(event) {
    const step = { ArrowLeft: -1, ArrowRight: 1, Home: -Infinity, End: Infinity }[event.key];
    if (!step || !this.plot) return;
    event.preventDefault();
    const last = this.drawn.times.length - 1;
    const index = Math.min(last, Math.max(0, (this.plot.cursor.idx ?? last) + step));
    const left = this.plot.valToPos(this.drawn.times[index], "x");
    this.plot.setCursor({ left, top: this.plot.over.clientHeight / 2 });
  }
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
