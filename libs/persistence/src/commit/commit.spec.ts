import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { NotFound, refuse, type Call } from '@lianxue/contracts';
import { anyone, callOf, person, service } from '@lianxue/testing';
import { newId } from '../ids.js';
import { sql } from '../sql.js';
import { violates } from '../database/troubles.js';
import { Poster, Proving, posterFacts, proving } from '../../spec/proving.spec.js';

let here: Proving;
let school: string, sibling: string;

beforeAll(async () => {
  here = await Proving.start();
  school = await here.organisation();
  sibling = await here.organisation();
  await here.select('everywhere', school);
  await here.select('everywhere', sibling);
});
afterAll(() => here.stop());

const teacher = () => person({ role: 'teacher', organisation: school, client: 'everywhere' });
const calling = (more: Partial<Call> = {}, input: unknown = {}) => callOf(proving.make, teacher(), input, more);
const poster = (title: string, more: Partial<Poster> = {}) =>
  Object.assign(new Poster(), { organisation: school, status: 'draft', title, ...more });
const make = (call: Call, title: string = newId()) => here.store.commit(call, (work) => work.insert(poster(title), posterFacts.made));
const rows = <R>(text: string, ...values: unknown[]): Promise<R[]> => here.source.query(text, values);
const count = async (table: string, column: string, id: string) =>
  (await rows<{ n: number }>(`select count(*)::int as n from ${table} where ${column} = $1`, id))[0]!.n;
const refusedAs = (code: string) => ({ kind: { code } });

