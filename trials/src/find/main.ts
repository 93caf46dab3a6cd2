import { parseArgs } from 'node:util';
import pg from 'pg';
import { environmentOf } from '../bench/opponents.js';
import { keepFigures } from '../figures.js';
import { quantile } from '../quantile.js';
import { openWorld } from '../story/open-world.js';
import type { Api } from '../story/world.js';
import { TrialPlatform, withoutLimits } from '../trial-platform.js';
import { queriesFor, type Query } from './queries.js';
import { fill } from './titles.js';

/**
 * Search against `pg_trgm` and ILIKE on the same titles: the same answer, and how long it took. By default a small catalogue, which proves
 * that both find the same; `--full` is the million that the figures are promised for.
 */
const { values } = parseArgs({ options: { full: { type: 'boolean', default: false }, keep: { type: 'boolean', default: false } } });
const titles = values.full ? 1_000_000 : 20_000;
const schools = values.full ? 2000 : 50;
const rounds = 3;

/** T13: of two characters, count and no hit; and a term that is nowhere, facets and the way there included. */
const gates = { faster: 5, absentMs: 5 };

const failures: string[] = [];
const check = (holds: boolean, what: string) => {
  console.log(`${holds ? '✓' : '✗'} ${what}`);
  if (!holds) failures.push(what);
};
/** In a small catalogue nothing takes long enough to be judged. */
const judge = (holds: boolean, what: string) => (values.full ? check(holds, what) : console.log(`· ${what}`));

interface Facets {
  readonly count: number;
  readonly subject: readonly { value: string; count: number }[];
}

interface Compared extends Query {
  readonly hits: number;
  readonly oursMs: number;
  readonly theirsMs: number;
}

const platform = await TrialPlatform.start(`find-${titles}`, withoutLimits);
const database = new pg.Client(environmentOf(platform, 'resources')['LIANXUE_DATABASE_URL']);
try {
  const world = await openWorld({ home: platform.home, say: () => undefined });
  const teacher = await world.as('teacher', world.school);
  const like = await teacher.post('/resources', {
    title: '样例',
    type: 'microLesson',
    stage: 'primary',
    subject: 'mathematics',
    grades: [3],
  });
  await database.connect();
  await database.query('set transaction_timeout = 0');
  await database.query('set statement_timeout = 0');
  await database.query('set lock_timeout = 0');
  const began = performance.now();
  const { rows: filled } = await database.query<{ titles: number }>('select count(*)::int as titles from findable');
  if (filled[0]!.titles < titles) await fill(database, { titles, schools, city: world.city.id, like: like.body.id as string });
  await database.query('drop table if exists trigram');
  await database.query(
    'create unlogged table trigram as select id, organisation, stage, subject, type, status, grades, search_text from resource',
  );
  await database.query('create index on trigram using gin (search_text gin_trgm_ops)');
  for (const table of ['trigram', 'findable', 'facet_combination', 'resource', 'organisation'])
    await database.query(`vacuum analyze ${table}`);
  console.log(`${titles} titles of ${schools} schools, there after ${((performance.now() - began) / 1000).toFixed(0)} s`);

  const reader = await world.as('centreHead', world.city);
  const queries = await queriesFor(database, titles);
  const compared: Compared[] = [];
  const lists: number[] = [];
  /** What took longer than anybody is let: the platform gives up rather than keep a connection. */
  const cutOff: string[] = [];
  let differ = 0;
  const asked: (Query & { oursMs: number; ours: Facets })[] = [];
  // Each way by itself, as it would run: a table read whole leaves nothing of the other's where it was.
  for (const query of queries) {
    await facetsBy(reader, query.q);
    const times: number[] = [];
    let ours: Facets | undefined;
    for (let round = 0; round < rounds; round++) {
      const { ms, answer } = await timed(() => facetsBy(reader, query.q));
      times.push(ms);
      if (!(ours = answer)) break;
    }
    if (!ours) {
      cutOff.push(query.q);
      continue;
    }
    for (const sort of ['relevance', 'mostUsed']) lists.push((await timed(() => page(reader, { q: query.q, sort }))).ms);
    asked.push({ ...query, ours, oursMs: quantile(times, 0.5) });
  }
  for (const { ours, ...query } of asked) {
    await byTrigram(query.q, world.city.id);
    const theirs = await timed(() => byTrigram(query.q, world.city.id));
    const { count } = theirs.answer;
    if (JSON.stringify(sorted(ours)) !== JSON.stringify(sorted(theirs.answer)) || !(await findsTheSame(reader, query.q, count))) {
      differ++;
      console.log(`  ${query.kind} ${query.q}: ${ours.count} found, ${count} there are`);
    }
    compared.push({ ...query, hits: count, theirsMs: theirs.ms });
  }
  check(differ === 0, `${queries.length} queries find what ILIKE finds, counted by subject, page by page`);

  check(cutOff.length === 0, `none was cut off${cutOff.length > 0 ? `, but ${cutOff.join('、')}` : ''}`);

  const ofTwo = compared.filter(({ q }) => [...q].length === 2);
  const ratio = (of: readonly Compared[], quantum: number) =>
    quantile(
      of.map(({ oursMs, theirsMs }) => theirsMs / oursMs),
      quantum,
    );
  const figures = (of: readonly Compared[]) => ({
    queries: of.length,
    oursMs: rounded(
      quantile(
        of.map(({ oursMs }) => oursMs),
        0.5,
      ),
    ),
    oursP95Ms: rounded(
      quantile(
        of.map(({ oursMs }) => oursMs),
        0.95,
      ),
    ),
    theirsMs: rounded(
      quantile(
        of.map(({ theirsMs }) => theirsMs),
        0.5,
      ),
    ),
    faster: rounded(ratio(of, 0.5)),
    fasterAtLeast: rounded(ratio(of, 0.01)),
  });
  const counted = figures(ofTwo.filter(({ hits }) => hits > 0));
  const noHit = figures(ofTwo.filter(({ hits }) => hits === 0));
  const absent = figures(compared.filter(({ kind }) => kind === 'absent'));
  judge(
    counted.faster >= gates.faster,
    `T13: two characters counted with facets ${counted.faster} × faster (${counted.oursMs} ms, ILIKE ${counted.theirsMs} ms)`,
  );
  judge(
    noHit.faster >= gates.faster,
    `T13: two characters that are nowhere ${noHit.faster} × faster (${noHit.oursMs} ms, ILIKE ${noHit.theirsMs} ms)`,
  );
  judge(absent.oursMs <= gates.absentMs, `a term that is nowhere takes ${absent.oursMs} ms, over HTTP and with facets`);
  const longer = figures(compared.filter(({ q, hits }) => [...q].length > 2 && hits > 0));
  const one = compared.filter(({ q }) => [...q].length === 1);
  const firstPage = { p50Ms: rounded(quantile(lists, 0.5)), p95Ms: rounded(quantile(lists, 0.95)) };
  console.log(`longer terms ${longer.faster} ×; a first page takes ${firstPage.p50Ms} ms (p95 ${firstPage.p95Ms} ms)`);
  const told = {
    titles,
    schools,
    queries: queries.length,
    differ,
    cutOff,
    counted,
    noHit,
    absent,
    longer,
    one: one.length > 0 ? figures(one) : null,
    firstPage,
    gates,
  };
  console.log(JSON.stringify(told));
  if (values.keep) keepFigures('find', told);
} finally {
  await database.end();
  await platform.stop();
}
console.log(failures.length > 0 ? `missed: ${failures.join('; ')}` : 'held');
process.exit(failures.length > 0 ? 1 : 0);

