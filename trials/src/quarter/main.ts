import { parseArgs } from 'node:util';
import pg from 'pg';
import { environmentOf } from '../bench/opponents.js';
import { keepFigures } from '../figures.js';
import { openWorld } from '../story/open-world.js';
import { quantile } from '../quantile.js';
import type { Api, World } from '../story/world.js';
import { TrialPlatform, withoutLimits } from '../trial-platform.js';
import { dataSetOf, ok, quarterEnding } from './province.js';
import { indicatorCodes, seed } from './seed.js';

/** By default a small province, which proves that everything works; `--full` is the one the figures are promised for. */
const { values } = parseArgs({ options: { full: { type: 'boolean', default: false }, keep: { type: 'boolean', default: false } } });
const size = values.full ? { counties: 100, schools: 10_000, quarters: 12 } : { counties: 4, schools: 400, quarters: 3 };
const rounds = values.full ? 40 : 5;
/** Of the approving county, those whose last quarter still waits for it. */
const waitingSchools = 60;

/** What must be reached; in a small province nothing takes long enough to be judged. */
const gates = { summaryFaster: 10, changeOfRebuild: 1 / 50, boardOfPrimaryKey: 20 };

const failures: string[] = [];
const check = (holds: boolean, what: string) => {
  console.log(`${holds ? '✓' : '✗'} ${what}`);
  if (!holds) failures.push(what);
};
const judge = (holds: boolean, what: string) => (values.full ? check(holds, what) : console.log(`· ${what}`));

async function timed(times: number, work: (round: number) => Promise<unknown>): Promise<number[]> {
  const taken: number[] = [];
  for (let round = 0; round < times; round++) {
    const from = performance.now();
    await work(round);
    taken.push(performance.now() - from);
  }
  return taken;
}