describe('a commit', () => {
  it('writes row, fact and audit entry together', async () => {
    const made = await make(calling({ traceparent: '00-trace' }));
    expect(made).toMatchObject({ version: 1, createdAt: expect.any(Date) });
    const [fact] = await rows('select * from outbox where entity = $1', made.id);
    expect(fact).toMatchObject({
      type: 'cn.lianxue.proving.poster.made',
      thing: 'poster',
      version: 1,
      organisation: school,
      actor: 'person',
      traceparent: '00-trace',
      data: { title: made.title },
    });
    const [entry] = await rows('select * from audit where entity = $1', made.id);
    expect(entry).toMatchObject({
      operation: 'proving.make',
      what: 'made',
      version: 1,
      client: 'everywhere',
      role: 'teacher',
      organisation: school,
      fact: (fact as { id: string }).id,
    });
  });

  it('writes many new rows by one statement, a fact and an audit entry each', async () => {
    const titles = Array.from({ length: 500 }, (_, n) => `多 ${n} ${newId()}`);
    const many = titles.map((title) => poster(title));
    await here.store.commit(calling(), (work) => work.insertAll(many, posterFacts.made));
    const ids = many.map(({ id }) => id);
    expect(await rows('select title from poster where id = any($1) order by id', ids)).toEqual(titles.map((title) => ({ title })));
    for (const [table, column] of [
      ['outbox', 'entity'],
      ['audit', 'entity'],
    ]) {
      expect(await rows(`select count(*)::int as n from ${table} where ${column} = any($1) and version = 1`, ids)).toEqual([{ n: 500 }]);
    }
  });

  it('writes none of many when one in their midst cannot be written, and goes on with the connection', async () => {
    const many = (wrong: Partial<Poster>) => Array.from({ length: 300 }, (_, n) => poster(newId(), n === 200 ? wrong : {}));
    const writing = (rows: Poster[]) => here.store.commit(calling(), (work) => work.insertAll(rows, posterFacts.made));
    const taken = (await make(calling())).id;
    // By the process itself, while it writes; by the database, while more is being sent; by what waits behind it.
    await expect(writing(many({ title: '长'.repeat(30_000) }))).rejects.toMatchObject(refusedAs('input.too_large'));
    await expect(writing(many({ id: taken }))).rejects.toMatchObject({ code: '23505' });
    const both = here.store.commit(calling(), async (work) => {
      await Promise.all([work.insertAll(many({ id: taken }), posterFacts.made), work.insertAll(many({}), posterFacts.made)]);
    });
    await expect(both).rejects.toMatchObject({ code: '23505' });
    const right = many({});
    await Promise.all(Array.from({ length: 6 }, (_, n) => writing(n === 0 ? right : many({}))));
    expect(
      await rows(
        'select count(*)::int as n from outbox where entity = any($1)',
        right.map(({ id }) => id),
      ),
    ).toEqual([{ n: 300 }]);
  });

  it('writes nothing when the rule refuses after writing', async () => {
    const id = newId();
    const refusing = here.store.commit(calling(), async (work) => {
      await work.insert(poster('不留痕迹', { id }), posterFacts.made);
      throw refuse(NotFound);
    });
    await expect(refusing).rejects.toMatchObject(refusedAs('not_found'));
    expect(await count('poster', 'id', id)).toBe(0);
    expect(await count('outbox', 'entity', id)).toBe(0);
    expect(await count('audit', 'entity', id)).toBe(0);
  });

  it('keeps a note of what was refused', async () => {
    const entity = newId();
    const refusing = here.store.commit(calling(), async (work) => {
      work.note('tried', entity, { why: 'curiosity' });
      throw refuse(NotFound);
    });
    await expect(refusing).rejects.toMatchObject(refusedAs('not_found'));
    expect(await rows('select what, details from audit where entity = $1', entity)).toEqual([
      { what: 'tried', details: { why: 'curiosity', refused: 'not_found' } },
    ]);
  });

  it('changes nothing once nobody waits any more', async () => {
    const id = newId();
    const late = here.store.commit(calling({ deadline: Date.now() + 60 }), async (work) => {
      await work.insert(poster('太晚', { id }), posterFacts.made);
      await new Promise((resolve) => setTimeout(resolve, 100));
    });
    await expect(late).rejects.toMatchObject(refusedAs('timed_out'));
    expect(await count('poster', 'id', id)).toBe(0);
    await expect(make(calling({ deadline: Date.now() - 1 }))).rejects.toMatchObject(refusedAs('timed_out'));
  });

  it('counts versions, and leaves a tombstone that is only the id', async () => {
    const { id } = await make(calling());
    const change = callOf(proving.change, teacher(), {}, { ifMatch: 1 });
    await here.store.commit(change, async (work) =>
      work.update(
        Object.assign(await work.target(Poster, id), { title: `改过 ${id}`, tags: ['甲'], due: '2026-09-01', details: [1, '二'] }),
        posterFacts.changed,
      ),
    );
    expect(await here.store.one(Poster, id, calling())).toMatchObject({
      version: 2,
      title: `改过 ${id}`,
      tags: ['甲'],
      due: '2026-09-01',
      details: [1, '二'],
    });
    await here.store.commit(calling(), async (work) => work.remove(await work.one(Poster, id), posterFacts.removed));
    expect(await rows('select version, data from outbox where entity = $1 order by seq', id)).toMatchObject([
      { version: 1 },
      { version: 2 },
      { version: 3, data: null },
    ]);
    expect(await count('poster', 'id', id)).toBe(0);
  });

  it('holds the caller to the version they saw', async () => {
    const { id } = await make(calling());
    const change = (ifMatch: Call['ifMatch']) =>
      here.store.commit(callOf(proving.change, teacher(), {}, { ifMatch }), async (work) =>
        work.update(await work.target(Poster, id), posterFacts.changed),
      );
    await expect(change(7)).rejects.toMatchObject(refusedAs('version.changed'));
    await expect(change(undefined)).rejects.toMatchObject(refusedAs('version.required'));
    await expect(change('*')).resolves.toMatchObject({ version: 2 });
  });

  it('refuses to write over a change it has not seen', async () => {
    const { id } = await make(calling());
    const stale = await here.store.one(Poster, id, calling());
    await here.store.commit(calling(), async (work) => work.update(await work.one(Poster, id), posterFacts.changed));
    await expect(here.store.commit(calling(), (work) => work.update(stale, posterFacts.changed))).rejects.toMatchObject(
      refusedAs('version.conflict'),
    );
  });

  it('takes 16 writers of one row one after the other', async () => {
    const { id } = await make(calling());
    await Promise.all(
      Array.from({ length: 16 }, () =>
        here.store.commit(calling(), async (work) => work.update(await work.one(Poster, id), posterFacts.changed)),
      ),
    );
    const versions = await rows<{ version: number }>('select version from outbox where entity = $1 order by seq', id);
    expect(versions.map(({ version }) => version)).toEqual(Array.from({ length: 17 }, (_, index) => index + 1));
  });

  it('runs the rule again after a deadlock', async () => {
    const [a, b] = [await make(calling()), await make(calling())];
    const both = (first: string, second: string) =>
      here.store.commit(calling(), async (work) => {
        await work.update(await work.one(Poster, first), posterFacts.changed);
        await new Promise((resolve) => setTimeout(resolve, 50));
        await work.update(await work.one(Poster, second), posterFacts.changed);
      });
    await Promise.all([both(a.id, b.id), both(b.id, a.id)]).catch((error) => expect(error).toMatchObject(refusedAs('service.unavailable')));
  });

  it('ends a transaction that lasts too long, and only that', async () => {
    const id = newId();
    const lasting = here.store.commit(calling(), async (work) => {
      await work.insert(poster('太久', { id }), posterFacts.made);
      await new Promise((resolve) => setTimeout(resolve, 2200));
      await work.one(Poster, id);
    });
    await expect(lasting).rejects.toMatchObject(refusedAs('service.unavailable'));
    expect(await count('poster', 'id', id)).toBe(0);
    await make(calling());
  });

  it('lets a rule word a violated constraint as its own refusal', async () => {
    const { title } = await make(calling());
    const again = here.store.commit(calling(), (work) =>
      work.insert(poster(title), posterFacts.made).catch((error: unknown) => {
        throw violates(error, 'poster_title') ? refuse(NotFound) : error;
      }),
    );
    await expect(again).rejects.toMatchObject(refusedAs('not_found'));
  });

  it('answers what cannot be stored as bad input', async () => {
    await expect(make(calling(), 'a\u0000b')).rejects.toMatchObject(refusedAs('input.invalid'));
    await expect(
      here.store.commit(calling(), (work) => work.insert(poster(newId(), { details: '\ud800' }), posterFacts.made)),
    ).rejects.toMatchObject(refusedAs('input.invalid'));
    await expect(here.store.one(Poster, 'not-an-id', calling())).rejects.toMatchObject(refusedAs('input.invalid'));
  });

  it('refuses a fact that one message could not carry', async () => {
    await expect(make(calling(), '长'.repeat(30_000))).rejects.toMatchObject(refusedAs('input.too_large'));
  });

  it('answers a lock that is not given up in time as service.unavailable', async () => {
    const { id } = await make(calling());
    const update = () =>
      here.store.commit(
        calling(),
        async (work) => (
          await work.update(await work.one(Poster, id), posterFacts.changed),
          new Promise((resolve) => setTimeout(resolve, 1400))
        ),
      );
    const both = await Promise.allSettled([update(), update()]);
    // Which of the two gets the lock is chance.
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = both.find(({ status }) => status === 'rejected');
    expect(refused).toMatchObject({ reason: refusedAs('service.unavailable') });
  });
});

