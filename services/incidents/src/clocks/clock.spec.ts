import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ClockRule, IncidentLevel, OperatorKind } from '@lianxue/contracts';
import { dayInBeijing } from '@lianxue/contracts';
import { openRoom, type Room } from '@lianxue/testing';
import { entities } from '../entities.js';
import { migrations } from '../migrations/index.js';
import { clocksOf, clockView, nextDue, type Moments } from './clock.js';
import { rulesOn } from './rules.js';

const moments = (level: IncidentLevel, operatorKind: OperatorKind, discovered: string, more: Partial<Moments> = {}): Moments => ({
  level,
  operatorKind,
  discoveredAt: new Date(discovered),
  reportedAt: new Date(discovered),
  supplementedAt: null,
  containedAt: null,
  closedAt: null,
  ...more,
});

/** Level × kind of operator × discovery: which report outside is due when, in 北京时间. */
const table: readonly [IncidentLevel, OperatorKind, string, string | undefined, string | undefined][] = [
  ['I', 'other', '2026-03-02T08:00:00+08:00', 'cac.province', '2026-03-02T12:00:00+08:00'],
  ['II', 'other', '2026-03-02T08:00:00+08:00', 'cac.province', '2026-03-02T12:00:00+08:00'],
  ['III', 'other', '2026-03-02T08:00:00+08:00', 'cac.province', '2026-03-02T12:00:00+08:00'],
  ['IV', 'other', '2026-03-02T08:00:00+08:00', undefined, undefined],
  ['I', 'centralOrgan', '2026-03-02T08:00:00+08:00', 'cac.organ', '2026-03-02T10:00:00+08:00'],
  ['III', 'centralOrgan', '2026-03-02T08:00:00+08:00', 'cac.organ', '2026-03-02T10:00:00+08:00'],
  ['IV', 'centralOrgan', '2026-03-02T08:00:00+08:00', undefined, undefined],
  ['I', 'criticalInfrastructure', '2026-03-02T08:00:00+08:00', 'cac.infrastructure', '2026-03-02T09:00:00+08:00'],
  ['III', 'criticalInfrastructure', '2026-03-02T08:00:00+08:00', 'cac.infrastructure', '2026-03-02T09:00:00+08:00'],
  ['IV', 'criticalInfrastructure', '2026-03-02T08:00:00+08:00', undefined, undefined],
  // The turn of the year, seen from Beijing and from UTC.
  ['III', 'other', '2026-12-31T22:30:00+08:00', 'cac.province', '2027-01-01T02:30:00+08:00'],
  ['III', 'other', '2026-12-31T23:30:00Z', 'cac.province', '2027-01-01T11:30:00+08:00'],
  ['I', 'criticalInfrastructure', '2026-12-31T23:59:59+08:00', 'cac.infrastructure', '2027-01-01T00:59:59+08:00'],
  // A leap day, and the day before it in a year without one.
  ['II', 'centralOrgan', '2028-02-28T23:00:00+08:00', 'cac.organ', '2028-02-29T01:00:00+08:00'],
  ['II', 'other', '2028-02-29T21:00:00+08:00', 'cac.province', '2028-03-01T01:00:00+08:00'],
  ['II', 'other', '2027-02-28T21:00:00+08:00', 'cac.province', '2027-03-01T01:00:00+08:00'],
  // The day the rule came into force, by Beijing's calendar, and the evening before.
  ['III', 'other', '2025-10-31T16:00:00Z', 'cac.province', '2025-11-01T04:00:00+08:00'],
  ['III', 'other', '2025-10-31T23:59:00+08:00', undefined, undefined],
];

describe('reporting clocks', () => {
  let room: Room;
  const query = <R>(text: string, values?: readonly unknown[]) => room.query<R>(text, values);
  const rules = (discovered: string): Promise<ClockRule[]> => rulesOn(dayInBeijing(new Date(discovered)), { query });
  beforeAll(async () => {
    room = await openRoom('incidents', { entities, migrations, providers: [] });
  });
  afterAll(() => room.close());

  it.each(table)('level %s, %s, discovered %s: %s until %s', async (level, operatorKind, discovered, rule, due) => {
    const clocks = clocksOf(await rules(discovered), moments(level, operatorKind, discovered));
    const outside = clocks.filter(({ metBy }) => metBy === 'noted').map((clock) => clockView(clock, new Date(discovered)));
    expect(outside.map((clock) => [clock.rule, clock.dueAt])).toEqual(rule ? [[rule, due]] : []);
  });

  it.each([
    ['2026-12-15T09:00:00+08:00', '2027-01-14T09:00:00+08:00'],
    ['2028-02-15T09:00:00+08:00', '2028-03-16T09:00:00+08:00'],
    ['2027-02-15T09:00:00+08:00', '2027-03-17T09:00:00+08:00'],
  ])('contained %s: the final report until %s', async (contained, due) => {
    const incident = moments('IV', 'other', contained, { containedAt: new Date(contained) });
    expect(clocksOf(await rules(contained), incident).map((clock) => [clock.rule, clockView(clock, new Date(contained)).dueAt])).toEqual([
      ['final', due],
    ]);
  });

  it('tells running, warning, overdue, met and met late apart', async () => {
    const discovered = '2026-03-02T08:00:00+08:00';
    const province = async (incident: Moments) => clocksOf(await rules(discovered), incident).find(({ rule }) => rule === 'cac.province')!;
    const clock = await province(moments('III', 'other', discovered));
    const at = (time: string, kept = clock) => clockView(kept, new Date(`2026-03-02T${time}+08:00`)).state;
    expect([at('10:59:59'), at('11:00:00'), at('12:00:00'), at('12:00:01')]).toEqual(['running', 'warning', 'warning', 'overdue']);
    const met = (time: string) => ({ ...clock, metAt: new Date(`2026-03-02T${time}+08:00`).toISOString() });
    expect([at('20:00:00', met('11:59:00')), at('20:00:00', met('13:00:00'))]).toEqual(['met', 'metLate']);
  });

  it('keeps what was met when the level falls, and drops what was not', async () => {
    const discovered = '2026-03-02T08:00:00+08:00';
    const before = clocksOf(await rules(discovered), moments('III', 'other', discovered));
    expect(before.map(({ rule }) => rule).sort()).toEqual(['cac.province', 'education.emergency', 'education.interim']);
    const after = clocksOf(await rules(discovered), moments('IV', 'other', discovered), before);
    expect(after.map(({ rule }) => rule)).toEqual(['education.emergency']);
    expect(nextDue(after)).toBeNull();
  });
});
