import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identity, type InputOf } from '@lianxue/contracts';
import { refused } from '../identity.room.js';
import { Accounts } from '../people/accounts.js';
import { ReadingPeople } from '../people/reading-people.js';
import { openPupils, type PupilsRoom } from './pupils.room.js';
import { ReadingMovements } from './reading-movements.js';
import { ReadingTransfers } from './reading-transfers.js';
import { Transferring } from './transferring.js';

let room: PupilsRoom;
let counter = 0;

beforeAll(async () => {
  room = await openPupils();
});
afterAll(() => room.close());

const number = () => `L36100220150101${String(++counter).padStart(4, '0')}`;
const request = (pupilNumber: string, more: Partial<InputOf<typeof identity.requestTransfer>> = {}, at = room.farSchool) =>
  room
    .get(Transferring)
    .request({ organisation: at, name: '欧阳小明', pupilNumber, reason: '随父母迁居', ...more }, room.keeper(identity.requestTransfer, at));
const decide = (id: string, move: 'release' | 'refuse' | 'cancel', at: string) =>
  room.get(Transferring).decide(id, move, room.keeper(identity.releaseTransfer, at), move === 'refuse' ? '欠交材料' : null);
const accept = (transferId: string, at = room.farSchool) =>
  room.get(Transferring).accept({ transferId }, room.keeper(identity.acceptTransfer, at));
const see = (id: string, at: string) => room.get(ReadingTransfers).one(id, room.keeper(identity.transfer, at));
const list = async (at: string, more: Partial<InputOf<typeof identity.transfers>> = {}) =>
  (await room.get(ReadingTransfers).list({ limit: 200, ...more }, room.keeper(identity.transfers, at))).items.map(({ id }) => id);
const read = (id: string, at: string) => room.get(ReadingPeople).one(id, room.by('schoolAdmin', at, { operation: identity.person }));

async function pupilWith(numbered: string) {
  const pupil = await room.pupil(await room.ownClass(3), { name: '欧阳小明', pupilNumber: numbered });
  return pupil;
}

describe('a transfer', () => {
  it('is asked by one school, released by the other, accepted by the first, each seeing what is theirs to do', async () => {
    const numbered = number();
    const pupil = await pupilWith(numbered);
    const guardian = await room.person('guardian', room.school, { wards: [pupil] });
    await room.get(Accounts).open(pupil, { username: 'xiaoming', mustChangePassword: true }, room.by('systemAdmin', room.city));
    const inClass = await room.ownClass(3, { organisationId: room.farSchool });
    const { id } = await request(numbered, { class: inClass });
    expect(await see(id, room.farSchool)).toMatchObject({ name: '欧*', masked: true, moves: ['cancel'], status: 'requested' });
    expect(await see(id, room.school)).toMatchObject({
      name: '欧阳小明',
      masked: false,
      moves: ['release', 'refuse'],
      fromName: '第一小学',
    });
    expect(await see(id, room.counties[0])).toMatchObject({ moves: ['release', 'refuse'] });
    expect((await see(id, room.city)).moves).toEqual(['release', 'refuse', 'cancel']);
    expect([await list(room.school, { waiting: true }), await list(room.farSchool, { waiting: true })]).toEqual([[id], []]);
    await expect(decide(id, 'release', room.farSchool)).rejects.toEqual(refused('transfer.not_yours'));
    await expect(accept(id)).rejects.toEqual(refused('move.not_allowed'));
    await decide(id, 'release', room.school);
    expect([await list(room.school, { waiting: true }), await list(room.farSchool, { waiting: true, side: 'receiving' })]).toEqual([
      [],
      [id],
    ]);
    await expect(accept(id, room.school)).rejects.toEqual(refused('transfer.not_yours'));
    await accept(id);

    expect(await read(pupil, room.farSchool)).toMatchObject({
      name: '欧阳小明',
      organisation: room.farSchool,
      username: 'xiaoming',
      posts: [{ role: 'pupil', ended: false }],
    });
    expect(await read(guardian, room.farSchool)).toMatchObject({ posts: [{ role: 'guardian', about: [pupil] }] });
    await expect(read(pupil, room.school)).rejects.toEqual(refused('person.unknown'));
    await expect(read(guardian, room.school)).rejects.toEqual(refused('person.unknown'));
    expect(await see(id, room.school)).toMatchObject({ name: '欧*', masked: true, moves: [], status: 'accepted' });
    const ledger = await room.get(ReadingMovements).ofPupil({ personId: pupil, limit: 20 }, room.keeper(identity.movementsOfPupil));
    expect(ledger.items.map(({ kind, other }) => [kind, other])).toEqual([
      ['transferOut', room.farSchool],
      ['entry', null],
    ]);
    expect(await room.query('select class from enrolment where person = $1 and not ended', [pupil])).toEqual([{ class: inClass }]);
    const [old] = await room.query<{ id: string }>(`select id from post where person = $1 and ended`, [pupil]);
    expect(room.announced).toContainEqual(expect.objectContaining({ kind: 'post', value: old!.id }));
    const facts = (await room.facts()).filter(({ entity }) => entity === id);
    expect(facts.map(({ type }) => type.split('.').at(-1))).toEqual(['requested', 'released', 'accepted']);
    expect(JSON.stringify(facts)).not.toMatch(/欧阳|迁居/);
  });

  it('can be refused with a reason, and asked again', async () => {
    const numbered = number();
    await pupilWith(numbered);
    const { id } = await request(numbered);
    await expect(request(numbered)).rejects.toEqual(refused('transfer.open'));
    await decide(id, 'refuse', room.school);
    expect(await see(id, room.farSchool)).toMatchObject({ status: 'refused', refusal: '欠交材料', name: '欧*' });
    const again = await request(numbered);
    await decide(again.id, 'cancel', room.farSchool);
    expect(await see(again.id, room.school)).toMatchObject({ status: 'cancelled', moves: [] });
  });

  it('tells nothing to whoever knows but the number or the name', async () => {
    const numbered = number();
    await pupilWith(numbered);
    await expect(request(numbered, { name: '别人' })).rejects.toEqual(refused('transfer.pupil_unknown'));
    await expect(request(number())).rejects.toEqual(refused('transfer.pupil_unknown'));
    await expect(request(numbered, {}, room.school)).rejects.toEqual(refused('transfer.same_school'));
    const { id } = await request(numbered);
    const elsewhere = await room.organisation('school', room.counties[1]);
    await expect(see(id, elsewhere)).rejects.toEqual(refused('transfer.unknown'));
  });

  it('asked for twice at once is open once', async () => {
    const numbered = number();
    await pupilWith(numbered);
    const outcomes = await Promise.allSettled([request(numbered), request(numbered)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: refused('transfer.open') });
  });

  it('takes a guardian of a pupil who stays to both schools', async () => {
    const numbered = number();
    const [goes, stays] = [await pupilWith(numbered), await room.pupil()];
    const guardian = await room.person('guardian', room.school, { wards: [goes, stays] });
    const { id } = await request(numbered);
    await decide(id, 'release', room.school);
    await accept(id);
    const posts = await room.query('select organisation, about from post where person = $1 and not ended order by id', [guardian]);
    expect(posts).toEqual([
      { organisation: room.school, about: [stays] },
      { organisation: room.farSchool, about: [goes] },
    ]);
    expect(await read(guardian, room.school)).toMatchObject({ organisation: room.school });
  });
});
