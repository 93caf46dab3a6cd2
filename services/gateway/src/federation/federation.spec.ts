import { randomUUID } from 'node:crypto';
import { federation, ONCE, type Fact, type Once } from '@lianxue/contracts';
import { app, callOf, openRoom, type Room } from '@lianxue/testing';
import { newId } from '@lianxue/persistence';
import { DataSource } from 'typeorm';
import { feedMigration } from './feed.migration.js';
import { Feed } from './feed.js';
import { Reading } from './reading.js';

describe('the federation feed', () => {
  let room: Room;
  let feed: Feed;
  let reading: Reading;
  const seqs = new Map<string, number>();

  beforeAll(async () => {
    room = await openRoom('gateway', { entities: [], migrations: [feedMigration], providers: [Feed, Reading] });
    feed = room.get(Feed);
    reading = room.get(Reading);
  });
  afterAll(() => room.close());

  /** The next fact of a service. */
  const fact = (of: Partial<Fact> & { organisation: string }): Fact => {
    const service = of.service ?? 'resources';
    const feedSeq = (seqs.get(service) ?? 0) + 1;
    seqs.set(service, feedSeq);
    return {
      id: randomUUID(),
      type: `cn.lianxue.${service}.resource.registered`,
      service,
      thing: 'resource',
      entity: newId(),
      version: 1,
      actor: 'person',
      time: new Date().toISOString(),
      feedSeq,
      data: { title: '分数' },
      ...of,
    };
  };
  const write = (one: Fact) =>
    room.get(DataSource).transaction((manager) => feed.apply(one, { query: (text, values = []) => manager.query(text, [...values]) }));
  const readerAt = async (organisation: string, scopes = ['federation.read', 'resources.read', 'identity.read']) => {
    const client = `reader-${randomUUID()}`;
    await room.query(
      'insert into app_reach (id, client, organisation, scopes, active, until, version) values ($1, $2, $3, $4, true, null, 1)',
      [newId(), client, organisation, scopes],
    );
    return callOf(federation.changes, app({ client }));
  };
  const entities = (items: readonly { subject: string }[]) => items.map(({ subject }) => subject.split('/')[1]);

  it('gives a reader what lies below its selections, and nothing of others', async () => {
    const near = await readerAt(room.region.county);
    const far = await readerAt(room.region.neighbourCounty);
    const one = fact({ organisation: room.region.school });
    await write(one);
    expect(entities((await reading.changes({ limit: 200 }, near)).items)).toContain(one.entity);
    expect(entities((await reading.changes({ limit: 200 }, far)).items)).not.toContain(one.entity);
  });

  it('gives nothing of a service whose data the app was not granted', async () => {
    const reader = await readerAt(room.region.city, ['federation.read', 'identity.read']);
    await write(fact({ organisation: room.region.school }));
    expect((await reading.changes({ limit: 200 }, reader)).items).toEqual([]);
  });

  it('goes on from a cursor and repeats nothing', async () => {
    const reader = await readerAt(room.region.school);
    for (let n = 0; n < 5; n++) await write(fact({ organisation: room.region.school }));
    const all = entities((await reading.changes({ limit: 200 }, reader)).items);
    const read: (string | undefined)[] = [];
    for (let cursor: string | undefined, more = true; more;) {
      const page = await reading.changes({ limit: 2, cursor }, reader);
      read.push(...entities(page.items));
      ({ next: cursor, more } = page);
    }
    expect(read).toEqual(all);
  });

  it('takes a fact once, and tells of a gap instead of writing past it', async () => {
    const one = fact({ organisation: room.region.school });
    const lost = fact({ organisation: room.region.school });
    const next = fact({ organisation: room.region.school });
    const missing: string[] = [];
    feed.missing = (service) => missing.push(service);
    await write(one);
    await write(one);
    await write(next);
    expect(missing).toEqual(['resources']);
    await write(lost);
    await write(next);
    const rows = await room.query<{ entity: string }>('select entity from feed where entity = any($1) order by position', [
      [one.entity, lost.entity, next.entity],
    ]);
    expect(rows.map(({ entity }) => entity)).toEqual([one.entity, lost.entity, next.entity]);
  });

  it('passes a deletion on as a tombstone', async () => {
    const reader = await readerAt(room.region.sibling);
    const gone = fact({ organisation: room.region.sibling, data: null, type: 'cn.lianxue.resources.resource.discarded', version: 2 });
    await write(gone);
    expect((await reading.changes({ limit: 200 }, reader)).items.at(-1)).toMatchObject({ subject: `resource/${gone.entity}`, data: null });
  });

  it('tells the loser and the gainer when an organisation moves, and gives the gainer a snapshot', async () => {
    const { county, neighbourCounty } = room.region;
    const bureau = { id: newId(), parent: county, version: 1, kind: 'bureau', name: '高新区', divisionCode: null, state: 'open' };
    const told = (version: number, happened: string, data: typeof bureau) =>
      fact({
        service: 'identity',
        thing: 'organisation',
        type: `cn.lianxue.identity.organisation.${happened}`,
        entity: bureau.id,
        organisation: bureau.id,
        version,
        data,
      });
    await write(told(1, 'registered', bureau));
    const work = fact({ organisation: bureau.id });
    await write(work);
    const loser = await readerAt(county);
    const gainer = await readerAt(neighbourCounty);
    await write(told(2, 'moved', { ...bureau, parent: neighbourCounty, version: 2 }));

    const left = (await reading.changes({ limit: 200 }, loser)).items;
    const joined = (await reading.changes({ limit: 200 }, gainer)).items;
    expect(left.map(({ type }) => type)).toContain('cn.lianxue.federation.scope.left');
    expect(left.map(({ type }) => type)).not.toContain('cn.lianxue.federation.scope.joined');
    expect(joined.at(-1)).toMatchObject({ type: 'cn.lianxue.federation.scope.joined', data: { organisation: bureau.id, why: 'reach' } });

    const snapshot = await reading.snapshot({ limit: 200, below: bureau.id }, gainer);
    expect(entities(snapshot.items)).toEqual(expect.arrayContaining([work.entity, bureau.id]));
    expect(entities((await reading.snapshot({ limit: 200, below: bureau.id }, loser)).items)).toEqual([]);
  });

  const scopes = async (reader: Awaited<ReturnType<typeof readerAt>>) =>
    (await reading.changes({ limit: 200 }, reader)).items.filter(({ type }) => type.startsWith('cn.lianxue.federation.scope.'));
  const scopeTypes = { left: 'cn.lianxue.federation.scope.left', joined: 'cn.lianxue.federation.scope.joined' } as const;

  it.each([
    ['withdrawn', 'consentWithdrawn'],
    ['ended', 'consentEnded'],
  ])('tells an app, and no other, when a consent for it begins and is %s', async (state, why) => {
    const [asking, other] = [await readerAt(room.region.county), await readerAt(room.region.county)];
    const consent = { id: newId(), organisation: room.region.school, child: newId(), client: asking.caller.client };
    for (const [version, now] of [
      [1, 'given'],
      [2, state],
    ] as const) {
      const type = `cn.lianxue.identity.consent.${now}`;
      const told = { service: 'identity', thing: 'consent', type, entity: consent.id, organisation: consent.organisation, version };
      await write(fact({ ...told, data: { ...consent, version, state: now } }));
    }
    const about = { organisation: room.region.school, person: consent.child, snapshot: null };
    expect(await scopes(asking)).toMatchObject([
      { type: scopeTypes.joined, data: { ...about, why: 'consentGiven' } },
      { type: scopeTypes.left, data: { ...about, why } },
    ]);
    expect(await scopes(other)).toEqual([]);
  });

  it('tells the old school’s reader that a person left, the new one’s that they came, and whoever reads both neither', async () => {
    const { farSchool: school, school: next, city } = room.region;
    const [old, fresh, above] = [await readerAt(school), await readerAt(next), await readerAt(city)];
    const person = newId();
    const told = (version: number, organisation: string) =>
      write(
        fact({
          service: 'identity',
          thing: 'person',
          type: `cn.lianxue.identity.person.${version === 1 ? 'registered' : 'changed'}`,
          entity: person,
          organisation,
          version,
          data: { id: person, version, organisation, kinds: ['pupil'], closed: false, successor: null },
        }),
      );
    await told(1, school);
    await told(2, school);
    expect(await scopes(old)).toEqual([]);
    await told(3, next);
    expect(await scopes(old)).toMatchObject([
      { type: scopeTypes.left, subject: `scope/${person}`, data: { organisation: school, person, why: 'left', snapshot: null } },
    ]);
    expect(await scopes(fresh)).toMatchObject([{ type: scopeTypes.joined, data: { organisation: next, person, why: 'entered' } }]);
    expect(await scopes(above)).toEqual([]);
  });

  it('gives one row per entity in a snapshot, page by page, and a cursor to go on from', async () => {
    const { farSchool } = room.region;
    const reader = await readerAt(farSchool);
    const twice = fact({ organisation: farSchool });
    await write(twice);
    await write(fact({ organisation: farSchool }));
    await write(fact({ organisation: farSchool, entity: twice.entity, version: 2 }));
    const items: { subject: string; entityversion: number }[] = [];
    let changes = '';
    for (let cursor: string | undefined, first = true; first || cursor; first = false) {
      const page = await reading.snapshot({ limit: 1, cursor }, reader);
      items.push(...page.items);
      ({ next: cursor, changes } = page);
    }
    expect(items).toHaveLength(2);
    expect(items.find(({ subject }) => subject.endsWith(twice.entity))?.entityversion).toBe(2);
    expect((await reading.changes({ limit: 10, cursor: changes }, reader)).items).toEqual([]);
  });

  it.each([
    ['of another epoch', Buffer.from(`${randomUUID()}.1`).toString('base64url'), 410],
    ['that is none', 'bm9uc2Vuc2U', 400],
  ])('refuses a cursor %s', async (_, cursor, status) => {
    const reader = await readerAt(room.region.school);
    await expect(reading.changes({ limit: 1, cursor }, reader)).rejects.toMatchObject({ kind: { status } });
  });

  it('refuses a cursor ahead of a feed that was restored', async () => {
    const reader = await readerAt(room.region.school);
    const { next } = await reading.changes({ limit: 1 }, reader);
    const [epoch] = Buffer.from(next, 'base64url').toString().split('.');
    const ahead = Buffer.from(`${epoch}.999999999`).toString('base64url');
    await expect(reading.changes({ limit: 1, cursor: ahead }, reader)).rejects.toMatchObject({ kind: { code: 'feed.epoch_changed' } });
  });

  it('keeps positions dense and in the order of commit while many write at once', async () => {
    const facts = ['a', 'b', 'c', 'd'].flatMap((service) =>
      Array.from({ length: 25 }, () => fact({ service, organisation: room.region.school })),
    );
    const once = room.get<Once>(ONCE as never);
    await Promise.all(
      ['a', 'b', 'c', 'd'].map(async (service) => {
        for (const one of facts.filter((each) => each.service === service))
          await once.once('federation', one, (statements) => feed.apply(one, statements));
      }),
    );
    const [{ count, least, most }] = (await room.query<{ count: string; least: string; most: string }>(
      'select count(*), min(position) as least, max(position) as most from feed',
    )) as [{ count: string; least: string; most: string }];
    expect(Number(most) - Number(least) + 1).toBe(Number(count));
  });
});
