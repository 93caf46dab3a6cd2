import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { measureCodes, reporting, type MeasureCode } from '@lianxue/contracts';
import { callOf } from '@lianxue/testing';
import { MeasuresRoom } from './measures.room.js';
import { RecountingMeasures } from './recounting-measures.js';

const at = '2026-09-10T08:00:00+08:00';
/** One of everything that is told, by the services' own words. */
const everything: readonly (readonly [service: string, thing: string, data: object])[] = [
  ['identity', 'organisation', { kind: 'school', state: 'open', name: '校', parent: null, divisionCode: null }],
  ['identity', 'class', { kind: 'homeroom', stage: 'primary', ended: false, title: '一（1）班' }],
  ['identity', 'post', { role: 'pupil', ended: false, deputyOf: null }],
  ['identity', 'post', { role: 'teacher', ended: false, deputyOf: null }],
  ['identity', 'enrolment', { class: 'c1', role: 'pupil', ended: false }],
  ['identity', 'movement', { kind: 'entry', on: '2026-09-01' }],
  ['identity', 'selection', { client: 'app', active: true }],
  ['identity', 'app_use', { client: 'app', day: '2026-09-10', uses: 12 }],
  ['identity', 'consent', { client: 'app', state: 'given' }],
  ['identity', 'vendor', { state: 'approved' }],
  ['identity', 'app', { client: 'app', name: '作业', state: 'listed' }],
  ['resources', 'resource', { subject: 'physics', status: 'published', publishedAt: at }],
  ['resources', 'resource', { subject: 'physics', status: 'withdrawn', publishedAt: at }],
  [
    'resources',
    'resource_use',
    { subject: 'physics', day: '2026-09-10', views: 3, downloads: 2, inClass: 4, elsewhere: 1, favourites: 1, ratings: 1 },
  ],
  ['resources', 'holding', { kind: 'book', copies: 3 }],
  ['resources', 'holding_use', { day: '2026-09-10' }],
  ['resources', 'loan', { lentOn: '2026-09-10', copies: 2 }],
  ['classrooms', 'deliveredClass', { subject: 'music', createdAt: at }],
  ['classrooms', 'classSession', { status: 'held', startsAt: at, startedAt: at }],
  ['classrooms', 'classSession', { status: 'missed', startsAt: at, startedAt: null }],
  ['classrooms', 'attendance', { kind: 'signedIn', source: 'signIn', at }],
  ['incidents', 'incident', { level: 'IV', status: 'reported', reportedAt: at, closedAt: null }],
  ['incidents', 'incident', { level: 'IV', status: 'closed', reportedAt: at, closedAt: at }],
  ['incidents', 'dailyReport', { kind: 'zero', day: '2026-09-10' }],
  ['activities', 'activity', { status: 'open', name: '电脑制作' }],
  ['activities', 'entry', { activity: 'a1', status: 'recognised', award: 'first' }],
  ['activities', 'evaluation', { activity: 'a1', status: 'scored' }],
  ['reporting', 'period', { name: '三季度' }],
  ['reporting', 'submission', { period: 'p1', status: 'approved', submittedAt: at, decidedAt: at }],
  ['reporting', 'bulletin', { template: 'quarter', status: 'issued', issuedOn: '2026-09-10' }],
  ['reporting', 'bulletin_receipt', { received: true }],
];