describe('a caller-made id', () => {
  it('answers the same content again, refuses other content, and says no more of what is out of reach', async () => {
    const id = newId();
    const create = (title: string, organisation = school) =>
      here.store.commit(calling(), (work) =>
        work.insert(poster(title, { id, organisation }), posterFacts.made, (existing) => existing.title === title),
      );
    await create('一');
    await expect(create('一')).resolves.toMatchObject({ id, version: 1 });
    await expect(create('二')).rejects.toMatchObject(refusedAs('id.taken'));
    expect(await count('outbox', 'entity', id)).toBe(1);
    const foreign = await here.poster(sibling, { title: '邻校' });
    const taking = here.store.commit(calling(), (work) => work.insert(poster('邻校', { id: foreign }), posterFacts.made, () => true));
    await expect(taking).rejects.toMatchObject(refusedAs('id.taken'));
  });
});

describe('an organisation named in input', () => {
  it('must lie below the acting one, and is met when the copy lacks it', async () => {
    const late = newId();
    here.identity.chains.set(late, [
      { id: late, parent: school, version: 1, kind: 'teachingPoint', name: '教学点', divisionCode: null, closed: false },
    ]);
    let runs = 0;
    const within = (organisation: string) => here.store.commit(calling(), async (work) => (runs++, work.within(organisation)));
    await within(school);
    await within(late);
    expect(runs).toBe(3);
    await expect(within(sibling)).rejects.toMatchObject(refusedAs('not_found'));
    await expect(within(newId())).rejects.toMatchObject(refusedAs('not_found'));
  });
});

