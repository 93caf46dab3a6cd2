import { parseArgs } from 'node:util';
import pg from 'pg';
import { environmentOf } from '../bench/opponents.js';
import { keepFigures } from '../figures.js';
import { openWorld } from '../story/open-world.js';
import type { Answer, Api, World } from '../story/world.js';
import { TrialPlatform, withoutLimits } from '../trial-platform.js';
import { indicatorCodes, seed } from './seed.js';

/** By default a small province, which proves that everything works; `--full` is the one the figures are promised for. */
const { values } = parseArgs({ options: { full: { type: 'boolean', default: false }, keep: { type: 'boolean', default: false } } });
const size = values.full ? { counties: 100, schools: 10_000, quarters: 12 } : { counties: 4, schools: 400, quarters: 3 };
const rounds = values.full ? 40 : 5;

/** What must be reached; in a small province nothing takes long enough to be judged. */
const gates = { summaryFaster: 10, changeOfRebuild: 1 / 50, boardOfPrimaryKey: 20 };

const failures: string[] = [];
const check = (holds: boolean, what: string) => {
  console.log(`${holds ? '✓' : '✗'} ${what}`);
  if (!holds) failures.push(what);
};
const judge = (holds: boolean, what: string) => (values.full ? check(holds, what) : console.log(`· ${what}`));

const quantile = (times: readonly number[], of: number) => [...times].sort((a, b) => a - b)[Math.ceil(times.length * of) - 1]!;
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
  const ok = async (asked: Promise<Answer>): Promise<Answer['body']> => {
    const { status, body } = await asked;
    if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
    return body;
  };

  const dataSet = await ok(city.post('/data-sets', dataSetOf(world)));
  const periods: string[] = [];
  for (let quarter = 0; quarter < size.quarters; quarter++) {
    const { id } = await ok(city.post('/periods', periodOf(dataSet.id as string, quarter)));
    periods.push(id as string);
  }
  const last = periods.at(-1)!;
  await database.connect();
  const began = performance.now();
  const waiting = await seed(database, size, { city: world.city.id, county: world.counties[0].id, periods });
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

  const approvals = await timed(waiting.length, (round) => ok(county.post(`/submissions/${waiting[round]}/approve`, {})));
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
  const reads: number[] = [];
  const boards: number[] = [];
  for (let round = 0; round < rounds * 5; round++) {
    reads.push(...(await timed(1, () => ok(city.get(`/submissions/${waiting[0]}`)))));
    boards.push(...(await timed(1, () => board(city))));
  }
  const ratio = quantile(boards, 0.95) / quantile(reads, 0.95);
  judge(ratio <= gates.boardOfPrimaryKey, `the province's completion board takes ${ratio.toFixed(1)} × a read by primary key (p95)`);

  const ms = (times: readonly number[]) => Number(quantile(times, 0.5).toFixed(2));
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
    board: {
      p95Ms: Number(quantile(boards, 0.95).toFixed(1)),
      primaryKeyP95Ms: Number(quantile(reads, 0.95).toFixed(1)),
      ratio: Number(ratio.toFixed(1)),
    },
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

function dataSetOf(world: World): object {
  return {
    organisation: world.city.id,
    code: `quarter_${world.run.toLowerCase().replace(/[^a-z0-9]/g, '')}`.slice(0, 40),
    name: '季度数据',
    nameEn: 'Quarterly data',
    form: {
      indicators: indicatorCodes.map((code, index) => ({
        code,
        name: `指标${index + 1}`,
        nameEn: code,
        type: index < 58 ? 'integer' : 'number',
      })),
    },
  };
}

/** Quarters one after another, the last of which ends in ten days and is being reviewed. */
function periodOf(dataSet: string, quarter: number): object {
  const day = 24 * 3600_000;
  const last = Date.now() + 10 * day - (size.quarters - 1 - quarter) * 91 * day;
  const at = (days: number) => new Date(last + days * day).toISOString();
  return {
    dataSet,
    name: `第${quarter + 1}季`,
    kind: 'quarter',
    firstDay: at(-90).slice(0, 10),
    lastDay: at(0).slice(0, 10),
    opens: at(-60),
    due: { school: at(1), county: at(5), city: at(10) },
  };
}