const platform = await TrialPlatform.start('quarter', withoutLimits);
const database = new pg.Client(environmentOf(platform, 'reporting')['LIANXUE_DATABASE_URL']);
try {
  const world: World = await openWorld({ home: platform.home, say: () => undefined });
  const city = await world.as('cityReviewer', world.city);
  const county = await world.as('countyReviewer', world.counties[0]);
  const administrator = await world.as('systemAdmin', world.city);
  const dataSet = await ok(city.post('/data-sets', dataSetOf(world, 'quarter')));
  const periods: string[] = [];
  for (let quarter = 0; quarter < size.quarters; quarter++) {
    const { id } = await ok(city.post('/periods', quarterEnding(dataSet.id as string, 10 - (size.quarters - 1 - quarter) * 91)));
    periods.push(id as string);
  }
  const last = periods.at(-1)!;
  await database.connect();
  const began = performance.now();
  const unfinished = { status: 'submitted' as const, schools: waitingSchools };
  const waiting = await seed(database, size, { city: world.city.id, counties: [world.counties[0].id], periods, unfinished });
  console.log(`${size.schools} schools × ${indicatorCodes.length} indicators × ${size.quarters} quarters, written in ${seconds(began)} s`);

  const whole = 'group by grouping sets ((organisation, indicator), (indicator))';
  const fromSummary = await timed(rounds, () =>
    database.query(`select organisation, indicator, sum(total), sum(units) from summary where period = $1 ${whole}`, [periods[0]]),
  );
  const fromDocuments = await timed(Math.max(3, rounds / 4), () =>
    database.query(
      `select organisation, indicator, sum(value), count(*) from (
         select s.nearest as organisation, v.code as indicator, v.value::numeric from submission s cross join lateral jsonb_each(s.figures) as v(code, value)
         where s.period = $1 and s.status = 'approved') cell ${whole}`,
      [periods[0]],
    ),
  );
  const faster = quantile(fromDocuments, 0.5) / quantile(fromSummary, 0.5);
  judge(faster >= gates.summaryFaster, `T14: a quarter from the summary ${faster.toFixed(1)} × faster than from the submissions`);

  const approvals = await timed(waiting.length, (round) => ok(county.post(`/submissions/${waiting[round]!.id}/approve`, {})));
  const summary = async () => {
    const text =
      'select organisation, division_code, kind, indicator, total::text, units from summary where period = $1 order by 1, 2, 3, 4';
    return JSON.stringify((await database.query(text, [last])).rows);
  };
  const kept = await summary();
  const rebuilds = await timed(3, () => ok(administrator.post(`/periods/${last}/roll-up/recount`)));
  check((await summary()) === kept, `a rebuild after ${waiting.length} approvals equals what was kept, to the last digit`);
  const part = quantile(approvals, 0.5) / quantile(rebuilds, 0.5);
  judge(part <= gates.changeOfRebuild, `T15: a whole approval takes 1/${(1 / part).toFixed(0)} of a rebuild`);

  const snapshot = await ok(city.post(`/periods/${last}/snapshots`, { purpose: '试验' }));
  const verdict = await ok(city.get(`/snapshots/${snapshot.id}/check`));
  check(verdict.reproduced === true && verdict.untouched === true, 'a snapshot of the quarter is counted again to the last digit');

  const board = (api: Api) =>
    ok(api.get('/figures', { query: { dataSet: dataSet.id, periods: last, breakdown: 'county', indicators: 'i1' } }));
  const { total, lines } = (await board(city)).periods[0];
  check(
    lines.length >= size.counties && total.approved >= size.schools,
    `the board counts ${total.approved} of ${total.expected} in ${lines.length} lines`,
  );
  const completion = await ok(city.get(`/periods/${last}/completion`));
  check(completion.total.approved === total.approved, `the completion board counts the same in ${completion.lines.length} lines`);
  const reads: number[] = [];
  const boards: number[] = [];
  const completions: number[] = [];
  for (let round = 0; round < rounds * 5; round++) {
    reads.push(...(await timed(1, () => ok(city.get(`/submissions/${waiting[0]!.id}`)))));
    boards.push(...(await timed(1, () => board(city))));
    completions.push(...(await timed(1, () => ok(city.get(`/periods/${last}/completion`)))));
  }
  const ofRead = (times: readonly number[]) => quantile(times, 0.95) / quantile(reads, 0.95);
  const asTimes = (times: readonly number[]) => `${ofRead(times).toFixed(1)} × a read by primary key (p95)`;
  judge(ofRead(boards) <= gates.boardOfPrimaryKey, `the province's figures by county take ${asTimes(boards)}`);
  judge(ofRead(completions) <= gates.boardOfPrimaryKey, `the province's completion board takes ${asTimes(completions)}`);

  const ms = (times: readonly number[]) => Number(quantile(times, 0.5).toFixed(2));
  const p95 = (times: readonly number[]) => Number(quantile(times, 0.95).toFixed(1));
  const figures = {
    ...size,
    indicators: indicatorCodes.length,
    fromSummaryMs: ms(fromSummary),
    fromDocumentsMs: ms(fromDocuments),
    faster: Number(faster.toFixed(1)),
    approvalMs: ms(approvals),
    rebuildMs: ms(rebuilds),
    changeOfRebuild: Number(part.toFixed(4)),
    equal: !failures.some((what) => what.startsWith('a rebuild')),
    primaryKeyP95Ms: p95(reads),
    figuresByCounty: { p95Ms: p95(boards), ratio: Number(ofRead(boards).toFixed(1)) },
    completionBoard: { p95Ms: p95(completions), ratio: Number(ofRead(completions).toFixed(1)) },
    gates,
  };
  console.log(JSON.stringify(figures));
  if (values.keep) keepFigures('quarter', figures);
} finally {
  await database.end();
  await platform.stop();
}
console.log(failures.length > 0 ? `missed: ${failures.join('; ')}` : 'held');
process.exit(failures.length > 0 ? 1 : 0);

function seconds(since: number): string {
  return ((performance.now() - since) / 1000).toFixed(0);
}
