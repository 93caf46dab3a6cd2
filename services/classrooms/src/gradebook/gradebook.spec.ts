import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { classrooms, type AnyOperation, type Call, type GradebookCollection } from '@lianxue/contracts';
import { newId } from '@lianxue/persistence';
import { app, callOf, openRoom, person, selection, type Room } from '@lianxue/testing';
import { entities } from '../entities.js';
import { migrations } from '../migrations/index.js';
import { personColumns } from '../person-columns.js';
import { Entering } from './entering.js';
import { GradebookStamps } from './gradebook-stamps.js';
import { ListingResults } from './listing-results.js';
import { ReadingGradebook } from './reading-gradebook.js';
import { RosterOfClasses, type ClassAsked, type ClassStanding } from './roster-of-classes.js';
import { WritingGradebook } from './writing-gradebook.js';

const [homeroom, closedClass, farClass, term] = [newId(), newId(), newId(), newId()];
const pupils = [newId(), newId(), newId()] as const;
const [refusing] = [pupils[2]];

/** The roster as identity would tell it of this region. */
class RosterHere extends RosterOfClasses {
  readonly classes = new Map<string, Omit<ClassStanding, 'sessions'>>();

  override standing({ class: id, people, sessions }: ClassAsked) {
    const found = this.classes.get(id);
    const known = { pupils: people.filter((each) => found?.pupils.includes(each)), sessions: sessions.filter((each) => each === term) };
    return Promise.resolve(found && { ...found, ...known });
  }

  override withheld(_client: string, people: readonly string[]) {
    return Promise.resolve(new Set(people.filter((each) => each === refusing && this.consentWithdrawn)));
  }

  consentWithdrawn = false;
}

let room: Room;
const roster = new RosterHere();
const [ours, theirs] = ['homework-app', 'other-app'];

beforeAll(async () => {
  const providers = [GradebookStamps, ListingResults, ReadingGradebook, Entering, WritingGradebook];
  room = await openRoom('classrooms', { entities, migrations, providers: [...providers, { provide: RosterOfClasses, useValue: roster }] });
  const { school, sibling, farSchool } = room.region;
  const known = { course: newId(), pupils: [...pupils] };
  roster.classes.set(homeroom, { ...known, organisation: school, ended: false });
  roster.classes.set(closedClass, { ...known, organisation: school, ended: true });
  roster.classes.set(farClass, { ...known, organisation: farSchool, ended: false });
  for (const { id, client, organisation, scopes, version, active, until } of [
    selection(ours, school),
    selection(theirs, school),
    selection(theirs, sibling),
  ])
    await room.query(
      'insert into app_reach (id, client, organisation, scopes, active, until, version) values ($1, $2, $3, $4, $5, $6, $7)',
      [...[id, client, organisation, scopes, active, until, version]],
    );
});
afterAll(() => room.close());

const callBy = (client: string, operation: AnyOperation, more: Partial<Call> = {}) => callOf(operation, app({ client }), {}, more);

const put = (collection: GradebookCollection, name: string, entry: object, client = ours) =>
  room
    .get(WritingGradebook)
    .put(
      { name, put: classrooms.putInGradebook.body.shape.put.parse({ collection, entries: [entry] }) },
      callBy(client, classrooms.putInGradebook),
    );
const line = (more: object = {}) => ({
  ...{ title: '第一单元', assignDate: '2026-09-01T08:00:00+08:00', dueDate: '2026-09-08T08:00:00+08:00', class: homeroom },
  ...{ category: 'homework', academicSession: term, resultValueMax: 100, ...more },
});
const result = (student: string, more: object = {}) => ({
  ...{ lineItem: 'unit-1', student, scoreStatus: 'fully graded', score: 92.5, scoreDate: '2026-09-09', comment: '很好', ...more },
});
const query = (collection: GradebookCollection, more: object = {}, client = ours) =>
  room
    .get(ReadingGradebook)
    .query({ collection, within: [], limit: 100, offset: 0, counted: true, ...more }, callBy(client, classrooms.queryGradebook));
