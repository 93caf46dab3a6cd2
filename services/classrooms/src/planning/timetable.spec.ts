import { describe, expect, it } from '@jest/globals';
import { inBeijing } from '@lianxue/contracts';
import { timetable } from './timetable.js';

const slots = [
  { weekday: 4, start: '10:00', end: '10:40' },
  { weekday: 2, start: '08:20', end: '09:00' },
];
const starts = (from: string, to: string, exceptions: Parameters<typeof timetable>[0]['exceptions'] = []) =>
  timetable({ from, to, slots, exceptions }).map(({ startsAt }) => inBeijing(startsAt));

describe('a timetable', () => {
  it('holds twice a week for two weeks, in the order of time', () => {
    expect(starts('2026-09-07', '2026-09-20')).toEqual([
      '2026-09-08T08:20:00+08:00',
      '2026-09-10T10:00:00+08:00',
      '2026-09-15T08:20:00+08:00',
      '2026-09-17T10:00:00+08:00',
    ]);
  });

  it('leaves out holidays, and runs another day’s timetable on a make-up day 调休', () => {
    const exceptions = [
      { day: '2026-10-01', runs: null, reason: '国庆' },
      { day: '2026-10-10', runs: 4, reason: '补国庆' },
    ];
    expect(starts('2026-09-28', '2026-10-11', exceptions)).toEqual([
      '2026-09-29T08:20:00+08:00',
      '2026-10-06T08:20:00+08:00',
      '2026-10-08T10:00:00+08:00',
      '2026-10-10T10:00:00+08:00',
    ]);
  });

  it('crosses the turn of the year and a leap day', () => {
    expect(starts('2026-12-31', '2027-01-05')).toEqual(['2026-12-31T10:00:00+08:00', '2027-01-05T08:20:00+08:00']);
    expect(starts('2028-02-29', '2028-03-02')).toEqual(['2028-02-29T08:20:00+08:00', '2028-03-02T10:00:00+08:00']);
  });
});
