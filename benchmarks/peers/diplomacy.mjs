import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from './articles.mjs';

// The command line: reads the file, writes the claims.
const [tool, path] = process.argv.slice(2);
const input = load(path);
const folder = mkdtempSync(join(tmpdir(), 'diplomacy-peer-'));

// CPU seconds and peak memory, read from /proc while it runs.
function run(file, output) {
  return new Promise((resolve, reject) => {
    let error = '', cpu = 0, memory = 0;
    const child = spawn(tool, ['analyze', file, '-o', join(folder, output), '--threads', '1', '--all-languages', '--duplicates', 'off'], { stdio: ['ignore', 'ignore', 'pipe'] });
    child.stderr.on('data', d => { error += d; });
    const timer = setInterval(() => {
      try {
        const stat = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1].split(' ');
        cpu = Math.max(cpu, (Number(stat[11]) + Number(stat[12])) / 100);
        memory = Math.max(memory, Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0) * 1024);
      } catch { /* it has just ended */ }
    }, 20);
    child.on('exit', code => {
      clearInterval(timer);
      return code > 1 ? reject(new Error(error)) : resolve({ cpu, memory, error });
    });
  });
}

// The articles once, and three times over: the difference leaves out the start of the process, the loading of the models and
// the compiler's work on the first texts, which the figures of the peers leave out too.
const times = 3;
const more = join(folder, 'more.jsonl');
writeFileSync(more, (input.texts.map(text => JSON.stringify({ text })).join('\n') + '\n').repeat(times));
const whole = await run(more, 'more-claims.jsonl');
const once = await run(path, 'claims.jsonl');
const claims = readFileSync(join(folder, 'claims.jsonl'), 'utf8').split('\n').filter(Boolean).map(l => JSON.parse(l));
rmSync(folder, { recursive: true });
console.log(JSON.stringify({
  system: 'diplomacy, file to file', version: '', seconds: (whole.cpu - once.cpu) / (times - 1), words: input.words, bytes: input.bytes, memory: whole.memory,
  found: { claims: claims.length, speakers: new Set(claims.map(c => c.speaker_name)).size },
  does: 'the same, read from JSON Lines and written as JSON Lines', doesNot: 'languages other than English'
}));
