import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identity, type InputOf } from '@lianxue/contracts';
import { refused } from '../identity.room.js';
import { ReadingPeople } from '../people/reading-people.js';
import { RegisteringPeople } from '../people/registering-people.js';
import { MovingPupils } from './moving-pupils.js';
import { openPupils, type PupilsRoom } from './pupils.room.js';
import { ReadingMovements } from './reading-movements.js';

let room: PupilsRoom;
let first: string;
let second: string;

beforeAll(async () => {
  room = await openPupils();
  first = await room.ownClass(3, { title: '三年级一班' });
  second = await room.ownClass(3, { title: '三年级二班' });
});
afterAll(() => room.close());

const ledger = async (personId: string, at = room.school) =>
  (await room.get(ReadingMovements).ofPupil({ personId, limit: 50 }, room.keeper(identity.movementsOfPupil, at))).items;
const inClasses = async (person: string) =>
  (await room.query<{ class: string }>('select class from enrolment where person = $1 and not ended', [person])).map((row) => row.class);
const of = (personId: string) => ({ organisationId: room.school, personId });
const leave = (personId: string, as: InputOf<typeof identity.leaveSchool>['as'] = 'withdrawal') =>
  room.get(MovingPupils).leave({ ...of(personId), as }, room.keeper(identity.leaveSchool));

describe('a pupil', () => {
  it('enters, changes class, goes on leave and comes back, each a line of the ledger', async () => {
    const id = await room.pupil(first);
    const moving = room.get(MovingPupils);
    await moving.changeClass({ ...of(id), class: second, reason: '家长申请' }, room.keeper(identity.changePupilClass));
    expect(await inClasses(id)).toEqual([second]);
    await moving.suspend({ ...of(id), reason: '因病' }, room.keeper(identity.suspendPupil));
    expect(await inClasses(id)).toEqual([]);
    await expect(moving.changeClass({ ...of(id), class: first }, room.keeper(identity.changePupilClass))).rejects.toEqual(
      refused('pupil.on_leave'),
    );
    await moving.resume({ ...of(id), class: first }, room.keeper(identity.resumePupil));
    expect(
      (await ledger(id)).reverse().map(({ kind, status, fromClass, toClass, toGrade }) => [kind, status, fromClass, toClass, toGrade]),
    ).toEqual([
      ['entry', '01', null, first, 3],
      ['classChange', '01', first, second, 3],
      ['suspension', '02', second, null, null],
      ['resumption', '01', null, first, 3],
    ]);
  });

  it('is in a class of their school alone, and no day that has not come is recorded', async () => {
    const id = await room.pupil(first);
    const change = (to: string, on?: string) =>
      room.get(MovingPupils).changeClass({ ...of(id), class: to, ...(on && { on }) }, room.keeper(identity.changePupilClass));
    await expect(change(await room.ownClass(3, { organisationId: room.farSchool }))).rejects.toEqual(refused('class.unfit'));
    await expect(change(first)).rejects.toEqual(refused('pupil.in_class'));
    await expect(change(second, '2026-11-22')).rejects.toEqual(refused('movement.not_yet'));
    await expect(
      room.get(MovingPupils).suspend({ organisationId: room.farSchool, personId: id }, room.keeper(identity.suspendPupil, room.farSchool)),
    ).rejects.toEqual(refused('pupil.unknown'));
  });

  it('who leaves takes the guardians’ posts along, except of those with another ward, and stops at once', async () => {
    const [id, sibling] = [await room.pupil(first), await room.pupil(second)];
    const alone = await room.person('guardian', room.school, { wards: [id] });
    const ofBoth = await room.person('guardian', room.school, { wards: [id, sibling] });
    await leave(id);
    const posts = await room.query('select person, ended, about, pupil_status from post where person = any($1) order by role, person', [
      [id, alone, ofBoth],
    ]);
    expect(posts).toEqual(
      expect.arrayContaining([
        { person: id, ended: true, about: [id], pupil_status: '03' },
        { person: alone, ended: true, about: [id], pupil_status: null },
        { person: ofBoth, ended: false, about: [sibling], pupil_status: null },
      ]),
    );
    expect(room.announced.filter(({ kind }) => kind === 'post').length).toBeGreaterThanOrEqual(3);
    const facts = await room.facts();
    expect(
      facts.filter(({ type, data }) => type.endsWith('movement.recorded') && (data as { person: string }).person === id).at(-1)?.data,
    ).toMatchObject({ kind: 'withdrawal', status: '03' });
    expect(JSON.stringify(facts)).not.toContain('因病');
  });

  it('may come back, and a graduate goes on at another school by whoever stands above both', async () => {
    const id = await room.pupil(first);
    await leave(id, 'graduation');
    await expect(room.enter(id, undefined, room.farSchool)).rejects.toEqual(refused('person.unknown'));
    expect(await room.enter(id, undefined, room.farSchool, room.city)).toMatchObject({ kind: 'reentry', organisation: room.farSchool });
    const there = room.by('schoolAdmin', room.farSchool, { operation: identity.person });
    expect(await room.get(ReadingPeople).one(id, there)).toMatchObject({ organisation: room.farSchool });
    await expect(room.get(ReadingPeople).one(id, room.by('schoolAdmin', room.school, { operation: identity.person }))).rejects.toEqual(
      refused('person.unknown'),
    );
    expect((await ledger(id)).map(({ kind }) => kind)).toEqual(['graduation', 'entry']);
    await expect(room.enter(id, undefined, room.school, room.city)).rejects.toEqual(refused('pupil.elsewhere'));
  });

  it('is not in the ledger for a neighbour', async () => {
    const id = await room.pupil(first);
    await expect(ledger(id, room.farSchool)).rejects.toEqual(refused('person.unknown'));
    const { items } = await room
      .get(ReadingMovements)
      .ofSchool({ organisationId: room.school, kind: 'suspension', limit: 50 }, room.keeper(identity.movementsOfSchool));
    expect(new Set(items.map(({ kind }) => kind))).toEqual(new Set(['suspension']));
  });

  it('registered with a post of their own is a pupil like any other', async () => {
    const id = await room.person('pupil', room.school);
    expect(await leave(id, 'drift')).toMatchObject({ kind: 'drift', status: '06' });
    await room.get(RegisteringPeople).close(id, room.by('systemAdmin', room.city));
    await expect(room.enter(id, undefined)).rejects.toEqual(refused('person.closed'));
  });
});