const stamped = async () => {
  for (;;) {
    await room.get(GradebookStamps).goRound();
    const [left] = await room.query<{ left: number }>(
      'select count(*)::int as left from outbox where feed_seq is null or feed_seq > (select feed_seq from gradebook_stamping)',
    );
    if (left!.left === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};
const refused = (code: string, facts: object = {}) => expect.objectContaining({ kind: expect.objectContaining({ code }), facts });
const written = async () => (await room.facts()).length;

describe('the gradebook', () => {
  it('is as its migrations made it', async () => expect(await room.schemaDiff()).toEqual([]));

  it('says of every column that may name a person what a merging does with it', async () => {
    expect(await room.undeclaredPersons(personColumns)).toEqual([]);
  });

  it('takes categories, lines and results under the names apps give them, and answers by these', async () => {
    await put('categories', 'homework', { title: '作业', weight: 30 });
    await put('scoreScales', 'levels', {
      title: '等第',
      type: 'ordinal',
      class: homeroom,
      values: [{ itemValueLHS: '优', itemValueRHS: '90-100' }],
    });
    await put('lineItems', 'unit-1', line({ scoreScale: 'levels' }));
    await put('results', 'r-1', result(pupils[0]));
    await stamped();
    const { rows, total } = await query('results');
    expect({ total, rows }).toMatchObject({
      total: 1,
      rows: [{ sourcedId: 'r-1', status: 'active', lineItem: { sourcedId: 'unit-1' }, student: { sourcedId: pupils[0] }, score: 92.5 }],
    });
    expect((await query('lineItems', { id: 'unit-1' })).rows).toMatchObject([
      {
        category: { sourcedId: 'homework' },
        scoreScale: { sourcedId: 'levels' },
        school: { sourcedId: room.region.school },
        resultValueMax: 100,
      },
    ]);
  });

  it('is read at once by name, and in lists when the feed has come to it', async () => {
    await put('lineItems', 'soon', line());
    expect((await query('lineItems', { id: 'soon' })).rows).toMatchObject([{ sourcedId: 'soon' }]);
    const [before] = (await query('lineItems', { id: 'unit-1' })).rows;
    await stamped();
    const since = before!['dateLastModified'] as string;
    const delta = { filter: { join: 'and', conditions: [{ field: 'dateLastModified', comparison: '>', value: since }] } };
    expect((await query('lineItems', delta)).rows).toMatchObject([{ sourcedId: 'soon' }]);
    await put('lineItems', 'unit-1', line({ title: '第一单元（改）', scoreScale: 'levels' }));
    await stamped();
    expect((await query('lineItems', delta)).rows.map(({ sourcedId }) => sourcedId).sort()).toEqual(['soon', 'unit-1']);
  });

  it('says nothing again when the same is put again', async () => {
    const facts = await written();
    await put('results', 'r-1', result(pupils[0]));
    expect(await written()).toBe(facts);
    await put('results', 'r-1', result(pupils[0], { score: 87.25 }));
    expect(await written()).toBe(facts + 1);
    expect((await room.facts()).at(-1)).toMatchObject({ type: 'cn.lianxue.classrooms.gradeResult.put', version: 2 });
    expect(JSON.stringify(await room.facts())).not.toMatch(/很好|87\.25|92\.5/);
  });

  it('keeps one entry when the same name is put twice at once', async () => {
    await Promise.all([1, 2, 3].map((weight) => put('categories', 'tests', { title: '测验', weight })));
    await stamped();
    const { rows } = await query('categories', { sort: { field: 'title', descending: false } });
    expect(rows.filter(({ sourcedId }) => sourcedId === 'tests')).toHaveLength(1);
  });

  it('shows other apps what there is by its id, and lets none of them change it', async () => {
    const { rows } = await query('lineItems', {}, theirs);
    const ids = rows.map(({ sourcedId }) => sourcedId as string);
    expect(ids).not.toContain('unit-1');
    const mine = (await room.query<{ id: string }>(`select id from line_item where called = 'unit-1'`))[0]!.id;
    expect(ids).toContain(mine);
    await expect(query('lineItems', { id: 'unit-1' }, theirs)).rejects.toEqual(refused('gradebook.row_unknown'));
    expect((await query('lineItems', { id: mine }, theirs)).rows).toHaveLength(1);
    await expect(put('lineItems', mine, line({ category: mine }), theirs)).rejects.toEqual(
      refused('gradebook.unfit', { field: 'category' }),
    );
    const category = (await room.query<{ id: string }>(`select id from grade_category where called = 'homework'`))[0]!.id;
    await expect(put('lineItems', mine, line({ category }), theirs)).rejects.toEqual(refused('gradebook.of_another_app'));
    const drop = room.get(WritingGradebook).drop({ collection: 'lineItems', name: mine }, callBy(theirs, classrooms.dropFromGradebook));
    await expect(drop).rejects.toEqual(refused('gradebook.of_another_app'));
    // The same name of another app is another thing.
    await put('lineItems', 'unit-1', line({ category }), theirs);
    expect(await room.query(`select 1 from line_item where called = 'unit-1'`)).toHaveLength(2);
  });

  it('holds what is written against the roster', async () => {
    const unfit = (field: string) => refused('gradebook.unfit', { field });
    await expect(put('lineItems', 'x', line({ class: randomUUID() }))).rejects.toEqual(unfit('class'));
    await expect(put('lineItems', 'x', line({ class: farClass }))).rejects.toEqual(unfit('class'));
    await expect(put('lineItems', 'x', line({ class: closedClass }))).rejects.toEqual(unfit('class'));
    await expect(put('lineItems', 'x', line({ academicSession: randomUUID() }))).rejects.toEqual(unfit('academicSession'));
    await expect(put('lineItems', 'x', line({ category: 'none' }))).rejects.toEqual(unfit('category'));
    await expect(put('results', 'x', result(randomUUID()))).rejects.toEqual(unfit('student'));
    await expect(put('results', 'x', result(pupils[0], { lineItem: 'none' }))).rejects.toEqual(unfit('lineItem'));
    await expect(put('results', 'r-1', result(pupils[1]))).rejects.toEqual(unfit('person'));
    await expect(put('categories', 'x', { title: '作业' }, theirs)).rejects.toEqual(unfit('acting-organisation'));
  });

  it('adds several or none', async () => {
    const add = (entries: object[], more: object = {}) =>
      room.get(WritingGradebook).add(
        { add: classrooms.addToGradebook.body.shape.add.parse({ collection: 'results', entries }), ...more },
        callBy(ours, classrooms.addToGradebook, {
          idempotencyKey: `add ${JSON.stringify(more)} ${entries.length}`,
          input: { entries, more },
        }),
      );
    const before = await written();
    await expect(add([result(pupils[0]), result(randomUUID())])).rejects.toEqual(refused('gradebook.unfit', { field: 'student' }));
    await expect(add([result(pupils[0])], { class: farClass })).rejects.toEqual(refused('gradebook.unfit', { field: 'class' }));
    expect(await written()).toBe(before);
    const both = [result(pupils[0]), result(pupils[1])];
    const ids = await add(both, { class: homeroom, academicSession: term });
    expect(new Set(ids).size).toBe(2);
    // With its Idempotency-Key it may be sent again.
    expect(await add(both, { class: homeroom, academicSession: term })).toEqual(ids);
    expect(await written()).toBe(before + 2);
    await put('results', ids[1]!, result(pupils[1], { score: 60 }));
    await stamped();
    expect((await query('results', { id: ids[1] })).rows).toMatchObject([{ sourcedId: ids[1], score: 60 }]);
  });

  it('narrows to a class, a line and a pupil, within reach alone', async () => {
    const narrowed = (...within: [string, string][]) => query('results', { within: within.map(([kind, name]) => ({ kind, name })) });
    expect((await narrowed(['class', homeroom])).total).toBe(3);
    expect((await narrowed(['class', homeroom], ['student', pupils[1]])).total).toBe(1);
    expect((await narrowed(['class', homeroom], ['lineItem', 'unit-1'])).total).toBe(3);
    expect((await narrowed(['class', homeroom], ['lineItem', 'soon'])).total).toBe(0);
    for (const place of [
      ['class', farClass],
      ['class', randomUUID()],
      ['class', 'none'],
      ['lineItem', 'none'],
    ] as [string, string][])
      await expect(narrowed(place)).rejects.toEqual(refused('gradebook.row_unknown'));
    await expect(narrowed(['class', homeroom], ['student', randomUUID()])).rejects.toEqual(refused('gradebook.row_unknown'));
    await expect(query('lineItems', { within: [{ kind: 'school', name: room.region.farSchool }] })).rejects.toEqual(
      refused('gradebook.row_unknown'),
    );
  });

  it('tells nothing of a pupil without consent, and takes nothing about them', async () => {
    await put('results', 'r-3', result(refusing, { score: 41 }));
    await stamped();
    roster.consentWithdrawn = true;
    const [row] = (await query('results', { id: 'r-3' })).rows;
    expect(row).toMatchObject({ status: 'tobedeleted', metadata: { reason: 'consentMissing' } });
    expect(JSON.stringify(row)).not.toMatch(/"score"|很好|fully graded/);
    await expect(put('results', 'r-3', result(refusing))).rejects.toEqual(refused('gradebook.unfit', { field: 'student' }));
    for (const field of ['score', 'scoreStatus', 'comment']) {
      const filter = { join: 'and', conditions: [{ field, comparison: '=', value: '41' }] };
      await expect(query('results', { filter })).rejects.toEqual(refused('collection.field_unfit', { field, use: 'filter' }));
    }
    roster.consentWithdrawn = false;
  });

  it('shows results to the school’s teachers, to a pupil their own, and to no other school', async () => {
    const list = (caller: ReturnType<typeof person>, more: object = {}) =>
      room.get(ListingResults).page({ limit: 50, ...more }, callOf(classrooms.gradeResults, caller));
    const { school, sibling } = room.region;
    const teacher = await list(person({ role: 'teacher', organisation: school }), { class: homeroom });
    expect(teacher.items).toHaveLength(4);
    expect(teacher.items[0]).toMatchObject({ lineItem: { highest: 100 }, score: 41, app: ours, person: refusing });
    const own = await list(person({ role: 'pupil', organisation: school, subject: pupils[1], about: [pupils[1]] }));
    expect(own.items.map((each) => [each.person, each.score])).toEqual([[pupils[1], 60]]);
    expect((await list(person({ role: 'teacher', organisation: sibling }))).items).toEqual([]);
  });

  it('drops a line with its results, and no category that is used', async () => {
    const drop = (collection: GradebookCollection, name: string) =>
      room.get(WritingGradebook).drop({ collection, name }, callBy(ours, classrooms.dropFromGradebook));
    await expect(drop('categories', 'homework')).rejects.toEqual(refused('gradebook.in_use'));
    await drop('lineItems', 'unit-1');
    await expect(drop('lineItems', 'unit-1')).rejects.toEqual(refused('gradebook.row_unknown'));
    await stamped();
    const gone = { join: 'and', conditions: [{ field: 'status', comparison: '=', value: 'tobedeleted' }] };
    expect((await query('results', { filter: gone })).total).toBe(4);
    expect((await query('lineItems', { filter: gone })).rows).toMatchObject([{ sourcedId: 'unit-1', status: 'tobedeleted' }]);
    await expect(put('results', 'late', result(pupils[0]))).rejects.toEqual(refused('gradebook.unfit', { field: 'lineItem' }));
    await put('lineItems', 'unit-1', line());
    expect((await query('lineItems', { id: 'unit-1' })).rows).toMatchObject([{ status: 'active' }]);
  });
});
