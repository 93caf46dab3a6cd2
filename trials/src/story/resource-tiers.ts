import { createHash } from 'node:crypto';
import { film } from '@lianxue/testing';
import { Harvester } from '../harvest/harvester.js';
import { harvestAddress } from '../harvest/harvesting-app.js';
import { sendByTus } from './files-of-story.js';
import { interruptedLine } from './interrupted-line.js';
import { publishedBy } from './resources.js';
import { eventually } from './until.js';
import type { Api, World } from './world.js';

const codes = ['politics', 'science', 'suitability', 'form', 'copyright'];

/**
 * A micro-lesson is sent over a line that breaks, goes from its school to the city with a return on the way, is harvested by the
 * province, is reported, and is gone everywhere at once.
 */
export async function resourceTiersStep(world: World): Promise<void> {
  const teacher = await world.as('teacher', world.school);
  const neighbour = await world.as('teacher', world.sibling);
  const admin = await world.as('systemAdmin', world.city);
  const rule = await admin.post(`/review-rules/${world.city.id}`, { steps: ['初审', '终审'], reviewDays: 5 });
  world.check(rule.status === 200, 'the city asks for two steps', rule.body);
  const id = await publishedAtSchool(world, teacher);
  const before = await neighbour.get(`/resources/${id}`);
  world.check(before.status === 404, 'a neighbouring school does not see what the school alone shows', before.body);
  await promote(world, { teacher, neighbour }, id);
  const title = `折线统计图 ${world.run}`;
  const stays = await publishedBy(world, teacher, { title: `复式折线统计图 ${world.run}`, type: 'lessonPlan', grades: [5] });
  const address = await harvestAddress(world);
  const harvested = async () => {
    const province = new Harvester(address);
    await province.walk();
    return province.kept;
  };
  const record = `urn:uuid:${id}`;
  const shown = await eventually(harvested, (kept) => kept.get(record) === title);
  world.check(shown.get(record) === title, 'the province harvests it', [...shown]);
  const { url } = await shownTo(world, neighbour, id);
  await takeDown(world, { teacher, neighbour }, id);
  const left = await eventually(harvested, (kept) => kept.get(record) === null);
  const isGone = left.get(record) === null && left.get(`urn:uuid:${stays}`) !== null;
  world.check(isGone, 'the province’s next harvest brings a tombstone, of this alone', [...left]);
  const link = await eventually(
    () => fetch(url, { method: 'HEAD' }),
    ({ status }) => status === 404,
  );
  world.check(link.status === 404, 'a link to its film that was given before leads nowhere', link.status);
  world.say('省级采集（OAI-PMH，公开的客户端）：上架后采到，下架后只剩墓碑');
}

/** Sends a film as a public tus client does, over a line that breaks, and gives it to the resource. */
async function filmed(world: World, teacher: Api, id: string, name: string): Promise<void> {
  const lesson = film({ seconds: 480, bytes: 2_500_000 });
  const ticket = await teacher.post('/files', { kind: 'resource', name, sha256: hashOf(lesson) });
  world.check(ticket.status === 200, 'a ticket to send a film', ticket.body);
  const line = await interruptedLine(world.origin, { times: 4, after: 500_000 });
  const { ticket: secret, resumableUrl } = ticket.body as Record<'ticket' | 'resumableUrl', string>;
  try {
    await sendByTus(teacher, { ticket: secret, resumableUrl: `${line.origin}${new URL(resumableUrl).pathname}` }, lesson);
  } finally {
    line.close();
  }
  const given = await teacher.post(`/resources/${id}/files`, { file: ticket.body.id, purpose: 'main' });
  const { content, sha256 } = given.body;
  const isWhole = given.status === 200 && sha256 === hashOf(lesson) && content.durationMs === 480_000;
  world.check(line.broken() === 4 && isWhole, 'the film is whole, though the line broke four times', given.body);
  world.say(`a film of ${lesson.length} bytes came whole over a line that broke ${line.broken()} times, by tus-js-client`);
}

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** What files a reader is shown of it, and how many bytes come by the link to the first, which is told. */
async function shownTo(world: World, reader: Api, id: string): Promise<{ names: string[]; bytes: number; url: string }> {
  const { body } = await reader.get(`/resources/${id}/files`);
  const link = await reader.post(`/resources/${id}/files/${body.files?.[0]?.id}/link`);
  world.check(link.status === 200, 'a reader gets a link to its film', link.body);
  const { url } = link.body as { url: string };
  const film = await (await fetch(url)).arrayBuffer();
  return { names: body.files.map(({ name }: { name: string }) => name), bytes: film.byteLength, url };
}

