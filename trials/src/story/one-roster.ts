import { OneRosterClient } from '../oneroster/client.js';
import { selectedApp } from '../oneroster/school.js';
import { until } from './until.js';
import type { Api, World } from './world.js';

const roster = 'rostering/v1p2';
const gradebook = 'gradebook/v1p2';

/** An app that knows only OneRoster reads a class, keeps a piece of homework and its score, and the pupil sees it. */
export async function oneRosterStep(world: World): Promise<void> {
  const admin = await world.as('schoolAdmin', world.school);
  const pupil = await world.as('pupil', world.school, 'oneRoster');
  const ofClass = await aClass(world, admin, pupil);
  const app = new OneRosterClient(await selectedApp(world, await world.as('systemAdmin', world.city), world.school), [
    ...['roster.readonly', 'gradebook.readonly', 'gradebook.createput', 'gradebook.delete'],
  ]);
  await homework(world, app, ofClass, pupil);
  await deltas(world, app);
}

async function aClass(world: World, admin: Api, pupil: Api): Promise<string> {
  const made = await admin.post(`/organisations/${world.school.id}/classes`, {
    ...{ kind: 'homeroom', title: `四（6）班 ${world.run}`, gradeOrdinal: 4 },
  });
  const enrolled = await admin.post(`/classes/${made.body.id}/enrolments`, { person: pupil.person, role: 'pupil' });
  world.check(enrolled.status === 201, 'a pupil in a class', enrolled.body);
  return made.body.id as string;
}

async function homework(world: World, app: OneRosterClient, ofClass: string, pupil: Api): Promise<void> {
  const student = await oneOf(world, app, `${roster}/classes/${ofClass}/students`, 'users');
  world.check(student.sourcedId === pupil.person, 'the app reads the class', student);
  const put = async (path: string, entry: object) => {
    const { status, body } = await app.put(`${gradebook}/${path}`, entry);
    world.check(status === 201, `it puts ${path}`, body);
  };
  await put('categories/homework', { category: { title: '作业' } });
  const dates = { assignDate: '2026-11-02T08:00:00+08:00', dueDate: '2026-11-06T20:00:00+08:00' };
  const refers = { class: { sourcedId: ofClass }, category: { sourcedId: 'homework' } };
  await put('lineItems/unit-3', { lineItem: { title: '第三单元练习', ...dates, ...refers, resultValueMax: 100 } });
  const result = { lineItem: { sourcedId: 'unit-3' }, student: { sourcedId: student.sourcedId }, scoreStatus: 'fully graded' };
  await put('results/unit-3-1', { result: { ...result, score: 92.5, scoreDate: '2026-11-07', comment: '书写工整' } });
  const seen = await pupil.get('/grade-results');
  const [first] = seen.body.items as { score: number; comment: string; lineItem: { title: string } }[];
  world.check(first?.score === 92.5 && first.lineItem.title === '第三单元练习', 'the pupil sees the score', seen.body);
  const classmate = await (await world.as('pupil', world.school, 'classmate')).get('/grade-results');
  world.check(classmate.body.items?.length === 0, 'and nobody else’s', classmate.body);
  world.say(
    `OneRoster：应用读到「${student.familyName}${student.givenName}」，记下《${first.lineItem.title}》${first.score} 分，学生本人看到`,
  );
}

async function deltas(world: World, app: OneRosterClient): Promise<void> {
  const before = await oneOf(world, app, `${gradebook}/results`, 'results');
  const dropped = await app.ask('DELETE', `${gradebook}/lineItems/unit-3`);
  world.check(dropped.status === 204, 'the homework is taken back', dropped.body);
  const filter = `dateLastModified>'${before.dateLastModified}'`;
  const after = await oneOf(world, app, `${gradebook}/results`, 'results', { filter });
  world.check(after.status === 'tobedeleted', 'and the next delta says so', after);
  world.say('作业撤回后，增量里是一条 tobedeleted');
}

/** The one row of a list, which is there within moments of being written. */
async function oneOf(world: World, app: OneRosterClient, path: string, key: string, query?: Record<string, string>): Promise<any> {
  const ask = () => app.get(path, query);
  await until(ask, ({ body }) => body[key]?.length === 1);
  const { body } = await ask();
  world.check(body[key]?.length === 1, `one row of ${path}`, body);
  return body[key][0];
}
