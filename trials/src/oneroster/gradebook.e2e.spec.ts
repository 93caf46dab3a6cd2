import { beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '@lianxue/testing';
import { wholeWorld } from '../whole-world.js';
import type { World } from '../story/world.js';
import { approvedVendor, draftApp } from '../story/vendor-app.js';
import { OneRosterClient } from './client.js';
import { expectRefused, modified } from './expecting.js';
import { oneRosterScopes, rosterSchool, selectedApp, type RosterSchool } from './school.js';
import { gradebookModel, Resource } from './shapes.js';

const at = 'gradebook/v1p2';
const works = 'resources/v1p2';
const scopeBase = 'https://purl.imsglobal.org/spec/or/v1p2/scope';

let world: World;
let here: RosterSchool;
let client: OneRosterClient;

beforeAll(async () => {
  world = await wholeWorld();
  here = await rosterSchool(world);
  client = new OneRosterClient(here.access, ['gradebook.readonly', 'gradebook.createput', 'gradebook.delete', 'resource.readonly']);
}, 300_000);

const lineItem = (more: object = {}) => ({
  lineItem: {
    ...{ title: '第一单元作业', description: '课本第 12 页', assignDate: '2026-09-01T00:00:00.000Z', dueDate: '2026-09-08T15:59:00.000Z' },
    ...{ class: { sourcedId: here.teachingGroup }, school: { sourcedId: here.school.id }, category: { sourcedId: 'cat-homework' } },
    ...{ academicSession: { sourcedId: here.term }, resultValueMin: 0, resultValueMax: 100, ...more },
  },
});
const resultOf = (student: string, more: object = {}) => ({
  ...{
    lineItem: { sourcedId: 'li-1' },
    student: { sourcedId: student },
    scoreStatus: 'fully graded',
    score: 92.5,
    scoreDate: '2026-09-09',
  },
  ...{ comment: '书写工整', late: 'false', ...more },
});
const total = async (path: string) => {
  const answer = await client.get(`${at}/${path}`);
  expect({ path, status: answer.status }).toEqual({ path, status: 200 });
  return Number(answer.headers.get('x-total-count'));
};

describe('OneRoster gradebook, met by a client that knows only the standard', () => {
  it('is offered in the discovery document', async () => {
    const { scopes } = await client.places();
    expect(scopes).toEqual(expect.arrayContaining(oneRosterScopes.map((name) => `${scopeBase}/${name}`)));
  });

  it('takes what Google Classroom sends: a category, a line, a result, each under its own name', async () => {
    const category = await client.put(`${at}/categories/cat-homework`, {
      category: { sourcedId: 'cat-homework', title: '作业', weight: 40 },
    });
    expect([category.status, category.body]).toEqual([201, undefined]);
    const scale = {
      title: '等第',
      type: 'ordinal',
      class: { sourcedId: here.teachingGroup },
      scoreScaleValue: [{ itemValueLHS: '优', itemValueRHS: '90' }],
    };
    expect((await client.put(`${at}/scoreScales/levels`, { scoreScale: scale })).status).toBe(201);
    expect((await client.put(`${at}/lineItems/li-1`, lineItem({ scoreScale: { sourcedId: 'levels' } }))).status).toBe(201);
    expect((await client.put(`${at}/results/r-1`, { result: resultOf(here.pupils[0]!) })).status).toBe(201);
    expect((await client.put(`${at}/results/r-1`, { result: resultOf(here.pupils[0]!, { score: 95 }) })).status).toBe(201);
    const { body } = await client.get(`${at}/results/r-1`);
    expect(body.result).toMatchObject({ sourcedId: 'r-1', score: 95, late: 'false', lineItem: { sourcedId: 'li-1' } });
  });

  it('takes several results at once and tells the ids they got, the same when sent again', async () => {
    const results = here.pupils
      .slice(1, 4)
      .map((pupil, place) => ({ sourcedId: `mine-${place}`, ...resultOf(pupil, { score: 80 + place }) }));
    const post = () => client.ask('POST', `${at}/lineItems/li-1/results`, {}, { results }, { 'idempotency-key': `results-${world.run}` });
    const first = await post();
    expect(first.status).toBe(201);
    const pairs = first.body.sourcedIdPairs as { suppliedSourcedId: string; allocatedSourcedId: string }[];
    expect(pairs.map(({ suppliedSourcedId }) => suppliedSourcedId)).toEqual(['mine-0', 'mine-1', 'mine-2']);
    expect((await post()).body).toEqual(first.body);
    expect((await client.get(`${at}/results/${pairs[2]!.allocatedSourcedId}`)).body.result.score).toBe(82);
    const bySession = `${at}/classes/${here.teachingGroup}/academicSessions/${here.term}/results`;
    expect((await client.ask('POST', bySession, {}, { results: [resultOf(here.pupils[4]!)] })).status).toBe(201);
    const lines = [lineItem({ title: '测验' }).lineItem];
    expect((await client.ask('POST', `${at}/classes/${here.teachingGroup}/lineItems`, {}, { lineItems: lines })).status).toBe(201);
    expect((await client.ask('POST', `${at}/schools/${here.school.id}/lineItems`, {}, { lineItems: lines })).status).toBe(201);
    // All or none.
    const half = { results: [resultOf(here.pupils[5]!), resultOf(here.teacher)] };
    expectRefused(await client.ask('POST', `${at}/lineItems/li-1/results`, {}, half), 422, 'invaliddata');
    await until(async () => (await total('results')) === 5);
  });

  it('answers rows that fit the information model, found by their ids and references', async () => {
    await until(async () => (await total('lineItems')) === 3);
    for (const [collection, { one, shape }] of Object.entries(gradebookModel)) {
      const { rows } = await client.walk(`${at}/${collection}`, collection, { limit: '2' });
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) {
        expect({ row, wrong: shape.safeParse(row).error?.issues }).toEqual({ row, wrong: undefined });
        const single = await client.get(`${at}/${collection}/${row.sourcedId}`);
        expect([single.status, single.body[one]]).toEqual([200, row]);
        for (const [, href] of JSON.stringify(row).matchAll(/"href":"([^"]+\/gradebook\/[^"]+)"/g))
          expect((await client.get(href!)).status).toBe(200);
      }
      expectRefused(await client.get(`${at}/${collection}/nothing`), 404, 'unknownobject');
    }
  });

  it('answers every nested collection, within reach alone', async () => {
    const group = `classes/${here.teachingGroup}`;
    expect(await total(`${group}/categories`)).toBe(1);
    expect(await total(`${group}/scoreScales`)).toBe(1);
    expect(await total(`schools/${here.school.id}/scoreScales`)).toBe(1);
    expect(await total(`${group}/lineItems`)).toBe(3);
    expect(await total(`${group}/results`)).toBe(5);
    expect(await total(`${group}/lineItems/li-1/results`)).toBe(5);
    expect(await total(`${group}/students/${here.pupils[0]}/results`)).toBe(1);
    expect(await total(`classes/${here.homeroom}/results`)).toBe(0);
    expectRefused(await client.get(`${at}/schools/${world.farSchool.id}/scoreScales`), 404, 'unknownobject');
    expectRefused(await client.get(`${at}/${group}/students/${here.teacher}/results`), 404, 'unknownobject');
    expectRefused(await client.get(`${at}/classes/none/results`), 404, 'unknownobject');
  });

  it('filters, selects and refuses in the words of OneRoster', async () => {
    const { body } = await client.get(`${at}/results`, { filter: `student.sourcedId='${here.pupils[1]}'`, fields: 'sourcedId,score' });
    expect(body.results).toEqual([{ sourcedId: expect.any(String), score: 80 }]);
    expect((await client.get(`${at}/results`, { filter: "lineItem.sourcedId='li-1'" })).body.results).toHaveLength(5);
    expectRefused(await client.get(`${at}/results`, { filter: "score>'90'" }), 400, 'invalid_filter_field');
    expectRefused(await client.get(`${at}/results`, { fields: 'secret' }), 400, 'invalid_selection_field');
    const wrong = [
      ['results/r-2', { result: resultOf(here.teacher) }],
      ['results/r-2', { result: resultOf(here.pupils[0]!, { lineItem: { sourcedId: 'nothing' } }) }],
      ['results/r-2', { result: resultOf(here.pupils[0]!, { scoreStatus: 'splendid' }) }],
      ['results/r-2', { result: resultOf(here.pupils[0]!, { score: 'A' }) }],
      ['results/r-1', { result: { ...resultOf(here.pupils[0]!), sourcedId: 'other' } }],
      ['results/r-2', {}],
      ['lineItems/li-2', lineItem({ class: { sourcedId: 'nothing' } })],
      ['lineItems/li-2', lineItem({ title: undefined })],
    ] as const;
    for (const [path, sent] of wrong) expectRefused(await client.put(`${at}/${path}`, sent), 422, 'invaliddata');
    const { base } = await client.places();
    const headers = { authorization: `Bearer ${await client.token()}`, 'content-type': 'application/json' };
    const broken = await fetch(`${base}/${at}/results/r-2`, { method: 'PUT', headers, body: '{"result":' });
    expectRefused({ status: broken.status, headers: broken.headers, body: await broken.json() }, 400, 'invaliddata');
  });

  it('gives each scope what it is for, and notes what was refused', async () => {
    const reader = client.with('gradebook.readonly');
    expectRefused(await reader.put(`${at}/categories/x`, { category: { title: '作业' } }), 403, 'forbidden');
    expectRefused(await reader.ask('DELETE', `${at}/results/r-1`), 403, 'forbidden');
    expectRefused(await client.with('gradebook.createput').get(`${at}/results`), 403, 'forbidden');
    const other = new OneRosterClient(await selectedApp(world, here.admin, here.school), ['gradebook.createput', 'gradebook.readonly']);
    const [{ sourcedId }] = (await other.get(`${at}/lineItems`, { limit: '1' })).body.lineItems;
    const category = (await other.get(`${at}/categories`)).body.categories[0] as { sourcedId: string };
    expectRefused(await other.put(`${at}/lineItems/${sourcedId}`, lineItem({ category })), 422, 'forbidden');
    const app = await world.app(here.access.clientId, here.access.clientSecret);
    await until(async () => {
      const { body } = await app.get('/me/refusals', { query: { limit: 50 } });
      return JSON.stringify(body).includes('classrooms.dropFromGradebook') && JSON.stringify(body).includes('gradebook.unfit');
    });
  });

  it('lets results follow a pupil into the record they are merged into, and back', async () => {
    const [from, into] = [here.pupils[4]!, here.pupils[11]!];
    const scoresOf = async (pupil: string) => {
      const { body } = await client.get(`${at}/results`, { filter: `student.sourcedId='${pupil}'`, fields: 'score' });
      return (body.results as { score: number }[]).map(({ score }) => score);
    };
    expect([await scoresOf(from), await scoresOf(into)]).toEqual([[92.5], []]);
    expect((await here.admin.post(`/people/${from}/merge`, { into })).status).toBe(200);
    await until(async () => (await scoresOf(into)).length === 1);
    expect([await scoresOf(from), await scoresOf(into)]).toEqual([[], [92.5]]);
    expect((await here.admin.post(`/people/${from}/unmerge`)).status).toBe(200);
    await until(async () => (await scoresOf(from)).length === 1);
    expect([await scoresOf(from), await scoresOf(into)]).toEqual([[92.5], []]);
  });

  it('tells deltas, keeps tombstones, and shows the pupil their score', async () => {
    // Changes are told in their order: when this one is, all before it are.
    const began = Date.now();
    await client.put(`${at}/results/r-1`, { result: resultOf(here.pupils[0]!, { score: 98 }) });
    await until(async () => modified((await client.get(`${at}/results/r-1`)).body.result) >= began);
    const since = Math.max(...(await client.walk(`${at}/results`, 'results')).rows.map(modified));
    const delta = () => client.walk(`${at}/results`, 'results', { filter: `dateLastModified>'${new Date(since).toISOString()}'` });
    expect((await delta()).rows).toEqual([]);
    await client.put(`${at}/results/r-1`, { result: resultOf(here.pupils[0]!, { score: 99 }) });
    await until(async () => (await delta()).rows.length === 1);
    expect((await delta()).rows).toMatchObject([{ sourcedId: 'r-1', score: 99, status: 'active' }]);
    expectRefused(await client.ask('DELETE', `${at}/categories/cat-homework`), 422, 'deletefailure');
    expect((await client.ask('DELETE', `${at}/lineItems/li-1`)).status).toBe(204);
    expectRefused(await client.ask('DELETE', `${at}/lineItems/li-1`), 404, 'unknownobject');
    await until(async () => (await delta()).rows.length === 5);
    expect((await delta()).rows.every(({ status }) => status === 'tobedeleted')).toBe(true);
    expect((await client.get(`${at}/results/r-1`)).body.result.status).toBe('tobedeleted');
  });
});

