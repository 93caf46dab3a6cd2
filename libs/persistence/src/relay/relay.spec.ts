import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { Fact } from '@lianxue/contracts';
import { callOf, service, until } from '@lianxue/testing';
import { Relay } from '../index.js';
import { newId } from '../ids.js';
import { Poster, Proving, posterFacts, proving } from '../../spec/proving.spec.js';

/** Stands where JetStream stands: keeps what it is given, can be emptied, can be away. */
class Stream {
  facts: Fact[] = [];
  away = false;

  async publish(facts: readonly Fact[]): Promise<void> {
    if (this.away) throw new Error('no stream');
    this.facts.push(...facts);
  }

  async lastPublished(): Promise<number> {
    if (this.away) throw new Error('no stream');
    return this.facts.at(-1)?.feedSeq ?? 0;
  }
}

let here: Proving;
let stream: Stream;
let school: string;

beforeEach(async () => {
  here = await Proving.start();
  here.published = stream = new Stream();
  school = await here.organisation();
});
afterEach(() => here.stop());

const call = () => callOf(proving.make, service('gateway'));
const make = () =>
  here.store.commit(call(), (work) =>
    work.insert(Object.assign(new Poster(), { organisation: school, status: 'draft', title: newId() }), posterFacts.made),
  );
const change = (id: string) => here.store.commit(call(), async (work) => work.update(await work.one(Poster, id), posterFacts.changed));

describe('the relay', () => {
  it('numbers densely and publishes every fact once, versions in order', async () => {
    here.relay.start();
    const made = await Promise.all(Array.from({ length: 8 }, make));
    await Promise.all(made.flatMap(({ id }) => Array.from({ length: 5 }, () => change(id))));
    await until(() => stream.facts.length === 48);
    expect(stream.facts.map(({ feedSeq }) => feedSeq)).toEqual(Array.from({ length: 48 }, (_, index) => index + 1));
    for (const { id } of made)
      expect(stream.facts.filter(({ entity }) => entity === id).map(({ version }) => version)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(await here.relay.changesAfter(40, 5)).toEqual(stream.facts.slice(40, 45));
  });

  it('holds back, and never skips, while a lower writer is at work', async () => {
    const first = await make();
    const slow = new pg.Client({ connectionString: here.url });
    await slow.connect();
    await slow.query('begin; select pg_current_xact_id()');
    await change(first.id);
    here.relay.start();
    await until(() => stream.facts.length === 1);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(stream.facts.map(({ version }) => version)).toEqual([1]);
    await slow.query('commit');
    await slow.end();
    await until(() => stream.facts.length === 2);
  });

  it('fills an emptied stream again, and goes on after one was away', async () => {
    here.relay.start();
    await Promise.all(Array.from({ length: 10 }, make));
    await until(() => stream.facts.length === 10);
    stream.facts = [];
    await until(() => stream.facts.length === 10);
    stream.away = true;
    await make();
    await new Promise((resolve) => setTimeout(resolve, 300));
    stream.away = false;
    await until(() => stream.facts.length === 11);
    expect(stream.facts.map(({ feedSeq }) => feedSeq)).toEqual(Array.from({ length: 11 }, (_, index) => index + 1));
  });

  it('is one at a time, and another takes its place', async () => {
    const other = new Relay(here.database, () => stream);
    here.relay.start();
    other.start();
    await Promise.all(Array.from({ length: 20 }, make));
    await until(() => stream.facts.length === 20);
    await here.relay.stop();
    await make();
    await until(() => stream.facts.length === 21);
    await other.stop();
    expect(new Set(stream.facts.map(({ id }) => id)).size).toBe(21);
  });

  it('survives the loss of every connection', async () => {
    here.relay.start();
    const { id } = await make();
    await until(() => stream.facts.length === 1);
    await here.source.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where usename = current_user and datname = current_database() and pid <> pg_backend_pid()',
    );
    await until(async () =>
      change(id).then(
        () => true,
        () => false,
      ),
    );
    await here.store.one(Poster, id, call());
    await until(() => stream.facts.length === 2);
  });
});

describe('the audit trail', () => {
  it('is chained, and shows where it was changed', async () => {
    here.relay.start();
    await Promise.all(Array.from({ length: 12 }, make));
    await until(async () => (await here.relay.verifyAudit()).entries === 12);
    expect(await here.relay.verifyAudit()).toEqual({ entries: 12, whole: true });
    const admin = new pg.Client({ connectionString: here.adminUrl });
    await admin.connect();
    await admin.query(`update proving.audit set what = 'forged' where link = 7`);
    await admin.end();
    expect(await here.relay.verifyAudit()).toEqual({ entries: 6, brokenAt: 7, whole: false });
  });
});
