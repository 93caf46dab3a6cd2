import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identity, type AnyOperation, type InputOf } from '@lianxue/contracts';
import { FILES, type Files } from '@lianxue/files';
import { JobRunner, Jobs } from '@lianxue/persistence';
import { callOf, service } from '@lianxue/testing';
import { openIdentity, refused, type IdentityRoom } from '../identity.room.js';
import { rowsOfFile, settledJob } from '../importing/importing.room.js';
import { Accounts } from '../people/accounts.js';
import { Enrolling } from '../rosters/enrolling.js';
import { KeepingClasses } from '../rosters/keeping-classes.js';
import { SigningIn } from '../signing-in/signing-in.js';
import { OpeningAccounts } from './opening-accounts.js';

let room: IdentityRoom;
let school: string;
let administrator: string;
let inClass: string;
let serial = 0;

beforeAll(async () => {
  room = await openIdentity();
});
afterAll(() => room.close());

const by = (operation: AnyOperation = identity.openAccounts) => room.by('schoolAdmin', school, { subject: administrator, operation });
const jobCall = () => by(identity.job);
type Order = InputOf<typeof identity.openAccounts>;

/** A school with a class of as many pupils, who have no accounts. */
async function fresh(pupils: number): Promise<string[]> {
  school = await room.organisation('school', room.city, { name: '临川一小' });
  administrator = await room.person('schoolAdmin', school);
  const people = [];
  for (let nth = 0; nth < pupils; nth++) people.push(await room.person('pupil', school, { name: `学生${nth}` }));
  const manager = room.by('schoolAdmin', school, { operation: identity.openClass });
  const said = {
    kind: 'homeroom' as const,
    title: '三年级1班',
    stage: null,
    gradeOrdinal: 3,
    enrolYear: null,
    courseId: null,
    termIds: [],
  };
  inClass = (await room.get(KeepingClasses).open({ organisationId: school, ...said }, manager)).id;
  for (const person of people)
    await room.get(Enrolling).enrol({ classId: inClass, person, role: 'pupil', primary: true }, { ...manager, operation: identity.enrol });
  return people;
}

const prefix = () => `lcyx${++serial}`;
const ordered = async (more: Partial<Order> = {}): Promise<string> =>
  (
    await room
      .get(OpeningAccounts)
      .order({ organisationId: school, roles: ['pupil'], prefix: prefix(), renew: false, format: 'xlsx', ...more }, by())
  ).id;
const open = async (more: Partial<Order> = {}) => settledJob(room, await ordered(more), jobCall());
/** Names, usernames and passwords of the slips of a job. */
async function slipsOf(job: { files: readonly { id: string }[] }): Promise<string[][]> {
  const rows = await Promise.all(job.files.map(({ id }) => rowsOfFile(room, id)));
  return rows.flat().filter(([, username]) => username?.startsWith('lcyx'));
}
const signIn = (username: string, password: string) =>
  room.get(SigningIn).signIn({ username, password, address: '10.0.0.1' }, callOf(identity.signIn, service('gateway')));

describe('accounts for a class at once', () => {
  it('are opened for those who have none, with slips that let them in once', async () => {
    const [first] = await fresh(3);
    await room.get(Accounts).open(first!, { username: `schon${serial}`, mustChangePassword: true }, by());
    const job = await open({ class: inClass });
    expect(job).toMatchObject({ state: 'done', result: { opened: 2, unchanged: 1, withheldCount: 0 } });
    expect(job.files[0]!.name).toMatch(/^三年级1班-账号单-.*\.xlsx$/);
    const slips = await slipsOf(job);
    expect(slips.map(([name]) => name)).toEqual(['学生1', '学生2']);
    expect(slips[0]![1]).toMatch(/^lcyx\d+001$/);
    expect(await signIn(slips[0]![1]!, slips[0]![2]!)).toMatchObject({ mustChangePassword: true });
    expect(await open({ class: inClass })).toMatchObject({ result: { opened: 0, unchanged: 3 }, files: [] });
  });

  it('keep no password: not in the job, not longer than an hour in a file', async () => {
    await fresh(1);
    const job = await open();
    const [, , password] = (await slipsOf(job))[0]!;
    const [row] = await room.query<Record<string, unknown>>('select cursor, input, result from job where id = $1', [job.id]);
    expect(row!['cursor']).toBeNull();
    expect(JSON.stringify(row)).not.toContain(password);
    const files: Files = room.get(FILES as never);
    expect((await files.about(job.files[0]!.id))!.until).toEqual(new Date('2026-11-21T09:00:00Z'));
  });

  it('are given new slips where nobody used the first, and no others', async () => {
    await fresh(2);
    const [one, two] = await slipsOf(await open());
    await room.query('update account set must_change_password = false where username = $1', [one![1]]);
    const again = await open({ renew: true });
    expect(again).toMatchObject({ result: { opened: 0, renewed: 1, unchanged: 1 } });
    const [slip] = await slipsOf(again);
    expect(slip![1]).toBe(two![1]);
    await expect(signIn(two![1]!, two![2]!)).rejects.toBeTruthy();
    expect(await signIn(slip![1]!, slip![2]!)).toMatchObject({ mustChangePassword: true });
  });

  it('print what they gave out before they were cut off', async () => {
    await fresh(45);
    await room.get(JobRunner).stop();
    const id = await ordered();
    room.get(JobRunner).start();
    while ((await room.get(Jobs).one(id, jobCall())).done < 20) await new Promise((done) => setTimeout(done, 5));
    await room.get(JobRunner).stop();
    room.get(JobRunner).start();
    const job = await settledJob(room, id, jobCall());
    expect(job).toMatchObject({ done: 45, result: { opened: 45 } });
    const slips = await slipsOf(job);
    expect(new Set(slips.map(([, username]) => username)).size).toBe(45);
    for (const [, username, password] of [slips[0]!, slips[44]!]) expect(await signIn(username!, password!)).toBeTruthy();
  });

  it('reach as far as the power of whoever orders them', async () => {
    await fresh(1);
    const teacher = await room.person('teacher', school);
    await room.query(
      `insert into post (id, version, organisation, created_at, updated_at, person, role, about, since, ended)
       values (gen_random_uuid(), 1, $1, now(), now(), $2, 'schoolAdmin', '{}', '2026-01-01', false)`,
      [school, teacher],
    );
    expect(await open({ roles: ['teacher'] })).toMatchObject({
      result: { opened: 0, withheldCount: 1, withheld: [{ person: teacher, code: 'post.not_grantable' }] },
    });
    await expect(ordered({ roles: ['schoolAdmin'] })).rejects.toEqual(refused('post.not_grantable'));
    const elsewhere = await room.organisation('school', room.city);
    await expect(ordered({ organisationId: elsewhere })).rejects.toEqual(refused('organisation.unknown'));
    await expect(ordered({ class: administrator })).rejects.toEqual(refused('class.unknown'));
    await expect(ordered({ prefix: 'G36100219000101' })).rejects.toEqual(refused('account.username_is_number'));
  });

  it('come as slips on paper too', async () => {
    await fresh(1);
    const job = await open({ format: 'docx' });
    expect(job.files[0]!.name).toMatch(/\.docx$/);
  });
});
