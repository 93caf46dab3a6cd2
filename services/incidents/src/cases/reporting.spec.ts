import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CLOCK, incidents, type Caller, type IncidentInput, type Role } from '@lianxue/contracts';
import { callOf, openRoom, person, type Room } from '@lianxue/testing';
import { CodeTables } from '../clocks/code-tables.js';
import { entities } from '../entities.js';
import { migrations } from '../migrations/index.js';
import { personColumns } from '../person-columns.js';
import { Following } from './following.js';
import { Handling } from './handling.js';
import { Reporting } from './reporting.js';

const clock = { at: new Date('2026-03-02T09:00:00+08:00'), now: () => clock.at };
const ransomware: IncidentInput = {
  title: '教务系统被勒索',
  category: 'MP07',
  level: 'III',
  operatorKind: 'other',
  discoveredAt: '2026-03-02T08:00:00+08:00',
  system: '教务系统',
  summary: '张三发现文件被加密',
};
const finalReport = {
  cause: '弱口令',
  measures: '断网',
  damage: '停课半天',
  responsibility: '管理员',
  rectification: '改口令',
  lessons: '双因素',
};

describe('an incident', () => {
  let room: Room;
  let school: Caller;
  let county: Caller;
  beforeAll(async () => {
    room = await openRoom('incidents', {
      entities,
      migrations,
      providers: [{ provide: CLOCK, useValue: clock }, Reporting, Handling, Following, CodeTables],
    });
    school = at('securityContact', room.region.school);
    county = at('securityAdmin', room.region.county);
  });
  afterAll(() => room.close());

  const at = (role: Role, organisation: string) => person({ role, organisation });
  const report = (input: Partial<IncidentInput> = {}, by = school) =>
    room.get(Reporting).report({ ...ransomware, ...input }, callOf(incidents.report, by));
  const read = (id: string, by: Caller) => room.get(Following).one(id, callOf(incidents.incident, by));
  const move = (id: string, to: 'acknowledge' | 'handle' | 'contain', by: Caller) =>
    room.get(Handling).move(id, to, callOf(incidents[to], by));
  const dueOf = async (id: string) =>
    Object.fromEntries((await read(id, school)).clocks.map(({ rule, dueAt, state }) => [rule, [dueAt, state]]));

  it('describes its tables as the migrations make them', async () => {
    expect(await room.schemaDiff()).toEqual([]);
  });

  it('says of every column that may name a person what a merging does with it', async () => {
    expect(await room.undeclaredPersons(personColumns)).toEqual([]);
  });

  it('sets its clocks by level and operator, and shows them in 北京时间', async () => {
    const { id } = await report();
    expect(await dueOf(id)).toEqual({
      'cac.province': ['2026-03-02T12:00:00+08:00', 'running'],
      'education.emergency': ['2026-03-02T10:00:00+08:00', 'met'],
      'education.interim': ['2026-03-02T16:00:00+08:00', 'running'],
    });
    expect((await read(id, school)).nextDueAt).toBe('2026-03-02T12:00:00+08:00');
  });

  it('is seen by the county at once, not by the sibling, nor by the sibling county', async () => {
    const { id } = await report();
    expect(await read(id, county)).toMatchObject({ id, status: 'reported' });
    for (const stranger of [at('securityContact', room.region.sibling), at('securityAdmin', room.region.neighbourCounty)])
      await expect(read(id, stranger)).rejects.toMatchObject({ kind: { code: 'incident.not_found' } });
  });

  it('goes through its life, from acknowledgement to final report', async () => {
    const { id } = await report();
    await expect(move(id, 'acknowledge', school)).rejects.toMatchObject({ kind: { code: 'incident.own' } });
    expect((await read(id, county)).moves).toEqual(['acknowledge', 'handle', 'dismiss']);
    expect((await read(id, school)).moves).toEqual(['handle']);
    await move(id, 'acknowledge', county);
    await expect(move(id, 'contain', school)).rejects.toMatchObject({
      kind: { code: 'move.not_allowed' },
      facts: { state: 'acknowledged' },
    });
    await move(id, 'handle', school);
    await move(id, 'contain', school);
    expect((await dueOf(id))['final']).toEqual(['2026-04-01T09:00:00+08:00', 'running']);
    const closed = await room.get(Handling).close(id, finalReport, callOf(incidents.close, school));
    expect(closed).toMatchObject({ status: 'closed', finalReport });
    expect((await dueOf(id))['final']?.[1]).toBe('met');
    await expect(
      room.get(Reporting).supplement({ incidentId: id, item: 'cause', text: '…' }, callOf(incidents.supplement, school)),
    ).rejects.toMatchObject({
      kind: { code: 'incident.over' },
    });
  });

  it('meets a clock by a noted report, and the interim one by a supplement', async () => {
    const { id } = await report();
    const note = (clockId: string, reportedAt: string) =>
      room
        .get(Reporting)
        .note(
          { incidentId: id, clock: clockId, reportedAt, channel: 'hotline', reference: '12387-1' },
          callOf(incidents.noteReport, school),
        );
    await expect(note('cac.province', '2026-03-02T09:00:01+08:00')).rejects.toMatchObject({ kind: { code: 'clock.reported_later' } });
    await expect(note('education.interim', '2026-03-02T08:30:00+08:00')).rejects.toMatchObject({ kind: { code: 'clock.not_noted' } });
    await expect(note('cac.organ', '2026-03-02T08:30:00+08:00')).rejects.toMatchObject({ kind: { code: 'clock.not_found' } });
    await note('cac.province', '2026-03-02T08:30:00+08:00');
    await expect(note('cac.province', '2026-03-02T08:30:00+08:00')).rejects.toMatchObject({ kind: { code: 'clock.already_met' } });
    await room.get(Reporting).supplement({ incidentId: id, item: 'measures', text: '已断网' }, callOf(incidents.supplement, school));
    expect((await read(id, school)).clocks.map(({ rule, state, reference }) => [rule, state, reference])).toEqual([
      ['cac.province', 'met', '12387-1'],
      ['education.emergency', 'met', null],
      ['education.interim', 'met', null],
    ]);
    expect(await room.get(Following).supplements(id, callOf(incidents.supplements, county))).toMatchObject([
      { item: 'measures', text: '已断网' },
    ]);
  });

  it('follows a change of level, and lists what is overdue', async () => {
    const { id } = await report({ level: 'IV' });
    expect(await dueOf(id)).toEqual({});
    await room.get(Reporting).regrade({ incidentId: id, level: 'II', reason: '影响扩大' }, callOf(incidents.regrade, county));
    expect((await dueOf(id))['cac.province']).toEqual(['2026-03-02T12:00:00+08:00', 'running']);
    const overdue = async () => {
      const asked = { limit: 100, overdue: 'true' as const };
      return (await room.get(Following).page(asked, callOf(incidents.list, county, asked))).items.some((item) => item.id === id);
    };
    expect(await overdue()).toBe(false);
    clock.at = new Date('2026-03-02T12:00:01+08:00');
    expect(await overdue()).toBe(true);
    await room.get(Handling).dismiss(id, '演练', callOf(incidents.dismiss, county));
    expect(await overdue()).toBe(false);
    clock.at = new Date('2026-03-02T09:00:00+08:00');
  });

  it('refuses unknown classes and discoveries to come', async () => {
    await expect(report({ category: 'XX99' })).rejects.toMatchObject({
      kind: { code: 'incident.category_unknown' },
      facts: { category: 'XX99' },
    });
    await expect(report({ discoveredAt: '2026-03-02T09:00:01+08:00' })).rejects.toMatchObject({
      kind: { code: 'incident.discovered_later' },
    });
    expect(await room.get(CodeTables).categories()).toHaveLength(85);
    expect((await room.get(CodeTables).rules()).map(({ id }) => id)).toContain('cac.province');
  });

  it('says no word of what was written in its facts', async () => {
    const { id } = await report();
    const said = JSON.stringify((await room.facts()).filter(({ entity }) => entity === id));
    expect(said).toContain('cac.province');
    for (const hidden of [ransomware.title, ransomware.summary, school.subject]) expect(said).not.toContain(hidden);
  });

  it('answers a repeated create, and refuses other content under the same id', async () => {
    const { id } = await report();
    expect(await report({ id } as Partial<IncidentInput>)).toMatchObject({ id, version: 1 });
    await expect(report({ id, summary: '另一件事' } as Partial<IncidentInput>)).rejects.toMatchObject({ kind: { code: 'id.taken' } });
  });
});
