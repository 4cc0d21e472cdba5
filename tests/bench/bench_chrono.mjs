// node bench_chrono.mjs TEXT.jsonl [RUNS]: the speed of chrono-node on the same records as bench_times, in the same form.
import { readFileSync } from 'node:fs';
import * as chrono from 'chrono-node';

const records = readFileSync(process.argv[2], 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line));
const runs = Number(process.argv[3] ?? 5);
const bytes = records.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
const words = records.reduce((sum, { text }) => sum + text.split(/\s+/).filter(Boolean).length, 0);
for (let run = 0; run <= runs; ++run) {
  const start = process.cpuUsage();
  let found = 0;
  for (const { text, dct } of records) found += chrono.parse(text, dct ? new Date(dct) : undefined).length;
  const { user, system } = process.cpuUsage(start);
  if (run > 0) console.log(`chrono-node,${run},${(user + system) / 1e6},${bytes},${words},${found}`);
}
