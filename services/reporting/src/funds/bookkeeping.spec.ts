import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CLOCK, reporting, type Caller, type InputOf } from '@lianxue/contracts';
import { callOf, openRoom, person, type Room } from '@lianxue/testing';
import { migrations } from '../migrations/index.js';
import { entities } from '../reporting.module.js';
import { Bookkeeping } from './bookkeeping.js';
import type { Fund } from './fund.entity.js';
import { TotallingFunds } from './totalling.js';

describe('a fund', () => {
  const clock = { at: new Date('2026-11-20T08:00:00+08:00'), now: () => clock.at };
  let room: Room;
  let city: Caller;
  let school: Caller;
  let fund: Fund;
  let year = 2010;

  beforeAll(async () => {
    room = await openRoom('reporting', {
      entities,
      migrations,
      providers: [Bookkeeping, TotallingFunds, { provide: CLOCK, useValue: clock }],
    });
    city = person({ role: 'centreHead', organisation: room.region.city });
    school = person({ role: 'schoolAdmin', organisation: room.region.school });
  });
  afterAll(() => room.close());

  const open = (more = {}) =>
    room
      .get(Bookkeeping)
      .open(
        { organisation: room.region.city, code: 'special', name: '智慧教育发展专项资金', kind: 'special', year, overdraft: false, ...more },
        callOf(reporting.openFund, city),
      );
  type Line = InputOf<typeof reporting.enterIntoFund>;
  const enter = (kind: Line['kind'], organisation: string, fen: number, by = city, of = fund) =>
    room
      .get(Bookkeeping)
      .enter(
        { fundId: of.id, kind, organisation, fen, day: '2026-03-01', evidence: `凭证${kind}`, purpose: '设备' },
        callOf(reporting.enterIntoFund, by),
      );
  const reverse = (entryId: string, by = city) =>
    room
      .get(Bookkeeping)
      .reverse({ entryId, day: '2026-03-02', evidence: '冲销1', purpose: '记错' }, callOf(reporting.reverseFundEntry, by));
  const totals = (by = city) => room.get(TotallingFunds).totals({ year }, callOf(reporting.fundTotals, by));

  beforeEach(async () => {
    year++;
    fund = await open();
    await enter('budget', room.region.city, 100_000_03);
  });

  it('describes its tables as the migrations make them', async () => {
    expect(await room.schemaDiff()).toEqual([]);
  });

  it('lets no balance fall below zero', async () => {
    await expect(enter('spending', room.region.school, 1, school)).rejects.toMatchObject({
      kind: { code: 'fund.overdrawn' },
      facts: { fen: 1 },
    });
    await enter('allocation', room.region.school, 60_000_00);
    await expect(enter('allocation', room.region.sibling, 40_000_04)).rejects.toMatchObject({ facts: { fen: 1 } });
    await enter('spending', room.region.school, 60_000_00, school);
    await expect(enter('spending', room.region.school, 1, school)).rejects.toMatchObject({ kind: { code: 'fund.overdrawn' } });
    const both = await Promise.allSettled([1, 2].map(() => enter('allocation', room.region.sibling, 30_000_00)));
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('may be overdrawn where it says so', async () => {
    const loose = await open({ code: 'loose', overdraft: true });
    expect((await enter('spending', room.region.school, 5, school, loose)).fact()).toMatchObject({ kind: 'spending', fen: 5 });
  });

  it('reverses a line wholly and once, and changes none', async () => {
    const { id } = await enter('allocation', room.region.school, 500);
    const spent = await enter('spending', room.region.school, 200, school);
    await expect(reverse(id)).rejects.toMatchObject({ kind: { code: 'fund.overdrawn' }, facts: { fen: 200 } });
    const back = await reverse(spent.id);
    expect(back.fact()).toMatchObject({ fen: -200, reverses: spent.id, organisation: room.region.school });
    await expect(reverse(spent.id)).rejects.toMatchObject({ kind: { code: 'fund_entry.reversed' } });
    await expect(reverse(back.id)).rejects.toMatchObject({ kind: { code: 'fund_entry.reversed' } });
    await reverse(id);
    expect(await totals()).toMatchObject({ allocated: 0, spent: 0 });
  });

  it('is kept by its keeper, for those below', async () => {
    const county = person({ role: 'countyReviewer', organisation: room.region.county });
    await expect(enter('allocation', room.region.school, 1, county)).rejects.toMatchObject({ kind: { code: 'fund.not_keeper' } });
    await expect(enter('budget', room.region.county, 1)).rejects.toMatchObject({ kind: { code: 'fund.outside' } });
    await expect(enter('spending', room.region.sibling, 1, school)).rejects.toMatchObject({ kind: { status: 404 } });
    await expect(open()).rejects.toMatchObject({ kind: { code: 'fund.code_taken' } });
    const { id } = await enter('allocation', room.region.school, 1);
    await expect(reverse(id, county)).rejects.toMatchObject({ kind: { code: 'fund.not_keeper' } });
  });

  it('adds up by subtree to the last fen, and measures the share of public funds', async () => {
    await enter('allocation', room.region.school, 1_000_01);
    await enter('allocation', room.region.sibling, 2_000_02);
    await enter('spending', room.region.school, 999_99, school);
    const state = (organisation: string, fen: number) =>
      room.get(Bookkeeping).statePublicFunds({ organisation, year, fen }, callOf(reporting.statePublicFunds, city));
    await state(room.region.school, 5);
    await state(room.region.school, 10_000_00);
    const whole = await totals();
    expect(whole).toMatchObject({
      budget: 100_000_03,
      allocated: 3_000_03,
      spent: 999_99,
      publicFunds: 10_000_00,
      share: '10.00',
      reached: false,
    });
    expect(whole.units).toEqual([expect.objectContaining({ organisation: room.region.county, allocated: 3_000_03, spent: 999_99 })]);
    await enter('spending', room.region.school, 1, school);
    expect(await totals(school)).toMatchObject({ spent: 1_000_00, reached: true, units: [] });
    expect(JSON.stringify(await room.facts())).not.toContain('设备');
  });
});
