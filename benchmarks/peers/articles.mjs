import { readFileSync } from 'node:fs';

// Texts of a JSON Lines file, their words (runs of letters and digits) and bytes.
export function load(path) {
  const texts = readFileSync(path, 'utf8').split('\n').filter(Boolean).map(l => JSON.parse(l)).map(o => o.text ?? o.body ?? o.content ?? '').filter(Boolean);
  let words = 0, bytes = 0;
  for (const t of texts) {
    words += (t.match(/[\p{L}\p{N}]+/gu) ?? []).length;
    bytes += Buffer.byteLength(t);
  }
  return { texts, words, bytes };
}

export function report(system, version, input, seconds, found, does, doesNot) {
  console.log(JSON.stringify({ system, version, seconds, words: input.words, bytes: input.bytes, memory: process.resourceUsage().maxRSS * 1024, found, does, doesNot }));
}

// CPU seconds, not the clock's: on one core of a quiet machine they are the same, and on a busy one they still compare.
export function cpuSeconds(start) {
  const used = process.cpuUsage(start);
  return (used.user + used.system) / 1e6;
}
