import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Call } from '@lianxue/contracts';
import { app, callOf, person } from '@lianxue/testing';
import type { Named } from '../database/statement.js';
import { newId } from '../ids.js';
import { sql } from '../sql.js';
import type { PageRequest } from '../store.js';
import { Breadth } from './breadth.js';
import { Poster, Proving, proving } from '../../spec/proving.spec.js';

let here: Proving;
let school: string;

beforeAll(async () => {
  here = await Proving.start();
  school = await here.organisation();
  await here.select('everywhere', school);
});
afterAll(() => here.stop());

const teacher = person({ role: 'teacher', organisation: '', client: 'everywhere', subject: newId() });
const asking = (input: Record<string, unknown>, caller = { ...teacher, organisation: school }): Call => callOf(proving.list, caller, input);
const page = (call: Call, more: Partial<PageRequest> = {}) => {
  const { limit = 3, cursor } = call.input as { limit?: number; cursor?: string };
  return here.store.page(Poster, call, { limit, cursor, ...more }, ({ id, title }) => ({ id, title }));
};
const some = async (status: string, titles: readonly string[]) => {
  for (const title of titles) await here.poster(school, { status, title: `${title} ${status}` });
};

/** All pages, one after the other. */
async function walk(filter: Record<string, unknown>, more: Partial<PageRequest>): Promise<string[]> {
  const titles: string[] = [];
  let cursor: string | undefined;
  do {
    const { items, next } = await page(asking({ ...filter, ...(cursor && { cursor }) }), more);
    titles.push(...items.map(({ title }) => title.split(' ')[0]!));
    cursor = next;
  } while (cursor);
  return titles;
}

describe('a page', () => {
  it('goes on from its cursor without gap or repetition, newest first', async () => {
    await some('walk', ['a', 'b', 'c', 'd', 'e', 'f', 'g']);
    expect(await walk({}, { where: sql`t.status = ${'walk'}` })).toEqual(['g', 'f', 'e', 'd', 'c', 'b', 'a']);
  });

  it('is taken from the rows another index names, of those in reach, in the same order and over cursors', async () => {
    await some('among', ['a', 'b', 'c', 'd', 'e']);
    const elsewhere = await here.organisation();
    await here.poster(elsewhere, { status: 'among', title: 'hidden among' });
    const among = sql`select p.id from poster p where p.status = ${'among'} and p.title <> ${'c among'}`;
    expect(await walk({}, { among })).toEqual(['e', 'd', 'b', 'a']);
  });

  it('finds the same whether it walks or gathers, and gathers after a walk that took too long', async () => {
    const [alone, below] = [await here.organisation(), await here.organisation(school)];
    await here.select('everywhere', alone);
    for (const organisation of [school, below, alone]) for (let n = 0; n < 3; n++) await here.poster(organisation, { status: 'two-ways' });
    const { breadth } = here.store as unknown as { breadth: Breadth };
    const where = sql`t.status = ${'two-ways'}`;
    const found = async (call: Call) => (await here.store.page(Poster, call, { limit: 10, where }, ({ id }) => id)).items;
    for (const caller of [{ ...teacher, organisation: school }, app({ client: 'everywhere' })]) {
      const call = callOf(proving.list, caller);
      breadth.isBroad = () => false;
      const gathered = await found(call);
      breadth.isBroad = () => true;
      expect(await found(call)).toEqual(gathered);
      expect(gathered).toHaveLength(caller.kind === 'app' ? 9 : 6);
    }
    const list = here.database.list.bind(here.database);
    here.database.list = <R>(named: Named) =>
      named.text.includes('lateral') ? list<R>(named) : Promise.reject(Object.assign(new Error('slow'), { code: '57014' }));
    expect(await found(callOf(proving.list, { ...teacher, organisation: school }))).toHaveLength(6);
    Object.assign(here.database, { list });
    Object.assign(breadth, { isBroad: Breadth.prototype.isBroad });
  });

  it('says nothing of a next page on the last, also when it is full', async () => {
    await some('full', ['a', 'b', 'c']);
    const { items, next } = await page(asking({}), { where: sql`t.status = ${'full'}` });
    expect(items).toHaveLength(3);
    expect(next).toBeUndefined();
  });

  it('keeps mixed orders, equal values and microseconds apart', async () => {
    await some('mixed', ['a', 'b', 'c', 'd', 'e']);
    await here.source.query(`update poster set created_at = '2026-01-01 00:00:00.000001+00' where status = 'mixed' and title < 'd'`);
    await here.source.query(`update poster set created_at = '2026-01-01 00:00:00.000002+00' where status = 'mixed' and title >= 'd'`);
    const where = sql`t.status = ${'mixed'}`;
    expect(await walk({ limit: 2 }, { where, limit: 2, order: [{ column: 'created_at', descending: true }, { column: 'id' }] })).toEqual([
      'd',
      'e',
      'a',
      'b',
      'c',
    ]);
    expect(await walk({ limit: 2 }, { where, limit: 2, order: [{ column: 'created_at' }, { column: 'id' }] })).toEqual([
      'a',
      'b',
      'c',
      'd',
      'e',
    ]);
  });

  it('ends early rather than outgrow an answer', async () => {
    await some('large', ['a', 'b', 'c', 'd']);
    const where = sql`t.status = ${'large'}`;
    const first = await here.store.page(Poster, asking({}), { limit: 4, where }, ({ id }) => ({ id, text: '长'.repeat(100_000) }));
    expect(first.items).toHaveLength(2);
    const second = await here.store.page(Poster, asking({ cursor: first.next }), { limit: 4, where, cursor: first.next }, ({ id }) => ({
      id,
      text: '短',
    }));
    expect(second.items).toHaveLength(2);
    expect(second.next).toBeUndefined();
    const shown = async (rows: readonly Poster[]) => rows.map(({ id }) => ({ id, text: '长'.repeat(100_000) }));
    const together = await here.store.pageTogether(Poster, asking({}), { limit: 4, where }, shown);
    expect(together.items.map(({ id }) => id)).toEqual(first.items.map(({ id }) => id));
    expect(together.next).toBe(first.next);
  });
});

