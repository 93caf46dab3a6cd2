import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { refuse, JobRightsLost, OrganisationUnknown, type Call } from '@lianxue/contracts';
import { callOf, person, until } from '@lianxue/testing';
import { newId } from '../ids.js';
import { Leadership } from '../leadership.js';
import { Cursors } from '../reading/cursor.js';
import { sql } from '../sql.js';
import { Poster, posterFacts, Proving, proving } from '../../spec/proving.spec.js';
import type { JobKind, Outcome } from './job-kind.js';
import { JobRunner } from './job-runner.js';
import { Jobs } from './jobs.js';
import type { RunningJob } from './running-job.js';

let here: Proving;
let school: string;
beforeAll(async () => {
  here = await Proving.start();
  school = await here.organisation();
  await here.select('everywhere', school);
});
afterAll(() => here.stop());

const working = new Set<JobRunner>();
afterEach(async () => {
  await Promise.all([...working].map((runner) => runner.stop()));
  working.clear();
});

const subject = newId();
const call = (): Call => callOf(proving.make, person({ role: 'teacher', organisation: school, client: 'everywhere', subject }));

/** Jobs of one kind, as one process would do them. */
function office(run: (job: RunningJob) => Promise<Outcome>, isEntitled: JobKind['isEntitled'] = async () => true) {
  const kind: JobKind = { kind: 'posters', operation: { ...proving.make, fails: [OrganisationUnknown] }, isEntitled, run };
  const jobs = new Jobs(here.store, here.database, new Cursors(Buffer.alloc(32)), here.clock, () => runner.poke());
  jobs.serve(kind);
  const runner = new JobRunner(here.database, new Leadership(here.database), jobs, here.clock);
  working.add(runner);
  return {
    runner,
    jobs,
    order: () => here.store.commit(call(), (work) => jobs.order(kind, school, {}, work, call())),
    ended: (id: string) => until(async () => (await jobs.one(id, call())).endedAt !== null).then(() => jobs.one(id, call())),
  };
}

/** One row and how far it is, in one transaction. */
const write = (job: RunningJob, title: string, cursor: number) =>
  here.store.commit(job.call(), async (work) => {
    await job.hold(work);
    const poster = Object.assign(new Poster(), { organisation: school, title, status: 'draft' });
    await work.insert(poster, posterFacts.made);
    await job.advance(work, { cursor, done: cursor });
  });
const titled = (title: string) => here.store.read(sql`select 1 from poster where title like ${`${title}%`}`);

it('does what was ordered, and says how far it is and what came out', async () => {
  const { runner, order, ended } = office(async (job) => {
    await write(job, 'calm 1', 1);
    await write(job, 'calm 2', 2);
    return { result: { made: 2 } };
  });
  const { id, state } = await order();
  expect(state).toBe('queued');
  runner.start();
  expect(await ended(id)).toMatchObject({ state: 'done', done: 2, result: { made: 2 }, refused: null });
  expect(await titled('calm')).toHaveLength(2);
});

