import winkNLP from 'wink-nlp';
import model from 'wink-eng-lite-web-model';
import { createRequire } from 'node:module';
import { cpuSeconds, load, report } from './articles.mjs';

const version = createRequire(import.meta.url)('wink-nlp/package.json').version;
const input = load(process.argv[2]);
// Sentences and tags only: the fastest it does.
const nlp = winkNLP(model, ['sbd', 'pos']);
const its = nlp.its;
for (const text of input.texts.slice(0, 200)) nlp.readDoc(text).tokens().out(its.pos);
const start = process.cpuUsage();
let tokens = 0, sentences = 0;
for (const text of input.texts) {
  const doc = nlp.readDoc(text);
  tokens += doc.tokens().out(its.pos).length;
  sentences += doc.sentences().length();
}
report('wink-nlp', version, input, cpuSeconds(start), { tokens, sentences }, 'tokens, sentences, part-of-speech tags', 'parses, quotations, speakers, claims');
