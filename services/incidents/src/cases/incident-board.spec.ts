import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CLOCK, incidents, type Caller, type IncidentInput, type Role } from '@lianxue/contracts';
import { callOf, openRoom, person, type Room } from '@lianxue/testing';
import { CodeTables } from '../clocks/code-tables.js';
import { entities } from '../entities.js';
import { Declaring } from '../guarding/declaring.js';
import { Filing } from '../guarding/filing.js';
import { Overseeing } from '../guarding/overseeing.js';
import { migrations } from '../migrations/index.js';
import { BoardOfIncidents } from './incident-board.js';
import { Reporting } from './reporting.js';

const clock = { at: new Date('2026-10-02T10:00:00+08:00'), now: () => clock.at };

describe('the board of incidents', () => {
  let room: Room;
  const at = (role: Role, organisation: string): Caller => person({ role, organisation });
  const report = (organisation: string, level: IncidentInput['level']) =>
    room.get(Reporting).report(
      {
        title: '门户被篡改',
        category: 'NA02',
        level,
        operatorKind: 'other',
        discoveredAt: '2026-10-02T09:50:00+08:00',
        summary: '首页被改',
      },
      callOf(incidents.report, at('securityContact', organisation)),
    );
  const board = (organisation: string) =>
    room.get(BoardOfIncidents).now(organisation, callOf(incidents.board, at('bureauLeader', organisation)));

  beforeAll(async () => {
    room = await openRoom('incidents', {
      entities,
      migrations,
      providers: [{ provide: CLOCK, useValue: clock }, CodeTables, Declaring, Filing, Overseeing, Reporting, BoardOfIncidents],
    });
    const { city, school } = room.region;
    await report(school, 'IV');
    await report(school, 'II');
    const guard = await room
      .get(Declaring)
      .declare(
        { name: '国庆', from: '2026-10-01', to: '2026-10-07', dailyDeadline: '17:00', kinds: ['school', 'centralSchool'] },
        callOf(incidents.declareGuardPeriod, at('securityAdmin', city)),
      );
    await room
      .get(Filing)
      .file(
        { guardPeriodId: guard.id, day: '2026-10-02', kind: 'incident' },
        callOf(incidents.fileDailyReport, at('securityContact', school)),
      );
  });
  afterAll(() => room.close());

  it('shows the gravest first, by county, with who has reported today', async () => {
    const { city, county } = room.region;
    const seen = await board(city);
    expect(seen.total).toEqual({ open: 2, overdue: 0 });
    expect(seen.lines).toEqual([{ organisation: county, name: expect.any(String), open: 2, overdue: 0 }]);
    expect(seen.incidents.map(({ level }) => level)).toEqual(['II', 'IV']);
    expect(JSON.stringify(seen)).not.toContain('篡改');
    expect(seen.guards).toEqual([
      expect.objectContaining({ name: '国庆', day: '2026-10-02', dueAt: '2026-10-02T17:00:00+08:00', expected: 5, filed: 1 }),
    ]);
  });

  it('tells what is overdue once a clock has run out, and nothing of it to another county', async () => {
    clock.at = new Date('2026-10-03T10:00:00+08:00');
    const { city, neighbourCounty } = room.region;
    const seen = await board(city);
    expect(seen.total.overdue).toBeGreaterThan(0);
    expect(seen.guards[0]).toMatchObject({ day: '2026-10-03', filed: 0 });
    expect(await board(neighbourCounty)).toMatchObject({ total: { open: 0, overdue: 0 }, lines: [], incidents: [] });
  });
});
