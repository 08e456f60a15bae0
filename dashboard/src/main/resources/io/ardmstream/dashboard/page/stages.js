// Where a sample's bits go: one bar a stage, the most significant digit first.

import { fixed, percent } from "./format.js";
import { text } from "./text.js";

const box = document.querySelector("#stages > div");
let drawn = "";

export function showStages(view) {
  const models = view.chart.byModel.filter(each => each.totals.stageBits.length > 0);
  const shown = JSON.stringify(models);
  if (shown === drawn) return;
  drawn = shown;
  const most = Math.max(...models.flatMap(({ totals }) => totals.stageBits.map(bits => bits / totals.modelledSamples)));
  box.replaceChildren(...models.map(each => group(each, most)));
  if (models.length === 0) box.append(text("p", "No record of this selection was coded with a model.", "note"));
}

function group({ model, totals }, most) {
  const element = document.createElement("div");
  element.className = "model";
  element.style.flexGrow = totals.stageBits.length;
  const sum = totals.stageBits.reduce((a, b) => a + b, 0);
  const stages = totals.stageBits.map((bits, i) => ({ name: i + 1, bits: bits / totals.modelledSamples, share: bits / sum }));
  const bars = document.createElement("div");
  bars.className = "bars";
  bars.setAttribute("role", "img");
  bars.setAttribute("aria-label", `${model}: ${stages.map(said).join("; ")}`);
  bars.append(...stages.map(stage => bar(stage, most)));
  const loss = text("small", `coder's loss ${percent(totals.modelledBits / totals.idealBits - 1)}`);
  loss.title = "What the payloads take beyond the model's ideal bits";
  const name = text("h3", model);
  name.title = model;
  element.append(name, loss, bars);
  return element;
}

const said = ({ name, bits, share }) => `stage ${name}: ${fixed(bits, 3)} bits a sample, ${percent(share)}`;

function bar(stage, most) {
  const element = document.createElement("div");
  element.className = "stage";
  element.title = said(stage);
  const fill = document.createElement("i");
  // room for the number above the highest bar
  fill.style.height = `${(78 * stage.bits) / most}%`;
  element.append(text("b", fixed(stage.bits, 2)), fill, text("span", stage.name));
  return element;
}