describe('a cursor', () => {
  it('is refused when changed, or used with another filter, order, caller or operation', async () => {
    await some('bound', ['a', 'b', 'c', 'd']);
    const where = sql`t.status = ${'bound'}`;
    const { next } = await page(asking({ q: 'x' }), { where });
    const cursor = next!;
    const other = { ...teacher, organisation: school, subject: newId() };
    const flipped = `${cursor.slice(0, -2)}${cursor.at(-2) === 'A' ? 'B' : 'A'}${cursor.at(-1)}`;
    const attempts: [Call, Partial<PageRequest>][] = [
      [asking({ q: 'y', cursor }), {}],
      [asking({ q: 'x', cursor }, other), {}],
      [asking({ q: 'x', cursor }), { order: [{ column: 'id' }] }],
      [{ ...asking({ q: 'x', cursor }), operation: proving.read }, {}],
      [asking({ q: 'x', cursor: flipped }), {}],
      [asking({ q: 'x', cursor: `${cursor}!` }), {}],
      [asking({ q: 'x', cursor: 'AAAA' }), {}],
      [asking({ q: 'x', cursor: '' }), {}],
    ];
    for (const [call, more] of attempts)
      await expect(page(call, { where, ...more })).rejects.toMatchObject({ kind: { code: 'cursor.invalid' } });
    expect((await page(asking({ q: 'x', cursor, limit: 2 }), { where })).items).toHaveLength(1);
  });
});

describe('reads', () => {
  it('are one statement each, prepared under a name', async () => {
    const id = await here.poster(school, { status: 'counted' });
    const call = asking({});
    await here.store.one(Poster, id, call);
    const texts: string[] = [];
    const spied = [
      here.database.pool,
      (here.database as unknown as { lanes: { run: (named: { text: string }) => unknown } }).lanes,
    ] as const;
    const [query, run] = [spied[0].query.bind(spied[0]), spied[1].run.bind(spied[1])];
    spied[0].query = ((statement: { name: string; text: string }) => (
      expect(statement.name).toBeTruthy(),
      texts.push(statement.text),
      query(statement as never)
    )) as never;
    spied[1].run = (statement) => (texts.push(statement.text), run(statement));
    await here.store.one(Poster, id, call);
    await here.store.first(Poster, sql`t.status = ${'counted'}`, call);
    await here.store.page(Poster, call, { limit: 5 }, (row) => row);
    Object.assign(spied[0], { query });
    Object.assign(spied[1], { run });
    expect(texts).toHaveLength(3);
    expect(texts.every((text) => text.includes('app_reach'))).toBe(true);
  });
});
