import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { MeasureNoDimension, MeasureNotFound, MeasureSpanUnfit, NotFound } from '@lianxue/contracts';
import { newId } from '@lianxue/persistence';
import { MeasuresRoom, told } from './measures.room.js';

const refused = (kind: { code: string }) => ({ kind: expect.objectContaining({ code: kind.code }) });
const year = { from: '2026-01-01', to: '2026-12-31' };

describe('reading a measure', () => {
  const measures = new MeasuresRoom();
  beforeAll(() => measures.open());
  afterAll(() => measures.close());
  beforeEach(() => measures.forget());

  /** Published and still there. */
  const publish = async (organisation: string, day: string, subject = 'physics') =>
    measures.hear(
      'resources',
      'resource',
      { organisation, subject, status: 'published', publishedAt: `${day}T08:00:00+08:00` },
      { time: `${day}T00:00:00Z` },
    );

  it('tells how much there was in some days, beside the same days a year before, and what it means', async () => {
    const { school, sibling, farSchool } = measures.room.region;
    await publish(school, '2026-03-01');
    await publish(sibling, '2026-09-19');
    await publish(farSchool, '2026-09-19');
    for (const day of ['2025-01-01', '2025-09-20', '2025-09-21']) await publish(school, day);
    await measures.count();
    const reading = await measures.read('resources_published');
    expect(reading).toMatchObject({ view: 'bureau', from: '2026-01-01', to: '2026-09-20', organisation: measures.room.region.county });
    expect(reading.total).toEqual({ amount: 2, hidden: false, lastYear: { amount: 2, hidden: false, change: 0, changePercent: 0 } });
    expect(reading.measure).toMatchObject({ name: '资源发布数', unit: '件', definition: expect.stringContaining('最近一次发布') });
    const { total } = await measures.read('resources_available');
    expect([total.amount, total.lastYear.amount]).toEqual([5, 2]);
  });

  it('falls into days, months, the level below and its dimension', async () => {
    const { school, sibling, county, neighbourCounty, farSchool, citySchool, city } = measures.room.region;
    await publish(school, '2025-12-31', 'music');
    await publish(school, '2026-01-31');
    await publish(sibling, '2026-02-01', 'music');
    await publish(farSchool, '2026-02-02');
    await publish(citySchool, '2026-02-03');
    await measures.count();
    const span = { from: '2026-01-30', to: '2026-02-02' };
    expect(told(await measures.read('resources_published', { ...span, group: 'day' }))).toEqual({
      ...{ '2026-01-30': 0, '2026-01-31': 1, '2026-02-01': 1, '2026-02-02': 0 },
    });
    expect(told(await measures.read('resources_available', { ...span, group: 'day' }))).toEqual({
      ...{ '2026-01-30': 1, '2026-01-31': 2, '2026-02-01': 3, '2026-02-02': 3 },
    });
    expect(told(await measures.read('resources_available', { ...span, group: 'month' }))).toEqual({ '2026-01': 2, '2026-02': 3 });
    const byOrganisation = await measures.read('resources_published', { ...year, group: 'organisation' }, measures.city);
    expect(told(byOrganisation)).toEqual({ [county]: 2, [neighbourCounty]: 1, [citySchool]: 1 });
    expect(byOrganisation.lines.map(({ name, rank }) => [name, rank])).toEqual([
      ['临川区教育局', 1],
      ['市第一中学', null],
      ['东乡区教育局', 2],
    ]);
    expect(byOrganisation.organisation).toBe(city);
    expect(told(await measures.read('resources_available', { ...year, group: 'dimension' }))).toEqual({ physics: 1, music: 2 });
    expect((await measures.read('resources_available', { ...year, value: 'music' })).total.amount).toBe(2);
  });

  it('tells of no group under five people, nor lets it be told from the rest', async () => {
    const { school, sibling, centralSchool, teachingPoint, secondTeachingPoint } = measures.room.region;
    await measures.pupils(school, 8);
    await measures.pupils(sibling, 3);
    await measures.pupils(centralSchool, 6);
    await measures.count();
    const reading = await measures.read('pupils', { group: 'organisation' });
    expect(told(reading)).toEqual({ [school]: 8, [sibling]: 'hidden', [centralSchool]: 'hidden' });
    expect(reading.total).toMatchObject({ amount: 17, hidden: false });
    expect(reading).toMatchObject({ from: '2026-01-01', to: '2026-09-30' });
    const central = await measures.read('pupils', { organisation: centralSchool, group: 'organisation' });
    expect([central.total, told(central)]).toMatchObject([
      { amount: null, hidden: true },
      { [centralSchool]: 'hidden', [teachingPoint]: 0, [secondTeachingPoint]: 0 },
    ]);
    expect((await measures.read('pupils', { organisation: school })).total.amount).toBe(8);
  });

  it('counts people by whole months', async () => {
    for (const asked of [{ group: 'day' }, { from: '2026-09-02', to: '2026-09-30' }, { from: '2026-09-01', to: '2026-09-29' }])
      await expect(measures.read('pupils', asked)).rejects.toMatchObject(refused(MeasureSpanUnfit));
    await expect(measures.read('resources_published', { from: '2026-09-02', to: '2026-09-01' })).rejects.toMatchObject(
      refused(MeasureSpanUnfit),
    );
    await expect(measures.read('resources_published', { from: '2020-01-01' })).rejects.toMatchObject(refused(MeasureSpanUnfit));
    const february = await measures.read('pupils', { from: '2028-02-01', to: '2028-02-29' });
    expect(february).toMatchObject({ from: '2028-02-01', to: '2028-02-29' });
  });

  it('counts what happened to people by a month or a year, so that no month is told by two spans', async () => {
    const { school } = measures.room.region;
    for (const [on, many] of [
      ['2026-01-10', 7],
      ['2026-02-10', 2],
      ['2026-03-10', 9],
    ] as const)
      for (let nth = 0; nth < many; nth++) await measures.hear('identity', 'movement', { organisation: school, kind: 'transferOut', on });
    await measures.count();
    const reading = await measures.read('pupil_movements', { group: 'month' });
    expect(reading).toMatchObject({ from: '2026-01-01', to: '2026-12-31', total: { amount: 18 } });
    expect(told(reading)).toMatchObject({ '2026-01': 'hidden', '2026-02': 'hidden', '2026-03': 9, '2026-04': 0 });
    const month = async (from: string, to: string) => (await measures.read('pupil_movements', { from, to })).total.amount;
    expect([await month('2026-01-01', '2026-01-31'), await month('2026-03-01', '2026-03-31')]).toEqual([null, 9]);
    await expect(month('2026-01-01', '2026-02-28')).rejects.toMatchObject(refused(MeasureSpanUnfit));
    await expect(month('2025-01-01', '2026-12-31')).rejects.toMatchObject(refused(MeasureSpanUnfit));
  });

  it('refuses what there is not, what is not for this view, and what lies elsewhere', async () => {
    await expect(measures.read('grades')).rejects.toMatchObject(refused(MeasureNotFound));
    await expect(measures.read('evaluations_scored', {}, measures.school)).rejects.toMatchObject(refused(MeasureNotFound));
    await expect(measures.read('vendors', { group: 'dimension' }, measures.city)).rejects.toMatchObject(refused(MeasureNoDimension));
    for (const organisation of [measures.room.region.farSchool, newId()])
      await expect(measures.read('pupils', { organisation })).rejects.toMatchObject(refused(NotFound));
  });
});