async function publishedAtSchool(world: World, teacher: Api): Promise<string> {
  const made = await teacher.post('/resources', {
    ...{ title: `折线统计图 ${world.run}`, type: 'microLesson', stage: 'primary', subject: 'mathematics', grades: [5] },
    usage: { method: '课前自学，课上讨论', scene: '新授课', example: `${world.school.name}公开课` },
  });
  world.check(made.status === 201, 'a micro-lesson is registered', made.body);
  await filmed(world, teacher, made.body.id, '折线统计图.mp4');
  await make(world, teacher, made.body.id, 'submit');
  await make(world, await world.as('resourceReviewer', world.school), made.body.id, 'publish', {});
  return made.body.id as string;
}

async function promote(world: World, { teacher, neighbour }: Record<'teacher' | 'neighbour', Api>, id: string): Promise<void> {
  const [county] = world.counties;
  const [first, last] = [await world.as('resourceReviewer', world.city), await world.as('resourceReviewer', world.city, 'final')];
  await make(world, teacher, id, 'put-forward', { organisation: county.id });
  await make(world, await world.as('resourceReviewer', county), id, 'publish', {});
  await make(world, teacher, id, 'put-forward', { organisation: world.city.id });
  const returned = await make(world, first, id, 'return', { reason: '例题二有误', codes: ['science'] });
  const { status, review } = (await teacher.get(`/resources/${id}`)).body;
  world.check(status === 'published' && review.state === 'returned', 'returned by the city, it stays published below', returned);

  const early = await teacher.post(`/resources/${id}/submit`);
  world.check(early.body.code === 'resource.nothing_changed', 'it is not submitted again as it was', early.body);
  await filmed(world, teacher, id, '例题二更正.mp4');
  const before = await shownTo(world, neighbour, id);
  world.check(before.names.join() === '折线统计图.mp4' && before.bytes > 2_000_000, 'readers keep what was published', before);
  const { headers } = await teacher.get(`/resources/${id}`);
  const edited = await teacher.patch(
    `/resources/${id}`,
    { description: '改正了例题二' },
    { headers: { 'if-match': headers.get('etag') ?? '' } },
  );
  world.check(edited.status === 200 && edited.body.revision.description === '改正了例题二', 'its author writes a revision', edited.body);
  await make(world, teacher, id, 'submit');
  await make(world, first, id, 'pass', { checked: codes });
  const again = await first.post(`/resources/${id}/publish`, { checked: codes });
  world.check(again.body.code === 'resource.reviewed_already', 'one person does not decide two steps', again.body);
  const { changes } = (await last.get(`/resources/${id}/changes`)).body;
  const changed = changes.map(({ field }: { field: string }) => field).join();
  world.check(changed === 'description,files', 'the last reviewer reads what changed since the return', changes);
  const published = await make(world, last, id, 'publish', { checked: codes });
  const after = await shownTo(world, neighbour, id);
  world.check(after.names.length === 2, 'with the second release readers get its film', after);
  world.check(published.level === 'city' && published.release === 2, 'the city shows it, as a second release', published);
  world.say('校 → 县 → 市 under one id: returned once by the city (科学性), revised, 初审 and 终审 by two people');
}

async function takeDown(world: World, { teacher, neighbour }: Record<'teacher' | 'neighbour', Api>, id: string): Promise<void> {
  const seen = await neighbour.get(`/resources/${id}`);
  world.check(
    seen.status === 200 && seen.body.description === '改正了例题二',
    'the neighbouring school sees the second release',
    seen.body,
  );
  const report = await neighbour.post(`/resources/${id}/reports`, { grounds: 'copyright', words: '片尾音乐未获授权' });
  world.check(report.status === 201, 'a reader reports it', report.body);
  const county = await world.as('resourceReviewer', world.counties[0]);
  const answered = await county.post(`/resource-reports/${report.body.id}/answer`, { decision: 'uphold', answer: '属实', takeDown: true });
  world.check(answered.status === 200 && answered.body.status === 'upheld', 'the report is upheld', answered.body);
  const gone = await neighbour.get(`/resources/${id}`);
  const own = await teacher.get(`/resources/${id}`);
  const everywhere = own.body.standings.every(({ status }: { status: string }) => status === 'withdrawn');
  world.check(
    gone.status === 404 && own.body.standings.length === 3 && everywhere,
    'it is gone at every tier in the same moment',
    own.body,
  );
  world.say('reported, upheld, taken down: gone at 校、县、市 in one moment');
}

async function make(world: World, by: Api, id: string, move: string, body?: object) {
  const answer = await by.post(`/resources/${id}/${move}`, body);
  world.check(answer.status === 200, `${move} is made`, answer.body);
  return answer.body;
}
