import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { identity, type Call } from '@lianxue/contracts';
import { app, callOf } from '@lianxue/testing';
import { Binding } from '../guardians/binding.js';
import { refused } from '../identity.room.js';
import { RegisteringPeople } from '../people/registering-people.js';
import { MovingPupils } from '../pupils/moving-pupils.js';
import { Transferring } from '../pupils/transferring.js';
import { byConsent, openConsents, type ConsentsRoom } from './consents.room.js';
import { Deciding } from './deciding.js';
import { Deletions } from './deletions.js';
import { LapsingConsents } from './lapsing-consents.js';

let room: ConsentsRoom;
let client: string;
let child: string;
let mother: string;
let counter = 0;

/** Of this test's child. */
const numbered = () => `L36100220150302${String(counter).padStart(4, '0')}`;
const by = (subject: string): Call => room.by('guardian', room.school, { subject, about: [child] });
const self = () => room.by('pupil', room.school, { subject: child, about: [child] });
const sweep = () => room.get(LapsingConsents).round();
const standing = () =>
  room.query<{ state: string; ending: string | null }>('select state, ending from consent where child = $1 order by id', [child]);
const asked = () =>
  room.query<{ why: string; state: string; due_on: string }>(
    'select why, state, due_on::text from deletion_request where child = $1 order by id',
    [child],
  );
const postOf = async (person: string) =>
  (await room.query<{ id: string }>(`select id from post where person = $1 and role = 'guardian'`, [person]))[0]!.id;
const unbind = async (guardian: string) =>
  room.get(Binding).unbind(child, await postOf(guardian), '监护权变更', room.by('schoolAdmin', room.school));

beforeAll(async () => {
  room = await openConsents();
  ({ client } = await room.appFor([byConsent]));
});
beforeEach(async () => {
  room.at('2026-11-21T08:00:00Z');
  counter++;
  child = await room.pupil(undefined, { name: '欧阳小明', birthDate: '2015-03-08', pupilNumber: numbered() });
  mother = await room.person('guardian', room.school, { wards: [child] });
});
afterAll(() => room.close());

describe('a consent ends by itself', () => {
  it('on its day, told to subscribers without a person having done it, and with a deletion asked for', async () => {
    const { id } = await room.decide(child, client, by(mother), 'give', { until: '2027-01-01T00:00:00+08:00' });
    room.at('2026-12-31T15:59:59Z');
    expect(await sweep()).toBe(0);
    room.at('2026-12-31T16:00:00Z');
    expect(await sweep()).toBe(1);
    expect(await sweep()).toBe(0);
    expect(await standing()).toEqual([{ state: 'ended', ending: 'until' }]);
    expect(await asked()).toEqual([{ why: 'until', state: 'asked', due_on: '2027-01-16' }]);
    const [given, ended] = (await room.facts()).filter(({ entity }) => entity === id);
    expect([given!.type, ended!.type]).toEqual(['cn.lianxue.identity.consent.given', 'cn.lianxue.identity.consent.ended']);
    expect(ended!.data).toEqual({ id, version: 2, organisation: room.school, child, client, state: 'ended', ending: 'until' });
    const audit = await room.query('select actor, what from audit where entity = $1 order by seq', [id]);
    expect(audit.at(-1)).toEqual({ actor: 'service', what: 'ended' });
  });

  it('on the fourteenth birthday in Shanghai, and not before', async () => {
    await room.decide(child, client, by(mother));
    room.at('2029-03-07T15:59:59Z');
    expect(await sweep()).toBe(0);
    room.at('2029-03-07T16:00:00Z');
    expect(await sweep()).toBe(1);
    expect(await standing()).toEqual([{ state: 'ended', ending: 'birthday' }]);
  });

  it('on 1 March for whoever was born on 29 February', async () => {
    child = await room.person('pupil', room.school, { birthDate: '2016-02-29' });
    mother = await room.person('guardian', room.school, { wards: [child] });
    await room.decide(child, client, by(mother));
    room.at('2030-02-28T15:59:59Z');
    expect(await sweep()).toBe(0);
    room.at('2030-02-28T16:00:00Z');
    expect(await sweep()).toBe(1);
  });

  it('by the birth that is known now, when it was corrected after the decision', async () => {
    await room.decide(child, client, by(mother));
    const [{ version }] = (await room.query<{ version: number }>('select version from person where id = $1', [child])) as [
      { version: number },
    ];
    const call = room.by('systemAdmin', room.city, { operation: identity.changePerson, call: { ifMatch: version } });
    await room.get(RegisteringPeople).change({ personId: child, birthDate: '2012-11-21', source: 'local' }, call);
    expect(await sweep()).toBe(1);
    expect(await standing()).toEqual([{ state: 'ended', ending: 'birthday' }]);
  });

  it('never by the birthday when the pupil decided', async () => {
    room.at('2029-03-08T00:00:00Z');
    await room.decide(child, client, self());
    room.at('2040-01-01T00:00:00Z');
    await sweep();
    expect(await standing()).toEqual([{ state: 'given', ending: null }]);
  });
});

