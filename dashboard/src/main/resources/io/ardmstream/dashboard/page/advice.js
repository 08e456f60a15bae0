// What setting would make the selection smaller or faster: what these figures say, and nothing that they do not.

import { count, percent } from "./format.js";

const ENOUGH = 8;
const TINY = 64;

/** Sentences, the one that matters most first. */
export function advice(view) {
  const models = view.chart.byModel;
  const sum = field => models.reduce((all, each) => all + each.totals[field], 0);
  const records = sum("records");
  if (records < ENOUGH) return [];
  const shareOf = wanted => models.filter(each => wanted(each.model)).reduce((all, each) => all + each.totals.rawBytes, 0) / sum("rawBytes");
  const newest = view.records.newest;
  return [
    view.topics.waiting > records && `The job is ${count(view.topics.waiting)} records behind: more job.parallelism up to the partitions of the input, or codec.image-model and codec.audio-model: turbo.`,
    sum("fallbackRecords") > records / 2 && `${percent(sum("fallbackRecords") / records)} of the records are smaller without their model: choose another, or train one on them.`,
    frames(newest) && sum("leaningSavedBytes") === 0 && "Pictures of one size, and none leans on another: if they are of one camera, raise group.records, bundle.delay or bundle.bytes.",
    newest.length >= ENOUGH && newest.every(each => each.media === "OPAQUE") && "These records are kept as the bytes they are: raw samples take input.raw-descriptor.",
    shareOf(name => name === "") > 0.5 && newest.some(each => each.media !== "OPAQUE") && "Most bytes are coded without a model: codec.image-model or codec.audio-model may be none or turbo.",
    shareOf(name => name.startsWith("image-fast")) > 0.5 && "codec.image-model: image-best takes 1 to 4 % less, in seven times the time.",
    shareOf(name => name.startsWith("audio-fast")) > 0.5 && "codec.audio-model: audio-best takes up to 0.7 % less, in twice the time.",
  ].filter(Boolean).slice(0, 2);
}

/** Whether the latest records are pictures of one stream and one size. */
function frames(newest) {
  const [first] = newest;
  return newest.length >= ENOUGH && first.media === "IMAGE" && Math.max(first.width, first.height) > TINY
    && newest.every(each => ["stream", "media", "width", "height", "channels"].every(field => each[field] === first[field]));
}
