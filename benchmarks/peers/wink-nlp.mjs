import winkNLP from 'wink-nlp';
import model from 'wink-eng-lite-web-model';
import { createRequire } from 'node:module';
import { cpuSeconds, load, report } from './articles.mjs';

const version = createRequire(import.meta.url)('wink-nlp/package.json').version;
const input = load(process.argv[2]);
// Sentences and tags only: the fastest it does.
const nlp = winkNLP(model, ['sbd', 'pos']);
const its = nlp.its;
// The same text several times over; the best pass counts, so that the compiler's work is left out.
let best = Infinity, tokens, sentences;
for (let pass = 0; pass < Number(process.argv[3] ?? 5); pass++) {
  const start = process.cpuUsage();
  tokens = 0, sentences = 0;
  for (const text of input.texts) {
    const doc = nlp.readDoc(text);
    tokens += doc.tokens().out(its.pos).length;
    sentences += doc.sentences().length();
  }
  best = Math.min(best, cpuSeconds(start));
}
report('wink-nlp', version, input, best, { tokens, sentences }, 'tokens, sentences, part-of-speech tags', 'parses, quotations, speakers, claims');