describe('what facts come to', () => {
  const measures = new MeasuresRoom();
  beforeAll(() => measures.open());
  afterAll(() => measures.close());
  beforeEach(() => measures.forget());

  const resource = (status: string, publishedAt: string | null, organisation = measures.room.region.school) => ({
    ...{ organisation, subject: 'physics', status, publishedAt },
  });
  const available = async () =>
    (await measures.totals())
      .filter(({ measure }) => measure === 'resources_available')
      .map(({ organisation, day, amount }) => [organisation, day, amount]);
  const recount = () =>
    measures.room
      .get(RecountingMeasures)
      .recount(measures.room.region.city, callOf(reporting.recountMeasures, measures.city, { organisation: measures.room.region.city }));

  it('is every measure there is, and nothing else', async () => {
    const { school } = measures.room.region;
    for (const [service, thing, data] of everything) {
      const receiver = thing === 'attendance' ? { receiver: school } : {};
      const own = thing === 'organisation' ? { entity: school } : {};
      await measures.hear(service, thing, { organisation: school, ...receiver, ...data }, own);
    }
    await measures.count();
    const told = new Set((await measures.totals()).map(({ measure }) => measure as MeasureCode));
    expect([...told].sort()).toEqual([...measureCodes].sort());
    expect((await measures.totals()).find(({ measure }) => measure === 'app_uses')?.amount).toBe(12);
    const inClass = (await measures.totals()).filter(({ measure }) => measure === 'class_resource_uses');
    expect(inClass).toMatchObject([
      { dimension: 'elsewhere', amount: 1 },
      { dimension: 'platform', amount: 4 },
    ]);
    expect(new Set((await measures.totals()).map(({ organisation }) => organisation))).toEqual(new Set([school]));
  });

  it('changes once by a fact that comes twice, and not by one that comes late', async () => {
    const { school } = measures.room.region;
    const entity = await measures.hear('resources', 'resource', resource('published', at), { time: '2026-09-10T00:00:00Z' });
    await measures.count();
    await measures.hear('resources', 'resource', resource('published', at), { entity, time: '2026-09-10T00:00:00Z' });
    await measures.count();
    expect(await available()).toEqual([[school, '2026-09-10', 1]]);
    await measures.hear('resources', 'resource', resource('withdrawn', at), { entity, version: 3, time: '2026-09-12T00:00:00Z' });
    await measures.count();
    await measures.hear('resources', 'resource', resource('published', at), { entity, version: 2, time: '2026-09-11T00:00:00Z' });
    await measures.count();
    expect(await available()).toEqual([
      [school, '2026-09-10', 1],
      [school, '2026-09-12', -1],
    ]);
  });

  it('is taken back by a deletion and follows a move', async () => {
    const { school, sibling } = measures.room.region;
    const entity = await measures.hear('resources', 'resource', resource('published', at));
    await measures.hear('resources', 'resource', resource('published', at, sibling), { entity, version: 2 });
    await measures.count();
    expect(await available()).toEqual([[sibling, '2026-09-10', 1]]);
    const [published] = (await measures.totals()).filter(({ measure }) => measure === 'resources_published');
    expect(published).toMatchObject({ organisation: sibling, amount: 1 });
    await measures.hear('resources', 'resource', null, { entity, version: 3 });
    await measures.count();
    expect(await measures.totals()).toEqual([]);
    expect(school).not.toBe(sibling);
  });

  it('passes over what concerns no measure', async () => {
    await measures.hear('identity', 'post', { organisation: measures.room.region.school, role: 'guardian', ended: false, deputyOf: null });
    await measures.hear('identity', 'card', { organisation: measures.room.region.school });
    expect(await measures.room.query('select 1 from telling')).toEqual([]);
  });

  it('is the same to the last digit when it is counted anew', async () => {
    const { school, sibling, farSchool } = measures.room.region;
    const places = [school, sibling, farSchool];
    for (let nth = 0; nth < 30; nth++) {
      const entity = await measures.hear('resources', 'resource', resource('published', at, places[nth % 3]));
      if (nth % 4 === 0)
        await measures.hear('resources', 'resource', resource('withdrawn', at, places[nth % 3]), { entity, version: 2, time: at });
      if (nth % 7 === 0) await measures.count();
    }
    await measures.count();
    const counted = await measures.totals();
    expect(await recount()).toMatchObject({ totals: counted.length, changed: 0 });
    expect(await measures.totals()).toEqual(counted);
    await measures.room.query(`update measure_total set amount = amount + 1 where organisation = $1`, [school]);
    await measures.room.query(`delete from measure_total where organisation = $1`, [farSchool]);
    expect((await recount()).changed).toBeGreaterThan(0);
    expect(await measures.totals()).toEqual(counted);
    expect((await recount()).changed).toBe(0);
  });
});
