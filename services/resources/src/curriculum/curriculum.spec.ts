import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@lianxue/persistence';
import { CurriculumInput, resources, type Caller } from '@lianxue/contracts';
import { callOf, openRoom, person, type Room } from '@lianxue/testing';
import { migrations } from '../migrations/index.js';
import { entities } from '../resources.module.js';
import { ImportingCurricula } from './importing.js';
import { KnownNodes } from './known-nodes.js';
import { ReadingCurricula } from './reading.js';

const refused = (code: string, facts: object = {}) =>
  expect.objectContaining({ kind: expect.objectContaining({ code }), facts: expect.objectContaining(facts) });

describe('curricula', () => {
  let room: Room;
  let county: Caller;
  let school: Caller;
  beforeAll(async () => {
    room = await openRoom('resources', { entities, migrations, providers: [ImportingCurricula, ReadingCurricula, KnownNodes] });
    county = person({ role: 'subjectResearcher', organisation: room.region.county });
    school = person({ role: 'teacher', organisation: room.region.school });
  });
  afterAll(() => room.close());

  const described = { kind: 'knowledge', name: '高中物理知识图谱', stage: 'senior', subject: 'physics' } as const;
  const plant = (code: string, more: object, by = county) =>
    room.get(ImportingCurricula).import(CurriculumInput.parse({ code, ...described, ...more }), callOf(resources.importCurriculum, by));
  const revise = (curriculumId: string, nodes: object[], by = county) => {
    const { name, stage, subject } = described;
    const input = resources.reviseCurriculum.body.parse({ name, stage, subject, nodes });
    return room.get(ImportingCurricula).revise({ curriculumId, ...input }, callOf(resources.reviseCurriculum, by, {}, { ifMatch: '*' }));
  };
  const nodes = async (curriculumId: string, more: object = {}, by = school) =>
    (await room.get(ReadingCurricula).nodes({ curriculumId, limit: 200, ...more }, callOf(resources.curriculumNodes, by))).items;
  const node = (id: string, by = school) => room.get(ReadingCurricula).node(id, callOf(resources.curriculumNode, by));
  const idOf = async (curriculum: string, code: string) =>
    (await nodes(curriculum, { retired: 'true' })).find((each) => each.code === code)!.id;

  it('are imported as a tree with relations, and read by everyone below', async () => {
    const points = await plant('PHY', {
      nodes: [
        { code: 'field', name: '电场强度' },
        { code: 'force', name: '力' },
        { code: 'charge', name: '电荷', parent: 'field', prerequisites: ['force'], related: ['field'] },
      ],
    });
    expect(points).toMatchObject({ nodes: 3, retired: 0, state: 'current', organisation: room.region.county });
    const book = await plant('PHY-PEP-3', {
      ...{ kind: 'textbook', name: '物理必修三', edition: '人教版' },
      csv: '\uFEFF编码,名称,上级,涵盖\r\n9,静电场及其应用,,\r\n9.1,电荷,9,PHY/charge;PHY/field\r\n',
    });
    const [chapter, section] = await nodes(book.id);
    expect(section).toMatchObject({ kind: 'chapter', name: '电荷', parent: chapter!.id, depth: 2, position: 2 });
    const around = await node(section!.id);
    expect(around.path.map(({ name }) => name)).toEqual(['静电场及其应用']);
    expect(around.relations.map(({ kind, to }) => [kind, to.code])).toEqual([
      ['covers', 'field'],
      ['covers', 'charge'],
    ]);
    expect((await node(await idOf(points.id, 'charge'))).relations.map(({ kind, from, to }) => [kind, from.code, to.code])).toEqual([
      ['covers', '9.1', 'charge'],
      ['prerequisite', 'charge', 'force'],
      ['related', 'charge', 'field'],
    ]);
    expect(await nodes(points.id, { q: '电' })).toHaveLength(2);
    expect(await nodes(points.id, { q: '%' })).toEqual([]);
    const elsewhere = person({ role: 'teacher', organisation: room.region.neighbourCounty });
    await expect(nodes(points.id, {}, elsewhere)).rejects.toEqual(refused('curriculum.not_found'));
    await expect(node(section!.id, elsewhere)).rejects.toEqual(refused('curriculum.node_not_found'));
    await expect(node(newId())).rejects.toEqual(refused('curriculum.node_not_found'));
  });

  it('are refused where they loop, with the circle named, and nothing is stored', async () => {
    const circle = [
      { code: 'a', name: 'A', parent: 'c' },
      { code: 'b', name: 'B', parent: 'a' },
      { code: 'c', name: 'C', parent: 'b' },
    ];
    await expect(plant('LOOP', { nodes: circle })).rejects.toEqual(refused('curriculum.loops', { relation: 'parent' }));
    const prerequisites = circle.map(({ code, name, parent }) => ({ code, name, prerequisites: [parent] }));
    await expect(plant('LOOP', { nodes: prerequisites })).rejects.toMatchObject({
      facts: { relation: 'prerequisite', codes: ['a', 'c', 'b'] },
    });
    const itself = [{ code: 'a', name: 'A', parent: 'a' }];
    await expect(plant('LOOP', { nodes: itself })).rejects.toEqual(refused('curriculum.loops', { codes: ['a'] }));
    const kept = await room.query(`select 1 from curriculum where code = 'LOOP'`);
    expect(kept).toEqual([]);
  });

  it('are refused whole when a row does not fit, and say which', async () => {
    const faults = (...list: object[]) => refused('curriculum.unfit', { faults: list });
    const unknown = [
      { code: 'a', name: 'A', parent: 'nobody' },
      { code: 'a', name: 'A again' },
    ];
    await expect(plant('UNFIT', { nodes: unknown })).rejects.toEqual(
      faults({ row: 1, code: 'a', fault: 'parent.unknown' }, { row: 2, code: 'a', fault: 'code.repeated' }),
    );
    await expect(plant('UNFIT', { nodes: [{ code: 'a', name: 'A', covers: ['NONE/x'] }] })).rejects.toEqual(
      faults({ row: 1, code: 'a', fault: 'reference.unknown' }),
    );
    await expect(plant('UNFIT', { csv: 'code,name\n"a,b' })).rejects.toEqual(faults({ row: 1, code: '', fault: 'quotes.broken' }));
    await expect(plant('UNFIT', { csv: 'code\na' })).rejects.toEqual(faults({ row: 1, code: '', fault: 'column.missing' }));
    await expect(plant('UNFIT', { csv: 'code,name\n=1+1,A\nb,' })).rejects.toEqual(
      faults({ row: 2, code: '=1+1', fault: 'code.unfit' }, { row: 3, code: 'b', fault: 'name.unfit' }),
    );
    const deep = Array.from({ length: 14 }, (_, n) => ({ code: `n${n}`, name: 'N', ...(n > 0 && { parent: `n${n - 1}` }) }));
    await expect(plant('UNFIT', { nodes: deep })).rejects.toMatchObject({
      facts: { faults: [{ fault: 'too_deep' }, { fault: 'too_deep' }] },
    });
    expect(CurriculumInput.safeParse({ code: 'x', ...described }).success).toBe(false);
  });

  it('keep a node’s id over a revision, and retire what is gone', async () => {
    const first = [
      { code: 'kept', name: '旧名' },
      { code: 'gone', name: '将取消', parent: 'kept' },
    ];
    const tree = await plant('REVISED', { nodes: first });
    const [kept, gone] = await nodes(tree.id);
    const revised = await revise(tree.id, [
      { code: 'kept', name: '新名' },
      { code: 'new', name: '新设', replaces: ['gone'] },
    ]);
    expect(revised).toMatchObject({ version: 2, nodes: 2, retired: 1 });
    expect(await nodes(tree.id)).toMatchObject([{ id: kept!.id, name: '新名' }, { code: 'new' }]);
    const around = await node(gone!.id);
    expect(around.retiredAt).not.toBeNull();
    expect(around.relations).toMatchObject([{ kind: 'successor', from: { code: 'gone' }, to: { code: 'new' } }]);
    const within = await room.get(KnownNodes).within([await idOf(tree.id, 'new')]);
    expect(within.sort()).toEqual([gone!.id, await idOf(tree.id, 'new')].sort());
    await expect(revise(tree.id, first, person({ role: 'centreHead', organisation: room.region.neighbourCounty }))).rejects.toEqual(
      refused('curriculum.not_found'),
    );
    const backwards = [
      { code: 'kept', name: '新名' },
      { code: 'gone', name: '复设', replaces: ['new'] },
      { code: 'new', name: '新设', replaces: ['gone'] },
    ];
    await expect(revise(tree.id, backwards)).rejects.toEqual(refused('curriculum.loops', { relation: 'successor' }));
  });

  it('supersede each other along a changed syllabus', async () => {
    const old = await plant('S2003', { nodes: [{ code: 'velocity', name: '速度' }] });
    const next = await plant('S2017', { replaces: old.id, nodes: [{ code: 'v', name: '速度与速率', replaces: ['S2003/velocity'] }] });
    const read = await room.get(ReadingCurricula).one(old.id, callOf(resources.curriculum, school));
    expect(read).toMatchObject({ state: 'superseded', successor: next.id });
    expect((await room.get(KnownNodes).within([await idOf(next.id, 'v')])).length).toBe(2);
    await expect(plant('S2022', { replaces: old.id, nodes: [{ code: 'v', name: '速度' }] })).rejects.toEqual(refused('curriculum.unlike'));
    await expect(plant('S2017', { nodes: [{ code: 'v', name: '速度' }] })).rejects.toEqual(
      refused('curriculum.code_taken', { curriculum: next.id }),
    );
  });

  it('are what others bind to: by kind, and only at or above the organisation', async () => {
    const tree = await plant('BOUND', { nodes: [{ code: 'p', name: '点' }] });
    const point = await idOf(tree.id, 'p');
    const known = room.get(KnownNodes);
    await known.hold({ point: [point], chapter: [] }, room.region.school);
    const unknown = refused('curriculum.nodes_unknown', { nodes: [point] });
    await expect(known.hold({ competency: [point] }, room.region.school)).rejects.toEqual(unknown);
    await expect(known.hold({ point: [point] }, room.region.neighbourCounty)).rejects.toEqual(unknown);
    expect((await known.names([point])).get(point)).toMatchObject({ name: '点', kind: 'point', curriculum: tree.id });
  });
});
