import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identity, type PostRole } from '@lianxue/contracts';
import { refused, type IdentityRoom } from '../identity.room.js';
import { SigningIn } from '../signing-in/signing-in.js';
import { MyOwn } from './my-own.js';
import { ReadingPeople } from './reading-people.js';
import { RegisteringPeople } from './registering-people.js';
import { openTwoSchools, type TwoSchools } from './two-schools.room.js';

let room: TwoSchools;
let county: string;
let school: string;
let sibling: string;

beforeAll(async () => {
  room = await openTwoSchools();
  ({ county, school, sibling } = room);
});
afterAll(() => room.close());

const give = (personId: string, role: PostRole, organisation: string, wards: string[] = []) =>
  room.get(RegisteringPeople).givePost({ personId, role, organisation, wards }, room.by('systemAdmin', room.city));
const offered = async (person: string) => (await room.get(SigningIn).postsOf(person)).posts;
const read = (id: string, call: ReturnType<IdentityRoom['by']>) => room.get(ReadingPeople).one(id, { ...call, operation: identity.person });

describe('one identity, many posts', () => {
  it('lets a teacher of two schools choose either, each seeing only its own post', async () => {
    const teacher = await room.person('teacher', school, {
      name: '走教教师',
      account: { username: 'two.schools', mustChangePassword: true },
    });
    await give(teacher, 'teacher', sibling);
    expect((await offered(teacher)).map(({ organisation }) => organisation)).toEqual([school, sibling]);
    for (const at of [school, sibling])
      expect((await read(teacher, room.by('schoolAdmin', at))).posts.map((post) => post.organisation)).toEqual([at]);
    const { posts, organisation } = await room.get(MyOwn).of(room.by('teacher', sibling, { subject: teacher }).caller);
    expect([posts.length, organisation?.name]).toEqual([2, '第二小学']);
  });

  it('keeps the wards of a parent of two schools apart', async () => {
    const [elder, younger] = [await room.person('pupil', school), await room.person('pupil', sibling)];
    const parent = await room.person('guardian', school, { wards: [elder] });
    await give(parent, 'guardian', sibling, [younger]);
    expect((await offered(parent)).map(({ organisation, about }) => [organisation, about])).toEqual([
      [school, [elder]],
      [sibling, [younger]],
    ]);
    const asParentThere = room.by('guardian', sibling, { subject: parent, about: [younger] });
    expect(await read(younger, asParentThere)).toMatchObject({ id: younger });
    await expect(read(elder, asParentThere)).rejects.toEqual(refused('person.unknown'));
  });

  it('lets an official be an expert too, with one sign-in, and loses one post alone', async () => {
    const official = await room.person('countyReviewer', county, { account: { username: 'both.hats', mustChangePassword: true } });
    const { id } = await give(official, 'expert', county);
    expect((await offered(official)).map(({ role }) => role)).toEqual(['countyReviewer', 'expert']);
    await room.get(RegisteringPeople).endPost(id, room.by('systemAdmin', room.city));
    expect((await offered(official)).map(({ role }) => role)).toEqual(['countyReviewer']);
    const accounts = await room.query('select 1 from account where person = $1 and not closed', [official]);
    expect(accounts).toHaveLength(1);
  });
});
