import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { identity, type AnyOperation, type Role } from '@lianxue/contracts';
import { openIdentity, refused, type IdentityRoom } from '../identity.room.js';
import { IssuingCards } from './issuing-cards.js';

let room: IdentityRoom;
let school: string;
let sibling: string;
let pupil: string;

beforeAll(async () => {
  room = await openIdentity();
  const county = await room.organisation('county', room.city, { divisionCode: '361002' });
  school = await room.organisation('school', county);
  sibling = await room.organisation('school', county);
  pupil = await room.person('pupil', school, { name: '欧阳明月' });
});
afterAll(() => room.close());

const by = (operation: AnyOperation, role: Role = 'schoolAdmin', at = school, about: string[] = []) =>
  room.by(role, at, { operation, about });
const cards = () => room.get(IssuingCards);
const issue = (number: string, personId = pupil, until: string | null = null) =>
  cards().issue({ personId, organisation: school, kind: 'eCard', number, until }, by(identity.issueCard));
const identify = (number: string, at = school) => cards().identify(number, by(identity.identifyCard, 'schoolAdmin', at));

it('tells who holds a card, however the reader writes its number, and keeps the number sealed', async () => {
  const card = await issue('04a2 b3c4');
  expect(await identify('04A2B3C4')).toMatchObject({ card: card.id, person: pupil, name: '欧阳明月' });
  await expect(identify('04A2B3C4', sibling)).rejects.toEqual(refused('card.unknown'));
  const rows = JSON.stringify(await room.query('select * from card'));
  expect(rows + JSON.stringify(await room.facts())).not.toContain('04A2B3C4');
});

it('is lost, found again and given back, by the table; a guardian may report the loss', async () => {
  const { id } = await issue('1000200030004000');
  const guardian = by(identity.reportCardLost, 'guardian', school, [pupil]);
  const stranger = by(identity.reportCardLost, 'guardian', school, [crypto.randomUUID()]);
  await expect(cards().move(id, 'reportLost', stranger)).rejects.toEqual(refused('card.unknown'));
  expect(await cards().move(id, 'reportLost', guardian)).toMatchObject({ state: 'lost' });
  await expect(identify('1000200030004000')).rejects.toEqual(refused('card.not_valid', { reason: 'lost' }));
  await cards().move(id, 'findAgain', by(identity.findCardAgain));
  expect(await identify('1000200030004000')).toMatchObject({ person: pupil });
  await cards().move(id, 'giveBack', by(identity.giveCardBack));
  await expect(cards().move(id, 'findAgain', by(identity.findCardAgain))).rejects.toEqual(refused('move.not_allowed'));
});

it('gives a number to one holder at a time, and to the next once it came back', async () => {
  const { id } = await issue('55556666');
  const other = await room.person('pupil', school);
  await expect(issue('5555 6666', other)).rejects.toEqual(refused('card.taken'));
  await cards().move(id, 'giveBack', by(identity.giveCardBack));
  await issue('55556666', other);
  expect(await identify('55556666')).toMatchObject({ person: other });
});

it('is not valid after its last day', async () => {
  await issue('77778888', pupil, '2026-11-20');
  await expect(identify('77778888')).rejects.toEqual(refused('card.not_valid', { reason: 'expired' }));
});
