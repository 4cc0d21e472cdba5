// node bench_wink.mjs TEXT.jsonl [RUNS]: the speed of wink-nlp with its English web model (sentences, tokens, tags, names; no trees) on the
// records of bench_annotate, in the same form. Run it where `npm install wink-nlp wink-eng-lite-web-model` has been run.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(`${process.cwd()}/`);
const wink = require('wink-nlp')(require('wink-eng-lite-web-model'));
const records = readFileSync(process.argv[2], 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line));
const runs = Number(process.argv[3] ?? 3);
const bytes = records.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
const words = records.reduce((sum, { text }) => sum + text.split(/\s+/).filter(Boolean).length, 0);
for (let run = 0; run <= runs; ++run) { // the first is the warm-up
  const [cpu, wall] = [process.cpuUsage(), performance.now()];
  let tokens = 0;
  for (const { text } of records) {
    const document = wink.readDoc(text);
    tokens += document.tokens().length();
    document.tokens().out(wink.its.pos);
    document.entities().out(wink.its.type);
  }
  const { user, system } = process.cpuUsage(cpu);
  if (run > 0) console.log(`wink-nlp,${run},1,${(user + system) / 1e6},${(performance.now() - wall) / 1e3},${bytes},${words},${tokens}`);
}
