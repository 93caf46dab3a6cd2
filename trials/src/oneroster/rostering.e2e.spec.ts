import { beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '@lianxue/testing';
import { wholeWorld } from '../whole-world.js';
import type { World } from '../story/world.js';
import { links, OneRosterClient } from './client.js';
import { expectRefused, modified } from './expecting.js';
import { rosterSchool, type RosterSchool } from './school.js';
import { model } from './shapes.js';

type Collection = keyof typeof model;
const collections = Object.keys(model) as Collection[];
const at = 'rostering/v1p2';

let world: World;
let here: RosterSchool;
let client: OneRosterClient;

beforeAll(async () => {
  world = await wholeWorld();
  here = await rosterSchool(world);
  client = new OneRosterClient(here.access, ['roster.readonly', 'roster-demographics.readonly']);
  // What was written a moment ago is stamped within moments.
  await until(async () => Number((await client.get(`${at}/enrollments`)).headers.get('x-total-count')) >= 2 * here.pupils.length + 2);
}, 300_000);

describe('OneRoster rostering, met by a client that knows only the standard', () => {
  it.each(collections)('%s: its rows fit the information model, and each is found by its id', async (collection) => {
    const { key, one, shape } = model[collection];
    const { rows } = await client.walk(`${at}/${collection}`, key);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect({ row, wrong: shape.safeParse(row).error?.issues }).toEqual({ row, wrong: undefined });
    const [first] = rows;
    const single = await client.get(`${at}/${collection}/${first.sourcedId}`);
    expect(single.status).toBe(200);
    expect(Object.keys(single.body)).toEqual([one]);
    expect(single.body[one]).toEqual(first);
    expectRefused(await client.get(`${at}/${collection}/00000000-0000-7000-8000-000000000000`), 404, 'unknownobject');
    expectRefused(await client.get(`${at}/${collection}/none`), 404, 'unknownobject');
  });

  it('follows every reference to what it names', async () => {
    const seen = new Set<string>();
    for (const collection of ['users', 'classes', 'enrollments', 'academicSessions', 'courses', 'schools'] as const) {
      const { rows } = await client.walk(`${at}/${collection}`, model[collection].key);
      for (const [, href] of JSON.stringify(rows).matchAll(/"href":"([^"]+)"/g)) seen.add(href!);
    }
    const unreachable: string[] = [];
    for (const href of seen) if ((await client.get(href)).status !== 200) unreachable.push(href);
    // What is handed down belongs to an authority above, which the app does not reach.
    const above: string[] = [];
    const admin = await world.as('systemAdmin', world.city);
    for (let id: string | null = world.school.id; id !== null; above.push(`${at}/orgs/${id}`))
      id = id === world.city.id ? null : ((await admin.get(`/organisations/${id}`)).body.parent as string);
    expect(unreachable.filter((href) => !above.some((org) => href.endsWith(org)))).toEqual([]);
  });

  it('answers every nested collection', async () => {
    const { school, homeroom, teachingGroup, course, term, pupils, teacher } = here;
    const expected: readonly [path: string, key: string, total: number | undefined][] = [
      [`classes/${homeroom}/students`, 'users', pupils.length],
      [`classes/${homeroom}/teachers`, 'users', 1],
      [`courses/${course}/classes`, 'classes', 1],
      [`schools/${school.id}/classes`, 'classes', 2],
      [`schools/${school.id}/courses`, 'courses', undefined],
      [`schools/${school.id}/enrollments`, 'enrollments', 2 * pupils.length + 2],
      [`schools/${school.id}/students`, 'users', pupils.length],
      [`schools/${school.id}/teachers`, 'users', undefined],
      [`schools/${school.id}/terms`, 'academicSessions', 1],
      [`schools/${school.id}/classes/${homeroom}/enrollments`, 'enrollments', pupils.length + 1],
      [`schools/${school.id}/classes/${teachingGroup}/students`, 'users', pupils.length],
      [`schools/${school.id}/classes/${teachingGroup}/teachers`, 'users', 1],
      [`students/${pupils[0]}/classes`, 'classes', 2],
      [`teachers/${teacher}/classes`, 'classes', 2],
      [`users/${teacher}/classes`, 'classes', 2],
      [`terms/${term}/classes`, 'classes', 2],
      [`terms/${term}/gradingPeriods`, 'academicSessions', 1],
    ];
    for (const [path, key, total] of expected) {
      const answer = await client.get(`${at}/${path}`);
      expect({ path, status: answer.status, keys: Object.keys(answer.body) }).toEqual({ path, status: 200, keys: [key] });
      expect({ path, said: Number(answer.headers.get('x-total-count')) }).toEqual({ path, said: answer.body[key].length });
      if (total !== undefined) expect({ path, total: answer.body[key].length }).toEqual({ path, total });
    }
    expectRefused(await client.get(`${at}/schools/${world.farSchool.id}/students`), 404, 'unknownobject');
    expectRefused(await client.get(`${at}/students/${here.teacher}/classes`), 404, 'unknownobject');
    expectRefused(await client.get(`${at}/classes/${homeroom}/nothing`), 404, 'unknownobject');
  });

  it('pages by limit and offset, and by its links', async () => {
    const all = await client.get(`${at}/enrollments`, { limit: '1000' });
    const total = all.body.enrollments.length as number;
    const { rows, pages } = await client.walk(`${at}/enrollments`, 'enrollments', { limit: '7' });
    expect(pages).toBe(Math.ceil(total / 7));
    expect(rows).toEqual(all.body.enrollments);
    const second = await client.get(`${at}/enrollments`, { limit: '7', offset: '7' });
    expect(second.body.enrollments).toEqual(all.body.enrollments.slice(7, 14));
    expect(Object.keys(links(second)).sort()).toEqual(['first', 'last', 'next', 'prev']);
    const last = await client.get(links(second)['last']!);
    expect(last.body.enrollments.at(-1)).toEqual(all.body.enrollments.at(-1));
    expect(links(last)['next']).toBeUndefined();
    expect((await client.get(`${at}/enrollments`, { offset: '100000' })).body.enrollments).toEqual([]);
    for (const wrong of [{ limit: '0' }, { limit: 'x' }, { offset: '-1' }, { limit: '100001' }] as Record<string, string>[])
      expectRefused(await client.get(`${at}/enrollments`, wrong), 400, 'invaliddata');
  });

  it('filters, sorts and selects', async () => {
    const teaching = await client.get(`${at}/enrollments`, { filter: "role='teacher'" });
    expect(teaching.body.enrollments).toHaveLength(2);
    const both = await client.get(`${at}/enrollments`, { filter: `role='student' AND class.sourcedId='${here.homeroom}'` });
    expect(both.body.enrollments).toHaveLength(here.pupils.length);
    const either = await client.get(`${at}/classes`, { filter: "title~'数学' OR classType='homeroom'" });
    expect(either.body.classes).toHaveLength(2);
    expect((await client.get(`${at}/classes`, { filter: "title='it''s'" })).body.classes).toEqual([]);
    const sorted = await client.get(`${at}/classes`, { sort: 'title', orderBy: 'desc' });
    const titles = sorted.body.classes.map(({ title }: { title: string }) => title);
    expect(titles).toEqual([...titles].sort().reverse());
    const some = await client.get(`${at}/users`, { fields: 'sourcedId,familyName,givenName' });
    for (const row of some.body.users) expect(Object.keys(row).sort()).toEqual(['familyName', 'givenName', 'sourcedId']);
    const shown = some.body.users.map(({ familyName, givenName }: Record<string, string>) => `${familyName}|${givenName}`);
    expect(shown).toEqual(expect.arrayContaining(['欧阳|娜娜', '张|三', '买买提|阿依古丽', 'Craig|Jack', '王|老师']));
    expectRefused(await client.get(`${at}/users`, { fields: 'sourcedId,password' }), 400, 'invalid_selection_field');
    expectRefused(await client.get(`${at}/users/${here.teacher}`, { fields: '' }), 400, 'invalid_selection_field');
    for (const filter of [
      "password='x'",
      "role='a' AND role='b' AND role='c'",
      'role=teacher',
      "role=='x'",
      "dateLastModified>'soon'",
      "1=1 or role='x'",
    ])
      expectRefused(await client.get(`${at}/enrollments`, { filter }), 400, 'invalid_filter_field');
    expectRefused(await client.get(`${at}/users`, { sort: 'password' }), 400, 'invalid_sort_field');
    expectRefused(await client.get(`${at}/users`, { sort: 'status', orderBy: 'up' }), 400, 'invaliddata');
  });

  it('gives each scope what it is for', async () => {
    const core = client.with('roster-core.readonly');
    expect((await core.get(`${at}/users`)).status).toBe(200);
    expectRefused(await core.get(`${at}/demographics`), 403, 'forbidden');
    expectRefused(await client.with('roster-demographics.readonly').get(`${at}/users`), 403, 'forbidden');
    expect((await client.with('roster-demographics.readonly').get(`${at}/demographics`)).status).toBe(200);
    const stranger = await fetch(`${world.origin}/ims/oneroster/${at}/users`);
    expectRefused({ status: stranger.status, headers: stranger.headers, body: await stranger.json() }, 401, 'unauthorisedrequest');
    expect(stranger.headers.get('www-authenticate')).toMatch(/^Bearer/);
    const forged = await fetch(`${world.origin}/ims/oneroster/${at}/users`, { headers: { authorization: 'Bearer a.b.c' } });
    expect(forged.status).toBe(401);
  });

  it('tells by deltas every change once, while the roster changes', async () => {
    const since = Math.max(...(await client.walk(`${at}/enrollments`, 'enrollments')).rows.map(modified));
    const made: string[] = [];
    const group = `/classes/${here.teachingGroup}/enrolments`;
    const writer = async () => {
      for (let turn = 0; turn < 12; turn++) {
        const person = await here.admin.post('/people', {
          organisation: here.school.id,
          name: '新生',
          posts: [{ role: 'pupil', organisation: here.school.id }],
        });
        const answer = await here.admin.post(group, { person: person.body.id, role: 'pupil' });
        world.check(answer.status === 201, 'an enrolment', answer.body);
        made.push(answer.body.id as string);
      }
    };
    const seen: string[] = [];
    let high = since;
    const read = async () => {
      const filter = `dateLastModified>'${new Date(high).toISOString()}'`;
      const { rows } = await client.walk(`${at}/enrollments`, 'enrollments', { filter, limit: '2' });
      seen.push(...rows.map(({ sourcedId }: { sourcedId: string }) => sourcedId));
      high = Math.max(high, ...rows.map(modified));
    };
    let writing = true;
    const writers = Promise.all([writer(), writer(), writer(), writer()]).finally(() => (writing = false));
    while (writing) await read();
    await writers;
    await until(async () => (await read(), seen.length >= made.length));
    await read();
    expect([...seen].sort()).toEqual([...made].sort());
  });

  it('keeps what is over as a tombstone', async () => {
    const [gone] = here.pupils;
    const { rows } = await client.walk(`${at}/enrollments`, 'enrollments', { filter: `user.sourcedId='${gone}'` });
    expect(rows).toHaveLength(2);
    const [{ sourcedId }] = rows;
    expect((await here.admin.post(`/enrolments/${sourcedId}/end`, {})).status).toBe(200);
    await until(async () => (await client.get(`${at}/enrollments/${sourcedId}`)).body.enrollment.status === 'tobedeleted');
    const delta = await client.walk(`${at}/enrollments`, 'enrollments', { filter: "status='tobedeleted'" });
    expect(delta.rows.map((row) => row.sourcedId)).toContain(sourcedId);
  });
});
