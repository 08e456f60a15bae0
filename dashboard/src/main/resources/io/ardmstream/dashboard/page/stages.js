// Where a sample's bits go: one bar a stage, the most significant digit first.

import { fixed, percent } from "./format.js";

const box = document.querySelector("#stages > div");

export function showStages(view) {
  const models = view.chart.byModel.filter(each => each.totals.stageBits.length > 0);
  const most = Math.max(...models.flatMap(({ totals }) => totals.stageBits.map(bits => bits / totals.modelledSamples)));
  box.replaceChildren(...models.map(each => group(each, most)));
  if (models.length === 0) {
    const none = document.createElement("p");
    none.className = "note";
    none.textContent = "No record of this selection was coded with a model.";
    box.append(none);
  }
}

function group({ model, totals }, most) {
  const element = document.createElement("div");
  element.className = "stagegroup";
  const title = document.createElement("h3");
  const overhead = totals.modelledBits / totals.idealBits - 1;
  title.append(model);
  const note = document.createElement("small");
  note.textContent = `coder's loss ${percent(overhead)}`;
  note.title = "What the payloads take beyond the model's ideal bits";
  title.append(note);
  const sum = totals.stageBits.reduce((a, b) => a + b, 0);
  element.append(title, ...totals.stageBits.map((bits, stage) => bar(stage, bits / totals.modelledSamples, bits / sum, most)));
  return element;
}

function bar(stage, bits, share, most) {
  const element = document.createElement("div");
  element.className = "stage";
  const track = document.createElement("span");
  const fill = document.createElement("i");
  fill.style.width = `${(100 * bits) / most}%`;
  track.append(fill);
  const name = document.createElement("span");
  name.textContent = `stage ${stage + 1}`;
  const value = document.createElement("b");
  value.textContent = fixed(bits, 3);
  const part = document.createElement("em");
  part.textContent = percent(share);
  element.append(name, track, value, part);
  return element;
}
