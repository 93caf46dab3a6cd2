import type { Api, World } from './world.js';

const day = 24 * 3600_000;
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const values = { student_terminals: 12, teacher_terminals: 3, old_terminals: 5, interactive_boards: 2, recording_rooms: 0, broken: 1 };

/** The quarter that ended last, in Beijing. */
function lastQuarter(): { year: number; ordinal: number } {
  const now = new Date(Date.now() + 8 * 3600_000);
  const quarter = Math.floor(now.getUTCMonth() / 3);
  return quarter === 0 ? { year: now.getUTCFullYear() - 1, ordinal: 4 } : { year: now.getUTCFullYear(), ordinal: quarter };
}

/** A quarter from the calendar: adopted, opened in one call, urged, and open longer for a central school that fills in for its teaching point. */
export async function quarterWindowsStep(world: World): Promise<void> {
  const city = await world.as('cityReviewer', world.city);
  const county = await world.as('countyReviewer', world.counties[0]);
  const period = await openedFromTheCalendar(world, city);
  await urged(world, county, period);
  await onBehalf(world, { city, county }, period);
}

async function openedFromTheCalendar(world: World, city: Api): Promise<string> {
  const shipped = await city.get('/shipped-data-sets');
  world.check(shipped.body.items?.length >= 7, 'seven data sets come with the platform', shipped.body);
  const code = `devices_${world.run.toLowerCase().replace(/[^a-z0-9]/g, '')}`.slice(0, 40);
  const adopted = await city.post('/shipped-data-sets/devices/adopt', { organisation: world.city.id, code });
  world.check(adopted.status === 201, 'the city adopts one of them', adopted.body);
  const path = `/data-sets/${adopted.body.id}/periods`;
  const opened = await city.post(path, { ...lastQuarter(), shiftHolidays: true });
  world.check(opened.status === 201 && opened.body.due?.county, 'a year and a quarter open a period with all its windows', opened.body);
  const again = await city.post(path, lastQuarter());
  world.check(again.status === 409 && again.body.code === 'period.exists', 'the same quarter is not opened twice', again.body);
  world.say(
    `采用预置数据集《${adopted.body.name}》，一次调用开设${opened.body.name}：学校至 ${opened.body.due.school}，县级至 ${opened.body.due.county}`,
  );
  return opened.body.id as string;
}

async function urged(world: World, county: Api, period: string): Promise<void> {
  const board = await county.get(`/periods/${period}/completion`);
  const { expected, overdue } = board.body.total ?? {};
  world.check(board.status === 200 && expected > 0 && overdue === expected, 'all of the county are overdue', board.body);
  const first = await county.post(`/periods/${period}/urge`, { note: '请于今日内完成填报' });
  world.check(first.status === 200 && first.body.urged === overdue, 'one call urges them all', first.body);
  const second = await county.post(`/periods/${period}/urge`, { note: '请于今日内完成填报' });
  world.check(second.body.urged === 0 && second.body.urgedToday === overdue, 'nobody is urged twice within a day', second.body);
  const list = await county.get(`/periods/${period}/overdue`, { query: { limit: 200 } });
  world.check(list.body.items?.length === overdue && 'contactPhone' in list.body.items[0], 'the list names whom to ask', list.body);
  const sheet = await county.get(`/periods/${period}/overdue`, { headers: { accept: spreadsheet } });
  world.check(sheet.status === 200 && sheet.headers.get('content-type')?.startsWith(spreadsheet), 'it is an Excel file too', sheet.status);
  const school = await world.as('schoolAdmin', world.school);
  const urgings = await school.get('/urgings', { query: { period } });
  world.check(urgings.body.items?.length === 1, 'the school sees that it was urged', urgings.body);
  world.say(`逾期 ${overdue} 个单位，一次催报；名单附联系人，可导出 Excel`);
}

async function onBehalf(world: World, { city, county }: Record<'city' | 'county', Api>, period: string): Promise<void> {
  const [point] = world.teachingPoints;
  const central = await world.as('schoolAdmin', world.centralSchool);
  const begin = () => central.post(`/periods/${period}/submissions`, { organisation: point.id, values });
  const late = await begin();
  world.check(late.status === 409 && late.body.code === 'period.closed', 'the time of schools is over', late.body);
  const exception = { organisation: world.centralSchool.id, until: new Date(Date.now() + 2 * day).toISOString(), reason: '山洪停电' };
  const own = await central.post(`/periods/${period}/exceptions`, exception);
  world.check(own.status === 403, 'a school gives itself no time', own.body);
  const granted = await city.post(`/periods/${period}/exceptions`, exception);
  world.check(granted.status === 201, 'the city grants the central school two days more', granted.body);

  const draft = await begin();
  world.check(draft.status === 201 && draft.body.filledBy === world.centralSchool.id, 'it fills in for its teaching point', draft.body);
  world.check(typeof draft.body.values.student_count === 'number', 'the pupils are known and not asked', draft.body.values);
  const submitted = await central.post(`/submissions/${draft.body.id}/submit`);
  world.check(submitted.body.reviewer === world.counties[0].id, 'the county reviews it', submitted.body);
  const approved = await county.post(`/submissions/${draft.body.id}/approve`, {});
  world.check(approved.status === 200, 'and approves it within the time granted', approved.body);
  const board = await county.get(`/periods/${period}/completion`);
  world.check(board.body.total.approved === 1, 'the board counts it once', board.body.total);
  world.say('市里批准中心学校延期两天；中心学校为教学点代填，县里审核通过，进度表计一次');
}
