import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { identity, type InputOf } from '@lianxue/contracts';
import { refused } from '../identity.room.js';
import { MovingPupils } from './moving-pupils.js';
import { Promoting } from './promoting.js';
import { openPupils, type PupilsRoom } from './pupils.room.js';

let room: PupilsRoom;

beforeEach(async () => {
  await room?.close();
  room = await openPupils();
});
afterAll(() => room.close());

type Asked = Partial<InputOf<typeof identity.promoteGrade>>;
const ask = (asked: Asked) => ({ organisationId: room.school, schoolYear: 2026, grade: 3, exceptions: [], ...asked });
const preview = (asked: Asked = {}) => room.get(Promoting).preview(ask(asked), room.keeper(identity.previewPromotion));
const promote = (asked: Asked = {}, call = room.keeper(identity.promoteGrade)) => room.get(Promoting).promote(ask(asked), call);
const classes = () =>
  room.query<{ title: string; grade: number; ended: boolean }>('select title, grade_ordinal as grade, ended from school_class order by id');
const changesSoFar = async () => (await room.query<{ n: number }>('select count(*)::int as n from outbox'))[0]!.n;
/** A class that was in this grade in the school year before. */
const lastYears = (grade: number, title: string) => room.ownClass(grade, { title, enrolYear: 2026 - grade });

describe('promoting a grade', () => {
  it('moves classes up as they are, leaves repeaters behind, and passes over those on leave', async () => {
    const [one, two, behind] = [await lastYears(3, '三年级一班'), await lastYears(3, '三年级二班'), await lastYears(2, '二年级一班')];
    const [goes, repeats, away] = [await room.pupil(one), await room.pupil(two), await room.pupil(two)];
    await room.get(MovingPupils).suspend({ organisationId: room.school, personId: away }, room.keeper(identity.suspendPupil));
    const exceptions = [{ person: repeats, class: behind }];
    const said = { classes: 2, promoted: 1, repeated: 1, graduated: 0, suspended: 1 };
    expect(await preview({ exceptions })).toMatchObject({ ...said, done: 0, problems: [] });
    expect(await classes()).toMatchObject([{ grade: 3 }, { grade: 3 }, { grade: 2 }]);
    expect(await promote({ exceptions })).toMatchObject({ ...said, finished: true });
    expect(await classes()).toMatchObject([
      { title: '四年级一班', grade: 4 },
      { title: '四年级二班', grade: 4 },
      { title: '二年级一班', grade: 2 },
    ]);
    const at = await room.query('select person, class from enrolment where not ended order by class');
    expect(at).toEqual(
      [
        { person: goes, class: one },
        { person: repeats, class: behind },
      ].sort((a, b) => (a.class < b.class ? -1 : 1)),
    );
    const lines = await room.query(
      `select person, kind, from_grade, to_grade, happened_on::text from movement where kind in ('promotion', 'repetition') order by kind`,
    );
    expect(lines).toEqual([
      { person: goes, kind: 'promotion', from_grade: 3, to_grade: 4, happened_on: '2026-09-01' },
      { person: repeats, kind: 'repetition', from_grade: 3, to_grade: 3, happened_on: '2026-09-01' },
    ]);
  });

  it('changes nothing the second time, nor in another order of grades, nor to a class that is new in the grade', async () => {
    await lastYears(3, '三年级一班');
    await lastYears(4, '四年级一班');
    await promote();
    const before = await changesSoFar();
    await promote();
    expect(await changesSoFar()).toBe(before);
    await promote({ grade: 4 });
    expect((await classes()).map(({ grade }) => grade)).toEqual([4, 5]);
    await room.ownClass(5, { title: '五年级九班' });
    await promote({ grade: 5 });
    expect((await classes()).map(({ grade }) => grade)).toEqual([4, 5, 5]);
  });

  it('goes on where it was cut off', async () => {
    const [one, two] = [await lastYears(3, '一'), await lastYears(3, '二')];
    for (const id of [one, two]) await room.pupil(id);
    // What a kill between two classes leaves behind: the first has moved, the second has not.
    await promote();
    await room.query(`delete from class_promotion where class = $1`, [two]);
    await room.query(`update school_class set grade_ordinal = 3 where id = $1`, [two]);
    await room.query(`update promotion set finished = false, classes = 1, promoted = 1`);
    expect(await promote()).toMatchObject({ finished: true, classes: 2, promoted: 2 });
    expect((await classes()).map(({ grade }) => grade)).toEqual([4, 4]);
  });

  it('lets the last grade leave, with posts, enrolments and guardians', async () => {
    const leaving = await lastYears(6, '六年级一班');
    const pupils: string[] = [];
    for (let n = 0; n < 17; n++) pupils.push(await room.pupil(leaving));
    const guardian = await room.person('guardian', room.school, { wards: [pupils[0]!] });
    expect(await promote({ grade: 6 })).toMatchObject({ graduated: 17, promoted: 0, classes: 1, finished: true });
    expect(await classes()).toMatchObject([{ ended: true }]);
    expect(await room.query('select 1 from enrolment where not ended')).toEqual([]);
    expect(await room.query(`select distinct pupil_status, ended from post where role = 'pupil'`)).toEqual([
      { pupil_status: '07', ended: true },
    ]);
    expect(await room.query(`select kinds from person where id = any($1)`, [[pupils[0], guardian]])).toEqual([
      { kinds: [] },
      { kinds: [] },
    ]);
  });

  it('waits for the summer, and refuses exceptions that cannot be', async () => {
    const three = await lastYears(3, '三年级一班');
    const far = await room.ownClass(3, { organisationId: room.farSchool });
    const pupil = await room.pupil(three);
    await expect(promote({ schoolYear: 2027 })).rejects.toEqual(refused('promotion.not_yet', { from: '2027-07-01' }));
    await expect(promote({ exceptions: [{ person: pupil, class: far }] })).rejects.toEqual(
      refused('promotion.exceptions', { problems: [{ person: pupil, code: 'class.unfit' }] }),
    );
    const stranger = crypto.randomUUID();
    expect((await preview({ exceptions: [{ person: stranger, class: three }] })).problems).toEqual([
      { person: stranger, code: 'pupil.not_in_grade' },
      { person: stranger, code: 'class.unfit' },
    ]);
    await expect(promote({}, room.keeper(identity.promoteGrade, room.farSchool))).rejects.toEqual(refused('organisation.unknown'));
  });

  it('begun twice at once moves every class once', async () => {
    for (let n = 0; n < 4; n++) await room.pupil(await lastYears(3, `三年级${n}班`));
    const results = await Promise.all([promote(), promote()]);
    expect(results.every(({ finished }) => finished)).toBe(true);
    expect((await classes()).map(({ grade }) => grade)).toEqual([4, 4, 4, 4]);
    expect(await room.query(`select classes, promoted from promotion`)).toEqual([{ classes: 4, promoted: 4 }]);
  });
});