describe('OneRoster resources', () => {
  it('tells what was published, for a course and a class by subject and grade, and what was withdrawn', async () => {
    const teacher = await world.as('teacher', here.school);
    const reviewer = await world.as('resourceReviewer', world.counties[0]);
    const usage = { method: '先看后练', scene: '新授课', example: '高一（1）班' };
    const publish = async (title: string, subject: string, grades: number[]) => {
      const made = await teacher.post('/resources', { title, type: 'microLesson', stage: 'senior', subject, grades, usage });
      world.check(made.status === 201, 'a resource', made.body);
      await teacher.post(`/resources/${made.body.id}/submit`);
      const done = await reviewer.post(`/resources/${made.body.id}/publish`, {});
      world.check(done.status === 200, 'it is published', done.body);
      return made.body.id as string;
    };
    const maths = await publish('函数的概念', 'mathematics', [10]);
    const music = await publish('民歌', 'music', [10]);
    const later = await publish('导数', 'mathematics', [12]);
    const ids = async (path: string) =>
      (await client.walk(`${works}/${path}`, 'resources', { limit: '100' })).rows.map(({ sourcedId }: { sourcedId: string }) => sourcedId);
    await until(async () => {
      const all = await ids('resources');
      return [maths, music, later].every((each) => all.includes(each));
    });
    for (const row of (await client.walk(`${works}/resources`, 'resources')).rows)
      expect({ row, wrong: Resource.safeParse(row).error?.issues }).toEqual({ row, wrong: undefined });
    const course = await ids(`courses/${here.course}/resources`);
    expect([course.includes(maths), course.includes(music), course.includes(later)]).toEqual([true, false, false]);
    const homeroom = await ids(`classes/${here.homeroom}/resources`);
    expect([homeroom.includes(maths), homeroom.includes(music), homeroom.includes(later)]).toEqual([true, true, false]);
    for (const user of [here.teacher, here.pupils[0]!]) {
      const theirs = await ids(`users/${user}/resources`);
      expect([theirs.includes(maths), theirs.includes(later)]).toEqual([true, false]);
    }
    const farTeacher = (await world.as('teacher', world.farSchool)).person!;
    expectRefused(await client.get(`${works}/users/${farTeacher}/resources`), 404, 'unknownobject');
    expect((await client.get(`${works}/resources/${maths}`)).body.resource).toMatchObject({ title: '函数的概念', vendorResourceId: maths });
    expectRefused(await client.get(`${works}/classes/${world.farSchool.id}/resources`), 404, 'unknownobject');
    expectRefused(await client.with('gradebook.readonly').get(`${works}/resources`), 403, 'forbidden');
    expect((await client.with('resource-core.readonly').get(`${works}/resources`)).status).toBe(200);
    const withdrawn = await reviewer.post(`/resources/${maths}/withdraw`, { reason: '有误' });
    world.check(withdrawn.status === 200, 'it is withdrawn', withdrawn.body);
    expect((await client.get(`${works}/resources/${maths}`)).body.resource.status).toBe('tobedeleted');
  });
});

