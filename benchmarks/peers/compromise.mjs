import nlp from 'compromise';
import { createRequire } from 'node:module';
import { cpuSeconds, load, report } from './articles.mjs';

const version = nlp.version ?? createRequire(import.meta.url)('compromise').version;
const input = load(process.argv[2]);
for (const text of input.texts.slice(0, 50)) nlp(text).json({ offset: false });
const start = process.cpuUsage();
let tokens = 0, sentences = 0, quotations = 0;
for (const text of input.texts) {
  const doc = nlp(text);
  sentences += doc.length;
  tokens += doc.termList().length;
  quotations += doc.quotations().length;
}
report('compromise', version, input, cpuSeconds(start), { tokens, sentences, quotations }, 'tokens, sentences, part-of-speech tags, texts in quotation marks', 'parses, speakers, claims');
