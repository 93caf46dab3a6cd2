import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { activities, CallSettings, CallTaskInput, CallWorkContent, CLOCK, type Caller } from '@lianxue/contracts';
import { FILES, FolderFiles, type Content } from '@lianxue/files';
import { newId } from '@lianxue/persistence';
import { callOf, openRoom, person, service, type Room } from '@lianxue/testing';
import { entities } from '../activities.module.js';
import { migrations } from '../migrations/index.js';
import { Posts, type Post } from '../works/posts.js';
import { CallsHandlers } from './calls.handlers.js';
import { CallsWork } from './calls-work.js';
import { calls } from './part.js';
import { TasksHandlers } from './tasks/tasks.handlers.js';
import { Reminding } from './tasks/urging-tasks.js';
import { callTemplates } from './templates.js';
import { CallWorksHandlers } from './works/call-works.handlers.js';
import { OpinionsHandlers } from './works/opinions.handlers.js';

const window = { opens: '2026-03-01T00:00:00+08:00', closes: '2026-04-30T23:59:59+08:00' };
const templateOf = (code: string) => callTemplates.find((template) => template.code === code)!.rules;
const settingsOf = (code: string, more: object = {}) => CallSettings.parse({ ...templateOf(code), ...window, ...more });
const content = (more: object = {}) =>
  CallWorkContent.parse({
    ...{ title: '分数的初步认识', stage: 'primary', subject: 'mathematics', grades: [3] },
    usage: { method: '课前自学', scene: '新授课', example: '三年级一班' },
    ...more,
  });
const video = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypisom'), Buffer.alloc(64)]);
const statement = Buffer.from('%PDF-1.7\n申报书');
/** What was found when they were looked at on arrival. */
const lookedAt = new Map<Buffer, Content>([
  [video, { family: 'video', kind: 'mp4', mediaType: 'video/mp4' }],
  [statement, { family: 'document', kind: 'pdf', mediaType: 'application/pdf' }],
]);
const refused = (code: string, facts: object = {}) => ({ kind: { code }, facts });

