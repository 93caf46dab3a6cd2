import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { environmentOf } from '../bench/opponents.js';
import { keepFigures } from '../figures.js';
import { openWorld } from '../story/open-world.js';
import type { Answer, Api, World } from '../story/world.js';
import { TrialPlatform, withoutLimits } from '../trial-platform.js';
import { seed, wholeReadings } from './seed.js';

/** A province: 40,000 organisations and 1,000,000 people. `--quick` only proves that the trial itself works. */
const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false }, keep: { type: 'boolean', default: false } } });
const size = values.quick
  ? { counties: 4, schoolsPerCounty: 10, pupilsPerSchool: 5 }
  : { counties: 120, schoolsPerCounty: 333, pupilsPerSchool: 26 };
const rounds = values.quick ? 5 : 200;

/** p95 of a list or a search over p95 of a read by primary key, in the same run. */
const gate = 20;

const p95 = (times: readonly number[]) => [...times].sort((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1]!;

const platform = await TrialPlatform.start('scale', withoutLimits);
let failed: boolean;
try {
  const world: World = await openWorld({ home: platform.home, say: () => undefined });
  const databaseUrl = environmentOf(platform, 'identity')['LIANXUE_DATABASE_URL']!;
  const began = Date.now();
  const { county, school, name, organisations, people } = await seed(databaseUrl, world.city.id, size);
  console.log(`${organisations} organisations and ${people} people, written in ${((Date.now() - began) / 1000).toFixed(0)} s`);
  const city = await world.as('systemAdmin', world.city);
  const local = await world.as('systemAdmin', { id: county, name: 'county' });
  const piece = name.slice(-2);
  const known = await city.post('/people', {
    ...{ organisation: school, name, idType: '1', idNumber: '11010519491231002X' },
    posts: [{ role: 'pupil', organisation: school }],
  });
  world.check(known.status === 201, 'a pupil with an identity number', known.body);

  const questions: readonly [string, Api, (api: Api) => Promise<Answer>][] = [
    ['primary key', city, (api) => api.get(`/organisations/${school}`)],
    ['what lies below a county', city, (api) => api.get('/organisations', { query: { below: county } })],
    ['all organisations in reach of a county', local, (api) => api.get('/organisations')],
    ['organisations by a frequent piece, city', city, (api) => api.get('/organisations', { query: { name: '中心' } })],
    ['organisations by a frequent piece, county', local, (api) => api.get('/organisations', { query: { name: '中心' } })],
    ['organisations by a rare piece', city, (api) => api.get('/organisations', { query: { name: '第17中' } })],
    ['organisations by an absent piece', city, (api) => api.get('/organisations', { query: { name: '蓬莱' } })],
    ['the people of a school', local, (api) => api.get(`/organisations/${school}/people`)],
    ['people by a piece of the name, city', city, (api) => api.post('/people/search', { name: piece })],
    ['people by a piece of the name, county', local, (api) => api.post('/people/search', { name: piece })],
    ['people by the whole name', city, (api) => api.post('/people/search', { name })],
    ['people by an absent piece', city, (api) => api.post('/people/search', { name: '鑫淼' })],
    ['a person by a hashed identity number', city, (api) => api.post('/people/search', { idNumber: '11010519491231002X' })],
    ['nobody by a hashed identity number', city, (api) => api.post('/people/search', { idNumber: '110105194912310038' })],
  ];
  for (const [what, api, ask] of questions) {
    const { status, body } = await ask(api);
    world.check(status === 200, what, body);
    if (what.includes('hashed')) world.check(body.items.length === (what.startsWith('nobody') ? 0 : 1), what, body);
  }
  await sleep(values.quick ? 0 : 3000);
  const before = await wholeReadings(databaseUrl);
  const times = questions.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, [, api, ask]] of questions.entries()) {
      const from = performance.now();
      const { status } = await ask(api);
      times[index]!.push(performance.now() - from);
      if (status !== 200) throw new Error(`${questions[index]![0]}: ${status}`);
    }
  }
  await sleep(values.quick ? 0 : 3000);
  const after = await wholeReadings(databaseUrl);
  const whole = Object.fromEntries(Object.entries(after).map(([table, scans]) => [table, scans - (before[table] ?? 0)]));
  const base = p95(times[0]!);
  const figures = questions.map(([what], index) => ({ what, p95Ms: p95(times[index]!), ratio: p95(times[index]!) / base }));
  for (const { what, p95Ms, ratio } of figures)
    console.log(`${ratio.toFixed(1).padStart(6)} ×  ${p95Ms.toFixed(1).padStart(6)} ms  ${what}`);
  console.log(`tables read whole during ${rounds * questions.length} questions: ${JSON.stringify(whole)}`);
  // In a small directory reading a table whole is the shortest way, and no figure means anything.
  failed = !values.quick && (figures.some(({ ratio }) => ratio > gate) || Object.values(whole).some((scans) => scans > rounds));
  if (values.keep) keepFigures('scale', { organisations, people, rounds, gate, figures, whole });
  console.log(failed ? 'missed' : 'held');
} finally {
  await platform.stop();
}
process.exit(failed ? 1 : 0);