it('goes on at its cursor in another process, and the one that lost it writes nothing more', async () => {
  let letGo = () => {};
  const stuck = new Promise<void>((resolve) => (letGo = resolve));
  let late: Promise<unknown> = Promise.resolve();
  const first = office(async (job) => {
    await write(job, 'lost 1', 1);
    await stuck;
    await (late = write(job, 'lost late', 9));
    return { result: {} };
  });
  const { id } = await first.order();
  first.runner.start();
  await until(async () => (await first.jobs.one(id, call())).done === 1);
  // The first has lost its connection and does not know it yet; the second takes the place.
  await here.source.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'lianxue-proving-jobs' and datname = current_database()`,
  );
  const from: unknown[] = [];
  const second = office(async (job) => {
    from.push(job.cursor);
    await write(job, 'lost 2', 2);
    return { result: { made: 2 } };
  });
  second.runner.start();
  const stopped = first.runner.stop();
  expect(await second.ended(id)).toMatchObject({ state: 'done', done: 2, result: { made: 2 } });
  letGo();
  await stopped;
  await expect(late).rejects.toThrow('no longer ours');
  expect(from).toEqual([1]);
  expect(await titled('lost')).toHaveLength(2);
}, 30_000);

it('goes on with what is under way while the database cannot be asked for another job', async () => {
  let runs = 0;
  let letGo = () => {};
  const kept = new Promise<void>((resolve) => (letGo = resolve));
  const { runner, order, ended } = office(async (job) => {
    runs++;
    await kept;
    await write(job, 'patient', 1);
    return { result: {} };
  });
  const { id } = await order();
  runner.start();
  await until(async () => runs === 1);
  // Every connection is taken for longer than anybody waits for one.
  const taken = await Promise.all(Array.from({ length: 5 }, () => here.database.pool.connect()));
  runner.poke();
  await new Promise((done) => setTimeout(done, 1800));
  for (const one of taken) one.release();
  letGo();
  expect(await ended(id)).toMatchObject({ state: 'done', done: 1 });
  expect(runs).toBe(1);
}, 30_000);

it('asks a person, goes on when told to, and can be called off', async () => {
  const { runner, jobs, order, ended } = office(async (job) =>
    job.confirmed ? { result: { sure: true } } : { waitsFor: { dropped: 12 } },
  );
  const [asked, off] = [await order(), await order()];
  runner.start();
  for (const { id } of [asked, off]) await until(async () => (await jobs.one(id, call())).state === 'waiting');
  expect(await jobs.one(off.id, call())).toMatchObject({ waitsFor: { dropped: 12 } });
  await jobs.confirm(asked.id, call());
  expect(await ended(asked.id)).toMatchObject({ state: 'done', result: { sure: true } });
  await expect(jobs.confirm(asked.id, call())).rejects.toMatchObject({ kind: { code: 'job.not_waiting' } });
  expect(await jobs.cancel(off.id, call())).toMatchObject({ state: 'cancelled', waitsFor: null });
  await expect(jobs.cancel(off.id, call())).rejects.toMatchObject({ kind: { code: 'job.ended' } });
});

it('tries an accident again, gives up in the end, and says so without its words', async () => {
  let tries = 0;
  const { runner, order, ended } = office(async () => {
    tries++;
    throw new Error('the password is 1234');
  });
  const { id } = await order();
  runner.start();
  const given = await ended(id);
  expect(given).toMatchObject({ state: 'failed', refused: { code: 'accident', detail: '内部错误' } });
  expect(JSON.stringify(given)).not.toContain('1234');
  expect(tries).toBe(3);
}, 30_000);

it('ends at a refusal, in words, and when whoever ordered it no longer may', async () => {
  const refused = office(async () => {
    throw refuse(OrganisationUnknown);
  });
  const one = await refused.order();
  refused.runner.start();
  expect(await refused.ended(one.id)).toMatchObject({
    state: 'failed',
    refused: { code: OrganisationUnknown.code, detail: OrganisationUnknown.title.zh },
  });
  await refused.runner.stop();
  const unentitled = office(
    async (job) => {
      await write(job, 'unentitled', 1);
      return { result: {} };
    },
    async () => false,
  );
  const two = await unentitled.order();
  unentitled.runner.start();
  expect(await unentitled.ended(two.id)).toMatchObject({ state: 'failed', refused: { code: JobRightsLost.code } });
  expect(await titled('unentitled')).toHaveLength(0);
});

it('keeps its wrong rows in the order they were found, page by page', async () => {
  const { runner, jobs, order, ended } = office(async (job) => {
    await here.store.commit(job.call(), async (work) => {
      await job.hold(work);
      const wrong = (line: number, field: string) => ({ file: 'a.csv', line, field, code: 'number.check' });
      await job.advance(work, { errors: [wrong(9, 'name'), wrong(9, 'number'), wrong(3, 'name')] });
    });
    return { result: {} };
  });
  const { id } = await order();
  runner.start();
  expect(await ended(id)).toMatchObject({ errorCount: 2 });
  const first = await jobs.errors(id, { limit: 2 }, call());
  const rest = await jobs.errors(id, { limit: 2, cursor: first.next }, call());
  expect([...first.items, ...rest.items].map(({ line, field }) => [line, field])).toEqual([
    [9, 'name'],
    [9, 'number'],
    [3, 'name'],
  ]);
  expect(rest.next).toBeUndefined();
});
