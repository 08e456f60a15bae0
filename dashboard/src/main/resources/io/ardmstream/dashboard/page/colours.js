// A line keeps its colour for as long as it is drawn, whatever its rank.

const COLOURS = ["line1", "line2", "line3", "line4", "line5", "line6"];
const taken = new Map();

export function assignColours(names) {
  for (const name of taken.keys()) if (!names.includes(name)) taken.delete(name);
  for (const name of names) {
    if (!taken.has(name)) taken.set(name, COLOURS.find(colour => ![...taken.values()].includes(colour)));
  }
}

/** The colour of a line in the charts; undefined if it has none. */
export const colourOf = name => taken.get(name);
