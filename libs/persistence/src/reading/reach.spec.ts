import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AnyOperation, Caller } from '@lianxue/contracts';
import { anyone, app, callOf, person, service } from '@lianxue/testing';
import { newId } from '../ids.js';
import { Poster, Proving, proving } from '../../spec/proving.spec.js';

let here: Proving;
let province: string, county: string, otherCounty: string, school: string, sibling: string;

beforeAll(async () => {
  here = await Proving.start();
  province = await here.organisation();
  [county, otherCounty] = [await here.organisation(province), await here.organisation(province)];
  [school, sibling] = [await here.organisation(county), await here.organisation(county)];
  await here.select('everywhere', province);
  await here.select('one-school', school);
});
afterAll(() => here.stop());

const sees = async (id: string, operation: AnyOperation, caller: Caller): Promise<boolean> =>
  here.store.one(Poster, id, callOf(operation, caller)).then(
    () => true,
    (error: Error & { kind?: { code: string } }) => {
      if (error.kind?.code === 'not_found') return false;
      throw error;
    },
  );
const teacher = (organisation: string, client = 'everywhere') => person({ role: 'teacher', organisation, client });

describe('reach subtree', () => {
  it('meets rows of the acting organisation and below, and no others', async () => {
    const id = await here.poster(school);
    expect(await sees(id, proving.read, teacher(school))).toBe(true);
    expect(await sees(id, proving.read, teacher(county))).toBe(true);
    expect(await sees(id, proving.read, teacher(sibling))).toBe(false);
    expect(await sees(id, proving.read, teacher(otherCounty))).toBe(false);
    expect(await sees(await here.poster(county), proving.read, teacher(school))).toBe(false);
  });

  it('meets only rows for whose organisation the app is selected', async () => {
    expect(await sees(await here.poster(school), proving.read, teacher(county, 'one-school'))).toBe(true);
    expect(await sees(await here.poster(sibling), proving.read, teacher(county, 'one-school'))).toBe(false);
  });

  it('gives an app without an organisation all its selections', async () => {
    const caller = app({ client: 'one-school' });
    expect(await sees(await here.poster(school), proving.read, caller)).toBe(true);
    expect(await sees(await here.poster(sibling), proving.read, caller)).toBe(false);
    expect(await sees(await here.poster(sibling), proving.read, app({ client: 'everywhere', organisation: school }))).toBe(false);
  });

  it('ends with the selection: inactive, expired, or without the scope', async () => {
    const id = await here.poster(school);
    await here.select('ended', school, { active: false });
    await here.select('expired', school, { until: '2020-01-01T00:00:00Z' });
    await here.select('other-scope', school, { scopes: ['incidents.read'] });
    for (const client of ['ended', 'expired', 'other-scope', 'unheard-of'])
      expect(await sees(id, proving.read, app({ client }))).toBe(false);
  });

  it('shows pupils and guardians only rows about themselves or their wards', async () => {
    const [pupil, other] = [newId(), newId()];
    const own = await here.poster(school, { person: pupil });
    const about = (who: string) => person({ role: 'guardian', organisation: school, client: 'everywhere', about: [who] });
    expect(await sees(own, proving.read, about(pupil))).toBe(true);
    expect(await sees(own, proving.read, about(other))).toBe(false);
    expect(await sees(await here.poster(school), proving.read, about(pupil))).toBe(false);
  });

  it('shows services everything and Anyone nothing', async () => {
    const id = await here.poster(school);
    expect(await sees(id, proving.read, service('gateway'))).toBe(true);
    expect(await sees(id, proving.read, anyone)).toBe(false);
  });
});

describe('reach handedDown', () => {
  it('also meets what an organisation above shares, not what it keeps', async () => {
    const [shared, kept] = [await here.poster(county, { status: 'published' }), await here.poster(county)];
    expect(await sees(shared, proving.readHandedDown, teacher(school))).toBe(true);
    expect(await sees(kept, proving.readHandedDown, teacher(school))).toBe(false);
    expect(await sees(shared, proving.readHandedDown, teacher(otherCounty))).toBe(false);
    expect(await sees(shared, proving.read, teacher(school))).toBe(false);
  });

  it('holds the app to the acting organisation', async () => {
    const shared = await here.poster(county, { status: 'published' });
    expect(await sees(shared, proving.readHandedDown, teacher(school, 'one-school'))).toBe(true);
    expect(await sees(shared, proving.readHandedDown, teacher(sibling, 'one-school'))).toBe(false);
  });

  it('needs an acting organisation from an app', async () => {
    const asking = here.store.one(Poster, newId(), callOf(proving.readHandedDown, app({ client: 'everywhere' })));
    await expect(asking).rejects.toMatchObject({ kind: { code: 'organisation.required', status: 400 } });
  });
});

describe('reach assigned', () => {
  it('also meets rows named for the person or the acting organisation', async () => {
    const [forPerson, forSchool, unnamed] = [
      await here.poster(otherCounty),
      await here.poster(otherCounty),
      await here.poster(otherCounty),
    ];
    const expert = person({ role: 'expert', organisation: school, client: 'everywhere' });
    await here.store.commit(callOf(proving.make, service('gateway')), async (work) => {
      await work.assign(await work.one(Poster, forPerson), { person: expert.subject });
      await work.assign(await work.one(Poster, forSchool), { organisation: school });
    });
    expect(await sees(forPerson, proving.readAssigned, expert)).toBe(true);
    expect(await sees(forPerson, proving.readAssigned, teacher(school))).toBe(false);
    expect(await sees(forSchool, proving.readAssigned, teacher(school))).toBe(true);
    expect(await sees(unnamed, proving.readAssigned, expert)).toBe(false);
    await here.store.commit(callOf(proving.make, service('gateway')), async (work) =>
      work.unassign(await work.one(Poster, forPerson), { person: expert.subject }),
    );
    expect(await sees(forPerson, proving.readAssigned, expert)).toBe(false);
  });
});

describe('reach public', () => {
  it('shows Anyone what is public and nothing else', async () => {
    expect(await sees(await here.poster(school, { status: 'public' }), proving.readPublic, anyone)).toBe(true);
    expect(await sees(await here.poster(school), proving.readPublic, anyone)).toBe(false);
  });
});

describe('what the copy of the tree does not know', () => {
  it('is asked of identity once, and a miss not again for five seconds', async () => {
    const unknown = newId();
    const id = await here.poster(unknown);
    here.identity.asked = [];
    expect(await sees(id, proving.read, teacher(unknown))).toBe(false);
    expect(await sees(id, proving.read, teacher(unknown))).toBe(false);
    expect(here.identity.asked).toEqual([unknown]);
  });

  it('is known from then on when identity knows it', async () => {
    const late = newId();
    const id = await here.poster(late);
    here.identity.chains.set(late, [
      { id: late, parent: province, version: 1, kind: 'school', name: '新校', divisionCode: null, closed: false },
    ]);
    here.identity.selections.set('late-app', [
      { id: newId(), client: 'late-app', organisation: late, scopes: ['resources.read'], version: 1, active: true, until: null },
    ]);
    expect(await sees(id, proving.read, teacher(late, 'late-app'))).toBe(true);
  });
});