describe('an Idempotency-Key', () => {
  it('has exactly one effect among 64 calls at once', async () => {
    const caller = teacher();
    const title = newId();
    const calls = await Promise.allSettled(
      Array.from({ length: 64 }, () => make(callOf(proving.make, caller, { title }, { idempotencyKey: 'k' }), title)),
    );
    const answers = calls.filter((call) => call.status === 'fulfilled').map((call) => call.value.id);
    const refusals = calls.filter((call) => call.status === 'rejected').map((call) => call.reason.kind.code);
    expect(answers.length).toBeGreaterThan(0);
    expect(new Set(answers).size).toBe(1);
    expect(refusals.every((code) => code === 'idempotency.in_progress' || code === 'service.unavailable')).toBe(true);
    expect(await count('poster', 'title', title)).toBe(1);
    expect(await count('outbox', 'entity', answers[0]!)).toBe(1);
    expect(await count('audit', 'entity', answers[0]!)).toBe(1);
  });

  it('answers the repetition without running the rule, rows and dates as they were', async () => {
    const call = () => calling({ idempotencyKey: 'again' }, { title: 'x', nested: { b: 1, a: [2] } });
    const caller = teacher();
    let runs = 0;
    const run = () =>
      here.store.commit(
        { ...call(), caller },
        async (work) => (runs++, { row: await work.insert(poster(newId()), posterFacts.made), none: undefined }),
      );
    const [first, second] = [await run(), await run()];
    expect(runs).toBe(1);
    expect(second.row).toBeInstanceOf(Poster);
    expect(second).toEqual(first);
  });

  it('refuses other input, and belongs to one caller', async () => {
    const [caller, other] = [teacher(), teacher()];
    const run = (who: typeof caller, title: string) =>
      make(callOf(proving.make, who, { title }, { idempotencyKey: 'mine' }), `${who.subject} ${title}`);
    const first = await run(caller, 'a');
    await expect(run(caller, 'b')).rejects.toMatchObject(refusedAs('idempotency.mismatch'));
    expect((await run(other, 'a')).id).not.toBe(first.id);
  });

  it('does not keep refusals, and is nothing to Anyone', async () => {
    const call = calling({ idempotencyKey: 'refused' });
    const refusing = here.store.commit({ ...call }, async () => Promise.reject(refuse(NotFound)));
    await expect(refusing).rejects.toMatchObject(refusedAs('not_found'));
    await expect(make({ ...call })).resolves.toBeInstanceOf(Poster);
    const nobody = callOf(proving.readPublic, anyone, {}, { idempotencyKey: 'k' });
    let runs = 0;
    for (let turn = 0; turn < 2; turn++) await here.store.commit({ ...nobody }, async () => void runs++);
    expect(runs).toBe(2);
  });

  it('keeps the answer encrypted, and several commits of one call apart', async () => {
    const call = callOf(proving.make, service('gateway'), {}, { idempotencyKey: 'two' });
    expect(await here.store.commit(call, async () => '密')).toBe('密');
    expect(await here.store.commit(call, async () => '另')).toBe('另');
    const kept = await rows<{ answer: string }>(`select answer from idempotency where key = 'two'`);
    expect(kept).toHaveLength(2);
    expect(kept.some(({ answer }) => answer.includes('密'))).toBe(false);
  });
});

describe('reads of a rule', () => {
  it('locks what it asks for, whatever the reach, in id order and up to a limit', async () => {
    const status = `all-${newId()}`;
    for (let n = 0; n < 5; n++) await here.poster(sibling, { status });
    const found = await here.store.commit(calling(), (work) => work.all(Poster, sql`t.status = ${status}`, 3));
    expect(found.map(({ id }) => id)).toEqual(found.map(({ id }) => id).sort());
    expect(found).toHaveLength(3);
  });
});
