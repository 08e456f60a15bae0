// The windows of the server as a chart can show them: without the empty time before the first record,
// and joined until they can be told apart.

const LEAST = 30;
const MOST = 64;
const STRIDES = [1, 2, 5, 10, 15, 30, 60];

/**
 * @param view from the server
 * @param whole whether to keep empty time at the beginning
 * @return {times, lengths, all, lines}: begins in seconds, lengths in milliseconds, and the columns
 *   of the view with one value a window
 */
export function windows(view, whole) {
  const { from, step, all, lines } = view.chart;
  const first = whole ? 0 : begin(all.records);
  const stride = STRIDES.find(each => all.records.length - first <= each * MOST) ?? STRIDES.at(-1);
  const groups = grouped(first, all.records.length, from / step, stride);
  const joined = object =>
    Object.fromEntries(Object.entries(object).map(([key, value]) => [key, Array.isArray(value) ? groups.map(group => sum(value, group)) : value]));
  return {
    times: groups.map(group => (from + group.begin * step) / 1000),
    lengths: groups.map(group => (group.end - group.begin) * step),
    all: joined(all),
    lines: lines.largest.map(joined),
  };
}

/** A moment before the first record, but never just a few windows. */
function begin(records) {
  const first = records.findIndex(count => count > 0);
  return Math.max(0, Math.min(first - 2, records.length - LEAST));
}

/** Groups begin at multiples of the stride, so that they do not move while time passes. */
function grouped(first, count, number, stride) {
  const groups = [];
  for (let begin = first; begin < count; ) {
    const end = Math.min(count, begin + stride - ((number + begin) % stride));
    groups.push({ begin, end });
    begin = end;
  }
  return groups;
}

export function sum(values, { begin, end } = { begin: 0, end: values.length }) {
  let sum = 0;
  for (let i = begin; i < end; i++) sum += values[i];
  return sum;
}
