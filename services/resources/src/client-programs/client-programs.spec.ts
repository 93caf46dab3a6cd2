import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CLOCK, resources, type ClientReport } from '@lianxue/contracts';
import { newId } from '@lianxue/persistence';
import { app, callOf, openRoom, person, type Room } from '@lianxue/testing';
import { entities } from '../resources.module.js';
import { migrations } from '../migrations/index.js';
import { ClientProgramFigures } from './client-figures.js';
import { ClientProgramsHandlers } from './client-programs.handlers.js';
import { CountingUse } from './counting-use.js';
import { clientPrograms } from './part.js';
import { TakingReports } from './taking-reports.js';

describe('a client program 教学通', () => {
  const clock = { at: new Date(), now: () => clock.at };
  let room: Room;
  let program: string;
  let counter = 0;
  const [classA, classB, classC, teacher] = [newId(), newId(), newId(), newId()];

  beforeAll(async () => {
    const providers = [...clientPrograms.rules, ...clientPrograms.handlers, { provide: CLOCK, useValue: clock }];
    room = await openRoom('resources', { entities, migrations, providers });
  });
  afterAll(() => room.close());

  beforeEach(async () => {
    clock.at = new Date('2026-10-10T08:00:00+08:00');
    program = (await register(`client_${++counter}`)).id;
  });

  const keeper = (organisation = room.region.city) => person({ role: 'centreHead', organisation });
  const register = (code: string) =>
    room.get(ClientProgramsHandlers).registerClientProgram({ code, name: '教学通' }, callOf(resources.registerClientProgram, keeper()));
  const report = (more: Partial<ClientReport> = {}): ClientReport => ({
    ...{ id: newId(), kind: 'used', organisation: room.region.school, schoolClass: classA, device: 'd1', release: '2.0.1' },
    ...{ at: '2026-10-09T10:00:00+08:00', teacher },
    ...more,
  });
  const send = (reports: ClientReport[], organisation = room.region.city) =>
    room
      .get(TakingReports)
      .take({ programId: program, reports }, callOf(resources.reportClients, app({ client: 'lianxue-console', organisation })));
  const figures = (by = keeper()) =>
    room
      .get(ClientProgramFigures)
      .figures({ programId: program, from: '2026-10-01', until: '2026-10-31' }, callOf(resources.clientFigures, by));
  const facts = async () =>
    (await room.facts())
      .filter(({ type, data }) => type === 'cn.lianxue.resources.client_use.counted' && (data as { program: string }).program === program)
      .map(({ data }) => data);

  it('describes its tables as the migrations make them', async () => {
    expect(await room.schemaDiff()).toEqual([]);
    await expect(register(`client_${counter}`)).rejects.toMatchObject({ kind: { code: 'client_program.code_taken' } });
  });

  it('counts once what is sent twice, in one call, in two, and at the same time', async () => {
    const one = report();
    expect(await send([one, { ...one, id: one.id.toUpperCase() }])).toEqual({ taken: 1, repeated: 1, refused: [] });
    const [many] = [Array.from({ length: 20 }, () => report({ schoolClass: classB, device: 'd2' }))];
    const answers = await Promise.all([send(many), send([...many].reverse()), send(many)]);
    expect(answers.reduce((sum, { taken }) => sum + taken, 0)).toBe(20);
    expect(await send([one])).toEqual({ taken: 0, repeated: 1, refused: [] });
    expect(await figures()).toMatchObject({ installedClasses: 2, activeClasses: 2, activeTeachers: 1 });
  });

  it('names what it does not count, and counts the rest', async () => {
    const [office, far, old, early] = [
      report({ organisation: room.region.county }),
      report({ organisation: room.region.farSchool }),
      report({ at: '2026-09-01T10:00:00+08:00' }),
      report({ at: '2026-10-10T09:00:00+08:00' }),
    ];
    expect(await send([office, far, old, early, report()], room.region.county)).toEqual({
      taken: 1,
      repeated: 0,
      refused: [
        { id: office.id, why: 'organisation' },
        { id: far.id, why: 'organisation' },
        { id: old.id, why: 'time' },
        { id: early.id, why: 'time' },
      ],
    });
  });

  it('believes the latest report of a device, in whatever order they arrive', async () => {
    await send([report({ kind: 'removed', at: '2026-10-09T12:00:00+08:00' })]);
    await send([report({ kind: 'installed', at: '2026-10-09T08:00:00+08:00' })]);
    await send([
      report({ schoolClass: classB, device: 'd2', release: '2.0.2' }),
      report({ schoolClass: classC, device: 'd2', release: '2.0.3', at: '2026-10-09T11:00:00+08:00' }),
    ]);
    expect(await figures()).toMatchObject({ installedClasses: 1, activeClasses: 2, releases: [{ release: '2.0.3', classes: 1 }] });
  });

  it('adds up by day and by county, and tells reporting what a school came to, without who', async () => {
    await send([
      report(),
      report({ at: '2026-10-08T10:00:00+08:00' }),
      report({ organisation: room.region.farSchool, schoolClass: classB, device: 'd2', teacher: newId() }),
    ]);
    const { days, units, activeClasses, activeTeachers } = await figures();
    expect({ activeClasses, activeTeachers }).toEqual({ activeClasses: 2, activeTeachers: 2 });
    expect(days).toEqual([
      { day: '2026-10-08', activeClasses: 1, activeTeachers: 1 },
      { day: '2026-10-09', activeClasses: 2, activeTeachers: 2 },
    ]);
    expect(units.map(({ name, activeClasses: used }) => [name, used]).sort()).toEqual([
      ['东乡区教育局', 1],
      ['临川区教育局', 1],
    ]);
    await room.get(CountingUse).goRound();
    expect(await facts()).toHaveLength(3);
    await send([report({ schoolClass: classC, device: 'd3' })]);
    await room.get(CountingUse).goRound();
    await send([report({ schoolClass: classC, device: 'd3' })]);
    await room.get(CountingUse).goRound();
    const told = await facts();
    expect(told).toHaveLength(4);
    expect(told.at(-1)).toMatchObject({ organisation: room.region.school, day: '2026-10-09', activeClasses: 2, activeTeachers: 1 });
    for (const table of ['client_teacher_day', 'client_report', 'outbox', 'audit'])
      expect(JSON.stringify(await room.query(`select t.* from ${table} t`))).not.toContain(teacher);
  });

  it('forgets which reports were counted once none of them is taken any more', async () => {
    const one = report();
    await send([one]);
    clock.at = new Date('2026-11-12T08:00:00+08:00');
    await room.get(CountingUse).goRound();
    expect(await room.query('select id from client_report where program = $1', [program])).toEqual([]);
    expect(await send([one])).toMatchObject({ taken: 0, refused: [{ why: 'time' }] });
    expect(await figures()).toMatchObject({ activeClasses: 1 });
  });
});
