import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  MeasureGroupNotYours,
  MeasureNotFound,
  measureCatalogue,
  NotFound,
  PublicMeasureQuery,
  type Caller,
  type MeasureView,
} from '@lianxue/contracts';
import { newId, TreeCopy } from '@lianxue/persistence';
import { person } from '@lianxue/testing';
import { MeasuresRoom, told } from './measures.room.js';
import { ReadingMeasures } from './reading-measures.js';

const refused = (kind: { code: string }) => ({ kind: expect.objectContaining({ code: kind.code }) });
const published = '2026-03-01T08:00:00+08:00';

describe('the views of the data centre', () => {
  const measures = new MeasuresRoom();
  let school: string;
  beforeAll(async () => {
    await measures.open();
    school = measures.room.region.school;
  });
  afterAll(() => measures.close());
  beforeEach(async () => {
    await measures.forget();
    measures.classesOf = {};
  });

  const publish = (organisation: string) =>
    measures.hear('resources', 'resource', { organisation, subject: 'physics', status: 'published', publishedAt: published });
  const readPublic = (measure: string, asked: object) =>
    measures.room.get(ReadingMeasures).readPublic({ measure, ...PublicMeasureQuery.parse(asked) });
  const open = (view: MeasureView) => Object.entries(measureCatalogue).filter(([, { views }]) => views.includes(view));

  it('are a bureau’s, a school’s, a teacher’s, a guardian’s and a vendor’s, and each measure says whose', async () => {
    const callers: readonly (readonly [MeasureView, Caller])[] = [
      ['bureau', measures.county],
      ['school', measures.school],
      ['teacher', person({ role: 'teacher', organisation: school })],
      ['guardian', person({ role: 'guardian', organisation: school, about: [newId()] })],
      ['vendor', person({ role: 'vendor', organisation: measures.room.region.vendor })],
    ];
    for (const [view, caller] of callers) {
      const readable = open(view)[0]![0];
      expect((await measures.read(readable, {}, caller)).view).toBe(view);
      for (const [code, { views }] of Object.entries(measureCatalogue))
        if (!views.includes(view)) await expect(measures.read(code, {}, caller)).rejects.toMatchObject(refused(MeasureNotFound));
    }
  });

  it('let a teacher and a guardian read of their own school, not of others and not of the organisations in it', async () => {
    const { county, centralSchool, teachingPoint, sibling } = measures.room.region;
    for (const role of ['teacher', 'guardian'] as const) {
      const about = role === 'guardian' ? [newId()] : [];
      const caller = person({ role, organisation: centralSchool, about });
      expect((await measures.read('schools', {}, caller)).organisation).toBe(centralSchool);
      for (const organisation of [county, sibling, teachingPoint])
        await expect(measures.read('schools', { organisation }, caller)).rejects.toMatchObject(refused(NotFound));
      await expect(measures.read('schools', { group: 'organisation' }, caller)).rejects.toMatchObject(refused(MeasureGroupNotYours));
    }
    const stranger = person({ role: 'guardian', organisation: school, client: 'not-selected', about: [newId()] });
    await expect(measures.read('schools', {}, stranger)).rejects.toMatchObject(refused(NotFound));
  });

  it('show a teacher the classes they teach, a guardian those of their children, and the school all', async () => {
    const [mine, others, few] = [newId(), newId(), newId()];
    for (const [inClass, many] of [
      [mine, 30],
      [others, 40],
      [few, 3],
    ] as const) {
      await measures.hear(
        'identity',
        'class',
        { organisation: school, kind: 'homeroom', stage: 'primary', ended: false, title: `班 ${many}` },
        { entity: inClass },
      );
      await measures.pupils(school, many, inClass);
    }
    await measures.count();
    const teacher = person({ role: 'teacher', organisation: school });
    const child = newId();
    const guardian = person({ role: 'guardian', organisation: school, about: [child] });
    measures.classesOf = { [teacher.subject]: [mine], [child]: [few] };
    expect(told(await measures.read('class_pupils', { group: 'dimension' }, measures.school))).toEqual({
      ...{ [mine]: 'hidden', [others]: 40, [few]: 'hidden' },
    });
    const own = await measures.read('class_pupils', { group: 'dimension' }, teacher);
    expect([told(own), own.lines[0]!.name]).toEqual([{ [mine]: 'hidden' }, '班 30']);
    expect(told(await measures.read('class_pupils', { group: 'dimension' }, guardian))).toEqual({ [few]: 'hidden' });
    expect((await measures.read('class_pupils', { value: few }, guardian)).total).toMatchObject({ amount: null, hidden: true });
    await expect(measures.read('class_pupils', { value: others }, teacher)).rejects.toMatchObject(refused(NotFound));
    await expect(measures.read('class_pupils', { value: mine }, guardian)).rejects.toMatchObject(refused(NotFound));
    const unknown = person({ role: 'guardian', organisation: school, about: [newId()] });
    expect(told(await measures.read('class_pupils', { group: 'dimension' }, unknown))).toEqual({});
  });

  it('set a school beside the mean of five or more of its kind, and rank none', async () => {
    const { county, sibling } = measures.room.region;
    await publish(school);
    await publish(sibling);
    await measures.count();
    expect((await measures.read('resources_published', {}, measures.school)).siblings).toBeNull();
    const tree = new TreeCopy();
    for (let nth = 0; nth < 4; nth++) {
      const another = {
        id: newId(),
        parent: county,
        version: 1,
        kind: 'school',
        name: `第${nth}小学`,
        divisionCode: '361002',
        closed: false,
      };
      await tree.keepOrganisation(another, measures.room);
      if (nth < 2) await publish(another.id);
    }
    await measures.count();
    const { total, siblings } = await measures.read('resources_published', {}, measures.school);
    expect([total.amount, siblings]).toEqual([1, { units: 5, mean: 0.6 }]);
    const lines = (await measures.read('resources_published', { group: 'organisation' })).lines;
    expect(lines.map(({ rank }) => rank)).toEqual(lines.map(() => null));
  });

  it('tell a vendor of its own apps, by the organisations they may act at', async () => {
    const { vendor, county, sibling } = measures.room.region;
    const tree = new TreeCopy();
    const mine = { id: newId(), client: 'homework', organisation: county, scopes: [], active: true, until: null, version: 1 };
    await tree.keepSelection(mine, measures.room);
    await measures.hear('identity', 'app', { organisation: vendor, client: 'homework', name: '智慧作业', state: 'listed' });
    await measures.hear('identity', 'app', { organisation: newId(), client: 'other', name: '别家', state: 'listed' });
    await measures.hear('identity', 'selection', { organisation: county, client: 'homework', active: true });
    await measures.hear('identity', 'selection', { organisation: county, client: 'other', active: true });
    for (const [organisation, many] of [
      [school, 6],
      [sibling, 7],
    ] as const)
      for (let nth = 0; nth < many; nth++)
        await measures.hear('identity', 'consent', { organisation, client: nth < 6 ? 'homework' : 'other', state: 'given' });
    await measures.count();
    const caller = person({ role: 'vendor', organisation: vendor });
    const selections = await measures.read('app_selections', { group: 'dimension' }, caller);
    expect([told(selections), selections.lines[0]!.name, selections.total.amount]).toEqual([{ homework: 1 }, '智慧作业', 1]);
    expect(told(await measures.read('app_consents', { group: 'organisation' }, caller))).toEqual({ [school]: 6, [sibling]: 6 });
    expect((await measures.read('app_selections', { value: 'other' }, caller)).total.amount).toBe(0);
    await expect(measures.read('app_selections', { organisation: county }, caller)).rejects.toMatchObject(refused(NotFound));
  });

  it('tell the public whole counties, and name nothing below them', async () => {
    const { city, county, citySchool, sibling } = measures.room.region;
    await publish(school);
    await publish(citySchool);
    await measures.pupils(school, 30);
    await measures.pupils(citySchool, 3);
    await measures.pupils(sibling, 20);
    await measures.count();
    const reading = await readPublic('resources_published', { division: '361000', group: 'organisation', from: '2026-01-01' });
    expect(reading).toMatchObject({ view: 'public', organisation: city, siblings: null });
    expect(told(reading)).toMatchObject({ [county]: 1, [city]: 1 });
    expect(reading.lines.every(({ name }) => name.endsWith('教育局'))).toBe(true);
    const people = await readPublic('pupils', { division: '361000', group: 'organisation' });
    expect([people.total.amount, told(people)]).toMatchObject([53, { [county]: 'hidden', [city]: 'hidden' }]);
    expect((await readPublic('pupils', { division: '361002' })).total.hidden).toBe(true);
    expect(told(await readPublic('resources_published', { division: '361002', group: 'organisation', from: '2026-01-01' }))).toEqual({
      [county]: 1,
    });
    await expect(readPublic('staff_posts', { division: '361000' })).rejects.toMatchObject(refused(MeasureNotFound));
    await expect(readPublic('schools', { division: '110000' })).rejects.toMatchObject(refused(NotFound));
  });
});
