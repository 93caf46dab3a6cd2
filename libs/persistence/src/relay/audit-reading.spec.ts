import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { auditOf, contract, type Call, type InputOf } from '@lianxue/contracts';
import { app, callOf, person, until } from '@lianxue/testing';
import { Poster, posterFacts, Proving, proving } from '../../spec/proving.spec.js';
import { Cursors } from '../reading/cursor.js';
import { AuditReading } from './audit-reading.js';

let here: Proving;
let reading: AuditReading;
let city: string;
let county: string;
let school: string;
let elsewhere: string;

const { auditTrail } = contract('identity', auditOf('identity'));
type Asked = InputOf<typeof auditTrail>;
const teacher = (organisation: string): Call => callOf(proving.make, person({ role: 'teacher', organisation }));
const auditor = (organisation: string, input: Partial<Asked> = {}): Call =>
  callOf(auditTrail, person({ role: 'auditAdmin', organisation, subject: 'auditor' }), { limit: 20, ...input });
const read = (organisation: string, input: Partial<Asked> = {}) => reading.entries({ limit: 20, ...input }, auditor(organisation, input));

beforeAll(async () => {
  here = await Proving.start();
  reading = new AuditReading(here.database, new Cursors(Buffer.alloc(32, 1)));
  city = await here.organisation();
  county = await here.organisation(city);
  school = await here.organisation(county);
  elsewhere = await here.organisation(city);
  for (const [nth, organisation] of [school, county, elsewhere, school].entries())
    await here.store.commit(teacher(organisation), (work) =>
      work.insert(Object.assign(new Poster(), { organisation, title: `第${nth}张`, status: 'made' }), posterFacts.made),
    );
});
afterAll(() => here.stop());

describe('the audit trail', () => {
  it('shows an auditor what was done at and below their organisation, newest first', async () => {
    const { items, next } = await read(county);
    expect(items.map(({ organisation }) => organisation)).toEqual([school, county, school]);
    expect(next).toBeUndefined();
    expect(items[0]).toMatchObject({
      actor: 'person',
      role: 'teacher',
      operation: 'proving.make',
      what: 'made',
      thing: 'poster',
      version: 1,
    });
    expect((await read(city)).items).toHaveLength(4);
    expect((await read(elsewhere)).items).toHaveLength(1);
  });

  it('is read page by page', async () => {
    const first = await read(city, { limit: 3 });
    const second = await reading.entries({ limit: 3, cursor: first.next }, auditor(city, { limit: 3, cursor: first.next }));
    expect([first.items.length, second.items.length, second.next]).toEqual([3, 1, undefined]);
    expect(new Set([...first.items, ...second.items].map(({ seq }) => seq)).size).toBe(4);
  });

  it('is searched by who, what, which thing and when', async () => {
    const [newest, ...others] = (await read(city)).items;
    expect((await read(city, { entity: newest!.entity })).items).toEqual([newest]);
    expect((await read(city, { subject: 'nobody' })).items).toEqual([]);
    expect((await read(city, { operation: 'proving.make' })).items).toHaveLength(4);
    expect((await read(city, { from: '2100-01-01T00:00:00+08:00' })).items).toEqual([]);
    expect((await read(city, { to: '2000-01-01T00:00:00+08:00' })).items).toEqual([]);
    expect(others).toHaveLength(3);
  });

  it('is shown by where the thing belongs when an app did it that acts nowhere', async () => {
    const program: Call = callOf(proving.make, app({ client: 'some-app' }));
    await here.select('some-app', elsewhere);
    await here.store.commit(program, (work) =>
      work.insert(Object.assign(new Poster(), { organisation: elsewhere, title: '应用所制', status: 'made' }), posterFacts.made),
    );
    expect((await read(elsewhere, { subject: 'some-app' })).items).toHaveLength(1);
    expect((await read(county, { subject: 'some-app' })).items).toEqual([]);
  });

  it('is held to its chain from any link on', async () => {
    here.relay.start();
    await until(async () => (await reading.chain(0)).to === 5);
    expect(await reading.chain(0)).toEqual({ from: 0, to: 5, brokenAt: null, whole: true });
    expect(await reading.chain(3)).toEqual({ from: 3, to: 5, brokenAt: null, whole: true });
  });
});
