import { randomInt } from 'node:crypto';
import { Workbook } from '@lianxue/files';
import { download, jobEnded, rowsOf, sendFile } from './files-of-story.js';
import type { Api, World } from './world.js';

type Row = readonly string[];
const headings = ['姓名', '性别', '身份证件号', '年级', '班级'];

/** A class list in Excel: sent, half of it wrong, marked, mended, in; the same again changes nothing. */
export async function rosterFilesStep(world: World): Promise<void> {
  const admin = await world.as('schoolAdmin', world.school);
  const template = await admin.post('/roster-template');
  world.check(template.status === 200, 'a template is made', template.body);
  const [title] = await rowsOf(await download(world, admin, template.body.id as string));
  world.check(title?.includes('身份证件号'), 'it has the columns a school fills in', title);

  const good = Array.from({ length: 6 }, (_, n): Row => [
    `表学${'甲乙丙丁戊己'[n]}`,
    n % 2 ? '女' : '男',
    citizen(n % 2 === 0),
    '五年级',
    '1班',
  ]);
  const bad = good.map((row, n): Row =>
    n === 1 ? [row[0]!, '甲', ...row.slice(2)] : n === 2 ? [row[0]!, row[1]!, `${row[2]!.slice(0, 17)}*`, ...row.slice(3)] : row,
  );
  const first = await bring(world, admin, sheet(bad));
  world.check(first.state === 'done' && first.result.people.added === 4 && first.errorCount === 2, 'the good rows go in', first);
  const errors = await admin.get(`/jobs/${first.id}/errors`);
  for (const { line, field, reason } of errors.body.items) world.say(`名单第 ${line} 行 ${field}：${reason}`);
  const marked = await rowsOf(await download(world, admin, first.files[0].id as string));
  world.check(
    marked.length === 7 && marked[2]!.at(-1)!.startsWith('性别：'),
    'the same sheet comes back with its errors marked',
    marked.map((row) => row.at(-1)),
  );

  const second = await bring(world, admin, sheet(good));
  world.check(second.result.people.added === 2 && second.errorCount === 0, 'mended, the others go in', second);
  const third = await bring(world, admin, sheet(good));
  world.check(third.result.changed === 0, 'the same sheet again changes nothing', third);
  world.say(
    `Excel 名单：先进 ${first.result.people.added} 人，改正后再进 ${second.result.people.added} 人，再导入变更 ${third.result.changed}`,
  );

  await slips(world, admin);
  const fewer = await bring(world, admin, sheet(good.slice(0, 3)), { mode: 'replace' });
  world.check(fewer.state === 'waiting' && fewer.waitsFor.classes[0].dropped === 3, 'half a class does not leave without a word', fewer);
  await admin.post(`/jobs/${fewer.id}/cancel`);
  const exported = await admin.post(`/organisations/${world.school.id}/roster-exports`, { format: 'excel', reason: '期初核对' });
  const out = await jobEnded(world, admin, exported.body);
  const rows = await rowsOf(await download(world, admin, out.files[0].id as string));
  world.check(
    good.every(([name]) => rows.some((row) => row.includes(name!))),
    'the export has the pupils by name',
    rows.length,
  );
  await leaving(world, admin, good);
  const other = await world.as('schoolAdmin', world.sibling);
  const foreign = await other.post(`/files/${out.files[0].id}/link`);
  world.check(foreign.status === 404, 'nobody else gets a link to it', foreign.body);
  world.say(`导出 ${rows.length - 1} 人；少报半个班须确认，文件只有本人能下载`);
}

/** One says goodbye by the table, a whole class only once somebody has looked. */
async function leaving(world: World, admin: Api, good: readonly Row[]): Promise<void> {
  const saying = (rows: readonly Row[], word: string) =>
    sheet(
      rows.map((row) => [...row, word]),
      [...headings, '当前状态'],
    );
  const whole = await bring(world, admin, saying(good, '毕业'));
  world.check(whole.state === 'waiting' && whole.waitsFor.classes[0].dropped === 6, 'a class graduates by a table when confirmed', whole);
  await admin.post(`/jobs/${whole.id}/cancel`);
  const one = await bring(world, admin, saying(good.slice(0, 1), '转出'));
  world.check(one.result.people.ended === 1 && one.result.enrolments.ended === 1, 'who is gone leaves school and class', one);
  const { body } = await admin.get(`/organisations/${world.school.id}/movements`, { query: { kind: 'transferOut', limit: 1 } });
  world.check(body.items[0]?.status === '10' && body.items[0].fromClass !== null, '学籍异动 has it', body);
  world.say('表中写“毕业”的全班须确认；写“转出”的一人离校离班，学籍异动有记录');
}

/** Accounts for the class at once: slips to print, which nobody else gets and which are not made twice. */
async function slips(world: World, admin: Api): Promise<void> {
  const classes = await admin.get(`/organisations/${world.school.id}/classes`, { query: { limit: 200 } });
  const inClass = (classes.body.items as { id: string; title: string }[]).find(({ title }) => title === '五年级1班')!;
  const order = { roles: ['pupil'], class: inClass.id, prefix: `wnj${world.run.slice(-12)}-`, format: 'xlsx' };
  const open = async () => jobEnded(world, admin, (await admin.post(`/organisations/${world.school.id}/account-openings`, order)).body);
  const job = await open();
  world.check(job.state === 'done' && job.result.opened >= 6, 'accounts for the class are opened', job);
  const rows = await rowsOf(await download(world, admin, job.files[0].id as string));
  const [name, username, password] = rows.find(([, first]) => first?.startsWith(order.prefix))!;
  world.check(name && username && password?.length === 12, 'each has a slip with a one-time password', rows[3]?.length);
  const other = await world.as('schoolAdmin', world.sibling);
  world.check((await other.post(`/files/${job.files[0].id}/link`)).status === 404, 'nobody else gets the slips');
  const again = await open();
  world.check(again.result.opened === 0 && again.files.length === 0, 'no password is shown a second time', again);
  world.say(`为全班开通 ${job.result.opened} 个账号，账号单一小时后删除；再次下达不再显示密码`);
}

function sheet(rows: readonly Row[], columns = headings): Buffer {
  const workbook = new Workbook<Row>(
    '名单',
    columns.map((heading, at) => ({ heading, text: true, valueOf: (row) => row[at] })),
  );
  workbook.add(rows);
  return workbook.finish();
}

async function bring(world: World, admin: Api, content: Buffer, more: object = {}) {
  const file = await sendFile(world, admin, { kind: 'roster', name: '五年级.xlsx' }, content);
  const ordered = await admin.post(`/organisations/${world.school.id}/roster-imports`, { file, ...more });
  return jobEnded(world, admin, ordered.body);
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** A number that checks, of somebody born in 1900: of no pupil alive. */
function citizen(male: boolean): string {
  const body = `361002190001${String(randomInt(1, 29)).padStart(2, '0')}${String(randomInt(0, 500) * 2 + (male ? 1 : 0)).padStart(3, '0')}`;
  return body + '10X98765432'[weights.reduce((sum, weight, at) => sum + weight * Number(body[at]), 0) % 11];
}
