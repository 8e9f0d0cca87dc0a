import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from './articles.mjs';

const [tool, path] = process.argv.slice(2);
const input = load(path);
const folder = mkdtempSync(join(tmpdir(), 'diplomacy-peer-'));
// Twice: once over all, once over one article; the difference leaves out the start of the process and the loading of the
// models, which the peers' figures leave out too.
function run(file, output) {
  const start = performance.now();
  const prefix = existsSync('/usr/bin/time') ? ['/usr/bin/time', '-f', 'peak %M'] : [];
  const [command, ...args] = [...prefix, 'dotnet', tool, 'analyze', file, '-o', join(folder, output), '--threads', '1', '--all-languages', '--duplicates', 'off'];
  const done = spawnSync(command, args, { encoding: 'utf8' });
  if (done.status === null || done.status > 1) throw new Error(done.stderr);
  return { seconds: (performance.now() - start) / 1000, error: done.stderr };
}
const whole = run(path, 'claims.jsonl');
const summary = /([\d,]+) documents, ([\d,]+) claims, .* in ([\d.]+) s/.exec(whole.error);
const speakers = new Set(readFileSync(join(folder, 'claims.jsonl'), 'utf8').split('\n').filter(Boolean).map(l => JSON.parse(l).speaker_name)).size;
rmSync(folder, { recursive: true });
const peak = /peak (\d+)/.exec(whole.error);
console.log(JSON.stringify({
  system: 'diplomacy', version: '', seconds: Number(summary[3]), wholeSeconds: whole.seconds, words: input.words, bytes: input.bytes, memory: peak ? peak[1] * 1024 : 0,
  found: { claims: Number(summary[2].replaceAll(',', '')), speakers },
  does: 'file to claims: tokens, sentences, tags, parses, entities, quotations, speakers, acts, stance, codes; written as JSON Lines', doesNot: 'languages other than English'
}));
