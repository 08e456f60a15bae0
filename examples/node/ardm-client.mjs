// Reads and writes encoded records with `ardm serve`, which has to run on this machine.
//
//   node ardm-client.mjs encode heron.png heron.png.ardm
//   node ardm-client.mjs decode heron.png.ardm heron.png
//
// `decode` takes the value of a record of an encoded topic as well, as any Kafka client hands it out.
import { readFile, writeFile } from "node:fs/promises";

/** The bytes that the server makes of these; an Error with the reason if it cannot. */
export async function call(what, body, server = "http://127.0.0.1:8643") {
  const answer = await fetch(`${server}/${what}`, { method: "POST", body });
  if (!answer.ok) throw new Error((await answer.json()).error);
  return Buffer.from(await answer.arrayBuffer());
}

const [what, source, target, ...server] = process.argv.slice(2);
if (!target) throw new Error("Usage: node ardm-client.mjs encode|decode SOURCE TARGET [SERVER]");
await writeFile(target, await call(what, await readFile(source), ...server));
