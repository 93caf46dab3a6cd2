import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  activities,
  identity,
  incidents,
  reporting,
  resources,
  type AnyOperation,
  type Fact,
  type Refusal,
  type SwitchableService,
} from '@lianxue/contracts';
import { dataSource, newId, TreeCopy } from '@lianxue/persistence';
import { app, person, service, testDatabase, until, type TestDatabase } from '@lianxue/testing';
import type { DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import type { Statements } from '../apps/sandboxes.js';
import { migrations } from '../migrations/index.js';
import { HearingOfSubPlatforms } from './hearing-of-sub-platforms.js';
import { SubPlatforms, type SubPlatform } from './sub-platforms.js';
import { Switches } from './switches.js';

let database: TestDatabase;
let source: DataSource;
const [city, county, otherCounty, town, school, farSchool] = Array.from({ length: 6 }, newId) as [
  string,
  string,
  string,
  string,
  string,
  string,
];
const every: SwitchableService[] = ['resources', 'classrooms', 'reporting', 'activities'];

const statements = () => (source.driver as PostgresDriver).master as Statements;
const asking = { query: async <R>(text: string, values: readonly unknown[] = []) => source.query<R[]>(text, [...values]) };
const tree = new TreeCopy();
const hearing = new HearingOfSubPlatforms();

beforeAll(async () => {
  database = await testDatabase('gateway', migrations);
  source = await dataSource(database.serviceUrl, 'gateway', []).initialize();
  for (const [id, parent] of [
    [city, null],
    [county, city],
    [otherCounty, city],
    [town, county],
    [school, town],
    [farSchool, otherCounty],
  ] as const)
    await tree.keepOrganisation({ id, parent, version: 1, kind: 'bureau', name: id, divisionCode: null, closed: false }, asking);
});
afterAll(async () => {
  await source.destroy();
  await database.drop();
});

let told = 0;
/** Identity tells of a sub-platform, as it does by its facts. */
async function tell(organisation: string, more: Partial<SubPlatform> = {}): Promise<SubPlatform> {
  const data: SubPlatform = {
    ...{ id: newId(), version: 1, organisation, name: `子平台${++told}`, nameEn: null, shortName: null, slug: `slug-${told}`, host: null },
    ...{ language: 'zh', colour: null, logo: null, services: every, state: 'open', ...more },
  };
  await hearing.apply({ data } as unknown as Fact, asking);
  return data;
}
const select = (client: string, organisation: string, more: { active?: boolean; until?: string | null } = {}) =>
  tree.keepSelection({ id: newId(), client, organisation, scopes: [], version: 1, active: true, until: null, ...more }, asking);
/** As an edge sees it that has just begun. */
const now = () => new SubPlatforms(statements());
const code = async (op: AnyOperation, caller: Parameters<Switches['refusal']>[1], organisation?: string) => {
  const refused: Refusal | undefined = await new Switches(now()).refusal(op, caller, organisation);
  return refused?.kind.code;
};
const teacher = (organisation: string) => person({ role: 'teacher', organisation });

describe('the sub-platforms an edge knows', () => {
  it('are those that are open, by every name they had and by the host they have', async () => {
    const first = await tell(otherCounty, { slug: 'before', host: 'before.example' });
    const changed = await tell(otherCounty, { ...first, version: 2, slug: 'after', host: 'after.example' });
    await tell(otherCounty, { ...first, version: 1, name: 'late' });
    expect(await now().atSlug('before')).toEqual(changed);
    expect(await now().atSlug('after')).toEqual(changed);
    expect(await now().atHost('AFTER.example:8443')).toEqual(changed);
    expect(await now().atHost('before.example')).toBeUndefined();
    await tell(otherCounty, { ...changed, version: 3, state: 'closed' });
    expect(await now().atSlug('after')).toBeUndefined();
    expect(await now().over(farSchool)).toBeUndefined();
  });

  it('are shown for an app whose every school lies below, the nearest first', async () => {
    const [wide, near] = [await tell(city), await tell(town)];
    for (const [client, at] of [
      ['near', [school, town]],
      ['wide', [school, farSchool]],
      ['ended', [school]],
      ['nowhere', []],
    ] as const)
      for (const organisation of at) await select(client, organisation);
    await select('ended', farSchool, { active: false });
    await select('ended', farSchool, { until: '2020-01-01T00:00:00Z' });
    expect((await now().ofApp('near'))?.id).toBe(near.id);
    expect((await now().ofApp('wide'))?.id).toBe(wide.id);
    expect((await now().ofApp('ended'))?.id).toBe(near.id);
    expect(await now().ofApp('nowhere')).toBeUndefined();
    for (const each of [wide, near]) await tell(each.organisation, { ...each, version: 9, state: 'closed' });
  });
});

describe('a service that is switched off', () => {
  it('is refused where the nearest sub-platform does without it, and nowhere else', async () => {
    const wide = await tell(city, { services: ['reporting'] });
    const near = await tell(county, { services: every });
    const refused = 'service.switched_off';
    expect(await code(resources.list, teacher(farSchool))).toBe(refused);
    expect(await code(resources.list, teacher(school))).toBeUndefined();
    const nearest = await tell(town, { services: ['classrooms'] });
    expect(await code(resources.list, teacher(school))).toBe(refused);
    expect(await code(resources.list, teacher(county))).toBeUndefined();
    expect(await code(activities.activities, teacher(city))).toBe(refused);
    await tell(county, { ...near, version: 2, services: [] });
    expect(await code(resources.list, teacher(county))).toBe(refused);
    await tell(county, { ...near, version: 3, state: 'closed' });
    await tell(town, { ...nearest, version: 2, state: 'closed' });
    await tell(city, { ...wide, version: 2, services: every });
    expect(await code(resources.list, teacher(county))).toBeUndefined();
  });

  it('goes on where law or an authority above asks for it, and never shuts an administrator out', async () => {
    const off = await tell(otherCounty, { services: [] });
    const admin = person({ role: 'systemAdmin', organisation: otherCounty });
    expect(await code(reporting.defineDataSet, admin)).toBe('service.switched_off');
    for (const op of [reporting.submitSubmission, reporting.period, incidents.report, identity.changeSubPlatform, identity.organisations])
      expect([op.name, await code(op, admin)]).toEqual([op.name, undefined]);
    expect(await code(resources.list, service('gateway'))).toBeUndefined();
    await tell(otherCounty, { ...off, version: 2, state: 'closed' });
  });

  it('is refused to an app for the organisation it names, and without one where all it serves does without it', async () => {
    const off = await tell(otherCounty, { services: [] });
    await select('both', school);
    await select('both', farSchool);
    await select('far', farSchool);
    const caller = (client: string) => app({ client });
    const [both, far] = [caller('both'), caller('far')];
    expect(await code(activities.activities, both, farSchool)).toBe('service.switched_off');
    expect(await code(activities.activities, both)).toBeUndefined();
    expect(await code(activities.activities, far)).toBe('service.switched_off');
    expect(await code(activities.activities, caller('of nobody'))).toBeUndefined();
    await tell(otherCounty, { ...off, version: 2, state: 'closed' });
  });

  it('is switched on again, at an edge that has been asked all the time', async () => {
    const off = await tell(otherCounty, { services: [] });
    const switches = new Switches(now());
    const judge = async () => (await switches.refusal(resources.list, teacher(farSchool), undefined))?.kind.code;
    expect(await judge()).toBe('service.switched_off');
    await tell(otherCounty, { ...off, version: 2, services: every });
    await until(async () => (await judge()) === undefined);
  });

  it('counts as switched on while nobody can tell', async () => {
    const gone: Statements = { query: async () => Promise.reject(new Error('the database is away')) };
    expect(await new Switches(new SubPlatforms(gone)).refusal(resources.list, teacher(farSchool), undefined)).toBeUndefined();
  });
});
