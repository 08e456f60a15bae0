// What somebody wants to see. It lives in the address, so that it can be shared and survives a reload.

export const RANGES = [
  { seconds: 300, name: "5 min" },
  { seconds: 3600, name: "1 h" },
  { seconds: 21_600, name: "6 h" },
  { seconds: 604_800, name: "7 d" },
];

const listeners = [];
export const state = read();

function read() {
  const query = new URLSearchParams(location.hash.slice(1));
  return {
    streams: new Set(query.getAll("stream")),
    model: query.get("model") ?? "",
    media: query.get("media") ?? "",
    key: query.get("key") ?? "",
    record: query.get("record") ?? "",
    last: Number(query.get("last")) || RANGES[0].seconds,
    from: Number(query.get("from")) || null,
    to: Number(query.get("to")) || null,
  };
}

/** The selection as the query of the server. */
export function query() {
  const query = new URLSearchParams();
  state.streams.forEach(stream => query.append("stream", stream));
  if (state.model) query.set("model", state.model);
  if (state.media) query.set("media", state.media);
  if (state.key) query.set("key", state.key);
  if (state.record) query.set("record", state.record);
  if (state.from) {
    query.set("from", Math.floor(state.from));
    query.set("to", Math.ceil(state.to));
  } else {
    query.set("last", state.last);
  }
  return query;
}

export function change(changes) {
  Object.assign(state, changes);
  history.replaceState(null, "", `#${query()}`);
  listeners.forEach(listener => listener());
}

export function toggleStream(name) {
  const streams = new Set(state.streams);
  if (!streams.delete(name)) streams.add(name);
  change({ streams });
}

export const onChange = listener => listeners.push(listener);

addEventListener("hashchange", () => change(read()));
