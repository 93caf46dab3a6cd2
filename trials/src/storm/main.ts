import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { environmentOf } from '../bench/opponents.js';
import { eachOf } from '../each-of.js';
import { keepFigures } from '../figures.js';
import { quantile } from '../quantile.js';
import { indicatorCodes } from '../quarter/seed.js';
import { openWorld } from '../story/open-world.js';
import { TrialPlatform, withoutLimits } from '../trial-platform.js';
import { County } from './counties.js';
import { Ledger } from './ledger.js';
import { arrivals, rushMs } from './plan.js';
import { disturbances, Schools, type Visit } from './schools.js';
import { setUp } from './stage.js';

/**
 * The last hour of a quarter: schools submit, half of them in its last five minutes, while counties approve. By default a few schools and
 * seconds, which proves that nothing is lost and nothing counted twice; `--full` are the 10,000 that the figures are promised for.
 */
const { values } = parseArgs({
  options: { full: { type: 'boolean', default: false }, keep: { type: 'boolean', default: false }, minutes: { type: 'string' } },
});
const size = values.full ? { counties: 20, schools: 500, idle: 15, late: 3 } : { counties: 4, schools: 40, idle: 6, late: 2 };
const minutes = Number(values.minutes ?? (values.full ? 15 : 0.4));
const hourMs = minutes * 60_000;
/** p99 of a submission in the storm over an idle submission of the same run. */
const gate = 20;

const failures: string[] = [];
const check = (holds: boolean, what: string) => {
  console.log(`${holds ? '✓' : '✗'} ${what}`);
  if (!holds) failures.push(what);
};

const platform = await TrialPlatform.start('storm', withoutLimits);
const database = new pg.Client(environmentOf(platform, 'reporting')['LIANXUE_DATABASE_URL']);
try {
  await database.connect();
  const world = await openWorld({ home: platform.home, say: () => undefined });
  const { period, counties, programs, idle, storm, late, ...stage } = await setUp(world, database, size);
  console.log(`${storm.length} schools in ${size.counties} counties, ${indicatorCodes.length} indicators, an hour in ${minutes} minutes`);
  const schools = new Schools(world.origin, programs);
  const benches = (await eachOf(counties, 2, (county) => world.as('countyReviewer', county))).map(
    (reviewer) => new County(reviewer, period),
  );

  // Before the hour, one after the other; the first third warms up.
  const alone: Visit[] = [];
  for (const school of idle) alone.push(await schools.visit(school, { disturb: false }));
  for (const bench of benches) await bench.sit();

  // The hour. Counties sit every minute of it, but for one that comes when it is over and finds everything waiting.
  const from = performance.now() + 1000;
  await stage.closeSchoolsAt(new Date(Date.now() + 1000 + hourMs));
  const sitting = Promise.all(benches.slice(1).map((bench) => bench.sitUntil(from + hourMs, hourMs / 60)));
  const visits = await schools.arrive(storm, arrivals(storm.length, hourMs), from);
  const answeredMs = performance.now() - from;
  await sitting;
  await sleep(Math.max(0, from + hourMs + 50 - performance.now()));
  const tooLate = await eachOf(late, 8, (school) => schools.visit(school, { disturb: false }));

  const [last] = benches;
  const waiting = (await last!.waiting(10)).slice(0, 500);
  const began = performance.now();
  const decided = waiting.length > 0 ? await last!.approve(waiting) : 0;
  const bulkMs = performance.now() - began;
  check(decided > 0 && decided === waiting.length, `a county that came last approved ${decided} by one call`);
  for (const bench of benches) await bench.sit();

  const every = [...alone, ...visits, ...tooLate];
  const accepted = new Set(every.filter(({ answers }) => answers.includes(undefined)).map(({ submission }) => submission));
  const refused = tallied([
    ...every.flatMap(({ answers }) => answers.filter((code) => code !== undefined)),
    ...benches.flatMap(({ met }) => met.refusals),
  ]);
  const accidents = [...every.flatMap((visit) => visit.accidents), ...benches.flatMap(({ met }) => met.accidents)];
  check(accidents.length === 0, `every refusal is coded: ${JSON.stringify(refused)} ${accidents.slice(0, 3).join('; ')}`);
  check(
    every.every(({ answers }) => answers.filter((code) => code === undefined).length <= 1),
    'no school was told twice that it submitted',
  );
  check(
    tooLate.every(({ answers }) => answers.length === 1 && answers[0] === 'period.closed'),
    `${tooLate.length} who came after the hour are refused with period.closed`,
  );
  const ledger = new Ledger(database, period);
  const handedIn = await ledger.handedIn();
  const rows = [...handedIn.values()];
  check(
    accepted.size === handedIn.size && [...accepted].every((id) => handedIn.has(id)),
    `what was submitted are the ${accepted.size} that were told so, none lost and none besides`,
  );
  check(
    rows.every(({ steps, facts }) => steps === 1 && facts === 1),
    'each is once in its trail and once in the feed',
  );
  check((await ledger.drafts()) === every.length - accepted.size, `the ${every.length - accepted.size} that were refused are drafts still`);
  check(rows.every(({ status }) => status === 'approved') && (await ledger.miscounted()) === 0, 'each is approved, and counted once');
  const kept = await ledger.summary();
  await stage.recount();
  check((await ledger.summary()) === kept, 'the roll-up equals a recount to the last digit');

  const idleMs = alone.slice(Math.floor(alone.length / 3)).map(({ ms }) => ms);
  const undisturbed = visits.filter(({ submission, isDisturbed }) => !isDisturbed && accepted.has(submission)).map(({ ms }) => ms);
  const ratio = quantile(undisturbed, 0.99) / quantile(idleMs, 0.5);
  const what = `p99 of a submission in the storm is ${ratio.toFixed(1)} × an idle one`;
  if (values.full) check(ratio <= gate, what);
  else console.log(`· ${what}`);
  const round = (figure: number) => Number(figure.toFixed(1));
  const figures = {
    schools: storm.length,
    counties: size.counties,
    indicators: indicatorCodes.length,
    hourPlayedInMinutes: minutes,
    arrivalsPerSecond: round(storm.length / 2 / ((hourMs - rushMs(hourMs)) / 1000)),
    arrivalsPerSecondInTheRush: round(storm.length / 2 / (rushMs(hourMs) / 1000)),
    lastAnswerAfterTheHourMs: round(Math.max(0, answeredMs - hourMs)),
    disturbed: { percent: disturbances, visits: visits.filter(({ isDisturbed }) => isDisturbed).length },
    accepted: accepted.size,
    refused,
    idle: { submissions: idleMs.length, p50Ms: round(quantile(idleMs, 0.5)), p99Ms: round(quantile(idleMs, 0.99)) },
    storm: {
      p50Ms: round(quantile(undisturbed, 0.5)),
      p95Ms: round(quantile(undisturbed, 0.95)),
      p99Ms: round(quantile(undisturbed, 0.99)),
    },
    ratio: round(ratio),
    bulk: { submissions: decided, ms: round(bulkMs), msEach: Number((bulkMs / decided).toFixed(2)) },
    gate,
  };
  console.log(JSON.stringify(figures));
  if (values.full && values.keep) keepFigures('storm', figures);
} finally {
  await database.end();
  await platform.stop();
}
console.log(failures.length > 0 ? `missed: ${failures.join('; ')}` : 'held');
process.exit(failures.length > 0 ? 1 : 0);

function tallied(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}
