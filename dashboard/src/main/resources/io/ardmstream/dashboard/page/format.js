// Numbers as people read them; always with the same number of digits, so that nothing jumps.

const UNITS = ["B", "kB", "MB", "GB", "TB", "PB"];

export function bytes(n) {
  let unit = 0;
  let value = Math.abs(n);
  while (value >= 999.5 && unit < UNITS.length - 1) {
    value /= 1000;
    unit++;
  }
  const digits = unit === 0 || value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2;
  return `${n < 0 ? "−" : ""}${value.toFixed(digits)} ${UNITS[unit]}`;
}

export const count = n => Math.round(n).toLocaleString("en-US").replaceAll(",", "\u202f");
export const fixed = (n, digits) => (Number.isFinite(n) ? n.toFixed(digits) : "–");
export const percent = share => (Number.isFinite(share) ? `${(100 * share).toFixed(1)} %`.replace("-", "−") : "–");

export function millis(n) {
  return n < 1000 ? `${n.toFixed(n < 10 ? 1 : 0)} ms` : `${(n / 1000).toFixed(n < 10_000 ? 2 : 1)} s`;
}

export function ago(from, now) {
  const seconds = Math.max(0, Math.round((now - from) / 1000));
  if (seconds < 100) return `${seconds} s`;
  if (seconds < 6000) return `${Math.round(seconds / 60)} min`;
  if (seconds < 172_800) return `${Math.round(seconds / 3600)} h`;
  return `${Math.round(seconds / 86_400)} d`;
}

export const clock = time => new Date(time).toLocaleTimeString("en-GB");

export const ratio = t => (t.encodedBytes ? t.rawBytes / t.encodedBytes : NaN);
export const bitsPerDimension = t => (t.samples ? (8 * t.encodedBytes) / t.samples : NaN);

export function shapeOf(record) {
  if (record.media === "IMAGE") return `${record.width}×${record.height}×${record.channels}, ${record.bitDepth} bit`;
  if (record.media === "AUDIO") return `${count(record.width)} frames, ${record.channels} ch, ${record.bitDepth} bit`;
  return record.format.toLowerCase();
}

export function modesOf(record) {
  return Object.entries(record.blocks)
    .filter(([, blocks]) => blocks > 0)
    .map(([mode, blocks]) => `${blocks} ${mode === "ardm" ? "model" : mode}`)
    .join(", ");
}
