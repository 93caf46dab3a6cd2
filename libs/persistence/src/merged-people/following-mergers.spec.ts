import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Fact } from '@lianxue/contracts';
import { Poster, posterFacts, Proving, proving } from '../../spec/proving.spec.js';
import { newId } from '../ids.js';
import { FollowingMergers } from './following-mergers.js';
import { toldAnew, undeclaredPersons, type PersonColumns } from './person-columns.js';

let here: Proving;
let school: string;

const columns: PersonColumns = {
  operation: proving.make,
  follow: ['liking.person', 'poster.person', 'poster_page.drawers', 'prize.person'],
  told: [toldAnew(Poster, posterFacts.changed)],
  stay: { 'mark.marker': 'what is append-only says who it was then' },
  ofNobody: ['paper'],
};

beforeAll(async () => {
  here = await Proving.start();
  school = await here.organisation();
  await here.write(async (statements) => {
    await statements.query('create table liking (paper uuid not null, person uuid not null, primary key (paper, person))');
    await statements.query('create table poster_page (id uuid primary key, version int not null, drawers uuid[] not null)');
    await statements.query('create table prize (id uuid primary key, paper uuid not null, person uuid, given boolean not null)');
    await statements.query(`create unique index on prize (paper, coalesce(person, '00000000-0000-0000-0000-000000000000')) where given`);
    await statements.query('create table mark (id uuid primary key, marker uuid not null)');
    await statements.query('revoke update, delete on mark from current_user');
  });
});
afterAll(() => here.stop());

const said = (type: 'merged' | 'unmerged', person: string, version: number, successor: string | null): Fact => ({
  ...{ id: newId(), type: `cn.lianxue.identity.person.${type}`, service: 'identity', thing: 'person', entity: person, version },
  ...{ organisation: school, actor: 'person', time: '2026-11-21T08:00:00.000+08:00', feedSeq: 1, data: { successor } },
});
const hear = (fact: Fact) => new FollowingMergers(here.store, here.source, columns).apply(fact);
const rows = <R>(text: string, values: unknown[]) => here.source.query<R[]>(text, values);
const insert = (text: string, ...values: unknown[]) => rows(`insert into ${text}`, values);

/** Two records of a person, and everything of theirs that is kept here. */
async function both() {
  const [from, into, other] = [newId(), newId(), newId()];
  const [liked, likedByBoth, prized] = [newId(), newId(), newId()];
  await insert('liking values ($1, $3), ($2, $3), ($2, $4)', liked, likedByBoth, from, into);
  const [alone, together] = [newId(), newId()];
  await insert('poster_page values ($1, 1, array[$3, $4]::uuid[]), ($2, 1, array[$3, $5]::uuid[])', alone, together, from, other, into);
  const [given, likewise, planned] = [newId(), newId(), newId()];
  await insert('prize values ($1, $4, $5, true), ($2, $4, $6, true), ($3, $4, $5, false)', given, likewise, planned, prized, from, into);
  await insert('mark values ($1, $2)', newId(), from);
  const poster = await here.poster(school, { person: from });
  const [assigned, assignedToBoth] = [newId(), newId()];
  const assign = `assignment ("row", thing, person, organisation, assigned_at)`;
  await insert(
    `${assign} values ($1, 'poster', $3, null, now()), ($2, 'poster', $3, null, now()), ($2, 'poster', $4, null, now())`,
    assigned,
    assignedToBoth,
    from,
    into,
  );
  const standing = async () => ({
    likings: await rows('select paper, person from liking where person in ($1, $2) order by 1, 2', [from, into]),
    pages: await rows('select id, drawers from poster_page where drawers && array[$1, $2]::uuid[] order by 1', [from, into]),
    prizes: await rows('select id, person from prize where person in ($1, $2) order by 1', [from, into]),
    marks: await rows('select marker from mark where marker in ($1, $2)', [from, into]),
    posters: await rows('select id, person from poster where person in ($1, $2) order by 1', [from, into]),
    assigned: await rows('select "row", person from assignment where person in ($1::text, $2::text) order by 1, 2', [from, into]),
  });
  return { from, into, other, poster, liked, likedByBoth, alone, together, given, likewise, planned, assigned, assignedToBoth, standing };
}

describe('what names a person who is merged into another', () => {
  it('names the successor once, wherever nothing like it does already, and its facts say so', async () => {
    const { from, into, other, poster, standing, ...made } = await both();
    await hear(said('merged', from, 2, into));
    const { likings, pages, prizes, marks, posters, assigned } = await standing();
    expect(likings).toEqual([
      { paper: made.liked, person: into },
      { paper: made.likedByBoth, person: from },
      { paper: made.likedByBoth, person: into },
    ]);
    expect(pages).toEqual([
      { id: made.alone, drawers: [into, other] },
      { id: made.together, drawers: [into] },
    ]);
    expect(prizes).toEqual([
      { id: made.given, person: from },
      { id: made.likewise, person: into },
      { id: made.planned, person: into },
    ]);
    expect(marks).toEqual([{ marker: from }]);
    expect(posters).toEqual([{ id: poster, person: into }]);
    expect(assigned).toContainEqual({ row: made.assigned, person: into });
    expect(await rows('select version from poster_page where id = $1', [made.alone])).toEqual([{ version: 2 }]);
    expect(await rows('select type, version from outbox where entity = $1', [poster])).toEqual([
      { type: 'cn.lianxue.proving.poster.changed', version: 2 },
    ]);
  });

  it('names them again, and nobody else, once that is undone; heard twice or late, nothing more happens', async () => {
    const { from, into, poster, planned, standing } = await both();
    const before = await standing();
    const merged = said('merged', from, 2, into);
    await hear(merged);
    const between = await standing();
    await hear(merged);
    expect(await standing()).toEqual(between);
    await hear(said('unmerged', from, 3, null));
    expect(await standing()).toEqual(before);
    await hear(merged);
    await hear(said('unmerged', from, 3, null));
    expect(await standing()).toEqual(before);
    expect(await rows('select max(version) as version from outbox where entity = $1', [poster])).toEqual([{ version: 3 }]);
    await hear(said('merged', from, 4, into));
    await rows('update prize set person = null where id = $1', [planned]);
    await hear(said('unmerged', from, 5, null));
    expect(await rows('select person from prize where id = $1', [planned])).toEqual([{ person: null }]);
  });
});

it('has to be said of every column of ids that is no reference within the service', async () => {
  expect(await undeclaredPersons(here.source, columns)).toEqual([]);
  const forgetful: PersonColumns = { ...columns, follow: ['liking.reader', 'mark.marker', 'poster.person'], stay: {}, ofNobody: [] };
  expect((await undeclaredPersons(here.source, forgetful)).sort()).toEqual([
    'liking.paper: does it name a person?',
    'liking.person: does it name a person?',
    'liking.reader: there is no such column',
    'mark.marker: cannot be changed row by row',
    'poster_page.drawers: does it name a person?',
    'prize.paper: does it name a person?',
    'prize.person: does it name a person?',
  ]);
});
