import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { resources, type Subject } from '@lianxue/contracts';
import { newId } from '@lianxue/persistence';
import { app, callOf, openRoom, selection, until, type Room } from '@lianxue/testing';
import { entities } from '../resources.module.js';
import { migrations } from '../migrations/index.js';
import { QueryingResources } from './querying-resources.js';
import { ResourceStamps } from './resource-stamps.js';
import { Teaching, type Taught, type TaughtAsked, type TaughtTo, type TaughtToAsked } from './teaching.js';

/** Classes and courses as identity would tell of them. */
class TaughtHere extends Teaching {
  readonly known = new Map<string, Taught>();

  override in({ id }: TaughtAsked) {
    return Promise.resolve(this.known.get(id));
  }

  readonly people = new Map<string, TaughtTo>();

  override to({ person, client }: TaughtToAsked) {
    return Promise.resolve(client === 'reader' ? this.people.get(person) : undefined);
  }
}

const taught = new TaughtHere();
let room: Room;

beforeAll(async () => {
  room = await openRoom('resources', {
    entities,
    migrations,
    providers: [ResourceStamps, QueryingResources, { provide: Teaching, useValue: taught }],
  });
  const { id, client, organisation, scopes, version, active, until: last } = selection('reader', room.region.school);
  await room.query('insert into app_reach (id, client, organisation, scopes, active, until, version) values ($1, $2, $3, $4, $5, $6, $7)', [
    ...[id, client, organisation, scopes, active, last, version],
  ]);
});
afterAll(() => room.close());

/** A work with its stamp, written past the rules. */
async function work(organisation: string, title: string, subject: Subject, grades: number[], status = 'published') {
  const id = newId();
  await room.query(
    `insert into resource (id, version, organisation, created_at, updated_at, title, type, stage, subject, grades, knowledge_points, keywords, language,
       status, round, author, published_at, search_text)
     values ($1, 1, $2, now(), now(), $3, 'case', 'primary', $4, $5, '{}', '{}', 'zh', $6, 1, $7, $8, '')`,
    [id, organisation, title, subject, grades, status, newId(), status === 'draft' ? null : new Date()],
  );
  if (status !== 'draft') {
    await room.query(
      `insert into standing (id, version, organisation, created_at, updated_at, resource, status, release, published_at, recheck_told)
       values ($1, 1, $2, now(), now(), $3, $4, 1, now(), false)`,
      [newId(), organisation, id, status],
    );
  }
  await room.query(`insert into resource_stamp (entity, at) values ($1, '1970-01-01Z')`, [id]);
  return id;
}
const titles = async (within: { kind: 'class' | 'course' | 'user'; id: string }[] = []) => {
  const asked = { collection: 'resources' as const, within, limit: 100, offset: 0, counted: true };
  const { rows } = await room.get(QueryingResources).query(asked, callOf(resources.queryResources, app({ client: 'reader' })));
  return rows.map(({ title, status }) => `${title}${status === 'active' ? '' : ' †'}`).sort();
};

describe('resources as OneRoster asks for them', () => {
  it('are what was published in reach and above, what was withdrawn as a tombstone', async () => {
    const { school, county, sibling } = room.region;
    await work(school, '分数', 'mathematics', [3]);
    await work(county, '小数', 'mathematics', [4]);
    await work(county, '任何年级', 'mathematics', []);
    await work(school, '民歌', 'music', [3]);
    await work(school, '有误', 'mathematics', [3], 'withdrawn');
    await work(school, '草稿', 'mathematics', [3], 'draft');
    await work(sibling, '外校', 'mathematics', [3]);
    await until(async () => (await titles()).length > 0);
    expect(await titles()).toEqual(['任何年级', '分数', '小数', '有误 †', '民歌'].sort());
  });

  it('suit a course by subject and grade, a homeroom class by grade', async () => {
    const { school, city, farSchool } = room.region;
    const [course, homeroom, far] = [newId(), newId(), newId()];
    taught.known.set(course, { organisation: city, subject: 'mathematics', grades: [3] });
    taught.known.set(homeroom, { organisation: school, subject: null, grades: [3] });
    taught.known.set(far, { organisation: farSchool, subject: null, grades: [3] });
    expect(await titles([{ kind: 'course', id: course }])).toEqual(['任何年级', '分数', '有误 †'].sort());
    expect(await titles([{ kind: 'class', id: homeroom }])).toEqual(['任何年级', '分数', '有误 †', '民歌'].sort());
    const unknown = expect.objectContaining({ kind: expect.objectContaining({ code: 'resource.not_found' }) });
    for (const id of [far, newId()]) await expect(titles([{ kind: 'class', id }])).rejects.toEqual(unknown);
    await expect(titles([{ kind: 'course', id: far }])).rejects.toEqual(unknown);
  });

  it('suit somebody by all their classes in reach, and nobody who is in none', async () => {
    const { school, farSchool } = room.region;
    const [teacher, idle, far] = [newId(), newId(), newId()];
    const maths = (organisation: string, grade: number) => ({ organisation, subject: 'mathematics' as const, grades: [grade] });
    const music = { organisation: school, subject: 'music' as const, grades: [] };
    taught.people.set(teacher, { organisations: [school, farSchool], taught: [maths(farSchool, 3), maths(school, 4), music] });
    taught.people.set(idle, { organisations: [school], taught: [] });
    taught.people.set(far, { organisations: [farSchool], taught: [maths(farSchool, 3)] });
    expect(await titles([{ kind: 'user', id: teacher }])).toEqual(['任何年级', '小数', '民歌'].sort());
    expect(await titles([{ kind: 'user', id: idle }])).toEqual([]);
    const unknown = expect.objectContaining({ kind: expect.objectContaining({ code: 'resource.not_found' }) });
    for (const id of [far, newId()]) await expect(titles([{ kind: 'user', id }])).rejects.toEqual(unknown);
  });
});
