// News of invented people in the mixture of speech and report that newspapers have; the same text each time.
const size = Number(process.argv[2] ?? 2e6);
let state = 12345;
const next = n => { state = (Math.imul(state, 1103515245) + 12345) >>> 0; return Math.floor(state / 4294967296 * n); };
const pick = a => a[next(a.length)];
const states = ['Norway', 'Kenya', 'Japan', 'Brazil', 'Poland', 'Egypt', 'Vietnam', 'Chile', 'the United States', 'China', 'Russia', 'India', 'Turkey'];
const people = ['Norwegian Foreign Minister Ingrid Solheim', 'Kenyan President Samuel Odhiambo', "Chile's ambassador Teresa Quiroga", 'Japanese Prime Minister Hiroko Kanda', 'a spokesman for the ministry', 'Amina Farouk, the finance minister of Egypt,'];
const actions = ['stop the attacks on civilian ships', 'return to the negotiating table', 'withdraw its forces from the border area', 'lift the tariffs on steel', 'release the detained journalists', 'open the crossing to aid convoys'];
const topics = ['the trade agreement', 'the border dispute', 'the new sanctions', 'the water treaty', 'the fishing quotas', 'the refugee camps'];
const deeds = ['The river rose by two metres after three days of rain.', 'Prices of wheat fell by 2.3 percent on the exchange.', 'The museum holds about 12,000 objects, most of them made of clay.', 'The bridge, which was built in 1931, connects the old town with the harbour.', 'Snow covered the higher villages until the end of April.'];
const sentence = () => pick([
  () => `${pick(people)} urged ${pick(states)} on Monday to ${pick(actions)}.`,
  () => `"We will not ${pick(actions)}," ${pick(people)} said, adding that ${pick(topics)} remained open.`,
  () => `${pick(people)} said ${pick(topics)} would be discussed with ${pick(states)} next week.`,
  () => `According to ${pick(people)}, ${pick(states)} has agreed to ${pick(actions)}.`,
  () => pick(deeds), () => pick(deeds), () => pick(deeds)])();
let written = 0;
for (let i = 0; written < size; i++) {
  let text = '';
  const length = 1500 + next(4000);
  while (text.length < length) {
    for (let s = 1 + next(3); s > 0; s--) text += sentence().replace(/^./, c => c.toUpperCase()) + ' ';
    text = text.trimEnd() + '\n\n';
  }
  written += text.length;
  console.log(JSON.stringify({ id: `n${i}`, date: '2025-05-14', text: text.trimEnd() }));
}