/** The same question as PostgreSQL answers it with trigrams: of what lies below the city, how many, and how many by facet. */
async function byTrigram(q: string, city: string): Promise<Facets> {
  // Trigrams say nothing of fewer than three characters: its index is then read whole, which takes longer than reading the table.
  await database.query(`set enable_bitmapscan = ${[...q].length > 2 ? 'on' : 'off'}`);
  const { rows } = await database.query<{ subject: string; count: number }>(
    `select t.stage, t.subject, t.type, t.status, t.grades, count(*)::int as count from trigram t where t.search_text ilike $1
       and exists (select 1 from organisation o where o.id = t.organisation and o.path <@ (select path from organisation where id = $2)) group by 1, 2, 3, 4, 5`,
    [pieceOf(q), city],
  );
  const bySubject = new Map<string, number>();
  for (const { subject, count } of rows) bySubject.set(subject, (bySubject.get(subject) ?? 0) + count);
  return { count: rows.reduce((all, { count }) => all + count, 0), subject: [...bySubject].map(([value, count]) => ({ value, count })) };
}

async function facetsBy(reader: Api, q: string): Promise<Facets | undefined> {
  const { status, body } = await reader.get('/resources/facets', { query: { q } });
  if (status === 503) return undefined;
  if (status !== 200) throw new Error(`facets of ${q}: ${status} ${JSON.stringify(body)}`);
  return body as Facets;
}

async function page(reader: Api, query: Record<string, string>): Promise<string[]> {
  const { status, body } = await reader.get('/resources', { query: { ...query, limit: 200 } });
  if (status !== 200) throw new Error(`${JSON.stringify(query)}: ${status} ${JSON.stringify(body)}`);
  return body.items.map(({ id }: { id: string }) => id);
}

/** A page in each order holds nothing but what has the piece, nothing twice, and all of it where it is one page at most. */
async function findsTheSame(reader: Api, q: string, count: number): Promise<boolean> {
  for (const sort of ['newest', 'relevance', 'mostUsed']) {
    const ids = await page(reader, { q, sort });
    const { rowCount } = await database.query('select 1 from resource where id = any($1::uuid[]) and search_text ilike $2', [
      ids,
      pieceOf(q),
    ]);
    if (rowCount !== ids.length || ids.length !== Math.min(count, 200)) return false;
  }
  return true;
}

function pieceOf(q: string): string {
  return `%${q.replace(/[\\%_]/g, '\\$&')}%`;
}

async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; answer: T }> {
  const from = performance.now();
  const answer = await work();
  return { ms: performance.now() - from, answer };
}

function sorted({ count, subject }: Facets) {
  return { count, subject: subject.map(({ value, count: many }) => `${value} ${many}`).sort() };
}

function rounded(value: number): number {
  return Number(value.toFixed(2));
}
