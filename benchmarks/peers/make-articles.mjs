// News of invented people; the same text each time. Speech and report are mixed so that a MB holds some 4,200 claims, as newspaper
// articles about politics do (measured on 1,000 of them); with "dense" as second argument more than twice as many.
const size = Number(process.argv[2] ?? 2e6);
const dense = process.argv[3] === 'dense';
let state = 12345;
const next = n => { state = (Math.imul(state, 1103515245) + 12345) >>> 0; return Math.floor(state / 4294967296 * n); };
const pick = a => a[next(a.length)];
const states = ['Norway', 'Kenya', 'Japan', 'Brazil', 'Poland', 'Egypt', 'Vietnam', 'Chile', 'the United States', 'China', 'Russia', 'India', 'Turkey'];
const people = ['Norwegian Foreign Minister Ingrid Solheim', 'Kenyan President Samuel Odhiambo', "Chile's ambassador Teresa Quiroga", 'Japanese Prime Minister Hiroko Kanda', 'a spokesman for the ministry', 'Amina Farouk, the finance minister of Egypt,'];
const actions = ['stop the attacks on civilian ships', 'return to the negotiating table', 'withdraw its forces from the border area', 'lift the tariffs on steel', 'release the detained journalists', 'open the crossing to aid convoys'];
const topics = ['the trade agreement', 'the border dispute', 'the new sanctions', 'the water treaty', 'the fishing quotas', 'the refugee camps'];
const deeds = ['The river rose by two metres after three days of rain.', 'Prices of wheat fell by 2.3 percent on the exchange.', 'The museum holds about 12,000 objects, most of them made of clay.', 'The bridge, which was built in 1931, connects the old town with the harbour.', 'Snow covered the higher villages until the end of April.'];
const towns = ['Varena', 'Tolmin', 'Kisumu', 'Sibiu', 'Arequipa', 'Hamar', 'Nakuru', 'Toledo', 'Mendoza', 'Kanazawa', 'Tampere', 'Zadar'];
const things = ['railway', 'harbour', 'hospital', 'market hall', 'power station', 'library', 'airport', 'dairy', 'textile mill', 'school'];
const goods = ['copper', 'coffee', 'cement', 'cotton', 'salmon', 'steel', 'timber', 'tea', 'fertiliser', 'natural gas'];
const months = ['January', 'March', 'April', 'June', 'August', 'October', 'December'];
const causes = ['after a week of heavy rain', 'as exports to neighbouring countries recovered', 'because two of its three turbines stood still', 'while the old building was being repaired', 'although wages had risen by less than prices'];
const reports = [
  () => `The ${pick(things)} in ${pick(towns)}, which was built in ${1880 + next(120)}, reopened in ${pick(months)} ${pick(causes)}.`,
  () => `Exports of ${pick(goods)} rose by ${1 + next(20)}.${next(10)} percent in the ${pick(['first', 'second', 'third'])} quarter, ${pick(causes)}.`,
  () => `About ${next(90) + 10},000 people live in ${pick(towns)}, a town of narrow streets between the river and the ${pick(things)}.`,
  () => `The road from ${pick(towns)} to ${pick(towns)} stayed closed for ${2 + next(9)} days ${pick(causes)}.`,
  () => `Shares of the largest producer of ${pick(goods)} fell to ${next(80) + 10}.${next(90) + 10} on Friday, their lowest price since ${pick(months)}.`,
  () => `A new ${pick(things)} and two bridges near ${pick(towns)} cost ${next(900) + 100} million euros, twice as much as the first plan had foreseen.`,
  () => `The harvest of ${pick(goods)} around ${pick(towns)} was the smallest in ${5 + next(40)} years, and many farmers sold their machines.`,
  () => `Trains between ${pick(towns)} and ${pick(towns)} ran late ${pick(causes)}, and hundreds of travellers spent the night in the ${pick(things)}.`,
];
const speech = [
  () => `${pick(people)} urged ${pick(states)} on Monday to ${pick(actions)}.`,
  () => `"We will not ${pick(actions)}," ${pick(people)} said, adding that ${pick(topics)} remained open.`,
  () => `${pick(people)} said ${pick(topics)} would be discussed with ${pick(states)} next week.`,
  () => `According to ${pick(people)}, ${pick(states)} has agreed to ${pick(actions)}.`,
  () => pick(deeds), () => pick(deeds), () => pick(deeds)];
const sentence = () => dense || next(100) < 52 ? pick(speech)() : pick(reports)();
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