describe('a call for works', () => {
  const clock = { at: new Date(), now: () => clock.at };
  /** What identity would say: who holds which posts. */
  const held = new Map<string, Post[]>();
  let folder: string;
  let files: FolderFiles;
  let room: Room;
  let city: Caller;
  let admin: Caller;
  let teacher: Caller;

  const someone = (role: Post['role'], organisation: string): Caller => {
    const caller = person({ role, organisation });
    held.set(caller.subject, [{ role, organisation }]);
    return caller;
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lianxue-calls-'));
    files = new FolderFiles(folder);
    const posts: Posts = { of: async (id) => held.get(id) ?? [] };
    const given = [
      { provide: Posts, useValue: posts },
      { provide: CLOCK, useValue: clock },
      { provide: FILES, useValue: files },
    ];
    room = await openRoom('activities', { entities, migrations, providers: [...calls.rules, ...calls.handlers, ...given] });
    city = someone('centreHead', room.region.city);
    admin = someone('schoolAdmin', room.region.school);
    teacher = someone('teacher', room.region.school);
  });
  afterAll(async () => {
    await room.close();
    await rm(folder, { recursive: true });
  });
  beforeEach(() => {
    clock.at = new Date('2026-03-10T08:00:00+08:00');
  });

  const opened = async (code: string, more: object = {}) => {
    const input = { organisation: room.region.city, settings: settingsOf(code, more) };
    const { id } = await room.get(CallsHandlers).prepareCall(input, callOf(activities.prepareCall, city));
    return room.get(CallsHandlers).openCall({ callId: id }, callOf(activities.openCall, city));
  };
  const assign = async (callId: string, more: object = {}) => {
    const task = {
      organisation: room.region.school,
      title: '分数',
      stage: 'primary',
      subject: 'mathematics',
      due: '2026-03-31T23:59:59+08:00',
    };
    const tasks = [CallTaskInput.parse({ ...task, ...more })];
    const { items } = await room.get(TasksHandlers).assignTasks({ callId, tasks }, callOf(activities.assignTasks, city));
    return items[0]!;
  };
  const readTask = (taskId: string, by = city) => room.get(TasksHandlers).callTask({ taskId }, callOf(activities.callTask, by));
  const works = () => room.get(CallWorksHandlers);
  const begin = (callId: string, more: { task?: string; content?: CallWorkContent } = {}, by = teacher) =>
    works().beginWork({ callId, organisation: by.organisation!, content: content(), ...more }, callOf(activities.beginWork, by));
  const addFile = async (workId: string, bytes: Buffer = video, name = '微课.mp4', by = teacher) => {
    const content = lookedAt.get(bytes);
    const owner = { subject: by.subject, client: by.client };
    const sent = await files.keep([bytes], {
      id: newId(),
      kind: 'work',
      name,
      owner,
      until: new Date(clock.at.getTime() + 3600_000),
      ...(content && { content }),
    });
    return works().addWorkFile({ workId, file: sent.id }, callOf(activities.addWorkFile, by));
  };
  const submit = (workId: string, by = teacher) => works().submitWork({ workId }, callOf(activities.submitWork, by));
  const submitted = async (callId: string, task?: string, by = teacher) => {
    const { id } = await begin(callId, task === undefined ? {} : { task }, by);
    await addFile(id, video, '微课.mp4', by);
    return submit(id, by);
  };
  const accept = (workId: string, by = city) => works().acceptWork({ workId, note: '采用' }, callOf(activities.acceptWork, by));
  const sendBack = (workId: string, more: object = {}) =>
    works().returnWork({ workId, reason: '请补字幕', ...more }, callOf(activities.returnWork, city));
  const board = (callId: string, by = city) => room.get(CallsHandlers).callBoard({ callId }, callOf(activities.callBoard, by));
  const urge = (callId: string) => room.get(CallsHandlers).urgeCall({ callId, note: '请尽快' }, callOf(activities.urgeCall, city));
  const overdue = async (by = city) =>
    (await room.get(TasksHandlers).callTasks({ overdue: 'true', limit: 50 }, callOf(activities.callTasks, by))).items.map(({ id }) => id);

  it('describes its tables as the migrations make them, and ships configurations that are settings once dates are added', async () => {
    expect(await room.schemaDiff()).toEqual([]);
    for (const { rules } of callTemplates) expect(CallSettings.safeParse({ ...rules, ...window }).error).toBeUndefined();
  });

  it('is nobody else’s before it opens, may only be extended, and takes free works where it says so', async () => {
    const input = { organisation: room.region.city, settings: settingsOf('courses') };
    const { id } = await room.get(CallsHandlers).prepareCall(input, callOf(activities.prepareCall, city));
    await expect(begin(id)).rejects.toMatchObject(refused('call.not_found'));
    await room.get(CallsHandlers).openCall({ callId: id }, callOf(activities.openCall, city));
    expect(await submitted(id)).toMatchObject({ status: 'submitted', task: null, type: 'coursePackage' });
    const extend = (closes: string) => room.get(CallsHandlers).extendCall({ callId: id, closes }, callOf(activities.extendCall, city));
    await expect(extend('2026-04-01T00:00:00+08:00')).rejects.toMatchObject(refused('call.not_later'));
    expect(await extend('2026-05-31T23:59:59+08:00')).toMatchObject({ closes: '2026-05-31T23:59:59+08:00' });
    clock.at = new Date('2026-06-01T00:00:00+08:00');
    await expect(begin(id)).rejects.toMatchObject(refused('call.over'));
  });

  it('gives tasks to organisations below and to people there, within its time', async () => {
    const { id } = await opened('homeworkMicroLessons');
    const { vendor, school } = room.region;
    await expect(assign(id, { organisation: vendor })).rejects.toMatchObject(
      refused('call_task.units_unknown', { organisations: [vendor] }),
    );
    const stranger = someone('teacher', room.region.sibling);
    await expect(assign(id, { person: stranger.subject })).rejects.toMatchObject(refused('call_task.person_unknown'));
    await expect(assign(id, { due: '2026-05-31T00:00:00+08:00' })).rejects.toMatchObject(refused('call_task.due_outside'));
    const task = await assign(id);
    expect(task).toMatchObject({ organisation: school, name: '第一小学', status: 'assigned', handedIn: 0 });
    const hand = (to: string, by: Caller) =>
      room.get(TasksHandlers).handTask({ taskId: task.id, person: to }, callOf(activities.handTask, by));
    const county = someone('countyReviewer', room.region.county);
    await expect(hand(teacher.subject, county)).rejects.toMatchObject(refused('call.other_authority'));
    expect(await hand(teacher.subject, admin)).toMatchObject({ person: teacher.subject });
    expect(JSON.stringify((await room.facts()).filter(({ entity }) => entity === task.id))).not.toContain(teacher.subject);
    const waiting = { person: teacher.subject, role: 'teacher', organisation: school };
    expect(await room.get(CallsWork).of(waiting)).toContainEqual(expect.objectContaining({ thing: 'callTask', id: task.id }));
    const successor = someone('teacher', school);
    await room.get(CallsWork).passOver(waiting, successor.subject);
    expect(await readTask(task.id)).toMatchObject({ person: successor.subject });
  });

  it('wants a shooting plan and a shot lesson where it says so', async () => {
    const { id } = await opened('finestLessons', { experts: 0 });
    const task = await assign(id);
    const plan = (day: string, presenter = teacher.subject) =>
      room
        .get(TasksHandlers)
        .planShooting(
          { taskId: task.id, day, place: '录播教室', presenter },
          callOf(activities.planShooting, teacher, {}, { ifMatch: '*' }),
        );
    const shot = (day: string) =>
      room.get(TasksHandlers).completeShooting({ taskId: task.id, day }, callOf(activities.completeShooting, teacher));
    await expect(submitted(id, task.id)).rejects.toMatchObject(refused('call_task.not_shot'));
    await expect(shot('2026-03-10')).rejects.toMatchObject(refused('move.not_allowed', { state: 'assigned' }));
    await expect(plan('2026-04-01')).rejects.toMatchObject(refused('call_task.plan_too_late', { due: '2026-03-31' }));
    await expect(plan('2026-03-12', newId())).rejects.toMatchObject(refused('call_task.person_unknown'));
    expect(await plan('2026-03-10')).toMatchObject({ status: 'planned', plan: { place: '录播教室' } });
    await expect(shot('2026-03-11')).rejects.toMatchObject(refused('call_task.shot_ahead'));
    expect(await shot('2026-03-10')).toMatchObject({ status: 'shot', shotOn: '2026-03-10' });
    expect(await submitted(id, task.id)).toMatchObject({ status: 'submitted', round: 1 });
    const unasked = await assign((await opened('homeworkMicroLessons')).id);
    const asked = { taskId: unasked.id, day: '2026-03-12', place: '教室', presenter: teacher.subject };
    const attempt = room.get(TasksHandlers).planShooting(asked, callOf(activities.planShooting, teacher, {}, { ifMatch: '*' }));
    await expect(attempt).rejects.toMatchObject(refused('call_task.plan_unasked'));
  });

  it('takes works whole, of their author, for a task that owes them', async () => {
    const { id } = await opened('homeworkMicroLessons');
    await expect(begin(id)).rejects.toMatchObject(refused('call_work.task_needed'));
    const task = await assign(id);
    const stranger = someone('teacher', room.region.sibling);
    await expect(begin(id, { task: task.id }, stranger)).rejects.toMatchObject(refused('call_task.not_found'));
    const work = await begin(id, { task: task.id, content: content({ usage: { method: ' ', scene: '新授课' } }) });
    await expect(submit(work.id)).rejects.toMatchObject(refused('resource.not_ready', { fields: ['usage.method', 'usage.example'] }));
    const colleague = someone('teacher', room.region.school);
    await expect(submit(work.id, colleague)).rejects.toMatchObject(refused('call_work.not_yours'));
    await works().changeWork({ workId: work.id, content: content() }, callOf(activities.changeWork, teacher, {}, { ifMatch: '*' }));
    await expect(submit(work.id)).rejects.toMatchObject(refused('call_work.without_file'));
    await expect(addFile(work.id, Buffer.from('MZ'))).rejects.toMatchObject(refused('call_work.file_of_wrong_kind'));
    const { files: kept } = await addFile(work.id, video, '微课');
    expect(kept).toMatchObject([{ name: '微课.mp4', kind: 'mp4' }]);
    expect(await submit(work.id, admin)).toMatchObject({ status: 'submitted', moves: ['withdraw'] });
    await expect(submitted(id, task.id)).rejects.toMatchObject(refused('call_work.task_full', { owed: 1 }));
    const given = await works().workFile({ workId: work.id, fileId: kept[0]!.id }, callOf(activities.workFile, city));
    expect((await files.about(given.id))!.owner.subject).toBe(city.subject);
  });

  it('returns works with a reason, and fulfils the task with the last one it accepts', async () => {
    const { id } = await opened('homeworkMicroLessons');
    const task = await assign(id, { owed: 2 });
    const work = await submitted(id, task.id);
    const county = someone('countyReviewer', room.region.county);
    await expect(accept(work.id, county)).rejects.toMatchObject(refused('call.other_authority'));
    clock.at = new Date('2026-04-02T08:00:00+08:00');
    expect(await sendBack(work.id, { due: '2026-04-10T23:59:59+08:00' })).toMatchObject({ status: 'returned', reason: '请补字幕' });
    expect(await readTask(task.id)).toMatchObject({ due: '2026-04-10T23:59:59+08:00', handedIn: 0 });
    await expect(submit(work.id)).rejects.toMatchObject(refused('call_work.unchanged'));
    clock.at = new Date('2026-05-02T08:00:00+08:00');
    await addFile(work.id);
    expect(await submit(work.id)).toMatchObject({ round: 2 });
    await accept(work.id);
    expect(await readTask(task.id)).toMatchObject({ status: 'assigned', accepted: 1 });
    clock.at = new Date('2026-04-20T08:00:00+08:00');
    await accept((await submitted(id, task.id)).id);
    expect(await readTask(task.id)).toMatchObject({ status: 'fulfilled', accepted: 2 });
    const accepted = await works().acceptedWork({ work: work.id }, callOf(activities.acceptedWork, service('resources')));
    expect(accepted).toMatchObject({ author: teacher.subject, content: { type: 'microLesson', keywords: ['作业微课'] } });
    const facts = (await room.facts()).filter(({ entity }) => entity === work.id);
    expect(facts.at(-1)?.type).toBe('cn.lianxue.activities.callWork.accepted');
    expect(JSON.stringify(facts)).not.toMatch(new RegExp(`${teacher.subject}|字幕|初步认识`));
  });

  it('recognises who applies where it calls for applications, and the catalogue hears nothing of it', async () => {
    const { id } = await opened('productionSchools');
    const application = CallWorkContent.parse({ title: '资源制作学校申报书', stage: 'primary', subject: 'other' });
    const work = await begin(id, { content: application }, admin);
    await expect(submit(work.id, admin)).rejects.toMatchObject(refused('call_work.without_file'));
    await addFile(work.id, statement, '申报书.pdf', admin);
    await submit(work.id, admin);
    expect(await accept(work.id)).toMatchObject({ status: 'accepted' });
    const said = (await room.facts()).filter(({ entity }) => entity === work.id).map(({ type }) => type.split('.').at(-1));
    expect(said).toEqual(['begun', 'changed', 'submitted', 'recognised']);
    const asked = works().acceptedWork({ work: work.id }, callOf(activities.acceptedWork, service('resources')));
    await expect(asked).rejects.toMatchObject(refused('call_work.not_found'));
  });

  it('lets whoever recognised revoke that with a reason, after its call too, and keeps it on the list', async () => {
    const revoke = (workId: string, by = city) =>
      works().revokeRecognition({ workId, reason: '两年没有制作资源' }, callOf(activities.revokeRecognition, by));
    const { id } = await opened('productionSchools');
    const application = CallWorkContent.parse({ title: '资源制作学校申报书', stage: 'primary', subject: 'other' });
    const { id: workId } = await begin(id, { content: application }, admin);
    await addFile(workId, statement, '申报书.pdf', admin);
    await submit(workId, admin);
    await expect(revoke(workId)).rejects.toMatchObject(refused('move.not_allowed', { state: 'submitted' }));
    expect(await accept(workId)).toMatchObject({ moves: ['revoke'] });
    await room.get(CallsHandlers).closeCall({ callId: id }, callOf(activities.closeCall, city));
    await expect(revoke(workId, someone('countyReviewer', room.region.county))).rejects.toMatchObject(refused('call.other_authority'));
    const gone = { status: 'revoked', reason: '两年没有制作资源', revokedAt: '2026-03-10T08:00:00+08:00', moves: [] };
    expect(await revoke(workId)).toMatchObject(gone);
    await expect(revoke(workId)).rejects.toMatchObject(refused('move.not_allowed', { state: 'revoked' }));
    const listed = async (status: 'accepted' | 'revoked') =>
      (await works().callWorks({ call: id, status, limit: 10 }, callOf(activities.callWorks, admin))).items;
    expect([await listed('accepted'), await listed('revoked')]).toMatchObject([[], [{ id: workId, ...gone }]]);
    const facts = (await room.facts()).filter(({ entity }) => entity === workId);
    expect(facts.at(-1)).toMatchObject({ type: 'cn.lianxue.activities.callWork.revoked', data: { status: 'revoked' } });
    const [audited] = await room.query<object>(`select * from audit where operation = 'activities.revokeRecognition'`);
    expect(audited).toMatchObject({ subject: city.subject });
    const { id: lessons } = await opened('courses');
    const work = await submitted(lessons);
    expect(await accept(work.id)).toMatchObject({ moves: [] });
    await expect(revoke(work.id)).rejects.toMatchObject(refused('call_work.not_recognised'));
  });

  it('hears experts who have nothing to do with a work before it is decided', async () => {
    const { id } = await opened('courses', { experts: 1 });
    const work = await submitted(id);
    const ask = (expert: string) => room.get(OpinionsHandlers).askOpinion({ workId: work.id, expert }, callOf(activities.askOpinion, city));
    await expect(ask(teacher.subject)).rejects.toMatchObject(refused('expert.unknown'));
    await expect(ask(someone('expert', room.region.school).subject)).rejects.toMatchObject(
      refused('expert.conflict', { because: 'school' }),
    );
    await expect(accept(work.id)).rejects.toMatchObject(refused('call_work.opinions_missing', { needed: 1, given: 0 }));
    const expert = someone('expert', room.region.farSchool);
    const opinion = await ask(expert.subject);
    await expect(ask(expert.subject)).rejects.toMatchObject(refused('expert.assigned'));
    const read = (by: Caller) => works().callWork({ workId: work.id }, callOf(activities.callWork, by));
    expect(await read(expert)).toMatchObject({ id: work.id, moves: [] });
    await expect(read(someone('expert', room.region.city))).rejects.toMatchObject(refused('call_work.not_found'));
    const give = (by: Caller) =>
      room
        .get(OpinionsHandlers)
        .giveOpinion({ opinionId: opinion.id, verdict: 'accept', comment: '可用' }, callOf(activities.giveOpinion, by));
    await expect(give(someone('expert', room.region.city))).rejects.toMatchObject(refused('work_opinion.not_found'));
    const own = held.get(expert.subject)!;
    held.set(expert.subject, [...own, { role: 'teacher', organisation: room.region.school }]);
    await expect(give(expert)).rejects.toMatchObject(refused('expert.conflict', { because: 'school' }));
    held.set(expert.subject, own);
    const holder = { person: expert.subject, role: 'expert', organisation: room.region.farSchool };
    expect(await room.get(CallsWork).of(holder)).toMatchObject([{ thing: 'workOpinion', id: opinion.id }]);
    expect(await give(expert)).toMatchObject({ status: 'given', verdict: 'accept' });
    expect(await accept(work.id)).toMatchObject({ status: 'accepted' });
  });

  it('is judged by nobody who had a part in the work', async () => {
    const { id } = await opened('courses', { experts: 0 });
    const [expert, reviewer] = [someone('expert', room.region.farSchool), someone('resourceReviewer', room.region.city)];
    const stranger = { person: newId(), organisation: room.region.school, role: 'editor' };
    await expect(begin(id, { content: content({ contributors: [stranger] }) })).rejects.toMatchObject(
      refused('resource.contributors_unknown', { people: [stranger.person], fields: ['contributors.0.person'] }),
    );
    const contributors = [expert, reviewer].map(({ subject, organisation }) => ({ person: subject, organisation, role: 'editor' }));
    const work = await begin(id, { content: content({ contributors }) });
    await addFile(work.id);
    await submit(work.id);
    const ask = room.get(OpinionsHandlers).askOpinion({ workId: work.id, expert: expert.subject }, callOf(activities.askOpinion, city));
    await expect(ask).rejects.toMatchObject(refused('expert.conflict', { because: 'contributor' }));
    await expect(accept(work.id, reviewer)).rejects.toMatchObject(refused('call_work.own'));
    expect(await works().callWork({ workId: work.id }, callOf(activities.callWork, reviewer))).toMatchObject({ moves: [] });
    expect(await accept(work.id)).toMatchObject({ status: 'accepted' });
  });

  it('shows how far it has come, reminds before the due time once, and urges after it', async () => {
    const { id } = await opened('homeworkMicroLessons', { target: 3 });
    const [late, done] = [await assign(id), await assign(id, { organisation: room.region.citySchool })];
    const there = someone('teacher', room.region.citySchool);
    await accept((await submitted(id, done.id, there)).id);
    await expect(urge(id)).rejects.toMatchObject(refused('call.nothing_overdue'));
    await room.get(Reminding).goRound();
    expect((await readTask(late.id)).remindedAt).toBeNull();
    clock.at = new Date('2026-03-29T08:00:00+08:00');
    await room.get(Reminding).goRound();
    await room.get(Reminding).goRound();
    expect([await readTask(late.id), await readTask(done.id)].map(({ remindedAt }) => remindedAt)).toEqual([
      '2026-03-29T08:00:00+08:00',
      null,
    ]);
    clock.at = new Date('2026-04-01T08:00:00+08:00');
    expect(await overdue()).toContain(late.id);
    expect(await overdue(there)).not.toContain(late.id);
    expect(await urge(id)).toEqual({ urged: 1, urgedToday: 0 });
    expect(await urge(id)).toEqual({ urged: 0, urgedToday: 1 });
    const { lines, total, target } = await board(id);
    expect(lines.map(({ name, tasks, accepted, overdue: over }) => [name, tasks, accepted, over])).toEqual([
      ['临川区教育局', 1, 0, 1],
      ['市第一中学', 1, 1, 0],
    ]);
    expect([target, total.owed, total.accepted]).toEqual([3, 2, 1]);
    expect((await board(id, admin)).lines).toMatchObject([{ name: '第一小学', overdue: 1 }]);
    await room.get(CallsHandlers).closeCall({ callId: id }, callOf(activities.closeCall, city));
    expect(await overdue()).not.toContain(late.id);
  });
});
