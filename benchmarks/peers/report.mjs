import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';

const runs = readFileSync(process.argv[2], 'utf8').split('\n').filter(Boolean).map(l => JSON.parse(l));
const best = new Map();
for (const r of runs) if (!best.has(r.system) || r.seconds < best.get(r.system).seconds) best.set(r.system, r);
const base = best.get('wink-nlp');
const first = best.get('diplomacy, article to claims');
const file = best.get('diplomacy, file to file');
console.log(`${cpus()[0].model}, node ${process.version}; ${(first.bytes / 1e6).toFixed(2)} MB, ${first.words} words; best pass, one core, CPU seconds, start-up and the compiler's work left out\n`);
console.log('| system | MB/s | words/s | against wink-nlp | peak memory | found | does | does not |\n|---|---|---|---|---|---|---|---|');
for (const r of best.values()) {
  const found = Object.entries(r.found).map(([k, v]) => `${v} ${k}`).join(', ');
  console.log(`| ${r.system} ${r.version} | ${(r.bytes / 1e6 / r.seconds).toFixed(2)} | ${Math.round(r.words / r.seconds)} | ${(base.seconds / r.seconds).toFixed(2)} | ${r.memory ? (r.memory / 1e6).toFixed(0) + ' MB' : '-'} | ${found} | ${r.does} | ${r.doesNot} |`);
}
const megabytes = first.bytes / 1e6;
console.log(`\nA MB: ${(first.found.claims / megabytes).toFixed(1)} claims, ${(first.found.attributions / megabytes).toFixed(1)} attributions; the command line, which writes what quality is measured on, finds ${(file.found.claims / megabytes).toFixed(1)} claims`);