describe('OneRoster in the sandbox', () => {
  it('obeys faults on demand and the sandbox’s clock', async () => {
    const bureau = await world.as('systemAdmin', world.city);
    const { vendor, staff } = await approvedVendor(world, world.city, `沙箱名单 ${world.run}`);
    const scopes = ['roster.readonly', 'gradebook.readonly', 'gradebook.createput'].map((name) => `${scopeBase}/${name}`);
    const app = await draftApp(world, vendor, staff, `沙箱名单 ${world.run}`, scopes);
    await staff.post(`/apps/${app.id}/submit`);
    await bureau.post(`/apps/${app.id}/admit`);
    const opened = await staff.post(`/apps/${app.id}/sandbox`);
    world.check(opened.status === 200, 'a sandbox', opened.body);
    const { clientId, clientSecret } = opened.body as { clientId: string; clientSecret: string };
    const program = await world.app(clientId, clientSecret);
    const reader = new OneRosterClient({ ...here.access, clientId, clientSecret }, [
      'roster.readonly',
      'gradebook.readonly',
      'gradebook.createput',
    ]);
    const schools = () => reader.get('rostering/v1p2/schools');
    await until(async () => (await schools()).body.orgs?.length === 1);
    await program.put('/sandbox/faults', { fault: '503' });
    const away = await schools();
    expectRefused(away, 503, 'server_busy');
    expect(away.headers.get('retry-after')).toBe('1');
    expect((await schools()).status).toBe(200);
    await program.put('/sandbox/faults', { fault: '429' });
    expectRefused(await schools(), 429, 'server_busy');
    await program.put('/sandbox/clock', { preset: 'expiry' });
    expect((await schools()).body.orgs).toEqual([]);
    await program.put('/sandbox/clock', { preset: 'now' });
    expect((await schools()).body.orgs).toHaveLength(1);
    const { body } = await program.get('/sandbox/checklist');
    expect(JSON.stringify(body)).toContain('unavailable');
    const category = () => reader.get(`${at}/categories/cat-mine`);
    const put = () => reader.put(`${at}/categories/cat-mine`, { category: { sourcedId: 'cat-mine', title: '作业', weight: 40 } });
    expect((await put()).status).toBe(201);
    expect((await category()).status).toBe(200);
    expect((await program.post('/sandbox/reset')).status).toBe(200);
    await until(async () => (await category()).status === 404);
    expect((await put()).status).toBe(201);
  });
});