describe('what was to be deleted', () => {
  const overFourteen = async () => {
    await room.decide(child, client, by(mother));
    room.at('2029-03-08T00:00:00Z');
    await sweep();
  };

  it('is kept when whoever decides now consents in time, and the app cannot answer any more', async () => {
    await overFourteen();
    await room.decide(child, client, self());
    expect(await asked()).toMatchObject([{ why: 'birthday', state: 'lifted' }]);
    const [request] = await room.query<{ id: string }>('select id from deletion_request where child = $1', [child]);
    const receipt = { requestId: request!.id, deletedOn: '2029-03-09', what: '全部', reference: '1' };
    await expect(room.get(Deletions).answer(receipt, callOf(identity.answerDeletionRequest, app({ client })))).rejects.toEqual(
      refused('move.not_allowed', { state: 'lifted' }),
    );
  });

  it('goes on being asked for when they refuse', async () => {
    await overFourteen();
    await room.decide(child, client, self(), 'refuse');
    expect(await asked()).toMatchObject([{ why: 'birthday', state: 'asked' }]);
  });

  it('goes on being asked for after a withdrawal, whatever is decided later', async () => {
    const { id } = await room.decide(child, client, by(mother));
    await room.get(Deciding).withdraw(id, { ...by(mother), operation: identity.withdrawConsent });
    await room.decide(child, client, by(mother));
    expect(await asked()).toMatchObject([{ why: 'withdrawn', state: 'asked' }]);
  });
});

describe('a guardian who is one no more', () => {
  it('leaves no consent behind; another guardian decides anew', async () => {
    const father = await room.person('guardian', room.school, { wards: [child] });
    await room.decide(child, client, by(mother));
    await unbind(father);
    expect(await standing()).toEqual([{ state: 'given', ending: null }]);
    await unbind(mother);
    expect(await standing()).toEqual([{ state: 'ended', ending: 'unbound' }]);
    expect(await asked()).toMatchObject([{ why: 'unbound', state: 'asked' }]);
  });

  it('leaves a refusal, which gives nobody anything', async () => {
    await room.decide(child, client, by(mother), 'refuse');
    await unbind(mother);
    expect(await standing()).toEqual([{ state: 'refused', ending: null }]);
    expect(await asked()).toEqual([]);
  });

  it('keeps what they decided for another ward, whose guardian they still are', async () => {
    const sister = await room.pupil();
    await room.query(`update post set about = about || $2::uuid, version = version + 1 where person = $1`, [mother, sister]);
    await room.decide(sister, client, room.by('guardian', room.school, { subject: mother, about: [child, sister] }));
    await unbind(mother);
    expect(await room.query('select state from consent where child = $1', [sister])).toEqual([{ state: 'given' }]);
  });

  it('is so too when their post is ended', async () => {
    await room.decide(child, client, by(mother));
    await room.get(RegisteringPeople).endPost(await postOf(mother), room.by('systemAdmin', room.city, { operation: identity.endPost }));
    expect(await standing()).toEqual([{ state: 'ended', ending: 'unbound' }]);
  });
});

describe('a pupil who leaves', () => {
  it('leaves no consent at the school', async () => {
    await room.decide(child, client, by(mother));
    await room
      .get(MovingPupils)
      .leave({ organisationId: room.school, personId: child, as: 'withdrawal' }, room.keeper(identity.leaveSchool));
    expect(await standing()).toEqual([{ state: 'ended', ending: 'left' }]);
    expect(await asked()).toMatchObject([{ why: 'left' }]);
  });

  it('by a transfer takes none along; what the new school’s app may read is asked anew, and the old one deletes', async () => {
    await room.decide(child, client, by(mother));
    const transferring = room.get(Transferring);
    const { id } = await transferring.request(
      { organisation: room.farSchool, name: '欧阳小明', pupilNumber: numbered(), reason: '随父母迁居' },
      room.keeper(identity.requestTransfer, room.farSchool),
    );
    await transferring.decide(id, 'release', room.keeper(identity.releaseTransfer));
    await transferring.accept({ transferId: id }, room.keeper(identity.acceptTransfer, room.farSchool));
    expect(await standing()).toEqual([{ state: 'ended', ending: 'left' }]);
    const request = { standing: 'open' as const, limit: 20 };
    const toApp = callOf(identity.myDeletionRequests, app({ client }));
    expect((await room.get(Deletions).ofApp(request, toApp)).items[0]).toMatchObject({ child, why: 'left', organisation: room.school });
  });
});

it('keeps tables and entities in agreement', async () => {
  expect(await room.schemaDiff()).toEqual([]);
});
